//! Weights of a linear model: for each feature the classes that it speaks for or against.

use serde::{Deserialize, Serialize};

/// What a model adds to the scores of the classes when it sees a feature.
pub trait Weigh {
    /// Adds the weights of all `features` to `scores`, one score a class.
    fn weigh(&self, features: &[u64], scores: &mut [i32]);
}

/// Weights as they stand in a model file: features by rising key, the distance to the key before as a varint, then the
/// number of classes and for each its number and its weight.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Packed {
    features: u32,
    #[serde(with = "crate::prose::syntax::model::packed_bytes")]
    bytes: Vec<u8>,
}

impl Packed {
    /// Packs `features`, each with its classes; of two with one key the first counts.
    pub fn of(mut features: Vec<(u64, Vec<(u8, i8)>)>) -> Self {
        features.sort_by_key(|(feature, _)| key(*feature));
        features.dedup_by_key(|(feature, _)| key(*feature));
        let mut bytes = Vec::new();
        let mut before = 0;
        for (feature, classes) in &features {
            varint(key(*feature) - before, &mut bytes);
            before = key(*feature);
            bytes.push(u8::try_from(classes.len()).unwrap_or(u8::MAX));
            for (class, weight) in classes.iter().take(usize::from(u8::MAX)) {
                bytes.extend([*class, weight.cast_unsigned()]);
            }
        }
        Self { features: u32::try_from(features.len()).unwrap_or(u32::MAX), bytes }
    }
}

/// Weights opened for use: an open-addressing table from keys to runs of classes.
#[derive(Debug)]
pub struct Weights {
    /// One bit for each key that there is: most features are in no model, and this fits into a core's own cache.
    present: Vec<u64>,
    slots: Vec<(u32, u32)>,
    shift: u32,
    /// A run begins with its length.
    runs: Vec<(u8, i8)>,
}

impl Weights {
    /// Opens packed weights; what is cut short ends where it is cut.
    pub fn open(packed: &Packed) -> Self {
        // A feature takes two bytes at least: a damaged count asks for no more room than the file has.
        let features = (packed.features as usize).min(packed.bytes.len() / 2);
        let room = (features * 2).next_power_of_two().clamp(2, 1 << 31);
        let shift = u32::BITS - room.trailing_zeros();
        let mut opened = Self {
            present: vec![0; PRESENT / 64],
            slots: vec![(0, 0); room],
            shift,
            runs: Vec::with_capacity(packed.bytes.len() / 2),
        };
        let mut bytes = packed.bytes.iter().copied();
        let mut key = 0u32;
        for _ in 0..features.min(room / 2) {
            let Some(step) = read_varint(&mut bytes) else { break };
            key = key.wrapping_add(step);
            let Some(classes) = bytes.next() else { break };
            let run = u32::try_from(opened.runs.len()).unwrap_or(0);
            opened.runs.push((classes, 0));
            for _ in 0..classes {
                let (class, weight) = (bytes.next().unwrap_or(0), bytes.next().unwrap_or(0));
                opened.runs.push((class, weight.cast_signed()));
            }
            opened.present[bit(key) / 64] |= 1 << (bit(key) % 64);
            let mut at = opened.first(key);
            while opened.slots[at].0 != 0 {
                at = (at + 1) & (room - 1);
            }
            opened.slots[at] = (key, run);
        }
        opened
    }

    fn first(&self, key: u32) -> usize {
        (key.wrapping_mul(SPREAD) >> self.shift) as usize
    }

    /// Where the key's run of classes begins.
    fn run(&self, key: u32) -> Option<usize> {
        let mut at = self.first(key);
        loop {
            match self.slots[at] {
                (0, _) => return None,
                (found, run) if found == key => return Some(run as usize),
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
    }
}

impl Weigh for Weights {
    /// In three passes, so that the waits for memory of one feature and the next overlap.
    fn weigh(&self, features: &[u64], scores: &mut [i32]) {
        for features in features.chunks(TOGETHER) {
            let (mut keys, mut known) = ([0; TOGETHER], 0);
            for feature in features {
                let key = key(*feature);
                keys[known] = key;
                known += (self.present[bit(key) / 64] >> (bit(key) % 64) & 1) as usize;
            }
            let (mut runs, mut found) = ([0; TOGETHER], 0);
            for key in &keys[..known] {
                if let Some(run) = self.run(*key) {
                    runs[found] = run;
                    found += 1;
                }
            }
            for run in &runs[..found] {
                let classes = usize::from(self.runs[*run].0);
                for (class, weight) in &self.runs[run + 1..run + 1 + classes] {
                    if let Some(score) = scores.get_mut(usize::from(*class)) {
                        *score += i32::from(*weight);
                    }
                }
            }
        }
    }
}

/// Features that are looked up together.
const TOGETHER: usize = 64;

/// Bits that say which keys there are: 512 KiB.
const PRESENT: usize = 1 << 22;

fn bit(key: u32) -> usize {
    (key >> 10) as usize
}

/// The 32 bits by which a feature is known: of a million features two in ten thousand meet another.
fn key(feature: u64) -> u32 {
    u32::try_from(feature >> 32).unwrap_or(0).max(1)
}

/// 2^32 divided by the golden ratio: spreads neighbours (Knuth, volume 3, 6.4).
const SPREAD: u32 = 0x9e37_79b9;

pub(super) fn varint(mut value: u32, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push((value & 0x7f) as u8);
}

pub(super) fn read_varint(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let mut value = 0;
    for shift in (0..u32::BITS).step_by(7) {
        let byte = bytes.next()?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}
