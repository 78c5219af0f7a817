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
    let mut at = 0;
    for (n, word) in words.iter().enumerate() {
        if found.len() > most {
            break;
        }
        let gap = at..word.span.start as usize;
        match found.last_mut().filter(|_| n > 0 && is_inside_compound(text, gap.clone(), lexicon)) {
            Some(last) if begins_clitic(text, words, n, lexicon) => {
                write(last, text);
                let span = Span::new(gap.start, word.span.end as usize);
                found.push(Token { form: String::new(), span, word: Some(n) });
            }
            Some(last) => last.span = last.span.join(word.span),
            None => {
                found.iter_mut().last().into_iter().for_each(|last| write(last, text));
                marks(text, gap, &mut found);
                split(text, words, n, lexicon, &mut found);
            }
        }
        at = word.span.end as usize;
        if is_ordinal(text, words, n, lexicon) {
            at += 1;
            if let Some(last) = found.last_mut() {
                last.span = last.span.join(Span::new(at - 1, at));
            }
        }
    }
    found.iter_mut().last().into_iter().for_each(|last| write(last, text));
    marks(text, at..text.len(), &mut found);
    found.truncate(most);
    found
}

/// Writes what a token's place has grown to: compounds are joined part by part and written once.
fn write(token: &mut Token, text: &str) {
    let printed = token.span.of(text);
    if token.form.is_empty() || printed.len() > token.form.len() && printed.starts_with(token.form.as_str()) {
        printed.clone_into(&mut token.form);
    }
}

/// "Est-il", "a-t-il": the pronoun behind its verb is a token of its own, with its hyphen.
fn begins_clitic(text: &str, words: &[Word], n: usize, lexicon: &Lexicon) -> bool {
    let inverted = |n: usize| {
        words.get(n).is_some_and(|word| lexicon.language.grammar.inverted.contains(&word.fold.as_str()))
    };
    let linked = |n: usize| words[n].fold == LINK && inverted(n + 1);
    let joins_next = words
        .get(n + 1)
        .is_some_and(|next| Span { start: words[n].span.end, end: next.span.start }.of(text) == "-");
    linked(n) && joins_next || inverted(n) && !linked(n - 1)
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

/// A hyphen between two parts of one word, in languages that do not take compounds apart.
fn is_inside_compound(text: &str, gap: std::ops::Range<usize>, lexicon: &Lexicon) -> bool {
    !lexicon.language.grammar.parts_compounds && text.get(gap) == Some("-")
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
