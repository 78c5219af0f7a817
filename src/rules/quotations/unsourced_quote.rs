//! `unsourced-quote`: no source holds these words or anything near them.

use crate::config::Level;
use crate::matching::quotations::reading::Token;
use crate::rules::case::Case;
use crate::rules::case::quote_case::{FragmentCase, Outcome};
use crate::rules::code::Code;
use crate::rules::finding::Finding;
use crate::rules::quotations::judgement::proofs;
use crate::rules::quotations::thresholds;
use crate::rules::rule::{Rule, Run};

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::UnsourcedQuote,
    summary: "No source holds these words or anything near them.",
    docs: include_str!("../../../docs/rules/unsourced-quote.md"),
    level: Level::Warning,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    // A quotation whose cited source is not saved is unchecked, never "not found" (E25).
    let unfound = case.quotations.iter().filter(|quote| {
        matches!(quote.outcome, Outcome::Nothing)
            && case.sentences[quote.sentence].unsaved.is_empty()
            && case.original(quote).is_none()
    });
    unfound
        .map(|quote| {
            let fragments = quote.parts.iter().flat_map(|part| part.fragments.iter().zip(&part.quoted.fragments));
            let near = |(found, words): (&FragmentCase, &Vec<Token>)| {
                found.nearest.first().filter(|place| place.kept(words) >= thresholds::RESEMBLES).cloned()
            };
            let nearest = fragments.into_iter().find_map(near);
            Finding {
                evidence: nearest.filter(|_| quote.words > 3).map(|place| proofs(&place, 0.0)).unwrap_or_default(),
                ..RULE.finding(case.quote_span(quote),
                    "No source has these words or anything near them. Add the source, or paraphrase what can be shown.".to_owned(),
                )
            }
        })
        .collect()
}
