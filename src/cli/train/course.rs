//! One training from its first epoch, or from a checkpoint, to the network that is its result.

use std::fmt::Write;
use std::num::NonZero;
use std::path::Path;
use std::time::Instant;

use descent::data::dataset::Dataset;
use descent::data::stages::Stages;
use descent::network::sparse::{SparseNetwork, Workspace};
use descent::training::evaluation::evaluate;
use descent::training::trainer::{Settings, Trainer};
use descent::training::variation::Variation;
use indicatif::ProgressBar;

use super::super::examples::{self, Part};
use super::super::failure::{Failure, Result};
use super::super::output::remark;
use super::ahead::Ahead;
use super::checkpoint::{Best, Checkpoint};
use super::cores::Cores;
use super::hands::Hands;
use super::told::Epoch;
use super::{Train, wrong_argument};

/// What all runs share: the arguments, and the data as the network sees them.
#[derive(Debug)]
pub struct Course<'a> {
    pub arguments: &'a Train,
    /// To learn from, before distortions.
    train: Dataset,
    /// To choose by.
    pub validation: Option<Dataset>,
    pub test: Dataset,
    variation: Option<Variation>,
    /// Drawings to learn from as well.
    pub hands: Hands,
}

/// What a run ends with.
#[derive(Debug)]
pub struct Outcome {
    pub network: SparseNetwork,
    /// The epoch after which the network was so.
    pub chosen_epoch: u32,
    pub validation_accuracy: Option<f64>,
}

impl<'a> Course<'a> {
    /// Checks the arguments and reads the data.
    pub fn load(arguments: &'a Train) -> Result<Self> {
        arguments.rate_in(0)?;
        let mut train = examples::mnist(Part::Train, arguments.data.as_deref())?;
        let test = examples::mnist(Part::Test, arguments.data.as_deref())?;
        let there = train.arrived() as u32;
        let wanted = arguments.examples.unwrap_or(there);
        if wanted > there {
            return Err(Failure::usage(format!("--examples {wanted}: there are only {there} examples")));
        }
        let Some(learned) = wanted.checked_sub(arguments.validation).filter(|learned| *learned > 0) else {
            let kept = arguments.validation;
            return Err(Failure::usage(format!(
                "--validation {kept}: none of {wanted} examples is left to learn from"
            )));
        };
        let redrawn = if arguments.strokes.is_some() { arguments.strokes_share } else { 0.0 };
        let variation = arguments.distort.then_some(Variation { redrawn, ..Variation::OTHER_HANDS });
        let stages = variation.map(|variation| variation.stages).unwrap_or_default();
        let validation = (learned < wanted).then(|| stages.examples(&train, learned..wanted));
        let test = stages.examples(&test, 0..test.arrived() as u32);
        train.limit_to(learned as usize);
        let hands = Hands::load(arguments, stages)?;
        Ok(Self { arguments, train, validation, test, variation, hands })
    }

    /// What every image goes through before the network.
    pub fn stages(&self) -> Stages {
        self.variation.map(|variation| variation.stages).unwrap_or_default()
    }

    pub fn steps_per_epoch(&self) -> u64 {
        self.train.arrived().div_ceil(self.arguments.batch.into()) as u64
    }

    /// The command that writes the same model again.
    pub fn command(&self, seed: u32) -> String {
        let quantise = self.arguments.quantise.map_or_else(String::new, |levels| format!(" --quantise {levels}"));
        format!("{}{quantise}", self.training(seed))
    }

    /// How many images were learned from, chosen by and tested on, and whose they are.
    pub fn data(&self) -> String {
        let name = match &self.arguments.data {
            None => "MNIST (Y. LeCun, C. Cortes; CC BY-SA 3.0)".to_owned(),
            Some(folder) => named(folder),
        };
        let chosen_by =
            self.validation.as_ref().map_or_else(String::new, |it| format!("{} to choose by, ", it.arrived()));
        let (learned, tested) = (self.train.arrived(), self.test.arrived());
        format!("{name}: {learned} images to learn from, {chosen_by}{tested} to test")
    }

