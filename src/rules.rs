//! Layer 4: the rules, one file each. A rule reads the case and reports findings; it never searches.

mod case;
mod finding;
pub mod quotations;
pub mod sourcing;
pub mod statements;
pub mod unused_ignore;
pub mod values;

pub use crate::rules::case::exemptions::Exempt;
pub use crate::rules::case::memory::{Memory, Recalled};
pub use crate::rules::case::scene::{Scene, Surroundings};
pub use crate::rules::case::{Assessment, Case, QuoteCase, Verdict};
pub use crate::rules::finding::{Edit, Finding, Fix, Proof};
pub use crate::rules::quotations::judgement::{Laid, Outcome, Pieces, differing};

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
    sourcing::unsourced_claim::RULE,
    sourcing::unsourced_detail::RULE,
    quotations::misquote::RULE,
    quotations::unsourced_quote::RULE,
    quotations::misattributed_quote::RULE,
    quotations::spliced_quote::RULE,
    values::conflicting_figure::RULE,
    values::conflicting_date::RULE,
    statements::conflicting_name::RULE,
    statements::contradicted_claim::RULE,
    statements::dropped_hedge::RULE,
    values::sources_disagree::RULE,
    values::impossible_date::RULE,
    values::inconsistent_figures::RULE,
    sourcing::unknown_citation::RULE,
    sourcing::citation_mismatch::RULE,
    quotations::quote_variants::RULE,
    sourcing::single_source::RULE,
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
