//! Two figures that have changed places: each stands with what the passage says of the other.

use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::same;
use crate::matching::evidence::kindred::is_meant;
use crate::prose::Reading;
use crate::prose::figures::Figure;
use crate::prose::syntax::Upos;
use crate::prose::values::Relation;
use std::ops::Range;

/// A figure of the draft, the word it stands with, and the figure that the passage has with that word.
#[derive(Clone, Copy, Debug)]
pub struct Crossing {
    /// Index into the draft's figures.
    pub figure: usize,
    /// Index of a word of the draft.
    pub with: usize,
    /// Index into the passage's figures.
    pub theirs: usize,
}

/// The side of a figure on which the word stands that it belongs to.
#[derive(Clone, Copy)]
enum Side {
    Before,
    Behind,
}

/// How two figures of a sentence stand in a passage that has both.
struct Two<'r> {
    reading: &'r Reading,
    /// For each way to tell which words belong to a figure, the words of the draft that stand with the same figure in both, and with
    /// the other one, for the first figure and for the second.
    ways: Vec<[Vec<usize>; 4]>,
    /// Index of the passage's figure that is the draft's second.
    second: usize,
}

impl<'r> Two<'r> {
    fn of(reading: &'r Reading, theirs: &'r Reading, a: usize, b: usize) -> Option<Self> {
        let (own, other) = (reading.figures(), theirs.figures());
        let only = |figure: &Figure| {
            let mut found = (0..other.len()).filter(|n| agree(figure, &other[*n]));
            found.next().filter(|_| found.next().is_none())
        };
        let (c, d) = (only(&own[a])?, only(&own[b])?);
        let kin = |figure: &Figure, all: &[Figure]| -> Vec<Range<usize>> {
            all.iter().filter(|one| one.unit == figure.unit).map(|one| one.words.clone()).collect()
        };
        let (kin, their_kin) = (kin(&own[a], own), kin(&other[c], other));
        let sides = [Side::Before, Side::Behind];
        let ways = sides.into_iter().flat_map(|one| sides.map(|two| (one, two))).map(|(here, there)| {
            let (with_a, with_b) = apart(reading, &kin, here, &own[a], &own[b]);
            let (with_c, with_d) = apart(theirs, &their_kin, there, &other[c], &other[d]);
            let shared = |these: &[usize], those: &[usize]| -> Vec<usize> {
                let words = those.iter().map(|there| &theirs.words[*there]);
                let has = |at: &usize| is_meant(&reading.words[*at], words.clone(), reading.language);
                these.iter().copied().filter(has).collect()
            };
            [
                shared(&with_a, &with_c),
                shared(&with_b, &with_d),
                shared(&with_a, &with_d),
                shared(&with_b, &with_c),
            ]
        });
        Some(Self { reading, ways: ways.collect(), second: d })
    }

    /// Whether each stands with what it stands with in the passage. Names tell more than other words: "the flood" stands before
    /// the first of two figures in either order.
    fn is_kept(&self) -> bool {
        let [kept, crossed] = [Self::KEPT, Self::CROSSED].map(|pair| self.first(pair, true).is_some());
        if kept || crossed {
            return kept && !crossed;
        }
        self.first(Self::KEPT, false).is_some() && self.first(Self::CROSSED, false).is_none()
    }

    /// A word of the draft that stands with the other figure in the passage, where both have changed places.
    fn crossed(&self) -> Option<usize> {
        let is_kept = self.first(Self::KEPT, true).is_some();
        let by_name = self.first(Self::CROSSED, true);
        let by_word = || self.first(Self::CROSSED, false).filter(|_| self.first(Self::KEPT, false).is_none());
        if is_kept { None } else { by_name.or_else(by_word) }
    }

    /// Where the words are, in each way, that stand with the same figure in both, and with the other one.
    const KEPT: [usize; 2] = [0, 1];
    const CROSSED: [usize; 2] = [2, 3];

