//! Word processors' documents (`.docx`): an archive of XML, of which the main text and the notes are read.

use crate::corpus::formats::packed::unpacked::{Piece, Unpacked};
use crate::corpus::formats::superscripts;
use crate::corpus::skip::Skip;
use crate::language::anywhere::HEADING_STYLES;
use crate::prose::Kind;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Takes the text out of a document.
pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, Skip> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| if bytes.starts_with(OLD_WORD) { Skip::Locked } else { damaged() })?;
    let is_main = |name: &str| {
        name.strip_prefix("word/document")
            .is_some_and(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()) == ".xml")
    };
    let main = archive.file_names().flatten().filter(|name| is_main(name)).min().map(Cow::into_owned);
    let mut pieces = body(&part(&mut archive, &main.ok_or_else(damaged)?)?.ok_or_else(damaged)?)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = part(&mut archive, notes)? {
            pieces.extend(body(&xml)?);
        }
    }
    let meta = part(&mut archive, "docProps/core.xml")?.map(|xml| properties(&xml)).unwrap_or_default();
    Ok(Unpacked { pieces, meta, problem: None })
}

fn damaged() -> Skip {
    Skip::Damaged("DOCX".to_owned())
}

/// An encrypted document is packed as its forerunner was.
const OLD_WORD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// Bytes of XML that one part may unfold to; a book of a thousand pages has a tenth.
const LARGEST_PART: u64 = 128 << 20;

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<Vec<u8>>, Skip> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(damaged()),
    };
    let mut xml = Vec::new();
    file.take(LARGEST_PART).read_to_end(&mut xml).map_err(|_| damaged())?;
    Ok(Some(xml))
}

/// Paragraphs may stand inside paragraphs, in text boxes, and in table cells.
#[derive(Default)]
struct Body {
    pieces: Vec<Piece>,
    open: Vec<Paragraph>,
    /// Cells of the rows that are open, the innermost last; in each, its paragraphs.
    rows: Vec<Vec<Vec<String>>>,
    /// Depth inside an element that is not shown.
    hidden: usize,
    in_text: bool,
    run: Run,
}

/// How a run of letters is set.
#[derive(Default)]
struct Run {
    /// Not shown.
    vanishes: bool,
    raised: bool,
    text: String,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    is_item: bool,
}

/// Elements that are not the document as it stands: deleted and moved away, what was set before a change, an
/// alternative for old programs, ruby glosses.
const HIDDEN: [&str; 7] =
    ["w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange", "mc:Fallback", "w:rt", "w:sectPr"];

fn body(xml: &[u8]) -> Result<Vec<Piece>, Skip> {
    let mut reader = Reader::from_reader(xml);
    let mut body = Body::default();
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) => body.start(&tag, false),
            Event::Empty(tag) => body.start(&tag, true),
            Event::End(tag) => body.end(tag.name().as_ref()),
            Event::Text(text) if body.in_text => body.write(&text),
            Event::GeneralRef(entity) if body.in_text => body.write(&resolve(&entity)),
            Event::CData(text) if body.in_text => body.write(&text),
            Event::Eof => break,
            _ => {}
        }
    }
    while !body.open.is_empty() {
        body.close();
    }
    Ok(body.pieces)
}

fn resolve(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    quick_xml::escape::resolve_xml_entity(entity).unwrap_or_default().to_owned()
}

