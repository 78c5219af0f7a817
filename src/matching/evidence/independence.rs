//! Which of several passages come from sources of their own: near-copies of one story count once.

use crate::matching::Candidate;
use crate::matching::evidence::{Evidence, thresholds};
use crate::prose::Reading;
use rustc_hash::FxHashSet;
use std::hash::{Hash as _, Hasher as _};

/// The evidence of a sentence by the source it goes back to: each group holds the indices of evidence that
/// tells one story, the best first. Papers that print an agency's words are one group, and so are the reports
/// of one publisher.
pub fn groups(evidence: &[&Evidence]) -> Vec<Vec<usize>> {
    let stories: Vec<FxHashSet<u64>> = evidence.iter().map(|one| shingles(one)).collect();
    let mut found: Vec<Vec<usize>> = Vec::new();
    for (n, one) in evidence.iter().enumerate() {
        let is_same = |other: &usize| {
            is_one_origin(&evidence[*other].candidate, &one.candidate)
                || is_copy(&stories[*other], &stories[n])
        };
        match found.iter_mut().find(|group| group.iter().any(is_same)) {
            Some(group) => group.push(n),
            None => found.push(vec![n]),
        }
    }
    found
}

fn is_one_origin(a: &Candidate, b: &Candidate) -> bool {
    let publisher = |one: &Candidate| one.source.publisher.as_deref().map(str::to_lowercase);
    a.source.key == b.source.key || publisher(a).is_some() && publisher(a) == publisher(b)
}

/// Whether most of the shorter text stands in the other word for word.
fn is_copy(a: &FxHashSet<u64>, b: &FxHashSet<u64>) -> bool {
    let shared = a.intersection(b).count();
    let shorter = a.len().min(b.len());
    shorter >= LEAST_SHINGLES
        && crate::matching::evidence::alignment::ratio(shared, shorter) >= thresholds::COPIED
}

/// The runs of five words in a passage and the sentences around it, hashed (Broder, "On the resemblance of
/// documents", 1997).
fn shingles(one: &Evidence) -> FxHashSet<u64> {
    let readings = one.passages().map(|passage| &passage.reading);
    readings.flat_map(shingles_of).collect()
}

fn shingles_of(reading: &Reading) -> Vec<u64> {
    let words: Vec<&str> = reading
        .words
        .iter()
        .filter(|word| !word.sign)
        .map(|word| word.fold.as_str())
        .take(MOST_WORDS)
        .collect();
    let hash = |run: &[&str]| {
        let mut hasher = rustc_hash::FxHasher::default();
        run.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(SHINGLE).map(hash).collect()
}

/// Words in a run: four come together by chance, five hardly.
const SHINGLE: usize = 5;
/// Of a line or two nothing can be said.
const LEAST_SHINGLES: usize = 4;
/// A page without a full stop is not hashed to its end.
const MOST_WORDS: usize = 400;
