//! How well the corpus as a whole carries a sentence.

use super::evidence::{Evidence, Term};

/// Score of a sentence, 0 to 1: its best passage, and what further passages add.
pub fn score(terms: &[Term], evidence: &[Evidence]) -> f64 {
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
