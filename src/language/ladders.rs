//! How far words say that a thing is known, or settled, ready for look-up.

use crate::language::vocabulary::scales::Scales;
use rustc_hash::FxHashMap;

/// A step of a scale: the scale's number, and the degree, the lowest 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub scale: usize,
    pub degree: usize,
}

/// Both scales by the stems of their words; a word may stand on both.
#[derive(Debug)]
pub struct Ladders {
    steps: FxHashMap<String, Vec<Step>>,
    /// The highest degree of each scale.
    tops: [usize; 2],
}

impl Ladders {
    pub(super) fn of(scales: &Scales, form: &dyn Fn(&str) -> String) -> Self {
        let scales = [scales.knowledge, scales.resolve];
        let mut steps: FxHashMap<String, Vec<Step>> = FxHashMap::default();
        for (scale, degrees) in scales.iter().enumerate() {
            for (degree, words) in degrees.iter().enumerate() {
                for word in *words {
                    steps.entry(form(word)).or_default().push(Step { scale, degree });
                }
            }
        }
        Self { steps, tops: scales.map(|scale| scale.len().saturating_sub(1)) }
    }

    /// Where a stem stands; empty where it says nothing of the kind.
    pub fn steps(&self, stem: &str) -> &[Step] {
        self.steps.get(stem).map_or(&[], Vec::as_slice)
    }

    /// Whether the second of two stems stands higher than the first on some scale.
    pub fn rises(&self, [from, to]: [&str; 2]) -> bool {
        let lower = self.steps(from);
        self.steps(to)
            .iter()
            .any(|high| lower.iter().any(|low| low.scale == high.scale && low.degree < high.degree))
    }

    /// Whether a step is the highest of its scale: established, decided.
    pub fn is_top(&self, step: Step) -> bool {
        step.degree == self.tops[step.scale]
    }
}
