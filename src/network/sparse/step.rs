//! One step of the rule, in parts of which each concerns one example and one layer; [`super::threads`] makes a step of
//! the same parts.
//!
//! A sum is held in registers while all that is added to it passes by, a few such sums at a time. What is added to a
//! number, and what is taken from it, comes in the order of the lecture's sums and of the mini-batch's examples, however
//! the loops are nested: that order decides the last bits.
#![allow(clippy::inline_always, reason = "the sums stay in registers only inside the loop that calls for them")]

use wide::f32x4;

use super::{Example, SparseInput, SparseNetwork};
use crate::rule::LearningRate;
use crate::sigmoid::Sigmoid;

/// Vectors that the accumulators of one pass keep in registers: 8 · 4 = 32 hidden units.
const BLOCK: usize = 8;
/// The same for U, whose part is small: fours are as fast, and the page's module is smaller.
const FOUR: usize = 4;
/// Examples whose y⃗ stay in the nearest cache while U learns from them.
const NEAR: usize = 16;

/// Buffers that one step after another uses again.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    inputs: Vec<Input>,
    /// Where the inputs of each example end.
    pub(super) ends: Vec<usize>,
    pub(super) y: Vec<f32x4>,
    d_p: Vec<f32x4>,
    pub(super) d_q: Vec<f32x4>,
    /// q⃗ of one example, the sum of each of the four lanes for itself.
    sums: Vec<f32x4>,
    /// What [`touched`] gave: kept, so that its reads are not left out as useless.
    touched: u32,
}

/// One input that is not zero, with the place of its column in V.
#[derive(Debug, Clone, Copy)]
struct Input {
    column: u32,
    x: f32,
}

/// byte / 255 for every byte.
static SCALED: [f32; 256] = {
    let mut table = [0.0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte as f32 / 255.0;
        byte += 1;
    }
    table
};

/// Cuts `lanes` vectors into runs of `block` (8 or 4), and what is left into 4, 2 and 1, and calls the function that is
/// compiled for that length.
macro_rules! in_blocks {
    ($block:ident, $lanes:expr, $at:ident, $function:ident($($argument:expr),*)) => {{
        let mut $at = 0;
        while $at + $block <= $lanes {
            $function::<$block>($($argument),*);
            $at += $block;
        }
        if $block > 4 && $lanes - $at >= 4 {
            $function::<4>($($argument),*);
            $at += 4;
        }
        if $lanes - $at >= 2 {
            $function::<2>($($argument),*);
            $at += 2;
        }
        if $lanes - $at >= 1 {
            $function::<1>($($argument),*);
        }
    }};
}

/// The `N` vectors of `from` that start at `at`.
#[inline(always)]
fn run<const N: usize>(from: &[f32x4], at: usize) -> &[f32x4; N] {
    from[at..at + N].first_chunk().expect("a slice of N has N elements")
}

#[inline(always)]
fn run_mut<const N: usize>(from: &mut [f32x4], at: usize) -> &mut [f32x4; N] {
    from[at..at + N].first_chunk_mut().expect("a slice of N has N elements")
}

/// p⃗ = V x⃗ + v⃗ for N vectors of hidden units, summed in registers.
#[inline(always)]
fn add_columns<const N: usize>(p: &mut [f32x4], V: &[f32x4], v: &[f32x4], inputs: &[Input], at: usize) {
    let mut sums = *run::<N>(v, at);
    for input in inputs {
        let x = f32x4::splat(input.x);
        let column = run::<N>(V, input.column as usize + at);
        for (sum, weight) in sums.iter_mut().zip(column) {
            *sum += *weight * x;
        }
    }
    *run_mut::<N>(p, at) = sums;
}

/// V ← V − d⃗ ⊗ x⃗ for N vectors of hidden units, d⃗ held in registers.
#[inline(always)]
fn subtract_product<const N: usize>(V: &mut [f32x4], d: &[f32x4], inputs: &[Input], at: usize) {
    let d = *run::<N>(d, at);
    for input in inputs {
        let x = f32x4::splat(input.x);
        for (weight, d) in run_mut::<N>(V, input.column as usize + at).iter_mut().zip(d) {
            *weight -= d * x;
        }
    }
}

/// q⃗ ← q⃗ + U y⃗ for N outputs, whose sums do not wait for each other.
#[inline(always)]
fn add_rows<const N: usize>(sums: &mut [f32x4], U: &[f32x4], y: &[f32x4], at: usize) {
    let lanes = y.len();
    let rows: [&[f32x4]; N] = core::array::from_fn(|row| &U[(at + row) * lanes..][..lanes]);
    let place = run_mut::<N>(sums, at);
    let mut sums = *place;
    for (lane, y) in y.iter().enumerate() {
        for (sum, row) in sums.iter_mut().zip(rows) {
            *sum += row[lane] * *y;
        }
    }
    *place = sums;
}

