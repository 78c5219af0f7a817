//! Findings as diagnostics, each with its passages at the source's line and a link to the rule's page.

use crate::rules::{Code, Finding, Proof};
use crate::server::features::positions;
use crate::server::features::shown::Shown;
use crate::server::session::library::Shelf;
use crate::server::transport::traits::Traits;
use crate::text::Span;
use crate::text::fold::printable;
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Position, Range,
};

/// The name under which editors list our diagnostics.
const SOURCE: &str = "backread";

pub(in crate::server) fn of(shown: &Shown, shelf: &Shelf, traits: &Traits) -> Vec<Diagnostic> {
    let findings =
        shown.checked.report.findings.iter().map(|finding| diagnostic(finding, shown, shelf, traits));
    let front_matter = shown.checked.draft.front_matter_error.as_ref();
    findings
        .chain(front_matter.map(|error| {
            of_line(1, DiagnosticSeverity::WARNING, &format!("The front matter is not read: {error}"))
        }))
        .collect()
}

pub(super) fn diagnostic(finding: &Finding, shown: &Shown, shelf: &Shelf, traits: &Traits) -> Diagnostic {
    let page = shelf
        .pages
        .as_ref()
        .filter(|_| traits.code_descriptions)
        .map(|folder| folder.join(finding.rule.name()).with_extension("md"));
    let again = finding.related.iter().take(RELATED).map(|span| again(*span, shown, traits));
    let related = finding
        .evidence
        .iter()
        .take(RELATED)
        .filter_map(|proof| related(proof, shelf, traits))
        .chain(again)
        .collect();
    Diagnostic {
        range: positions::range(&shown.buffer, finding.span, traits.encoding),
        severity: Some(positions::severity(finding.level)),
        code: Some(NumberOrString::String(finding.rule.name().to_owned())),
        code_description: page.and_then(|page| positions::uri(&page)).map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: printable(&finding.message),
        related_information: Some(related)
            .filter(|all: &Vec<_>| traits.related_information && !all.is_empty()),
        tags: (finding.rule == Code::UnusedIgnore).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: None,
    }
}

/// Bytes of a passage in a list of places.
const LONGEST: usize = 300;
/// Passages listed with a diagnostic; a hover shows as many.
const RELATED: usize = 3;

/// Another place of the draft.
fn again(span: Span, shown: &Shown, traits: &Traits) -> DiagnosticRelatedInformation {
    let location =
        Location { uri: shown.uri.clone(), range: positions::range(&shown.buffer, span, traits.encoding) };
    DiagnosticRelatedInformation { location, message: printable(span.of(&shown.checked.draft.text)) }
}

fn related(proof: &Proof, shelf: &Shelf, traits: &Traits) -> Option<DiagnosticRelatedInformation> {
    let (passage, source) = (&proof.candidate.passage, &proof.candidate.source);
    let place = |place| {
        if source.has_lines() { positions::place(place, traits.encoding) } else { Position::default() }
    };
    let range = Range::new(place(passage.start), place(passage.end));
    let uri = positions::uri(&shelf.workspace.source_file(&source.path))?;
    let shown = proof.excerpt(LONGEST);
    let cut = if shown.len() < passage.text.len() { "…" } else { "" };
    let message = printable(shown.of(&passage.text)) + cut;
    Some(DiagnosticRelatedInformation { location: Location { uri, range }, message })
}

/// What is wrong with the settings, on the file itself. `line` counts from 1.
pub(in crate::server) fn of_settings(line: usize, message: &str) -> Diagnostic {
    of_line(line, DiagnosticSeverity::ERROR, message)
}

/// What is wrong with a whole line, counted from 1.
fn of_line(line: usize, severity: DiagnosticSeverity, message: &str) -> Diagnostic {
    let line = u32::try_from(line.saturating_sub(1)).unwrap_or_default();
    Diagnostic {
        // An end past the line's end means the whole line.
        range: Range::new(Position::new(line, 0), Position::new(line, u32::MAX >> 1)),
        severity: Some(severity),
        source: Some(SOURCE.to_owned()),
        message: printable(message),
        ..Diagnostic::default()
    }
}
