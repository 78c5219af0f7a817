//! Plain text: a line is a paragraph, unless lines were broken to a width.

use crate::prose::blocks::{Block, Kind};
use crate::text::Span;
use crate::text::mapped::Mapped;

/// Reads the blocks of plain text. `base` is the byte at which `text` begins in its file.
pub fn blocks(text: &str, base: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in paragraphs(text) {
        let start = at + paragraph.0;
        at = start;
        push_paragraph(&mut blocks, &text[start..start + paragraph.1], base + start);
        at += paragraph.1;
    }
    blocks
}

/// (bytes skipped, length) of each run of lines without a blank one.
fn paragraphs(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut skipped, mut length) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            if length > 0 {
                found.push((skipped, length));
                (skipped, length) = (0, 0);
            }
            skipped += line.len();
        } else {
            length += line.len();
        }
    }
    if length > 0 {
        found.push((skipped, length));
    }
    found
}

fn push_paragraph(blocks: &mut Vec<Block>, text: &str, base: usize) {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let wrapped = is_wrapped(&lines);
    let mut at = 0;
    let mut open: Option<(Mapped, usize)> = None;
    for line in lines {
        let trimmed = line.trim();
        let start = base + at + (line.len() - line.trim_start().len());
        let bullet = bullet_length(trimmed);
        if let Some((mapped, from)) = open.take_if(|_| !wrapped || bullet > 0) {
            blocks.push(block(mapped, from, base + at));
        }
        match &mut open {
            Some((mapped, _)) => {
                mapped.resolve(" ", Span::new(start - 1, start));
                mapped.copy(trimmed, start);
            }
            None if bullet > 0 => {
                let mapped = Mapped::verbatim(&trimmed[bullet..], start + bullet);
                blocks.push(Block { kind: Kind::Item, ..block(mapped, start, start + trimmed.len()) });
            }
            None => open = Some((Mapped::verbatim(trimmed, start), start)),
        }
        at += line.len();
    }
    if let Some((mapped, from)) = open {
        blocks.push(block(mapped, from, base + text.trim_end().len()));
    }
}

fn block(text: Mapped, start: usize, end: usize) -> Block {
    Block::new(Kind::Paragraph, text, Span::new(start, end))
}

/// Length of a bullet and the space after it.
fn bullet_length(line: &str) -> usize {
    let Some(first) = line.chars().next().filter(|c| matches!(c, '•' | '·' | '*' | '-' | '–' | '‣' | '◦'))
    else {
        return 0;
    };
    let rest = &line[first.len_utf8()..];
    let space = rest.len() - rest.trim_start().len();
    if space == 0 { 0 } else { first.len_utf8() + space }
}

/// Lines broken to a width are about equally long, but for the last, and not one sentence each.
pub fn is_wrapped(lines: &[&str]) -> bool {
    let Some((_, full)) = lines.split_last().filter(|(_, full)| !full.is_empty()) else { return false };
    let widths = full.iter().map(|line| line.trim_end().chars().count());
    let (shortest, longest) = (widths.clone().min().unwrap_or(0), widths.max().unwrap_or(0));
    let unfinished =
        full.iter().filter(|line| !line.trim_end().ends_with(['.', '!', '?', '”', '"', ':'])).count();
    let flowing =
        full.len() == 1 && shortest > NARROW && lines[1].trim_start().starts_with(char::is_lowercase);
    longest <= WIDEST && shortest >= NARROW && longest - shortest <= RAGGED && unfinished * 2 > full.len()
        || flowing
}

/// Mail and typewriter texts break between these widths; a word that did not fit makes the edge ragged.
const NARROW: usize = 45;
const WIDEST: usize = 100;
const RAGGED: usize = 20;
