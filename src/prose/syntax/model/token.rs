//! A token as taggers and parsers see it: numbers of its form, its ends and its shape.

use crate::prose::syntax::model::features::of_chars;

/// A token's form in numbers, worked out once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form {
    /// Its letters in lower case, digits as one.
    pub word: u64,
    /// As written.
    pub exact: u64,
    /// The last one to five letters.
    pub suffixes: [u64; 5],
    /// The first one to four letters.
    pub prefixes: [u64; 4],
    /// How it is written: capitals, digits, hyphens.
    pub shape: u64,
}

impl Form {
    /// Reads a token.
    pub fn of(text: &str) -> Self {
        let lower: Vec<char> = text
            .chars()
            .flat_map(char::to_lowercase)
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect();
        let end = |n: usize| of_chars(lower[lower.len().saturating_sub(n)..].iter().copied());
        let start = |n: usize| of_chars(lower[..n.min(lower.len())].iter().copied());
        Self {
            word: of_chars(lower.iter().copied()),
            exact: of_chars(text.chars()),
            suffixes: [end(1), end(2), end(3), end(4), end(5)],
            prefixes: [start(1), start(2), start(3), start(4)],
            shape: shape(text),
        }
    }
}

/// Kinds of characters in their order, runs told once: `Xx`, `X`, `d`, `x-x`.
fn shape(text: &str) -> u64 {
    let kind = |c: char| match c {
        c if c.is_uppercase() => 'X',
        c if c.is_alphabetic() => 'x',
        c if c.is_numeric() => 'd',
        c => c,
    };
    let mut before = ['\0'; 2];
    of_chars(
        text.chars()
            .map(kind)
            .filter(|kind| {
                let told = before[0] == *kind && before[1] == *kind;
                before = [before[1], *kind];
                !told
            })
            .take(12),
    )
}
