//! The vector network again, fast: f32, four hidden units at a time, and only the inputs that are not zero.
//!
//! V is kept column by column, so that one input's weights to all hidden units are contiguous: p⃗ = V x⃗ + v⃗ is a sum of
//! a few columns, and ∂ε/∂V = ∂ε/∂p⃗ ⊗ x⃗ changes just those columns. Each hidden unit has a lane of its own and every
//! sum keeps one order, so the width of the machine's vectors does not change a bit of the result.
//! `tests/core/sparse.rs` holds this against [`super::vector`].
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]
#![allow(clippy::inline_always, reason = "the sums stay in registers only inside the loop that calls for them")]

use nalgebra::{DMatrix, DVector};
use wide::f32x4;

use super::LearningRate;
use super::vector::VectorNetwork;
use crate::error::{Error, Result};
use crate::random::Random;
use crate::sigmoid::Sigmoid;

/// f32 in one vector.
const LANE: usize = 4;
/// Vectors that the accumulators of one pass keep in registers: 8 · 4 = 32 hidden units.
const BLOCK: usize = 8;

/// The inputs of one example that are not zero: x at `columns[i]` is `bytes[i]` / 255. Both slices have one length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SparseInput<'a> {
    pub columns: &'a [u16],
    pub bytes: &'a [u8],
}

/// One example: an input and the index k of the output whose label l_k is 1 (the others' is 0). The index m, one beyond
/// the last output, stands for an input that is none of them: all l_k are 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Example<'a> {
    pub input: SparseInput<'a>,
    pub label: u8,
}

/// The parameters `a` of an n-H-m network.
#[derive(Debug, Clone, PartialEq)]
pub struct SparseNetwork {
    inputs: usize,
    hidden: usize,
    outputs: usize,
    /// Vectors per column of V and per row of U; the lanes beyond H stay zero.
    lanes: usize,
    /// Column k at `k * lanes`.
    V: Vec<f32x4>,
    v: Vec<f32x4>,
    /// Row k at `k * lanes`.
    U: Vec<f32x4>,
    /// m numbers, filled up with zeros to whole vectors.
    u: Vec<f32x4>,
    /// 1 for a hidden unit, 0 beyond H: keeps the last vector's empty lanes out of y.
    mask: f32x4,
}

