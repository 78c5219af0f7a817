//! Numbers of the rules of quotations that were tuned by hand.
//!
//! Shares run from 0 to 1; costs are in words. Settled on quotations as newspapers printed them beside the
//! transcripts of what was said. `cargo test --test fixtures --test quotations` holds what they must do.

// judgement
/// A quotation is near a passage when this share of its words stands there; settled on printed quotations and
/// their transcripts, where labelled alterations keep at least this much and chance resemblance stays below.
pub(in crate::rules) const NEAR: f64 = 0.55;
/// A passage that shares this much of a sentence is what the sentence retells.
pub(in crate::rules) const RETOLD: f64 = 0.55;
/// A changed quotation of a few words is held against a source of which a passage shares this much of its sentence, or names its
/// speaker: in others a phrase like it stands by chance. As for whose words they are.
pub(in crate::rules) const SAME_SPEECH: f64 = 0.5;
/// Up to this cost, three words or so, changes in one place are likelier than two places joined.
pub(in crate::rules) const JOINED: f64 = 3.2;
/// What it counts against a place that another person speaks there, or that another source is cited.
pub(in crate::rules) const OTHER_SPEAKER: f64 = 0.3;

// misattributed quote
/// Below this a passage tells of something else than the draft's sentence.
pub(in crate::rules) const SAME_TOPIC: f64 = 0.5;

// misquote
/// Half the cost of a changed word does not tell two places apart.
pub(in crate::rules) const AS_NEAR: f64 = 0.1;

// unsourced quote
/// A passage that shares less of a quotation's words is no near miss and is not shown as one.
pub(in crate::rules) const RESEMBLES: f64 = 0.34;
