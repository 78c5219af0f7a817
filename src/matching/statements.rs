//! What a sentence and a passage state: negations, participants, amounts, certainty, names, whose word it is.

pub mod amounts;
pub mod attribution;
pub mod certainty;
pub mod clauses;
pub mod company;
pub mod comparison;
pub mod difference;
pub mod names;
pub mod pair;
pub mod participants;
pub mod polarity;
pub mod substitutions;
pub(super) mod thresholds;
