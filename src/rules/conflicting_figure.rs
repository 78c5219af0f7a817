//! `conflicting-figure`: the same thing counted, with an incompatible value.

use super::finding::{cite, stop};
use super::{Edit, Finding, Fix, Proof, Rule, Run, Scene};
use crate::config::Level;
use crate::matching::evidence::{Evidence, same_language};
use crate::matching::figures::{Counterpart, counterpart, counts_same_victims};
use crate::prose::Reading;
use crate::prose::figures::{Figure, Relation};

pub(super) const RULE: Rule = Rule {
    name: "conflicting-figure",
    summary: "A source gives another value for the same thing.",
    docs: include_str!("../../docs/rules/conflicting-figure.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Sentence(run),
};

/// A passage must share this much of a sentence, figures left out, before its figures are held against it. Settled on
/// pairs of claims and passages that differ in one number: lower accuses passages on something else, higher misses rewordings.
const SAME_TOPIC: f64 = 0.45;
/// Tolls name the victims and little else: less in common will do.
const SAME_TOLL: f64 = 0.3;
/// A passage that agrees clears the figure unless another is this much nearer to the sentence.
pub(super) const NEARER: f64 = 0.2;

/// Every passage that speaks of a figure, with what it says.
pub(super) fn counterparts<'e>(scene: &Scene<'_>, figure: &Figure, evidence: &'e [Evidence]) -> Vec<Counterpart<'e>> {
    let reading: &Reading = scene.reading;
    let near = evidence
        .iter()
        .filter(|one| one.topic >= SAME_TOLL && same_language(scene.lexicon, &one.candidate) && !one.candidate.passage.heading);
    let found = near.filter_map(|one| counterpart(reading, figure, one));
    found.filter(|one| one.evidence.topic >= SAME_TOPIC || counts_same_victims(reading, figure, one.evidence, one.figure)).collect()
}

fn run(scene: &Scene<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if !scene.is_comparable() {
        return found;
    }
    let reading = scene.reading;
    let outside = reading.figures().iter().filter(|figure| !scene.touches_quotation(&figure.words));
    for figure in outside {
        let all = counterparts(scene, figure, &scene.support.evidence);
        let best = |relation: Relation| {
            all.iter().filter(|one| one.relation == relation).max_by(|a, b| a.evidence.topic.total_cmp(&b.evidence.topic))
        };
        let agrees = best(Relation::Agrees).map_or(0.0, |one| one.evidence.topic);
        let certain =
            all.iter().filter(|one| one.relation == Relation::Agrees && one.same_role).map(|one| one.evidence.topic).fold(0.0, f64::max);
        // The value somewhere in a nearer passage clears the figure; in its own role a passage about as near does.
        let clears = |conflict: &&Counterpart<'_>| {
            conflict.evidence.topic > agrees && (certain == 0.0 || conflict.evidence.topic > certain + NEARER)
        };
        if let Some(conflict) = best(Relation::Conflicts).filter(clears) {
            found.push(report(scene, figure, conflict));
        } else if let Some(lost) = best(Relation::BoundLost).filter(|one| one.evidence.topic > agrees) {
            found.push(bound_lost(scene, figure, lost));
        }
    }
    found
}

fn report(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Finding {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.figures()[other.figure];
    let (printed, value) = (figure.span.of(&scene.reading.text), theirs.span.of(&candidate.passage.text));
    let slip = figure.slip(theirs).map(|slip| format!(" ({slip})")).unwrap_or_default();
    Finding {
        rule: RULE.name,
        level: RULE.level,
        span: figure.span,
        message: format!(
            "The draft has {printed}, {} has {value}{slip}{} Check which is right.",
            cite(candidate),
            if slip.is_empty() { stop(value) } else { "." }
        ),
        evidence: vec![Proof::marking(candidate, other.evidence.score, theirs.span)],
        fixes: fix(figure, theirs, value),
    }
}

/// The source's value, where the two are printed in the same style and unit.
fn fix(figure: &Figure, theirs: &Figure, value: &str) -> Vec<Fix> {
    if figure.unit != theirs.unit || value.contains(char::is_control) {
        return Vec::new();
    }
    let text = value.to_owned();
    vec![Fix { title: format!("Use the source's figure: {value}"), edits: vec![Edit { span: figure.span, text }] }]
}

fn bound_lost(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Finding {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.figures()[other.figure];
    let words = &candidate.reading.words;
    // The bound stands before the figure: show it with the figure.
    let from = theirs.words.start.saturating_sub(2);
    let marked = words[from].span.join(theirs.span);
    let printed = figure.span.of(&scene.reading.text);
    Finding {
        rule: RULE.name,
        level: Level::Warning,
        span: figure.span,
        message: format!("{} does not give {printed} as exact: “{}”. Keep the bound.", cite(candidate), marked.of(&candidate.passage.text)),
        evidence: vec![Proof::marking(candidate, other.evidence.score, marked)],
        fixes: Vec::new(),
    }
}
