//! `unsourced-detail`: a sourced sentence holds a name or a figure that no source has.

use super::finding::cite;
use super::{Case, Finding, Proof, Rule, Verdict};
use crate::config::Level;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "unsourced-detail",
    summary: "The sentence is sourced, but these words of it are not.",
    docs: include_str!("../../docs/rules/unsourced-detail.md"),
    level: Level::Info,
    since: "0.1.0",
    run,
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (n, assessment) in case.claims().filter(|(_, assessment)| matches!(assessment.verdict(), Verdict::Supported | Verdict::Partial)) {
        let reading = &case.draft.readings[n];
        let Some(best) = assessment.support.evidence.first() else { continue };
        for words in details(case, n) {
            let printed = reading.span(&words).of(&reading.text);
            found.push(Finding {
                rule: RULE.name,
                level: RULE.level,
                span: case.word_span(n, &words),
                message: format!(
                    "No source has “{printed}”; the rest of the sentence is in {}. Source it, or cut it.",
                    cite(&best.candidate)
                ),
                evidence: vec![Proof::of(&best.candidate, best.score)],
                fixes: Vec::new(),
            });
        }
    }
    found
}

/// Names, figures and dates of a sentence of which no passage among the best holds a word, quoted ones left out.
fn details(case: &Case<'_>, n: usize) -> Vec<Range<usize>> {
    let reading = &case.draft.readings[n];
    let assessment = &case.sentences[n];
    let missing: Vec<usize> = crate::matching::support::uncarried(&assessment.support.terms, &assessment.support.evidence)
        .map(|term| term.word)
        .filter(|at| !case.is_quoted(n, *at))
        .collect();
    let named = reading.names.iter().filter(|name| name.words.start > 0 || name.words.len() > 1).map(|name| name.bare..name.words.end);
    let valued = reading.figures.iter().map(|figure| figure.words.clone()).chain(reading.dates.iter().map(|date| date.words.clone()));
    let all: Vec<Range<usize>> = named.chain(valued).filter(|words| !words.is_empty()).collect();
    let mut kept: Vec<Range<usize>> =
        all.into_iter().filter(|words| words.clone().any(|at| missing.contains(&at))).map(|words| narrow(words, &missing)).collect();
    kept.sort_by_key(|words| words.start);
    kept.dedup();
    kept
}

/// Only the stretch that is missing: of "Australian ex-pats" the first word alone.
fn narrow(words: Range<usize>, missing: &[usize]) -> Range<usize> {
    let inside: Vec<usize> = words.clone().filter(|at| missing.contains(at)).collect();
    match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => *first..last + 1,
        _ => words,
    }
}
