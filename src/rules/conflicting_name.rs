//! `conflicting-name`: a name, title or place differs from the source's in an otherwise matching sentence.

use super::finding::{cite, stop};
use super::quoted::Outcome;
use super::{Case, Edit, Finding, Fix, Proof, Rule};
use crate::config::Level;
use crate::matching::alignment::same;
use crate::matching::evidence::{Evidence, same_language};
use crate::matching::names::{OtherName, displaced_names, other_given_names, other_names};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    name: "conflicting-name",
    summary: "A source names another person, place or office here.",
    docs: include_str!("../../docs/rules/conflicting-name.md"),
    level: Level::Warning,
    since: "0.1.0",
    run,
};

/// Two sentences with another name in one must be nearly alike otherwise: alike sentences about different people abound.
const ALIKE: f64 = 0.5;
const CLOSE: f64 = 0.5;
/// From here on two sentences tell the same in whatever order, and a name may be looked for beside the same word.
const SAME_STORY: f64 = 0.65;

fn run(case: &Case<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    // Where every noun is capitalised, nothing shows which word is a name.
    if case.draft.lexicon.language.capital_nouns {
        return found;
    }
    for (n, assessment) in case.comparable() {
        let reading = &case.draft.readings[n];
        let mut given = other_given_names(reading, &assessment.support.evidence).into_iter();
        if let Some((name, one)) =
            given.find(|(name, one)| !case.touches_quotation(n, &name.draft) && same_language(case.draft.lexicon, &one.candidate))
        {
            found.push(report(case, n, &name.draft, &name.source, one));
            continue;
        }
        let alike = assessment.support.evidence.iter().filter(|one| {
            one.topic >= ALIKE
                && (one.alignment.closeness() >= CLOSE || one.topic >= SAME_STORY)
                && same_language(case.draft.lexicon, &one.candidate)
                && !one.candidate.passage.heading
        });
        for one in alike {
            let mut names = other_names(reading, one, case.draft.lexicon);
            if one.topic >= SAME_STORY {
                names.extend(displaced_names(reading, one));
            }
            // A rank more or less counts only against the nearest passage: others may speak of another office.
            let nearest = assessment.support.evidence.first().is_some_and(|first| first.candidate.id == one.candidate.id);
            let counts = |name: &OtherName| nearest || !name.draft.is_empty() && !name.source.is_empty();
            let judged = |name: &OtherName| is_speaker_of_changed(case, n, &name.draft);
            let unsaid = names.into_iter().filter(counts).filter(|name| !judged(name)).find(|name| {
                !case.touches_quotation(n, &name.draft) && !is_borne_out(case, n, &name.draft, one, &assessment.support.evidence)
            });
            if let Some(name) = unsaid {
                found.push(report(case, n, &name.draft, &name.source, one));
                break;
            }
        }
    }
    found
}

/// Whether another passage about as near carries the draft's name, or the passage's own surroundings do.
fn is_borne_out(case: &Case<'_>, n: usize, words: &Range<usize>, against: &Evidence, all: &[Evidence]) -> bool {
    let reading = &case.draft.readings[n];
    let assessment = &case.sentences[n];
    if words.is_empty() {
        return false;
    }
    let carried =
        |one: &Evidence| words.clone().all(|at| one.candidate.reading.words.iter().any(|theirs| same(&reading.words[at], theirs)));
    let around = words.clone().all(|at| {
        assessment
            .support
            .terms
            .iter()
            .zip(&against.hits)
            .any(|(term, hit)| reading.words[term.word].stem == reading.words[at].stem && *hit > 0.0)
    });
    around || all.iter().any(|one| one.topic >= against.topic - NEARER && carried(one))
}

/// A passage this much farther from the sentence still bears a name out.
const NEARER: f64 = 0.25;

fn report(case: &Case<'_>, n: usize, draft: &Range<usize>, source: &Range<usize>, one: &Evidence) -> Finding {
    let candidate = &one.candidate;
    let marked = candidate.reading.span(source);
    let value = marked.of(&candidate.passage.text);
    if draft.is_empty() || source.is_empty() {
        return other_rank(case, n, draft, source, one);
    }
    let span = case.word_span(n, draft);
    let printed = span.of(&case.draft.text);
    let fixes = if value.contains(char::is_control) {
        Vec::new()
    } else {
        vec![Fix { title: format!("Use the source's name: {value}"), edits: vec![Edit { span, text: value.to_owned() }] }]
    };
    Finding {
        rule: RULE.name,
        level: RULE.level,
        span,
        message: format!("The draft has {printed}, {} has {value}{} Check the name.", cite(candidate), stop(value)),
        evidence: vec![Proof::marking(candidate, one.score, marked)],
        fixes,
    }
}

/// The speaker of a quotation that is not the source's: that quotation's own rules speak of it.
fn is_speaker_of_changed(case: &Case<'_>, n: usize, words: &Range<usize>) -> bool {
    let span = case.word_span(n, words);
    case.quotations.iter().any(|quote| {
        let place = case.quotation(quote).speaker.as_ref().and_then(|speaker| speaker.place);
        let speaks = place.is_some_and(|(block, at)| case.draft.blocks[block].text.to_file(at).overlaps(span));
        speaks && !matches!(case.outcome(quote), Outcome::Exact(_))
    })
}

/// "Deputy" or "former" on one side only: another office.
fn other_rank(case: &Case<'_>, n: usize, draft: &Range<usize>, source: &Range<usize>, one: &Evidence) -> Finding {
    let candidate = &one.candidate;
    let marked = candidate.reading.span(source);
    let (span, message) = if draft.is_empty() {
        (
            case.draft.sentences[n].file,
            format!("{} has “{}” before this office. Keep it.", cite(candidate), marked.of(&candidate.passage.text)),
        )
    } else {
        let span = case.word_span(n, draft);
        (span, format!("{} has no “{}” before this office. Check the title.", cite(candidate), span.of(&case.draft.text)))
    };
    let evidence = if source.is_empty() { Proof::of(candidate, one.score) } else { Proof::marking(candidate, one.score, marked) };
    Finding { rule: RULE.name, level: RULE.level, span, message, evidence: vec![evidence], fixes: Vec::new() }
}
