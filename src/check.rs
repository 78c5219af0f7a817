//! Layer 5: `check(draft, corpus, settings) -> report`: deterministic, cancellable, no input or output of its own.

mod card;
mod checker;
mod citing;
mod repeats;

pub use crate::check::card::Card;
pub use crate::check::checker::{Checked, Checker};

use crate::config::{Config, Level};
use crate::corpus::Snapshot;
use crate::draft::Draft;
use crate::matching::Desk;
use crate::matching::evidence::Evidence;
use crate::rules::{Case, Exempt, Finding, Memory, Proof, RULES, Rule, Run, Verdict, unused_ignore};
use crate::text::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The settings that hold for one draft.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub config: Config,
    /// Levels that replace the defaults for this draft, overrides included.
    pub levels: BTreeMap<String, Level>,
}

/// What is to be said of one draft.
#[derive(Debug)]
pub struct Report {
    /// Every sentence of prose, in order.
    pub sentences: Vec<SentenceReport>,
    /// By offset, then by rule.
    pub findings: Vec<Finding>,
    /// Findings that a suppression took out.
    pub suppressed: usize,
}

/// One sentence with its verdict.
#[derive(Debug)]
pub struct SentenceReport {
    /// Bytes of the draft's file.
    pub span: Span,
    pub verdict: Verdict,
    /// Why it needs no source, if so.
    pub exempt: Option<&'static str>,
    /// 0 to 1.
    pub score: f64,
    /// What it cites and nobody saved.
    pub unsaved: Vec<String>,
    /// Sources that carry it, and how many of them are independent.
    pub sources: (usize, usize),
    /// Best first.
    pub evidence: Vec<Proof>,
}

/// Passages shown for a sentence, near misses included.
const SHOWN_EVIDENCE: usize = 5;

/// Asked between sentences; once it says yes, a check ends without a report.
pub type Cancelled<'a> = &'a (dyn Fn() -> bool + Sync);

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
    let mut spoken = case.remarks(&recalled);
    *memory = recalled.settle();
    spoken.extend(RULES.iter().flat_map(|rule| match rule.run {
        Run::Draft(run) | Run::Both(_, run) => run(&case),
        Run::Sentence(_) => Vec::new(),
    }));
    // A rule that is switched off still speaks for what it covers: no other rule says the same in weaker words.
    drop_repeats(&mut spoken);
    spoken.retain_mut(|finding| is_heard(finding, settings));
    let (mut findings, suppressed) = suppress(spoken, draft, settings);
    repeats::merge(&case, &mut findings);
    findings.sort_by(|a, b| {
        a.span.start.cmp(&b.span.start).then(a.rule.cmp(b.rule)).then(a.span.end.cmp(&b.span.end))
    });
    let sentences = case.sentences.iter().enumerate().map(|(n, _)| sentence(&case, n, &findings)).collect();
    Some(Report { sentences, findings, suppressed })
}

/// Gives a finding the level that the settings want; false if they want none of it.
fn is_heard(finding: &mut Finding, settings: &Settings) -> bool {
    let configured = settings.levels.get(finding.rule).copied();
    let Some(rule) = crate::rules::by_name(finding.rule) else { return false };
    finding.level = leveled(rule, finding.level, configured);
    configured.unwrap_or(rule.level) != Level::Off
}

/// A configured level replaces the default; a kind's own lower severity stays, and none rises above the level.
fn leveled(rule: &Rule, own: Level, configured: Option<Level>) -> Level {
    match configured {
        Some(level) if own >= rule.level => level,
        Some(level) => own.min(level),
        None => own,
    }
}

/// Takes out what the draft suppresses, and reports suppressions that took out nothing.
fn suppress(findings: Vec<Finding>, draft: &Draft, settings: &Settings) -> (Vec<Finding>, usize) {
    let mut used = vec![false; draft.ignores.len()];
    let mut kept = Vec::with_capacity(findings.len());
    let mut suppressed = 0;
    for finding in findings {
        let by: Vec<usize> = draft
            .ignores
            .iter()
            .enumerate()
            .filter(|(_, ignore)| ignore.suppresses(finding.rule, finding.span))
            .map(|(n, _)| n)
            .collect();
        if by.is_empty() {
            kept.push(finding);
        } else {
            suppressed += 1;
            for n in by {
                used[n] = true;
            }
        }
    }
    let configured = settings.levels.get("unused-ignore").copied();
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

/// One thing is said once: a detail that another finding covers, or "no source" where a source is seen to conflict, goes.
fn drop_repeats(findings: &mut Vec<Finding>) {
    let of = |counts: &dyn Fn(&Finding) -> bool| {
        findings.iter().filter(|finding| counts(finding)).map(|finding| finding.span).collect::<Vec<Span>>()
    };
    // How many sources carry a sentence says nothing of its details.
    let covering = of(&|finding| !matches!(finding.rule, "unsourced-detail" | "single-source"));
    let conflicts = of(&|finding| CONFLICTS.contains(&finding.rule) && !finding.rule.contains("quote"));
    findings.retain(|finding| match finding.rule {
        "unsourced-detail" => !covering.iter().any(|span| span.overlaps(finding.span)),
        "unsourced-claim" => !conflicts.iter().any(|span| span.overlaps(finding.span)),
        _ => true,
    });
}

/// Rules whose finding makes a sentence's verdict `conflicting`.
const CONFLICTS: [&str; 6] = [
    "conflicting-figure",
    "conflicting-date",
    "conflicting-name",
    "contradicted-claim",
    "misquote",
    "misattributed-quote",
];

fn sentence(case: &Case<'_>, n: usize, findings: &[Finding]) -> SentenceReport {
    let assessment = &case.sentences[n];
    let span = case.draft.sentences[n].file;
    let conflicts = findings.iter().any(|finding| {
        CONFLICTS.contains(&finding.rule) && finding.level >= Level::Warning && finding.span.overlaps(span)
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

/// Identity of a finding that survives edits elsewhere in the draft: the rule, the words, and which of equals it is.
pub fn fingerprint(finding: &Finding, draft: &Draft, nth: usize) -> String {
    let words = finding.span.of(&draft.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = draft
        .sentences
        .iter()
        .find(|sentence| sentence.file.overlaps(finding.span))
        .map_or("", |sentence| sentence.file.of(&draft.text));
    let hash = blake3::hash(format!("{}\0{words}\0{sentence}\0{nth}", finding.rule).as_bytes());
    hash.to_hex().chars().take(FINGERPRINT_DIGITS).collect()
}

/// 64 bits: no two findings of a newsroom's lifetime meet by chance.
const FINGERPRINT_DIGITS: usize = 16;

impl Verdict {
    /// The name as reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Supported => "supported",
            Self::Partial => "partial",
            Self::Unsourced => "unsourced",
            Self::Conflicting => "conflicting",
            Self::Unchecked => "unchecked",
            Self::Exempt => "exempt",
        }
    }
}

/// The table of rules, for front ends.
pub fn rules() -> &'static [Rule] {
    RULES
}
