//! The marks that a writer may put into a quotation: ellipses, brackets, notices, masked oaths
//! (docs/conventions.md, E5, E7, E8, E11).

use crate::language::{Class, Lexicon};
use crate::text::Span;
use crate::text::fold::fold;

/// A mark and its bytes of the quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub span: Span,
    pub kind: MarkKind,
}

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// `…`, `...`, `. . .`, `[…]`, `(...)`: words are left out here.
    Ellipsis,
    /// `[the minister]`: words of the writer's.
    Bracket,
    /// `(the minister)`: the same in some houses, the speaker's own aside in others.
    Parenthesis,
    /// `[sic]`, `[emphasis added]`, `[laughs]`: about the words, none of them.
    Notice,
    /// `f***`, `s—t`, with the letters that are left.
    Masking,
}

/// All marks of a quotation in order; a bracket around a first letter (`[T]he`) is none.
pub(super) fn marks(text: &str, lexicon: &Lexicon) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let mark = match c {
            '[' | '(' => enclosed(&text[at..], c, lexicon),
            '.' | '…' => ellipsis(&text[at..]).map(|length| (length, MarkKind::Ellipsis)),
            c if c.is_alphabetic() && !text[..at].ends_with(char::is_alphanumeric) => {
                masking(&text[at..], lexicon).map(|length| (length, MarkKind::Masking))
            }
            _ => None,
        };
        if let Some((length, kind)) = mark {
            found.push(Mark { span: Span::new(at, at + length), kind });
            at += length;
        } else {
            at += c.len_utf8();
        }
    }
    found
}

/// Length of the ellipsis that `text` begins with: three points or more, with or without spaces.
fn ellipsis(text: &str) -> Option<usize> {
    let run = &text[..text.len() - text.trim_start_matches(['.', '…', ' ', '\u{a0}']).len()];
    (run.contains('…') || run.matches('.').count() >= 3).then(|| run.trim_end().len())
}

fn enclosed(rest: &str, open: char, lexicon: &Lexicon) -> Option<(usize, MarkKind)> {
    let close = if open == '[' { ']' } else { ')' };
    let length = rest.find(close)? + 1;
    let body = &rest[1..length - 1];
    if !body.is_empty() && body.chars().all(|c| matches!(c, '.' | '…' | ' ' | '\u{a0}')) {
        return Some((length, MarkKind::Ellipsis));
    }
    let words: Vec<String> =
        body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect();
    if !words.is_empty()
        && words.iter().all(|word| lexicon.is(word, Class::Notice) || lexicon.is(word, Class::Bleep))
    {
        let oath = words.iter().any(|word| lexicon.is(word, Class::Bleep));
        return Some((length, if oath { MarkKind::Bracket } else { MarkKind::Notice }));
    }
    let initial = body.chars().count() == 1 && rest[length..].starts_with(char::is_lowercase);
    match open {
        _ if initial || words.is_empty() => None,
        '[' => Some((length, MarkKind::Bracket)),
        _ => (words.len() <= INSERTED_WORDS).then_some((length, MarkKind::Parenthesis)),
    }
}

/// An insertion in round brackets names somebody or something; more words are the speaker's own.
const INSERTED_WORDS: usize = 5;

/// Length of the masked word that `text` begins with. A dash masks only between a letter or two and the end
/// of a word, so that "I—we" stays two words.
fn masking(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let head = text.find(|c: char| !c.is_alphabetic())?;
    let rest = &text[head..];
    let stars = rest.len() - rest.trim_start_matches('*').len();
    let dashes = rest.len() - rest.trim_start_matches(['–', '—', '-', '_']).len();
    let mask = stars.max(dashes);
    let tail = rest[mask..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - mask);
    let folded = fold(&text[..head]);
    let short =
        text[..head].chars().count() <= 2 && (1..=4).contains(&rest[mask..mask + tail].chars().count());
    let dash = dashes > 0
        && short
        && !rest[mask + tail..].starts_with(['–', '—', '-'])
        && !lexicon.is(&folded, Class::Opener)
        && !(folded.chars().count() > 1 && lexicon.is(&folded, Class::Stop))
        && (dashes > 1 || rest.starts_with('_'))
        && text[..head].chars().all(char::is_lowercase);
    (stars >= 2 || dash).then_some(head + mask + tail)
}
