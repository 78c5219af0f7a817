//! Layer 1: one reader for drafts and sources alike: blocks, sentences, words, quotations, figures, dates, names.

pub mod block;
pub mod dates;
mod date_reader;
pub mod figures;
mod figure_reader;
pub mod markdown;
pub mod names;
pub mod plain;
pub mod quotations;
pub mod reading;
pub mod sentences;
pub mod speakers;
pub mod words;

pub use block::{Block, Kind};
pub use reading::{Reading, Sentence};
