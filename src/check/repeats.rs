//! One claim told twice is reported once, with the lines where it stands again.

use crate::rules::{Case, Code, Finding};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Of unsourced sentences that tell the same in the same words, in whatever order, only the first keeps its
/// finding.
pub(super) fn merge(case: &Case<'_>, findings: &mut Vec<Finding>) {
    findings.sort_by_key(|finding| finding.span.start);
    let mut first: FxHashMap<Vec<&str>, usize> = FxHashMap::default();
    let mut again: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    let mut dropped = vec![false; findings.len()];
    for (at, finding) in
        findings.iter().enumerate().filter(|(_, finding)| finding.rule == Code::UnsourcedClaim)
    {
        let Some(told) = told(case, finding) else { continue };
        match first.get(&told) {
            Some(earlier) => {
                dropped[at] = true;
                again.entry(*earlier).or_default().push(finding.span);
            }
            None => {
                first.insert(told, at);
            }
        }
    }
    for (at, places) in again {
        let listed: Vec<String> =
            places.iter().map(|span| case.draft.lines.line(span.start).to_string()).collect();
        let named = if listed.len() == 1 { "line" } else { "lines" };
        findings[at].message += &format!(" The same stands in {named} {}.", listed.join(", "));
        findings[at].related = places;
    }
    let mut dropped = dropped.into_iter();
    findings.retain(|_| !dropped.next().unwrap_or(false));
}

/// The telling words of the sentence that a finding is about, in alphabetical order.
fn told<'c>(case: &'c Case<'_>, finding: &Finding) -> Option<Vec<&'c str>> {
    let sentences = &case.draft.sentences;
    let n = sentences.binary_search_by_key(&finding.span.start, |sentence| sentence.file.start).ok()?;
    let reading = &case.draft.readings[n];
    let mut stems: Vec<&str> =
        case.sentences[n].support.terms.iter().map(|term| reading.words[term.word].stem.as_str()).collect();
    stems.sort_unstable();
    (stems.len() >= LEAST_WORDS).then_some(stems)
}

/// Sentences of fewer telling words are alike without telling the same.
const LEAST_WORDS: usize = 3;
