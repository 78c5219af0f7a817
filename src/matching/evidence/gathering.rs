//! The passages nearest to a sentence, best first.

use crate::corpus::PassageId;
use crate::language::Lexicon;
use crate::matching::evidence::alignment::{Alignment, align, same};
use crate::matching::evidence::kindred::Kindred;
use crate::matching::evidence::terms::{Term, share};
use crate::matching::evidence::{Evidence, acquaintance, alignment, thresholds};
use crate::matching::{Candidate, Desk};
use crate::prose::Reading;
use crate::prose::context::Context;
use crate::prose::names::acronyms::{is_abbreviated, spelled_out};
use crate::prose::names::same_transliteration;
use crate::text::Span;
use jiff::civil;
use std::cell::LazyCell;
use std::sync::Arc;

/// The best passages for a sentence, best first, at most `limit`.
pub fn gather(
    reading: &Reading,
    terms: &[Term],
    context: &Context,
    date: Option<civil::Date>,
    desk: &Desk,
    limit: usize,
) -> Vec<Evidence> {
    let mut rarest: Vec<&Term> = terms.iter().collect();
    rarest.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.word.cmp(&b.word)));
    let stems: Vec<&str> = rarest
        .iter()
        .map(|term| reading.words[term.word].stem.as_str())
        .filter(|stem| desk.snapshot.frequency(stem) > 0)
        .take(QUERY_TERMS)
        .collect();
    let kin = Kindred::of(reading, terms);
    let proposed: Vec<PassageId> = desk.snapshot.search(&stems, PROPOSED);
    let mut found: Vec<Weighed> = proposed
        .iter()
        .filter_map(|id| desk.candidate(*id))
        .map(|candidate| weigh(reading, terms, &kin, date, candidate, desk))
        .collect();
    let passages: Vec<&Candidate> = found.iter().map(|one| &*one.candidate).collect();
    let factors = acquaintance::factors(&passages, context, desk);
    for (one, factor) in found.iter_mut().zip(factors) {
        one.score = (one.score * factor).min(1.0);
    }
    found.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| a.candidate.source.path.cmp(&b.candidate.source.path))
            .then(a.candidate.position.cmp(&b.candidate.position))
    });
    found.truncate(limit);
    preferred_first(&mut found, desk);
    found.into_iter().map(|one| one.aligned(reading)).collect()
}

/// A passage weighed against a sentence, not yet laid beside it: of those that are proposed few are kept.
struct Weighed {
    candidate: Arc<Candidate>,
    around: Vec<Arc<Candidate>>,
    score: f64,
    topic: f64,
    hits: Vec<f64>,
}

impl Weighed {
    fn aligned(self, reading: &Reading) -> Evidence {
        let Self { candidate, around, score, topic, hits } = self;
        let alignment = align(&reading.words, &candidate.reading.words);
        let differing = differing(&candidate, &alignment, reading);
        Evidence { candidate, around, score, topic, hits, alignment, differing }
    }
}

/// Words asked of the engine: the rarest carry the ranking, more of them only cost time.
const QUERY_TERMS: usize = 14;

/// Candidates that the engine proposes; ours re-ranks them.
const PROPOSED: usize = 48;

/// Among passages that carry a sentence equally well: what nobody corrected, then primary sources, then the
/// newest. A corrected version tells what was thought, a second paper what the first reported.
fn preferred_first(found: &mut [Weighed], desk: &Desk) {
    for equal in found
        .chunk_by_mut(|a, b| a.score.total_cmp(&b.score).is_eq())
        .filter(|equal| equal.len() > 1 && equal[0].score >= thresholds::CARRIED)
    {
        // Against one without a date none is the newer.
        let dated = equal.iter().all(|one| one.candidate.source.date().is_some());
        equal.sort_by_cached_key(|one| {
            let source = &one.candidate.source;
            let is_secondary = source.kind.as_deref() != Some("primary");
            (
                desk.snapshot.is_corrected(&source.key),
                is_secondary,
                std::cmp::Reverse(source.date().filter(|_| dated)),
            )
        });
    }
}

fn weigh(
    reading: &Reading,
    terms: &[Term],
    kin: &Kindred<'_>,
    date: Option<civil::Date>,
    candidate: Arc<Candidate>,
    desk: &Desk,
) -> Weighed {
    let around: Vec<Arc<Candidate>> =
        [-2, -1, 1].into_iter().filter_map(|steps| desk.neighbour(&candidate, steps)).collect();
    let read = |text: Option<&str>| {
        text.map(|text| crate::prose::words::words(text, candidate.lexicon)).unwrap_or_default()
    };
    let source = &candidate.source;
    let (mut title, speaker) = (read(source.title.as_deref()), read(candidate.passage.speaker.as_deref()));
    // "The Herald said": who printed it, and who wrote it.
    title.extend([&source.publisher, &source.author].into_iter().flat_map(|name| read(name.as_deref())));
    // Most words of a near passage are the sentence's own.
    let meant = LazyCell::new(|| (kin.carried(&candidate), kin.carried_by_any(&around)));
    let hits: Vec<f64> = terms
        .iter()
        .enumerate()
        .map(|(n, term)| {
            let direct = carries(reading, term, date, &candidate);
            let word = &reading.words[term.word];
            if direct > 0.0 {
                direct
            } else if speaker.iter().any(|name| {
                word.capital && (same(word, name) || same_transliteration(&word.spelling, &name.spelling))
            }) {
                // A transcript's label is part of what each of its passages says.
                1.0
            } else if around.iter().any(|other| carries(reading, term, date, other) > 0.0) {
                thresholds::SURROUNDINGS
            } else if title.iter().any(|word| same(&reading.words[term.word], word)) {
                thresholds::TITLE
            } else {
                let (here, around) = &*meant;
                here[n].max(around[n] * thresholds::SURROUNDINGS)
            }
        })
        .collect();
    let all = share(terms, &hits, |term, _| term.weight);
    let heading = if candidate.passage.heading { thresholds::HEADING } else { 1.0 };
    let order = order(reading, terms, &hits, &candidate);
    let score = (all * (1.0 - thresholds::ORDER) + all * order * thresholds::ORDER) * heading;
    // A value that differs is what the rules look for; one that is the same speaks for one event.
    let topic =
        share(terms, &hits, |term, hit| if !term.value || hit > 0.0 { term.rarity } else { 0.0 }) * heading;
    // Names and years alone carry nothing across languages.
    let score =
        if reading.language == candidate.lexicon.language.code { score } else { score * thresholds::FOREIGN };
    Weighed { candidate, around, score, topic, hits }
}

