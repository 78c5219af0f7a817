//! Lines to paragraphs.
//!
//! The order in which a page draws its lines is the order of reading: word processors and typesetters write
//! column by column.

use crate::corpus::formats::packed::hyphens::Vocabulary;
use crate::corpus::formats::packed::lines::{Line, Sheet, is_note_mark};
use crate::corpus::formats::packed::unpacked::Piece;
use crate::corpus::formats::packed::{hyphens, page_furniture};
use crate::prose::Kind;

/// The paragraphs, headings, items and rows of a document, furniture of its pages left out, notes behind the
/// paragraph that they interrupt.
pub(super) fn pieces(sheets: Vec<Sheet>) -> Vec<Piece> {
    let pages = page_furniture::without(sheets);
    let type_area = TypeArea::of(&pages);
    let mut flow = Flow {
        area: &type_area,
        vocabulary: Vocabulary::of(pages.iter().flatten()),
        done: Vec::new(),
        open: None,
        notes: Vec::new(),
    };
    for (number, page) in pages.iter().enumerate() {
        flow.page(page, &format!("p. {}", number + 1));
    }
    flow.close();
    flow.done.append(&mut flow.notes);
    flow.done
}

/// What is usual in the document.
struct TypeArea {
    /// Size of most letters.
    body: f64,
    /// From baseline to baseline, as a share of the size.
    leading: f64,
    largest: f64,
}

impl TypeArea {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut sizes: Vec<(f64, usize)> =
            pages.iter().flatten().map(|line| (line.size, line.text.len())).collect();
        let pairs = pages
            .iter()
            .flat_map(|page| page.windows(2))
            .filter(|pair| is_same_size(pair[0].size, pair[1].size));
        let mut steps: Vec<(f64, usize)> = pairs
            .map(|pair| ((pair[1].base - pair[0].base) / pair[0].size, 1))
            .filter(|(step, _)| (0.8..2.5).contains(step))
            .collect();
        let largest = pages.first().into_iter().flatten().map(|line| line.size).fold(0.0, f64::max);
        Self {
            body: weighted_median(&mut sizes).unwrap_or(10.0),
            leading: weighted_median(&mut steps).unwrap_or(1.2),
            largest,
        }
    }
}

fn weighted_median(weighed: &mut [(f64, usize)]) -> Option<f64> {
    weighed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = weighed.iter().map(|(_, weight)| weight).sum::<usize>() / 2;
    let mut seen = 0;
    let middle = weighed.iter().find(|(_, weight)| {
        seen += weight;
        seen > half
    });
    middle.map(|(value, _)| *value)
}

fn is_same_size(a: f64, b: f64) -> bool {
    (a - b).abs() <= SAME_SIZE * a.max(b)
}

/// Fonts of one paragraph differ by less, as a share.
const SAME_SIZE: f64 = 0.08;
/// Notes are set smaller than this share of the body, headings larger than that.
const NOTE: f64 = 0.93;
const HEADING: f64 = 1.15;
/// A gap between paragraphs, as a share of the usual step from line to line.
const PARAGRAPH: f64 = 1.3;
/// An indent, as a share of the size.
const INDENT: f64 = 0.8;
/// More words are no heading.
const HEADING_WORDS: usize = 25;

/// Paragraphs in the making.
struct Flow<'a> {
    area: &'a TypeArea,
    vocabulary: Vocabulary,
    done: Vec<Piece>,
    open: Option<Open>,
    /// Notes wait for the end of the paragraph that goes on over the page.
    notes: Vec<Piece>,
}

struct Open {
    piece: Piece,
    last: Line,
    lines: usize,
    is_row: bool,
    /// Its last line reaches the right edge of its column.
    full: bool,
}

impl Open {
    /// Whether a line begins the next item of a numbered list, of which this is one, or one behind an end.
    fn is_followed_by(&self, line: &str) -> bool {
        let next = item_number(line);
        next.is_some()
            && (is_ended(&self.piece.text) || item_number(&self.piece.text).map(|number| number + 1) == next)
    }
}

/// The number of an item: "2. ", "2) ".
fn item_number(text: &str) -> Option<u32> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).filter(|length| (1..=2).contains(length))?;
    let marked = text[digits..].strip_prefix(['.', ')'])?.starts_with(' ');
    text[..digits].parse().ok().filter(|_| marked)
}

