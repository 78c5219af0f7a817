//! A draft read: its blocks, its sentences, what it cites and what it suppresses.

use crate::config::CitationScope;
use crate::draft::bibliographies::bibliographies;
use crate::draft::citations::citation::Citation;
use crate::draft::ignores::Ignore;
use crate::draft::{citations, ignores};
use crate::language::Lexicon;
use crate::prose::blocks::markdown::{Link, Reader};
use crate::prose::blocks::{front_matter, markdown};
use crate::prose::context::Context;
use crate::prose::quotations::quotation::{Part, Quotation};
use crate::prose::{Block, Kind, Reading, Sentence, quotations, reading};
use crate::text::Span;
use crate::text::lines::Lines;
use jiff::civil;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value};
use std::sync::Arc;

/// One Markdown document under check. All spans named `file` are bytes of `text`.
pub struct Draft {
    pub path: String,
    pub text: String,
    pub lines: Lines,
    pub blocks: Vec<Block>,
    /// Every sentence of prose, in order.
    pub sentences: Vec<Sentence>,
    /// What each sentence says; parallel to `sentences`.
    pub readings: Vec<Arc<Reading>>,
    /// What the sentences before each speak of; parallel to `sentences`.
    pub contexts: Vec<Context>,
    pub quotations: Vec<Quotation>,
    /// The quoted bytes of each sentence; parallel to `sentences`.
    quoted: Vec<Vec<Span>>,
    pub citations: Vec<Citation>,
    /// The text of links, as bytes of each block's text: it names the source as often as it tells something.
    pub link_texts: Vec<(usize, Span)>,
    pub ignores: Vec<Ignore>,
    /// Files of works that the front matter names (`bibliography`), as it names them.
    pub bibliographies: Vec<String>,
    /// Works that the front matter lists itself (`references`), as CSL.
    pub references: Value,
    pub lexicon: &'static Lexicon,
    /// The draft's own date, from its front matter.
    pub date: Option<civil::Date>,
    /// Why the front matter could not be read, if so.
    pub front_matter_error: Option<String>,
}

impl Draft {
    /// Whether sentence `n` is running text, and no heading, row or note.
    pub fn is_prose(&self, n: usize) -> bool {
        matches!(self.kind(n), Kind::Paragraph | Kind::Item | Kind::Quote)
    }

    /// Reads a draft. `language` overrides detection. Never fails: whatever the bytes, they are prose.
    pub fn read(path: &str, text: &str, language: Option<&str>) -> Self {
        Self::read_after(None, path, text, language)
    }

    /// The same draft as [`Self::read`] gives, with the readings of sentences that the version before already
    /// had.
    pub fn read_after(before: Option<&Self>, path: &str, text: &str, language: Option<&str>) -> Self {
        let (front, body) = front_matter::split(text);
        let (meta, front_matter_error) = match front.map(front_matter::parse) {
            Some(Ok(meta)) => (meta, None),
            Some(Err(error)) => (Map::new(), Some(error)),
            None => (Map::new(), None),
        };
        let mut markdown = markdown::read(&text[body..], body, Reader::Draft);
        let mut citations = citations::lift(&mut markdown);
        citations::resolve_notes(&mut citations, &markdown.blocks);
        let ignores =
            ignores::read(&markdown.comments, &markdown.blocks, &meta, Span::new(0, body), text.len());
        let link_texts = markdown.links.iter().map(|link| (link.block, link.text)).collect();
        let blocks = markdown.blocks;
        let lexicon = lexicon(
            language.or_else(|| meta.get("language").or_else(|| meta.get("lang")).and_then(Value::as_str)),
            &blocks,
        );
        let mut sentences: Vec<Sentence> = reading::sentences(&blocks, lexicon);
        for sentence in &mut sentences {
            sentence.file = whole_markup(sentence, &markdown.links, text);
        }
        let known: FxHashMap<&str, &Arc<Reading>> = before
            .into_iter()
            .flat_map(|before| &before.readings)
            .map(|reading| (reading.text.as_str(), reading))
            .collect();
        let read = |sentence: &Sentence| {
            let text = sentence.span.of(blocks[sentence.block].text.text());
            let same = known.get(text).filter(|reading| reading.language == lexicon.language.code);
            same.map_or_else(|| Arc::new(Reading::of(text, lexicon)), |reading| Arc::clone(reading))
        };
        let readings: Vec<Arc<Reading>> = sentences.iter().map(read).collect();
        let contexts = contexts(&sentences, &readings, &blocks, lexicon);
        citations::settle(&mut citations, &sentences);
        let quotations = quotations::quotations(&blocks, lexicon);
        let by_sentence = quotations::by_sentence(&quotations, &sentences);
        let quoted =
            sentences.iter().zip(by_sentence).map(|(sentence, parts)| quoted_in(sentence, &parts)).collect();
        Self {
            path: path.to_owned(),
            lines: Lines::new(text),
            text: text.to_owned(),
            sentences,
            readings,
            contexts,
            quotations,
            quoted,
            citations,
            link_texts,
            ignores,
            lexicon,
            date: meta.get("date").and_then(front_matter::text).and_then(|date| date.get(..10)?.parse().ok()),
            bibliographies: bibliographies(&meta),
            references: meta.get("references").cloned().unwrap_or_default(),
            front_matter_error,
            blocks,
        }
    }

