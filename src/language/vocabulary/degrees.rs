//! The words by which one of many is picked out: superlatives, ranks, "one of", "or".

/// All in folded form; phrases have spaces between their words.
#[derive(Clone, Copy, Debug)]
pub struct Degrees {
    /// Endings of an adjective in its highest degree: "larg*est*".
    pub endings: &'static [&'static str],
    /// Words before an adjective that put it into its highest degree: "*most* expensive".
    pub leads: &'static [&'static str],
    /// Whether such a lead needs an article before it, without which it only compares: "*le* plus grand".
    pub needs_article: &'static [&'static str],
    /// Adjectives that end so and are in no degree: "honest".
    pub exceptions: &'static [&'static str],
    /// First parts that give a rank: "*zweit*größte".
    pub rank_prefixes: &'static [(&'static str, f64)],
    /// Before a superlative that several share: "*one of the* largest".
    pub among: &'static [&'static str],
    /// Before what a superlative leaves out, or the time since when it holds: "*outside* the capital".
    pub limits: &'static [&'static str],
    /// Behind such a word it limits nothing: "since *records* began".
    pub no_limits: &'static [&'static str],
    /// Between two things of which it may be either: "killed *or* injured".
    pub ors: &'static [&'static str],
    /// Of the whole of a thing or a place: "nationwide", "the *entire* fleet"; and of what is left beside a part: "elsewhere".
    pub extents: &'static [&'static str],
    pub rests: &'static [&'static str],
    /// Before a place: "*in* three counties".
    pub ins: &'static [&'static str],
    /// All of a number: "all", "both"; and none of it.
    pub wholes: &'static [&'static str],
    pub nones: &'static [&'static str],
    /// One of a whole: "*one* of the two".
    pub ones: &'static [&'static str],
    /// The two of a whole: "both".
    pub pairs: &'static [&'static str],
    /// Shares by their words: least and most, 0 to 1.
    pub shares: &'static [(&'static str, f64, f64)],
    /// Before the number of a whole: "*of* 300 growers, 72".
    pub partitives: &'static [&'static str],
    /// Before what is left out of all: "all *but* two".
    pub save_for: &'static [&'static str],
}

/// A language of which nothing is known yet.
pub(in crate::language) const BARE: Degrees = Degrees {
    endings: &[],
    leads: &[],
    needs_article: &[],
    exceptions: &[],
    rank_prefixes: &[],
    among: &[],
    limits: &[],
    no_limits: &[],
    ors: &[],
    extents: &[],
    rests: &[],
    ins: &[],
    wholes: &[],
    nones: &[],
    ones: &[],
    pairs: &[],
    shares: &[],
    partitives: &[],
    save_for: &[],
};
