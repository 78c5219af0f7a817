//! What a sentence states otherwise than the passages nearest to it: one list of typed differences, from all that read statements;
//! each settles its own against the other passages.

use crate::language::Lexicon;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::gathering::may_be_held;
use crate::matching::statements::amounts::alternatives::halved;
use crate::matching::statements::amounts::degrees::heightened;
use crate::matching::statements::amounts::portions::other_portion;
use crate::matching::statements::amounts::scope::widened;
use crate::matching::statements::amounts::shares::other_share;
use crate::matching::statements::attribution::allegations::lost_attribution;
use crate::matching::statements::attribution::speakers::other_speaker;
use crate::matching::statements::certainty::scales::raised_certainty;
use crate::matching::statements::difference::{Difference, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::polarity::exchanges::exchanged_word;
use crate::prose::Reading;

/// Words that a passage may have beside a copy of the sentence and still be one: two may limit it, "outside Lissane".
const BESIDE_A_COPY: usize = 1;

/// Only the nearest passages are held against a sentence.
pub const NEAREST: usize = 4;

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
    let mut near = evidence.iter().take(NEAREST).filter(|one| may_be_held(lexicon, &one.candidate));
    near.find_map(|one| {
        let pair = Pair { reading, evidence: one, all: evidence, lexicon, skip };
        // A superlative may be either.
        let degree = || heightened(pair).filter(|difference| difference.stands == stands);
        let difference = match stands {
            Stands::Excluded => other_portion(pair)
                .or_else(|| other_share(pair))
                .or_else(|| exchanged_word(pair))
                .or_else(degree)
                .or_else(|| other_speaker(pair)),
            Stands::Stronger => degree()
                .or_else(|| halved(pair))
                .or_else(|| widened(pair))
                .or_else(|| lost_attribution(pair))
                .or_else(|| raised_certainty(pair)),
        };
        difference.map(|difference| (one, difference))
    })
}
