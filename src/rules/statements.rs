//! Rules of what a sentence states.

pub(crate) mod conflicting_name;
pub(crate) mod contradicted_claim;
pub(crate) mod dropped_hedge;
pub(crate) mod name_spelling;
pub(in crate::rules) mod thresholds;
