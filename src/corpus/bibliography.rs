//! Bibliographies: what is known of works that may be cited, saved or not (BibTeX, BibLaTeX, CSL-JSON,
//! CSL-YAML).

mod bibtex;
pub mod csl;
pub mod reference;

use crate::corpus::bibliography::reference::Reference;
use crate::corpus::sources::address::plain_url;
use crate::corpus::sources::metadata::Meta;
use crate::corpus::sources::naming::folded;
use crate::text::fold::composed;
use rustc_hash::FxHashMap;

/// Works by key, address and file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Bibliography {
    references: Vec<Reference>,
    keys: FxHashMap<String, usize>,
    urls: FxHashMap<String, usize>,
    titles: FxHashMap<String, usize>,
    files: FxHashMap<String, usize>,
}

/// File name endings of bibliographies. JSON and YAML hold one only if its entries look like works.
const ENDINGS: [&str; 5] = ["bib", "bibtex", "json", "yaml", "yml"];

/// The largest bibliography that is read, in bytes: about 15,000 works with their abstracts.
pub const LARGEST: u64 = 16 << 20;

/// Whether a file of this name may be a bibliography.
pub fn is_named_so(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// The works that a file lists; none if it is no bibliography. `path` tells the format.
pub fn read(path: &str, text: &str) -> Vec<Reference> {
    let text = text.trim_start_matches('\u{feff}');
    match path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("json") => serde_json::from_str(text).map(|value| csl::of(&value)).unwrap_or_default(),
        Some("yaml" | "yml") => serde_saphyr::from_str(text).map(|value| csl::of(&value)).unwrap_or_default(),
        _ => bibtex::read(text),
    }
}

impl Bibliography {
    /// Of two works with one key, address or file the first is kept.
    pub fn new(references: Vec<Reference>) -> Self {
        let mut bibliography = Self::default();
        for (n, reference) in references.iter().enumerate() {
            bibliography.keys.entry(composed(&reference.key).into_owned()).or_insert(n);
            if let Some(url) = &reference.url {
                bibliography.urls.entry(plain_url(url)).or_insert(n);
            }
            if let Some(title) = &reference.title {
                bibliography.titles.entry(folded(title)).or_insert(n);
            }
            for file in &reference.files {
                bibliography.files.entry(composed(file).into_owned()).or_insert(n);
            }
        }
        bibliography.references = references;
        bibliography
    }

    /// The work with this key.
    pub fn by_key(&self, key: &str) -> Option<&Reference> {
        self.keys.get(&*composed(key)).map(|n| &self.references[*n])
    }

    /// The work with this title, folded (see [`crate::corpus::sources::naming`]).
    pub(super) fn by_title(&self, folded: &str) -> Option<&Reference> {
        self.titles.get(folded).map(|n| &self.references[*n])
    }

    /// The work of this author and year; `family` in any case.
    pub fn by_author(&self, family: &str, year: &str) -> Option<&Reference> {
        let family = family.to_lowercase();
        let is_it = |reference: &&Reference| {
            reference.published.as_deref().is_some_and(|date| date.starts_with(year))
                && reference.family.as_deref().is_some_and(|name| name.to_lowercase() == family)
        };
        self.references.iter().find(is_it)
    }

    /// Every work, in the order of the files.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// Fills what a source does not say of itself from the work that has its key, its file or its address.
    pub(super) fn complete(&self, meta: &mut Meta) {
        if self.references.is_empty() {
            return;
        }
        let name = meta.path.rsplit('/').next().unwrap_or(&meta.path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let is_unnamed = meta.key == composed(stem);
        let by_file =
            self.files.get(&*composed(name)).or_else(|| self.urls.get(&plain_url(meta.url.as_deref()?)));
        let Some(reference) = self.keys.get(&meta.key).or(by_file).map(|n| &self.references[*n]) else {
            return;
        };
        if is_unnamed {
            reference.key.clone_into(&mut meta.key);
        }
        let fill = |field: &mut Option<String>, value: &Option<String>| {
            if field.is_none() {
                field.clone_from(value);
            }
        };
        fill(&mut meta.title, &reference.title);
        fill(&mut meta.author, &reference.author);
        fill(&mut meta.publisher, &reference.publisher);
        fill(&mut meta.url, &reference.url);
        fill(&mut meta.published, &reference.published);
    }
}
