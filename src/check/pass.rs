//! One pass over a draft: every rule speaks, settings and suppressions decide what is heard.

use crate::check::report::{Cancelled, Dismissed, Report, SentenceReport, Settings};
use crate::check::{remarks, repeats};
use crate::config::Level;
use crate::corpus::Snapshot;
use crate::draft::Draft;
use crate::matching::Desk;
use crate::matching::evidence::Evidence;
use crate::rules::rule::{Rule, Run};
use crate::rules::table::{self, RULES};
use crate::rules::{Case, Code, Exempt, Family, Finding, Memory, Proof, Verdict, unused_ignore};
use crate::text::Span;
use std::sync::Arc;

/// Passages shown for a sentence, near misses included.
const SHOWN_EVIDENCE: usize = 5;

/// Holds a draft against the corpus.
pub fn check(
    draft: &Draft,
    snapshot: &Arc<Snapshot>,
    settings: &Settings,
    cancelled: Cancelled<'_>,
) -> Option<Report> {
    check_with(draft, &Desk::new(Arc::clone(snapshot)), settings, cancelled)
}

/// The same on a desk that other drafts use, too.
pub fn check_with(
    draft: &Draft,
    desk: &Desk,
    settings: &Settings,
    cancelled: Cancelled<'_>,
) -> Option<Report> {
    remembering(draft, desk, settings, &mut Memory::default(), cancelled)
}

/// The same, searching only for what `memory` does not have.
pub fn remembering(
    draft: &Draft,
    desk: &Desk,
    settings: &Settings,
    memory: &mut Memory,
    cancelled: Cancelled<'_>,
) -> Option<Report> {
    let recalled = memory.recall();
    let Some(case) = Case::gather(draft, desk, &settings.config, &recalled, cancelled) else {
        // What was found until then need not be searched for again.
        let partial = recalled.settle();
        memory.extend(partial);
        return None;
    };
    let mut spoken = remarks::of_sentences(&case, &recalled);
    *memory = recalled.settle();
    spoken.extend(RULES.iter().flat_map(|rule| match rule.run {
        Run::Draft(run) | Run::Both(_, run) => run(&case),
        Run::Sentence(_) => Vec::new(),
    }));
    // A rule that is switched off still speaks for what it covers: no other rule says the same in weaker
    // words.
    drop_repeats(&mut spoken);
    spoken.retain_mut(|finding| is_heard(finding, settings));
    let (mut findings, suppressed) = suppress(spoken, draft, settings);
    repeats::merge(&case, &mut findings);
    findings.sort_by(|a, b| {
        a.span
            .start
            .cmp(&b.span.start)
            .then(a.rule.name().cmp(b.rule.name()))
            .then(a.span.end.cmp(&b.span.end))
    });
    let sentences = case.sentences.iter().enumerate().map(|(n, _)| sentence(&case, n, &findings)).collect();
    Some(Report { sentences, findings, suppressed })
}

/// Gives a finding the level that the settings want; false if they want none of it.
fn is_heard(finding: &mut Finding, settings: &Settings) -> bool {
    let configured = settings.levels.get(finding.rule.name()).copied();
    let rule = table::of(finding.rule);
    finding.level = leveled(rule, finding.level, configured);
    configured.unwrap_or(rule.level) != Level::Off
}

/// A configured level replaces the default; a kind's own lower severity stays, and none rises above the
/// level.
fn leveled(rule: &Rule, own: Level, configured: Option<Level>) -> Level {
    match configured {
        Some(level) if own >= rule.level => level,
        Some(level) => own.min(level),
        None => own,
    }
}

/// Takes out what the draft suppresses, and reports suppressions that took out nothing.
fn suppress(findings: Vec<Finding>, draft: &Draft, settings: &Settings) -> (Vec<Finding>, Vec<Dismissed>) {
    let mut used = vec![false; draft.ignores.len()];
    let mut kept = Vec::with_capacity(findings.len());
    let mut suppressed = Vec::new();
    for finding in findings {
        let by: Vec<usize> = draft
            .ignores
            .iter()
            .enumerate()
            .filter(|(_, ignore)| ignore.suppresses(finding.rule.name(), finding.span))
            .map(|(n, _)| n)
            .collect();
        let Some(first) = by.first() else {
            kept.push(finding);
            continue;
        };
        let reason = draft.ignores[*first].reason.clone().unwrap_or_default();
        suppressed.push(Dismissed { finding, reason });
        for n in by {
            used[n] = true;
        }
    }
    let configured = settings.levels.get(Code::UnusedIgnore.name()).copied();
    if configured != Some(Level::Off) {
        let idle = draft
            .ignores
            .iter()
            .zip(used)
            .filter(|(ignore, used)| !used && unused_ignore::is_sound(ignore))
            .map(|(ignore, _)| unused_ignore::unused(ignore, &draft.text));
        kept.extend(idle.map(|finding| Finding { level: configured.unwrap_or(finding.level), ..finding }));
    }
    (kept, suppressed)
}

/// One thing is said once: a detail that another finding covers, or "no source" where a source is seen to
/// conflict, goes.
fn drop_repeats(findings: &mut Vec<Finding>) {
    let of = |counts: &dyn Fn(&Finding) -> bool| {
        findings.iter().filter(|finding| counts(finding)).map(|finding| finding.span).collect::<Vec<Span>>()
    };
    // How many sources carry a sentence says nothing of its details.
    let covering = of(&|finding| !matches!(finding.rule, Code::UnsourcedDetail | Code::SingleSource));
    let conflicts = of(&|finding| finding.rule.is_conflict() && finding.rule.family() != Family::Quotations);
    findings.retain(|finding| match finding.rule {
        Code::UnsourcedDetail => !covering.iter().any(|span| span.overlaps(finding.span)),
        Code::UnsourcedClaim => !conflicts.iter().any(|span| span.overlaps(finding.span)),
        _ => true,
    });
}

pub(super) fn sentence(case: &Case<'_>, n: usize, findings: &[Finding]) -> SentenceReport {
    let assessment = &case.sentences[n];
    let span = case.draft.sentences[n].file;
    let conflicts = findings.iter().any(|finding| {
        finding.rule.is_conflict() && finding.level >= Level::Warning && finding.span.overlaps(span)
    });
    let independent = assessment.independent().len();
    SentenceReport {
        span,
        verdict: if conflicts { Verdict::Conflicting } else { assessment.verdict() },
        exempt: assessment.exempt.map(Exempt::name),
        score: assessment.support.score,
        unsaved: assessment.unsaved.clone(),
        sources: (if independent == 0 { 0 } else { assessment.carrying().len() }, independent),
        evidence: assessment.support.evidence.iter().take(SHOWN_EVIDENCE).map(proof).collect(),
    }
}

/// A passage with the words in which it differs from the sentence.
fn proof(one: &Evidence) -> Proof {
    Proof { marked: one.differing.clone(), ..Proof::of(&one.candidate, one.score) }
}
