//! Chapter 2: the rule with one number, a ← a − α · dε/da.
//!
//! A run is all that happens from one start with one α: its points are kept, so a step back is the step that was made,
//! and every bit of it. The rule with two numbers is in [`plane`]; where the minima are, [`mod@minima`] finds.

pub mod ahead;
pub mod beginning;
pub mod functions;
pub mod minima;
pub mod plane;
mod status;

use crate::error::{Error, Result};
use crate::formula::{Formula, Value};
use crate::rule::LearningRate;
use crate::rule::check::Check;
use crate::rule::trail::Trail;
use minima::{Minimum, minima};
pub use status::Status;

/// The most steps that a run remembers.
pub const MOST_STEPS: usize = 10_000;

/// A run ends when a is so many times the window's width away from its middle: nothing is to be seen there.
const FAR: f64 = 1e6;

/// ∛ε of the unit in which doubles are rounded, [`f64::EPSILON`].
const CUBE_ROOT_OF_EPSILON: f64 = 6.055_454_452_393_343e-6;

/// The part of the a axis that is looked at: low < high, both finite.
///
/// ```
/// use descent::descent::Window;
///
/// assert_eq!(Window::new(-2.0, 3.0)?.width(), 5.0);
/// assert!(Window::new(3.0, -2.0).is_err());
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    low: f64,
    high: f64,
}

impl Window {
    /// # Errors
    /// [`Error::Window`] unless `low` < `high` and their distance is finite.
    pub fn new(low: f64, high: f64) -> Result<Self> {
        if low < high && (high - low).is_finite() { Ok(Self { low, high }) } else { Err(Error::Window) }
    }

    /// The lower end.
    #[must_use]
    pub fn low(self) -> f64 {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub fn high(self) -> f64 {
        self.high
    }

    /// The distance of the ends.
    #[must_use]
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    /// Whether a is too far away for a run to go on.
    fn is_far(self, a: f64) -> bool {
        let middle = self.low + 0.5 * self.width();
        a.is_nan() || (a - middle).abs() > FAR * self.width()
    }
}

/// One point of a run: what the rule sees there and what it does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// a^t
    pub a: f64,
    /// ε(a^t)
    pub error: f64,
    /// ε′(a^t)
    pub slope: f64,
    /// −α·ε′(a^t), the step from here
    pub step: f64,
}

/// Why a run cannot go on from its last point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End {
    /// The next a is too far away to be looked at, on this side: −1 or 1.
    Far { side: i8 },
    /// The next a has no ε or no ε′.
    Undefined { a: f64 },
    /// [`MOST_STEPS`] are made.
    Full,
}

/// A run of gradient descent over one number.
///
/// ```
/// use descent::descent::{Descent, Window};
/// use descent::formula::Formula;
/// use descent::rule::LearningRate;
///
/// // ε = a², so each step with α = ¼ halves a.
/// let mut run = Descent::new(Formula::parse("a^2")?, Window::new(-2.0, 2.0)?, 1.0, LearningRate::new(0.25)?)?;
/// assert_eq!(run.go(3), 3);
/// assert_eq!(run.here().a, 0.125);
/// assert!(run.back());
/// assert_eq!((run.t(), run.last(), run.here().a), (2, 3, 0.25));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Descent {
    formula: Formula,
    window: Window,
    minima: Vec<Minimum>,
    /// The mean of |ε′| in the window: what is steep here.
    usual_slope: f64,
    alpha: LearningRate,
    trail: Trail<Point>,
    /// Why there is no step from the last point, if there is none.
    end: Option<End>,
}

impl Descent {
    /// A run before its first step.
    ///
    /// # Errors
    /// [`Error::Start`] when ε or ε′ has no value at `start`.
    pub fn new(formula: Formula, window: Window, start: f64, alpha: LearningRate) -> Result<Self> {
        let minima = minima(&formula, window);
        let usual_slope = minima::usual_slope(&formula, window);
        let first = point(&formula, start, alpha).filter(|_| !window.is_far(start)).ok_or(Error::Start)?;
        Ok(Self { formula, window, minima, usual_slope, alpha, trail: Trail::new(first), end: None })
    }

