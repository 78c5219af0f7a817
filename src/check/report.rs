//! What is to be said of a draft, and the settings by which it is said.

use crate::config::{Config, Level};
use crate::rules::{Finding, Proof, Verdict};
use crate::text::Span;
use std::collections::BTreeMap;

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
    pub suppressed: Vec<Dismissed>,
}

/// A finding that the draft suppresses.
#[derive(Debug)]
pub struct Dismissed {
    pub finding: Finding,
    /// Why, as the suppression says.
    pub reason: String,
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

/// Asked between sentences; once it says yes, a check ends without a report.
pub type Cancelled<'a> = &'a (dyn Fn() -> bool + Sync);
