//! Bringing the index up to date: only files whose content changed are read again.

use super::CorpusError;
use super::formats::Format;
use super::index::Index;
use super::metadata::{Meta, Stamp};
use super::reader::{self, LARGEST, Skip, Source};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tantivy::indexer::{NoMergePolicy, UserOperation};
use tantivy::{IndexWriter, TantivyError};

/// A file that may be a source: where it is, and its path relative to the workspace with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub path: String,
    pub absolute: PathBuf,
}

/// What a refresh did.
#[derive(Debug, Default)]
pub struct Refreshed {
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
    pub unchanged: usize,
    /// Files that are no source, with the reason.
    pub skipped: Vec<(String, Skip)>,
}

/// Called with the number of files done and of all files that need reading, first with none done; never if none does.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl Index {
    /// Makes the index hold exactly `files`. Readers keep their snapshots; a kill at any point leaves the last commit.
    pub fn refresh(&self, files: &[File], progress: Progress<'_>) -> Result<Refreshed, CorpusError> {
        let snapshot = self.snapshot()?;
        let known: FxHashMap<&str, &Arc<Meta>> = snapshot.sources().iter().map(|meta| (meta.path.as_str(), meta)).collect();
        let wanted: FxHashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let gone: Vec<&str> = known.keys().filter(|path| !wanted.contains(**path)).copied().collect();
        let mut report = Refreshed::default();
        let mut stale: Vec<&File> = Vec::new();
        for file in files {
            match (known.get(file.path.as_str()), ending(file)) {
                (Some(meta), Ok(_)) if is_untouched(file, &meta.stamp) => report.unchanged += 1,
                (None, Err(skip)) => report.skipped.push((file.path.clone(), skip)),
                _ => stale.push(file),
            }
        }
        let mut writing: Option<Writing> = None;
        if !stale.is_empty() {
            progress(0, stale.len());
        }
        for (n, chunk) in stale.chunks(CHUNK).enumerate() {
            let read: Vec<(&File, Result<Option<Source>, Skip>)> =
                chunk.par_iter().map(|file| (*file, read_changed(file, known.get(file.path.as_str()).map(|meta| &meta.stamp)))).collect();
            for (file, result) in read {
                let was_known = known.contains_key(file.path.as_str());
                match result {
                    Ok(None) => report.unchanged += 1,
                    Ok(Some(source)) => {
                        let same = known.get(file.path.as_str()).is_some_and(|meta| meta.stamp.hash == source.meta.stamp.hash);
                        self.replace(self.writing(&mut writing)?, &file.path, Some(&source))?;
                        *match (was_known, same) {
                            (true, true) => &mut report.unchanged,
                            (true, false) => &mut report.changed,
                            (false, _) => &mut report.added,
                        } += 1;
                    }
                    Err(skip) => {
                        if was_known {
                            self.replace(self.writing(&mut writing)?, &file.path, None)?;
                            report.removed += 1;
                        }
                        report.skipped.push((file.path.clone(), skip));
                    }
                }
            }
            progress((n * CHUNK + chunk.len()).min(stale.len()), stale.len());
        }
        for path in gone {
            self.replace(self.writing(&mut writing)?, path, None)?;
            report.removed += 1;
        }
        if let Some(Writing { mut writer, .. }) = writing {
            writer.commit().map_err(|source| self.error(source))?;
            self.tidy(writer)?;
        }
        report.skipped.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(report)
    }

    /// The writer's lock is taken at the first change, so that a refresh without one waits for nobody. What the index holds
    /// is looked up again under the lock: another process may have been quicker.
    fn writing<'a>(&self, slot: &'a mut Option<Writing>) -> Result<&'a mut Writing, CorpusError> {
        if slot.is_none() {
            let writer: IndexWriter = self.lock_writer()?;
            writer.set_merge_policy(Box::new(NoMergePolicy));
            let held = self.snapshot()?.sources().iter().map(|meta| (meta.path.clone(), meta.stamp.clone())).collect();
            *slot = Some(Writing { writer, held });
        }
        slot.as_mut().ok_or_else(|| self.error(TantivyError::InternalError("no writer".to_owned())))
    }

    fn lock_writer(&self) -> Result<IndexWriter, CorpusError> {
        let deadline = std::time::Instant::now() + LOCK_PATIENCE;
        loop {
            match self.engine.writer_with_num_threads(1, WRITER_MEMORY) {
                Err(TantivyError::LockFailure(..)) if self.is_on_disk() && std::time::Instant::now() < deadline => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                result => return result.map_err(|source| self.error(source)),
            }
        }
    }

    /// Takes a source out and, if there is a new one, puts that in, as one group of operations in one segment.
    fn replace(&self, writing: &mut Writing, path: &str, source: Option<&Source>) -> Result<(), CorpusError> {
        let held = writing.held.remove(path);
        if let Some(source) = source {
            let stamp = &source.meta.stamp;
            let same = held.as_ref().is_some_and(|held| held.hash == stamp.hash && (held.is_settled() || !stamp.is_settled()));
            writing.held.insert(path.to_owned(), if same { held.clone().unwrap_or_default() } else { stamp.clone() });
            if same {
                return Ok(());
            }
        }
        let delete = held.map(|_| UserOperation::Delete(self.fields.source_term(path)));
        let add = source.into_iter().flat_map(|source| self.fields.documents(source)).map(UserOperation::Add);
        let operations: Vec<UserOperation> = delete.into_iter().chain(add).collect();
        writing.writer.run(operations).map(drop).map_err(|source| self.error(source))
    }

    /// Few segments keep searching fast: once there are many, they become one.
    fn tidy(&self, mut writer: IndexWriter) -> Result<(), CorpusError> {
        let segments = self.engine.searchable_segment_ids().map_err(|source| self.error(source))?;
        if segments.len() > MOST_SEGMENTS {
            writer.merge(&segments).wait().map_err(|source| self.error(source))?;
            writer.garbage_collect_files().wait().map_err(|source| self.error(source))?;
        }
        writer.wait_merging_threads().map_err(|source| self.error(source))
    }
}

