//! A statement and its opposite: negations, opposites, names that changed places.

use super::alignment::same;
use super::blocks::{blocks, in_quotation};
use super::evidence::Evidence;
use crate::language::{Axis, Class, Lexicon};
use crate::prose::Reading;
use crate::prose::words::Word;
use std::ops::Range;

/// A statement and its opposite: the words on each side that make the difference.
#[derive(Clone, Debug)]
pub struct Reversal {
    pub draft: Option<usize>,
    pub source: Option<usize>,
}

/// A negation that only one side has, or a word whose opposite stands in its place.
pub fn reversal(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon, skip: &dyn Fn(usize) -> bool) -> Option<Reversal> {
    let theirs = &evidence.candidate.reading.words;
    let quoted = |at: usize| evidence.candidate.passage.quoted.iter().any(|quoted| quoted.span.overlaps(theirs[at].span));
    for block in blocks(reading, evidence) {
        let open = block.draft.start == 0 || block.draft.end == reading.words.len();
        if open || block.flanks.0 == 0 || block.flanks.1 == 0 || block.draft.len() + block.source.len() > LONGEST_BLOCK {
            continue;
        }
        if in_quotation(&block, skip) {
            continue;
        }
        let ours: Vec<usize> = block.draft.clone().filter(|at| !skip(*at)).collect();
        let other: Vec<usize> = block.source.clone().filter(|at| !quoted(*at)).collect();
        // "denied" against "confirmed" is one opposition, not a negation beside it.
        let negators = |words: &[Word], at: &[usize]| {
            at.iter()
                .copied()
                .filter(|at| lexicon.negates(&words[*at].fold) && lexicon.axis(&words[*at].stem).is_none())
                .collect::<Vec<_>>()
        };
        let (own_negations, their_negations) = (negators(&reading.words, &ours), negators(theirs, &other));
        let axes = |words: &[Word], at: &[usize]| {
            at.iter().filter_map(|at| lexicon.axis(&words[*at].stem).map(|axis| (*at, axis))).collect::<Vec<(usize, Axis)>>()
        };
        let (own_axes, their_axes) = (axes(&reading.words, &ours), axes(theirs, &other));
        let opposite = own_axes
            .iter()
            .find_map(|(i, a)| their_axes.iter().find(|(_, b)| a.pair == b.pair && a.second != b.second).map(|(j, _)| (*i, *j)));
        let odd = (own_negations.len() + their_negations.len()) % 2 == 1;
        // Only a bare negation counts by itself: beside other changed words the sentence may say the same in other words.
        // An attribution or function words beside it change nothing.
        let empty = |word: &Word| word.stop || lexicon.negates(&word.fold) || lexicon.is(&word.fold, Class::Speech);
        let narrow = block.draft.len() <= 1 + own_negations.len() && block.source.len() <= 1 + their_negations.len();
        let bare = narrow || block.draft.clone().all(|at| empty(&reading.words[at])) && block.source.clone().all(|at| empty(&theirs[at]));
        let strong = own_negations
            .iter()
            .map(|at| &reading.words[*at])
            .chain(their_negations.iter().map(|at| &theirs[*at]))
            .all(|word| !lexicon.is(&word.fold, Class::Speech));
        match opposite {
            Some((i, j)) if !odd => return Some(Reversal { draft: Some(i), source: Some(j) }),
            None if odd && bare && strong && !balanced(reading, evidence, lexicon) => {
                return Some(Reversal { draft: own_negations.first().copied(), source: their_negations.first().copied() });
            }
            _ => {}
        }
    }
    None
}

/// A difference wider than this many words is a rewording.
const LONGEST_BLOCK: usize = 7;

