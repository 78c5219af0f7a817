//! Reports: what a sentence tells as somebody's word, and whose word it is.

use crate::language::{Lexicon, Voice};
use crate::prose::syntax::{Relation, Tree, Upos};
use crate::prose::words::{Word, phrase_at};
use std::ops::Range;

/// One report of a sentence. Numbers are of words.
#[derive(Clone, Debug)]
pub struct Report {
    /// Whose word it is, with all that says who that is; empty where it is not told, as in "is said to".
    pub speaker: Vec<usize>,
    /// The word among them that the others hang on.
    pub head: Option<usize>,
    /// The verb, or the phrase before the speaker.
    pub cue: Range<usize>,
    pub voice: Voice,
    /// What is said.
    pub content: Vec<usize>,
    /// Whether that is a clause: "said that it leaked", and not "described the leak".
    pub is_clause: bool,
}

/// The reports of a sentence, in the order of their verbs, those of phrases behind.
pub(super) fn reports<'t>(words: &[Word], tree: impl FnOnce() -> &'t Tree, lexicon: &Lexicon) -> Vec<Report> {
    // Most sentences report nothing, and are not parsed for it.
    let voices = lexicon.voices();
    let opens = |fold: &str| voices.before().iter().any(|phrase| phrase[0] == fold);
    let may_report = |word: &Word| {
        voices.of_verb(&word.stem).is_some() || opens(&word.fold) || voices.is_behind(&word.fold)
    };
    if !words.iter().any(may_report) {
        return Vec::new();
    }
    let tree = tree();
    let reader = Reader { words, tree, lexicon };
    let verbs = (0..tree.nodes.len()).filter_map(|token| reader.by_verb(token));
    verbs.chain((0..words.len()).filter_map(|at| reader.by_phrase(at))).collect()
}

struct Reader<'r> {
    words: &'r [Word],
    tree: &'r Tree,
    lexicon: &'r Lexicon,
}

/// What says more of a speaker, and not who it is: "the minister, who".
const BESIDE_SPEAKER: [Relation; 4] = [Relation::Acl, Relation::Advcl, Relation::Parataxis, Relation::Punct];
/// What a clause tells beside what is said in it.
const BESIDE_CONTENT: [Relation; 2] = [Relation::Nsubj, Relation::Punct];

