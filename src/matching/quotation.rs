//! Where a quotation's words come from: every place is considered, the best is kept, the differences are listed.

use super::Desk;
use super::edits::{Edit, EditKind, classify};
use super::window::Window;
use crate::language::{Class, Lexicon};
use crate::prose::words::{self, Word};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// A quotation's words, cut into fragments at its ellipses.
#[derive(Clone, Debug)]
pub struct Quoted {
    pub fragments: Vec<Vec<Token>>,
}

/// A word of a quotation, or a bracket of the writer's that stands for any words.
#[derive(Clone, Debug)]
pub struct Token {
    pub word: Word,
    /// `[the minister]`: replaces or adds words, with leave (E7).
    pub bracket: bool,
}

/// The best place of one fragment.
#[derive(Clone, Debug)]
pub struct Place {
    pub window: Arc<Window>,
    /// Words of the window that the fragment covers.
    pub from: usize,
    pub to: usize,
    pub edits: Vec<Edit>,
    /// Weight of the differences; 0 for the same words.
    pub cost: f64,
}

/// Reads a quotation's words. Spans are bytes of `text`.
pub fn read(text: &str, lexicon: &Lexicon) -> Quoted {
    let mut fragments: Vec<Vec<Token>> = vec![Vec::new()];
    let marks = marks(text);
    for word in words::words(text, lexicon) {
        let mark = marks.iter().find(|mark| mark.span.overlaps(word.span));
        let elided = marks.iter().any(|mark| {
            mark.ellipsis
                && mark.span.end <= word.span.start
                && fragments.last().and_then(|last| last.last()).is_none_or(|last| last.word.span.start < mark.span.start)
        });
        if elided && !fragments.last().is_some_and(Vec::is_empty) {
            fragments.push(Vec::new());
        }
        let bracket = mark.is_some_and(|mark| !mark.ellipsis);
        let notice = bracket && matches!(word.fold.as_str(), "sic" | "emphasis" | "added" | "laughs" | "laughter" | "applause");
        if let Some(last) = fragments.last_mut().filter(|_| mark.is_none() || bracket && !notice) {
            last.push(Token { word, bracket });
        }
    }
    fragments.retain(|fragment| !fragment.is_empty());
    Quoted { fragments }
}

struct Mark {
    span: Span,
    ellipsis: bool,
}

/// Ellipses in all their forms, and brackets; a bracket around one letter of a word (`[T]he`) is neither.
fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else { break };
        let dots = rest.len() - rest.trim_start_matches(['.', '…', ' ', '\u{a0}']).len();
        let run = &rest[..dots];
        if c == '[' || c == '(' {
            let close = if c == '[' { ']' } else { ')' };
            let end = rest.find(close).map_or(c.len_utf8(), |end| end + 1);
            let body = rest.get(1..end.saturating_sub(1)).unwrap_or_default();
            let ellipsis = !body.is_empty() && body.chars().all(|c| matches!(c, '.' | '…' | ' '));
            if ellipsis || c == '[' && end > 1 && body.chars().count() > 1 {
                found.push(Mark { span: Span::new(at, at + end), ellipsis });
                at += end;
                continue;
            }
            at += c.len_utf8();
        } else if matches!(c, '.' | '…') && (run.contains('…') || run.matches('.').count() >= 3) {
            found.push(Mark { span: Span::new(at, at + run.trim_end().len()), ellipsis: true });
            at += dots;
        } else {
            at += c.len_utf8();
        }
    }
    found
}

