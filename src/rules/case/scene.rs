//! The scene: one sentence with all that its own rules may look at. What they say of it holds as long as this
//! is the same, so that a sentence nobody touched is not judged again.

use crate::config::Level;
use crate::corpus::Snapshot;
use crate::language::Lexicon;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::support::Support;
use crate::matching::statements::pair::Pair;
use crate::matching::values::figure_comparison::counts_same_victims;
use crate::matching::values::pairing::Side;
use crate::prose::Reading;
use crate::prose::context::Context;
use crate::rules::case::assessment::Verdict;
use crate::rules::case::thresholds;
use crate::rules::case::thresholds::PARTIAL;
use crate::rules::finding::Remark;
use crate::text::Span;
use jiff::civil;
use std::ops::Range;

/// A sentence under judgement. All spans are bytes of its own text.
pub struct Scene<'a> {
    pub reading: &'a Reading,
    pub support: &'a Support,
    pub context: &'a Context,
    pub around: &'a Surroundings,
    pub lexicon: &'static Lexicon,
    /// The draft's own date.
    pub date: Option<civil::Date>,
    pub snapshot: &'a Snapshot,
}

/// What the rest of the draft makes of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Surroundings {
    /// The verdict of the evidence alone.
    pub verdict: Verdict,
    /// Whether it needs a source.
    pub is_claim: bool,
    /// Whether it states anything that a source may contradict; a view without a fact does, a question does
    /// not.
    pub is_statement: bool,
    /// Stretches inside quotation marks, which may have opened in another sentence.
    pub quoted: Vec<Span>,
    /// Stretches that are the text of a link.
    pub linked: Vec<Span>,
    /// What "about" allows, in thousandths of a number.
    pub about: u16,
    /// Speakers of quotations that are not the source's: the rules of quotations speak of those.
    pub judged_speakers: Vec<Span>,
}

impl Scene<'_> {
    /// Whether it needs a source and no passage of its own language carries it.
    pub(in crate::rules) fn is_unsourced(&self) -> bool {
        self.around.verdict == Verdict::Unsourced
            || self.around.verdict == Verdict::Partial && self.support.score < PARTIAL
    }

    /// Whether some source retells the claim well enough to be held against it.
    pub(in crate::rules) fn is_comparable(&self) -> bool {
        let topic = self.support.evidence.iter().map(|one| one.topic).fold(0.0, f64::max);
        self.around.is_statement
            && (self.support.score >= thresholds::COMPARABLE || topic >= thresholds::SAME_TOPIC)
    }

    /// Whether word `at` stands inside a quotation: somebody else's words, judged as such.
    pub(in crate::rules) fn is_quoted(&self, at: usize) -> bool {
        self.reading
            .words
            .get(at)
            .is_some_and(|word| self.around.quoted.iter().any(|span| span.overlaps(word.span)))
    }

    /// Whether word `at` is part of a link's text.
    pub(in crate::rules) fn is_linked(&self, at: usize) -> bool {
        self.reading
            .words
            .get(at)
            .is_some_and(|word| self.around.linked.iter().any(|span| span.overlaps(word.span)))
    }

    /// Whether any of a range of words does.
    pub(in crate::rules) fn touches_quotation(&self, words: &Range<usize>) -> bool {
        words.clone().any(|at| self.is_quoted(at))
    }

    /// Whether it is no sentence: a headline, or a page without a full stop. Nothing in those shows what is
    /// said of what.
    pub(in crate::rules) fn is_no_sentence(&self) -> bool {
        self.support.terms.len() > MOST_TERMS || self.is_headline()
    }

    /// Whether every telling word of the sentence begins with a capital: nothing shows which is a name, and
    /// little what is told.
    fn is_headline(&self) -> bool {
        let content = || self.reading.words.iter().filter(|word| !word.stop && !word.numeric && !word.sign);
        !self.lexicon.language.capital_nouns
            && content().count() >= HEADLINE_WORDS
            && content().all(|word| word.capital)
    }

    /// The sentence, as its values are held against passages.
    pub(in crate::rules) fn side(&self) -> Side<'_> {
        Side {
            reading: self.reading,
            terms: &self.support.terms,
            day: self.date,
            about: f64::from(self.around.about) / 1e3,
        }
    }

    /// The sentence and a passage, as what they state is compared; `skip` tells of words that are somebody else's.
    pub(in crate::rules) fn pair<'p>(
        &'p self,
        evidence: &'p Evidence,
        skip: &'p dyn Fn(usize) -> bool,
    ) -> Pair<'p> {
        Pair { reading: self.reading, evidence, all: &self.support.evidence, lexicon: self.lexicon, skip }
    }

    /// A finding about some words, no louder than a hint where they are quoted: the rules of quotations
    /// report what was changed there, and this one only names what it is.
    pub(in crate::rules) fn softened(&self, words: &Range<usize>, finding: Remark) -> Remark {
        if self.touches_quotation(words) {
            Remark { level: Level::Hint, fixes: Vec::new(), ..finding }
        } else {
            finding
        }
    }

    /// Whether the sentence and a passage count the same victims.
    pub(in crate::rules) fn is_same_toll(&self, candidate: &Candidate) -> bool {
        counts_same_victims(self.reading, &candidate.reading, candidate.lexicon)
    }

    /// The whole sentence.
    pub(in crate::rules) fn whole(&self) -> Span {
        Span::new(0, self.reading.text.len())
    }

    /// A range of its words as they read.
    pub(in crate::rules) fn printed(&self, words: &Range<usize>) -> &str {
        self.reading.span(words).of(&self.reading.text)
    }
}

/// The longest sentences of real articles have some sixty.
const MOST_TERMS: usize = 200;
/// A sentence of fewer telling words may be all names.
const HEADLINE_WORDS: usize = 3;
