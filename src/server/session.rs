//! The session: sole owner of documents, workspaces and reports. It handles one event after another and waits
//! for nothing.

mod document;
pub(super) mod event;
mod jobs;
pub(super) mod library;
pub(super) mod progress;
mod workspaces;

use crate::check::Checker;
use crate::draft::LARGEST;
use crate::server::features::shown::Shown;
use crate::server::features::{diagnostics, positions};
use crate::server::options::Options;
use crate::server::session::document::{Document, Question};
use crate::server::session::event::{Event, Outcome, Sender};
use crate::server::session::library::Shelf;
use crate::server::transport::outbox::Outbox;
use crate::server::transport::traits::Traits;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, sleep_until};
use tower_lsp::ls_types::{MessageType, Uri};

pub(super) struct Session {
    outbox: Outbox,
    events: Sender,
    options: Options,
    traits: Traits,
    documents: BTreeMap<Uri, Document>,
    /// Documents opened so far.
    openings: u64,
    /// Searches for workspaces so far.
    searches: u64,
    shelves: BTreeMap<PathBuf, Shelf>,
    /// Settings files with an error on them now, and what it is.
    broken: BTreeMap<Uri, String>,
    /// What has been said to the person, so that each thing is said once.
    said: FxHashSet<String>,
}

impl Session {
    pub(super) fn new(outbox: Outbox, events: Sender, options: Options) -> Self {
        Self {
            outbox,
            events,
            options,
            traits: Traits::default(),
            documents: BTreeMap::new(),
            openings: 0,
            searches: 0,
            shelves: BTreeMap::new(),
            broken: BTreeMap::new(),
            said: FxHashSet::default(),
        }
    }

    /// Handles events until nobody is left to send any.
    pub(super) async fn run(mut self, mut events: UnboundedReceiver<Event>) {
        loop {
            let next = self.next_due();
            let step = tokio::select! {
                biased;
                event = events.recv() => match event {
                    Some(event) => jobs::guarded(|| self.handle(event)),
                    None => return,
                },
                () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => jobs::guarded(|| self.start_due()),
            };
            // One bad event must not take the others with it.
            if let Err(panic) = step {
                self.outbox.log(MessageType::ERROR, format!("internal error, please report it: {panic}"));
            }
        }
    }

    fn handle(&mut self, event: Event) {
        match event {
            Event::Started(traits) => self.traits = traits,
            Event::Ready => {
                if self.traits.watching {
                    self.outbox.watch_files();
                }
            }
            Event::Opened { uri, version, text } => self.open(uri, version, &text),
            Event::Changed { uri, version, changes } => {
                if let Some(document) = self.documents.get_mut(&uri) {
                    document.change(version, changes, &self.traits);
                }
            }
            Event::Saved(uri) => self.saved(&uri),
            Event::Closed(uri) => {
                self.documents.remove(&uri);
                // Else its diagnostics stay in the list of problems for ever.
                self.outbox.publish(uri, Vec::new(), None);
            }
            Event::Touched(files) => self.touched(&files),
            Event::Hover(uri, at, reply) => self.ask(&uri, Question::Hover(at, reply)),
            Event::CodeActions(uri, range, reply) => self.ask(&uri, Question::CodeActions(range, reply)),
            Event::Found { search, found } => {
                for (uri, found) in found {
                    self.found(search, &uri, found);
                }
            }
            Event::Indexed(root, indexed) => self.indexed(&root, indexed),
            Event::Checked(uri, outcome) => self.checked(&uri, outcome),
        }
    }

    fn open(&mut self, uri: Uri, version: i32, text: &str) {
        // What is on no disk has no workspace.
        let Some(path) = positions::path(&uri) else { return };
        self.find(vec![(uri.clone(), path.clone())]);
        self.openings += 1;
        self.documents.insert(uri, Document::new(self.openings, path, version, text));
    }

    fn find(&mut self, files: Vec<(Uri, PathBuf)>) {
        self.searches += 1;
        jobs::find(self.events.clone(), self.searches, files, self.options.clone());
    }

    /// Looks for every document's workspace again: settings may have changed, a corpus may have appeared.
    fn find_all(&mut self) {
        let files =
            self.documents.iter().map(|(uri, document)| (uri.clone(), document.path.clone())).collect();
        self.find(files);
    }

    /// A save is looked at for what it may have changed, for clients that do not watch files: a walk that
    /// finds nothing new costs little.
    fn saved(&mut self, uri: &Uri) {
        self.touched(std::slice::from_ref(uri));
        let Some(document) = self.documents.get_mut(uri) else { return };
        if !document.is_shown() {
            document.due = Some(Instant::now());
        }
        if let Some(shelf) = document.home.as_ref().and_then(|home| self.shelves.get_mut(home)) {
            shelf.touch();
        }
    }

    fn touched(&mut self, files: &[Uri]) {
        self.find_all();
        let paths: Vec<PathBuf> = files.iter().filter_map(positions::path).collect();
        for shelf in self.shelves.values_mut().filter(|shelf| shelf.reads(&paths)) {
            shelf.touch();
        }
    }

