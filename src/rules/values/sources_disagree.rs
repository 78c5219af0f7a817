//! `sources-disagree`: the draft agrees with one source, another source conflicts.

use crate::config::Level;
use crate::corpus::Meta;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::terms::Term;
use crate::matching::values::pairing::{Counterpart, Noun, Value, counterpart};
use crate::prose::dates::Date;
use crate::prose::figures::Figure;
use crate::prose::values::Relation;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Proof, Remark, cite};
use crate::rules::rule::{Rule, Run};
use crate::rules::values::{disagreement, thresholds};
use crate::text::Span;
use std::sync::Arc;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::SourcesDisagree,
    summary: "The draft agrees with one source; another source says otherwise.",
    docs: include_str!("../../../docs/rules/sources-disagree.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Sentence(run),
};

/// A sentence with more figures than this is a table in disguise: which stands for which cannot be told.
const MOST_FIGURES: usize = 5;
/// News of one event is published within so many days.
const DAYS_APART: i32 = 45;

/// One source's value for the same thing.
struct Held<'e> {
    evidence: &'e Evidence,
    span: Span,
    agrees: bool,
    conflicts: bool,
    /// Whether the value certainly stands in the draft's role.
    certain: bool,
    /// Whether the two values are of one size: a thousand times as much is another thing.
    comparable: bool,
    /// How much it is; 0 for a date.
    size: f64,
    /// Counts the same victims (killed, wounded, missing) by the same noun.
    same_toll: bool,
}

impl<'e> Held<'e> {
    fn of<V: Value>(scene: &Scene<'_>, n: usize, one: &Counterpart<'e>) -> Self {
        let reading = &one.evidence.candidate.reading;
        Self {
            evidence: one.evidence,
            span: reading.span(V::all(reading)[one.at].words()),
            agrees: one.relation == Relation::Agrees,
            conflicts: one.relation == Relation::Conflicts,
            certain: one.bond.is_sure(),
            comparable: V::all(scene.reading)[n].is_near(&V::all(reading)[one.at]),
            size: V::all(reading)[one.at].size(),
            same_toll: one.bond.noun == Noun::Same && scene.is_same_toll(&one.evidence.candidate),
        }
    }

    fn candidate(&self) -> &Arc<Candidate> {
        &self.evidence.candidate
    }

    fn source(&self) -> &Meta {
        &self.evidence.candidate.source
    }
}

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    if !scene.is_comparable() || scene.reading.figures().len() > MOST_FIGURES {
        return Vec::new();
    }
    let mut found = of_kind::<Figure>(scene);
    found.extend(of_kind::<Date>(scene));
    found
}

fn of_kind<V: Value>(scene: &Scene<'_>) -> Vec<Remark> {
    let told = |value: &V| value.is_absolute() && !scene.touches_quotation(value.words());
    let all = V::all(scene.reading).iter().enumerate().filter(|(_, value)| told(value));
    let judged = all.filter_map(|(n, value)| {
        let held: Vec<Held<'_>> = disagreement::counterparts::<V>(scene, n)
            .iter()
            .map(|one| Held::of::<V>(scene, n, one))
            .collect();
        judge(scene, scene.reading.span(value.words()), &held)
    });
    judged.collect()
}

