//! Typed differences between a sentence and a passage that tells the same thing.

use super::alignment::{Step, same};
use super::evidence::Evidence;
use crate::language::{Axis, Class, Lexicon};
use crate::prose::Reading;
use crate::prose::words::Word;
use std::ops::Range;

/// Words of the draft against words of the source, between words that both have. Either side may be empty.
#[derive(Clone, Debug)]
pub struct Block {
    pub draft: Range<usize>,
    pub source: Range<usize>,
    /// Equal words within reach before and after.
    pub flanks: (usize, usize),
}

/// Equal words looked for on either side of a difference.
const REACH: usize = 3;
/// The same where the sentence begins or ends in the difference, so that only one side can tell.
const OPEN_REACH: usize = 5;

/// The differing stretches of an alignment, its open ends included.
pub fn blocks(reading: &Reading, evidence: &Evidence) -> Vec<Block> {
    let steps = &evidence.alignment.steps;
    let theirs = &evidence.candidate.reading.words;
    let mut found = Vec::new();
    let (mut draft, mut source) = (0usize, 0usize);
    let mut began: Option<(usize, usize, usize)> = None;
    let mut close = |began: &mut Option<(usize, usize, usize)>, draft: usize, source: usize, at: usize| {
        let Some((from_draft, from_source, from)) = began.take() else { return };
        let open = from_draft == 0 || draft == reading.words.len();
        let reach = if open { OPEN_REACH } else { REACH };
        let before = steps[from.saturating_sub(reach)..from].iter().filter(|step| matches!(step, Step::Same(..))).count();
        let after = steps.iter().skip(at).take(reach).filter(|step| matches!(step, Step::Same(..))).count();
        found.push(Block { draft: from_draft..draft, source: from_source..source, flanks: (before, after) });
    };
    if let Some(Step::Same(i, j)) = steps.first() {
        // What stands before the first equal word: as many words of the source as of the draft, and a few more.
        began = (*i > 0).then(|| (0, j.saturating_sub(i + REACH), 0));
        (draft, source) = (*i, *j);
    }
    for (at, step) in steps.iter().enumerate() {
        match *step {
            Step::Same(i, j) => {
                close(&mut began, i, j, at);
                (draft, source) = (i + 1, j + 1);
            }
            Step::Other(i, j) => {
                began.get_or_insert((draft, source, at));
                (draft, source) = (i + 1, j + 1);
            }
            Step::Draft(i) => {
                began.get_or_insert((draft, source, at));
                draft = i + 1;
            }
            Step::Source(j) => {
                began.get_or_insert((draft, source, at));
                source = j + 1;
            }
        }
    }
    if draft < reading.words.len() && !steps.is_empty() {
        began = Some((draft, source, steps.len()));
        let end = (source + (reading.words.len() - draft) + REACH).min(theirs.len());
        close(&mut began, reading.words.len(), end, steps.len());
    }
    found
}

/// A name of the draft where the source has another.
#[derive(Clone, Debug)]
pub struct OtherName {
    pub draft: Range<usize>,
    pub source: Range<usize>,
}

/// Names that stand in each other's place and occur nowhere else in the other sentence.
pub fn other_names(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon) -> Vec<OtherName> {
    let theirs = &evidence.candidate.reading.words;
    let is_name = |word: &Word, at: usize, names: &[crate::prose::names::Name]| {
        word.capital && !word.stop && !word.numeric && names.iter().any(|name| name.words.contains(&at))
            || lexicon.is(&word.fold, Class::Title) && !word.stop && names.iter().any(|name| name.words.contains(&at))
    };
    let foreign = |word: &Word, others: &[Word]| !others.iter().any(|other| same(word, other) || contains_name(&other.fold, &word.fold));
    let mut found = Vec::new();
    for block in blocks(reading, evidence) {
        let open_end = block.draft.start == 0 || block.draft.end == reading.words.len();
        let flanked = block.flanks.0 > 0 && block.flanks.1 > 0 || open_end && block.flanks.0.max(block.flanks.1) >= 2;
        if !flanked {
            continue;
        }
        let ours: Vec<usize> = block
            .draft
            .clone()
            .filter(|at| is_name(&reading.words[*at], *at, &reading.names) && foreign(&reading.words[*at], theirs))
            .collect();
        let their_names = &evidence.candidate.reading.names;
        let other: Vec<usize> =
            block.source.clone().filter(|at| is_name(&theirs[*at], *at, their_names) && foreign(&theirs[*at], &reading.words)).collect();
        let only_rank =
            |words: &[Word], range: &Range<usize>| !range.is_empty() && range.clone().all(|at| lexicon.is(&words[at].fold, Class::Rank));
        // "Deputy", "former": such a word more or less makes another office (Na6).
        let rank = block.source.is_empty() && only_rank(&reading.words, &block.draft)
            || block.draft.is_empty() && only_rank(theirs, &block.source);
        if rank && (block.flanks.0 > 0 || block.draft.start == 0) && block.flanks.1 > 0 {
            found.push(OtherName { draft: block.draft.clone(), source: block.source.clone() });
            continue;
        }
        // At an open end the source's words are only a guess at what stands opposite: the nearest to the common words counts.
        let (ours, other) = (run(&ours, block.draft.start == 0), run(&other, block.draft.start == 0));
        if let (Some(ours), Some(other)) = (ours, other) {
            let sizes = ours.len().abs_diff(other.len()) <= 2 && !is_seat(lexicon, &reading.words[ours.clone()], &theirs[other.clone()]);
            if sizes {
                found.push(OtherName { draft: ours, source: other });
            }
        }
    }
    found
}

