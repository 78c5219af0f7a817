//! Which figure of a passage stands for the same thing as a figure of the draft.

use super::evidence::Evidence;
use crate::prose::Reading;
use crate::prose::figures::{Figure, Relation, Unit};
use crate::prose::words::Word;

/// How one passage stands to one figure of the draft.
#[derive(Clone, Debug)]
pub struct Counterpart<'e> {
    pub evidence: &'e Evidence,
    /// Index into the passage's figures.
    pub figure: usize,
    pub relation: Relation,
    /// Whether the two certainly stand in one role; an agreeing value may also stand there for something else.
    pub same_role: bool,
}

/// The counterpart of `figure` in a passage, if the passage has one in the same role.
pub fn counterpart<'e>(reading: &Reading, figure: &Figure, evidence: &'e Evidence) -> Option<Counterpart<'e>> {
    let theirs = &evidence.candidate.reading;
    let related = |n: usize| {
        figure.against(&theirs.figures()[n]).map(|relation| Counterpart {
            evidence,
            figure: n,
            relation,
            same_role: has_role(reading, figure, evidence, n),
        })
    };
    // "Hundreds" overlaps with too much to be borne out by a figure of something else.
    let vague = |n: &usize| (figure.loose || theirs.figures()[*n].loose) && has_other_noun(reading, figure, evidence, *n);
    let all: Vec<Counterpart<'e>> = (0..theirs.figures().len()).filter(|n| !vague(n)).filter_map(related).collect();
    let agrees = |found: &Counterpart<'_>| found.relation == Relation::Agrees;
    if let Some(found) = all.iter().find(|found| agrees(found) && has_role(reading, figure, evidence, found.figure)) {
        return Some(found.clone());
    }
    // The value stands there in another role: unless the passage counts the same noun with another value, it bears the
    // figure out ("over 20 soldiers, including six officers" is against six soldiers).
    let counts_same = |found: &Counterpart<'_>| {
        !agrees(found) && has_same_noun(reading, figure, evidence, found.figure) && has_role(reading, figure, evidence, found.figure)
    };
    if let Some(found) =
        all.iter().find(|found| agrees(found) && !(has_other_noun(reading, figure, evidence, found.figure) && all.iter().any(counts_same)))
    {
        return Some(found.clone());
    }
    let mut same_role: Vec<Counterpart<'e>> =
        all.into_iter().filter(|found| !agrees(found) && has_role(reading, figure, evidence, found.figure)).collect();
    // The one set opposite by the alignment is meant before one that only counts the same noun.
    same_role.sort_by_key(|found| !faces(figure, evidence, found.figure));
    same_role.into_iter().find(|found| !is_used(reading, figure, evidence, found.figure))
}

/// Whether the source's figure already answers another figure of the draft's sentence.
fn is_used(reading: &Reading, figure: &Figure, evidence: &Evidence, theirs: usize) -> bool {
    let other = &evidence.candidate.reading.figures()[theirs];
    reading.figures().iter().any(|own| {
        own.words != figure.words && own.against(other) == Some(Relation::Agrees) && !has_other_noun(reading, own, evidence, theirs)
    })
}

/// Whether two figures count the same victims (killed, wounded, missing) by the same noun.
pub fn counts_same_victims(reading: &Reading, figure: &Figure, evidence: &Evidence, theirs: usize) -> bool {
    let candidate = &evidence.candidate;
    let own = anywhere(reading, candidate.lexicon);
    has_same_noun(reading, figure, evidence, theirs) && !own.is_empty() && own == anywhere(&candidate.reading, candidate.lexicon)
}

