//! Numbers of evidence that were tuned by hand.
//!
//! Shares, scores and factors run from 0 to 1 unless a comment says otherwise; weights are ratios. Settled on
//! claims of an encyclopedia, each with the page that it cites and with that page left out, among some
//! thousand articles. `cargo test --test fixtures` and the sample drafts hold what they must do.

// acquaintance
/// A source with a third of the names, by their rarity, is about the same; settled with the two below on
/// claims of an encyclopedia with the sentences before them, with and without the pages they cite.
pub(in crate::matching) const WELL_KNOWN: f64 = 0.34;
/// What a sentence gains that is about nobody but those, in a source that knows them well; and what it loses
/// in one that does not.
pub(in crate::matching) const GAIN: f64 = 0.15;
pub(in crate::matching) const LOSS: f64 = 0.4;

// alignment
/// A word in fifty.
pub(in crate::matching) const HARDLY_CHANGED: f64 = 0.98;

// gathering
/// What carries less of a sentence is no better for being new.
pub(in crate::matching) const CARRIED: f64 = 0.6;
/// Half of the aligned words are the same: below, a person would not call two sentences versions of each
/// other.
pub(in crate::matching) const ALIKE: f64 = 0.5;
/// What a word is worth that only the neighbouring sentences, or only the title, carry.
pub(in crate::matching) const SURROUNDINGS: f64 = 0.6;
pub(in crate::matching) const TITLE: f64 = 0.6;
/// Titles alone do not support a sentence.
pub(in crate::matching) const HEADING: f64 = 0.8;
/// What a word is worth for which the passage has one of its meaning, or a broader one. With 0.8 and 0.4 a
/// claim whose page is absent is told less surely from one whose page is there.
pub(in crate::matching) const ALIKE_IN_MEANING: f64 = 0.6;
pub(in crate::matching) const BROADER: f64 = 0.2;
/// What a passage in another language is worth: a hint where to look.
pub(in crate::matching) const FOREIGN: f64 = 0.4;
/// Share of the score that depends on the words standing as near each other as in the draft.
pub(in crate::matching) const ORDER: f64 = 0.25;

// independence
/// Half of the words in one order are no second reporter's. Two reports of one event by different hands share
/// a tenth.
pub(in crate::matching) const COPIED: f64 = 0.5;

// support
pub(in crate::matching) const MOST_TIES: f64 = 0.75;
pub(in crate::matching) const LEAST_TIES_IN_NOUNS: f64 = 0.4;
/// A second passage helps when it speaks of the same thing at least this much.
pub(in crate::matching) const RELATED: f64 = 0.7;
/// What a word is worth that only a helper carries.
pub(in crate::matching) const HELP: f64 = 0.8;
/// How much of the helpers' addition counts: a sentence sewn from four sources is weaker than one found in
/// one.
pub(in crate::matching) const SHARED: f64 = 0.2;

// terms
/// A name says more of whom a sentence is about than a noun as rare. Tuned on claims against the pages they
/// cite.
pub(in crate::matching) const NAME: f64 = 1.4;
/// A common word that a large corpus lacks is rare; that a handful of passages lack it tells this little.
pub(in crate::matching) const UNSEEN: f64 = 0.35;
/// Every word counts a little; a word the corpus lacks counts no more than a rare one.
pub(in crate::matching) const LEAST: f64 = 0.3;
pub(in crate::matching) const MOST: f64 = 9.0;
