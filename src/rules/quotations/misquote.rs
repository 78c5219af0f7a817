//! `misquote`: the words differ from the source's beyond what quoting allows.

use crate::config::{Level, Style};
use crate::matching::quotations::edits::{Edit, EditKind};
use crate::matching::quotations::fit::Place;
use crate::matching::quotations::reading;
use crate::rules::case::Case;
use crate::rules::case::quote_case::{Laid, QuoteCase};
use crate::rules::code::Code;
use crate::rules::finding::{Finding, Fix, Proof, cite};
use crate::rules::quotations::judgement::proofs;
use crate::rules::quotations::{judgement, restoration, thresholds};
use crate::rules::rule::{Rule, Run};
use crate::text::fold::printable;

pub(in crate::rules) const RULE: Rule = Rule {
    code: Code::Misquote,
    summary: "A quotation differs from its source beyond what quoting allows.",
    docs: include_str!("../../../docs/rules/misquote.md"),
    level: Level::Error,
    since: "0.1.0",
    run: Run::Draft(run),
};

fn run(case: &Case<'_>) -> Vec<Finding> {
    case.quotations
        .iter()
        .flat_map(|quote| altered(case, quote).into_iter().chain(idle_sic(case, quote)))
        .collect()
}

/// One difference with the fragment it stands in.
struct Difference<'a> {
    laid: &'a Laid,
    edit: &'a Edit,
    level: Level,
}

/// Severity of one difference (docs/conventions.md, 3.8): `written` for a source that was written and not
/// spoken.
fn level(edit: &Edit, style: Option<Style>, written: bool) -> Level {
    match (edit.kind, style) {
        (EditKind::Filler, Some(Style::Guardian)) | (EditKind::Parenthesis, Some(Style::Ap)) => Level::Off,
        (EditKind::Contraction, Some(Style::Ap | Style::Reuters)) => Level::Warning,
        (EditKind::NumberStyle, _) if written => Level::Warning,
        (EditKind::Filler | EditKind::Contraction | EditKind::Spelling | EditKind::NumberStyle, _) => {
            Level::Hint
        }
        (EditKind::Grammar, Some(Style::Guardian)) => Level::Hint,
        (
            EditKind::Grammar
            | EditKind::Function
            | EditKind::Mark
            | EditKind::Bracket
            | EditKind::Parenthesis,
            _,
        ) => Level::Warning,
        _ => Level::Error,
    }
}

/// Whether a difference is small enough to be only mentioned where the writer has marked a cut or a change:
/// the reader knows then that this is not the whole of it, and no word is another's.
fn is_minor(edit: &Edit) -> bool {
    match edit.kind {
        EditKind::Grammar | EditKind::Function | EditKind::Parenthesis => true,
        kind => edit.quoted.is_empty() && !kind.turns_sense() && kind != EditKind::Moved,
    }
}

fn altered(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let style = case.config.style;
    let of_fragment = |laid: &'_ Laid, edit: &Edit| {
        let level = level(edit, style, !laid.place.window.is_transcript(laid.place.from));
        if quote.is_marked() && is_minor(edit) { level.min(Level::Hint) } else { level }
    };
    let differences: Vec<Difference<'_>> = quote
        .outcome
        .laid()
        .iter()
        .flat_map(|laid| {
            laid.place.edits.iter().map(move |edit| Difference { laid, edit, level: of_fragment(laid, edit) })
        })
        .filter(|difference| difference.level > Level::Off)
        .collect();
    let gravest = differences.iter().max_by_key(|difference| (difference.level, difference.edit.kind))?;
    // Two numbers written otherwise are no graver than one.
    let several = differences
        .iter()
        .filter(|one| one.level >= Level::Warning && one.edit.kind != EditKind::NumberStyle)
        .count()
        > 1;
    let level = gravest.level.max(if several { Level::Error } else { Level::Off });
    let said: Vec<String> = differences.iter().filter_map(|one| describe(quote, one)).collect();
    let shown = said.iter().take(SHOWN).cloned().collect::<Vec<_>>().join("; ");
    let more = said.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!("; and {more} more") } else { String::new() };
    let effect = if differences.iter().any(|one| one.edit.kind.turns_sense()) {
        " This changes the sense."
    } else {
        ""
    };
    let (source, _) = gravest.laid.place.origin()?;
    let rival = rival(quote, gravest.laid);
    let also = rival.and_then(|place| {
        let (other, _) = place.origin()?;
        Some(format!(" As near is {}: “{}”.", cite(other), shortened(&place.text())))
    });
    Some(Finding {
        level,
        evidence: evidence(&differences, quote)
            .into_iter()
            .chain(rival.map(|place| proofs(place, 0.5)).unwrap_or_default())
            .collect(),
        fixes: fixes(case, quote, &differences),
        ..RULE.finding(
            case.parts_span(quote, differences.iter().map(|one| one.laid.part)),
            format!(
                "Not what {} has: {shown}{rest}.{effect}{} Restore the source's words, or mark the change.",
                cite(source),
                also.unwrap_or_default()
            ),
        )
    })
}

/// Another source's place that is as near, and has other words.
fn rival<'q>(quote: &'q QuoteCase, laid: &Laid) -> Option<&'q Place> {
    let (source, _) = laid.place.origin()?;
    let places = &quote.parts[laid.part].fragments[laid.fragment].nearest;
    places.iter().find(|place| {
        let elsewhere = place.origin().is_some_and(|(other, _)| other.source.path != source.source.path);
        elsewhere && place.cost <= laid.place.cost + thresholds::AS_NEAR && place.text() != laid.place.text()
    })
}

/// Differences listed in a message, and characters of a passage; the diff below it shows all.
const SHOWN: usize = 3;
const SHOWN_CHARS: usize = 90;

