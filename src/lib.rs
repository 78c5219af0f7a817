//! Backread.
pub mod language;
pub mod prose;
pub mod text;
