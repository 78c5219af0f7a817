//! How many, how much, which of them: quantifiers, parts of a whole, superlatives, one or the other.

pub mod alternatives;
pub mod degrees;
pub mod portions;
pub mod quantifiers;
pub mod scope;
pub mod shares;
