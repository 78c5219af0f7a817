//! Who did what to whom (H5): the doer, the deed and the one it is done to, in the active and the passive.

use crate::language::Lexicon;
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::same;
use crate::matching::statements::clauses::{are_readable, clause, names_a_thing, tells};
use crate::matching::statements::opposites::Reversal;
use crate::prose::Reading;
use crate::prose::words::Word;
use std::ops::Range;

/// One deed of a sentence: the words for the doer and for the one it is done to.
struct Deed {
    verb: usize,
    doer: Range<usize>,
    done_to: Range<usize>,
}

/// A deed whose doer and object have changed places.
pub fn exchanged(
    reading: &Reading,
    evidence: &Evidence,
    lexicon: &Lexicon,
    skip: &dyn Fn(usize) -> bool,
) -> Option<Reversal> {
    let theirs = &evidence.candidate.reading;
    if !are_readable(reading, theirs) {
        return None;
    }
    let other = deeds(theirs, lexicon);
    deeds(reading, lexicon).into_iter().filter(|own| !skip(own.verb)).find_map(|own| {
        let crossed = |deed: &&Deed| {
            let has = |range: &Range<usize>, word: &Word| range.clone().any(|j| same(word, &theirs.words[j]));
            // One of the draft's doers is the passage's object and nothing else there, and the other way
            // round.
            let moved = |from: &Range<usize>, to: &Range<usize>, not: &Range<usize>| {
                from.clone()
                    .map(|i| &reading.words[i])
                    .any(|word| tells(word) && has(to, word) && !has(not, word))
            };
            same_deed(&reading.words[own.verb], &theirs.words[deed.verb])
                && moved(&own.doer, &deed.done_to, &deed.doer)
                && moved(&own.done_to, &deed.doer, &deed.done_to)
        };
        other.iter().find(crossed).map(|deed| Reversal { draft: Some(own.verb), source: Some(deed.verb) })
    })
}

fn same_deed(a: &Word, b: &Word) -> bool {
    a.fold == b.fold || a.stem == b.stem
}

/// The deeds of a sentence that have a doer and an object.
fn deeds(reading: &Reading, lexicon: &Lexicon) -> Vec<Deed> {
    let verbs = (0..reading.words.len())
        .filter(|at| !reading.words[*at].capital && lexicon.is_deed(&reading.words[*at].stem));
    verbs.filter_map(|verb| deed(reading, verb, lexicon)).collect()
}

fn deed(reading: &Reading, verb: usize, lexicon: &Lexicon) -> Option<Deed> {
    let stance = &lexicon.language.stance;
    let is = |at: usize, words: &[&str]| words.contains(&reading.words[at].fold.as_str());
    let before = subject(reading, verb, lexicon)?;
    let passive = (before.end..verb).any(|at| is(at, stance.passives));
    let clause = clause(reading, verb, lexicon);
    if passive {
        let agent = (verb + 1..clause.end).find(|at| is(*at, lexicon.language.agents))?;
        let doer = phrase(reading, agent + 1, clause.end, lexicon)?;
        return Some(Deed { verb, doer, done_to: before });
    }
    let done_to = phrase(reading, verb + 1, clause.end, lexicon)?;
    // "Sued by Holt" and "accused of": a preposition right behind the verb leaves it without an object.
    let leads = (verb + 1..done_to.start).any(|at| is(at, lexicon.language.prepositions));
    (!leads).then_some(Deed { verb, doer: before, done_to })
}

/// The words of the subject: the telling words nearest before the verb; what stands between commas right
/// before it is passed over.
fn subject(reading: &Reading, verb: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let comma = |at: usize| {
        reading.text[reading.words[at].span.end as usize..reading.words[at + 1].span.start as usize]
            .contains(',')
    };
    let mut end = verb;
    // Auxiliaries and adverbs.
    while end > 0 && !names_a_thing(&reading.words[end - 1], lexicon) {
        if comma(end - 1) {
            break;
        }
        end -= 1;
    }
    if end > 0 && comma(end - 1) {
        end = (0..end - 1).rev().find(|at| comma(*at))? + 1;
    }
    let start = (0..end)
        .rev()
        .take_while(|at| names_a_thing(&reading.words[*at], lexicon) && (*at + 1 == end || !comma(*at)))
        .last()?;
    Some(start..end)
}

/// The first telling words between two places, with what is joined to them: "the rescuers of Lissane".
fn phrase(reading: &Reading, from: usize, end: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let start = (from..end).take(REACH).find(|at| tells(&reading.words[*at]))?;
    let of = |at: usize| lexicon.language.counting.of.contains(&reading.words[at].fold.as_str());
    let goes_on = |at: &usize| tells(&reading.words[*at]) || of(*at) || *at > start && of(at - 1);
    let stop = (start..end).take_while(goes_on).last()? + 1;
    Some(start..stop.min(start + LONGEST))
}

/// An object begins within so many words behind its verb, and has no more than so many.
const REACH: usize = 4;
const LONGEST: usize = 5;
