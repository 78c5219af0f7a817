//! Numbers of the comparison of names that were tuned by hand.
//!
//! Shares run from 0 to 1. Settled on copied sentences with one name or place changed. `cargo test --test
//! fixtures` holds what they must do.

// name comparison
/// Of twelve words three may differ.
pub(in crate::matching) const SAME_SENTENCE: f64 = 0.75;
/// A family name in a passage with less in common may be anybody's.
pub(in crate::matching) const SAME_PERSON: f64 = 0.4;
