//! Layer 2: a draft: Markdown with exact spans, its citations and its suppressions.

pub mod citations;
mod document;
pub mod ignores;

pub use crate::draft::document::Draft;

use crate::language::Lexicon;
use crate::prose::blocks::front_matter;
use crate::prose::blocks::markdown::Link;
use crate::prose::context::Context;
use crate::prose::quotations::quotation::Part;
use crate::prose::{Block, Kind, Reading, Sentence};
use crate::text::Span;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Bytes of the largest draft. A book has about one megabyte; what is larger than this is none.
pub const LARGEST: u64 = 4 << 20;

/// The files that the front matter of a draft names under `bibliography`.
pub fn named_bibliographies(text: &str) -> Vec<String> {
    front_matter::split(text)
        .0
        .and_then(|front| front_matter::parse(front).ok())
        .map(|meta| bibliographies(&meta))
        .unwrap_or_default()
}

fn bibliographies(meta: &Map<String, Value>) -> Vec<String> {
    let names = meta
        .get("bibliography")
        .map_or_else(Vec::new, |value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]));
    names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The place of a sentence in its file with the markup that begins or ends just there: links, and marks of emphasis.
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

pub(in crate::draft) fn lexicon(code: Option<&str>, blocks: &[Block]) -> &'static Lexicon {
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
