//! The slot of a figure or a date: what it is said of, told by the words around it.

use crate::language::{Class, Lexicon};
use crate::matching::evidence::alignment::{Alignment, same};
use crate::matching::values::thresholds;
use crate::prose::Reading;
use crate::prose::words::Word;
use std::ops::Range;

/// The content words around a value, each with a weight up to 1: the nearer a word, the likelier it says what
/// is counted.
#[derive(Clone, Debug)]
pub(super) struct Slot<'r> {
    reading: &'r Reading,
    words: Vec<(usize, f64)>,
}

impl<'r> Slot<'r> {
    /// The slot of the value at `value` among others of its kind at `kin`.
    pub(super) fn of(
        reading: &'r Reading,
        value: &Range<usize>,
        kin: &[Range<usize>],
        lexicon: &Lexicon,
    ) -> Self {
        let mut slot = Self { reading, words: Vec::new() };
        slot.walk((0..value.start).rev().take(REACHED), value, kin, lexicon);
        slot.walk((value.end..reading.words.len()).take(REACHED), value, kin, lexicon);
        slot
    }

    fn walk(
        &mut self,
        places: impl Iterator<Item = usize>,
        value: &Range<usize>,
        kin: &[Range<usize>],
        lexicon: &Lexicon,
    ) {
        let reading = self.reading;
        let mut weight = 1.0;
        for at in places {
            let before = at < value.start;
            let (left, right) = if before { (at, at + 1) } else { (at - 1, at) };
            let gap = reading.between(left, right);
            // "Ash (1980), Elm (1985)": a value in brackets belongs to what stands before them.
            let bracket = if before {
                gap.ends_with('(') && right == value.start
            } else {
                gap.starts_with(')') && at == value.end
            };
            if bracket {
                weight *= if before { 1.0 } else { thresholds::BEHIND_BRACKET };
            } else if gap.contains([',', ';', ':', '(', ')', '—', '–'])
                || lexicon.is(&reading.words[at].fold, Class::Contrast)
            {
                weight *= thresholds::BREAK;
            }
            let enters_kin = kin
                .iter()
                .any(|other| other != value && if before { other.end == at + 1 } else { other.start == at });
            if enters_kin {
                weight *= thresholds::KIN;
            }
            let word = &reading.words[at];
            if word.stop || word.sign {
                continue;
            }
            self.words.push((at, weight));
            if !word.numeric {
                weight *= thresholds::STEP;
            }
        }
    }

    /// The words with the most weight, at most `count`.
    pub(super) fn near(&self, count: usize) -> Vec<&'r Word> {
        let mut words = self.words.clone();
        words.sort_by(|a, b| b.1.total_cmp(&a.1));
        words
            .iter()
            .map(|(at, _)| &self.reading.words[*at])
            .filter(|word| !word.numeric)
            .take(count)
            .collect()
    }

    /// Places of the words that belong to this slot rather than to `other`, of the same sentence. A word that
    /// the sentence has twice belongs to neither.
    fn own(&self, other: &Self) -> Vec<usize> {
        let weight =
            |place: usize| other.words.iter().find(|(at, _)| *at == place).map_or(0.0, |(_, weight)| *weight);
        let words = &self.reading.words;
        let once = |at: usize| words.iter().filter(|word| word.stem == words[at].stem).count() == 1;
        let own = self.words.iter().filter(|(at, near)| {
            *near >= thresholds::NEAR && *near >= weight(*at) * thresholds::NEARER && once(*at)
        });
        own.map(|(at, _)| *at).collect()
    }

    /// Whether a word that belongs to this slot rather than to `beside` belongs to `theirs` rather than to
    /// `theirs_beside` in another sentence, and does not stand in its old place there.
    pub(super) fn goes_with(
        &self,
        beside: &Self,
        theirs: &Self,
        theirs_beside: &Self,
        alignment: &Alignment,
    ) -> bool {
        let others = theirs.own(theirs_beside);
        let word = |slot: &Self, at: usize| &slot.reading.words[at];
        self.own(beside)
            .into_iter()
            .filter(|at| !matches!(alignment.opposite(*at), Some((_, true))))
            .any(|at| others.iter().any(|other| same(word(self, at), word(theirs, *other))))
    }

    /// Share of this slot's words, by weight, that `other` has near its own value too, 0 to 1. `elsewhere`
    /// tells of a word that only the surroundings of the other sentence carry: it speaks neither for the pair
    /// nor against it.
    pub(super) fn affinity(&self, other: &Self, elsewhere: impl Fn(usize) -> bool) -> f64 {
        let (mut shared, mut whole) = (0.0, 0.0);
        for (at, weight) in &self.words {
            let word = &self.reading.words[*at];
            let found = other
                .words
                .iter()
                .filter(|(their, _)| same(word, &other.reading.words[*their]))
                .map(|(_, near)| *near);
            let best = found.fold(0.0, f64::max);
            shared += weight.min(best * thresholds::REACH);
            whole += match best == 0.0 {
                // A number that is the same ties two values together; one that is not may be the very slip.
                true if word.numeric || elsewhere(*at) => 0.0,
                true => weight * thresholds::ABSENT,
                false => *weight,
            };
        }
        if whole > 0.0 { shared / whole } else { 0.5 }
    }
}

/// Words on either side: beyond them a word weighs nothing, and a page without a full stop must not be walked
/// for each number.
const REACHED: usize = 40;
