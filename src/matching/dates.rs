//! Which date of a passage stands for the same thing as a date of the draft.

use super::alignment::same;
use super::evidence::Evidence;
use crate::prose::Reading;
use crate::prose::dates::{Date, Relation};
use crate::prose::words::Word;
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
    let theirs = &candidate.reading.dates();
    let related = |n: usize| date.against(own, &theirs[n], published).map(|relation| Counterpart { evidence, date: n, relation });
    let all: Vec<Counterpart<'e>> = (0..theirs.len()).filter_map(related).collect();
    if let Some(found) = all.iter().find(|found| found.relation == Relation::Agrees) {
        return Some(found.clone());
    }
    let used = |n: usize| {
        reading.dates().iter().any(|other| other.words != date.words && other.against(own, &theirs[n], published) == Some(Relation::Agrees))
    };
    let faces = |n: usize| {
        turn(&reading.words, date) == turn(&candidate.reading.words, &theirs[n]) && {
            date.words
                .clone()
                .any(|word| evidence.alignment.opposite(word).is_some_and(|(opposite, _)| theirs[n].words.contains(&opposite)))
        }
    };
    let mut open: Vec<Counterpart<'e>> = all.into_iter().filter(|found| date.same_kind(&theirs[found.date]) && !used(found.date)).collect();
    if let Some(at) = open.iter().position(|found| faces(found.date)) {
        return Some(open.swap_remove(at));
    }
    let open_at_all = open.first().is_some_and(|found| is_of_same_thing(reading, date, evidence, &theirs[found.date]));
    let only = open_at_all && open.len() == 1 && theirs.iter().filter(|other| other.same_kind(date)).count() == 1;
    if only { open.pop() } else { None }
}

/// Whether two dates not set opposite each other date the same thing: a content word near both, and no preposition that
/// makes one of them another kind of date ("until", "than in").
fn is_of_same_thing(reading: &Reading, date: &Date, evidence: &Evidence, theirs: &Date) -> bool {
    let near = |words: &[Word], date: &Date| -> Vec<Word> {
        let around = date.words.start.saturating_sub(NEAR)..(date.words.end + NEAR).min(words.len());
        around.filter(|at| !date.words.contains(at)).map(|at| words[at].clone()).collect()
    };
    let other = &evidence.candidate.reading.words;
    let (ours, around) = (near(&reading.words, date), near(other, theirs));
    let shared = ours.iter().any(|word| !word.stop && !word.numeric && around.iter().any(|their| same(word, their)));
    shared && turn(&reading.words, date) == turn(other, theirs)
}

/// The preposition before a date, if it changes what the date says.
fn turn<'w>(words: &'w [Word], date: &Date) -> Option<&'w str> {
    let before = words[date.words.start.saturating_sub(2)..date.words.start].iter().map(|word| word.fold.as_str());
    before.rev().find(|word| {
        matches!(
            *word,
            "until"
                | "till"
                | "by"
                | "since"
                | "from"
                | "before"
                | "after"
                | "than"
                | "bis"
                | "seit"
                | "vor"
                | "nach"
                | "avant"
                | "apres"
                | "depuis"
        )
    })
}

/// Words on either side of a date that tell what it dates.
const NEAR: usize = 5;
