//! Chapter 1's data: measurements of a property whose law nobody knows. Built-in [`tables`], text in two columns
//! ([`csv`]), noise and points held back as a test, and the [`scaling`] to what the network reaches.

pub mod csv;
pub mod scaling;
pub mod tables;

use crate::error::{Error, Result};
use crate::random::Random;
use crate::ranking::descending;

/// Most measurements that are taken.
pub const MOST: usize = 5_000;
/// No number of a measurement is larger: squares and ranges stay finite.
pub const MOST_SIZE: f64 = 1e100;

/// The value l measured at x, in the reader's units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measurement {
    pub x: f64,
    pub l: f64,
}

/// Measurements from x₀, l₀, x₁, l₁, …
///
/// # Errors
/// [`Error::TooManyMeasurements`] beyond [`MOST`]; [`Error::BadMeasurement`] for a number that is not finite or larger
/// than [`MOST_SIZE`], or an x without its l.
pub fn from_flat(numbers: &[f64]) -> Result<Vec<Measurement>> {
    let count = numbers.len().div_ceil(2);
    if count > MOST {
        return Err(Error::TooManyMeasurements { found: count as u64, most: MOST as u64 });
    }
    let pair = |(index, pair): (usize, &[f64])| match *pair {
        [x, l] if x.abs() <= MOST_SIZE && l.abs() <= MOST_SIZE => Ok(Measurement { x, l }),
        _ => Err(Error::BadMeasurement { index: index as u64 }),
    };
    numbers.chunks(2).enumerate().map(pair).collect()
}

/// Which measurements are held back as a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldOut {
    /// Any, by the seed.
    Random,
    /// Those with the greatest x: there the network has seen nothing.
    RightEnd,
}

/// What is done to measurements before a network sees them. A share, 0..=1, is checked once, here.
///
/// ```
/// use descent::data::measurements::{HoldOut, Preparation, from_flat};
///
/// let measurements = from_flat(&[0.0, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0])?;
/// let preparation = Preparation::new(0.0, 0.25, HoldOut::RightEnd, 1)?;
/// assert_eq!(preparation.with_noise(&measurements), measurements);
/// assert_eq!(preparation.held_out(&measurements), [false, false, false, true]);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preparation {
    noise: f64,
    share: f64,
    hold_out: HoldOut,
    seed: u32,
}

/// Streams of chance that do not disturb each other: changing the share leaves the noise as it is.
const NOISE_STREAM: u64 = 1;
const HOLD_OUT_STREAM: u64 = 2;

impl Preparation {
    /// `noise`: standard deviation as a share of the range of l; `share`: of the measurements that are held back.
    ///
    /// # Errors
    /// [`Error::NotAShare`] outside 0..=1.
    pub fn new(noise: f64, share: f64, hold_out: HoldOut, seed: u32) -> Result<Self> {
        for (what, value) in [("noise", noise), ("test", share)] {
            if !(0.0..=1.0).contains(&value) {
                return Err(Error::NotAShare { what });
            }
        }
        Ok(Self { noise, share, hold_out, seed })
    }

    /// The measurements with normal noise on l.
    #[must_use]
    pub fn with_noise(&self, measurements: &[Measurement]) -> Vec<Measurement> {
        let [low, high] = scaling::Scaling::of(measurements).ranges()[1];
        let deviation = self.noise * (high - low);
        let mut random = Random::stream(self.seed.into(), NOISE_STREAM);
        measurements.iter().map(|m| Measurement { x: m.x, l: m.l + deviation * random.normal() }).collect()
    }

    /// Which measurements are held back: `share` of them, rounded, but never all.
    #[must_use]
    pub fn held_out(&self, measurements: &[Measurement]) -> Vec<bool> {
        let count = measurements.len();
        let wanted = ((self.share * count as f64).round() as usize).min(count.saturating_sub(1));
        let mut random = Random::stream(self.seed.into(), HOLD_OUT_STREAM);
        // The least ranks are held back. Ranks of chance are drawn in the order of the measurements, so a new one at the
        // end takes no other's place.
        let rank = |m: &Measurement| match self.hold_out {
            HoldOut::Random => random.uniform(),
            HoldOut::RightEnd => -m.x,
        };
        let mut held = vec![false; count];
        for index in descending(measurements.iter().map(rank).map(|rank| -rank)).take(wanted) {
            held[index as usize] = true;
        }
        held
    }
}
