//! Layer 4: the rules, one file each. A rule reads the case and reports findings; it never searches.

mod case;
pub mod code;
mod confidence;
mod finding;
pub mod quotations;
pub mod rule;
pub mod sourcing;
pub mod statements;
pub mod table;
pub mod unused_ignore;
pub mod values;

pub use crate::rules::case::Case;
pub use crate::rules::case::assessment::{Assessment, Verdict};
pub use crate::rules::case::exempt::Exempt;
pub use crate::rules::case::memory::{Memory, Recalled};
pub use crate::rules::case::quote_case::QuoteCase;
pub use crate::rules::case::quote_case::{Laid, Outcome, Pieces};
pub use crate::rules::case::scene::{Scene, Surroundings};
pub use crate::rules::code::{Code, Family};
pub use crate::rules::confidence::value::{Confidence, SIGNS, Signs};
pub use crate::rules::finding::{Edit, Finding, Fix, Proof, Remark};
pub use crate::rules::quotations::judgement::differing;
pub use crate::rules::rule::{Rule, Run};
