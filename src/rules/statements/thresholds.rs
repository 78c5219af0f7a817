//! Numbers of the rules of statements that were tuned by hand.
//!
//! Scores and shares run from 0 to 1. Settled on copied sentences with one negation, hedge or name changed,
//! and their untouched twins. `cargo test --test fixtures` holds what they must do.

// conflicting name
/// Two sentences with another name in one must be nearly alike otherwise: alike sentences about different
/// people abound.
pub(in crate::rules) const ALIKE: f64 = 0.45;
pub(in crate::rules) const CONFLICTING_NAME_CLOSE: f64 = 0.65;
/// From here on two sentences tell the same in whatever order, and a name may be looked for beside the same
/// word.
pub(in crate::rules) const SAME_STORY: f64 = 0.65;
/// A passage this much farther from the sentence still bears a name out.
pub(in crate::rules) const CONFLICTING_NAME_NEARER: f64 = 0.25;

// contradicted claim
/// Nearly the same sentence word for word, where one negation decides.
pub(in crate::rules) const CONTRADICTED_CLAIM_CLOSE: f64 = 0.6;
/// For an opposite word in a reworded sentence nearly everything else must be the same.
pub(in crate::rules) const CONTRADICTED_CLAIM_SAME_TOPIC: f64 = 0.6;
/// And not only in the sentences around it.
pub(in crate::rules) const OF_ITS_OWN: f64 = 0.4;
/// A passage this much farther from the sentence still bears its words out.
pub(in crate::rules) const CONTRADICTED_CLAIM_NEARER: f64 = 0.1;
/// Above this a passage is the sentence itself.
pub(in crate::rules) const IDENTICAL: f64 = 0.98;

// dropped hedge
/// A lost "may" is told from a rewording only where the two sentences run alike.
pub(in crate::rules) const DROPPED_HEDGE_CLOSE: f64 = 0.5;
pub(in crate::rules) const AS_NEAR: f64 = 0.1;
pub(in crate::rules) const DROPPED_HEDGE_SAME_TOPIC: f64 = 0.55;
/// A bare assertion against a hedged passage, in other words: nearly all of it must be that passage's.
pub(in crate::rules) const SAME_CLAIM: f64 = 0.68;
/// A newer passage tells it as done, of "it" and "the council".
pub(in crate::rules) const NEWS: f64 = 0.25;
/// An act told of the same things.
pub(in crate::rules) const SAME_ACT: f64 = 0.6;

// name spelling
/// A passage with less in common may speak of anybody.
pub(in crate::rules) const NEAR: f64 = 0.45;
