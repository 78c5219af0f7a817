//! A statement and its opposite: negations and opposites in the place of what stood there.

use crate::language::{Axis, Class, Lexicon};
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::same;
use crate::matching::evidence::kindred::is_meant;
use crate::matching::statements::clauses::{is_taken_back, phrases};
use crate::matching::statements::company;
use crate::matching::statements::company::contrast::{Place, leaning};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::substitutions::{blocks, in_quotation};
use crate::prose::Reading;
use crate::prose::syntax::{Relation as Dependency, Upos};
use crate::prose::words::Word;
use std::ops::Range;

/// A statement and its opposite: the words on each side that make the difference.
#[derive(Clone, Debug)]
pub struct Reversal {
    pub draft: Option<usize>,
    pub source: Option<usize>,
}

/// A negation that only one side has, or a word whose opposite stands in its place.
pub fn reversal(pair: Pair<'_>) -> Option<Reversal> {
    let Pair { reading, evidence, lexicon, skip, .. } = pair;
    let theirs = &pair.theirs().words;
    let same_figures = pair.has_same_figures();
    let has = |words: &[Word], word: &Word| words.iter().any(|other| same(word, other));
    for block in blocks(reading, evidence) {
        let open = block.draft.start == 0 || block.draft.end == reading.words.len();
        if open
            || block.flanks.0 == 0
            || block.flanks.1 == 0
            || block.draft.len() + block.source.len() > LONGEST_BLOCK
        {
            continue;
        }
        if in_quotation(&block, skip) {
            continue;
        }
        let ours: Vec<usize> = block.draft.clone().filter(|at| !skip(*at)).collect();
        let other: Vec<usize> = block.source.clone().filter(|at| !pair.quotes(*at)).collect();
        // "denied" against "confirmed" is one opposition, not a negation beside it.
        let negators = |reading: &Reading, at: &[usize]| {
            let negates = |at: &usize| {
                let word = &reading.words[*at];
                // "Posts without a teacher": a preposition denies a thing, and no sentence.
                lexicon.negates(&word.fold)
                    && reading.tree().upos(*at) != Some(Upos::Adp)
                    && lexicon.exclusions().axes(&word.stem).is_empty()
                    && !is_taken_back(reading, at + 1, lexicon)
            };
            at.iter().copied().filter(negates).collect::<Vec<_>>()
        };
        let (own_negations, their_negations) =
            (negators(reading, &ours), negators(&evidence.candidate.reading, &other));
        let opposite = ours.iter().find_map(|i| {
            other
                .iter()
                .find(|j| lexicon.exclusions().are_opposite(&reading.words[*i].stem, &theirs[**j].stem))
                // "Ahmed won the men's race and Vance the women's": each side has both, in another order.
                .filter(|j| !(has(&reading.words, &theirs[**j]) && has(theirs, &reading.words[*i])))
                .map(|j| (*i, *j))
        });
        let odd = (own_negations.len() + their_negations.len()) % 2 == 1;
        // Only a bare negation counts by itself: beside other changed words the sentence may say the same in
        // other words. An attribution or function words beside it change nothing.
        let empty =
            |word: &Word| word.stop || lexicon.negates(&word.fold) || lexicon.is(&word.fold, Class::Speech);
        let narrow =
            block.draft.len() <= 1 + own_negations.len() && block.source.len() <= 1 + their_negations.len();
        let bare = narrow
            || block.draft.clone().all(|at| empty(&reading.words[at]))
                && block.source.clone().all(|at| empty(&theirs[at]));
        // "Had no power", "were without power".
        let is_without = |reading: &Reading, at: &[usize]| {
            at.iter().any(|at| {
                lexicon.negates(&reading.words[*at].fold) && reading.tree().upos(*at) == Some(Upos::Adp)
            })
        };
        if is_without(reading, &ours) || is_without(&evidence.candidate.reading, &other) {
            continue;
        }
        let strong = own_negations
            .iter()
            .map(|at| &reading.words[*at])
            .chain(their_negations.iter().map(|at| &theirs[*at]))
            .all(|word| !lexicon.is(&word.fold, Class::Speech));
        match opposite {
            Some((i, j)) if !odd && same_figures => {
                return Some(Reversal { draft: Some(i), source: Some(j) });
            }
            None if odd && bare && strong && !balanced(reading, evidence, lexicon) => {
                return Some(Reversal {
                    draft: own_negations.first().copied(),
                    source: their_negations.first().copied(),
                });
            }
            _ => {}
        }
    }
    None
}

/// A difference wider than this many words is a rewording.
const LONGEST_BLOCK: usize = 7;

