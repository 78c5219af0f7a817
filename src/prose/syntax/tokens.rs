//! Tokens as treebanks count them, each with its place among the reader's own words: a contraction is two, a hyphen and a
//! quotation mark one, "zum" is "zu" and "dem".

use crate::language::Lexicon;
use crate::prose::words::Word;
use crate::text::Span;

/// One token of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As the treebank writes it: "dem" of "zum".
    pub form: String,
    /// Bytes of the sentence's text; those of the whole word where two tokens are fused in it.
    pub span: Span,
    /// The word that it is, or is part of; `None` for punctuation.
    pub word: Option<usize>,
}

/// The tokens of a sentence, in order; no more of them than `most`, so that a text without an end costs nothing.
pub fn tokens(text: &str, words: &[Word], lexicon: &Lexicon, most: usize) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(words.len().min(most) + 4);
    let (mut n, mut at) = (0, 0);
    while n < words.len() && found.len() <= most {
        let mut last = n;
        while joins(text, words, last, lexicon) && !begins_clitic(text, words, last + 1, lexicon) {
            last += 1;
        }
        let mut span = words[n].span.join(words[last].span);
        let is_clitic = n > 0 && joins(text, words, n - 1, lexicon);
        let is_ordinal = is_ordinal(text, words, last, lexicon);
        if is_clitic {
            span.start = words[n - 1].span.end;
        } else {
            marks(text, at..span.start as usize, &mut found);
        }
        span.end += u32::from(is_ordinal);
        if is_clitic || is_ordinal || last > n {
            found.push(Token { form: span.of(text).to_owned(), span, word: Some(n) });
        } else {
            split(text, words, n, lexicon, &mut found);
        }
        (n, at) = (last + 1, span.end as usize);
    }
    marks(text, at..text.len(), &mut found);
    found.truncate(most);
    found
}

/// "Est-il", "a-t-il": the pronoun behind its verb is a token of its own, with its hyphen.
fn begins_clitic(text: &str, words: &[Word], n: usize, lexicon: &Lexicon) -> bool {
    let inverted = |n: usize| {
        words.get(n).is_some_and(|word| lexicon.language.grammar.inverted.contains(&word.fold.as_str()))
    };
    let linked = |n: usize| words[n].fold == LINK && inverted(n + 1);
    linked(n) && joins(text, words, n, lexicon) || inverted(n) && !linked(n - 1)
}

/// The letter between a verb and its inverted pronoun: "a-t-il".
const LINK: &str = "t";

/// "Am 9. März": the full stop belongs to the number, where a word follows on the same line.
fn is_ordinal(text: &str, words: &[Word], n: usize, lexicon: &Lexicon) -> bool {
    let after = &text[words[n].span.end as usize..];
    let goes_on = after.strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    lexicon.language.grammar.ordinal_stops
        && goes_on
        && words[n].numeric
        && words[n].fold.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a hyphen alone stands between a word and the next, in languages that do not take compounds apart.
fn joins(text: &str, words: &[Word], n: usize, lexicon: &Lexicon) -> bool {
    let between = |next: &Word| Span { start: words[n].span.end, end: next.span.start }.of(text) == "-";
    !lexicon.language.grammar.parts_compounds && words.get(n + 1).is_some_and(between)
}

/// Punctuation: each mark by itself, runs of full stops and dashes together.
fn marks(text: &str, gap: std::ops::Range<usize>, found: &mut Vec<Token>) {
    let Some(between) = text.get(gap.clone()) else { return };
    let mut chars = between.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() || c.is_control() {
            continue;
        }
        let mut end = at + c.len_utf8();
        while matches!(c, '.' | '-') && chars.peek().is_some_and(|(_, next)| *next == c) {
            end += c.len_utf8();
            chars.next();
        }
        let span = Span::new(gap.start + at, gap.start + end);
        found.push(Token { form: span.of(text).to_owned(), span, word: None });
    }
}

/// A word as one token, or as the two that are fused or contracted in it.
fn split(text: &str, words: &[Word], n: usize, lexicon: &Lexicon, found: &mut Vec<Token>) {
    let grammar = &lexicon.language.grammar;
    let word = &words[n];
    let printed = word.span.of(text);
    let mut push = |form: &str, span: Span| found.push(Token { form: form.to_owned(), span, word: Some(n) });
    let before = n.checked_sub(1).map(|last| words[last].fold.as_str());
    let lower = printed.to_lowercase().replace('’', "'");
    // As printed: "dès" is not "des".
    let fused = grammar.fused.iter().find(|(form, _)| *form == lower);
    // "Avec des amis": an article, no preposition is in it.
    let is_article = || {
        grammar.partitives.contains(&word.fold.as_str())
            && before.is_none_or(|before| grammar.partitive_leads.contains(&before))
    };
    if let Some((_, [first, second])) = fused.filter(|_| !is_article()) {
        let capital = printed.starts_with(char::is_uppercase);
        let first = if capital { capitalised(first) } else { (*first).to_owned() };
        push(&first, word.span);
        push(second, word.span);
        return;
    }
    let ending =
        grammar.enclitics.iter().find(|ending| lower.len() > ending.len() && lower.ends_with(*ending));
    let cut = ending.and_then(|ending| {
        // Counted from the end in characters: folding may change how many bytes a letter has.
        let letters = ending.chars().count();
        printed.char_indices().rev().nth(letters - 1).map(|(at, _)| at).filter(|at| *at > 0)
    });
    match cut {
        Some(cut) => {
            let middle = word.span.start as usize + cut;
            push(&printed[..cut], Span::new(word.span.start as usize, middle));
            push(&printed[cut..].replace('’', "'"), Span::new(middle, word.span.end as usize));
        }
        None => push(printed, word.span),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
