//! What a training tells: a line an epoch, and one at the end.

use serde::Serialize;

use super::super::failure::Result;
use super::super::output::{json, say};

/// What is told after each epoch.
#[derive(Debug, Serialize)]
pub struct Epoch {
    /// Only where there are several runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    #[serde(rename = "epoch")]
    pub number: u32,
    /// Mean ε over the epoch's examples, each as the network was when it came to it.
    pub error: f64,
    /// Where examples are kept for choosing, they are asked instead of the test images.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validation_accuracy: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test_accuracy: Option<f64>,
    /// Drawings by writers that were left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out_accuracy: Option<f64>,
    /// Learning alone, without the test.
    pub seconds: f64,
    pub examples_per_second: f64,
}

/// The epoch that was chosen, and what its network makes of the test images.
#[derive(Debug, Serialize)]
#[allow(clippy::struct_field_names, reason = "they are the names in the line of JSON")]
pub struct Chosen {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    pub chosen_epoch: u32,
    pub validation_accuracy: f64,
    pub test_accuracy: f64,
}

/// What is told after several runs.
#[derive(Debug, Serialize)]
pub struct Summary {
    pub runs: usize,
    pub mean_accuracy: f64,
    /// Standard deviation between runs (n − 1).
    pub deviation: f64,
    pub least: f64,
    pub most: f64,
}

fn of_seed(seed: Option<u32>) -> String {
    seed.map(|seed| format!("seed {seed:>2}  ")).unwrap_or_default()
}

impl Epoch {
    /// A line of JSON, or of a table.
    pub fn tell(&self, as_json: bool) -> Result<()> {
        if as_json {
            return json(self);
        }
        let Self { seed, number, error, seconds, examples_per_second, .. } = self;
        let (asked, accuracy) = match (self.validation_accuracy, self.test_accuracy) {
            (Some(accuracy), _) => ("validation", accuracy),
            (None, accuracy) => ("test", accuracy.unwrap_or_default()),
        };
        let left_out = self.left_out_accuracy.map(|accuracy| format!("  left out {:6.2} %", 100.0 * accuracy));
        say!(
            "{}epoch {number:>3}  ε {error:.5}  {asked} {:6.2} %{}  {seconds:6.2} s  {examples_per_second:>8.0} examples/s",
            of_seed(*seed),
            100.0 * accuracy,
            left_out.unwrap_or_default(),
        )
    }
}

impl Chosen {
    /// A line of JSON, or of words.
    pub fn tell(&self, as_json: bool) -> Result<()> {
        if as_json {
            return json(self);
        }
        let Self { seed, chosen_epoch, validation_accuracy, test_accuracy } = self;
        say!(
            "{}epoch {chosen_epoch} was the best: validation {:.2} %, test {:.2} %",
            of_seed(*seed),
            100.0 * validation_accuracy,
            100.0 * test_accuracy,
        )
    }
}

impl Summary {
    /// Of the accuracies of several runs.
    pub fn of(accuracies: &[f64]) -> Self {
        let count = accuracies.len() as f64;
        let mean = accuracies.iter().sum::<f64>() / count;
        let squares: f64 = accuracies.iter().map(|accuracy| (accuracy - mean).powi(2)).sum();
        Self {
            runs: accuracies.len(),
            mean_accuracy: mean,
            deviation: (squares / (count - 1.0).max(1.0)).sqrt(),
            least: accuracies.iter().copied().fold(f64::INFINITY, f64::min),
            most: accuracies.iter().copied().fold(0.0, f64::max),
        }
    }

    /// A line of JSON, or of words.
    pub fn tell(&self, as_json: bool) -> Result<()> {
        if as_json {
            return json(self);
        }
        say!(
            "{} runs: mean {:.2} %, standard deviation {:.2} %, from {:.2} % to {:.2} %",
            self.runs,
            100.0 * self.mean_accuracy,
            100.0 * self.deviation,
            100.0 * self.least,
            100.0 * self.most,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_by_hand() {
        let Summary { runs, mean_accuracy, deviation, least, most } = Summary::of(&[0.94, 0.95, 0.96]);
        assert_eq!(runs, 3);
        for (found, expected) in [(mean_accuracy, 0.95), (deviation, 0.01), (least, 0.94), (most, 0.96)] {
            assert!((found - expected).abs() < 1e-12, "{found} instead of {expected}");
        }
    }
}