    /// The first word of the one list beside which the other has one of its sort: a name, or not. "Pelham closes six shops and
    /// opens four": shops are no Pelham.
    fn first(&self, [one, other]: [usize; 2], names: bool) -> Option<usize> {
        let tree = self.reading.tree();
        let upos = |at: usize| tree.upos(at).filter(|upos| (*upos == Upos::Propn) == names);
        self.ways.iter().find_map(|way| {
            let beside: Vec<Upos> = way[other].iter().filter_map(|at| upos(*at)).collect();
            way[one].iter().copied().find(|at| upos(*at).is_some_and(|upos| beside.contains(&upos)))
        })
    }
}

/// Pairs of a sentence's figures that are of one kind and differ.
fn pairs(reading: &Reading) -> impl Iterator<Item = (usize, usize)> {
    let own = reading.figures();
    let all = (0..own.len()).flat_map(move |a| (a + 1..own.len()).map(move |b| (a, b)));
    all.filter(|(a, b)| differ(&own[*a], &own[*b]))
}

fn are_few(reading: &Reading, theirs: &Reading) -> bool {
    let (own, other) = (reading.figures().len(), theirs.figures().len());
    own.min(other) >= 2 && own.max(other) <= MOST
}

/// The first two figures of a sentence that have changed places.
pub fn crossed(reading: &Reading, evidence: &Evidence) -> Option<Crossing> {
    let theirs = &evidence.candidate.reading;
    if !are_few(reading, theirs) {
        return None;
    }
    pairs(reading).find_map(|(a, b)| {
        let two = Two::of(reading, theirs, a, b)?;
        Some(Crossing { figure: a, with: two.crossed()?, theirs: two.second })
    })
}

/// Whether a figure and another of the sentence stand in the passage with what they stand with in the draft.
pub fn keeps_its_place(reading: &Reading, figure: usize, evidence: &Evidence) -> bool {
    let theirs = &evidence.candidate.reading;
    let of_figure = |(a, b): &(usize, usize)| *a == figure || *b == figure;
    are_few(reading, theirs)
        && pairs(reading)
            .filter(of_figure)
            .any(|(a, b)| Two::of(reading, theirs, a, b).is_some_and(|two| two.is_kept()))
}

/// The words beside each of two figures, on one side, that do not stand beside the other.
fn apart(
    reading: &Reading,
    kin: &[Range<usize>],
    side: Side,
    one: &Figure,
    two: &Figure,
) -> (Vec<usize>, Vec<usize>) {
    let (one, two) = (beside(reading, kin, side, one), beside(reading, kin, side, two));
    let only = |these: &[usize], those: &[usize]| -> Vec<usize> {
        let there = |at: &usize| those.iter().any(|other| same(&reading.words[*at], &reading.words[*other]));
        these.iter().copied().filter(|at| !there(at)).collect()
    };
    (only(&one, &two), only(&two, &one))
}

/// A sentence with more figures is a table.
const MOST: usize = 8;

fn differ(one: &Figure, other: &Figure) -> bool {
    one.unit == other.unit && one.against(other) != Some(Relation::Agrees)
}

fn agree(one: &Figure, other: &Figure) -> bool {
    one.unit == other.unit
        && one.low.to_bits() == other.low.to_bits()
        && one.high.to_bits() == other.high.to_bits()
}

/// The telling words on one side of a figure, up to the next of its kind.
fn beside(reading: &Reading, kin: &[Range<usize>], side: Side, figure: &Figure) -> Vec<usize> {
    let range = match side {
        Side::Before => {
            let from = kin.iter().map(|one| one.end).filter(|end| *end <= figure.words.start).max();
            from.unwrap_or(0)..figure.words.start
        }
        Side::Behind => {
            let to = kin.iter().map(|one| one.start).filter(|start| *start >= figure.words.end).min();
            figure.words.end..to.unwrap_or(reading.words.len())
        }
    };
    let tells = |at: &usize| {
        let word = &reading.words[*at];
        !word.stop && !word.sign && !word.numeric
    };
    range.filter(tells).collect()
}
