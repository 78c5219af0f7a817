//! Rules of quotations.

pub(super) mod judgement;
pub(super) mod misattributed_quote;
pub(super) mod misquote;
pub(super) mod quote_variants;
mod restoration;
pub(super) mod spliced_quote;
pub(super) mod thresholds;
pub(super) mod unsourced_quote;
