//! The case: a draft with everything the sources have on it, gathered once for all rules.

pub(crate) mod exemptions;
pub(crate) mod fact_signs;
pub(crate) mod memory;
pub(crate) mod scene;

use crate::config::{CitationScope, Config};
use crate::corpus::{Meta, Snapshot};
use crate::draft::Draft;
use crate::language::Lexicon;
use crate::matching::cited_sources::{Named, Names};
use crate::matching::evidence::Evidence;
use crate::matching::evidence::acquaintance;
use crate::matching::evidence::independence;
use crate::matching::evidence::support::Support;
use crate::matching::quotations::fit::Place;
use crate::matching::quotations::places;
use crate::matching::quotations::reading;
use crate::matching::quotations::reading::Quoted;
use crate::matching::quotations::splice;
use crate::matching::quotations::splice::Splice;
use crate::matching::quotations::window::Window;
use crate::matching::{Candidate, Desk};
use crate::prose::Kind;
use crate::prose::context::Context;
use crate::prose::figures::ABOUT;
use crate::prose::quotations::{Part, Quotation};

use crate::rules::case::exemptions::Exempt;
use crate::rules::case::memory::Recalled;
use crate::rules::case::scene::{Scene, Surroundings};
use crate::rules::finding::Finding;
use crate::rules::quotations::judgement::Outcome;
use crate::text::Span;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// What the evidence says of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Supported,
    Partial,
    Unsourced,
    Conflicting,
    /// Its cited source is not saved.
    Unchecked,
    /// Needs no source.
    Exempt,
}

/// One sentence and what the corpus has on it.
#[derive(Debug)]
pub struct Assessment {
    pub support: Arc<Support>,
    /// What the sentences before it speak of, as far as the sources know it.
    pub context: Context,
    /// Why it needs no source, if it needs none.
    pub exempt: Option<Exempt>,
    /// What it cites and nobody saved.
    pub unsaved: Vec<String>,
    /// The sources that it cites.
    pub cited: Vec<Arc<Meta>>,
}

/// One quotation and the best places for it.
#[derive(Debug)]
pub struct QuoteCase {
    /// Index into the draft's quotations.
    pub quotation: usize,
    /// Index of the sentence it begins in.
    pub sentence: usize,
    /// One entry a part of the quotation.
    pub parts: Arc<[QuotedPart]>,
    /// Words in all.
    pub words: usize,
    /// What the sources have on it.
    pub outcome: Outcome,
}

impl QuoteCase {
    /// Whether the writer marks a cut or a change in it.
    pub(super) fn is_marked(&self) -> bool {
        self.parts.iter().any(|part| part.quoted.is_marked())
    }
}

/// The words in one paragraph, fragment by fragment.
#[derive(Debug)]
pub struct QuotedPart {
    pub quoted: Quoted,
    /// The inner text that `quoted` was read from.
    pub text: String,
    pub fragments: Vec<FragmentCase>,
}

/// One fragment: its exact places, else its nearest ones, best first.
#[derive(Debug)]
pub struct FragmentCase {
    pub exact: Vec<Place>,
    pub nearest: Vec<Place>,
    pub splice: Option<Splice>,
    /// Where other sources have much of the same words, beside the exact ones.
    pub variants: Vec<Place>,
}

impl FragmentCase {
    /// The places that have much of the words and not all.
    pub(super) fn otherwise(&self) -> impl Iterator<Item = &Place> {
        self.nearest.iter().chain(&self.variants)
    }
}

/// Everything the rules read.
pub struct Case<'a> {
    pub draft: &'a Draft,
    pub snapshot: &'a Snapshot,
    pub config: &'a Config,
    /// What each citation of the draft leads to.
    pub named: Vec<Named>,
    pub sentences: Vec<Assessment>,
    pub quotations: Vec<QuoteCase>,
}

