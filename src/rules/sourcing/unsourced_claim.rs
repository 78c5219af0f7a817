//! `unsourced-claim`: no passage supports a sentence that needs a source.

use crate::config::Level;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::ratio;
use crate::matching::values::derived::is_given;
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
    let may_be_told =
        |one: &&Evidence| scene.support.score >= thresholds::MAY_BE_TOLD || knows_its_names(scene, one);
    if let Some(one) = nearest.filter(may_be_told) {
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

/// Whether the source of a passage has most of the sentence's names and values, or those of whom it speaks: then it may tell the
/// rest in other words.
fn knows_its_names(scene: &Scene<'_>, one: &Evidence) -> bool {
    let key = &one.candidate.source.key;
    let of_source = || scene.support.evidence.iter().filter(|other| other.candidate.source.key == *key);
    let (terms, context) = (&scene.support.terms, scene.context);
    let is_name = |word: usize| scene.reading.names().iter().any(|name| name.words.contains(&word));
    let telling: Vec<usize> =
        (0..terms.len()).filter(|n| terms[*n].value || is_name(terms[*n].word)).collect();
    // "A third of the contracts", where the source counts both: the writer did the sum.
    let is_worked_out = |word: usize| {
        let figure = scene.reading.figures().iter().find(|figure| figure.words.contains(&word));
        figure.is_some_and(|figure| of_source().any(|one| is_given(scene.side(), figure, one)))
    };
    let is_known = |n: &usize| of_source().any(|one| one.hits[*n] > 0.0) || is_worked_out(terms[*n].word);
    let known = telling.iter().filter(|n| is_known(n)).count();
    // "He moved north": whoever was named before.
    let is_met = |stem: &String| {
        let mut passages = of_source().flat_map(Evidence::passages);
        passages.any(|passage| passage.reading.words.iter().any(|word| word.stem == *stem))
    };
    let meets = !context.leans || context.stems.is_empty() || context.stems.iter().any(is_met);
    meets && (telling.is_empty() || ratio(known, telling.len()) >= thresholds::KNOWN)
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
