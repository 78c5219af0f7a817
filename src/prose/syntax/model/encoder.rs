//! Tokens as vectors that know their neighbours: what is seen of a token, summed, and layers that look one token to each side.

use crate::prose::syntax::model::matrix::{self, Layer, Table};
use crate::prose::syntax::model::token::Form;
use crate::prose::syntax::model::vocabulary::{self, Vocabulary};
use serde::{Deserialize, Serialize};

/// Numbers in a token's vector: whole blocks of [`matrix::BLOCK`].
pub const WIDTH: usize = 64;

/// Layers, each of which sees one token further to both sides. A fourth finds no more trees.
pub const LAYERS: usize = 3;

/// What is seen of a token by its form.
pub const TRAITS: usize = 7;

/// The hashes of a form's traits: the word first, then its ends and its shape.
pub fn traits(form: &Form) -> [u64; TRAITS] {
    let [_, two, three, four, five] = form.suffixes;
    let [_, _, start, _] = form.prefixes;
    [form.word, two, three, four, start, form.shape, five]
}

/// What is seen of a token: for each trait its number in the vocabulary, and the number of its tag.
pub type Seen = [usize; TRAITS + 1];

/// An encoder as it is stored: a table for each trait and one for the tags, then the layers.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Stored {
    pub vocabularies: Vec<vocabulary::Packed>,
    pub tables: Vec<matrix::Packed>,
    pub layers: Vec<matrix::Packed>,
}

/// An encoder opened for use.
#[derive(Debug)]
pub struct Encoder {
    vocabularies: Vec<Vocabulary>,
    tables: Vec<Table>,
    layers: Vec<Layer>,
}

impl Encoder {
    /// Opens a stored encoder; `None` if it is damaged.
    pub fn open(stored: &Stored, tags: usize) -> Option<Self> {
        if stored.vocabularies.len() != TRAITS
            || stored.tables.len() != TRAITS + 1
            || stored.layers.len() != LAYERS
        {
            return None;
        }
        let vocabularies: Vec<Vocabulary> = stored.vocabularies.iter().map(Vocabulary::open).collect();
        let rows = vocabularies.iter().map(Vocabulary::numbers).chain([tags]);
        let tables = stored.tables.iter().zip(rows).map(|(table, rows)| Table::open(table, rows, WIDTH));
        let layers = stored.layers.iter().map(|layer| Layer::open(layer, 3 * WIDTH, WIDTH));
        Some(Self {
            tables: tables.collect::<Option<_>>()?,
            layers: layers.collect::<Option<_>>()?,
            vocabularies,
        })
    }

    /// The vectors of all tokens, one after the other.
    pub fn encode(&self, forms: &[Form], tags: &[u8]) -> Vec<f32> {
        // A token of zeros stands before the first and behind the last.
        let mut vectors = vec![0.0; (forms.len() + 2) * WIDTH];
        for ((form, tag), vector) in forms.iter().zip(tags).zip(vectors[WIDTH..].chunks_exact_mut(WIDTH)) {
            let seen = seen(&self.vocabularies, form, *tag);
            self.tables.iter().zip(seen).for_each(|(table, row)| table.add_row(row, vector));
        }
        let mut products = vec![0.0; forms.len() * WIDTH];
        for layer in &self.layers {
            layer.products(vectors.windows(3 * WIDTH).step_by(WIDTH), &mut products);
            let own = vectors.iter_mut().skip(WIDTH);
            own.zip(&products).for_each(|(value, new)| *value += new.max(0.0));
        }
        vectors.drain(..WIDTH);
        vectors.truncate(forms.len() * WIDTH);
        vectors
    }
}

/// What is seen of a token with this tag.
pub fn seen(vocabularies: &[Vocabulary], form: &Form, tag: u8) -> Seen {
    let mut seen = [usize::from(tag); TRAITS + 1];
    for ((number, vocabulary), hash) in seen.iter_mut().zip(vocabularies).zip(traits(form)) {
        *number = vocabulary.number(hash);
    }
    seen
}
