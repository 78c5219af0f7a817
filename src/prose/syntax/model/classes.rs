//! Classes of words by the parts of speech that they were seen as.

use crate::prose::syntax::model::features::finish;
use crate::prose::syntax::model::token::Form;
use crate::prose::syntax::model::weights::{read_varint, varint};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// For each known word the class of the tags that it was seen with.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct WordClasses {
    words: u32,
    #[serde(with = "crate::prose::syntax::model::packed_bytes")]
    bytes: Vec<u8>,
}

impl WordClasses {
    /// Packs words with their classes.
    pub fn of(mut words: Vec<(u64, u8)>) -> Self {
        words.sort_unstable_by_key(|(word, class)| (short(*word), *word, *class));
        words.dedup_by_key(|(word, _)| short(*word));
        let (mut bytes, mut before) = (Vec::new(), 0);
        for (word, class) in &words {
            varint(short(*word) - before, &mut bytes);
            before = short(*word);
            bytes.push(*class);
        }
        Self { words: u32::try_from(words.len()).unwrap_or(u32::MAX), bytes }
    }

    /// Opens the classes for use.
    pub fn open(&self) -> OpenClasses {
        let mut bytes = self.bytes.iter().copied();
        let (mut key, mut opened) = (0u32, FxHashMap::default());
        // A word takes two bytes at least: a damaged count asks for no more room than the file has.
        opened.reserve((self.words as usize).min(self.bytes.len() / 2));
        while let Some(step) = read_varint(&mut bytes) {
            key = key.wrapping_add(step);
            opened.insert(key, bytes.next().unwrap_or(0));
        }
        OpenClasses(opened)
    }
}

/// The classes of words, opened for use.
#[derive(Debug, Default)]
pub struct OpenClasses(FxHashMap<u32, u8>);

impl OpenClasses {
    /// The class of a word; 0 where it is not known.
    pub fn of(&self, form: &Form) -> u64 {
        self.0.get(&short(form.word)).copied().map_or(0, u64::from)
    }
}

fn short(word: u64) -> u32 {
    (finish(word) >> 32) as u32
}
