//! Byte offsets to lines and columns, as the JSON report and the terminal show them.

use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// Where lines begin. A line ends at LF, CRLF or a lone CR.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
    /// Bytes at the head of the file that no editor counts.
    unseen: u32,
}

/// A place a person can go to. Line and columns count from 1; the three columns name the same place in
/// Unicode scalar values, in UTF-16 code units and in bytes, since every editor counts in its own. `offset`
/// is in bytes of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub line: u32,
    pub column: u32,
    pub utf16: u32,
    pub utf8: u32,
    pub offset: u32,
}

impl Lines {
    /// Finds every line start of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends_line {
                starts.push(Span::new(at + 1, at + 1).start);
            }
        }
        Self { starts, unseen: 0 }
    }

    /// The lines of a file, whose byte-order mark an editor takes away before it counts.
    pub fn of_file(text: &str) -> Self {
        let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { unseen: Span::new(0, mark).end, ..Self::new(text) }
    }

    /// The 1-based line that holds byte `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        u32::try_from(self.starts.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
    }

    /// The places of many bytes of `text`, asked for in order: each is counted from the one before.
    pub fn cursor<'t>(&'t self, text: &'t str) -> Cursor<'t> {
        Cursor { lines: self, text, last: Place::default() }
    }

    /// The place of byte `offset` in `text`, which must be the text the lines were taken from.
    pub fn place(&self, text: &str, offset: u32) -> Place {
        let line = self.line(offset);
        let start = self.starts[line as usize - 1].max(self.unseen);
        Place { line, column: 1, utf16: 1, utf8: 1, offset: start.min(offset) }.advanced(text, offset)
    }
}

/// Finds places in order, at a cost that a long line does not multiply.
pub struct Cursor<'t> {
    lines: &'t Lines,
    text: &'t str,
    last: Place,
}

impl Cursor<'_> {
    /// The place of byte `offset`.
    pub fn place(&mut self, offset: u32) -> Place {
        let goes_on = self.last.line == self.lines.line(offset) && self.last.offset <= offset;
        self.last =
            if goes_on { self.last.advanced(self.text, offset) } else { self.lines.place(self.text, offset) };
        self.last
    }
}

impl Place {
    /// The place at byte `offset` of the same line, which is not before this one.
    fn advanced(self, text: &str, offset: u32) -> Self {
        let between = Span { start: self.offset, end: offset.max(self.offset) }.of(text);
        let add = |column: u32, units: usize| column.saturating_add(u32::try_from(units).unwrap_or(u32::MAX));
        let utf16 = between.chars().map(char::len_utf16).sum();
        Self {
            line: self.line,
            column: add(self.column, between.chars().count()),
            utf16: add(self.utf16, utf16),
            utf8: add(self.utf8, between.len()),
            offset,
        }
    }
}
