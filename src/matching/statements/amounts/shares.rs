//! What share of a whole: "most", "about half", against what the source counts: "of 300 growers, 72" (H3, N6).

use crate::language::{Bound, Lexicon};
use crate::matching::statements::clauses::phrases;
use crate::matching::statements::company::{Company, is_denied_beside};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::figures::{Course, Figure, Unit};
use crate::prose::values::Relation;
use std::ops::Range;

/// A share of a whole, least and most, 0 to 1.
#[derive(Clone, Debug)]
struct Share {
    words: Range<usize>,
    /// The word that stands for it in its clause.
    at: usize,
    least: f64,
    most: f64,
    /// In the words of a language, and not counted.
    worded: bool,
    /// The part and the whole that it was worked out from.
    of: Option<(f64, f64)>,
}

/// The first share of the draft that what the passage counts does not bear out, nor any other share there.
pub fn other_share(pair: Pair<'_>) -> Option<Difference> {
    let (own, theirs, lexicon) = (pair.reading, pair.theirs(), pair.lexicon);
    let shares = told(own, lexicon);
    if shares.is_empty() || !pair.is_readable() {
        return None;
    }
    let previous = previous(pair);
    let mut counted = counted(theirs, previous, lexicon);
    if shares.iter().all(|share| share.worded) {
        counted.extend(percentages(theirs));
    }
    if counted.is_empty() {
        return None;
    }
    let near: Vec<&Reading> = [theirs].into_iter().chain(previous).collect();
    let has_exception = !phrases(own, lexicon.exceptions()).is_empty();
    let open = |share: &Share| share.least < 1.0 || !has_exception;
    shares.into_iter().filter(|one| !(pair.skip)(one.at)).filter(open).find_map(|share| {
        let company = Company::beside(own, &share.words);
        let fits = |other: &Share| stands(own, &share, other) != Relation::Conflicts;
        if company.shared_by_all(&near).0 < thresholds::SAME_WHOLE || counted.iter().any(fits) {
            return None;
        }
        let is_told = |reading: &Reading| {
            told(reading, lexicon)
                .iter()
                .any(|other| fits(other) && company.shared_by_all(&[reading]).0 >= thresholds::SAME_PART)
        };
        if pair.evidence.around.iter().any(|one| is_told(&one.reading))
            || pair.others().any(|one| is_told(&one.reading))
            || is_told(theirs)
        {
            return None;
        }
        let of_one = |there: &&Share| {
            let (part, words) = company.shared(&Company::of(theirs, there.at));
            let denied = |reading: &Reading, share: &Share| is_denied_beside(reading, &share.words, lexicon);
            part >= thresholds::SAME_PART && words >= LEAST && denied(own, &share) == denied(theirs, there)
        };
        let there = counted.iter().find(of_one)?;
        Some(Difference {
            kind: Kind::Share,
            stands: Stands::Excluded,
            draft: share.words.clone(),
            source: there.words.clone(),
            means: there.of.map(|(part, whole)| format!("{part} of {whole}")),
        })
    })
}

/// Words that the clauses of two shares must have in common.
const LEAST: usize = 2;
/// "Nearly all" of 78 in 100 is no mistake, and neither is "a third" of 36.
const LOOSE: f64 = 0.03;
/// Of fewer nothing is told as a share.
const LEAST_WHOLE: f64 = 3.0;

/// How a share of the draft stands to another.
fn stands(own: &Reading, share: &Share, other: &Share) -> Relation {
    let figure = own.figures().iter().find(|figure| figure.words == share.words);
    if let Some(figure) = figure.filter(|_| !other.worded) {
        let value = other.least * 100.0;
        let made =
            Figure { low: value, high: value, step: figure.step, bound: Bound::Exact, ..figure.clone() };
        return figure.against(&made).unwrap_or(Relation::Agrees);
    }
    let apart = other.most < share.least - LOOSE || other.least > share.most + LOOSE;
    if apart { Relation::Conflicts } else { Relation::Agrees }
}

/// The passage before, if it stands in the same paragraph.
fn previous(pair: Pair<'_>) -> Option<&Reading> {
    let own = &pair.evidence.candidate;
    let before = pair.previous()?;
    (before.passage.paragraph == own.passage.paragraph).then_some(&before.reading)
}

