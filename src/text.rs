//! Layer 0: text as bytes and places. Knows nothing of language or of journalism.

pub mod buffer;
pub mod decoding;
pub mod fold;
pub mod lines;
pub mod mapped;
pub mod span;

pub use crate::text::span::Span;