/// An opposite in a sentence that tells the same in another order: "denied" where the source has "confirmed".
pub fn loose_opposite(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon, skip: &dyn Fn(usize) -> bool) -> Option<Reversal> {
    let theirs = &evidence.candidate.reading.words;
    let sides = |words: &[Word], at: usize| -> Option<(Axis, bool)> {
        let axis = lexicon.axis(&words[at].stem).filter(|_| !words[at].stop)?;
        let negated = words[at.saturating_sub(3)..at].iter().any(|word| lexicon.negates(&word.fold));
        Some((axis, axis.second != negated))
    };
    let quoted = |at: usize| evidence.candidate.passage.quoted.iter().any(|quoted| quoted.span.overlaps(theirs[at].span));
    (0..reading.words.len()).filter(|at| !skip(*at)).find_map(|i| {
        let (axis, side) = sides(&reading.words, i)?;
        let other: Vec<(usize, bool)> = (0..theirs.len())
            .filter(|j| !quoted(*j))
            .filter_map(|j| sides(theirs, j).filter(|(other, _)| other.pair == axis.pair).map(|(_, side)| (j, side)))
            .collect();
        // Set opposite another word, it answers that one: "confirmed" for "indicated" is a hedge lost, no contradiction.
        let answers_other = evidence.alignment.opposite(i).is_some_and(|(j, _)| !other.iter().any(|(at, _)| *at == j));
        let all_opposed = !other.is_empty() && other.iter().all(|(_, their_side)| *their_side != side);
        let carried = theirs.iter().any(|word| same(&reading.words[i], word));
        (all_opposed && !carried && !answers_other).then(|| Reversal { draft: Some(i), source: other.first().map(|(j, _)| *j) })
    })
}

/// Who did what to whom: two names on either side of one verb that have changed places (H5).
pub fn exchanged(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon, skip: &dyn Fn(usize) -> bool) -> Option<Reversal> {
    let theirs = &evidence.candidate.reading;
    let is = |word: &Word, words: &[&str]| words.contains(&word.fold.as_str());
    let passive = |words: &[Word]| words.iter().any(|word| is(word, lexicon.language.agents));
    if passive(&reading.words) || passive(&theirs.words) {
        return None;
    }
    let verb = |word: &Word| !word.capital && !word.stop && !word.numeric && !lexicon.is(&word.fold, Class::Speech);
    let sides = |reading: &Reading, at: usize| {
        let words = |near: &dyn Fn(&Range<usize>) -> bool| -> Vec<Word> {
            reading.names().iter().filter(|name| near(&name.words)).flat_map(|name| name.bare_words(&reading.words).to_vec()).collect()
        };
        let plain = |from: usize, to: usize| {
            let between = &reading.words[from..to];
            // A number between them makes the word a noun; "with" and "and" join equals.
            let content = between.iter().filter(|word| !word.stop && !word.capital).count();
            content <= 2 && !between.iter().any(|word| word.numeric || is(word, lexicon.language.joined))
        };
        let before = words(&|name| name.end <= at && at - name.end <= AROUND && plain(name.end, at));
        let after = words(&|name| name.start > at && name.start - at <= AROUND && plain(at + 1, name.start));
        (!before.is_empty() && !after.is_empty()).then_some((before, after))
    };
    let alike = |a: &[Word], b: &[Word]| a.iter().any(|word| b.iter().any(|other| same(word, other)));
    (0..reading.words.len()).filter(|at| !skip(*at) && verb(&reading.words[*at])).find_map(|i| {
        let j = theirs.words.iter().position(|word| verb(word) && word.stem == reading.words[i].stem)?;
        let ((subject, object), (their_subject, their_object)) = (sides(reading, i)?, sides(theirs, j)?);
        let crossed = alike(&subject, &their_object)
            && alike(&object, &their_subject)
            && !alike(&subject, &their_subject)
            && !alike(&object, &their_object);
        crossed.then_some(Reversal { draft: Some(i), source: Some(j) })
    })
}

/// Subject and object stand within so many words of their verb.
const AROUND: usize = 8;

/// Two sentences with as many turns each say the same: "denies that it did" and "says it did not"; "not until" is no denial.
fn balanced(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon) -> bool {
    let turns = |words: &[Word]| words.iter().filter(|word| lexicon.negates(&word.fold)).count();
    let theirs = &evidence.candidate.reading.words;
    let until = |words: &[Word]| words.iter().any(|word| lexicon.language.untils.contains(&word.fold.as_str()));
    let denies = |words: &[Word]| words.iter().any(|word| lexicon.negates(&word.fold) && lexicon.axis(&word.stem).is_some());
    // "Only two of the lifts are not working", "all but two are working": what is left over is told.
    let quantified = |words: &[Word]| {
        words.iter().filter(|word| lexicon.is(&word.fold, Class::Quantifier)).map(|word| word.stem.clone()).collect::<Vec<_>>()
    };
    let (own, other) = (quantified(&reading.words), quantified(theirs));
    if !own.is_empty() && !other.is_empty() && own != other {
        return true;
    }
    let even = turns(&reading.words) % 2 == turns(theirs) % 2 && denies(&reading.words) != denies(theirs);
    even || until(&reading.words) != until(theirs) || turns(theirs) > 0 && until(theirs)
}
