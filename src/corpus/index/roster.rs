//! What the index knows of each source without reading its description: enough to tell what changed.

use crate::corpus::index::stamp::Stamp;
use rustc_hash::FxHashMap;
use tantivy::columnar::Column;
use tantivy::{DocAddress, Searcher, TantivyError};

/// The sources of an index by number (see [`crate::corpus::index::schema::source_number`]).
#[derive(Debug, Default)]
pub struct Roster {
    entries: FxHashMap<u64, Entry>,
    /// Files that are known to be no sources.
    skipped: FxHashMap<u64, Entry>,
    passages: u64,
    /// For each segment, the source of each of its documents.
    columns: Vec<Column<u64>>,
}

/// A source as indexed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where its description stands.
    pub(super) at: DocAddress,
    pub(super) stamp: Stamp,
}

/// The column that every document of a source has.
const SOURCE: &str = "source";
/// The column that only files have which are no sources.
const SKIPPED: &str = "skipped";
/// The columns of the index that hold it.
pub(super) const COLUMNS: [&str; 6] = [SOURCE, "content", "size", "modified", "changed", "passages"];

impl Roster {
    /// Hops from description to description: a source's passages stand behind it in one run.
    pub(super) fn read(searcher: &Searcher) -> Result<Self, TantivyError> {
        let mut roster = Self::default();
        for (segment, reader) in (0u32..).zip(searcher.segment_readers()) {
            let columns = reader.fast_fields();
            let [source, content, size, modified, changed, passages] = COLUMNS.map(|name| columns.u64(name));
            let (source, passages, stamps) = (source?, passages?, [content?, size?, modified?, changed?]);
            let skipped = columns.u64(SKIPPED)?;
            let mut doc = 0;
            while doc < reader.max_doc() {
                let Some(count) = passages.first(doc) else {
                    return Err(TantivyError::InternalError("a passage without its source".to_owned()));
                };
                if reader.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
                    let [content, size, modified, changed] =
                        stamps.each_ref().map(|column| column.first(doc).unwrap_or_default());
                    let stamp = Stamp { content, size, modified, changed };
                    let entry = Entry { at: DocAddress::new(segment, doc), stamp };
                    let kind =
                        if skipped.first(doc).is_some() { &mut roster.skipped } else { &mut roster.entries };
                    kind.insert(source.first(doc).unwrap_or_default(), entry);
                    roster.passages += count;
                }
                doc = doc.saturating_add(u32::try_from(count).unwrap_or(u32::MAX)).saturating_add(1);
            }
            roster.columns.push(source);
        }
        Ok(roster)
    }

    /// The stamps of all sources, in no order.
    pub fn stamps(&self) -> impl Iterator<Item = Stamp> {
        self.entries.values().map(|entry| entry.stamp)
    }

    /// The source with this number.
    pub fn get(&self, source: u64) -> Option<&Entry> {
        self.entries.get(&source)
    }

    /// The file with this number, if it is known to be no source.
    pub(super) fn skipped(&self, number: u64) -> Option<&Entry> {
        self.skipped.get(&number)
    }

    /// Everything that stands in the index: sources, and files that are none.
    pub(super) fn all(&self) -> impl Iterator<Item = (u64, &Entry)> {
        self.entries.iter().chain(&self.skipped).map(|(number, entry)| (*number, entry))
    }

    /// Number of sources.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no source.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// For each segment, the number of the source that a document belongs to.
    pub(super) fn columns(&self) -> &[Column<u64>] {
        &self.columns
    }

    /// Number of passages of all sources.
    pub fn passages(&self) -> u64 {
        self.passages
    }

    /// Every source, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, &Entry)> {
        self.entries.iter().map(|(number, entry)| (*number, entry))
    }

    /// Whether both hold the same sources with the same content.
    pub fn holds_same(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self.iter().all(|(number, entry)| {
                other.get(number).is_some_and(|theirs| theirs.stamp.content == entry.stamp.content)
            })
    }
}
