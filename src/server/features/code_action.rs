//! Quick fixes: the source's words, figure or name in the place of the draft's.

use crate::rules::{Finding, Fix};
use crate::server::features::diagnostics::diagnostic;
use crate::server::features::positions;
use crate::server::features::shown::Shown;
use crate::server::session::library::Shelf;
use crate::server::transport::traits::Traits;
use crate::text::Span;
use crate::text::fold::printable;
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

pub(in crate::server) fn within(
    uri: &Uri,
    shown: &Shown,
    range: Range,
    shelf: &Shelf,
    traits: &Traits,
) -> Vec<CodeActionOrCommand> {
    let offset = |at| positions::offset(&shown.buffer, at, traits.encoding);
    let asked = Span { start: offset(range.start), end: offset(range.end) };
    // A cursor at either end of a finding is on it.
    let touches = |finding: &&Finding| finding.span.start <= asked.end && asked.start <= finding.span.end;
    let findings = shown.checked.report.findings.iter().filter(touches);
    let fixes = findings.flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)));
    let mut actions: Vec<CodeActionOrCommand> =
        fixes.map(|(finding, fix)| action(uri, Some(finding), fix, shown, shelf, traits)).collect();
    let sentences = shown.checked.report.sentences.iter().enumerate();
    let cited = sentences
        .filter(|(_, sentence)| sentence.span.start <= asked.end && asked.start <= sentence.span.end);
    actions.extend(
        cited
            .filter_map(|(n, _)| shown.checked.citing(n))
            .map(|fix| action(uri, None, &fix, shown, shelf, traits)),
    );
    actions
}

/// A fix of a finding, or one that mends nothing.
fn action(
    uri: &Uri,
    finding: Option<&Finding>,
    fix: &Fix,
    shown: &Shown,
    shelf: &Shelf,
    traits: &Traits,
) -> CodeActionOrCommand {
    let edit = |edit: &crate::rules::Edit| TextEdit {
        range: positions::range(&shown.buffer, edit.span, traits.encoding),
        new_text: edit.text.clone(),
    };
    let edits: Vec<TextEdit> = fix.edits.iter().map(edit).collect();
    let edit = if traits.versioned_edits {
        let text_document =
            OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version: Some(shown.version) };
        let edits = edits.into_iter().map(OneOf::Left).collect();
        let changes = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }]);
        WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
    } else {
        WorkspaceEdit {
            changes: Some(std::iter::once((uri.clone(), edits)).collect()),
            ..WorkspaceEdit::default()
        }
    };
    CodeActionOrCommand::CodeAction(CodeAction {
        title: printable(&fix.title),
        kind: Some(if finding.is_some() {
            CodeActionKind::QUICKFIX
        } else {
            CodeActionKind::REFACTOR_REWRITE
        }),
        diagnostics: finding.map(|finding| vec![diagnostic(finding, shown, shelf, traits)]),
        edit: Some(edit),
        is_preferred: finding.map(|finding| finding.fixes.len() == 1),
        ..CodeAction::default()
    })
}
