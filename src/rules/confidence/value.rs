//! How likely a finding is right, and the signs that tell.

/// What each sign is.
pub const SIGNS: [&str; 26] = [
    "score",
    "topic",
    "direct",
    "rank",
    "distance from the lead",
    "closeness",
    "days apart",
    "names",
    "names around",
    "company kept",
    "has its words",
    "near has its words",
    "others have its words",
    "others have theirs",
    "length",
    "their length",
    "neighbours",
    "their neighbours",
    "same noun",
    "whole sentence",
    "source count",
    "same governor",
    "same act",
    "same doer",
    "same governor of a date",
    "alike values",
];

/// The signs of one finding, each between -1 and 1, in the order of [`SIGNS`].
pub type Signs = [f64; SIGNS.len()];

/// A finding's confidence and the signs that it was told from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence {
    /// How likely the finding is right, 0 to 1, as learned from judged findings.
    pub value: f64,
    pub signs: Signs,
}
