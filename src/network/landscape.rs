//! Chapter 3's views of ε: along one parameter (chapter 2 four times over), over two of them, and each derivative beside
//! the slope that is measured.

use super::scalar::{Pairs, Parameter, ScalarNetwork};

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

/// A derivative of back propagation beside the slope (ε(a + h) − ε(a − h)) / 2h.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    pub derivative: f64,
    pub slope: f64,
    /// Decimal places in which both agree, counted from the first that is not 0; at most [`Check::MOST_DIGITS`].
    pub digits: u32,
    /// Whether the slope says anything: false where the derivative is so small that the difference of two ε is mostly
    /// rounding.
    pub measurable: bool,
}

impl Check {
    /// More than a double holds.
    pub const MOST_DIGITS: u32 = 16;

    fn new(derivative: f64, slope: f64, rounding: f64) -> Self {
        let difference = (derivative - slope).abs();
        let size = derivative.abs().max(slope.abs());
        let digits = if difference == 0.0 {
            Self::MOST_DIGITS
        } else {
            let agreement = -libm::log10(difference / size);
            agreement.clamp(0.0, f64::from(Self::MOST_DIGITS)) as u32
        };
        Self { derivative, slope, digits, measurable: difference == 0.0 || size > 1000.0 * rounding }
    }
}

/// Half the distance at which slopes are measured: at 10⁻⁵ the error of the formula (of order h²) and that of rounding
/// (of order 10⁻¹⁶/h) are about equal.
pub const H: f64 = 1e-5;

/// The four derivatives, each beside its slope, in the order V, v, U, u.
#[must_use]
pub fn check_gradient(network: ScalarNetwork, pairs: &Pairs) -> [Check; 4] {
    let gradient = network.mean_gradient(pairs);
    // z is rounded by ε_machine at most, so ε = ½(z − l)² by |z − l| times that.
    let rounding = f64::EPSILON * (2.0 * network.mean_error(pairs)).sqrt() / H;
    Parameter::ALL.map(|parameter| {
        let a = network.get(parameter);
        let error = |a: f64| network.with(parameter, a).mean_error(pairs);
        // a ± h are rounded too: what lies between them is taken as it came out.
        let (right, left) = (a + H, a - H);
        let slope = (error(right) - error(left)) / (right - left);
        Check::new(gradient.get(parameter), slope, rounding)
    })
}
