//! How far it is known, or settled: what a source only suspects, or weighs, told as established, or decided (H1, H6).

use crate::language::{Lexicon, Step};
use crate::matching::statements::clauses::tells_or_counts;
use crate::matching::statements::company::{Company, is_denied};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::syntax::{Relation, Upos};

/// A word that says how far what its clause tells is known, or settled.
struct Degree<'r> {
    word: usize,
    steps: &'r [Step],
    /// What the clause tells beside it.
    told: Company<'r>,
    denied: bool,
}

/// The first word of the draft for what is established or decided, where the passage has the same clause with a word farther
/// down the scale, and none that says the draft's.
pub fn raised_certainty(pair: Pair<'_>) -> Option<Difference> {
    let (reading, theirs, lexicon) = (pair.reading, pair.theirs(), pair.lexicon);
    let is_top = |word: &usize| {
        // A decision may be mentioned by anybody; "decided" says that it is made.
        steps(reading, *word, lexicon).iter().any(|step| lexicon.ladders().is_top(*step))
            && reading.tree().upos(*word) != Some(Upos::Noun)
    };
    let mut tops = (0..reading.words.len()).filter(|word| !(pair.skip)(*word)).filter(is_top).peekable();
    tops.peek()?;
    if !pair.is_readable() {
        return None;
    }
    let others = degrees(theirs, lexicon);
    let around: Vec<&Reading> = pair.evidence.around.iter().map(|one| &one.reading).chain([theirs]).collect();
    tops.filter_map(|word| degree(reading, word, lexicon)).filter(|own| !own.denied).find_map(|own| {
        own.steps.iter().filter(|step| lexicon.ladders().is_top(**step)).find_map(|top| {
            let is_kept = degrees_of(&own.told, lexicon).any(|step| is_below(step, *top));
            let same = |there: &&Degree<'_>| {
                let (share, words) = own.told.shared(&there.told);
                words >= LEAST_HERE
                    && share >= thresholds::PARTLY_HERE
                    && own.told.shared_by_all(&around).0 >= thresholds::SAME_MATTER
            };
            let lower = others
                .iter()
                .filter(same)
                .find(|there| !there.denied && there.steps.iter().any(|step| is_below(*step, *top)))?;
            let share = own.told.shared(&lower.told).0;
            let says = |reading: &Reading| {
                degrees(reading, lexicon).iter().any(|there| {
                    let is_as_high = there.steps.contains(top) && !there.denied;
                    is_as_high && own.told.shared(&there.told).0 >= share - thresholds::WORD_AS_NEAR
                })
            };
            if is_kept || says(theirs) || pair.others().any(|one| says(&one.reading)) {
                return None;
            }
            Some(Difference {
                kind: Kind::Certainty,
                stands: Stands::Stronger,
                draft: own.word..own.word + 1,
                source: lower.word..lower.word + 1,
                means: None,
            })
        })
    })
}

/// Words of a clause that the one with the lower word must share itself.
const LEAST_HERE: usize = 2;

/// Whether a step stands below another of the same scale.
fn is_below(step: Step, top: Step) -> bool {
    step.scale == top.scale && step.degree < top.degree
}

/// The steps of the words of a clause.
fn degrees_of<'c>(told: &'c Company<'_>, lexicon: &'c Lexicon) -> impl Iterator<Item = Step> + 'c {
    let words = told.words.iter().map(|word| &told.reading.words[*word]);
    words.flat_map(|word| lexicon.ladders().steps(&word.stem).iter().copied())
}

/// All such words of a sentence.
fn degrees<'r>(reading: &'r Reading, lexicon: &'r Lexicon) -> Vec<Degree<'r>> {
    (0..reading.words.len()).filter_map(|word| degree(reading, word, lexicon)).collect()
}

/// Where a word stands as it is used: "may", and not the month; no part of a name, and no preposition.
fn steps<'r>(reading: &Reading, word: usize, lexicon: &'r Lexicon) -> &'r [Step] {
    let steps = lexicon.ladders().steps(&reading.words[word].stem);
    let is_used = || {
        let tells = [Upos::Verb, Upos::Aux, Upos::Noun, Upos::Adj, Upos::Adv];
        reading.tree().upos(word).is_some_and(|upos| tells.contains(&upos))
            && !reading.reports().iter().any(|report| report.cue.len() > 1 && report.cue.contains(&word))
    };
    if steps.is_empty() || !is_used() { &[] } else { steps }
}

fn degree<'r>(reading: &'r Reading, word: usize, lexicon: &'r Lexicon) -> Option<Degree<'r>> {
    let steps = steps(reading, word, lexicon);
    if steps.is_empty() {
        return None;
    }
    // "In hopes of a lighter sentence" hedges the sentence, and not what is done for it.
    let tree = reading.tree();
    let is_aside = |token: &usize| {
        let node = &tree.nodes[*token];
        node.upos == Upos::Noun && matches!(node.label.relation, Relation::Obl | Relation::Nmod)
    };
    let mut words = match tree.token(word).filter(is_aside) {
        Some(token) => tree.phrase(token, &[]),
        None => Company::whole_clause(reading, word),
    };
    words.retain(|other| *other != word && tells_or_counts(&reading.words[*other]));
    Some(Degree { word, steps, told: Company { reading, words }, denied: is_denied(reading, word, lexicon) })
}
