//! Whether a source holds a word anywhere, without reading it.

use crate::corpus::index::snapshot::{PassageId, Snapshot};
use std::ops::Range;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Term};

impl Snapshot {
    /// For each passage, whether some passage of its source has `stem`.
    pub fn sources_hold(&self, passages: &[PassageId], stem: &str) -> Vec<bool> {
        let ranges: Vec<Option<(u32, Range<u32>)>> =
            passages.iter().map(|id| Some((id.segment_ord, self.passages_beside(*id)?))).collect();
        let mut held = vec![false; passages.len()];
        let term = Term::from_field_text(self.stems(), stem);
        for (segment, reader) in (0u32..).zip(self.segments()) {
            let mut here: Vec<(&Range<u32>, usize)> = ranges
                .iter()
                .enumerate()
                .filter_map(|(n, range)| {
                    Some((range.as_ref().filter(|range| range.0 == segment).map(|range| &range.1)?, n))
                })
                .collect();
            if here.is_empty() {
                continue;
            }
            here.sort_by_key(|(range, _)| range.start);
            let postings = reader
                .inverted_index(self.stems())
                .and_then(|index| Ok(index.read_postings(&term, IndexRecordOption::Basic)?));
            let Some(mut postings) =
                postings.unwrap_or_else(|error| crate::corpus::index::snapshot::damaged(&error))
            else {
                continue;
            };
            for (range, n) in here {
                if postings.doc() < range.start {
                    postings.seek(range.start);
                }
                held[n] = range.contains(&postings.doc());
            }
        }
        held
    }
}
