//! Who did what to whom (H5): the doer, the deed and the one it is done to, in the active and the passive.

use crate::language::Lexicon;
use crate::matching::evidence::alignment::same;
use crate::matching::statements::clauses::tells;
use crate::matching::statements::pair::Pair;
use crate::matching::statements::polarity::opposites::Reversal;
use crate::prose::Reading;
use crate::prose::syntax::{Relation, Subtype, Upos};
use crate::prose::words::Word;

/// One deed of a sentence: its word, and the words for the doer, for the one it is done to, and for others with a part in it.
struct Deed {
    verb: usize,
    doer: Vec<usize>,
    done_to: Vec<usize>,
    /// Whoever else is named by it: to whom something is sold, against whom somebody wins.
    beside: Vec<usize>,
}

/// A deed whose doer and object have changed places.
pub fn exchanged(pair: Pair<'_>) -> Option<Reversal> {
    let Pair { reading, lexicon, skip, .. } = pair;
    let theirs = pair.theirs();
    if !pair.is_readable() {
        return None;
    }
    let mut own = deeds(reading, lexicon);
    // A passage is not parsed for a deed that it has no word of.
    let has = |own: &Deed| theirs.words.iter().any(|word| same_deed(&reading.words[own.verb], word));
    own.retain(|own| !skip(own.verb) && has(own));
    if own.is_empty() {
        return None;
    }
    let other = deeds(theirs, lexicon);
    own.into_iter().find_map(|own| {
        let crossed = |deed: &&Deed| {
            let has = |words: &[usize], word: &Word| words.iter().any(|j| same(word, &theirs.words[*j]));
            // One of the draft's doers is the passage's object and nothing else there, and the other way
            // round.
            let moved = |from: &[usize], to: &[usize], not: &[usize]| {
                let mut words = from.iter().map(|i| &reading.words[*i]);
                words.any(|word| tells(word) && has(to, word) && !has(not, word))
            };
            let swapped = |own_other: &[usize], their_other: &[usize]| {
                moved(&own.doer, their_other, &deed.doer) && moved(own_other, &deed.doer, their_other)
            };
            same_deed(&reading.words[own.verb], &theirs.words[deed.verb])
                && (swapped(&own.done_to, &deed.done_to) || swapped(&own.beside, &deed.beside))
        };
        other.iter().find(crossed).map(|deed| Reversal { draft: Some(own.verb), source: Some(deed.verb) })
    })
}

fn same_deed(a: &Word, b: &Word) -> bool {
    a.fold == b.fold || a.stem == b.stem
}

/// The deeds of a sentence that have a doer and an object.
fn deeds(reading: &Reading, lexicon: &Lexicon) -> Vec<Deed> {
    let tree = reading.tree();
    // "Has" and the like are no deeds: what has what is told either way round.
    let tells = |token: &usize| tree.tokens[*token].word.is_some_and(|word| tells(&reading.words[word]));
    let verbs = (0..tree.nodes.len()).filter(|token| tree.nodes[*token].upos == Upos::Verb).filter(tells);
    verbs.filter_map(|token| deed(reading, token, lexicon)).collect()
}

