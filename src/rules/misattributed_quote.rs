//! `misattributed-quote`: the words are real, the source gives them to someone else.

use super::case::QuoteCase;
use super::finding::cite;
use super::quoted::{Outcome, proofs};
use super::{Case, Edit, Finding, Fix, Proof, Rule, Run};
use crate::config::Level;
use crate::language::Lexicon;
use crate::matching::Candidate;
use crate::matching::edits::EditKind;
use crate::matching::quotation::Place;
use crate::prose::{names, words};
use crate::text::fold::printable;

pub(super) const RULE: Rule = Rule {
    name: "misattributed-quote",
    summary: "The words are real; the source gives them to someone else.",
    docs: include_str!("../../docs/rules/misattributed-quote.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    case.quotations.iter().filter_map(|quote| report(case, quote)).collect()
}

fn report(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let named = case.named_speaker(quote)?;
    let places: Vec<&Place> = match case.outcome(quote) {
        // The same words may stand in several places: one that bears the speaker out is enough.
        Outcome::Exact(_) => quote
            .parts
            .iter()
            .flat_map(|part| &part.fragments)
            .flat_map(|fragment| fragment.exact.iter().chain(fragment.nearest.first()))
            .collect(),
        Outcome::Altered(altered) => {
            altered.iter().map(|one| one.place).filter(|place| place.gravest() < Some(EditKind::Sense) && place.edits.len() <= 2).collect()
        }
        _ => return None,
    };
    let known: Vec<(&Place, &str)> =
        places.iter().filter_map(|place| Some((*place, place.speaker().filter(|speaker| case.is_person(speaker))?))).collect();
    let borne_out =
        known.iter().any(|(_, speaker)| case.same_person(named, speaker)) || places.iter().any(|place| mentions(case, place, named));
    // A few words stand in many mouths: they count against a speaker only where the source tells of the same thing.
    let known: Vec<(&Place, &str)> =
        known.into_iter().filter(|(place, _)| quote.words >= TELLING || is_whole(place) || tells_same(case, quote, place)).collect();
    let (place, speaker) = known.first().filter(|_| !borne_out)?;
    let (candidate, _) = place.origin()?;
    let speaker = printable(&as_printed(speaker));
    let position = case.quotation(quote).speaker.as_ref().and_then(|speaker| speaker.place);
    // The draft's own name stands without its title, and so does the one that takes its place.
    let name = bare(&speaker, case.draft.lexicon);
    let fix = position.map(|(block, span)| Fix {
        title: format!("Attribute it to {name}"),
        edits: vec![Edit { span: case.draft.blocks[block].text.to_file(span), text: name.to_owned() }],
    });
    Some(Finding {
        rule: RULE.name,
        level: RULE.level,
        span: position.map_or_else(|| case.quote_span(quote), |(block, span)| case.draft.blocks[block].text.to_file(span)),
        message: format!("{} gives these words to {speaker}, not to {named}. Change the speaker.", cite(candidate)),
        evidence: proofs(place, 1.0).into_iter().chain(attribution(place, &speaker)).collect(),
        fixes: fix.into_iter().collect(),
    })
}

/// A speaker's name as prose has it: `COUNCILLOR TOBIAS REN` is “Councillor Tobias Ren”.
fn as_printed(label: &str) -> String {
    if label.chars().any(char::is_lowercase) {
        return label.to_owned();
    }
    let mut begins = true;
    label
        .chars()
        .flat_map(|c| {
            let lower = !std::mem::replace(&mut begins, !c.is_alphanumeric());
            if lower { c.to_lowercase().collect::<Vec<char>>() } else { vec![c] }
        })
        .collect()
}

/// A speaker's name without titles and offices.
fn bare<'s>(speaker: &'s str, lexicon: &Lexicon) -> &'s str {
    let words = words::words(speaker, lexicon);
    let name = names::names(speaker, &words, lexicon).into_iter().find(|name| name.bare < name.words.end);
    name.map_or(speaker, |name| words[name.bare].span.join(words[name.words.end - 1].span).of(speaker))
}

/// From this many words on a quotation identifies its speech by itself.
const TELLING: usize = 7;
/// Below this a passage tells of something else than the draft's sentence.
const SAME_TOPIC: f64 = 0.5;

/// The words are a whole sentence of the source: no chance phrase.
fn is_whole(place: &Place) -> bool {
    place.origin().is_some_and(|(candidate, _)| candidate.reading.words.len() == place.to - place.from && place.to - place.from >= 4)
}

fn tells_same(case: &Case<'_>, quote: &QuoteCase, place: &Place) -> bool {
    let evidence = &case.sentences[quote.sentence].support.evidence;
    place.origin().is_some_and(|(candidate, _)| evidence.iter().any(|one| one.candidate.id == candidate.id && one.topic >= SAME_TOPIC))
}

/// A passage that names the draft's speaker beside the words does not speak against them.
fn mentions(case: &Case<'_>, place: &Place, name: &str) -> bool {
    let Some((candidate, span)) = place.origin() else { return false };
    let outside = |own: &&names::Name| {
        !candidate.passage.quoted.iter().any(|quoted| quoted.span.overlaps(candidate.reading.words[own.words.start].span))
    };
    let beside = candidate.reading.names.iter().filter(outside).filter(|own| !candidate.reading.words[own.words.start].span.overlaps(span));
    candidate.passage.speaker.is_none()
        && beside
            .into_iter()
            .any(|own| case.same_person(name, candidate.reading.span(&(own.bare..own.words.end)).of(&candidate.passage.text)))
}

/// The passage near the words that names their speaker, where theirs does not.
fn attribution(place: &Place, speaker: &str) -> Option<Proof> {
    let names = |candidate: &Candidate| candidate.passage.speaker.is_some() || candidate.passage.text.contains(speaker);
    let (own, _) = place.origin()?;
    if names(own) {
        return None;
    }
    let near = place.window.passages.iter().filter(|other| other.position.abs_diff(own.position) <= ATTRIBUTED_WITHIN);
    let named = near.filter(|other| names(other)).min_by_key(|other| other.position.abs_diff(own.position))?;
    Some(Proof::of(named, 1.0))
}

/// A speaker is named within so many sentences of the words.
const ATTRIBUTED_WITHIN: u32 = 3;
