//! The content of a source as its format gives it.

use crate::prose::Block;
use crate::text::decoding::Decoded;
use serde_json::{Map, Value};

/// A file opened.
#[derive(Debug)]
pub(in crate::corpus) struct Content<'b> {
    /// The text in which places count.
    pub(in crate::corpus) decoded: Decoded<'b>,
    /// The keys of a front matter.
    pub(in crate::corpus) front: Map<String, Value>,
    /// What could not be read of it, or of the file.
    pub(in crate::corpus) problem: Option<String>,
    pub(in crate::corpus) page: Page,
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

impl Page {
    /// The time or page at byte `at` of the file.
    pub(in crate::corpus) fn locator(&self, at: u32) -> Option<&str> {
        let after = self.locators.partition_point(|(from, _)| *from <= at);
        after.checked_sub(1).map(|n| self.locators[n].1.as_str())
    }
}
