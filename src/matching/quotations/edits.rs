//! What a quotation changed, difference by difference, and of which kind each is (docs/conventions.md, 3.2).

use crate::language::{Class, Lexicon, anywhere};
use crate::prose::names::same_spelling;
use crate::prose::words::Word;
use std::ops::Range;

/// One difference: words of the quotation against words of the source. Either side may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub quoted: Range<usize>,
    pub source: Range<usize>,
    pub kind: EditKind,
}

/// What a difference does, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EditKind {
    /// Sounds, phrases and repetitions of speech left out (E9).
    Filler,
    /// A contraction opened or closed (E9a).
    Contraction,
    /// Another country's spelling, a compound joined or parted, another transliteration of a name (E13).
    Spelling,
    /// A number in digits against one in words (E12).
    NumberStyle,
    /// A question made a statement, or the other way round; an exclamation (E3).
    Mark,
    /// A bracket that stands for a negation, a number or a name, and for another one (E7).
    Bracket,
    /// Words in round brackets that are not the source's (E7).
    Parenthesis,
    /// Another form of the same word, or speech tidied (E10).
    Grammar,
    /// One function word (E15).
    Function,
    /// A word with meaning (E15).
    Content,
    /// The same words in another place (E15).
    Moved,
    /// The rest change what is said (E16).
    Opposite,
    Quantifier,
    Modal,
    Date,
    Number,
    Name,
    Negation,
}

impl EditKind {
    /// Whether the difference reverses or changes what is said (E16).
    pub fn turns_sense(self) -> bool {
        self >= Self::Opposite
    }
}

/// A run of words that the quotation has and one that the source has, with the source's words around it.
pub struct Runs<'a> {
    pub quoted: &'a [&'a Word],
    pub source: &'a [&'a Word],
    /// As many of the source's words before and after the run as the run has.
    pub before: &'a [&'a Word],
    pub after: &'a [&'a Word],
}

/// Types the difference between two runs of words.
pub fn classify(runs: &Runs<'_>, lexicon: &Lexicon) -> EditKind {
    let (quoted, source) = (runs.quoted, runs.source);
    let (ours, theirs) = (folds(quoted), folds(source));
    let idle = ours.iter().all(|word| lexicon.is(word, Class::Filler));
    // "$2 million" for "two million dollars, you know": the currency is told by its sign.
    let uncounted = || {
        folds(&source.iter().copied().filter(|word| currency(word, lexicon).is_none()).collect::<Vec<_>>())
    };
    if idle
        && !theirs.is_empty()
        && (is_filler(&theirs, lexicon)
            || is_repetition(runs, lexicon)
            || !uncounted().is_empty() && is_filler(&uncounted(), lexicon))
    {
        return EditKind::Filler;
    }
    if joined(quoted, lexicon) == joined(source, lexicon) || is_transliteration(quoted, source) {
        return EditKind::Spelling;
    }
    if opened(quoted, lexicon) == opened(source, lexicon)
        || is_ambiguous_contraction(quoted, source, lexicon)
        || is_ambiguous_contraction(source, quoted, lexicon)
    {
        return EditKind::Contraction;
    }
    if is_number_style(quoted, source, lexicon) {
        return EditKind::NumberStyle;
    }
    if let Some(turn) = turn(quoted, source, lexicon) {
        return turn;
    }
    let one = quoted.len() == 1 && source.len() == 1;
    if lexicon.is_colloquial(&ours.join(" "), &theirs.join(" "))
        || one && is_form(quoted[0], source[0], lexicon)
    {
        return EditKind::Grammar;
    }
    let words = quoted.len().max(source.len());
    let common = quoted.iter().chain(source).all(|word| word.stop);
    if words == 1 && common { EditKind::Function } else { EditKind::Content }
}

/// "watch" and "watched", "send" and "sent"; a synonym shares the stem and not the letters.
fn is_form(a: &Word, b: &Word, lexicon: &Lexicon) -> bool {
    let alike = || {
        a.stem == b.stem && a.fold.chars().zip(b.fold.chars()).take(3).filter(|(a, b)| a == b).count() == 3
    };
    !a.numeric && (lexicon.inflects(&a.fold, &b.fold) || alike())
}

fn folds<'a>(words: &[&'a Word]) -> Vec<&'a str> {
    words.iter().map(|word| word.fold.as_str()).collect()
}

fn is_filler(words: &[&str], lexicon: &Lexicon) -> bool {
    // "um, you know": sounds around a phrase.
    let phrase: Vec<&str> = words.iter().copied().filter(|word| !lexicon.is(word, Class::Filler)).collect();
    phrase.is_empty() || lexicon.is_filler(&phrase)
}

/// "it's, it's", "we — we will": what is left out stands again beside the gap. "Much, much" is no stutter.
fn is_repetition(runs: &Runs<'_>, lexicon: &Lexicon) -> bool {
    let left = folds(runs.source);
    let idle = |word: &&str| lexicon.is(word, Class::Opener) || lexicon.opened(word).is_some();
    !left.is_empty() && left.iter().all(idle) && (folds(runs.before) == left || folds(runs.after) == left)
}

