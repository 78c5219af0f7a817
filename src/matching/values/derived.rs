//! Figures that a draft works out from a source's: sums, differences, shares, changes.

use crate::language::Bound;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::values::pairing::{Side, Value};
use crate::matching::values::thresholds;
use crate::prose::figures::{Course, Figure, Unit};
use crate::prose::values::Relation;
use std::sync::Arc;

/// Whether the passage's own figures, or those of the sentences around it, give the draft's figure in some
/// way: it stands beside, or it is a sum, a difference, a share or a change in per cent.
pub fn is_given(side: Side<'_>, figure: &Figure, evidence: &Evidence) -> bool {
    stands_beside(side, figure, evidence) || is_made(side, figure, evidence)
}

/// Whether the figures of a passage, or of one around it, give the draft's figure: it is a sum, a difference, a share or a change in
/// per cent; or the sum of one of the passage and one of the next.
pub fn is_made(side: Side<'_>, figure: &Figure, evidence: &Evidence) -> bool {
    let mut passages = evidence.passages();
    !figure.is_wide()
        && (passages.any(|passage| is_worked_out(figure, passage.reading.figures(), side.about))
            || is_sum_of_neighbours(figure, evidence))
}

/// "In 15 cases … in another 22": 37.
fn is_sum_of_neighbours(figure: &Figure, evidence: &Evidence) -> bool {
    let counts = |candidate: &Candidate| {
        let all = candidate.reading.figures().iter().take(MOST_FIGURES);
        let counts =
            all.filter(|one| one.unit == Unit::Count && !one.is_wide() && one.course == Course::Level);
        counts.map(|one| one.low).collect::<Vec<f64>>()
    };
    let own = counts(&evidence.candidate);
    let position = evidence.candidate.position;
    let beside = evidence.around.iter().filter(|one| one.position.abs_diff(position) == 1);
    figure.unit == Unit::Count
        && beside.into_iter().any(|other| {
            counts(other).iter().any(|b| own.iter().any(|a| (a + b - figure.low).abs() < f64::EPSILON))
        })
}

/// Whether the passage itself has the draft's figure somewhere: of whatever it is said there, the source knows it.
pub fn stands_within(side: Side<'_>, figure: &Figure, evidence: &Evidence) -> bool {
    has(side, figure, [&evidence.candidate])
}

/// "Four were treated", in the sentence behind the one on six others.
pub fn stands_beside(side: Side<'_>, figure: &Figure, evidence: &Evidence) -> bool {
    has(side, figure, &evidence.around)
}

fn has<'c>(side: Side<'_>, figure: &Figure, passages: impl IntoIterator<Item = &'c Arc<Candidate>>) -> bool {
    passages.into_iter().any(|candidate| {
        let theirs = &candidate.reading;
        let agrees = |other: &Figure| {
            // "The CDU at 29", "Omar Said, 19": what it counts is understood.
            let bare = |figure: &Figure| figure.unit == Unit::Count && figure.noun.is_none();
            let unit = (bare(figure) || bare(other))
                && figure.low == other.low
                && !figure.is_wide()
                && !other.is_wide();
            unit || figure.against_within(other, side.about) == Some(Relation::Agrees)
                && figure.is_telling(other)
                && !figure.is_crossed(side.reading, other, theirs, candidate.lexicon)
        };
        theirs.figures().iter().take(MOST_FIGURES).any(agrees)
    })
}

fn is_worked_out(figure: &Figure, theirs: &[Figure], about: f64) -> bool {
    let counts: Vec<&Figure> =
        theirs.iter().take(MOST_FIGURES).filter(|other| !other.is_wide() && is_amount(other.unit)).collect();
    let alike: Vec<&Figure> = counts.iter().copied().filter(|other| other.unit == figure.unit).collect();
    let gives = |value: f64, step: f64| {
        let made = Figure {
            low: value,
            high: value,
            step,
            bound: Bound::Exact,
            course: figure.course,
            per: None,
            ..figure.clone()
        };
        figure.against_within(&made, about) == Some(Relation::Agrees)
    };
    let pairs = |of: &[&Figure], works: &dyn Fn(f64, f64) -> bool| {
        (0..of.len())
            .any(|a| (a + 1..of.len()).any(|b| works(of[a].low, of[b].low) || works(of[b].low, of[a].low)))
    };
    let sum: f64 = alike.iter().map(|other| other.low).sum();
    let small = figure.step.min(1.0);
    if alike.len() > 2 && gives(sum, small)
        || pairs(&alike, &|a, b| {
            a.min(b) > a.max(b) * thresholds::LEAST_PART
                && (gives(a + b, small) || gives((a - b).abs(), small))
        })
    {
        return true;
    }
    // "A third of the contracts": 22 of 66.
    let counted: Vec<&Figure> = counts.iter().copied().filter(|other| other.unit == Unit::Count).collect();
    let is_share = figure.unit == Unit::Percent && figure.course != Course::By;
    if is_share && pairs(&counted, &|a, b| 0.0 < a && a < b && gives(a / b * 100.0, figure.step)) {
        return true;
    }
    // "Rose 25 percent": from 120 to 150.
    let change = figure.unit == Unit::Percent && figure.course == Course::By;
    change && pairs(&counts, &|a, b| b > 0.0 && gives(((a - b) / b * 100.0).abs(), figure.step))
}

fn is_amount(unit: Unit) -> bool {
    matches!(unit, Unit::Count | Unit::Money(_) | Unit::Measure(_) | Unit::Percent | Unit::Points)
}

/// Of a table any number could be made.
const MOST_FIGURES: usize = 8;
