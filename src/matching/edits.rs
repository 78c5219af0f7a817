//! What a quotation changed, difference by difference, and of which kind each is (rules.md 3.2).

use crate::language::{Class, Lexicon};
use crate::prose::words::Word;
use std::ops::Range;

/// One difference: words of the quotation against words of the source. Either side may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub quoted: Range<usize>,
    pub source: Range<usize>,
    pub kind: EditKind,
}

/// What a difference does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditKind {
    /// Sounds and false starts of speech left out (E9).
    Filler,
    /// A contraction opened or closed (E9a).
    Contraction,
    /// British against American spelling (E13).
    Spelling,
    /// A number in digits against one in words (E12).
    NumberStyle,
    /// One function word (E15, E10).
    Function,
    /// A word with meaning (E15).
    Content,
    /// A negation, modal, quantifier, number, name or opposite (E16).
    Sense,
}

/// Types the difference between two runs of words.
pub fn classify(quoted: &[&Word], source: &[&Word], lexicon: &Lexicon) -> EditKind {
    if is_filler(quoted, lexicon) && is_filler(source, lexicon) {
        return EditKind::Filler;
    }
    if joined(quoted) == joined(source) {
        return EditKind::Spelling;
    }
    if opened(quoted, lexicon) == opened(source, lexicon)
        || is_ambiguous_contraction(quoted, source)
        || is_ambiguous_contraction(source, quoted)
    {
        return EditKind::Contraction;
    }
    if quoted.len() == source.len() && quoted.iter().zip(source).all(|(a, b)| spelling(&a.fold) == spelling(&b.fold)) {
        return EditKind::Spelling;
    }
    if value(quoted, lexicon).is_some() && value(quoted, lexicon) == value(source, lexicon) {
        return EditKind::NumberStyle;
    }
    if turns_sense(quoted, source, lexicon) {
        return EditKind::Sense;
    }
    let words = quoted.len().max(source.len());
    let common = quoted.iter().chain(source).all(|word| word.stop);
    if words == 1 && common { EditKind::Function } else { EditKind::Content }
}

fn is_filler(words: &[&Word], lexicon: &Lexicon) -> bool {
    let text: Vec<&str> = words.iter().map(|word| word.fold.as_str()).collect();
    text.iter().all(|word| lexicon.is(word, Class::Filler)) || matches!(text.as_slice(), ["you", "know"] | ["i", "mean"] | ["well"])
}

fn opened(words: &[&Word], lexicon: &Lexicon) -> String {
    let open = |word: &&Word| lexicon.opened(&word.fold).unwrap_or(&word.fold).replace("cannot", "can not");
    words.iter().map(open).collect::<Vec<_>>().join(" ")
}

/// "what's" for "what has", "he'd" for "he had": forms that open in more than one way.
fn is_ambiguous_contraction(short: &[&Word], open: &[&Word]) -> bool {
    let ([short], [first, second]) = (short, open) else { return false };
    let rest = short.fold.strip_prefix(first.fold.as_str());
    matches!((rest, second.fold.as_str()), (Some("'s"), "is" | "has" | "us") | (Some("'d"), "had" | "would"))
}

/// Open, hyphenated and closed compounds are one spelling: "back door", "backdoor"; so is OK.
fn joined(words: &[&Word]) -> String {
    words.iter().map(|word| word.fold.as_str()).collect::<String>().replace("okay", "ok")
}

/// One form for British and American spelling of a word.
fn spelling(word: &str) -> String {
    let mut form = word
        .replace("isation", "ization")
        .replace("ising", "izing")
        .replace("ised", "ized")
        .replace("our", "or")
        .replace("ogue", "og")
        .replace("ence", "ense")
        .replace("ll", "l");
    if form.ends_with("ise") {
        form.replace_range(form.len() - 3.., "ize");
    }
    if form.ends_with("tre") {
        form.replace_range(form.len() - 3.., "ter");
    }
    form
}

fn value(words: &[&Word], lexicon: &Lexicon) -> Option<String> {
    let [word] = words else { return None };
    if word.numeric {
        return Some(word.fold.replace(',', ""));
    }
    lexicon.cardinal(&word.fold).map(|value| value.to_string())
}

/// Negation, modal, number, name or opposite on one side only.
fn turns_sense(quoted: &[&Word], source: &[&Word], lexicon: &Lexicon) -> bool {
    let negations = |words: &[&Word]| words.iter().filter(|word| lexicon.negates(&word.fold)).count();
    let of = |words: &[&Word], counts: &dyn Fn(&Word) -> bool| {
        words.iter().filter(|word| counts(word)).map(|word| word.fold.clone()).collect::<Vec<_>>()
    };
    let modal = |word: &Word| lexicon.is(&word.fold, Class::Modal) || word.fold == "will" || word.fold == "must";
    let number = |word: &Word| word.numeric || lexicon.cardinal(&word.fold).is_some();
    let name = |word: &Word| word.capital && !word.stop && word.span.start > 0 && word.fold.chars().count() > 2;
    let opposite = quoted.iter().any(|a| {
        let axis = lexicon.axis(&a.stem);
        axis.is_some()
            && source.iter().any(|b| lexicon.axis(&b.stem).zip(axis).is_some_and(|(b, a)| a.pair == b.pair && a.second != b.second))
    });
    let differ = |counts: &dyn Fn(&Word) -> bool| {
        let (a, b) = (of(quoted, counts), of(source, counts));
        !a.is_empty() && !b.is_empty() && a != b
    };
    negations(quoted) % 2 != negations(source) % 2 || differ(&modal) || differ(&number) || differ(&name) || opposite
}
