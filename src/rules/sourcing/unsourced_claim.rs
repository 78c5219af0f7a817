//! `unsourced-claim`: no passage supports a sentence that needs a source.

use crate::config::Level;
use crate::matching::evidence::Evidence;
use crate::rules::case::assessment::Verdict;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};

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
    let near = nearest.map_or_else(
        || "no source speaks of it".to_owned(),
        |miss| format!("the nearest passage, in {}, tells something else", cite(&miss.candidate)),
    );
    vec![Remark {
        evidence: scene
            .support
            .evidence
            .iter()
            .take(3)
            .map(|one| Proof::of(&one.candidate, one.score))
            .collect(),
        ..RULE.remark(
            scene.whole(),
            format!("No source for this sentence: {near}. Add the source, or cut the claim."),
        )
    }]
}

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