/// An opposite in a sentence that tells the same in another order: "denied" where the source has "confirmed".
pub fn loose_opposite(pair: Pair<'_>) -> Option<Reversal> {
    let Pair { reading, evidence, lexicon, skip, .. } = pair;
    let theirs = pair.theirs();
    if !pair.has_same_figures() {
        return None;
    }
    let [denials, their_denials] = [reading, theirs].map(|reading| phrases(reading, lexicon.denials()));
    // The sides that a word stands on, a negation before it reckoned in.
    let sides = |reading: &Reading, at: usize, denials: &[Range<usize>]| -> Vec<Axis> {
        let words = &reading.words;
        let axes = if words[at].stop { &[] } else { lexicon.exclusions().axes(&words[at].stem) };
        if axes.is_empty() {
            return Vec::new();
        }
        let before = at.saturating_sub(NEGATED_WITHIN)..at;
        let negated = words[before.clone()].iter().any(|word| lexicon.negates(&word.fold))
            || denials.iter().any(|words| before.contains(&(words.end - 1)));
        // "No longer ship has called": what is denied of a degree is no opposite.
        let is_degree = || reading.tree().upos(at) == Some(Upos::Adj);
        if negated && is_degree() {
            return Vec::new();
        }
        axes.iter().map(|axis| if negated { axis.denied() } else { *axis }).collect()
    };
    (0..reading.words.len()).filter(|at| !skip(*at)).find_map(|i| {
        sides(reading, i, &denials).into_iter().find_map(|axis| {
            let on_pair = |j: usize| {
                sides(theirs, j, &their_denials)
                    .into_iter()
                    .find(|other| other.list == axis.list)
                    .map(|other| (j, other.side))
            };
            let other: Vec<(usize, u8)> =
                (0..theirs.words.len()).filter(|j| !pair.quotes(*j)).filter_map(on_pair).collect();
            // "Sales fell, rents rose": each belongs to what stands with it.
            if let Some(there) = of_another(pair, i, axis.side, &other) {
                return Some(Reversal { draft: Some(i), source: Some(there) });
            }
            let all_opposed = !other.is_empty() && other.iter().all(|(_, side)| *side != axis.side);
            let carried = || is_meant(&reading.words[i], theirs.words.iter(), reading.language);
            // Set opposite another word, it answers that one: "confirmed" for "indicated" is a hedge lost, no
            // contradiction.
            let answers_other =
                || evidence.alignment.opposite(i).is_some_and(|(j, _)| !other.iter().any(|(at, _)| *at == j));
            // "City won" and "Rovers lost" are the same match.
            let apart = || {
                other.iter().all(|(j, _)| {
                    are_of_others(reading, i, theirs, *j) || company::are_of_others(reading, i, theirs, *j)
                })
            };
            // "The boycott they began" tells something else of what the draft says has ended.
            let is_aside = |reading: &Reading, at: usize| {
                reading.tree().node(at).is_some_and(|node| node.label.relation == Dependency::Acl)
            };
            let aside = || other.iter().all(|(j, _)| is_aside(theirs, *j) != is_aside(reading, i));
            (all_opposed && !carried() && !answers_other() && !apart() && !aside())
                .then(|| Reversal { draft: Some(i), source: other.first().map(|(j, _)| *j) })
        })
    })
}

/// The opposite of a word of the draft that stands with what the draft says of it, where the passage has the word itself of something
/// else.
fn of_another(pair: Pair<'_>, at: usize, side: u8, other: &[(usize, u8)]) -> Option<usize> {
    let (own, theirs) = (pair.reading, pair.theirs());
    let on = |wanted: bool| other.iter().filter(move |(_, one)| (*one == side) == wanted).map(|(at, _)| *at);
    let rivals: Vec<usize> = on(true).collect();
    let own_words = at..at + 1;
    let place = Place { reading: own, words: &own_words };
    if rivals.is_empty() {
        return None;
    }
    // "140 in the north, 85 in the south": the draft tells both.
    let is_told = |there: usize| own.words.iter().any(|word| same(word, &theirs.words[there]));
    on(false).filter(|there| !is_told(*there)).find(|there| {
        let words = *there..*there + 1;
        let this = Place { reading: theirs, words: &words };
        rivals.iter().all(|that| {
            let words = *that..*that + 1;
            let that = Place { reading: theirs, words: &words };
            !that.points_elsewhere(false)
                && leaning(place, &[], this, that)
                    .is_some_and(|leaning| leaning.with_that == 0 && leaning.is_clear())
        })
    })
}

/// Words before an act among which its negation stands.
const NEGATED_WITHIN: usize = 3;

/// Whether the names that stand before two words are of different people.
fn are_of_others(reading: &Reading, at: usize, other: &Reading, there: usize) -> bool {
    let subject = |reading: &Reading, at: usize| {
        let before = reading.names().iter().rev().find(|name| name.words.end <= at);
        before.map(|name| name.bare_words(&reading.words).to_vec()).unwrap_or_default()
    };
    let (own, theirs) = (subject(reading, at), subject(other, there));
    !own.is_empty()
        && !theirs.is_empty()
        && !own.iter().any(|word| theirs.iter().any(|other| same(word, other)))
}

/// Two sentences with as many turns each say the same: "denies that it did" and "says it did not"; "not
/// until" is no denial.
fn balanced(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon) -> bool {
    let turns = |words: &[Word]| words.iter().filter(|word| lexicon.negates(&word.fold)).count();
    let theirs = &evidence.candidate.reading.words;
    let until =
        |words: &[Word]| words.iter().any(|word| lexicon.language.untils.contains(&word.fold.as_str()));
    let denies = |words: &[Word]| {
        words
            .iter()
            .any(|word| lexicon.negates(&word.fold) && !lexicon.exclusions().axes(&word.stem).is_empty())
    };
    // "Only two of the lifts are not working", "all but two are working": what is left over is told.
    let quantified = |words: &[Word]| {
        words
            .iter()
            .filter(|word| lexicon.is(&word.fold, Class::Quantifier))
            .map(|word| word.stem.clone())
            .collect::<Vec<_>>()
    };
    let (own, other) = (quantified(&reading.words), quantified(theirs));
    if !own.is_empty() && !other.is_empty() && own != other {
        return true;
    }
    let even = turns(&reading.words) % 2 == turns(theirs) % 2 && denies(&reading.words) != denies(theirs);
    even || until(&reading.words) != until(theirs) || turns(theirs) > 0 && until(theirs)
}
