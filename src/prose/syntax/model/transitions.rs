//! Arc-hybrid transitions: from words on a stack and in a queue to a tree (Kuhlmann, Gómez-Rodríguez and Satta 2011).
//!
//! The root stands behind the last word, so that each word gets exactly one head and the sentence one root.

/// No word: outside the sentence.
pub const NONE: u16 = u16::MAX;

/// One step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Move {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack hangs on the next word.
    Left,
    /// The top of the stack hangs on the word below it.
    Right,
}

/// A parse under way.
#[derive(Clone, Debug)]
pub struct State {
    words: u16,
    next: u16,
    stack: Vec<u16>,
    /// For each word the head and the class of its label; [`NONE`] until it has one.
    pub heads: Vec<u16>,
    pub labels: Vec<u8>,
    /// For each word, the root last: outermost and second outermost children, on the left and on the right.
    pub(super) left: Vec<Children>,
    pub(super) right: Vec<Children>,
}

/// Children on one side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Children {
    pub(super) outer: u16,
    pub(super) second: u16,
}

const CHILDLESS: Children = Children { outer: NONE, second: NONE };

impl State {
    /// Before the first step, for a sentence of so many words (at most 65,534).
    pub fn new(words: usize) -> Self {
        let count = u16::try_from(words).unwrap_or(0);
        let room = usize::from(count) + 1;
        Self {
            words: count,
            next: 0,
            stack: Vec::with_capacity(room),
            heads: vec![NONE; room],
            labels: vec![0; room],
            left: vec![CHILDLESS; room],
            right: vec![CHILDLESS; room],
        }
    }

    /// Whether every word has its head.
    pub fn is_done(&self) -> bool {
        self.stack.is_empty() && self.next == self.words
    }

    /// Whether the step can be taken.
    pub fn allows(&self, step: Move) -> bool {
        match step {
            Move::Shift => self.next < self.words,
            // One word alone hangs on the root.
            Move::Left => !self.stack.is_empty() && (self.next < self.words || self.stack.len() == 1),
            Move::Right => self.stack.len() >= 2,
        }
    }

    /// Takes the step; `label` is the class of the new arc's label.
    pub fn take(&mut self, step: Move, label: u8) {
        match step {
            Move::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Move::Left => {
                let Some(child) = self.stack.pop() else { return };
                self.arc(self.next, child, label);
                add(&mut self.left[usize::from(self.next)], child);
            }
            Move::Right => {
                let Some(child) = self.stack.pop() else { return };
                let head = self.stacked(0);
                self.arc(head, child, label);
                add(&mut self.right[usize::from(head)], child);
            }
        }
    }

    /// Head and child of the arc that the step would make.
    pub fn arc_of(&self, step: Move) -> Option<(u16, u16)> {
        let child = self.stacked(0);
        match step {
            Move::Shift => None,
            _ if child == NONE => None,
            Move::Left => Some((self.next, child)),
            Move::Right => Some((self.stacked(1), child)),
        }
    }

    fn arc(&mut self, head: u16, child: u16, label: u8) {
        self.heads[usize::from(child)] = head;
        self.labels[usize::from(child)] = label;
    }

    /// The word so far below the top of the stack.
    pub(super) fn stacked(&self, depth: usize) -> u16 {
        self.stack.len().checked_sub(depth + 1).map_or(NONE, |at| self.stack[at])
    }

    /// The word so far ahead; the root's number right behind the last word.
    pub(super) fn queued(&self, ahead: u16) -> u16 {
        self.next.checked_add(ahead).filter(|at| *at <= self.words).unwrap_or(NONE)
    }

    /// How many arcs of the `gold` tree (heads; the root is the number behind the last word) the step makes unreachable:
    /// the costs of the dynamic oracle (Goldberg and Nivre 2013).
    pub fn cost(&self, step: Move, gold: &[u16]) -> usize {
        let (top, below, next) = (self.stacked(0), self.stacked(1), self.next);
        let head = |word: u16| gold[usize::from(word)];
        let waiting = |word: u16| word >= next && word != NONE;
        match step {
            Move::Shift => {
                let lost_head = self.stack.iter().rev().skip(1).any(|word| head(next) == *word);
                usize::from(lost_head) + self.stack.iter().filter(|word| head(**word) == next).count()
            }
            Move::Left => {
                let lost_head =
                    head(top) == below && below != NONE || waiting(head(top)) && head(top) != next;
                usize::from(lost_head) + (next..self.words).filter(|word| head(*word) == top).count()
            }
            Move::Right => {
                usize::from(waiting(head(top))) + (next..self.words).filter(|word| head(*word) == top).count()
            }
        }
    }
}

fn add(children: &mut Children, child: u16) {
    // On both sides children come from the inside out.
    *children = Children { outer: child, second: children.outer };
}
