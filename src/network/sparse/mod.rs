//! The vector network again, fast: f32, four hidden units at a time, and only the inputs that are not zero.
//!
//! V is kept column by column, so that one input's weights to all hidden units are contiguous: p⃗ = V x⃗ + v⃗ is a sum of
//! a few columns, and ∂ε/∂V = ∂ε/∂p⃗ ⊗ x⃗ changes just those columns. Each hidden unit has a lane of its own and every
//! sum keeps one order, so neither the width of the machine's vectors nor the number of threads changes a bit of the
//! result. Here are the parameters; `step.rs` has what is computed with them, `threads.rs` the same on several cores.
//! `tests/core/sparse.rs` holds this against [`super::vector`].
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use nalgebra::{DMatrix, DVector};
use wide::f32x4;

use super::vector::VectorNetwork;
use crate::error::{Error, Result};
use crate::random::Random;

#[cfg(not(target_arch = "wasm32"))]
mod barrier;
mod step;
#[cfg(not(target_arch = "wasm32"))]
mod threads;

pub use self::step::Workspace;

/// f32 in one vector.
const LANE: usize = 4;

/// The inputs of one example that are not zero: x at `columns[i]` is `bytes[i]` / 255. Both slices have one length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SparseInput<'a> {
    pub columns: &'a [u16],
    pub bytes: &'a [u8],
}

impl SparseInput<'_> {
    /// x⃗ for the reference, n numbers with its zeros.
    ///
    /// # Panics
    /// When a column is not below n.
    #[must_use]
    pub fn dense(self, inputs: usize) -> DVector<f64> {
        let mut x = DVector::zeros(inputs);
        for (column, byte) in self.columns.iter().zip(self.bytes) {
            x[usize::from(*column)] = f64::from(*byte) / 255.0;
        }
        x
    }
}

/// One example: an input and the index k of the output whose label l_k is 1 (the others' is 0). The index m, one beyond
/// the last output, stands for an input that is none of them: all l_k are 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Example<'a> {
    pub input: SparseInput<'a>,
    pub label: u8,
}

impl Example<'_> {
    /// x⃗ and l⃗ for the reference, n and m numbers.
    ///
    /// # Panics
    /// When a column is not below n.
    #[must_use]
    pub fn dense(self, inputs: usize, outputs: usize) -> (DVector<f64>, DVector<f64>) {
        let l = DVector::from_fn(outputs, |k, _| if k == usize::from(self.label) { 1.0 } else { 0.0 });
        (self.input.dense(inputs), l)
    }
}

/// The parameters `a` of an n-H-m network.
///
/// ```
/// use descent::network::sparse::{SparseInput, SparseNetwork, Workspace};
///
/// // All parameters 0: every answer is σ(0).
/// let network = SparseNetwork::zeros(4, 3, 2)?;
/// let input = SparseInput { columns: &[1, 3], bytes: &[255, 51] };
/// assert_eq!(network.answer(input, &mut Workspace::default()), [0.5, 0.5]);
/// assert_eq!(network.parameter_count(), 4 * 3 + 3 + 3 * 2 + 2);
/// # Ok::<(), descent::error::Error>(())
/// ```
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

    /// Row `output` of U, H numbers: which hidden units speak for that output, and which against it. Empty where there is no
    /// such output.
    #[must_use]
    pub fn weights_of_output(&self, output: usize) -> &[f32] {
        let from = output * self.lanes * LANE;
        if output < self.outputs { &self.floats().U[from..from + self.hidden] } else { &[] }
    }

    /// The answer z⃗, m numbers in 0..=1.
    #[must_use]
    pub fn answer(&self, input: SparseInput<'_>, workspace: &mut Workspace) -> Vec<f32> {
        let z = self.forward(input, workspace);
        let mut z: Vec<f32> = bytemuck::cast_slice(&z).to_vec();
        z.truncate(self.outputs);
        z
    }

    /// The index of the largest output; the smaller index where two are equal.
    #[must_use]
    pub fn classify(&self, input: SparseInput<'_>, workspace: &mut Workspace) -> u8 {
        largest(&self.answer(input, workspace))
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

/// The index of the largest of an answer's outputs, the smaller one where two are equal.
#[must_use]
pub fn largest(z: &[f32]) -> u8 {
    let mut best = 0;
    for (k, value) in z.iter().enumerate() {
        if *value > z[best] {
            best = k;
        }
    }
    best as u8
}

impl Workspace {
    /// y⃗ of every example of the last mini-batch that `network` made a step with, before the step.
    pub fn hidden(&self, network: &SparseNetwork) -> impl Iterator<Item = f32> {
        let lanes = self.y.chunks_exact(network.lanes);
        lanes.flat_map(|y| &bytemuck::cast_slice::<f32x4, f32>(y)[..network.hidden]).copied()
    }
}

/// The four parameters seen as single numbers, the empty lanes between them.
struct Floats<T> {
    V: T,
    v: T,
    U: T,
    u: T,
}
