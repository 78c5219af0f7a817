//! Letters on a page to the lines that they stand in.

use crate::corpus::formats::superscripts;

/// A letter on its page, in points from the left and from the top.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// One character, or several that are cast as one.
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where its baseline is.
    pub(super) base: f64,
    pub(super) size: f64,
}

/// One page, its lines in the order in which they are drawn.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) lines: Vec<Line>,
    /// Points.
    pub(super) height: f64,
}

/// A line as set: a tab stands for a gap that no space between words is.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    /// Width of its first word.
    pub(super) first_word: f64,
    /// Raised letters not yet known to be part of the text.
    raised: String,
}

// Shares of a letter's size.
/// A wider gap is a space; poppler takes the same.
const SPACE: f64 = 0.1;
/// A wider gap is between cells or columns; justified lines stretch a space to one em at most.
const CELL: f64 = 1.5;
/// Letters this far above or below still stand in the line.
const SHIFT: f64 = 0.5;
/// Kerning moves a letter back by less.
const BACK: f64 = 0.6;
/// A raised letter is smaller and stands higher than these: browsers set it at 0.83, word processors at 0.58
/// to 0.8.
const RAISED_SIZE: f64 = 0.92;
const RAISED_BY: f64 = 0.2;

/// The lines that the letters of a page stand in.
pub(super) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut space = false;
    let mut before: Option<&Glyph> = None;
    for glyph in glyphs {
        if glyph.text.chars().all(char::is_whitespace) {
            space = true;
            continue;
        }
        // Bold is sometimes made by printing twice.
        let twice = |before: &Glyph| {
            before.text == glyph.text
                && (before.left - glyph.left).abs() + (before.base - glyph.base).abs() < before.size * SPACE
        };
        if before.is_some_and(twice) {
            continue;
        }
        before = Some(glyph);
        match lines.last_mut().filter(|line| line.takes(glyph)) {
            Some(line) => line.set(glyph, space),
            None => lines.push(Line::begin(glyph)),
        }
        space = false;
    }
    for line in &mut lines {
        line.settle();
    }
    lines.dedup_by(|line, before| {
        line.text == before.text
            && (line.base - before.base).abs() + (line.left - before.left).abs() < line.size * SHIFT
    });
    lines.retain(|line| !line.text.is_empty());
    lines
}

impl Line {
    fn begin(glyph: &Glyph) -> Self {
        let mut line = Self {
            left: glyph.left,
            right: glyph.left,
            base: glyph.base,
            size: glyph.size,
            ..Self::default()
        };
        line.set(glyph, false);
        line
    }

    fn takes(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        (glyph.base - self.base).abs() <= size * SHIFT && glyph.left >= self.right - size * BACK
    }

    fn set(&mut self, glyph: &Glyph, space: bool) {
        if glyph.size < self.size * RAISED_SIZE && glyph.base < self.base - self.size * RAISED_BY {
            self.raised += &glyph.text;
            self.right = self.right.max(glyph.right);
            return;
        }
        if glyph.text == "\u{2044}" {
            // The upper half of a fraction is raised, too.
            self.text += &std::mem::take(&mut self.raised);
        }
        self.settle();
        // A small number before the first word is a note's own.
        if self.size < glyph.size * RAISED_SIZE && self.text.chars().all(is_note_mark) {
            self.text.clear();
        }
        let gap = glyph.left - self.right;
        if !self.text.is_empty() {
            if gap > self.size * CELL {
                self.text.push('\t');
            } else if space || gap > self.size * SPACE {
                self.text.push(' ');
            }
        }
        for c in glyph.text.chars() {
            match LIGATURES.iter().find(|(cast, _)| *cast == c) {
                Some((_, letters)) => self.text += letters,
                None if c.is_control() => {}
                None => self.text.push(c),
            }
        }
        if glyph.size > self.size {
            (self.size, self.base) = (glyph.size, glyph.base);
        }
        self.right = self.right.max(glyph.right);
        if !self.text.contains([' ', '\t']) {
            self.first_word = self.right - self.left;
        }
    }

    fn settle(&mut self) {
        if !self.raised.is_empty() {
            let raised = std::mem::take(&mut self.raised);
            self.text += &superscripts::reads(&self.text, &raised);
        }
    }
}

pub(super) fn is_note_mark(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | '§' | '∗')
}

/// Letters cast as one, where a font gives them as one character.
const LIGATURES: [(char, &str); 7] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];
