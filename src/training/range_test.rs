//! Which α? The range test: a few steps at rising α, and ε over α (L. N. Smith, "Cyclical Learning Rates for Training
//! Neural Networks", 2015, arXiv:1506.01186, section 3.3). The largest α that still works lies before the one at which ε
//! begins to rise; by the rule of thumb given there a good α is a third of it.
//!
//! The other rule in use, the α at which ε falls fastest, needs a fall to be seen: in 100 mini-batches of 10 ε falls by a
//! twentieth at the start, less than it differs from one to the next, and later it does not fall at all.

use super::course::Made;
use super::trainer::Trainer;
use crate::data::dataset::Dataset;
use crate::error::{Error, Result};
use crate::rule::LearningRate;

/// The α of the first step and of the last; in between they rise by the same factor.
pub const RATES: [f64; 2] = [0.001, 100.0];
/// The part of the steps, with the smallest α, that shows ε as it is: hardly anything is learned at α < 0.1.
const BEFORE: f64 = 0.4;
/// The part of the steps over which the mean of ε is taken.
const WINDOW: f64 = 0.1;
/// A rise counts when it is so many times as large as its standard error: more than chance makes of a level ε.
const CLEAR: f64 = 4.0;
/// What part of the α at which ε begins to rise is suggested.
const PART: f64 = 1.0 / 3.0;

/// ε over α.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeTest {
    /// α, and the mean ε of the mini-batch before the step with it. They end before the first ε that is not finite, and
    /// where the data end.
    pub points: Vec<[f64; 2]>,
    /// The α from which on ε rises; `None` where it clearly rises nowhere.
    pub rises: Option<f64>,
    /// An α that is likely to be good.
    pub suggested: Option<f64>,
}

impl Trainer {
    /// What a few steps of the run from here would be at rising α. The run stays where it is.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] outside 10..=1000 steps.
    pub fn find_rate(&self, steps: usize, data: &Dataset) -> Result<RangeTest> {
        if !(10..=1_000).contains(&steps) {
            return Err(Error::OutOfRange { what: "steps", least: 10, most: 1_000, found: steps as u64 });
        }
        let (mut course, mut state, from) = (self.course.clone(), self.rewind.state().clone(), self.t());
        course.cut(from);
        let factor = libm::log(RATES[1] / RATES[0]) / (steps - 1) as f64;
        let mut points = Vec::new();
        for step in 0..steps {
            let t = from + step as u64;
            if !course.has_arrived(course.place(t), data) {
                break;
            }
            let alpha = RATES[0] * libm::exp(factor * step as f64);
            let error = course.learn(&mut state, Made::batch(LearningRate::new(alpha)?), t, data);
            if !error.is_finite() {
                break;
            }
            points.push([alpha, error]);
        }
        let part = |part: f64| (part * steps as f64) as usize;
        let rises = rise(&points, part(BEFORE), part(WINDOW).max(1)).map(|i| points[i][0]);
        Ok(RangeTest { points, rises, suggested: rises.map(|alpha| PART * alpha) })
    }
}

/// The first point from which on `window` points have a mean ε that is clearly above that of the first `before` points.
///
/// ```
/// use descent::training::range_test::rise;
///
/// let error = |i: u32| 0.1 * f64::from(i % 2) + if i < 30 { 0.4 } else { 0.8 };
/// let points: Vec<_> = (0..60).map(|i| [f64::from(i), error(i)]).collect();
/// assert!((25..=30).contains(&rise(&points, 20, 6).unwrap()));
/// assert_eq!(rise(&points[..30], 20, 6), None);
/// ```
#[must_use]
pub fn rise(points: &[[f64; 2]], before: usize, window: usize) -> Option<usize> {
    let (level, deviation) = spread(points.get(..before).filter(|level| level.len() > 1)?);
    let clear = CLEAR * deviation * (1.0 / window as f64 + 1.0 / before as f64).sqrt();
    let from = before.saturating_sub(window);
    let above = |window: &[[f64; 2]]| spread(window).0 > level + clear;
    points[from..].windows(window.max(1)).position(above).map(|i| from + i)
}

/// The mean ε and its standard deviation.
fn spread(points: &[[f64; 2]]) -> (f64, f64) {
    let n = points.len() as f64;
    let mean = points.iter().map(|[_, error]| error).sum::<f64>() / n;
    let squares: f64 = points.iter().map(|[_, error]| (error - mean) * (error - mean)).sum();
    (mean, (squares / (n - 1.0)).sqrt())
}
