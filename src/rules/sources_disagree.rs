//! `sources-disagree`: the draft agrees with one source, another source conflicts.

use super::finding::cite;
use super::{Finding, Proof, Rule, Run, Scene, conflicting_date, conflicting_figure};
use crate::config::Level;
use crate::corpus::Meta;
use crate::matching::Candidate;
use crate::matching::evidence::{Evidence, Term};
use crate::matching::figures::counts_same_victims;
use crate::prose::{dates, figures};
use crate::text::Span;
use std::sync::Arc;

pub(super) const RULE: Rule = Rule {
    name: "sources-disagree",
    summary: "The draft agrees with one source; another source says otherwise.",
    docs: include_str!("../../docs/rules/sources-disagree.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Sentence(run),
};

/// A second source must be this close to the sentence: a disagreement is worth a word only about the same event.
const SAME_EVENT: f64 = 0.6;
/// And carry this share of its words itself, not by its surroundings.
const DIRECT: f64 = 0.5;
/// And this share of its names: alike sentences about different companies abound.
const NAMES: f64 = 0.65;
/// Two tolls of one kind of victim are one event's on half of that: rewriting leaves little more in common.
const SAME_TOLL: f64 = 0.5;
/// A sentence with more figures than this is a table in disguise: which stands for which cannot be told.
const MOST_FIGURES: usize = 5;
/// A passage of the same source clears it only if it is about as near to the sentence.
const NEARLY: f64 = 0.1;
/// News of one event is published within so many days.
const DAYS_APART: i32 = 45;

/// One source's value for the same thing.
struct Value<'e> {
    evidence: &'e Evidence,
    span: Span,
    agrees: bool,
    conflicts: bool,
    /// Whether the value certainly stands in the draft's role.
    certain: bool,
    /// Counts the same victims (killed, wounded, missing) by the same noun.
    same_toll: bool,
}

impl Value<'_> {
    fn candidate(&self) -> &Arc<Candidate> {
        &self.evidence.candidate
    }

    fn source(&self) -> &Meta {
        &self.evidence.candidate.source
    }
}

fn run(scene: &Scene<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if !scene.is_comparable() {
        return found;
    }
    let reading = scene.reading;
    if reading.figures().len() > MOST_FIGURES {
        return found;
    }
    for figure in reading.figures().iter().filter(|figure| !scene.touches_quotation(&figure.words)) {
        let all = conflicting_figure::counterparts(scene, figure, &scene.support.evidence).into_iter();
        let values = all.map(|one| Value {
            span: one.evidence.candidate.reading.figures()[one.figure].span,
            agrees: one.relation == figures::Relation::Agrees,
            conflicts: one.relation == figures::Relation::Conflicts,
            certain: one.same_role,
            same_toll: counts_same_victims(reading, figure, one.evidence, one.figure),
            evidence: one.evidence,
        });
        found.extend(judge(scene, figure.span, &values.collect::<Vec<_>>()));
    }
    for date in reading.dates().iter().filter(|date| !scene.touches_quotation(&date.words)) {
        let all = conflicting_date::counterparts(scene, date, &scene.support.evidence).into_iter();
        let values = all.map(|one| Value {
            span: one.evidence.candidate.reading.dates()[one.date].span,
            agrees: one.relation == dates::Relation::Agrees,
            conflicts: one.relation == dates::Relation::Conflicts,
            certain: true,
            same_toll: false,
            evidence: one.evidence,
        });
        found.extend(judge(scene, date.span, &values.collect::<Vec<_>>()));
    }
    found
}

fn judge(scene: &Scene<'_>, span: Span, values: &[Value<'_>]) -> Option<Finding> {
    let agreeing =
        values.iter().filter(|value| value.agrees && value.certain).max_by(|a, b| a.evidence.topic.total_cmp(&b.evidence.topic))?;
    let elsewhere =
        |value: &&Value<'_>| value.conflicts && value.source().path != agreeing.source().path && is_same_event(scene, agreeing, value);
    // A source that also has the draft's value does not disagree with it.
    let faithful = |value: &&Value<'_>| {
        let nearer = |other: &Value<'_>| other.evidence.topic >= value.evidence.topic - NEARLY;
        !values.iter().any(|other| other.agrees && other.source().path == value.source().path && nearer(other))
    };
    // A source that another one corrects stands behind it.
    let standing = |value: &&Value<'_>| !scene.snapshot.is_corrected(&value.source().key);
    let against: Vec<&Value<'_>> = values.iter().filter(elsewhere).filter(faithful).filter(standing).collect();
    // What conflicting-figure or conflicting-date already reports is not said twice.
    if against.is_empty() || against.iter().any(|value| value.evidence.topic > agreeing.evidence.topic + conflicting_figure::NEARER) {
        return None;
    }
    let mut listed: Vec<&Value<'_>> = against;
    listed.push(agreeing);
    listed.sort_by(|a, b| b.source().published.cmp(&a.source().published).then_with(|| a.source().path.cmp(&b.source().path)));
    listed.dedup_by(|a, b| a.source().path == b.source().path);
    let named: Vec<String> =
        listed.iter().map(|value| format!("{} in {}", value.span.of(&value.candidate().passage.text), cite(value.candidate()))).collect();
    Some(Finding {
        rule: RULE.name,
        level: RULE.level,
        span,
        message: format!("The sources disagree: {}. Say whose figure this is, or use the newest.", named.join("; ")),
        evidence: listed.iter().map(|value| Proof::marking(value.candidate(), value.evidence.score, value.span)).collect(),
        fixes: Vec::new(),
    })
}

/// Whether a second source tells of the event that the draft's sentence tells of.
fn is_same_event(scene: &Scene<'_>, agreeing: &Value<'_>, value: &Value<'_>) -> bool {
    let (terms, reading) = (&scene.support.terms, scene.reading);
    let share = |counts: &dyn Fn(&Term) -> bool, least: f64| {
        let pairs = || terms.iter().zip(&value.evidence.hits).filter(|(term, _)| !term.value && counts(term));
        let whole: f64 = pairs().map(|(term, _)| term.weight).sum();
        let carried: f64 = pairs().filter(|(_, hit)| **hit >= least).map(|(term, _)| term.weight).sum();
        if whole > 0.0 { carried / whole } else { 0.0 }
    };
    let direct = share(&|_| true, 1.0);
    let names = share(&|term| reading.names().iter().any(|name| name.words.contains(&term.word)), 0.1);
    let apart = agreeing.source().date().zip(value.source().date()).is_some_and(|(a, b)| (a - b).get_days().abs() > DAYS_APART);
    if value.same_toll {
        // Another figure of the sentence that agrees in the same words ties the two tolls together.
        return !apart && (value.evidence.topic >= SAME_TOLL && names >= SAME_TOLL || shares_figure(reading, value.evidence));
    }
    value.evidence.topic >= SAME_EVENT && direct >= DIRECT && names >= NAMES && !apart
}

/// Whether some figure of the draft's sentence stands in the passage in its own role.
fn shares_figure(reading: &crate::prose::Reading, evidence: &Evidence) -> bool {
    let found = reading.figures().iter().filter_map(|figure| crate::matching::figures::counterpart(reading, figure, evidence));
    found.into_iter().any(|one| one.relation == figures::Relation::Agrees && one.same_role)
}
