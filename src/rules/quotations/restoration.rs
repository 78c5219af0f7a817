//! Fixes for a quotation: the source's words put back inside the draft's own marks, or the cut marked.

use crate::matching::quotations::edits::EditKind;
use crate::matching::quotations::{edits, reading};
use crate::rules::case::Case;
use crate::rules::case::quote_case::{Laid, QuoteCase};
use crate::rules::finding::Edit;
use crate::text::Span;
use crate::text::fold::printable;

/// Bytes of the draft that a difference covers; `None` where the draft has nothing there.
fn edited_span(case: &Case<'_>, quote: &QuoteCase, laid: &Laid, edit: &edits::Edit) -> Option<Span> {
    Some(case.part_span(quote, laid.part, reading::span(laid.tokens(quote), &edit.quoted)?))
}

/// The edit that puts the source's words back; markup, brackets and ellipses around them are left as they
/// are. `None` where the writer must choose: behind a bracket, and for a mark that is not a word.
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
            // The word goes with the space before it, and with the comma where a stop follows.
            let (before, after) = case.draft.text.split_at(span.start as usize);
            let stops = after[span.len()..].starts_with(['.', ',', '!', '?', '”', '"', '»']);
            let kept = if stops {
                before.trim_end_matches([' ', ','])
            } else {
                before.strip_suffix(' ').unwrap_or(before)
            };
            Some(Edit { span: Span { start: Span::new(kept.len(), kept.len()).start, end: span.end }, text })
        }
        (None, _) => {
            if let Some(edit) = refill(case, quote, laid, edit) {
                return Some(edit);
            }
            let (at, last) = gap(case, quote, laid, edit)?;
            Some(Edit { span: Span { start: at, end: at }, text: spaced(&text, last) })
        }
    }
}

/// What is left out between two words, put back as the source has it between them, its marks included; `None`
/// where the draft has markup there, or the source somebody else's marks.
fn refill(case: &Case<'_>, quote: &QuoteCase, laid: &Laid, edit: &edits::Edit) -> Option<Edit> {
    let (tokens, window) = (laid.tokens(quote), &laid.place.window);
    let (before, next) = (tokens.get(edit.quoted.start.checked_sub(1)?)?, tokens.get(edit.quoted.start)?);
    let (first, last) = (edit.source.start.checked_sub(1)?, edit.source.end);
    let place = |word: Span| case.part_span(quote, laid.part, word);
    let span = Span { start: place(before.word.span).end, end: place(next.word.span).start };
    let plain = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | '—' | '–' | '!' | '?');
    if last >= window.len() || span.end < span.start || !span.of(&case.draft.text).chars().all(plain) {
        return None;
    }
    let stretch = window.text(first, last + 1);
    let (head, tail) = (window.place(first).1.len(), window.place(last).1.len());
    let text = stretch.get(head..stretch.len().checked_sub(tail)?)?;
    let clean = !text.contains(['“', '”', '"', '„', '«', '»', '(', '[']) && !text.contains(char::is_control);
    clean.then(|| Edit { span, text: text.to_owned() })
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

/// Whether the source's words can be put back word by word: no sentence ends among them, nothing but a space
/// or a comma stands around them there, and none has moved. Otherwise its marks would be lost, and the writer
/// must do it.
pub(super) fn is_faithful<'q>(mut differences: impl Iterator<Item = (&'q Laid, &'q edits::Edit)>) -> bool {
    differences.all(|(laid, edit)| {
        let window = &laid.place.window;
        let words = edit.source.clone();
        if edit.kind == EditKind::Moved {
            return false;
        }
        // Between two words all of the source's marks come back with what was left out.
        if edit.quoted.is_empty() {
            return words.clone().all(|at| !window.is_aside(at));
        }
        let begins = words
            .start
            .checked_sub(1)
            .is_none_or(|before| words.is_empty() || edit.quoted.start == 0 || !window.ends_sentence(before));
        let mut inside = words.clone().take(words.len().saturating_sub(1));
        let plain = |at: usize| !window.ends_sentence(at) && window.mark_after(at).is_none();
        begins && inside.all(plain) && words.clone().all(|at| !window.is_aside(at))
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
    (!last && edit.quoted.start > 0)
        .then(|| Edit { span: Span { start: at, end: at }, text: format!("{} ", sign(case)) })
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
        [edit] if edit.span.of(text).contains(char::is_alphanumeric) && !edit.text.is_empty() => {
            format!(" (“{}” to “{}”)", printable(edit.span.of(text)).trim(), printable(&edit.text))
        }
        _ => String::new(),
    };
    format!("Restore the source's words{one}")
}
