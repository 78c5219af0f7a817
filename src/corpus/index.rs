//! The index on disk: what is stored, where, and how it is opened.
//!
//! A source is a run of documents in one segment: its description first, then its passages in order. Merging keeps the
//! order, so a passage's neighbours and its source are found by counting, without another look-up.

pub(crate) mod holders;
pub mod refresh;
pub(crate) mod retrieval;
pub mod roster;
pub mod snapshot;
pub mod stamp;
pub(crate) mod writer;

use crate::corpus::CorpusError;
use crate::corpus::bibliography::Bibliography;
use crate::corpus::index::snapshot::Snapshot;
use crate::corpus::index::stamp::{Stamp, first_bytes};
use crate::corpus::sources::metadata::Meta;
use crate::corpus::sources::naming::folded;
use crate::corpus::sources::passage::Passage;
use crate::corpus::sources::reader::{Skip, Source};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{IndexReader, ReloadPolicy, TantivyDocument, Term};

/// The shape of what is stored. Another number is another folder: an older index is rebuilt, never misread.
pub const FORMAT: u32 = 8;

/// The fields of the engine's documents.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// Stems of a passage.
    pub stems: Field,
    /// The source that a document belongs to, by the hash of its path.
    pub source: Field,
    /// Citation key and address of a source.
    pub key: Field,
    pub url: Field,
    /// Title of a source, whatever its case and punctuation.
    pub title: Field,
    /// Key of the source that a source corrects.
    pub corrects: Field,
    /// What tells of a source whether its file changed, and how many passages follow its description.
    pub size: Field,
    pub modified: Field,
    pub changed: Field,
    pub content: Field,
    pub passages: Field,
    /// Marks a file that is no source, so that it need not be read to know that.
    pub skipped: Field,
    /// The description of a source, or a passage with its number in the source.
    pub stored: Field,
}

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

fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    // Presence is all that ranking needs of a sentence: words hardly repeat in one.
    let indexing =
        TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::Basic);
    let fields = Fields {
        stems: builder.add_text_field("stems", TextOptions::default().set_indexing_options(indexing)),
        source: builder.add_u64_field("source", INDEXED | FAST),
        key: builder.add_text_field("key", STRING),
        url: builder.add_text_field("url", STRING),
        title: builder.add_text_field("title", STRING),
        corrects: builder.add_text_field("corrects", STRING),
        size: builder.add_u64_field("size", FAST),
        modified: builder.add_u64_field("modified", FAST),
        changed: builder.add_u64_field("changed", FAST),
        content: builder.add_u64_field("content", FAST),
        passages: builder.add_u64_field("passages", FAST),
        skipped: builder.add_u64_field("skipped", FAST),
        stored: builder.add_bytes_field("stored", STORED),
    };
    (builder.build(), fields)
}

/// What the stored field of a document holds.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) enum Stored<'a> {
    Source(Cow<'a, Meta>),
    /// A passage and its number in the source, from 0.
    Passage(u32, Cow<'a, Passage>),
    /// Why a file is no source.
    Skipped(Cow<'a, Skip>),
}

/// The number under which all documents of the source at `path` stand.
pub fn source_number(path: &str) -> u64 {
    first_bytes(&blake3::hash(path.as_bytes()))
}

impl Fields {
    /// The term that all documents of a source share.
    pub(super) fn source_term(&self, number: u64) -> Term {
        Term::from_field_u64(self.source, number)
    }

    /// The document of a file that is no source.
    pub(super) fn skipped(&self, path: &str, stamp: &Stamp, skip: &Skip) -> TantivyDocument {
        let mut document = self.head(path, stamp, 0);
        document.add_u64(self.skipped, 1);
        document.add_bytes(self.stored, &encode(&Stored::Skipped(Cow::Borrowed(skip))));
        document
    }

    /// What stands before the passages of a file, be it a source or not.
    fn head(&self, path: &str, stamp: &Stamp, passages: usize) -> TantivyDocument {
        let mut head = TantivyDocument::default();
        head.add_u64(self.source, source_number(path));
        head.add_u64(self.size, stamp.size);
        head.add_u64(self.modified, stamp.modified);
        head.add_u64(self.changed, stamp.changed);
        head.add_u64(self.content, stamp.content);
        head.add_u64(self.passages, passages as u64);
        head
    }

    /// The documents of a source, description first.
    pub(super) fn documents(&self, source: &Source, stamp: &Stamp) -> Vec<TantivyDocument> {
        let number = source_number(&source.meta.path);
        let mut head = self.head(&source.meta.path, stamp, source.passages.len());
        head.add_text(self.key, &source.meta.key);
        if let Some(url) = &source.meta.url {
            head.add_text(self.url, crate::corpus::sources::address::plain_url(url));
        }
        if let Some(title) = &source.meta.title {
            head.add_text(self.title, folded(title));
        }
        if let Some(corrected) = &source.meta.corrects {
            head.add_text(self.corrects, corrected);
        }
        head.add_bytes(self.stored, &encode(&Stored::Source(Cow::Borrowed(&source.meta))));
        let lexicon =
            crate::language::by_code(&source.meta.language).unwrap_or_else(crate::language::default);
        let passages = (0u32..).zip(&source.passages).map(|(seq, passage)| {
            let mut document = TantivyDocument::default();
            document.add_u64(self.source, number);
            document.add_text(self.stems, crate::prose::words::stems(&passage.text, lexicon));
            document.add_bytes(self.stored, &encode(&Stored::Passage(seq, Cow::Borrowed(passage))));
            document
        });
        std::iter::once(head).chain(passages).collect()
    }
}

fn encode(stored: &Stored<'_>) -> Vec<u8> {
    postcard::to_stdvec(stored).unwrap_or_default()
}
