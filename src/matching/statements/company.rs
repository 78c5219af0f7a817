//! The company that a word keeps: what else its clause tells. Two words are said of one thing where they keep the same.

pub mod contrast;
pub mod ties;

use crate::language::Lexicon;
use crate::matching::evidence::alignment::ratio;
use crate::matching::evidence::kindred::{is_meant, mean_alike};
use crate::matching::statements::clauses::tells_or_counts;
use crate::prose::Reading;
use crate::prose::syntax::tree::Tree;
use crate::prose::syntax::{Relation, Subtype, Upos};
use crate::prose::words::Word;
use std::ops::Range;

/// The telling words of the clause around a word, the word itself left out.
#[derive(Clone, Debug)]
pub struct Company<'r> {
    pub reading: &'r Reading,
    pub words: Vec<usize>,
}

/// Words that two clauses must share before the shares of them tell anything.
pub const LEAST: usize = 3;

impl<'r> Company<'r> {
    /// The company of word `at`; none where nothing was parsed.
    pub fn of(reading: &'r Reading, at: usize) -> Self {
        Self::beside(reading, &(at..at + 1))
    }

    /// The company of a name or a value, all its words left out.
    pub fn beside(reading: &'r Reading, words: &Range<usize>) -> Self {
        let tree = reading.tree();
        let mut company = clause_words(tree, words.start);
        // Whom a joined act shares its subject with stands in the other's clause.
        let clause = tree.token(words.start).map(|token| root(tree, token));
        let act = clause.filter(|clause| tree.nodes[*clause].upos == Upos::Verb);
        if let Some(subject) = act.and_then(|act| tree.subject(act)) {
            let shared = tree.phrase(subject, &[Relation::Acl, Relation::Appos]);
            company.extend(shared.into_iter().filter(|word| !company.contains(word)).collect::<Vec<_>>());
        }
        company.retain(|word| !words.contains(word) && tells_or_counts(&reading.words[*word]));
        Self { reading, words: company }
    }

    /// The company of several words that are said of one thing.
    pub fn of_all(reading: &'r Reading, words: impl Iterator<Item = usize>) -> Self {
        let mut all: Vec<usize> = words.flat_map(|at| Self::of(reading, at).words).collect();
        all.sort_unstable();
        all.dedup();
        Self { reading, words: all }
    }

    /// All words of the clause around a word, with the clauses that hang on it.
    pub fn whole_clause(reading: &Reading, at: usize) -> Vec<usize> {
        let tree = reading.tree();
        let Some(token) = tree.token(at) else { return Vec::new() };
        let mut clause = root(tree, token);
        // "It is said that it leaks": what a clause is said by stands with it.
        while let Some(head) =
            tree.nodes[clause].head.filter(|_| tree.nodes[clause].label.relation == Relation::Ccomp)
        {
            clause = root(tree, head);
        }
        tree.phrase(clause, &[Relation::Parataxis])
    }

    /// Share of it that another has, 0 to 1, and how many words those are; names and numbers count twice.
    pub fn shared(&self, other: &Self) -> (f64, usize) {
        self.shared_with(&other.words.iter().map(|word| &other.reading.words[*word]))
    }

    /// The same of whole sentences.
    pub fn shared_by_all(&self, others: &[&Reading]) -> (f64, usize) {
        self.shared_with(&others.iter().flat_map(|reading| &reading.words))
    }

    fn shared_with<'w>(&self, theirs: &(impl Iterator<Item = &'w Word> + Clone)) -> (f64, usize) {
        let has = |word: &usize| is_meant(&self.reading.words[*word], theirs.clone(), self.reading.language);
        let weight = |word: &usize| {
            let is_name = self.reading.tree().upos(*word) == Some(Upos::Propn);
            1 + usize::from(is_name || self.reading.words[*word].numeric)
        };
        let whole = self.words.iter().map(weight).sum();
        let shared: Vec<&usize> = self.words.iter().filter(|word| has(word)).collect();
        (ratio(shared.iter().map(|word| weight(word)).sum(), whole), shared.len())
    }
}

/// Whether the clause of a word has one that turns it round.
pub fn is_denied(reading: &Reading, at: usize, lexicon: &Lexicon) -> bool {
    is_denied_beside(reading, &(at..at + 1), lexicon)
}

/// The same of some words, a negation among them left out: "without exception".
pub fn is_denied_beside(reading: &Reading, words: &Range<usize>, lexicon: &Lexicon) -> bool {
    let negates = |word: &usize| !words.contains(word) && lexicon.negates(&reading.words[*word].fold);
    clause_words(reading.tree(), words.start).iter().any(negates)
}

/// The words of the clause around a word; none where nothing was parsed.
fn clause_words(tree: &Tree, at: usize) -> Vec<usize> {
    let Some(token) = tree.token(at) else { return Vec::new() };
    let clause = root(tree, token);
    let mut words = tree.phrase(clause, &[]);
    words.retain(|word| !tree.token(*word).is_some_and(|token| leaves(tree, token, clause)));
    words
}

/// The topmost token of the clause that a token stands in.
fn root(tree: &Tree, token: usize) -> usize {
    let mut at = token;
    for _ in 0..tree.nodes.len() {
        match tree.nodes[at].head {
            Some(head) if !begins_clause(tree, at) => at = head,
            _ => break,
        }
    }
    at
}

