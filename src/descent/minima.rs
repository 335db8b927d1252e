//! Where ε(a) has its minima, and how sharply it bends there.

use super::Window;
use crate::formula::Formula;

/// Points of the grid on which minima are looked for, in a window's width.
const GRID: usize = 1_500;

/// A minimum of ε(a).
///
/// ```
/// use descent::descent::Window;
/// use descent::descent::minima::{Shape, minima};
/// use descent::formula::Formula;
///
/// let found = minima(&Formula::parse("(a - 1)^2")?, Window::new(-3.0, 3.0)?);
/// assert!((found[0].a - 1.0).abs() < 1e-9);
/// assert_eq!(found[0].shape, Shape::Round { curvature: 2.0 });
/// assert_eq!(found[0].bound(), Some(1.0)); // above α = 2/ε″ the steps grow
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Minimum {
    /// a_min
    pub a: f64,
    /// ε(a_min)
    pub error: f64,
    /// What ε does there.
    pub shape: Shape,
}

/// How ε bends at a minimum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// ε″ > 0: near it the rule converges for α < 2/ε″, and only for those.
    Round { curvature: f64 },
    /// ε″ is 0, as for a⁴: near enough, every α converges, ever more slowly.
    Flat,
    /// ε′ is 0 and ε″ grows without bound towards it, as for |a|^1.5: near enough every α is too large.
    Sharp,
    /// ε′ jumps, as for |a|: the step never becomes small, so no constant α converges.
    Kink,
}

impl Minimum {
    /// 2/ε″: the rule converges to this minimum only for smaller α. `None` where ε″ gives no bound.
    #[must_use]
    pub fn bound(&self) -> Option<f64> {
        match self.shape {
            Shape::Round { curvature } => Some(2.0 / curvature),
            Shape::Flat | Shape::Sharp | Shape::Kink => None,
        }
    }
}

/// The minima in the window and one width to each side, ascending: where ε′ goes from below zero to above it.
#[must_use]
pub fn minima(formula: &Formula, window: Window) -> Vec<Minimum> {
    let cell = window.width() / GRID as f64;
    let from = window.low() - window.width();
    let mut found = Vec::new();
    // The last point with ε′ < 0; forgotten where ε has no value.
    let mut falling: Option<f64> = None;
    for i in 0..=3 * GRID {
        let a = from + cell * i as f64;
        let slope = formula.at(a).slope;
        if slope < 0.0 {
            falling = Some(a);
        } else if slope > 0.0 {
            if let Some(before) = falling.take() {
                found.extend(between(formula, before, a));
            }
        } else if slope.is_nan() {
            falling = None;
        }
    }
    found
}

/// The minimum nearest to a.
#[must_use]
pub fn nearest(minima: &[Minimum], a: f64) -> Option<&Minimum> {
    minima.iter().min_by(|left, right| (left.a - a).abs().total_cmp(&(right.a - a).abs()))
}

/// The mean of |ε′| over the window; 0 when it has no finite one.
#[must_use]
pub(super) fn usual_slope(formula: &Formula, window: Window) -> f64 {
    let at = |i: usize| formula.at(window.low() + window.width() * i as f64 / GRID as f64).slope.abs();
    let slopes = (0..=GRID).map(at).filter(|slope| slope.is_finite());
    let (sum, count) = slopes.fold((0.0, 0.0), |(sum, count), slope| (sum + slope, count + 1.0));
    let mean: f64 = sum / count;
    if mean.is_finite() { mean } else { 0.0 }
}

