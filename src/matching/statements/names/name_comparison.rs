//! Names that stand where the source has others.

use crate::language::anywhere::{DEMONYMS, without_possessive};
use crate::language::{Class, Lexicon};
use crate::matching::evidence::Evidence;
use crate::matching::evidence::alignment::{Step, ratio, same};
use crate::matching::statements::clauses::are_readable;
use crate::matching::statements::substitutions::blocks;
use crate::matching::statements::thresholds;
use crate::prose::Reading;
use crate::prose::names::acronyms::{is_abbreviated, may_abbreviate, spelled_out};
use crate::prose::names::{Name, same_given_name};
use crate::prose::syntax::Relation;
use crate::prose::words::Word;
use std::ops::Range;
use strsim::osa_distance;

/// A name of the draft where the source has another.
#[derive(Clone, Debug)]
pub struct OtherName {
    pub draft: Range<usize>,
    pub source: Range<usize>,
}

/// Names that stand in each other's place. In a sentence that is otherwise the source's own, one of the two
/// may stand elsewhere in both; in a reworded one, each occurs nowhere else in the other sentence.
pub fn other_names(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon) -> Vec<OtherName> {
    let theirs = &evidence.candidate.reading.words;
    let is_name = |reading: &Reading, at: usize| {
        let (word, names) = (&reading.words[at], reading.names());
        let number = lexicon.cardinal(&word.fold).or(lexicon.ordinal(&word.fold)).is_some()
            || lexicon.bound_before(&[word.fold.as_str()]).is_some();
        let common = word.stop
            || number
            || lexicon.is(&word.fold, Class::Honorific)
            || at == 0 && lexicon.is(&word.fold, Class::Comparison);
        let part = names.iter().any(|name| name.words.contains(&at)) && !common;
        part && !is_valued(reading, at)
            && (word.capital && !word.numeric || lexicon.is(&word.fold, Class::Title))
    };
    let foreign = |word: &Word, others: &[Word]| {
        !others.iter().any(|other| {
            same(word, other) || is_same_name(&other.fold, &word.fold) || may_abbreviate(word, other, lexicon)
        })
    };
    let mut found = Vec::new();
    for block in blocks(reading, evidence) {
        let open_end = block.draft.start == 0 || block.draft.end == reading.words.len();
        let flanked =
            block.flanks.0 > 0 && block.flanks.1 > 0 || open_end && block.flanks.0.max(block.flanks.1) >= 2;
        if !flanked {
            continue;
        }
        let named: Vec<usize> = block.draft.clone().filter(|at| is_name(reading, *at)).collect();
        let their_named: Vec<usize> =
            block.source.clone().filter(|at| is_name(&evidence.candidate.reading, *at)).collect();
        let their_reading = &evidence.candidate.reading;
        let own =
            |at: &usize| foreign(&reading.words[*at], theirs) && !is_shortened(reading, *at, their_reading);
        let their_own =
            |at: &usize| foreign(&theirs[*at], &reading.words) && !is_shortened(their_reading, *at, reading);
        let ours: Vec<usize> = named.iter().copied().filter(own).collect();
        let other: Vec<usize> = their_named.iter().copied().filter(their_own).collect();
        let (ours, other) = match (ours.is_empty(), other.is_empty()) {
            (true, false) if is_same_sentence(reading, evidence) => (named, other),
            (false, true) if is_same_sentence(reading, evidence) => (ours, their_named),
            _ => (ours, other),
        };
        let only_rank = |words: &[Word], range: &Range<usize>| {
            !range.is_empty() && range.clone().all(|at| lexicon.is(&words[at].fold, Class::Rank))
        };
        // "Deputy", "former": such a word more or less makes another office (Na6).
        let rank = block.source.is_empty() && only_rank(&reading.words, &block.draft)
            || block.draft.is_empty() && only_rank(theirs, &block.source);
        if rank && (block.flanks.0 > 0 || block.draft.start == 0) && block.flanks.1 > 0 {
            found.push(OtherName { draft: block.draft.clone(), source: block.source.clone() });
            continue;
        }
        // At an open end the source's words are only a guess at what stands opposite: the nearest to the
        // common words counts.
        let (ours, other) = (run(&ours, block.draft.start == 0), run(&other, block.draft.start == 0));
        if let (Some(ours), Some(other)) = (ours, other) {
            // "Inflation reached", "Prices rose": a capital at the start tells no name.
            let starts = |reading: &Reading, run: &Range<usize>| {
                *run == (0..1) && reading.names().first().is_some_and(|name| name.words == *run)
            };
            let alike = || {
                reading.words[0].fold.len() >= SLIP
                    && osa_distance(&reading.words[0].fold, &theirs[0].fold) <= 2
            };
            if starts(reading, &ours)
                && starts(&evidence.candidate.reading, &other)
                && !is_known(evidence, &theirs[0])
                && !alike()
            {
                continue;
            }
            let sizes = ours.len().abs_diff(other.len()) <= 2
                && !is_seat(lexicon, &whole(reading, &ours), &whole(&evidence.candidate.reading, &other));
            if sizes && is_same_part(reading, &ours, evidence, &other) {
                found.push(OtherName { draft: ours, source: other });
            }
        }
    }
    found
}