/// Shares by their words, and percentages and fractions.
fn told(reading: &Reading, lexicon: &Lexicon) -> Vec<Share> {
    let worded = |at: usize| {
        let is_here = |(phrase, _, _): &&(&str, f64, f64)| {
            let mut parts = phrase.split(' ').enumerate();
            parts.all(|(n, part)| reading.words.get(at + n).is_some_and(|word| word.fold == part))
        };
        let longest =
            lexicon.language.degrees.shares.iter().filter(is_here).max_by_key(|(phrase, _, _)| phrase.len());
        longest.map(|(phrase, least, most)| {
            let words = at..at + phrase.split(' ').count();
            Share { at: words.end - 1, words, least: *least, most: *most, worded: true, of: None }
        })
    };
    let mut all: Vec<Share> = percentages(reading).collect();
    for share in (0..reading.words.len()).filter_map(worded) {
        if all
            .iter()
            .all(|other| share.words.start >= other.words.end || share.words.end <= other.words.start)
        {
            all.push(share);
        }
    }
    all
}

/// Percentages and fractions.
fn percentages(reading: &Reading) -> impl Iterator<Item = Share> {
    let shares = reading
        .figures()
        .iter()
        .filter(|figure| figure.unit == Unit::Percent && figure.course == Course::Level);
    shares.map(|figure| Share {
        words: figure.words.clone(),
        at: figure.words.end - 1,
        least: figure.low / 100.0,
        most: figure.high / 100.0,
        worded: false,
        of: None,
    })
}

/// Shares as a passage counts them: "of 300 growers, 72", "72 of the 300 growers"; or, of the whole that the sentence before
/// names, "72 had finished".
fn counted(reading: &Reading, previous: Option<&Reading>, lexicon: &Lexicon) -> Vec<Share> {
    let wholes: Vec<&Figure> = counts(reading).filter(|figure| is_whole(reading, figure, lexicon)).collect();
    let share = |part: &Figure, whole: &Figure| {
        let value = part.low / whole.low;
        Share {
            words: part.words.start.min(whole.words.start)..part.words.end.max(whole.words.end),
            at: part.words.end - 1,
            least: value,
            most: value,
            worded: false,
            of: Some((part.low, whole.low)),
        }
    };
    let parts = |whole: &Figure| {
        let (from, least) = (whole.words.start, whole.low);
        let is_part = move |part: &&Figure| {
            let behind = part.words.start > from;
            part.low < least && (behind || part.words.end + 2 >= from)
        };
        counts(reading).filter(is_part).map(|part| share(part, whole)).collect::<Vec<_>>()
    };
    let mut found: Vec<Share> = wholes.iter().flat_map(|whole| parts(whole)).collect();
    if wholes.is_empty()
        && let Some(whole) = previous.and_then(|previous| {
            counts(previous).filter(|figure| figure.low >= LEAST_WHOLE).max_by(|a, b| a.low.total_cmp(&b.low))
        })
    {
        let first = counts(reading).find(|part| part.words.start <= NEAR_START && part.low < whole.low);
        found.extend(first.map(|part| Share {
            words: part.words.clone(),
            ..share(part, &Figure { words: part.words.clone(), ..whole.clone() })
        }));
    }
    found
}

/// "In 22 cases", "409 said".
const NEAR_START: usize = 2;

fn counts(reading: &Reading) -> impl Iterator<Item = &Figure> {
    let plain = |figure: &&Figure| {
        figure.unit == Unit::Count
            && figure.course == Course::Level
            && !figure.is_wide()
            && figure.bound == Bound::Exact
            && figure.low >= 1.0
    };
    reading.figures().iter().filter(plain)
}

/// Whether a number is that of a whole: "of 300", "of our 86".
fn is_whole(reading: &Reading, figure: &Figure, lexicon: &Lexicon) -> bool {
    let before = (0..figure.words.start).rev().take(WHOLE_WITHIN);
    let mut before = before.take_while(|at| reading.words[*at].stop);
    figure.low >= LEAST_WHOLE
        && before.any(|at| lexicon.language.degrees.partitives.contains(&reading.words[at].fold.as_str()))
}

/// "Of the 300", "of our 86".
const WHOLE_WITHIN: usize = 2;
