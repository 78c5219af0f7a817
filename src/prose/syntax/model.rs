//! A language's model: what was learned from treebanks, as it is stored and as it is used.

use crate::prose::syntax::Node;
use crate::prose::syntax::features::of_text;
use crate::prose::syntax::labels::{Label, Relation, Upos};
use crate::prose::syntax::lemmas::{Lemmas, OpenLemmas};
use crate::prose::syntax::parser::{Item, Steps, parse};
use crate::prose::syntax::tagger::tag;
use crate::prose::syntax::token::Form;
use crate::prose::syntax::weights::{Packed, Weights};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// A model as it is stored.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Stored {
    /// The tags of the tagger, each with its part of speech.
    pub tags: Vec<(String, Upos)>,
    pub labels: Vec<Label>,
    pub classes: WordClasses,
    pub tagger: Packed,
    pub parser: Packed,
    pub lemmas: Lemmas,
}

/// For each known word the class of the tags that it was seen with, and its cluster.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct WordClasses {
    words: u32,
    #[serde(with = "crate::prose::syntax::packed_bytes")]
    bytes: Vec<u8>,
}

impl WordClasses {
    /// Packs words with their two classes.
    pub fn of(mut words: Vec<(u64, [u8; 2])>) -> Self {
        words.sort_unstable();
        words.dedup_by_key(|(word, _)| short(*word));
        let (mut bytes, mut before) = (Vec::new(), 0);
        words.sort_by_key(|(word, _)| short(*word));
        for (word, classes) in &words {
            crate::prose::syntax::weights::varint(short(*word) - before, &mut bytes);
            before = short(*word);
            bytes.extend(classes);
        }
        Self { words: u32::try_from(words.len()).unwrap_or(u32::MAX), bytes }
    }

    /// Opens the classes for use.
    pub fn open(&self) -> OpenClasses {
        let mut bytes = self.bytes.iter().copied();
        let mut key = 0u32;
        let mut opened = FxHashMap::with_capacity_and_hasher(self.words as usize, rustc_hash::FxBuildHasher);
        while let Some(step) = crate::prose::syntax::weights::read_varint(&mut bytes) {
            key = key.wrapping_add(step);
            opened.insert(key, [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]);
        }
        OpenClasses(opened)
    }
}

/// The classes of words, opened for use.
#[derive(Debug, Default)]
pub struct OpenClasses(FxHashMap<u32, [u8; 2]>);

impl OpenClasses {
    /// The two classes of a word: by its tags, and its cluster; 0 where it is not known.
    pub fn of(&self, form: &Form) -> [u64; 2] {
        self.0.get(&short(form.word)).map_or([0, 0], |classes| classes.map(u64::from))
    }
}

fn short(word: u64) -> u32 {
    (crate::prose::syntax::features::finish(word) >> 32) as u32
}

/// A model opened for use.
#[derive(Debug)]
pub struct Model {
    tags: Vec<Upos>,
    labels: Vec<Label>,
    steps: Steps,
    classes: OpenClasses,
    tagger: Weights,
    parser: Weights,
    lemmas: OpenLemmas,
}

impl Model {
    /// Opens a stored model.
    pub fn open(stored: &Stored) -> Self {
        Self {
            tags: stored.tags.iter().map(|(_, upos)| *upos).collect(),
            labels: stored.labels.clone(),
            steps: Steps::new(&stored.labels),
            classes: stored.classes.open(),
            tagger: Weights::open(&stored.tagger),
            parser: Weights::open(&stored.parser),
            lemmas: stored.lemmas.open(),
        }
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// Where the bytes are no model of this version.
    pub fn read(bytes: &[u8]) -> Result<Self, postcard::Error> {
        Ok(Self::open(&postcard::from_bytes(bytes)?))
    }

    /// Parts of speech, lemmas and dependencies of one sentence, token by token.
    pub fn analyse(&self, tokens: &[&str]) -> Vec<Node> {
        let tokens = &tokens[..tokens.len().min(LONGEST)];
        let forms: Vec<Form> = tokens.iter().map(|token| Form::of(token)).collect();
        let classes: Vec<[u64; 2]> = forms.iter().map(|form| self.classes.of(form)).collect();
        let tags = tag(&forms, &classes, self.tags.len(), &self.tagger);
        let upos: Vec<Upos> =
            tags.iter().map(|tag| self.tags.get(usize::from(*tag)).copied().unwrap_or(Upos::X)).collect();
        let lemmas: Vec<String> =
            tokens.iter().zip(&upos).map(|(token, upos)| self.lemmas.lemma(token, *upos as u8)).collect();
        let items: Vec<Item> = (0..tokens.len())
            .map(|at| {
                Item::of(
                    &forms[at],
                    of_text(&lemmas[at]),
                    u64::from(tags[at]),
                    upos[at] as u64,
                    classes[at][1],
                )
            })
            .collect();
        let state = parse(&items, &self.steps, &self.parser);
        let node = |(at, lemma): (usize, String)| {
            let head = Some(usize::from(state.heads[at])).filter(|head| *head < tokens.len());
            let label = self.labels.get(usize::from(state.labels[at])).copied();
            let label = label.unwrap_or(Label { relation: Relation::Dep, ..Label::ROOT });
            Node { upos: upos[at], lemma, head, label: if head.is_some() { label } else { Label::ROOT } }
        };
        lemmas.into_iter().enumerate().map(node).collect()
    }
}

/// Tokens of a sentence that are read; what is longer is no sentence.
const LONGEST: usize = 400;
