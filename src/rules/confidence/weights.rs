//! What each sign weighs, and each ground by itself. Learned by `training/confidence.rs`; not to be edited by hand.

/// In the order of the signs; on the scale of log odds.
#[rustfmt::skip]
pub(super) const WEIGHTS: [f64; 26] = [
    1.068, // score
    0.473, // topic
    0.833, // direct
    -0.668, // rank
    -0.570, // distance from the lead
    0.422, // closeness
    -0.501, // days apart
    -0.741, // names
    -0.387, // names around
    0.682, // company kept
    -0.278, // has its words
    -0.386, // near has its words
    -0.722, // others have its words
    -0.148, // others have theirs
    -1.342, // length
    -0.707, // their length
    0.474, // neighbours
    0.905, // their neighbours
    -0.061, // same noun
    -0.575, // whole sentence
    0.014, // source count
    0.330, // same governor
    0.080, // same act
    0.236, // same doer
    0.324, // same governor of a date
    0.791, // alike values
];

/// What a finding starts from, by the kind of its difference, or by its rule.
#[rustfmt::skip]
pub(super) const GROUNDS: [(&str, f64); 25] = [
    ("act-denied", 0.534),
    ("attribution-lost", 0.115),
    ("bound-lost", -1.133),
    ("certainty-raised", 0.440),
    ("charge-as-deed", 0.267),
    ("conflicting-date", 0.608),
    ("conflicting-figure", -0.351),
    ("figures-crossed", -0.366),
    ("hedge-lost", -0.599),
    ("misplaced-name", -0.371),
    ("misplaced-value", -0.445),
    ("name-spelling", -0.530),
    ("one-of-several", 0.201),
    ("opposite-word", 0.426),
    ("other-amount", -0.124),
    ("other-degree", 0.035),
    ("other-name", 0.017),
    ("other-portion", 0.197),
    ("other-share", 0.594),
    ("other-speaker", 0.250),
    ("other-time", 0.139),
    ("parties-exchanged", 0.039),
    ("value-of-another", -0.371),
    ("wider-reach", -0.650),
    ("word-exchanged", -0.160),
];
