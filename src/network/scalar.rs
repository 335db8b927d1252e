//! Chapter 3: the network of four numbers.
//!
//! p = Vx + v,  y = σ(p),  q = Uy + u,  z = σ(q),  ε = ½(z − l)²
//!
//! Every factor of the chain rule is kept, so that the page can show each beside its symbol. With several pairs (x, l)
//! the error is the mean of their errors, and the rule follows the mean of their derivatives.
#![allow(non_snake_case, non_camel_case_types, reason = "V and v, U and u are the lecture's letters")]

use crate::error::{Error, Result};
use crate::rule::LearningRate;
use crate::sigmoid::{sigmoid, sigmoid_prime};

/// The parameters `a` of the network: V, v, U, u.
///
/// ```
/// use descent::network::scalar::ScalarNetwork;
///
/// let network = ScalarNetwork::new(1.0, 1.0, 4.0, -2.0)?;
/// let forward = network.forward(1.0, 0.0);
/// let backward = network.backward(&forward);
/// assert_eq!(forward.error, 0.5 * forward.z * forward.z);
/// assert_eq!(backward.d_u, (forward.z - forward.l) * backward.dz_dq); // ∂ε/∂u = ∂ε/∂z · σ′(q)
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScalarNetwork {
    pub V: f64,
    pub v: f64,
    pub U: f64,
    pub u: f64,
}

/// One of the four parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Parameter {
    V,
    v,
    U,
    u,
}

impl Parameter {
    /// All four, in the lecture's order.
    pub const ALL: [Self; 4] = [Self::V, Self::v, Self::U, Self::u];
}

/// A training pair: the image x (argument) and its label l (value).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub x: f64,
    pub l: f64,
}

/// At least one pair, with |x| ≤ [`Pairs::FARTHEST`] and l in 0..=1, where σ has its values.
///
/// ```
/// use descent::network::scalar::Pairs;
///
/// assert_eq!(Pairs::from_flat(&[1.0, 0.0, -1.0, 1.0])?.as_slice().len(), 2);
/// assert_eq!(Pairs::from_flat(&[1.0]).unwrap_err().code(), "pair-numbers");
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs(Vec<Pair>);

impl Pairs {
    pub const FARTHEST: f64 = 1000.0;

    /// # Errors
    /// [`Error::NoExamples`] without a pair, [`Error::NumberOutOfRange`] for an x or l outside its range.
    pub fn new(pairs: Vec<Pair>) -> Result<Self> {
        if pairs.is_empty() {
            return Err(Error::NoExamples);
        }
        let far = Self::FARTHEST;
        if pairs.iter().any(|pair| !(-far..=far).contains(&pair.x)) {
            return Err(Error::NumberOutOfRange { what: "x", least: -(far as i64), most: far as i64 });
        }
        if pairs.iter().any(|pair| !(0.0..=1.0).contains(&pair.l)) {
            return Err(Error::NumberOutOfRange { what: "l", least: 0, most: 1 });
        }
        Ok(Self(pairs))
    }

    /// Pairs given as x₀, l₀, x₁, l₁, …
    ///
    /// # Errors
    /// Those of [`Pairs::new`], and [`Error::PairNumbers`] for an odd count of numbers.
    pub fn from_flat(numbers: &[f64]) -> Result<Self> {
        let (pairs, rest) = numbers.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(Error::PairNumbers { found: numbers.len() as u64 });
        }
        Self::new(pairs.iter().map(|&[x, l]| Pair { x, l }).collect())
    }

    #[must_use]
    pub fn as_slice(&self) -> &[Pair] {
        &self.0
    }
}

/// All that the forward pass computes, from the image x to the error ε.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forward {
    pub x: f64,
    pub l: f64,
    pub p: f64,
    pub y: f64,
    pub q: f64,
    pub z: f64,
    pub error: f64,
}

/// All that back propagation computes, from ε back to V. `d_z` reads ∂ε/∂z, `dz_dq` reads ∂z/∂q = σ′(q).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Backward {
    pub d_z: f64,
    pub dz_dq: f64,
    pub d_q: f64,
    pub d_U: f64,
    pub d_u: f64,
    pub d_y: f64,
    pub dy_dp: f64,
    pub d_p: f64,
    pub d_V: f64,
    pub d_v: f64,
}

/// The derivative of ε by each parameter.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Gradient {
    pub V: f64,
    pub v: f64,
    pub U: f64,
    pub u: f64,
}

impl From<Backward> for Gradient {
    fn from(b: Backward) -> Self {
        Self { V: b.d_V, v: b.d_v, U: b.d_U, u: b.d_u }
    }
}

