//! Dates held against a passage: what makes two of them date different things.

use crate::language::{Class, Lexicon};
use crate::matching::Candidate;
use crate::matching::evidence::alignment::same;
use crate::matching::values::pairing::{Side, Value};
use crate::matching::values::thresholds;
use crate::prose::Reading;
use crate::prose::dates::Date;
use crate::prose::values::Relation;
use crate::prose::words::Word;
use jiff::civil;
use std::ops::Range;

impl Value for Date {
    fn all(reading: &Reading) -> &[Self] {
        reading.dates()
    }

    fn words(&self) -> &Range<usize> {
        &self.words
    }

    fn noun(&self, _: &Reading) -> Option<usize> {
        None
    }

    fn is_like(&self, other: &Self) -> bool {
        self.same_kind(other)
    }

    fn relate(&self, side: Side<'_>, other: &Self, candidate: &Candidate) -> Option<Relation> {
        let (own, day) = (side.reading, side.day);
        let (theirs, lexicon) = (&candidate.reading, candidate.lexicon);
        let published = candidate.source.date();
        let plain = self.against(day, other, published);
        // "Until June" is not "since June", and what holds as of a day held before and may hold after.
        let (turn, their_turn) = (turn(own, self, lexicon), turn(theirs, other, lexicon));
        if plain == Some(Relation::Agrees)
            || turn == their_turn && !is_as_of(own, self, lexicon) && !is_as_of(theirs, other, lexicon)
        {
            return plain;
        }
        let before = turn
            .filter(|_| their_turn.is_none() && self.time.is_none())
            .and_then(|turn| lexicon.limits_before(turn))?;
        self.limits(before, day, other, published)
    }

    /// Weekdays and "last month" stand in every story; a day of the calendar hardly.
    fn least_topic(&self) -> f64 {
        if self.year.is_some() || self.day.is_some() {
            thresholds::DATE_COMPARISON_SAME_TOPIC
        } else {
            thresholds::SAME_STORY
        }
    }

    /// The title and the sentences around a date name its event often enough.
    fn least_direct(&self) -> usize {
        0
    }

    fn is_telling(&self, _: &Self) -> bool {
        true
    }

    fn is_absolute(&self) -> bool {
        self.month.is_some() || self.year.is_some()
    }

    fn size(&self) -> f64 {
        0.0
    }

    fn is_near(&self, other: &Self) -> bool {
        let years = self.year.zip(other.year).map_or(0, |(a, b)| (a - b).abs());
        years <= 1 && (self.month.is_some() == other.month.is_some())
    }

    /// Dates count nothing that could tell them apart.
    fn is_of_one_role(&self, _: &Self) -> bool {
        true
    }

    /// "The 2018 class" tells of no event in 2018, unless the other sentence speaks of that class.
    fn is_crossed(&self, own: &Reading, other: &Self, theirs: &Reading, lexicon: &Lexicon) -> bool {
        let strange = |date: &Self, reading: &Reading, others: &Reading| {
            modified(reading, date, lexicon)
                .is_some_and(|noun| !others.words.iter().any(|word| same(word, noun)))
        };
        let year = self.month.is_none() || other.month.is_none();
        year && self.year != other.year && (strange(self, own, theirs) || strange(other, theirs, own))
    }
}

/// The noun that a year stands before as its adjective.
fn modified<'r>(reading: &'r Reading, date: &Date, lexicon: &Lexicon) -> Option<&'r Word> {
    let (last, next) = (reading.words.get(date.words.end - 1)?, reading.words.get(date.words.end)?);
    let close = &reading.text[last.span.end as usize..next.span.start as usize] == " ";
    let led = date
        .words
        .start
        .checked_sub(1)
        .is_some_and(|at| lexicon.is(&reading.words[at].fold, Class::Preposition));
    let is = date.year.is_some() && date.month.is_none() && close && !next.stop && !next.numeric && !led;
    is.then_some(next)
}

/// The preposition before a date, if it changes what the date says.
fn turn<'r>(reading: &'r Reading, date: &Date, lexicon: &Lexicon) -> Option<&'r str> {
    let before = reading.words[date.words.start.saturating_sub(2)..date.words.start]
        .iter()
        .map(|word| word.fold.as_str());
    before.rev().find(|word| lexicon.is(word, Class::Turn))
}

/// Whether two sentences say what holds on different days: "as of Friday", "as of Tuesday" (N8).
pub fn hold_on_other_days(reading: &Reading, day: Option<civil::Date>, candidate: &Candidate) -> bool {
    let (theirs, lexicon) = (&candidate.reading, candidate.lexicon);
    let own = reading.dates().iter().take(MOST_DATES).filter(|date| is_as_of(reading, date, lexicon));
    let mut pairs = own.flat_map(|date| {
        theirs
            .dates()
            .iter()
            .take(MOST_DATES)
            .filter(|other| is_as_of(theirs, other, lexicon))
            .map(move |other| (date, other))
    });
    pairs.any(|(date, other)| date.against(day, other, candidate.source.date()) == Some(Relation::Conflicts))
}

/// Whether a sentence and a passage date what they tell, and all their dates differ.
pub fn tells_of_other_days(reading: &Reading, day: Option<civil::Date>, candidate: &Candidate) -> bool {
    let theirs = candidate.reading.dates();
    let relations = || {
        let pairs = reading
            .dates()
            .iter()
            .take(MOST_DATES)
            .flat_map(|date| theirs.iter().take(MOST_DATES).map(move |other| (date, other)));
        pairs.filter_map(|(date, other)| date.against(day, other, candidate.source.date()))
    };
    relations().any(|relation| relation == Relation::Conflicts)
        && !relations().any(|relation| relation == Relation::Agrees)
}

fn is_as_of(reading: &Reading, date: &Date, lexicon: &Lexicon) -> bool {
    let before: Vec<&str> = reading.words[date.words.start.saturating_sub(2)..date.words.start]
        .iter()
        .map(|word| word.fold.as_str())
        .collect();
    lexicon
        .language
        .counting
        .as_of
        .iter()
        .any(|phrase| before.ends_with(&phrase.split(' ').collect::<Vec<_>>()))
}

/// Dates of one sentence that are looked at: a list of hundreds must not take their square.
const MOST_DATES: usize = 16;
