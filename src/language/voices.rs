//! The words by which a sentence gives what it tells as somebody's word, ready for look-up.

use crate::language::vocabulary::reporting::{Reporting, Voice};
use rustc_hash::{FxHashMap, FxHashSet};

/// Verbs of saying by their stems, and phrases that lead to whoever says it.
#[derive(Debug)]
pub struct Voices {
    verbs: FxHashMap<String, Voice>,
    before: Vec<Vec<&'static str>>,
    behind: &'static [&'static str],
    documents: FxHashSet<String>,
    anybody: FxHashSet<String>,
}

impl Voices {
    pub(super) fn of(words: &Reporting, form: &dyn Fn(&str) -> String) -> Self {
        let lists =
            [(Voice::Says, words.says), (Voice::Claims, words.claims), (Voice::Rejects, words.rejects)];
        let verbs = lists.iter().flat_map(|(voice, verbs)| verbs.iter().map(|verb| (form(verb), *voice)));
        let before = words.sources.iter().map(|phrase| phrase.split(' ').collect());
        Self {
            verbs: verbs.collect(),
            before: before.collect(),
            behind: words.sources_behind,
            documents: words.documents.iter().map(|word| form(word)).collect(),
            anybody: words.anybody.iter().map(|word| form(word)).collect(),
        }
    }

    /// What a verb with that stem makes of what it reports; `None` where it reports nothing.
    pub fn of_verb(&self, stem: &str) -> Option<Voice> {
        self.verbs.get(stem).copied()
    }

    /// Phrases before whoever says it, word by word: "according to".
    pub fn before(&self) -> &[Vec<&'static str>] {
        &self.before
    }

    /// Whether a word with that stem is something that is written, and speaks for its writer.
    pub fn is_document(&self, stem: &str) -> bool {
        self.documents.contains(stem)
    }

    /// Whether a noun with that stem may mean any body, or whoever speaks for it.
    pub fn is_anybody(&self, stem: &str) -> bool {
        self.anybody.contains(stem)
    }

    /// Whether the word stands behind whoever says it: "zufolge".
    pub fn is_behind(&self, fold: &str) -> bool {
        self.behind.contains(&fold)
    }
}