impl Quoted {
    /// Number of words, brackets left out.
    pub fn len(&self) -> usize {
        self.fragments.iter().flatten().filter(|token| !token.bracket).count()
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The windows that may hold a fragment, most promising first.
pub fn windows(fragment: &[Token], desk: &Desk) -> Vec<Arc<Window>> {
    let mut stems: Vec<&Word> = fragment.iter().filter(|token| !token.bracket && !token.word.sign).map(|token| &token.word).collect();
    stems.sort_by(|a, b| a.stop.cmp(&b.stop).then(desk.snapshot.rarity(&b.stem).total_cmp(&desk.snapshot.rarity(&a.stem))));
    let mut seen = FxHashSet::default();
    let rare: Vec<&str> = stems
        .into_iter()
        .map(|word| word.stem.as_str())
        .filter(|stem| desk.snapshot.frequency(stem) > 0 && seen.insert(*stem))
        .take(QUERY_TERMS)
        .collect();
    let mut covered: FxHashSet<(String, u32)> = FxHashSet::default();
    let mut found = Vec::new();
    for id in desk.snapshot.search(&rare, PROPOSED) {
        let Some(centre) = desk.candidate(id) else { continue };
        if !covered.insert((centre.source.path.clone(), centre.position)) {
            continue;
        }
        found.push(Arc::new(Window::around(&centre, fragment.len() + SLACK, desk)));
    }
    found
}

/// Words asked of the engine, passages it proposes, and words on either side that a changed quotation may have lost.
const QUERY_TERMS: usize = 12;
const PROPOSED: usize = 40;
const SLACK: usize = 12;

/// Every place where a fragment stands word for word.
pub fn exact(fragment: &[Token], windows: &[Arc<Window>]) -> Vec<Place> {
    let mut found: Vec<Place> = Vec::new();
    let mut seen: FxHashSet<(String, u32, u32)> = FxHashSet::default();
    for window in windows {
        for from in 0..window.len().saturating_sub(fragment.len() - 1) {
            let here = fragment.iter().enumerate().all(|(n, token)| !token.bracket && window.word(from + n).fold == token.word.fold);
            if here {
                let (candidate, span) = window.place(from);
                if seen.insert((candidate.source.path.clone(), candidate.position, span.start)) {
                    found.push(Place { window: Arc::clone(window), from, to: from + fragment.len(), edits: Vec::new(), cost: 0.0 });
                }
            }
        }
    }
    found
}

/// The places nearest to a fragment, best first: each window's own best alignment.
pub fn nearest(fragment: &[Token], windows: &[Arc<Window>], lexicon: &Lexicon) -> Vec<Place> {
    let mut ranked: Vec<(usize, &Arc<Window>)> = windows.iter().map(|window| (shared(fragment, window), window)).collect();
    ranked.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    let mut found: Vec<Place> = ranked.into_iter().take(ALIGNED).map(|(_, window)| align(fragment, window, lexicon)).collect();
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    found
}

/// Windows worth a full alignment.
const ALIGNED: usize = 10;

fn shared(fragment: &[Token], window: &Window) -> usize {
    let here: FxHashSet<&str> = (0..window.len()).map(|at| window.word(at).fold.as_str()).collect();
    fragment.iter().filter(|token| !token.word.stop && here.contains(token.word.fold.as_str())).count()
}

/// Costs. A word left out (a gap of one) is cheaper than a word changed, and that cheaper than a word added: of two readings
/// of "we will stop" for "we will not stop" the one that keeps "stop" is meant. A gap widens cheaply, so that a dropped clause
/// is one difference and not many.
const CHANGE: f32 = 1.05;
const ADDED: f32 = 1.1;
const GAP_OPEN: f32 = 1.0;
const GAP_WIDEN: f32 = 0.15;
const FILLER: f32 = 0.05;
const BRACKET: f32 = 0.01;
/// Words of a quotation beyond this are not aligned; no printed quotation of the tuning cases comes near.
const LONGEST: usize = 320;

/// Which move led to a cell.
#[derive(Clone, Copy, PartialEq)]
enum Move {
    Start,
    Pair,
    Added,
    Gap,
}

/// Fits the whole fragment somewhere into the window at least cost (Gotoh, ends free in the source).
fn align(fragment: &[Token], window: &Arc<Window>, lexicon: &Lexicon) -> Place {
    let (rows, columns) = (fragment.len().min(LONGEST), window.len());
    let width = columns + 1;
    let mut cost = vec![f32::INFINITY; (rows + 1) * width];
    let mut moves = vec![Move::Start; (rows + 1) * width];
    let mut gap_from = vec![0u16; (rows + 1) * width];
    cost[..width].fill(0.0);
    for i in 1..=rows {
        let token = &fragment[i - 1];
        let added = if token.bracket { BRACKET } else { ADDED };
        cost[i * width] = cost[(i - 1) * width] + added;
        moves[i * width] = Move::Added;
        // The best open gap in this row: its cost so far and where it began.
        let mut gap = (f32::INFINITY, 0u16);
        for j in 1..=columns {
            let word = window.word(j - 1);
            let pair = cost[(i - 1) * width + j - 1] + if token.bracket { BRACKET } else { pair_cost(&token.word, word) };
            let up = cost[(i - 1) * width + j] + added;
            let (open, widen) = match (token.bracket, lexicon.is(&word.fold, Class::Filler)) {
                (true, _) => (BRACKET, BRACKET),
                (_, true) => (FILLER, FILLER),
                // "she said" between two halves of a quotation is the reporter's.
                _ if window.is_aside(j - 1) => (FILLER, FILLER),
                _ => (GAP_OPEN, GAP_WIDEN),
            };
            let opened = cost[i * width + j - 1] + open;
            gap = if gap.0 + widen < opened { (gap.0 + widen, gap.1 + 1) } else { (opened, 1) };
            let here = i * width + j;
            (cost[here], moves[here]) = if pair <= up && pair <= gap.0 {
                (pair, Move::Pair)
            } else if up <= gap.0 {
                (up, Move::Added)
            } else {
                (gap.0, Move::Gap)
            };
            gap_from[here] = gap.1;
            if i == rows && moves[here] == Move::Gap {
                // A gap after the last word is no difference.
                cost[here] = f32::INFINITY;
            }
        }
    }
    let last = &cost[rows * width..];
    let end = (0..=columns).min_by(|a, b| last[*a].total_cmp(&last[*b])).unwrap_or(0);
    let steps = trace(&moves, &gap_from, rows, end, width);
    let from = steps.iter().find_map(|step| step.1.clone().next()).unwrap_or(end);
    let edits = edits(fragment, window, &steps, lexicon);
    Place { window: Arc::clone(window), from: from.min(end), to: end, cost: f64::from(last[end]), edits }
}

fn pair_cost(quoted: &Word, source: &Word) -> f32 {
    if quoted.fold == source.fold {
        0.0
    } else if quoted.stem == source.stem {
        CHANGE * 0.95
    } else {
        CHANGE
    }
}

/// Steps as (word of the fragment, words of the source), in order.
type Steps = Vec<(Option<usize>, std::ops::Range<usize>)>;

fn trace(moves: &[Move], gap_from: &[u16], rows: usize, end: usize, width: usize) -> Steps {
    let (mut i, mut j) = (rows, end);
    let mut steps: Steps = Vec::new();
    while i > 0 {
        match moves[i * width + j] {
            Move::Pair => {
                (i, j) = (i - 1, j - 1);
                steps.push((Some(i), j..j + 1));
            }
            Move::Added | Move::Start => {
                i -= 1;
                steps.push((Some(i), j..j));
            }
            Move::Gap => {
                let length = usize::from(gap_from[i * width + j]).clamp(1, j);
                j -= length;
                steps.push((None, j..j + length));
            }
        }
    }
    steps.reverse();
    steps
}

/// Runs of differing steps become one difference each; brackets are the writer's and no difference.
fn edits(fragment: &[Token], window: &Window, steps: &Steps, lexicon: &Lexicon) -> Vec<Edit> {
    let mut found = Vec::new();
    let mut run: Option<(std::ops::Range<usize>, std::ops::Range<usize>, bool)> = None;
    let mut close = |run: &mut Option<(std::ops::Range<usize>, std::ops::Range<usize>, bool)>| {
        let Some((quoted, source, false)) = run.take() else { return };
        let ours: Vec<&Word> = fragment[quoted.clone()].iter().map(|token| &token.word).collect();
        let theirs: Vec<&Word> = source.clone().map(|at| window.word(at)).collect();
        // "don’t" beside "do not": the equal neighbour may belong to the contraction.
        found.push(Edit { kind: classify(&ours, &theirs, lexicon), quoted, source });
    };
    let mut next = 0;
    for (token, source) in steps {
        let bracket = token.is_some_and(|n| fragment[n].bracket);
        let same =
            token.is_some_and(|n| !source.is_empty() && (fragment[n].word.fold == window.word(source.start).fold) && !fragment[n].bracket);
        let quoted = token.map_or(next..next, |n| n..n + 1);
        next = quoted.end;
        if same {
            close(&mut run);
            continue;
        }
        run = Some(match run.take() {
            Some((q, s, b)) => (q.start..quoted.end, s.start.min(source.start)..s.end.max(source.end), b || bracket),
            None => (quoted, source.clone(), bracket),
        });
    }
    close(&mut run);
    found.retain(|edit| !(edit.quoted.is_empty() && edit.source.clone().all(|at| window.is_aside(at))));
    found
}

impl Place {
    /// Share of the fragment's words that stand in the source unchanged.
    pub fn kept(&self, fragment: &[Token]) -> f64 {
        let words = fragment.iter().filter(|token| !token.bracket).count();
        let changed: usize = self.edits.iter().map(|edit| edit.quoted.len()).sum();
        super::alignment::ratio(words.saturating_sub(changed), words)
    }

    /// The gravest difference.
    pub fn gravest(&self) -> Option<EditKind> {
        self.edits.iter().map(|edit| edit.kind).max()
    }

    /// The first word's passage and bytes there.
    pub fn origin(&self) -> Option<(&Arc<super::Candidate>, Span)> {
        (self.from < self.window.len()).then(|| self.window.place(self.from))
    }

    /// Who says these words in the source, where the source tells.
    pub fn speaker(&self) -> Option<&str> {
        let (candidate, span) = self.origin()?;
        candidate.passage.speaker_at(span)
    }

    /// The source's words at this place.
    pub fn text(&self) -> String {
        self.window.text(self.from, self.to)
    }
}
