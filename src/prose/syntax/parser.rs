//! Dependencies: steps of a transition system, each chosen by the words around the top of the stack and the
//! queue.

use crate::prose::syntax::features::Features;
use crate::prose::syntax::labels::Label;
use crate::prose::syntax::token::Form;
use crate::prose::syntax::transitions::{Children, Move, NONE, State};
use crate::prose::syntax::weights::Weigh;

/// A token as the parser sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Item {
    pub word: u64,
    pub lemma: u64,
    pub suffix: u64,
    /// Number of its tag in the model.
    pub tag: u64,
    pub upos: u64,
    /// Number of its word cluster; 0 without one.
    pub cluster: u64,
}

impl Item {
    /// A token by its form, its lemma's number, its tag with its part of speech, and its cluster.
    pub fn of(form: &Form, lemma: u64, tag: u64, upos: u64, cluster: u64) -> Self {
        Self { word: form.word, lemma, suffix: form.suffixes[2], tag: tag + 3, upos: upos + 3, cluster }
    }
}

/// Behind the last word, and outside the sentence.
const ROOT: Item = Item { word: 1, lemma: 1, suffix: 1, tag: 1, upos: 1, cluster: 1 };
const OUTSIDE: Item = Item { word: 2, lemma: 2, suffix: 2, tag: 2, upos: 2, cluster: 2 };

/// The classes that a parser chooses from: shift, and each label to the left and to the right.
#[derive(Clone, Debug)]
pub struct Steps {
    labels: Vec<Label>,
}

impl Steps {
    /// Steps with these labels, at most 127.
    pub fn new(labels: &[Label]) -> Self {
        Self { labels: labels.to_vec() }
    }

    /// How many classes there are.
    pub fn classes(&self) -> usize {
        1 + 2 * self.labels.len()
    }

    /// The step of a class and the number of its label.
    pub fn step(&self, class: usize) -> (Move, u8) {
        match class.checked_sub(1) {
            None => (Move::Shift, 0),
            Some(arc) => {
                let step = if arc.is_multiple_of(2) { Move::Left } else { Move::Right };
                (step, u8::try_from(arc / 2).unwrap_or(0))
            }
        }
    }

    /// The class of a step.
    pub fn class(step: Move, label: u8) -> usize {
        match step {
            Move::Shift => 0,
            Move::Left => 1 + 2 * usize::from(label),
            Move::Right => 2 + 2 * usize::from(label),
        }
    }

    /// The best class of those that the state allows.
    pub fn best(&self, state: &State, scores: &[i32]) -> usize {
        let allowed = [Move::Shift, Move::Left, Move::Right].map(|step| state.allows(step));
        let mut best = None;
        for (class, score) in scores.iter().enumerate().take(self.classes()) {
            let possible = allowed[if class == 0 { 0 } else { 2 - class % 2 }];
            if possible && best.is_none_or(|(_, top)| *score > top) {
                best = Some((class, *score));
            }
        }
        best.map_or(0, |(class, _)| class)
    }
}

/// A tree: for each token its head (the token's own number where it is the root) and the number of its label.
pub fn parse(items: &[Item], steps: &Steps, weights: &impl Weigh) -> State {
    let mut state = State::new(items.len());
    let (mut found, mut scores) = (FeatureBuffer::default(), vec![0; steps.classes()]);
    while !state.is_done() {
        features(items, &state, &mut found);
        scores.fill(0);
        weights.weigh(found.features(), &mut scores);
        let (step, label) = steps.step(steps.best(&state, &scores));
        state.take(step, label);
    }
    state
}

/// Features collected, to be used again for the next step.
#[derive(Debug, Default)]
pub struct FeatureBuffer(Features);

impl FeatureBuffer {
    /// The features of the last decision.
    pub fn features(&self) -> &[u64] {
        &self.0.found
    }
}

