//! Dates held against a passage: what makes two of them date different things.

use super::evidence::Evidence;
use super::values::Value;
use crate::language::{Class, Lexicon};
use crate::prose::Reading;
use crate::prose::dates::Date;
use crate::prose::values::Relation;
use jiff::civil;
use std::ops::Range;

impl Value for Date {
    fn all(reading: &Reading) -> &[Self] {
        reading.dates()
    }

    fn words(&self) -> &Range<usize> {
        &self.words
    }

    fn noun(&self) -> Option<usize> {
        None
    }

    fn is_like(&self, other: &Self) -> bool {
        self.same_kind(other)
    }

    fn relate(&self, own: &Reading, other: &Self, evidence: &Evidence, day: Option<civil::Date>) -> Option<Relation> {
        let (theirs, lexicon) = (&evidence.candidate.reading, evidence.candidate.lexicon);
        let published = evidence.candidate.source.date();
        let plain = self.against(day, other, published);
        // "Until June" is not "since June", and what holds as of a day held before and may hold after.
        let (turn, their_turn) = (turn(own, self, lexicon), turn(theirs, other, lexicon));
        if plain == Some(Relation::Agrees) || turn == their_turn && !is_as_of(own, self, lexicon) && !is_as_of(theirs, other, lexicon) {
            return plain;
        }
        let before = turn.filter(|_| their_turn.is_none() && self.time.is_none()).and_then(|turn| lexicon.limits_before(turn))?;
        self.limits(before, day, other, published)
    }

    fn is_telling(&self, _: &Self) -> bool {
        true
    }

    fn size(&self) -> f64 {
        0.0
    }

    fn is_near(&self, other: &Self) -> bool {
        let years = self.year.zip(other.year).map_or(0, |(a, b)| (a - b).abs());
        years <= 1 && (self.month.is_some() == other.month.is_some())
    }

    fn is_crossed(&self, _: &Reading, _: &Self, _: &Reading, _: &Lexicon) -> bool {
        false
    }
}

/// The preposition before a date, if it changes what the date says.
fn turn<'r>(reading: &'r Reading, date: &Date, lexicon: &Lexicon) -> Option<&'r str> {
    let before = reading.words[date.words.start.saturating_sub(2)..date.words.start].iter().map(|word| word.fold.as_str());
    before.rev().find(|word| lexicon.is(word, Class::Turn))
}

fn is_as_of(reading: &Reading, date: &Date, lexicon: &Lexicon) -> bool {
    let before: Vec<&str> =
        reading.words[date.words.start.saturating_sub(2)..date.words.start].iter().map(|word| word.fold.as_str()).collect();
    lexicon.language.counting.as_of.iter().any(|phrase| before.ends_with(&phrase.split(' ').collect::<Vec<_>>()))
}
