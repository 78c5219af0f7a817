//! A value that the source has of something else: what the sentence says of it keeps company with another value there.

use crate::language::Lexicon;
use crate::matching::Candidate;
use crate::matching::evidence::Evidence;
use crate::matching::statements::clauses::are_readable;
use crate::matching::statements::company::contrast::{Leaning, Place, leaning};
use crate::matching::statements::company::ties::governor;
use crate::matching::statements::company::{Company, LEAST};
use crate::matching::statements::thresholds::HARDLY;
use crate::matching::values::pairing::{Counterpart, Noun, Side, Value, pairs};
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
        for passage in one.passages() {
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

/// The value of a passage that stands with what the sentence says of value `n`, where the sentence's own stands with none of it: "3.4
/// million on cranes and 1.1 million on dredging", told as 1.1 million on cranes.
pub fn rival<'e, V: Value>(side: Side<'_>, n: usize, evidence: &'e [Evidence]) -> Option<Counterpart<'e>> {
    let values = V::all(side.reading);
    if values.len() > MOST_VALUES {
        return None;
    }
    let own = &values[n];
    let lexicon = crate::language::by_code(side.reading.language)?;
    // "3.4 million crowns on cranes and 1.1 million on dredging": crowns, too.
    let is_short = |value: &V| own.size() > 0.0 && own.size().to_bits() == value.size().to_bits();
    let having: Vec<(&Evidence, &Candidate, &V)> = evidence
        .iter()
        .flat_map(|one| one.passages().map(move |passage| (one, passage.as_ref())))
        .flat_map(|(one, passage)| {
            let all = V::all(&passage.reading).iter().take(MOST_VALUES);
            all.map(move |value| (one, passage, value))
        })
        .filter(|(_, passage, value)| {
            own.relate(side, value, passage) == Some(Relation::Agrees) || is_short(value)
        })
        .collect();
    let is_source =
        |one: &&Evidence| having.iter().any(|(has, ..)| has.candidate.source.key == one.candidate.source.key);
    let mut other = evidence
        .iter()
        .filter(is_source)
        .flat_map(|one| pairs::<V>(side, n, one))
        .filter(|pair| pair.relation == Relation::Conflicts && !pair.bond.crossed)
        .peekable();
    // Most values have no rival, so that little is parsed.
    other.peek()?;
    let counted = own.noun(side.reading).and_then(|noun| side.reading.words.get(noun));
    let having = having.iter().map(|(_, passage, value)| {
        let that = Place { reading: &passage.reading, words: value.words() };
        if that.points_elsewhere(own.size() > 0.0) {
            return None;
        }
        let noun = value.noun(&passage.reading).and_then(|noun| passage.reading.words.get(noun));
        Some((Noun::of(counted, noun), that))
    });
    let having: Vec<(Noun, Place<'_>)> = having.collect::<Option<_>>()?;
    let place = Place { reading: side.reading, words: own.words() };
    let heads: Vec<usize> =
        own.noun(side.reading).into_iter().chain(governor(side.reading, own.words())).collect();
    let held = other.filter_map(|pair| {
        let reading = &pair.evidence.candidate.reading;
        let this = Place { reading, words: V::all(reading)[pair.at].words() };
        // "Of 86 wells, 31 held too much": the whole is of the same as its part.
        if is_whole(this, lexicon) {
            return None;
        }
        let mut least: Option<Leaning> = None;
        for (noun, that) in &having {
            let leaning = leaning(place, &heads, this, *that)?;
            // "2,140 places and 2,390 applications": what is counted tells most.
            let is_counted = pair.bond.noun == Noun::Same && *noun == Noun::Other;
            if leaning.with_that > usize::from(is_counted) || is_counted && leaning.with_this == 0 {
                return None;
            }
            let leaning = Leaning { head: leaning.head || is_counted, ..leaning };
            least = least.filter(|least| least.with_this <= leaning.with_this).or(Some(leaning));
        }
        let leaning = least.filter(Leaning::is_clear)?;
        (!is_told_of_another::<V>(side, n, pair.evidence, pair.at)).then_some((pair, leaning.with_this))
    });
    held.max_by_key(|(_, with_this)| *with_this).map(|(pair, _)| pair)
}

/// Whether a partitive leads to a value: "of the 86".
fn is_whole(place: Place<'_>, lexicon: &Lexicon) -> bool {
    let before = place.words.start.saturating_sub(LED_WITHIN)..place.words.start;
    let partitives = lexicon.language.degrees.partitives;
    before.into_iter().any(|at| partitives.contains(&place.reading.words[at].fold.as_str()))
}

/// "Of the nearly 86".
const LED_WITHIN: usize = 3;

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
