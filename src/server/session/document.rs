//! An open document: its text, its last report, and who waits for the next.

use crate::check::Checker;
use crate::server::features::shown::Shown;
use crate::server::features::{code_action, hover, positions};
use crate::server::session::event::Reply;
use crate::server::session::library::Shelf;
use crate::server::transport::traits::Traits;
use crate::text::buffer::Buffer;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::time::Instant;
use tower_lsp::ls_types::{CodeActionOrCommand, Hover, Position, Range, TextDocumentContentChangeEvent, Uri};

pub(super) struct Document {
    /// Tells this opening of a document from an earlier one of the same name, whose check may still run.
    pub opening: u64,
    pub buffer: Buffer,
    pub version: i32,
    /// Where it is or, for one on no disk, where it would be.
    pub path: PathBuf,
    /// The root of its workspace, once known and only if it is a draft there.
    pub home: Option<PathBuf>,
    /// Number of the last search for its workspace that counted.
    pub search: u64,
    /// When it is to be checked.
    pub due: Option<Instant>,
    /// The last report that fitted its text.
    pub shown: Option<Shown>,
    /// Set to end the check that runs.
    running: Option<Arc<AtomicBool>>,
    /// The checker between two checks, and the shelf's generation it belongs to.
    pub checker: Option<(u64, Checker)>,
    waiting: Vec<Question>,
    /// Until when held questions wait for sources.
    pub patience: Option<Instant>,
}

/// A small corpus is read in a fraction of this; a person who waits longer looks elsewhere.
const PATIENCE: Duration = Duration::from_millis(700);

/// A request that needs a report.
pub(super) enum Question {
    Hover(Position, Reply<Option<Hover>>),
    CodeActions(Range, Reply<Vec<CodeActionOrCommand>>),
}

impl Document {
    pub(super) fn new(opening: u64, path: PathBuf, version: i32, text: &str) -> Self {
        Self {
            opening,
            buffer: Buffer::new(text),
            version,
            path,
            home: None,
            search: 0,
            due: None,
            shown: None,
            running: None,
            checker: None,
            waiting: Vec::new(),
            patience: None,
        }
    }

    /// Applies a notification's edits in order. The check of the text before them is worth nothing now.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        traits: &Traits,
    ) {
        for change in changes {
            match change.range {
                Some(range) => {
                    self.buffer.replace(
                        positions::position(range.start),
                        positions::position(range.end),
                        &change.text,
                        traits.encoding,
                    );
                }
                None => self.buffer = Buffer::new(&change.text),
            }
        }
        self.version = version;
        self.cancel();
        // Somebody who waits for an answer does not wait for a pause.
        self.due =
            Some(Instant::now() + if self.waiting.is_empty() { traits.debounce() } else { Duration::ZERO });
    }

    /// The draft belongs to another workspace, or to none: what was said of it there is void.
    pub(super) fn move_to(&mut self, home: Option<PathBuf>) {
        self.due = home.is_some().then(Instant::now);
        self.home = home;
        self.checker = None;
        self.shown = None;
        self.cancel();
        if self.due.is_none() {
            self.give_up();
        }
    }

    /// Sources or settings have changed: check it anew.
    pub(super) fn renew(&mut self) {
        self.due = Some(Instant::now());
        self.shown = None;
        self.cancel();
    }

    /// Whether the last report speaks of the text as it is.
    pub(super) fn is_shown(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.version == self.version)
    }

    /// A check begins; the flag ends it.
    pub(super) fn run(&mut self) -> Arc<AtomicBool> {
        self.due = None;
        // Whoever waited for sources now waits for this.
        self.patience = None;
        Arc::clone(self.running.insert(Arc::default()))
    }

    pub(super) fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// The check has ended.
    pub(super) fn rest(&mut self) {
        self.running = None;
    }

    fn cancel(&self) {
        if let Some(cancelled) = &self.running {
            cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Keeps a question while it is not known where the draft belongs or its sources are being read, for a
    /// moment only: what takes longer is said by the progress bar.
    pub(super) fn hold(&mut self, question: Question) {
        self.waiting.push(question);
        self.patience = self.patience.or(Some(Instant::now() + PATIENCE));
    }

    /// Answers a question, or keeps it until the report it needs is there.
    pub(super) fn ask(&mut self, question: Question, uri: &Uri, shelf: &Shelf, traits: &Traits) {
        if let Some(shown) = self.shown.as_ref().filter(|_| self.is_shown()) {
            question.answer(uri, shown, shelf, traits);
        } else {
            self.waiting.push(question);
            self.due = Some(Instant::now());
        }
    }

    /// Takes the report of the version that is open now and answers who waited for it.
    pub(super) fn show(&mut self, shown: Shown, uri: &Uri, shelf: &Shelf, traits: &Traits) {
        // A question that came while this report was made wanted no other.
        self.due = None;
        self.patience = None;
        for question in self.waiting.drain(..) {
            question.answer(uri, &shown, shelf, traits);
        }
        self.shown = Some(shown);
    }

    /// There will be no report: who waited gets an empty answer.
    pub(super) fn give_up(&mut self) {
        self.waiting.clear();
        self.patience = None;
    }
}

impl Drop for Document {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Question {
    fn answer(self, uri: &Uri, shown: &Shown, shelf: &Shelf, traits: &Traits) {
        // Whoever gave up on the answer does not miss it.
        match self {
            Self::Hover(at, reply) => drop(reply.send(hover::at(shown, at, shelf, traits))),
            Self::CodeActions(range, reply) => {
                drop(reply.send(code_action::within(uri, shown, range, shelf, traits)));
            }
        }
    }
}
