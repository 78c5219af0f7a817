//! `conflicting-date`: the same event on an incompatible date or at an incompatible time.

use crate::config::Level;
use crate::matching::statements::names::name_comparison::is_same_sentence;
use crate::matching::values::pairing::{Counterpart, Value as _, counterpart};
use crate::prose::dates::Date;
use crate::prose::figures::Figure;
use crate::prose::values::Relation;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Fix, Proof, Remark, cite, stop};
use crate::rules::rule::{Rule, Run};
use crate::rules::values::disagreement;
use jiff::civil;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::ConflictingDate,
    summary: "A source gives another date or time for the same event.",
    docs: include_str!("../../../docs/rules/conflicting-date.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    let dates = scene.reading.dates();
    let mut found: Vec<Remark> = dates
        .iter()
        .filter(|date| date.ambiguous && !scene.touches_quotation(&date.words))
        .map(|date| unclear(scene, date))
        .collect();
    if scene.is_comparable() {
        let judged = dates.iter().enumerate().filter_map(|(n, date)| {
            let all = disagreement::counterparts::<Date>(scene, n);
            let conflict = disagreement::verdict(&all).filter(|other| other.relation == Relation::Conflicts);
            // A day that cannot be is none of another date's.
            let holds = |other: &Counterpart<'_>| {
                let theirs = &other.evidence.candidate;
                let value = theirs.reading.dates()[other.at].span.of(&theirs.passage.text);
                date.span.of(&scene.reading.text).contains(value)
            };
            let misplaced = match conflict {
                None => disagreement::misplaced::<Date>(scene, n).filter(|(other, _)| !holds(other)),
                Some(_) => None,
            };
            let conflict = conflict.or(misplaced.as_ref().map(|(other, _)| other))?;
            // "Tonight" is the speaker's, whatever the day of the draft.
            let spoken = !date.is_absolute() && scene.touches_quotation(&date.words);
            if spoken || is_other_event(scene, conflict) {
                return None;
            }
            let finding = if is_zone_shift(scene, date, conflict) {
                shifted(scene, date, conflict)
            } else {
                report(scene, date, conflict)
            };
            let difference = misplaced.as_ref().map(|(_, kind)| *kind);
            Some(scene.softened(&date.words, Remark { difference, ..finding }))
        });
        found.extend(judged);
    }
    found
}

/// Another number beside another day: two events.
fn is_other_event(scene: &Scene<'_>, conflict: &Counterpart<'_>) -> bool {
    let figures = 0..scene.reading.figures().len();
    let mut held = figures.filter_map(|n| counterpart::<Figure>(scene.side(), n, conflict.evidence));
    !is_same_sentence(scene.reading, conflict.evidence) && held.any(|one| one.relation == Relation::Conflicts)
}

/// One day apart, with other hours on both sides: perhaps one moment by two clocks (T5).
fn is_zone_shift(scene: &Scene<'_>, date: &Date, other: &Counterpart<'_>) -> bool {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.dates()[other.at];
    let apart = date
        .resolve(scene.date)
        .zip(theirs.resolve(candidate.source.date()))
        .map(|(a, b)| (a - b).get_days().abs());
    let hour = |dates: &[Date]| dates.iter().find_map(|date| date.time);
    let hours = hour(scene.reading.dates()).zip(hour(candidate.reading.dates()));
    apart == Some(1) && hours.is_some_and(|(a, b)| a != b)
}

fn shifted(scene: &Scene<'_>, date: &Date, other: &Counterpart<'_>) -> Remark {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.dates()[other.at];
    let (printed, value) = (date.span.of(&scene.reading.text), theirs.span.of(&candidate.passage.text));
    let message = format!(
        "{printed} here and {value} in {} may be one moment by two clocks. Name the time zone.",
        cite(candidate)
    );
    let evidence = vec![Proof::marking(candidate, other.evidence.score, theirs.span)];
    Remark { level: Level::Hint, evidence, ..RULE.remark(date.span, message) }
}

/// "3/4/24" (T1).
fn unclear(scene: &Scene<'_>, date: &Date) -> Remark {
    let message = format!(
        "“{}” is another day in Britain than in America. Write the month.",
        date.span.of(&scene.reading.text)
    );
    Remark { level: Level::Hint, ..RULE.remark(date.span, message) }
}

/// "Yesterday", copied from a source of another day (T3).
fn stale(scene: &Scene<'_>, date: &Date, other: &Counterpart<'_>, day: civil::Date) -> Remark {
    let candidate = &other.evidence.candidate;
    let printed = date.span.of(&scene.reading.text);
    let message = format!(
        "“{printed}” is the word of {}, and means {} there. Write the day.",
        cite(candidate),
        day.strftime("%-d %B %Y")
    );
    let span = candidate.reading.dates()[other.at].span;
    let evidence = vec![Proof::marking(candidate, other.evidence.score, span)];
    Remark { level: Level::Warning, evidence, ..RULE.remark(date.span, message) }
}

fn report(scene: &Scene<'_>, date: &Date, other: &Counterpart<'_>) -> Remark {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.dates()[other.at];
    let (printed, value) = (date.span.of(&scene.reading.text), theirs.span.of(&candidate.passage.text));
    if date.shift.is_some()
        && date.shift == theirs.shift
        && let Some(day) = theirs.resolve(candidate.source.date())
    {
        return stale(scene, date, other, day);
    }
    let span = date.span;
    let like = date.day.is_some() == theirs.day.is_some()
        && date.weekday.is_some() == theirs.weekday.is_some()
        && date.year.is_some() == theirs.year.is_some();
    let fix = Fix {
        title: format!("Use the source's date: {value}"),
        edits: vec![Edit { span, text: value.to_owned() }],
    };
    Remark {
        evidence: vec![Proof::marking(candidate, other.evidence.score, theirs.span)],
        fixes: if like && !value.contains(char::is_control) { vec![fix] } else { Vec::new() },
        ..RULE.remark(
            span,
            format!(
                "The draft has {printed}, {} has {value}{} Check which is right.",
                cite(candidate),
                stop(value)
            ),
        )
    }
}
