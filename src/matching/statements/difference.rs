//! One thing in which a sentence and a passage differ, and how the two stand to each other there.

use std::ops::Range;

/// How what the draft has stands to what the source has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It says more than follows from the source.
    Stronger,
    /// Both cannot be.
    Excluded,
}

/// What of two statements differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One word in the place of another.
    Word,
    /// How many of a whole.
    Portion,
    /// Which of many, by a superlative.
    Degree,
    /// One of two that the source leaves open.
    Alternative,
}

/// The words of both sides that differ, as ranges of words.
#[derive(Clone, Debug)]
pub struct Difference {
    pub kind: Kind,
    pub stands: Stands,
    pub draft: Range<usize>,
    pub source: Range<usize>,
}
