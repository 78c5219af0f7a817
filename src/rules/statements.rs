//! Rules of what a sentence states.

pub(super) mod conflicting_name;
pub(super) mod contradicted_claim;
pub(super) mod dropped_hedge;
pub(super) mod name_spelling;
pub(super) mod thresholds;
