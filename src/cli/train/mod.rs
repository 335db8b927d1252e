//! `descent train`: the training of the page, natively. Same seed, same bits, whatever the number of threads.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Args, value_parser};
use descent::data::dataset::Dataset;
use descent::error::Error;
use descent::network::sparse::Workspace;
use descent::network::weights::{Encoding, Model};
use descent::rule::LearningRate;
use descent::training::evaluation::{Evaluation, evaluate};
use indicatif::{ProgressBar, ProgressStyle};

use self::course::{Course, Outcome};
pub use self::hands::Learned;
use self::told::{Chosen, Summary};
use super::card::{Card, Measured};
use super::failure::{Failure, Result};
use super::files::{self, Draft};

mod ahead;
mod checkpoint;
mod cores;
mod course;
mod hands;
mod told;

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
    /// α of the last epoch; from epoch to epoch α changes by the same factor [default: as --rate]
    #[arg(long, value_name = "ALPHA", allow_negative_numbers = true)]
    last_rate: Option<f64>,
    /// The seed of the weights, of the order of examples and of the distortions
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u32,
    /// Train again with the next seeds, and tell the mean and the spread
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = value_parser!(u32).range(1..=1000))]
    runs: u32,
    /// Learn only from the first N examples [default: all]
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
    examples: Option<u32>,
    /// In each epoch learn from images as other hands might have written them, with the slant taken out
    #[arg(long)]
    distort: bool,
    /// Keep the last N of the examples for choosing: the best epoch's network is the result
    #[arg(long, value_name = "N", default_value_t = 0)]
    validation: u32,
    /// Stop after E epochs without a better one
    #[arg(long, value_name = "E", requires = "validation", value_parser = value_parser!(u32).range(1..))]
    patience: Option<u32>,
    /// After each epoch write into this file how far the training has come; go on from there if the file is there
    #[arg(long, value_name = "FILE", conflicts_with = "runs")]
    checkpoint: Option<PathBuf>,
    /// How many threads to use for distorted images and large H; the result does not depend on it [default: one a core]
    #[arg(long, value_name = "N", value_parser = threads)]
    threads: Option<NonZero<usize>>,
    /// Write the trained model into this file, gzipped if its name ends in .gz, and its card beside it
    #[arg(long, value_name = "FILE", conflicts_with = "runs")]
    out: Option<PathBuf>,
    /// Write a byte a weight, with a scale a row, instead of four bytes; the byte is −N to N
    #[arg(long, value_name = "N", requires = "out", value_parser = value_parser!(u8).range(1..=127))]
    quantise: Option<u8>,
    /// Learn from these drawings as well, one a line as in `descent evaluate --strokes`, each time as another hand would draw them
    #[arg(long, value_name = "FILE", requires = "distort")]
    strokes: Option<PathBuf>,
    /// The share of the examples in whose place a drawing of --strokes stands, 0 to 0.9
    #[arg(long, value_name = "S", requires = "strokes", default_value_t = 0.25, value_parser = share)]
    strokes_share: f64,
    /// Leave every sixth writer of --strokes out, from the N-th on, and tell how the network reads them
    #[arg(long, value_name = "N", requires = "strokes", value_parser = value_parser!(u8).range(1..=FOLDS))]
    fold: Option<u8>,
    /// Whose drawings --strokes has and under which licence, for the card
    #[arg(long, value_name = "TEXT", requires = "strokes")]
    credit: Option<String>,
    /// Print one line of JSON an epoch
    #[arg(long)]
    json: bool,
    /// Where the four MNIST files are [default: www/data of Descent's sources]
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Train) -> Result<()> {
    if let (Some(out), Some(checkpoint)) = (&arguments.out, &arguments.checkpoint)
        && files::is_same(out, checkpoint)
    {
        return Err(Failure::usage(format!(
            "--out and --checkpoint are both {}: the model would take the checkpoint's place; name two files",
            out.display()
        )));
    }
    let mut course = Course::load(arguments)?;
    for path in [&arguments.out, &arguments.checkpoint].into_iter().flatten() {
        // Minutes of training should not end with a folder that cannot be written to.
        drop(Draft::begin(path)?);
    }
    let progress = progress(course.steps_per_epoch() * u64::from(arguments.epochs) * u64::from(arguments.runs));
    let mut finals = Vec::new();
    for seed in (0..arguments.runs).map(|run| arguments.seed.wrapping_add(run)) {
        let outcome = course.run(seed, &progress)?;
        let test = evaluate(&outcome.network, &course.test, &mut Workspace::default());
        if let Some(validation_accuracy) = outcome.validation_accuracy {
            let (chosen_epoch, test_accuracy) = (outcome.chosen_epoch, test.accuracy());
            let seed = (arguments.runs > 1).then_some(seed);
            let chosen = Chosen { seed, chosen_epoch, validation_accuracy, test_accuracy };
            progress.suspend(|| chosen.tell(arguments.json))?;
        }
        finals.push(test.accuracy());
        if arguments.out.is_some() {
            write(&course, outcome, test)?;
        }
    }
    progress.finish_and_clear();
    if arguments.runs > 1 { Summary::of(&finals).tell(arguments.json) } else { Ok(()) }
}

