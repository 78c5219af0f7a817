//! A quotation laid into a stretch of a source: seeds of equal words are extended and chained, the rest is
//! aligned between them, and what differs is typed.

use crate::language::Lexicon;
use crate::matching::quotations::cost_table::{Step, Table};
use crate::matching::quotations::edits::{Edit, EditKind, Runs, classify};
use crate::matching::quotations::reading::{Standing, Token};
use crate::matching::quotations::seeds::Seed;
use crate::matching::quotations::window::Window;
use crate::matching::quotations::{seeds, thresholds};
use crate::prose::words::Word;
use crate::text::Span;
use std::ops::Range;
use std::sync::Arc;

/// Where a fragment of a quotation stands, or nearly stands.
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

/// Fits the whole fragment somewhere into the window at least cost. Linear in the fragment where enough of
/// its words stand there in order; `None` where a long fragment has nothing in common with the window.
pub fn fit(fragment: &[Token], window: &Arc<Window>, lexicon: &Lexicon) -> Option<Place> {
    let whole = (0..fragment.len(), 0..window.len());
    let table = Table { fragment, window, lexicon };
    let steps = if fragment.len() * window.len() <= WHOLE_TABLE {
        table.align(whole.0, whole.1, true, true)
    } else {
        between(&table, &seeds::chain(fragment, window, lexicon)?)
    };
    let mut edits = edits(fragment, window, &steps, lexicon);
    let (from, to) = extent(&steps, &edits, fragment, window, lexicon);
    mark_moves(&mut edits, fragment, window, from..to);
    let cost = edits.iter().map(weight).sum();
    Some(Place { window: Arc::clone(window), from, to, cost, edits })
}

/// Up to so many cells a quotation is aligned in one table, which needs no seed: about 30 words in their
/// surroundings.
const WHOLE_TABLE: usize = 3_000;

/// The first word of the source that is the quotation's, changed or not, and the word after the last.
fn extent(
    steps: &[Step],
    edits: &[Edit],
    fragment: &[Token],
    window: &Window,
    lexicon: &Lexicon,
) -> (usize, usize) {
    let same = |step: &&Step| {
        step.quoted.len() == 1
            && step.source.len() == 1
            && fragment[step.quoted.start].is_same(window.word(step.source.start), lexicon)
    };
    let equal = steps.iter().filter(same).map(|step| step.source.clone());
    let changed = edits.iter().filter(|edit| !edit.source.is_empty()).map(|edit| edit.source.clone());
    let whole = equal.chain(changed).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end));
    whole.map_or((0, 0), |range| (range.start, range.end))
}

/// Aligns what stands before, between and after the seeds.
fn between(table: &Table<'_>, seeds: &[Seed]) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut i, mut j) = (0, None);
    for seed in seeds {
        let reach = (seed.quoted - i) + SLACK;
        let columns = j.unwrap_or(seed.source.saturating_sub(reach))..seed.source;
        steps.extend(table.align(i..seed.quoted, columns, j.is_none(), false));
        let pair = |n| Step {
            quoted: seed.quoted + n..seed.quoted + n + 1,
            source: seed.source + n..seed.source + n + 1,
        };
        steps.extend((0..seed.length).map(pair));
        (i, j) = (seed.quoted + seed.length, Some(seed.source + seed.length));
    }
    let start = j.unwrap_or(0);
    let rest = table.fragment.len() - i;
    let columns = start..table.window.len().min(start + rest + SLACK);
    steps.extend(table.align(i..table.fragment.len(), columns, false, true));
    steps
}

/// How much a difference speaks against a place: what every printed quotation has counts little, a wide gap
/// little more than a narrow one.
fn weight(edit: &Edit) -> f64 {
    let (ours, theirs) = (edit.quoted.len(), edit.source.len());
    #[expect(clippy::cast_precision_loss, reason = "word counts are small")]
    match edit.kind {
        kind if kind <= EditKind::Parenthesis => thresholds::TOLERATED,
        _ if ours >= theirs => ours as f64,
        _ => ours as f64 + (theirs - ours) as f64 * thresholds::WIDER + 1.0,
    }
}

/// Words on either side that a changed quotation may have lost.
pub(super) const SLACK: usize = 12;

