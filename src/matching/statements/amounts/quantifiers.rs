//! All, most, some, none: how many of a thing, or how often (H3).

use crate::language::Lexicon;
use crate::matching::evidence::alignment::same;
use crate::matching::statements::clauses::tells;
use crate::matching::statements::pair::Pair;
use crate::prose::Reading;
use crate::prose::words::Word;
use std::ops::Range;

/// The words of both sides that say how many of one thing, and which of them says more.
#[derive(Clone, Debug)]
pub struct Amounts {
    pub draft: usize,
    pub source: Range<usize>,
    /// Whether one side has none at all.
    pub opposed: bool,
}

/// A word for how many, its rank from none (0) to all (5), and the word that it counts.
struct Amount {
    words: Range<usize>,
    rank: u8,
    counted: usize,
}

/// The first amount that the draft puts higher than the passage, or that one side has none of.
pub fn raised(pair: Pair<'_>) -> Option<Amounts> {
    let Pair { reading, lexicon, skip, .. } = pair;
    let theirs = pair.theirs();
    if !pair.is_readable() {
        return None;
    }
    let other = amounts(theirs, lexicon);
    let own = amounts(reading, lexicon);
    // "Few were about the ward", "most were not": a negation turns the scale.
    let negates = |reading: &Reading, amounts: &[Amount]| {
        (0..reading.words.len()).any(|at| {
            lexicon.negates(&reading.words[at].fold) && !amounts.iter().any(|one| one.words.contains(&at))
        })
    };
    if negates(reading, &own) != negates(theirs, &other) {
        return None;
    }
    // "All came through unhurt", "none was hurt".
    let excludes = |word: &Word, other: &Word| {
        lexicon.exclusions().exclude([&word.fold, &word.stem], [&other.fold, &other.stem])
    };
    let is_turned = || {
        let turns = |word: &Word| theirs.words.iter().any(|other| tells(other) && excludes(word, other));
        reading.words.iter().any(turns)
    };
    let found = own.into_iter().filter(|own| !skip(own.words.start)).find_map(|own| {
        let of_same =
            other.iter().filter(|one| same(&reading.words[own.counted], &theirs.words[one.counted]));
        let ranks: Vec<&Amount> = of_same.collect();
        let lower = ranks.iter().find(|one| one.rank < own.rank || own.rank == 0 && one.rank > 0)?;
        let equal = ranks.iter().any(|one| one.rank == own.rank);
        (!equal).then(|| Amounts {
            draft: own.words.end - 1,
            source: lower.words.clone(),
            opposed: (own.rank == 0) != (lower.rank == 0),
        })
    });
    found.filter(|_| !is_turned())
}

/// Whether a word says how many, or how often.
pub fn is_amount(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.language.stance.amounts.iter().any(|(amount, _)| *amount == word.fold)
}

/// The ranks of all amounts of a sentence, in order.
pub fn all(reading: &Reading, lexicon: &Lexicon) -> Vec<u8> {
    amounts(reading, lexicon).iter().filter(|one| one.rank > 0).map(|one| one.rank).collect()
}

fn amounts(reading: &Reading, lexicon: &Lexicon) -> Vec<Amount> {
    let table = lexicon.language.stance.amounts;
    let rank =
        |at: usize| table.iter().find(|(word, _)| *word == reading.words[at].fold).map(|(_, rank)| *rank);
    let found = (0..reading.words.len()).filter_map(|at| {
        let rank = rank(at)?;
        // "Not all": some.
        let denied = at > 0 && lexicon.negates(&reading.words[at - 1].fold) && rank == ALL;
        let counted =
            (at + 1..reading.words.len().min(at + REACH)).find(|next| tells(&reading.words[*next]))?;
        let counts = (at + 1..counted)
            .all(|between| table.iter().all(|(word, _)| *word != reading.words[between].fold));
        counts.then_some(Amount {
            words: if denied { at - 1 } else { at }..at + 1,
            rank: if denied { SOME } else { rank },
            counted,
        })
    });
    found.collect()
}

const ALL: u8 = 5;
const SOME: u8 = 2;
/// "Most of the new residents".
const REACH: usize = 5;
