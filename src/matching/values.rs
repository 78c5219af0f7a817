//! Figures and dates of a sentence beside those of a passage.

pub mod date_comparison;
pub mod derived;
pub mod figure_comparison;
pub mod pairing;
mod slots;
pub(super) mod thresholds;