/// Runs of words that only the source has, as bytes of its text. A value that the sentence has in other words
/// is none, and neither is a run of words that say little.
fn differing(candidate: &Candidate, alignment: &Alignment, reading: &Reading) -> Vec<Span> {
    if alignment.closeness() < thresholds::ALIKE {
        return Vec::new();
    }
    let (theirs, lexicon) = (&candidate.reading, candidate.lexicon);
    let agrees = |at: &usize| {
        let figure = theirs.figures().iter().find(|figure| figure.words.contains(at));
        figure.is_some_and(|figure| {
            reading
                .figures()
                .iter()
                .any(|own| own.against(figure) == Some(crate::prose::values::Relation::Agrees))
        })
    };
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for at in alignment.unmatched().filter(|at| !agrees(at)) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    let tells = |run: &std::ops::Range<usize>| {
        theirs.words[run.clone()].iter().any(|word| !word.stop || lexicon.negates(&word.fold))
    };
    runs.iter().filter(|run| tells(run)).map(|run| theirs.span(run)).collect()
}

/// How well one passage carries one term: by value for figures and dates, by word for the rest.
fn carries(reading: &Reading, term: &Term, date: Option<civil::Date>, candidate: &Candidate) -> f64 {
    let word = &reading.words[term.word];
    let other = &candidate.reading;
    if other.words.iter().any(|theirs| same(word, theirs)) {
        return 1.0;
    }
    let stands_for = |(name, words): &(&str, &[&str])| {
        candidate.lexicon.stem(name) == word.stem
            && words
                .iter()
                .all(|part| other.words.iter().any(|theirs| theirs.stem == candidate.lexicon.stem(part)))
    };
    if word.capital && candidate.lexicon.language.seats.iter().any(stands_for) {
        return 1.0;
    }
    if word.capital
        && (spelled_out(reading, term.word, other).is_some() || is_abbreviated(reading, term.word, other))
    {
        return 1.0;
    }
    if !term.value {
        return 0.0;
    }
    let figure = reading.figures().iter().find(|figure| figure.words.contains(&term.word));
    let agrees = figure.is_some_and(|figure| {
        other
            .figures()
            .iter()
            .any(|theirs| figure.against(theirs) == Some(crate::prose::values::Relation::Agrees))
    });
    let named = reading.dates().iter().find(|named| named.words.contains(&term.word));
    let dated = named.is_some_and(|named| {
        let theirs = candidate.source.date();
        let printed = other.dates().iter().any(|theirs_named| {
            named.against(date, theirs_named, theirs) == Some(crate::prose::values::Relation::Agrees)
        });
        printed || named.resolve(date).is_some_and(|day| Some(day) == theirs)
    });
    if agrees || dated { 1.0 } else { 0.0 }
}

/// Share of neighbouring carried terms that also stand near each other in the passage, in order.
fn order(reading: &Reading, terms: &[Term], hits: &[f64], candidate: &Candidate) -> f64 {
    let places: Vec<Option<usize>> = terms
        .iter()
        .zip(hits)
        .filter(|(_, hit)| **hit > 0.0)
        .map(|(term, _)| {
            candidate.reading.words.iter().position(|theirs| same(&reading.words[term.word], theirs))
        })
        .collect();
    let pairs: Vec<bool> = places
        .windows(2)
        .map(|pair| matches!((pair[0], pair[1]), (Some(a), Some(b)) if b > a && b - a <= NEAR))
        .collect();
    if pairs.is_empty() {
        1.0
    } else {
        alignment::ratio(pairs.iter().filter(|near| **near).count(), pairs.len())
    }
}

/// Two content words this many words apart belong to one clause.
const NEAR: usize = 5;

/// Whether a passage tells something in the draft's language, and is no headline: what it says may be held against a sentence.
pub fn may_be_held(own: &Lexicon, candidate: &Candidate) -> bool {
    same_language(own, candidate) && !candidate.passage.heading
}

/// The language in which two readings may be compared word by word.
pub fn same_language(own: &Lexicon, candidate: &Candidate) -> bool {
    own.language.code == candidate.lexicon.language.code
}