fn opened(words: &[&Word], lexicon: &Lexicon) -> String {
    let open: Vec<&str> =
        words.iter().map(|word| lexicon.opened(&word.fold).unwrap_or(word.fold.as_str())).collect();
    // What opens a contraction may be another: "can't", "cannot", "can not".
    open.iter().map(|word| lexicon.opened(word).unwrap_or(word)).collect::<Vec<_>>().join(" ")
}

/// Whether a word is two others in one: a contraction, or a compound.
pub(super) fn is_one_word(one: &Word, two: [&Word; 2], lexicon: &Lexicon) -> bool {
    let [first, second] = two;
    if one.fold.as_bytes().first() != first.fold.as_bytes().first() || one.numeric {
        return false;
    }
    let compound = one.fold.len() == first.fold.len() + second.fold.len()
        && one.fold.strip_prefix(&first.fold) == Some(second.fold.as_str());
    let contraction = || {
        let open = lexicon.opened(&one.fold).and_then(|open| open.split_once(' '));
        open == Some((first.fold.as_str(), second.fold.as_str()))
            || is_ambiguous_contraction(&[one], &two, lexicon)
    };
    compound || contraction()
}

/// "what's" for "what has", "he'd" for "he had", "mayor's" for "mayor is": forms that open in more than one
/// way.
fn is_ambiguous_contraction(short: &[&Word], open: &[&Word], lexicon: &Lexicon) -> bool {
    let ([short], [first, second]) = (short, open) else { return false };
    let Some(rest) = short.fold.strip_prefix(first.fold.as_str()) else { return false };
    let clitics = lexicon.language.grammar.clitics;
    clitics.iter().any(|(clitic, stands_for)| *clitic == rest && stands_for.contains(&second.fold.as_str()))
}

/// Open, hyphenated and closed compounds are one spelling: "back door", "backdoor".
fn joined(words: &[&Word], lexicon: &Lexicon) -> String {
    words.iter().map(|word| lexicon.spelling(&word.fold)).collect()
}

/// Names beyond their usual spellings are judged as names.
fn is_transliteration(quoted: &[&Word], source: &[&Word]) -> bool {
    let pair = |(a, b): (&&Word, &&Word)| {
        a.capital
            && b.capital
            && a.fold.len() > 3
            && a.spelling == b.spelling
            && !anywhere::is_possessive(&a.fold)
            && !anywhere::is_possessive(&b.fold)
    };
    quoted.len() == source.len() && quoted.iter().zip(source).all(pair)
}

/// The same number in digits and in words, or a currency that its sign or its name tells.
fn is_number_style(quoted: &[&Word], source: &[&Word], lexicon: &Lexicon) -> bool {
    let amount = |words: &[&Word]| -> Option<f64> {
        let mut counted = words.iter().filter(|word| currency(word, lexicon).is_none());
        let first = counted.next()?;
        let mut value = number(first, lexicon)?;
        for word in counted {
            value = match (lexicon.magnitude(&word.fold), number(word, lexicon)) {
                (Some(factor), _) => value * factor,
                // "twenty-five"
                (None, Some(unit)) if value >= 20.0 && value % 10.0 == 0.0 && unit < 10.0 => value + unit,
                _ => return None,
            };
        }
        Some(value)
    };
    let money = |words: &[&Word]| words.iter().find_map(|word| currency(word, lexicon));
    let only_money =
        |words: &[&Word]| !words.is_empty() && words.iter().all(|word| currency(word, lexicon).is_some());
    let compatible = match (money(quoted), money(source)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    // "15 %", "15 Prozent".
    let unit = |words: &[&Word]| if let [word] = words { lexicon.unit(&word.fold) } else { None };
    if unit(quoted).is_some() && unit(quoted) == unit(source) {
        return true;
    }
    // "$" here and "dollars" behind the number are two differences of one thing.
    let sign_alone = quoted.is_empty() && only_money(source) || source.is_empty() && only_money(quoted);
    compatible && (sign_alone || amount(quoted).is_some() && amount(quoted) == amount(source))
}

fn currency<'l>(word: &Word, lexicon: &'l Lexicon) -> Option<&'l str> {
    let signs = ["$", "€", "£", "¥", "¢", "₴", "₽", "₹"];
    let sign = signs.iter().find(|sign| word.fold == **sign).copied();
    sign.or_else(|| lexicon.unit(&word.fold).filter(|unit| signs.contains(unit)))
}