/// Names that stand beside the same word in both sentences, in whatever order these are told: "The Telegraph reported"
/// where the source has "The Times reports". The draft's name occurs nowhere in the passage, nor the passage's in the draft.
pub fn displaced_names(reading: &Reading, evidence: &Evidence) -> Vec<OtherName> {
    let other = &evidence.candidate.reading;
    let foreign = |name: &crate::prose::names::Name, words: &[Word], others: &[Word]| {
        let bare = name.bare_words(words);
        !bare.is_empty()
            && bare.iter().all(|word| !others.iter().any(|theirs| same(word, theirs) || contains_name(&theirs.fold, &word.fold)))
    };
    let slots = |reading: &Reading, name: &crate::prose::names::Name| -> [Option<String>; 2] {
        let content = |word: &&Word| !word.stop && !word.numeric && !word.capital;
        let before = reading.words[..name.words.start].iter().rev().take(SLOT).find(content).map(|word| word.stem.clone());
        let after = reading.words[name.words.end..].iter().take(1).find(content).map(|word| word.stem.clone());
        [before, after]
    };
    let ours = reading.names.iter().filter(|name| name.words.start > 0 && foreign(name, &reading.words, &other.words));
    let pairs = ours.filter_map(|name| {
        let own = slots(reading, name);
        let theirs = other.names.iter().filter(|theirs| theirs.words.start > 0 && foreign(theirs, &other.words, &reading.words));
        let facing = theirs.into_iter().find(|theirs| slots(other, theirs).iter().zip(&own).any(|(a, b)| a.is_some() && a == b))?;
        Some(OtherName { draft: name.bare..name.words.end, source: facing.bare..facing.words.end })
    });
    pairs.collect()
}

/// A preposition and an article may stand between a name and the word it belongs to.
const SLOT: usize = 3;

/// Whether one run of words is the seat of government of the state that the other names.
fn is_seat(lexicon: &Lexicon, a: &[Word], b: &[Word]) -> bool {
    let stands = |city: &[Word], state: &[Word]| {
        lexicon.language.seats.iter().any(|(name, words)| {
            city.iter().any(|word| word.fold == *name) && words.iter().all(|part| state.iter().any(|word| word.stem == lexicon.stem(part)))
        })
    };
    stands(a, b) || stands(b, a)
}

/// "Ukrainian" holds "Ukraine": an adjective or a possessive of the same name.
fn contains_name(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common = short.bytes().zip(long.bytes()).take_while(|(x, y)| x == y).count();
    common >= 4 && common + 2 >= short.len()
}

/// The first (or last) run of neighbouring indices.
fn run(indices: &[usize], last: bool) -> Option<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in indices {
        match runs.last_mut() {
            Some(run) if run.end == *at => run.end += 1,
            _ => runs.push(*at..*at + 1),
        }
    }
    if last { runs.pop() } else { runs.into_iter().next() }
}

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
            None if odd && bare && strong => {
                return Some(Reversal { draft: own_negations.first().copied(), source: their_negations.first().copied() });
            }
            _ => {}
        }
    }
    None
}

