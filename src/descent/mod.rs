//! Chapter 2: the rule with one number, a ← a − α · dε/da.
//!
//! A run is all that happens from one start with one α: its points are kept, so a step back is the step that was made,
//! and every bit of it. The rule with two numbers is in [`plane`], where the minima are in [`minima`].

pub mod functions;
pub mod minima;
pub mod plane;
mod status;

use crate::error::{Error, Result};
use crate::formula::{Formula, Value};
use crate::rule::LearningRate;
use minima::{Minimum, minima};
pub use status::Status;

/// The most steps that a run remembers.
pub const MOST_STEPS: usize = 10_000;

/// A run ends when a is so many times the window's width away from its middle: nothing is to be seen there.
const FAR: f64 = 1e6;

/// The part of the a axis that is looked at: low < high, both finite.
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

/// The exact derivative beside a finite difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Check {
    /// h of the finite difference
    pub h: f64,
    /// ε(a + h) and ε(a − h)
    pub right: f64,
    pub left: f64,
    /// (ε(a + h) − ε(a − h)) / 2h
    pub difference: f64,
    /// ε′(a)
    pub slope: f64,
}

/// A run of gradient descent over one number.
#[derive(Debug, Clone)]
pub struct Descent {
    formula: Formula,
    window: Window,
    minima: Vec<Minimum>,
    /// The mean of |ε′| in the window: what is steep here.
    usual_slope: f64,
    alpha: LearningRate,
    trail: Vec<Point>,
    end: Option<End>,
    t: usize,
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
        Ok(Self { formula, window, minima, usual_slope, alpha, trail: vec![first], end: None, t: 0 })
    }

    /// t, the number of steps made.
    #[must_use]
    pub fn t(&self) -> usize {
        self.t
    }

    /// α
    #[must_use]
    pub fn alpha(&self) -> LearningRate {
        self.alpha
    }

    /// The points from a⁰ to a^t.
    #[must_use]
    pub fn trail(&self) -> &[Point] {
        &self.trail[..=self.t]
    }

    /// a^t and what belongs to it.
    #[must_use]
    pub fn here(&self) -> Point {
        self.trail[self.t]
    }

    /// The minima in and near the window, ascending.
    #[must_use]
    pub fn minima(&self) -> &[Minimum] {
        &self.minima
    }

    /// Why there is no step from here, if there is none.
    #[must_use]
    pub fn end(&self) -> Option<End> {
        if self.t + 1 == self.trail.len() { self.end } else { None }
    }

    /// One step of the rule; `false` when there is none.
    pub fn step(&mut self) -> bool {
        if self.t + 1 == self.trail.len() && !self.extend() {
            return false;
        }
        self.t += 1;
        true
    }

    /// Exactly one step back; `false` at the start.
    pub fn back(&mut self) -> bool {
        let able = self.t > 0;
        self.t -= usize::from(able);
        able
    }

    /// To step `t`, or as near as the run goes; tells where it stands then.
    pub fn go_to(&mut self, t: usize) -> usize {
        self.t = t.min(self.trail.len() - 1);
        while self.t < t && self.step() {}
        self.t
    }

    /// The same start with another α, as many steps on as before if the run goes so far.
    pub fn set_alpha(&mut self, alpha: LearningRate) {
        let t = self.t;
        self.alpha = alpha;
        self.trail.truncate(1);
        self.trail[0].step = -alpha.get() * self.trail[0].slope;
        self.end = None;
        self.go_to(t);
    }

    /// The minimum that the run is judged by: the nearest to a^t, or to a⁰ once a^t has left the window.
    #[must_use]
    pub fn goal(&self) -> Option<&Minimum> {
        let here = self.here().a;
        let inside = (self.window.low..=self.window.high).contains(&here);
        minima::nearest(&self.minima, if inside { here } else { self.trail[0].a })
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
        let Point { a, slope, .. } = self.here();
        let wanted = f64::EPSILON.cbrt() * a.abs().max(1.0);
        let h = (a + wanted) - a; // the h that is really added
        let (right, left) = (self.formula.at(a + h).error, self.formula.at(a - h).error);
        Check { h, right, left, difference: (right - left) / (2.0 * h), slope }
    }

    /// Computes the point after the last one; `false` when there is none, and `end` says why.
    fn extend(&mut self) -> bool {
        let last = self.trail[self.trail.len() - 1];
        let a = last.a + last.step;
        self.end = if self.trail.len() > MOST_STEPS {
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
