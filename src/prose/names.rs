//! Names: runs of capitalised words, and when two of them are the same person.

pub mod acronyms;
pub mod transliteration;

use crate::language::{Class, Lexicon, anywhere};
use crate::prose::names::transliteration::transliteration;
use crate::prose::words::Word;
use std::ops::Range;

/// A run of capitalised words that may be a name, titles included.
#[derive(Clone, Debug)]
pub struct Name {
    /// Indices into the sentence's words.
    pub words: Range<usize>,
    /// The first index that is no title; equal to `words.end` when all are.
    pub bare: usize,
}

impl Name {
    /// The folded words of the name without its titles.
    pub fn bare_words<'a>(&self, words: &'a [Word]) -> &'a [Word] {
        words.get(self.bare..self.words.end).unwrap_or_default()
    }
}

/// The names of a sentence, in order.
pub fn names(text: &str, words: &[Word], lexicon: &Lexicon) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !begins_name(words, at, lexicon) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        while at < words.len() && continues_name(text, words, at, lexicon) {
            at += 1;
        }
        let end = (start..at).rev().find(|n| words[*n].capital).map_or(start, |last| last + 1);
        // What stands before the last title describes the office: "Russian President Vladimir Putin".
        let last_title = (start..end).rev().find(|n| lexicon.is(&words[*n].fold, Class::Title));
        let bare = last_title.map_or(start, |title| title + 1);
        let bare = if bare < end {
            bare
        } else {
            (start..end).find(|n| !lexicon.is(&words[*n].fold, Class::Title)).unwrap_or(end)
        };
        found.push(Name { words: start..end, bare });
        at = end.max(start + 1);
    }
    found
}

fn begins_name(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let word = &words[at];
    let common =
        word.stop || word.numeric || lexicon.is(&word.fold, Class::Opener) || is_calendar(word, lexicon);
    word.capital && !common && word.fold.len() != 1
}

fn continues_name(text: &str, words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let gap = &text[words[at - 1].span.end as usize..words[at].span.start as usize];
    let close = gap == " " || gap == "-" || gap == ". " || gap == "\u{a0}" || gap == ".\u{a0}";
    // A possessive ends a name: "Ukraine's Zelenskyy" is two.
    let possessive = anywhere::is_possessive(&words[at - 1].fold) || words[at - 1].fold.ends_with('\'');
    if !close || possessive {
        return false;
    }
    let word = &words[at];
    if anywhere::PARTICLES.contains(&word.fold.as_str()) && !word.capital {
        return words.get(at + 1).is_some_and(|next| next.capital)
            && text[word.span.end as usize..words[at + 1].span.start as usize].len() == 1;
    }
    word.capital && !is_calendar(word, lexicon) && !(gap == ". " && word.stop)
}

fn is_calendar(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.month(&word.fold).is_some() && !lexicon.is(&word.fold, Class::Stop)
        || lexicon.weekday(&word.fold).is_some()
}

/// Folded words of a name without titles, initials, suffixes and possessives.
pub fn key_words(name: &str, lexicon: &Lexicon) -> Vec<String> {
    let words = crate::prose::words::words(name, lexicon);
    let bare = words.iter().map(|word| anywhere::without_possessive(&word.fold).to_owned());
    bare.filter(|word| {
        word.chars().count() > 1
            && !lexicon.is(word, Class::Title)
            && !anywhere::NAME_EXTRAS.contains(&word.as_str())
    })
    .collect()
}

/// Whether two names may be one person: every word of the shorter stands in the longer, spelling variants
/// allowed, or both end in the same given and family name, whatever office stands before them.
pub fn same_person(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let (a, b) = (key_words(a, lexicon), key_words(b, lexicon));
    if a.len() >= FULL_NAME && b.len() >= FULL_NAME && a[a.len() - FULL_NAME..] == b[b.len() - FULL_NAME..] {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same_family = short.last().zip(long.last()).is_some_and(|(one, other)| same_spelling(one, other));
    let same =
        |one: &str, other: &str| same_spelling(one, other) || same_family && same_given_name(one, other);
    !short.is_empty() && short.iter().all(|word| long.iter().any(|other| same(word, other)))
}

/// Whether two folded given names may be one person's: "Ric" and "Richard", "Bill" and "William".
pub fn same_given_name(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let begins = short.len() >= LEAST_SHORT_FORM && long.starts_with(short);
    let is_short_form = |short: &str, long: &str| {
        anywhere::SHORT_GIVEN_NAMES.iter().any(|(form, names)| *form == short && names.contains(&long))
    };
    a == b || begins || is_short_form(a, b) || is_short_form(b, a)
}

/// "Al" begins too many names.
const LEAST_SHORT_FORM: usize = 3;

/// Given and family name.
const FULL_NAME: usize = 2;

/// Whether two folded words are transliterations of one (Na3): equal once the classes are brought together.
pub fn same_spelling(a: &str, b: &str) -> bool {
    a == b || same_transliteration(&transliteration(a), &transliteration(b))
}

/// The same for forms that [`transliteration()`] made; long ones may differ in one letter.
pub fn same_transliteration(a: &str, b: &str) -> bool {
    let long = a.len() >= LONG_NAME
        && b.len() >= LONG_NAME
        && a.len().abs_diff(b.len()) <= 1
        && a.as_bytes()[0] == b.as_bytes()[0];
    !a.is_empty() && a == b || long && strsim::osa_distance(a, b) == 1
}

/// Below this length one letter makes another name (Kim, Kin); above it is a spelling.
const LONG_NAME: usize = 7;
