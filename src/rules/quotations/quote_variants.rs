//! `quote-variants`: other sources word or translate the same quotation differently, or have it from somebody
//! else.

use crate::config::Level;
use crate::language::Class;
use crate::matching::Candidate;
use crate::matching::quotations::edits::EditKind;
use crate::matching::quotations::fit::Place;
use crate::prose::figures::Figure;
use crate::rules::case::Case;
use crate::rules::case::quote_case::{Laid, Outcome, QuoteCase};
use crate::rules::code::Code;
use crate::rules::finding::{Finding, Proof, cite};
use crate::rules::quotations::judgement::{differing, proofs};
use crate::rules::rule::{Rule, Run};
use crate::text::Span;
use crate::text::fold::printable;
use std::sync::Arc;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::QuoteVariants,
    summary: "Other sources word or translate the same quotation differently.",
    docs: include_str!("../../../docs/rules/quote-variants.md"),
    level: Level::Hint,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let report = |quote: &QuoteCase| match &quote.outcome {
        Outcome::Found(laid) => variants(case, quote, laid).or_else(|| second_hand(case, quote, laid)),
        Outcome::Nothing => translated(case, quote),
        _ => None,
    };
    case.quotations.iter().filter_map(report).collect()
}

fn finding(
    case: &Case<'_>,
    quote: &QuoteCase,
    level: Level,
    message: String,
    evidence: Vec<Proof>,
) -> Finding {
    Finding { level, evidence, ..RULE.finding(case.quote_span(quote), message) }
}

/// Two reports of one statement with other words: translations, mostly (E23).
fn variants(case: &Case<'_>, quote: &QuoteCase, laid: &[Laid]) -> Option<Finding> {
    let [one] = laid else { return None };
    if one.place.gravest() >= Some(EditKind::Function) {
        return None;
    }
    let speaker = one.place.speaker()?;
    let (source, _) = one.place.origin()?;
    let fragment = &quote.parts[one.part].fragments[one.fragment];
    let same = |place: &&Place| {
        let differs = place.edits.iter().any(|edit| edit.kind >= EditKind::Function);
        let other = place
            .origin()
            .is_some_and(|(other, _)| other.source.path != source.source.path && is_same_time(source, other));
        differs && other && place.speaker().is_some_and(|other| case.same_person(speaker, other))
    };
    let others: Vec<&Place> = fragment.otherwise().filter(same).take(SHOWN).collect();
    let first = others.first()?;
    let (other, _) = first.origin()?;
    let more = if others.len() > 1 { format!(" (and {} more)", others.len() - 1) } else { String::new() };
    let message = format!(
        "{} words this otherwise than {}: “{}”{more}. Say whose wording you quote.",
        cite(other),
        cite(source),
        printable(&first.text())
    );
    let evidence = proofs(&one.place, 1.0)
        .into_iter()
        .chain(others.iter().flat_map(|place| differing(place, 0.5)))
        .collect();
    Some(finding(case, quote, RULE.level, message, evidence))
}

/// Other wordings shown.
const SHOWN: usize = 4;

/// Reports within a month of each other are of one occasion; without a date that cannot be told.
fn is_same_time(a: &Candidate, b: &Candidate) -> bool {
    let day = |candidate: &Candidate| {
        candidate
            .source
            .published
            .as_deref()
            .and_then(|date| date.get(..10)?.parse::<jiff::civil::Date>().ok())
    };
    match (day(a), day(b)) {
        (Some(a), Some(b)) => (a - b).get_days().abs() <= OCCASION,
        _ => true,
    }
}

const OCCASION: i32 = 31;

/// The source itself has the words from another outlet (E22).
fn second_hand(case: &Case<'_>, quote: &QuoteCase, laid: &[Laid]) -> Option<Finding> {
    let (candidate, span) = laid.first()?.place.origin()?;
    if candidate.passage.speaker.is_some() || !candidate.passage.is_speech(span) {
        return None;
    }
    let outlet = outlet(candidate)?;
    let own = |name: &str| case.same_person(name, outlet);
    let meta = &candidate.source;
    let told = &case.draft.readings[quote.sentence].text;
    if own(meta.name())
        || meta.title.as_deref().is_some_and(own)
        || outlet.split(' ').any(|word| word.chars().count() > 2 && told.contains(word))
    {
        return None;
    }
    let outlet = printable(outlet);
    let message =
        format!("{} has these words from {outlet}. Say so, or quote {outlet} itself.", cite(candidate));
    Some(finding(case, quote, RULE.level, message, proofs(&laid.first()?.place, 1.0)))
}

/// The paper, agency or station that a passage names as the one who was told: "told Reuters", "in an
/// interview with the BBC".
fn outlet(candidate: &Candidate) -> Option<&str> {
    let (reading, lexicon) = (&candidate.reading, candidate.lexicon);
    let outside = |span: Span| !candidate.passage.quotes(span);
    reading.names().iter().find_map(|name| {
        let words = &reading.words[name.words.clone()];
        let media = words.iter().any(|word| lexicon.is(&word.fold, Class::Outlet));
        let before = name.words.start.checked_sub(1).map(|at| &reading.words[at])?;
        // "told Reuters", "told the Herald", "with the BBC".
        let verb = if lexicon.is(&before.fold, Class::Opener) {
            reading.words.get(name.words.start.checked_sub(2)?)?
        } else {
            before
        };
        let told = lexicon.is(&verb.fold, Class::Told);
        let span = reading.span(&name.words);
        (media && told && outside(span)).then(|| span.of(&candidate.passage.text))
    })
}

/// No source of the draft's language has the words, and one in another language quotes the same person (E23).
fn translated(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let original = case.original(quote)?;
    let reading = &case.draft.readings[quote.sentence];
    let quoted = case.draft.quoted_spans(quote.sentence);
    let inside = |figure: &&Figure| quoted.iter().any(|span| span.covers(figure.span));
    let carried = |figure: &Figure| {
        original.reading.figures().iter().any(|other| other.low == figure.low && other.high == figure.high)
    };
    let lost = reading.figures().iter().filter(inside).find(|figure| !carried(figure));
    let number =
        lost.map(|figure| format!(" It has no {}.", figure.span.of(&reading.text))).unwrap_or_default();
    let message = format!(
        "A translation, as it seems: {} quotes {} in another language.{number} Check it by hand.",
        cite(original),
        case.named_speaker(quote).unwrap_or("them")
    );
    let level = if lost.is_some() { Level::Warning } else { RULE.level };
    Some(finding(case, quote, level, message, vec![Proof::of(original, 0.5)]))
}

impl Case<'_> {
    /// The passage in another language that quotes the same person in what the sentence is about, if no
    /// source of the draft's own language has the words.
    pub(super) fn original<'c>(&'c self, quote: &'c QuoteCase) -> Option<&'c Arc<Candidate>> {
        let named = self.named_speaker(quote).filter(|_| matches!(quote.outcome, Outcome::Nothing))?;
        let places =
            quote.parts.iter().flat_map(|part| &part.fragments).flat_map(|fragment| &fragment.nearest);
        let near = places.flat_map(|place| &place.window.passages);
        let evidence = self.sentences[quote.sentence].support.evidence.iter().map(|one| &one.candidate);
        let own = self.draft.lexicon.language.code;
        evidence.chain(near).find(|candidate| {
            let passage = &candidate.passage;
            let speakers = passage
                .quoted
                .iter()
                .filter_map(|quoted| quoted.speaker.as_deref())
                .chain(passage.speaker.as_deref());
            candidate.lexicon.language.code != own
                && speakers.into_iter().any(|speaker| self.same_person(named, speaker))
        })
    }
}
