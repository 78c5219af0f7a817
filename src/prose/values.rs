//! What figures and dates have in common: how a value of a draft stands to a value of a source.

/// How a draft's value stands to a source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The draft's value follows from the source's.
    Agrees,
    /// The source gives a bound, the draft prints its value as exact (N3).
    BoundLost,
    /// The draft is more precise than the source (N4), yet not against it.
    FalsePrecision,
    /// An amount in another currency (N7): no rate can be checked.
    OtherCurrency,
    /// The two cannot both be right.
    Conflicts,
}
