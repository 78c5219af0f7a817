//! Writing the index: the lock, each source as one group of operations, the commit.

use crate::corpus::error::CorpusError;
use crate::corpus::index::Index;
use crate::corpus::index::stamp::Stamp;
use crate::corpus::skip::Skip;
use rustc_hash::FxHashMap;
use std::time::{Duration, Instant};
use tantivy::indexer::{NoMergePolicy, UserOperation};
use tantivy::{IndexWriter, TantivyDocument, TantivyError};

/// A source as the engine takes it.
pub(super) struct Ready {
    pub(super) stamp: Stamp,
    /// Its description, then its passages.
    pub(super) documents: Vec<TantivyDocument>,
    /// Why it is none after all.
    pub(super) skip: Option<Skip>,
}

/// What is to be changed in an index, all of it or nothing.
pub(super) struct Writer<'i> {
    index: &'i Index,
    threads: usize,
    open: Option<Open>,
}

/// The engine's writer, and what the index held when its lock was taken and since.
struct Open {
    engine: IndexWriter,
    held: FxHashMap<u64, Stamp>,
}

/// From so many sources on it pays to make more than one segment at a time.
const MANY: usize = 400;
/// More threads wait for the disk and for each other.
const MOST_THREADS: usize = 4;
/// Each thread flushes a segment when this many bytes are full; about 200,000 sentences.
const MEMORY: usize = 40 << 20;
/// Above this many segments a refresh ends with a merge.
const MOST_SEGMENTS: usize = 8;
/// How long a refresh waits for another process to finish its own.
const LOCK_PATIENCE: Duration = Duration::from_secs(5);

impl<'i> Writer<'i> {
    /// The lock is taken at the first change, so that a refresh without one waits for nobody. `sources` is
    /// how many there may be to write.
    pub(super) fn new(index: &'i Index, sources: usize) -> Self {
        let threads = if sources >= MANY { rayon::current_num_threads().min(MOST_THREADS) } else { 1 };
        Self { index, threads, open: None }
    }

    /// Takes a source out and, if there is a new one, puts that in, as one group of operations in one
    /// segment.
    pub(super) fn replace(&mut self, number: u64, ready: Option<Ready>) -> Result<(), CorpusError> {
        let index = self.index;
        let Open { engine, held } = self.open()?;
        let before = held.remove(&number);
        if let Some(Ready { stamp, .. }) = &ready {
            let good = before.filter(|before| before.is_as_good_as(stamp));
            held.insert(number, good.unwrap_or(*stamp));
            if good.is_some() {
                return Ok(());
            }
        }
        let delete = before.map(|_| UserOperation::Delete(index.fields.source_term(number)));
        let add = ready.into_iter().flat_map(|ready| ready.documents).map(UserOperation::Add);
        let operations: Vec<UserOperation> = delete.into_iter().chain(add).collect();
        engine.run(operations).map(drop).map_err(|source| index.error(source))
    }

    /// What the index holds is looked up again under the lock: another process may have been quicker.
    fn open(&mut self) -> Result<&mut Open, CorpusError> {
        if self.open.is_none() {
            let engine = self.lock()?;
            engine.set_merge_policy(Box::new(NoMergePolicy));
            // A killed process leaves files under names that this one will need.
            engine.garbage_collect_files().wait().map_err(|source| self.index.error(source))?;
            let snapshot = self.index.snapshot()?;
            let held = snapshot.roster().all().map(|(number, entry)| (number, entry.stamp)).collect();
            self.open = Some(Open { engine, held });
        }
        let index = self.index;
        self.open.as_mut().ok_or_else(|| index.error(TantivyError::InternalError("no writer".to_owned())))
    }

    fn lock(&self) -> Result<IndexWriter, CorpusError> {
        let deadline = Instant::now() + LOCK_PATIENCE;
        loop {
            match self.index.engine.writer_with_num_threads(self.threads, MEMORY * self.threads) {
                Err(TantivyError::LockFailure(..))
                    if self.index.is_on_disk() && Instant::now() < deadline =>
                {
                    std::thread::sleep(Duration::from_millis(20));
                }
                result => return result.map_err(|source| self.index.error(source)),
            }
        }
    }

    /// Gives up what was written so far.
    pub(super) fn abandon(self) {
        if let Some(Open { engine, .. }) = self.open {
            clear(engine);
        }
    }

    /// Makes the changes last. Few segments keep searching fast: once there are many, they become one.
    pub(super) fn finish(self) -> Result<(), CorpusError> {
        let Some(Open { mut engine, .. }) = self.open else { return Ok(()) };
        let error = |source| self.index.error(source);
        if let Err(source) = engine.commit() {
            clear(engine);
            return Err(error(source));
        }
        let segments = self.index.engine.searchable_segment_ids().map_err(error)?;
        if segments.len() > MOST_SEGMENTS {
            engine.merge(&segments).wait().map_err(error)?;
            engine.garbage_collect_files().wait().map_err(error)?;
        }
        engine.wait_merging_threads().map_err(error)
    }
}

/// Takes away what no commit needs: a full disk should not stay full. What cannot be done now, the next
/// writer does.
fn clear(mut engine: IndexWriter) {
    let _ = engine.rollback();
    let _ = engine.garbage_collect_files().wait();
}
