//! A value that the source has of something else: what the sentence says of it keeps company with another value there.

use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::statements::clauses::are_readable;
use crate::matching::statements::company::{Company, LEAST};
use crate::matching::statements::thresholds::HARDLY;
use crate::matching::values::pairing::{Counterpart, Side, Value, pairs};
use crate::matching::values::thresholds;
use crate::prose::Reading;
use crate::prose::values::Relation;
use std::cell::LazyCell;

/// The value that a source has where the sentence has value `n`, if what its clause tells stands with that one there, and hardly
/// with the sentence's own, which the source has, too.
pub fn instead<'e, V: Value>(side: Side<'_>, n: usize, evidence: &'e [Evidence]) -> Option<Counterpart<'e>> {
    let values = V::all(side.reading);
    if values.len() > MOST_VALUES {
        return None;
    }
    let own = &values[n];
    // Most values stand where they should, so that little is parsed.
    let mut having: Vec<&str> = Vec::new();
    let company = LazyCell::new(|| Company::beside(side.reading, own.words()));
    let share = |reading: &Reading, value: &V| company.shared(&Company::beside(reading, value.words()));
    for one in evidence {
        for passage in one.around.iter().chain([&one.candidate]) {
            for value in like::<V>(side, own, passage) {
                let relation = own.relate(side, value, passage);
                if !matches!(relation, None | Some(Relation::Conflicts)) {
                    if share(&passage.reading, value).0 > HARDLY {
                        return None;
                    }
                    having.push(&one.candidate.source.key);
                }
            }
        }
    }
    let known = evidence.iter().filter(|one| having.contains(&one.candidate.source.key.as_str()));
    let other = known.flat_map(|one| {
        let theirs = pairs::<V>(side, n, one).into_iter();
        theirs.filter(|pair| pair.relation == Relation::Conflicts && !pair.bond.crossed)
    });
    let held = other.filter_map(|pair| {
        let reading = &pair.evidence.candidate.reading;
        let (share, count) = share(reading, &V::all(reading)[pair.at]);
        let is_beside = count >= LEAST && share >= thresholds::MISPLACED;
        (is_beside && !is_told_of_another::<V>(side, n, pair.evidence, pair.at)).then_some((pair, share))
    });
    held.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(pair, _)| pair)
}

/// The values of a passage that could stand in the place of the draft's.
fn like<'p, V: Value>(side: Side<'_>, own: &V, passage: &'p Candidate) -> Vec<&'p V> {
    let reading = &passage.reading;
    let all = V::all(reading);
    if !are_readable(side.reading, reading) || all.len() > MOST_VALUES {
        return Vec::new();
    }
    all.iter().filter(|value| own.is_like(value)).collect()
}

/// A sentence with more values of a kind is a table.
const MOST_VALUES: usize = 8;

/// Whether another value of the sentence agrees with a passage's.
fn is_told_of_another<V: Value>(side: Side<'_>, n: usize, one: &Evidence, at: usize) -> bool {
    let (values, theirs) = (V::all(side.reading), &V::all(&one.candidate.reading)[at]);
    values.iter().enumerate().any(|(other, value)| {
        other != n
            && value.is_like(theirs)
            && value.relate(side, theirs, &one.candidate) == Some(Relation::Agrees)
    })
}
