//! Why a corpus cannot be used.

/// Why a corpus cannot be used. Messages name the file and the mend.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    #[error("the index at {path} could not be used: {source}")]
    Engine { path: String, source: tantivy::TantivyError },
    #[error("{path}: {source}")]
    Io { path: String, source: std::io::Error },
}