impl Flow<'_> {
    fn page(&mut self, lines: &[Line], name: &str) {
        let (mut notes, body): (Vec<_>, Vec<_>) = (0..lines.len()).partition(|n| self.is_note(lines, *n));
        let mut fresh = true;
        for n in body {
            let row = is_row(lines, n);
            let breaks = fresh || self.breaks(lines, n, row);
            if breaks && !(fresh && self.goes_on(&lines[n], row)) {
                self.close();
            }
            self.add(lines, n, row, name);
            fresh = false;
        }
        let held = self.open.take();
        for n in notes.drain(..) {
            if self.open.as_ref().is_none_or(|_| self.breaks(lines, n, false)) {
                self.note();
            }
            self.add(lines, n, false, name);
        }
        self.note();
        self.open = held;
    }

    /// Small print below the text of its column.
    fn is_note(&self, lines: &[Line], n: usize) -> bool {
        let line = &lines[n];
        let is_body = |other: &&Line| {
            other.size >= self.area.body * NOTE && other.left < line.right && line.left < other.right
        };
        line.size < self.area.body * NOTE && lines.iter().filter(is_body).all(|other| other.base < line.base)
    }

    /// Whether the line begins something new on the page of the one before.
    fn breaks(&self, lines: &[Line], n: usize, row: bool) -> bool {
        let Some(open) = &self.open else { return true };
        let (line, last) = (&lines[n], &open.last);
        if row
            || open.is_row
            || !is_same_size(line.size, last.size)
            || bullet(&line.text).is_some()
            || open.is_followed_by(&line.text)
        {
            return true;
        }
        let step = line.base - last.base;
        if step < 0.0 || line.left > last.right {
            return !self.goes_on(line, row);
        }
        if line.size > self.area.body * HEADING {
            return step > line.size * self.area.leading * HEADING_STEP;
        }
        let gap = step > line.size * self.area.leading * PARAGRAPH;
        let shift = (line.left - last.left) / line.size;
        let indented = shift > INDENT && !(open.piece.kind == Kind::Item && open.lines == 1);
        let outdented = shift < -INDENT && open.lines > 1;
        let unbroken = !last.text.ends_with(hyphens::is_hyphen) && !line.text.starts_with(char::is_lowercase);
        // Lines beside a picture are short, too: without an end only a lone short line, as a heading is one,
        // is a whole.
        let alone = open.lines == 1 && (line.right - last.right).abs() > line.size * 2.0;
        let had_room = last.right + line.first_word + line.size < right_edge(lines, last)
            && (is_ended(&open.piece.text) || alone);
        gap || indented || outdented || unbroken && had_room
    }

    /// Whether the line, in a new column or on a new page, goes on with the sentence.
    fn goes_on(&self, line: &Line, row: bool) -> bool {
        let Some(open) = &self.open else { return false };
        let plain =
            !row && !open.is_row && bullet(&line.text).is_none() && line.size <= self.area.body * HEADING;
        let unended = !is_ended(&open.piece.text) && (open.full || line.text.starts_with(char::is_lowercase));
        plain && unended && is_same_size(line.size, open.last.size)
    }

    fn add(&mut self, lines: &[Line], n: usize, is_row: bool, page: &str) {
        let line = &lines[n];
        let full = line.right + line.size * FULL > right_edge(lines, line);
        let text = if is_row { line.text.replace('\t', " | ") } else { line.text.replace('\t', " ") };
        let Some(open) = &mut self.open else {
            let (kind, text) = match bullet(&text) {
                _ if is_row => (Kind::Row, text.as_str()),
                Some(rest) => (Kind::Item, rest),
                None => (Kind::Paragraph, text.as_str()),
            };
            let piece = Piece { kind, text: text.to_owned(), pages: vec![(0, page.to_owned())] };
            self.open = Some(Open { piece, last: line.clone(), lines: 1, is_row, full });
            return;
        };
        self.vocabulary.join(&mut open.piece.text, &text);
        if open.piece.pages.last().is_none_or(|(_, name)| name != page) {
            let at = open.piece.text.len().saturating_sub(text.len());
            open.piece.pages.push((u32::try_from(at).unwrap_or(u32::MAX), page.to_owned()));
        }
        open.last = line.clone();
        open.lines += 1;
        open.full = full;
    }

    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            let words = open.piece.text.split_whitespace().count();
            if open.piece.kind == Kind::Paragraph
                && open.last.size > self.area.body * HEADING
                && words <= HEADING_WORDS
            {
                let is_first = self.done.iter().all(|piece| piece.kind != Kind::Heading(1));
                let is_title = is_first && is_same_size(open.last.size, self.area.largest);
                open.piece.kind = Kind::Heading(if is_title { 1 } else { 2 });
            }
            self.done.push(open.piece);
            self.done.append(&mut self.notes);
        }
    }

    fn note(&mut self) {
        let Some(Open { mut piece, .. }) = self.open.take() else { return };
        // Its number may be set against its first word.
        let words = piece.text.trim_start_matches(is_note_mark);
        if words.starts_with(char::is_alphabetic) {
            piece.text.drain(..piece.text.len() - words.len());
        }
        self.notes.push(piece);
    }
}

/// Sizes by which a full line may fall short: the next word was longer.
const FULL: f64 = 4.0;
/// Lines of a heading stand closer than this share of the usual step.
const HEADING_STEP: f64 = 1.4;

/// The right edge of the column that a line stands in: where four in five of its lines end at most.
fn right_edge(lines: &[Line], line: &Line) -> f64 {
    let in_column = |other: &&Line| {
        is_same_size(other.size, line.size) && (other.left - line.left).abs() < line.size * 3.0
    };
    let mut ends: Vec<f64> = lines.iter().filter(in_column).map(|other| other.right).collect();
    ends.sort_by(f64::total_cmp);
    ends.get(ends.len() * 4 / 5).copied().unwrap_or(line.right)
}

/// Cells beside each other, in a line whose neighbour has them too.
fn is_row(lines: &[Line], n: usize) -> bool {
    let has_cells = |n: usize| lines.get(n).is_some_and(|line| line.text.contains('\t'));
    has_cells(n) && (has_cells(n + 1) || n.checked_sub(1).is_some_and(has_cells))
}

/// What follows a bullet.
fn bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['•', '▪', '●', '◦', '‣', '■', '□', '–', '\u{f0b7}'])?;
    rest.starts_with([' ', '\t']).then(|| rest.trim_start())
}

fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'', ')', '»', '“', ']']).ends_with(['.', '!', '?', ':', '…'])
}
