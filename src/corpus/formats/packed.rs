//! Packed formats (`.pdf`, `.docx`, `.eml`, `.mhtml`): the text is not in the file as bytes, a library has to
//! take it out.
//!
//! Such a file has no lines to go to. The places of its passages count in the text as it was taken out, and a
//! page is said where the format has pages. Libraries that unpack run in a child process (see [`child`]).

pub mod child;
mod docx;
mod email;
mod hyphens;
mod lines;
mod page_furniture;
mod paragraphs;
mod pdf;
pub mod unpacked;

use crate::corpus::formats::packed::unpacked::{Packing, Unpacked};
use crate::corpus::skip::Skip;

impl Packing {
    /// Takes the text out, in this process: a hostile file may take it down with it.
    pub fn unpack(self, bytes: &[u8]) -> Result<Unpacked, Skip> {
        match self {
            Self::Pdf => pdf::unpack(bytes),
            Self::Docx => docx::unpack(bytes),
            Self::Email => email::unpack(bytes),
            Self::WebArchive => email::unpack_page(bytes),
        }
    }
}
