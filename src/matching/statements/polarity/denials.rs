//! Denials: what one side says is not so, and the other that it is (H4).

use crate::language::{Class, Lexicon};
use crate::matching::statements::amounts::degrees::is_superlative;
use crate::matching::statements::amounts::quantifiers;
use crate::matching::statements::clauses::{
    Governor, clause, counterparts, govern, is_taken_back, phrases, subject_of,
};
use crate::matching::statements::company::is_denied;
use crate::matching::statements::pair::Pair;
use crate::matching::statements::polarity::opposites::Reversal;
use crate::prose::Reading;
use crate::prose::syntax::{Relation, Upos};

/// An act that the passage denies and the sentence asserts, or the other way round.
pub fn denied(pair: Pair<'_>) -> Option<Reversal> {
    let Pair { reading, lexicon, skip, .. } = pair;
    let theirs = pair.theirs();
    if !pair.is_readable() {
        return None;
    }
    let in_source =
        denials(theirs, reading, lexicon).into_iter().filter(|denial| !pair.quotes(denial.words.start));
    let against = in_source.into_iter().find_map(|denial| {
        let asserted = asserted(reading, theirs, &denial, lexicon).filter(|at| !skip(*at))?;
        Some(Reversal { draft: Some(asserted), source: Some(denial.words.start) })
    });
    against.or_else(|| {
        // "Does not believe that it should" and "should not": a negation anywhere in the passage may be the
        // draft's.
        let negates = theirs.words.iter().any(|word| lexicon.negates(&word.fold));
        let own = denials(reading, theirs, lexicon)
            .into_iter()
            .filter(|denial| !negates && !skip(denial.words.start));
        own.into_iter().find_map(|denial| {
            let asserted = asserted(theirs, reading, &denial, lexicon).filter(|at| !pair.quotes(*at))?;
            Some(Reversal { draft: Some(denial.words.start), source: Some(asserted) })
        })
    })
}

/// All denials of a sentence with what they deny, held against another; "whether or not" leaves it open.
pub fn denials(reading: &Reading, other: &Reading, lexicon: &Lexicon) -> Vec<Governor> {
    let negates = |at: &usize| lexicon.negates(&reading.words[*at].fold);
    let is_open =
        |at: usize| at > 0 && lexicon.language.degrees.ors.contains(&reading.words[at - 1].fold.as_str());
    let denies = |at: &usize| {
        // "Keine 200": fewer than so many.
        let is_bound = || reading.figures().iter().any(|figure| figure.words.start == at + 1);
        negates(at)
            && !is_bound()
            && !is_open(*at)
            && !is_of_a_thing(reading, *at)
            && !is_within_another(reading, *at, lexicon)
    };
    let plain = (0..reading.words.len()).filter(denies);
    let plain = plain.map(|at| at..at + 1);
    // "Not until June": in June; where both have the limit, the negation tells.
    let limits = |reading: &Reading, from: usize| {
        reading.words[from..].iter().any(|word| lexicon.language.untils.contains(&word.fold.as_str()))
    };
    let until = |from: usize| limits(reading, from) && !limits(other, 0);
    let found = plain
        .chain(phrases(reading, lexicon.denials()))
        .filter(|words| !is_taken_back(reading, words.end, lexicon) && !until(words.end));
    found.map(|words| govern(reading, words, lexicon)).filter(|denial| denial.head().is_some()).collect()
}

fn is_mere_noun(reading: &Reading, at: usize) -> bool {
    let tree = reading.tree();
    let is_predicate = |token: usize| {
        let label = tree.nodes[token].label.relation;
        label == Relation::Root || tree.related(token, &[Relation::Cop]).next().is_some()
    };
    matches!(tree.upos(at), Some(Upos::Noun | Upos::Propn)) && !tree.token(at).is_some_and(is_predicate)
}

/// Whether a negation stands in a clause that hangs on a denied one: "this does not mean that it is not contagious".
fn is_within_another(reading: &Reading, at: usize, lexicon: &Lexicon) -> bool {
    let tree = reading.tree();
    let negates = |token: usize| {
        tree.tokens[token].word.is_some_and(|word| word != at && lexicon.negates(&reading.words[word].fold))
    };
    let Some(own) = tree.token(at).and_then(|token| tree.nodes[token].head) else { return false };
    let mut above = tree.nodes[own].head;
    for _ in 0..tree.nodes.len() {
        let Some(head) = above else { return false };
        if tree.related(head, &[Relation::Advmod]).any(negates) {
            return true;
        }
        above = tree.nodes[head].head;
    }
    false
}

