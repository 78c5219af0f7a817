//! Layer 4: the rules, one file each. A rule reads the case and reports findings; it never searches.

mod arithmetic;
mod case;
mod claims;
mod finding;
mod memory;
mod scene;

mod citation_mismatch;
mod conflicting_date;
mod conflicting_figure;
mod conflicting_name;
mod contradicted_claim;
mod dropped_hedge;
mod impossible_date;
mod inconsistent_figures;
mod misattributed_quote;
mod misquote;
mod quote_variants;
mod quoted;
mod restoring;
mod single_source;
mod sources_disagree;
mod spellings;
mod spliced_quote;
mod unknown_citation;
mod unsourced_claim;
mod unsourced_detail;
mod unsourced_quote;
pub mod unused_ignore;
mod values;
mod worth;

pub use case::{Assessment, Case, QuoteCase, Verdict};
pub use claims::Exempt;
pub use finding::{Edit, Finding, Fix, Proof};
pub use memory::{Memory, Recalled};
pub use quoted::{Laid, Outcome, Pieces, differing};
pub use scene::{Scene, Surroundings};

use crate::config::Level;

/// One rule of the table.
pub struct Rule {
    /// Kebab-case name: the code in reports, settings and suppressions.
    pub name: &'static str,
    /// What it says, in one line.
    pub summary: &'static str,
    /// Its page, with a failing and a passing example.
    pub docs: &'static str,
    /// The level without settings.
    pub level: Level,
    /// First version that has it.
    pub since: &'static str,
    pub run: Run,
}

/// What a rule looks at. It reports what it finds, in any order.
pub enum Run {
    /// One sentence by itself; the spans of what it finds are bytes of the sentence.
    Sentence(fn(&Scene<'_>) -> Vec<Finding>),
    /// The draft as a whole; spans are bytes of the file.
    Draft(fn(&Case<'_>) -> Vec<Finding>),
    /// Each sentence by itself, then the draft as a whole.
    Both(fn(&Scene<'_>) -> Vec<Finding>, fn(&Case<'_>) -> Vec<Finding>),
}

/// Every rule, in the order that lists them.
pub static RULES: &[Rule] = &[
    unsourced_claim::RULE,
    unsourced_detail::RULE,
    misquote::RULE,
    unsourced_quote::RULE,
    misattributed_quote::RULE,
    spliced_quote::RULE,
    conflicting_figure::RULE,
    conflicting_date::RULE,
    conflicting_name::RULE,
    contradicted_claim::RULE,
    dropped_hedge::RULE,
    sources_disagree::RULE,
    impossible_date::RULE,
    inconsistent_figures::RULE,
    unknown_citation::RULE,
    citation_mismatch::RULE,
    quote_variants::RULE,
    single_source::RULE,
    unused_ignore::RULE,
];

/// What the rules of sentences say of one sentence.
fn judge(scene: &Scene<'_>) -> Vec<Finding> {
    let judges = RULES.iter().filter_map(|rule| match rule.run {
        Run::Sentence(run) | Run::Both(run, _) => Some(run),
        Run::Draft(_) => None,
    });
    judges.flat_map(|run| run(scene)).collect()
}

/// The rule of that name.
pub fn by_name(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// The names of all rules.
pub fn names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.name).collect()
}
