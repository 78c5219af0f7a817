//! Identity of a finding that survives edits elsewhere in the draft.

use crate::draft::Draft;
use crate::rules::Finding;

/// Identity of a finding that survives edits elsewhere in the draft: the rule, the words, and which of equals
/// it is.
pub fn fingerprint(finding: &Finding, draft: &Draft, nth: usize) -> String {
    let words = finding.span.of(&draft.text).split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = draft
        .sentences
        .iter()
        .find(|sentence| sentence.file.overlaps(finding.span))
        .map_or("", |sentence| sentence.file.of(&draft.text));
    let hash = blake3::hash(format!("{}\0{words}\0{sentence}\0{nth}", finding.rule).as_bytes());
    hash.to_hex().chars().take(FINGERPRINT_DIGITS).collect()
}

/// 64 bits: no two findings of a newsroom's lifetime meet by chance.
const FINGERPRINT_DIGITS: usize = 16;