    /// The number of steps made where the run stands.
    #[must_use]
    pub fn t(&self) -> usize {
        self.trail.t()
    }

    /// The furthest step that was made.
    #[must_use]
    pub fn last(&self) -> usize {
        self.trail.last()
    }

    /// α
    #[must_use]
    pub fn alpha(&self) -> LearningRate {
        self.alpha
    }

    /// The points from a⁰ to a^t.
    #[must_use]
    pub fn trail(&self) -> &[Point] {
        self.trail.so_far()
    }

    /// a^t and what belongs to it.
    #[must_use]
    pub fn here(&self) -> Point {
        *self.trail.here()
    }

    /// The minima in and near the window, ascending.
    #[must_use]
    pub fn minima(&self) -> &[Minimum] {
        &self.minima
    }

    /// Why there is no step from here, if there is none.
    #[must_use]
    pub fn end(&self) -> Option<End> {
        self.end.filter(|_| self.t() == self.last())
    }

    /// One step of the rule; `false` when there is none.
    pub fn step(&mut self) -> bool {
        self.trail.again() || self.extend()
    }

    /// One step back; `false` at the start.
    pub fn back(&mut self) -> bool {
        self.trail.back()
    }

    /// To step `t`, or as near as the run goes; where it stands then. Steps that were not made yet are made.
    pub fn go(&mut self, t: usize) -> usize {
        self.trail.go(t);
        while self.t() < t && self.step() {}
        self.t()
    }

    /// The same start with another α: another run, as far on as the present one went if it goes so far, and standing at
    /// the same step.
    pub fn set_alpha(&mut self, alpha: LearningRate) {
        let (t, last) = (self.t(), self.last());
        let start = self.start();
        self.alpha = alpha;
        self.trail = Trail::new(Point { step: -alpha.get() * start.slope, ..start });
        self.end = None;
        self.go(last);
        self.trail.go(t);
    }

    fn start(&self) -> Point {
        self.trail.whole()[0]
    }

    /// The minimum that the run is judged by: the nearest to a^t, or to a⁰ once a^t has left the window.
    #[must_use]
    pub fn goal(&self) -> Option<&Minimum> {
        let here = self.here().a;
        let inside = (self.window.low..=self.window.high).contains(&here);
        minima::nearest(&self.minima, if inside { here } else { self.start().a })
    }

    /// How the run stands, in one word and its numbers.
    #[must_use]
    pub fn status(&self) -> Status {
        status::status(self)
    }

    /// ε′(a^t) beside a central difference.
    ///
    /// h is the cube root of the rounding unit, times the size of a: there the error of the difference's formula, which
    /// grows with h², and its rounding error, which grows with 1/h, are about equal.
    #[must_use]
    pub fn check(&self) -> Check {
        let Point { a, error, slope, .. } = self.here();
        let wanted = CUBE_ROOT_OF_EPSILON * a.abs().max(1.0);
        let h = (a + wanted) - a; // the h that is really added
        Check::new(slope, (a, h), |a| self.formula.at(a).error, f64::EPSILON * error.abs() / h)
    }

    /// The step to the point after the last one; `false` when there is none, and `end` says why.
    fn extend(&mut self) -> bool {
        let last = self.here();
        let a = last.a + last.step;
        self.end = if self.last() == MOST_STEPS {
            Some(End::Full)
        } else if self.window.is_far(a) {
            Some(End::Far { side: if last.step < 0.0 { -1 } else { 1 } })
        } else if let Some(next) = point(&self.formula, a, self.alpha) {
            self.trail.push(next);
            None
        } else {
            Some(End::Undefined { a })
        };
        self.end.is_none()
    }
}

/// What the rule sees at a, if ε and ε′ have values there.
fn point(formula: &Formula, a: f64, alpha: LearningRate) -> Option<Point> {
    let Value { error, slope, .. } = formula.at(a);
    let step = -alpha.get() * slope; // the rule: a ← a − α · ε′(a)
    [a, error, slope, step].iter().all(|number| number.is_finite()).then_some(Point { a, error, slope, step })
}
