//! The words by which a sentence gives what it tells as somebody's word.

/// How much the writer stands behind what somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// "Said": it is told as theirs.
    Says,
    /// "Claims", "accuses": it is theirs alone.
    Claims,
    /// "Denies", "rejects": they say that it is not so.
    Rejects,
}

/// All in folded form; a verb stands for all forms with its stem, phrases have spaces between their words.
#[derive(Debug)]
pub struct Reporting {
    pub says: &'static [&'static str],
    pub claims: &'static [&'static str],
    pub rejects: &'static [&'static str],
    /// Before whoever says it: "according to", "in the view of".
    pub sources: &'static [&'static str],
    /// What somebody says something in; it speaks for whoever wrote it: "report", "lawsuit".
    pub documents: &'static [&'static str],
    /// Nouns that any body, or whoever speaks for one, may be called: "the company", "the spokeswoman".
    pub anybody: &'static [&'static str],
    /// The same behind them: "zufolge".
    pub sources_behind: &'static [&'static str],
}
