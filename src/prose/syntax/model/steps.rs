//! The classes that a parser chooses from: shift, and each label to the left and to the right.

use crate::prose::syntax::model::transitions::{Move, State};

/// The classes of a model's labels.
#[derive(Clone, Copy, Debug)]
pub struct Steps {
    labels: usize,
}

impl Steps {
    /// Steps with so many labels, at most 127.
    pub fn new(labels: usize) -> Self {
        Self { labels }
    }

    /// How many classes there are.
    pub fn classes(self) -> usize {
        1 + 2 * self.labels
    }

    /// The step of a class and the number of its label.
    pub fn step(self, class: usize) -> (Move, u8) {
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

    /// Whether the state allows the class.
    pub fn allows(self, state: &State) -> impl Fn(usize) -> bool + use<> {
        let allowed = [Move::Shift, Move::Left, Move::Right].map(|step| state.allows(step));
        move |class| allowed[if class == 0 { 0 } else { 2 - class % 2 }]
    }

    /// The best class of those that the state allows.
    pub fn best(self, state: &State, scores: &[f32]) -> usize {
        let allowed = self.allows(state);
        let mut best = None;
        for (class, score) in scores.iter().enumerate().take(self.classes()) {
            if allowed(class) && best.is_none_or(|(_, top)| *score > top) {
                best = Some((class, *score));
            }
        }
        best.map_or(0, |(class, _)| class)
    }
}
