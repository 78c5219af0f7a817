//! Why a file is not, or not wholly, a source, and what to do about it.

use serde::{Deserialize, Serialize};

/// Why a file is no source, in words for the person who put it there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Skip {
    #[error("empty: save the page again")]
    Empty,
    #[error("binary, not text: save it as .txt or .md")]
    Binary,
    #[error("{0} MB, over the limit of {limit} MB: split it", limit = LARGEST >> 20)]
    Enormous(u64),
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error(".{0} files are not read: {mend}", mend = crate::corpus::formats::format::mend(.0))]
    Format(String),
    #[error("no page that a browser wrote: save the text as .txt or .md")]
    Malformed,
    #[error("no sentence in it: save the article's text")]
    NoProse,
    #[error("no {0} that can be read: save it again, or its text as .txt")]
    Damaged(String),
    #[error("locked with a password: save a copy without one")]
    Locked,
    #[error("pictures of pages, no text: run it through text recognition (OCR), or save the text as .txt")]
    Pictures,
    #[error(
        "its fonts do not say which letters they print: run it through text recognition (OCR), or save the text as .txt"
    )]
    Illegible,
    #[error("not read within {0} seconds: save the text as .txt")]
    Endless(u64),
    #[error(
        "more than can be read with the memory that a source is given: split it, or save the text as .txt"
    )]
    Exhausting,
    #[error("a fault in Backread, which its author should hear of: save the text as .txt until it is mended")]
    Fault,
    #[error("{0} files are read by the backread command, in a process of their own")]
    Alone(String),
    #[error("lists no work that can be read: export it as BibTeX or CSL-JSON")]
    NoWork,
}

impl Skip {
    /// Whether it holds as long as the file stays what it is.
    pub(super) fn is_lasting(&self) -> bool {
        !matches!(self, Self::Unreadable(_) | Self::Alone(_) | Self::Fault)
    }
}

/// No article or transcript comes near this many bytes; a larger file is something else.
pub const LARGEST: u64 = 32 << 20;
