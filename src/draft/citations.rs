//! Citations: footnotes, inline footnotes, links, bare addresses, Pandoc keys (rules.md 4).

use super::Draft;
use crate::prose::markdown::Markdown;
use crate::prose::words::url_length;
use crate::prose::{Block, Kind};
use crate::text::Span;

/// A reference from the draft to a source.
#[derive(Clone, Debug)]
pub struct Citation {
    pub block: usize,
    /// Byte of the block's text that the citation stands at.
    pub at: u32,
    /// Bytes of the file.
    pub file: Span,
    pub target: Target,
}

/// What a citation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A Pandoc key.
    Key(String),
    Url(String),
    /// A footnote; its definition may hold further citations.
    Note(String),
}

/// Takes citations that are no prose out of the blocks' text and lists all citations.
pub fn lift(markdown: &mut Markdown) -> Vec<Citation> {
    let mut found = Vec::new();
    for (n, block) in markdown.blocks.iter_mut().enumerate() {
        let text = block.text.text().to_owned();
        let marks = marks(&text);
        let mut cut = 0;
        for mark in &marks {
            let file = block.text.to_file(mark.span);
            let at = mark.span.start - cut;
            found.extend(mark.targets.iter().map(|target| Citation { block: n, at, file, target: target.clone() }));
            if mark.lifted {
                cut += mark.span.end - mark.span.start;
            }
        }
        let lifted: Vec<Span> = marks.iter().filter(|mark| mark.lifted).map(|mark| mark.span).collect();
        if !lifted.is_empty() {
            block.text = block.text.without(&lifted);
            let shift = |at: u32| at - lifted.iter().map(|span| span.end.min(at).saturating_sub(span.start)).sum::<u32>();
            for link in markdown.links.iter_mut().filter(|link| link.block == n) {
                link.text = Span { start: shift(link.text.start), end: shift(link.text.end) };
            }
            for note in markdown.notes.iter_mut().filter(|note| note.block == n) {
                note.at = shift(note.at);
            }
        }
    }
    found.extend(markdown.links.iter().filter(|link| !link.url.starts_with(['#', '/', '.'])).map(|link| {
        let target = if link.url.contains("://") { Target::Url(link.url.clone()) } else { Target::Key(link.url.clone()) };
        Citation { block: link.block, at: link.text.end, file: link.file, target }
    }));
    // A relative link is a citation only if a saved source answers to it; it never counts as an unknown one.
    found.retain(|citation| !matches!(&citation.target, Target::Key(key) if key.contains('/') || key.starts_with("mailto")));
    found.extend(markdown.notes.iter().map(|note| Citation {
        block: note.block,
        at: note.at,
        file: note.file,
        target: Target::Note(note.label.clone()),
    }));
    found.sort_by_key(|citation| citation.file.start);
    found
}

/// Gives every footnote mark the targets that its definition holds, beside the mark itself.
pub fn resolve_notes(citations: &mut Vec<Citation>, blocks: &[Block]) {
    let marks: Vec<Citation> = citations.iter().filter(|citation| matches!(citation.target, Target::Note(_))).cloned().collect();
    for mark in marks {
        let Target::Note(label) = &mark.target else { continue };
        let inside = |citation: &&Citation| blocks.get(citation.block).is_some_and(|block| block.kind == Kind::Note(label.clone()));
        let targets: Vec<Target> = citations.iter().filter(inside).map(|citation| citation.target.clone()).collect();
        citations.extend(targets.into_iter().map(|target| Citation { target, ..mark.clone() }));
    }
}

impl Draft {
    /// The citations that cover sentence `n`.
    pub fn citations_of(&self, n: usize) -> impl Iterator<Item = &Citation> {
        self.citations.iter().filter(move |citation| self.covers(citation, n))
    }

