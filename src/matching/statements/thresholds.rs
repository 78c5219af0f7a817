//! Numbers of the comparison of names that were tuned by hand.
//!
//! Shares run from 0 to 1. Settled on copied sentences with one name or place changed. `cargo test --test
//! fixtures` holds what they must do.

// name comparison
/// Of twelve words three may differ.
pub(in crate::matching) const SAME_SENTENCE: f64 = 0.75;
/// A family name in a passage with less in common may be anybody's.
pub(in crate::matching) const SAME_PERSON: f64 = 0.4;

// exchanges
/// Of what the clause of a word tells, the other's has so much.
pub(in crate::matching) const SAME_COMPANY: f64 = 0.6;
/// Of a whole sentence, one word left out, this share is in the passage.
pub(in crate::matching) const WHOLE_SENTENCE: f64 = 0.85;
/// A passage that has this much less of it still tells the draft's word.
pub(in crate::matching) const COMPANY_AS_NEAR: f64 = 0.6;

/// A name or a value whose company has no more than this share of it in the source is there of something else.
pub(in crate::matching) const HARDLY: f64 = 0.35;

// rivals (not tuned)
/// Of the clause of a value or a name so much stands with the other and not with its own.
pub(in crate::matching) const MOSTLY_WITH: f64 = 0.6;

// degrees
/// Of what the clause of a superlative tells, the other's has so much.
pub(in crate::matching) const SAME_DEGREE: f64 = 0.4;

// portions
/// The same of a part of a whole.
pub(in crate::matching) const SAME_PORTION: f64 = 0.4;

// shares (the same, a quarter for a clause that only counts; not tuned)
/// Of what the clause of a share tells, the passage and the one before it have so much, and the clause of the other share this.
pub(in crate::matching) const SAME_WHOLE: f64 = 0.6;
pub(in crate::matching) const SAME_PART: f64 = 0.25;

// scope
/// Of what the clause of a whole tells, the passage has so much itself.
pub(in crate::matching) const SAME_REACH: f64 = 0.5;

// alternatives
/// The same of the half of an "or", and where a number is the same, too.
pub(in crate::matching) const SAME_ALTERNATIVE: f64 = 0.6;
pub(in crate::matching) const SAME_NUMBERED_ALTERNATIVE: f64 = 0.3;

// attribution (as for exchanges; not tuned)
/// Of what somebody is said to have said, the other has said so much.
pub(in crate::matching) const SAME_WORD: f64 = 0.6;
/// Of what is told as fact, what somebody claims has so much, and the other way round.
pub(in crate::matching) const SAME_CLAIM: f64 = 0.6;
/// A passage that has this much less of it still bears the speaker out.
pub(in crate::matching) const WORD_AS_NEAR: f64 = 0.2;

// scales (0.6 as for exchanges; a third is what the clause beside may leave to its neighbours; not tuned)
/// Of what the clause of a word for certainty tells, the passage and those around it have so much, and the clause of the other
/// word this.
pub(in crate::matching) const SAME_MATTER: f64 = 0.6;
pub(in crate::matching) const PARTLY_HERE: f64 = 0.3;
