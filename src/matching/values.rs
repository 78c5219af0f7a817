//! Figures and dates of a sentence beside those of a passage.

pub mod date_comparison;
pub mod derived;
pub mod figure_comparison;
pub mod pairing;
pub(crate) mod slots;
pub(in crate::matching) mod thresholds;
