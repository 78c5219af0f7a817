//! Layer 5: `check(draft, corpus, settings) -> report`: deterministic, cancellable, no input or output of its
//! own.

mod card;
mod checker;
mod citing;
mod fingerprint;
mod pass;
mod remarks;
mod repeats;
mod report;

pub use crate::check::card::Card;
pub use crate::check::checker::{Checked, Checker};
pub use crate::check::fingerprint::fingerprint;
pub use crate::check::pass::{check, check_with, remembering};
pub use crate::check::report::{Cancelled, Dismissed, Report, SentenceReport, Settings};

use crate::rules::Verdict;
use crate::rules::rule::Rule;
use crate::rules::table::RULES;

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
