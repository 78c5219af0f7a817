//! Rules of sources: what has one, and which.

pub(crate) mod citation_mismatch;
pub(crate) mod single_source;
pub(in crate::rules) mod thresholds;
pub(crate) mod unknown_citation;
pub(crate) mod unsourced_claim;
pub(crate) mod unsourced_detail;
