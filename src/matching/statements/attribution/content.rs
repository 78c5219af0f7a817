//! What is said, and what is told as nobody's word.

use crate::matching::statements::clauses::tells_or_counts;
use crate::matching::statements::company::Company;
use crate::prose::Reading;
use crate::prose::reports::Report;

/// The telling words of what a report gives, but for those that `skip` tells of.
pub(super) fn said<'r>(reading: &'r Reading, report: &Report, skip: &dyn Fn(usize) -> bool) -> Company<'r> {
    let tells = |word: &usize| tells_or_counts(&reading.words[*word]) && !skip(*word);
    Company { reading, words: report.content.iter().copied().filter(tells).collect() }
}

/// The telling words that stand in no report.
pub(super) fn asserted<'r>(reading: &'r Reading, skip: &dyn Fn(usize) -> bool) -> Company<'r> {
    let of_report =
        |report: &'r Report| report.content.iter().chain(&report.speaker).copied().chain(report.cue.clone());
    let reported: Vec<usize> = reading.reports().iter().flat_map(of_report).collect();
    let tells =
        |word: &usize| !reported.contains(word) && tells_or_counts(&reading.words[*word]) && !skip(*word);
    Company { reading, words: (0..reading.words.len()).filter(tells).collect() }
}
