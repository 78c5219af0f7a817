//! Rules of figures and dates.

pub(crate) mod arithmetic;
pub(crate) mod conflicting_date;
pub(crate) mod conflicting_figure;
pub(crate) mod disagreement;
pub(crate) mod impossible_date;
pub(crate) mod inconsistent_figures;
pub(crate) mod sources_disagree;
pub(in crate::rules) mod thresholds;