impl<'a> Case<'a> {
    /// Gathers the evidence; what `recalled` has of it is not searched for again. `cancelled` is asked between sentences; a
    /// cancelled case is `None`.
    pub fn gather(
        draft: &'a Draft,
        desk: &'a Desk,
        config: &'a Config,
        recalled: &Recalled<'_>,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let live = |n| (!cancelled()).then_some(n);
        let named = Names::of(draft, &desk.snapshot).resolve_all();
        let assess = |n| {
            let (cited, unsaved) = cited(draft, n, &named, config.citation_scope);
            let context = acquaintance::known(&draft.contexts[n], desk);
            let support = recalled.support(&draft.readings[n], &context, draft.date, desk);
            Assessment { support, context, exempt: exemptions::exempt(draft, n, config), unsaved, cited }
        };
        let sentences: Option<Vec<Assessment>> =
            (0..draft.sentences.len()).into_par_iter().map(|n| live(n).map(&assess)).collect();
        let sentences = sentences?;
        let quotations: Option<Vec<Option<QuoteCase>>> = (0..draft.quotations.len())
            .into_par_iter()
            .map(|n| live(n).map(|n| quote_case(draft, n, &sentences, recalled, desk)))
            .collect();
        let quotations = quotations?.into_iter().flatten().collect();
        let mut case = Self { draft, snapshot: &desk.snapshot, config, named, sentences, quotations };
        let outcomes: Vec<Outcome> = case.quotations.par_iter().map(|quote| case.judged(quote)).collect();
        for (quote, outcome) in case.quotations.iter_mut().zip(outcomes) {
            quote.outcome = outcome;
        }
        Some(case)
    }

    /// The quotation itself.
    pub fn quotation(&self, case: &QuoteCase) -> &Quotation {
        &self.draft.quotations[case.quotation]
    }

    /// Bytes of the file between a quotation's marks, first part to last.
    pub fn quote_span(&self, case: &QuoteCase) -> Span {
        let spans = self
            .quotation(case)
            .parts
            .iter()
            .map(|part| self.draft.blocks[part.block].text.to_file(part.inner));
        spans.reduce(Span::join).unwrap_or_default()
    }

    /// Bytes of the file between the marks of some parts of a quotation, by their numbers, first to last.
    pub(super) fn parts_span(&self, case: &QuoteCase, parts: impl Iterator<Item = usize>) -> Span {
        let whole = |part: usize| {
            let place = self.quotation(case).parts[part];
            self.draft.blocks[place.block].text.to_file(place.inner)
        };
        parts.map(whole).reduce(Span::join).unwrap_or_default()
    }

    /// What the rules of sentences say of each sentence, in the order of the draft; judged again only where the scene changed.
    pub fn remarks(&self, recalled: &Recalled<'_>) -> Vec<Finding> {
        let speakers = self.judged_speakers();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 500")]
        let about = (self.config.about.unwrap_or(ABOUT) * 1e3).round() as u16;
        let remark = |(n, assessment): (usize, &Assessment)| {
            let sentence = &self.draft.sentences[n];
            let of_sentence =
                |(block, span): &(usize, Span)| *block == sentence.block && span.overlaps(sentence.span);
            let within = |span: Span| Span {
                start: span.start.max(sentence.span.start) - sentence.span.start,
                end: span.end.min(sentence.span.end) - sentence.span.start,
            };
            let all_within = |spans: &[(usize, Span)]| {
                spans.iter().filter(|span| of_sentence(span)).map(|(_, span)| within(*span)).collect()
            };
            let around = Surroundings {
                about,
                verdict: assessment.verdict(),
                is_claim: assessment.exempt.is_none(),
                is_statement: assessment.exempt.is_none_or(Exempt::is_statement),
                linked: all_within(&self.draft.link_texts),
                quoted: self.draft.quoted_spans(n).to_vec(),
                judged_speakers: all_within(&speakers),
            };
            let scene = Scene {
                reading: &self.draft.readings[n],
                support: &assessment.support,
                context: &assessment.context,
                around: &around,
                lexicon: self.draft.lexicon,
                date: self.draft.date,
                snapshot: self.snapshot,
            };
            let found = recalled.remarks(&scene, || crate::rules::judge(&scene));
            found
                .iter()
                .map(|finding| {
                    finding
                        .clone()
                        .placed(&scene.reading.text, &self.draft.text, |span| self.draft.file_span(n, span))
                })
                .collect::<Vec<_>>()
        };
        self.sentences.par_iter().enumerate().flat_map_iter(remark).collect()
    }

