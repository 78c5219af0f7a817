//! What to show for one place of a draft: the sentence's verdict, what is wrong there, and the passages, best
//! first.

use crate::check::checker::Checked;
use crate::check::report::SentenceReport;
use crate::rules::{Finding, Proof};
use crate::text::Span;

/// A sentence as a person at the keyboard wants to see it.
pub struct Card<'c> {
    pub sentence: &'c SentenceReport,
    /// The findings that touch the sentence, those at the place asked for first.
    pub findings: Vec<&'c Finding>,
    /// Passages of those findings, then of the sentence, each once.
    pub proofs: Vec<&'c Proof>,
}

/// A passage this much farther from the sentence than the best tells of something else, and only takes room.
const NEAR: f64 = 0.6;
/// Passages on one card: what fits a pop-up without scrolling.
const SHOWN: usize = 3;

impl Checked {
    /// The card for byte `offset` of the draft; `None` between sentences.
    pub fn card(&self, offset: u32) -> Option<Card<'_>> {
        let holds = |span: Span| span.start <= offset && offset <= span.end;
        let sentences = || self.report.sentences.iter().filter(|sentence| holds(sentence.span));
        // Where two sentences touch, the one that begins here is meant.
        let sentence = sentences().next_back()?;
        let touching = || self.report.findings.iter().filter(|finding| finding.span.overlaps(sentence.span));
        let findings: Vec<&Finding> = touching()
            .filter(|finding| holds(finding.span))
            .chain(touching().filter(|finding| !holds(finding.span)))
            .collect();
        let mut proofs: Vec<&Proof> = Vec::new();
        // A sentence that needs no source is not explained by what happens to resemble it.
        let best = sentence.evidence.first().map_or(0.0, |proof| proof.score);
        let own =
            sentence.evidence.iter().filter(|proof| sentence.exempt.is_none() && proof.score >= best * NEAR);
        for proof in findings.iter().flat_map(|finding| &finding.evidence).chain(own) {
            if proofs.len() < SHOWN && proofs.iter().all(|shown| shown.candidate.id != proof.candidate.id) {
                proofs.push(proof);
            }
        }
        Some(Card { sentence, findings, proofs })
    }
}