fn deed(reading: &Reading, token: usize, lexicon: &Lexicon) -> Option<Deed> {
    let tree = reading.tree();
    let verb = tree.tokens[token].word?;
    let subject = subject(reading, token, lexicon)?;
    // "The rescuers of Lissane" are Lissane's; "an agreement with Norland" is not Norland.
    let party = |token: usize| {
        let strays: Vec<usize> =
            tree.related(token, &[Relation::Nmod]).filter(|n| !is_of(reading, *n, lexicon)).collect();
        // "Got 412 votes and Rell 388": what is joined is of one sort.
        let upos = |token: usize| tree.nodes[token].upos;
        let others = tree.related(token, &[Relation::Conj]).filter(|other| upos(*other) != upos(token));
        let strays: Vec<usize> = strays.into_iter().chain(others).collect();
        let stray = |word: usize| {
            let own = tree.token(word);
            own.is_some_and(|own| strays.iter().any(|stray| tree.is_under(own, *stray, &[])))
        };
        let mut words = tree.phrase(token, &APART);
        words.retain(|word| !stray(*word));
        words
    };
    if tree.is_sub(subject, Subtype::Passive) || tree.is_passive(token) {
        let is_agent = |oblique: &usize| {
            tree.is_sub(*oblique, Subtype::Agent) || begins_with(reading, *oblique, lexicon.language.agents)
        };
        let agent = tree.related(token, &[Relation::Obl]).find(is_agent)?;
        return Some(Deed { verb, doer: party(agent), done_to: party(subject), beside: Vec::new() });
    }
    let is_named = |words: &[usize]| words.iter().any(|word| tree.upos(*word) == Some(Upos::Propn));
    let mutual = |token: &usize| begins_with(reading, *token, lexicon.language.grammar.mutual);
    let others =
        tree.related(token, &[Relation::Obl, Relation::Iobj]).filter(|token| !mutual(token)).map(party);
    let beside: Vec<usize> = others.filter(|words| is_named(words)).flatten().collect();
    let Some(object) = tree.related(token, &[Relation::Obj]).next() else {
        return (!beside.is_empty()).then(|| Deed {
            verb,
            doer: party(subject),
            done_to: Vec::new(),
            beside,
        });
    };
    // "Den Fahrer verklagte die Stadt": where either may come first, only the usual order is beyond doubt.
    // "1.4 Millionen Stunden haben die Helfer geleistet": what is counted does nothing.
    let is_counted = |one: usize| {
        tree.related(one, &[Relation::Nummod]).next().is_some()
            || tree.tokens[one]
                .word
                .is_some_and(|word| (word.saturating_sub(1)..=word).any(|at| reading.is_in_value(at)))
    };
    // "3,4 Millionen Kronen gibt die Stadt aus": what is counted does nothing, whatever comes first.
    let usual = subject < object && !is_counted(subject) && (token < object || !is_counted(object));
    if lexicon.language.grammar.free_order && !usual {
        return None;
    }
    Some(Deed { verb, doer: party(subject), done_to: party(object), beside })
}

/// What begins anew inside a phrase, and says more of it than whom it means: "the gunman who".
const APART: [Relation; 4] = [Relation::Acl, Relation::Advcl, Relation::Parataxis, Relation::Punct];

/// Whether a phrase is joined to its noun as its own: "of Lissane", "Lissane's", "der Stadt".
fn is_of(reading: &Reading, token: usize, lexicon: &Lexicon) -> bool {
    let tree = reading.tree();
    let bare = tree.related(token, &[Relation::Case]).next().is_none();
    bare || tree.is_sub(token, Subtype::Possessive)
        || begins_with(reading, token, lexicon.language.counting.of)
}

/// Whether one of these words leads to a phrase.
fn begins_with(reading: &Reading, token: usize, words: &[&str]) -> bool {
    let tree = reading.tree();
    let leads = |case: usize| {
        let word = tree.tokens[case].word;
        word.is_some_and(|word| words.contains(&reading.words[word].fold.as_str()))
    };
    tree.related(token, &[Relation::Case]).any(leads)
}

/// The token of a verb's subject: its own, that of the verb it is joined to, or the noun that it says more of.
fn subject(reading: &Reading, token: usize, lexicon: &Lexicon) -> Option<usize> {
    let tree = reading.tree();
    let mut verb = token;
    // "Met Holt, sued him and lost": a few verbs share a subject, never more than there are tokens.
    for _ in 0..tree.nodes.len() {
        let node = &tree.nodes[verb];
        if let Some(own) = tree.related(verb, &[Relation::Nsubj]).next() {
            let word = tree.tokens[own].word.map_or("", |word| reading.words[word].fold.as_str());
            let says_more = node.label.relation == Relation::Acl;
            let is_relative = says_more && lexicon.language.grammar.relatives.contains(&word);
            return if is_relative { node.head } else { Some(own) };
        }
        let shares = matches!(node.label.relation, Relation::Conj | Relation::Xcomp);
        verb = node.head.filter(|_| shares && !tree.is_passive(verb))?;
    }
    None
}
