//! Numbers of quotations that were tuned by hand.
//!
//! Shares run from 0 to 1; costs are in words, an exchanged word costing 1. Settled on quotations as
//! newspapers printed them beside the transcripts of what was said. `cargo test --test fixtures --test
//! quotations` holds what they must do.

// fit
pub(in crate::matching) const TOLERATED: f64 = 0.2;
/// A word more in a gap.
pub(in crate::matching) const WIDER: f64 = 0.15;

// joint places
/// Two words changed in one source are a likelier reading than two sources joined.
pub(in crate::matching) const APART: f64 = 2.5;
pub(in crate::matching) const PER_WORD: f64 = 0.3;
/// Of two places for what follows an ellipsis the nearer is meant.
pub(in crate::matching) const PER_CUT_WORD: f64 = 0.0005;

// places
/// A passage that carries less of the rare words than this share of what another does is not looked around:
/// of a spliced quotation the lesser half still carries more.
pub(in crate::matching) const PROMISING: f64 = 0.3;
/// Two translations of one statement share half their words; less is another statement.
pub(in crate::matching) const ALIKE: f64 = 0.5;
