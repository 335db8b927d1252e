//! `descent evaluate`: how many images or drawings a trained network names rightly.

use std::path::{Path, PathBuf};

use clap::Args;
use descent::data::dataset::SparseImage;
use descent::data::drawing::{Drawing, Point, normalise};
use descent::data::{DIGITS, Image, PIXELS, idx};
use descent::network::sparse::Workspace;
use descent::network::weights::Model;
use descent::training::evaluation::Evaluation;
use serde::{Deserialize, Serialize};

use super::failure::{Failure, Result};
use super::files;
use super::mnist;
use super::output::say;
use super::project::Project;

/// Asks a trained network about images or drawings; by default about MNIST's 10,000 test images
#[derive(Args, Debug)]
pub struct Evaluate {
    /// The trained network
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// Images in an IDX file, gzipped or not; other sizes than 28 × 28 are brought to it as a drawing is
    #[arg(long, value_name = "IDX", requires = "labels")]
    images: Option<PathBuf>,
    /// Their labels
    #[arg(long, value_name = "IDX", requires = "images")]
    labels: Option<PathBuf>,
    /// Drawings, gzipped or not: one {"digit": d, "strokes": [[[x, y], …], …]} a line, y down
    #[arg(long, value_name = "NDJSON", conflicts_with = "images")]
    strokes: Option<PathBuf>,
    /// Write one JSON object
    #[arg(long)]
    json: bool,
}

/// One line of a file of drawings; other fields are passed over.
#[derive(Deserialize)]
struct Line {
    digit: u8,
    strokes: Vec<Vec<[f64; 2]>>,
}

#[derive(Serialize)]
struct Report {
    correct: u32,
    total: u32,
    accuracy: f64,
    /// Row: the right digit; column: the answer.
    confusion: [[u32; DIGITS]; DIGITS],
}

/// Runs the command.
pub fn run(arguments: &Evaluate) -> Result<()> {
    let model = mnist::named(&arguments.model, Model::from_bytes(&files::read(&arguments.model)?))?;
    let (inputs, outputs) = (model.network.inputs(), model.network.outputs());
    if (inputs, outputs) != (PIXELS, DIGITS) {
        return Err(Failure::run(format!(
            "{}: the network has {inputs} inputs and {outputs} outputs; digits need {PIXELS} and {DIGITS}",
            arguments.model.display(),
        )));
    }
    let examples = match (&arguments.images, &arguments.labels, &arguments.strokes) {
        (Some(images), Some(labels), _) => images_of(images, labels)?,
        (_, _, Some(strokes)) => drawings_of(strokes)?,
        _ => {
            let test = mnist::test(&Project::find(None)?.data())?;
            (0..test.arrived()).map(|index| (test.image(index), test.example(index).label)).collect()
        }
    };
    if examples.is_empty() {
        return Err(Failure::run("there is nothing to evaluate: the file holds no examples"));
    }
    let mut evaluation = Evaluation::default();
    let mut workspace = Workspace::default();
    for (image, label) in &examples {
        evaluation.count(*label, model.network.classify(SparseImage::new(image).input(), &mut workspace));
    }
    if arguments.json {
        let Evaluation { correct, total, confusion } = evaluation;
        let report = Report { correct, total, accuracy: evaluation.accuracy(), confusion };
        let line = serde_json::to_string(&report).map_err(|error| Failure::run(error.to_string()))?;
        return say!("{line}");
    }
    print(&evaluation)
}

fn images_of(images: &Path, labels: &Path) -> Result<Vec<(Image, u8)>> {
    let (image_file, label_file) = (mnist::read(images)?, mnist::read(labels)?);
    let (shape, pixels) = mnist::named(images, idx::read_images(&image_file))?;
    let values = mnist::named(labels, idx::read_labels(&label_file))?;
    if shape.count as usize != values.len() {
        return Err(Failure::run(format!(
            "{} has {} images but {} has {} labels",
            images.display(),
            shape.count,
            labels.display(),
            values.len(),
        )));
    }
    let (rows, columns) = (shape.rows as usize, shape.columns as usize);
    pixels
        .chunks_exact(shape.item())
        .zip(values)
        .map(|(image, label)| Ok((mnist::named(images, normalise(rows, columns, image))?, *label)))
        .collect()
}

/// The images of all drawings. A drawing without ink is an error: the network is not asked about nothing.
fn drawings_of(path: &Path) -> Result<Vec<(Image, u8)>> {
    let bytes = mnist::read(path)?;
    let mut examples = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let wrong = |what: &str| Failure::run(format!("{}, line {number}: {what}", path.display()));
        let Line { digit, strokes } = serde_json::from_slice(line).map_err(|error| wrong(&error.to_string()))?;
        if digit > 9 {
            return Err(wrong(&format!("the digit is {digit}; digits go from 0 to 9")));
        }
        let points = |stroke: Vec<[f64; 2]>| stroke.into_iter().map(|[x, y]| Point { x, y }).collect();
        let drawing = Drawing::new(strokes.into_iter().map(points));
        let image = drawing.image().ok_or_else(|| wrong("the drawing has no points"))?;
        examples.push((image, digit));
    }
    Ok(examples)
}

fn print(evaluation: &Evaluation) -> Result<()> {
    say!("{} of {} right: {:.2} %", evaluation.correct, evaluation.total, 100.0 * evaluation.accuracy())?;
    say!("")?;
    say!("Row: the right digit. Column: the answer.")?;
    let digits: String = (0..DIGITS).map(|digit| format!("{digit:>6}")).collect();
    say!("  {digits}")?;
    for (digit, row) in evaluation.confusion.iter().enumerate() {
        let counts: String = row.iter().map(|count| format!("{count:>6}")).collect();
        say!("{digit} {counts}")?;
    }
    Ok(())
}
