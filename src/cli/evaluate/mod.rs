//! `descent evaluate`: what a model makes of images that it has never seen.

use std::path::{Path, PathBuf};

use clap::{Args, value_parser};
use descent::data::dataset::Dataset;
use descent::data::drawing::PEN_RADIUS;
use descent::data::scribble::{Kinds, scribble};
use descent::data::stages::Stages;
use descent::data::{DIGITS, PIXELS};
use descent::error::Error;
use descent::network::sparse::Workspace;
use descent::network::weights::Model;
use descent::random::Random;
use descent::training::evaluation::{Evaluation, Sureness, evaluate, sureness};
use descent::training::variation::NO_DIGIT;
use serde::Serialize;

use super::examples::{self, Lie, Part};
use super::failure::{Failure, Result};
use super::output::{json, remark, say};

mod mistakes;

/// A lower share of right answers is asked about, and one that is so much higher is an answer.
const POOR: f64 = 0.4;
const BETTER: f64 = 0.3;

/// Asks a model about the MNIST test images, or about others
#[derive(Args, Debug)]
pub struct Evaluate {
    /// The model file
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// Images in an IDX file, gzipped or not, of any size
    #[arg(long, value_name = "IDX", requires = "labels")]
    images: Option<PathBuf>,
    /// Their labels
    #[arg(long, value_name = "IDX", requires = "images")]
    labels: Option<PathBuf>,
    /// Drawings instead, one a line: {"digit": d, "strokes": [[[x, y], …], …]}, y down; gzipped or not
    #[arg(long, value_name = "FILE", conflicts_with_all = ["images", "labels"])]
    strokes: Option<PathBuf>,
    /// Draw them with a pen of this radius, in pixels of the image [default: as the pad does]
    #[arg(long, value_name = "RADIUS", requires = "strokes", value_parser = radius)]
    pen: Option<f64>,
    /// Scribbles and letters instead, made from the seed 1: N of the kinds that a network is shown when it is trained
    /// with --distort, and N of other kinds; the right answer is "not sure"
    #[arg(long, value_name = "N", conflicts_with_all = ["images", "labels", "strokes"],
          value_parser = value_parser!(u32).range(1..=1_000_000))]
    scribbles: Option<u32>,
    /// Write a picture of the commonest mistakes into this PNG file: a row for each
    #[arg(long, value_name = "FILE", conflicts_with = "scribbles")]
    mistakes: Option<PathBuf>,
    /// Print one line of JSON
    #[arg(long)]
    json: bool,
    /// Where the MNIST files are [default: www/data of Descent's sources]
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
}

#[derive(Debug, Serialize)]
struct Answer {
    correct: u32,
    total: u32,
    accuracy: f64,
    /// How many the network is sure about, and how many of those are right.
    sure: u32,
    sure_correct: u32,
    /// Row: label; column: answer.
    confusion: [[u32; DIGITS]; DIGITS],
}

/// What the network makes of drawings that are no digits.
#[derive(Debug, Serialize)]
struct Scribbles {
    /// Of kinds that a network is shown when it is trained with `--distort`.
    shown: Unsure,
    /// Of other kinds.
    unseen: Unsure,
}

#[derive(Debug, Serialize)]
struct Unsure {
    total: u32,
    not_sure: u32,
}

/// Runs the command.
pub fn run(arguments: &Evaluate) -> Result<()> {
    let model = read_model(arguments)?;
    let stages = Stages::from_bits(model.stages).map_err(|error| about(&arguments.model, &error))?;
    if let Some(count) = arguments.scribbles {
        let of = |kinds| unsure(&model, &scribbles(kinds, count, stages));
        let found = Scribbles { shown: of(Kinds::Shown), unseen: of(Kinds::Unseen) };
        return if arguments.json { json(&found) } else { found.tell() };
    }
    let mut others = None;
    let images = match (&arguments.strokes, &arguments.images, &arguments.labels) {
        (Some(strokes), _, _) => examples::strokes(strokes, stages, arguments.pen.unwrap_or(PEN_RADIUS))?,
        (None, Some(images), Some(labels)) => {
            let pair = others.insert(examples::Pair::read(images, labels)?);
            after(stages, &pair.dataset(Lie::default())?)
        }
        _ => after(stages, &examples::mnist(Part::Test, arguments.data.as_deref())?),
    };
    let evaluation = evaluate(&model.network, &images, &mut Workspace::default());
    let sureness = sureness(&model.network, &images, &mut Workspace::default());
    if arguments.json { json(&answer(&evaluation, sureness)) } else { tell(&evaluation, sureness) }?;
    if let Some(pair) = others {
        hint(&model, stages, &pair, evaluation.accuracy())?;
    }
    match &arguments.mistakes {
        Some(path) => mistakes::show(path, &model.network, &images, &evaluation),
        None => Ok(()),
    }
}

