//! How many findings of each severity a run had.

use crate::check::Checked;
use crate::config::Level;

/// Summary over all drafts.
#[derive(Default)]
pub(super) struct Summary {
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
    pub hints: usize,
    pub suppressed: usize,
    pub unchecked: usize,
    pub sentences: usize,
    /// Sentences that need no source.
    pub exempt: usize,
}

impl Summary {
    pub(super) fn of(all: &[Checked]) -> Self {
        let mut summary = Self::default();
        for checked in all {
            for finding in &checked.report.findings {
                match finding.level {
                    Level::Error => summary.errors += 1,
                    Level::Warning => summary.warnings += 1,
                    Level::Info => summary.infos += 1,
                    Level::Hint | Level::Off => summary.hints += 1,
                }
            }
            let count = |name: &str| {
                checked.report.sentences.iter().filter(|sentence| sentence.verdict.name() == name).count()
            };
            summary.suppressed += checked.report.suppressed.len();
            summary.unchecked += count("unchecked");
            summary.exempt += count("exempt");
            summary.sentences += checked.report.sentences.len();
        }
        summary
    }
}
