//! Text folded to the terminal's width, with carets under the words that matter.

use crate::text::Span;
use crate::text::fold::printable;
use unicode_width::UnicodeWidthChar;

/// One line of an excerpt: its text and, if any word of it is marked, the line beneath.
pub(super) struct Line {
    pub text: String,
    pub marks: Option<String>,
}

/// Folds `text` at spaces and draws `mark` under the bytes of `marked`. Nothing in `text` reaches a terminal unescaped.
pub(super) fn fold(text: &str, marked: &[Span], width: usize, mark: char) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = fold_at(text, start, width);
        lines.push(line(text, start, end, marked, mark));
        start = end + text[end..].len() - text[end..].trim_start().len();
    }
    lines
}

/// The lines of a long excerpt that are worth showing: those around the first mark, and the ends cut off with "…".
pub(super) fn around_mark(mut lines: Vec<Line>) -> Vec<Line> {
    let first = lines.iter().position(|line| line.marks.is_some()).unwrap_or(0);
    let from = first.saturating_sub(CONTEXT);
    let cut = |text: &str| Line { text: text.to_owned(), marks: None };
    if lines.len() > from + SHOWN {
        lines.truncate(from + SHOWN);
        lines.push(cut("…"));
    }
    if from > 0 {
        lines.splice(..from, [cut("…")]);
    }
    lines
}

/// Lines shown before the first mark, and in all.
const CONTEXT: usize = 2;
const SHOWN: usize = 10;

/// The byte after the last word that fits.
fn fold_at(text: &str, start: usize, width: usize) -> usize {
    let mut used = 0;
    let mut last_space = None;
    for (at, c) in text[start..].char_indices() {
        if c.is_whitespace() {
            last_space = Some(start + at);
        }
        used += columns(c);
        if used > width {
            return last_space.unwrap_or(start + at).max(start + c.len_utf8());
        }
    }
    text.len()
}

fn line(text: &str, start: usize, end: usize, marked: &[Span], mark: char) -> Line {
    let piece = &text[start..end];
    let is_marked = |at: usize| marked.iter().any(|span| span.range().contains(&(start + at)));
    let marks: String =
        piece.char_indices().flat_map(|(at, c)| std::iter::repeat_n(if is_marked(at) { mark } else { ' ' }, columns(c))).collect();
    let marks = marks.trim_end();
    Line { text: printable(piece), marks: (!marks.is_empty()).then(|| marks.to_owned()) }
}

/// Columns of the terminal that a character takes once it is made printable.
fn columns(c: char) -> usize {
    if c.is_control() { 1 } else { c.width().unwrap_or(0) }
}