    /// Whether a citation covers sentence `n`: it stands in it, or behind it with no other citation between.
    pub fn covers(&self, citation: &Citation, n: usize) -> bool {
        let (block, at, sentence) = (citation.block, citation.at, &self.sentences[n]);
        if sentence.block != block || matches!(self.blocks[block].kind, Kind::Note(_)) {
            return false;
        }
        // A mark behind the full stop belongs to the sentence before it.
        let holder = self.sentence_at(block, at.saturating_sub(1));
        let previous = self.citations.iter().filter(|other| other.block == block && other.at < at).map(|other| other.at).max();
        let first = previous.and_then(|at| self.sentence_at(block, at.saturating_sub(1))).map_or(0, |before| before + 1);
        holder.is_some_and(|holder| n <= holder && (n >= first || n == holder))
    }
}

struct Mark {
    span: Span,
    targets: Vec<Target>,
    /// Whether the bytes are a mark alone and no part of the sentence.
    lifted: bool,
}

/// Citations written into the text: `[@key]`, `@key says`, `^[…]`, bare addresses.
fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(['[', '^', '@', 'h', 'w']) {
        at += step;
        let rest = &text[at..];
        let bounded = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '.');
        let mark = if rest.starts_with("^[") {
            inline_note(rest)
        } else if rest.starts_with('[') {
            bracketed(rest)
        } else if rest.starts_with('@') && bounded {
            bare_key(rest)
        } else if bounded {
            url_length(rest).map(|length| (length, vec![Target::Url(rest[..length].to_owned())], true))
        } else {
            None
        };
        match mark {
            Some((length, targets, lifted)) => {
                let space = if lifted { text[..at].len() - text[..at].trim_end_matches(' ').len() } else { 0 };
                found.push(Mark { span: Span::new(at - space.min(1), at + length), targets, lifted });
                at += length;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

type Found = Option<(usize, Vec<Target>, bool)>;

/// `[see @key, p. 3; -@other]`, cut out whole.
fn bracketed(text: &str) -> Found {
    let end = text.find(']')?;
    let body = &text[1..end];
    // A mark whose definition is missing stays in the text: it is a citation all the same.
    if let Some(label) = body.strip_prefix('^').filter(|label| !label.is_empty() && !label.contains(char::is_whitespace)) {
        return Some((end + 1, vec![Target::Note(label.to_owned())], true));
    }
    let keys: Vec<Target> = keys(body).into_iter().map(Target::Key).collect();
    (!keys.is_empty() && !body.contains('[')).then_some((end + 1, keys, true))
}

/// `^[A note with [@key] or an address.]`, cut out whole.
fn inline_note(text: &str) -> Found {
    let mut depth = 0;
    let end = text.char_indices().find_map(|(at, c)| {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        (c == ']' && depth == 0).then_some(at)
    })?;
    let body = &text[2..end];
    let urls = body
        .match_indices("http")
        .filter_map(|(at, _)| url_length(&body[at..]).map(|length| Target::Url(body[at..at + length].to_owned())));
    let targets = keys(body).into_iter().map(Target::Key).chain(urls).collect();
    Some((end + 1, targets, true))
}

/// `@key says`: the key stands in the sentence. A lone @handle is no citation: only keys with a digit are read this way.
fn bare_key(text: &str) -> Found {
    let key = key(&text[1..])?;
    let cites = key.bytes().any(|byte| byte.is_ascii_digit()) && !SKIPPED.iter().any(|prefix| key.starts_with(prefix));
    cites.then(|| (1 + key.len(), vec![Target::Key(key.to_owned())], false))
}

fn keys(text: &str) -> Vec<String> {
    let starts = text.match_indices('@').filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_alphanumeric()));
    starts
        .filter_map(|(at, _)| key(&text[at + 1..]))
        .filter(|key| !SKIPPED.iter().any(|prefix| key.starts_with(prefix)))
        .map(str::to_owned)
        .collect()
}

/// Pandoc's key: letters, digits and `_`, with single punctuation inside; `{…}` takes anything.
fn key(text: &str) -> Option<&str> {
    if let Some(braced) = text.strip_prefix('{') {
        return braced.find('}').map(|end| &braced[..end]);
    }
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = c.is_alphanumeric() || c == '_';
        let joins = ":.#$%&-+?<>~/".contains(c) && at > 0 && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric() || *next == '_');
        if !inside && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    (end > 0).then(|| &text[..end])
}

/// Quarto's cross-references are no citations.
const SKIPPED: [&str; 4] = ["fig-", "tbl-", "sec-", "eq-"];
