//! A look at one example inside the network: every quantity of the lecture with this example's numbers, what one hidden
//! unit has to do with it, and what one output.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use nalgebra::DVector;

use super::place::below;
use super::sparse::SparseInput;
use super::vector::{Backward, Forward, Gradient, VectorNetwork};
use crate::error::Result;
use crate::ranking::descending;
use crate::rule::LearningRate;
use crate::sigmoid::sigmoid_prime;

/// An example on its way through a network, and back where its label is known.
///
/// ```
/// use descent::network::look::Look;
/// use descent::network::sparse::SparseInput;
/// use descent::network::vector::VectorNetwork;
/// use descent::random::Random;
///
/// let network = VectorNetwork::random(4, 3, 2, &mut Random::new(1))?;
/// let look = Look::new(&network, SparseInput { columns: &[1, 3], bytes: &[255, 51] }, Some(0))?;
/// assert_eq!(look.forward.x.as_slice(), [0.0, 1.0, 0.0, 0.2]);
/// assert_eq!(look.back.as_ref().unwrap().l.as_slice(), [1.0, 0.0]);
/// // Two inputs are 0, and with them two products of V_ij and x_j.
/// assert_eq!(look.unit(2, None)?.product[0], 0.0);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Look<'a> {
    network: &'a VectorNetwork,
    /// x⃗, p⃗, y⃗, q⃗, z⃗
    pub forward: Forward,
    /// `None` without a label: there is no error to come back from.
    pub back: Option<Back>,
}

/// The way back from the error.
#[derive(Debug, Clone, PartialEq)]
pub struct Back {
    /// l⃗, m numbers: 1 at the label, elsewhere 0
    pub l: DVector<f64>,
    /// ε = ½(z⃗ − l⃗)²
    pub error: f64,
    /// (z_k − l_k)² for each k; half their sum is ε
    pub squares: DVector<f64>,
    /// ∂ε/∂z⃗ … ∂ε/∂p⃗
    pub columns: Backward,
}

/// A hidden unit i and this example: row i of V, n numbers, is laid over x⃗.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// V_ij for each j
    pub weights: Vec<f64>,
    /// v_i
    pub bias: f64,
    /// V_ij · x_j for each j; they and v_i add up to p_i
    pub product: Vec<f64>,
    /// Σ_j V_ij · x_j
    pub sum: f64,
    /// ∂ε/∂V_ij = ∂ε/∂p_i · x_j for each j, with a label
    pub derivative: Option<Vec<f64>>,
    /// V_ij − α · ∂ε/∂V_ij for each j, with a label and an α: the row after a step on this example alone
    pub after: Option<Vec<f64>>,
    /// U_ki for each output k
    pub outgoing: Vec<f64>,
    /// ∂ε/∂q_k · U_ki for each output k: what comes back to this unit; they add up to ∂ε/∂y_i
    pub returning: Option<Vec<f64>>,
    pub p: f64,
    pub y: f64,
    /// ∂ε/∂p_i
    pub d_p: Option<f64>,
}

/// An output k and this example: which hidden units brought it about (H numbers), and which inputs (n numbers).
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// U_ki for each i
    pub weights: Vec<f64>,
    /// u_k
    pub bias: f64,
    /// U_ki · y_i for each i; they and u_k add up to q_k
    pub product: Vec<f64>,
    /// Σ_i U_ki · y_i
    pub sum: f64,
    /// Of the products in their order, the n-th and all that follow, added up: H numbers
    pub tail: Vec<f64>,
    /// ∂ε/∂U_ki = ∂ε/∂q_k · y_i for each i, with a label
    pub derivative: Option<Vec<f64>>,
    /// U_ki − α · ∂ε/∂U_ki for each i, with a label and an α
    pub after: Option<Vec<f64>>,
    /// ∂z_k/∂x_j for each j
    pub sensitivity: Vec<f64>,
    /// The hidden units, the largest |U_ki · y_i| first; of equal ones the first.
    pub order: Vec<u32>,
    pub q: f64,
    pub z: f64,
    /// ∂ε/∂q_k
    pub d_q: Option<f64>,
}

impl<'a> Look<'a> {
    /// Forward with an input of the network, and back with its label, the index of an output.
    ///
    /// # Errors
    /// [`crate::error::Error::OutOfRange`] for a label that is no output.
    ///
    /// # Panics
    /// When the input names a column that V does not have.
    pub fn new(network: &'a VectorNetwork, input: SparseInput<'_>, label: Option<usize>) -> Result<Self> {
        let forward = network.forward(&input.dense(network.V.ncols()));
        let outputs = network.U.nrows();
        let label = label.map(|label| below(outputs, "label", label)).transpose()?;
        let back = label.map(|label| {
            let l = DVector::from_fn(outputs, |k, _| if k == label { 1.0 } else { 0.0 });
            let error = VectorNetwork::error(&forward.z, &l);
            let columns = network.backward(&forward, &l);
            let squares = columns.d_z.map(|d_z| d_z * d_z); // ∂ε/∂z⃗ is z⃗ − l⃗
            Back { l, error, squares, columns }
        });
        Ok(Self { network, forward, back })
    }

