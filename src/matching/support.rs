//! How well the corpus as a whole carries a sentence.

use super::Desk;
use super::evidence::{self, Evidence, Term};
use crate::prose::Reading;
use jiff::civil;

/// What the corpus has on a sentence.
#[derive(Debug)]
pub struct Support {
    pub terms: Vec<Term>,
    /// Best first.
    pub evidence: Vec<Evidence>,
    /// 0 to 1: how well the corpus carries the sentence.
    pub score: f64,
}

/// Passages kept for a sentence: enough for disagreements among sources to show.
const KEPT_EVIDENCE: usize = 12;

impl Support {
    /// Searches the corpus for a sentence. `date` is the draft's own. Depends on nothing else of the draft.
    pub fn of(reading: &Reading, date: Option<civil::Date>, desk: &Desk) -> Self {
        let terms = evidence::terms(reading, desk);
        let evidence = evidence::gather(reading, &terms, date, desk, KEPT_EVIDENCE);
        let score = score(&terms, &evidence);
        Self { terms, evidence, score }
    }
}

/// Score of a sentence, 0 to 1: its best passage, and what further passages add.
fn score(terms: &[Term], evidence: &[Evidence]) -> f64 {
    let Some(best) = evidence.first() else { return 0.0 };
    let whole: f64 = terms.iter().map(|term| term.weight).sum();
    if whole <= 0.0 {
        return 0.0;
    }
    let near = evidence.iter().skip(1).filter(|other| other.topic >= best.topic * RELATED).take(HELPERS);
    let mut hits = best.hits.clone();
    for other in near {
        for (hit, more) in hits.iter_mut().zip(&other.hits) {
            *hit = hit.max(more * HELP);
        }
    }
    let together: f64 = terms.iter().zip(&hits).map(|(term, hit)| term.weight * hit).sum::<f64>() / whole;
    (best.score + (together - best.score).max(0.0) * SHARED).clamp(0.0, 1.0)
}

/// Terms that no passage among the best carries, even in its surroundings.
pub fn uncarried<'a>(terms: &'a [Term], evidence: &'a [Evidence]) -> impl Iterator<Item = &'a Term> {
    terms
        .iter()
        .enumerate()
        .filter(|(n, _)| evidence.iter().all(|one| one.hits.get(*n).is_none_or(|hit| *hit == 0.0)))
        .map(|(_, term)| term)
}

/// A second passage helps when it speaks of the same thing at least this much.
const RELATED: f64 = 0.7;
/// At most this many passages help the best one.
const HELPERS: usize = 3;
/// What a word is worth that only a helper carries.
const HELP: f64 = 0.8;
/// How much of the helpers' addition counts: a sentence sewn from four sources is weaker than one found in one.
const SHARED: f64 = 0.2;
