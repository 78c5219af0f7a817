//! Layer 3: what the sources have on a piece of the draft: retrieval, alignment, scores. Judges nothing.

pub mod cited_sources;
pub mod evidence;
pub mod quotations;
pub mod statements;
pub mod values;

use crate::corpus::{Meta, Passage, PassageId, Snapshot};
use crate::language::Lexicon;
use crate::prose::Reading;
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The corpus opened on a desk: passages are read once and kept.
pub struct Desk {
    pub snapshot: Arc<Snapshot>,
    read: Mutex<FxHashMap<PassageId, Arc<Candidate>>>,
}

/// A passage with its source and what it says.
#[derive(Debug)]
pub struct Candidate {
    pub id: PassageId,
    pub passage: Arc<Passage>,
    pub source: Arc<Meta>,
    pub reading: Reading,
    pub lexicon: &'static Lexicon,
    /// Number of the passage in its source.
    pub position: u32,
}

impl Desk {
    /// A desk over one snapshot of the corpus.
    pub fn new(snapshot: Arc<Snapshot>) -> Self {
        Self { snapshot, read: Mutex::default() }
    }

    /// The passage, read; `None` if the index lost it.
    pub fn candidate(&self, id: PassageId) -> Option<Arc<Candidate>> {
        if let Some(known) = self.read.lock().unwrap_or_else(PoisonError::into_inner).get(&id) {
            return Some(Arc::clone(known));
        }
        let (passage, source) = (self.snapshot.passage(id)?, self.snapshot.source_of(id)?);
        let lexicon = crate::language::by_code(&source.language).unwrap_or_else(crate::language::default);
        let reading = Reading::of(&passage.text, lexicon);
        let position = self.snapshot.position(id);
        let candidate = Arc::new(Candidate { id, passage, source, reading, lexicon, position });
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if read.len() >= KEPT {
            // Freeing so much takes longer than a keystroke may.
            let old = std::mem::take(&mut *read);
            std::thread::spawn(move || drop(old));
        }
        read.insert(id, Arc::clone(&candidate));
        Some(candidate)
    }

    /// The passage some steps away in the same source.
    pub fn neighbour(&self, of: &Candidate, steps: i64) -> Option<Arc<Candidate>> {
        self.candidate(self.snapshot.neighbour(of.id, steps)?)
    }
}

/// Passages kept read: a sentence looks at about a hundred, so a long draft fits, and memory stays below 100
/// MB.
const KEPT: usize = 20_000;

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Lexicon({})", self.language.code)
    }
}
