//! Names in the place of others.

pub mod misplaced_names;
pub mod name_comparison;
