//! Where the run of a formula begins that a reader has typed: a start at which ε has a value, and an α that converges.

use super::minima::suggested_window;
use super::{Descent, Window};
use crate::formula::Formula;
use crate::rule::LearningRate;

/// α where there is no bound for it, and its part of the bound where there is one.
const USUAL: f64 = 0.1;
const SHARE: f64 = 0.3;
/// The α that the page's slider has.
const RATES: (f64, f64) = (0.001, 100.0);
/// Where in the window a start is looked for.
const PLACES: [f64; 7] = [0.15, 0.85, 0.5, 0.3, 0.7, 0.05, 0.95];

/// A start and an α for a formula, both with few figures.
///
/// ```
/// use descent::descent::beginning::Beginning;
/// use descent::formula::Formula;
///
/// // ε″ = 2, so α < 1 converges.
/// let beginning = Beginning::of(&Formula::parse("(a - 1)^2")?);
/// assert_eq!(beginning.alpha, 0.3);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beginning {
    /// The window that shows what ε does.
    pub window: Window,
    /// a⁰, inside the window, to two decimals; its lower end where ε has a value at none of the places looked at.
    pub start: f64,
    /// α: 0.3 of the bound 2/ε″ at the minimum that the run is judged by, else 0.1; two figures, from 0.001 to 100.
    pub alpha: f64,
}

impl Beginning {
    /// For ε(a).
    #[must_use]
    pub fn of(formula: &Formula) -> Self {
        let window = suggested_window(formula);
        let places = PLACES.map(|share| to_decimals(window.low() + share * window.width(), 2));
        let has_value = |a: &f64| {
            let value = formula.at(*a);
            value.error.is_finite() && value.slope.is_finite()
        };
        let start = places.into_iter().find(has_value).unwrap_or(window.low());
        let alpha = bound(formula, window, start).map_or(USUAL, |bound| SHARE * bound);
        Self { window, start, alpha: to_figures(alpha.clamp(RATES.0, RATES.1), 2) }
    }
}

/// The bound on α for a run from `start`.
fn bound(formula: &Formula, window: Window, start: f64) -> Option<f64> {
    let alpha = LearningRate::new(USUAL).ok()?;
    Descent::new(formula.clone(), window, start, alpha).ok()?.goal()?.bound()
}

fn to_decimals(value: f64, decimals: i32) -> f64 {
    let scale = 10.0_f64.powi(decimals);
    (value * scale).round() / scale
}

/// A positive value to so many significant figures.
fn to_figures(value: f64, figures: i32) -> f64 {
    to_decimals(value, figures - 1 - libm::log10(value).floor() as i32)
}