fn shortened(text: &str) -> String {
    let text = printable(text);
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

fn fixes(case: &Case<'_>, quote: &QuoteCase, differences: &[Difference<'_>]) -> Vec<Fix> {
    let restored: Vec<_> =
        differences.iter().filter_map(|one| restoration::restore(case, quote, one.laid, one.edit)).collect();
    let mut found = Vec::new();
    if restored.len() == differences.len()
        && restoration::is_faithful(differences.iter().map(|one| (one.laid, one.edit)))
    {
        found.push(Fix { title: restoration::title(&restored, &case.draft.text), edits: restored });
    }
    // Words left out may also be marked as left out.
    let loud: Vec<&Difference<'_>> = differences.iter().filter(|one| one.level >= Level::Warning).collect();
    let honest = |one: &&Difference<'_>| {
        one.edit.quoted.is_empty() && !one.edit.kind.turns_sense() && one.edit.kind != EditKind::Moved
    };
    if !loud.is_empty() && loud.iter().all(honest) {
        let edits: Vec<_> =
            loud.iter().filter_map(|one| restoration::ellipsis(case, quote, one.laid, one.edit)).collect();
        if edits.len() == loud.len() {
            found.push(Fix { title: "Mark what is left out with an ellipsis".to_owned(), edits });
        }
    }
    found
}

/// The passages of each fragment that differs, once.
fn evidence(differences: &[Difference<'_>], quote: &QuoteCase) -> Vec<Proof> {
    let mut shown: Vec<(usize, usize)> = Vec::new();
    let fragments = differences.iter().map(|one| one.laid).filter(|laid| {
        let number = (laid.part, laid.fragment);
        let new = !shown.contains(&number);
        shown.push(number);
        new
    });
    fragments
        .flat_map(|laid| judgement::differing(&laid.place, laid.place.kept(laid.tokens(quote))))
        .collect()
}

/// What a difference is, in a few words; `None` for the half of a move that the other half tells.
fn describe(quote: &QuoteCase, one: &Difference<'_>) -> Option<String> {
    let Difference { laid, edit, .. } = one;
    let ours = reading::span(laid.tokens(quote), &edit.quoted);
    let ours = ours.map(|span| printable(span.of(&quote.parts[laid.part].text))).unwrap_or_default();
    let theirs = printable(&laid.place.window.text(edit.source.start, edit.source.end));
    match edit.kind {
        EditKind::Mark => {
            let asks = laid.place.window.mark_after(edit.source.start) == Some('?');
            let ours = laid.tokens(quote)[edit.quoted.start].ends;
            return Some(match (asks, ours) {
                (true, _) => format!("“{theirs}” ends a question"),
                (false, Some('?')) => format!("“{theirs}” ends no question"),
                (false, _) => format!("no exclamation mark stands after “{theirs}”"),
            });
        }
        EditKind::Parenthesis => {
            return Some(format!("“({ours})” is not the speaker's: put it in square brackets"));
        }
        EditKind::Bracket if theirs.is_empty() => {
            return Some(format!("the bracket “{ours}” turns what it says"));
        }
        EditKind::Bracket => return Some(format!("“{theirs}” is behind the bracket “{ours}”")),
        EditKind::Moved if edit.quoted.is_empty() => return None,
        EditKind::Moved => return Some(format!("“{ours}” stands in another place")),
        _ => {}
    }
    let kind = kind_of(edit.kind).map(|kind| format!(" ({kind})")).unwrap_or_default();
    Some(match (edit.quoted.is_empty(), edit.source.is_empty()) {
        (true, _) => format!("“{theirs}” is left out{kind}"),
        (_, true) => format!("“{ours}” is not in it{kind}"),
        _ => format!("“{theirs}”, not “{ours}”{kind}"),
    })
}

/// The name of a kind, where it says more than the words do.
fn kind_of(kind: EditKind) -> Option<&'static str> {
    Some(match kind {
        EditKind::Filler => "a filler",
        EditKind::Contraction => "a contraction",
        EditKind::Spelling => "a spelling",
        EditKind::NumberStyle => "a number written otherwise",
        EditKind::Grammar => "grammar",
        EditKind::Opposite => "the opposite",
        EditKind::Quantifier => "a quantity",
        EditKind::Modal => "a modal verb",
        EditKind::Date => "a date",
        EditKind::Number => "a number",
        EditKind::Name => "a name",
        EditKind::Negation => "a negation",
        EditKind::Function
        | EditKind::Content
        | EditKind::Moved
        | EditKind::Mark
        | EditKind::Bracket
        | EditKind::Parenthesis => {
            return None;
        }
    })
}

/// `[sic]` after a word that the sources spell as everybody does says that something is odd where nothing is
/// (E8).
fn idle_sic(case: &Case<'_>, quote: &QuoteCase) -> Option<Finding> {
    let laid = quote.outcome.laid().iter().filter(|laid| laid.place.edits.is_empty());
    let (laid, token) = laid
        .flat_map(|laid| laid.tokens(quote).iter().map(move |token| (laid, token)))
        .find(|(_, token)| {
            token.sic
                && !token.word.capital
                && !token.word.stop
                && case.snapshot.frequency(&token.word.stem) >= USUAL
        })?;
    let (source, _) = laid.place.origin()?;
    let span = case.part_span(quote, laid.part, token.word.span);
    Some(Finding {
        level: Level::Hint,
        evidence: proofs(&laid.place, 1.0),
        ..RULE.finding(
            span,
            format!(
                "“{}” is spelled as usual, here and in {}: the [sic] points at nothing. Remove it.",
                span.of(&case.draft.text),
                cite(source)
            ),
        )
    })
}

/// A misspelling is not repeated in so many passages.
const USUAL: u64 = 3;
