//! One thing in which a sentence and a passage differ, and how the two stand to each other there.

use std::ops::Range;

/// How what the draft has stands to what the source has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It says more than follows from the source.
    Stronger,
    /// Both cannot be.
    Excluded,
}

macro_rules! kinds {
    ($($(#[$meta:meta])* $kind:ident = $name:literal;)+) => {
        /// What of two statements differs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$meta])* $kind),+ }

        impl Kind {
            /// Its name in reports.
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),+ }
            }
        }
    };
}

kinds! {
    /// One word in the place of another.
    Word = "word-exchanged";
    /// A word and its opposite, or a negation beside the same words.
    Opposite = "opposite-word";
    /// An act that one side says was not.
    Denial = "act-denied";
    /// Who did it, and to whom.
    Parties = "parties-exchanged";
    /// Whose word it is.
    Speaker = "other-speaker";
    /// What is one side's word alone.
    Attribution = "attribution-lost";
    /// How many of a thing, or how often.
    Amount = "other-amount";
    /// How many of a whole.
    Portion = "other-portion";
    /// What share of a whole, as counted or in words.
    Share = "other-share";
    /// How far it reaches: a part or the whole.
    Reach = "wider-reach";
    /// Which of many, by a superlative.
    Degree = "other-degree";
    /// One of two that the source leaves open.
    Alternative = "one-of-several";
    /// How sure it is.
    Hedge = "hedge-lost";
    /// How far it is known, or settled.
    Certainty = "certainty-raised";
    /// A plan told as done.
    Plan = "plan-as-done";
    /// A charge told as a conviction, or as the deed.
    Charge = "charge-as-deed";
    /// A figure or a date that the source has of something else.
    MisplacedValue = "misplaced-value";
    /// A figure or a date beside which the source has another for what the draft says of it.
    Rival = "value-of-another";
    /// Two figures that have changed places.
    Crossed = "figures-crossed";
    /// "At least", "up to": a figure told as exact.
    Bound = "bound-lost";
    /// A figure of another time.
    Time = "other-time";
    /// A name, a title or a place in the place of another.
    Name = "other-name";
    /// A name of the same story, in another's place.
    Misplaced = "misplaced-name";
}

/// The words of both sides that differ, as ranges of words.
#[derive(Clone, Debug)]
pub struct Difference {
    pub kind: Kind,
    pub stands: Stands,
    pub draft: Range<usize>,
    pub source: Range<usize>,
    /// What the source's words come to: whom a pronoun means, as it is named before; the share that was counted.
    pub means: Option<String>,
}
