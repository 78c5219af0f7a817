//! Numbers of the rules of sourcing that were tuned by hand.
//!
//! Scores and shares run from 0 to 1; rarities are natural logarithms. Settled on claims of an encyclopedia
//! with the words marked that their pages do not carry. `cargo test --test fixtures` holds what they must do.

// citation mismatch
/// The one passage that carries the sentence, and not several together.
pub(in crate::rules) const MOSTLY: f64 = 0.9;
/// A source with no more of a sentence than this does not carry it.
pub(in crate::rules) const LITTLE: f64 = 0.3;
/// A place that shares this much of the words says the same.
pub(in crate::rules) const OTHERWISE: f64 = 0.5;

// unsourced claim
/// From this score a sentence may be told by its nearest source in other words: of 300 faithful sentences of reporters in
/// three languages, 24 of the 32 that no passage carries lie above it, of 91 claims whose page was left out 20.
pub(in crate::rules) const MAY_BE_TOLD: f64 = 0.34;

/// The same where the nearest source has this share of its names and values: of those sentences 18 of the 29 left, of the claims
/// 8 of 73.
pub(in crate::rules) const KNOWN: f64 = 0.6;
