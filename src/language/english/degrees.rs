//! How English picks one out of many.

use crate::language::vocabulary::degrees::{BARE, Degrees};

#[rustfmt::skip]
pub(super) const DEGREES: Degrees = Degrees {
    endings: &["est"],
    leads: &["most", "least"],
    exceptions: &["honest", "dishonest", "modest", "earnest", "west", "east", "midwest"],
    among: &["one of", "some of", "among", "amongst", "several of", "many of", "two of", "three of", "one among", "counts among"],
    limits: &["outside", "except", "excluding", "besides", "since", "bar", "barring"],
    no_limits: &["records", "record", "recordkeeping", "measurements", "began", "counting"],
    ors: &["or"],
    extents: &[
        "nationwide", "statewide", "citywide", "countrywide", "worldwide", "everywhere", "throughout", "across the country",
        "across the state", "across the city", "as a whole", "whole", "entire", "all over",
    ],
    rests: &["elsewhere", "other", "others", "remaining", "rest", "only", "except", "excluded", "exempt", "unaffected"],
    ins: &["in", "at", "around", "within", "on", "from", "near"],
    wholes: &["all", "every", "each"],
    nones: &["none", "neither"],
    ones: &["one"],
    pairs: &["both"],
    shares: &[
        ("most", 0.5, 1.0), ("majority", 0.5, 1.0), ("minority", 0.0, 0.5), ("few", 0.0, 0.4), ("nearly all", 0.8, 1.0), ("almost all", 0.8, 1.0),
        ("virtually all", 0.9, 1.0), ("vast majority", 0.65, 1.0), ("all", 1.0, 1.0), ("without exception", 1.0, 1.0),
        ("unanimously", 1.0, 1.0), ("unanimous", 1.0, 1.0), ("none", 0.0, 0.0), ("small minority", 0.0, 0.35),
    ],
    partitives: &["of", "among", "from"],
    save_for: &["but", "except", "bar", "save", "excepting", "apart"],
    ..BARE
};
