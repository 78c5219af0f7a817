//! Seeds of an alignment: runs of equal words that a long quotation and a stretch of a source have in common,
//! chained in order.

use crate::language::Lexicon;
use crate::matching::quotations::reading::Token;
use crate::matching::quotations::window::Window;
use rustc_hash::FxHashMap;

/// Equal words: the first on either side, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seed {
    pub quoted: usize,
    pub source: usize,
    pub length: usize,
}

/// Words that a seed must have; shorter runs stand anywhere.
const LEAST: usize = 3;
/// A run of words that the window repeats more often tells nothing of the place.
const REPEATED: usize = 8;
/// Longer quotations have more runs than need be chained; the longest are kept.
const KEPT: usize = 64;

/// The chain of seeds that covers most words; `None` if there is no seed. Linear in the words of both, for
/// what is repeated often is left out.
pub(super) fn chain(fragment: &[Token], window: &Window, lexicon: &Lexicon) -> Option<Vec<Seed>> {
    let mut starts: FxHashMap<[&str; LEAST], Vec<usize>> = FxHashMap::default();
    for at in 0..(window.len() + 1).saturating_sub(LEAST) {
        starts.entry(std::array::from_fn(|n| window.word(at + n).fold.as_str())).or_default().push(at);
    }
    let mut found: Vec<Seed> = Vec::new();
    // The farthest word of each diagonal that a seed covers.
    let mut covered: FxHashMap<isize, usize> = FxHashMap::default();
    for at in 0..(fragment.len() + 1).saturating_sub(LEAST) {
        let key: [&str; LEAST] = std::array::from_fn(|n| fragment[at + n].word.fold.as_str());
        for source in starts.get(&key).into_iter().flatten().take(REPEATED) {
            let diagonal = source.wrapping_sub(at).cast_signed();
            if covered.get(&diagonal).is_some_and(|end| *end > at) {
                continue;
            }
            let same = |n: &usize| fragment[at + n].is_same(window.word(source + n), lexicon);
            let most = (fragment.len() - at).min(window.len() - source);
            let length = (0..most).take_while(same).count();
            covered.insert(diagonal, at + length);
            if length >= LEAST {
                found.push(Seed { quoted: at, source: *source, length });
            }
        }
    }
    found.sort_by_key(|seed| (std::cmp::Reverse(seed.length), seed.quoted, seed.source));
    found.truncate(KEPT);
    found.sort_by_key(|seed| (seed.quoted, seed.source));
    best_chain(&found)
}

/// The seeds in order on both sides that cover most words, the narrowest stretch of the source preferred.
fn best_chain(seeds: &[Seed]) -> Option<Vec<Seed>> {
    let mut best: Vec<(usize, usize, Option<usize>)> = Vec::with_capacity(seeds.len());
    for (n, seed) in seeds.iter().enumerate() {
        let follows = |before: &Seed| {
            before.quoted + before.length <= seed.quoted && before.source + before.length <= seed.source
        };
        let previous = (0..n).filter(|m| follows(&seeds[*m]) && seed.source - seeds[*m].source <= FARTHEST);
        let chosen = previous.max_by_key(|m| (best[*m].0, std::cmp::Reverse(seed.source - seeds[*m].source)));
        let words = chosen.map_or(0, |m| best[m].0);
        best.push((words + seed.length, seed.source, chosen));
    }
    let mut at = (0..seeds.len()).max_by_key(|n| (best[*n].0, std::cmp::Reverse(*n)))?;
    let mut chain = vec![seeds[at]];
    while let Some(before) = best[at].2 {
        chain.push(seeds[before]);
        at = before;
    }
    chain.reverse();
    Some(chain)
}

/// Words between two seeds beyond which they belong to two places.
const FARTHEST: usize = 200;
