//! The tree of a sentence: each token with its part of speech and its head, asked by the reader's words.

use crate::language::Lexicon;
use crate::prose::syntax::labels::{Relation, Subtype, Upos};
use crate::prose::syntax::model::LONGEST;
use crate::prose::syntax::models;
use crate::prose::syntax::node::Node;
use crate::prose::syntax::tokens::{Token, tokens};
use crate::prose::words::Word;
use std::ops::Range;

/// A sentence with what depends on what. Numbers are of tokens, unless a name says "word".
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub tokens: Vec<Token>,
    pub nodes: Vec<Node>,
    /// For each word its main token: of "zum" the preposition, of "isn't" the verb.
    of_word: Vec<Option<usize>>,
}

impl Tree {
    /// Parses a sentence; without a model of its language the tree is empty.
    pub fn of(text: &str, words: &[Word], lexicon: &Lexicon) -> Self {
        let Some(model) = models::of(lexicon.language.code) else { return Self::default() };
        // What is longer than the model reads is no sentence.
        let tokens = tokens(text, words, lexicon, LONGEST);
        let forms: Vec<&str> = tokens.iter().map(|token| token.form.as_str()).collect();
        let nodes = model.analyse(&forms);
        let mut of_word = vec![None; words.len()];
        for (n, token) in tokens.iter().enumerate() {
            if let Some(main) = token.word.and_then(|word| of_word.get_mut(word)) {
                main.get_or_insert(n);
            }
        }
        // The later parts of a compound are in the token of its first.
        let end = tokens.last().map_or(0, |token| token.span.end);
        let mut last = None;
        for (main, _) in of_word.iter_mut().zip(words).take_while(|(_, word)| word.span.start < end) {
            last = main.or(last);
            *main = last;
        }
        Self { tokens, nodes, of_word }
    }

    /// The main token of a word; `None` where nothing was parsed.
    pub fn token(&self, word: usize) -> Option<usize> {
        self.of_word.get(word).copied().flatten()
    }

    /// The node of a word's main token.
    pub fn node(&self, word: usize) -> Option<&Node> {
        self.nodes.get(self.token(word)?)
    }

    /// Part of speech of a word.
    pub fn upos(&self, word: usize) -> Option<Upos> {
        self.node(word).map(|node| node.upos)
    }

    /// The topmost token of some words: the first that hangs on none of them.
    pub fn top(&self, words: &Range<usize>) -> Option<usize> {
        let inside = |token: usize| self.tokens[token].word.is_some_and(|word| words.contains(&word));
        (0..self.nodes.len())
            .find(|token| inside(*token) && self.nodes[*token].head.is_none_or(|head| !inside(head)))
    }

    /// The children of a token, in order.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.nodes.iter().enumerate().filter(move |(_, node)| node.head == Some(token)).map(|(n, _)| n)
    }

    /// The children with one of these relations.
    pub fn related(&self, token: usize, relations: &'static [Relation]) -> impl Iterator<Item = usize> + '_ {
        self.children(token).filter(move |child| relations.contains(&self.nodes[*child].label.relation))
    }

    /// Whether a token's relation has this subtype: the subject of a passive, an agent.
    pub fn is_sub(&self, token: usize, subtype: Subtype) -> bool {
        self.nodes[token].label.subtype == subtype
    }

    /// Whether a verb has an auxiliary of the passive.
    pub fn is_passive(&self, token: usize) -> bool {
        self.related(token, &[Relation::Aux]).any(|aux| self.is_sub(aux, Subtype::Passive))
    }

    /// The token of who or what an act is said of: its own subject, that of the verb it is joined to, or the noun that it says
    /// more of.
    pub fn subject(&self, act: usize) -> Option<usize> {
        let mut at = act;
        for _ in 0..self.nodes.len() {
            let node = &self.nodes[at];
            if let Some(own) = self.related(at, &[Relation::Nsubj]).next() {
                // "The package that raised it": the package did.
                let refers = self.nodes[own].upos == Upos::Pron && node.label.relation == Relation::Acl;
                return if refers { node.head } else { Some(own) };
            }
            match node.label.relation {
                Relation::Acl => return node.head,
                Relation::Conj | Relation::Xcomp | Relation::Advcl => at = node.head?,
                _ => return None,
            }
        }
        None
    }

    /// Whether `token` is `ancestor`, or hangs on it, however far; relations in `not` cut it off.
    pub fn is_under(&self, token: usize, ancestor: usize, not: &[Relation]) -> bool {
        let mut at = token;
        // A tree has no ring; the count is for a model that was damaged.
        for _ in 0..=self.nodes.len() {
            if at == ancestor {
                return true;
            }
            let Some(node) = self.nodes.get(at).filter(|node| !not.contains(&node.label.relation)) else {
                return false;
            };
            let Some(head) = node.head else { return false };
            at = head;
        }
        false
    }

    /// The words of a phrase: its head and what hangs on it, but for what `not` cuts off.
    pub fn phrase(&self, token: usize, not: &[Relation]) -> Vec<usize> {
        let within = |n: &usize| self.is_under(*n, token, not);
        let mut words: Vec<usize> =
            (0..self.nodes.len()).filter(within).filter_map(|n| self.tokens[n].word).collect();
        words.dedup();
        words
    }
}
