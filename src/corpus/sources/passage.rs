//! Passages: the sentences of a source, each with its exact place.

use crate::text::Span;
use crate::text::lines::Place;
use serde::{Deserialize, Serialize};

/// One sentence, row, item or cue of a source.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Passage {
    /// The sentence as it reads, markup resolved.
    pub text: String,
    /// Where it stands in the original file, the end exclusive.
    pub start: Place,
    pub end: Place,
    /// Number of its paragraph in the source, from 0.
    pub paragraph: u32,
    /// A title or heading: it supports nothing on its own.
    pub heading: bool,
    /// Who speaks, in a transcript.
    pub speaker: Option<String>,
    /// The time in a recording at which it is said.
    pub locator: Option<String>,
    /// Quoted stretches inside the sentence.
    pub quoted: Vec<Quoted>,
}

/// Words that the source itself quotes.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Quoted {
    /// Bytes of the passage's text between the marks.
    pub span: Span,
    /// Who speaks, as the source has it.
    pub speaker: Option<String>,
}

impl Passage {
    /// Its bytes in the original file.
    pub fn span(&self) -> Span {
        Span { start: self.start.offset, end: self.end.offset }
    }

    /// Who says the words at `span` of this passage, where the source tells. What a labelled speaker quotes
    /// is somebody else's.
    pub fn speaker_at(&self, span: Span) -> Option<&str> {
        let mut within = self.quoted.iter().filter(|quoted| quoted.span.overlaps(span)).peekable();
        if within.peek().is_some() {
            within.find_map(|quoted| quoted.speaker.as_deref())
        } else {
            self.speaker.as_deref()
        }
    }

    /// Whether the words at `span` stand between marks.
    pub fn quotes(&self, span: Span) -> bool {
        self.quoted.iter().any(|quoted| quoted.span.overlaps(span))
    }

    /// Whether the words at `span` stand as direct speech: between marks, or in a transcript.
    pub fn is_speech(&self, span: Span) -> bool {
        self.speaker.is_some() || self.quotes(span)
    }
}