    /// Where speakers are named of whom the rules of quotations speak: the words are not the source's, or it gives them to
    /// somebody else.
    fn judged_speakers(&self) -> Vec<(usize, Span)> {
        let to_another = |quote: &QuoteCase| {
            let speakers = quote.outcome.laid().iter().filter_map(|one| one.place.speaker());
            self.named_speaker(quote)
                .is_some_and(|named| speakers.into_iter().any(|speaker| !self.same_person(named, speaker)))
        };
        let judged = self.quotations.iter().filter(|quote| !quote.outcome.is_exact() || to_another(quote));
        judged.filter_map(|quote| self.quotation(quote).speaker.as_ref()?.place).collect()
    }
}

/// The sources that a sentence cites, and what it cites that is not saved. `named` has what each citation leads to.
fn cited(draft: &Draft, n: usize, named: &[Named], scope: CitationScope) -> (Vec<Arc<Meta>>, Vec<String>) {
    let (mut saved, mut missing) = (Vec::new(), Vec::new());
    for (citation, named) in
        draft.citations.iter().zip(named).filter(|(citation, _)| draft.covers(citation, n, scope))
    {
        match named {
            Named::Saved(source) => saved.push(Arc::clone(source)),
            Named::Unsaved(name) => missing.push(name.clone()),
            Named::Unknown => missing.extend(citation.target.shown().map(str::to_owned)),
            Named::Nothing => {}
        }
    }
    (saved, missing)
}

fn quote_case(
    draft: &Draft,
    n: usize,
    sentences: &[Assessment],
    recalled: &Recalled<'_>,
    desk: &Desk,
) -> Option<QuoteCase> {
    let quotation = &draft.quotations[n];
    let first = quotation.parts.first()?;
    if quotation.nested {
        return None;
    }
    let sentence = draft.sentence_at(first.block, first.inner.start)?;
    if let [only] = quotation.parts.as_slice()
        && is_title(draft, *only, desk)
    {
        return None;
    }
    let texts = quotation
        .parts
        .iter()
        .map(|part| part.inner.of(draft.blocks[part.block].text.text()).to_owned())
        .collect();
    let near: Vec<&Arc<Candidate>> =
        sentences[sentence].support.evidence.iter().take(SHARED_EVIDENCE).map(|one| &one.candidate).collect();
    let parts =
        recalled.quotation(texts, draft.lexicon, &near, |texts| locate(texts, draft.lexicon, &near, desk));
    let words = parts.iter().map(|part| part.quoted.len()).sum();
    (words > 0).then_some(QuoteCase { quotation: n, sentence, parts, words, outcome: Outcome::NotSpeech })
}

/// Whether what stands in quotation marks is a title: a source's own, or, in a note, one that ends no sentence (Q7).
fn is_title(draft: &Draft, part: Part, desk: &Desk) -> bool {
    let block = &draft.blocks[part.block];
    let text = part.inner.of(block.text.text()).trim();
    let ends = text.ends_with(['.', '!', '?', '…']);
    matches!(block.kind, Kind::Note(_)) && !ends
        || desk.snapshot.by_title(text.trim_end_matches(['.', ','])).is_some()
}

/// Looks for a quotation, given as the text of its parts, in the whole corpus and around the passages `near` its sentence.
/// Depends on nothing else of the draft.
fn locate(
    texts: &[String],
    lexicon: &'static Lexicon,
    near: &[&Arc<Candidate>],
    desk: &Desk,
) -> Vec<QuotedPart> {
    let read: Vec<Quoted> = texts.iter().map(|text| reading::read(text, lexicon)).collect();
    let shared = shared_windows(&read, near, desk);
    let part = |(text, quoted): (&String, Quoted)| {
        let fragments =
            quoted.fragments.iter().map(|fragment| fragment_case(fragment, &shared, desk, lexicon)).collect();
        QuotedPart { quoted, text: text.clone(), fragments }
    };
    texts.iter().zip(read).map(part).collect()
}