    /// The kind of a sentence's block.
    pub fn kind(&self, sentence: usize) -> &Kind {
        &self.blocks[self.sentences[sentence].block].kind
    }

    /// Bytes of the file for a span of a sentence's own text.
    pub fn file_span(&self, sentence: usize, span: Span) -> Span {
        let Sentence { block, span: within, .. } = self.sentences[sentence];
        self.blocks[block]
            .text
            .to_file(Span { start: within.start + span.start, end: within.start + span.end })
    }

    /// The sentence that holds byte `at` of a block's text.
    pub fn sentence_at(&self, block: usize, at: u32) -> Option<usize> {
        let last =
            self.sentences.iter().rposition(|sentence| sentence.block == block && sentence.span.start <= at);
        last.or_else(|| self.sentences.iter().position(|sentence| sentence.block == block))
    }

    /// Which bytes of a sentence stand inside quotation marks, in bytes of the sentence.
    pub fn quoted_spans(&self, sentence: usize) -> &[Span] {
        &self.quoted[sentence]
    }
}

impl Draft {
    /// The citations that cover sentence `n`.
    pub fn citations_of(&self, n: usize, scope: CitationScope) -> impl Iterator<Item = &Citation> {
        self.citations.iter().filter(move |citation| self.covers(citation, n, scope))
    }

    /// Whether a citation covers sentence `n`: it stands in it, or, as far as `scope` reaches, behind it.
    pub fn covers(&self, citation: &Citation, n: usize, scope: CitationScope) -> bool {
        let block = citation.block;
        let Some((first, holder)) = citation.run.filter(|_| self.sentences[n].block == block) else {
            return false;
        };
        let covers = match scope {
            CitationScope::Sentence => n == holder,
            CitationScope::Paragraph => true,
            CitationScope::Run => (first..=holder).contains(&n) || n == holder,
        };
        covers && !matches!(self.blocks[block].kind, Kind::Note(_))
    }
}

/// The place of a sentence in its file with the markup that begins or ends just there: links, and marks of
/// emphasis.
fn whole_markup(sentence: &Sentence, links: &[Link], text: &str) -> Span {
    let own = links.iter().filter(|link| {
        link.block == sentence.block && sentence.span.covers(link.text) && !link.text.is_empty()
    });
    let Span { start, end } = own.map(|link| link.file).fold(sentence.file, Span::join);
    let marks = ['*', '_', '~', '`'];
    let before = text[..start as usize].trim_end_matches(marks).len();
    let after = text.len() - text[end as usize..].trim_start_matches(marks).len();
    Span::new(before, after)
}

/// The context of each sentence: the sentences of running text before it, up to the last heading.
fn contexts(
    sentences: &[Sentence],
    readings: &[Arc<Reading>],
    blocks: &[Block],
    lexicon: &Lexicon,
) -> Vec<Context> {
    let is_told =
        |n: &usize| matches!(blocks[sentences[*n].block].kind, Kind::Paragraph | Kind::Item | Kind::Quote);
    let is_heading = |n: &usize| matches!(blocks[sentences[*n].block].kind, Kind::Heading(_));
    let before =
        |n: usize| (0..n).rev().take_while(|n| !is_heading(n)).filter(is_told).map(|n| &*readings[n]);
    (0..sentences.len())
        .map(|n| if is_told(&n) { Context::of(&readings[n], before(n), lexicon) } else { Context::default() })
        .collect()
}

/// The stretches of a sentence that quotations cover, marks included, in bytes of the sentence.
fn quoted_in(sentence: &Sentence, parts: &[(usize, Part)]) -> Vec<Span> {
    let span = sentence.span;
    let within = |part: Part| Span {
        start: part.outer.start.max(span.start) - span.start,
        end: part.outer.end.min(span.end) - span.start,
    };
    parts.iter().map(|(_, part)| within(*part)).collect()
}

pub(super) fn lexicon(code: Option<&str>, blocks: &[Block]) -> &'static Lexicon {
    code.and_then(crate::language::by_code).unwrap_or_else(|| {
        let sample: String =
            blocks.iter().map(|block| block.text.text()).take(SAMPLE_BLOCKS).collect::<Vec<_>>().join(" ");
        if sample.len() < SAMPLE_BYTES {
            crate::language::default()
        } else {
            crate::language::detect(&sample)
        }
    })
}

/// A language is told from the first paragraphs; a line or two is too little to tell it.
const SAMPLE_BLOCKS: usize = 40;

const SAMPLE_BYTES: usize = 24;
