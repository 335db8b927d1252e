//! The rule with two numbers: a ← a − α · ∂ε/∂a and b ← b − α · ∂ε/∂b, both from the same point.

use super::status::{FLAT, SAME, UNSEEN};
use super::{MOST_STEPS, Status, Window};
use crate::error::{Error, Result};
use crate::formula::{Formula, PlaneValue};
use crate::rule::LearningRate;
use crate::rule::trail::Trail;

/// One point of a run over two numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanePoint {
    /// a and b
    pub at: [f64; 2],
    /// ε(a, b)
    pub error: f64,
    /// ∂ε/∂a and ∂ε/∂b
    pub gradient: [f64; 2],
    /// −α·∂ε/∂a and −α·∂ε/∂b, the step from here
    pub step: [f64; 2],
}

impl PlanePoint {
    fn new(formula: &Formula, at: [f64; 2], alpha: LearningRate) -> Option<Self> {
        let PlaneValue { error, gradient, .. } = formula.at_plane(at);
        let numbers = [at[0], at[1], error, gradient[0], gradient[1]];
        let step = gradient.map(|slope| -alpha.get() * slope); // the rule: a ← a − α · ∂ε/∂a
        numbers.iter().all(|number| number.is_finite()).then_some(Self { at, error, gradient, step })
    }
}

/// A run of gradient descent over two numbers.
///
/// ```
/// use descent::descent::Window;
/// use descent::descent::plane::PlaneDescent;
/// use descent::formula::Formula;
/// use descent::rule::LearningRate;
///
/// // ε = a² + 2b²: with α = ¼ each step halves a and ends at b = 0.
/// let window = Window::new(-2.0, 2.0)?;
/// let formula = Formula::parse_plane("a^2 + 2b^2")?;
/// let mut run = PlaneDescent::new(formula, [window, window], [1.0, 1.0], LearningRate::new(0.25)?)?;
/// assert_eq!(run.go(2), 2);
/// assert_eq!(run.here().at, [0.25, 0.0]);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PlaneDescent {
    formula: Formula,
    windows: [Window; 2],
    /// The mean of |∇ε| in the windows: what is steep here.
    usual_slope: f64,
    alpha: LearningRate,
    trail: Trail<PlanePoint>,
    /// Whether the run cannot go on from its last point, and why.
    end: Option<Status>,
}

/// At a minimum: by the slope and the flattest bend here it is nearer than this part of the window's width.
const AT_MINIMUM: f64 = 1e-3;

impl PlaneDescent {
    /// A run before its first step; the windows are those of a and b.
    ///
    /// # Errors
    /// [`Error::Start`] when ε or a derivative has no value at `start`.
    pub fn new(formula: Formula, windows: [Window; 2], start: [f64; 2], alpha: LearningRate) -> Result<Self> {
        let far = windows.iter().zip(start).any(|(window, number)| window.is_far(number));
        let first = PlanePoint::new(&formula, start, alpha).filter(|_| !far).ok_or(Error::Start)?;
        let usual_slope = usual_slope(&formula, windows);
        Ok(Self { formula, windows, usual_slope, alpha, trail: Trail::new(first), end: None })
    }

    /// The points from the start to step t.
    #[must_use]
    pub fn trail(&self) -> &[PlanePoint] {
        self.trail.so_far()
    }

