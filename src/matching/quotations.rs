//! Quotations: read into fragments, found in the sources, laid beside them word by word.

mod cost_table;
mod editorial_marks;
pub mod edits;
pub mod fit;
pub mod joint_places;
pub mod places;
pub mod reading;
mod seeds;
pub mod splice;
pub(super) mod thresholds;
pub mod window;
