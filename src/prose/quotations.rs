//! Quotations: words between marks, set as a block or behind a dialogue dash, with the speaker where the text
//! names one (docs/conventions.md, Q1 to Q8).

mod antecedents;
mod dialogue;
pub mod edges;
mod interruptions;
mod offices;
pub mod quotation;
pub mod speakers;
pub mod subjects;

use crate::language::Lexicon;
use crate::prose::blocks::{Block, Kind};
use crate::prose::quotations::quotation::{Part, Quotation};
use crate::prose::reading::Sentence;
use crate::prose::words;
use crate::text::Span;
use crate::text::fold::is_apostrophe;

/// For each sentence, in order, the parts of quotations that it shares a byte with, marks included: number of
/// the quotation and the part.
pub fn by_sentence(quotations: &[Quotation], sentences: &[Sentence]) -> Vec<Vec<(usize, Part)>> {
    let mut found = vec![Vec::new(); sentences.len()];
    for (n, quotation) in quotations.iter().enumerate() {
        for part in &quotation.parts {
            let first = sentences.partition_point(|sentence| {
                (sentence.block, sentence.span.end) <= (part.block, part.outer.start)
            });
            let touched = sentences[first..]
                .iter()
                .take_while(|sentence| sentence.block == part.block && sentence.span.start < part.outer.end);
            for parts in found.iter_mut().skip(first).take(touched.count()) {
                parts.push((n, *part));
            }
        }
    }
    found
}

/// All quotations of a document, in order of their first byte.
pub fn quotations(blocks: &[Block], lexicon: &Lexicon) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut pending: Option<(Vec<Part>, char)> = None;
    for (n, block) in blocks.iter().enumerate() {
        let text = block.text.text();
        let marked = pairs(text);
        let reopens = pending.take().filter(|(_, mark)| text.trim_start().starts_with(*mark));
        let mut carried = reopens.map(|(parts, _)| parts);
        for pair in &marked.closed {
            let part = Part { block: n, inner: pair.inner, outer: pair.outer };
            let interrupted = found
                .last_mut()
                .filter(|before| !pair.nested && interruptions::interrupts(before, part, text, lexicon));
            if let Some(before) = interrupted {
                before.parts.push(part);
                continue;
            }
            let continues = carried.is_some() && text[..pair.outer.start as usize].trim().is_empty();
            let mut parts = if continues { carried.take().unwrap_or_default() } else { Vec::new() };
            let within = lexicon.language.inner_attribution && !pair.nested;
            parts.extend(if within { dialogue::unattributed(part, text, lexicon) } else { vec![part] });
            found.push(Quotation { parts, block: false, nested: pair.nested, speaker: None });
        }
        if let Some((mark, at)) = marked.unclosed {
            let start = at + mark.len_utf8();
            let part =
                Part { block: n, inner: Span::new(start, text.len()), outer: Span::new(at, text.len()) };
            let next = blocks.get(n + 1).map_or("", |next| next.text.text()).trim_start();
            let mut parts = carried.take().filter(|_| text[..at].trim().is_empty()).unwrap_or_default();
            parts.push(part);
            if next.starts_with(mark) {
                pending = Some((parts, mark));
            } else if parts.len() > 1 {
                found.push(Quotation { parts, block: false, nested: false, speaker: None });
            }
        }
        let signs = text.trim_start().starts_with(['—', '–', '-'])
            && text.split_whitespace().count() <= SIGNATURE_WORDS;
        if marked.closed.is_empty() && lexicon.language.dialogue_dash {
            found.extend(dialogue::quotation(blocks, n, lexicon));
        }
        let quotes_whole = !signs
            && block.kind == Kind::Quote
            && marked.closed.is_empty()
            && words::words(text, lexicon).len() > 2;
        if quotes_whole {
            let inner = without_attribution(text);
            let part = Part { block: n, inner, outer: inner };
            found.push(Quotation { parts: vec![part], block: true, nested: false, speaker: None });
        }
    }
    speakers::assign(&mut found, blocks, lexicon);
    found
}

/// A block quotation's text without the line that names its speaker ("— Ilse Harrow").
fn without_attribution(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    let cut = ["\n—", "\n–", " — ", " – ", "\n--"].iter().filter_map(|dash| text.rfind(dash)).max();
    let end = cut
        .filter(|at| text.len() - at < ATTRIBUTION_BYTES && text[*at..].split_whitespace().count() <= 8)
        .unwrap_or(text.len());
    Span::new(start, text[..end].trim_end().len().max(start))
}

/// "— Ilse Harrow, mayor of Port Averel" below a block quotation.
const SIGNATURE_WORDS: usize = 10;
/// A trailing attribution is a name and perhaps a role, not a clause.
const ATTRIBUTION_BYTES: usize = 80;

