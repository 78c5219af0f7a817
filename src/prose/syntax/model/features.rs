//! Features as numbers: a template's number and the values that fill it, hashed into one.

/// Odd and without a pattern: the constant of `FxHash`.
const SPREAD: u64 = 0xf135_7aea_2e62_a9c5;

/// Mixes one value more into a feature.
pub(super) fn mix(feature: u64, value: u64) -> u64 {
    (feature.rotate_left(23) ^ value).wrapping_mul(SPREAD)
}

/// Brings the high bits to where tables look.
pub(super) fn finish(feature: u64) -> u64 {
    let spread = (feature ^ (feature >> 29)).wrapping_mul(SPREAD);
    spread ^ (spread >> 32)
}

/// The number of a run of characters.
pub(super) fn of_chars(chars: impl Iterator<Item = char>) -> u64 {
    chars.fold(SPREAD, |number, c| mix(number, u64::from(u32::from(c))))
}

/// Collects the features of one decision.
#[derive(Debug, Default)]
pub(super) struct Features {
    pub(super) found: Vec<u64>,
    template: u64,
}

impl Features {
    /// Begins the features of the next decision; `first` keeps the templates of two models apart.
    pub(super) fn begin(&mut self, first: u64) {
        self.found.clear();
        self.template = first;
    }

    /// One feature more, by the next template.
    pub(super) fn add<const N: usize>(&mut self, values: [u64; N]) {
        self.template += 1;
        self.found.push(finish(values.into_iter().fold(self.template, mix)));
    }
}
