//! Layer 1: one reader for drafts and sources alike: blocks, sentences, words, quotations, figures, dates,
//! names, reports.

pub mod blocks;
pub mod context;
pub mod dates;
pub mod figures;
pub mod names;
pub mod quotations;
pub mod reading;
pub mod reports;
pub mod sentences;
pub mod syntax;
pub mod values;
pub mod words;

pub use crate::prose::blocks::{Block, Kind};
pub use crate::prose::reading::{Reading, Sentence};

/// The first full date that a line of text names, for metadata.
pub fn date_of(line: &str) -> Option<jiff::civil::Date> {
    let lexicon = crate::language::detect(line);
    let reading = Reading::of(line, lexicon);
    reading.dates().iter().find(|date| date.year.is_some()).and_then(|date| date.resolve(None))
}
