//! Layer 0: what depends on a language, as data. No judgement lives here.

pub mod anywhere;
mod detection;
mod english;
mod exclusions;
mod french;
mod german;
mod lexicon;
mod thesaurus;
mod vocabulary;

pub use crate::language::detection::{detect, is_month};
pub use crate::language::exclusions::{Axis, Exclusions};
pub use crate::language::lexicon::{Class, LANGUAGES, Lexicon, by_code, default};
pub use crate::language::thesaurus::{Kin, Kinship, Thesaurus};
pub use crate::language::vocabulary::Language;
pub use crate::language::vocabulary::bound::Bound;
pub use crate::language::vocabulary::checkworthiness::Checkworthiness;
pub use crate::language::vocabulary::counting::Counting;
pub use crate::language::vocabulary::stance::Stance;
