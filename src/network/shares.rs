//! What the examples of a mini-batch have to say about one parameter, and about all that a hidden unit looks for.

use super::place::Place;
use super::sparse::Example;
use super::vector::VectorNetwork;
use crate::rule::LearningRate;

/// One step of the rule for one parameter: a ← a − α · the mean of ∂ε/∂a over a mini-batch.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// a before the step
    pub value: f64,
    /// ∂ε/∂a of each example
    pub derivatives: Vec<f64>,
    /// Their mean.
    pub mean: f64,
    /// a after the step
    pub after: f64,
}

impl Shares {
    /// The step with α of the parameter at `place`; `None` for an empty mini-batch.
    ///
    /// # Panics
    /// When the place or an example is one of a larger network.
    #[must_use]
    pub fn new<'a>(
        network: &VectorNetwork,
        place: Place,
        alpha: LearningRate,
        batch: impl Iterator<Item = Example<'a>>,
    ) -> Option<Self> {
        let derivative = |example: Example<'_>| {
            let (x, l) = example.dense(network.V.ncols(), network.U.nrows());
            let forward = network.forward(&x);
            network.backward(&forward, &l).at(&forward, place)
        };
        let derivatives: Vec<f64> = batch.map(derivative).collect();
        if derivatives.is_empty() {
            return None;
        }
        let value = network.get(place);
        let mean = derivatives.iter().sum::<f64>() / derivatives.len() as f64;
        Some(Self { value, derivatives, mean, after: value - alpha.get() * mean })
    }
}

/// One step of the rule for a row of V, which is a picture: a ← a − α · the mean of ∂ε/∂a over a mini-batch for each a = V_ij
/// of one i, n numbers each.
#[derive(Debug, Clone, PartialEq)]
pub struct RowStep {
    /// V_ij before the step
    pub values: Vec<f64>,
    /// the mean of ∂ε/∂V_ij
    pub means: Vec<f64>,
    /// V_ij after the step
    pub after: Vec<f64>,
}

impl RowStep {
    /// The step with α of row `i`; `None` for an empty mini-batch.
    ///
    /// # Panics
    /// When there is no such row, or an example is one of a larger network.
    #[must_use]
    pub fn new<'a>(
        network: &VectorNetwork,
        i: usize,
        alpha: LearningRate,
        batch: impl Iterator<Item = Example<'a>>,
    ) -> Option<Self> {
        let mut means = vec![0.0; network.V.ncols()];
        let mut count = 0_u32;
        for example in batch {
            let (x, l) = example.dense(network.V.ncols(), network.U.nrows());
            let forward = network.forward(&x);
            let d_p = network.backward(&forward, &l).d_p[i];
            for (mean, x) in means.iter_mut().zip(x.iter()) {
                *mean += d_p * x; // ∂ε/∂V_ij = ∂ε/∂p_i · x_j
            }
            count += 1;
        }
        if count == 0 {
            return None;
        }
        for mean in &mut means {
            *mean /= f64::from(count);
        }
        let values: Vec<f64> = network.V.row(i).iter().copied().collect();
        let after = values.iter().zip(&means).map(|(value, mean)| value - alpha.get() * mean).collect();
        Some(Self { values, means, after })
    }
}
