//! The rules by name: the codes of reports, settings and suppressions.

use std::fmt;

/// What a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The words that somebody is said to have said.
    Quotations,
    /// Figures and dates.
    Values,
    /// What a sentence states: acts, names, certainty.
    Statements,
    /// Whether a sentence has a source, and which.
    Sourcing,
    /// The suppressions of the draft itself.
    Suppressions,
}

macro_rules! codes {
    ($($code:ident = $name:literal, $family:ident;)+) => {
        /// A rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($code),+ }

        impl Code {
            /// Every rule, in the order that lists them.
            pub const ALL: &[Self] = &[$(Self::$code),+];

            /// Its name in reports, settings and suppressions.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name),+ }
            }

            /// What it speaks of.
            pub fn family(self) -> Family {
                match self { $(Self::$code => Family::$family),+ }
            }
        }
    };
}

codes! {
    UnsourcedClaim = "unsourced-claim", Sourcing;
    UnsourcedDetail = "unsourced-detail", Sourcing;
    Misquote = "misquote", Quotations;
    UnsourcedQuote = "unsourced-quote", Quotations;
    MisattributedQuote = "misattributed-quote", Quotations;
    SplicedQuote = "spliced-quote", Quotations;
    ConflictingFigure = "conflicting-figure", Values;
    ConflictingDate = "conflicting-date", Values;
    ConflictingName = "conflicting-name", Statements;
    NameSpelling = "name-spelling", Statements;
    ContradictedClaim = "contradicted-claim", Statements;
    DroppedHedge = "dropped-hedge", Statements;
    SourcesDisagree = "sources-disagree", Values;
    ImpossibleDate = "impossible-date", Values;
    InconsistentFigures = "inconsistent-figures", Values;
    UnknownCitation = "unknown-citation", Sourcing;
    CitationMismatch = "citation-mismatch", Sourcing;
    QuoteVariants = "quote-variants", Quotations;
    SingleSource = "single-source", Sourcing;
    UnusedIgnore = "unused-ignore", Suppressions;
}

impl Code {
    /// The rule of that name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }

    /// The names of all rules.
    pub fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|code| code.name()).collect()
    }

    /// Whether what it says of a sentence and a passage may be of two events.
    pub fn is_measured(self) -> bool {
        self == Self::DroppedHedge || self.is_conflict() && self.family() != Family::Quotations
    }

    /// Whether a finding of it says that a source has it otherwise: the sentence's verdict is `conflicting`.
    pub fn is_conflict(self) -> bool {
        matches!(
            self,
            Self::ConflictingFigure
                | Self::ConflictingDate
                | Self::ConflictingName
                | Self::NameSpelling
                | Self::ContradictedClaim
                | Self::Misquote
                | Self::MisattributedQuote
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
