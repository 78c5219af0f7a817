//! Word processors' documents (`.docx`): an archive of XML, of which the main text and the notes are read.

use super::{Piece, Unpacked};
use crate::corpus::reader::Skip;
use crate::prose::Kind;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Takes the text out of a document.
pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, Skip> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| if bytes.starts_with(OLD_WORD) { Skip::Locked } else { damaged() })?;
    let mut pieces = body(&part(&mut archive, "word/document.xml")?.ok_or_else(damaged)?)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = part(&mut archive, notes)? {
            pieces.extend(body(&xml)?);
        }
    }
    let meta = part(&mut archive, "docProps/core.xml")?.map(|xml| properties(&xml)).unwrap_or_default();
    Ok(Unpacked { pieces, meta })
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
    /// Cells of the rows that are open, the innermost last.
    rows: Vec<Vec<String>>,
    /// Depth inside an element that is not shown.
    hidden: usize,
    in_text: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    is_item: bool,
}

/// Elements whose text is not the document's: deleted and moved away, an alternative for old programs, ruby glosses.
const HIDDEN: [&str; 5] = ["w:del", "w:moveFrom", "mc:Fallback", "w:rt", "w:sectPr"];

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
            "w:t" if !empty => self.in_text = true,
            "w:tr" if !empty => self.rows.push(Vec::new()),
            "w:tab" | "w:br" | "w:cr" => self.write(" "),
            "w:noBreakHyphen" => self.write("-"),
            "w:pStyle" => {
                if let (Some(open), Some(style)) = (self.open.last_mut(), value(tag)) {
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
            "w:t" => self.in_text = false,
            "w:p" => self.close(),
            "w:tr" => {
                let cells = self.rows.pop().unwrap_or_default();
                let row = cells.join(" | ");
                match self.rows.last_mut() {
                    // A table in a cell is part of the cell.
                    Some(outer) => outer.push(row),
                    None if row.is_empty() => {}
                    None => self.pieces.push(Piece::new(Kind::Row, row)),
                }
            }
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut().filter(|_| self.hidden == 0) {
            open.text += text;
        }
    }

    fn close(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let text = paragraph.text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        match self.rows.last_mut() {
            Some(cells) => cells.push(text),
            None => self.pieces.push(Piece::new(paragraph.kind(), text)),
        }
    }
}

impl Paragraph {
    /// What its style says it is; the styles' identifiers stay English in most languages.
    fn kind(&self) -> Kind {
        let style = self.style.to_ascii_lowercase();
        let level = style.bytes().last().filter(u8::is_ascii_digit).map_or(1, |digit| (digit - b'0').clamp(1, 6));
        match style.as_str() {
            "title" => Kind::Heading(1),
            style if HEADINGS.iter().any(|name| style.starts_with(name)) => Kind::Heading(level),
            _ if self.is_item => Kind::Item,
            _ => Kind::Paragraph,
        }
    }
}

/// How the identifiers of heading styles begin, in English, German and French programs.
const HEADINGS: [&str; 3] = ["heading", "berschrift", "titre"];

fn value(tag: &BytesStart<'_>) -> Option<String> {
    let attribute = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == "w:val")?;
    Some(attribute.value.into_owned())
}

/// Title and author from the document's properties. Its dates are those of the file, not of publication.
fn properties(xml: &[u8]) -> Vec<(String, String)> {
    let mut reader = Reader::from_reader(xml);
    let mut found: Vec<(String, String)> = Vec::new();
    let mut key = None;
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => key = KEYS.iter().find(|(name, _)| *name == tag.name().as_ref()).map(|(_, key)| *key),
            Event::End(_) => key = None,
            Event::Text(text) => {
                found.extend(key.map(|key| (key.to_owned(), text.trim().to_owned())));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found.retain(|(_, value)| !value.is_empty());
    found
}

const KEYS: [(&str, &str); 2] = [("dc:title", "title"), ("dc:creator", "author")];
