//! How many of a whole: two of the three, all of them, both, none (H3).

use crate::language::Lexicon;
use crate::matching::evidence::alignment::same;
use crate::matching::statements::clauses::{phrases, tells};
use crate::matching::statements::company::{Company, is_denied};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use std::ops::Range;

/// A part of a whole.
#[derive(Clone, Debug)]
struct Portion {
    words: Range<usize>,
    /// 0 for none of it, 1 for all.
    share: f64,
    /// How many the whole is, if it is said.
    whole: Option<f64>,
    /// What it is a part of.
    noun: usize,
}

/// The first portion that is another in the passage.
pub fn other_portion(pair: Pair<'_>) -> Option<Difference> {
    let (own, theirs) = (pair.reading, pair.theirs());
    if !pair.is_readable() {
        return None;
    }
    let portions = parts(own, pair.lexicon);
    if portions.is_empty() {
        return None;
    }
    let other: Vec<Portion> =
        parts(theirs, pair.lexicon).into_iter().filter(|one| !pair.quotes(one.words.start)).collect();
    portions.into_iter().filter(|one| !(pair.skip)(one.words.start)).find_map(|portion| {
        let of_one = |there: &&Portion| {
            let one_whole = portion.whole.zip(there.whole).is_some_and(|(a, b)| a.to_bits() == b.to_bits());
            let one_noun = same(&own.words[portion.noun], &theirs.words[there.noun]);
            let other_whole = portion.whole.zip(there.whole).is_some() && !one_whole;
            (one_whole || one_noun && (portion.whole.is_some() || there.whole.is_some())) && !other_whole
        };
        let same_share = |there: &Portion| (there.share - portion.share).abs() < EQUAL;
        let there: Vec<&Portion> = other.iter().filter(of_one).collect();
        if there.iter().any(|there| same_share(there)) {
            return None;
        }
        let there = there.into_iter().find(|there| {
            let (company, other) =
                (Company::of(own, portion.words.start), Company::of(theirs, there.words.start));
            let denied = is_denied(own, portion.words.start, pair.lexicon)
                != is_denied(theirs, there.words.start, pair.lexicon);
            company.shared(&other).0 >= thresholds::SAME_PORTION && !denied
        })?;
        Some(Difference {
            kind: Kind::Portion,
            means: None,
            draft: portion.words.clone(),
            source: there.words.clone(),
            stands: Stands::Excluded,
        })
    })
}

/// Two shares of small numbers that are the same.
const EQUAL: f64 = 1e-6;

/// All portions of a sentence.
fn parts(reading: &Reading, lexicon: &Lexicon) -> Vec<Portion> {
    let language = &lexicon.language.degrees;
    let pairs = phrases(reading, lexicon.pairs());
    let fold = |at: usize| reading.words[at].fold.as_str();
    let noun = |from: usize| {
        (from..reading.words.len().min(from + NOUN_WITHIN)).find(|at| tells(&reading.words[*at]))
    };
    let found = (0..reading.words.len()).filter_map(|at| {
        // "Both engines", "one of the two", "all of the three", "two of the three".
        let pair = pairs.iter().find(|pair| pair.start == at);
        let part =
            || number(reading, at, lexicon).or_else(|| language.ones.contains(&fold(at)).then_some(1.0));
        let whole = whole(reading, at, &pairs, lexicon);
        let (share, of, end) = if let Some(pair) = pair {
            (1.0, Some(2.0), pair.end)
        } else if language.wholes.contains(&fold(at)) {
            (1.0, whole.as_ref().map(|(of, _)| *of), whole.map_or(at + 1, |(_, end)| end))
        } else if language.nones.contains(&fold(at)) {
            (0.0, whole.as_ref().map(|(of, _)| *of), whole.map_or(at + 1, |(_, end)| end))
        } else {
            let (of, end) = whole?;
            let part = part()?;
            if part > of || of < 2.0 {
                return None;
            }
            (part / of, Some(of), end)
        };
        Some(Portion { words: at..end, share, whole: of, noun: noun(end)? })
    });
    // "One of the two" is no "the two" besides.
    let mut portions: Vec<Portion> = Vec::new();
    for portion in found {
        if portions.last().is_none_or(|last: &Portion| portion.words.start >= last.words.end) {
            portions.push(portion);
        }
    }
    portions
}

/// The number of a whole behind its part, and the index behind it: "of the three".
fn whole(reading: &Reading, part: usize, pairs: &[Range<usize>], lexicon: &Lexicon) -> Option<(f64, usize)> {
    let counting = &lexicon.language.counting;
    let of = |at: usize| {
        reading.words.get(at).is_some_and(|word| {
            let fold = word.fold.as_str();
            counting.of.contains(&fold) || counting.out_of.contains(&fold)
        })
    };
    let pair = |at: usize| pairs.iter().any(|pair| pair.contains(&at));
    let leads = part + 1;
    let reach = reading.words.len().min(leads + WHOLE_WITHIN);
    let at = (leads..reach).find(|at| number(reading, *at, lexicon).is_some() || pair(*at))?;
    let joined = (leads..at).any(of) && (leads..at).all(|between| reading.words[between].stop);
    joined.then(|| (number(reading, at, lexicon).unwrap_or(2.0), at + 1))
}

/// "Of all the three": words between a part and its whole.
const WHOLE_WITHIN: usize = 4;
/// "The three rescued men".
const NOUN_WITHIN: usize = 4;

/// A small number in words or digits.
fn number(reading: &Reading, at: usize, lexicon: &Lexicon) -> Option<f64> {
    let word = &reading.words[at];
    let value = lexicon.cardinal(&word.fold).or_else(|| word.fold.parse().ok());
    value.filter(|value: &f64| value.fract() == 0.0 && (0.0..MOST).contains(value))
}

/// Larger wholes are counted, not told part by part.
const MOST: f64 = 1000.0;