/// What the draft has here is quoted, or it has nothing here and what stands around is: the rules of quotations speak of it.
fn in_quotation(block: &Block, skip: &dyn Fn(usize) -> bool) -> bool {
    let between = block.draft.is_empty() && skip(block.draft.start) && block.draft.start.checked_sub(1).is_none_or(skip);
    between || block.draft.clone().any(skip)
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
    let passive = |words: &[Word]| words.iter().any(|word| matches!(word.fold.as_str(), "by" | "von" | "par"));
    if passive(&reading.words) || passive(&theirs.words) {
        return None;
    }
    let verb = |word: &Word| !word.capital && !word.stop && !word.numeric && !lexicon.is(&word.fold, Class::Speech);
    let sides = |reading: &Reading, at: usize| {
        let words = |near: &dyn Fn(&Range<usize>) -> bool| -> Vec<Word> {
            reading.names.iter().filter(|name| near(&name.words)).flat_map(|name| name.bare_words(&reading.words).to_vec()).collect()
        };
        let before = words(&|name| name.end <= at && at - name.end <= AROUND);
        let after = words(&|name| name.start > at && name.start - at <= AROUND);
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

/// A hedge of the source that the draft drops or hardens.
#[derive(Clone, Debug)]
pub struct LostHedge {
    /// The firm word in its place, if there is one.
    pub draft: Option<usize>,
    pub source: usize,
}

/// The first hedge among the aligned words that has no counterpart in the draft.
pub fn lost_hedge(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon, skip: &dyn Fn(usize) -> bool) -> Option<LostHedge> {
    let theirs = &evidence.candidate.reading.words;
    let softens = |word: &Word| {
        lexicon.is(&word.fold, Class::Hedge)
            || lexicon.is(&word.fold, Class::Modal) && !matches!(word.fold.as_str(), "can" | "would" | "should")
    };
    let firm = |word: &Word| {
        matches!(
            word.fold.as_str(),
            "will"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "does"
                | "did"
                | "guilty"
                | "wird"
                | "ist"
                | "war"
                | "hat"
                | "est"
                | "a"
                | "must"
        )
    };
    let quoted = |at: usize| evidence.candidate.passage.quoted.iter().any(|quoted| quoted.span.overlaps(theirs[at].span));
    let hedges_of =
        |words: &[Word], skip: &dyn Fn(usize) -> bool| words.iter().enumerate().filter(|(at, word)| !skip(*at) && softens(word)).count();
    let own = hedges_of(reading.words.as_slice(), skip);
    let other = hedges_of(theirs.as_slice(), &quoted);
    let as_soft = own >= other;
    for block in blocks(reading, evidence) {
        let flanked = block.flanks.0 > 0 && block.flanks.1 > 0;
        let narrow = block.draft.len() <= 3 && block.source.len() <= 5;
        let soft_in_draft = block.draft.clone().any(|at| softens(&reading.words[at]));
        if !flanked || !narrow || in_quotation(&block, skip) {
            continue;
        }
        let vouches = block.draft.clone().find(|at| lexicon.is(&reading.words[*at].fold, Class::Endorsement) && !skip(*at));
        let reports = block.source.clone().find(|at| {
            !quoted(*at)
                && !lexicon.is(&theirs[*at].fold, Class::Endorsement)
                && (lexicon.is(&theirs[*at].fold, Class::Speech) || lexicon.is(&theirs[*at].fold, Class::Hedge))
                && !lexicon.negates(&theirs[*at].fold)
        });
        if let (Some(draft), Some(source)) = (vouches, reports) {
            return Some(LostHedge { draft: Some(draft), source });
        }
        let Some(source) = block
            .source
            .clone()
            .find(|at| softens(&theirs[*at]) && !quoted(*at) && !reading.words.iter().any(|word| word.stem == theirs[*at].stem))
        else {
            continue;
        };
        let draft = block.draft.clone().find(|at| firm(&reading.words[*at]) && !skip(*at));
        if as_soft || soft_in_draft || own > 0 && draft_is_vague(&block, reading, &firm) {
            continue;
        }
        let dropped = block.draft.is_empty() || draft.is_some() || same_verb(reading, &block, theirs);
        if dropped {
            return Some(LostHedge { draft, source });
        }
    }
    None
}

/// A draft that hedges elsewhere keeps the hedge unless a firm word stands in its very place.
fn draft_is_vague(block: &Block, reading: &Reading, firm: &dyn Fn(&Word) -> bool) -> bool {
    !block.draft.clone().any(|at| firm(&reading.words[at]))
}

/// "may attend" and "attends": the verb stands on both sides, only the hedge is gone.
fn same_verb(reading: &Reading, block: &Block, theirs: &[Word]) -> bool {
    block.draft.clone().all(|at| block.source.clone().any(|other| same(&reading.words[at], &theirs[other])))
}

/// Whether the draft's sentence is softened or attributed at all, in its own words or in quoted ones.
pub fn is_softened(reading: &Reading, lexicon: &Lexicon) -> bool {
    reading.words.iter().map(|word| word.fold.as_str()).any(|word| {
        lexicon.is(word, Class::Hedge)
            || matches!(word, "may" | "might" | "could" | "would")
            || lexicon.is(word, Class::Speech)
            || word == "according"
    })
}

/// A strong hedge anywhere in a passage that the draft retells as fact.
pub fn strong_hedge(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon) -> Option<usize> {
    let theirs = &evidence.candidate.reading.words;
    let quoted = |at: usize| evidence.candidate.passage.quoted.iter().any(|quoted| quoted.span.overlaps(theirs[at].span));
    let own = |stem: &str| evidence.alignment.steps.is_empty() || reading.words.iter().any(|word| word.stem == stem);
    let strong =
        |word: &Word| !own(&word.stem) && lexicon.is(&word.fold, Class::Hedge) || matches!(word.fold.as_str(), "may" | "might" | "could");
    (0..theirs.len()).find(|at| strong(&theirs[*at]) && !quoted(*at) && touches(evidence, *at))
}

/// A hedge governs the words that follow it within a clause: "believes that providing Ukraine with stronger …".
const GOVERNED: usize = 8;

/// Whether words that the draft shares stand within reach of the source's word `at`.
fn touches(evidence: &Evidence, at: usize) -> bool {
    let near = |j: usize| j > at && j <= at + GOVERNED;
    evidence.alignment.steps.iter().any(|step| matches!(step, Step::Same(_, j) if near(*j)))
}
