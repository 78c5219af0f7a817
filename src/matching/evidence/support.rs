//! How well the corpus as a whole carries a sentence.

use crate::matching::Desk;
use crate::matching::evidence::alignment::ratio;
use crate::matching::evidence::terms::Term;
use crate::matching::evidence::{Evidence, thresholds};
use crate::prose::Reading;
use crate::prose::context::Context;
use jiff::civil;

/// What the corpus has on a sentence.
#[derive(Debug)]
pub struct Support {
    pub terms: Vec<Term>,
    /// Best first.
    pub evidence: Vec<Evidence>,
    /// 0 to 1: how well the corpus carries the sentence.
    pub score: f64,
    /// Number of the evidence in another language that has its names and values.
    pub translation: Option<usize>,
}

/// Passages kept for a sentence: enough for disagreements among sources to show.
pub const KEPT_EVIDENCE: usize = 12;

impl Support {
    /// Searches the corpus for a sentence. `date` is the draft's own. Depends on nothing else of the draft.
    pub fn of(reading: &Reading, context: &Context, date: Option<civil::Date>, desk: &Desk) -> Self {
        let terms = crate::matching::evidence::terms::terms(reading, desk);
        let evidence =
            crate::matching::evidence::gathering::gather(reading, &terms, context, date, desk, KEPT_EVIDENCE);
        let score = score(&terms, &evidence);
        let translation = translation(reading, &terms, &evidence);
        Self { terms, evidence, score, translation }
    }
}

/// Score of a sentence, 0 to 1: its best passage, and what further passages add.
fn score(terms: &[Term], evidence: &[Evidence]) -> f64 {
    let Some(best) = evidence.first() else { return 0.0 };
    let whole: f64 = terms.iter().map(|term| term.weight).sum();
    if whole <= 0.0 {
        return 0.0;
    }
    let near =
        evidence.iter().skip(1).filter(|other| other.topic >= best.topic * thresholds::RELATED).take(HELPERS);
    let mut hits = best.hits.clone();
    for other in near {
        for (hit, more) in hits.iter_mut().zip(&other.hits) {
            *hit = hit.max(more * thresholds::HELP);
        }
    }
    let together: f64 = terms.iter().zip(&hits).map(|(term, hit)| term.weight * hit).sum::<f64>() / whole;
    (best.score + (together - best.score).max(0.0) * thresholds::SHARED).clamp(0.0, 1.0)
}

/// The first passage in another language that has nearly all names and values of a sentence, a name among
/// them: it may tell the same, which only a person can say.
fn translation(reading: &Reading, terms: &[Term], evidence: &[Evidence]) -> Option<usize> {
    let is_name = |term: &Term| {
        reading.names().iter().any(|name| name.words.start > 0 && name.words.contains(&term.word))
    };
    let one_noun_in_many =
        crate::language::by_code(reading.language).is_some_and(|lexicon| lexicon.language.capital_nouns);
    let is_shared = |one: &Evidence| {
        let tied: Vec<(bool, bool)> = terms
            .iter()
            .zip(&one.hits)
            .filter(|(term, _)| term.value || is_name(term))
            .map(|(term, hit)| (is_name(term), *hit > 0.0))
            .collect();
        // Where every noun has a capital, many a name is none.
        let least = if one_noun_in_many { thresholds::LEAST_TIES_IN_NOUNS } else { thresholds::MOST_TIES };
        let carried = tied.iter().filter(|(_, carried)| *carried).count();
        carried >= LEAST_TIES && ratio(carried, tied.len()) >= least && tied.contains(&(true, true))
    };
    evidence.iter().position(|one| one.candidate.lexicon.language.code != reading.language && is_shared(one))
}

/// Names and values that a passage in another language must have: so many, and this share of them.
const LEAST_TIES: usize = 2;

/// At most this many passages help the best one.
const HELPERS: usize = 3;
