//! Which language a text is in.

use crate::language::classes::Class;
use crate::language::lexicon;
use crate::language::lexicon::{LANGUAGES, Lexicon, by_code, default};

/// The language of `text`, or the default when the text is short or the detector is unsure.
pub fn detect(text: &str) -> &'static Lexicon {
    use whatlang::{Detector, Lang};
    if is_plainly_default(text) {
        return default();
    }
    let detector = Detector::with_allowlist(vec![Lang::Eng, Lang::Deu, Lang::Fra]);
    let start: String = text.chars().take(DETECTION_CHARS).collect();
    match detector.detect(&start) {
        Some(info) if info.is_reliable() => match info.lang() {
            Lang::Deu => by_code("de"),
            Lang::Fra => by_code("fr"),
            _ => by_code("en"),
        }
        .unwrap_or_else(default),
        // Too short for statistics of letters: its commonest words tell.
        _ => by_common_words(text),
    }
}

/// The language of whose common words a short text has most; the default where that is not clear.
fn by_common_words(text: &str) -> &'static Lexicon {
    if text.len() > SHORT_BYTES {
        return default();
    }
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(PLAIN_WORDS)
        .map(str::to_lowercase);
    let common =
        counted(words, |lexicon, word| lexicon.is(word, Class::Stop) || lexicon.is(word, Class::Speech));
    let most = (0..common.len()).max_by_key(|n| (common[*n], std::cmp::Reverse(*n))).unwrap_or(0);
    let clear = common
        .iter()
        .enumerate()
        .all(|(n, count)| n == most || *count + SHORT_CLEAR <= common[most] && *count * 2 <= common[most]);
    if clear { lexicon::nth(most) } else { default() }
}

/// Of a longer text the statistics are in doubt for a reason: a list, names, several languages.
const SHORT_BYTES: usize = 300;

/// So many more common words than any other language has tell a short text's.
const SHORT_CLEAR: usize = 3;

/// Whether a word, in lower case, names a month in any language.
pub fn is_month(word: &str) -> bool {
    lexicon::all().iter().any(|lexicon| lexicon.month(word).is_some())
}

/// Whether the commonest words of the default language, and hardly any of another, are so frequent that
/// nothing need be counted.
fn is_plainly_default(text: &str) -> bool {
    let words = text
        .split_whitespace()
        .take(PLAIN_WORDS)
        .filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase()));
    let common = counted(words, |lexicon, word| lexicon.is(word, Class::Stop));
    let [own, others @ ..] = common;
    own >= PLAIN_COMMON && others.iter().all(|other| other * 3 <= own)
}

/// How many words each language counts as its own.
fn counted(
    words: impl Iterator<Item = impl AsRef<str>>,
    counts: impl Fn(&Lexicon, &str) -> bool,
) -> [usize; LANGUAGES.len()] {
    let mut found = [0; LANGUAGES.len()];
    for word in words {
        for (count, lexicon) in found.iter_mut().zip(lexicon::all()) {
            *count += usize::from(counts(lexicon, word.as_ref()));
        }
    }
    found
}

/// Words looked at, and how many of them must be common ones; in English two in five are.
const PLAIN_WORDS: usize = 60;

const PLAIN_COMMON: usize = 15;

/// Trigram statistics settle long before this many characters; more only costs time.
const DETECTION_CHARS: usize = 400;
