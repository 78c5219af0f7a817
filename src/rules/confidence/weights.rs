//! What each sign weighs, and each rule by itself. Learned by `training/confidence.rs`; not to be edited by hand.

use crate::rules::code::Code;

/// In the order of the signs; on the scale of log odds.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f64; 21] = [
    1.009, // score
    0.607, // topic
    1.031, // direct
    -0.703, // rank
    -0.627, // distance from the lead
    0.342, // closeness
    -0.752, // days apart
    -0.477, // names
    -0.922, // names around
    0.597, // company
    -0.284, // has its words
    -0.731, // near has its words
    -0.973, // others have its words
    -0.277, // others have theirs
    -1.236, // length
    -0.814, // their length
    0.683, // neighbours
    1.113, // their neighbours
    0.302, // same noun
    -0.275, // whole
    -0.047, // source count
];

/// What a finding of a rule starts from.
#[rustfmt::skip]
pub(super) const RULES: [(Code, f64); 6] = [
    (Code::ConflictingFigure, -0.220),
    (Code::ConflictingDate, 0.216),
    (Code::ConflictingName, -0.192),
    (Code::NameSpelling, -0.684),
    (Code::ContradictedClaim, -0.202),
    (Code::DroppedHedge, -0.610),
];
