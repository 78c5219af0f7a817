//! Matrices of a small neural network: a byte a weight in the model file, floats in use.

#![allow(
    clippy::inline_always,
    reason = "what runs on wide registers must be compiled for them, which only inlining does"
)]

use pulp::{Arch, Simd, WithSimd};
use serde::{Deserialize, Serialize};

/// Columns that are worked on at once: eight registers of four floats, which every x86-64 has, or four of eight.
pub const BLOCK: usize = 32;

/// A matrix as it is stored: each row has a scale of its own.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Packed {
    columns: u32,
    scales: Vec<f32>,
    #[serde(with = "crate::prose::syntax::model::packed_bytes")]
    weights: Vec<u8>,
}

impl Packed {
    /// Rounds each row to bytes.
    pub fn of(weights: &[f32], columns: usize) -> Self {
        let mut packed = Self { columns: u32::try_from(columns).unwrap_or(0), ..Self::default() };
        for row in weights.chunks_exact(columns.max(1)) {
            let largest = row.iter().fold(0.0, |largest: f32, weight| largest.max(weight.abs()));
            let scale = if largest > 0.0 { largest / f32::from(i8::MAX) } else { 1.0 };
            packed.scales.push(scale);
            packed.weights.extend(row.iter().map(|weight| rounded(weight / scale).cast_unsigned()));
        }
        packed
    }

    /// The floats row by row; `None` where rows, columns or scales are not as they must be.
    pub fn open(&self, rows: usize, columns: usize) -> Option<Vec<f32>> {
        let sized = self.columns as usize == columns
            && self.scales.len() == rows
            && rows.checked_mul(columns) == Some(self.weights.len());
        if !sized || columns == 0 || !self.scales.iter().all(|scale| scale.is_finite()) {
            return None;
        }
        let mut weights = Vec::with_capacity(self.weights.len());
        for (row, scale) in self.weights.chunks_exact(columns).zip(&self.scales) {
            weights.extend(row.iter().map(|weight| f32::from(weight.cast_signed()) * scale));
        }
        Some(weights)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "cut to the range of a byte before")]
fn rounded(weight: f32) -> i8 {
    weight.round().clamp(f32::from(-i8::MAX), f32::from(i8::MAX)) as i8
}

/// A matrix of which single rows are added.
#[derive(Clone, Debug, Default)]
pub struct Table {
    columns: usize,
    weights: Vec<f32>,
}

impl Table {
    /// Opens a stored table; `None` if it has other columns than it must.
    pub fn open(packed: &Packed, rows: usize, columns: usize) -> Option<Self> {
        Some(Self { columns, weights: packed.open(rows, columns)? })
    }

    /// Adds a row; a row that is not there is nothing.
    pub fn add_row(&self, row: usize, sum: &mut [f32]) {
        let start = row.saturating_mul(self.columns);
        if let Some(row) = self.weights.get(start..start.saturating_add(self.columns)) {
            sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        }
    }
}

/// A matrix that is multiplied with whole vectors, its columns in blocks; the last row stands for a constant 1.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    inputs: usize,
    columns: usize,
    /// Block by block, in a block row by row.
    weights: Vec<Block>,
}

impl Layer {
    /// Opens a stored layer; `None` if its size is another than it must be.
    pub fn open(packed: &Packed, inputs: usize, columns: usize) -> Option<Self> {
        let rows = packed.open(inputs + 1, columns)?;
        let blocks = columns.div_ceil(BLOCK);
        let mut weights = vec![[0.0; BLOCK]; blocks * (inputs + 1)];
        for (at, row) in rows.chunks_exact(columns).enumerate() {
            for (block, part) in row.chunks(BLOCK).enumerate() {
                weights[block * (inputs + 1) + at][..part.len()].copy_from_slice(part);
            }
        }
        Some(Self { inputs, columns: blocks * BLOCK, weights })
    }

    /// Columns, filled up to whole blocks.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Writes the product of a vector, of which only these places are other than 0, and the matrix.
    pub fn product_of(&self, values: &[(usize, f32)], product: &mut [f32]) {
        Arch::new().dispatch(Sparse { layer: self, values, product });
    }

    /// Writes the product of each vector and the matrix, one after the other.
    pub fn products<'a>(&self, vectors: impl Iterator<Item = &'a [f32]> + Clone, products: &mut [f32]) {
        Arch::new().dispatch(Dense { layer: self, vectors, products });
    }

    /// The blocks, each with its constants and its rows.
    fn blocks(&self) -> impl Iterator<Item = (&Block, &[Block])> {
        self.weights.chunks_exact(self.inputs + 1).filter_map(<[Block]>::split_last)
    }
}

/// Weights of one row in neighbouring columns.
type Block = [f32; BLOCK];

struct Sparse<'a> {
    layer: &'a Layer,
    values: &'a [(usize, f32)],
    product: &'a mut [f32],
}

impl WithSimd for Sparse<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let products = self.product.as_chunks_mut::<BLOCK>().0;
        for ((constants, rows), product) in self.layer.blocks().zip(products) {
            let weighed = self.values.iter().filter_map(|(at, value)| Some((*value, rows.get(*at)?)));
            sum_rows(simd, constants, &weighed, product);
        }
    }
}

struct Dense<'a, Vectors> {
    layer: &'a Layer,
    vectors: Vectors,
    products: &'a mut [f32],
}

impl<'a, Vectors: Iterator<Item = &'a [f32]> + Clone> WithSimd for Dense<'_, Vectors> {
    type Output = ();

    /// A block's weights, which fit into the first cache, are used for all vectors at once.
    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        for (block, (constants, rows)) in self.layer.blocks().enumerate() {
            let products = self.products.chunks_exact_mut(self.layer.columns);
            for (vector, product) in self.vectors.clone().zip(products) {
                if let Some(product) = product.as_chunks_mut::<BLOCK>().0.get_mut(block) {
                    sum_rows(simd, constants, &vector.iter().copied().zip(rows), product);
                }
            }
        }
    }
}

/// Registers that are summed in at once: while one waits for its sum, the others are fed.
const REGISTERS: usize = 4;

/// Writes the constants and the rows, each times its value. A column's sum runs in the order of the rows and no product is
/// fused with it, so that every machine finds the same.
#[inline(always)]
fn sum_rows<'a, S: Simd>(
    simd: S,
    constants: &Block,
    rows: &(impl Iterator<Item = (f32, &'a Block)> + Clone),
    product: &mut Block,
) {
    let registers = |block| S::as_simd_f32s(block).0.as_chunks::<REGISTERS>().0;
    let products = S::as_mut_simd_f32s(product).0.as_chunks_mut::<REGISTERS>().0;
    for (at, (product, constants)) in products.iter_mut().zip(registers(constants)).enumerate() {
        let mut sums = *constants;
        for (value, row) in rows.clone() {
            let (value, Some(row)) = (simd.splat_f32s(value), registers(row).get(at)) else { continue };
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum = simd.add_f32s(*sum, simd.mul_f32s(value, *weight));
            }
        }
        *product = sums;
    }
}

// A block is whole groups of registers on every machine.
const _: () = assert!(BLOCK.is_multiple_of(REGISTERS * 8));
