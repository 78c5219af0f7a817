//! Scales: how far a thing is known, and how far it is settled.

/// The degrees of a scale, the lowest first; each word stands for all forms with its stem, in folded form.
pub(in crate::language) type Scale = &'static [&'static [&'static str]];

/// The two scales of how sure a statement is.
#[derive(Debug)]
pub struct Scales {
    /// From open over possible and likely to established.
    pub knowledge: Scale,
    /// From an idea over a plan to what is decided.
    pub resolve: Scale,
}
