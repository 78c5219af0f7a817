//! A language's model: what was learned from treebanks, as it is stored and as it is used.

pub mod classes;
pub mod encoder;
mod features;
pub mod lemmas;
pub mod matrix;
mod packed_bytes;
pub mod parser;
pub mod steps;
pub mod tagger;
pub mod token;
pub mod transitions;
pub mod vocabulary;
pub mod weights;

use crate::prose::syntax::labels::{Label, Relation, Upos};
use crate::prose::syntax::model::classes::{OpenClasses, WordClasses};
use crate::prose::syntax::model::encoder::{Encoder, WIDTH};
use crate::prose::syntax::model::lemmas::{Lemmas, OpenLemmas};
use crate::prose::syntax::model::matrix::Layer;
use crate::prose::syntax::model::parser::Parser;
use crate::prose::syntax::model::steps::Steps;
use crate::prose::syntax::model::tagger::{best, tag};
use crate::prose::syntax::model::token::Form;
use crate::prose::syntax::model::weights::{Packed, Weights};
use crate::prose::syntax::node::Node;
use serde::de::Error;
use serde::{Deserialize, Serialize};

/// A model as it is stored.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stored {
    /// The tags of the tagger, each with its part of speech.
    pub tags: Vec<(String, Upos)>,
    pub labels: Vec<Label>,
    pub classes: WordClasses,
    /// The first look at the tags, from left to right.
    pub tagger: Packed,
    pub encoder: encoder::Stored,
    /// The second look, from a token's vector to the scores of its tags.
    pub retagger: matrix::Packed,
    pub parser: parser::Stored,
    pub lemmas: Lemmas,
}

/// A model opened for use.
#[derive(Debug)]
pub struct Model {
    tags: Vec<Upos>,
    labels: Vec<Label>,
    steps: Steps,
    classes: OpenClasses,
    tagger: Weights,
    encoder: Encoder,
    retagger: Layer,
    parser: Parser,
    lemmas: OpenLemmas,
}

impl Model {
    /// Opens a stored model; `None` if its parts do not fit together.
    pub fn open(stored: &Stored) -> Option<Self> {
        let (tags, steps) = (stored.tags.len(), Steps::new(stored.labels.len()));
        if stored.labels.is_empty() {
            return None;
        }
        Some(Self {
            tags: stored.tags.iter().map(|(_, upos)| *upos).collect(),
            labels: stored.labels.clone(),
            steps,
            classes: stored.classes.open(),
            tagger: Weights::open(&stored.tagger),
            encoder: Encoder::open(&stored.encoder, tags)?,
            retagger: Layer::open(&stored.retagger, WIDTH, tags)?,
            parser: Parser::open(&stored.parser, steps)?,
            lemmas: stored.lemmas.open(),
        })
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// Where the bytes are no model of this version.
    pub fn read(bytes: &[u8]) -> Result<Self, postcard::Error> {
        Self::open(&postcard::from_bytes(bytes)?).ok_or_else(|| postcard::Error::custom("sizes"))
    }

    /// Parts of speech and dependencies of one sentence, token by token.
    pub fn analyse(&self, tokens: &[&str]) -> Vec<Node> {
        let tokens = &tokens[..tokens.len().min(LONGEST)];
        let forms: Vec<Form> = tokens.iter().map(|token| Form::of(token)).collect();
        let classes: Vec<u64> = forms.iter().map(|form| self.classes.of(form)).collect();
        let tags = tag(&forms, &classes, self.tags.len(), &self.tagger);
        let vectors = self.encoder.encode(&forms, &tags);
        let room = self.retagger.columns();
        let mut scores = vec![0.0; tokens.len() * room];
        self.retagger.products(vectors.chunks_exact(WIDTH), &mut scores);
        let second: Vec<usize> =
            scores.chunks_exact(room.max(1)).map(|scores| best(&scores[..self.tags.len()])).collect();
        let tree = self.parser.parse(&vectors, &tags, self.steps);
        let node = |at: usize| {
            let head = Some(usize::from(tree.heads[at])).filter(|head| *head < tokens.len());
            let label = self.labels.get(usize::from(tree.labels[at])).copied();
            let label = label.unwrap_or(Label { relation: Relation::Dep, ..Label::ROOT });
            let upos = self.tags.get(second[at]).copied().unwrap_or(Upos::X);
            let tag = u8::try_from(second[at]).unwrap_or(0);
            Node { upos, tag, head, label: if head.is_some() { label } else { Label::ROOT } }
        };
        (0..tokens.len()).map(node).collect()
    }

    /// The lemma of a token; apart, since most trees are asked for none.
    pub fn lemma(&self, token: &str, node: &Node) -> String {
        self.lemmas.lemma(token, [node.upos as u8, node.tag])
    }
}

/// Tokens of a sentence that are read; what is longer is no sentence.
pub const LONGEST: usize = 400;