/// Where hardly any image is recognised: whether they lie otherwise than this program expects.
fn hint(model: &Model, stages: Stages, pair: &examples::Pair, accuracy: f64) -> Result<()> {
    if accuracy > POOR {
        return Ok(());
    }
    for (inverted, turned, how) in [
        (true, false, "with paper and ink exchanged"),
        (false, true, "with rows and columns exchanged"),
        (true, true, "with paper and ink, and rows and columns, exchanged"),
    ] {
        let images = after(stages, &pair.dataset(Lie { inverted, turned })?);
        let found = evaluate(&model.network, &images, &mut Workspace::default()).accuracy();
        if found > accuracy + BETTER {
            remark!("note: {how}, {:.2} % would be right: 0 is paper and 255 is ink, row by row", 100.0 * found);
            return Ok(());
        }
    }
    Ok(())
}

/// A pen that leaves something, and leaves room for a digit.
fn radius(text: &str) -> std::result::Result<f64, String> {
    let radius = text.parse().ok().filter(|radius| (0.1..=5.0).contains(radius));
    radius.ok_or_else(|| "the radius must be a number between 0.1 and 5".to_owned())
}

/// Drawings that are no digits, each with the label that no digit has.
fn scribbles(kinds: Kinds, count: u32, stages: Stages) -> Dataset {
    let mut random = Random::new(1);
    let drawings = (0..count).filter_map(|_| stages.drawing(&scribble(kinds, &mut random)));
    drawings.map(|image| (image, NO_DIGIT)).collect()
}

fn unsure(model: &Model, scribbles: &Dataset) -> Unsure {
    let Sureness { total, sure, .. } = sureness(&model.network, scribbles, &mut Workspace::default());
    Unsure { total, not_sure: total - sure }
}

impl Scribbles {
    fn tell(&self) -> Result<()> {
        let share = |unsure: &Unsure| 100.0 * f64::from(unsure.not_sure) / f64::from(unsure.total);
        say!(
            "not sure about {:5.1} % of {} scribbles of kinds shown in training",
            share(&self.shown),
            self.shown.total
        )?;
        say!("not sure about {:5.1} % of {} of other kinds", share(&self.unseen), self.unseen.total)
    }
}

fn after(stages: Stages, images: &Dataset) -> Dataset {
    stages.examples(images, 0..images.arrived() as u32)
}

fn about(path: &Path, error: &Error) -> Failure {
    Failure::run(format!("{}: {error}", path.display()))
}

fn read_model(arguments: &Evaluate) -> Result<Model> {
    let bytes = examples::unpacked(&arguments.model)?;
    let model = Model::from_bytes(&bytes).and_then(|model| {
        let (inputs, outputs) = (model.network.inputs() as u64, model.network.outputs() as u64);
        let (expected_inputs, expected_outputs) = (PIXELS as u64, DIGITS as u64);
        if (inputs, outputs) == (expected_inputs, expected_outputs) {
            Ok(model)
        } else {
            Err(Error::ModelShape { inputs, outputs, expected_inputs, expected_outputs })
        }
    });
    model.map_err(|error| about(&arguments.model, &error))
}

fn answer(evaluation: &Evaluation, Sureness { sure, correct: sure_correct, .. }: Sureness) -> Answer {
    let Evaluation { correct, total, confusion } = *evaluation;
    Answer { correct, total, accuracy: evaluation.accuracy(), sure, sure_correct, confusion }
}

fn tell(evaluation: &Evaluation, sureness: Sureness) -> Result<()> {
    let Evaluation { correct, total, confusion } = evaluation;
    say!("{correct} of {total} right: {:.2} %", 100.0 * evaluation.accuracy())?;
    let Sureness { sure, correct, .. } = sureness;
    let of = |part: u32, whole: u32| 100.0 * f64::from(part) / f64::from(whole.max(1));
    say!("sure about {sure}: {:.2} %, of which {correct} right: {:.2} %\n", of(sure, *total), of(correct, sure))?;
    say!("       answer")?;
    say!("label      0     1     2     3     4     5     6     7     8     9    right")?;
    for (label, row) in confusion.iter().enumerate() {
        let all: u32 = row.iter().sum();
        let cells: String = row.iter().map(|&count| cell(count)).collect();
        let right = match all {
            0 => String::new(),
            _ => format!("{:5.1} %", 100.0 * f64::from(row[label]) / f64::from(all)),
        };
        say!("{label:>5} {cells} {right:>8}")?;
    }
    Ok(())
}

/// Zeros as dots, so that the mistakes are seen.
fn cell(count: u32) -> String {
    if count == 0 { format!("{:>6}", '·') } else { format!("{count:>6}") }
}
