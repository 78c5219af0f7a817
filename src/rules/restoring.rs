//! Fixes for a quotation: the source's words put back inside the draft's own marks, or the cut marked.

use super::case::QuoteCase;
use super::quoted::Laid;
use super::{Case, Edit};
use crate::matching::edits::{self, EditKind};
use crate::text::Span;
use crate::text::fold::printable;

/// Bytes of the draft that a difference covers; `None` where the draft has nothing there.
pub(super) fn edited_span(case: &Case<'_>, quote: &QuoteCase, laid: &Laid, edit: &edits::Edit) -> Option<Span> {
    let words = laid.tokens(quote).get(edit.quoted.clone()).filter(|words| !words.is_empty())?;
    let span = words.first()?.word.span.join(words.last()?.word.span);
    Some(case.part_span(quote, laid.part, span))
}

/// The edit that puts the source's words back; markup, brackets and ellipses around them are left as they are. `None` where
/// the writer must choose: behind a bracket, and for a mark that is not a word.
pub(super) fn restore(case: &Case<'_>, quote: &QuoteCase, laid: &Laid, edit: &edits::Edit) -> Option<Edit> {
    if matches!(edit.kind, EditKind::Bracket | EditKind::Mark) {
        return None;
    }
    if edit.kind == EditKind::Parenthesis {
        return square(case, quote, laid, edit);
    }
    let text = laid.place.window.text(edit.source.start, edit.source.end);
    if text.contains(char::is_control) {
        return None;
    }
    match (edited_span(case, quote, laid, edit), text.is_empty()) {
        (Some(span), false) => Some(Edit { span, text }),
        (Some(span), true) => {
            // The word goes with the space before it.
            let before = case.draft.text[..span.start as usize].ends_with(' ');
            Some(Edit { span: Span { start: span.start - u32::from(before), end: span.end }, text })
        }
        (None, _) => {
            let (at, last) = gap(case, quote, laid, edit)?;
            Some(Edit { span: Span { start: at, end: at }, text: spaced(&text, last) })
        }
    }
}

/// A word with its space: "not " before another, " not" behind the last, "n’" before its verb.
fn spaced(text: &str, last: bool) -> String {
    if last {
        format!(" {text}")
    } else if text.ends_with(['’', '\'', '$', '€', '£']) {
        text.to_owned()
    } else {
        format!("{text} ")
    }
}

/// Whether the source's words can be put back word by word: no sentence ends among them, nothing but a space or a comma stands
/// around them there, and none has moved. Otherwise its marks would be lost, and the writer must do it.
pub(super) fn is_faithful<'q>(mut differences: impl Iterator<Item = (&'q Laid, &'q edits::Edit)>) -> bool {
    differences.all(|(laid, edit)| {
        let window = &laid.place.window;
        let words = edit.source.clone();
        if edit.kind == EditKind::Moved {
            return false;
        }
        let mut inside = words.clone().take(words.len().saturating_sub(1));
        let plain = |at: usize| !window.ends_sentence(at) && window.mark_after(at).is_none() && !window.is_aside(at);
        inside.all(plain) && words.clone().all(|at| !window.is_aside(at))
    })
}

/// The edit that makes round brackets square ones.
fn square(case: &Case<'_>, quote: &QuoteCase, laid: &Laid, edit: &edits::Edit) -> Option<Edit> {
    let inner = edited_span(case, quote, laid, edit)?;
    let span = Span { start: inner.start.checked_sub(1)?, end: inner.end + 1 };
    let enclosed = span.of(&case.draft.text).strip_prefix('(')?.strip_suffix(')')?;
    Some(Edit { span, text: format!("[{enclosed}]") })
}

/// The edit that marks words left out with the kind of ellipsis the draft uses.
pub(super) fn ellipsis(case: &Case<'_>, quote: &QuoteCase, laid: &Laid, edit: &edits::Edit) -> Option<Edit> {
    let (at, last) = gap(case, quote, laid, edit)?;
    (!last && edit.quoted.start > 0).then(|| Edit { span: Span { start: at, end: at }, text: format!("{} ", sign(case)) })
}

/// `…` or `...`, as the draft has it.
pub(super) fn sign(case: &Case<'_>) -> &'static str {
    let text = &case.draft.text;
    if text.contains("...") && !text.contains('…') { "..." } else { "…" }
}

/// The byte of the draft where words are missing, and whether they are missing after the last word.
fn gap(case: &Case<'_>, quote: &QuoteCase, laid: &Laid, edit: &edits::Edit) -> Option<(u32, bool)> {
    let tokens = laid.tokens(quote);
    let next = tokens.get(edit.quoted.start).or_else(|| tokens.last())?;
    let place = case.part_span(quote, laid.part, next.word.span);
    let last = edit.quoted.start >= tokens.len();
    Some((if last { place.end } else { place.start }, last))
}

/// One short edit is named as it reads: “rest” to “stop”.
pub(super) fn title(edits: &[Edit], text: &str) -> String {
    let one = match edits {
        [edit] if !edit.span.is_empty() && !edit.text.is_empty() => {
            format!(" (“{}” to “{}”)", printable(edit.span.of(text)).trim(), printable(&edit.text))
        }
        _ => String::new(),
    };
    format!("Restore the source's words{one}")
}
