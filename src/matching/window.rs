//! A stretch of a source, across sentences, in which a quotation may stand.

use super::{Candidate, Desk};
use crate::prose::words::Word;
use crate::text::Span;
use std::sync::Arc;

/// Neighbouring passages of one source as one run of words.
#[derive(Clone, Debug)]
pub struct Window {
    pub passages: Vec<Arc<Candidate>>,
    /// Each word by its passage (index into `passages`) and its number in it.
    words: Vec<(usize, usize)>,
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
        let words =
            passages.iter().enumerate().flat_map(|(n, passage)| (0..passage.reading.words.len()).map(move |word| (n, word))).collect();
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
        let (passage, word) = self.words[at];
        &self.passages[passage].reading.words[word]
    }

    /// The passage that word number `at` stands in, and the word's bytes there.
    pub fn place(&self, at: usize) -> (&Arc<Candidate>, Span) {
        let (passage, word) = self.words[at];
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
            let start = if n == first.0 { passage.reading.words[first.1].span.start } else { 0 };
            let end = if n == last.0 { passage.reading.words[last.1].span.end } else { Span::new(0, passage.passage.text.len()).end };
            Span { start, end }.of(&passage.passage.text).trim()
        };
        (first.0..=last.0).map(part).collect::<Vec<_>>().join(" ")
    }

    /// Whether word `at` stands outside the marks of a passage that quotes: the reporter's own word.
    pub fn is_aside(&self, at: usize) -> bool {
        let (candidate, span) = self.place(at);
        !candidate.passage.quoted.is_empty() && !candidate.passage.quoted.iter().any(|quoted| quoted.span.overlaps(span))
    }

    /// Whether a sentence ends between word `at` and the next.
    pub fn ends_sentence(&self, at: usize) -> bool {
        self.words.get(at + 1).is_none_or(|next| next.0 != self.words[at].0)
    }
}

/// Short sentences of speech: so many of them on one side are enough for any quotation worth printing.
const MOST_PASSAGES: i64 = 24;
