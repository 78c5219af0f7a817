//! Rules of figures and dates.

mod arithmetic;
pub(super) mod conflicting_date;
pub(super) mod conflicting_figure;
mod disagreement;
pub(super) mod impossible_date;
pub(super) mod inconsistent_figures;
pub(super) mod sources_disagree;
pub(super) mod thresholds;
