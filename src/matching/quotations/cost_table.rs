//! The alignment of a few words of a quotation with a few of a source at least cost (Gotoh's affine gaps).

use crate::language::{Class, Lexicon};
use crate::matching::quotations::edits::is_one_word;
use crate::matching::quotations::reading::{Standing, Token};
use crate::matching::quotations::window::Window;
use crate::prose::words::Word;
use std::ops::Range;

/// What is aligned.
pub(super) struct Table<'a> {
    pub fragment: &'a [Token],
    pub window: &'a Window,
    pub lexicon: &'a Lexicon,
}

/// A step on the way: words of the fragment and those of the window that stand opposite; either may be none.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub quoted: Range<usize>,
    pub source: Range<usize>,
}

/// Costs. A word left out (a gap of one) is cheaper than a word changed, and that cheaper than a word added:
/// of two readings of "we will stop" for "we will not stop" the one that keeps "stop" is meant. A gap widens
/// cheaply, so that a dropped clause is one difference and not many.
const CHANGE: f32 = 1.05;
/// The first or last word changed: what stands before it in the source costs nothing, so that any word could
/// stand opposite.
const EDGE: f32 = 1.09;
const RELATED: f32 = 0.95 * CHANGE;
/// "five" for "5", "colour" for "color": hardly a change.
const RESTYLED: f32 = 0.2;
const ADDED: f32 = 1.1;
const GAP_OPEN: f32 = 0.85;
const GAP_WIDEN: f32 = 0.15;
const FREE: f32 = 0.05;
const BRACKET: f32 = 0.01;

/// Which move led to a cell.
#[derive(Clone, Copy, PartialEq)]
enum Move {
    Start,
    Pair,
    /// "it is" for "it's", "back door" for "backdoor".
    Opened,
    /// "it's" for "it is".
    Closed,
    Added,
    /// Of so many words.
    Gap(u16),
}

