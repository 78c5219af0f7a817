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
    wholes: &["all", "every", "each"],
    nones: &["none", "neither"],
    ones: &["one"],
    pairs: &["both"],
    ..BARE
};
