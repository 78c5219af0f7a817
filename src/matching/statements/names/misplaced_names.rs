//! A name that the source has of something else: what the sentence tells of it, the source tells of another.

use crate::matching::Candidate;
use crate::matching::evidence::alignment::same;
use crate::matching::evidence::kindred::mean_alike;
use crate::matching::statements::company::{Company, LEAST};
use crate::matching::statements::names::name_comparison::OtherName;
use crate::matching::statements::pair::Pair;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::syntax::{Relation, Subtype, Upos};
use std::ops::Range;

/// The first name in whose place the passage has one that the sentence has not, while the source has the sentence's elsewhere, in
/// other company.
pub fn misplaced_name(pair: Pair<'_>) -> Option<OtherName> {
    let (own, theirs) = (pair.reading, pair.theirs());
    if !pair.is_readable() || pair.evidence.alignment.is_whole(own.words.len()) {
        return None;
    }
    // Only a name that the passage lacks and its source has elsewhere may stand in another's place: the rest is not parsed.
    let source = &pair.evidence.candidate.source.key;
    let is_in = |name: &Range<usize>, reading: &Reading| {
        reading.words.iter().any(|word| same(word, &own.words[name.end - 1]))
    };
    let is_elsewhere =
        |name: &Range<usize>| pair.others().any(|one| one.source.key == *source && is_in(name, &one.reading));
    let mut names: Vec<Range<usize>> = bare_names(own).collect();
    names.retain(|name| !name.clone().any(pair.skip) && !is_in(name, theirs) && is_elsewhere(name));
    names.retain(|name| is_proper(own, name));
    if names.is_empty() {
        return None;
    }
    let here = |word: usize| own.words.iter().any(|own| same(own, &theirs.words[word]));
    let other: Vec<Range<usize>> = bare_names(theirs)
        .filter(|name| !name.clone().any(|word| pair.quotes(word) || here(word)) && is_proper(theirs, name))
        .collect();
    names.into_iter().find_map(|name| {
        let company = Company::beside(own, &name);
        let best = other
            .iter()
            .filter(|there| hang_alike(own, &name, theirs, there))
            .map(|there| (there, company.shared(&Company::beside(theirs, there))))
            .filter(|(_, (share, count))| *count >= LEAST && *share >= thresholds::SAME_COMPANY)
            .max_by(|a, b| a.1.0.total_cmp(&b.1.0));
        let (there, (share, _)) = best?;
        let told: Vec<f64> = pair
            .others()
            .filter(|one| one.source.key == *source)
            .filter_map(|one| told(own, &name, &company, one))
            .collect();
        let hardly = told.iter().all(|told| *told <= share * thresholds::HARDLY);
        (!told.is_empty() && hardly).then(|| OtherName { draft: name.clone(), source: there.clone() })
    })
}

/// How much of a name's company a passage has that has the name, too, 0 to 1.
fn told(own: &Reading, name: &Range<usize>, company: &Company<'_>, passage: &Candidate) -> Option<f64> {
    let reading = &passage.reading;
    let last = &own.words[name.end - 1];
    let places = (0..reading.words.len()).filter(|word| same(last, &reading.words[*word]));
    let shares = places.map(|word| {
        let mut there = Company::of(reading, word);
        there
            .words
            .retain(|word| !name.clone().any(|own_word| same(&own.words[own_word], &reading.words[*word])));
        company.shared(&there).0
    });
    shares.reduce(f64::max)
}

/// The names of a sentence, titles left out.
fn bare_names(reading: &Reading) -> impl Iterator<Item = Range<usize>> {
    reading.names().iter().map(|name| name.bare..name.words.end).filter(|name| !name.is_empty())
}

/// Whether the tree takes any of it for a name, too.
fn is_proper(reading: &Reading, name: &Range<usize>) -> bool {
    name.clone().any(|word| reading.tree().upos(word) == Some(Upos::Propn))
}

/// Whether two names hang on the same word, by the same relation.
fn hang_alike(own: &Reading, name: &Range<usize>, theirs: &Reading, there: &Range<usize>) -> bool {
    let place = |reading: &Reading, name: &Range<usize>| -> Option<(Relation, Subtype, usize)> {
        let tree = reading.tree();
        // "Foreign Minister Karim Adaru": the title may head the name.
        let mut token = tree.top(name)?;
        while matches!(
            tree.nodes[token].label.relation,
            Relation::Flat | Relation::Appos | Relation::Compound
        ) {
            token = tree.nodes[token].head?;
        }
        let node = &tree.nodes[token];
        Some((node.label.relation, node.label.subtype, node.head.and_then(|head| tree.tokens[head].word)?))
    };
    match (place(own, name), place(theirs, there)) {
        (Some((one, of, head)), Some((two, their_of, their_head))) => {
            (one, of) == (two, their_of)
                && mean_alike(&own.words[head], &theirs.words[their_head], own.language)
                && lead(own, name) == lead(theirs, there)
        }
        _ => false,
    }
}

/// The preposition before a name, if there is one: "in Lissane" is no place of "with Lissane".
fn lead<'r>(reading: &'r Reading, name: &Range<usize>) -> Option<&'r str> {
    let tree = reading.tree();
    let top = tree.top(name)?;
    let case = tree.related(top, &[Relation::Case]).find_map(|case| tree.tokens[case].word)?;
    Some(&reading.words[case].fold)
}