/// "Deputy" or "former" before an office at the start of one of two sentences, and not at the other's (Na6).
pub fn rank_at_start(reading: &Reading, evidence: &Evidence, lexicon: &Lexicon) -> Option<OtherName> {
    let theirs = &evidence.candidate.reading;
    let Some(Step::Same(i, j)) = evidence.alignment.steps.first().copied() else { return None };
    let starts = |reading: &Reading, at: usize| at == 0 || at == 1 && reading.words[0].stop;
    let rank = |reading: &Reading, at: usize| {
        at.checked_sub(1).filter(|before| lexicon.is(&reading.words[*before].fold, Class::Rank))
    };
    match (rank(reading, i), rank(theirs, j)) {
        (None, Some(before)) if starts(reading, i) => Some(OtherName { draft: i..i, source: before..j }),
        (Some(before), None) if starts(theirs, j) => Some(OtherName { draft: before..i, source: j..j }),
        _ => None,
    }
}

/// Longer words that differ in a letter or two are one name, misspelt.
const SLIP: usize = 6;

/// Whether a word has its capital inside a sentence of the passage, or of those around it.
fn is_known(evidence: &Evidence, word: &Word) -> bool {
    let passages = evidence.passages();
    passages
        .flat_map(|passage| passage.reading.words.iter().skip(1))
        .any(|other| other.capital && other.stem == word.stem)
}

/// Whether a word is the acronym of a name in another sentence, or part of a name that the other shortens so.
fn is_shortened(own: &Reading, at: usize, other: &Reading) -> bool {
    spelled_out(own, at, other).is_some() || is_abbreviated(own, at, other)
}

/// "Fahrenheit", "GMT": part of a value, and no name.
fn is_valued(reading: &Reading, at: usize) -> bool {
    let figures = || reading.figures().iter().any(|figure| figure.words.contains(&at));
    figures() || reading.dates().iter().any(|date| date.words.contains(&at))
}

/// Whether the passage is the sentence itself but for a slip.
pub fn is_same_sentence(reading: &Reading, evidence: &Evidence) -> bool {
    let whole = ratio(evidence.alignment.same_words(), reading.words.len());
    whole >= thresholds::SAME_SENTENCE && evidence.alignment.closeness() >= thresholds::SAME_SENTENCE
}

/// Whether two names stand in the same part of what both sentences state: a subject beside a subject of one verb, a title
/// beside a title of one person. In the same sentence but for a slip they do.
fn is_same_part(reading: &Reading, own: &Range<usize>, evidence: &Evidence, other: &Range<usize>) -> bool {
    is_same_sentence(reading, evidence) || hang_alike(reading, own, &evidence.candidate.reading, other)
}

/// Whether some words of one sentence hang on the same word as some of another, by the same relation.
fn hang_alike(reading: &Reading, own: &Range<usize>, other: &Reading, theirs: &Range<usize>) -> bool {
    let (Some((relation, head)), Some((their_relation, their_head))) =
        (part(reading, own), part(other, theirs))
    else {
        return false;
    };
    let same_head = match (head, their_head) {
        (Some(own), Some(theirs)) => same(&reading.words[own], &other.words[theirs]),
        (None, None) => true,
        _ => false,
    };
    relation == their_relation && same_head
}

/// How some words hang in their sentence: the relation of their topmost token, and the word that it hangs on.
fn part(reading: &Reading, words: &Range<usize>) -> Option<(Relation, Option<usize>)> {
    let tree = reading.tree();
    let node = &tree.nodes[tree.top(words)?];
    Some((node.label.relation, node.head.and_then(|head| tree.tokens[head].word)))
}

/// The whole names that a run of words belongs to.
fn whole(reading: &Reading, run: &Range<usize>) -> Vec<Word> {
    let names =
        reading.names().iter().filter(|name| name.words.start < run.end && run.start < name.words.end);
    names.flat_map(|name| reading.words[name.words.clone()].to_vec()).collect()
}