/// Buffers that one step after another uses again.
#[derive(Debug, Clone, Default)]
pub struct Workspace {
    inputs: Vec<Input>,
    ends: Vec<usize>,
    y: Vec<f32x4>,
    d_p: Vec<f32x4>,
    d_q: Vec<f32x4>,
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

/// Cuts `lanes` vectors into runs of 8, 4, 2 and 1 and calls the function that is compiled for that length.
macro_rules! in_blocks {
    ($lanes:expr, $at:ident, $function:ident($($argument:expr),*)) => {{
        let mut $at = 0;
        while $at + BLOCK <= $lanes {
            $function::<BLOCK>($($argument),*);
            $at += BLOCK;
        }
        if $lanes - $at >= 4 {
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

/// The sum of the four lanes, always in this order.
#[inline(always)]
fn sum_of_lanes(lanes: f32x4) -> f32 {
    let [a, b, c, d] = lanes.to_array();
    (a + b) + (c + d)
}

impl SparseNetwork {
    /// The same start as [`VectorNetwork::random`], rounded to f32.
    ///
    /// # Errors
    /// [`Error::NetworkShape`] when a layer would be empty or has more inputs than a column number can name.
    pub fn random(inputs: usize, hidden: usize, outputs: usize, random: &mut Random) -> Result<Self> {
        Self::from_reference(&VectorNetwork::random(inputs, hidden, outputs, random)?)
    }

    /// The reference's parameters, rounded to f32.
    ///
    /// # Errors
    /// [`Error::NetworkShape`] for an empty layer, more than 65,536 inputs, or more than 256 outputs.
    pub fn from_reference(reference: &VectorNetwork) -> Result<Self> {
        let (hidden, inputs) = reference.V.shape();
        let outputs = reference.U.nrows();
        let mut network = Self::zeros(inputs, hidden, outputs)?;
        for row in 0..hidden {
            for column in 0..inputs {
                network.set_V(row, column, reference.V[(row, column)] as f32);
            }
            network.floats_mut().v[row] = reference.v[row] as f32;
        }
        for row in 0..outputs {
            for column in 0..hidden {
                network.set_U(row, column, reference.U[(row, column)] as f32);
            }
            network.floats_mut().u[row] = reference.u[row] as f32;
        }
        Ok(network)
    }

    /// All parameters zero.
    ///
    /// # Errors
    /// [`Error::NetworkShape`] for an empty layer, more than 65,536 inputs, or more than 256 outputs.
    pub fn zeros(inputs: usize, hidden: usize, outputs: usize) -> Result<Self> {
        let allowed = (1..=1 << 16).contains(&inputs)
            && (1..=1 << 16).contains(&hidden)
            && (1..=1 << 8).contains(&outputs)
            && inputs * hidden <= 1 << 28;
        if !allowed {
            return Err(Error::NetworkShape { inputs: inputs as u64, hidden: hidden as u64, outputs: outputs as u64 });
        }
        let lanes = hidden.div_ceil(LANE);
        let used = hidden - (lanes - 1) * LANE;
        let mask: [f32; LANE] = core::array::from_fn(|lane| if lane < used { 1.0 } else { 0.0 });
        let zeros = |count: usize| vec![f32x4::ZERO; count];
        Ok(Self {
            inputs,
            hidden,
            outputs,
            lanes,
            V: zeros(inputs * lanes),
            v: zeros(lanes),
            U: zeros(outputs * lanes),
            u: zeros(outputs.div_ceil(LANE)),
            mask: f32x4::from(mask),
        })
    }

    /// The parameters as f64 matrices and vectors, each number exact.
    #[must_use]
    pub fn to_reference(&self) -> VectorNetwork {
        VectorNetwork {
            V: DMatrix::from_fn(self.hidden, self.inputs, |row, column| f64::from(self.V(row, column))),
            v: DVector::from_fn(self.hidden, |row, _| f64::from(self.floats().v[row])),
            U: DMatrix::from_fn(self.outputs, self.hidden, |row, column| f64::from(self.U(row, column))),
            u: DVector::from_fn(self.outputs, |row, _| f64::from(self.floats().u[row])),
        }
    }

    /// n, the number of inputs.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.inputs
    }

    /// H, the number of hidden units.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// m, the number of outputs.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// All parameters in one order, which the model file keeps: V row by row, v⃗, U row by row, u⃗.
    pub fn parameters(&self) -> impl Iterator<Item = f32> + '_ {
        let V = (0..self.hidden).flat_map(move |row| (0..self.inputs).map(move |column| self.V(row, column)));
        let U = (0..self.outputs).flat_map(move |row| (0..self.hidden).map(move |column| self.U(row, column)));
        let v = self.floats().v[..self.hidden].iter().copied();
        let u = self.floats().u[..self.outputs].iter().copied();
        V.chain(v).chain(U).chain(u)
    }

    /// Sets all parameters, in the order of [`Self::parameters`]; what the iterator lacks stays as it is.
    pub fn set_parameters(&mut self, mut parameters: impl Iterator<Item = f32>) {
        let (inputs, hidden, outputs) = (self.inputs, self.hidden, self.outputs);
        for row in 0..hidden {
            for (column, weight) in (0..inputs).zip(&mut parameters) {
                self.set_V(row, column, weight);
            }
        }
        for (place, weight) in self.floats_mut().v[..hidden].iter_mut().zip(&mut parameters) {
            *place = weight;
        }
        for row in 0..outputs {
            for (column, weight) in (0..hidden).zip(&mut parameters) {
                self.set_U(row, column, weight);
            }
        }
        for (place, weight) in self.floats_mut().u[..outputs].iter_mut().zip(&mut parameters) {
            *place = weight;
        }
    }

    /// How many parameters there are: H·n + H + m·H + m.
    #[must_use]
    pub fn parameter_count(&self) -> usize {
        self.hidden * (self.inputs + 1) + self.outputs * (self.hidden + 1)
    }

    /// V row by row, H × n numbers: what each hidden unit looks for.
    #[must_use]
    pub fn rows(&self) -> Vec<f32> {
        self.parameters().take(self.hidden * self.inputs).collect()
    }

    /// The answer z⃗, m numbers in 0..=1.
    #[must_use]
    pub fn answer(&self, input: SparseInput<'_>, workspace: &mut Workspace) -> Vec<f32> {
        workspace.gather(self.lanes, core::iter::once(input));
        workspace.y.resize(self.lanes, f32x4::ZERO);
        let mut z = vec![f32x4::ZERO; self.u.len()];
        self.forward(&workspace.inputs, &mut workspace.y, &mut z);
        let mut z: Vec<f32> = bytemuck::cast_slice(&z).to_vec();
        z.truncate(self.outputs);
        z
    }

    /// The index of the largest output; the smaller index where two are equal.
    #[must_use]
    pub fn classify(&self, input: SparseInput<'_>, workspace: &mut Workspace) -> u8 {
        let z = self.answer(input, workspace);
        let mut best = 0;
        for (k, value) in z.iter().enumerate() {
            if *value > z[best] {
                best = k;
            }
        }
        best as u8
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
        let (lanes, out_lanes) = (self.lanes, self.u.len());
        workspace.gather(lanes, batch.clone().map(|example| example.input));
        workspace.y.resize(count * lanes, f32x4::ZERO);
        workspace.d_p.resize(count * lanes, f32x4::ZERO);
        workspace.d_q.resize(count * out_lanes, f32x4::ZERO);
        // α and the mean in one factor: each parameter's share is scaled once.
        let scale = (alpha.get() / count as f64) as f32;

        let mut error = 0.0;
        let mut start = 0;
        for (i, example) in batch.enumerate() {
            let y = &mut workspace.y[i * lanes..(i + 1) * lanes];
            let d_q = &mut workspace.d_q[i * out_lanes..(i + 1) * out_lanes];
            let d_p = &mut workspace.d_p[i * lanes..(i + 1) * lanes];
            self.forward(&workspace.inputs[start..workspace.ends[i]], y, d_q);
            error += f64::from(self.backward(example.label, scale, y, d_q, d_p));
            start = workspace.ends[i];
        }

        let mut start = 0;
        for i in 0..count {
            let d_q = &workspace.d_q[i * out_lanes..(i + 1) * out_lanes];
            for (u, d) in self.u.iter_mut().zip(d_q) {
                *u -= *d;
            }
            let y = &workspace.y[i * lanes..(i + 1) * lanes];
            for (row, d) in self.U.chunks_exact_mut(lanes).zip(bytemuck::cast_slice::<f32x4, f32>(d_q)) {
                let d = f32x4::splat(*d);
                for (weight, y) in row.iter_mut().zip(y) {
                    *weight -= d * *y;
                }
            }
            let d_p = &workspace.d_p[i * lanes..(i + 1) * lanes];
            for (v, d) in self.v.iter_mut().zip(d_p) {
                *v -= *d;
            }
            let inputs = &workspace.inputs[start..workspace.ends[i]];
            in_blocks!(lanes, at, subtract_product(&mut self.V, d_p, inputs, at));
            start = workspace.ends[i];
        }
        error / count as f64
    }

    /// y⃗ and z⃗ for the gathered inputs of one example.
    #[inline]
    fn forward(&self, inputs: &[Input], y: &mut [f32x4], z: &mut [f32x4]) {
        let lanes = self.lanes;
        in_blocks!(lanes, at, add_columns(y, &self.V, &self.v, inputs, at));
        for y in y.iter_mut() {
            *y = y.sigmoid();
        }
        y[lanes - 1] *= self.mask;
        let q: &mut [f32] = bytemuck::cast_slice_mut(z);
        for (q, row) in q.iter_mut().zip(self.U.chunks_exact(lanes)) {
            let mut sum = f32x4::ZERO;
            for (weight, y) in row.iter().zip(y.iter()) {
                sum += *weight * *y;
            }
            *q = sum_of_lanes(sum);
        }
        for (z, u) in z.iter_mut().zip(&self.u) {
            *z = (*z + *u).sigmoid();
        }
    }

    /// Turns z⃗ into scale · ∂ε/∂q⃗ in place, fills scale · ∂ε/∂p⃗, gives ε of the example.
    #[inline]
    fn backward(&self, label: u8, scale: f32, y: &[f32x4], z: &mut [f32x4], d_p: &mut [f32x4]) -> f32 {
        let one = f32x4::ONE;
        let mut error = 0.0;
        let z: &mut [f32] = bytemuck::cast_slice_mut(z);
        assert!(usize::from(label) <= self.outputs, "a label names an output, or none");
        d_p.fill(f32x4::ZERO);
        for (k, (z, row)) in z.iter_mut().zip(self.U.chunks_exact(self.lanes)).enumerate() {
            let d_z = *z - if k == usize::from(label) { 1.0 } else { 0.0 };
            error += d_z * d_z;
            *z = scale * (d_z * (*z * (1.0 - *z)));
            let d_q = f32x4::splat(*z);
            for (d_y, weight) in d_p.iter_mut().zip(row) {
                *d_y += *weight * d_q;
            }
        }
        for (d, y) in d_p.iter_mut().zip(y) {
            *d *= *y * (one - *y);
        }
        // The lanes beyond m held σ(0); they must not move u⃗.
        z[self.outputs..].fill(0.0);
        0.5 * error
    }

    fn V(&self, row: usize, column: usize) -> f32 {
        self.floats().V[column * self.lanes * LANE + row]
    }

    fn U(&self, row: usize, column: usize) -> f32 {
        self.floats().U[row * self.lanes * LANE + column]
    }

    fn set_V(&mut self, row: usize, column: usize, weight: f32) {
        let at = column * self.lanes * LANE + row;
        self.floats_mut().V[at] = weight;
    }

    fn set_U(&mut self, row: usize, column: usize, weight: f32) {
        let at = row * self.lanes * LANE + column;
        self.floats_mut().U[at] = weight;
    }

    fn floats(&self) -> Floats<&[f32]> {
        Floats {
            V: bytemuck::cast_slice(&self.V),
            v: bytemuck::cast_slice(&self.v),
            U: bytemuck::cast_slice(&self.U),
            u: bytemuck::cast_slice(&self.u),
        }
    }

    fn floats_mut(&mut self) -> Floats<&mut [f32]> {
        Floats {
            V: bytemuck::cast_slice_mut(&mut self.V),
            v: bytemuck::cast_slice_mut(&mut self.v),
            U: bytemuck::cast_slice_mut(&mut self.U),
            u: bytemuck::cast_slice_mut(&mut self.u),
        }
    }
}

/// The four parameters seen as single numbers, the empty lanes between them.
struct Floats<T> {
    V: T,
    v: T,
    U: T,
    u: T,
}

impl Workspace {
    /// Copies the inputs of a mini-batch into one contiguous run: memory is then read in order.
    fn gather<'a>(&mut self, lanes: usize, examples: impl Iterator<Item = SparseInput<'a>>) {
        self.inputs.clear();
        self.ends.clear();
        for example in examples {
            self.inputs.extend(example.columns.iter().zip(example.bytes).map(|(column, byte)| Input {
                column: u32::from(*column) * lanes as u32,
                x: SCALED[usize::from(*byte)],
            }));
            self.ends.push(self.inputs.len());
        }
    }
}
