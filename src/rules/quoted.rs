//! What the sources have on a quotation: the one judgement that the rules of quotations share.

use super::Case;
use super::case::{FragmentCase, QuoteCase, QuotedPart};
use crate::matching::Candidate;
use crate::matching::edits::EditKind;
use crate::matching::quotation::{Place, Token};
use crate::matching::splice::Splice;
use crate::prose::names::{key_words, same_person};
use crate::text::Span;
use std::sync::Arc;

/// How a quotation stands to the sources.
pub(super) enum Outcome<'c> {
    /// A title, a coined term, an expression: nobody is quoted (Q7).
    NotSpeech,
    /// Word for word, fragment by fragment; the places chosen are in one source and in order.
    Exact(Vec<&'c Place>),
    /// Close to a passage, with differences.
    Altered(Vec<Altered<'c>>),
    /// Made of pieces that stand apart.
    Spliced(Pieces<'c>),
    /// Nothing near.
    Nothing,
}

/// One fragment with its differences; exact fragments of an altered quotation have none.
pub(super) struct Altered<'c> {
    pub part: usize,
    pub fragment: &'c [Token],
    pub place: &'c Place,
}

/// Two pieces of a quotation and where each stands.
pub(super) struct Pieces<'c> {
    pub first: &'c Place,
    pub second: &'c Place,
    /// Bytes of the part's inner text where the second piece begins, if the cut is inside one part.
    pub cut: Option<(usize, u32)>,
}

/// A quotation is near a passage when this share of its words stands there; settled on printed quotations and their
/// transcripts, where labelled alterations keep at least this much and chance resemblance stays below.
const NEAR: f64 = 0.55;
/// Up to this many words must match exactly: short strings resemble anything.
const SHORT: usize = 3;
/// A passage that shares this much of a sentence is what the sentence retells.
const RETOLD: f64 = 0.55;
/// A gap this wide joins two statements rather than dropping a word.
const GAP: usize = 6;

impl Case<'_> {
    /// Judges one quotation.
    pub(super) fn outcome<'c>(&'c self, quote: &'c QuoteCase) -> Outcome<'c> {
        if !self.is_speech(quote) {
            return Outcome::NotSpeech;
        }
        let all: Vec<(usize, &QuotedPart, usize, &FragmentCase)> = quote
            .parts
            .iter()
            .enumerate()
            .flat_map(|(n, part)| part.fragments.iter().enumerate().map(move |(f, fragment)| (n, part, f, fragment)))
            .collect();
        if all.iter().all(|(_, _, _, fragment)| !fragment.exact.is_empty()) {
            let fragments: Vec<&FragmentCase> = all.iter().map(|(_, _, _, fragment)| *fragment).collect();
            return chain(&fragments);
        }
        let mut altered = Vec::new();
        for (part, quoted, f, fragment) in &all {
            let tokens = quoted.quoted.fragments[*f].as_slice();
            let Some(place) = fragment.exact.first().or_else(|| fragment.nearest.first()) else { return Outcome::Nothing };
            let near =
                place.kept(tokens) >= NEAR && (tokens.len() > SHORT || place.edits.iter().all(|edit| edit.kind <= EditKind::NumberStyle));
            let leap = place.edits.iter().any(|edit| edit.source.len() >= GAP && edit.quoted.is_empty());
            if let Some(splice) = fragment.splice.as_ref().filter(|splice| !near || leap || is_apart(splice)) {
                let cut = tokens.get(splice.cut).map(|token| (*part, token.word.span.start));
                return Outcome::Spliced(Pieces { first: &splice.first, second: &splice.second, cut });
            }
            if !near && let Some(place) = self.retold(quote, fragment) {
                altered.push(Altered { part: *part, fragment: tokens, place });
                continue;
            }
            if !near {
                return Outcome::Nothing;
            }
            altered.push(Altered { part: *part, fragment: tokens, place });
        }
        altered.retain(|one| !one.place.edits.is_empty());
        if altered.is_empty() {
            Outcome::Exact(
                all.iter().filter_map(|(_, _, _, fragment)| fragment.exact.first().or_else(|| fragment.nearest.first())).collect(),
            )
        } else {
            Outcome::Altered(altered)
        }
    }

    /// Whether somebody is quoted at all (Q7).
    fn is_speech(&self, quote: &QuoteCase) -> bool {
        let quotation = self.quotation(quote);
        let words: Vec<&Token> = quote.parts.iter().flat_map(|part| part.quoted.fragments.iter().flatten()).collect();
        if quotation.block {
            return true;
        }
        if matches!(self.draft.kind(quote.sentence), crate::prose::Kind::Heading(_)) {
            return false;
        }
        if quotation.speaker.is_some() {
            return true;
        }
        let titled = words.iter().filter(|token| !token.word.stop).all(|token| token.word.capital || token.word.numeric);
        let retold = || {
            quote.words <= SHORT
                && quote
                    .parts
                    .iter()
                    .flat_map(|part| &part.fragments)
                    .any(|fragment| fragment.exact.is_empty() && self.retold(quote, fragment).is_some())
        };
        quote.words > SHORT && !titled || retold()
    }

    /// For a word or two: the quoted words of the very passage that the draft's sentence retells, if half of them agree.
    fn retold<'c>(&self, quote: &QuoteCase, fragment: &'c FragmentCase) -> Option<&'c Place> {
        let evidence = &self.sentences[quote.sentence].support.evidence;
        let tells = |place: &&Place| {
            let Some((candidate, span)) = place.origin() else { return false };
            let retold = evidence.iter().any(|one| one.candidate.id == candidate.id && one.topic >= RETOLD);
            let changed: usize = place.edits.iter().map(|edit| edit.quoted.len()).sum();
            retold
                && quote.words <= SHORT
                && changed * 2 <= quote.words
                && candidate.passage.quoted.iter().any(|quoted| quoted.span.overlaps(span))
        };
        fragment.nearest.iter().find(tells)
    }

    /// Who the draft says speaks, where it names them itself and at this place.
    pub(super) fn named_speaker(&self, quote: &QuoteCase) -> Option<&str> {
        let speaker = self.quotation(quote).speaker.as_ref()?;
        (!speaker.by_pronoun).then_some(speaker.name.as_str())
    }

    /// Bytes of the draft's file for bytes of a part's inner text.
    pub(super) fn part_span(&self, quote: &QuoteCase, part: usize, span: Span) -> Span {
        let place = self.quotation(quote).parts[part];
        self.draft.blocks[place.block].text.to_file(Span { start: place.inner.start + span.start, end: place.inner.start + span.end })
    }

    /// Whether two names may be one person in the draft's language.
    pub(super) fn same_person(&self, a: &str, b: &str) -> bool {
        same_person(a, b, self.draft.lexicon)
    }

    /// Whether a source's label names a person at all.
    pub(super) fn is_person(&self, label: &str) -> bool {
        let words = key_words(label, self.draft.lexicon);
        !words.is_empty() && !words.iter().any(|word| ANONYMOUS.contains(&word.as_str()))
    }
}

