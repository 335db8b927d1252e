//! `descent train`: the page's training without the page.

use std::io::{IsTerminal, stderr};
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use descent::data::dataset::Dataset;
use descent::network::LearningRate;
use descent::network::weights::Model;
use descent::training::evaluation::Evaluation;
use descent::training::trainer::{Settings, Step, Trainer};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::card::Card;
use super::failure::{Failure, Result};
use super::files::Draft;
use super::mnist;
use super::output::say;
use super::project::Project;

/// Trains a 784-H-10 network on MNIST
#[derive(Args, Debug)]
pub struct Train {
    /// Hidden units H, 1 to 1000
    #[arg(long, value_name = "H", default_value_t = 30)]
    hidden: usize,
    /// Epochs: how often each example is learned from
    #[arg(long, value_name = "N", default_value_t = 30)]
    epochs: u64,
    /// Examples in a mini-batch, 1 to 10000
    #[arg(long, value_name = "N", default_value_t = 10)]
    batch: usize,
    /// Learning rate α
    #[arg(long, value_name = "ALPHA", default_value_t = 3.0, allow_negative_numbers = true)]
    rate: f64,
    /// Seed of the first weights and of the order
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Train with this many seeds, one after another from --seed on, and say mean and spread
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1000), conflicts_with = "out")]
    runs: u64,
    /// Use only the first N examples
    #[arg(long, value_name = "N")]
    examples: Option<usize>,
    /// Write the trained network into this file, and its card beside it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write one JSON object an epoch, a line each
    #[arg(long)]
    json: bool,
    /// The folder with MNIST's four files, gzipped or not [default: www/data of the project]
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

/// One line of `--json`.
#[derive(Serialize)]
struct Report {
    /// The run's seed, only where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u64>,
    epoch: u64,
    /// The mean ε of the epoch's mini-batches.
    error: f64,
    test_accuracy: f64,
    /// Time spent in training so far, without the evaluations.
    seconds: f64,
    examples_per_second: f64,
}

/// Runs the command.
pub fn run(arguments: &Train) -> Result<()> {
    let usage = |error: descent::error::Error| Failure::usage(error.to_string());
    let rate = LearningRate::new(arguments.rate).map_err(usage)?;
    let seeds = arguments.seed..arguments.seed.saturating_add(arguments.runs);
    let settings = |seed| Settings::new(arguments.hidden, arguments.batch, seed).map_err(usage);
    settings(arguments.seed)?;
    // Now, not after the training: a file that cannot be written is better known at once.
    let mut draft = arguments.out.as_deref().map(Draft::begin).transpose()?;
    let folder = match &arguments.data {
        Some(folder) => folder.clone(),
        None => Project::find(None)?.data(),
    };
    let (mut train, test) = (mnist::train(&folder)?, mnist::test(&folder)?);
    if let Some(examples) = arguments.examples {
        if examples == 0 || examples > train.arrived() {
            return Err(Failure::usage(format!("--examples must be from 1 to {}", train.arrived())));
        }
        train.limit_to(examples);
    }

    let mut finals = Vec::new();
    for seed in seeds {
        let mut trainer = Trainer::new(settings(seed)?, rate, train.arrived()).map_err(usage)?;
        let evaluation = train_one(arguments, &mut trainer, &train, &test)?;
        finals.push(evaluation.accuracy());
        if let (Some(draft), Some(path)) = (draft.take(), &arguments.out) {
            let model = Model { network: trainer.network().clone() };
            let bytes = model.to_bytes();
            draft.commit(&bytes)?;
            return Card::new(path, &model, &bytes, command(arguments), seed, &evaluation).write(path);
        }
    }
    if arguments.runs > 1 && !arguments.json {
        let (mean, spread) = mean_and_spread(&finals);
        say!("{} runs: {:.2} % ± {:.2} (mean and standard deviation)", finals.len(), 100.0 * mean, 100.0 * spread)?;
    }
    Ok(())
}

/// The arguments that decide the result, as a command.
fn command(arguments: &Train) -> String {
    let Train { hidden, epochs, batch, rate, seed, .. } = arguments;
    let examples = arguments.examples.map_or_else(String::new, |count| format!(" --examples {count}"));
    format!("descent train --hidden {hidden} --epochs {epochs} --batch {batch} --rate {rate:?} --seed {seed}{examples}")
}

/// One run; gives its last evaluation.
fn train_one(arguments: &Train, trainer: &mut Trainer, train: &Dataset, test: &Dataset) -> Result<Evaluation> {
    let seed = trainer.settings().seed();
    let bar = progress_bar(arguments, trainer.steps_per_epoch());
    let mut seconds = 0.0;
    let mut evaluation = trainer.evaluate(test);
    for epoch in 1..=arguments.epochs {
        let start = Instant::now();
        let (mut error, mut steps) = (0.0, 0_u32);
        // The bar is moved now and then: moving it costs more than a step.
        while let Step::Made { error: one, epoch_ended } = trainer.step(train) {
            error += one;
            steps += 1;
            if steps.is_multiple_of(500) {
                bar.inc(500);
            }
            if epoch_ended {
                break;
            }
        }
        seconds += start.elapsed().as_secs_f64();
        evaluation = trainer.evaluate(test);
        let accuracy = evaluation.accuracy();
        bar.set_position(trainer.step_count());
        bar.set_message(format!("epoch {epoch}, {:.2} % right", 100.0 * accuracy));
        let report = Report {
            seed: (arguments.runs > 1).then_some(seed),
            epoch,
            error: error / f64::from(steps),
            test_accuracy: accuracy,
            seconds,
            examples_per_second: epoch as f64 * train.arrived() as f64 / seconds,
        };
        bar.suspend(|| print(arguments, &report))?;
    }
    bar.finish_and_clear();
    Ok(evaluation)
}

fn print(arguments: &Train, report: &Report) -> Result<()> {
    if arguments.json {
        let line = serde_json::to_string(report).map_err(|error| Failure::run(error.to_string()))?;
        return say!("{line}");
    }
    let seed = report.seed.map_or_else(String::new, |seed| format!("seed {seed}  "));
    say!(
        "{seed}epoch {:>3}  ε {:.5}  test {:.2} %  {:.1} s  {:.0} examples/s",
        report.epoch,
        report.error,
        100.0 * report.test_accuracy,
        report.seconds,
        report.examples_per_second,
    )
}

/// On a terminal, a bar with the time left; elsewhere nothing.
fn progress_bar(arguments: &Train, steps_per_epoch: u64) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(arguments.epochs * steps_per_epoch), ProgressDrawTarget::stderr());
    let template = "{wide_bar} {percent:>3} %  {eta} left  {msg}";
    bar.with_style(ProgressStyle::with_template(template).expect("the template is a constant that was tried"))
}

fn mean_and_spread(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, (squares / (count - 1.0).max(1.0)).sqrt())
}
