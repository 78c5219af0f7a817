//! Whether a source knows whom a sentence is about: "She resigned in May" is not carried by a page that never names her.

use crate::corpus::PassageId;
use crate::matching::Desk;
use crate::matching::evidence::thresholds::{LEAST, MOST};
use crate::matching::evidence::{Evidence, thresholds};
use crate::prose::context::Context;
use crate::prose::words::{Word, words};

/// The context without names that no source has: those tell none from another. A name half typed is one.
pub fn known(context: &Context, desk: &Desk) -> Context {
    let is_known = |stem: &&String| desk.snapshot.frequency(stem) > 0;
    Context { stems: context.stems.iter().filter(is_known).cloned().collect(), leans: context.leans }
}

/// Raises the scores of passages whose source has the names of the sentences before, and lowers those of the others. A draft may
/// well go from one source to the next, so that a sentence with names of its own is moved only half as much.
pub(super) fn weigh(found: &mut [Evidence], context: &Context, desk: &Desk) {
    let names: Vec<(&String, f64)> =
        context.stems.iter().map(|stem| (stem, desk.snapshot.rarity(stem).clamp(LEAST, MOST))).collect();
    let whole: f64 = names.iter().map(|(_, rarity)| rarity).sum();
    if whole <= 0.0 {
        return;
    }
    let passages: Vec<PassageId> = found.iter().map(|one| one.candidate.id).collect();
    let titles: Vec<Vec<Word>> = found.iter().map(title).collect();
    let mut known = vec![0.0; found.len()];
    for (stem, rarity) in &names {
        for ((known, held), title) in
            known.iter_mut().zip(desk.snapshot.sources_hold(&passages, stem)).zip(&titles)
        {
            if held || title.iter().any(|word| word.stem == **stem) {
                *known += rarity / whole;
            }
        }
    }
    let share = if context.leans { 1.0 } else { 0.5 };
    for (one, known) in found.iter_mut().zip(known) {
        let known = (known / thresholds::WELL_KNOWN).min(1.0);
        one.score = (one.score
            * (1.0 + share * (thresholds::GAIN * known - thresholds::LOSS * (1.0 - known))))
            .min(1.0);
    }
}

fn title(one: &Evidence) -> Vec<Word> {
    words(one.candidate.source.title.as_deref().unwrap_or_default(), one.candidate.lexicon)
}
