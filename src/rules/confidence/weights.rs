//! What each sign weighs, and each ground by itself. Learned by `training/confidence.rs`; not to be edited by hand.

/// In the order of the signs; on the scale of log odds.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f64; 26] = [
    1.040, // score
    0.479, // topic
    0.819, // direct
    -0.606, // rank
    -0.518, // distance from the lead
    0.389, // closeness
    -0.473, // days apart
    -0.585, // names
    -0.501, // names around
    0.668, // company kept
    -0.358, // has its words
    -0.342, // near has its words
    -0.691, // others have its words
    -0.113, // others have theirs
    -1.322, // length
    -0.764, // their length
    0.530, // neighbours
    0.961, // their neighbours
    -0.033, // same noun
    -0.567, // whole sentence
    0.017, // source count
    0.340, // same governor
    0.055, // same act
    0.244, // same doer
    0.290, // same governor of a date
    0.832, // alike values
];

/// What a finding starts from, by the kind of its difference, or by its rule.
#[rustfmt::skip]
pub(super) const GROUNDS: [(&str, f64); 24] = [
    ("act-denied", 0.574),
    ("attribution-lost", 0.115),
    ("bound-lost", -1.134),
    ("certainty-raised", 0.412),
    ("charge-as-deed", 0.255),
    ("conflicting-date", 0.562),
    ("conflicting-figure", -0.415),
    ("figures-crossed", -0.370),
    ("hedge-lost", -0.627),
    ("misplaced-name", -0.391),
    ("misplaced-value", -0.496),
    ("name-spelling", -0.520),
    ("one-of-several", 0.211),
    ("opposite-word", 0.392),
    ("other-amount", -0.125),
    ("other-degree", 0.032),
    ("other-name", -0.010),
    ("other-portion", 0.187),
    ("other-share", 0.588),
    ("other-speaker", 0.242),
    ("other-time", 0.143),
    ("parties-exchanged", 0.045),
    ("wider-reach", -0.640),
    ("word-exchanged", -0.209),
];
