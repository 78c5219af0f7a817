//! `inconsistent-figures`: the draft contradicts its own arithmetic, or gives one fact two values.

use crate::config::Level;
use crate::language::Bound;
use crate::matching::values::pairing::{Side, counterpart, told_of_one_thing};
use crate::prose::figures::{ABOUT, Figure, Unit};
use crate::prose::values::Relation;
use crate::prose::{Kind, Reading};
use crate::rules::case::Case;
use crate::rules::code::Code;
use crate::rules::finding::Finding;
use crate::rules::rule::{Rule, Run};
use crate::rules::values::arithmetic;
use crate::text::Span;
use rustc_hash::FxHashMap;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::InconsistentFigures,
    summary: "The draft contradicts its own arithmetic.",
    docs: include_str!("../../../docs/rules/inconsistent-figures.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let draft = case.draft;
    let mut found: Vec<Finding> = Vec::new();
    for (n, reading) in draft.readings.iter().enumerate().filter(|(n, _)| is_prose(case, *n)) {
        let quoted = draft.quoted_spans(n);
        let slips = arithmetic::slips(reading, draft.date, draft.lexicon)
            .into_iter()
            .filter(|slip| !quoted.iter().any(|span| span.overlaps(slip.span)));
        found.extend(slips.map(|slip| report(draft.file_span(n, slip.span), slip.message)));
        found.extend(bullets(case, n));
    }
    found.extend(told_twice(case));
    found
}

fn report(span: Span, message: String) -> Finding {
    RULE.finding(span, message)
}

fn is_prose(case: &Case<'_>, n: usize) -> bool {
    matches!(case.draft.kind(n), Kind::Paragraph | Kind::Item)
}

/// "The plan has three parts:" before a list of four.
fn bullets(case: &Case<'_>, n: usize) -> Option<Finding> {
    let (draft, reading) = (case.draft, &case.draft.readings[n]);
    let block = draft.sentences[n].block;
    let last = draft.sentences.get(n + 1).is_none_or(|next| next.block != block);
    if !last || !reading.text.trim_end().ends_with(':') {
        return None;
    }
    let items = draft.blocks[block + 1..].iter().take_while(|block| block.kind == Kind::Item).count();
    let figure = reading.figures().iter().rev().find(|figure| is_small_count(figure))?;
    let noun = reading.words.get(figure.noun?)?;
    // The count must be the last thing said before the colon.
    let leads = reading.words.last().is_some_and(|last| last.span == noun.span);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "2 to 20")]
    let told = figure.low as usize;
    (leads && items > 1 && items != told).then(|| {
        let printed = figure.span.of(&reading.text);
        report(
            draft.file_span(n, figure.span.join(noun.span)),
            format!("{printed} announced, {items} listed. Check the number, or the list."),
        )
    })
}

fn is_small_count(figure: &Figure) -> bool {
    figure.unit == Unit::Count
        && figure.bound == Bound::Exact
        && !figure.loose
        && (2.0..=20.0).contains(&figure.low)
}

/// One fact with two values, at its second place.
fn told_twice(case: &Case<'_>) -> Vec<Finding> {
    let draft = case.draft;
    // Only figures that count things of one name are laid side by side.
    let mut by_noun: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
    let mut found = Vec::new();
    // Lines of a table in disguise ("Net 12 vs 14") have no little words.
    let sentence = |reading: &Reading| {
        reading.figures().len() <= MOST_FIGURES
            && reading.words.iter().filter(|word| word.stop).take(2).count() == 2
    };
    for (n, reading) in
        draft.readings.iter().enumerate().filter(|(n, reading)| is_prose(case, *n) && sentence(reading))
    {
        for (at, figure) in reading.figures().iter().enumerate() {
            let Some(noun) = figure.noun.and_then(|noun| reading.words.get(noun)) else { continue };
            let quoted = draft.quoted_spans(n).iter().any(|span| span.overlaps(figure.span));
            if quoted || figure.unit == Unit::Label || figure.unit == Unit::Ordinal {
                continue;
            }
            let before = by_noun.entry(noun.stem.as_str()).or_default();
            let other = before.iter().rev().take(LOOKED_AT).find(|(m, earlier)| {
                let first = &draft.readings[*m];
                *m != n
                    && figure.against(&first.figures()[*earlier]) == Some(Relation::Conflicts)
                    && told_of_one_thing(reading, at, first, *earlier, draft.date, draft.lexicon)
            });
            found.extend(other.and_then(|first| contradiction(case, *first, (n, at))));
            before.push((n, at));
        }
    }
    found
}

/// Two values of one fact, each a sentence and the number of its figure. Where the sources settle which is
/// wrong, another rule reports that one, and this only adds where the draft itself says otherwise.
fn contradiction(case: &Case<'_>, first: (usize, usize), second: (usize, usize)) -> Option<Finding> {
    let draft = case.draft;
    let (stand, stand_too) = (standing(case, first), standing(case, second));
    let ((wrong, right), level) = match (stand, stand_too) {
        (Some(Relation::Agrees), Some(Relation::Agrees)) => return None,
        (Some(Relation::Conflicts), _) => ((first, second), Level::Info),
        (_, Some(Relation::Conflicts)) => ((second, first), Level::Info),
        _ => ((second, first), RULE.level),
    };
    let printed = |(n, at): (usize, usize)| {
        let reading = &draft.readings[n];
        reading.figures()[at].span.of(&reading.text)
    };
    let line = draft.lines.line(draft.sentences[right.0].file.start);
    let message =
        format!("{} here, {} in line {line}. Check which is right.", printed(wrong), printed(right));
    let span = draft.readings[wrong.0].figures()[wrong.1].span;
    Some(Finding { level, ..report(draft.file_span(wrong.0, span), message) })
}

/// What the nearest source that surely speaks of a figure says of it.
fn standing(case: &Case<'_>, (n, at): (usize, usize)) -> Option<Relation> {
    let support = &case.sentences[n].support;
    let side = Side {
        reading: &case.draft.readings[n],
        terms: &support.terms,
        day: case.draft.date,
        about: case.config.about.unwrap_or(ABOUT),
    };
    let spoken = support.evidence.iter().filter_map(|one| counterpart::<Figure>(side, at, one));
    let sure = spoken
        .filter(|one| one.bond.is_sure() && matches!(one.relation, Relation::Agrees | Relation::Conflicts));
    sure.max_by(|a, b| a.evidence.topic.total_cmp(&b.evidence.topic)).map(|one| one.relation)
}

const MOST_FIGURES: usize = 16;
/// Earlier mentions of a noun that a figure is held against: a draft with hundreds of them must not take
/// their square.
const LOOKED_AT: usize = 12;
