//! Layer 2: the sources: files to passages, and the index that proposes candidates among them.

pub mod bibliography;
pub mod formats;
pub mod index;
pub mod sources;

pub use crate::corpus::index::Index;
pub use crate::corpus::index::refresh::File;
pub use crate::corpus::index::snapshot::{PassageId, Snapshot};
pub use crate::corpus::sources::metadata::Meta;
pub use crate::corpus::sources::passage::Passage;

/// Why a corpus cannot be used. Messages name the file and the mend.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    #[error("the index at {path} could not be used: {source}")]
    Engine { path: String, source: tantivy::TantivyError },
    #[error("{path}: {source}")]
    Io { path: String, source: std::io::Error },
}
