//! `descent evaluate`: what a model makes of images that it has never seen.

use std::path::{Path, PathBuf};

use clap::Args;
use descent::data::dataset::Dataset;
use descent::data::stages::Stages;
use descent::data::{DIGITS, PIXELS};
use descent::error::Error;
use descent::network::sparse::Workspace;
use descent::network::weights::Model;
use descent::training::evaluation::{Evaluation, evaluate};
use serde::Serialize;

use super::examples::{self, Part};
use super::failure::{Failure, Result};
use super::output::{json, say};

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
    /// Row: label; column: answer.
    confusion: [[u32; DIGITS]; DIGITS],
}

/// Runs the command.
pub fn run(arguments: &Evaluate) -> Result<()> {
    let model = read_model(arguments)?;
    let stages = Stages::from_bits(model.stages).map_err(|error| about(&arguments.model, &error))?;
    let images = match (&arguments.strokes, &arguments.images, &arguments.labels) {
        (Some(strokes), _, _) => examples::strokes(strokes, stages)?,
        (None, Some(images), Some(labels)) => after(stages, &examples::idx(images, labels)?),
        _ => after(stages, &examples::mnist(Part::Test, arguments.data.as_deref())?),
    };
    let evaluation = evaluate(&model.network, &images, &mut Workspace::default());
    if arguments.json { json(&answer(&evaluation)) } else { tell(&evaluation) }
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

fn answer(evaluation: &Evaluation) -> Answer {
    let Evaluation { correct, total, confusion } = *evaluation;
    Answer { correct, total, accuracy: evaluation.accuracy(), confusion }
}

fn tell(evaluation: &Evaluation) -> Result<()> {
    let Evaluation { correct, total, confusion } = evaluation;
    say!("{correct} of {total} right: {:.2} %\n", 100.0 * evaluation.accuracy())?;
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
