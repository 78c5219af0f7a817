//! What the sources have on a quotation: the one judgement that the rules of quotations share.

use crate::language::anywhere::UNNAMED_SPEAKERS;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::quotations::edits::EditKind;
use crate::matching::quotations::fit::Place;
use crate::matching::quotations::joint_places::{Bond, course};
use crate::matching::quotations::reading::Token;
use crate::matching::quotations::splice::Splice;
use crate::prose::names::{key_words, same_person};
use crate::prose::quotations::quotation::Quotation;
use crate::rules::case::Grounds;
use crate::rules::case::quote_case::{FragmentCase, Laid, Located, Outcome, Pieces, QuotedPart};
use crate::rules::finding::Proof;
use crate::rules::quotations::thresholds;
use crate::text::Span;
use crate::text::fold::fold;
use std::sync::Arc;

/// Up to this many words must match exactly: short strings resemble anything.
const SHORT: usize = 3;
/// Up to this many must stand in words by or about the speaker: they stand everywhere (Q7).
const BARE: usize = 2;
/// A term or a title has no more words.
const TERM: usize = 6;
/// A gap this wide joins two statements rather than dropping a word.
const GAP: usize = 6;
/// Places of one fragment among which the course is chosen.
const OPTIONS: usize = 24;

impl Grounds<'_> {
    /// Judges one quotation.
    pub(in crate::rules) fn judged(&self, quote: &Located) -> Outcome {
        if !self.is_speech(quote) {
            return Outcome::NotSpeech;
        }
        let mut slots: Vec<(usize, usize)> = Vec::new();
        let mut options: Vec<Vec<&Place>> = Vec::new();
        for (part, quoted) in quote.parts.iter().enumerate() {
            for (n, fragment) in quoted.fragments.iter().enumerate() {
                let tokens = quoted.quoted.fragments[n].as_slice();
                match self.options(quote, tokens, fragment) {
                    Ok(places) if places.is_empty() => return Outcome::Nothing,
                    Ok(places) => {
                        slots.push((part, n));
                        options.push(places);
                    }
                    Err((first, second, cut)) => {
                        let cut = tokens.get(cut).map(|token| (part, token.word.span.start));
                        return Outcome::Spliced(Pieces {
                            first: first.clone(),
                            second: second.clone(),
                            cut,
                        });
                    }
                }
            }
        }
        let bonds: Vec<Bond> =
            slots.windows(2).map(|pair| bond(&quote.parts, pair[0].0, pair[1].0)).collect();
        let named = self.named_speaker(quote);
        let cited = &self.sentences[quote.sentence].cited;
        let dislike = |place: &Place| {
            let other = named.zip(place.speaker()).is_some_and(|(a, b)| !self.same_person(a, b));
            let uncited = !cited.is_empty()
                && place.origin().is_some_and(|(candidate, _)| {
                    !cited.iter().any(|source| source.path == candidate.source.path)
                });
            f64::from(u8::from(other) + u8::from(uncited)) * thresholds::OTHER_SPEAKER
        };
        let chosen = course(&options, &bonds, &dislike);
        let bonds = std::iter::once(Bond::Elided).chain(bonds);
        let places = options.iter().zip(chosen).map(|(options, at)| options[at].clone());
        let laid = slots.into_iter().zip(places).zip(bonds).map(|(((part, fragment), place), bond)| Laid {
            part,
            fragment,
            place,
            bond,
        });
        Outcome::Found(laid.collect())
    }

    /// The places that a fragment may have; else the two pieces it is made of, and the word where the second
    /// begins.
    fn options<'p>(
        &self,
        quote: &Located,
        tokens: &[Token],
        fragment: &'p FragmentCase,
    ) -> Result<Vec<&'p Place>, (&'p Place, &'p Place, usize)> {
        if !fragment.exact.is_empty() {
            let known = |place: &&Place| quote.words > BARE || self.tells_of_speaker(quote, place);
            let told: Vec<&Place> = fragment.exact.iter().filter(known).take(OPTIONS).collect();
            return Ok(told);
        }
        let near = |place: &&Place| {
            place.kept(tokens) >= thresholds::NEAR
                && (tokens.len() > SHORT || place.edits.iter().all(|edit| edit.kind <= EditKind::NumberStyle))
                && (is_telling(tokens, place) || self.is_of_speech(quote, place))
        };
        let options: Vec<&Place> = fragment.nearest.iter().filter(near).take(OPTIONS).collect();
        let leap =
            |place: &Place| place.edits.iter().any(|edit| edit.source.len() >= GAP && edit.quoted.is_empty());
        let worse = |splice: &&Splice| {
            options
                .first()
                .is_none_or(|best| leap(best) || is_apart(splice) && best.cost > thresholds::JOINED)
        };
        if let Some(splice) = fragment.splice.as_ref().filter(worse) {
            return Err((&splice.first, &splice.second, splice.cut));
        }
        if options.is_empty() {
            return Ok(self.retold(quote, fragment).into_iter().collect());
        }
        Ok(options)
    }

    /// Whether a place of a word or two is by or about the one who is quoted, or in what the sentence
    /// retells.
    fn tells_of_speaker(&self, quote: &Located, place: &Place) -> bool {
        let Some(named) = self.quotation(quote).speaker.as_ref().map(|speaker| speaker.name.as_str()) else {
            return true;
        };
        if self.tells_same(quote, place, thresholds::RETOLD)
            || place.speaker().is_some_and(|speaker| self.same_person(named, speaker))
        {
            return true;
        }
        place.window.passages.iter().any(|passage| {
            let reading = &passage.reading;
            reading.names().iter().any(|name| {
                self.same_person(named, reading.span(&(name.bare..name.words.end)).of(&reading.text))
            })
        })
    }

    /// Whether a place is by or about the one who is quoted, or in a source that the sentence retells.
    fn is_of_speech(&self, quote: &Located, place: &Place) -> bool {
        let named = self.quotation(quote).speaker.is_some();
        let evidence = &self.sentences[quote.sentence].support.evidence;
        let is_retold = place.origin().is_some_and(|(candidate, _)| {
            let of_source = |one: &Evidence| one.candidate.source.path == candidate.source.path;
            evidence.iter().any(|one| of_source(one) && one.topic >= thresholds::SAME_SPEECH)
        });
        is_retold || named && self.tells_of_speaker(quote, place)
    }

    /// Whether a place stands in a passage that shares this much of the quotation's sentence.
    pub(super) fn tells_same(&self, quote: &Located, place: &Place, share: f64) -> bool {
        let evidence = &self.sentences[quote.sentence].support.evidence;
        place.origin().is_some_and(|(candidate, _)| {
            evidence.iter().any(|one| one.candidate.id == candidate.id && one.topic >= share)
        })
    }

    /// Whether somebody is quoted at all (Q7).
    fn is_speech(&self, quote: &Located) -> bool {
        let quotation = self.quotation(quote);
        let words: Vec<&Token> =
            quote.parts.iter().flat_map(|part| part.quoted.fragments.iter().flatten()).collect();
        if quotation.block {
            return true;
        }
        if matches!(self.draft.kind(quote.sentence), crate::prose::Kind::Heading(_)) {
            return false;
        }
        if quote.words <= TERM && self.is_coined(quotation) {
            return false;
        }
        if quotation.speaker.is_some() {
            return true;
        }
        let titled = words
            .iter()
            .filter(|token| !token.word.stop)
            .all(|token| token.word.capital || token.word.numeric);
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

    /// Whether the words before the marks make it a term or a title: "the so-called".
    fn is_coined(&self, quotation: &Quotation) -> bool {
        let Some(part) = quotation.parts.first() else { return false };
        let before = &self.draft.blocks[part.block].text.text()[..part.outer.start as usize];
        let words: Vec<String> = before
            .rsplit(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(3)
            .map(fold)
            .collect();
        let words: Vec<&str> = words.iter().rev().map(String::as_str).collect();
        self.draft.lexicon.coins(&words)
    }

    /// For a word or two: the quoted words of the very passage that the draft's sentence retells, if half of
    /// them agree.
    fn retold<'p>(&self, quote: &Located, fragment: &'p FragmentCase) -> Option<&'p Place> {
        let tells = |place: &&Place| {
            let Some((candidate, span)) = place.origin() else { return false };
            let changed: usize = place.edits.iter().map(|edit| edit.quoted.len()).sum();
            quote.words <= SHORT
                && changed * 2 <= quote.words
                && candidate.passage.quotes(span)
                && self.tells_same(quote, place, thresholds::RETOLD)
        };
        fragment.nearest.iter().find(tells)
    }

    /// Who the draft says speaks, where it names them itself and at this place.
    pub fn named_speaker(&self, quote: &Located) -> Option<&str> {
        let speaker = self.quotation(quote).speaker.as_ref()?;
        (!speaker.by_pronoun).then_some(speaker.name.as_str())
    }

    /// Bytes of the draft's file for bytes of a part's inner text.
    pub(super) fn part_span(&self, quote: &Located, part: usize, span: Span) -> Span {
        let place = self.quotation(quote).parts[part];
        self.draft.blocks[place.block]
            .text
            .to_file(Span { start: place.inner.start + span.start, end: place.inner.start + span.end })
    }

    /// Whether two names may be one person in the draft's language.
    pub fn same_person(&self, a: &str, b: &str) -> bool {
        same_person(a, b, self.draft.lexicon)
    }

    /// Whether a source's label names a person at all.
    pub(super) fn is_person(&self, label: &str) -> bool {
        let words = key_words(label, self.draft.lexicon);
        !words.is_empty() && !words.iter().any(|word| UNNAMED_SPEAKERS.contains(&word.as_str()))
    }
}