impl Table<'_> {
    /// The cheapest way through `rows` of the fragment and `columns` of the window. Where an end is free, the
    /// window's words before the first pair, or after the last, cost nothing.
    pub(super) fn align(
        &self,
        rows: Range<usize>,
        columns: Range<usize>,
        free_start: bool,
        free_end: bool,
    ) -> Vec<Step> {
        if rows.is_empty() && (free_start || free_end || columns.is_empty()) {
            return Vec::new();
        }
        if rows.len().saturating_mul(columns.len()) > LARGEST {
            return Self::replaced(rows, columns);
        }
        let width = columns.len() + 1;
        let mut cost = vec![f32::INFINITY; (rows.len() + 1) * width];
        let mut moves = vec![Move::Start; (rows.len() + 1) * width];
        for i in 0..=rows.len() {
            let token = i.checked_sub(1).map(|i| &self.fragment[rows.start + i]);
            let added = token.map_or(0.0, Self::added);
            if i == 0 {
                cost[0] = 0.0;
            } else {
                cost[i * width] = cost[(i - 1) * width] + added;
                moves[i * width] = Move::Added;
            }
            // The best open gap in this row: its cost so far and its length.
            let mut gap = (f32::INFINITY, 0u16);
            for j in 1..width {
                let here = i * width + j;
                if i == 0 && free_start {
                    cost[here] = 0.0;
                    continue;
                }
                let word = self.window.word(columns.start + j - 1);
                let (open, widen) = self.gap(token, columns.start + j - 1);
                let opened = cost[here - 1] + open;
                gap = if gap.0 + widen < opened {
                    (gap.0 + widen, gap.1.saturating_add(1))
                } else {
                    (opened, 1)
                };
                let (pair, up) = match token {
                    Some(token) => {
                        let edge = rows.start + i == 1 || rows.start + i == self.fragment.len();
                        (cost[here - width - 1] + self.pair(token, word, edge), cost[here - width] + added)
                    }
                    None => (f32::INFINITY, f32::INFINITY),
                };
                (cost[here], moves[here]) = if pair <= up && pair <= gap.0 {
                    (pair, Move::Pair)
                } else if up <= gap.0 {
                    (up, Move::Added)
                } else {
                    (gap.0, Move::Gap(gap.1))
                };
                let (row, column) = (rows.start + i, columns.start + j);
                if i > 1
                    && cost[here - 2 * width - 1] + RESTYLED < cost[here]
                    && self.is_opened(row - 2, column - 1)
                {
                    (cost[here], moves[here]) = (cost[here - 2 * width - 1] + RESTYLED, Move::Opened);
                }
                if i > 0
                    && j > 1
                    && cost[here - width - 2] + RESTYLED < cost[here]
                    && self.is_closed(row - 1, column - 2)
                {
                    (cost[here], moves[here]) = (cost[here - width - 2] + RESTYLED, Move::Closed);
                }
                if i == rows.len() && free_end && matches!(moves[here], Move::Gap(_)) {
                    // A gap after the last word is no difference.
                    cost[here] = f32::INFINITY;
                }
            }
        }
        let last = &cost[rows.len() * width..];
        let end = if free_end {
            (0..width).min_by(|a, b| last[*a].total_cmp(&last[*b])).unwrap_or(0)
        } else {
            width - 1
        };
        trace(&moves, &rows, columns.start, end, width)
    }

    /// A stretch too large to be aligned word by word: other words.
    fn replaced(rows: Range<usize>, columns: Range<usize>) -> Vec<Step> {
        vec![Step { quoted: rows, source: columns }]
    }

    /// Whether two words of the fragment from `i` are the window's word `j` in two.
    fn is_opened(&self, i: usize, j: usize) -> bool {
        let [first, second] = [&self.fragment[i], &self.fragment[i + 1]];
        !first.is_inserted()
            && !second.is_inserted()
            && is_one_word(self.window.word(j), [&first.word, &second.word], self.lexicon)
    }

    /// Whether the fragment's word `i` is two words of the window from `j` in one.
    fn is_closed(&self, i: usize, j: usize) -> bool {
        let token = &self.fragment[i];
        !token.is_inserted()
            && is_one_word(&token.word, [self.window.word(j), self.window.word(j + 1)], self.lexicon)
    }

    fn added(token: &Token) -> f32 {
        match token.standing {
            _ if token.is_inserted() => BRACKET,
            _ if token.word.sign => FREE,
            _ => ADDED,
        }
    }

    /// What it costs to leave a word of the source out: opening a gap, widening one.
    fn gap(&self, token: Option<&Token>, at: usize) -> (f32, f32) {
        let word = self.window.word(at);
        let free = self.lexicon.is(&word.fold, Class::Filler) || self.window.is_aside(at) || word.sign;
        match token {
            Some(token) if token.standing == Standing::Bracketed => (BRACKET, BRACKET),
            _ if free => (FREE, FREE),
            _ => (GAP_OPEN, GAP_WIDEN),
        }
    }

    fn pair(&self, token: &Token, source: &Word, edge: bool) -> f32 {
        let quoted = &token.word;
        if token.standing == Standing::Bracketed {
            BRACKET
        } else if token.is_same(source, self.lexicon) {
            0.0
        } else if token.standing == Standing::Parenthesised {
            CHANGE
        } else if is_restyled(quoted, source, self.lexicon) {
            RESTYLED
        } else if quoted.stem == source.stem {
            RELATED
        } else if edge {
            EDGE
        } else {
            CHANGE
        }
    }
}

/// Beyond this many cells between two seeds nothing is worth aligning.
const LARGEST: usize = 60_000;

/// Digits for a number in words, or another country's spelling. Asked of every pair, so what cannot be is
/// told first.
fn is_restyled(quoted: &Word, source: &Word, lexicon: &Lexicon) -> bool {
    if quoted.numeric != source.numeric {
        let value =
            |word: &Word| if word.numeric { word.fold.parse().ok() } else { lexicon.cardinal(&word.fold) };
        return value(quoted).is_some() && value(quoted) == value(source);
    }
    let (a, b) = (quoted.fold.as_bytes(), source.fold.as_bytes());
    let alike = a.first() == b.first() && a.len().abs_diff(b.len()) <= RESPELLED && a.len() > RESPELLED;
    alike && !quoted.numeric && lexicon.spelling(&quoted.fold) == lexicon.spelling(&source.fold)
}

/// "programme", "program"; "catalogue", "catalog": no spelling is more letters longer, and none begins
/// otherwise.
const RESPELLED: usize = 2;

fn trace(moves: &[Move], rows: &Range<usize>, first: usize, end: usize, width: usize) -> Vec<Step> {
    let (mut i, mut j) = (rows.len(), end);
    let mut steps = Vec::new();
    loop {
        let (down, right) = match moves[i * width + j] {
            Move::Start => break,
            Move::Pair => (1, 1),
            Move::Opened => (2, 1),
            Move::Closed => (1, 2),
            Move::Added => (1, 0),
            Move::Gap(length) => (0, usize::from(length).clamp(1, j)),
        };
        let (to, until) = (rows.start + i, first + j);
        (i, j) = (i - down, j - right);
        steps.push(Step { quoted: to - down..to, source: until - right..until });
    }
    steps.reverse();
    steps
}
