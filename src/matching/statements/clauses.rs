//! Clauses: how far a negation, a plan or a hedge reaches, and the act that it is about.

use crate::language::Lexicon;
use crate::matching::evidence::alignment::same;
use crate::prose::Reading;
use crate::prose::syntax::{Relation, Upos};
use crate::prose::words::{Word, phrase_at};
use std::ops::Range;

/// Words that govern what follows them in their clause: a negation, a plan.
#[derive(Clone, Debug)]
pub struct Governor {
    /// The governing words themselves.
    pub words: Range<usize>,
    /// The telling words that they govern, the act first.
    pub governed: Vec<usize>,
}

impl Governor {
    /// The act that is denied or planned.
    pub fn head(&self) -> Option<usize> {
        self.governed.first().copied()
    }
}

/// The clause around word `at`: up to a mark, or a word that opens a clause.
pub fn clause(reading: &Reading, at: usize, lexicon: &Lexicon) -> Range<usize> {
    let opens = |at: usize| lexicon.language.stance.clause_openers.contains(&reading.words[at].fold.as_str());
    let mut start = at;
    while start > 0 && !opens(start) && !is_apart(reading, start - 1) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < reading.words.len() && !opens(end) && !is_apart(reading, end - 1) {
        end += 1;
    }
    start..end
}

/// Whether a mark stands between a word and the next.
fn is_apart(reading: &Reading, at: usize) -> bool {
    let (one, next) = (reading.words[at].span, reading.words[at + 1].span);
    reading.text[one.end as usize..next.start as usize]
        .contains([',', ';', ':', '—', '–', '(', ')', '“', '”', '"'])
}

/// The places where one of `phrases` stands, the longest at each.
pub fn phrases(reading: &Reading, phrases: &[Vec<&'static str>]) -> Vec<Range<usize>> {
    (0..reading.words.len()).filter_map(|at| phrase_at(&reading.words, at, phrases)).collect()
}

/// Whether both are sentences that somebody wrote to be read: what follows goes over each word for each word.
pub fn are_readable(one: &Reading, other: &Reading) -> bool {
    one.words.len().max(other.words.len()) <= LONGEST
}

/// The longest sentence of the seed articles has some ninety words.
const LONGEST: usize = 250;

/// What words govern: the act first, then the telling words that hang on it, its subject left out.
pub fn govern(reading: &Reading, words: Range<usize>, lexicon: &Lexicon) -> Governor {
    let tells = |at: &usize| names_a_thing(&reading.words[*at], lexicon) && !words.contains(at);
    let act =
        act_of(reading, &words).filter(|act| reading.tree().tokens[*act].word.is_some_and(|at| tells(&at)));
    let governed = match act {
        Some(act) => {
            let tree = reading.tree();
            let first = tree.tokens[act].word;
            let rest =
                tree.phrase(act, &NOT_GOVERNED).into_iter().filter(|at| tells(at) && Some(*at) != first);
            first.into_iter().chain(rest).collect()
        }
        None => behind(reading, &words, lexicon),
    };
    Governor { words, governed }
}

/// The telling words behind some words in their clause, or the one before where nothing is behind: where the tree has no
/// act for a negation.
fn behind(reading: &Reading, words: &Range<usize>, lexicon: &Lexicon) -> Vec<usize> {
    let clause = clause(reading, words.end - 1, lexicon);
    let tells = |at: &usize| names_a_thing(&reading.words[*at], lexicon);
    let behind: Vec<usize> = (words.end..clause.end).filter(tells).collect();
    if behind.is_empty() { (clause.start..words.start).rev().filter(tells).take(1).collect() } else { behind }
}

/// The token of the act that governing words are about: what "not" hangs on, the verb of "no officers", what "failed to"
/// or "ruled out" has behind it.
fn act_of(reading: &Reading, words: &Range<usize>) -> Option<usize> {
    let tree = reading.tree();
    let outside = |token: &usize| tree.tokens[*token].word.is_none_or(|word| !words.contains(&word));
    let top = tree.top(words)?;
    let node = &tree.nodes[top];
    match node.upos {
        Upos::Verb | Upos::Adj => tree.related(top, &COMPLEMENTS).find(outside),
        Upos::Det => {
            let noun = node.head?;
            let of_verb =
                matches!(tree.nodes[noun].label.relation, Relation::Nsubj | Relation::Obj | Relation::Obl);
            tree.nodes[noun].head.filter(|_| of_verb).or(Some(noun))
        }
        Upos::Aux => node.head.or(Some(top)),
        _ => node.head,
    }
}

/// What a verb of denial denies: "failed to pay", "ruled out sabotage".
const COMPLEMENTS: [Relation; 4] = [Relation::Xcomp, Relation::Ccomp, Relation::Obj, Relation::Obl];

/// What a negation of an act does not reach: who acts, and clauses of their own.
const NOT_GOVERNED: [Relation; 7] = [
    Relation::Nsubj,
    Relation::Acl,
    Relation::Advcl,
    Relation::Ccomp,
    Relation::Conj,
    Relation::Parataxis,
    Relation::Punct,
];

/// The words of the names of whoever acts, or to whom it is done, in the clause of a word; none where no name is given.
pub fn subject_of(reading: &Reading, at: usize) -> Vec<usize> {
    let tree = reading.tree();
    let mut token = tree.token(at);
    for _ in 0..tree.nodes.len() {
        let Some(now) = token else { break };
        if let Some(subject) = tree.related(now, &[Relation::Nsubj]).next() {
            let words = tree.phrase(subject, &NOT_GOVERNED);
            let named = |at: &usize| tree.upos(*at) == Some(Upos::Propn);
            return words.into_iter().filter(named).collect();
        }
        token = tree.nodes[now].head;
    }
    Vec::new()
}

/// Whether a word tells something by itself: no little word, no sign, no number.
pub(super) fn tells(word: &Word) -> bool {
    !word.stop && !word.sign && !word.numeric
}

/// Whether a word tells something, a number included.
pub(super) fn tells_or_counts(word: &Word) -> bool {
    tells(word) || word.numeric
}

/// The same as [`tells`], and it says what, and not how: "quietly" does.
pub(super) fn names_a_thing(word: &Word, lexicon: &Lexicon) -> bool {
    let ending = lexicon.language.stance.adverb_ending;
    tells(word) && (ending.is_empty() || word.capital || !word.fold.ends_with(ending))
}

/// The words of `reading` that are the same as a word of another sentence.
pub fn counterparts<'r>(
    reading: &'r Reading,
    other: &'r Reading,
    at: usize,
) -> impl Iterator<Item = usize> + 'r {
    (0..reading.words.len()).filter(move |own| same(&reading.words[*own], &other.words[at]))
}

/// Whether what stands behind a negation takes it back: "not only".
pub fn is_taken_back(reading: &Reading, behind: usize, lexicon: &Lexicon) -> bool {
    reading
        .words
        .get(behind)
        .is_some_and(|word| lexicon.language.stance.no_denials.contains(&word.fold.as_str()))
}
