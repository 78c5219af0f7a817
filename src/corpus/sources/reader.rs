//! A source file to its description and its passages.

use crate::corpus::formats::format::Format;
use crate::corpus::formats::page::{Content, Page};
use crate::corpus::skip::Skip;
use crate::corpus::sources::furniture;
use crate::corpus::sources::metadata::Meta;
use crate::corpus::sources::passage::{Passage, Quoted};
use crate::language::Lexicon;
use crate::prose::quotations::quotation::{Part, Quotation};
use crate::prose::{Block, Kind, Sentence, quotations, reading};
use crate::text::Span;
use crate::text::decoding::Decoded;
use crate::text::fold::composed;
use crate::text::lines::{Lines, Place};
use crate::text::mapped::Mapped;
use serde_json::{Map, Value};

/// A source read, ready to be indexed.
#[derive(Debug)]
pub struct Source {
    pub meta: Meta,
    pub passages: Vec<Passage>,
}

/// Reads one source from its bytes. `path` is relative to the workspace; `sidecar` is the text of
/// `NAME.toml`, if any.
pub fn read(path: &str, bytes: &[u8], sidecar: Option<&str>) -> Result<Source, Skip> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Skip::Empty);
    }
    let (stem, extension) = stem(path);
    let format = Format::of(extension).ok_or_else(|| Skip::Format(extension.to_ascii_lowercase()))?;
    let Content { decoded, front, problem, mut page } = format.open(bytes)?;
    let mut meta = Meta { key: composed(stem).into_owned(), path: path.to_owned(), ..Meta::default() };
    if let Some(sidecar) = sidecar {
        match sidecar.parse::<toml::Table>() {
            Ok(table) => meta.fill(&json(&table)),
            Err(error) => meta.problems.push(format!("{stem}.toml is not read: {}", error.message())),
        }
    }
    meta.fill(&front);
    meta.problems.extend(problem);
    meta.fill(&page.meta);
    let blocks = std::mem::take(&mut page.blocks);
    let lexicon = lexicon(&meta.language, &blocks);
    lexicon.language.code.clone_into(&mut meta.language);
    let first_heading = blocks
        .iter()
        .find(|block| matches!(block.kind, Kind::Heading(_)))
        .map(|block| block.text.text().trim().to_owned());
    meta.title = meta.title.take().or(first_heading);
    if format.has_headline() && blocks.iter().all(|block| block.speaker.is_none()) {
        meta.fill_from_lines(&blocks, |line| furniture::is_furniture(line, lexicon));
    }
    let blocks = story(blocks, meta.title.as_deref(), lexicon);
    let passages = passages(&decoded, &blocks, &page, meta.title.as_deref(), lexicon);
    if passages.is_empty() {
        return Err(Skip::NoProse);
    }
    meta.passages = u32::try_from(passages.len()).unwrap_or(u32::MAX);
    Ok(Source { meta, passages })
}

fn stem(path: &str) -> (&str, &str) {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').unwrap_or((name, ""))
}

fn json(table: &toml::Table) -> Map<String, Value> {
    let value = |value: &toml::Value| match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        other => serde_json::to_value(other).unwrap_or(Value::Null),
    };
    table.iter().map(|(key, entry)| (key.clone(), value(entry))).collect()
}

pub(in crate::corpus) fn lexicon(code: &str, blocks: &[Block]) -> &'static Lexicon {
    crate::language::by_code(code).unwrap_or_else(|| {
        let longest = blocks.iter().map(|block| block.text.text()).filter(|text| text.len() > 80);
        crate::language::detect(&longest.take(12).collect::<Vec<_>>().join(" "))
    })
}

/// The blocks that tell something: furniture left out, paragraphs that markup broke in two made whole.
fn story(blocks: Vec<Block>, title: Option<&str>, lexicon: &Lexicon) -> Vec<Block> {
    let furniture = furniture::mark(&blocks, title, lexicon);
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for (block, _) in blocks.into_iter().zip(furniture).filter(|(_, furniture)| !furniture) {
        match kept.last_mut().filter(|before| is_broken(before, &block)) {
            Some(before) => {
                before.text.resolve(
                    " ",
                    Span { start: before.span.end, end: block.span.start.max(before.span.end) },
                );
                before.text.append(&block.text);
                before.span.end = block.span.end;
            }
            None => kept.push(block),
        }
    }
    kept
}

/// A paragraph without an end, and one that begins in the middle of a sentence.
fn is_broken(before: &Block, block: &Block) -> bool {
    let (first, second) = (before.text.text().trim_end(), block.text.text().trim_start());
    let plain =
        before.kind == Kind::Paragraph && block.kind == Kind::Paragraph && before.speaker == block.speaker;
    let open =
        first.ends_with(|c: char| c.is_alphanumeric() || c == ',') && first.split_whitespace().count() > 3;
    plain && open && second.starts_with(char::is_lowercase) && second.split_whitespace().count() > 2
}

fn passages(
    decoded: &Decoded<'_>,
    blocks: &[Block],
    page: &Page,
    title: Option<&str>,
    lexicon: &Lexicon,
) -> Vec<Passage> {
    let text = decoded.text.as_ref();
    let lines = Lines::of_file(text);
    let quotations = quotations::quotations(blocks, lexicon);
    let sentences = reading::sentences(blocks, lexicon);
    let parts = quotations::by_sentence(&quotations, &sentences);
    let told = sentences.iter().zip(parts).filter(|(sentence, _)| {
        let content = sentence.span.of(blocks[sentence.block].text.text());
        !furniture::is_credit(content)
    });
    let mut cursor = lines.cursor(text);
    let mut place = |at: u32| Place { offset: decoded.in_file(at), ..cursor.place(at) };
    told.map(|(sentence, parts)| {
        let block = &blocks[sentence.block];
        Passage {
            text: sentence.span.of(block.text.text()).to_owned(),
            start: place(sentence.file.start),
            end: place(sentence.file.end),
            paragraph: Span::new(sentence.block, sentence.block).start,
            heading: is_heading(block, title),
            speaker: block.speaker.clone(),
            locator: page.locator(sentence.file.start).map(str::to_owned),
            quoted: quoted(sentence, &parts, &quotations),
        }
    })
    .collect()
}

fn is_heading(block: &Block, title: Option<&str>) -> bool {
    let text: &Mapped = &block.text;
    matches!(block.kind, Kind::Heading(_)) || title.is_some_and(|title| title == text.text().trim())
}

fn quoted(sentence: &Sentence, parts: &[(usize, Part)], quotations: &[Quotation]) -> Vec<Quoted> {
    let inside = parts.iter().filter(|(_, part)| part.inner.overlaps(sentence.span));
    inside
        .map(|(n, part)| Quoted {
            span: Span {
                start: part.inner.start.max(sentence.span.start) - sentence.span.start,
                end: part.inner.end.min(sentence.span.end) - sentence.span.start,
            },
            speaker: quotations[*n].speaker.as_ref().map(|speaker| speaker.name.clone()),
        })
        .collect()
}
