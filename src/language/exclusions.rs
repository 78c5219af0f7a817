//! Which words of a language exclude each other, ready for look-up.

use crate::language::vocabulary::relations::Relations;
use rustc_hash::FxHashMap;

/// Where a word stands among words that exclude each other: the number of their list and the side that it is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    pub list: u16,
    pub side: u8,
}

impl Axis {
    /// Where what is denied of a word stands, among two sides.
    pub fn denied(self) -> Self {
        Self { side: 1 - self.side.min(1), ..self }
    }
}

/// Words that exclude each other, by their stems.
#[derive(Clone, Debug)]
pub struct Exclusions {
    opposites: FxHashMap<String, Vec<Axis>>,
    kinds: FxHashMap<String, Vec<Axis>>,
    denying_prefixes: &'static [&'static str],
}

impl Exclusions {
    /// Reads the lists of a language; `form` gives the stem of a word.
    pub(super) fn of(relations: &Relations, form: &dyn Fn(&str) -> String) -> Self {
        Self {
            opposites: by_word(relations.opposites.iter().map(<[_; 2]>::as_slice), form),
            kinds: by_word(relations.kinds.iter().copied(), form),
            denying_prefixes: relations.denying_prefixes,
        }
    }

    /// The sides of pairs of opposites that a stem stands on.
    pub fn axes(&self, stem: &str) -> &[Axis] {
        self.opposites.get(stem).map_or(&[], Vec::as_slice)
    }

    /// Whether two stems stand on the two sides of a pair.
    pub fn are_opposite(&self, one: &str, other: &str) -> bool {
        are_apart(self.axes(one), self.axes(other))
    }

    /// Whether two words, each as a comparison form and a stem, exclude each other: opposites, kinds of one thing, or one of
    /// them denied by its first part.
    pub fn exclude(&self, one: [&str; 2], other: [&str; 2]) -> bool {
        let kinds = |stem: &str| self.kinds.get(stem).map_or(&[] as &[Axis], Vec::as_slice);
        let ([fold, stem], [other_fold, other_stem]) = (one, other);
        self.are_opposite(stem, other_stem)
            || are_apart(kinds(stem), kinds(other_stem))
            || self.denies(fold, other_fold)
            || self.denies(other_fold, fold)
    }

    /// Whether a word is another with a first part that denies it.
    fn denies(&self, word: &str, other: &str) -> bool {
        let prefixes = self.denying_prefixes;
        let rest = |prefix: &&str| word.strip_prefix(*prefix).map(|rest| rest.trim_start_matches('-'));
        prefixes.iter().filter_map(rest).any(|rest| rest.len() > SHORT && rest == other)
    }
}

/// What is left of a word behind a first part that denies it: more letters than this. "Under" is no "un-" of "der".
const SHORT: usize = 3;

/// Whether two words stand on different sides of a list, and nowhere on the same.
fn are_apart(one: &[Axis], other: &[Axis]) -> bool {
    let of_list = |list: u16| other.iter().filter(move |axis| axis.list == list);
    one.iter().any(|axis| {
        of_list(axis.list).next().is_some_and(|_| of_list(axis.list).all(|b| b.side != axis.side))
    }) && !one.iter().any(|axis| other.contains(axis))
}

/// For each word of lists of sides, all places where it stands.
fn by_word<'l>(
    lists: impl Iterator<Item = &'l [&'static str]>,
    form: &dyn Fn(&str) -> String,
) -> FxHashMap<String, Vec<Axis>> {
    let mut found: FxHashMap<String, Vec<Axis>> = FxHashMap::default();
    for (list, sides) in (0..).zip(lists) {
        for (side, words) in (0..).zip(sides) {
            for word in words.split(' ') {
                let axes = found.entry(form(word)).or_default();
                if !axes.contains(&Axis { list, side }) {
                    axes.push(Axis { list, side });
                }
            }
        }
    }
    found
}
