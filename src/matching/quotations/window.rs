//! A stretch of a source, across sentences, in which a quotation may stand.

use crate::language::{Class, Lexicon};
use crate::matching::quotations::reading::sentence_end;
use crate::matching::{Candidate, Desk};
use crate::prose::words::Word;
use crate::text::Span;
use crate::text::fold::fold;
use std::sync::Arc;

/// Neighbouring passages of one source as one run of words.
#[derive(Clone, Debug)]
pub struct Window {
    pub passages: Vec<Arc<Candidate>>,
    words: Vec<Place>,
}

/// A word of the window.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Index into `passages`, and the word's number there.
    passage: usize,
    word: usize,
    aside: bool,
}

impl Window {
    /// The passages around `centre`, with at least `reach` words on either side where the source has them.
    pub fn around(centre: &Arc<Candidate>, reach: usize, desk: &Desk) -> Self {
        let side = |direction: i64| {
            let mut taken = Vec::new();
            let mut words = 0;
            for step in 1..=MOST_PASSAGES {
                if words >= reach {
                    break;
                }
                let Some(next) = desk.neighbour(centre, direction * step) else { break };
                words += next.reading.words.len();
                taken.push(next);
            }
            taken
        };
        let mut passages = side(-1);
        passages.reverse();
        passages.push(Arc::clone(centre));
        passages.extend(side(1));
        passages.retain(|passage| !passage.passage.heading || Arc::ptr_eq(passage, centre));
        let of_passage = |(n, passage): (usize, &Arc<Candidate>)| {
            let asides = asides(passage);
            let place = move |(word, aside)| Place { passage: n, word, aside };
            asides.into_iter().enumerate().map(place)
        };
        let words = passages.iter().enumerate().flat_map(of_passage).collect();
        Self { passages, words }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the window has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Word number `at`.
    pub fn word(&self, at: usize) -> &Word {
        let Place { passage, word, .. } = self.words[at];
        &self.passages[passage].reading.words[word]
    }

    /// The passage that word number `at` stands in, and the word's bytes there.
    pub fn place(&self, at: usize) -> (&Arc<Candidate>, Span) {
        let Place { passage, word, .. } = self.words[at];
        (&self.passages[passage], self.passages[passage].reading.words[word].span)
    }

    /// The source's own text from word `from` to the word before `to`, sentence ends kept.
    pub fn text(&self, from: usize, to: usize) -> String {
        if from >= to || to > self.words.len() {
            return String::new();
        }
        let (first, last) = (self.words[from], self.words[to - 1]);
        let part = |n: usize| {
            let passage = &self.passages[n];
            let start = if n == first.passage { passage.reading.words[first.word].span.start } else { 0 };
            let end = if n == last.passage {
                passage.reading.words[last.word].span.end
            } else {
                Span::new(0, passage.passage.text.len()).end
            };
            Span { start, end }.of(&passage.passage.text).trim()
        };
        (first.passage..=last.passage).map(part).collect::<Vec<_>>().join(" ")
    }

    /// Whether word `at` is nobody's speech: the reporter's between two halves of a quotation, or a
    /// transcript's note.
    pub fn is_aside(&self, at: usize) -> bool {
        self.words[at].aside
    }

    /// Whether word `at` stands under a speaker's label.
    pub fn is_transcript(&self, at: usize) -> bool {
        self.passages[self.words[at].passage].passage.speaker.is_some()
    }

    /// The mark that ends a sentence right after word `at`.
    pub fn mark_after(&self, at: usize) -> Option<char> {
        let (candidate, span) = self.place(at);
        sentence_end(&candidate.passage.text, span)
    }

    /// Whether a sentence ends between word `at` and the next.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.words.get(at + 1).is_none_or(|next| next.passage != self.words[at].passage)
    }
}

/// For each word of a passage, whether it is nobody's speech.
fn asides(candidate: &Candidate) -> Vec<bool> {
    let (passage, words) = (&candidate.passage, &candidate.reading.words);
    let quotes = !passage.quoted.is_empty();
    let notes = notes(&passage.text, candidate.lexicon);
    let outside = |span: Span| quotes && !passage.quotes(span);
    words.iter().map(|word| outside(word.span) || notes.iter().any(|note| note.overlaps(word.span))).collect()
}

/// What a transcript notes between the words: `(APPLAUSE)`, `[laughter]`.
fn notes(text: &str, lexicon: &Lexicon) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['(', '[']).map(|step| at + step) {
        let Some(length) = text[open..].find([')', ']']) else { break };
        let body = &text[open + 1..open + length];
        let noted = |word: &str| {
            lexicon.is(&fold(word), Class::StageDirection) || lexicon.is(&fold(word), Class::Stop)
        };
        let mut words = body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
        // `[Brandt]`: the source's own bracket, which nobody spoke.
        let inserted = text[open..].starts_with('[')
            && body.split_whitespace().count() <= INSERTED
            && body.chars().count() > 1;
        if words.peek().is_some() && (inserted || words.all(noted)) {
            found.push(Span::new(open, open + length + 1));
        }
        at = open + length + 1;
    }
    found
}

/// Words of an insertion.
const INSERTED: usize = 5;

/// Short sentences of speech: so many of them on one side are enough for any quotation worth printing.
const MOST_PASSAGES: i64 = 24;
