//! The index on disk: what is stored, where, and how it is opened.
//!
//! A source is a run of documents in one segment: its description first, then its passages in order. Merging
//! keeps the order, so a passage's neighbours and its source are found by counting, without another look-up.

mod holders;
pub mod refresh;
mod retrieval;
pub mod roster;
pub mod schema;
pub mod snapshot;
pub mod stamp;
mod writer;

use crate::corpus::bibliography::Bibliography;
use crate::corpus::error::CorpusError;
use crate::corpus::index::schema::{Fields, schema};
use crate::corpus::index::snapshot::Snapshot;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tantivy::{IndexReader, ReloadPolicy};

/// The shape of what is stored. Another number is another folder: an older index is rebuilt, never misread.
pub const FORMAT: u32 = 8;

/// An index, on disk or in memory.
pub struct Index {
    pub(super) engine: tantivy::Index,
    pub(super) fields: Fields,
    reader: IndexReader,
    folder: Option<PathBuf>,
}

/// What an opened index had to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    Ready,
    New,
    /// The files were damaged; they were moved out of the way and the index begins anew.
    Damaged,
}

impl Index {
    /// Opens the index under `folder`, or makes one. A damaged index is replaced.
    pub fn open(folder: &Path) -> Result<(Self, Opened), CorpusError> {
        let current = folder.join(format!("index-{FORMAT}"));
        // A link would lead the index out of the workspace.
        let holds_link = std::fs::read_dir(&current)
            .into_iter()
            .flatten()
            .flatten()
            .any(|entry| entry.path().is_symlink());
        if holds_link || [folder, current.as_path()].iter().any(|place| place.is_symlink()) {
            let source = std::io::Error::other("a symbolic link; the index needs a folder of its own");
            return Err(CorpusError::Io { path: folder.display().to_string(), source });
        }
        let existed = current.join("meta.json").exists();
        match Self::open_at(&current) {
            Ok(index) => Ok((index, if existed { Opened::Ready } else { Opened::New })),
            Err(CorpusError::Engine { source, .. }) if existed && is_damage(&source) => {
                std::fs::remove_dir_all(&current)
                    .map_err(|source| CorpusError::Io { path: current.display().to_string(), source })?;
                Ok((Self::open_at(&current)?, Opened::Damaged))
            }
            Err(error) => Err(error),
        }
    }

    fn open_at(folder: &Path) -> Result<Self, CorpusError> {
        let io = |source| CorpusError::Io { path: folder.display().to_string(), source };
        let engine_error = |source| CorpusError::Engine { path: folder.display().to_string(), source };
        std::fs::create_dir_all(folder).map_err(io)?;
        ignore_in_git(folder.parent().unwrap_or(folder));
        let directory =
            tantivy::directory::MmapDirectory::open(folder).map_err(|error| engine_error(error.into()))?;
        let (schema, fields) = schema();
        let engine = tantivy::Index::open_or_create(directory, schema).map_err(engine_error)?;
        let reader =
            engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(engine_error)?;
        Ok(Self { engine, fields, reader, folder: Some(folder.to_owned()) })
    }

    /// An index that lives as long as the process, for a workspace that cannot be written.
    pub fn in_memory() -> Result<Self, CorpusError> {
        let (schema, fields) = schema();
        let engine = tantivy::Index::create_in_ram(schema);
        let reader = engine
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()
            .map_err(|source| CorpusError::Engine { path: "memory".to_owned(), source })?;
        Ok(Self { engine, fields, reader, folder: None })
    }

    /// The corpus as it stands now; later refreshes do not change it.
    pub fn snapshot(&self) -> Result<Arc<Snapshot>, CorpusError> {
        self.snapshot_with(Bibliography::default())
    }

    /// The same; what a source does not say of itself is taken from `bibliography`.
    pub fn snapshot_with(&self, bibliography: Bibliography) -> Result<Arc<Snapshot>, CorpusError> {
        self.reader.reload().map_err(|source| self.error(source))?;
        Ok(Arc::new(Snapshot::new(self.reader.searcher(), self.fields, bibliography)))
    }

    pub(super) fn error(&self, source: tantivy::TantivyError) -> CorpusError {
        CorpusError::Engine {
            path: self
                .folder
                .as_ref()
                .map_or_else(|| "memory".to_owned(), |folder| folder.display().to_string()),
            source,
        }
    }

    pub(super) fn is_on_disk(&self) -> bool {
        self.folder.is_some()
    }
}

fn is_damage(error: &tantivy::TantivyError) -> bool {
    use tantivy::TantivyError as E;
    matches!(
        error,
        E::DataCorruption(_)
            | E::SchemaError(_)
            | E::IncompatibleIndex(_)
            | E::OpenReadError(_)
            | E::OpenDirectoryError(_)
            | E::IoError(_)
            | E::InternalError(_)
    )
}

/// The folder ignores itself, so that nobody commits an index.
pub fn ignore_in_git(folder: &Path) {
    let made = std::fs::OpenOptions::new().write(true).create_new(true).open(folder.join(".gitignore"));
    // It may be there already, a link included; without it the index works all the same.
    if let Ok(mut file) = made {
        let _ = std::io::Write::write_all(&mut file, b"*\n");
    }
}
