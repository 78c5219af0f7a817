//! What the drafts under check bring with them.

use crate::draft::named_bibliographies;
use crate::workspace::paths::absolute;
use std::path::{Path, PathBuf};

/// What the drafts under check bring with them.
#[derive(Clone, Debug, Default)]
pub struct Drafting {
    /// Files that are drafts, and never sources.
    pub drafts: Vec<PathBuf>,
    /// Files of works that they name.
    pub bibliographies: Vec<PathBuf>,
}

impl Drafting {
    /// Adds a draft with the bibliographies that its front matter names, each relative to it.
    pub fn add(&mut self, path: &Path, text: &str) {
        let path = absolute(path);
        self.bibliographies.extend(named(&path, &named_bibliographies(text)));
        self.drafts.push(path);
    }
}

/// The files that a draft at `path` means by `names`.
pub fn named<'n>(path: &'n Path, names: &'n [String]) -> impl Iterator<Item = PathBuf> + 'n {
    let folder = path.parent().unwrap_or(Path::new(""));
    names.iter().map(move |name| absolute(&folder.join(name)))
}
