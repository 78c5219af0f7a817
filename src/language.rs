//! Layer 0: what depends on a language, as data. No judgement lives here.

pub mod anywhere;
mod classes;
mod detection;
mod english;
mod exclusions;
mod french;
mod german;
mod ladders;
mod lexicon;
mod thesaurus;
mod vocabulary;
mod voices;

pub use crate::language::classes::Class;
pub use crate::language::detection::{detect, is_month};
pub use crate::language::exclusions::{Axis, Exclusions};
pub use crate::language::ladders::{Ladders, Step};
pub use crate::language::lexicon::{LANGUAGES, Lexicon, by_code, default};
pub use crate::language::thesaurus::{Kin, Kinship, Thesaurus};
pub use crate::language::vocabulary::Language;
pub use crate::language::vocabulary::bound::Bound;
pub use crate::language::vocabulary::checkworthiness::Checkworthiness;
pub use crate::language::vocabulary::counting::Counting;
pub use crate::language::vocabulary::reporting::Voice;
pub use crate::language::vocabulary::stance::Stance;
pub use crate::language::voices::Voices;
