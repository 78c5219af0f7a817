//! How far it reaches: what a source says of a part, told of the whole (H3).

use crate::language::{Class, Lexicon};
use crate::matching::evidence::kindred::{is_meant, mean_alike};
use crate::matching::statements::clauses::{phrases, tells, tells_or_counts};
use crate::matching::statements::company::{Company, is_denied_beside};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::names::acronyms::{is_abbreviated, spelled_out};
use crate::prose::syntax::{Relation, Upos};
use std::ops::Range;

/// Words that tell of the whole of a thing: "all teachers", "the whole fleet", "nationwide".
struct Whole {
    words: Range<usize>,
    /// The word for the thing, if there is one.
    noun: Option<usize>,
}

/// The first whole of the draft of which the passage tells a part.
pub fn widened(pair: Pair<'_>) -> Option<Difference> {
    let (own, theirs, lexicon) = (pair.reading, pair.theirs(), pair.lexicon);
    let mut found = wholes(own, lexicon).into_iter().filter(|one| !(pair.skip)(one.words.start)).peekable();
    found.peek()?;
    if !pair.is_readable() || !wholes(theirs, lexicon).is_empty() {
        return None;
    }
    let tells_of_rest = tells_of_rest(pair);
    found.find_map(|whole| {
        let mut company = Company::beside(own, &whole.words);
        company.words.retain(|word| Some(*word) != whole.noun);
        let (share, words) = company.shared_by_all(&[theirs]);
        if words < LEAST || share < thresholds::SAME_REACH || is_denied_beside(own, &whole.words, lexicon) {
            return None;
        }
        let is_told = |reading: &Reading| {
            !wholes(reading, lexicon).is_empty() && company.shared_by_all(&[reading]).0 >= share
        };
        let part = part(own, &whole, theirs, lexicon, tells_of_rest)?;
        (!pair.quotes(part.start) && !pair.others().any(|one| is_told(&one.reading))).then(|| Difference {
            kind: Kind::Reach,
            stands: Stands::Stronger,
            draft: whole.words.start
                ..whole.noun.map_or(whole.words.end, |noun| whole.words.end.max(noun + 1)),
            source: part,
            means: None,
        })
    })
}

/// Words of a clause, the whole left out, that the passage must have.
const LEAST: usize = 2;

/// Whether the passage, or one beside it, speaks of others than those it tells of: "elsewhere", "the remaining ones".
fn tells_of_rest(pair: Pair<'_>) -> bool {
    let rests = pair.lexicon.language.degrees.rests;
    pair.evidence
        .passages()
        .map(|one| &one.reading)
        .any(|reading| reading.words.iter().any(|word| rests.contains(&word.fold.as_str())))
}

/// All wholes of a sentence; what is counted or nearly all is none.
fn wholes(reading: &Reading, lexicon: &Lexicon) -> Vec<Whole> {
    let found = phrases(reading, lexicon.wholes()).into_iter().filter_map(|words| {
        let tree = reading.tree();
        let token = tree.token(words.end - 1)?;
        let node = &tree.nodes[token];
        let is_noun = |head: usize| matches!(tree.nodes[head].upos, Upos::Noun | Upos::Propn);
        let is_of_noun = !matches!(node.label.relation, Relation::Obl | Relation::Advmod);
        let head = node.head.filter(|head| is_of_noun && is_noun(*head));
        let noun = head.and_then(|head| tree.tokens[head].word).filter(|noun| *noun >= words.end);
        let end = noun.map_or(words.end, |noun| noun + 1);
        let reach = if node.upos == Upos::Adv { end } else { end.max(words.end + COUNTED_WITHIN) };
        let behind = words.end..reach.min(reading.words.len());
        let counted = behind.clone().any(|at| reading.words[at].numeric)
            || reading.figures().iter().any(|figure| behind.contains(&figure.words.start));
        let before = words.start.checked_sub(1).map(|at| reading.words[at].fold.as_str());
        let hardly =
            before.is_some_and(|fold| lexicon.negates(fold) || lexicon.bound_before(&[fold]).is_some());
        (!counted && !hardly).then_some(Whole { words, noun })
    });
    found.collect()
}

/// "Each of the two runners".
const COUNTED_WITHIN: usize = 3;

/// The words by which the passage limits what the draft tells of the whole; none where the draft has any of them.
fn part(
    own: &Reading,
    whole: &Whole,
    theirs: &Reading,
    lexicon: &Lexicon,
    tells_of_rest: bool,
) -> Option<Range<usize>> {
    let tree = theirs.tree();
    let has = |at: &usize| is_meant(&theirs.words[*at], own.words.iter(), own.language);
    let is_time = |at: &usize| {
        lexicon.is(&theirs.words[*at].fold, Class::Time)
            || theirs.dates().iter().any(|date| date.words.contains(at))
    };
    let is_short = |at: &usize| spelled_out(theirs, *at, own).is_some() || is_abbreviated(theirs, *at, own);
    let limits = |token: usize| {
        let mut words = tree.phrase(token, &[]);
        words.retain(|at| tells_or_counts(&theirs.words[*at]));
        (!words.is_empty() && !words.iter().any(|at| has(at) || is_time(at) || is_short(at))).then(|| {
            let (first, last) = (words.iter().min(), words.iter().max());
            first.copied().unwrap_or_default()..last.map_or(0, |last| last + 1)
        })
    };
    // "Jets" limited to "the oldest"; "in three counties" where the draft has "throughout the state".
    let of_noun = whole.noun.and_then(|noun| {
        // "The whole LR-70 fleet", "its oldest LR-70 jets": the thing may be told by what it is of.
        let of = own
            .tree()
            .token(noun)
            .map(|token| own.tree().phrase(token, &[Relation::Acl]))
            .unwrap_or_default();
        let alike = |at: &usize| {
            tells(&theirs.words[*at])
                && of.iter().any(|word| {
                    tells(&own.words[*word])
                        && mean_alike(&own.words[*word], &theirs.words[*at], own.language)
                })
        };
        (0..theirs.words.len()).filter(alike).find_map(|at| {
            let token = tree.token(at)?;
            let node = &tree.nodes[token];
            let is_of = matches!(node.label.relation, Relation::Compound | Relation::Nmod | Relation::Amod);
            let thing = node.head.filter(|_| is_of).unwrap_or(token);
            let all = tree.related(thing, &[Relation::Amod, Relation::Nmod, Relation::Acl, Relation::Nummod]);
            all.filter_map(limits).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
        })
    });
    let is_place = |token: &usize| {
        let node = &tree.nodes[*token];
        let leads = tree.related(*token, &[Relation::Case]).filter_map(|case| tree.tokens[case].word);
        matches!(node.label.relation, Relation::Obl | Relation::Nmod)
            && leads
                .into_iter()
                .any(|word| lexicon.language.degrees.ins.contains(&theirs.words[word].fold.as_str()))
    };
    // A place limits only where the passage tells of the rest: elsewhere it may be one of many.
    of_noun.or_else(|| (0..tree.nodes.len()).filter(is_place).find_map(limits).filter(|_| tells_of_rest))
}
