//! One picked out of many: superlatives and ranks, with who shares them and what they leave out (N11, H3).

use crate::language::Lexicon;
use crate::matching::evidence::alignment::same;
use crate::matching::statements::clauses::{phrases, tells_or_counts};
use crate::matching::statements::company::Company;
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::syntax::{Relation, Upos};
use std::ops::Range;

/// A superlative of a sentence.
#[derive(Clone, Debug)]
struct Degree {
    /// Its words, a rank and a lead before it included.
    words: Range<usize>,
    /// The adjective.
    at: usize,
    /// The stem of the adjective, a first part that gives a rank left out.
    base: String,
    /// The noun that it picks one of, if it stands with one.
    noun: Option<usize>,
    rank: u32,
    /// "One of the".
    shared: Option<Range<usize>>,
    /// What it leaves out, or since when it holds: the leading word and what follows.
    limit: Option<Range<usize>>,
}

/// The first superlative that is more in the draft than in the passage: alone where the passage has several, first where it is
/// second, of all where some are left out.
pub fn heightened(pair: Pair<'_>) -> Option<Difference> {
    let (own, theirs) = (pair.reading, pair.theirs());
    if !pair.is_readable() {
        return None;
    }
    let degrees = superlatives(own, pair.lexicon);
    if degrees.is_empty() {
        return None;
    }
    let other: Vec<Degree> =
        superlatives(theirs, pair.lexicon).into_iter().filter(|degree| !pair.quotes(degree.at)).collect();
    degrees.into_iter().filter(|degree| !(pair.skip)(degree.at)).find_map(|degree| {
        let of_one = |there: &&Degree| {
            let nouns = degree.noun.zip(there.noun);
            let alike = nouns.is_none_or(|(a, b)| same(&own.words[a], &theirs.words[b]));
            there.base == degree.base && alike
        };
        let differences: Vec<Option<Difference>> =
            other.iter().filter(of_one).map(|there| against(pair, &degree, there)).collect();
        // One that is the same settles it.
        if differences.iter().any(Option::is_none) { None } else { differences.into_iter().flatten().next() }
    })
}

/// How a superlative of the draft differs from one of the passage.
fn against(pair: Pair<'_>, degree: &Degree, there: &Degree) -> Option<Difference> {
    let (own, theirs) = (pair.reading, pair.theirs());
    let (share, _) = Company::of(own, degree.at).shared(&Company::of(theirs, there.at));
    let difference = |source: &Range<usize>, stands| {
        let (draft, source) = (degree.words.clone(), source.clone());
        Some(Difference { kind: Kind::Degree, draft, source, stands, means: None })
    };
    if share < thresholds::SAME_DEGREE {
        return None;
    }
    match (&degree.shared, &there.shared) {
        (None, Some(shared)) => return difference(&(shared.start..there.words.end), Stands::Stronger),
        (None, None) if degree.rank == 1 && there.rank > 1 => {
            return difference(&there.words, Stands::Excluded);
        }
        (Some(_), None) => return None,
        _ => {}
    }
    let limit = there.limit.clone()?;
    let told = |word: &usize| own.words.iter().any(|word_here| same(word_here, &theirs.words[*word]));
    let drops = degree.limit.is_none()
        && !limit
            .clone()
            .skip(1)
            .filter(|word| tells_or_counts(&theirs.words[*word]))
            .any(|word| told(&word));
    if drops { difference(&(there.words.start..limit.end), Stands::Stronger) } else { None }
}

/// All superlatives of a sentence.
fn superlatives(reading: &Reading, lexicon: &Lexicon) -> Vec<Degree> {
    let among = phrases(reading, lexicon.among());
    let found = (0..reading.words.len()).filter_map(|at| {
        let words = superlative(reading, at, lexicon)?;
        let (rank, base) = ranked(&reading.words[at].fold, lexicon);
        let before =
            words.start.checked_sub(1).and_then(|before| lexicon.ordinal(&reading.words[before].fold));
        let words = if before.is_some() { words.start - 1..words.end } else { words };
        let shared =
            among.iter().find(|one| one.end <= words.start && words.start - one.end <= NEAR_AMONG).cloned();
        let noun = noun(reading, at);
        let limit = limit(reading, noun.unwrap_or(at).max(at), lexicon);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ranks are small")]
        let rank = before.or(rank).unwrap_or(1.0) as u32;
        Some(Degree { words, at, base, noun, rank, shared, limit })
    });
    found.collect()
}

/// Words between "one of" and the superlative: "one of the country's".
const NEAR_AMONG: usize = 3;

/// Whether a word is an adjective in its highest degree.
pub fn is_superlative(reading: &Reading, at: usize, lexicon: &Lexicon) -> bool {
    superlative(reading, at, lexicon).is_some()
}

/// The words of a superlative that ends at `at`: the adjective, and what puts it into the highest degree.
fn superlative(reading: &Reading, at: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let language = &lexicon.language.degrees;
    let word = &reading.words[at];
    let is_adjective = || match reading.tree().upos(at) {
        Some(Upos::Adj) => true,
        Some(Upos::Noun) => lexicon.language.capital_nouns && !word.capital,
        _ => false,
    };
    let lead = at.checked_sub(1).filter(|lead| language.leads.contains(&reading.words[*lead].fold.as_str()));
    if let Some(lead) = lead {
        let article = || {
            let before = lead.checked_sub(1).map(|before| reading.words[before].fold.as_str());
            before.is_some_and(|before| language.needs_article.contains(&before))
        };
        return ((language.needs_article.is_empty() || article()) && is_adjective()).then_some(lead..at + 1);
    }
    let ends = |ending: &&str| word.fold.len() > ending.len() + 2 && word.fold.ends_with(*ending);
    let inflected = language.endings.iter().any(ends) && !language.exceptions.contains(&word.fold.as_str());
    (inflected && is_adjective()).then_some(at..at + 1)
}

/// The rank that a word's first part gives, and the stem of the rest.
fn ranked(fold: &str, lexicon: &Lexicon) -> (Option<f64>, String) {
    let prefix = lexicon.language.degrees.rank_prefixes.iter().find_map(|(prefix, rank)| {
        fold.strip_prefix(prefix).map(|rest| (*rank, rest)).filter(|(_, rest)| rest.len() > SHORT)
    });
    match prefix {
        Some((rank, rest)) => (Some(rank), lexicon.stem(rest)),
        None => (None, lexicon.stem(fold)),
    }
}

/// Letters of the shortest superlative behind a rank.
const SHORT: usize = 4;

/// The noun that a superlative stands with.
fn noun(reading: &Reading, at: usize) -> Option<usize> {
    let tree = reading.tree();
    let node = tree.node(at)?;
    let head = node.head.filter(|_| node.label.relation == Relation::Amod)?;
    tree.tokens[head].word
}

/// What limits a superlative behind it: "outside the capital", "since 2003".
fn limit(reading: &Reading, from: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let language = &lexicon.language.degrees;
    let end = reading.words.len().min(from + LIMIT_WITHIN);
    let lead = (from + 1..end).find(|at| language.limits.contains(&reading.words[*at].fold.as_str()))?;
    let end = reading.words.len().min(lead + LIMIT_WORDS);
    let empty = |at: usize| language.no_limits.contains(&reading.words[at].fold.as_str());
    (!(lead + 1..end).any(empty)).then_some(lead..end)
}

/// "The biggest set of glass fishing floats outside Japan": words on from the noun.
const LIMIT_WITHIN: usize = 8;
/// "Since the end of 2008".
const LIMIT_WORDS: usize = 5;