    fn ask(&mut self, uri: &Uri, question: Question) {
        let Some(document) = self.documents.get_mut(uri) else { return };
        if document.buffer.len() as u64 > LARGEST {
            return;
        }
        match document.home.as_ref().and_then(|home| self.shelves.get(home)) {
            Some(shelf) if shelf.desk.is_some() => document.ask(question, uri, shelf, &self.traits),
            Some(_) => document.hold(question),
            None if document.search == 0 => document.hold(question),
            // It has no workspace: there is nothing to say, now or in a moment.
            None => {}
        }
    }

    fn checked(&mut self, uri: &Uri, outcome: Outcome) {
        let Some(document) =
            self.documents.get_mut(uri).filter(|document| document.opening == outcome.opening)
        else {
            return;
        };
        document.rest();
        let Some(root) = document.home.clone() else { return };
        let Some(shelf) = self.shelves.get_mut(&root) else { return };
        let current = outcome.generation == shelf.generation;
        match outcome.result {
            Ok((checked, checker)) => {
                document.checker = Some((outcome.generation, checker));
                // What was checked is no longer what is open: the edit or the corpus that made it so has a
                // check of its own.
                if let Some(checked) = checked.filter(|_| current && outcome.version == document.version) {
                    shelf.need(&document.path, &checked.draft.bibliographies);
                    let shown =
                        Shown { uri: uri.clone(), version: outcome.version, buffer: outcome.buffer, checked };
                    self.outbox.publish(
                        uri.clone(),
                        diagnostics::of(&shown, shelf, &self.traits),
                        Some(shown.version),
                    );
                    document.show(shown, uri, shelf, &self.traits);
                } else if document.due.is_none() {
                    document.due = Some(Instant::now());
                }
            }
            Err(panic) => {
                document.give_up();
                self.rebuild(&root, &panic);
            }
        }
    }

    /// The next moment at which something is to be started that can be.
    fn next_due(&self) -> Option<Instant> {
        let documents = self
            .documents
            .values()
            .filter(|document| self.can_check(document))
            .filter_map(|document| document.due);
        let held = self
            .documents
            .values()
            .filter(|document| !self.can_check(document))
            .filter_map(|document| document.patience);
        documents.chain(held).chain(self.shelves.values().filter_map(Shelf::waits_until)).min()
    }

    fn can_check(&self, document: &Document) -> bool {
        let shelf = document.home.as_ref().and_then(|home| self.shelves.get(home));
        !document.is_running() && shelf.is_some_and(|shelf| shelf.desk.is_some())
    }

    fn start_due(&mut self) {
        let now = Instant::now();
        for shelf in
            self.shelves.values_mut().filter(|shelf| shelf.waits_until().is_some_and(|due| due <= now))
        {
            shelf.read(&self.events, &self.outbox, self.traits.progress, false);
        }
        let lost = |document: &Document| {
            document.patience.is_some_and(|until| until <= now) && !self.can_check(document)
        };
        let impatient: Vec<Uri> = self
            .documents
            .iter()
            .filter(|(_, document)| lost(document))
            .map(|(uri, _)| uri.clone())
            .collect();
        for uri in impatient {
            self.documents.entry(uri).and_modify(Document::give_up);
        }
        let due =
            |document: &Document| document.due.is_some_and(|due| due <= now) && self.can_check(document);
        let ready: Vec<Uri> =
            self.documents.iter().filter(|(_, document)| due(document)).map(|(uri, _)| uri.clone()).collect();
        for uri in ready {
            self.check(&uri);
        }
    }

    fn check(&mut self, uri: &Uri) {
        let Some(document) = self.documents.get_mut(uri) else { return };
        let Some(shelf) = document.home.as_ref().and_then(|home| self.shelves.get(home)) else { return };
        let Some(desk) = &shelf.desk else { return };
        if document.buffer.len() as u64 > LARGEST {
            document.due = None;
            document.give_up();
            self.outbox.publish(uri.clone(), Vec::new(), Some(document.version));
            let message = format!(
                "{} is over the limit of {} MB for a draft: split it",
                document.path.display(),
                LARGEST >> 20
            );
            if self.said.insert(message.clone()) {
                self.outbox.show(MessageType::WARNING, message);
            }
            return;
        }
        let kept = document.checker.take().filter(|(generation, _)| *generation == shelf.generation);
        let checker = kept.map_or_else(|| Checker::new(Arc::clone(desk)), |(_, checker)| checker);
        let cancelled = document.run();
        let path =
            document.path.strip_prefix(&shelf.workspace.root).unwrap_or(&document.path).display().to_string();
        let job = jobs::Check {
            checker,
            opening: document.opening,
            version: document.version,
            generation: shelf.generation,
            path,
            buffer: document.buffer.clone(),
            settings: shelf.workspace.settings(&document.path),
            cancelled,
        };
        jobs::check(self.events.clone(), uri.clone(), job);
    }
}
