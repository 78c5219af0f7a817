//! Every rule.

use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::Remark;
use crate::rules::rule::{Rule, Run};
use crate::rules::{confidence, quotations, sourcing, statements, unused_ignore, values};

/// Every rule, in the order of [`Code::ALL`].
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
    statements::name_spelling::RULE,
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
pub fn judge(scene: &Scene<'_>) -> Vec<Remark> {
    let judges = RULES.iter().filter_map(|rule| match rule.run {
        Run::Sentence(run) | Run::Both(run, _) => Some(run),
        Run::Draft(_) => None,
    });
    judges.flat_map(|run| run(scene)).map(|remark| confidence::judged(scene, remark)).collect()
}

/// The rule of that code.
pub fn of(code: Code) -> &'static Rule {
    &RULES[code as usize]
}