    /// The network that is looked into.
    #[must_use]
    pub fn network(&self) -> &'a VectorNetwork {
        self.network
    }

    /// ∂ε/∂V, ∂ε/∂v⃗, ∂ε/∂U, ∂ε/∂u⃗; `None` without a label.
    #[must_use]
    pub fn gradient(&self) -> Option<Gradient> {
        self.back.as_ref().map(|back| back.columns.gradient(&self.forward))
    }

    /// Hidden unit `i`, and what a step with α would make of it.
    ///
    /// # Errors
    /// [`crate::error::Error::OutOfRange`] when there is no such unit.
    pub fn unit(&self, i: usize, rate: Option<LearningRate>) -> Result<Unit> {
        let (network, f) = (self.network, &self.forward);
        let i = below(network.v.len(), "i", i)?;
        let row = network.V.row(i);
        let d_p = self.back.as_ref().map(|back| back.columns.d_p[i]);
        let derivative: Option<Vec<f64>> = d_p.map(|d_p| f.x.iter().map(|x_j| d_p * x_j).collect());
        let after = stepped(row.iter(), derivative.as_deref(), rate);
        let product: Vec<f64> = row.iter().zip(&f.x).map(|(V_ij, x_j)| V_ij * x_j).collect();
        let U_i = network.U.column(i);
        Ok(Unit {
            weights: row.iter().copied().collect(),
            bias: network.v[i],
            sum: product.iter().sum(),
            product,
            derivative,
            after,
            outgoing: U_i.iter().copied().collect(),
            returning: self.back.as_ref().map(|back| back.columns.d_q.component_mul(&U_i).as_slice().to_vec()),
            p: f.p[i],
            y: f.y[i],
            d_p,
        })
    }

    /// Output `k`, and what a step with α would make of it.
    ///
    /// # Errors
    /// [`crate::error::Error::OutOfRange`] when there is no such output.
    pub fn output(&self, k: usize, rate: Option<LearningRate>) -> Result<Output> {
        let (network, f) = (self.network, &self.forward);
        let k = below(network.u.len(), "k", k)?;
        let row = network.U.row(k);
        let product: Vec<f64> = row.iter().zip(&f.y).map(|(U_ki, y_i)| U_ki * y_i).collect();
        let order: Vec<u32> = descending(product.iter().map(|product| product.abs())).collect();
        let mut tail: Vec<f64> = order.iter().map(|i| product[*i as usize]).collect();
        for n in (1..tail.len()).rev() {
            tail[n - 1] += tail[n];
        }
        let d_q = self.back.as_ref().map(|back| back.columns.d_q[k]);
        let derivative: Option<Vec<f64>> = d_q.map(|d_q| f.y.iter().map(|y_i| d_q * y_i).collect());
        Ok(Output {
            weights: row.iter().copied().collect(),
            bias: network.u[k],
            order,
            sum: product.iter().sum(),
            tail,
            after: stepped(row.iter(), derivative.as_deref(), rate),
            derivative,
            sensitivity: self.sensitivity(k).iter().copied().collect(),
            q: f.q[k],
            z: f.z[k],
            d_q,
            product,
        })
    }

    /// ∂z_k/∂x⃗, n numbers: the chain rule from z_k back to the input, as it goes from ε back to V.
    fn sensitivity(&self, k: usize) -> DVector<f64> {
        let (network, f) = (self.network, &self.forward);
        let dz_dy = network.U.row(k).transpose() * sigmoid_prime(f.q[k]); // ∂z_k/∂y⃗ = σ′(q_k) · U_k
        let dz_dp = dz_dy.component_mul(&f.p.map(sigmoid_prime)); // ∂z_k/∂p⃗ = ∂z_k/∂y⃗ ⊙ σ′(p⃗)
        network.V.tr_mul(&dz_dp) // ∂z_k/∂x⃗ = Vᵀ ∂z_k/∂p⃗
    }
}

/// The rule: a − α · ∂ε/∂a for each.
fn stepped<'a>(
    weights: impl Iterator<Item = &'a f64>,
    derivative: Option<&[f64]>,
    rate: Option<LearningRate>,
) -> Option<Vec<f64>> {
    derivative
        .zip(rate)
        .map(|(derivative, alpha)| weights.zip(derivative).map(|(a, d_a)| a - alpha.get() * d_a).collect())
}
