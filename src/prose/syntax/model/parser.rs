//! Dependencies: steps of a transition system, each chosen by a small neural network that sees the words around the top of the
//! stack and the queue (after Chen and Manning 2014; each word's part of the hidden layer is worked out once).

use crate::prose::syntax::model::encoder::WIDTH;
use crate::prose::syntax::model::matrix::{self, Layer, Table};
use crate::prose::syntax::model::steps::Steps;
use crate::prose::syntax::model::transitions::{Children, NONE, State};
use serde::{Deserialize, Serialize};

/// Numbers in the hidden layer: whole blocks of [`matrix::BLOCK`].
pub const HIDDEN: usize = 96;

/// Places whose words are seen: the top of the stack and two below it, the next two of the queue, and the outermost left child of
/// the top. What stands beside them is in their vectors.
pub const PLACES: usize = 6;

/// Which word stands in each place; the number of words stands for the root, [`NONE`] for nothing.
pub fn places(state: &State) -> [u16; PLACES] {
    let child = state.left.get(usize::from(state.stacked(0))).map_or(NONE, |children| children.outer);
    [state.stacked(0), state.stacked(1), state.stacked(2), state.queued(0), state.queued(1), child]
}

/// What else is seen of a state: two distances, labels and tags of children.
pub const FACTS: usize = 14;

/// How many values a fact has at most, 0 for none; what is beyond counts as the last.
pub const FACT_ROOM: usize = 128;

/// The row of each fact in their table.
pub fn facts(state: &State, tags: &[u8]) -> [usize; FACTS] {
    let (top, below, next) = (state.stacked(0), state.stacked(1), state.queued(0));
    let none = Children { outer: NONE, second: NONE };
    let children = |of: &[Children], at: u16| of.get(usize::from(at)).copied().unwrap_or(none);
    let label = |at: u16| state.labels.get(usize::from(at)).map_or(0, |label| usize::from(*label) + 1);
    let tag = |at: u16| tags.get(usize::from(at)).map_or(0, |tag| usize::from(*tag) + 1);
    let (top_left, top_right) = (children(&state.left, top), children(&state.right, top));
    let (below_left, below_right) = (children(&state.left, below), children(&state.right, below));
    let next_left = children(&state.left, next);
    let found = [
        distance(top, next),
        distance(below, top),
        label(top_left.outer),
        label(top_right.outer),
        label(below_left.outer),
        label(below_right.outer),
        label(next_left.outer),
        label(top_left.second),
        label(top_right.second),
        tag(top_left.outer),
        tag(top_right.outer),
        tag(below_right.outer),
        tag(next_left.outer),
        label(next_left.second),
    ];
    let mut rows = [0; FACTS];
    for (number, (row, found)) in rows.iter_mut().zip(found).enumerate() {
        *row = number * FACT_ROOM + found.min(FACT_ROOM - 1);
    }
    rows
}

/// How far one word is behind another, in eight steps; 0 where one is missing.
fn distance(from: u16, to: u16) -> usize {
    match (from, to) {
        (NONE, _) | (_, NONE) => 0,
        (from, to) => match to.saturating_sub(from) {
            near @ 0..=4 => usize::from(near),
            5..=6 => 5,
            7..=10 => 6,
            _ => 7,
        },
    }
}

/// A word's part of the hidden layer in all places.
const ROW: usize = PLACES * HIDDEN;

/// A parser as it is stored.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Stored {
    /// From a word's vector to its part of the hidden layer, for each place.
    pub words: matrix::Packed,
    /// The part of the root and of nothing, for each place.
    pub edges: matrix::Packed,
    pub facts: matrix::Packed,
    pub output: matrix::Packed,
}

/// A parser opened for use.
#[derive(Debug)]
pub struct Parser {
    words: Layer,
    edges: Table,
    facts: Table,
    output: Layer,
}

impl Parser {
    /// Opens a stored parser; `None` if it is damaged.
    pub fn open(stored: &Stored, steps: Steps) -> Option<Self> {
        Some(Self {
            words: Layer::open(&stored.words, WIDTH, PLACES * HIDDEN)?,
            edges: Table::open(&stored.edges, 2 * PLACES, HIDDEN)?,
            facts: Table::open(&stored.facts, FACTS * FACT_ROOM, HIDDEN)?,
            output: Layer::open(&stored.output, HIDDEN, steps.classes())?,
        })
    }

    /// The tree of a sentence whose tokens have these vectors and tags.
    pub fn parse(&self, vectors: &[f32], tags: &[u8], steps: Steps) -> State {
        let mut parts = vec![0.0; tags.len() * ROW];
        self.words.products(vectors.chunks_exact(WIDTH), &mut parts);
        let mut state = State::new(tags.len());
        let mut scores = vec![0.0; self.output.columns()];
        while !state.is_done() {
            let mut hidden = [0.0; HIDDEN];
            for (place, word) in places(&state).into_iter().enumerate() {
                let start = usize::from(word) * ROW + place * HIDDEN;
                match parts.get(start..start + HIDDEN) {
                    Some(part) => hidden.iter_mut().zip(part).for_each(|(sum, value)| *sum += value),
                    None => self.edges.add_row(2 * place + usize::from(word == NONE), &mut hidden),
                }
            }
            for row in facts(&state, tags) {
                self.facts.add_row(row, &mut hidden);
            }
            // Half of the hidden layer is cut at 0.
            let (mut above, mut count) = ([(0, 0.0); HIDDEN], 0);
            for (at, value) in hidden.into_iter().enumerate() {
                above[count] = (at, value);
                count += usize::from(value > 0.0);
            }
            self.output.product_of(&above[..count], &mut scores);
            let (step, label) = steps.step(steps.best(&state, &scores));
            state.take(step, label);
        }
        state
    }
}
