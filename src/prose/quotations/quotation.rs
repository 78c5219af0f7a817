//! A quotation: the words, where they stand, and who is said to have said them.

use crate::language::anywhere::printed_without_possessive;
use crate::prose::names;
use crate::prose::words::Word;
use crate::text::Span;

/// Words presented as somebody's own.
#[derive(Clone, Debug)]
pub struct Quotation {
    /// Several where it is re-opened in the next paragraph (Q3) or interrupted by its attribution (Q6).
    pub parts: Vec<Part>,
    /// Set as a block quotation, without marks.
    pub block: bool,
    /// Stands inside another quotation.
    pub nested: bool,
    pub speaker: Option<Speaker>,
}

/// A stretch of quoted words in one block.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Index of the block.
    pub block: usize,
    /// Bytes of the block's text between the marks.
    pub inner: Span,
    /// The same with the marks.
    pub outer: Span,
}

/// The speaker of a quotation as the text names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name without titles, as printed.
    pub name: String,
    /// Where it stands: block and bytes of its text. `None` for a transcript's label or a pronoun resolved
    /// elsewhere.
    pub place: Option<(usize, Span)>,
    /// Named by a pronoun alone: the last subject of reported speech before it is meant, which is likely and
    /// not certain.
    pub by_pronoun: bool,
}

pub(super) fn named(text: &str, words: &[Word], name: &names::Name, block: usize, offset: u32) -> Speaker {
    let span = words[name.bare].span.join(words[name.words.end - 1].span);
    let printed = span.of(text);
    let bare = printed_without_possessive(printed);
    Speaker {
        name: bare.to_owned(),
        place: Some((
            block,
            Span { start: offset + span.start, end: offset + span.start + Span::new(0, bare.len()).end },
        )),
        by_pronoun: false,
    }
}
