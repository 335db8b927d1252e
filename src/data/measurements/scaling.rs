//! From the reader's units to what the network reaches, and back.
//!
//! x goes to −1..=1, where the hidden units stand; l goes to 0.1..=0.9, since σ reaches 0 and 1 only at infinity.

use super::{MOST_SIZE, Measurement};
use crate::error::{Error, Result};

/// Where the least and the greatest l go.
const REACH: [f64; 2] = [0.1, 0.9];

/// The ranges of x and l that are scaled.
///
/// ```
/// use descent::data::measurements::scaling::Scaling;
///
/// let scaling = Scaling::new([0.0, 100.0], [-5.0, 5.0])?;
/// assert_eq!((scaling.x(0.0), scaling.x(100.0)), (-1.0, 1.0));
/// assert!((scaling.answer(scaling.l(2.0)) - 2.0).abs() < 1e-12);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scaling {
    x: [f64; 2],
    l: [f64; 2],
}

impl Scaling {
    /// For ranges that are given, each from the lesser end to the greater.
    ///
    /// # Errors
    /// [`Error::Scaling`] when an end is not a number of a sensible size or a range is empty.
    pub fn new(x: [f64; 2], l: [f64; 2]) -> Result<Self> {
        let sound = |[from, to]: [f64; 2]| {
            let size = from.abs().max(to.abs());
            // Below this share of the size, doubles could not tell the measurements apart.
            size <= MOST_SIZE && to - from > size * 1e-9 && to - from > 1.0 / MOST_SIZE
        };
        if sound(x) && sound(l) { Ok(Self { x, l }) } else { Err(Error::Scaling) }
    }

    /// For the ranges that the measurements have. Where all are equal, or there are none, the range is widened about
    /// them.
    #[must_use]
    pub fn of(measurements: &[Measurement]) -> Self {
        let range = |of: fn(&Measurement) -> f64| {
            let ends = measurements.iter().map(of).fold(None, |ends: Option<[f64; 2]>, value| {
                Some(ends.map_or([value; 2], |[from, to]| [from.min(value), to.max(value)]))
            });
            let [from, to] = ends.unwrap_or([0.0, 1.0]);
            let size = from.abs().max(to.abs());
            if to - from > size * 1e-9 && to - from > 1.0 / MOST_SIZE {
                return [from, to];
            }
            let half = if size > 1.0 / MOST_SIZE { size / 2.0 } else { 0.5 };
            [from - half, to + half]
        };
        Self { x: range(|m| m.x), l: range(|m| m.l) }
    }

    /// The ranges of x and of l.
    #[must_use]
    pub fn ranges(&self) -> [[f64; 2]; 2] {
        [self.x, self.l]
    }

    /// x and l of the network, written out: the middle m and the half h of the range of x, the network's x being (x − m)/h;
    /// and a, b, c with l = a + b · (z − c).
    #[must_use]
    pub fn coefficients(&self) -> [f64; 5] {
        let [[from, to], [least, _]] = self.ranges();
        let half = 0.5 * (to - from);
        [from + half, half, least, self.l_unit(), REACH[0]]
    }

    /// The x that the network is given.
    #[must_use]
    pub fn x(&self, x: f64) -> f64 {
        2.0 * (x - self.x[0]) / (self.x[1] - self.x[0]) - 1.0
    }

    /// The x in the reader's units that the network is given as `x`.
    #[must_use]
    pub fn unscaled_x(&self, x: f64) -> f64 {
        self.x[0] + 0.5 * (x + 1.0) * (self.x[1] - self.x[0])
    }

    /// The l that the network should answer.
    #[must_use]
    pub fn l(&self, l: f64) -> f64 {
        REACH[0] + (REACH[1] - REACH[0]) * (l - self.l[0]) / (self.l[1] - self.l[0])
    }

    /// The network's answer z in the units of l.
    #[must_use]
    pub fn answer(&self, z: f64) -> f64 {
        self.l[0] + (z - REACH[0]) * self.l_unit()
    }

    /// How much of l one unit of z is.
    #[must_use]
    pub fn l_unit(&self) -> f64 {
        (self.l[1] - self.l[0]) / (REACH[1] - REACH[0])
    }
}
