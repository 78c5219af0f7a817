//! `unsourced-claim`: no passage supports a sentence that needs a source.

use crate::config::Level;
use crate::matching::evidence::Evidence;
use crate::rules::case::assessment::Verdict;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};
use crate::rules::sourcing::thresholds;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::UnsourcedClaim,
    summary: "No passage of the sources supports this sentence.",
    docs: include_str!("../../../docs/rules/unsourced-claim.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    if is_quotation(scene) {
        return Vec::new();
    }
    if let Some(one) =
        scene.support.translation.map(|n| &scene.support.evidence[n]).filter(|_| scene.is_unsourced())
    {
        return vec![translated(scene, one)];
    }
    if scene.around.verdict != Verdict::Unsourced {
        return Vec::new();
    }
    let nearest = scene.support.evidence.first();
    if let Some(one) = nearest.filter(|_| scene.support.score >= thresholds::MAY_BE_TOLD) {
        return vec![perhaps_told(scene, one)];
    }
    let near = nearest.map_or_else(
        || "no source speaks of it".to_owned(),
        |miss| format!("the nearest passage, in {}, tells something else", cite(&miss.candidate)),
    );
    vec![Remark {
        evidence: nearest_proofs(scene),
        ..RULE.remark(
            scene.whole(),
            format!("No source for this sentence: {near}. Add the source, or cut the claim."),
        )
    }]
}

/// A source speaks of much of it, and may tell it in other words: only a person can say.
fn perhaps_told(scene: &Scene<'_>, one: &Evidence) -> Remark {
    let message = format!(
        "No source says this outright; the nearest passage is in {}. Compare it by hand, or add the source.",
        cite(&one.candidate)
    );
    Remark { level: Level::Info, evidence: nearest_proofs(scene), ..RULE.remark(scene.whole(), message) }
}

fn nearest_proofs(scene: &Scene<'_>) -> Vec<Proof> {
    scene.support.evidence.iter().take(SHOWN).map(|one| Proof::of(&one.candidate, one.score)).collect()
}

/// Near misses shown: more would not be read.
const SHOWN: usize = 3;

/// A source in another language has the names and the values.
fn translated(scene: &Scene<'_>, one: &Evidence) -> Remark {
    let language = one.candidate.lexicon.language.name;
    let message =
        format!("Only a source in {language} may tell this: {}. Compare it by hand.", cite(&one.candidate));
    let evidence = vec![Proof::of(&one.candidate, one.score)];
    Remark { level: Level::Info, evidence, ..RULE.remark(scene.whole(), message) }
}

/// Mostly somebody's words: the rules of quotations speak of those.
fn is_quotation(scene: &Scene<'_>) -> bool {
    let words = scene.reading.words.len();
    let quoted = (0..words).filter(|at| scene.is_quoted(*at)).count();
    quoted * 2 > words
}
