//! `descent train`: the training of the page, natively. Same seed, same bits.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, value_parser};
use descent::data::dataset::Dataset;
use descent::error::Error;
use descent::network::LearningRate;
use descent::network::weights::Model;
use descent::training::trainer::{Settings, Step, Trainer};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::card::Card;
use super::examples::{self, Part};
use super::failure::{Failure, Result};
use super::files::Draft;
use super::output::{json, say};

/// Trains a 784-H-10 network on MNIST
#[derive(Args, Debug)]
pub struct Train {
    /// Hidden units, H
    #[arg(long, value_name = "H", default_value_t = 30, value_parser = value_parser!(u16).range(1..=1000))]
    hidden: u16,
    /// How often each example is learned from
    #[arg(long, value_name = "E", default_value_t = 30, value_parser = value_parser!(u32).range(1..=100_000))]
    epochs: u32,
    /// Examples in a mini-batch
    #[arg(long, value_name = "B", default_value_t = 10, value_parser = value_parser!(u16).range(1..=10_000))]
    batch: u16,
    /// The learning rate α
    #[arg(long, value_name = "ALPHA", default_value_t = 3.0, allow_negative_numbers = true)]
    rate: f64,
    /// The seed of the weights and of the order of examples
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u32,
    /// Train again with the next seeds, and tell the mean and the spread
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = value_parser!(u32).range(1..=1000))]
    runs: u32,
    /// Learn only from the first N examples [default: all]
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
    examples: Option<u32>,
    /// Write the trained model into this file, and its card beside it
    #[arg(long, value_name = "FILE", conflicts_with = "runs")]
    out: Option<PathBuf>,
    /// Print one line of JSON an epoch
    #[arg(long)]
    json: bool,
    /// Where the four MNIST files are [default: www/data of Descent's sources]
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// What is told after each epoch.
#[derive(Debug, Serialize)]
struct Epoch {
    /// Only where there are several runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u32>,
    #[serde(rename = "epoch")]
    number: u32,
    /// Mean ε over the epoch's examples, each as the network was when it came to it.
    error: f64,
    test_accuracy: f64,
    /// Learning alone, without the test.
    seconds: f64,
    examples_per_second: f64,
}

/// What is told after several runs.
#[derive(Debug, Serialize)]
struct Summary {
    runs: usize,
    mean_accuracy: f64,
    /// Standard deviation between runs (n − 1).
    deviation: f64,
    least: f64,
    most: f64,
}

/// Runs the command.
pub fn run(arguments: &Train) -> Result<()> {
    let rate = LearningRate::new(arguments.rate).map_err(|error| wrong_argument(&error))?;
    if let Some(out) = &arguments.out {
        // Minutes of training should not end with a folder that cannot be written to.
        drop(Draft::begin(out)?);
    }
    let mut train = examples::mnist(Part::Train, arguments.data.as_deref())?;
    let test = examples::mnist(Part::Test, arguments.data.as_deref())?;
    if let Some(wanted) = arguments.examples {
        if wanted as usize > train.arrived() {
            let there = train.arrived();
            return Err(Failure::usage(format!("--examples {wanted}: there are only {there} examples")));
        }
        train.limit_to(wanted as usize);
    }
    let progress = progress(arguments);
    let mut finals = Vec::new();
    for seed in (0..arguments.runs).map(|run| arguments.seed.wrapping_add(run)) {
        let settings = Settings::new(arguments.hidden.into(), arguments.batch.into(), seed.into());
        let mut trainer = settings
            .and_then(|settings| Trainer::new(settings, rate, train.arrived()))
            .map_err(|error| wrong_argument(&error))?;
        let mut accuracy = 0.0;
        for number in 1..=arguments.epochs {
            let epoch = one_epoch(&mut trainer, &train, &test, number, &progress);
            let epoch = Epoch { seed: (arguments.runs > 1).then_some(seed), ..epoch };
            accuracy = epoch.test_accuracy;
            progress.suspend(|| if arguments.json { json(&epoch) } else { tell(&epoch) })?;
        }
        finals.push(accuracy);
        if let Some(out) = &arguments.out {
            let model = Model { network: trainer.network().clone() };
            let bytes = model.to_bytes();
            Draft::begin(out)?.commit(&bytes)?;
            let evaluation = trainer.evaluate(&test);
            Card::new(out, &model, &bytes, command(arguments), seed.into(), &evaluation).write(out)?;
        }
    }
    progress.finish_and_clear();
    if arguments.runs > 1 {
        let summary = summary(&finals);
        if arguments.json { json(&summary) } else { tell_summary(&summary) }?;
    }
    Ok(())
}

