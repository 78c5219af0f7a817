//! Hedges that the source has and the draft has not.

use crate::language::{Class, Lexicon};
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::{Step, same};
use crate::matching::statements::clauses::phrases;
use crate::matching::statements::pair::Pair;
use crate::matching::statements::substitutions::{Block, blocks, in_quotation};
use crate::prose::Reading;
use crate::prose::words::Word;
use std::ops::Range;

/// A hedge of the source that the draft drops or hardens.
#[derive(Clone, Debug)]
pub struct LostHedge {
    /// The firm word in its place, if there is one.
    pub draft: Option<usize>,
    pub source: Range<usize>,
}

/// The first hedge among the aligned words that has no counterpart in the draft.
pub fn lost_hedge(pair: Pair<'_>) -> Option<LostHedge> {
    let Pair { reading, evidence, lexicon, skip, .. } = pair;
    let theirs = &pair.theirs().words;
    let softens = |word: &Word| lexicon.is(&word.fold, Class::Hedge) || is_softener(word, lexicon);
    let is_yet = is_yet(reading, lexicon);
    let firm = |word: &Word| lexicon.language.firm.contains(&word.fold.as_str());
    let quoted = |at: usize| pair.quotes(at);
    let hedges_of = |words: &[Word], skip: &dyn Fn(usize) -> bool| {
        words.iter().enumerate().filter(|(at, word)| !skip(*at) && softens(word)).count()
    };
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
        let vouches = block
            .draft
            .clone()
            .find(|at| lexicon.is(&reading.words[*at].fold, Class::Endorsement) && !skip(*at));
        let reports = block.source.clone().find(|at| {
            !quoted(*at)
                && !lexicon.is(&theirs[*at].fold, Class::Endorsement)
                && (lexicon.is(&theirs[*at].fold, Class::Speech)
                    || lexicon.is(&theirs[*at].fold, Class::Hedge))
                && !lexicon.negates(&theirs[*at].fold)
        });
        if let (Some(draft), Some(source)) = (vouches, reports) {
            return Some(LostHedge { draft: Some(draft), source: source..source + 1 });
        }
        let Some(source) = block.source.clone().find(|at| {
            softens(&theirs[*at])
                && !quoted(*at)
                && !reading.words.iter().any(|word| is_of_one_family(word, &theirs[*at]))
        }) else {
            continue;
        };
        let draft = block.draft.clone().find(|at| firm(&reading.words[*at]) && !skip(*at));
        // "According to the union" keeps what the union only claims.
        let says = || {
            reading
                .words
                .iter()
                .enumerate()
                .any(|(at, word)| lexicon.is(&word.fold, Class::Speech) && !skip(at))
        };
        let charged = lexicon.language.stance.charges.contains(&theirs[source].fold.as_str());
        let is_kept = is_attributed(reading, lexicon) && lexicon.is(&theirs[source].fold, Class::Speech)
            || charged && says() && draft.is_none()
            || is_yet && !is_softener(&theirs[source], lexicon);
        if as_soft || is_kept || soft_in_draft || own > 0 && draft_is_vague(&block, reading, &firm) {
            continue;
        }
        let dropped = block.draft.is_empty() || draft.is_some() || same_verb(reading, &block, theirs);
        if dropped {
            return Some(LostHedge { draft, source: source..source + 1 });
        }
    }
    None
}

/// "Should open", "is due to open", "wants a tunnel": none of them says that it is so. "Will open" does.
fn is_yet(reading: &Reading, lexicon: &Lexicon) -> bool {
    let certain = |words: &Range<usize>| lexicon.is(&reading.words[words.start].fold, Class::Certainty);
    let plans = phrases(reading, lexicon.plans());
    plans.iter().any(|words| !certain(words))
        || reading.words.iter().any(|word| lexicon.is(&word.fold, Class::Modal))
}

/// "May", but not the month.
fn is_softener(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.language.softeners.contains(&word.fold.as_str())
        && !(word.capital && lexicon.month(&word.fold).is_some())
}

/// A draft that hedges elsewhere keeps the hedge unless a firm word stands in its very place.
fn draft_is_vague(block: &Block, reading: &Reading, firm: &dyn Fn(&Word) -> bool) -> bool {
    !block.draft.clone().any(|at| firm(&reading.words[at]))
}

/// "may attend" and "attends": the verb stands on both sides, only the hedge is gone.
fn same_verb(reading: &Reading, block: &Block, theirs: &[Word]) -> bool {
    block.draft.clone().all(|at| block.source.clone().any(|other| same(&reading.words[at], &theirs[other])))
}

/// "Considering" and "consideration": one stem, or as many first letters as two roots hardly share.
fn is_of_one_family(one: &Word, other: &Word) -> bool {
    let shared = one.fold.chars().zip(other.fold.chars()).take_while(|(a, b)| a == b).count();
    one.stem == other.stem || shared >= FAMILY_LETTERS
}

const FAMILY_LETTERS: usize = 7;

/// Whether the draft has a word as far down the scale as a hedge of the source: "under consideration" for "is considering".
fn keeps(reading: &Reading, hedge: &Word, lexicon: &Lexicon) -> bool {
    let ladders = lexicon.ladders();
    ladders.steps(&hedge.stem).iter().any(|there| {
        let own = reading.words.iter().filter(|word| !lexicon.is(&word.fold, Class::Modal));
        let steps = own.flat_map(|word| ladders.steps(&word.stem));
        steps.into_iter().any(|step| step.scale == there.scale && step.degree <= there.degree)
    })
}

/// Whether the draft's sentence is softened or attributed at all, in its own words or in quoted ones.
pub fn is_softened(reading: &Reading, lexicon: &Lexicon) -> bool {
    let softened = |word: &Word| {
        lexicon.is(&word.fold, Class::Hedge)
            || is_softener(word, lexicon)
            || lexicon.is(&word.fold, Class::Speech)
    };
    reading.words.iter().any(softened) || is_attributed(reading, lexicon) || is_yet(reading, lexicon)
}

/// "According to": whose word it is.
fn is_attributed(reading: &Reading, lexicon: &Lexicon) -> bool {
    let words: Vec<&str> = reading.words.iter().map(|word| word.fold.as_str()).collect();
    lexicon.language.attributions.iter().any(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|run| run == phrase)
    })
}

/// A strong hedge anywhere in a passage that the draft retells as fact.
pub fn strong_hedge(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon) -> Option<usize> {
    let theirs = &evidence.candidate.reading.words;
    let quoted = |at: usize| evidence.candidate.passage.quotes(theirs[at].span);
    let own = |stem: &str| {
        evidence.alignment.steps.is_empty() || reading.words.iter().any(|word| word.stem == stem)
    };
    let strong =
        |word: &Word| lexicon.is(&word.fold, Class::Hedge) && !own(&word.stem) || is_softener(word, lexicon);
    let lost = |word: &Word| strong(word) && !keeps(reading, word, lexicon);
    (0..theirs.len()).find(|at| lost(&theirs[*at]) && !quoted(*at) && touches(evidence, *at))
}

/// A hedge governs the words that follow it within a clause: "believes that providing Ukraine with stronger
/// …".
const GOVERNED: usize = 8;

/// Whether words that the draft shares stand within reach of the source's word `at`.
fn touches(evidence: &Evidence, at: usize) -> bool {
    let near = |j: usize| j > at && j <= at + GOVERNED;
    evidence.alignment.steps.iter().any(|step| matches!(step, Step::Same(_, j) if near(*j)))
}
