//! The source that a citation names.

use crate::corpus::bibliography::reference::Reference;
use crate::corpus::bibliography::{Bibliography, csl};
use crate::corpus::{Meta, Snapshot};
use crate::draft::Draft;
use crate::draft::citations::citation::{Citation, Target};
use crate::prose::{Block, Kind};
use crate::text::fold::{composed, printable};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What a citation leads to.
#[derive(Clone, Debug)]
pub enum Named {
    Saved(Arc<Meta>),
    /// Something that nobody saved, as a message names it.
    Unsaved(String),
    /// A key or a mark that leads nowhere.
    Unknown,
    /// No citation after all, or one whose targets stand for themselves.
    Nothing,
}

/// The names of one draft: the corpus with its bibliographies, and the works of the draft's own front matter.
pub struct Names<'a> {
    draft: &'a Draft,
    snapshot: &'a Snapshot,
    own: Bibliography,
}

impl<'a> Names<'a> {
    /// Reads what the draft lists itself.
    pub fn of(draft: &'a Draft, snapshot: &'a Snapshot) -> Self {
        Self { draft, snapshot, own: Bibliography::new(csl::of(&draft.references)) }
    }

    /// What each citation of the draft leads to; each target is looked for once.
    pub fn resolve_all(&self) -> Vec<Named> {
        let mut known: FxHashMap<&Target, Named> = FxHashMap::default();
        let resolve = |citation: &'a Citation| {
            known.entry(&citation.target).or_insert_with(|| self.resolve(&citation.target)).clone()
        };
        self.draft.citations.iter().map(resolve).collect()
    }

    fn resolve(&self, target: &Target) -> Named {
        match target {
            Target::Key(key) => self.key(key),
            Target::Url(url) => {
                self.snapshot.by_url(url).map_or_else(|| Named::Unsaved(url.clone()), Named::Saved)
            }
            Target::Note(label) => self.note(label),
            Target::Text(text) => self.told(&[text]),
            Target::Name(name) => self.named(name),
            Target::Author { name, year, sure } => self.author(name, year, *sure),
        }
    }

    /// Keys that could be meant: of sources and of works.
    pub fn keys(&self) -> Vec<&str> {
        let works = self
            .own
            .references()
            .iter()
            .chain(self.snapshot.bibliography().references())
            .map(|work| work.key.as_str());
        self.snapshot.sources().iter().map(|meta| meta.key.as_str()).chain(works).collect()
    }

    fn key(&self, key: &str) -> Named {
        let by_path = || {
            let (key, below) = (composed(key), composed(&format!("/{key}")).into_owned());
            let is_named = |path: &str| path == key || path.ends_with(&below);
            self.snapshot.sources().iter().find(|meta| is_named(&composed(&meta.path))).cloned()
        };
        if let Some(source) = self.snapshot.by_key(key).or_else(by_path) {
            return Named::Saved(source);
        }
        match self.work(|works| works.by_key(key)) {
            Some(work) => self.listed(work),
            // A link to a file of the writer's own.
            None if is_file(key) => Named::Nothing,
            None => Named::Unknown,
        }
    }

    /// A wikilink or a handle: a citation only if a source or a work answers to it.
    fn named(&self, name: &str) -> Named {
        match self.key(name) {
            Named::Unknown => self.snapshot.by_name(name).map_or(Named::Nothing, Named::Saved),
            known => known,
        }
    }

    fn author(&self, name: &str, year: &str, sure: bool) -> Named {
        if let Some(source) = self.snapshot.by_author(name, year) {
            return Named::Saved(source);
        }
        match self.work(|works| works.by_author(name, year)) {
            Some(work) => self.listed(work),
            None if sure => Named::Unsaved(format!("{name} ({year})")),
            None => Named::Nothing,
        }
    }

    /// A footnote stands for the targets in its definition; one that has none may give a source's title.
    fn note(&self, label: &str) -> Named {
        let is_its = |block: &Block| matches!(&block.kind, Kind::Note(own) if own == label);
        let inside = |citation: &Citation| self.draft.blocks.get(citation.block).is_some_and(is_its);
        if self
            .draft
            .citations
            .iter()
            .any(|citation| !matches!(citation.target, Target::Note(_)) && inside(citation))
        {
            return Named::Nothing;
        }
        let texts: Vec<&str> =
            self.draft.blocks.iter().filter(|block| is_its(block)).map(|block| block.text.text()).collect();
        if texts.is_empty() { Named::Unknown } else { self.told(&texts) }
    }

    /// A note in words: it may give a source's key or title, or say what nobody saved. A remark cites
    /// nothing.
    fn told(&self, texts: &[&str]) -> Named {
        let bare = |text: &str| self.snapshot.by_key(text.trim().trim_end_matches('.'));
        let saved = texts.iter().find_map(|text| {
            bare(text).or_else(|| titles(text).find_map(|title| self.snapshot.by_name(title)))
        });
        match (saved, texts.iter().find(|text| is_reference(text))) {
            (Some(source), _) => Named::Saved(source),
            (None, Some(text)) => Named::Unsaved(short(text)),
            (None, None) => Named::Nothing,
        }
    }

    fn work(&self, find: impl Fn(&Bibliography) -> Option<&Reference>) -> Option<&Reference> {
        find(&self.own).or_else(|| find(self.snapshot.bibliography()))
    }

    fn listed(&self, work: &Reference) -> Named {
        self.snapshot.saved(work).map_or_else(|| Named::Unsaved(work.name()), Named::Saved)
    }
}

fn is_file(key: &str) -> bool {
    key.rsplit_once('.').is_some_and(|(_, ending)| {
        matches!(ending, "md" | "html" | "htm" | "txt" | "pdf" | "docx" | "csv" | "png" | "jpg")
    })
}

/// Whether a note looks like a reference: it has a year, or a title in quotation marks.
fn is_reference(note: &str) -> bool {
    let digits = note
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() == 4 && ("1500".."2200").contains(&run));
    digits || note.contains(['“', '„', '«', '"'])
}

/// Stretches of a note that may be a title: between quotation marks, between commas and stops, and the whole.
fn titles(note: &str) -> impl Iterator<Item = &str> {
    let quoted = note.split(['“', '”', '"', '„', '«', '»', '‘', '’']);
    let listed = note.split([',', ';', '.', ':', '“', '”', '"']);
    quoted
        .chain(listed)
        .chain([note])
        .map(str::trim)
        .filter(|part| part.split_whitespace().count() >= TITLE_WORDS)
}

/// Shorter titles ("Market report") are words like any other.
const TITLE_WORDS: usize = 3;

/// The head of a note, as a message has room for it.
fn short(note: &str) -> String {
    let words: Vec<&str> = note.split_whitespace().collect();
    let head = words.iter().take(SHOWN_WORDS).copied().collect::<Vec<_>>().join(" ");
    printable(&if words.len() > SHOWN_WORDS { format!("{head} …") } else { head })
}

const SHOWN_WORDS: usize = 8;
