//! A sentence read: its words, figures, dates and names.

use crate::language::Lexicon;
use crate::prose::blocks::Block;
use crate::prose::dates::{self, Date};
use crate::prose::figures::{self, Figure, Unit};
use crate::prose::names::Name;
use crate::prose::reports::Report;
use crate::prose::syntax::tree::Tree;
use crate::prose::syntax::{Relation, Upos};
use crate::prose::words::Word;
use crate::prose::{names, reports, words};
use crate::text::Span;
use std::sync::OnceLock;

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

/// What a sentence says, read from its resolved text alone. Spans are bytes of that text. Its words are read
/// at once, the rest when it is asked for: of the sentences around a quotation only the words are compared.
#[derive(Clone, Debug)]
pub struct Reading {
    /// ISO 639-1 code of the language it was read in.
    pub language: &'static str,
    pub text: String,
    pub words: Vec<Word>,
    lexicon: &'static Lexicon,
    figures: OnceLock<Vec<Figure>>,
    dates: OnceLock<Vec<Date>>,
    names: OnceLock<Vec<Name>>,
    tree: OnceLock<Tree>,
    reports: OnceLock<Vec<Report>>,
}

impl Reading {
    /// Reads one sentence.
    pub fn of(text: &str, lexicon: &'static Lexicon) -> Self {
        let words = words::words(text, lexicon);
        Self {
            language: lexicon.language.code,
            text: text.to_owned(),
            words,
            lexicon,
            figures: OnceLock::new(),
            dates: OnceLock::new(),
            names: OnceLock::new(),
            tree: OnceLock::new(),
            reports: OnceLock::new(),
        }
    }

    /// Its figures, in order.
    pub fn figures(&self) -> &[Figure] {
        self.figures
            .get_or_init(|| figures::reader::figures(&self.text, &self.words, self.dates(), self.lexicon))
    }

    /// Its dates, in order.
    pub fn dates(&self) -> &[Date] {
        self.dates.get_or_init(|| dates::reader::dates(&self.text, &self.words, self.lexicon))
    }

    /// Its names, in order.
    pub fn names(&self) -> &[Name] {
        self.names.get_or_init(|| {
            let mut names = names::names(&self.text, &self.words, self.lexicon);
            // Where every noun begins with a capital, the tree tells which of them are names.
            if self.lexicon.language.capital_nouns {
                let is_name = |word: usize| self.tree().upos(word).is_none_or(|upos| upos == Upos::Propn);
                names.retain(|name| (name.bare..name.words.end).any(is_name));
            }
            names
        })
    }

    /// What depends on what in it.
    pub fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Tree::of(&self.text, &self.words, self.lexicon))
    }

    /// What it tells as somebody's word.
    pub fn reports(&self) -> &[Report] {
        self.reports.get_or_init(|| reports::reports(&self.words, || self.tree(), self.lexicon))
    }

    /// The word that a figure counts: the noun that its number hangs on in the tree, else the first one behind it.
    pub fn counted(&self, figure: &Figure) -> Option<usize> {
        if figure.unit != Unit::Count {
            return figure.noun;
        }
        let tree = self.tree();
        let head = figure.words.clone().rev().filter_map(|word| tree.node(word)).find_map(|node| {
            let head = node.head.filter(|_| node.label.relation == Relation::Nummod)?;
            let is_noun = matches!(tree.nodes[head].upos, Upos::Noun | Upos::Propn);
            tree.tokens[head].word.filter(|word| is_noun && !figure.words.contains(word))
        });
        head.or(figure.noun)
    }

    /// Whether a word is part of a figure or a date.
    pub fn is_in_value(&self, word: usize) -> bool {
        self.figures().iter().any(|figure| figure.words.contains(&word))
            || self.dates().iter().any(|date| date.words.contains(&word))
    }

    /// What stands between two words.
    pub fn between(&self, left: usize, right: usize) -> &str {
        Span { start: self.words[left].span.end, end: self.words[right].span.start }.of(&self.text)
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
            crate::prose::blocks::Kind::Row => {
                crate::prose::sentences::sentences(content.text.text(), lexicon)
                    .into_iter()
                    .reduce(Span::join)
                    .into_iter()
                    .collect()
            }
            _ => crate::prose::sentences::sentences(content.text.text(), lexicon),
        };
        spans
            .into_iter()
            .map(move |span| Sentence { block, span, file: content.text.to_file(span) })
            .collect::<Vec<_>>()
    };
    blocks.iter().enumerate().flat_map(of_block).collect()
}
