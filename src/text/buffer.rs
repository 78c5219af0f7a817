//! A text while it is edited: changed in place, copied for nothing, addressed as editors address it.

use crate::text::lines::Place;
use ropey::{Rope, RopeSlice};

/// The unit in which an editor counts columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, which every client understands.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A place as an editor names it: line and column count from 0, columns in units of an [`Encoding`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// The text of an open document. A clone shares its content. Lines end at LF, CRLF or a lone CR, and at
/// nothing else.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    rope: Rope,
}

impl Buffer {
    /// A buffer that holds `text`.
    pub fn new(text: &str) -> Self {
        Self { rope: Rope::from_str(text) }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.rope.to_string()
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Puts `text` in the place of what stands from `start` to `end`. Positions outside the text mean its
    /// nearest place: the end of the line, the end of the text; an end before the start means the start.
    pub fn replace(&mut self, start: Position, end: Position, text: &str, encoding: Encoding) {
        let from = self.char(start, encoding);
        let to = self.char(end, encoding).max(from);
        self.rope.remove(from..to);
        self.rope.insert(from, text);
    }

    /// The byte at a position, clamped as [`Self::replace`] clamps.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        self.rope.char_to_byte(self.char(position, encoding))
    }

    /// The position of a byte; a byte inside a character means that character, one past the end the end.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let at = self.rope.byte_to_char(offset.min(self.rope.len_bytes()));
        let line = self.rope.char_to_line(at);
        let start = self.rope.line_to_char(line);
        let before = self.rope.slice(start..at);
        let column = match encoding {
            Encoding::Utf8 => before.len_bytes(),
            Encoding::Utf16 => before.len_utf16_cu(),
            Encoding::Utf32 => before.len_chars(),
        };
        Position { line: narrow(line), column: narrow(column) }
    }

    fn char(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let content = without_break(self.rope.line(line));
        let column = position.column as usize;
        let within = match encoding {
            Encoding::Utf8 => content.byte_to_char(column.min(content.len_bytes())),
            Encoding::Utf16 => content.utf16_cu_to_char(column.min(content.len_utf16_cu())),
            Encoding::Utf32 => column.min(content.len_chars()),
        };
        self.rope.line_to_char(line) + within
    }
}

impl Place {
    /// The same place as an editor names it.
    pub fn position(&self, encoding: Encoding) -> Position {
        let column = match encoding {
            Encoding::Utf8 => self.utf8,
            Encoding::Utf16 => self.utf16,
            Encoding::Utf32 => self.column,
        };
        Position { line: self.line.saturating_sub(1), column: column.saturating_sub(1) }
    }
}

fn without_break(line: RopeSlice<'_>) -> RopeSlice<'_> {
    let breaks = line.chars_at(line.len_chars()).reversed().take(2).collect::<Vec<char>>();
    let length = match breaks.as_slice() {
        ['\n', '\r', ..] => 2,
        ['\n' | '\r', ..] => 1,
        _ => 0,
    };
    line.slice(..line.len_chars() - length)
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
