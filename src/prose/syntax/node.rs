//! A token in its sentence's tree.

use crate::prose::syntax::labels::{Label, Upos};

/// What a token is, and what it hangs on.
#[derive(Clone, Debug)]
pub struct Node {
    pub upos: Upos,
    /// Number of its tag in the model, finer than its part of speech.
    pub tag: u8,
    /// Number of its head; `None` for the sentence's root.
    pub head: Option<usize>,
    pub label: Label,
}
