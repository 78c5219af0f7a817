//! `sources-disagree`: the draft agrees with one source, another source conflicts.

use super::finding::cite;
use super::{Case, Finding, Proof, Rule, conflicting_date, conflicting_figure};
use crate::config::Level;
use crate::matching::Candidate;
use crate::prose::{dates, figures};
use crate::text::Span;
use std::sync::Arc;

pub(super) const RULE: Rule = Rule {
    name: "sources-disagree",
    summary: "The draft agrees with one source; another source says otherwise.",
    docs: include_str!("../../docs/rules/sources-disagree.md"),
    level: Level::Warning,
    since: "0.1.0",
    run,
};

/// A second source must be this close to the sentence: a disagreement is worth a word only about the same event.
const SAME_EVENT: f64 = 0.6;

/// One source's value for the same thing.
struct Value {
    candidate: Arc<Candidate>,
    span: Span,
    score: f64,
    topic: f64,
    agrees: bool,
    conflicts: bool,
}

fn run(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (n, assessment) in case.claims() {
        let reading = &case.draft.readings[n];
        for figure in reading.figures.iter().filter(|figure| !figure.words.clone().any(|at| case.is_quoted(n, at))) {
            let values = conflicting_figure::counterparts(case, n, figure, &assessment.evidence).into_iter().map(|one| Value {
                span: one.evidence.candidate.reading.figures[one.figure].span,
                score: one.evidence.score,
                topic: one.evidence.topic,
                agrees: one.relation == figures::Relation::Agrees,
                conflicts: one.relation == figures::Relation::Conflicts,
                candidate: Arc::clone(&one.evidence.candidate),
            });
            found.extend(judge(case, n, figure.span, values.collect()));
        }
        for date in reading.dates.iter().filter(|date| !date.words.clone().any(|at| case.is_quoted(n, at))) {
            let values = conflicting_date::counterparts(case, n, date, &assessment.evidence).into_iter().map(|one| Value {
                span: one.evidence.candidate.reading.dates[one.date].span,
                score: one.evidence.score,
                topic: one.evidence.topic,
                agrees: one.relation == dates::Relation::Agrees,
                conflicts: one.relation == dates::Relation::Conflicts,
                candidate: Arc::clone(&one.evidence.candidate),
            });
            found.extend(judge(case, n, date.span, values.collect()));
        }
    }
    found
}

fn judge(case: &Case<'_>, n: usize, span: Span, values: Vec<Value>) -> Option<Finding> {
    let agreeing = values.iter().filter(|value| value.agrees).max_by(|a, b| a.topic.total_cmp(&b.topic))?;
    let mut against: Vec<&Value> = values.iter().filter(|value| value.conflicts && value.topic >= SAME_EVENT && value.candidate.source.path != agreeing.candidate.source.path).collect();
    // A source that also has the draft's value does not disagree with it.
    against.retain(|value| !values.iter().any(|other| other.agrees && other.candidate.source.path == value.candidate.source.path));
    // What conflicting-figure or conflicting-date already reports is not said twice.
    if against.is_empty() || against.iter().any(|value| value.topic > agreeing.topic + 0.2) {
        return None;
    }
    let mut listed: Vec<&Value> = against;
    listed.push(agreeing);
    listed.sort_by(|a, b| b.candidate.source.published.cmp(&a.candidate.source.published).then_with(|| a.candidate.source.path.cmp(&b.candidate.source.path)));
    listed.dedup_by(|a, b| a.candidate.source.path == b.candidate.source.path);
    let named: Vec<String> = listed.iter().map(|value| format!("{} in {}", value.span.of(&value.candidate.passage.text), cite(&value.candidate))).collect();
    Some(Finding {
        rule: RULE.name,
        level: RULE.level,
        span: case.draft.file_span(n, span),
        message: format!("The sources disagree: {}. Say whose figure this is, or use the newest.", named.join("; ")),
        evidence: listed.iter().map(|value| Proof::marking(&value.candidate, value.score, value.span)).collect(),
        fixes: Vec::new(),
    })
}
