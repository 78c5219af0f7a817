//! The case: a draft with everything the sources have on it, gathered once for all rules.

pub(super) mod assessment;
pub(super) mod exempt;
mod exemptions;
mod fact_signs;
pub(super) mod memory;
pub(super) mod quote_case;
pub(super) mod scene;
pub(super) mod thresholds;

use crate::config::{CitationScope, Config};
use crate::corpus::{Meta, Snapshot};
use crate::draft::Draft;
use crate::language::Lexicon;
use crate::matching::cited_sources::{Named, Names};
use crate::matching::evidence::acquaintance;
use crate::matching::quotations::reading::Quoted;
use crate::matching::quotations::window::Window;
use crate::matching::quotations::{places, reading, splice};
use crate::matching::{Candidate, Desk};
use crate::prose::Kind;
use crate::prose::quotations::quotation::{Part, Quotation};
use crate::rules::case::assessment::Assessment;
use crate::rules::case::memory::Recalled;
use crate::rules::case::quote_case::{FragmentCase, Located, QuoteCase, QuotedPart};
use crate::text::Span;
use rayon::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// What quotations are judged on: the draft with all its sentences' evidence.
pub struct Grounds<'a> {
    pub draft: &'a Draft,
    pub snapshot: &'a Snapshot,
    pub config: &'a Config,
    /// What each citation of the draft leads to.
    pub named: Vec<Named>,
    pub sentences: Vec<Assessment>,
}

/// Everything the rules read.
pub struct Case<'a> {
    pub grounds: Grounds<'a>,
    pub quotations: Vec<QuoteCase>,
}

impl<'a> Deref for Case<'a> {
    type Target = Grounds<'a>;

    fn deref(&self) -> &Grounds<'a> {
        &self.grounds
    }
}

impl<'a> Case<'a> {
    /// Gathers the evidence; what `recalled` has of it is not searched for again. `cancelled` is asked
    /// between sentences; a cancelled case is `None`.
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
        let grounds = Grounds { draft, snapshot: &desk.snapshot, config, named, sentences: sentences? };
        let judge = |n| {
            let located = located(draft, n, &grounds.sentences, recalled, desk)?;
            let outcome = grounds.judged(&located);
            Some(QuoteCase { located, outcome })
        };
        let quotations: Option<Vec<Option<QuoteCase>>> =
            (0..draft.quotations.len()).into_par_iter().map(|n| live(n).map(judge)).collect();
        let quotations = quotations?.into_iter().flatten().collect();
        Some(Self { grounds, quotations })
    }
}

impl Grounds<'_> {
    /// The quotation itself.
    pub fn quotation(&self, case: &Located) -> &Quotation {
        &self.draft.quotations[case.quotation]
    }

    /// Bytes of the file between a quotation's marks, first part to last.
    pub fn quote_span(&self, case: &Located) -> Span {
        let spans = self
            .quotation(case)
            .parts
            .iter()
            .map(|part| self.draft.blocks[part.block].text.to_file(part.inner));
        spans.reduce(Span::join).unwrap_or_default()
    }

    /// Bytes of the file between the marks of some parts of a quotation, by their numbers, first to last.
    pub(super) fn parts_span(&self, case: &Located, parts: impl Iterator<Item = usize>) -> Span {
        let whole = |part: usize| {
            let place = self.quotation(case).parts[part];
            self.draft.blocks[place.block].text.to_file(place.inner)
        };
        parts.map(whole).reduce(Span::join).unwrap_or_default()
    }
}

/// The sources that a sentence cites, and what it cites that is not saved. `named` has what each citation
/// leads to.
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

fn located(
    draft: &Draft,
    n: usize,
    sentences: &[Assessment],
    recalled: &Recalled<'_>,
    desk: &Desk,
) -> Option<Located> {
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
    (words > 0).then_some(Located { quotation: n, sentence, parts, words })
}

/// Whether what stands in quotation marks is a title: a source's own, or, in a note, one that ends no
/// sentence (Q7).
fn is_title(draft: &Draft, part: Part, desk: &Desk) -> bool {
    let block = &draft.blocks[part.block];
    let text = part.inner.of(block.text.text()).trim();
    let ends = text.ends_with(['.', '!', '?', '…']);
    matches!(block.kind, Kind::Note(_)) && !ends
        || desk.snapshot.by_title(text.trim_end_matches(['.', ','])).is_some()
}

/// Looks for a quotation, given as the text of its parts, in the whole corpus and around the passages `near`
/// its sentence. Depends on nothing else of the draft.
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

/// Places where every fragment is looked for: around the sentence's own evidence, so that a word or two are
/// found in the passage the sentence retells; and, for a quotation in pieces, widely around the longest
/// piece.
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