/// Labels of transcripts that name nobody.
const ANONYMOUS: [&str; 12] = [
    "unidentified",
    "unknown",
    "question",
    "audience",
    "moderator",
    "reporter",
    "male",
    "female",
    "announcer",
    "narrator",
    "protester",
    "crowd",
];

/// Two pieces that do not follow each other within a few words.
fn is_apart(splice: &Splice) -> bool {
    match (splice.first.origin(), splice.second.origin()) {
        (Some((a, _)), Some((b, _))) => a.source.path != b.source.path || a.position.abs_diff(b.position) > 0,
        _ => false,
    }
}

/// Chooses a place for each fragment in one source and in order; where there is none, the pieces stand apart (E5, E19).
fn chain<'c>(fragments: &[&'c FragmentCase]) -> Outcome<'c> {
    let key = |place: &Place| place.origin().map(|(candidate, span)| (Arc::clone(candidate), span.start));
    let Some((first, rest)) = fragments.split_first() else { return Outcome::Nothing };
    for start in &first.exact {
        let mut chosen = vec![start];
        for fragment in rest {
            let after = chosen.last().and_then(|place| key(place));
            let next = fragment.exact.iter().find(|place| matches!((&after, key(place)), (Some((a, at)), Some((b, to))) if a.source.path == b.source.path && (b.position, to) > (a.position, *at)));
            match next {
                Some(place) => chosen.push(place),
                None => break,
            }
        }
        if chosen.len() == fragments.len() {
            return Outcome::Exact(chosen);
        }
    }
    match (first.exact.first(), rest.iter().find_map(|fragment| fragment.exact.first())) {
        (Some(first), Some(second)) => Outcome::Spliced(Pieces { first, second, cut: None }),
        (Some(first), None) => Outcome::Exact(vec![first]),
        _ => Outcome::Nothing,
    }
}

/// The passages that a place covers, with the words of it marked.
pub(super) fn proofs(place: &Place, score: f64) -> Vec<super::Proof> {
    let mut found: Vec<super::Proof> = Vec::new();
    for at in place.from..place.to.min(place.window.len()) {
        let (candidate, span): (&Arc<Candidate>, Span) = place.window.place(at);
        match found.last_mut().filter(|last| Arc::ptr_eq(&last.candidate, candidate)) {
            Some(last) => last.marked[0] = last.marked[0].join(span),
            None => found.push(super::Proof::marking(candidate, score, span)),
        }
    }
    found
}