impl Body {
    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let name = tag.name();
        if self.hidden > 0 || HIDDEN.contains(&name.as_ref()) {
            self.hidden += usize::from(!empty);
            return;
        }
        match name.as_ref() {
            "w:p" if !empty => self.open.push(Paragraph::default()),
            "w:t" | "m:t" if !empty => self.in_text = true,
            "w:r" | "m:r" if !empty => self.run = Run::default(),
            "w:vanish" => self.run.vanishes = is_on(tag),
            "w:vertAlign" => {
                self.run.raised = attribute(tag, "w:val").is_some_and(|value| value == "superscript");
            }
            "w:sym" => self.write(&symbol(tag)),
            "w:tr" if !empty => self.rows.push(Vec::new()),
            "w:tc" => {
                if let Some(cells) = self.rows.last_mut() {
                    cells.push(Vec::new());
                }
            }
            "w:tab" | "w:br" | "w:cr" => self.write(" "),
            "w:noBreakHyphen" => self.write("-"),
            "w:pStyle" => {
                if let (Some(open), Some(style)) = (self.open.last_mut(), attribute(tag, "w:val")) {
                    open.style = style;
                }
            }
            "w:numPr" => {
                if let Some(open) = self.open.last_mut() {
                    open.is_item = true;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match name {
            "w:t" | "m:t" => self.in_text = false,
            "w:r" | "m:r" => self.end_run(),
            "w:p" => self.close(),
            "w:tr" => {
                let cells: Vec<String> =
                    self.rows.pop().unwrap_or_default().iter().map(|cell| cell.join(" ")).collect();
                let row = cells.join(" | ");
                let is_empty = cells.iter().all(String::is_empty);
                match self.rows.last_mut().and_then(|outer| outer.last_mut()) {
                    // A table in a cell is part of the cell.
                    Some(outer) => outer.push(row),
                    None if is_empty => {}
                    None => self.pieces.push(Piece::new(Kind::Row, row)),
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if self.hidden == 0 && !self.run.vanishes {
            self.run.text += text;
        }
    }

    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        if let Some(open) = self.open.last_mut() {
            let text = if run.raised { superscripts::reads(&open.text, &run.text) } else { run.text };
            open.text += &text;
        }
    }

    fn close(&mut self) {
        self.end_run();
        let Some(paragraph) = self.open.pop() else { return };
        let text = paragraph.text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        match self.rows.last_mut().and_then(|cells| cells.last_mut()) {
            Some(cell) => cell.push(text),
            None => self.pieces.push(Piece::new(paragraph.kind(), text)),
        }
    }
}

impl Paragraph {
    /// What its style says it is; the styles' identifiers stay English in most languages.
    fn kind(&self) -> Kind {
        let style = self.style.to_ascii_lowercase();
        let level =
            style.bytes().last().filter(u8::is_ascii_digit).map_or(1, |digit| (digit - b'0').clamp(1, 6));
        match style.as_str() {
            "title" => Kind::Heading(1),
            style if HEADING_STYLES.iter().any(|name| style.starts_with(name)) => Kind::Heading(level),
            _ if self.is_item => Kind::Item,
            _ => Kind::Paragraph,
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute =
        tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(attribute.value.into_owned())
}

/// A property is on by being there, unless it says otherwise.
fn is_on(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "w:val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
}

/// A sign set in a font of signs. What is not known stays visible as unknown: it may be a minus.
fn symbol(tag: &BytesStart<'_>) -> String {
    let code = attribute(tag, "w:char").map(|code| code.to_ascii_uppercase()).unwrap_or_default();
    let is_symbol = attribute(tag, "w:font").is_some_and(|font| font == "Symbol");
    let known = SYMBOLS.iter().find(|(known, _)| is_symbol && code.ends_with(known));
    known.map_or("\u{fffd}", |(_, sign)| *sign).to_owned()
}

/// Signs of the font Symbol that change what is said, by the last two digits of their codes.
const SYMBOLS: [(&str, &str); 8] =
    [("2D", "−"), ("B1", "±"), ("B0", "°"), ("A3", "≤"), ("B3", "≥"), ("B4", "×"), ("2B", "+"), ("B7", "•")];

/// Title and author from the document's properties. Its dates are those of the file, not of publication.
fn properties(xml: &[u8]) -> Vec<(String, String)> {
    let mut reader = Reader::from_reader(xml);
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open: Option<(&str, String)> = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => {
                let known = KEYS.iter().find(|(name, _)| *name == tag.name().as_ref());
                open = known.map(|(_, key)| (*key, String::new()));
            }
            Event::End(_) => {
                found.extend(open.take().map(|(key, text)| (key.to_owned(), text.trim().to_owned())));
            }
            Event::Text(text) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&text);
                }
            }
            Event::GeneralRef(entity) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&resolve(&entity));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found.retain(|(_, value)| !value.is_empty());
    found
}

const KEYS: [(&str, &str); 2] = [("dc:title", "title"), ("dc:creator", "author")];
