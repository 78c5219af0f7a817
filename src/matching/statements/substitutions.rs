//! Where a sentence and a passage differ, between the words that both have.

use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::Step;
use crate::prose::Reading;
use std::ops::Range;

/// Words of the draft against words of the source, between words that both have. Either side may be empty.
#[derive(Clone, Debug)]
pub struct Block {
    pub draft: Range<usize>,
    pub source: Range<usize>,
    /// Equal words within reach before and after.
    pub flanks: (usize, usize),
}

/// Equal words looked for on either side of a difference.
pub(super) const REACH: usize = 3;
/// The same where the sentence begins or ends in the difference, so that only one side can tell.
const OPEN_REACH: usize = 5;

/// The differing stretches of an alignment, its open ends included.
pub fn blocks(reading: &Reading, evidence: &Evidence) -> Vec<Block> {
    let steps = &evidence.alignment.steps;
    let theirs = &evidence.candidate.reading.words;
    let mut found = Vec::new();
    let (mut draft, mut source) = (0usize, 0usize);
    let mut began: Option<(usize, usize, usize)> = None;
    let mut close = |began: &mut Option<(usize, usize, usize)>, draft: usize, source: usize, at: usize| {
        let Some((from_draft, from_source, from)) = began.take() else { return };
        let open = from_draft == 0 || draft == reading.words.len();
        let reach = if open { OPEN_REACH } else { REACH };
        let before = steps[from.saturating_sub(reach)..from]
            .iter()
            .filter(|step| matches!(step, Step::Same(..)))
            .count();
        let after = steps.iter().skip(at).take(reach).filter(|step| matches!(step, Step::Same(..))).count();
        found.push(Block { draft: from_draft..draft, source: from_source..source, flanks: (before, after) });
    };
    if let Some(Step::Same(i, j)) = steps.first() {
        // What stands before the first equal word: as many words of the source as of the draft, and a few
        // more.
        began = (*i > 0).then(|| (0, j.saturating_sub(i + REACH), 0));
        (draft, source) = (*i, *j);
    }
    for (at, step) in steps.iter().enumerate() {
        match *step {
            Step::Same(i, j) => {
                close(&mut began, i, j, at);
                (draft, source) = (i + 1, j + 1);
            }
            Step::Other(i, j) => {
                began.get_or_insert((draft, source, at));
                (draft, source) = (i + 1, j + 1);
            }
            Step::Draft(i) => {
                began.get_or_insert((draft, source, at));
                draft = i + 1;
            }
            Step::Source(j) => {
                began.get_or_insert((draft, source, at));
                source = j + 1;
            }
        }
    }
    if draft < reading.words.len() && !steps.is_empty() {
        began = Some((draft, source, steps.len()));
        let end = (source + (reading.words.len() - draft) + REACH).min(theirs.len());
        close(&mut began, reading.words.len(), end, steps.len());
    }
    found
}

/// What the draft has here is quoted, or it has nothing here and what stands around is: the rules of
/// quotations speak of it.
pub(super) fn in_quotation(block: &Block, skip: &dyn Fn(usize) -> bool) -> bool {
    let between = block.draft.is_empty()
        && skip(block.draft.start)
        && block.draft.start.checked_sub(1).is_none_or(skip);
    between || block.draft.clone().any(skip)
}
