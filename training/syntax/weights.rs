//! A matrix under training: its gradient, Adam's moments (Kingma and Ba 2015), and the running average of its values that is kept
//! in the end.

use crate::dice::Dice;
use backread::prose::syntax::model::matrix::Packed;

pub struct Weights {
    pub columns: usize,
    pub values: Vec<f32>,
    gradient: Vec<f32>,
    first: Vec<f32>,
    second: Vec<f32>,
    average: Vec<f32>,
    /// Rows with a gradient; only they are moved, so that a table costs what is used of it.
    touched: Vec<usize>,
    is_touched: Vec<bool>,
}

/// Adam's shares of what is remembered of slopes and of their squares.
const FIRST: f32 = 0.9;
const SECOND: f32 = 0.999;

impl Weights {
    /// Values spread evenly within `reach` around 0.
    pub fn new(rows: usize, columns: usize, reach: f32, dice: &mut Dice) -> Self {
        let values: Vec<f32> = (0..rows * columns).map(|_| (dice.share() * 2.0 - 1.0) * reach).collect();
        let zeros = vec![0.0; values.len()];
        Self {
            columns,
            gradient: zeros.clone(),
            first: zeros.clone(),
            second: zeros,
            average: values.clone(),
            values,
            touched: Vec::new(),
            is_touched: vec![false; rows],
        }
    }

    pub fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.columns..(row + 1) * self.columns]
    }

    /// Adds a slope to a row's.
    pub fn slope(&mut self, row: usize, slope: &[f32]) {
        self.touch(row);
        add(slope, &mut self.gradient[row * self.columns..(row + 1) * self.columns]);
    }

    fn touch(&mut self, row: usize) {
        if !self.is_touched[row] {
            self.is_touched[row] = true;
            self.touched.push(row);
        }
    }

    /// The product with a vector, and the last row.
    pub fn product(&self, vector: &[f32], product: &mut [f32]) {
        product.copy_from_slice(self.row(vector.len()));
        for (block, product) in product.chunks_mut(LANES).enumerate() {
            let weights = self.values[block * LANES..].chunks(self.columns);
            // Whole blocks stay in registers.
            if let Ok(product) = <&mut [f32; LANES]>::try_from(&mut *product) {
                let mut sums = *product;
                for (value, row) in vector.iter().zip(weights) {
                    let row: &[f32; LANES] = row[..LANES].try_into().expect("a whole block");
                    sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += value * weight);
                }
                *product = sums;
            } else {
                for (value, row) in vector.iter().zip(weights) {
                    product.iter_mut().zip(row).for_each(|(sum, weight)| *sum += value * weight);
                }
            }
        }
    }

    /// Takes the slope of a product back: to the weights, and to the vector.
    pub fn back(&mut self, vector: &[f32], slope: &[f32], to: &mut [f32]) {
        for (row, value) in vector.iter().copied().chain([1.0]).enumerate() {
            self.touch(row);
            if value != 0.0 {
                let gradient = &mut self.gradient[row * self.columns..(row + 1) * self.columns];
                gradient.iter_mut().zip(slope).for_each(|(sum, slope)| *sum += value * slope);
            }
        }
        for (to, row) in to.iter_mut().zip(self.values.chunks_exact(self.columns)) {
            *to += dot(row, slope);
        }
    }

    /// One step of Adam along what has come together; `scale` divides it among the sentences.
    pub fn step(&mut self, rate: f32, step: i32, scale: f32) {
        let correct = rate * (1.0 - SECOND.powi(step)).sqrt() / (1.0 - FIRST.powi(step));
        for row in self.touched.drain(..) {
            self.is_touched[row] = false;
            let range = row * self.columns..(row + 1) * self.columns;
            let gradient = &mut self.gradient[range.clone()];
            let (first, second) = (&mut self.first[range.clone()], &mut self.second[range.clone()]);
            let values = &mut self.values[range];
            for (((value, gradient), first), second) in
                values.iter_mut().zip(gradient.iter_mut()).zip(first).zip(second)
            {
                let slope = *gradient * scale;
                *first += (1.0 - FIRST) * (slope - *first);
                *second += (1.0 - SECOND) * (slope * slope - *second);
                *value -= correct * *first / (second.sqrt() + 1e-8);
                *gradient = 0.0;
            }
        }
    }

    /// Moves the average towards the values by this share of the way.
    pub fn settle(&mut self, share: f32) {
        for (average, value) in self.average.iter_mut().zip(&self.values) {
            *average += share * (value - *average);
        }
    }

    pub fn pack(&self) -> Packed {
        Packed::of(&self.average, self.columns)
    }
}

pub fn add(from: &[f32], to: &mut [f32]) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
}

pub fn multiply(values: &mut [f32], by: &[f32]) {
    values.iter_mut().zip(by).for_each(|(value, by)| *value *= by);
}

/// Numbers that are worked on at once.
const LANES: usize = 32;

/// A scalar product, its sums in a fixed order that vector units can keep.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0; LANES];
    let (a, a_rest) = a.as_chunks::<LANES>();
    let (b, b_rest) = b.as_chunks::<LANES>();
    for (a, b) in a.iter().zip(b) {
        sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += a * b);
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    // Half on half.
    let mut width = LANES / 2;
    while width > 0 {
        let (low, high) = sums.split_at_mut(width);
        add(&high[..width], low);
        width /= 2;
    }
    sums[0] + rest
}

/// Scores as chances, of those that are allowed.
pub fn softmax(scores: &mut [f32], allowed: impl Fn(usize) -> bool) {
    let top = (0..scores.len()).filter(|at| allowed(*at)).map(|at| scores[at]).fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for (at, score) in scores.iter_mut().enumerate() {
        *score = if allowed(at) { power(*score - top) } else { 0.0 };
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

/// e to a power of 0 or less, the same on every machine: those of C libraries differ in the last bit.
fn power(exponent: f32) -> f32 {
    let halvings = (exponent.max(-80.0) * std::f32::consts::LOG2_E).round();
    let rest = exponent.max(-80.0) - halvings * std::f32::consts::LN_2;
    let series =
        [120.0, 24.0, 6.0, 2.0, 1.0].iter().fold(rest / 720.0, |sum, part| rest * (sum + 1.0 / part));
    (1.0 + series) * f32::from_bits(((halvings + 127.0) as u32) << 23)
}