/// Places where every fragment is looked for: around the sentence's own evidence, so that a word or two are found in
/// the passage the sentence retells; and, for a quotation in pieces, widely around the longest piece.
fn shared_windows(read: &[Quoted], near: &[&Arc<Candidate>], desk: &Desk) -> Vec<Arc<Window>> {
    let mut shared: Vec<Arc<Window>> =
        near.iter().map(|candidate| Arc::new(Window::around(candidate, SHARED_REACH, desk))).collect();
    let fragments: Vec<&Vec<reading::Token>> = read.iter().flat_map(|quoted| &quoted.fragments).collect();
    if let Some(longest) =
        fragments.iter().max_by_key(|fragment| fragment.len()).filter(|_| fragments.len() > 1)
    {
        let windows = places::windows(longest, desk);
        let exact = places::exact(longest, &windows);
        let places = if exact.is_empty() {
            places::nearest(longest, &windows, crate::language::default())
        } else {
            exact
        };
        let anchors = places.iter().take(SHARED_EVIDENCE).filter_map(|place| place.origin());
        shared.extend(anchors.map(|(candidate, _)| Arc::new(Window::around(candidate, ELIDED_REACH, desk))));
    }
    shared
}

/// Passages of a sentence's evidence around which its quotations are looked for, and words on either side.
const SHARED_EVIDENCE: usize = 3;
const SHARED_REACH: usize = 20;
/// Words that an honest ellipsis may leave out on either side of the longest piece.
const ELIDED_REACH: usize = 250;

fn fragment_case(
    fragment: &[reading::Token],
    shared: &[Arc<Window>],
    desk: &Desk,
    lexicon: &Lexicon,
) -> FragmentCase {
    let windows: Vec<Arc<Window>> = shared.iter().cloned().chain(places::windows(fragment, desk)).collect();
    let exact = places::exact(fragment, &windows);
    if !exact.is_empty() {
        let variants = places::variants(fragment, &windows, &exact, lexicon);
        return FragmentCase { exact, nearest: Vec::new(), splice: None, variants };
    }
    let nearest = places::nearest(fragment, &windows, lexicon);
    FragmentCase { exact, splice: splice::find(fragment, &windows), variants: Vec::new(), nearest }
}

/// Score from which a sentence counts as sourced, and from which partly; tuned on claims with and without their pages.
const SUPPORTED: f64 = 0.6;
pub(super) const PARTIAL: f64 = 0.43;
/// A passage that carries this much of what the best does carries the sentence, too.
const AS_GOOD: f64 = 0.75;
/// A sentence of so few telling words is called unsourced only when hardly any of them is carried.
const FEW_TERMS: usize = 4;
const FEW_LEAST: f64 = 0.25;

impl Assessment {
    /// The best passage of each source that carries the sentence.
    pub fn carrying(&self) -> Vec<&Evidence> {
        let best = self.support.evidence.first().map_or(0.0, |one| one.score);
        let carries =
            |one: &&Evidence| one.score >= PARTIAL.max(best * AS_GOOD) && !one.candidate.passage.heading;
        let mut seen: FxHashSet<String> = FxHashSet::default();
        self.support
            .evidence
            .iter()
            .filter(carries)
            .filter(|one| seen.insert(one.candidate.source.key.clone()))
            .collect()
    }

    /// The same by the story that they go back to; each group holds indices of [`Self::carrying`].
    pub fn independent(&self) -> Vec<Vec<usize>> {
        if self.support.score < PARTIAL { Vec::new() } else { independence::groups(&self.carrying()) }
    }

    /// Whether the best passage lacks a figure or a date of the sentence.
    fn lacks_value(&self) -> bool {
        let best = self.support.evidence.first();
        best.is_none_or(|best| {
            self.support.terms.iter().zip(&best.hits).any(|(term, hit)| term.value && *hit == 0.0)
        })
    }

    /// The verdict of the evidence alone; a conflict that a rule finds goes before it.
    pub fn verdict(&self) -> Verdict {
        // What a source carries is sourced, whether or not it needs to be.
        let least = if self.exempt.is_none_or(Exempt::is_statement) { PARTIAL } else { f64::INFINITY };
        if self.exempt.is_some() && self.support.score < least {
            Verdict::Exempt
        } else if self.support.score >= SUPPORTED {
            Verdict::Supported
        } else if self.support.score >= PARTIAL {
            Verdict::Partial
        } else if !self.unsaved.is_empty() {
            Verdict::Unchecked
        } else if self.support.translation.is_some() {
            Verdict::Partial
        } else if self.support.terms.len() <= FEW_TERMS
            && self.support.score >= FEW_LEAST
            && !self.lacks_value()
        {
            // "Seoul is worried, too": so few words prove nothing either way.
            Verdict::Partial
        } else {
            Verdict::Unsourced
        }
    }
}