/// The arguments that decide the result, as a command.
fn command(arguments: &Train) -> String {
    let Train { hidden, epochs, batch, rate, seed, .. } = arguments;
    let examples = arguments.examples.map_or_else(String::new, |count| format!(" --examples {count}"));
    format!("descent train --hidden {hidden} --epochs {epochs} --batch {batch} --rate {rate:?} --seed {seed}{examples}")
}

fn wrong_argument(error: &Error) -> Failure {
    Failure::usage(error.to_string())
}

/// Learns from every example once, then asks about every test image.
fn one_epoch(trainer: &mut Trainer, train: &Dataset, test: &Dataset, number: u32, progress: &ProgressBar) -> Epoch {
    let examples = train.arrived() as f64;
    let start = Instant::now();
    let mut sum = 0.0;
    let mut before = trainer.position();
    // All examples are there, so no step ever waits.
    while let Step::Made { error, epoch_ended } = trainer.step(train) {
        let after = if epoch_ended { train.arrived() } else { trainer.position() };
        // The last mini-batch may be smaller.
        sum += error * (after - before) as f64;
        before = after;
        progress.inc(1);
        if epoch_ended {
            break;
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let evaluation = trainer.evaluate(test);
    Epoch {
        seed: None,
        number,
        error: sum / examples,
        test_accuracy: evaluation.accuracy(),
        seconds,
        examples_per_second: examples / seconds,
    }
}

fn progress(arguments: &Train) -> ProgressBar {
    // On standard error, and nowhere if that is no terminal.
    let examples = u64::from(arguments.examples.unwrap_or(60_000));
    let steps = examples.div_ceil(arguments.batch.into());
    let bar = ProgressBar::new(steps * u64::from(arguments.epochs) * u64::from(arguments.runs));
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent} %, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn tell(epoch: &Epoch) -> Result<()> {
    let seed = epoch.seed.map(|seed| format!("seed {seed:>2}  ")).unwrap_or_default();
    let Epoch { number, error, test_accuracy, seconds, examples_per_second, .. } = epoch;
    say!(
        "{seed}epoch {number:>3}  ε {error:.5}  test {:6.2} %  {seconds:6.2} s  {examples_per_second:>8.0} examples/s",
        100.0 * test_accuracy,
    )
}

fn tell_summary(summary: &Summary) -> Result<()> {
    say!(
        "{} runs: mean {:.2} %, standard deviation {:.2} %, from {:.2} % to {:.2} %",
        summary.runs,
        100.0 * summary.mean_accuracy,
        100.0 * summary.deviation,
        100.0 * summary.least,
        100.0 * summary.most,
    )
}

fn summary(accuracies: &[f64]) -> Summary {
    let count = accuracies.len() as f64;
    let mean = accuracies.iter().sum::<f64>() / count;
    let squares: f64 = accuracies.iter().map(|accuracy| (accuracy - mean).powi(2)).sum();
    Summary {
        runs: accuracies.len(),
        mean_accuracy: mean,
        deviation: (squares / (count - 1.0).max(1.0)).sqrt(),
        least: accuracies.iter().copied().fold(f64::INFINITY, f64::min),
        most: accuracies.iter().copied().fold(0.0, f64::max),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_by_hand() {
        let Summary { runs, mean_accuracy, deviation, least, most } = summary(&[0.94, 0.95, 0.96]);
        assert_eq!(runs, 3);
        for (found, expected) in [(mean_accuracy, 0.95), (deviation, 0.01), (least, 0.94), (most, 0.96)] {
            assert!((found - expected).abs() < 1e-12, "{found} instead of {expected}");
        }
    }
}
