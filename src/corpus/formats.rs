//! The formats of sources, by the ending of the file's name.

use super::{captions, table, transcript};
use crate::prose::markdown::{self, Reader};
use crate::prose::{Block, plain};

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Plain,
    Captions,
    Table,
}

/// The content of a source.
#[derive(Debug, Default)]
pub struct Page {
    pub blocks: Vec<Block>,
    /// Times or pages, each with the byte of the file from which it holds, in order.
    pub locators: Vec<(u32, String)>,
}

/// File name endings that hold sources.
pub const ENDINGS: [(&str, Format); 9] = [
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("txt", Format::Plain),
    ("text", Format::Plain),
    ("vtt", Format::Captions),
    ("srt", Format::Captions),
    ("csv", Format::Table),
    ("tsv", Format::Table),
    ("tab", Format::Table),
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
    pub(super) fn read(self, text: &str, base: usize) -> Page {
        let of_blocks = |blocks| Page { blocks, locators: Vec::new() };
        let mut page = match self {
            Self::Markdown => of_blocks(markdown::read(text, base, Reader::Page).blocks),
            Self::Plain => of_blocks(plain::blocks(text, base)),
            Self::Captions => captions::read(text, base),
            Self::Table => table::read(text, base),
        };
        if page.blocks.iter().all(|block| block.speaker.is_none()) {
            transcript::label(&mut page.blocks);
        }
        page
    }
}

impl Page {
    /// The time or page at byte `at` of the file.
    pub(super) fn locator(&self, at: u32) -> Option<&str> {
        let after = self.locators.partition_point(|(from, _)| *from <= at);
        after.checked_sub(1).map(|n| self.locators[n].1.as_str())
    }
}
