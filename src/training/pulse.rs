//! How a network feels the rule: how large its derivatives are, how many of its hidden units are saturated, and how its
//! weights are spread.

use super::course::example;
use super::trainer::Trainer;
use crate::data::dataset::Dataset;
use crate::network::sparse::{Example, SparseNetwork};
use crate::rule::LearningRate;

/// A hidden unit is saturated for an example where σ′(p) is below this, a 25th of the greatest: its weights hardly change.
pub const SATURATED: f64 = 0.01;
/// The least ε of outputs that are said to be silent: those of a network that errs by less may rest where they are right.
/// 0.45 is the least of a network that gives every image one answer.
const ERRING: f64 = 0.4;
/// So many examples tell whether the outputs are silent.
const ASKED: usize = 10;
/// Bins of a histogram; the middle one has 0 in its middle.
pub const BINS: usize = 41;
/// α of the step whose changes are the derivatives: so large a power of two that a weight beside them is lost in the
/// rounding, and so small that no number overflows.
const MUCH: f64 = (1_u64 << 60) as f64;

/// What was measured where a run stands.
#[derive(Debug, Clone, PartialEq)]
#[allow(non_snake_case, reason = "V and U are the lecture's letters")]
pub struct Pulse {
    pub t: u64,
    /// ‖mean ∂ε/∂a‖ over all parameters, for the next mini-batch.
    pub norm: f64,
    /// The share of pairs of a hidden unit and an example of it where the unit is saturated.
    pub saturated: f64,
    /// The histograms have [`BINS`] bins of one width from −edge to edge; no weight lies outside.
    pub edge: f64,
    pub V: [u32; BINS],
    pub U: [u32; BINS],
}

impl Trainer {
    /// Measures, and remembers it for this step; `None` when the next mini-batch has not arrived.
    pub fn pulse(&mut self, data: &Dataset) -> Option<Pulse> {
        let t = self.t();
        let Self { course, rewind, pulses, .. } = self;
        let place = course.place(t);
        if !course.has_arrived(place, data) {
            return None;
        }
        let indices = course.batch(place).to_vec();
        let batch = indices.iter().map(|index| example(*index, data, course.total, &course.taught));
        let network = &rewind.state().network;
        let mut changed = network.clone();
        changed.step(LearningRate::new(MUCH).ok()?, batch, &mut course.workspace);
        let derivatives =
            network.parameters().zip(changed.parameters()).map(|(a, b)| f64::from(a) / MUCH - f64::from(b) / MUCH);
        let norm = derivatives.map(|derivative| derivative * derivative).sum::<f64>().sqrt();
        let (mut saturated, mut pairs) = (0_u32, 0_u32);
        for y in course.workspace.hidden(network) {
            saturated += u32::from(y * (1.0 - y) < SATURATED as f32); // σ′(p) = y (1 − y)
            pairs += 1;
        }
        let saturated = f64::from(saturated) / f64::from(pairs.max(1));
        pulses.push(t, [norm, saturated]);
        let [first, second] = matrices(network);
        let edge = round(first.iter().chain(&second).fold(0.0, |most: f64, weight| most.max(f64::from(weight.abs()))));
        Some(Pulse { t, norm, saturated, edge, V: histogram(&first, edge), U: histogram(&second, edge) })
    }

    /// Whether steps change next to nothing although much is wrong: for the next examples the outputs are where σ′(q) ≈ 0, in
    /// the mean below [`SATURATED`], and their mean ε is large. So ends too large a step. False before the first step, and
    /// when they have not arrived.
    pub fn is_silent(&mut self, data: &Dataset) -> bool {
        let t = self.t();
        let Self { course, rewind, .. } = self;
        let place = course.place(t);
        if t == 0 || !course.has_arrived(place, data) {
            return false;
        }
        let count = course.batch(place).len().min(ASKED);
        let network = &rewind.state().network;
        let (mut error, mut slope) = (0.0, 0.0);
        for i in 0..count {
            let index = course.batch(place)[i];
            let Example { input, label } = example(index, data, course.total, &course.taught);
            let z = network.answer(input, &mut course.workspace);
            error += super::teach::error(&z, label);
            slope += z.iter().map(|z| z * (1.0 - z)).sum::<f32>();
        }
        let outputs = (count * network.outputs()) as f32;
        error >= ERRING * count as f64 && slope < SATURATED as f32 * outputs
    }
}

/// The weights of V and of U, the finite ones.
fn matrices(network: &SparseNetwork) -> [Vec<f32>; 2] {
    let (inputs, hidden, outputs) = (network.inputs(), network.hidden(), network.outputs());
    let part = |from, count| network.parameters().skip(from).take(count).filter(|weight| weight.is_finite()).collect();
    [part(0, hidden * inputs), part(hidden * inputs + hidden, outputs * hidden)]
}

/// The least of 1, 2, 5, 10, … times a power of ten that is not below `most`.
fn round(most: f64) -> f64 {
    if most <= 0.0 {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(most)));
    let steps = [1.0, 2.0, 5.0, 10.0];
    steps.into_iter().map(|step| step * power).find(|edge| *edge >= most).unwrap_or(most)
}

fn histogram(weights: &[f32], edge: f64) -> [u32; BINS] {
    let mut counts = [0; BINS];
    for weight in weights {
        let bin = (f64::from(*weight) + edge) / (2.0 * edge) * BINS as f64;
        counts[(bin as usize).min(BINS - 1)] += 1;
    }
    counts
}