/// The writer, and what the index held when its lock was taken and since.
struct Writing {
    writer: IndexWriter,
    held: FxHashMap<String, Stamp>,
}

/// Files read at once before they go to the engine: enough for all cores, little enough for memory.
const CHUNK: usize = 256;
/// The engine flushes a segment when this many bytes are full; about 400,000 sentences.
const WRITER_MEMORY: usize = 64 << 20;
/// Above this many segments a refresh ends with a merge.
const MOST_SEGMENTS: usize = 8;
/// How long a refresh waits for another process to finish its own.
const LOCK_PATIENCE: Duration = Duration::from_secs(5);
/// A file changed this shortly before it was indexed may change again within the clock's grain: its time proves nothing.
const RACY: Duration = Duration::from_secs(2);

/// Size and time as indexed, the sidecar's too: the content need not be read.
fn is_untouched(file: &File, stamp: &Stamp) -> bool {
    let now = observed(file, String::new());
    stamp.is_settled() && now.is_ok_and(|now| now.modified == stamp.modified && now.size == stamp.size)
}

/// What the file system says of a file and its sidecar. The time is the later one, and 0 when it is too close to now to be
/// relied on.
fn observed(file: &File, hash: String) -> std::io::Result<Stamp> {
    let metadata = std::fs::metadata(&file.absolute)?;
    let sidecar = std::fs::metadata(sidecar_path(&file.absolute)).ok();
    let times = [settled_time(&metadata), sidecar.as_ref().map_or(1, settled_time)];
    let modified = if times.contains(&0) { 0 } else { times[0].max(times[1]) };
    Ok(Stamp { hash, size: metadata.len() + sidecar.map_or(0, |sidecar| sidecar.len()), modified })
}

fn ending(file: &File) -> Result<Format, Skip> {
    let ending = file.absolute.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    Format::of(&ending).ok_or(Skip::Format(ending))
}

/// The source, or `None` when its content is what the index has, unless now at last its time can be relied on.
fn read_changed(file: &File, known: Option<&Stamp>) -> Result<Option<Source>, Skip> {
    ending(file)?;
    let unreadable = |error: std::io::Error| Skip::Unreadable(error.to_string());
    let metadata = std::fs::metadata(&file.absolute).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Skip::Unreadable("not a regular file".to_owned()));
    }
    if metadata.len() > LARGEST {
        return Err(Skip::Enormous(metadata.len() >> 20));
    }
    let bytes = std::fs::read(&file.absolute).map_err(unreadable)?;
    let sidecar = std::fs::read_to_string(sidecar_path(&file.absolute)).ok();
    let hash = reader::hash(&bytes, sidecar.as_deref());
    let stamp = observed(file, hash).map_err(unreadable)?;
    if known.is_some_and(|known| known.hash == stamp.hash && (known.is_settled() || !stamp.is_settled())) {
        return Ok(None);
    }
    let mut source = reader::read(&file.path, &bytes, sidecar.as_deref())?;
    source.meta.stamp = stamp;
    Ok(Some(source))
}

fn sidecar_path(path: &Path) -> PathBuf {
    path.with_extension("toml")
}

/// The time of change, or 0 when it is too close to now to be relied on.
fn settled_time(metadata: &std::fs::Metadata) -> u64 {
    let age = metadata.modified().ok().and_then(|time| SystemTime::now().duration_since(time).ok());
    if age.is_some_and(|age| age > RACY) { nanoseconds(metadata) } else { 0 }
}

fn nanoseconds(metadata: &std::fs::Metadata) -> u64 {
    let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}
