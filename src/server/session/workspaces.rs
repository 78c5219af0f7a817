//! Workspaces come and go: found for documents, read, mended, built anew.

use crate::draft::named_bibliographies;
use crate::matching::Desk;
use crate::server::features::{diagnostics, positions};
use crate::server::session::Session;
use crate::server::session::event::{Failure, Found, Indexed, Lost};
use crate::server::session::library::Shelf;
use crate::server::transport::outbox::Outbox;
use crate::workspace::{Prepared, Role, WorkspaceError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_lsp::ls_types::{MessageType, Uri};

impl Session {
    pub(super) fn found(&mut self, search: u64, uri: &Uri, found: Found) {
        let Some(document) = self.documents.get_mut(uri).filter(|document| document.search < search) else {
            return;
        };
        let first = std::mem::replace(&mut document.search, search) == 0;
        let (workspace, role) = match found {
            Ok(found) => found,
            Err(Lost { error, settings }) => {
                // Settings that cannot be used leave the last good ones in force; a corpus that is gone
                // leaves nothing.
                if document.home.is_none() {
                    document.give_up();
                }
                if matches!(error, WorkspaceError::NoCorpus) && document.home.is_some() {
                    document.move_to(None);
                    self.outbox.publish(uri.clone(), Vec::new(), Some(document.version));
                }
                return self.complain(&error, settings);
            }
        };
        let root = workspace.root.clone();
        let home = (role == Role::Draft).then(|| root.clone());
        let path = document.path.clone();
        if document.home != home {
            document.move_to(home.clone());
        }
        if home.is_none() {
            document.give_up();
        }
        if home.is_none() && (first || document.shown.is_some()) {
            self.outbox.publish(uri.clone(), Vec::new(), Some(document.version));
        }
        self.mended(&path);
        match self.shelves.get_mut(&root) {
            None if home.is_some() => drop(self.shelves.insert(root, Shelf::new(workspace))),
            Some(shelf) if shelf.workspace.config != workspace.config => {
                shelf.adopt(workspace);
                self.recheck(&root);
            }
            _ => {}
        }
        let document = self
            .documents
            .get(uri)
            .and_then(|document| Some((document, self.shelves.get_mut(document.home.as_ref()?)?)));
        if let Some((document, shelf)) = document {
            shelf.need(&path, &named_bibliographies(&document.buffer.text()));
        }
    }

    /// The settings of the file at `path` are in order: whatever was wrong with those above it is mended, or
    /// no longer used.
    pub(super) fn mended(&mut self, path: &Path) {
        let own = self.options.settings.clone();
        let used = |settings: &Path| {
            own.as_deref() == Some(settings)
                || settings.parent().is_some_and(|folder| path.starts_with(folder))
        };
        let mended: Vec<Uri> = self
            .broken
            .keys()
            .filter(|uri| positions::path(uri).is_some_and(|file| used(&file)))
            .cloned()
            .collect();
        for uri in mended {
            if let Some(message) = self.broken.remove(&uri) {
                // The same mistake made again is news again.
                self.said.remove(&message);
            }
            self.outbox.publish(uri, Vec::new(), None);
        }
    }

    /// Says what is wrong with a workspace where the person will look for it: on its settings, and once in a
    /// message.
    pub(super) fn complain(&mut self, error: &WorkspaceError, settings: Option<PathBuf>) {
        let message = error.to_string();
        let (file, diagnostic) = match error {
            WorkspaceError::Config { path, line, source } => {
                (Some(PathBuf::from(path)), diagnostics::of_settings(*line, &source.to_string()))
            }
            _ => (settings, diagnostics::of_settings(1, &message)),
        };
        let is_wrong = !matches!(error, WorkspaceError::NoCorpus);
        if let Some(uri) = file.and_then(|file| positions::uri(&file)).filter(|_| is_wrong)
            && self.broken.insert(uri.clone(), message.clone()).as_ref() != Some(&message)
        {
            self.outbox.publish(uri, vec![diagnostic], None);
        }
        if self.said.insert(message.clone()) {
            // Most Markdown files of this world have no sources: that is no mistake.
            if is_wrong {
                self.outbox.show(MessageType::ERROR, message);
            } else {
                self.outbox.log(MessageType::INFO, message);
            }
        }
    }

    pub(super) fn indexed(&mut self, root: &Path, indexed: Result<Indexed, Failure>) {
        let Some(shelf) = self.shelves.get_mut(root) else { return };
        match indexed {
            Ok(Indexed { prepared, same, pages }) => {
                shelf.pages = pages;
                report_reading(&self.outbox, &prepared, same, &mut shelf.skipped);
                if let Some(note) = prepared.note.filter(|note| self.said.insert(note.clone())) {
                    self.outbox.log(MessageType::WARNING, note);
                }
                shelf.settle((!same).then(|| Arc::new(Desk::new(prepared.snapshot))));
                if !same {
                    self.recheck(root);
                }
            }
            Err(Failure::Workspace(error)) => {
                shelf.settle(None);
                let settings = shelf.workspace.settings_file.clone();
                let is_lost = shelf.desk.is_none() || matches!(error, WorkspaceError::NoCorpus);
                self.complain(&error, settings);
                if is_lost {
                    self.abandon(root);
                }
            }
            Err(Failure::Panic(panic)) => {
                shelf.settle(None);
                self.rebuild(root, &panic);
            }
        }
    }

    /// A workspace has no sources: nothing is to be said of its drafts until a new search finds some.
    pub(super) fn abandon(&mut self, root: &Path) {
        self.shelves.remove(root);
        for (uri, document) in
            self.documents.iter_mut().filter(|(_, document)| document.home.as_deref() == Some(root))
        {
            document.move_to(None);
            self.outbox.publish(uri.clone(), Vec::new(), Some(document.version));
        }
    }

    /// Checks every draft of a workspace anew: the sources have changed.
    pub(super) fn recheck(&mut self, root: &Path) {
        for document in self.documents.values_mut().filter(|document| document.home.as_deref() == Some(root))
        {
            document.renew();
        }
    }

    /// Something panicked. The engine trusts its files, so a garbled one is the likely reason: the index is
    /// built anew, once.
    pub(super) fn rebuild(&mut self, root: &Path, panic: &str) {
        let Some(shelf) = self.shelves.get_mut(root) else { return };
        if shelf.rebuilt {
            self.outbox.log(MessageType::ERROR, format!("a check failed, please report it: {panic}"));
            if shelf.desk.is_none() {
                self.abandon(root);
            }
            return;
        }
        self.outbox.log(MessageType::WARNING, format!("a check failed ({panic}); the index is built anew"));
        shelf.rebuilt = true;
        shelf.desk = None;
        shelf.read(&self.events, &self.outbox, self.traits.progress, true);
    }
}

/// What a person may want to know of how the sources were read, if it is news.
fn report_reading(outbox: &Outbox, prepared: &Prepared, same: bool, known: &mut Vec<String>) {
    let done = &prepared.refreshed;
    let skipped: Vec<String> = done
        .skipped
        .iter()
        .chain(&prepared.lost)
        .map(|(path, skip)| format!("skipped {path}: {skip}"))
        .collect();
    if same && skipped == *known {
        return;
    }
    outbox.log(
        MessageType::INFO,
        format!(
            "{} sources: {} added, {} changed, {} removed, {} skipped",
            prepared.snapshot.roster().len(),
            done.added,
            done.changed,
            done.removed,
            skipped.len()
        ),
    );
    for line in skipped.iter().filter(|line| !known.contains(line)).take(LISTED) {
        outbox.log(MessageType::INFO, line.clone());
    }
    *known = skipped;
}

/// Skipped files that the log names; `backread index` lists them all.
const LISTED: usize = 20;
