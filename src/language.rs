//! Layer 0: what depends on a language, as data. No judgement lives here.

pub mod anywhere;
mod bound;
mod checkworthiness;
mod counting;
mod detection;
mod english;
mod french;
mod german;
mod grammar;
mod lexicon;
mod stance;
mod vocabulary;

pub use crate::language::bound::Bound;
pub use crate::language::checkworthiness::Checkworthiness;
pub use crate::language::counting::Counting;
pub use crate::language::detection::{detect, is_month};
pub use crate::language::lexicon::{Axis, Class, LANGUAGES, Lexicon, by_code, default};
pub use crate::language::stance::Stance;
pub use crate::language::vocabulary::Language;
