//! Whether a source knows whom a sentence is about: "She resigned in May" is not carried by a page that never
//! names her.

use crate::corpus::PassageId;
use crate::matching::evidence::thresholds;
use crate::matching::{Candidate, Desk};
use crate::prose::context::Context;
use crate::prose::words::{Word, words};

/// The context without names that no source has: those tell none from another. A name half typed is one.
pub fn known(context: &Context, desk: &Desk) -> Context {
    let is_known = |stem: &&String| desk.snapshot.frequency(stem) > 0;
    Context { stems: context.stems.iter().filter(is_known).cloned().collect(), leans: context.leans }
}

/// What each passage's score is worth, about 1: more where its source has the names of the sentences before,
/// less where it has not. A draft may well go from one source to the next, so that a sentence with names of
/// its own is moved only half as much.
pub(super) fn factors(passages: &[&Candidate], context: &Context, desk: &Desk) -> Vec<f64> {
    let names: Vec<(&String, f64)> = context
        .stems
        .iter()
        .map(|stem| (stem, desk.snapshot.rarity(stem).clamp(thresholds::LEAST, thresholds::MOST)))
        .collect();
    let whole: f64 = names.iter().map(|(_, rarity)| rarity).sum();
    if whole <= 0.0 {
        return vec![1.0; passages.len()];
    }
    let ids: Vec<PassageId> = passages.iter().map(|passage| passage.id).collect();
    let titles: Vec<Vec<Word>> = passages.iter().map(|passage| title(passage)).collect();
    let mut known = vec![0.0; passages.len()];
    for (stem, rarity) in &names {
        let held = desk.snapshot.sources_hold(&ids, stem);
        for ((known, held), title) in known.iter_mut().zip(held).zip(&titles) {
            if held || title.iter().any(|word| word.stem == **stem) {
                *known += rarity / whole;
            }
        }
    }
    let share = if context.leans { 1.0 } else { 0.5 };
    let factor = |known: f64| {
        let known = (known / thresholds::WELL_KNOWN).min(1.0);
        1.0 + share * (thresholds::GAIN * known - thresholds::LOSS * (1.0 - known))
    };
    known.into_iter().map(factor).collect()
}

fn title(passage: &Candidate) -> Vec<Word> {
    words(passage.source.title.as_deref().unwrap_or_default(), passage.lexicon)
}