/// The roles that a whole sentence speaks of.
fn anywhere(reading: &Reading, lexicon: &crate::language::Lexicon) -> Vec<u16> {
    let mut roles: Vec<u16> = reading.words.iter().filter_map(|word| lexicon.role(&word.stem)).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

fn has_same_noun(reading: &Reading, figure: &Figure, evidence: &Evidence, theirs: usize) -> bool {
    let other = &evidence.candidate.reading;
    matches!((noun(&reading.words, figure), noun(&other.words, &other.figures()[theirs])), (Some(a), Some(b)) if super::alignment::same(a, b))
}

fn has_other_noun(reading: &Reading, figure: &Figure, evidence: &Evidence, theirs: usize) -> bool {
    let other = &evidence.candidate.reading;
    matches!((noun(&reading.words, figure), noun(&other.words, &other.figures()[theirs])), (Some(a), Some(b)) if !super::alignment::same(a, b))
}

fn faces(figure: &Figure, evidence: &Evidence, theirs: usize) -> bool {
    let other = &evidence.candidate.reading.figures()[theirs];
    figure.words.clone().any(|word| evidence.alignment.opposite(word).is_some_and(|(opposite, _)| other.words.contains(&opposite)))
}

/// Same role: set opposite by the alignment with words in common on a side, or counting the same noun in the same words.
fn has_role(reading: &Reading, figure: &Figure, evidence: &Evidence, theirs: usize) -> bool {
    let candidate = &evidence.candidate;
    let other = &candidate.reading.figures()[theirs];
    let (own_noun, their_noun) = (noun(&reading.words, figure), noun(&candidate.reading.words, other));
    let same_noun = has_same_noun(reading, figure, evidence, theirs);
    let own_roles = roles(reading, figure, candidate.lexicon);
    let their_roles = roles(&candidate.reading, other, candidate.lexicon);
    let crossed = !own_roles.is_empty() && !their_roles.is_empty() && own_roles.iter().all(|role| !their_roles.contains(role));
    if crossed {
        return false;
    }
    let common = context(&reading.words, figure, &candidate.reading.words, other);
    if faces(figure, evidence, theirs) {
        let nouns_differ = own_noun.is_some() && their_noun.is_some() && !same_noun;
        return if nouns_differ { common >= FACING_OTHER_NOUN } else { common >= FACING };
    }
    match figure.unit {
        Unit::Count | Unit::Ordinal => same_noun && common >= APART,
        _ => common >= APART || same_noun && common >= FACING,
    }
}

fn noun<'w>(words: &'w [Word], figure: &Figure) -> Option<&'w Word> {
    words.get(figure.noun?)
}

/// Casualty and other roles named near a figure.
fn roles(reading: &Reading, figure: &Figure, lexicon: &crate::language::Lexicon) -> Vec<u16> {
    let from = figure.words.start.saturating_sub(2);
    let to = (figure.words.end + ROLE_WITHIN).min(reading.words.len());
    // The next figure begins another role: "11 dead and 34 injured".
    let next = reading.figures().iter().map(|other| other.words.start).filter(|start| *start >= figure.words.end).min().unwrap_or(to);
    let before = reading.figures().iter().map(|other| other.words.end).filter(|end| *end <= figure.words.start).max().unwrap_or(0);
    let mut found: Vec<u16> = reading.words[from.max(before)..to.min(next)].iter().filter_map(|word| lexicon.role(&word.stem)).collect();
    found.dedup();
    found
}

/// Share of the content words near the draft's figure that also stand near the source's.
fn context(own: &[Word], figure: &Figure, theirs: &[Word], other: &Figure) -> f64 {
    let near = |words: &[Word], figure: &Figure, reach: usize| -> Vec<Word> {
        let from = figure.words.start.saturating_sub(reach);
        let to = (figure.words.end + reach).min(words.len());
        let beside = |at: &usize| !figure.words.contains(at);
        (from..to).filter(beside).map(|at| words[at].clone()).filter(|word| !word.stop && !word.sign && !word.numeric).collect()
    };
    let (ours, around) = (near(own, figure, NEAR), near(theirs, other, NEAR + 3));
    let shared = ours.iter().filter(|word| around.iter().any(|their| super::alignment::same(word, their))).count();
    if ours.is_empty() { 0.5 } else { super::alignment::ratio(shared, ours.len()) }
}

/// Words on either side of a figure that tell its role.
const NEAR: usize = 5;
/// A role word stands this close behind its figure: "34 people were seriously injured".
const ROLE_WITHIN: usize = 6;
/// Shares of nearby words in common: figures set opposite by the alignment need few, others most.
const FACING: f64 = 0.25;
const FACING_OTHER_NOUN: f64 = 0.5;
const APART: f64 = 0.6;
