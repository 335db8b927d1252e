//! What a training run is made of.

use crate::error::{Error, Result};

/// What a run is made of besides its data; the learning rate is apart since it may change at any time.
///
/// ```
/// use descent::training::settings::Settings;
///
/// assert_eq!(Settings::new(30, 10, 1)?.hidden(), 30);
/// assert_eq!(Settings::new(0, 10, 1).unwrap_err().code(), "out-of-range");
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    hidden: usize,
    batch: usize,
    seed: u64,
}

impl Settings {
    pub const MOST_HIDDEN: usize = 1_000;
    pub const MOST_BATCH: usize = 10_000;

    /// `hidden` units, `batch` examples in a mini-batch, and the seed of everything random.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] outside 1..=1000 hidden units and 1..=10000 examples.
    pub fn new(hidden: usize, batch: usize, seed: u64) -> Result<Self> {
        let check = |what, most: usize, found: usize| {
            if (1..=most).contains(&found) {
                Ok(())
            } else {
                Err(Error::OutOfRange { what, least: 1, most: most as u64, found: found as u64 })
            }
        };
        check("hidden", Self::MOST_HIDDEN, hidden)?;
        check("batch", Self::MOST_BATCH, batch)?;
        Ok(Self { hidden, batch, seed })
    }

    /// H, the number of hidden units.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// Examples in a mini-batch.
    #[must_use]
    pub fn batch(&self) -> usize {
        self.batch
    }

    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }
}