/// The features of a state, after Zhang and Nivre (2011), for a stack whose top may hang on either side.
#[allow(
    clippy::many_single_char_names,
    reason = "the field's own names for places: s0, b0 and their children"
)]
pub fn features(items: &[Item], state: &State, found: &mut FeatureBuffer) {
    let item = |at: u16| match usize::from(at) {
        at if at < items.len() => items[at],
        at if at == items.len() => ROOT,
        _ => OUTSIDE,
    };
    let child = |of: &[Children], at: u16| {
        of.get(usize::from(at)).copied().unwrap_or(Children { outer: NONE, second: NONE, count: 0 })
    };
    let label = |at: u16| if at == NONE { 0 } else { u64::from(state.labels[usize::from(at)]) + 1 };
    let (i0, i1, i2) = (state.stacked(0), state.stacked(1), state.stacked(2));
    let (j0, j1, j2) = (state.queued(0), state.queued(1), state.queued(2));
    let (s0, s1, s2) = (item(i0), item(i1), item(i2));
    let (b0, b1, b2, b3) = (item(j0), item(j1), item(j2), item(state.queued(3)));
    let (s0l, s0r) = (child(&state.left, i0), child(&state.right, i0));
    let (s1l, s1r, b0l) = (child(&state.left, i1), child(&state.right, i1), child(&state.left, j0));
    let distance = |from: u16, to: u16| match (from, to) {
        (NONE, _) | (_, NONE) => 0,
        (from, to) => match to - from {
            near @ 0..=4 => u64::from(near),
            5..=6 => 5,
            7..=10 => 6,
            _ => 7,
        },
    };
    let (d0, d1) = (distance(i0, j0), distance(i1, i0));
    let between = |from: u16, to: u16| match (from, to) {
        (NONE, _) | (_, NONE) => 0,
        (from, to) => items.get(usize::from(from) + 1..usize::from(to)).map_or(0, |items| {
            items.iter().take(24).fold(0, |seen: u64, item| seen | between_bit(item.upos))
        }),
    };
    let f = &mut found.0;
    f.begin(1 << 21);
    f.add([]);
    for token in [s0, b0, s1, b1] {
        f.add([token.word]);
        f.add([token.tag]);
        f.add([token.word, token.tag]);
        f.add([token.suffix, token.upos]);
        f.add([token.cluster]);
    }
    for token in [b2, s2, b3] {
        f.add([token.word]);
        f.add([token.tag]);
    }
    // Pairs that one step may join.
    for (a, b, far) in [(s0, b0, d0), (s1, s0, d1)] {
        f.add([a.word, a.tag, b.word, b.tag]);
        f.add([a.lemma, b.lemma]);
        f.add([a.word, a.tag, b.tag]);
        f.add([a.tag, b.word, b.tag]);
        f.add([a.lemma, b.upos]);
        f.add([a.upos, b.lemma]);
        f.add([a.tag, b.tag]);
        f.add([a.upos, b.upos, far]);
        f.add([a.lemma, b.upos, far]);
        f.add([a.upos, b.lemma, far]);
        f.add([a.cluster, b.cluster]);
        f.add([a.cluster, b.tag]);
        f.add([a.tag, b.cluster]);
        f.add([a.suffix, b.suffix]);
    }
    f.add([b0.tag, b1.tag]);
    f.add([b0.word, b1.word]);
    f.add([b0.word, b1.tag]);
    f.add([s1.tag, b0.tag]);
    f.add([s1.lemma, b0.lemma]);
    f.add([s1.lemma, b0.tag]);
    f.add([s0.word, b1.tag]);
    // Three at once.
    f.add([b0.tag, b1.tag, b2.tag]);
    f.add([s0.tag, b0.tag, b1.tag]);
    f.add([s1.tag, s0.tag, b0.tag]);
    f.add([s1.upos, s0.upos, b0.upos, b1.upos]);
    f.add([s2.tag, s1.tag, s0.tag]);
    f.add([s1.tag, s0.lemma, b0.tag]);
    f.add([s1.lemma, s0.tag, b0.tag]);
    f.add([s1.tag, s0.tag, b0.lemma]);
    f.add([s0.upos, b0.upos, b1.upos, b2.upos]);
    f.add([s1.lemma, s0.lemma, b0.upos]);
    f.add([s1.cluster, s0.cluster, b0.cluster]);
    // Children that are already known.
    for (token, kids) in [(s0, s0l), (s0, s0r), (s1, s1l), (s1, s1r), (b0, b0l)] {
        let (outer, second) = (item(kids.outer), item(kids.second));
        f.add([outer.word, label(kids.outer)]);
        f.add([outer.tag, label(kids.outer), token.tag]);
        f.add([label(kids.outer), label(kids.second), token.upos]);
        f.add([label(kids.outer), token.lemma]);
        f.add([second.tag, outer.tag, token.tag]);
        f.add([token.upos, u64::from(kids.count)]);
        f.add([token.lemma, u64::from(kids.count)]);
    }
    f.add([s0.tag, item(s0l.outer).tag, b0.tag]);
    f.add([s0.tag, item(s0r.outer).tag, b0.tag]);
    f.add([s0.tag, b0.tag, item(b0l.outer).tag]);
    f.add([s1.tag, item(s1r.outer).tag, s0.tag]);
    f.add([s1.tag, item(s1l.outer).tag, s0.tag]);
    f.add([s1.tag, s0.tag, item(s0l.outer).tag]);
    f.add([s1.tag, s0.tag, item(s0r.outer).tag]);
    f.add([s0.upos, label(s0l.outer), label(s0r.outer), b0.upos]);
    f.add([s1.upos, label(s1r.outer), s0.upos, label(s0l.outer), b0.upos]);
    f.add([s1.lemma, label(s1r.outer), s0.upos]);
    f.add([s0.upos, b0.upos, between(i0, j0)]);
    f.add([s1.upos, s0.upos, between(i1, i0)]);
    f.add([item(s0l.outer).lemma, s0.lemma]);
    f.add([item(s0l.outer).lemma, b0.lemma]);
}

/// Verbs, commas, conjunctions and prepositions between two words keep them apart: one bit each.
fn between_bit(upos: u64) -> u64 {
    use crate::prose::syntax::labels::Upos;
    let is = |kind: Upos| upos == kind as u64 + 3;
    if is(Upos::Verb) || is(Upos::Aux) {
        1
    } else if is(Upos::Punct) {
        2
    } else if is(Upos::Cconj) {
        4
    } else if is(Upos::Adp) {
        8
    } else if is(Upos::Sconj) {
        16
    } else {
        0
    }
}
