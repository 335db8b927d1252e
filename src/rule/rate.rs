//! The learning rate.

use crate::error::{Error, Result};

/// The learning rate α: finite and above zero, checked once, here.
///
/// ```
/// use descent::rule::LearningRate;
///
/// assert_eq!(LearningRate::new(0.5)?.get(), 0.5);
/// assert!([0.0, -1.0, f64::NAN, f64::INFINITY].iter().all(|alpha| LearningRate::new(*alpha).is_err()));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct LearningRate(f64);

impl LearningRate {
    /// # Errors
    /// [`Error::LearningRate`] for NaN, infinity, zero and negative numbers.
    pub fn new(alpha: f64) -> Result<Self> {
        if alpha.is_finite() && alpha > 0.0 { Ok(Self(alpha)) } else { Err(Error::LearningRate) }
    }

    /// α as a plain number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}
