//! Rules of quotations.

pub(crate) mod judgement;
pub(crate) mod misattributed_quote;
pub(crate) mod misquote;
pub(crate) mod quote_variants;
pub(crate) mod restoration;
pub(crate) mod spliced_quote;
pub(in crate::rules) mod thresholds;
pub(crate) mod unsourced_quote;
