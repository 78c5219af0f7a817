//! The course of a quotation in several fragments through the sources: one place for each, in one source and
//! in order if that can be had.

use crate::matching::Candidate;
use crate::matching::quotations::fit::Place;
use crate::matching::quotations::thresholds;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How a fragment follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// The writer marked a cut: any number of words may lie between (E5).
    Elided,
    /// "she said", or a paragraph's end, stands between them: nothing may be left out (Q3, Q6).
    Adjacent,
}

/// How two places of one quotation lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lie {
    /// The second follows, after so many spoken words.
    After(usize),
    /// The second comes before the first has ended.
    Before,
    /// In another source.
    Elsewhere,
}

/// For each fragment the number of the option that makes the whole cheapest. `options` are the places of each
/// fragment, none of them empty; `bonds` has one entry less. `dislike` adds to a place's cost.
pub fn course(options: &[Vec<&Place>], bonds: &[Bond], dislike: &dyn Fn(&Place) -> f64) -> Vec<usize> {
    let mut table: Vec<Vec<(f64, usize)>> = Vec::with_capacity(options.len());
    for (n, places) in options.iter().enumerate() {
        let row = places.iter().map(|place| {
            // What is the same for the only choice need not be asked.
            let own = place.cost + if places.len() > 1 { dislike(place) } else { 0.0 };
            let Some(before) = n.checked_sub(1) else { return (own, 0) };
            let reach =
                |m: usize| table[before][m].0 + toll(bonds.get(before), lie(options[before][m], place));
            let best = (0..options[before].len()).min_by(|a, b| reach(*a).total_cmp(&reach(*b))).unwrap_or(0);
            (own + reach(best), best)
        });
        let row = row.collect();
        table.push(row);
    }
    let Some(last) = table.last() else { return Vec::new() };
    let mut at = (0..last.len()).min_by(|a, b| last[*a].0.total_cmp(&last[*b].0)).unwrap_or(0);
    let mut chosen = vec![at];
    for row in table.iter().skip(1).rev() {
        at = row[at].1;
        chosen.push(at);
    }
    chosen.reverse();
    chosen
}

/// What it costs to go from one place to the next.
fn toll(bond: Option<&Bond>, lie: Lie) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "word counts are small")]
    match (bond, lie) {
        (_, Lie::Elsewhere) => thresholds::APART,
        (_, Lie::Before) => thresholds::APART * 0.9,
        (Some(Bond::Adjacent), Lie::After(words)) => {
            (words as f64 * thresholds::PER_WORD).min(thresholds::APART * 0.8)
        }
        (_, Lie::After(words)) => (words as f64 * thresholds::PER_CUT_WORD).min(thresholds::PER_WORD),
    }
}

/// How `second` lies to `first`.
pub fn lie(first: &Place, second: &Place) -> Lie {
    let (Some((a, end)), Some((b, start))) = (first.end(), second.origin()) else { return Lie::Elsewhere };
    if a.source.path != b.source.path {
        return Lie::Elsewhere;
    }
    if (b.position, start.start) < (a.position, end.end) {
        return Lie::Before;
    }
    let whole = |candidate: &Candidate| Span::new(0, candidate.passage.text.len());
    if a.position == b.position {
        return Lie::After(spoken(a, Span { start: end.end, end: start.start }));
    }
    let rest = spoken(a, Span { start: end.end, end: whole(a).end })
        + spoken(b, Span { start: 0, end: start.start });
    let apart = b.position - a.position - 1;
    let known: FxHashMap<u32, &Arc<Candidate>> = first
        .window
        .passages
        .iter()
        .chain(&second.window.passages)
        .map(|passage| (passage.position, passage))
        .collect();
    let words = |position| known.get(&position).map_or(SENTENCE, |passage| spoken(passage, whole(passage)));
    let between =
        if apart > FAR { apart as usize * SENTENCE } else { (a.position + 1..b.position).map(words).sum() };
    Lie::After(rest + between)
}

/// Beyond so many sentences nobody counts words.
const FAR: u32 = 60;
/// Words of a sentence nobody looked at.
const SENTENCE: usize = 12;

/// Words in a stretch of a passage that somebody speaks: between marks, where the passage has marks.
fn spoken(candidate: &Arc<Candidate>, within: Span) -> usize {
    let quoted = &candidate.passage.quoted;
    let speech = |word: Span| quoted.is_empty() || quoted.iter().any(|quoted| quoted.span.overlaps(word));
    candidate.reading.words.iter().filter(|word| within.covers(word.span) && speech(word.span)).count()
}