/// ∂ε/∂y⃗ = Uᵀ ∂ε/∂q⃗ and ∂ε/∂p⃗ = ∂ε/∂y⃗ ⊙ σ′(p⃗) for N vectors of hidden units.
#[inline(always)]
fn through_rows<const N: usize>(d_p: &mut [f32x4], U: &[f32x4], d_q: &[f32], y: &[f32x4], at: usize) {
    let mut sums = [f32x4::ZERO; N];
    for (row, d_q) in U.chunks_exact(y.len()).zip(d_q) {
        let d_q = f32x4::splat(*d_q);
        for (sum, weight) in sums.iter_mut().zip(run::<N>(row, at)) {
            *sum += *weight * d_q;
        }
    }
    for (sum, y) in sums.iter_mut().zip(run::<N>(y, at)) {
        *sum *= *y * (f32x4::ONE - *y);
    }
    *run_mut::<N>(d_p, at) = sums;
}

/// One row of U for N vectors of hidden units: U ← U − ∂ε/∂q⃗ ⊗ y⃗, example after example.
#[inline(always)]
fn subtract_examples<const N: usize>(row: &mut [f32x4], d_q: impl Iterator<Item = f32>, y: &[f32x4], at: usize) {
    let lanes = row.len();
    let place = run_mut::<N>(row, at);
    let mut weights = *place;
    for (d, y) in d_q.zip(y.chunks_exact(lanes)) {
        let d = f32x4::splat(d);
        for (weight, y) in weights.iter_mut().zip(run::<N>(y, at)) {
            *weight -= d * *y;
        }
    }
    *place = weights;
}

/// Reads a number of each cache line of a mini-batch, and gives what nobody needs: the examples come in a random order
/// from memory that no cache holds, and reads that do not wait for each other wait together.
#[inline]
fn touched<'a>(inputs: impl Iterator<Item = SparseInput<'a>>) -> u32 {
    const LINE: usize = 64;
    let mut sum = 0_u32;
    for input in inputs {
        let columns = input.columns.iter().step_by(LINE / size_of::<u16>());
        sum = columns.fold(sum, |sum, column| sum.wrapping_add(u32::from(*column)));
        let bytes = input.bytes.iter().step_by(LINE);
        sum = bytes.fold(sum, |sum, byte| sum.wrapping_add(u32::from(*byte)));
    }
    sum
}

/// The sum of the four lanes, always in this order.
#[inline(always)]
fn sum_of_lanes(lanes: f32x4) -> f32 {
    let [a, b, c, d] = lanes.to_array();
    (a + b) + (c + d)
}

impl SparseNetwork {
    /// z⃗, in whole vectors.
    pub(super) fn forward(&self, input: SparseInput<'_>, workspace: &mut Workspace) -> Vec<f32x4> {
        self.gather(core::iter::once(input), workspace);
        self.hidden_layer(0, workspace);
        let mut z = vec![f32x4::ZERO; self.u.len()];
        self.add_sums(&workspace.y, &mut workspace.sums);
        self.output_layer(&workspace.sums, &mut z);
        z
    }

