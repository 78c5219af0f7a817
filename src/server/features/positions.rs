//! Our places as the protocol's, and back.

use crate::config::Level;
use crate::text::Span;
use crate::text::buffer::{Buffer, Encoding, Position};
use crate::text::lines::Place;
use std::path::{Path, PathBuf};
use tower_lsp::ls_types;
use tower_lsp::ls_types::{DiagnosticSeverity, Range, Uri};

pub(in crate::server) fn position(position: ls_types::Position) -> Position {
    Position { line: position.line, column: position.character }
}

pub(super) fn range(buffer: &Buffer, span: Span, encoding: Encoding) -> Range {
    let place = |offset: u32| to_protocol(buffer.position(offset as usize, encoding));
    Range::new(place(span.start), place(span.end))
}

/// The byte of the buffer at a position, clamped to it.
pub(super) fn offset(buffer: &Buffer, at: ls_types::Position, encoding: Encoding) -> u32 {
    Span::new(0, buffer.offset(position(at), encoding)).end
}

/// A place in a source's file.
pub(super) fn place(place: Place, encoding: Encoding) -> ls_types::Position {
    to_protocol(place.position(encoding))
}

fn to_protocol(position: Position) -> ls_types::Position {
    ls_types::Position::new(position.line, position.column)
}

pub(super) fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Info => DiagnosticSeverity::INFORMATION,
        Level::Hint | Level::Off => DiagnosticSeverity::HINT,
    }
}

/// The file that an address names; `None` for what is on no disk.
pub(in crate::server) fn path(uri: &Uri) -> Option<PathBuf> {
    (uri.scheme().as_str() == "file").then(|| uri.to_file_path()).flatten().map(std::borrow::Cow::into_owned)
}

pub(in crate::server) fn uri(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path)
}
