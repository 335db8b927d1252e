//! What the measurements here work on: MNIST as the page ships it, the shipped network, and a drawing.

// Each measurement uses a part of it.
#![allow(dead_code)]

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use descent::data::dataset::Dataset;
use descent::network::weights::Model;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data").join(name)
}

fn unzipped(name: &str) -> Vec<u8> {
    let path = path(&format!("{name}.gz"));
    let file = File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).expect("a gzip file");
    bytes
}

fn examples(part: &str) -> Dataset {
    let (images, labels) = (format!("{part}-images-idx3-ubyte"), format!("{part}-labels-idx1-ubyte"));
    Dataset::from_files(&unzipped(&images), &unzipped(&labels)).expect("MNIST")
}

/// The 60,000 examples for training.
pub fn train() -> Dataset {
    examples("train")
}

/// The 10,000 examples for testing.
pub fn test() -> Dataset {
    examples("t10k")
}

/// The network that the page brings along.
pub fn shipped() -> Model {
    Model::from_bytes(&unzipped("model.descent")).expect("a model file")
}

/// An 8 in one stroke of 81 points, x₀, y₀, x₁, y₁, …: as long a drawing as most. `benches/browser/worker.js` has the
/// same.
pub fn eight() -> Vec<f64> {
    let turn = |i: u32| f64::from(i) / 80.0 * std::f64::consts::TAU;
    (0..=80).flat_map(|i| [0.5 + 0.2 * (2.0 * turn(i)).sin(), 0.5 - 0.35 * turn(i).cos()]).collect()
}
