//! Evidence: a passage held against a sentence, with its score.

pub mod acquaintance;
pub mod alignment;
pub mod gathering;
pub mod independence;
pub mod kindred;
pub mod support;
pub mod terms;
pub(super) mod thresholds;

use crate::matching::Candidate;
use crate::matching::evidence::alignment::Alignment;
use crate::matching::evidence::terms::{Term, share};
use crate::text::Span;
use std::sync::Arc;

/// A passage held against a sentence.
#[derive(Clone, Debug)]
pub struct Evidence {
    pub candidate: Arc<Candidate>,
    /// The sentences around it: two before, one behind.
    pub around: Vec<Arc<Candidate>>,
    /// How well the passage with its surroundings carries the sentence, 0 to 1.
    pub score: f64,
    /// The same without figures and dates that the passage has not: whether the two speak of one thing at
    /// all.
    pub topic: f64,
    /// For each term, how well it is carried: 1 in the passage, less in its surroundings.
    pub hits: Vec<f64>,
    pub alignment: Alignment,
    /// The words of the passage in which it differs from the sentence, as bytes of its text; none where the
    /// two are so far apart that all of it would differ.
    pub differing: Vec<Span>,
}

impl Evidence {
    /// The sentences around the passage, and the passage.
    pub fn passages(&self) -> impl Iterator<Item = &Arc<Candidate>> + Clone {
        self.around.iter().chain([&self.candidate])
    }

    /// Share of a sentence's terms, values left out, that the passage itself carries, by weight, 0 to 1.
    pub fn direct(&self, terms: &[Term]) -> f64 {
        let direct: Vec<f64> = self.hits.iter().map(|hit| if *hit >= 1.0 { 1.0 } else { 0.0 }).collect();
        share(terms, &direct, |term, _| if term.value { 0.0 } else { term.rarity })
    }
}
