//! What somebody is charged with told as what he did (H2).

use crate::language::Class;
use crate::matching::statements::certainty::hedges::{LostHedge, is_softened};
use crate::matching::statements::clauses::counterparts;
use crate::matching::statements::pair::Pair;
use crate::matching::statements::polarity::denials;
use crate::prose::Reading;

/// A charge of the passage that the draft tells as a conviction, or as the deed itself.
pub fn convicted(pair: Pair<'_>) -> Option<LostHedge> {
    let Pair { reading, lexicon, skip, .. } = pair;
    let theirs = pair.theirs();
    if !pair.is_readable() {
        return None;
    }
    let stance = &lexicon.language.stance;
    let has = |reading: &Reading, at: usize, words: &[&str]| words.contains(&reading.words[at].fold.as_str());
    let charge = (0..theirs.words.len()).find(|at| has(theirs, *at, stance.charges))?;
    if (0..theirs.words.len()).any(|at| has(theirs, at, stance.convictions)) {
        return None;
    }
    let denied = denials::denials(reading, theirs, lexicon);
    let is_denied = |at: usize| denied.iter().any(|denial| denial.governed.contains(&at));
    let own = (0..reading.words.len()).filter(|at| !skip(*at) && !is_denied(*at));
    let conviction = own.clone().find(|at| has(reading, *at, stance.convictions));
    let softened = || {
        reading.words.iter().any(|word| {
            let fold = word.fold.as_str();
            stance.charges.contains(&fold)
                || [Class::Hedge, Class::Modal, Class::Speech].iter().any(|class| lexicon.is(fold, *class))
                || lexicon.negates(fold)
        }) || is_softened(reading, lexicon)
    };
    // "Charged with bribing": the deed is named behind the charge.
    let deed = || {
        own.clone().find(|at| {
            let crime = lexicon.is(&reading.words[*at].fold, Class::Crime);
            crime && counterparts(theirs, reading, *at).any(|theirs| theirs > charge)
        })
    };
    let told = conviction.or_else(|| if softened() { None } else { deed() })?;
    Some(LostHedge { draft: Some(told), source: charge..charge + 1 })
}
