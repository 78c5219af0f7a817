//! Bytes of a file as text, whatever its encoding, with the way back to the bytes.

use crate::text::span::Span;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// The text of a file. Its offsets are bytes of the text as UTF-8; [`Self::in_file`] leads back.
#[derive(Debug)]
pub struct Decoded<'f> {
    pub text: Cow<'f, str>,
    encoding: &'static Encoding,
    /// Where lines begin, in the text and in the file. Empty where the two are the same.
    lines: Vec<(u32, u32)>,
    /// Bytes of the file.
    length: u32,
}

/// Decodes a file; `None` if it is no text. A byte-order mark tells, else valid UTF-8 is UTF-8, else
/// browsers' guess counts.
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    let encoding = encoding(bytes)?;
    let length = Span::new(0, bytes.len()).end;
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (!is_garbled(text)).then_some(Decoded {
            text: Cow::Borrowed(text),
            encoding,
            lines: Vec::new(),
            length,
        });
    }
    let mut text = String::with_capacity(bytes.len());
    let mut lines = Vec::new();
    let mut at = 0;
    for line in file_lines(bytes, encoding) {
        lines.push((Span::new(text.len(), text.len()).start, Span::new(at, at).start));
        at += line.len();
        text += &encoding.decode_without_bom_handling(line).0;
    }
    (!is_garbled(&text)).then_some(Decoded { text: Cow::Owned(text), encoding, lines, length })
}

impl Decoded<'_> {
    /// Text that is in no file as it stands: its places are its own.
    pub fn of_text(text: String) -> Self {
        let length = Span::new(0, text.len()).end;
        Self { text: Cow::Owned(text), encoding: UTF_8, lines: Vec::new(), length }
    }

    /// The byte of the file at byte `at` of the text. In a line with bytes that are no text it may be some
    /// bytes off, but never outside that line.
    pub fn in_file(&self, at: u32) -> u32 {
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        let Some((start, file)) = after.checked_sub(1).map(|n| self.lines[n]) else { return at };
        let end = self.lines.get(after).map_or(self.length, |(_, file)| *file);
        let before = Span { start, end: at }.of(&self.text);
        let length = if self.encoding == UTF_16LE || self.encoding == UTF_16BE {
            before.chars().map(char::len_utf16).sum::<usize>() * 2
        } else {
            // What could not be read was mostly one byte.
            self.encoding.encode(&before.replace('\u{fffd}', "?")).0.len()
        };
        file.saturating_add(Span::new(0, length).end).min(end)
    }
}

fn encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    let head = &bytes[..bytes.len().min(SNIFFED)];
    if head.contains(&0) {
        return unmarked_utf16(head);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Some(detector.guess(None, Utf8Detection::Allow))
}

/// Bytes looked at to tell text from something else.
const SNIFFED: usize = 8_000;

/// Latin letters in UTF-16 have a zero in every other byte, and nothing else has.
fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match head.len() / 2 {
        half if odd * 4 > half * 3 && even == 0 => Some(UTF_16LE),
        half if even * 4 > half * 3 && odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The file cut behind every LF, so that each piece can be decoded by itself.
fn file_lines<'f>(bytes: &'f [u8], encoding: &'static Encoding) -> Box<dyn Iterator<Item = &'f [u8]> + 'f> {
    let wide = match encoding {
        encoding if encoding == UTF_16LE => [b'\n', 0],
        encoding if encoding == UTF_16BE => [0, b'\n'],
        // In these encodings no byte of another character is an LF.
        _ => return Box::new(bytes.split_inclusive(|byte| *byte == b'\n')),
    };
    let mut rest = bytes;
    Box::new(std::iter::from_fn(move || {
        let end = rest.chunks(2).position(|unit| unit == wide).map_or(rest.len(), |units| (units + 1) * 2);
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    }))
}

/// Text with more than a stray control or replacement character is no text.
fn is_garbled(text: &str) -> bool {
    let strange = |c: &char| {
        *c == '\u{fffd}'
            || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1b}' | '\u{85}')
    };
    let (strange, all) =
        text.chars().fold((0usize, 0usize), |(odd, all), c| (odd + usize::from(strange(&c)), all + 1));
    strange > STRAY && strange * 100 > all
}

/// A damaged page may hold so many of them in any length.
const STRAY: usize = 3;