/// Runs of differing steps become one difference each; a bracket is the writer's, and one only where it hides
/// something.
fn edits(fragment: &[Token], window: &Window, steps: &[Step], lexicon: &Lexicon) -> Vec<Edit> {
    let mut found = Vec::new();
    let mut run: Option<Run> = None;
    for Step { quoted, source } in steps.iter().cloned() {
        let same = quoted.len() == 1
            && source.len() == 1
            && fragment[quoted.start].is_same(window.word(source.start), lexicon);
        // Contractions and compounds stand alone: a change beside them is another.
        let whole = quoted.len() + source.len() == 3 && !quoted.is_empty() && !source.is_empty();
        if same || whole {
            found.extend(run.take().and_then(|run| run.edit(fragment, window, lexicon)));
        }
        if same {
            found.extend(mark(fragment, window, quoted, source));
            continue;
        }
        let inserted = fragment.get(quoted.clone()).and_then(<[Token]>::first).map(Token::is_inserted);
        run = Some(match run.take() {
            // What the writer put in is judged by itself.
            Some(Run { quoted: q, source: s, inserted: i })
                if inserted.is_none_or(|inserted| inserted == i) || q.is_empty() =>
            {
                let source = s.start.min(source.start)..s.end.max(source.end);
                Run { quoted: q.start..quoted.end, source, inserted: inserted.unwrap_or(i) }
            }
            before => {
                found.extend(before.and_then(|run| run.edit(fragment, window, lexicon)));
                Run { quoted, source, inserted: inserted.unwrap_or(false) }
            }
        });
        if whole {
            found.extend(run.take().and_then(|run| run.edit(fragment, window, lexicon)));
        }
    }
    found.extend(run.take().and_then(|run| run.edit(fragment, window, lexicon)));
    found
}

/// A run of differing words on both sides.
struct Run {
    quoted: Range<usize>,
    source: Range<usize>,
    /// Words of the writer's, not of the speaker's.
    inserted: bool,
}

impl Run {
    fn edit(mut self, fragment: &[Token], window: &Window, lexicon: &Lexicon) -> Option<Edit> {
        self.keep_to_sentence(fragment, window);
        self.keep_to_quotation(fragment);
        // What is nobody's speech at either end is no part of the difference.
        while !self.source.is_empty() && window.is_aside(self.source.end - 1) {
            self.source.end -= 1;
        }
        while !self.source.is_empty() && window.is_aside(self.source.start) {
            self.source.start += 1;
        }
        let theirs: Vec<&Word> =
            self.source.clone().filter(|at| !window.is_aside(*at)).map(|at| window.word(at)).collect();
        let tokens = &fragment[self.quoted.clone()];
        let ours: Vec<&Word> = tokens.iter().map(|token| &token.word).collect();
        if self.inserted {
            let round = tokens.iter().all(|token| token.standing == Standing::Parenthesised);
            let kind = match () {
                () if crate::matching::quotations::edits::hides(&ours, &theirs, lexicon) => EditKind::Bracket,
                () if round => EditKind::Parenthesis,
                () => return None,
            };
            return Some(Edit { kind, quoted: self.quoted, source: self.source });
        }
        if ours.is_empty() && theirs.is_empty() {
            return None;
        }
        let kind = self.kind(&ours, &theirs, window, lexicon);
        Some(Edit { kind, quoted: self.quoted, source: self.source })
    }

    /// Several words at either end that the source has none of stand opposite nothing: what it has there is other speech.
    fn keep_to_quotation(&mut self, fragment: &[Token]) {
        if self.quoted.len() >= OPEN && (self.quoted.start == 0 || self.quoted.end == fragment.len()) {
            let at = if self.quoted.start == 0 { self.source.end } else { self.source.start };
            self.source = at..at;
        }
    }

    /// A changed first or last word stands opposite its own sentence only, unless the quotation itself ends
    /// one there.
    fn keep_to_sentence(&mut self, fragment: &[Token], window: &Window) {
        let closed = |tokens: &[Token]| tokens.iter().any(|token| token.ends.is_some());
        if self.quoted.start == 0 && !closed(&fragment[self.quoted.clone()]) {
            let ends = self.source.clone().rev().find(|at| window.ends_sentence(*at));
            self.source.start = ends.map_or(self.source.start, |at| at + 1);
        }
        if self.quoted.end == fragment.len()
            && self.source.start > 0
            && !closed(&fragment[self.quoted.start.saturating_sub(1)..fragment.len() - 1])
        {
            let ends = (self.source.start - 1..self.source.end).find(|at| window.ends_sentence(*at));
            self.source.end = ends.map_or(self.source.end, |at| at + 1).min(self.source.end);
        }
    }

    fn kind(&self, quoted: &[&Word], source: &[&Word], window: &Window, lexicon: &Lexicon) -> EditKind {
        let around = |range: Range<usize>| range.map(|at| window.word(at)).collect::<Vec<_>>();
        let before = around(self.source.start.saturating_sub(source.len())..self.source.start);
        let after = around(self.source.end..(self.source.end + source.len()).min(window.len()));
        classify(&Runs { quoted, source, before: &before, after: &after }, lexicon)
    }
}

