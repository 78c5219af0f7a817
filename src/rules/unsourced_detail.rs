//! `unsourced-detail`: a sourced sentence holds a name or a figure that no source has.

use super::finding::cite;
use super::{Finding, Proof, Rule, Run, Scene, Verdict};
use crate::config::Level;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "unsourced-detail",
    summary: "The sentence is sourced, but these words of it are not.",
    docs: include_str!("../../docs/rules/unsourced-detail.md"),
    level: Level::Info,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Finding> {
    let Some(best) = scene.support.evidence.first() else { return Vec::new() };
    if !matches!(scene.around.verdict, Verdict::Supported | Verdict::Partial) {
        return Vec::new();
    }
    let report = |words: Range<usize>| Finding {
        rule: RULE.name,
        level: RULE.level,
        span: scene.reading.span(&words),
        message: format!(
            "No source has “{}”; the rest of the sentence is in {}. Source it, or cut it.",
            scene.printed(&words),
            cite(&best.candidate)
        ),
        evidence: vec![Proof::of(&best.candidate, best.score)],
        fixes: Vec::new(),
    };
    details(scene).into_iter().map(report).collect()
}

/// Names, figures and dates of a sentence of which no passage among the best holds a word, quoted ones and the text of links left out.
fn details(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let reading = scene.reading;
    let missing: Vec<usize> = crate::matching::support::uncarried(&scene.support.terms, &scene.support.evidence)
        .map(|term| term.word)
        .filter(|at| !scene.is_quoted(*at) && !scene.is_linked(*at))
        .collect();
    let named = reading.names().iter().filter(|name| name.words.start > 0 || name.words.len() > 1).map(|name| name.bare..name.words.end);
    let valued = reading.figures().iter().map(|figure| figure.words.clone()).chain(reading.dates().iter().map(|date| date.words.clone()));
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
