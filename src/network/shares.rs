//! What each example of a mini-batch has to say about one parameter.

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
