//! The workspaces in use, each with its sources as last read.

use crate::matching::Desk;
use crate::server::session::event::Sender;
use crate::server::session::jobs;
use crate::server::transport::outbox::Outbox;
use crate::workspace::{Drafting, Workspace, drafting};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::time::Instant;

/// One workspace.
pub(in crate::server) struct Shelf {
    pub workspace: Arc<Workspace>,
    /// The sources, once they are read.
    pub desk: Option<Arc<Desk>>,
    /// Names a state of sources and settings among all workspaces: a report on another is stale.
    pub generation: u64,
    /// Where the rules' pages are.
    pub pages: Option<PathBuf>,
    /// When the sources are to be read again.
    pub due: Option<Instant>,
    /// Files that were skipped at the last reading, as the log has them.
    pub skipped: Vec<String>,
    /// Files of works that drafts name.
    bibliographies: BTreeSet<PathBuf>,
    /// Whether the sources are being read.
    reading: bool,
    /// Whether the index has been built anew because a check panicked. Once is enough: a second panic is our
    /// fault.
    pub rebuilt: bool,
}

impl Shelf {
    pub(super) fn new(workspace: Arc<Workspace>) -> Self {
        Self {
            workspace,
            desk: None,
            generation: next_generation(),
            pages: None,
            due: Some(Instant::now()),
            skipped: Vec::new(),
            bibliographies: BTreeSet::new(),
            reading: false,
            rebuilt: false,
        }
    }

    /// Sources have changed; more of them may be about to, so reading waits a little.
    pub(super) fn touch(&mut self) {
        self.due = self.due.or(Some(Instant::now() + SETTLING));
    }

    /// A draft at `path` names files of works; those that are new are read.
    pub(super) fn need(&mut self, path: &Path, names: &[String]) {
        for file in drafting::named(path, names) {
            if self.bibliographies.insert(file) {
                self.touch();
            }
        }
    }

    /// Whether one of these files is read: a source, or a file of works.
    pub(super) fn reads(&self, paths: &[PathBuf]) -> bool {
        paths.iter().any(|path| self.bibliographies.contains(path)) || self.workspace.any_source(paths)
    }

    /// When to read, if now is not too early.
    pub(super) fn waits_until(&self) -> Option<Instant> {
        self.due.filter(|_| !self.reading)
    }

    /// Starts reading what changed since the last time.
    pub(super) fn read(&mut self, events: &Sender, outbox: &Outbox, progress: bool, anew: bool) {
        self.due = None;
        self.reading = true;
        let name = self
            .workspace
            .root
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let drafting =
            Drafting { drafts: Vec::new(), bibliographies: self.bibliographies.iter().cloned().collect() };
        jobs::index(
            events.clone(),
            Arc::clone(&self.workspace),
            self.desk.clone(),
            drafting,
            outbox.progress(&name, progress),
            anew,
        );
    }

    /// The sources were read. `desk` is `None` if nothing had changed.
    pub(super) fn settle(&mut self, desk: Option<Arc<Desk>>) {
        self.reading = false;
        if let Some(desk) = desk {
            self.desk = Some(desk);
            self.generation = next_generation();
        }
    }

    /// Takes new settings. The sources are read again, and what was checked under the old settings is stale.
    pub(super) fn adopt(&mut self, workspace: Arc<Workspace>) {
        self.workspace = workspace;
        self.generation = next_generation();
        self.due = Some(Instant::now());
    }
}

fn next_generation() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// A browser that saves a page, or a `git checkout`, writes for about this long.
const SETTLING: Duration = Duration::from_millis(300);
