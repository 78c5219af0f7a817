//! The words that say how a statement is meant: denied, planned, charged, of all or of
//! some.

/// All in folded form; phrases have spaces between their words.
#[derive(Debug)]
pub struct Stance {
    /// Phrases that deny what follows them, beside the plain negations: "far from", "ruled out".
    pub denials: &'static [&'static str],
    /// Behind a negation they take it back: "not *only*".
    pub no_denials: &'static [&'static str],
    /// Before an act that is yet to come, or never was: "plans to", "tried to".
    pub plans: &'static [&'static str],
    /// What somebody is only charged with: "charged", "suspected".
    pub charges: &'static [&'static str],
    /// What a court alone can say: "convicted", "murderer".
    pub convictions: &'static [&'static str],
    /// How many, or how often, from none (0) to all (5); "half" and numbers are figures.
    pub amounts: &'static [(&'static str, u8)],
    /// Words before an act that is not said to be: "if", "before", "to".
    pub unreal: &'static [&'static str],
    /// Words that begin a clause of its own: "who", "because".
    pub clause_openers: &'static [&'static str],
    /// How adverbs of manner end, if they have an ending of their own.
    pub adverb_ending: &'static str,
}
