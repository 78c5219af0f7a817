//! The formats of sources, by the ending of the file's name.

mod captions;
pub mod format;
mod html_blocks;
pub mod packed;
pub mod page;
mod superscripts;
mod table;
pub mod transcript;
mod web_page;

use crate::corpus::formats::format::Format;
use crate::corpus::formats::packed::child;
use crate::corpus::formats::page::{Content, Page};
use crate::corpus::skip::Skip;
use crate::prose::blocks::markdown::{self, Reader};
use crate::prose::blocks::{front_matter, plain_text};
use crate::text::decoding::{self, Decoded};
use serde_json::Map;

impl Format {
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
