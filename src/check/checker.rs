//! One draft checked again and again while it is written.

use crate::check::pass::remembering;
use crate::check::report::{Cancelled, Report, Settings};
use crate::draft::Draft;
use crate::matching::Desk;
use crate::rules::Memory;
use std::sync::Arc;

/// A draft with what is said of it.
#[derive(Clone)]
pub struct Checked {
    pub draft: Arc<Draft>,
    pub report: Arc<Report>,
}

/// Checks the versions of one draft against one state of the corpus. Only sentences and quotations that
/// changed are read, searched for and aligned again; what depends on neighbours is judged anew each time. A
/// report is the same as that of [`crate::check::pass::check`] on the same text.
pub struct Checker {
    desk: Arc<Desk>,
    memory: Memory,
    last: Option<Arc<Draft>>,
}

impl Checker {
    /// A checker that has seen no version yet.
    pub fn new(desk: Arc<Desk>) -> Self {
        Self { desk, memory: Memory::default(), last: None }
    }

    /// Checks the next version. A cancelled check has no report and forgets nothing.
    pub fn check(
        &mut self,
        path: &str,
        text: &str,
        settings: &Settings,
        cancelled: Cancelled<'_>,
    ) -> Option<Checked> {
        let draft = Arc::new(Draft::read_after(
            self.last.as_deref(),
            path,
            text,
            settings.config.language.as_deref(),
        ));
        let report = remembering(&draft, &self.desk, settings, &mut self.memory, cancelled)?;
        self.last = Some(Arc::clone(&draft));
        Some(Checked { draft, report: Arc::new(report) })
    }

    /// How many sentences and quotations the last check searched the corpus for.
    pub fn searched(&self) -> usize {
        self.memory.searched()
    }
}
