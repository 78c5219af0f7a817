//! What depends on what: parts of speech, lemmas and dependencies of a sentence, in the scheme of Universal Dependencies.

pub mod accuracy;
pub mod labels;
pub mod model;
mod models;
pub mod node;
pub mod tokens;
pub mod tree;
pub mod treebank;

pub use crate::prose::syntax::labels::{Label, Relation, Subtype, Upos};
pub use crate::prose::syntax::models::of as model_of;
pub use crate::prose::syntax::node::Node;
pub use crate::prose::syntax::tree::Tree;
