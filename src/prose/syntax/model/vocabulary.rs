//! What is known by a number of its own: words, endings, shapes, each by its hash.

use crate::prose::syntax::model::features::finish;
use crate::prose::syntax::model::weights::{read_varint, varint};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Known hashes in rising order, the distance to the one before as a varint.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Packed {
    entries: u32,
    #[serde(with = "crate::prose::syntax::model::packed_bytes")]
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs hashes in any order.
    pub fn of(hashes: &[u64]) -> Self {
        let mut keys: Vec<u32> = hashes.iter().map(|hash| key(*hash)).collect();
        keys.sort_unstable();
        keys.dedup();
        let (mut bytes, mut before) = (Vec::new(), 0);
        for key in &keys {
            varint(key - before, &mut bytes);
            before = *key;
        }
        Self { entries: u32::try_from(keys.len()).unwrap_or(u32::MAX), bytes }
    }
}

/// Numbers of what is known.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary(FxHashMap<u32, u32>);

impl Vocabulary {
    /// Opens a packed vocabulary.
    pub fn open(packed: &Packed) -> Self {
        let mut bytes = packed.bytes.iter().copied();
        let (mut key, mut numbers) = (0u32, FxHashMap::default());
        // A hash takes a byte at least: a damaged count asks for no more room than the file has.
        numbers.reserve((packed.entries as usize).min(packed.bytes.len()));
        for number in 1..=packed.entries {
            let Some(step) = read_varint(&mut bytes) else { break };
            key = key.wrapping_add(step);
            numbers.insert(key, number);
        }
        Self(numbers)
    }

    /// The number of a hash, from 1; 0 where it is not known.
    pub fn number(&self, hash: u64) -> usize {
        self.0.get(&key(hash)).copied().unwrap_or(0) as usize
    }

    /// How many numbers there are, the unknown's with them.
    pub fn numbers(&self) -> usize {
        self.0.len() + 1
    }
}

fn key(hash: u64) -> u32 {
    (finish(hash) >> 32) as u32
}
