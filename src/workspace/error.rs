//! Why there is nothing to work with.

use crate::config;
use crate::corpus::error::CorpusError;

/// Why there is nothing to work with. Messages name the file and the mend.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    #[error("{path}: {source}")]
    Config { path: String, line: usize, source: config::ConfigError },
    #[error("{path} cannot be read: {source}")]
    Unreadable { path: String, source: std::io::Error },
    #[error(
        "no sources found: put the saved articles in a folder `corpus` beside the draft, or name their folder with --corpus DIR"
    )]
    NoCorpus,
    #[error("{0} is not there: check `corpus` in backread.toml or --corpus")]
    MissingCorpus(String),
    #[error("`{glob}` is no glob: {message}")]
    Glob { glob: String, message: String },
    #[error(transparent)]
    Corpus(#[from] CorpusError),
}
