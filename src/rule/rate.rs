//! The learning rate.

use crate::error::{Error, Result};

/// The learning rate α: finite and above zero, checked once, here.
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
