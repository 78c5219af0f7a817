//! A quotation read for comparison: its words, cut into fragments at its ellipses, with the marks a writer
//! may put among them.

use crate::language::anywhere::SIC;
use crate::language::{Class, Lexicon};
use crate::matching::quotations::editorial_marks;
use crate::matching::quotations::editorial_marks::MarkKind;
use crate::prose::words;
use crate::prose::words::Word;
use crate::text::Span;
use std::ops::Range;

/// A quotation's words, or those of one of its parts.
#[derive(Clone, Debug, Default)]
pub struct Quoted {
    /// An honest ellipsis stands between any two of them (E5).
    pub fragments: Vec<Vec<Token>>,
    /// An ellipsis stands before the first word, or after the last.
    pub opens_elided: bool,
    pub ends_elided: bool,
}

/// A word of a quotation.
#[derive(Clone, Debug)]
pub struct Token {
    pub word: Word,
    pub standing: Standing,
    /// The mark that ends a sentence right after it: `.`, `?` or `!`.
    pub ends: Option<char>,
    /// `[sic]` stands after it (E8).
    pub sic: bool,
}

/// Whose a word of a quotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Presented as the speaker's.
    Quoted,
    /// `[the minister]`: the writer's; replaces words or adds some, with leave (E7).
    Bracketed,
    /// `(the minister)`: either the writer's or the source's own.
    Parenthesised,
    /// `f***`, `p–sy`: letters of a word that is not printed (E11); so many bytes begin and end it.
    Masked { head: usize, tail: usize },
}

impl Token {
    /// Whether the word need not be the speaker's.
    pub fn is_inserted(&self) -> bool {
        matches!(self.standing, Standing::Bracketed | Standing::Parenthesised)
    }

    /// Whether the source's word is this one, all presentation apart.
    pub fn is_same(&self, word: &Word, lexicon: &Lexicon) -> bool {
        match self.standing {
            Standing::Bracketed => false,
            Standing::Masked { head, tail } => {
                let fold = &self.word.fold;
                let ends =
                    word.fold.starts_with(&fold[..head]) && word.fold.ends_with(&fold[fold.len() - tail..]);
                ends && word.fold.len() >= head + tail || lexicon.is(&word.fold, Class::Bleep)
            }
            Standing::Quoted | Standing::Parenthesised => self.word.fold == word.fold,
        }
    }
}

impl Quoted {
    /// Number of words, the writer's own left out.
    pub fn len(&self) -> usize {
        self.fragments.iter().flatten().filter(|token| !token.is_inserted()).count()
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the writer marked a cut or a change: an ellipsis or a bracket stands in it.
    pub fn is_marked(&self) -> bool {
        let elided = self.fragments.len() > 1 || self.opens_elided || self.ends_elided;
        elided || self.fragments.iter().flatten().any(|token| token.standing == Standing::Bracketed)
    }
}

/// Reads a quotation's words. Spans are bytes of `text`.
pub fn read(text: &str, lexicon: &Lexicon) -> Quoted {
    let marks = editorial_marks::marks(text, lexicon);
    let mut quoted = Quoted { fragments: vec![Vec::new()], ..Quoted::default() };
    let mut next = 0;
    for word in words::words(text, lexicon) {
        let mut elided = false;
        // The marks that end before this word.
        while let Some(mark) = marks.get(next).filter(|mark| mark.span.end <= word.span.start) {
            elided |= mark.kind == MarkKind::Ellipsis;
            next += 1;
        }
        let mark = marks.get(next).filter(|mark| mark.span.overlaps(word.span)).map(|mark| mark.kind);
        let Some(last) = quoted.fragments.last_mut() else { break };
        if elided && last.is_empty() {
            quoted.opens_elided = true;
        } else if elided {
            quoted.fragments.push(Vec::new());
        }
        let Some(last) = quoted.fragments.last_mut() else { break };
        let standing = match mark {
            Some(MarkKind::Ellipsis) => continue,
            Some(MarkKind::Notice) => {
                if word.fold == SIC
                    && let Some(token) = last.last_mut()
                {
                    token.sic = true;
                }
                continue;
            }
            Some(MarkKind::Bracket) => Standing::Bracketed,
            Some(MarkKind::Parenthesis) => Standing::Parenthesised,
            Some(MarkKind::Masking) | None => Standing::Quoted,
        };
        // `favor[ed]`: the whole word is the writer's.
        if standing == Standing::Bracketed
            && let Some(token) =
                last.last_mut().filter(|token| text[token.word.span.end as usize..].starts_with('['))
            && token.word.span.end + 1 == word.span.start
        {
            token.standing = Standing::Bracketed;
        }
        last.push(Token { ends: sentence_end(text, word.span), word, standing, sic: false });
    }
    quoted.ends_elided = marks[next..].iter().any(|mark| mark.kind == MarkKind::Ellipsis);
    quoted.fragments.retain(|fragment| !fragment.is_empty());
    for mark in marks.iter().filter(|mark| mark.kind == MarkKind::Masking) {
        mask(&mut quoted.fragments, mark.span, text, lexicon);
    }
    quoted
}

/// Puts the letters around a masking (`p`–`sy`) back in the fragments as one word.
fn mask(fragments: &mut [Vec<Token>], span: Span, text: &str, lexicon: &Lexicon) {
    for fragment in fragments {
        let Some(at) = fragment.iter().position(|token| token.word.span.overlaps(span)) else { continue };
        let end =
            fragment.iter().rposition(|token| token.word.span.overlaps(span)).map_or(at, |last| last + 1);
        let raw = span.of(text);
        let letters = |part: &str| {
            crate::text::fold::fold(&part.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
        };
        let cut = raw.find(|c: char| !c.is_alphanumeric()).unwrap_or(raw.len());
        let (head, tail) = (letters(&raw[..cut]), letters(&raw[cut..]));
        let Some(mut word) = words::words(&raw[..cut], lexicon).into_iter().next() else { continue };
        word.span = span;
        word.stop = false;
        word.fold = format!("{head}{tail}");
        let ends = fragment[end - 1].ends;
        fragment.splice(
            at..end,
            [Token {
                word,
                standing: Standing::Masked { head: head.len(), tail: tail.len() },
                ends,
                sic: false,
            }],
        );
    }
}

/// The bytes that a range of words covers; `None` where it has no word.
pub fn span(tokens: &[Token], words: &Range<usize>) -> Option<Span> {
    let words = tokens.get(words.clone())?;
    Some(words.first()?.word.span.join(words.last()?.word.span))
}

/// The mark that ends a sentence right after a word, and before any closing mark: what stands behind is the
/// reporter's.
pub fn sentence_end(text: &str, word: Span) -> Option<char> {
    let rest = &text[word.end as usize..];
    let mut marks = rest.chars().take_while(|c| {
        !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '”' | '"' | '»' | '“' | '’')
    });
    let found = marks.find(|c| matches!(c, '.' | '?' | '!' | '…'));
    // French sets a space before its marks.
    let spaced = || {
        rest.trim_start_matches(['\u{a0}', '\u{202f}', ' ']).chars().next().filter(|c| matches!(c, '?' | '!'))
    };
    found.or_else(spaced).filter(|c| *c != '…')
}
