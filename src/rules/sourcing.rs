//! Rules of sources: what has one, and which.

pub(super) mod citation_mismatch;
pub(super) mod single_source;
pub(super) mod thresholds;
pub(super) mod unknown_citation;
pub(super) mod unsourced_claim;
pub(super) mod unsourced_detail;