    /// One step of the rule with the mean over the mini-batch, a ← a − α · mean ∂ε/∂a. Gives the mean ε before the
    /// step; 0 and no change for an empty batch.
    ///
    /// # Panics
    /// When a column or a label is beyond the network's sizes.
    pub fn step<'a>(
        &mut self,
        alpha: LearningRate,
        batch: impl ExactSizeIterator<Item = Example<'a>> + Clone,
        workspace: &mut Workspace,
    ) -> f64 {
        let count = batch.len();
        if count == 0 {
            return 0.0;
        }
        workspace.touched = touched(batch.clone().map(|example| example.input));
        self.gather(batch.clone().map(|example| example.input), workspace);
        let scale = share(alpha, count);
        let (lanes, out_lanes) = (self.lanes, self.u.len());
        let mut error = 0.0;
        for (i, example) in batch.enumerate() {
            self.hidden_layer(i, workspace);
            let Workspace { y, d_q, sums, .. } = &mut *workspace;
            let d_q = &mut d_q[i * out_lanes..][..out_lanes];
            sums.fill(f32x4::ZERO);
            self.add_sums(&y[i * lanes..][..lanes], sums);
            self.output_layer(sums, d_q);
            error += f64::from(self.output_errors(example.label, scale, d_q));
            self.hidden_errors(i, workspace);
        }
        self.learn(workspace);
        error / count as f64
    }

    /// Copies the inputs of a mini-batch into one contiguous run, since memory is then read in order, and makes room for
    /// what is computed of them.
    pub(super) fn gather<'a>(&self, examples: impl Iterator<Item = SparseInput<'a>>, workspace: &mut Workspace) {
        let Workspace { inputs, ends, y, d_p, d_q, sums, .. } = workspace;
        inputs.clear();
        ends.clear();
        for example in examples {
            inputs.extend(example.columns.iter().zip(example.bytes).map(|(column, byte)| Input {
                column: u32::from(*column) * self.lanes as u32,
                x: SCALED[usize::from(*byte)],
            }));
            ends.push(inputs.len());
        }
        y.resize(ends.len() * self.lanes, f32x4::ZERO);
        d_p.resize(ends.len() * self.lanes, f32x4::ZERO);
        d_q.resize(ends.len() * self.u.len(), f32x4::ZERO);
        sums.clear();
        sums.resize(self.outputs, f32x4::ZERO);
    }

    /// y⃗ = σ(V x⃗ + v⃗) of a gathered example.
    #[inline]
    pub(super) fn hidden_layer(&self, example: usize, workspace: &mut Workspace) {
        let Workspace { inputs, ends, y, .. } = workspace;
        let start = example.checked_sub(1).map_or(0, |before| ends[before]);
        let inputs = &inputs[start..ends[example]];
        let y = &mut y[example * self.lanes..][..self.lanes];
        in_blocks!(BLOCK, self.lanes, at, add_columns(y, &self.V, &self.v, inputs, at));
        for y in y.iter_mut() {
            *y = y.sigmoid();
        }
        y[self.lanes - 1] *= self.mask;
    }

    /// Adds U y⃗ to `sums`, lane by lane.
    #[inline]
    pub(super) fn add_sums(&self, y: &[f32x4], sums: &mut [f32x4]) {
        let y = &y[..self.lanes];
        in_blocks!(FOUR, self.outputs, at, add_rows(sums, &self.U, y, at));
    }

    /// z⃗ = σ(q⃗) with q⃗ = U y⃗ + u⃗ from the sums of U y⃗.
    #[inline]
    pub(super) fn output_layer(&self, sums: &[f32x4], z: &mut [f32x4]) {
        for (q, sum) in bytemuck::cast_slice_mut(z).iter_mut().zip(sums) {
            *q = sum_of_lanes(*sum);
        }
        for (z, u) in z.iter_mut().zip(&self.u) {
            *z = (*z + *u).sigmoid();
        }
    }

    /// Turns z⃗ into scale · ∂ε/∂q⃗ in place, gives ε of the example.
    #[inline]
    pub(super) fn output_errors(&self, label: u8, scale: f32, z: &mut [f32x4]) -> f32 {
        assert!(usize::from(label) <= self.outputs, "a label names an output, or none");
        let z: &mut [f32] = bytemuck::cast_slice_mut(z);
        let mut error = 0.0;
        for (k, z) in z[..self.outputs].iter_mut().enumerate() {
            let d_z = *z - if k == usize::from(label) { 1.0 } else { 0.0 };
            error += d_z * d_z;
            *z = scale * (d_z * (*z * (1.0 - *z)));
        }
        // The lanes beyond m held σ(0); they must not move u⃗.
        z[self.outputs..].fill(0.0);
        0.5 * error
    }

    /// scale · ∂ε/∂p⃗ of an example, from its y⃗ and its scale · ∂ε/∂q⃗.
    #[inline]
    pub(super) fn hidden_errors(&self, example: usize, workspace: &mut Workspace) {
        let Workspace { y, d_p, d_q, .. } = workspace;
        let y = &y[example * self.lanes..][..self.lanes];
        let d_p = &mut d_p[example * self.lanes..][..self.lanes];
        let d_q = bytemuck::cast_slice(&d_q[example * self.u.len()..][..self.u.len()]);
        in_blocks!(FOUR, self.lanes, at, through_rows(d_p, &self.U, d_q, y, at));
    }

    /// a ← a − scale · ∂ε/∂a for all parameters and, one after another, all examples.
    #[inline]
    pub(super) fn learn(&mut self, workspace: &Workspace) {
        let Workspace { inputs, ends, y, d_p, d_q, .. } = workspace;
        let (lanes, out_lanes) = (self.lanes, self.u.len());
        for d_q in d_q.chunks_exact(out_lanes) {
            for (u, d) in self.u.iter_mut().zip(d_q) {
                *u -= *d;
            }
        }
        for (y, d_q) in y.chunks(NEAR * lanes).zip(d_q.chunks(NEAR * out_lanes)) {
            for (k, row) in self.U.chunks_exact_mut(lanes).enumerate() {
                let d_q = bytemuck::cast_slice::<f32x4, f32>(d_q)[k..].iter().step_by(out_lanes * super::LANE).copied();
                in_blocks!(FOUR, lanes, at, subtract_examples(row, d_q.clone(), y, at));
            }
        }
        let mut start = 0;
        for (d_p, end) in d_p.chunks_exact(lanes).zip(ends) {
            for (v, d) in self.v.iter_mut().zip(d_p) {
                *v -= *d;
            }
            let inputs = &inputs[start..*end];
            in_blocks!(BLOCK, lanes, at, subtract_product(&mut self.V, d_p, inputs, at));
            start = *end;
        }
    }
}

/// α and the mean over `count` examples in one factor: each parameter's share is scaled once.
pub(super) fn share(alpha: LearningRate, count: usize) -> f32 {
    (alpha.get() / count as f64) as f32
}
