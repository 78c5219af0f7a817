//! With which of two rivals a stretch keeps company: what stands with one of them and not with the other tells them apart.

use crate::matching::evidence::alignment::ratio;
use crate::matching::evidence::kindred::is_meant;
use crate::matching::statements::clauses::{tells, tells_or_counts};
use crate::matching::statements::company::{Company, LEAST, root};
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::syntax::tree::Tree;
use crate::prose::syntax::{Relation, Upos};
use std::cmp::Ordering;
use std::ops::Range;

/// A stretch of a text: a figure, a date or a word in its sentence.
#[derive(Clone, Copy)]
pub struct Place<'r> {
    pub reading: &'r Reading,
    pub words: &'r Range<usize>,
}

/// How a stretch of the draft stands between two of a source: how many words of its clause stand with the one and not with the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaning {
    pub with_this: usize,
    pub with_that: usize,
    /// Words of the draft's clause.
    pub all: usize,
    /// Whether the word that it hangs on, or counts, is one of those that stand with this.
    pub head: bool,
}

impl Leaning {
    /// Whether enough of the clause stands with this: what the stretch hangs on or counts, and a word more, or most of it.
    pub fn is_clear(&self) -> bool {
        self.head && self.with_this >= WITH_ITS_HEAD
            || self.with_this >= LEAST && ratio(self.with_this, self.all) >= thresholds::MOSTLY_WITH
    }
}

const WITH_ITS_HEAD: usize = 2;

impl Place<'_> {
    /// Whether its clause points to another for what it tells: "it reduced the limit to 1,200", "all three went home", "of which 12
    /// are new". A number that counts no noun and is who does it, or a doer that is only a pronoun.
    pub fn points_elsewhere(self, counts: bool) -> bool {
        let tree = self.reading.tree();
        let Some(top) = tree.top(self.words) else { return true };
        let act = root(tree, top);
        let subject = tree.subject(act);
        let is_bare = counts && tree.nodes[top].label.relation != Relation::Nummod;
        let is_doer =
            || top == act || subject.is_some_and(|subject| tree.is_under(top, subject, &[Relation::Acl]));
        let is_pronoun = |token: usize| matches!(tree.nodes[token].upos, Upos::Pron | Upos::Det);
        let is_empty = || tree.related(act, &[Relation::Expl]).any(is_pronoun);
        subject.is_some_and(is_pronoun) || is_bare && (is_doer() || is_empty())
    }
}

/// How `own` leans to `this` rather than to `that`, if anything stands with that; `heads` are words of the draft that tell most of
/// what it is.
pub fn leaning(own: Place<'_>, heads: &[usize], this: Place<'_>, that: Place<'_>) -> Option<Leaning> {
    let part = part_of(own);
    let company = Company::beside(own.reading, own.words).words.into_iter();
    let here: Vec<usize> =
        company.filter(|word| part.contains(word) && tells(&own.reading.words[*word])).collect();
    let (with_this, with_that) = if std::ptr::eq(this.reading, that.reading) {
        apart(this.reading, this.words, that.words)
    } else {
        (Company::beside(this.reading, this.words).words, Company::beside(that.reading, that.words).words)
    };
    if with_that.is_empty() {
        return None;
    }
    let means = |word: usize, place: Place<'_>, among: &[usize]| {
        let words = among.iter().map(|at| &place.reading.words[*at]);
        is_meant(&own.reading.words[word], words, own.reading.language)
    };
    let leans = |word: &usize| (means(*word, this, &with_this), means(*word, that, &with_that));
    let leans: Vec<(usize, (bool, bool))> = here.iter().map(|word| (*word, leans(word))).collect();
    let count = |wanted: (bool, bool)| leans.iter().filter(|(_, leans)| *leans == wanted).count();
    Some(Leaning {
        with_this: count((true, false)),
        with_that: count((false, true)),
        all: here.len(),
        head: leans.iter().any(|(word, leans)| *leans == (true, false) && heads.contains(word)),
    })
}

/// The words of a sentence between semicolons.
fn part_of(place: Place<'_>) -> Range<usize> {
    let words = &place.reading.words;
    let ends = |at: usize| place.reading.between(at - 1, at).contains(';');
    let from = (1..=place.words.start.min(words.len() - 1)).rev().find(|at| ends(*at)).unwrap_or(0);
    let to = (place.words.end..words.len()).find(|at| ends(*at)).unwrap_or(words.len());
    from..to
}

/// Of one sentence, the telling words that stand with the one stretch, and those with the other: on its side of the mark or the "and"
/// between them, or nearer in the tree. What both share, the act and its doer, stands with neither.
fn apart(reading: &Reading, this: &Range<usize>, that: &Range<usize>) -> (Vec<usize>, Vec<usize>) {
    let tree = reading.tree();
    let (first, last) = if this.start <= that.start { (this, that) } else { (that, this) };
    let (Some(one), Some(two)) = (tree.top(first), tree.top(last)) else { return Default::default() };
    let border = (first.end..last.start).rev().find(|word| is_border(reading, *word));
    let has_own_doer = (border.unwrap_or(last.start)..last.start)
        .any(|word| matches!(tree.upos(word), Some(Upos::Noun | Upos::Propn)));
    let (act, other) = (root(tree, one), root(tree, two));
    let doer = tree.subject(act).filter(|doer| !has_own_doer && tree.subject(other) == Some(*doer));
    let mut shared = doer.map(|doer| tree.phrase(doer, &[])).unwrap_or_default();
    shared.extend(tree.tokens[act].word.filter(|_| !has_own_doer && act == other));
    let (mut with_first, mut with_last) = (Vec::new(), Vec::new());
    for word in (0..reading.words.len()).filter(|word| !first.contains(word) && !last.contains(word)) {
        let token =
            tree.token(word).filter(|_| tells_or_counts(&reading.words[word]) && !shared.contains(&word));
        let Some(token) = token else { continue };
        let side = match border {
            Some(border) => word.cmp(&border),
            None => steps(tree, one, token).cmp(&steps(tree, two, token)),
        };
        match side {
            Ordering::Less => with_first.push(word),
            Ordering::Greater => with_last.push(word),
            Ordering::Equal => {}
        }
    }
    if this.start <= that.start { (with_first, with_last) } else { (with_last, with_first) }
}

/// Whether a clause or a member of a list begins at a word.
fn is_border(reading: &Reading, word: usize) -> bool {
    reading.between(word - 1, word).contains([',', ';', ':', '(', '—', '–'])
        || reading.tree().upos(word) == Some(Upos::Cconj)
}

/// Steps from one token to another along the tree.
fn steps(tree: &Tree, from: usize, to: usize) -> usize {
    let above = |token: usize| {
        let up = |at: &usize| tree.nodes[*at].head;
        // A tree has no ring; the count is for a model that was damaged.
        std::iter::successors(Some(token), up).take(tree.nodes.len()).collect::<Vec<_>>()
    };
    let (one, two) = (above(from), above(to));
    let meet = one
        .iter()
        .enumerate()
        .find_map(|(up, token)| two.iter().position(|other| other == token).map(|down| up + down));
    meet.unwrap_or(one.len() + two.len())
}
