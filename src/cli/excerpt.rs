//! Text folded to the terminal's width, with carets under the words that matter.

use crate::text::Span;
use crate::text::fold::printable;
use unicode_width::UnicodeWidthChar;

/// One line of an excerpt: its text and, if any word of it is marked, the line beneath.
pub(super) struct Line {
    pub text: String,
    pub marks: Option<String>,
}

/// Folds `text` at spaces and draws `mark` under the bytes of `marked`; of a long text, the lines around the
/// first mark, its cut ends shown as "…". Nothing in `text` reaches a terminal unescaped.
pub(super) fn fold(text: &str, marked: &[Span], width: usize, mark: char) -> Vec<Line> {
    let first = marked.iter().map(|span| span.range().start).min().unwrap_or(0);
    // Lines before the mark are folded from where they can still be shown: a sentence of a thousand findings
    // is not folded a thousand times.
    let mut start = word_before(text, first, CONTEXT * width);
    let is_cut = start > 0;
    let mut lines = Vec::new();
    while start < text.len() && lines.len() < SHOWN {
        let end = fold_at(text, start, width);
        lines.push(line(text, start, end, marked, mark));
        start = end + text[end..].len() - text[end..].trim_start().len();
    }
    let cut = || Line { text: "…".to_owned(), marks: None };
    if start < text.len() {
        lines.push(cut());
    }
    if is_cut {
        lines.insert(0, cut());
    }
    lines
}

/// The start of a word at most `bytes` before the byte `at`, or the text's own start if that is as near.
fn word_before(text: &str, at: usize, bytes: usize) -> usize {
    let from = text.floor_char_boundary(at.saturating_sub(bytes));
    if from == 0 {
        return 0;
    }
    let head = &text[from..at];
    head.find(char::is_whitespace).map_or(from, |space| at - head[space..].trim_start().len())
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
    let marks: String = piece
        .char_indices()
        .flat_map(|(at, c)| std::iter::repeat_n(if is_marked(at) { mark } else { ' ' }, columns(c)))
        .collect();
    let marks = marks.trim_end();
    Line { text: printable(piece), marks: (!marks.is_empty()).then(|| marks.to_owned()) }
}

/// Columns of the terminal that a character takes once it is made printable.
fn columns(c: char) -> usize {
    if c.is_control() { 1 } else { c.width().unwrap_or(0) }
}
