//! Layer 2: a draft: Markdown with exact spans, its citations and its suppressions.

mod bibliographies;
pub mod citations;
mod document;
pub mod ignores;

pub use crate::draft::bibliographies::named_bibliographies;
pub use crate::draft::document::Draft;

/// Bytes of the largest draft. A book has about one megabyte; what is larger than this is none.
pub const LARGEST: u64 = 4 << 20;