/// The minimum between a point where ε falls and one where it rises, by halving; `None` when there is a pole instead.
fn between(formula: &Formula, mut low: f64, mut high: f64) -> Option<Minimum> {
    let outer = formula.at(low).slope.abs() + formula.at(high).slope.abs();
    let nearby = 1e-6 * (high - low);
    let a = loop {
        let middle = low + 0.5 * (high - low);
        if middle <= low || middle >= high {
            break middle;
        }
        let slope = formula.at(middle).slope;
        if slope == 0.0 {
            break middle;
        }
        if slope.is_nan() {
            return None;
        }
        if slope < 0.0 { low = middle } else { high = middle }
    };
    let (left, right) = (formula.at(a - nearby), formula.at(a + nearby));
    let value = formula.at(a);
    let jump = left.slope.abs() + right.slope.abs();
    // Near a pole the slope grows without end; at a kink or a cusp it keeps its size or grows moderately.
    if !value.error.is_finite() || !jump.is_finite() || jump > 1e4 * outer {
        return None;
    }
    let shape = shape(formula, (a, value.curvature), nearby, outer);
    Some(Minimum { a, error: value.error, shape })
}

/// What ε does at a minimum: at the point itself ε″ need not be what it is close by (for |a|^1.5 a formula may give 0, ∞ or
/// anything large), so ε′ is looked at `nearby` and a thousand times nearer.
fn shape(formula: &Formula, (a, curvature): (f64, f64), nearby: f64, outer: f64) -> Shape {
    const NEARER: f64 = 1e-3;
    let slopes = |h: f64| formula.at(a - h).slope.abs() + formula.at(a + h).slope.abs();
    let (far, near) = (slopes(nearby), slopes(NEARER * nearby));
    let bend = near / (2.0 * NEARER * nearby);
    if curvature > 1e-6 * outer && (bend / curvature - 1.0).abs() < 0.5 {
        return Shape::Round { curvature };
    }
    if far > 1e-2 * outer && near > 0.9 * far {
        return Shape::Kink;
    }
    // ε′ ~ hᵏ: k = 1 is round, k > 1 flat, k < 1 sharp.
    if near > 1.01 * NEARER * far && far > 1e-9 * outer { Shape::Sharp } else { Shape::Flat }
}

/// A window that shows what ε does: the places near 0 where ε′ changes its sign, with room on both sides; where there
/// are none, −4 to 4, as far as ε has values.
#[must_use]
pub fn suggested_window(formula: &Formula) -> Window {
    const REACH: f64 = 12.0;
    const USUAL: f64 = 4.0;
    /// Turns that lie no farther apart are one.
    const ONE: f64 = 0.5;
    let at = |i: usize| -REACH + 2.0 * REACH * (i as f64 + 0.5) / GRID as f64;
    let (mut turns, mut defined) = (Vec::new(), Vec::new());
    let mut before = f64::NAN;
    for a in (0..GRID).map(at) {
        let value = formula.at(a);
        if value.error.is_finite() {
            defined.push(a);
        }
        if before * value.slope < 0.0 {
            turns.push(a);
        }
        before = if value.slope == 0.0 { before } else { value.slope };
    }
    let ends = |points: &[f64]| Some((*points.first()?, *points.last()?));
    let (low, high) = ends(&turns).map_or((-USUAL, USUAL), |(low, high)| {
        // Several are seen best when what lies beyond them does not press them flat; around one there is nothing to go by.
        let spread = high - low;
        if spread > ONE {
            let room = (0.35 * spread).min(USUAL);
            ((10.0 * (low - room)).floor() / 10.0, (10.0 * (high + room)).ceil() / 10.0)
        } else {
            ((low - 3.0).floor(), (high + 3.0).ceil())
        }
    });
    let within = ends(&defined).map_or((low, high), |(first, last)| {
        // A window may end where ε ends, but must not lose its width.
        let cell = 2.0 * REACH / GRID as f64;
        let (left, right) = (low.max(first - cell), high.min(last + cell));
        if left < right { (left, right) } else { (low, high) }
    });
    let hundredth = |a: f64| (a * 100.0).round() / 100.0;
    let (low, high) = (hundredth(within.0), hundredth(within.1));
    if low < high { Window { low, high } } else { Window { low: -USUAL, high: USUAL } }
}
