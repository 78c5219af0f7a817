//! Figures held against a passage: what makes two of them count different things.

use crate::language::{Class, Lexicon};
use crate::matching::Candidate;
use crate::matching::values::pairing::{Side, Value};
use crate::matching::values::thresholds;
use crate::prose::Reading;
use crate::prose::figures::{Course, Figure, Unit};
use crate::prose::values::Relation;
use std::ops::Range;

impl Value for Figure {
    fn all(reading: &Reading) -> &[Self] {
        reading.figures()
    }

    fn words(&self) -> &Range<usize> {
        &self.words
    }

    fn noun(&self, reading: &Reading) -> Option<usize> {
        reading.counted(self)
    }

    fn is_like(&self, other: &Self) -> bool {
        self.unit == other.unit
    }

    fn relate(&self, side: Side<'_>, other: &Self, _: &Candidate) -> Option<Relation> {
        self.against_within(other, side.about)
    }

    fn least_topic(&self) -> f64 {
        thresholds::FIGURE_COMPARISON_SAME_TOPIC
    }

    /// Things are counted everywhere; an age or a share is seldom another's.
    fn least_direct(&self) -> usize {
        if self.unit == Unit::Count { 2 } else { 1 }
    }

    fn is_telling(&self, other: &Self) -> bool {
        // A level may be the start of a change, but then its end is meant as often.
        if (self.course == Course::From) != (other.course == Course::From) {
            return false;
        }
        let ratio = (self.low / other.low).abs();
        !self.is_wide() && !other.is_wide()
            || (1.0 / thresholds::TELLING..=thresholds::TELLING).contains(&ratio)
    }

    fn is_absolute(&self) -> bool {
        true
    }

    fn size(&self) -> f64 {
        self.low
    }

    fn is_near(&self, other: &Self) -> bool {
        (1.0 / thresholds::ONE_SIZE..=thresholds::ONE_SIZE).contains(&(self.low / other.low).abs())
    }

    fn is_of_one_role(&self, other: &Self) -> bool {
        self.course == other.course && self.course != Course::Level
    }

    /// Killed is not wounded, season 2 is not episode 2.
    fn is_crossed(&self, own: &Reading, other: &Self, theirs: &Reading, lexicon: &Lexicon) -> bool {
        let names = |reading: &Reading, figure: &Self| {
            reading.counted(figure).and_then(|noun| reading.words.get(noun)).map(|word| word.stem.clone())
        };
        if self.unit == Unit::Label && names(own, self) != names(theirs, other) {
            return true;
        }
        // "Before the 58th minute" names no minute.
        let limit = |reading: &Reading, figure: &Self| {
            reading.words[figure.words.start.saturating_sub(2)..figure.words.start]
                .iter()
                .any(|word| lexicon.is(&word.fold, Class::Turn))
        };
        if self.unit == Unit::Ordinal && limit(own, self) != limit(theirs, other) {
            return true;
        }
        let (ours, others) = (roles(own, self, lexicon), roles(theirs, other, lexicon));
        !ours.is_empty() && !others.is_empty() && ours.iter().all(|role| !others.contains(role))
    }
}

/// Whether two sentences speak of the same victims (killed, wounded, missing).
pub fn counts_same_victims(reading: &Reading, other: &Reading, lexicon: &Lexicon) -> bool {
    let own = anywhere(reading, lexicon);
    !own.is_empty() && own == anywhere(other, lexicon)
}

/// The roles that a whole sentence speaks of.
fn anywhere(reading: &Reading, lexicon: &Lexicon) -> Vec<u16> {
    let mut roles: Vec<u16> = reading.words.iter().filter_map(|word| lexicon.role(&word.stem)).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// Casualty and other roles named of a figure: by the word before it ("killed at least 23"), else behind it
/// up to the next figure ("23 people were killed"), else a little before.
fn roles(reading: &Reading, figure: &Figure, lexicon: &Lexicon) -> Vec<u16> {
    let role = |at: usize| reading.words.get(at).and_then(|word| lexicon.role(&word.stem));
    let start = figure.words.start.saturating_sub(figure.bound_words);
    if let Some(before) = start.checked_sub(1).and_then(role) {
        return vec![before];
    }
    let next = reading
        .figures()
        .iter()
        .map(|other| other.words.start - other.bound_words)
        .find(|start| *start >= figure.words.end);
    let to = (figure.words.end + ROLE_WITHIN).min(reading.words.len());
    // "23 people and wounded seven": what stands before the next figure is that one's.
    let to =
        next.map_or(to, |next| to.min(if role(next.wrapping_sub(1)).is_some() { next - 1 } else { next }));
    let behind: Vec<u16> = (figure.words.end..to).filter_map(role).collect();
    if !behind.is_empty() {
        return behind;
    }
    let last = reading
        .figures()
        .iter()
        .map(|other| other.words.end)
        .filter(|end| *end <= figure.words.start)
        .max()
        .unwrap_or(0);
    (figure.words.start.saturating_sub(2).max(last)..figure.words.start).filter_map(role).collect()
}

/// A role word stands this close behind its figure: "34 people were seriously injured".
const ROLE_WITHIN: usize = 6;
