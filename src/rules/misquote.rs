//! `misquote`: the words differ from the source's beyond what quoting allows.

use super::case::QuoteCase;
use super::finding::cite;
use super::quoted::{Altered, Outcome, proofs};
use super::{Case, Edit, Finding, Fix, Rule, Run};
use crate::config::Level;
use crate::matching::edits::{self, EditKind};
use crate::text::Span;
use crate::text::fold::printable;

pub(super) const RULE: Rule = Rule {
    name: "misquote",
    summary: "A quotation differs from its source beyond what quoting allows.",
    docs: include_str!("../../docs/rules/misquote.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    let altered = case.quotations.iter().filter_map(|quote| match case.outcome(quote) {
        Outcome::Altered(altered) => Some((quote, altered)),
        _ => None,
    });
    altered.map(|(quote, altered)| report(case, quote, &altered)).collect()
}

/// Severity of one difference (rules.md 3.8).
fn level(kind: EditKind) -> Level {
    match kind {
        EditKind::Filler | EditKind::Contraction | EditKind::Spelling | EditKind::NumberStyle => Level::Hint,
        EditKind::Function => Level::Warning,
        EditKind::Content | EditKind::Sense => Level::Error,
    }
}

fn report(case: &Case<'_>, quote: &QuoteCase, altered: &[Altered<'_>]) -> Finding {
    let kinds = altered.iter().flat_map(|one| one.place.edits.iter().map(|edit| edit.kind));
    let gravest = kinds.max().unwrap_or(EditKind::Content);
    let several =
        altered.iter().map(|one| one.place.edits.iter().filter(|edit| edit.kind >= EditKind::Function).count()).sum::<usize>() > 1;
    let level = level(gravest).max(if several { Level::Error } else { Level::Off });
    let source = altered.first().and_then(|one| one.place.origin()).map(|(candidate, _)| cite(candidate)).unwrap_or_default();
    let differences: Vec<String> =
        altered.iter().flat_map(|one| one.place.edits.iter().map(move |edit| describe(case, quote, one, edit))).collect();
    let shown = differences.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("; ");
    let more = differences.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
    let effect = if gravest == EditKind::Sense { " This changes the sense." } else { "" };
    let edits: Vec<Edit> =
        altered.iter().flat_map(|one| one.place.edits.iter().filter_map(move |edit| restore(case, quote, one, edit))).collect();
    let whole = altered.iter().map(|one| one.place.edits.len()).sum::<usize>() == edits.len();
    Finding {
        rule: RULE.name,
        level,
        span: case.quote_span(quote),
        message: format!("Not what {source} has: {shown}{rest}.{effect} Restore the source's words, or mark the change."),
        evidence: altered.iter().flat_map(evidence).collect(),
        fixes: if whole && !edits.is_empty() { vec![Fix { title: title(&edits, &case.draft.text), edits }] } else { Vec::new() },
    }
}

/// One short edit is named as it reads: “rest” to “stop”.
fn title(edits: &[Edit], text: &str) -> String {
    let one = match edits {
        [edit] if !edit.span.is_empty() && !edit.text.is_empty() => {
            format!(" (“{}” to “{}”)", printable(edit.span.of(text)).trim(), printable(&edit.text))
        }
        _ => String::new(),
    };
    format!("Restore the source's words{one}")
}

/// The passages, with the words marked that the draft changed or left out; all the words where it only added some.
fn evidence(one: &Altered<'_>) -> Vec<super::Proof> {
    let mut found = proofs(one.place, one.place.kept(one.fragment));
    let differing: Vec<_> = one.place.edits.iter().flat_map(|edit| edit.source.clone()).map(|at| one.place.window.place(at)).collect();
    for proof in &mut found {
        let here: Vec<Span> = differing.iter().filter(|(candidate, _)| candidate.id == proof.candidate.id).map(|(_, span)| *span).collect();
        if !here.is_empty() {
            proof.marked = here;
        }
    }
    found
}

/// Differences listed in a message; the diff below it shows all.
const SHOWN: usize = 3;

fn describe(case: &Case<'_>, quote: &QuoteCase, one: &Altered<'_>, edit: &edits::Edit) -> String {
    let ours = edited_span(case, quote, one, edit).map(|span| printable(span.of(&case.draft.text))).unwrap_or_default();
    let theirs = printable(&one.place.window.text(edit.source.start, edit.source.end));
    match (edit.quoted.is_empty(), edit.source.is_empty()) {
        (true, _) => format!("“{theirs}” is left out"),
        (_, true) => format!("“{ours}” is not in it"),
        _ => format!("“{theirs}”, not “{ours}”"),
    }
}

/// Bytes of the draft that a difference covers; `None` where the draft has nothing there.
fn edited_span(case: &Case<'_>, quote: &QuoteCase, one: &Altered<'_>, edit: &edits::Edit) -> Option<Span> {
    let words = one.fragment.get(edit.quoted.clone()).filter(|words| !words.is_empty())?;
    let span = words.first()?.word.span.join(words.last()?.word.span);
    Some(case.part_span(quote, one.part, span))
}

/// The edit that puts the source's words back, markup around them left as it is.
fn restore(case: &Case<'_>, quote: &QuoteCase, one: &Altered<'_>, edit: &edits::Edit) -> Option<Edit> {
    let text = one.place.window.text(edit.source.start, edit.source.end);
    if text.contains(char::is_control) {
        return None;
    }
    match (edited_span(case, quote, one, edit), text.is_empty()) {
        (Some(span), false) => Some(Edit { span, text }),
        (Some(span), true) => {
            // The word goes with the space before it.
            let before = case.draft.text[..span.start as usize]
                .chars()
                .next_back()
                .filter(|c| *c == ' ')
                .map_or(0, |c| Span::new(0, c.len_utf8()).end);
            Some(Edit { span: Span { start: span.start - before, end: span.end }, text })
        }
        (None, _) => {
            let next = one.fragment.get(edit.quoted.start).or_else(|| one.fragment.last())?;
            let last = edit.quoted.start >= one.fragment.len();
            let at = if last { next.word.span.end } else { next.word.span.start };
            let place = case.part_span(
                quote,
                one.part,
                if last { Span { start: next.word.span.start, end: at } } else { Span { start: at, end: next.word.span.end } },
            );
            let at = if last { place.end } else { place.start };
            Some(Edit { span: Span { start: at, end: at }, text: if last { format!(" {text}") } else { format!("{text} ") } })
        }
    }
}
