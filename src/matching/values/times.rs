//! A value that the source has of another time: what held a year before, told of today (N8).

use crate::language::Lexicon;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::statements::clauses::are_readable;
use crate::matching::statements::company::Company;
use crate::matching::values::pairing::{Side, Value};
use crate::matching::values::thresholds;
use crate::prose::Reading;
use crate::prose::dates::Date;
use crate::prose::figures::{Course, Figure};
use crate::prose::values::Relation;
use crate::text::Span;
use jiff::civil;
use std::ops::Range;
use std::sync::Arc;

/// When a value holds, as its clause tells.
#[derive(Clone, Copy, Debug)]
enum When<'r> {
    Now,
    At(&'r Date),
    /// "A year earlier": before whatever the text speaks of.
    Before,
}

/// A figure of a source, and the passage that has it.
#[derive(Clone)]
pub struct Told<'e> {
    pub evidence: &'e Evidence,
    pub candidate: &'e Arc<Candidate>,
    pub at: usize,
}

/// What a source has of the draft's time, and of another.
pub struct OtherTime<'e> {
    /// The draft's figure, of another time.
    pub then: Told<'e>,
    /// The figure of the draft's time.
    pub now: Told<'e>,
}

/// The figure that a source has of the draft's time, where it has the draft's own of other times alone.
pub fn of_another_time<'e>(side: Side<'_>, n: usize, evidence: &'e [Evidence]) -> Option<OtherTime<'e>> {
    let own = &side.reading.figures()[n];
    let lexicon = crate::language::by_code(side.reading.language)?;
    if own.course != Course::Level || own.is_wide() {
        return None;
    }
    let told = evidence.iter().flat_map(|one| {
        let passages = one.passages();
        passages.flat_map(move |candidate| {
            let figures = candidate.reading.figures().len().min(MOST_FIGURES);
            (0..figures).map(move |at| Told { evidence: one, candidate, at })
        })
    });
    let relation = |told: &Told<'_>| own.against_within(told.figure(), side.about);
    let (agreeing, others): (Vec<Told<'e>>, Vec<Told<'e>>) = told
        .filter(|told| matches!(relation(told), Some(Relation::Agrees | Relation::Conflicts)))
        .filter(|told| are_readable(side.reading, &told.candidate.reading))
        .partition(|told| relation(told) == Some(Relation::Agrees));
    // Only what the sources have twice is parsed.
    if agreeing.is_empty() || others.is_empty() {
        return None;
    }
    let [time] = times(side.reading, &own.words, lexicon)[..] else { return None };
    if matches!(time, When::Before) {
        return None;
    }
    let company = Company::beside(side.reading, &own.words);
    let share = |told: &Told<'_>| {
        let beside = Company::beside(&told.candidate.reading, &told.figure().words);
        (company.shared(&beside).0, beside.words.len())
    };
    let (then, here): (Vec<&Told<'e>>, Vec<&Told<'e>>) =
        agreeing.iter().partition(|told| is_of_others(side, time, told, lexicon));
    let then = *then.first()?;
    let source = &then.candidate.source.key;
    // In another source the number may be of anything.
    let bears_out =
        |told: &&Told<'_>| told.candidate.source.key == *source || share(told).0 >= thresholds::OF_ONE_TIME;
    if here.iter().any(bears_out) {
        return None;
    }
    // "Now there are 1,250": what is counted is understood, but only from the sentence before.
    let follows = |told: &Told<'_>| {
        (then.candidate.position..=then.candidate.position + 1).contains(&told.candidate.position)
    };
    let of_source = others.into_iter().filter(|told| told.candidate.source.key == *source);
    let near = of_source.filter_map(|told| {
        let (share, words) = share(&told);
        (share >= thresholds::OF_ONE_TIME || words <= BARE && follows(&told)).then_some((told, share))
    });
    let of_time = near.filter(|(told, _)| is_of(side, time, told, lexicon));
    let (now, _) = of_time.max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(OtherTime { then: then.clone(), now })
}

impl Told<'_> {
    /// Bytes of the passage's text.
    pub fn span(&self) -> Span {
        self.figure().span
    }

    fn figure(&self) -> &Figure {
        &self.candidate.reading.figures()[self.at]
    }
}

/// Telling words of a clause that only says how many.
const BARE: usize = 5;
/// A passage with more figures is a table.
const MOST_FIGURES: usize = 8;
/// What came to be so in the month before a report still holds.
const LATELY: i32 = 31;

/// Whether a figure of a source is told of other times alone.
fn is_of_others(side: Side<'_>, time: When<'_>, told: &Told<'_>, lexicon: &Lexicon) -> bool {
    let passage = told.candidate;
    let theirs = times(&passage.reading, &told.figure().words, lexicon);
    let is_other = |other: &When<'_>| match (time, *other) {
        (_, When::Before) => true,
        (When::At(own), When::At(other)) => own.relate(side, other, passage) == Some(Relation::Conflicts),
        (When::Now, When::At(other)) => is_past(other, passage.source.date()),
        _ => false,
    };
    !theirs.is_empty() && theirs.iter().all(is_other)
}

/// Whether a figure of a source is told of the draft's time.
fn is_of(side: Side<'_>, time: When<'_>, told: &Told<'_>, lexicon: &Lexicon) -> bool {
    let passage = told.candidate;
    let theirs = times(&passage.reading, &told.figure().words, lexicon);
    match time {
        When::Now => {
            let is_now = |other: &When<'_>| match other {
                When::Now => true,
                When::At(other) => is_current(other, passage.source.date()),
                When::Before => false,
            };
            theirs.iter().all(is_now)
        }
        When::At(own) => {
            let agrees = |other: &When<'_>| matches!(other, When::At(other) if own.relate(side, other, passage) == Some(Relation::Agrees));
            theirs.iter().any(agrees) && !theirs.iter().any(|other| matches!(other, When::Before))
        }
        When::Before => false,
    }
}

/// Whether a date lies well before its document's own.
fn is_past(date: &Date, published: Option<civil::Date>) -> bool {
    let last = date.within(published).map(|(_, last)| last);
    published.zip(last).is_some_and(|(published, last)| (published - last).get_days() > LATELY)
}

/// Whether what came to be so on a date still holds on that of its document; a weekday is that of the news.
fn is_current(date: &Date, published: Option<civil::Date>) -> bool {
    let first = date.within(published).map(|(first, _)| first);
    !is_past(date, published) && published.zip(first).is_none_or(|(published, first)| first <= published)
}

/// The times that the clause of a figure names.
fn times<'r>(reading: &'r Reading, figure: &Range<usize>, lexicon: &Lexicon) -> Vec<When<'r>> {
    let clause = Company::beside(reading, figure).words;
    let is_alone = reading.figures().len() == 1;
    let stands_with = |words: &Range<usize>| is_alone || words.clone().any(|word| clause.contains(&word));
    let grammar = &lexicon.language.grammar;
    let mut found: Vec<When<'r>> = reading
        .dates()
        .iter()
        .filter(|date| {
            stands_with(&date.words) && (date.words.end <= figure.start || figure.end <= date.words.start)
        })
        .map(When::At)
        .collect();
    for at in 0..reading.words.len() {
        let fold = reading.words[at].fold.as_str();
        if grammar.formers.contains(&fold) && stands_with(&(at..at + 1)) {
            found.push(When::Before);
        } else if grammar.nows.contains(&fold) && stands_with(&(at..at + 1)) {
            found.push(When::Now);
        }
    }
    found
}
