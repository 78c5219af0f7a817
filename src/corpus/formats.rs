//! The formats of sources, by the ending of the file's name.

pub(crate) mod captions;
pub(crate) mod html_blocks;
pub mod packed;
pub(crate) mod superscripts;
pub(crate) mod table;
pub mod transcript;
pub(crate) mod web_page;

use crate::corpus::formats::packed::{Packing, child};

use crate::corpus::sources::reader::Skip;
use crate::prose::Block;
use crate::prose::blocks::markdown;
use crate::prose::blocks::markdown::Reader;
use crate::prose::blocks::{front_matter, plain_text};
use crate::text::decoding;
use crate::text::decoding::Decoded;
use serde_json::{Map, Value};

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Plain,
    Captions,
    Table,
    WebPage,
    /// Its text has to be taken out first.
    Packed(Packing),
}

/// A file opened.
#[derive(Debug)]
pub(super) struct Content<'b> {
    /// The text in which places count.
    pub(super) decoded: Decoded<'b>,
    /// The keys of a front matter.
    pub(super) front: Map<String, Value>,
    /// What could not be read of it, or of the file.
    pub(super) problem: Option<String>,
    pub(super) page: Page,
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
pub const ENDINGS: [(&str, Format); 17] = [
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
    ("pdf", Format::Packed(Packing::Pdf)),
    ("docx", Format::Packed(Packing::Docx)),
    ("eml", Format::Packed(Packing::Email)),
    ("mhtml", Format::Packed(Packing::WebArchive)),
    ("mht", Format::Packed(Packing::WebArchive)),
];

/// What to do with files of other formats, by their endings.
const MENDS: [(&[&str], &str); 5] = [
    (&["xlsx", "xls", "ods", "numbers"], "save each sheet as .csv"),
    (&["doc", "odt", "rtf", "pages"], "save it as .docx"),
    (&["jpg", "jpeg", "png", "gif", "tif", "tiff", "heic", "webp"], "save what it shows as .txt"),
    (&["mp3", "m4a", "wav", "ogg", "mp4", "mov", "mkv", "webm"], "save its transcript as .vtt, .srt or .txt"),
    (&["zip", "gz", "7z", "rar", "tar"], "unpack it"),
];

/// How the content of a file of another format can be made a source.
pub(super) fn mend(ending: &str) -> &'static str {
    MENDS
        .iter()
        .find(|(endings, _)| endings.contains(&ending))
        .map_or("save the text as .txt or .md", |(_, mend)| mend)
}

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

    /// Whether its files have lines that a person can go to.
    pub fn has_lines(self) -> bool {
        !matches!(self, Self::Packed(_))
    }

    /// Reads a file from its bytes.
    pub(super) fn open(self, bytes: &[u8]) -> Result<Content<'_>, Skip> {
        let mut content = if let Self::Packed(packing) = self {
            let (text, problem, page) = child::unpack(packing, bytes)?.into_page();
            Content { decoded: Decoded::of_text(text), front: Map::new(), problem, page }
        } else {
            let decoded = decoding::decode(bytes).ok_or(Skip::Binary)?;
            let (front, body) = front_matter::split(&decoded.text);
            let page = self.read(&decoded.text[body..], body)?;
            let (front, problem) = front.map(front_matter::parse_or_lines).unwrap_or_default();
            Content { decoded, front, problem, page }
        };
        let blocks = &mut content.page.blocks;
        if blocks.iter().all(|block| block.speaker.is_none()) {
            transcript::label(blocks);
        }
        Ok(content)
    }

    /// Reads `text`, which begins at byte `base` of its file.
    pub(super) fn read(self, text: &str, base: usize) -> Result<Page, Skip> {
        let of_blocks = |blocks| Page { blocks, ..Page::default() };
        Ok(match self {
            Self::Markdown => of_blocks(markdown::read(text, base, Reader::Page).blocks),
            Self::Captions => captions::read(text, base),
            Self::Table => table::read(text, base),
            Self::WebPage => web_page::read(text, base)?,
            Self::Plain | Self::Packed(_) => of_blocks(plain_text::blocks(text, base)),
        })
    }
}

impl Page {
    /// The time or page at byte `at` of the file.
    pub(super) fn locator(&self, at: u32) -> Option<&str> {
        let after = self.locators.partition_point(|(from, _)| *from <= at);
        after.checked_sub(1).map(|n| self.locators[n].1.as_str())
    }
}
