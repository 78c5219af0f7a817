//! Layer 2: the sources: files to passages, and the index that proposes candidates among them.

pub mod address;
pub mod bibliography;
mod captions;
pub mod formats;
pub mod furniture;
mod holding;
mod html_blocks;
pub mod index;
pub mod metadata;
pub mod naming;
pub mod packed;
pub mod passage;
mod raised;
pub mod reader;
pub mod refresh;
mod retrieval;
pub mod roster;
pub mod snapshot;
pub mod stamp;
mod table;
pub mod transcript;
mod web_page;
mod writer;

pub use index::Index;
pub use metadata::Meta;
pub use passage::Passage;
pub use snapshot::{PassageId, Snapshot};

/// Why a corpus cannot be used. Messages name the file and the mend.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    #[error("the index at {path} could not be used: {source}")]
    Engine { path: String, source: tantivy::TantivyError },
    #[error("{path}: {source}")]
    Io { path: String, source: std::io::Error },
}
