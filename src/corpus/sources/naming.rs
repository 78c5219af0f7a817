//! What a person may name a source by, beside its key, its address and its title: its file, its author and
//! year.

use crate::corpus::sources::metadata::Meta;
use crate::language::anywhere::BETWEEN_AUTHORS;
use crate::text::fold::composed;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The sources of a snapshot by their other names. Of two with the same name the first by path is meant.
#[derive(Debug, Default)]
pub(in crate::corpus) struct Naming {
    files: FxHashMap<String, usize>,
    authors: FxHashMap<(String, String), usize>,
}

impl Naming {
    pub(in crate::corpus) fn of(sources: &[Arc<Meta>]) -> Self {
        let mut naming = Self::default();
        for (n, meta) in sources.iter().enumerate() {
            let name = meta.path.rsplit('/').next().unwrap_or(&meta.path);
            naming.files.entry(composed(name).into_owned()).or_insert(n);
            let year = meta.published.as_deref().and_then(|date| date.get(..4));
            if let (Some(author), Some(year)) = (&meta.author, year) {
                naming.authors.entry((folded(family(author)), year.to_owned())).or_insert(n);
            }
        }
        naming
    }

    /// The source in a file of this name.
    pub(in crate::corpus) fn by_file(&self, name: &str) -> Option<usize> {
        self.files.get(&*composed(name)).copied()
    }

    /// The source whose first author has this family name, of this year.
    pub(in crate::corpus) fn by_author(&self, name: &str, year: &str) -> Option<usize> {
        self.authors.get(&(folded(name), year.to_owned())).copied()
    }
}

/// Letters and digits in lower case, with one space between words.
pub(in crate::corpus) fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The family name of the first of some authors: "Doe, Jane", "Jane Doe and John Roe".
pub fn family(authors: &str) -> &str {
    let first = BETWEEN_AUTHORS
        .iter()
        .chain(&[";"])
        .filter_map(|between| authors.find(between))
        .min()
        .map_or(authors, |end| &authors[..end]);
    let before = first.split(',').next().unwrap_or(first).trim();
    // "Doe, Jane" has one word before the comma; "Jane Doe, John Roe" more.
    before.rsplit(' ').next().unwrap_or(before)
}
