//! Blocks: the paragraphs, items, rows and headings that a document is made of.

pub mod front_matter;
pub mod markdown;
pub mod plain_text;

use crate::text::Span;
use crate::text::mapped::Mapped;
use serde::{Deserialize, Serialize};

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A heading of level 1 to 6.
    Heading(u8),
    Paragraph,
    /// A list item's own text.
    Item,
    /// A paragraph inside a block quotation.
    Quote,
    /// A paragraph inside a callout (`> [!NOTE]`), which quotes nobody.
    Callout,
    /// A table row, cells joined by ` | `.
    Row,
    /// The definition of a footnote with its label.
    Note(String),
}

/// One block with its resolved text.
#[derive(Clone, Debug)]
pub struct Block {
    pub kind: Kind,
    pub text: Mapped,
    /// Bytes of the file that the block covers, markup included.
    pub span: Span,
    /// Who speaks here, in a transcript.
    pub speaker: Option<String>,
}

impl Block {
    /// A block whose text is found in the file.
    pub fn new(kind: Kind, text: Mapped, span: Span) -> Self {
        Self { kind, text, span, speaker: None }
    }
}
