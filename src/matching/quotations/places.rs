//! Where a fragment of a quotation stands in the whole corpus, and where something near it does.

use crate::language::Lexicon;
use crate::matching::quotations::fit::{Place, SLACK, fit, marks};
use crate::matching::quotations::reading::Token;
use crate::matching::quotations::thresholds;
use crate::matching::quotations::window::Window;
use crate::matching::{Candidate, Desk};
use crate::prose::words::Word;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// The windows that may hold a fragment, most promising first.
pub fn windows(fragment: &[Token], desk: &Desk) -> Vec<Arc<Window>> {
    let mut promising = proposed(fragment, PROPOSED, desk);
    // A long quotation of common words is found by a sentence's worth of them, at either end and in the
    // middle.
    if fragment.len() > 2 * STRETCH {
        for from in [0, (fragment.len() - STRETCH) / 2, fragment.len() - STRETCH] {
            promising.extend(proposed(&fragment[from..from + STRETCH], PROPOSED / 3, desk));
        }
    }
    let mut covered: FxHashSet<(&str, u32)> = FxHashSet::default();
    let new = promising.iter().filter(|centre| covered.insert((&centre.source.path, centre.position)));
    new.map(|centre| Arc::new(Window::around(centre, fragment.len() + SLACK, desk))).collect()
}

/// The passages that carry most of some words' rare ones, best first.
fn proposed(tokens: &[Token], limit: usize, desk: &Desk) -> Vec<Arc<Candidate>> {
    let mut stems: Vec<&Word> = tokens
        .iter()
        .filter(|token| !token.is_inserted() && !token.word.sign)
        .map(|token| &token.word)
        .collect();
    stems.sort_by(|a, b| {
        a.stop.cmp(&b.stop).then(desk.snapshot.rarity(&b.stem).total_cmp(&desk.snapshot.rarity(&a.stem)))
    });
    let mut seen = FxHashSet::default();
    let rare: Vec<&str> = stems
        .into_iter()
        .map(|word| word.stem.as_str())
        .filter(|stem| desk.snapshot.frequency(stem) > 0 && seen.insert(*stem))
        .take(QUERY_TERMS)
        .collect();
    let carries = |candidate: &Arc<Candidate>| {
        let words = &candidate.reading.words;
        rare.iter()
            .filter(|stem| words.iter().any(|word| word.stem == **stem))
            .map(|stem| desk.snapshot.rarity(stem))
            .sum::<f64>()
    };
    let found = desk.snapshot.search(&rare, limit).into_iter().filter_map(|id| desk.candidate(id));
    let found: Vec<(f64, Arc<Candidate>)> = found.map(|candidate| (carries(&candidate), candidate)).collect();
    let most = found.iter().map(|(carried, _)| *carried).fold(0.0, f64::max);
    found
        .into_iter()
        .filter(|(carried, _)| *carried >= most * thresholds::PROMISING)
        .map(|(_, candidate)| candidate)
        .collect()
}

/// Words of a sentence of speech.
const STRETCH: usize = 16;

/// Words asked of the engine, and passages it proposes: with fewer, quotations of common words are lost in a
/// large archive.
const QUERY_TERMS: usize = 12;
const PROPOSED: usize = 40;

/// Every place where a fragment stands word for word.
pub fn exact(fragment: &[Token], windows: &[Arc<Window>]) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    let mut seen: FxHashSet<(String, u32, u32)> = FxHashSet::default();
    for window in windows {
        for from in 0..(window.len() + 1).saturating_sub(fragment.len()) {
            let here = fragment
                .iter()
                .enumerate()
                .all(|(n, token)| !token.is_inserted() && window.word(from + n).fold == token.word.fold);
            if here {
                let (candidate, span) = window.place(from);
                if seen.insert((candidate.source.path.clone(), candidate.position, span.start)) {
                    found.push(Place {
                        edits: marks(fragment, window, from),
                        ..Place::exact(window, from, from + fragment.len())
                    });
                }
            }
        }
    }
    found
}

/// The places nearest to a fragment, best first: each window's own best alignment.
pub fn nearest(fragment: &[Token], windows: &[Arc<Window>], lexicon: &Lexicon) -> Vec<Place> {
    let mut ranked: Vec<(usize, &Arc<Window>)> =
        windows.iter().map(|window| (shared(fragment, window), window)).collect();
    ranked.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    let fitted = ranked.into_iter().take(ALIGNED).filter_map(|(_, window)| fit(fragment, window, lexicon));
    let mut seen: FxHashSet<(String, u32, u32)> = FxHashSet::default();
    let mut found: Vec<Place> = fitted
        .filter(|place| {
            place.origin().is_some_and(|(candidate, span)| {
                seen.insert((candidate.source.path.clone(), candidate.position, span.start))
            })
        })
        .collect();
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    found
}

/// Windows worth a full alignment.
const ALIGNED: usize = 10;

/// Where other sources than those of the `exact` places have much of a fragment's words: the same statement,
/// otherwise worded.
pub fn variants(
    fragment: &[Token],
    windows: &[Arc<Window>],
    exact: &[Place],
    lexicon: &Lexicon,
) -> Vec<Place> {
    // Half of its words with meaning, and half as many pairs.
    let telling = fragment.iter().filter(|token| !token.word.stop).count();
    if fragment.len() < WORDED {
        return Vec::new();
    }
    let here: FxHashSet<&str> = exact
        .iter()
        .filter_map(|place| place.origin())
        .map(|(candidate, _)| candidate.source.path.as_str())
        .collect();
    let other = windows.iter().filter(|window| {
        let path = window.passages.first().map_or("", |passage| passage.source.path.as_str());
        !here.contains(path) && shared(fragment, window) >= telling
    });
    let other: Vec<Arc<Window>> = other.cloned().collect();
    let mut found = nearest(fragment, &other, lexicon);
    found.retain(|place| place.kept(fragment) >= thresholds::ALIKE);
    let mut seen = FxHashSet::default();
    found.retain(|place| {
        place.origin().is_some_and(|(candidate, _)| seen.insert(candidate.source.path.clone()))
    });
    found
}

/// Shorter quotations resemble anything.
const WORDED: usize = 7;

/// How much of a fragment a window has: words with meaning, and pairs of neighbours, which tell one place
/// from another where the words are common. Each word and pair of the fragment counts once.
fn shared(fragment: &[Token], window: &Window) -> usize {
    let word = |at: usize| window.word(at).fold.as_str();
    let here: FxHashSet<&str> = (0..window.len()).map(word).collect();
    let pairs: FxHashSet<(&str, &str)> = (1..window.len()).map(|at| (word(at - 1), word(at))).collect();
    let carried =
        fragment.iter().filter(|token| !token.word.stop && here.contains(token.word.fold.as_str())).count();
    let paired = fragment
        .windows(2)
        .filter(|pair| pairs.contains(&(pair[0].word.fold.as_str(), pair[1].word.fold.as_str())))
        .count();
    carried + paired
}
