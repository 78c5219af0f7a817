//! Which passages hold most of some words: the candidates that matching looks at.
//!
//! BM25 (Robertson and Zaragoza 2009) over the engine's postings. Lists of common words are not gone through
//! (Turtle and Flood 1995): a passage is looked at only if the rare words in it can lift it among the best.
//! Weights are whole numbers, so that a sum is the same in any order; ties go to the source with the lower
//! number, then to the earlier passage. So the answer depends on what the corpus holds and on nothing else:
//! not on segments, deletions or the order in which sources came.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::LazyLock;
use tantivy::columnar::Column;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::SegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Searcher, SegmentReader, TERMINATED, TantivyError, Term};

/// A word and how much it tells.
pub(super) struct Wanted {
    pub(super) term: Term,
    pub(super) weight: u64,
}

/// BM25's usual constants, for words that occur once.
const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Mean length of a news sentence in words; the engine's own mean would count what was deleted.
const TYPICAL_WORDS: f64 = 22.0;
/// Fractions of a weight kept in its whole number.
const GRAIN: f64 = 1024.0;

/// The weight of a word that `count` of `total` passages have.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, and far below 2^64")]
pub(super) fn weight(total: f64, count: f64) -> u64 {
    ((1.0 + ((total - count).max(0.0) + 0.5) / (count + 0.5)).ln() * GRAIN) as u64
}

/// What the length of a passage does to its score, by the engine's one-byte code of that length.
struct Lengths([u64; 256]);

static LENGTHS: LazyLock<Lengths> = LazyLock::new(Lengths::new);

impl Lengths {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 2,253")]
    fn new() -> Self {
        let factor = |code: u8| {
            let words = f64::from(FieldNormReader::id_to_fieldnorm(code));
            ((K1 + 1.0) / (1.0 + K1 * (1.0 - B + B * words / TYPICAL_WORDS)) * GRAIN) as u64
        };
        let mut factors = [0; 256];
        for (code, slot) in (0u8..=255).zip(&mut factors) {
            *slot = factor(code);
        }
        Self(factors)
    }

    fn longest(&self) -> u64 {
        self.0.into_iter().max().unwrap_or(0)
    }
}

/// Score, then the lower source, then the earlier passage.
type Rank = (u64, Reverse<u64>, Reverse<u32>);

/// The best passages so far.
struct Best {
    limit: usize,
    heap: BinaryHeap<Reverse<(Rank, u32)>>,
}

impl Best {
    /// A passage below this score is not among the best; one that reaches it may be.
    fn threshold(&self) -> u64 {
        if self.heap.len() < self.limit {
            0
        } else {
            self.heap.peek().map_or(0, |Reverse(((score, ..), _))| *score)
        }
    }

    fn offer(&mut self, rank: Rank, segment: u32) {
        self.heap.push(Reverse((rank, segment)));
        if self.heap.len() > self.limit {
            self.heap.pop();
        }
    }
}

/// The passages that hold most of `wanted`, best first, at most `limit`.
pub(super) fn search(
    searcher: &Searcher,
    stems: Field,
    sources: &[Column<u64>],
    wanted: &[Wanted],
    limit: usize,
) -> Result<Vec<DocAddress>, TantivyError> {
    let mut best = Best { limit, heap: BinaryHeap::with_capacity(limit + 1) };
    let lengths = &*LENGTHS;
    for ((number, segment), sources) in (0u32..).zip(searcher.segment_readers()).zip(sources) {
        search_segment(segment, number, stems, sources, wanted, lengths, &mut best)?;
    }
    let ranked = best.heap.into_sorted_vec();
    Ok(ranked
        .into_iter()
        .map(|Reverse(((_, _, Reverse(doc)), segment))| DocAddress::new(segment, doc))
        .collect())
}

/// The passages of a segment that have one word.
struct List {
    postings: SegmentPostings,
    weight: u64,
}

fn search_segment(
    segment: &SegmentReader,
    number: u32,
    stems: Field,
    sources: &Column<u64>,
    wanted: &[Wanted],
    lengths: &Lengths,
    best: &mut Best,
) -> Result<(), TantivyError> {
    let index = segment.inverted_index(stems)?;
    let mut lists = Vec::with_capacity(wanted.len());
    for Wanted { term, weight } in wanted {
        if let Some(postings) = index.read_postings(term, IndexRecordOption::Basic)? {
            lists.push(List { postings, weight: *weight });
        }
    }
    // The words that tell least come first: they are the ones that may not need looking through.
    lists.sort_by_key(|list| list.weight);
    let upto: Vec<u64> = lists
        .iter()
        .scan(0, |sum, list| {
            *sum += list.weight;
            Some(*sum)
        })
        .collect();
    let (norms, longest) = (segment.get_fieldnorms_reader(stems)?, lengths.longest());
    let mut threshold = best.threshold();
    // Lists before this one cannot lift a passage to the threshold by themselves.
    let mut essential = 0;
    loop {
        while essential < lists.len() && upto[essential] * longest < threshold {
            essential += 1;
        }
        let (optional, needed) = lists.split_at_mut(essential);
        let doc = needed.iter().map(|list| list.postings.doc()).min().unwrap_or(TERMINATED);
        if doc == TERMINATED {
            return Ok(());
        }
        let mut sum = 0;
        for list in needed {
            if list.postings.doc() == doc {
                sum += list.weight;
                list.postings.advance();
            }
        }
        let factor = lengths.0[usize::from(norms.fieldnorm_id(doc))];
        let mut possible = true;
        for (n, list) in optional.iter_mut().enumerate().rev() {
            possible = (sum + upto[n]) * factor >= threshold;
            if !possible {
                break;
            }
            if list.postings.doc() < doc {
                list.postings.seek(doc);
            }
            if list.postings.doc() == doc {
                sum += list.weight;
            }
        }
        let score = sum * factor;
        if possible && score >= threshold && segment.alive_bitset().is_none_or(|alive| alive.is_alive(doc)) {
            best.offer((score, Reverse(sources.first(doc).unwrap_or(u64::MAX)), Reverse(doc)), number);
            threshold = best.threshold();
        }
    }
}
