//! Chapter 3: the network of four numbers.
//!
//! p = Vx + v,  y = σ(p),  q = Uy + u,  z = σ(q),  ε = ½(z − l)²
//!
//! Every factor of the chain rule is kept, so that the page can show each beside its symbol.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use super::LearningRate;
use crate::sigmoid::{sigmoid, sigmoid_prime};

/// The parameters `a` of the network: V, v, U, u.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScalarNetwork {
    pub V: f64,
    pub v: f64,
    pub U: f64,
    pub u: f64,
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

impl ScalarNetwork {
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

    /// One step of the rule, a ← a − α · ∂ε/∂a, for each of the four parameters.
    pub fn step(&mut self, alpha: LearningRate, gradient: &Backward) {
        let alpha = alpha.get();
        self.V -= alpha * gradient.d_V;
        self.v -= alpha * gradient.d_v;
        self.U -= alpha * gradient.d_U;
        self.u -= alpha * gradient.d_u;
    }
}
