//! One word in the place of another that excludes it: killed for injured, a loan for a grant, bought for sold.

use crate::matching::evidence::alignment::{ratio, same};
use crate::matching::statements::clauses::{tells, tells_or_counts};
use crate::matching::statements::company::contrast::{Place, leaning};
use crate::matching::statements::company::{Company, LEAST, is_denied, stands_alike};
use crate::matching::statements::difference::{Difference, Kind, Stands};
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::words::Word;
use std::cell::LazyCell;

/// The first word that stands where the passage has one that excludes it, if no other passage has it there.
pub fn exchanged_word(pair: Pair<'_>) -> Option<Difference> {
    let (own, theirs) = (pair.reading, pair.theirs());
    if !pair.is_readable() {
        return None;
    }
    let judged = |i: &usize| tells(&own.words[*i]) && !(pair.skip)(*i) && !own.is_in_value(*i);
    (0..own.words.len()).filter(judged).find_map(|i| {
        // What the draft has besides is not exchanged.
        let kept = |j: &usize| own.words.iter().any(|word| same(word, &theirs.words[*j]));
        let excluded = (0..theirs.words.len()).filter(|j| excludes(pair, i, *j) && !kept(j));
        let company = LazyCell::new(|| Company::of(own, i));
        let held = excluded.filter_map(|j| in_its_place(pair, &company, i, j).map(|share| (j, share)));
        let (j, share) = held.max_by(|a, b| a.1.total_cmp(&b.1))?;
        let told = carried(&company, &own.words[i], theirs) >= share * thresholds::COMPANY_AS_NEAR
            || is_told(pair, &company, i, share)
            || is_of_the_same(pair, i, j);
        (!told).then(|| Difference {
            kind: Kind::Word,
            means: None,
            stands: Stands::Excluded,
            draft: i..i + 1,
            source: j..j + 1,
        })
    })
}

/// Whether the passage has the draft's word, too, and anything that the draft says of it stands with that one alone: "sales fell, while
/// rents rose".
fn is_of_the_same(pair: Pair<'_>, i: usize, j: usize) -> bool {
    let (own, theirs) = (pair.reading, pair.theirs());
    let (here, there) = (i..i + 1, j..j + 1);
    let [place, this] = [(own, &here), (theirs, &there)].map(|(reading, words)| Place { reading, words });
    (0..theirs.words.len()).filter(|word| same(&own.words[i], &theirs.words[*word])).any(|word| {
        let words = word..word + 1;
        let that = Place { reading: theirs, words: &words };
        leaning(place, &[], this, that).is_some_and(|leaning| leaning.with_that > 0)
    })
}

/// Whether a word of the draft and one of the passage exclude each other.
fn excludes(pair: Pair<'_>, i: usize, j: usize) -> bool {
    let (a, b) = (&pair.reading.words[i], &pair.theirs().words[j]);
    let stance = &pair.lexicon.language.stance;
    // "Charged" told as "convicted" is a hedge lost.
    let hardens = stance.convictions.contains(&a.fold.as_str()) && stance.charges.contains(&b.fold.as_str());
    // And so is "suspected" told as "established".
    let rises = pair.lexicon.ladders().rises([&b.stem, &a.stem]);
    !hardens
        && !rises
        && pair.lexicon.exclusions().exclude([&a.fold, &a.stem], [&b.fold, &b.stem])
        && !pair.quotes(j)
}

/// The share of its company that a word of the passage has, if it stands where the draft has word `i`.
fn in_its_place(pair: Pair<'_>, company: &Company<'_>, i: usize, j: usize) -> Option<f64> {
    let (own, theirs) = (pair.reading, pair.theirs());
    if is_denied(own, i, pair.lexicon) != is_denied(theirs, j, pair.lexicon) {
        return None;
    }
    let (share, count) = company.shared(&Company::of(theirs, j));
    if count >= LEAST && share >= thresholds::SAME_COMPANY && stands_alike(own, i, theirs, j) {
        return Some(share);
    }
    // Where the tree is mistaken, a sentence of the same words tells.
    let whole = carried_beside(own, i, theirs);
    (whole >= thresholds::WHOLE_SENTENCE && follows_alike(own, i, theirs, j)).then_some(whole)
}

/// Whether another passage tells a word of the draft in company as much like its own.
pub fn is_told(pair: Pair<'_>, company: &Company<'_>, at: usize, share: f64) -> bool {
    let word = &pair.reading.words[at];
    pair.others().any(|one| carried(company, word, &one.reading) >= share * thresholds::COMPANY_AS_NEAR)
}

/// Share of a sentence's telling words, one left out, that a passage has, 0 to 1; 0 for a sentence of few words.
fn carried_beside(own: &Reading, at: usize, theirs: &Reading) -> f64 {
    let tells = |word: &usize| *word != at && tells_or_counts(&own.words[*word]);
    let words: Vec<usize> = (0..own.words.len()).filter(tells).collect();
    let has = |word: &&usize| theirs.words.iter().any(|there| same(&own.words[**word], there));
    if words.len() < LEAST_BESIDE { 0.0 } else { ratio(words.iter().filter(has).count(), words.len()) }
}

/// Telling words of a sentence by which alone it is known again.
const LEAST_BESIDE: usize = 5;

/// Whether the telling words just before two words are the same, one at least: who sells is no buyer.
fn follows_alike(own: &Reading, i: usize, theirs: &Reading, j: usize) -> bool {
    let before = |reading: &Reading, at: usize| -> Vec<usize> {
        (0..at).rev().filter(|word| tells(&reading.words[*word])).take(BEFORE).collect()
    };
    let there = before(theirs, j);
    before(own, i).iter().any(|word| there.iter().any(|other| same(&own.words[*word], &theirs.words[*other])))
}

/// "The drainage board lent": who acts stands within so many telling words.
const BEFORE: usize = 2;

/// How much of a word's company a passage has that tells the word itself, 0 to 1.
fn carried(company: &Company<'_>, word: &Word, passage: &Reading) -> f64 {
    let told = (0..passage.words.len()).filter(|j| same(word, &passage.words[*j]));
    told.map(|j| company.shared(&Company::of(passage, j)).0).fold(0.0, f64::max)
}