    /// The arguments that decide the weights, as a command.
    fn training(&self, seed: u32) -> String {
        let Train { hidden, epochs, batch, rate, .. } = self.arguments;
        let mut command = format!("descent train --hidden {hidden} --epochs {epochs} --batch {batch} --rate {rate:?}");
        let mut add = |option: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = write!(command, " --{option}{}{value}", if value.is_empty() { "" } else { " " });
            }
        };
        let Train { last_rate, examples, distort, validation, patience, .. } = self.arguments;
        add("data", self.arguments.data.as_deref().map(named));
        add("last-rate", last_rate.map(|rate| format!("{rate:?}")));
        add("seed", Some(seed.to_string()));
        add("examples", examples.map(|count| count.to_string()));
        add("distort", distort.then(String::new));
        if let Some(strokes) = &self.arguments.strokes {
            add("strokes", Some(named(strokes)));
            add("strokes-share", Some(format!("{:?}", self.arguments.strokes_share)));
            add("fold", self.arguments.fold.map(|fold| fold.to_string()));
        }
        add("validation", (*validation > 0).then(|| validation.to_string()));
        add("patience", patience.map(|epochs| epochs.to_string()));
        command
    }

    /// Trains with one seed.
    pub fn run(&mut self, seed: u32, progress: &ProgressBar) -> Result<Outcome> {
        let arguments = self.arguments;
        let command = self.training(seed);
        let settings = Settings::new(arguments.hidden.into(), arguments.batch.into(), seed.into());
        let settings = settings.map_err(|error| wrong_argument(&error))?;
        let (rate, total) = (arguments.rate_in(0)?, self.train.arrived());
        let kept = match &arguments.checkpoint {
            Some(path) => Checkpoint::read(path, &command, arguments.epochs, settings.hidden())?,
            None => None,
        };
        let (trainer, made, mut best) = match kept {
            None => (Trainer::new(settings, rate, total), 0, None),
            Some(Checkpoint { network, epoch, best }) => {
                (Trainer::resume(settings, rate, total, network, epoch.into()), epoch, best)
            }
        };
        let mut trainer = trainer.map_err(|error| wrong_argument(&error))?;
        progress.inc(u64::from(made) * self.steps_per_epoch());
        // With several runs the seed names the run.
        let told_seed = (arguments.runs > 1).then_some(seed);
        let cores = Cores::new(arguments.threads, settings.hidden());
        let mut varied: Option<Dataset> = None;
        for number in made + 1..=arguments.epochs {
            if self.is_over(best.as_ref(), number - 1) {
                break;
            }
            trainer.set_rate(arguments.rate_in(number - 1)?);
            if let (None, Some(ahead)) = (&varied, self.ahead(seed, number)) {
                varied = Some(ahead.alongside(cores.threads(), || ()).1);
            }
            let learned;
            (learned, varied) = match (varied, self.ahead(seed, number + 1)) {
                (Some(data), Some(next)) if number < arguments.epochs && !cores.take_turns() => {
                    let learn = || one_epoch(&mut trainer, &data, NonZero::<usize>::MIN, progress);
                    let (learned, next) = next.alongside(cores.threads(), learn);
                    (learned, Some(next))
                }
                (data, _) => {
                    let data = data.as_ref().unwrap_or(&self.train);
                    (one_epoch(&mut trainer, data, cores.for_steps(), progress), None)
                }
            };
            let Some(learned) = learned else {
                let at = format!("ε was no number any more in epoch {number}: α is too large");
                if best.is_none() {
                    return Err(Failure::run(format!(
                        "{at}; nothing was learned that is worth keeping, take a smaller --rate"
                    )));
                }
                progress.suspend(|| remark!("note: {at}; the result is the best network before"));
                break;
            };
            let asked = self.validation.as_ref().unwrap_or(&self.test);
            let accuracy = evaluate(trainer.network(), asked, &mut Workspace::default()).accuracy();
            let left_out = self.hands.left_out.as_ref();
            let ask = |dataset| evaluate(trainer.network(), dataset, &mut Workspace::default()).accuracy();
            let left_out_accuracy = left_out.map(ask);
            let chooses = self.validation.is_some();
            // The later of two that are equally good: its α was smaller.
            if chooses && best.as_ref().is_none_or(|best| accuracy >= best.accuracy) {
                let since = best.filter(|best| accuracy <= best.accuracy).map_or(number, |best| best.since);
                best = Some(Best { network: trainer.network().clone(), epoch: number, accuracy, since });
            }
            let epoch = Epoch {
                seed: told_seed,
                number,
                error: learned.error,
                validation_accuracy: chooses.then_some(accuracy),
                test_accuracy: (!chooses).then_some(accuracy),
                left_out_accuracy,
                seconds: learned.seconds,
                examples_per_second: total as f64 / learned.seconds,
            };
            progress.suspend(|| epoch.tell(arguments.json))?;
            if let Some(path) = &arguments.checkpoint {
                let network = trainer.network().clone();
                Checkpoint { network, epoch: number, best: best.clone() }.write(path, &command)?;
            }
        }
        Ok(match best {
            None => {
                let network = trainer.network().clone();
                Outcome { network, chosen_epoch: arguments.epochs, validation_accuracy: None }
            }
            Some(Best { network, epoch, accuracy, .. }) => {
                Outcome { network, chosen_epoch: epoch, validation_accuracy: Some(accuracy) }
            }
        })
    }

    /// Whether patience has run out after `made` epochs.
    fn is_over(&self, best: Option<&Best>, made: u32) -> bool {
        let patience = self.arguments.patience.unwrap_or(u32::MAX);
        best.is_some_and(|best| made - best.since >= patience)
    }

    /// What there is to prepare for epoch `number`, counted from 1; nothing if images are learned from as they are.
    fn ahead(&self, seed: u32, number: u32) -> Option<Ahead<'_>> {
        let variation = self.variation.as_ref()?;
        let drawings = &self.hands.drawings;
        Some(Ahead { examples: &self.train, drawings, variation, seed: seed.into(), epoch: number.into() })
    }
}

/// What a folder or a file is called; where it lies is nobody's business.
fn named(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    whole.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// What an epoch was like.
struct Learned {
    /// Mean ε over its examples.
    error: f64,
    seconds: f64,
}

/// Learns from every example once; `None` when ε is no number any more, from which no step leads back.
fn one_epoch(
    trainer: &mut Trainer,
    train: &Dataset,
    threads: NonZero<usize>,
    progress: &ProgressBar,
) -> Option<Learned> {
    let (start, epoch) = (Instant::now(), trainer.epoch());
    let (batch, total) = (trainer.settings().batch(), train.arrived());
    let (mut sum, mut left) = (0.0, total);
    // All examples are there, so no step ever waits.
    while trainer.epoch() == epoch {
        for error in trainer.stride(threads, train) {
            if !error.is_finite() {
                return None;
            }
            // The last mini-batch may be smaller.
            let examples = batch.min(left);
            sum += error * examples as f64;
            left -= examples;
            progress.inc(1);
        }
    }
    Some(Learned { error: sum / total as f64, seconds: start.elapsed().as_secs_f64() })
}
