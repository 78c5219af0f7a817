//! `conflicting-date`: the same event on an incompatible date or at an incompatible time.

use super::finding::{cite, stop};
use super::{Case, Edit, Finding, Fix, Proof, Rule};
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
    run,
};

/// As for figures, a little stricter: sentences on neighbouring days share more words.
const SAME_TOPIC: f64 = 0.55;
const NEARER: f64 = 0.2;

/// Every passage that speaks of a date, with what it says.
pub(super) fn counterparts<'e>(case: &Case<'_>, n: usize, date: &Date, evidence: &'e [Evidence]) -> Vec<Counterpart<'e>> {
    let near = evidence
        .iter()
        .filter(|one| one.topic >= SAME_TOPIC && same_language(case.draft.lexicon, &one.candidate) && !one.candidate.passage.heading);
    near.filter_map(|one| counterpart(&case.draft.readings[n], date, case.draft.date, one)).collect()
}

fn run(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (n, assessment) in case.comparable() {
        let reading = &case.draft.readings[n];
        let outside = reading.dates.iter().filter(|date| !case.touches_quotation(n, &date.words));
        for date in outside {
            let all = counterparts(case, n, date, &assessment.support.evidence);
            let best = |relation: Relation| {
                all.iter().filter(|one| one.relation == relation).max_by(|a, b| a.evidence.topic.total_cmp(&b.evidence.topic))
            };
            let agrees = best(Relation::Agrees).map_or(0.0, |one| one.evidence.topic);
            let conflict = best(Relation::Conflicts).filter(|one| one.evidence.topic > agrees + if agrees > 0.0 { NEARER } else { 0.0 });
            found.extend(conflict.map(|conflict| report(case, n, date, conflict)));
        }
    }
    found
}

fn report(case: &Case<'_>, n: usize, date: &Date, other: &Counterpart<'_>) -> Finding {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.dates[other.date];
    let (printed, value) = (date.span.of(&case.draft.readings[n].text), theirs.span.of(&candidate.passage.text));
    let span = case.draft.file_span(n, date.span);
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
