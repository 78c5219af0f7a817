//! Which date of a passage stands for the same thing as a date of the draft.

use super::evidence::Evidence;
use crate::prose::Reading;
use crate::prose::dates::{Date, Relation};
use jiff::civil;

/// How one passage stands to one date of the draft.
#[derive(Clone, Debug)]
pub struct Counterpart<'e> {
    pub evidence: &'e Evidence,
    /// Index into the passage's dates.
    pub date: usize,
    pub relation: Relation,
}

/// The counterpart of `date` in a passage: one that agrees, else the one set opposite, else the only one of its kind.
pub fn counterpart<'e>(reading: &Reading, date: &Date, own: Option<civil::Date>, evidence: &'e Evidence) -> Option<Counterpart<'e>> {
    let candidate = &evidence.candidate;
    let published = candidate.source.date();
    let theirs = &candidate.reading.dates;
    let related = |n: usize| date.against(own, &theirs[n], published).map(|relation| Counterpart { evidence, date: n, relation });
    let all: Vec<Counterpart<'e>> = (0..theirs.len()).filter_map(related).collect();
    if let Some(found) = all.iter().find(|found| found.relation == Relation::Agrees) {
        return Some(found.clone());
    }
    let used = |n: usize| {
        reading.dates.iter().any(|other| other.words != date.words && other.against(own, &theirs[n], published) == Some(Relation::Agrees))
    };
    let faces = |n: usize| {
        date.words.clone().any(|word| evidence.alignment.opposite(word).is_some_and(|(opposite, _)| theirs[n].words.contains(&opposite)))
    };
    let mut open: Vec<Counterpart<'e>> = all.into_iter().filter(|found| date.same_kind(&theirs[found.date]) && !used(found.date)).collect();
    if let Some(at) = open.iter().position(|found| faces(found.date)) {
        return Some(open.swap_remove(at));
    }
    let only = open.len() == 1 && theirs.iter().filter(|other| other.same_kind(date)).count() == 1;
    if only { open.pop() } else { None }
}
