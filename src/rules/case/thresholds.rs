//! Numbers of the case that were tuned by hand.
//!
//! Scores and shares run from 0 to 1. Settled on claims of an encyclopedia, with the page that each cites and
//! with that page left out. `cargo test --test fixtures` holds what they must do.

// assessment
/// Score from which a sentence counts as sourced, and from which partly; tuned on claims with and without
/// their pages.
pub(in crate::rules) const SUPPORTED: f64 = 0.6;
pub(in crate::rules) const PARTIAL: f64 = 0.43;
/// A passage that carries this much of what the best does carries the sentence, too.
pub(in crate::rules) const AS_GOOD: f64 = 0.75;
pub(in crate::rules) const FEW_LEAST: f64 = 0.25;

// fact signs
/// From here on a count is a statistic.
pub(in crate::rules) const MANY: f64 = 20.0;

// scene
/// Below this a sentence has no source at all: a passage that happens to share words with it cannot
/// contradict it.
pub(in crate::rules) const COMPARABLE: f64 = 0.3;
/// Unless it has so much of it that only the values are new.
pub(in crate::rules) const SAME_TOPIC: f64 = 0.45;
