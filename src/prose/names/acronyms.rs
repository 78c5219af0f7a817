//! Acronyms and what they stand for: IMF, International Monetary Fund (Na5); abbreviations of one word.

use crate::language::anywhere::printed_without_possessive;
use crate::language::{Class, Lexicon};
use crate::prose::reading::Reading;
use crate::prose::words::Word;
use std::ops::Range;

/// Where a sentence spells out the acronym that word `at` of another is, if it is one and the sentence does.
pub fn spelled_out(acronym: &Reading, at: usize, sentence: &Reading) -> Option<Range<usize>> {
    let letters = letters(acronym, at)?;
    (0..sentence.words.len()).find_map(|start| {
        let end = run(sentence, start, letters)?;
        Some(start..end)
    })
}

/// Whether word `at` of a sentence belongs to a name for which another sentence has the acronym.
pub fn is_abbreviated(sentence: &Reading, at: usize, other: &Reading) -> bool {
    let stands = |n: usize| spelled_out(other, n, sentence).is_some_and(|range| range.contains(&at));
    sentence.words[at].capital && (0..other.words.len().min(MOST_WORDS)).any(stands)
}

/// Whether one of two words may abbreviate the other: "Lt." and "Lieutenant", "Calif." and "California", "CA" and "Calif.".
pub fn may_abbreviate(one: &Word, other: &Word, lexicon: &Lexicon) -> bool {
    let (short, long) = if one.fold.len() <= other.fold.len() { (one, other) } else { (other, one) };
    let is_short =
        lexicon.is(&short.fold, Class::Abbreviation) || short.capital && short.fold.len() == POSTAL_CODE;
    let mut letters = long.fold.chars();
    is_short
        && short.fold.len() < long.fold.len()
        && short.fold.chars().next() == long.fold.chars().next()
        && short.fold.chars().all(|letter| letters.any(|other| other == letter))
}

/// "CA", "NY", "NW".
const POSTAL_CODE: usize = 2;

fn letters(reading: &Reading, at: usize) -> Option<&str> {
    let word = reading.words[at].span.of(&reading.text);
    let word = printed_without_possessive(word);
    (LENGTHS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(word)
}

/// The end of a run of capitalised words from `start` that has these initials; small words between count for
/// nothing.
fn run(reading: &Reading, start: usize, letters: &str) -> Option<usize> {
    let mut at = start;
    for (n, letter) in letters.chars().enumerate() {
        while n > 0 && reading.words.get(at).is_some_and(|word| word.stop && !word.capital) {
            at += 1;
        }
        let word = reading.words.get(at).filter(|word| word.capital)?;
        if !word.span.of(&reading.text).starts_with(letter) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// A page without a full stop is not looked through to its end.
const MOST_WORDS: usize = 400;
/// Shorter ones are initials, longer ones words.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
