//! `conflicting-date`: the same event on an incompatible date or at an incompatible time.

use super::finding::{cite, stop};
use super::{Edit, Finding, Fix, Proof, Rule, Run, Scene};
use crate::config::Level;
use crate::matching::dates::{Counterpart, counterpart};
use crate::matching::evidence::{Evidence, same_language};
use crate::prose::dates::{Date, Relation};

pub(super) const RULE: Rule = Rule {
    name: "conflicting-date",
    summary: "A source gives another date or time for the same event.",
    docs: include_str!("../../docs/rules/conflicting-date.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Sentence(run),
};

/// As for figures, a little stricter: sentences on neighbouring days share more words.
const SAME_TOPIC: f64 = 0.55;
const NEARER: f64 = 0.2;

/// Every passage that speaks of a date, with what it says.
pub(super) fn counterparts<'e>(scene: &Scene<'_>, date: &Date, evidence: &'e [Evidence]) -> Vec<Counterpart<'e>> {
    let near = evidence
        .iter()
        .filter(|one| one.topic >= SAME_TOPIC && same_language(scene.lexicon, &one.candidate) && !one.candidate.passage.heading);
    near.filter_map(|one| counterpart(scene.reading, date, scene.date, one)).collect()
}

fn run(scene: &Scene<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if !scene.is_comparable() {
        return found;
    }
    let reading = scene.reading;
    let outside = reading.dates().iter().filter(|date| !scene.touches_quotation(&date.words));
    for date in outside {
        let all = counterparts(scene, date, &scene.support.evidence);
        let best = |relation: Relation| {
            all.iter().filter(|one| one.relation == relation).max_by(|a, b| a.evidence.topic.total_cmp(&b.evidence.topic))
        };
        let agrees = best(Relation::Agrees).map_or(0.0, |one| one.evidence.topic);
        let conflict = best(Relation::Conflicts).filter(|one| one.evidence.topic > agrees + if agrees > 0.0 { NEARER } else { 0.0 });
        found.extend(conflict.map(|conflict| report(scene, date, conflict)));
    }
    found
}

fn report(scene: &Scene<'_>, date: &Date, other: &Counterpart<'_>) -> Finding {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.dates()[other.date];
    let (printed, value) = (date.span.of(&scene.reading.text), theirs.span.of(&candidate.passage.text));
    let span = date.span;
    let like = date.day.is_some() == theirs.day.is_some()
        && date.weekday.is_some() == theirs.weekday.is_some()
        && date.year.is_some() == theirs.year.is_some();
    let fix = Fix { title: format!("Use the source's date: {value}"), edits: vec![Edit { span, text: value.to_owned() }] };
    Finding {
        rule: RULE.name,
        level: RULE.level,
        span,
        message: format!("The draft has {printed}, {} has {value}{} Check which is right.", cite(candidate), stop(value)),
        evidence: vec![Proof::marking(candidate, other.evidence.score, theirs.span)],
        fixes: if like && !value.contains(char::is_control) { vec![fix] } else { Vec::new() },
    }
}
