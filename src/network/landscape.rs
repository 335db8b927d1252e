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

/// Where a slice has its least ε. σ levels off, so a slice may fall for ever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Least {
    /// At this value of the parameter.
    At { value: f64, error: f64 },
    /// Nowhere: ε does not depend on the parameter.
    Flat,
    /// Nowhere: ε falls towards `limit` as the parameter grows (`upwards`) or becomes smaller without end.
    Falls { limit: f64, upwards: bool },
}

/// So far to both sides a minimum is looked for, and at how many values.
const WIDE: f64 = 64.0;
const LOOKED_AT: usize = 1025;
/// So far out σ is 0 or 1 to the last digit.
const FAR: f64 = 1e9;
/// What differs by less is the rounding of ε.
const ROUNDING: f64 = 1e-12;
/// Each makes the place of the minimum 1.6 times as exact: from 1/4 to below 10⁻⁷, where ε is flat to the last digit.
const NARROWED: usize = 32;

/// Where the mean ε is least along one parameter, the others held.
///
/// ```
/// use descent::network::landscape::{Least, least};
/// use descent::network::scalar::{Pairs, Parameter, ScalarNetwork};
///
/// // z = σ(u), and l = ¼: ε is 0 where σ(u) = ¼, at −ln 3.
/// let network = ScalarNetwork::new(1.0, 1.0, 0.0, 2.0)?;
/// let found = least(network, &Pairs::from_flat(&[1.0, 0.25])?, Parameter::u);
/// assert!(matches!(found, Least::At { value, .. } if (value + 3.0_f64.ln()).abs() < 1e-6));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[must_use]
pub fn least(network: ScalarNetwork, pairs: &Pairs, parameter: Parameter) -> Least {
    let error = |value: f64| network.with(parameter, value).mean_error(pairs);
    let errors = slice(network, pairs, parameter, (-WIDE, WIDE), LOOKED_AT);
    let (down, up) = (error(-FAR), error(FAR));
    let limit = down.min(up);
    let Some((best, lowest)) = errors.iter().copied().enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b)) else {
        return Least::Flat;
    };
    let highest = errors.iter().copied().fold(down.max(up), f64::max);
    if highest - limit.min(lowest) < ROUNDING {
        return Least::Flat;
    }
    if lowest >= limit - ROUNDING {
        return Least::Falls { limit, upwards: up < down };
    }
    let width = 2.0 * WIDE / (LOOKED_AT - 1) as f64;
    let middle = -WIDE + best as f64 * width;
    let value = lowest_between(error, middle - width, middle + width);
    Least::At { value, error: error(value) }
}

/// The lowest place of a function that has one minimum between `low` and `high` (golden section).
fn lowest_between(f: impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    const RATIO: f64 = 0.618_033_988_749_894_8;
    for _ in 0..NARROWED {
        let part = RATIO * (high - low);
        let (left, right) = (high - part, low + part);
        if f(left) <= f(right) { high = right } else { low = left }
    }
    0.5 * (low + high)
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