struct Pair {
    inner: Span,
    outer: Span,
    nested: bool,
}

/// Marks left open beyond this are strays: nobody quotes so deep, and a page of strays must not take
/// quadratic time.
const DEEPEST: usize = 12;

struct Marked {
    closed: Vec<Pair>,
    /// The outermost opening mark that nothing closes, and its byte.
    unclosed: Option<(char, usize)>,
}

/// Every pair of marks in one block.
fn pairs(text: &str) -> Marked {
    if !text.contains(MARKS) {
        return Marked { closed: Vec::new(), unclosed: None };
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut closed = Vec::new();
    for (n, (at, c)) in chars.iter().copied().enumerate() {
        let before = n.checked_sub(1).map_or(' ', |n| chars[n].1);
        let after = chars.get(n + 1).map_or(' ', |next| next.1);
        let closes =
            open.iter().rposition(|(mark, _)| is_pair(*mark, c)).filter(|_| can_close(c, before, after));
        if let Some(depth) = closes.filter(|_| {
            !(c == '“' && can_open(c, before, after) && open.last().is_some_and(|(mark, _)| *mark != '„'))
        }) {
            let (mark, start) = open[depth];
            open.truncate(depth);
            let inner = Span::new(start + mark.len_utf8(), at);
            if inner.of(text).chars().any(char::is_alphanumeric) {
                closed.push(Pair { inner, outer: Span::new(start, at + c.len_utf8()), nested: depth > 0 });
            }
        } else if can_open(c, before, after) && closes_later(c, &chars[n + 1..]) {
            if open.len() >= DEEPEST {
                open.remove(0);
            }
            open.push((c, at));
        }
    }
    closed.sort_by_key(|pair| pair.outer.start);
    Marked { closed, unclosed: open.first().copied().filter(|(mark, _)| !is_apostrophe(*mark)) }
}

/// Every mark that may open a quotation (see [`can_open`]).
const MARKS: [char; 12] = ['“', '„', '«', '‹', '「', '『', '‚', '»', '›', '"', '‘', '\''];

fn is_pair(open: char, close: char) -> bool {
    matches!(
        (open, close),
        ('“', '”' | '"')
            | ('"', '"' | '”')
            | ('„', '“' | '”' | '"')
            | ('‚', '‘' | '’' | '\'')
            | ('‘', '’' | '\'')
            | ('\'', '\'' | '’')
            | ('«', '»')
            | ('»', '«')
            | ('‹', '›')
            | ('›', '‹')
            | ('「', '」')
            | ('『', '』')
            | ('”', '”')
    )
}

fn can_open(c: char, before: char, after: char) -> bool {
    let edge = before.is_whitespace()
        || matches!(
            before,
            '(' | '['
                | '—'
                | '–'
                | '-'
                | '“'
                | '‘'
                | '"'
                | '\''
                | '«'
                | '„'
                | '/'
                | ':'
                | '>'
                | '|'
                | '\u{a0}'
        );
    match c {
        '“' | '„' | '«' | '‹' | '「' | '『' | '‚' => true,
        '»' | '›' => edge && after.is_alphanumeric(),
        '"' => edge && !after.is_whitespace(),
        '‘' => edge && (after.is_alphanumeric() || matches!(after, '…' | '[' | '“')),
        '\'' => edge && after.is_alphabetic(),
        _ => false,
    }
}

fn can_close(c: char, before: char, after: char) -> bool {
    match c {
        // Between letters, and after a word's final s before another word, the mark is an apostrophe.
        '’' | '\'' | '‘' => !after.is_alphanumeric() && !before.is_whitespace(),
        '"' => !before.is_whitespace() || after.is_whitespace(),
        _ => true,
    }
}

/// A single mark opens a quotation only if a mark closes it: 'til, ’90s and rock ’n’ roll do not.
fn closes_later(c: char, rest: &[(usize, char)]) -> bool {
    if !is_apostrophe(c) {
        return true;
    }
    let mut following = rest
        .iter()
        .map(|(_, c)| *c)
        .chain([' '])
        .take(LONGEST_SINGLE)
        .collect::<Vec<_>>()
        .into_iter()
        .peekable();
    let mut before = ' ';
    while let Some(next) = following.next() {
        let after = following.peek().copied().unwrap_or(' ');
        let possessive = before == 's' && after == ' ';
        if is_pair(c, next) && can_close(next, before, after) && !possessive {
            return true;
        }
        before = next;
    }
    // Only a possessive-like mark closes it: take that rather than nothing, if it is near.
    false
}

/// A quotation in single marks longer than this many characters is more likely a stray apostrophe.
const LONGEST_SINGLE: usize = 600;
