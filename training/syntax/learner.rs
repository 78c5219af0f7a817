//! An averaged perceptron (Collins 2002) with whole-number weights.

use backread::prose::syntax::model::weights::{Packed, Weigh};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Features are hashes already.
#[derive(Default)]
pub struct Through(u64);

impl Hasher for Through {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

struct Weight {
    class: u8,
    now: i32,
    /// Sum of changes, each times the number of the step that made it.
    late: i64,
}

#[derive(Default)]
pub struct Learner {
    features: HashMap<u64, Vec<Weight>, BuildHasherDefault<Through>>,
    step: i64,
}

impl Weigh for Learner {
    fn weigh(&self, features: &[u64], scores: &mut [i32]) {
        for weight in features.iter().filter_map(|feature| self.features.get(feature)).flatten() {
            scores[usize::from(weight.class)] += weight.now;
        }
    }
}

impl Learner {
    /// One decision was right.
    pub fn pass(&mut self) {
        self.step += 1;
    }

    /// One decision was `wrong` where `right` was wanted.
    pub fn correct(&mut self, features: &[u64], right: usize, wrong: usize) {
        self.step += 1;
        for feature in features {
            let weights = self.features.entry(*feature).or_default();
            for (class, change) in [(right as u8, 1), (wrong as u8, -1)] {
                match weights.iter_mut().find(|weight| weight.class == class) {
                    Some(weight) => {
                        weight.now += change;
                        weight.late += i64::from(change) * self.step;
                    }
                    None => weights.push(Weight { class, now: change, late: i64::from(change) * self.step }),
                }
            }
        }
    }

    /// The averaged weights, quantised to a byte, the smallest left out until they fit into so many bytes.
    pub fn pack(&self, budget: usize) -> Packed {
        let steps = self.step.max(1) as f64;
        let average = |weight: &Weight| (weight.class, f64::from(weight.now) - weight.late as f64 / steps);
        let averages = |(feature, weights): (&u64, &Vec<Weight>)| {
            (*feature, weights.iter().map(average).filter(|(_, weight)| weight.abs() > 1e-9).collect())
        };
        let mut all: Vec<(u64, Vec<(u8, f64)>)> = self.features.iter().map(averages).collect();
        all.sort_unstable_by_key(|(feature, _)| *feature);
        let mut sizes: Vec<f64> =
            all.iter().flat_map(|(_, weights)| weights.iter().map(|(_, weight)| weight.abs())).collect();
        sizes.sort_by(f64::total_cmp);
        // One weight in two thousand may be cut to the largest that a byte holds.
        let top = sizes[(sizes.len() - 1) * 1999 / 2000];
        let bytes = |least: f64| -> usize {
            let kept =
                |weights: &[(u8, f64)]| weights.iter().filter(|(_, weight)| weight.abs() >= least).count();
            all.iter()
                .map(|(_, weights)| kept(weights))
                .filter(|kept| *kept > 0)
                .map(|kept| 3 + 2 * kept)
                .sum()
        };
        let (mut low, mut high) = (0, sizes.len() - 1);
        while low < high {
            let middle = usize::midpoint(low, high);
            if bytes(sizes[middle]) > budget { low = middle + 1 } else { high = middle }
        }
        let least = sizes[low].max(top / 127.0 * 0.5);
        let quantised = |weight: f64| (weight / top * 127.0).round().clamp(-127.0, 127.0) as i8;
        let kept = all.into_iter().filter_map(|(feature, weights)| {
            let kept: Vec<(u8, i8)> = weights
                .iter()
                .filter(|(_, weight)| weight.abs() >= least)
                .map(|(class, weight)| (*class, quantised(*weight)))
                .collect();
            (!kept.is_empty()).then_some((feature, kept))
        });
        let packed = Packed::of(kept.collect());
        println!("  {} features learned, weights from {least:.3} to {top:.1} kept", self.features.len());
        packed
    }
}