/// Whether a place has too much of a quotation to be like it by chance: only little words differ, or so many with meaning are kept.
fn is_telling(tokens: &[Token], place: &Place) -> bool {
    let changed = |at: usize| place.edits.iter().any(|edit| edit.quoted.contains(&at));
    let kept = tokens.iter().enumerate().filter(|(at, token)| !token.word.stop && !changed(*at)).count();
    place.gravest().is_none_or(|kind| kind < EditKind::Content) || kept >= KEPT
}

/// "On international law", "false or misleading": two or three words with meaning are in many mouths.
const KEPT: usize = 4;

/// How the first fragment of one part, or the next of the same, follows the one before.
pub(in crate::rules) fn bond(parts: &[QuotedPart], before: usize, after: usize) -> Bond {
    let elided = before == after || parts[before].quoted.ends_elided || parts[after].quoted.opens_elided;
    if elided { Bond::Elided } else { Bond::Adjacent }
}

/// Two pieces that do not follow each other within a few words.
fn is_apart(splice: &Splice) -> bool {
    match (splice.first.origin(), splice.second.origin()) {
        (Some((a, _)), Some((b, _))) => a.source.path != b.source.path || a.position.abs_diff(b.position) > 0,
        _ => false,
    }
}

/// The passages that a place covers, with the words of it marked.
pub(in crate::rules) fn proofs(place: &Place, score: f64) -> Vec<Proof> {
    let mut found: Vec<Proof> = Vec::new();
    for at in place.from..place.to.min(place.window.len()) {
        let (candidate, span): (&Arc<Candidate>, Span) = place.window.place(at);
        match found.last_mut().filter(|last| Arc::ptr_eq(&last.candidate, candidate)) {
            Some(last) => last.marked[0] = last.marked[0].join(span),
            None => found.push(Proof::marking(candidate, score, span)),
        }
    }
    found
}

/// The same with only the words marked that the quotation changed or left out; all the words where it only
/// added some.
pub fn differing(place: &Place, score: f64) -> Vec<Proof> {
    let words: Vec<_> =
        place.edits.iter().flat_map(|edit| edit.source.clone()).map(|at| place.window.place(at)).collect();
    let mut found = proofs(place, score);
    for proof in &mut found {
        let here: Vec<Span> = words
            .iter()
            .filter(|(candidate, _)| candidate.id == proof.candidate.id)
            .map(|(_, span)| *span)
            .collect();
        if !here.is_empty() {
            proof.marked = here;
        }
    }
    found
}
