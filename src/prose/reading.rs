//! A sentence read: its words, figures, dates and names.

use super::block::Block;
use super::{date_reader, dates::Date, figure_reader, figures::Figure, names, names::Name, words, words::Word};
use crate::language::Lexicon;
use crate::text::Span;

/// One sentence of a document and where it stands.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Index of its block.
    pub block: usize,
    /// Bytes of the block's resolved text.
    pub span: Span,
    /// Bytes of the file, markup inside included.
    pub file: Span,
}

/// What a sentence says, read from its resolved text alone. Spans are bytes of that text.
#[derive(Clone, Debug)]
pub struct Reading {
    /// ISO 639-1 code of the language it was read in.
    pub language: &'static str,
    pub text: String,
    pub words: Vec<Word>,
    pub figures: Vec<Figure>,
    pub dates: Vec<Date>,
    pub names: Vec<Name>,
}

impl Reading {
    /// Reads one sentence.
    pub fn of(text: &str, lexicon: &Lexicon) -> Self {
        let words = words::words(text, lexicon);
        let dates = date_reader::dates(text, &words, lexicon);
        let figures = figure_reader::figures(text, &words, &dates, lexicon);
        let names = names::names(text, &words, lexicon);
        Self { language: lexicon.language.code, text: text.to_owned(), words, figures, dates, names }
    }

    /// The bytes that a range of words covers.
    pub fn span(&self, words: &std::ops::Range<usize>) -> Span {
        match (self.words.get(words.start), words.end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}

/// All sentences of `blocks`, in order.
pub fn sentences(blocks: &[Block], lexicon: &Lexicon) -> Vec<Sentence> {
    let of_block = |(block, content): (usize, &Block)| {
        let spans = match content.kind {
            // A row is one statement: its cells only mean something together.
            super::Kind::Row => {
                super::sentences::sentences(content.text.text(), lexicon).into_iter().reduce(Span::join).into_iter().collect()
            }
            _ => super::sentences::sentences(content.text.text(), lexicon),
        };
        spans.into_iter().map(move |span| Sentence { block, span, file: content.text.to_file(span) }).collect::<Vec<_>>()
    };
    blocks.iter().enumerate().flat_map(of_block).collect()
}
