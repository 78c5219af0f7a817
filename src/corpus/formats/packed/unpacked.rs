//! How a file is packed, and what is taken out of it.

use crate::corpus::formats::page::Page;
use crate::prose::{Block, Kind};
use crate::text::Span;
use crate::text::mapped::Mapped;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    Pdf,
    Docx,
    Email,
    /// A page with its pictures in one file, as browsers save it.
    WebArchive,
}

/// What was taken out of a file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Unpacked {
    pub pieces: Vec<Piece>,
    /// What the file says of itself, by the keys of a front matter.
    pub meta: Vec<(String, String)>,
    /// What was not read, and what to do.
    pub problem: Option<String>,
}

/// One paragraph, heading, item or row.
#[derive(Debug, Serialize, Deserialize)]
pub struct Piece {
    pub kind: Kind,
    pub text: String,
    /// Pages that begin in it: bytes of `text` from which each holds.
    pub pages: Vec<(u32, String)>,
}

impl Piece {
    pub(in crate::corpus) fn new(kind: Kind, text: String) -> Self {
        Self { kind, text, pages: Vec::new() }
    }
}

/// Every packing with the ending of its files.
pub const PACKINGS: [(&str, Packing); 4] =
    [("pdf", Packing::Pdf), ("docx", Packing::Docx), ("eml", Packing::Email), ("mhtml", Packing::WebArchive)];

impl Packing {
    /// The ending of files packed so.
    pub fn ending(self) -> &'static str {
        PACKINGS.iter().find(|(_, packing)| *packing == self).map_or("", |(ending, _)| *ending)
    }

    /// The packing that an ending stands for.
    pub fn of(ending: &str) -> Option<Self> {
        PACKINGS.iter().find(|(known, _)| *known == ending).map(|(_, packing)| *packing)
    }
}

impl Unpacked {
    /// The text with its blocks: pieces apart by a blank line.
    pub(in crate::corpus) fn into_page(self) -> (String, Option<String>, Page) {
        let mut text = String::new();
        let mut page = Page {
            meta: self
                .meta
                .into_iter()
                .map(|(key, value)| (key, Value::String(value)))
                .collect::<Map<_, _>>(),
            ..Page::default()
        };
        for piece in self.pieces {
            let start = text.len();
            text += &piece.text;
            let span = Span::new(start, text.len());
            page.locators
                .extend(piece.pages.into_iter().map(|(at, name)| (span.start.saturating_add(at), name)));
            page.blocks.push(Block::new(piece.kind, Mapped::verbatim(&piece.text, start), span));
            text += "\n\n";
        }
        (text, self.problem, page)
    }
}
