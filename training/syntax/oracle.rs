//! Which steps are right: the dynamic oracle (Goldberg and Nivre 2013).

use backread::prose::syntax::model::steps::Steps;
use backread::prose::syntax::model::transitions::{Move, State};

/// The classes that make no arc of the tree unreachable that is still reachable.
pub fn wanted(state: &State, heads: &[u16], labels: &[u8], steps: Steps) -> Vec<usize> {
    let costs: Vec<(Move, usize)> = [Move::Shift, Move::Left, Move::Right]
        .into_iter()
        .filter(|step| state.allows(*step))
        .map(|step| (step, state.cost(step, heads)))
        .collect();
    let least = costs.iter().map(|(_, cost)| *cost).min().unwrap_or(0);
    let mut classes = Vec::new();
    for (step, _) in costs.into_iter().filter(|(_, cost)| *cost == least) {
        match (step, state.arc_of(step)) {
            (Move::Shift, _) | (_, None) => classes.push(0),
            // A right arc has one right label; any label does for an arc that is wrong in any case.
            (_, Some((head, child))) if heads[usize::from(child)] == head => {
                classes.push(Steps::class(step, labels[usize::from(child)]));
            }
            _ => classes.extend((0..(steps.classes() - 1) / 2).map(|label| Steps::class(step, label as u8))),
        }
    }
    classes
}
