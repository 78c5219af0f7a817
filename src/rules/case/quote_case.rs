//! What the corpus has on one quotation.

use crate::matching::quotations::fit::Place;
use crate::matching::quotations::joint_places::Bond;
use crate::matching::quotations::reading::{Quoted, Token};
use crate::matching::quotations::splice::Splice;
use std::ops::Deref;
use std::sync::Arc;

/// One quotation and the best places for it, found and not yet judged.
#[derive(Debug)]
pub struct Located {
    /// Index into the draft's quotations.
    pub quotation: usize,
    /// Index of the sentence it begins in.
    pub sentence: usize,
    /// One entry a part of the quotation.
    pub parts: Arc<[QuotedPart]>,
    /// Words in all.
    pub words: usize,
}

impl Located {
    /// Whether the writer marks a cut or a change in it.
    pub(in crate::rules) fn is_marked(&self) -> bool {
        self.parts.iter().any(|part| part.quoted.is_marked())
    }
}

/// A quotation with its places and what the sources have on it.
#[derive(Debug)]
pub struct QuoteCase {
    pub located: Located,
    pub outcome: Outcome,
}

impl Deref for QuoteCase {
    type Target = Located;

    fn deref(&self) -> &Located {
        &self.located
    }
}

/// The words in one paragraph, fragment by fragment.
#[derive(Debug)]
pub struct QuotedPart {
    pub quoted: Quoted,
    /// The inner text that `quoted` was read from.
    pub text: String,
    pub fragments: Vec<FragmentCase>,
}

/// One fragment: its exact places, else its nearest ones, best first.
#[derive(Debug)]
pub struct FragmentCase {
    pub exact: Vec<Place>,
    pub nearest: Vec<Place>,
    pub splice: Option<Splice>,
    /// Where other sources have much of the same words, beside the exact ones.
    pub variants: Vec<Place>,
}

impl FragmentCase {
    /// The places that have much of the words and not all.
    pub(in crate::rules) fn otherwise(&self) -> impl Iterator<Item = &Place> {
        self.nearest.iter().chain(&self.variants)
    }
}

/// How a quotation stands to the sources.
#[derive(Debug)]
pub enum Outcome {
    /// A title, a coined term, an expression: nobody is quoted (Q7).
    NotSpeech,
    /// Every fragment stands somewhere, word for word or with differences.
    Found(Vec<Laid>),
    /// One fragment is made of pieces that stand apart.
    Spliced(Pieces),
    /// Nothing near.
    Nothing,
}

/// A fragment and the place that the whole quotation's course gives it.
#[derive(Debug)]
pub struct Laid {
    /// Numbers of its part and of the fragment in it.
    pub part: usize,
    pub fragment: usize,
    pub place: Place,
    /// How it follows the one before it.
    pub bond: Bond,
}

/// Two pieces of a quotation and where each stands.
#[derive(Debug)]
pub struct Pieces {
    pub first: Place,
    pub second: Place,
    /// Number of the part, and bytes of its inner text where the second piece begins.
    pub cut: Option<(usize, u32)>,
}

impl Outcome {
    /// Whether the words are the source's, differences that every house allows apart.
    pub fn is_exact(&self) -> bool {
        matches!(self, Self::Found(laid) if laid.iter().all(|one| one.place.edits.is_empty()))
    }

    /// The places of a quotation that was found.
    pub fn laid(&self) -> &[Laid] {
        if let Self::Found(laid) = self { laid } else { &[] }
    }
}

impl Laid {
    /// The fragment's words.
    pub fn tokens<'q>(&self, quote: &'q Located) -> &'q [Token] {
        &quote.parts[self.part].quoted.fragments[self.fragment]
    }
}
