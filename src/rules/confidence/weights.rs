//! What each sign weighs, and each ground by itself. Learned by `training/confidence.rs`; not to be edited by hand.

/// In the order of the signs; on the scale of log odds.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f64; 25] = [
    1.097, // score
    0.645, // topic
    0.665, // direct
    -0.810, // rank
    -0.556, // distance from the lead
    0.556, // closeness
    -0.580, // days apart
    -0.479, // names
    -0.564, // names around
    0.669, // company kept
    -0.240, // has its words
    -0.414, // near has its words
    -0.786, // others have its words
    -0.152, // others have theirs
    -1.205, // length
    -0.652, // their length
    0.465, // neighbours
    0.918, // their neighbours
    0.149, // same noun
    -0.711, // whole sentence
    0.248, // source count
    0.371, // same governor
    0.054, // same act
    0.255, // same doer
    0.268, // same governor of a date
];

/// What a finding starts from, by the kind of its difference, or by its rule.
#[rustfmt::skip]
pub(super) const GROUNDS: [(&str, f64); 21] = [
    ("act-denied", 0.378),
    ("attribution-lost", 0.088),
    ("certainty-raised", 0.273),
    ("charge-as-deed", 0.212),
    ("conflicting-date", 0.218),
    ("conflicting-figure", -0.452),
    ("hedge-lost", -0.830),
    ("misplaced-name", -0.470),
    ("name-spelling", -0.734),
    ("one-of-several", 0.105),
    ("opposite-word", 0.194),
    ("other-amount", -0.137),
    ("other-degree", -0.031),
    ("other-name", -0.283),
    ("other-portion", 0.230),
    ("other-share", 0.492),
    ("other-speaker", 0.187),
    ("other-time", 0.153),
    ("parties-exchanged", -0.011),
    ("wider-reach", 0.164),
    ("word-exchanged", -0.424),
];
