//! Resolved text that remembers which bytes of its file it came from.
//!
//! Markup is gone from the text (`*not*` reads `not`), entities and line breaks are resolved, yet every span
//! of the text maps back to exact bytes of the file.

use crate::text::span::Span;

/// One run of text and the bytes it stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where the run begins in the resolved text.
    at: u32,
    /// The bytes of the file. As long as the run when it was copied; any length when it was resolved.
    file: Span,
    copied: bool,
}

/// Text with a map back to its file. Offsets into it are bytes of the resolved text.
#[derive(Clone, Debug, Default)]
pub struct Mapped {
    text: String,
    pieces: Vec<Piece>,
}

impl Mapped {
    /// Text that is a slice of the file as it stands, beginning at byte `start`.
    pub fn verbatim(text: &str, start: usize) -> Self {
        let mut mapped = Self::default();
        mapped.copy(text, start);
        mapped
    }

    /// Appends bytes that the file holds literally at `start`.
    pub fn copy(&mut self, text: &str, start: usize) {
        if !text.is_empty() {
            self.piece(Span::new(start, start + text.len()), true);
            self.text.push_str(text);
        }
    }

    /// Appends text that stands for the bytes `file` without being equal to them: an entity, a line break.
    pub fn resolve(&mut self, text: &str, file: Span) {
        if !text.is_empty() {
            self.piece(file, false);
            self.text.push_str(text);
        }
    }

    fn piece(&mut self, file: Span, copied: bool) {
        self.pieces.push(Piece { at: Span::new(self.text.len(), self.text.len()).start, file, copied });
    }

    /// Appends another mapped text of the same file.
    pub fn append(&mut self, other: &Self) {
        let shift = Span::new(self.text.len(), self.text.len()).start;
        self.pieces.extend(other.pieces.iter().map(|piece| Piece { at: piece.at + shift, ..*piece }));
        self.text.push_str(&other.text);
    }

    /// The same text with some spans cut out; the spans are in order and apart.
    pub fn without(&self, spans: &[Span]) -> Self {
        let mut kept = Self::default();
        let mut at = 0;
        let end = Span::new(self.text.len(), self.text.len());
        for span in spans.iter().chain([&end]) {
            kept.append(&self.slice(Span { start: at, end: span.start.max(at) }));
            at = span.end;
        }
        kept
    }

    fn slice(&self, span: Span) -> Self {
        let mut slice = Self::default();
        let ends = self.pieces.iter().skip(1).map(|piece| piece.at).chain([Span::new(
            self.text.len(),
            self.text.len(),
        )
        .start]);
        for (piece, end) in self.pieces.iter().zip(ends) {
            let (from, to) = (piece.at.max(span.start), end.min(span.end));
            if from >= to {
                continue;
            }
            let text = Span { start: from, end: to }.of(&self.text);
            if piece.copied {
                slice.copy(text, (piece.file.start + (from - piece.at)) as usize);
            } else {
                slice.resolve(text, piece.file);
            }
        }
        slice
    }

    /// The resolved text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the file that a span of the resolved text stands for.
    pub fn to_file(&self, span: Span) -> Span {
        let start = self.locate(span.start, false);
        let end = if span.is_empty() { start } else { self.locate(span.end, true) };
        Span { start, end: end.max(start) }
    }

    /// The file offset of text offset `at`; `ending` asks for the end of what precedes it.
    fn locate(&self, at: u32, ending: bool) -> u32 {
        let after = self.pieces.partition_point(|piece| if ending { piece.at < at } else { piece.at <= at });
        let Some(piece) = after.checked_sub(1).and_then(|n| self.pieces.get(n)) else {
            return self.pieces.first().map_or(0, |piece| piece.file.start);
        };
        match (piece.copied, ending) {
            (true, _) => (piece.file.start + (at - piece.at)).min(piece.file.end),
            (false, false) => piece.file.start,
            (false, true) => piece.file.end,
        }
    }
}