/// Words at an end of a quotation, none of which stands there in the source: fewer may be a slip for others.
const OPEN: usize = 4;

/// A sentence that asks on one side and states on the other (E3). What a transcript shouts its typist chose.
fn mark(fragment: &[Token], window: &Window, quoted: Range<usize>, source: Range<usize>) -> Option<Edit> {
    let ours = fragment[quoted.start].ends;
    let theirs = window.mark_after(source.start);
    let (asks, asked) = (ours == Some('?'), theirs == Some('?'));
    let (shouts, shouted) = (ours == Some('!'), theirs == Some('!'));
    let last = quoted.end == fragment.len();
    // A quotation may end where its source goes on, and end with a comma where its source asks no more.
    let closed = |mark: Option<char>| mark.is_some();
    let turned = asks != asked && (closed(ours) || last) && closed(theirs);
    let raised = shouts && !shouted && closed(theirs) && !window.is_transcript(source.start);
    (turned || raised).then_some(Edit { quoted, source, kind: EditKind::Mark })
}

/// The same for words that all stand unchanged from word `from` of the window on.
pub(super) fn marks(fragment: &[Token], window: &Window, from: usize) -> Vec<Edit> {
    (0..fragment.len()).filter_map(|n| mark(fragment, window, n..n + 1, from + n..from + n + 1)).collect()
}

/// Words that the quotation has in another place than the source: left out here and put in there, or put in
/// beside the place where they stand.
fn mark_moves(edits: &mut [Edit], fragment: &[Token], window: &Window, place: Range<usize>) {
    let source: Vec<&str> = (0..window.len()).map(|at| window.word(at).fold.as_str()).collect();
    let around =
        [place.start.saturating_sub(SLACK)..place.start, place.end..(place.end + SLACK).min(window.len())];
    for n in 0..edits.len() {
        let tokens = &fragment[edits[n].quoted.clone()];
        let telling = tokens.len() > 1 && tokens.iter().any(|token| !token.word.stop && !token.is_inserted());
        let words: Vec<&str> = tokens.iter().map(|token| token.word.fold.as_str()).collect();
        if !telling {
            continue;
        }
        let left_out = |other: &Edit| other.quoted.is_empty() && source[other.source.clone()] == words[..];
        if let Some(other) = edits.iter().position(left_out).filter(|_| edits[n].source.is_empty()) {
            edits[other].kind = EditKind::Moved;
            edits[n].kind = EditKind::Moved;
        } else if around.iter().any(|near| source[near.clone()].windows(words.len()).any(|run| run == words))
        {
            // The words opposite only stand there because these do not.
            let at = edits[n].source.start;
            edits[n] = Edit { kind: EditKind::Moved, quoted: edits[n].quoted.clone(), source: at..at };
        }
    }
}

impl Place {
    /// A place where the words stand unchanged.
    pub(super) fn exact(window: &Arc<Window>, from: usize, to: usize) -> Self {
        Self { window: Arc::clone(window), from, to, edits: Vec::new(), cost: 0.0 }
    }

    /// Share of the fragment's words that stand in the source unchanged.
    pub fn kept(&self, fragment: &[Token]) -> f64 {
        let words = fragment.iter().filter(|token| !token.is_inserted()).count();
        let changed: usize = self
            .edits
            .iter()
            .filter(|edit| !matches!(edit.kind, EditKind::Mark | EditKind::Bracket | EditKind::Parenthesis))
            .map(|edit| edit.quoted.len())
            .sum();
        crate::matching::evidence::alignment::ratio(words.saturating_sub(changed), words)
    }

    /// The gravest difference.
    pub fn gravest(&self) -> Option<EditKind> {
        self.edits.iter().map(|edit| edit.kind).max()
    }

    /// The first word's passage and bytes there.
    pub fn origin(&self) -> Option<(&Arc<crate::matching::Candidate>, Span)> {
        (self.from < self.window.len()).then(|| self.window.place(self.from))
    }

    /// The last word's passage and bytes there.
    pub fn end(&self) -> Option<(&Arc<crate::matching::Candidate>, Span)> {
        (self.from < self.to).then(|| self.window.place(self.to - 1))
    }

    /// Who says these words in the source, where the source tells.
    pub fn speaker(&self) -> Option<&str> {
        let (candidate, span) = self.origin()?;
        candidate.passage.speaker_at(span)
    }

    /// Whether the source presents these words as somebody's own.
    pub fn is_speech(&self) -> bool {
        self.origin().is_some_and(|(candidate, span)| candidate.passage.is_speech(span))
    }

    /// The source's words at this place.
    pub fn text(&self) -> String {
        self.window.text(self.from, self.to)
    }
}