/// Writes the model and its card. The card is about the network that can be read from the file, which rounding to a
/// byte a weight may have changed; `before` is what the network made of the test images with all its bits.
fn write(course: &Course, outcome: Outcome, before: Evaluation) -> Result<()> {
    let arguments = course.arguments;
    let Some(out) = &arguments.out else { return Ok(()) };
    let stages = course.stages();
    let model = Model { network: outcome.network, stages: stages.to_bits() };
    let encoding = arguments.quantise.map_or(Encoding::F32, |levels| Encoding::Bytes { levels });
    let plain = model.to_bytes(encoding);
    let written = Model::from_bytes(&plain).map_err(|error| Failure::run(error.to_string()))?;
    let bytes = if out.extension().is_some_and(|extension| extension == "gz") { files::gzip(&plain)? } else { plain };
    let ask = |dataset: &Dataset| evaluate(&written.network, dataset, &mut Workspace::default());
    Draft::begin(out)?.commit(&bytes)?;
    let measured = Measured {
        data: course.data(),
        epoch: outcome.chosen_epoch,
        validation: course.validation.as_ref().map(ask),
        test: ask(&course.test),
        test_before_rounding: arguments.quantise.map(|_| before),
        left_out: course.hands.left_out.as_ref().map(ask),
        strokes: course.hands.told(),
    };
    Card::new(out, &written, &bytes, course.command(arguments.seed), arguments.seed.into(), &measured).write(out)
}

impl Train {
    /// α in each epoch, counted from 0: from `rate` to `last_rate` in equal ratios.
    fn rate_in(&self, epoch: u32) -> Result<LearningRate> {
        let checked = |rate: f64| LearningRate::new(rate).map_err(|error| wrong_argument(&error));
        let first = checked(self.rate)?;
        let Some(last) = self.last_rate else { return Ok(first) };
        let share = f64::from(epoch) / f64::from((self.epochs - 1).max(1));
        checked(self.rate * libm::pow(checked(last)?.get() / self.rate, share))
    }
}

/// Parts into which the writers of drawings fall, of which one can be left out.
const FOLDS: i64 = 6;

/// More than any machine that trains this has cores.
fn threads(text: &str) -> std::result::Result<NonZero<usize>, String> {
    let threads = text.parse().ok().filter(|threads: &NonZero<usize>| threads.get() <= 1024);
    threads.ok_or_else(|| "it is a whole number from 1 to 1024".to_owned())
}

/// Not all: without images there would be nobody to choose by.
fn share(text: &str) -> std::result::Result<f64, String> {
    let share = text.parse().ok().filter(|share| (0.0..=0.9).contains(share));
    share.ok_or_else(|| "it is a number from 0 to 0.9".to_owned())
}

fn wrong_argument(error: &Error) -> Failure {
    Failure::usage(error.to_string())
}

fn progress(steps: u64) -> ProgressBar {
    // On standard error, and nowhere if that is no terminal.
    let bar = ProgressBar::new(steps);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent} %, {eta} left") {
        bar.set_style(style);
    }
    bar
}
