//! `conflicting-figure`: the same thing counted, with an incompatible value.

use crate::config::Level;
use crate::matching::evidence::Evidence;
use crate::matching::statements::company::is_denied_beside;
use crate::matching::statements::comparison::NEAREST;
use crate::matching::statements::difference::Kind;
use crate::matching::statements::names::name_comparison::is_same_sentence;
use crate::matching::values::crossing::{Crossing, crossed, keeps_its_place};
use crate::matching::values::date_comparison::{hold_on_other_days, tells_of_other_days};
use crate::matching::values::derived::{is_made, stands_beside, stands_within};
use crate::matching::values::pairing::Counterpart;
use crate::matching::values::times::OtherTime;
use crate::prose::Reading;
use crate::prose::figures::{Figure, Unit};
use crate::prose::values::Relation;
use crate::rules::case::scene::Scene;
use crate::rules::code::Code;
use crate::rules::finding::{Edit, Fix, Proof, Remark, cite, stop};
use crate::rules::rule::{Rule, Run};
use crate::rules::values::disagreement;
use crate::text::Span;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::ConflictingFigure,
    summary: "A source gives another value for the same thing.",
    docs: include_str!("../../../docs/rules/conflicting-figure.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Sentence(run),
};

fn run(scene: &Scene<'_>) -> Vec<Remark> {
    let figures = scene.reading.figures();
    let mut found: Vec<Remark> = figures
        .iter()
        .filter(|figure| figure.shares_magnitude && !scene.touches_quotation(&figure.words))
        .map(|figure| unclear(scene, figure))
        .collect();
    if scene.is_comparable() {
        let judged = figures.iter().enumerate().filter_map(|(n, figure)| {
            against(scene, n, figure)
                .or_else(|| Some(of_another_time(figure, &disagreement::of_another_time(scene, n)?)))
        });
        found.extend(judged);
        if !found.iter().any(|remark| remark.level == Level::Error) {
            let near = scene.support.evidence.iter().take(NEAREST);
            let mut near = near.filter(|one| !one.candidate.passage.heading);
            let places = near.find_map(|one| crossed(scene.reading, one).map(|crossing| (one, crossing)));
            found.extend(places.map(|(one, crossing)| changed_places(scene, one, crossing)));
        }
    }
    found
}

/// The source has the draft's figure of another time.
fn of_another_time(figure: &Figure, other: &OtherTime<'_>) -> Remark {
    let (now, then) = (&other.now, &other.then);
    let value = now.span().of(&now.candidate.passage.text);
    let there = then.span().of(&then.candidate.passage.text);
    let message = format!(
        "{} has {there} of another time, and {value} of this. Check which is meant.",
        cite(now.candidate)
    );
    Remark {
        evidence: vec![
            Proof::marking(now.candidate, now.evidence.score, now.span()),
            Proof::marking(then.candidate, then.evidence.score, then.span()),
        ],
        difference: Some(Kind::Time),
        ..RULE.remark(figure.span, message)
    }
}

/// What the sources have against a figure.
fn against(scene: &Scene<'_>, n: usize, figure: &Figure) -> Option<Remark> {
    let all = disagreement::counterparts::<Figure>(scene, n);
    let Some(other) = disagreement::verdict(&all) else {
        return misplaced(scene, n, figure);
    };
    if other.relation == Relation::Conflicts
        && !is_same_sentence(scene.reading, other.evidence)
        && is_given(scene, figure, other)
    {
        return misplaced(scene, n, figure);
    }
    // "Of 140 pieces twelve are new": the passage has the draft's number too, and not in exchange for another.
    let figures = scene.reading.figures();
    let is_exchanged = || figures.iter().any(|own| own.against(other.figure()) == Some(Relation::Agrees));
    let is_there = || stands_within(scene.side(), figure, other.evidence) && !is_exchanged();
    if other.relation == Relation::Conflicts
        && (keeps_its_place(scene.reading, n, other.evidence) || is_there())
    {
        return misplaced(scene, n, figure);
    }
    // "Three of the 41 counties": what the source has of the part is no conflict with the whole.
    let is_taken = || {
        let mut parts = figures.iter().filter(|part| is_part_of(scene, part, figure));
        parts.any(|part| part.against(other.figure()) == Some(Relation::Agrees))
            && !stands_within(scene.side(), figure, other.evidence)
    };
    if other.relation == Relation::Conflicts && !is_same_sentence(scene.reading, other.evidence) && is_taken()
    {
        return None;
    }
    let finding = judge(scene, figure, other)?;
    Some(scene.softened(&figure.words, finding))
}

