//! Where the quotations of a block begin and end.

use crate::prose::quotations::quotation::Quotation;
use crate::text::Span;

/// Where the quotations of a block begin and where they end, each in order.
#[derive(Clone, Default)]
pub(super) struct Edges {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Edges {
    pub(in crate::prose) fn of(quotations: &[Quotation], blocks: usize) -> Vec<Self> {
        let mut all = vec![Self::default(); blocks];
        for part in quotations.iter().flat_map(|quotation| &quotation.parts) {
            all[part.block].starts.push(part.outer.start);
            all[part.block].ends.push(part.outer.end);
        }
        for edges in &mut all {
            edges.starts.sort_unstable();
            edges.ends.sort_unstable();
        }
        all
    }

    /// The first start at or after `at`.
    pub(in crate::prose) fn start_from(&self, at: u32) -> Option<u32> {
        self.starts.get(self.starts.partition_point(|start| *start < at)).copied()
    }

    /// The quoted stretches that share a byte with `stretch`, each from its mark to its mark.
    pub(super) fn quoted_in(&self, stretch: Span) -> impl Iterator<Item = Span> {
        let first = self.ends.partition_point(|end| *end <= stretch.start);
        let pairs = self
            .starts
            .iter()
            .zip(&self.ends)
            .skip(first)
            .take_while(move |(start, _)| **start < stretch.end);
        pairs.map(|(start, end)| Span { start: *start, end: (*end).max(*start) })
    }

    /// The last end at or before `at`.
    pub(in crate::prose) fn end_until(&self, at: u32) -> Option<u32> {
        self.ends.partition_point(|end| *end <= at).checked_sub(1).map(|n| self.ends[n])
    }
}
