//! What tells of a sentence which passages are near: its words, each with its weight.

use crate::matching::Desk;
use crate::matching::evidence::thresholds;
use crate::prose::Reading;
use crate::prose::words::Word;
use rustc_hash::FxHashSet;

/// A word of the sentence that tells something, and how much.
#[derive(Clone, Debug)]
pub struct Term {
    /// Index into the sentence's words.
    pub word: usize,
    /// Rarity in the corpus, raised for names and numbers.
    pub rarity: f64,
    /// The same, less for a common word that a small corpus lacks: what it is worth that a source has it.
    pub weight: f64,
    /// Part of a name.
    pub name: bool,
    /// Part of a figure or a date: compared by value, not by letters.
    pub value: bool,
}

/// The terms of a sentence, each distinct stem once. In a sentence of common words only, all of them count.
pub fn terms(reading: &Reading, desk: &Desk) -> Vec<Term> {
    let content = collect(reading, desk, |word| !word.stop && !word.sign);
    if content.is_empty() { collect(reading, desk, |word| !word.sign) } else { content }
}

/// Share of a sentence's terms that a passage carries, each with its weight, 0 to 1.
pub(in crate::matching) fn share(terms: &[Term], hits: &[f64], weight: impl Fn(&Term, f64) -> f64) -> f64 {
    let whole: f64 = terms.iter().zip(hits).map(|(term, hit)| weight(term, *hit)).sum();
    let carried: f64 = terms.iter().zip(hits).map(|(term, hit)| weight(term, *hit) * hit).sum();
    if whole > 0.0 { carried / whole } else { 0.0 }
}

pub(in crate::matching) fn collect(
    reading: &Reading,
    desk: &Desk,
    counts: impl Fn(&Word) -> bool,
) -> Vec<Term> {
    let lexicon = crate::language::by_code(reading.language).unwrap_or_else(crate::language::default);
    let unseen = desk.snapshot.breadth().max(thresholds::UNSEEN);
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let words = reading.words.iter().enumerate().filter(|(_, word)| counts(word));
    words
        .filter(|(_, word)| seen.insert(word.stem.as_str()))
        .map(|(at, word)| {
            let name = word.capital && at > 0 && !lexicon.language.capital_nouns;
            let rarity = desk.snapshot.rarity(&word.stem).clamp(thresholds::LEAST, thresholds::MOST)
                * if name { thresholds::NAME } else { 1.0 };
            let is_unseen = !name && !reading.is_in_value(at) && desk.snapshot.frequency(&word.stem) == 0;
            Term {
                word: at,
                rarity,
                weight: if is_unseen { rarity * unseen } else { rarity },
                name,
                value: reading.is_in_value(at),
            }
        })
        .collect()
}
