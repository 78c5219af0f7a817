//! A reference from the draft to a source.

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
    /// The sentences of its run: the first, and the one it stands in or behind. Empty until `settle` knows
    /// them.
    pub(in crate::draft) run: Option<(usize, usize)>,
}

/// What a citation names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A Pandoc key.
    Key(String),
    Url(String),
    /// A footnote; its definition may hold further citations.
    Note(String),
    /// A wikilink or a handle: a citation only if a source answers to it.
    Name(String),
    /// A note within the sentence that has neither key nor address.
    Text(String),
    /// `(Doe, 2020)`: the first author's family name and the year.
    /// `sure` where a page or a second author says that it is no film, place or month.
    Author {
        name: String,
        year: String,
        sure: bool,
    },
}

impl Target {
    /// What is cited, in the draft's own letters; a footnote's number says nothing.
    pub fn shown(&self) -> Option<&str> {
        match self {
            Self::Key(name) | Self::Url(name) | Self::Name(name) | Self::Author { name, .. } => Some(name),
            Self::Note(_) | Self::Text(_) => None,
        }
    }
}

impl Citation {
    /// Whether it may turn out to be none.
    pub fn may_be_none(&self) -> bool {
        matches!(self.target, Target::Name(_))
    }
}
