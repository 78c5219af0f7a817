//! A sentence of the draft and a passage, as what they state is compared.

use crate::language::Lexicon;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::statements::clauses::are_readable;
use crate::prose::Reading;
use crate::prose::figures::Figure;
use crate::prose::values::Relation;
use std::sync::Arc;

/// A sentence and a passage that both somebody wrote to be read.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub reading: &'a Reading,
    pub evidence: &'a Evidence,
    /// What else was found of the sentence, this passage included.
    pub all: &'a [Evidence],
    pub lexicon: &'a Lexicon,
    /// Words of the draft that are somebody else's: the rules of quotations speak of those.
    pub skip: &'a dyn Fn(usize) -> bool,
}

impl<'a> Pair<'a> {
    /// Whether both are sentences that somebody wrote to be read.
    pub fn is_readable(&self) -> bool {
        are_readable(self.reading, self.theirs())
    }

    /// The passage as it is read.
    pub fn theirs(&self) -> &'a Reading {
        &self.evidence.candidate.reading
    }

    /// Whether the passage has all figures of the sentence, or none at all. "Two of the five survived", "three of the five died":
    /// where the figures differ, an opposite may be the rest of the sum, and a plan another.
    pub fn has_same_figures(&self) -> bool {
        let theirs = self.theirs().figures();
        let agrees =
            |figure: &Figure| theirs.iter().any(|theirs| figure.against(theirs) == Some(Relation::Agrees));
        self.is_readable() && (theirs.is_empty() || self.reading.figures().iter().all(agrees))
    }

    /// The passage before this one in its source, and the one behind.
    pub fn previous(&self) -> Option<&'a Candidate> {
        self.beside(|one, own| one + 1 == own)
    }

    pub fn next(&self) -> Option<&'a Candidate> {
        self.beside(|one, own| one == own + 1)
    }

    fn beside(&self, is_it: impl Fn(u32, u32) -> bool) -> Option<&'a Candidate> {
        let own = self.evidence.candidate.position;
        self.evidence.around.iter().map(Arc::as_ref).find(|one| is_it(one.position, own))
    }

    /// The other passages that were found and can be read, and those around them and around this one.
    pub fn others(&self) -> impl Iterator<Item = &'a Candidate> {
        let (own, reading) = (self.evidence.candidate.id, self.reading);
        let all = self.all.iter().flat_map(Evidence::passages);
        all.map(Arc::as_ref)
            .filter(move |candidate| candidate.id != own && are_readable(reading, &candidate.reading))
    }

    /// Whether word `at` of the passage stands inside a quotation.
    pub fn quotes(&self, at: usize) -> bool {
        self.evidence.candidate.passage.quotes(self.theirs().words[at].span)
    }
}