fn number(word: &Word, lexicon: &Lexicon) -> Option<f64> {
    if !word.numeric {
        return lexicon.cardinal(&word.fold).or_else(|| lexicon.ordinal(&word.fold));
    }
    let (thousands, decimal) = if lexicon.language.decimal == ',' { ('.', ',') } else { (',', '.') };
    let plain: String = word.fold.chars().filter(|c| *c != thousands && !c.is_whitespace()).collect();
    let digits = plain.trim_end_matches(char::is_alphabetic);
    // "1.2bn", "12k"; "13th" is no magnitude.
    let factor = lexicon.magnitude(&plain[digits.len()..]).unwrap_or(1.0);
    digits.replace(decimal, ".").parse::<f64>().ok().map(|value| value * factor)
}

/// Negation, name, number, modal, quantifier or opposite on one side only (E16).
fn turn(quoted: &[&Word], source: &[&Word], lexicon: &Lexicon) -> Option<EditKind> {
    let negations = |words: &[&Word]| words.iter().filter(|word| lexicon.negates(&word.fold)).count();
    let of = |words: &[&Word], counts: &dyn Fn(&Word) -> bool| {
        words.iter().filter(|word| counts(word)).map(|word| word.fold.clone()).collect::<Vec<_>>()
    };
    let modal = |word: &Word| {
        lexicon.is(&word.fold, Class::Modal)
            || lexicon
                .opened(&word.fold)
                .and_then(|open| open.rsplit(' ').next())
                .is_some_and(|last| lexicon.is(last, Class::Certainty))
    };
    let strong = |word: &Word| modal(word) || lexicon.is(&word.fold, Class::Certainty);
    let numeral = |word: &Word| word.numeric || lexicon.cardinal(&word.fold).is_some();
    let date = |word: &Word| {
        lexicon.month(&word.fold).is_some() && word.capital || lexicon.weekday(&word.fold).is_some()
    };
    let name = |word: &Word| {
        word.capital
            && !numeral(word)
            && !date(word)
            && !lexicon.language.capital_nouns
            && !word.stop
            && word.span.start > 0
            && word.fold.chars().count() > 2
    };
    let quantifier = |word: &Word| lexicon.is(&word.fold, Class::Quantifier);
    let differ = |counts: &dyn Fn(&Word) -> bool| {
        let (a, b) = (of(quoted, counts), of(source, counts));
        !a.is_empty() && !b.is_empty() && a != b
    };
    let lost =
        |counts: &dyn Fn(&Word) -> bool| of(quoted, counts).is_empty() != of(source, counts).is_empty();
    let opposite =
        quoted.iter().any(|a| source.iter().any(|b| lexicon.exclusions().are_opposite(&a.stem, &b.stem)));
    let short = quoted.len().max(source.len()) <= SHORT_RUN;
    if negations(quoted) % 2 != negations(source) % 2 {
        Some(EditKind::Negation)
    } else if differ(&date) {
        Some(EditKind::Date)
    } else if differ(&name) {
        Some(EditKind::Name)
    } else if differ(&numeral) || differ(&|word| numeral(word) || quantifier(word)) && lost(&numeral) {
        Some(EditKind::Number)
    } else if differ(&strong) || short && lost(&|word| modal(word) && lexicon.is(&word.fold, Class::Modal)) {
        Some(EditKind::Modal)
    } else if differ(&quantifier)
        || short && lost(&|word| quantifier(word) && lexicon.is(&word.fold, Class::Limiter))
    {
        // "only" left out is more than a small word.
        Some(EditKind::Quantifier)
    } else {
        opposite.then_some(EditKind::Opposite)
    }
}

/// In a run of more words a modal verb comes and goes with its clause.
const SHORT_RUN: usize = 2;

/// Whether the writer's bracket stands where the source has a negation, a number or a name that it does not
/// repeat, or negates what the source has (E7).
pub fn hides(bracket: &[&Word], source: &[&Word], lexicon: &Lexicon) -> bool {
    let is_name = |word: &&&Word| word.capital && !word.stop && !lexicon.is(&word.fold, Class::Title);
    let known = |name: &&Word| bracket.iter().any(|own| same_spelling(&own.fold, &name.fold));
    let mut theirs = source.iter().filter(|word| word.span.start > 0).filter(is_name).peekable();
    // "[The minister]" for "Harrow" tells who is meant; "[Fenn]" for "Harrow" names another.
    let another = !lexicon.language.capital_nouns
        && bracket.iter().any(|own| is_name(&own))
        && theirs.peek().is_some()
        && !theirs.any(known);
    let counts = |word: &Word| {
        (word.numeric || lexicon.cardinal(&word.fold).is_some()).then(|| number(word, lexicon)).flatten()
    };
    let negated = |words: &[&Word]| words.iter().filter(|word| lexicon.negates(&word.fold)).count();
    let added = negated(bracket) > negated(source);
    let hidden = |word: &&Word| {
        let negates = lexicon.negates(&word.fold) && !bracket.iter().any(|own| lexicon.negates(&own.fold));
        negates || counts(word).is_some_and(|value| !bracket.iter().any(|own| counts(own) == Some(value)))
    };
    another || added || source.iter().any(hidden)
}
