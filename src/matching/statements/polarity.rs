//! What cannot both be: a statement and its denial, its opposite, or a word in its place that excludes it.

pub mod denials;
pub mod exchanges;
pub mod opposites;