/// "Three of the 41": whether a figure is told as part of another.
fn is_part_of(scene: &Scene<'_>, part: &Figure, whole: &Figure) -> bool {
    let partitives = scene.lexicon.language.degrees.partitives;
    let between = part.words.end..whole.words.start;
    between.len() <= BETWEEN_PART_AND_WHOLE
        && between.clone().any(|at| partitives.contains(&scene.reading.words[at].fold.as_str()))
}

/// "Three of the county's nearly 41".
const BETWEEN_PART_AND_WHOLE: usize = 4;

/// Whether the figure stands beside the passage that contradicts it, or figures of the same source make it.
fn is_given(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> bool {
    stands_beside(scene.side(), figure, other.evidence) || is_made_of(scene, figure, other)
}

/// Whether figures of the source that contradicts one make it after all.
fn is_made_of(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> bool {
    let source = &other.evidence.candidate.source.key;
    let mut own = scene.support.evidence.iter().filter(|one| one.candidate.source.key == *source);
    own.any(|one| is_made(scene.side(), figure, one))
}

fn judge(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Option<Remark> {
    // Only a contradiction is worth a word about a figure that somebody else is quoted with.
    if other.relation != Relation::Conflicts && scene.touches_quotation(&figure.words) {
        return None;
    }
    let sure = other.bond.is_sure();
    // "Must be at least 1.20 metres", "who is smaller than 1.20 metres may not": a denial turns a bound.
    let theirs = &other.evidence.candidate;
    let is_turned = || {
        is_denied_beside(scene.reading, &figure.words, scene.lexicon)
            != is_denied_beside(&theirs.reading, &other.figure().words, theirs.lexicon)
    };
    match other.relation {
        Relation::Conflicts if figure.low.to_bits() == other.figure().low.to_bits() && is_turned() => None,
        Relation::Conflicts => Some(report(scene, figure, other)),
        Relation::BoundLost => {
            Some(Remark { difference: Some(Kind::Bound), ..bound_lost(scene, figure, other) })
        }
        Relation::FalsePrecision => sure.then(|| too_precise(scene, figure, other)),
        // The same sum in another money was never converted.
        Relation::OtherCurrency if sure && figure.low == other.figure().low => {
            Some(report(scene, figure, other))
        }
        Relation::OtherCurrency => sure.then(|| converted(scene, figure, other)),
        Relation::Agrees => None,
    }
}

fn report(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Remark {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.figures()[other.at];
    let (mut printed, mut value) =
        (figure.span.of(&scene.reading.text), theirs.span.of(&candidate.passage.text));
    if printed == value {
        // Only the bounds or the rates differ.
        (printed, value) = (
            bounded(scene.reading, figure).of(&scene.reading.text),
            with_bound(other).of(&candidate.passage.text),
        );
    }
    // Of numbers in words nobody changes the digits.
    let digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let slip = figure
        .slip(theirs)
        .filter(|_| digits(printed) && digits(value))
        .map(|slip| format!(" ({slip})"))
        .unwrap_or_default();
    let fix = fix(figure, theirs, value);
    // Of another day another number may be true; tolls are of one event whatever the day.
    let elsewhere = tells_of_other_days(scene.reading, scene.date, candidate)
        && !is_same_sentence(scene.reading, other.evidence)
        && !scene.is_same_toll(candidate);
    let level = if elsewhere || hold_on_other_days(scene.reading, scene.date, candidate) {
        Level::Hint
    } else {
        RULE.level
    };
    let stop = if slip.is_empty() { stop(value) } else { "." };
    let message =
        format!("The draft has {printed}, {} has {value}{slip}{stop} Check which is right.", cite(candidate));
    Remark { level, fixes: fix, ..remark(figure, theirs, other, message) }
}

/// A figure that the source has of something else.
fn misplaced(scene: &Scene<'_>, n: usize, figure: &Figure) -> Option<Remark> {
    let (other, kind) = disagreement::misplaced::<Figure>(scene, n)?;
    let remark = Remark { difference: Some(kind), ..report(scene, figure, &other) };
    // That its own stands beside is what a rival tells.
    let is_explained = kind == Kind::MisplacedValue && stands_beside(scene.side(), figure, other.evidence);
    (!is_explained && !is_made_of(scene, figure, &other)).then_some(remark)
}

/// Two figures that have changed places.
fn changed_places(scene: &Scene<'_>, one: &Evidence, crossing: Crossing) -> Remark {
    let (candidate, figure) = (&one.candidate, &scene.reading.figures()[crossing.figure]);
    let theirs = &candidate.reading.figures()[crossing.theirs];
    let (printed, value) = (figure.span.of(&scene.reading.text), theirs.span.of(&candidate.passage.text));
    let with = scene.printed(&(crossing.with..crossing.with + 1));
    let message = format!(
        "The draft has {printed} with “{with}”, {} has {value} there: two figures have changed places. Check which is right.",
        cite(candidate)
    );
    let evidence = vec![Proof::marking(candidate, one.score, theirs.span)];
    Remark { evidence, difference: Some(Kind::Crossed), ..RULE.remark(figure.span, message) }
}

impl Counterpart<'_> {
    fn figure(&self) -> &Figure {
        &self.evidence.candidate.reading.figures()[self.at]
    }
}

fn remark(figure: &Figure, theirs: &Figure, other: &Counterpart<'_>, message: String) -> Remark {
    let evidence = vec![Proof::marking(&other.evidence.candidate, other.evidence.score, theirs.span)];
    Remark { evidence, ..RULE.remark(figure.span, message) }
}

fn too_precise(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Remark {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.figures()[other.at];
    let (printed, value) =
        (figure.span.of(&scene.reading.text), with_bound(other).of(&candidate.passage.text));
    let message = format!(
        "{printed} is more precise than {}, which has {value}{} Round it, or find where it comes from.",
        cite(candidate),
        stop(value)
    );
    Remark { level: Level::Info, ..remark(figure, theirs, other, message) }
}

fn converted(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Remark {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.figures()[other.at];
    let (printed, value) = (figure.span.of(&scene.reading.text), theirs.span.of(&candidate.passage.text));
    let message = format!(
        "{} gives the sum as {value}, not as {printed}. Check the conversion, and say its date.",
        cite(candidate)
    );
    Remark { level: Level::Hint, ..remark(figure, theirs, other, message) }
}

/// "Between $26 and $31 million": a reader may take the first for 26 dollars (N2).
fn unclear(scene: &Scene<'_>, figure: &Figure) -> Remark {
    let printed = figure.span.of(&scene.reading.text);
    let message =
        format!("“{printed}” can be read with the small number first. Write the magnitude with both.");
    Remark { level: Level::Hint, ..RULE.remark(figure.span, message) }
}

/// The source's figure with the words of its bound.
fn with_bound(other: &Counterpart<'_>) -> Span {
    let reading = &other.evidence.candidate.reading;
    bounded(reading, &reading.figures()[other.at])
}

/// A figure with the words of its bound and of its rate.
fn bounded(reading: &Reading, figure: &Figure) -> Span {
    let end = figure.per.map_or(figure.words.end, |(_, end)| end);
    reading.span(&(figure.words.start.saturating_sub(figure.bound_words)..end))
}

/// The source's value, where the two are printed in the same style and unit.
fn fix(figure: &Figure, theirs: &Figure, value: &str) -> Vec<Fix> {
    if figure.unit != theirs.unit
        || figure.bound != theirs.bound
        || figure.low == theirs.low
        || value.contains(char::is_control)
    {
        return Vec::new();
    }
    let text = value.to_owned();
    vec![Fix {
        title: format!("Use the source's figure: {value}"),
        edits: vec![Edit { span: figure.span, text }],
    }]
}

fn bound_lost(scene: &Scene<'_>, figure: &Figure, other: &Counterpart<'_>) -> Remark {
    let candidate = &other.evidence.candidate;
    let theirs = &candidate.reading.figures()[other.at];
    let (printed, marked) = (figure.span.of(&scene.reading.text), with_bound(other));
    let message = format!(
        "{} does not give {printed} as exact: “{}”. Keep the bound.",
        cite(candidate),
        marked.of(&candidate.passage.text)
    );
    // Of things counted, "at least" is the news; of sums and measures it rounds.
    let level = if figure.unit == Unit::Count { Level::Warning } else { Level::Info };
    let evidence = vec![Proof::marking(candidate, other.evidence.score, marked)];
    Remark { level, evidence, ..remark(figure, theirs, other, message) }
}