    /// The point at step t.
    #[must_use]
    pub fn here(&self) -> PlanePoint {
        *self.trail.here()
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

    /// Whether there is a next step.
    #[must_use]
    pub fn can_step(&self) -> bool {
        self.t() < self.last() || self.end.is_none()
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

    /// α of the run.
    #[must_use]
    pub fn alpha(&self) -> LearningRate {
        self.alpha
    }

    /// The same start with another α: another run, as far on as the present one went if it goes so far, and standing at
    /// the same step.
    pub fn set_alpha(&mut self, alpha: LearningRate) {
        let (t, last) = (self.t(), self.last());
        let start = self.start();
        self.alpha = alpha;
        self.trail = Trail::new(PlanePoint { step: start.gradient.map(|slope| -alpha.get() * slope), ..start });
        self.end = None;
        self.go(last);
        self.trail.go(t);
    }

    fn start(&self) -> PlanePoint {
        self.trail.whole()[0]
    }

    /// 2/λ, λ the greatest eigenvalue of the second derivatives here: near a minimum α must be below it.
    /// `None` where λ is not above 0.
    #[must_use]
    pub fn bound(&self) -> Option<f64> {
        let [_, greatest] = self.eigenvalues();
        (greatest > 0.0 && greatest.is_finite()).then(|| 2.0 / greatest)
    }

    /// How the run stands.
    #[must_use]
    pub fn status(&self) -> Status {
        let at_end = self.t() == self.last();
        if let Some(end) = self.end.filter(|end| at_end && *end != Status::Full) {
            return end;
        }
        let width = self.width();
        let here = self.here();
        let step = length(here.step);
        let [least, _] = self.eigenvalues();
        if step <= UNSEEN * width {
            if is_at_minimum(here.gradient, least, width) {
                let near = |point: &PlanePoint| {
                    length([point.at[0] - here.at[0], point.at[1] - here.at[1]]) <= AT_MINIMUM * width
                };
                let away = self.trail().iter().rposition(|point| !near(point));
                return Status::Converged { a: here.at[0], steps: away.map_or(0, |last| last + 1) };
            }
            // A short step is α's doing where ε is as steep as elsewhere.
            if length(here.gradient) > FLAT * self.usual_slope {
                return Status::Slow;
            }
            if least <= 0.0 {
                return Status::Stalled;
            }
        }
        if at_end && self.end == Some(Status::Full) {
            return Status::Full;
        }
        self.moving()
    }

    /// What the last step and the one that comes next have in common.
    fn moving(&self) -> Status {
        let trail = self.trail();
        let [.., before, here] = trail else { return Status::Start };
        let dot = here.gradient[0] * before.gradient[0] + here.gradient[1] * before.gradient[1];
        let size = |point: &PlanePoint| point.gradient[0].hypot(point.gradient[1]);
        // Rounding alone may lift ε on an orbit that closes.
        if here.error > before.error * (1.0 + SAME) {
            return if dot < 0.0 && size(here) > size(before) { Status::Diverging } else { Status::Rising };
        }
        if dot >= 0.0 {
            return Status::Descending;
        }
        // Back where it was two steps ago: it comes no nearer however long it goes on.
        let earlier = trail.len().checked_sub(3).map(|k| &trail[k]);
        let apart = |point: &PlanePoint| (point.at[0] - here.at[0]).hypot(point.at[1] - here.at[1]);
        let periodic = earlier.is_some_and(|point| apart(point) <= SAME * here.step[0].hypot(here.step[1]));
        if periodic { Status::Oscillating } else { Status::Overshooting }
    }

    /// The eigenvalues of the second derivatives here, the smaller first.
    fn eigenvalues(&self) -> [f64; 2] {
        eigenvalues(self.formula.at_plane(self.here().at).curvature)
    }

    /// The greater width of the windows.
    pub(super) fn width(&self) -> f64 {
        self.windows[0].width().max(self.windows[1].width())
    }

    /// Whether a run that comes there has left.
    pub(super) fn is_far(&self, at: [f64; 2]) -> bool {
        self.windows.iter().zip(at).any(|(window, number)| window.is_far(number))
    }

    /// The step of the rule from anywhere; `None` where there is none.
    pub(super) fn step_from(&self, at: [f64; 2]) -> Option<StepFrom> {
        let PlaneValue { gradient, curvature, .. } = self.formula.at_plane(at);
        let by = gradient.map(|slope| -self.alpha.get() * slope);
        by.iter().all(|number| number.is_finite()).then(|| StepFrom {
            by,
            is_at_minimum: length(by) <= UNSEEN * self.width()
                && is_at_minimum(gradient, eigenvalues(curvature)[0], self.width()),
        })
    }

    /// The step to the point after the last one; `false` when there is none, and `end` says why.
    fn extend(&mut self) -> bool {
        let last = self.here();
        let next = [last.at[0] + last.step[0], last.at[1] + last.step[1]];
        self.end = if self.last() == MOST_STEPS {
            Some(Status::Full)
        } else if self.is_far(next) {
            Some(Status::Escaped { uphill: last.error > self.start().error })
        } else if let Some(point) = PlanePoint::new(&self.formula, next, self.alpha) {
            self.trail.push(point);
            None
        } else {
            Some(Status::Undefined)
        };
        self.end.is_none()
    }
}

/// A step from anywhere on the plane.
#[derive(Debug, Clone, Copy)]
pub(super) struct StepFrom {
    /// −α·∂ε/∂a and −α·∂ε/∂b
    pub by: [f64; 2],
    /// It is too short to be seen, and a minimum is near.
    pub is_at_minimum: bool,
}

fn length(vector: [f64; 2]) -> f64 {
    vector[0].hypot(vector[1])
}

/// |∇ε|/λ of the least eigenvalue λ: no minimum of this bowl is farther away.
fn is_at_minimum(gradient: [f64; 2], least: f64, width: f64) -> bool {
    least > 0.0 && length(gradient) / least <= AT_MINIMUM * width
}

/// Of a symmetric matrix (aa, ab, bb), the smaller first.
fn eigenvalues([aa, ab, bb]: [f64; 3]) -> [f64; 2] {
    let middle = 0.5 * (aa + bb);
    let half = (0.5 * (aa - bb)).hypot(ab);
    [middle - half, middle + half]
}

/// The mean of |∇ε| over the windows; 0 when it has no finite one.
fn usual_slope(formula: &Formula, [a, b]: [Window; 2]) -> f64 {
    const SIDE: usize = 24;
    let at = |window: Window, i: usize| window.low() + window.width() * (i as f64 + 0.5) / SIDE as f64;
    let (mut sum, mut count) = (0.0, 0.0);
    for i in 0..SIDE * SIDE {
        let [da, db] = formula.at_plane([at(a, i % SIDE), at(b, i / SIDE)]).gradient;
        let slope = da.hypot(db);
        if slope.is_finite() {
            (sum, count) = (sum + slope, count + 1.0);
        }
    }
    let mean: f64 = sum / count;
    if mean.is_finite() { mean } else { 0.0 }
}
