//! What each sign weighs, and each ground by itself. Learned by `training/confidence.rs`; not to be edited by hand.

/// In the order of the signs; on the scale of log odds.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f64; 21] = [
    1.070, // score
    0.556, // topic
    0.901, // direct
    -0.851, // rank
    -0.663, // distance from the lead
    0.378, // closeness
    -0.537, // days apart
    -0.402, // names
    -0.739, // names around
    0.664, // company kept
    -0.383, // has its words
    -0.519, // near has its words
    -0.818, // others have its words
    -0.129, // others have theirs
    -1.318, // length
    -1.027, // their length
    0.640, // neighbours
    1.155, // their neighbours
    0.354, // same noun
    -0.519, // whole
    0.205, // source count
];

/// What a finding starts from, by the kind of its difference, or by its rule.
#[rustfmt::skip]
pub(super) const GROUNDS: [(&str, f64); 21] = [
    ("act-denied", 0.095),
    ("attribution-lost", 0.086),
    ("certainty-raised", 0.252),
    ("charge-as-deed", 0.206),
    ("conflicting-date", 0.012),
    ("conflicting-figure", -0.439),
    ("hedge-lost", -0.706),
    ("misplaced-name", -0.283),
    ("name-spelling", -0.698),
    ("one-of-several", 0.143),
    ("opposite-word", -0.012),
    ("other-amount", -0.125),
    ("other-degree", 0.016),
    ("other-name", -0.403),
    ("other-portion", 0.221),
    ("other-share", 0.539),
    ("other-speaker", 0.244),
    ("other-time", 0.106),
    ("parties-exchanged", -0.018),
    ("plan-as-done", -0.418),
    ("word-exchanged", -0.347),
];
