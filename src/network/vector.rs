//! Chapters 1 and 4: the network of two matrices and two vectors, for any sizes n-H-m, written as on the slide.
//!
//! p⃗ = V x⃗ + v⃗,  y⃗ = σ(p⃗),  q⃗ = U y⃗ + u⃗,  z⃗ = σ(q⃗),  ε = ½(z⃗ − l⃗)²
//!
//! This is the reference: everything faster is tested against it.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use nalgebra::{DMatrix, DVector};

use crate::error::{Error, Result};
use crate::random::Random;
use crate::rule::LearningRate;
use crate::sigmoid::{sigmoid, sigmoid_prime};

/// The parameters `a`: V is H × n, v⃗ has H numbers, U is m × H, u⃗ has m.
///
/// ```
/// use descent::network::vector::VectorNetwork;
/// use descent::random::Random;
///
/// let network = VectorNetwork::random(784, 30, 10, &mut Random::new(1))?;
/// assert_eq!((network.V.shape(), network.U.shape()), ((30, 784), (10, 30)));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct VectorNetwork {
    pub V: DMatrix<f64>,
    pub v: DVector<f64>,
    pub U: DMatrix<f64>,
    pub u: DVector<f64>,
}

/// All that the forward pass computes.
#[derive(Debug, Clone, PartialEq)]
pub struct Forward {
    pub x: DVector<f64>,
    pub p: DVector<f64>,
    pub y: DVector<f64>,
    pub q: DVector<f64>,
    pub z: DVector<f64>,
}

/// What comes back through the network, all columns: as many numbers as outputs, then as hidden units. `d_z` reads ∂ε/∂z⃗,
/// `dz_dq` reads ∂z⃗/∂q⃗ = σ′(q⃗). The matrices follow from it: [`Backward::gradient`].
#[derive(Debug, Clone, PartialEq)]
pub struct Backward {
    pub d_z: DVector<f64>,
    pub dz_dq: DVector<f64>,
    pub d_q: DVector<f64>,
    pub d_y: DVector<f64>,
    pub dy_dp: DVector<f64>,
    pub d_p: DVector<f64>,
}

/// The derivatives of ε by each parameter, in the parameters' shapes.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradient {
    pub V: DMatrix<f64>,
    pub v: DVector<f64>,
    pub U: DMatrix<f64>,
    pub u: DVector<f64>,
}

impl VectorNetwork {
    /// Weights normal with standard deviation 1/√inputs, drawn in the order V row by row, U row by row; biases 0.
    ///
    /// # Errors
    /// [`Error::NetworkShape`] when a layer would be empty.
    pub fn random(inputs: usize, hidden: usize, outputs: usize, random: &mut Random) -> Result<Self> {
        if inputs == 0 || hidden == 0 || outputs == 0 {
            return Err(Error::NetworkShape { inputs: inputs as u64, hidden: hidden as u64, outputs: outputs as u64 });
        }
        let mut matrix = |rows: usize, columns: usize| {
            let deviation = 1.0 / (columns as f64).sqrt();
            let weights: Vec<f64> = (0..rows * columns).map(|_| random.normal() * deviation).collect();
            (DMatrix::from_row_slice(rows, columns, &weights), DVector::zeros(rows))
        };
        let (V, v) = matrix(hidden, inputs);
        let (U, u) = matrix(outputs, hidden);
        Ok(Self { V, v, U, u })
    }

    /// From the image x⃗ (n numbers) to the answer z⃗ (m numbers).
    ///
    /// # Panics
    /// When x⃗ does not have n numbers.
    #[must_use]
    pub fn forward(&self, x: &DVector<f64>) -> Forward {
        let p = &self.V * x + &self.v;
        let y = p.map(sigmoid);
        let q = &self.U * &y + &self.u;
        let z = q.map(sigmoid);
        Forward { x: x.clone(), p, y, q, z }
    }

    /// ε = ½(z⃗ − l⃗)².
    #[must_use]
    pub fn error(z: &DVector<f64>, l: &DVector<f64>) -> f64 {
        0.5 * (z - l).norm_squared()
    }

    /// Back propagation, in the lecture's order: ⊙ is `component_mul`.
    #[must_use]
    pub fn backward(&self, f: &Forward, l: &DVector<f64>) -> Backward {
        let d_z = &f.z - l; // ∂ε/∂z⃗ = z⃗ − l⃗
        let dz_dq = f.q.map(sigmoid_prime); // ∂z⃗/∂q⃗ = σ′(q⃗)
        let d_q = d_z.component_mul(&dz_dq); // ∂ε/∂q⃗ = ∂ε/∂z⃗ ⊙ σ′(q⃗)
        let d_y = self.U.tr_mul(&d_q); // ∂ε/∂y⃗ = Uᵀ ∂ε/∂q⃗
        let dy_dp = f.p.map(sigmoid_prime); // ∂y⃗/∂p⃗ = σ′(p⃗)
        let d_p = d_y.component_mul(&dy_dp); // ∂ε/∂p⃗ = ∂ε/∂y⃗ ⊙ σ′(p⃗)
        Backward { d_z, dz_dq, d_q, d_y, dy_dp, d_p }
    }

    /// The mean of ∂ε/∂a over a mini-batch of (x⃗, l⃗), and the mean ε; `None` for an empty batch.
    #[must_use]
    pub fn mean_gradient(&self, batch: &[(DVector<f64>, DVector<f64>)]) -> Option<(Gradient, f64)> {
        let mut sum: Option<Gradient> = None;
        let mut error = 0.0;
        for (x, l) in batch {
            let forward = self.forward(x);
            error += Self::error(&forward.z, l);
            let gradient = self.backward(&forward, l).gradient(&forward);
            sum = Some(match sum {
                None => gradient,
                Some(s) => {
                    Gradient { V: s.V + gradient.V, v: s.v + gradient.v, U: s.U + gradient.U, u: s.u + gradient.u }
                }
            });
        }
        let count = batch.len() as f64;
        sum.map(|s| (Gradient { V: s.V / count, v: s.v / count, U: s.U / count, u: s.u / count }, error / count))
    }

    /// One step of the rule, a ← a − α · ∂ε/∂a.
    pub fn step(&mut self, alpha: LearningRate, gradient: &Gradient) {
        let alpha = alpha.get();
        self.V -= alpha * &gradient.V;
        self.v -= alpha * &gradient.v;
        self.U -= alpha * &gradient.U;
        self.u -= alpha * &gradient.u;
    }
}

impl Backward {
    /// ∂ε/∂a of every parameter: ⊗ is column × row, a matrix.
    #[must_use]
    pub fn gradient(&self, f: &Forward) -> Gradient {
        let d_U = &self.d_q * f.y.transpose(); // ∂ε/∂U = ∂ε/∂q⃗ ⊗ y⃗
        let d_V = &self.d_p * f.x.transpose(); // ∂ε/∂V = ∂ε/∂p⃗ ⊗ x⃗
        // ∂ε/∂v⃗ = ∂ε/∂p⃗, ∂ε/∂u⃗ = ∂ε/∂q⃗
        Gradient { V: d_V, v: self.d_p.clone(), U: d_U, u: self.d_q.clone() }
    }
}
