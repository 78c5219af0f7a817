//! A text edited by hand, as the protocol describes it: what the server's own text must be equal to.

use backread::text::buffer::{Encoding, Position};

/// Replaces what stands between two positions.
pub(crate) fn replace(text: &mut String, start: Position, end: Position, typed: &str, encoding: Encoding) {
    let from = walk(text, start, encoding);
    let to = walk(text, end, encoding).max(from);
    text.replace_range(from..to, typed);
}

fn units(c: char, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => c.len_utf8(),
        Encoding::Utf16 => c.len_utf16(),
        Encoding::Utf32 => 1,
    }
}

/// The byte of a position, found by walking the text as the protocol describes it.
fn walk(text: &str, position: Position, encoding: Encoding) -> usize {
    let mut at = 0;
    for _ in 0..position.line {
        match text[at..].find(['\n', '\r']) {
            Some(end) => at += end + if text[at + end..].starts_with("\r\n") { 2 } else { 1 },
            None => return text.len(),
        }
    }
    let mut left = position.column as usize;
    for c in text[at..].chars() {
        let width = units(c, encoding);
        if matches!(c, '\n' | '\r') || width > left {
            break;
        }
        left -= width;
        at += c.len_utf8();
    }
    at
}
