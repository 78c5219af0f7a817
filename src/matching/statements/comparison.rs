//! What a sentence states otherwise than the passages nearest to it: one list of typed differences, from all that read statements;
//! each settles its own against the other passages.

use crate::language::Lexicon;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::gathering::same_language;
use crate::matching::statements::amounts::alternatives::halved;
use crate::matching::statements::amounts::degrees::heightened;
use crate::matching::statements::amounts::portions::other_portion;
use crate::matching::statements::difference::{Difference, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::polarity::exchanges::exchanged_word;
use crate::prose::Reading;

/// Words that a passage may have beside a copy of the sentence and still be one: two may limit it, "outside Lissane".
const BESIDE_A_COPY: usize = 1;

/// Only the nearest passages are held against a sentence.
const NEAREST: usize = 4;

/// The first difference from a near passage that stands so. `skip` tells of words that are somebody else's.
pub fn first_difference<'e>(
    reading: &Reading,
    evidence: &'e [Evidence],
    lexicon: &Lexicon,
    skip: &dyn Fn(usize) -> bool,
    stands: Stands,
) -> Option<(&'e Evidence, Difference)> {
    // What stands in a source word for word differs from none, unless it is a part that says more than the whole.
    let words = reading.words.len();
    let is_copy = |one: &Evidence| {
        one.alignment.is_whole(words) && one.candidate.reading.words.len() <= words + BESIDE_A_COPY
    };
    if evidence.iter().any(is_copy) {
        return None;
    }
    let mut near = evidence
        .iter()
        .take(NEAREST)
        .filter(|one| same_language(lexicon, &one.candidate) && !one.candidate.passage.heading);
    near.find_map(|one| {
        let pair = Pair { reading, evidence: one, all: evidence, lexicon, skip };
        let difference = differences(pair).into_iter().find(|difference| difference.stands == stands)?;
        Some((one, difference))
    })
}

/// All differences of a sentence and a passage.
fn differences(pair: Pair<'_>) -> Vec<Difference> {
    [other_portion(pair), exchanged_word(pair), heightened(pair), halved(pair)]
        .into_iter()
        .flatten()
        .collect()
}
