//! Words of two sentences laid side by side.

use crate::matching::evidence::thresholds;
use crate::prose::names::same_transliteration;
use crate::prose::words::Word;

/// One step of an alignment; numbers are word indices of the draft's and the source's sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The same word, or another form of it.
    Same(usize, usize),
    /// One word in the place of another.
    Other(usize, usize),
    /// Only the draft has it.
    Draft(usize),
    /// Only the source has it.
    Source(usize),
}

/// The best local alignment of two sentences: steps between the first and the last pair of equal words.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    pub steps: Vec<Step>,
}

/// Aligns by Smith-Waterman with free ends on both sides; cost is the product of the lengths.
pub fn align(draft: &[Word], source: &[Word]) -> Alignment {
    let (rows, columns) = (draft.len().min(LONGEST), source.len().min(LONGEST));
    let width = columns + 1;
    let mut score = vec![0f32; (rows + 1) * width];
    let mut best = (0f32, 0, 0);
    for i in 1..=rows {
        for j in 1..=columns {
            let pair = pair_score(&draft[i - 1], &source[j - 1]);
            let diagonal = score[(i - 1) * width + j - 1] + pair;
            let up = score[(i - 1) * width + j] - GAP;
            let left = score[i * width + j - 1] - GAP;
            let here = diagonal.max(up).max(left).max(0.0);
            score[i * width + j] = here;
            if here > best.0 {
                best = (here, i, j);
            }
        }
    }
    let (_, mut i, mut j) = best;
    let mut steps = Vec::new();
    while i > 0 && j > 0 && score[i * width + j] > 0.0 {
        let here = score[i * width + j];
        let pair = pair_score(&draft[i - 1], &source[j - 1]);
        if near(here, score[(i - 1) * width + j - 1] + pair) {
            steps.push(if pair > 0.0 { Step::Same(i - 1, j - 1) } else { Step::Other(i - 1, j - 1) });
            (i, j) = (i - 1, j - 1);
        } else if near(here, score[(i - 1) * width + j] - GAP) {
            steps.push(Step::Draft(i - 1));
            i -= 1;
        } else {
            steps.push(Step::Source(j - 1));
            j -= 1;
        }
    }
    steps.reverse();
    Alignment { steps }
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 1e-4
}

/// Whether two words are one word for matching: same stem, or one name in two spellings.
pub fn same(a: &Word, b: &Word) -> bool {
    a.fold == b.fold
        || !a.stem.is_empty() && a.stem == b.stem
        || a.capital && b.capital && same_transliteration(&a.spelling, &b.spelling)
}

fn pair_score(a: &Word, b: &Word) -> f32 {
    if same(a, b) {
        return if a.stop || a.sign { COMMON } else { CONTENT };
    }
    // Two numbers, two names or two common words may stand in each other's place; a number and a noun hardly
    // do.
    match (a.numeric == b.numeric, a.capital == b.capital, a.stop == b.stop) {
        (true, true, true) => -LIKE,
        (true, _, true) => -UNLIKE,
        _ => -FOREIGN,
    }
}

/// Scores of a pair and of a gap, settled on the sample drafts: a rare word in common outweighs two gaps, a
/// common one none.
const CONTENT: f32 = 2.0;
const COMMON: f32 = 0.8;
const LIKE: f32 = 0.5;
const UNLIKE: f32 = 0.7;
const FOREIGN: f32 = 1.1;
const GAP: f32 = 0.5;
/// Words of a sentence beyond this take no part: alignment must stay quick on a page without a full stop.
const LONGEST: usize = 160;

impl Alignment {
    /// The source's word opposite a draft's word, and whether they are the same.
    pub fn opposite(&self, draft: usize) -> Option<(usize, bool)> {
        self.steps.iter().find_map(|step| match step {
            Step::Same(i, j) if *i == draft => Some((*j, true)),
            Step::Other(i, j) if *i == draft => Some((*j, false)),
            _ => None,
        })
    }

    /// Words of the source that the draft has not, in order.
    pub fn unmatched(&self) -> impl Iterator<Item = usize> + '_ {
        self.steps.iter().filter_map(|step| match step {
            Step::Other(_, j) | Step::Source(j) => Some(*j),
            _ => None,
        })
    }

    /// Share of equal words among all words of the aligned stretch, 0 to 1.
    pub fn closeness(&self) -> f64 {
        if self.steps.is_empty() { 0.0 } else { ratio(self.same_words(), self.steps.len()) }
    }

    /// Whether all `words` words of the draft's sentence stand in the source one behind the other, with
    /// hardly anything between them.
    pub fn is_whole(&self, words: usize) -> bool {
        self.closeness() > thresholds::HARDLY_CHANGED && self.same_words() == words
    }

    /// Words that are the same in both.
    pub fn same_words(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step, Step::Same(..))).count()
    }
}

/// A share of two counts.
pub fn ratio(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "word counts are small")]
    let share = part as f64 / whole.max(1) as f64;
    share
}