/// Whether a negation is of a thing and not of the sentence: "posts without a teacher", "first in freight, not in passengers".
fn is_of_a_thing(reading: &Reading, at: usize) -> bool {
    let tree = reading.tree();
    let Some(node) = tree.node(at) else { return false };
    let hangs_on_noun = || {
        let head = node.head.filter(|head| matches!(tree.nodes[*head].upos, Upos::Noun | Upos::Propn));
        head.is_some_and(|head| tree.related(head, &[Relation::Cop]).next().is_none())
    };
    match node.upos {
        Upos::Adp => true,
        Upos::Adv | Upos::Part => hangs_on_noun(),
        _ => false,
    }
}

/// Where a sentence asserts what `other` denies: the act stands in a clause without any denial, with most of
/// what goes with it.
fn asserted(reading: &Reading, other: &Reading, denial: &Governor, lexicon: &Lexicon) -> Option<usize> {
    // "It costs pupils nothing", "pupils swim free": a noun is no act, unless something is said to be it.
    let head = denial.head().filter(|head| !is_mere_noun(other, *head))?;
    // "He did not say that he lied; he lied": the other sentence has both.
    if counterparts(other, other, head).any(|at| !denies_in_clause(other, at, lexicon)) {
        return None;
    }
    let carried =
        denial.governed.iter().filter(|at| counterparts(reading, other, **at).next().is_some()).count();
    let most = carried * SHARE.1 >= denial.governed.len() * SHARE.0;
    let says = |at: &usize| lexicon.is(&reading.words[*at].fold, Class::Speech);
    let at = counterparts(reading, other, head).find(|at| !says(at)).filter(|_| most)?;
    // "Few were about the ward", "most were not about the ward".
    let (own, theirs) = (quantifiers::all(reading, lexicon), quantifiers::all(other, lexicon));
    let is_complement = !own.is_empty() && !theirs.is_empty() && own != theirs;
    // "Marsden converted, Pole did not": each says it of another, whom the other sentence knows, too.
    let (own, theirs) = (subject_of(reading, at), subject_of(other, head));
    let stands_in = |at: &usize, among: &dyn Fn(usize) -> bool| counterparts(other, reading, *at).any(among);
    let of_others = !theirs.is_empty()
        && own.iter().any(|at| stands_in(at, &|_| true))
        && !own.iter().any(|at| stands_in(at, &|there| theirs.contains(&there)));
    // "Not one was hurt", "nobody was hurt": where one picks out of many, the other may rule the rest out.
    let picks = |reading: &Reading| (0..reading.words.len()).any(|at| is_superlative(reading, at, lexicon));
    (!is_complement
        && !of_others
        && !is_unreal(reading, at, lexicon)
        && !denies_in_clause(reading, at, lexicon)
        && !is_denied(reading, at, lexicon)
        && !picks(reading)
        && !picks(other))
    .then_some(at)
}

/// Whether an act is not said to be: "if it closes", "before it closes", "to close".
fn is_unreal(reading: &Reading, at: usize, lexicon: &Lexicon) -> bool {
    let unreal = |at: usize| lexicon.language.stance.unreal.contains(&reading.words[at].fold.as_str());
    let start = clause(reading, at, lexicon).start;
    unreal(start) || at > 0 && unreal(at - 1)
}

/// Of what is denied, this share has to be asserted: three in five.
const SHARE: (usize, usize) = (3, 5);

/// Whether anything in the clause of a word denies.
pub fn denies_in_clause(reading: &Reading, at: usize, lexicon: &Lexicon) -> bool {
    let clause = clause(reading, at, lexicon);
    let phrase = || phrases(reading, lexicon.denials()).iter().any(|words| clause.contains(&words.start));
    let hardly =
        |fold: &str| lexicon.language.stance.amounts.iter().any(|(word, rank)| *rank <= FEW && *word == fold);
    clause.clone().map(|at| reading.words[at].fold.as_str()).any(|fold| lexicon.negates(fold) || hardly(fold))
        || phrase()
}

/// "Few", "rarely": next to none.
const FEW: u8 = 1;
