//! Tables (`.csv`, `.tsv`): a row is a passage, each cell with its column's name.

use crate::corpus::formats::page::Page;
use crate::prose::{Block, Kind};
use crate::text::Span;
use crate::text::mapped::Mapped;

/// Reads a table with a head line. `base` is the byte at which `text` begins in its file. What is no table
/// has no rows.
pub(super) fn read(text: &str, base: usize) -> Page {
    let mut table = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .has_headers(true)
        .from_reader(text.as_bytes());
    let names = table.headers().cloned().unwrap_or_default();
    let mut blocks = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let start = position(table.position());
        match table.read_record(&mut record) {
            Ok(true) => {}
            // The rest of a table that breaks off is no table; the rows before it are.
            Ok(false) | Err(_) => break,
        }
        let cells = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let row: Vec<String> = cells.map(|(n, cell)| named(names.get(n).unwrap_or_default(), cell)).collect();
        let lead = text[start..].len() - text[start..].trim_start_matches(['\n', '\r']).len();
        let end = start + text[start..position(table.position())].trim_end().len();
        let span = Span::new(base + start + lead, base + end.max(start + lead));
        let mut whole = Mapped::default();
        whole.resolve(&row.join(" | "), span);
        blocks.push(Block::new(Kind::Row, whole, span));
    }
    Page { blocks, ..Page::default() }
}

fn named(name: &str, cell: &str) -> String {
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.trim().is_empty() { cell } else { format!("{}: {cell}", name.trim()) }
}

fn position(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// The one of comma, semicolon and tab that the head line has most of.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| head.bytes().filter(|byte| *byte == delimiter).count();
    b";\t,".iter().copied().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}
