//! Captions of recordings (`.vtt`, `.srt`): the cues' words run together into sentences, each with the time
//! it begins at.

use crate::corpus::formats::page::Page;
use crate::corpus::formats::transcript;
use crate::prose::{Block, Kind};
use crate::text::Span;
use crate::text::mapped::Mapped;

/// Reads captions. `base` is the byte at which `text` begins in its file.
pub(super) fn read(text: &str, base: usize) -> Page {
    let mut talk = Talk::default();
    let mut lines = Lines { text, at: 0 };
    while let Some((_, line)) = lines.next() {
        // Headers, notes, styles and numbers of cues stand outside a cue: before its times, after a blank
        // line.
        let Some(time) = start_of(line) else { continue };
        let mut first = true;
        while let Some((at, line)) = lines.next().filter(|(_, line)| !line.trim().is_empty()) {
            talk.hear(line, base + at, if first { Some(time) } else { None });
            first = false;
        }
    }
    talk.close();
    Page { blocks: talk.blocks, locators: talk.times, ..Page::default() }
}

/// Lines with their first byte, ended by LF, CRLF or CR.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lines<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let start = self.at;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let ending = if rest[length..].starts_with("\r\n") { 2 } else { usize::from(length < rest.len()) };
        self.at += length + ending;
        Some((start, &rest[..length]))
    }
}

/// The time at which a cue begins, from its line of times: `00:01:02.500 --> 00:01:04.000`.
fn start_of(line: &str) -> Option<&str> {
    let (start, end) = line.split_once("-->")?;
    let is_time = |text: &str| {
        text.contains(':')
            && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b','))
    };
    let (start, end) = (start.trim(), end.split_whitespace().next()?);
    // Fractions of a second say nothing to a person who looks a place up.
    (is_time(start) && is_time(end)).then(|| start.split(['.', ',']).next().unwrap_or(start))
}

/// What has been heard so far.
#[derive(Default)]
struct Talk {
    blocks: Vec<Block>,
    times: Vec<(u32, String)>,
    open: Mapped,
    span: Option<Span>,
    speaker: Option<String>,
    /// Words since the last end of a sentence.
    unended: usize,
}

/// Captions made by a machine have no full stops: after so many words without one, a cue's end is as good as
/// one.
const LONGEST_SENTENCE: usize = 40;
/// A paragraph of speech; after it the next sentence begins a new one.
const LONGEST_BLOCK: usize = 600;

impl Talk {
    /// One line of a cue.
    fn hear(&mut self, line: &str, start: usize, time: Option<&str>) {
        let (pieces, voice) = pieces(line, start);
        let words: String = pieces.iter().map(|piece| piece.text).collect();
        let new_turn = voice.is_some() && voice != self.speaker
            || ["- ", "– ", ">>", "&gt;&gt;"].iter().any(|mark| line.trim_start().starts_with(mark))
            || transcript::label_of(words.trim_start()).is_some();
        if new_turn || self.unended == 0 && self.open.text().len() > LONGEST_BLOCK {
            self.close();
            self.speaker = voice;
        }
        if let Some(time) = time {
            self.times.push((Span::new(start, start).start, time.to_owned()));
        }
        let Some(first) = pieces.first() else { return };
        if !self.open.text().is_empty() {
            let breaks = self.unended > LONGEST_SENTENCE;
            self.open.resolve(if breaks { "\n" } else { " " }, Span::new(first.file, first.file));
            self.unended = if breaks { 0 } else { self.unended };
        }
        for piece in &pieces {
            match piece.resolved {
                Some((text, length)) => self.open.resolve(text, Span::new(piece.file, piece.file + length)),
                None => self.open.copy(piece.text, piece.file),
            }
        }
        let here = Span::new(start, start + line.len());
        self.span = Some(self.span.map_or(here, |span| span.join(here)));
        let ended = words.trim_end().ends_with(['.', '!', '?', '…', '”', '"']);
        self.unended = if ended { 0 } else { self.unended + words.split_whitespace().count() };
    }

    fn close(&mut self) {
        let text = std::mem::take(&mut self.open);
        self.unended = 0;
        if let Some(span) = self.span.take() {
            self.blocks
                .push(Block { speaker: self.speaker.clone(), ..Block::new(Kind::Paragraph, text, span) });
        }
    }
}

/// A stretch of a cue's line as it reads.
struct Piece<'t> {
    text: &'t str,
    /// Its first byte in the file.
    file: usize,
    /// What an entity stands for, and its length in the file.
    resolved: Option<(&'static str, usize)>,
}

/// Characters of a voice's name; more is no name.
const LONGEST_NAME: usize = 80;

/// A line without its tags, and the voice that a tag names.
fn pieces(line: &str, start: usize) -> (Vec<Piece<'_>>, Option<String>) {
    let mut found = Vec::new();
    let mut voice = None;
    let mut at = line.len() - line.trim_start_matches(['>', '-', '–', ' ', '\u{feff}']).len();
    while at < line.len() {
        let rest = &line[at..];
        let next = rest.find(['<', '&']).unwrap_or(rest.len());
        if next > 0 {
            found.push(Piece { text: &rest[..next], file: start + at, resolved: None });
            at += next;
        } else if let Some(end) = rest.strip_prefix('<').and_then(|tag| tag.find('>')) {
            let tag = &rest[1..=end];
            voice = tag
                .strip_prefix("v")
                .filter(|name| name.starts_with([' ', '.']))
                .and_then(|name| name.split_once(' '))
                .map_or(voice, |(_, name)| Some(name.trim().chars().take(LONGEST_NAME).collect()));
            at += end + 2;
        } else if let Some((entity, text)) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity)) {
            found.push(Piece { text, file: start + at, resolved: Some((text, entity.len())) });
            at += entity.len();
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            found.push(Piece { text: &rest[..length], file: start + at, resolved: None });
            at += length;
        }
    }
    (found, voice)
}

/// The entities of `WebVTT` that stand for something printed.
const ENTITIES: [(&str, &str); 5] =
    [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{a0}"), ("&quot;", "\"")];