impl Gradient {
    #[must_use]
    pub fn get(&self, parameter: Parameter) -> f64 {
        match parameter {
            Parameter::V => self.V,
            Parameter::v => self.v,
            Parameter::U => self.U,
            Parameter::u => self.u,
        }
    }
}

impl ScalarNetwork {
    /// So large a parameter may be to begin with.
    pub const FARTHEST: f64 = 1000.0;

    /// # Errors
    /// [`Error::NumberOutOfRange`] for a parameter that is not a number or is farther than [`Self::FARTHEST`] from 0.
    pub fn new(V: f64, v: f64, U: f64, u: f64) -> Result<Self> {
        let far = Self::FARTHEST;
        for (what, value) in [("V", V), ("v", v), ("U", U), ("u", u)] {
            if !(-far..=far).contains(&value) {
                return Err(Error::NumberOutOfRange { what, least: -(far as i64), most: far as i64 });
            }
        }
        Ok(Self { V, v, U, u })
    }

    #[must_use]
    pub fn get(&self, parameter: Parameter) -> f64 {
        match parameter {
            Parameter::V => self.V,
            Parameter::v => self.v,
            Parameter::U => self.U,
            Parameter::u => self.u,
        }
    }

    /// The same network with one parameter at another value.
    #[must_use]
    pub fn with(mut self, parameter: Parameter, value: f64) -> Self {
        match parameter {
            Parameter::V => self.V = value,
            Parameter::v => self.v = value,
            Parameter::U => self.U = value,
            Parameter::u => self.u = value,
        }
        self
    }

    /// From the image x to the error ε of the answer z against the label l.
    #[must_use]
    pub fn forward(&self, x: f64, l: f64) -> Forward {
        let p = self.V * x + self.v;
        let y = sigmoid(p);
        let q = self.U * y + self.u;
        let z = sigmoid(q);
        let error = 0.5 * (z - l) * (z - l);
        Forward { x, l, p, y, q, z, error }
    }

    /// Back propagation: each line a product of two numbers, in the lecture's order.
    #[must_use]
    pub fn backward(&self, f: &Forward) -> Backward {
        let d_z = f.z - f.l; // ∂ε/∂z = z − l
        let dz_dq = sigmoid_prime(f.q); // ∂z/∂q = σ′(q)
        let d_q = d_z * dz_dq; // ∂ε/∂q = ∂ε/∂z · σ′(q)
        let d_u = d_q; // ∂ε/∂u = ∂ε/∂q
        let d_U = d_q * f.y; // ∂ε/∂U = ∂ε/∂q · y
        let d_y = d_q * self.U; // ∂ε/∂y = ∂ε/∂q · U
        let dy_dp = sigmoid_prime(f.p); // ∂y/∂p = σ′(p)
        let d_p = d_y * dy_dp; // ∂ε/∂p = ∂ε/∂y · σ′(p)
        let d_v = d_p; // ∂ε/∂v = ∂ε/∂p
        let d_V = d_p * f.x; // ∂ε/∂V = ∂ε/∂p · x
        Backward { d_z, dz_dq, d_q, d_U, d_u, d_y, dy_dp, d_p, d_V, d_v }
    }

    /// The mean of ε over the pairs.
    #[must_use]
    pub fn mean_error(&self, pairs: &Pairs) -> f64 {
        let sum: f64 = pairs.0.iter().map(|pair| self.forward(pair.x, pair.l).error).sum();
        sum / pairs.0.len() as f64
    }

    /// The mean of each derivative over the pairs, summed in their order. Of one pair it is that pair's, bit for bit.
    #[must_use]
    pub fn mean_gradient(&self, pairs: &Pairs) -> Gradient {
        let mut sum = Gradient::default();
        for pair in &pairs.0 {
            let b = self.backward(&self.forward(pair.x, pair.l));
            sum.V += b.d_V;
            sum.v += b.d_v;
            sum.U += b.d_U;
            sum.u += b.d_u;
        }
        let count = pairs.0.len() as f64;
        Gradient { V: sum.V / count, v: sum.v / count, U: sum.U / count, u: sum.u / count }
    }

    /// One step of the rule, a ← a − α · ∂ε/∂a, for each of the four parameters.
    pub fn step(&mut self, alpha: LearningRate, gradient: &Gradient) {
        let alpha = alpha.get();
        self.V -= alpha * gradient.V;
        self.v -= alpha * gradient.v;
        self.U -= alpha * gradient.U;
        self.u -= alpha * gradient.u;
    }
}
