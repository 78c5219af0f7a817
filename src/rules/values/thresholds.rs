//! Numbers of the rules of figures and dates that were tuned by hand.
//!
//! Scores and shares run from 0 to 1. Settled on copied sentences with one figure or date changed, their
//! untouched twins, and sentences copied from an archive. `cargo test --test fixtures` holds what they must
//! do.

// arithmetic
/// "About 5 km (3 miles)": a conversion is rounded to what reads well.
pub(in crate::rules) const CONVERSION_ROUNDING: f64 = 0.05;
/// Shares that miss a hundred by more are not meant to make a whole.
pub(in crate::rules) const NEAR_WHOLE: f64 = 8.0;
/// "Rose 20 percent" is fair for 19.
pub(in crate::rules) const CHANGE_ROUNDING: f64 = 0.07;

// disagreement
/// Tolls name the victims and little else: less in common will do.
pub(in crate::rules) const DISAGREEMENT_SAME_TOLL: f64 = 0.3;
/// All of a sentence, room left for rounding.
pub(in crate::rules) const WHOLE: f64 = 0.99;
/// And this share of the names in it.
pub(in crate::rules) const DISAGREEMENT_NAMES: f64 = 0.4;
/// A passage that agrees in another role clears a value unless a conflict stands in one this much nearer to
/// the sentence.
pub(in crate::rules) const NEARER: f64 = 0.2;
/// Passages this close in score are as near: reports of one agency in two papers. On claims of an
/// encyclopedia with their pages among 5,000 articles, three in four false conflicts came from passages
/// farther off, and none of the true ones.
pub(in crate::rules) const AS_NEAR: f64 = 0.05;

// sources disagree
/// A second source must be this close to the sentence: a disagreement is worth a word only about the same
/// event.
pub(in crate::rules) const SAME_EVENT: f64 = 0.6;
/// And carry this share of its words itself, not by its surroundings.
pub(in crate::rules) const DIRECT: f64 = 0.5;
/// Or this share, where no dates of publication tie the two together: what is told every quarter is told in
/// the same words.
pub(in crate::rules) const UNDATED: f64 = 0.9;
/// And this share of its names: alike sentences about different companies abound.
pub(in crate::rules) const SOURCES_DISAGREE_NAMES: f64 = 0.65;
/// Two tolls of one kind of victim are one event's on half of that: rewriting leaves little more in common.
pub(in crate::rules) const SOURCES_DISAGREE_SAME_TOLL: f64 = 0.5;
/// A passage of the same source clears it only if it is about as near to the sentence.
pub(in crate::rules) const NEARLY: f64 = 0.1;
