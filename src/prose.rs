//! Layer 1: one reader for drafts and sources alike: blocks, sentences, words, quotations, figures, dates, names.

pub mod acronyms;
mod antecedents;
mod attribution;
pub mod block;
mod clock;
pub mod context;
mod date_reader;
pub mod dates;
mod dialogue;
mod figure_reader;
pub mod figures;
pub mod front_matter;
pub mod markdown;
mod measures;
pub mod names;
mod numbers;
pub mod plain;
pub mod quotations;
pub mod reading;
mod roles;
pub mod sentences;
mod shares;
pub mod speakers;
pub mod syntax;
pub mod values;
pub mod words;

pub use block::{Block, Kind};
pub use reading::{Reading, Sentence};

/// The first full date that a line of text names, for metadata.
pub fn date_of(line: &str) -> Option<jiff::civil::Date> {
    let lexicon = crate::language::detect(line);
    let reading = Reading::of(line, lexicon);
    reading.dates().iter().find(|date| date.year.is_some()).and_then(|date| date.resolve(None))
}