/// Another given name before a family name that some passage near the sentence has: "Sergei Peskov" for
/// "Dmitry Peskov". Only where no passage has the draft's.
pub fn other_given_names<'e>(reading: &Reading, evidence: &'e [Evidence]) -> Vec<(OtherName, &'e Evidence)> {
    let full = |reading: &Reading, name: &Name| -> Option<(Word, Word)> {
        let [.., given, family] = name.bare_words(&reading.words) else { return None };
        // "Cellcom TV" is no person.
        let is_initials =
            reading.words[name.words.end - 1].span.of(&reading.text).chars().all(|c| !c.is_lowercase());
        let plain =
            given.capital && family.capital && !given.stop && given.fold.chars().count() > 1 && !is_initials;
        plain.then(|| (given.clone(), family.clone()))
    };
    let known = |word: &Word| {
        evidence.iter().any(|one| one.candidate.reading.words.iter().any(|theirs| same(word, theirs)))
    };
    let pairs = reading.names().iter().filter_map(|name| {
        let (given, family) = full(reading, name).filter(|(given, family)| !known(given) && known(family))?;
        evidence.iter().filter(|one| one.topic >= thresholds::SAME_PERSON).find_map(|one| {
            let other = &one.candidate.reading;
            let theirs = other.names().iter().find(|theirs| {
                full(other, theirs).is_some_and(|(first, last)| {
                    same(&last, &family) && !same_given_name(&first.fold, &given.fold)
                })
            })?;
            if names_alone(other, &family) {
                return None;
            }
            let last = |name: &Name| name.words.end - 2..name.words.end - 1;
            Some((OtherName { draft: last(name), source: last(theirs) }, one))
        })
    });
    pairs.collect()
}

/// "President Trump and Melania Trump": the family name stands for somebody else, too.
fn names_alone(reading: &Reading, family: &Word) -> bool {
    let alone = |name: &Name| matches!(name.bare_words(&reading.words), [only] if same(only, family));
    reading.names().iter().any(alone)
}

/// Names that hang alike on the same word in both sentences, in whatever order these are told: "The Telegraph
/// reported" where the source has "The Times reports". The draft's name occurs nowhere in the passage, nor
/// the passage's in the draft.
pub fn displaced_names(reading: &Reading, evidence: &Evidence) -> Vec<OtherName> {
    let other = &evidence.candidate.reading;
    if !are_readable(reading, other) {
        return Vec::new();
    }
    let foreign = |name: &Name, own: &Reading, other: &Reading| {
        let stands = |at: usize| {
            let word = &own.words[at];
            other.words.iter().any(|theirs| same(word, theirs) || is_same_name(&theirs.fold, &word.fold))
                || is_shortened(own, at, other)
        };
        name.bare < name.words.end && !(name.bare..name.words.end).any(stands)
    };
    let ours = reading.names().iter().filter(|name| {
        name.words.start > 0 && !is_valued(reading, name.words.start) && foreign(name, reading, other)
    });
    let pairs = ours.filter_map(|name| {
        let own = name.bare..name.words.end;
        let strange = |theirs: &&Name| theirs.words.start > 0 && foreign(theirs, other, reading);
        let mut theirs = other.names().iter().filter(strange).map(|theirs| theirs.bare..theirs.words.end);
        let facing = theirs.find(|theirs| hang_alike(reading, &own, other, theirs))?;
        Some(OtherName { draft: own, source: facing })
    });
    pairs.collect()
}

/// Whether one run of words is the seat of government of the state that the other names.
fn is_seat(lexicon: &Lexicon, a: &[Word], b: &[Word]) -> bool {
    let stands = |city: &[Word], state: &[Word]| {
        lexicon.language.seats.iter().any(|(name, words)| {
            city.iter().any(|word| word.fold == *name || word.stem == lexicon.stem(name))
                && words.iter().all(|part| state.iter().any(|word| word.stem == lexicon.stem(part)))
        })
    };
    stands(a, b) || stands(b, a)
}

/// "Ukrainian" holds "Ukraine": an adjective or a possessive of the same name.
pub fn is_same_name(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common = short.bytes().zip(long.bytes()).take_while(|(x, y)| x == y).count();
    let tail = |word: &str| DEMONYMS.contains(&without_possessive(word.get(common..).unwrap_or_default()));
    common >= 4 && tail(short) && tail(long)
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
