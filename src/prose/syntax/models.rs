//! The models that come with the program, each opened when its language is first parsed.

use crate::prose::syntax::model::Model;
use std::sync::OnceLock;

/// The model of a language by its code; `None` where there is none.
pub fn of(code: &str) -> Option<&'static Model> {
    let (bytes, opened): (&[u8], &OnceLock<Option<Model>>) = match code {
        "en" => (include_bytes!("models/en.model"), &ENGLISH),
        "de" => (include_bytes!("models/de.model"), &GERMAN),
        "fr" => (include_bytes!("models/fr.model"), &FRENCH),
        _ => return None,
    };
    opened.get_or_init(|| Model::read(bytes).ok()).as_ref()
}

static ENGLISH: OnceLock<Option<Model>> = OnceLock::new();
static GERMAN: OnceLock<Option<Model>> = OnceLock::new();
static FRENCH: OnceLock<Option<Model>> = OnceLock::new();
