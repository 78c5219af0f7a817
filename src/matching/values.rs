//! Figures and dates of a sentence beside those of a passage.

pub mod crossing;
pub mod date_comparison;
pub mod derived;
pub mod figure_comparison;
pub mod misplaced;
pub mod pairing;
mod slots;
pub(super) mod thresholds;
pub mod times;
