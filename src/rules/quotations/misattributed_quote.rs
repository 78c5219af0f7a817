//! `misattributed-quote`: the words are real, the source gives them to someone else.

use crate::config::Level;
use crate::language::{Class, Lexicon};
use crate::matching::Candidate;
use crate::matching::quotations::edits::EditKind;
use crate::matching::quotations::fit::Place;
use crate::prose::{names, words};
use crate::rules::case::Case;
use crate::rules::case::quote_case::QuoteCase;
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Finding, Fix, Proof, cite};
use crate::rules::quotations::judgement::proofs;
use crate::rules::quotations::thresholds;
use crate::rules::rule::{Rule, Run};
use crate::text::fold::printable;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::MisattributedQuote,
    summary: "The words are real; the source gives them to someone else.",
    docs: include_str!("../../../docs/rules/misattributed-quote.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    case.quotations
        .iter()
        .filter_map(|quote| report(case, quote).or_else(|| paraphrase(case, quote)))
        .collect()
}

fn report(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let named = case.named_speaker(quote)?;
    let laid = quote.outcome.laid();
    if laid.is_empty()
        || laid
            .iter()
            .any(|one| one.place.gravest().is_some_and(EditKind::turns_sense) || one.place.edits.len() > 2)
    {
        return None;
    }
    // The same words may stand in several places: one that bears the speaker out is enough.
    let places: Vec<&Place> = if quote.outcome.is_exact() {
        let fragments = quote.parts.iter().flat_map(|part| &part.fragments);
        fragments.flat_map(|fragment| fragment.exact.iter().chain(fragment.nearest.first())).collect()
    } else {
        laid.iter().map(|one| &one.place).collect()
    };
    let known: Vec<(&Place, &str)> = places
        .iter()
        .filter_map(|place| Some((*place, place.speaker().filter(|speaker| case.is_person(speaker))?)))
        .collect();
    let borne_out = known.iter().any(|(_, speaker)| case.same_person(named, speaker))
        || places.iter().any(|place| mentions(case, place, named));
    // A few words stand in many mouths: they count against a speaker only where the source tells of the same
    // thing.
    let known: Vec<(&Place, &str)> = known
        .into_iter()
        .filter(|(place, _)| {
            quote.words >= TELLING || is_whole(place) || case.tells_same(quote, place, thresholds::SAME_TOPIC)
        })
        .collect();
    let (place, speaker) = known.first().filter(|_| !borne_out)?;
    // A body speaks by its people.
    let is_body = |name: &str| {
        let words = names::key_words(name, case.draft.lexicon);
        words
            .last()
            .is_some_and(|word| case.draft.lexicon.voices().is_anybody(&case.draft.lexicon.stem(word)))
    };
    if is_body(named) != is_body(speaker) {
        return None;
    }
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
        evidence: proofs(place, 1.0).into_iter().chain(attribution(place, &speaker)).collect(),
        fixes: fix.into_iter().collect(),
        ..RULE.finding(
            position.map_or_else(
                || case.quote_span(quote),
                |(block, span)| case.draft.blocks[block].text.to_file(span),
            ),
            format!(
                "{} gives these words to {speaker}, not to {named}. Change the speaker.",
                cite(candidate)
            ),
        )
    })
}

/// The words are the reporter's own in every source: there is no mark around them, and nobody is said to have
/// spoken them (E21).
fn paraphrase(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let named = case.named_speaker(quote).filter(|_| quote.words >= SPOKEN && quote.outcome.is_exact())?;
    let fragments = quote.parts.iter().flat_map(|part| &part.fragments);
    let mut places =
        fragments.flat_map(|fragment| fragment.exact.iter().chain(fragment.nearest.first())).peekable();
    let first = *places.peek()?;
    let (candidate, _) = first.origin()?;
    if !places.all(|place| is_reporters(case, place, named)) {
        return None;
    }
    Some(Finding {
        level: Level::Warning,
        evidence: proofs(first, 1.0),
        ..RULE.finding(case.quote_span(quote),
            format!(
                "{} has these words as its own, without marks: they are not {named}'s. Paraphrase, or find what was said.",
                cite(candidate)
            ),
        )
    })
}

/// Whether an article tells a place in its own words: it quotes others beside it, or reports who said so; and
/// the one quoted neither wrote nor published it.
fn is_reporters(case: &Case<'_>, place: &Place, named: &str) -> bool {
    let Some((candidate, span)) = place.origin() else { return false };
    let (passage, source) = (&candidate.passage, &candidate.source);
    let article = place.window.passages.iter().any(|near| !near.passage.quoted.is_empty())
        || candidate
            .reading
            .words
            .iter()
            .any(|word| !word.span.overlaps(span) && candidate.lexicon.is(&word.fold, Class::Speech));
    let own = [Some(source.name()), source.author.as_deref(), source.title.as_deref()];
    let is_own = own.into_iter().flatten().any(|name| case.same_person(named, name));
    let transcript = place.window.passages.iter().any(|near| near.passage.speaker.is_some());
    // A reporter does not say "I": an interview or an essay does.
    let own_voice = (place.from..place.to)
        .any(|at| candidate.lexicon.is(&place.window.word(at).fold, Class::FirstPerson));
    article && !transcript && !own_voice && !is_own && !passage.heading && !passage.is_speech(span)
}

/// A few words may be called anybody's; from here on they are a statement.
const SPOKEN: usize = 5;

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

/// The words are all that is said in a sentence of the source: no chance phrase.
fn is_whole(place: &Place) -> bool {
    let Some((candidate, _)) = place.origin() else { return false };
    let (words, quoted) = (&candidate.reading.words, &candidate.passage.quoted);
    let spoken = words
        .iter()
        .filter(|word| quoted.is_empty() || quoted.iter().any(|quoted| quoted.span.overlaps(word.span)))
        .count();
    spoken == place.to - place.from && spoken >= WHOLE
}

/// "Yes, we do." is said by everybody.
const WHOLE: usize = 4;

/// A passage that names the draft's speaker beside the words does not speak against them.
fn mentions(case: &Case<'_>, place: &Place, name: &str) -> bool {
    let Some((candidate, span)) = place.origin() else { return false };
    let outside =
        |own: &&names::Name| !candidate.passage.quotes(candidate.reading.words[own.words.start].span);
    let beside = candidate
        .reading
        .names()
        .iter()
        .filter(outside)
        .filter(|own| !candidate.reading.words[own.words.start].span.overlaps(span));
    candidate.passage.speaker.is_none()
        && beside.into_iter().any(|own| {
            case.same_person(
                name,
                candidate.reading.span(&(own.bare..own.words.end)).of(&candidate.passage.text),
            )
        })
}

/// The passage near the words that names their speaker, where theirs does not.
fn attribution(place: &Place, speaker: &str) -> Option<Proof> {
    let names = |candidate: &Candidate| {
        candidate.passage.speaker.is_some() || candidate.passage.text.contains(speaker)
    };
    let (own, _) = place.origin()?;
    if names(own) {
        return None;
    }
    let near = place
        .window
        .passages
        .iter()
        .filter(|other| other.position.abs_diff(own.position) <= ATTRIBUTED_WITHIN);
    let named =
        near.filter(|other| names(other)).min_by_key(|other| other.position.abs_diff(own.position))?;
    Some(Proof::of(named, 1.0))
}

/// A speaker is named within so many sentences of the words.
const ATTRIBUTED_WITHIN: u32 = 3;
