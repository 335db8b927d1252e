//! Chapter 3's views of ε: along one parameter (chapter 2 four times over), over two of them, and each derivative beside
//! the slope that is measured.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use super::scalar::{Pair, Pairs, Parameter, ScalarNetwork};
use crate::rule::check::Check;
use crate::sigmoid::sigmoid_prime;

/// `count` values from `low` to `high`, both included.
fn between(low: f64, high: f64, count: usize) -> impl Iterator<Item = f64> {
    let last = count.saturating_sub(1).max(1) as f64;
    (0..count).map(move |i| low + (high - low) * (i as f64 / last))
}

/// The mean ε at `count` values of one parameter from `low` to `high`, the others held.
#[must_use]
pub fn slice(
    network: ScalarNetwork,
    pairs: &Pairs,
    parameter: Parameter,
    (low, high): (f64, f64),
    count: usize,
) -> Vec<f64> {
    between(low, high, count).map(|value| network.with(parameter, value).mean_error(pairs)).collect()
}

/// One axis of a [`map`]: a parameter, its range, and how many values are taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    pub parameter: Parameter,
    pub low: f64,
    pub high: f64,
    pub count: usize,
}

/// The mean ε over two parameters, the others held: row after row, b rising from row to row, a within a row.
#[must_use]
pub fn map(network: ScalarNetwork, pairs: &Pairs, a: Axis, b: Axis) -> Vec<f64> {
    let mut errors = Vec::with_capacity(a.count * b.count);
    for value in between(b.low, b.high, b.count) {
        errors.extend(slice(network.with(b.parameter, value), pairs, a.parameter, (a.low, a.high), a.count));
    }
    errors
}

/// Half the distance at which slopes are measured: at 10⁻⁵ the error of the formula (of order h²) and that of rounding
/// (of order 10⁻¹⁶/h) are about equal.
pub const H: f64 = 1e-5;

/// The four derivatives of back propagation, each beside its slope, in the order V, v, U, u.
///
/// ```
/// use descent::network::landscape::check_gradient;
/// use descent::network::scalar::{Pairs, ScalarNetwork};
///
/// let network = ScalarNetwork::new(0.6, 0.9, -1.2, 0.3)?;
/// let checks = check_gradient(network, &Pairs::from_flat(&[1.0, 0.2])?);
/// assert!(checks.iter().all(|check| check.measurable && check.relative() < 1e-6));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[must_use]
pub fn check_gradient(network: ScalarNetwork, pairs: &Pairs) -> [Check; 4] {
    let gradient = network.mean_gradient(pairs);
    let rounding = rounding_of(&network, pairs) / H;
    Parameter::ALL.map(|parameter| {
        let error = |a: f64| network.with(parameter, a).mean_error(pairs);
        Check::new(gradient.get(parameter), (network.get(parameter), H), error, rounding)
    })
}

/// By how much the mean ε is off since its numbers are rounded: each sum by a part of its terms, however small the sum,
/// and what p and q are off by reaches z through σ′. So large U and V round ε more than z alone would.
fn rounding_of(network: &ScalarNetwork, pairs: &Pairs) -> f64 {
    let ScalarNetwork { V, v, U, u } = *network;
    let of = |pair: &Pair| {
        let f = network.forward(pair.x, pair.l);
        let p = (V * pair.x).abs() + v.abs();
        let q = (U * f.y).abs() + u.abs() + U.abs() * sigmoid_prime(f.p) * p;
        let z = f.z + sigmoid_prime(f.q) * q;
        (f.z - pair.l).abs() * z + f.error
    };
    let pairs = pairs.as_slice();
    f64::EPSILON * pairs.iter().map(of).sum::<f64>() / pairs.len().max(1) as f64
}