impl Reader<'_> {
    /// "Holt said that …", "…, Holt said", "Holt accuses the owner of …".
    fn by_verb(&self, token: usize) -> Option<Report> {
        let tree = self.tree;
        let at = tree.tokens[token].word.filter(|_| tree.nodes[token].upos == Upos::Verb)?;
        let voice = self.lexicon.voices().of_verb(&self.words[at].stem)?;
        // "The bodies found": nobody is said to have found them.
        let is_told_of = tree.nodes[token].label.relation == Relation::Acl
            && tree.related(token, &[Relation::Nsubj]).next().is_none();
        let subject = tree.subject(token).filter(|_| !tree.is_passive(token) && !is_told_of);
        let speaker = subject.map(|subject| tree.phrase(subject, &BESIDE_SPEAKER)).unwrap_or_default();
        let of = |relations: &'static [Relation]| tree.related(token, relations).next();
        let clause = of(&[Relation::Ccomp])
            .map(|clause| tree.phrase(clause, &[]))
            .or_else(|| self.behind_object(token))
            .or_else(|| self.around(token))
            .or_else(|| of(&[Relation::Parataxis]).map(|clause| tree.phrase(clause, &[])));
        let is_clause = clause.is_some();
        // Whoever is accused is part of what is said.
        let told = clause.filter(|_| voice != Voice::Claims || self.around(token).is_some());
        let content = told.unwrap_or_else(|| self.below(token));
        let content: Vec<usize> =
            content.into_iter().filter(|word| *word != at && !speaker.contains(word)).collect();
        let head = subject.and_then(|subject| tree.tokens[subject].word);
        (!content.is_empty()).then(|| Report { speaker, head, cue: at..at + 1, voice, content, is_clause })
    }

    /// "Told the inquiry that …": the parser may hang the clause on whoever is told.
    fn behind_object(&self, token: usize) -> Option<Vec<usize>> {
        let tree = self.tree;
        let begins = |clause: &usize| tree.related(*clause, &[Relation::Mark]).next().is_some();
        let mut told = tree.related(token, &[Relation::Obj, Relation::Iobj]);
        let clause = told.find_map(|told| tree.related(told, &[Relation::Acl]).find(begins))?;
        Some(tree.phrase(clause, &[]))
    }

    /// What a verb of saying is put into: "The pool, Holt said, will close".
    fn around(&self, token: usize) -> Option<Vec<usize>> {
        let node = &self.tree.nodes[token];
        let head = node.head.filter(|_| node.label.relation == Relation::Parataxis)?;
        let own = self.tree.phrase(token, &[]);
        let mut told = self.tree.phrase(head, &[]);
        told.retain(|word| !own.contains(word));
        Some(told)
    }

    /// What hangs on a verb of saying without a clause of its own: "accuses the owner of fraud".
    fn below(&self, token: usize) -> Vec<usize> {
        let tree = self.tree;
        let is_joined = |child: usize| {
            tree.nodes[child].label.relation == Relation::Conj && tree.nodes[child].upos == Upos::Verb
        };
        let children = tree.children(token).filter(|child| {
            !BESIDE_CONTENT.contains(&tree.nodes[*child].label.relation) && !is_joined(*child)
        });
        let mut words: Vec<usize> = children.flat_map(|child| tree.phrase(child, &[])).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// "According to Holt, …", "nach Ansicht der Initiative", "dem Bericht zufolge".
    fn by_phrase(&self, at: usize) -> Option<Report> {
        let tree = self.tree;
        let (cue, top) = if self.lexicon.voices().is_behind(&self.words[at].fold) {
            let noun = tree.nodes[tree.token(at)?].head?;
            (at..at + 1, noun)
        } else {
            let cue = phrase_at(self.words, at, self.lexicon.voices().before())?;
            (cue.clone(), self.led_to(&cue)?)
        };
        // "Nach Angaben der Polizei": the noun of the phrase hangs on what is told, and the speaker on the noun.
        let inside = |token: usize| tree.tokens[token].word.is_some_and(|word| cue.contains(&word));
        let mut highest = top;
        for _ in 0..tree.nodes.len() {
            match tree.nodes[highest].head.filter(|head| inside(*head)) {
                Some(head) => highest = head,
                None => break,
            }
        }
        let told = tree.nodes[highest].head?;
        let mut speaker = tree.phrase(top, &BESIDE_SPEAKER);
        // Behind a comma what is told begins.
        let from = tree.tokens[top].word.unwrap_or(cue.end);
        let end = (from + 1..self.words.len()).find(|word| self.is_apart(*word)).unwrap_or(self.words.len());
        speaker.retain(|word| !cue.contains(word) && *word < end);
        let own = tree.phrase(highest, &[]);
        let mut content = tree.phrase(self.told(told, &cue), &[Relation::Parataxis]);
        content.retain(|word| !own.contains(word) && !cue.contains(word) && !speaker.contains(word));
        let head = tree.tokens[top].word;
        let voice = Voice::Says;
        (!content.is_empty()).then_some(Report { speaker, head, cue, voice, content, is_clause: true })
    }

    /// The topmost token of what a phrase gives as somebody's word: the clause around `token`, or, where the phrase stands apart
    /// from it, all that is joined by nothing but that.
    fn told(&self, token: usize, cue: &Range<usize>) -> usize {
        let tree = self.tree;
        let is_apart = self.is_apart(cue.start);
        let begins = |token: usize| match tree.nodes[token].label.relation {
            Relation::Parataxis => true,
            Relation::Conj => tree.nodes[token].upos == Upos::Verb,
            Relation::Acl | Relation::Advcl | Relation::Ccomp | Relation::Csubj => !is_apart,
            _ => false,
        };
        let mut at = token;
        for _ in 0..tree.nodes.len() {
            match tree.nodes[at].head.filter(|_| !begins(at)) {
                Some(head) => at = head,
                None => break,
            }
        }
        at
    }

    /// Whether a word begins the sentence, or a mark stands before it.
    fn is_apart(&self, word: usize) -> bool {
        let Some(before) = word.checked_sub(1) else { return true };
        let gap = self.words[before].span.end..self.words[word].span.start;
        self.tree.tokens.iter().any(|token| token.word.is_none() && gap.contains(&token.span.start))
    }

    /// The token of the noun that a phrase leads to: the first behind it whose head is in the phrase, or that has the phrase
    /// below it.
    fn led_to(&self, cue: &Range<usize>) -> Option<usize> {
        let tree = self.tree;
        let inside = |token: usize| tree.tokens[token].word.is_some_and(|word| cue.contains(&word));
        let named = |token: &usize| {
            matches!(tree.nodes[*token].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::X | Upos::Adj)
        };
        let behind = |token: &usize| tree.tokens[*token].word.is_some_and(|word| word >= cue.end);
        let leads =
            |token: &usize| tree.nodes[*token].head.is_some_and(inside) || tree.children(*token).any(inside);
        (0..tree.nodes.len()).filter(behind).filter(named).find(leads)
    }
}