/// Whether a token stands in a clause of its own below `clause`.
fn leaves(tree: &Tree, token: usize, clause: usize) -> bool {
    let mut at = token;
    for _ in 0..tree.nodes.len() {
        if at == clause {
            return false;
        }
        let Some(head) = tree.nodes[at].head.filter(|_| !is_apart(tree, at)) else { return true };
        at = head;
    }
    true
}

/// Whether a token begins a clause that tells something of its own: one that is joined, or reported.
fn is_apart(tree: &Tree, token: usize) -> bool {
    let node = &tree.nodes[token];
    match node.label.relation {
        Relation::Parataxis | Relation::Ccomp => true,
        // "Rejected one and approved the other" are two acts.
        Relation::Conj => node.upos == Upos::Verb || tree.related(token, &[Relation::Nsubj]).next().is_some(),
        _ => false,
    }
}

/// The same, or one that says more of a word or an act.
fn begins_clause(tree: &Tree, token: usize) -> bool {
    let relation = tree.nodes[token].label.relation;
    is_apart(tree, token) || matches!(relation, Relation::Acl | Relation::Advcl | Relation::Csubj)
}

/// Whether two words stand in one place of their clauses: acts of the same, or things that hang on the same word.
pub fn stands_alike(own: &Reading, i: usize, theirs: &Reading, j: usize) -> bool {
    let (tree, other) = (own.tree(), theirs.tree());
    let (Some(a), Some(b)) = (tree.token(i), other.token(j)) else { return false };
    let (one, two) = (tree.nodes[a].upos, other.nodes[b].upos);
    let is_act = |upos| matches!(upos, Upos::Verb | Upos::Aux);
    match (is_act(one), is_act(two)) {
        (true, true) => are_of_one(own, a, theirs, b),
        (false, false) => one == two && hang_alike(own, a, theirs, b),
        // "Is open", "was closed": a state and an act.
        (_, _) => (one == Upos::Adj || two == Upos::Adj) && are_of_one(own, a, theirs, b),
    }
}

/// Who does an act, and whom or what it is done to, as tokens; a pronoun may be anybody.
#[derive(Clone, Copy)]
struct Parties {
    doer: Option<usize>,
    done_to: Option<usize>,
}

fn parties(tree: &Tree, act: usize) -> Parties {
    let named = |token: &usize| tree.nodes[*token].upos != Upos::Pron;
    let of = |relation: &'static [Relation]| tree.related(act, relation).find(named);
    let subject = tree.subject(act);
    let is_passive =
        subject.is_some_and(|subject| tree.is_sub(subject, Subtype::Passive)) || tree.is_passive(act);
    let subject = subject.filter(named);
    if tree.nodes[act].upos == Upos::Adj {
        // "Were injured" is tagged as either; what is said of a thing is done to it as much as by it.
        Parties { doer: subject, done_to: subject }
    } else if is_passive {
        let doer = tree.related(act, &[Relation::Obl]).find(|oblique| tree.is_sub(*oblique, Subtype::Agent));
        Parties { doer, done_to: subject }
    } else {
        Parties { doer: subject, done_to: of(&[Relation::Obj]) }
    }
}

/// Whether two acts are of different doers: what one sells the other buys.
pub fn are_of_others(own: &Reading, i: usize, theirs: &Reading, j: usize) -> bool {
    let (Some(a), Some(b)) = (own.tree().token(i), theirs.tree().token(j)) else { return false };
    let is_act = |reading: &Reading, token: usize| reading.tree().nodes[token].upos == Upos::Verb;
    is_act(own, a)
        && is_act(theirs, b)
        && alike(own, parties(own.tree(), a).doer, theirs, parties(theirs.tree(), b).doer) == Some(false)
}

/// Whether two parties are one; `None` where either is unknown.
fn alike(own: &Reading, one: Option<usize>, theirs: &Reading, two: Option<usize>) -> Option<bool> {
    let word = |reading: &Reading, token: usize| reading.tree().tokens[token].word;
    let (one, two) = (word(own, one?)?, word(theirs, two?)?);
    Some(mean_alike(&own.words[one], &theirs.words[two], own.language))
}

/// Whether two acts are of one party, and of no other.
fn are_of_one(own: &Reading, a: usize, theirs: &Reading, b: usize) -> bool {
    let (one, two) = (parties(own.tree(), a), parties(theirs.tree(), b));
    let alike = |one, two| alike(own, one, theirs, two);
    match (alike(one.doer, two.doer), alike(one.done_to, two.done_to)) {
        (Some(false), _) => false,
        (Some(true), _) | (None, Some(true)) => true,
        (None, Some(false) | None) => false,
    }
}

/// Whether two words hang on the same word, by the same relation.
fn hang_alike(own: &Reading, a: usize, theirs: &Reading, b: usize) -> bool {
    let node = |reading: &Reading, token: usize| {
        let node = &reading.tree().nodes[token];
        (node.label.relation, node.head.and_then(|head| reading.tree().tokens[head].word))
    };
    let ((relation, head), (their_relation, their_head)) = (node(own, a), node(theirs, b));
    let same_head = head
        .zip(their_head)
        .is_some_and(|(one, two)| mean_alike(&own.words[one], &theirs.words[two], own.language));
    same_head || relation == their_relation
}
