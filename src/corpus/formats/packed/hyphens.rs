//! Words broken at a line's end, made whole.

use crate::corpus::formats::packed::lines::Line;
use crate::language::Lexicon;
use rustc_hash::FxHashSet;

/// The words of a document, to tell a hyphen that broke a word from one that belongs to it.
pub(super) struct Vocabulary {
    words: FxHashSet<String>,
    lexicon: &'static Lexicon,
}

impl Vocabulary {
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut words = FxHashSet::default();
        let mut sample = String::new();
        for line in lines {
            if sample.len() < SAMPLE {
                sample += &line.text;
                sample.push(' ');
            }
            words.extend(
                line.text
                    .split_whitespace()
                    .map(bare)
                    .filter(|word| !word.is_empty() && !word.ends_with(is_hyphen)),
            );
        }
        Self { words, lexicon: crate::language::detect(&sample) }
    }

    /// Appends a line to the text before it.
    pub(super) fn join(&self, text: &mut String, line: &str) {
        let head = text.split_whitespace().next_back().unwrap_or_default();
        let Some(first) = head.strip_suffix(is_hyphen) else {
            // A dash joins as tightly as it is set; one behind a digit makes a range.
            let before = text.strip_suffix(['—', '–']).filter(|before| !before.ends_with(' '));
            let tight = before
                .is_some_and(|before| text.ends_with('—') || before.ends_with(|c: char| c.is_ascii_digit()));
            text.push_str(if tight || text.is_empty() { "" } else { " " });
            text.push_str(line);
            return;
        };
        let rest = line.split_whitespace().next().unwrap_or_default();
        let capitals = first.chars().all(|c| !c.is_lowercase())
            && rest.chars().all(|c| !c.is_lowercase())
            && first.chars().count() > 1;
        let goes_on =
            rest.starts_with(char::is_lowercase) || capitals && rest.starts_with(char::is_uppercase);
        let between_letters = first.ends_with(char::is_alphabetic) && goes_on;
        // "3- und 4-köpfig", "pre- and post-war": the hyphen stands for what the second word has.
        let is_shared = self.lexicon.language.joiners.contains(&bare(rest).as_str());
        if head.ends_with('\u{ad}') || between_letters && !is_shared && !self.keeps(first, rest) {
            text.truncate(text.trim_end_matches(is_hyphen).len());
        } else if is_shared || first.is_empty() {
            text.push(' ');
        }
        text.push_str(line);
    }

    /// Whether the hyphen belongs to the word: the document writes it so elsewhere, its first part is one
    /// that takes it, or both parts are words of the document. Where nouns are written together, two words
    /// prove nothing.
    fn keeps(&self, first: &str, rest: &str) -> bool {
        let (first, rest) = (bare(first), bare(rest));
        let part = first.rsplit('-').next().unwrap_or(&first);
        if self.words.contains(&format!("{first}{rest}")) || self.words.contains(&format!("{part}{rest}")) {
            return false;
        }
        let both =
            !self.lexicon.language.capital_nouns && self.words.contains(part) && self.words.contains(&rest);
        self.words.contains(&format!("{first}-{rest}"))
            || both
            || self.lexicon.language.hyphenated.contains(&part)
    }
}

/// Bytes from which a language is told.
const SAMPLE: usize = 4_000;

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}')
}

/// A word without marks around it, in small letters.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !is_hyphen(c)).to_lowercase()
}
