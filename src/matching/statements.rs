//! What a sentence and a passage state: negations, participants, amounts, certainty, names.

pub mod certainty;
pub mod clauses;
pub mod denials;
pub mod hedges;
pub mod name_comparison;
pub mod opposites;
pub mod participants;
pub mod quantifiers;
pub mod substitutions;
pub(super) mod thresholds;
