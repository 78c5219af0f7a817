//! The formats of sources, by the ending of the file's name.

use super::reader::Skip;
use super::{captions, table, transcript, web_page};
use crate::prose::markdown::{self, Reader};
use crate::prose::{Block, plain};
use serde_json::{Map, Value};

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Plain,
    Captions,
    Table,
    WebPage,
}

/// The content of a source.
#[derive(Debug, Default)]
pub struct Page {
    pub blocks: Vec<Block>,
    /// Times or pages, each with the byte of the file from which it holds, in order.
    pub locators: Vec<(u32, String)>,
    /// What the content says of itself, by the keys of a front matter.
    pub meta: Map<String, Value>,
}

/// File name endings that hold sources.
pub const ENDINGS: [(&str, Format); 12] = [
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("txt", Format::Plain),
    ("text", Format::Plain),
    ("vtt", Format::Captions),
    ("srt", Format::Captions),
    ("csv", Format::Table),
    ("tsv", Format::Table),
    ("tab", Format::Table),
    ("html", Format::WebPage),
    ("htm", Format::WebPage),
    ("xhtml", Format::WebPage),
];

impl Format {
    /// The format that a file name's ending stands for.
    pub fn of(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
    }

    /// Whether the first lines may be a title and a date.
    pub(super) fn has_headline(self) -> bool {
        matches!(self, Self::Markdown | Self::Plain)
    }

    /// Reads `text`, which begins at byte `base` of its file.
    pub(super) fn read(self, text: &str, base: usize) -> Result<Page, Skip> {
        let of_blocks = |blocks| Page { blocks, ..Page::default() };
        let mut page = match self {
            Self::Markdown => of_blocks(markdown::read(text, base, Reader::Page).blocks),
            Self::Plain => of_blocks(plain::blocks(text, base)),
            Self::Captions => captions::read(text, base),
            Self::Table => table::read(text, base),
            Self::WebPage => web_page::read(text, base)?,
        };
        if page.blocks.iter().all(|block| block.speaker.is_none()) {
            transcript::label(&mut page.blocks);
        }
        Ok(page)
    }
}

impl Page {
    /// The time or page at byte `at` of the file.
    pub(super) fn locator(&self, at: u32) -> Option<&str> {
        let after = self.locators.partition_point(|(from, _)| *from <= at);
        after.checked_sub(1).map(|n| self.locators[n].1.as_str())
    }
}
