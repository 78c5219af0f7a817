//! What depends on what: parts of speech, lemmas and dependencies of a sentence, in the scheme of Universal
//! Dependencies.

pub mod accuracy;
mod features;
pub mod labels;
pub mod lemmas;
pub mod model;
mod packed_bytes;
pub mod parser;
pub mod tagger;
pub mod token;
pub mod transitions;
pub mod treebank;
pub mod weights;

pub use crate::prose::syntax::features::of_text;
pub use crate::prose::syntax::labels::{Label, Relation, Subtype, Upos};

/// A token in its sentence's tree.
#[derive(Clone, Debug)]
pub struct Node {
    pub upos: Upos,
    pub lemma: String,
    /// Number of its head; `None` for the sentence's root.
    pub head: Option<usize>,
    pub label: Label,
}
