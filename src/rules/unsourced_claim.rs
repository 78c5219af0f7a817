//! `unsourced-claim`: no passage supports a sentence that needs a source.

use super::finding::cite;
use super::{Case, Finding, Proof, Rule, Verdict};
use crate::config::Level;

pub(super) const RULE: Rule = Rule {
    name: "unsourced-claim",
    summary: "No passage of the sources supports this sentence.",
    docs: include_str!("../../docs/rules/unsourced-claim.md"),
    level: Level::Warning,
    since: "0.1.0",
    run,
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let unsourced = case.claims().filter(|(n, assessment)| assessment.verdict() == Verdict::Unsourced && !is_quotation(case, *n));
    unsourced
        .map(|(n, assessment)| {
            let nearest = assessment.support.evidence.first();
            let near = nearest.map_or_else(
                || "no source speaks of it".to_owned(),
                |miss| format!("the nearest passage, in {}, tells something else", cite(&miss.candidate)),
            );
            Finding {
                rule: RULE.name,
                level: RULE.level,
                span: case.draft.sentences[n].file,
                message: format!("No source for this sentence: {near}. Add the source, or cut the claim."),
                evidence: assessment.support.evidence.iter().take(3).map(|one| Proof::of(&one.candidate, one.score)).collect(),
                fixes: Vec::new(),
            }
        })
        .collect()
}

/// Mostly somebody's words: the rules of quotations speak of those.
fn is_quotation(case: &Case<'_>, n: usize) -> bool {
    let words = case.draft.readings[n].words.len();
    let quoted = (0..words).filter(|at| case.is_quoted(n, *at)).count();
    quoted * 2 > words
}