fn judge(scene: &Scene<'_>, span: Span, all: &[Held<'_>]) -> Option<Remark> {
    let agreeing = all
        .iter()
        .filter(|value| value.agrees && value.certain)
        .max_by(|a, b| a.evidence.topic.total_cmp(&b.evidence.topic))?;
    let elsewhere = |value: &&Held<'_>| {
        value.conflicts
            && value.comparable
            && value.source().path != agreeing.source().path
            && is_same_event(scene, agreeing, value)
    };
    // A source that also has the draft's value does not disagree with it.
    let faithful = |value: &&Held<'_>| {
        let nearer = |other: &Held<'_>| other.evidence.topic >= value.evidence.topic - thresholds::NEARLY;
        !all.iter().any(|other| other.agrees && other.source().path == value.source().path && nearer(other))
    };
    // A source that another one corrects stands behind it.
    let standing = |value: &&Held<'_>| !scene.snapshot.is_corrected(&value.source().key);
    let against: Vec<&Held<'_>> = all.iter().filter(elsewhere).filter(faithful).filter(standing).collect();
    // What conflicting-figure or conflicting-date already reports is not said twice.
    if against.is_empty()
        || against.iter().any(|value| value.evidence.topic > agreeing.evidence.topic + thresholds::NEARER)
    {
        return None;
    }
    let mut listed: Vec<&Held<'_>> = against;
    listed.push(agreeing);
    listed.sort_by(|a, b| {
        b.source().published.cmp(&a.source().published).then_with(|| a.source().path.cmp(&b.source().path))
    });
    listed.dedup_by(|a, b| a.source().path == b.source().path);
    let named: Vec<String> = listed
        .iter()
        .map(|value| {
            format!("{} in {}", value.span.of(&value.candidate().passage.text), cite(value.candidate()))
        })
        .collect();
    let (level, message) = if is_rising_toll(&listed, agreeing) {
        (Level::Info, format!("The toll rose: {}. The draft has the newest.", named.join("; ")))
    } else {
        (
            RULE.level,
            format!(
                "The sources disagree: {}. Say whose figure this is, or use the newest.",
                named.join("; ")
            ),
        )
    };
    Some(Remark {
        level,
        evidence: listed
            .iter()
            .map(|value| Proof::marking(value.candidate(), value.evidence.score, value.span))
            .collect(),
        ..RULE.remark(span, message)
    })
}

/// Whether a second source tells of the event that the draft's sentence tells of.
fn is_same_event(scene: &Scene<'_>, agreeing: &Held<'_>, value: &Held<'_>) -> bool {
    let (terms, reading) = (&scene.support.terms, scene.reading);
    let share = |counts: &dyn Fn(&Term) -> bool, least: f64| {
        let pairs = || terms.iter().zip(&value.evidence.hits).filter(|(term, _)| !term.value && counts(term));
        let whole: f64 = pairs().map(|(term, _)| term.rarity).sum();
        let carried: f64 = pairs().filter(|(_, hit)| **hit >= least).map(|(term, _)| term.rarity).sum();
        if whole > 0.0 { carried / whole } else { 0.0 }
    };
    let direct = share(&|_| true, 1.0);
    let names = share(&|term| reading.names().iter().any(|name| name.words.contains(&term.word)), 0.1);
    let apart = agreeing
        .source()
        .date()
        .zip(value.source().date())
        .is_some_and(|(a, b)| (a - b).get_days().abs() > DAYS_APART);
    if value.same_toll {
        // Another figure of the sentence that agrees in the same words ties the two tolls together.
        return !apart
            && (value.evidence.topic >= thresholds::SOURCES_DISAGREE_SAME_TOLL
                && names >= thresholds::SOURCES_DISAGREE_SAME_TOLL
                || shares_figure(scene, value.evidence));
    }
    let named = reading.names().iter().any(|name| name.words.start > 0);
    let dated = agreeing.source().date().is_some() && value.source().date().is_some();
    let least = if dated { thresholds::DIRECT } else { thresholds::UNDATED };
    named
        && value.evidence.topic >= thresholds::SAME_EVENT
        && direct >= least
        && names >= thresholds::SOURCES_DISAGREE_NAMES
        && !apart
}

/// Whether the values only grew with the days, as tolls do, and the draft has the last. `listed` is newest
/// first.
fn is_rising_toll(listed: &[&Held<'_>], agreeing: &Held<'_>) -> bool {
    let dated = listed.iter().all(|one| one.same_toll && one.source().date().is_some());
    let newest = listed.first().is_some_and(|one| one.source().path == agreeing.source().path);
    let falls = |pair: &[&Held<'_>]| {
        pair[0].size < pair[1].size || pair[0].source().date() == pair[1].source().date()
    };
    dated && newest && !listed.windows(2).any(falls)
}

/// Whether some figure of the draft's sentence stands in the passage in its own role.
fn shares_figure(scene: &Scene<'_>, evidence: &Evidence) -> bool {
    let found =
        (0..scene.reading.figures().len()).filter_map(|n| counterpart::<Figure>(scene.side(), n, evidence));
    found.into_iter().any(|one| one.relation == Relation::Agrees && one.bond.is_sure())
}
