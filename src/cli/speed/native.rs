//! The training of this program itself, timed.

use std::time::{Duration, Instant};

use descent::data::dataset::Dataset;
use descent::rule::LearningRate;
use descent::training::trainer::{Settings, Trainer};

use crate::cli::failure::{Failure, Result};

/// How long each whole epoch takes after the first, until `time` has passed; one at least.
pub fn epochs(train: &Dataset, hidden: u16, time: Duration) -> Result<Vec<Duration>> {
    let trainer = || Trainer::new(Settings::new(hidden.into(), 10, 1)?, LearningRate::new(3.0)?, train.arrived());
    let mut trainer = trainer().map_err(|error| Failure::run(error.to_string()))?;
    let steps = trainer.steps_per_epoch();
    trainer.steps(steps, train);
    let start = Instant::now();
    let mut epochs = Vec::new();
    while epochs.is_empty() || start.elapsed() < time {
        let began = Instant::now();
        trainer.steps(steps, train);
        epochs.push(began.elapsed());
    }
    Ok(epochs)
}
