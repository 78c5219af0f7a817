//! `conflicting-figure`: the same thing counted, with an incompatible value.

use super::finding::{cite, stop};
use super::{Edit, Finding, Fix, Proof, Rule, Run, Scene, values};
use crate::config::Level;
use crate::matching::values::Counterpart;
use crate::prose::figures::Figure;
use crate::prose::values::Relation;

pub(super) const RULE: Rule = Rule {
    name: "conflicting-figure",
    summary: "A source gives another value for the same thing.",
    docs: include_str!("../../docs/rules/conflicting-figure.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Finding> {
    if !scene.is_comparable() {
        return Vec::new();
    }
    let judged = scene.reading.figures().iter().enumerate().filter_map(|(n, figure)| {
        let all = values::counterparts::<Figure>(scene, n);
        let other = values::verdict(&all)?;
        match other.relation {
            Relation::Conflicts => Some(scene.softened(&figure.words, report(scene, figure, other))),
            Relation::BoundLost if !scene.touches_quotation(&figure.words) => Some(bound_lost(scene, figure, other)),
            _ => None,
        }
    });
    judged.collect()
}

fn report(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Finding {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.figures()[other.at];
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
    let theirs = &candidate.reading.figures()[other.at];
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
