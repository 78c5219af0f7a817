//! What the corpus has on one sentence, and what follows from it.

use crate::corpus::Meta;
use crate::matching::evidence::support::Support;
use crate::matching::evidence::{Evidence, independence};
use crate::prose::context::Context;
use crate::rules::case::exempt::Exempt;
use crate::rules::case::thresholds;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// What the evidence says of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Supported,
    Partial,
    Unsourced,
    Conflicting,
    /// Its cited source is not saved.
    Unchecked,
    /// Needs no source.
    Exempt,
}

/// One sentence and what the corpus has on it.
#[derive(Debug)]
pub struct Assessment {
    pub support: Arc<Support>,
    /// What the sentences before it speak of, as far as the sources know it.
    pub context: Context,
    /// Why it needs no source, if it needs none.
    pub exempt: Option<Exempt>,
    /// What it cites and nobody saved.
    pub unsaved: Vec<String>,
    /// The sources that it cites.
    pub cited: Vec<Arc<Meta>>,
}

/// A sentence of so few telling words is called unsourced only when hardly any of them is carried.
const FEW_TERMS: usize = 4;

impl Assessment {
    /// The best passage of each source that carries the sentence.
    pub fn carrying(&self) -> Vec<&Evidence> {
        let best = self.support.evidence.first().map_or(0.0, |one| one.score);
        let carries = |one: &&Evidence| {
            one.score >= thresholds::PARTIAL.max(best * thresholds::AS_GOOD) && !one.candidate.passage.heading
        };
        let mut seen: FxHashSet<String> = FxHashSet::default();
        self.support
            .evidence
            .iter()
            .filter(carries)
            .filter(|one| seen.insert(one.candidate.source.key.clone()))
            .collect()
    }

    /// The same by the story that they go back to; each group holds indices of [`Self::carrying`].
    pub fn independent(&self) -> Vec<Vec<usize>> {
        if self.support.score < thresholds::PARTIAL {
            Vec::new()
        } else {
            independence::groups(&self.carrying())
        }
    }

    /// Whether the best passage lacks a figure or a date of the sentence.
    fn lacks_value(&self) -> bool {
        let best = self.support.evidence.first();
        best.is_none_or(|best| {
            self.support.terms.iter().zip(&best.hits).any(|(term, hit)| term.value && *hit == 0.0)
        })
    }

    /// The score from which a sentence counts as sourced: a lower one where the best source has all its names, figures and dates.
    fn supported_from(&self) -> f64 {
        let source = self.support.evidence.first().map(|best| &best.candidate.source.key);
        let near: Vec<&Evidence> =
            self.support.evidence.iter().filter(|one| Some(&one.candidate.source.key) == source).collect();
        let mut facts = self.support.terms.iter().enumerate().filter(|(_, term)| term.value || term.name);
        if facts.all(|(n, _)| near.iter().any(|one| one.hits[n] > 0.0)) {
            thresholds::WITH_ITS_FACTS
        } else {
            thresholds::LACKING_A_FACT
        }
    }

    /// The verdict of the evidence alone; a conflict that a rule finds goes before it.
    pub fn verdict(&self) -> Verdict {
        // What a source carries is sourced, whether or not it needs to be.
        let least =
            if self.exempt.is_none_or(Exempt::is_statement) { thresholds::PARTIAL } else { f64::INFINITY };
        if self.exempt.is_some() && self.support.score < least {
            Verdict::Exempt
        } else if self.support.score >= self.supported_from() {
            Verdict::Supported
        } else if self.support.score >= thresholds::PARTIAL {
            Verdict::Partial
        } else if !self.unsaved.is_empty() {
            Verdict::Unchecked
        } else if self.support.translation.is_some() {
            Verdict::Partial
        } else if self.support.terms.len() <= FEW_TERMS
            && self.support.score >= thresholds::FEW_LEAST
            && !self.lacks_value()
        {
            // "Seoul is worried, too": so few words prove nothing either way.
            Verdict::Partial
        } else {
            Verdict::Unsourced
        }
    }
}
