//! Two stretches of a source, or of two, made into one quotation.

use crate::matching::quotations::fit::Place;
use crate::matching::quotations::reading::Token;
use crate::matching::quotations::window::Window;
use std::sync::Arc;

/// A quotation that is exact in two pieces.
#[derive(Clone, Debug)]
pub struct Splice {
    pub first: Place,
    pub second: Place,
    /// Number of the quotation's words in the first piece.
    pub cut: usize,
}

/// Finds the two places, if the whole fragment is a beginning found in one and an end found in another.
pub fn find(fragment: &[Token], windows: &[Arc<Window>]) -> Option<Splice> {
    let total = fragment.len();
    let mut first: Option<(usize, Place)> = None;
    let mut second: Option<(usize, Place)> = None;
    for window in windows {
        for at in 0..window.len() {
            let forward = (0..total)
                .take_while(|n| at + n < window.len() && window.word(at + n).fold == fragment[*n].word.fold)
                .count();
            if forward > first.as_ref().map_or(0, |(length, _)| *length) {
                first = Some((forward, Place::exact(window, at, at + forward)));
            }
            let backward = (0..total)
                .take_while(|n| at >= *n && window.word(at - n).fold == fragment[total - 1 - n].word.fold)
                .count();
            if backward > second.as_ref().map_or(0, |(length, _)| *length) {
                second = Some((backward, Place::exact(window, at + 1 - backward, at + 1)));
            }
        }
    }
    let ((length, first), (tail, second)) = (first?, second?);
    let whole = length + tail >= total && length >= PIECE && tail >= PIECE;
    whole.then_some(Splice { first, second, cut: length })
}

/// A piece shorter than this many words may stand anywhere by chance.
const PIECE: usize = 4;
