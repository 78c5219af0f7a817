//! Quotations: read into fragments, found in the sources, laid beside them word by word.

pub(crate) mod cost_table;
pub(crate) mod editorial_marks;
pub mod edits;
pub mod fit;
pub mod joint_places;
pub mod places;
pub mod reading;
pub(crate) mod seeds;
pub mod splice;
pub(in crate::matching) mod thresholds;
pub mod window;
