//! Numbers of the pairing of figures and dates that were tuned by hand.
//!
//! Nearness is a sum of weights of words that two slots share, about 1 for a slot told beyond doubt; shares
//! run from 0 to 1. Settled on copied sentences with one figure or date changed and on claims beside a
//! passage with another number. `cargo test --test fixtures` holds what they must do.

// date comparison
/// As for figures; sentences on neighbouring days share more words, so that a mere weekday needs more.
pub(in crate::matching) const DATE_COMPARISON_SAME_TOPIC: f64 = 0.45;
pub(in crate::matching) const SAME_STORY: f64 = 0.6;

// misplaced
/// Of what the clause of a value tells, so much stands with another value in the source.
pub(in crate::matching) const MISPLACED: f64 = 0.5;

// derived
/// A part so much smaller than the other makes only a number that is nearly the other: a slip as likely as a
/// sum.
pub(in crate::matching) const LEAST_PART: f64 = 0.05;

// figure comparison
/// Two bounds or loose numbers speak of one value where neither is more than so many times the other.
pub(in crate::matching) const TELLING: f64 = 1.5;
/// Settled on claims and passages that differ in one number: lower accuses passages on something else, higher
/// misses rewordings.
pub(in crate::matching) const FIGURE_COMPARISON_SAME_TOPIC: f64 = 0.45;
/// Reports of one event differ by no more than this factor.
pub(in crate::matching) const ONE_SIZE: f64 = 3.0;

// pairing
/// A value that is nearly the draft's own is the one meant, where another is not this much surer.
pub(in crate::matching) const LIKELIER: f64 = 0.25;
/// A value that agrees with another of the draft's is taken by it, unless it fits this much better here.
pub(in crate::matching) const TAKEN: f64 = 0.2;
/// Two values are exchanged where each fits this much better in the other's place.
pub(in crate::matching) const SWAPPED: f64 = 0.1;
/// What speaks for two values being said of one thing, beside the words around them. Settled together, on
/// claims of an encyclopedia against passages that differ in one number, on sentences of a news archive with
/// one figure or date changed, and on the same sentences untouched.
pub(in crate::matching) const SAME_DATE: f64 = 0.35;
pub(in crate::matching) const HALF_NAMED: f64 = 0.1;
pub(in crate::matching) const SAME_NOUN: f64 = 0.2;
pub(in crate::matching) const OTHER_NOUN: f64 = 0.3;
pub(in crate::matching) const FACES: f64 = 0.2;
pub(in crate::matching) const ALONE: f64 = 0.15;
/// Where each is the only one of its kind: how much less than the sentences themselves the surroundings are
/// worth.
pub(in crate::matching) const APART: f64 = 0.3;
/// Below this a pair is a guess, and below the second one that neither noun nor place ties together.
pub(in crate::matching) const SURE: f64 = 0.55;
pub(in crate::matching) const LOOSE: f64 = 0.72;
/// From here on it is none, wherever the passage stands among the nearest.
pub(in crate::matching) const CERTAIN: f64 = 1.0;
pub(in crate::matching) const ALIKE: f64 = 0.75;

// times (not tuned)
/// Of what the clause of the draft's figure tells, that of the other of its time has so much.
pub(in crate::matching) const OF_ONE_TIME: f64 = 0.3;

// slots
/// A word belongs to the one of two values that it stands by this much nearer.
pub(in crate::matching) const NEARER: f64 = 1.4;
pub(in crate::matching) const NEAR: f64 = 0.5;
/// What a content word, a mark between clauses, another value of the kind and a closing bracket leave of a
/// word's weight; settled with the bonds of [`crate::matching::values::pairing`].
pub(in crate::matching) const STEP: f64 = 0.88;
pub(in crate::matching) const BREAK: f64 = 0.6;
pub(in crate::matching) const KIN: f64 = 0.4;
pub(in crate::matching) const BEHIND_BRACKET: f64 = 0.3;
/// A word this much farther from the source's value than from the draft's still counts whole.
pub(in crate::matching) const REACH: f64 = 2.0;
/// What a word weighs that the other sentence has nowhere: how much of the whole the two share is told by the
/// topic.
pub(in crate::matching) const ABSENT: f64 = 0.6;
