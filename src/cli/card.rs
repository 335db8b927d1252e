//! The card beside a trained network: where it comes from and what it can do.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use descent::data::stages::Stages;
use descent::network::weights::Model;
use descent::training::evaluation::Evaluation;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::failure::{Failure, Result};
use super::files;
use super::train::Learned;

/// What was measured of a network, as it is read from its file.
#[derive(Debug)]
pub struct Measured {
    /// What it learned from and was tested on.
    pub data: String,
    /// After how many epochs the network was so.
    pub epoch: u32,
    pub validation: Option<Evaluation>,
    pub test: Evaluation,
    /// With all bits of the weights, if the file has fewer.
    pub test_before_rounding: Option<Evaluation>,
    /// Drawings by writers that were left out.
    pub left_out: Option<Evaluation>,
    /// Which drawings were learned from.
    pub strokes: Option<Learned>,
}

/// What the card of a model file says.
#[derive(Debug, Serialize)]
pub struct Card {
    /// The file's name and the SHA-256 of all its bytes: which network this is the card of.
    pub model: String,
    pub sha256: String,
    pub bytes: usize,
    /// Sizes of the layers.
    pub network: String,
    /// What an image goes through before the network.
    pub stages: Vec<&'static str>,
    /// The command that makes this file again, bit for bit.
    pub command: String,
    pub seed: u64,
    pub epoch: u32,
    /// How many images were learned from, chosen by and tested on, and whose they are.
    pub data: String,
    /// Drawings that were learned from besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strokes: Option<Learned>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validation: Option<Score>,
    pub test: Score,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test_before_rounding: Option<Score>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<Score>,
}

/// Right answers among all.
#[derive(Debug, Serialize)]
pub struct Score {
    pub correct: u32,
    pub total: u32,
    pub accuracy: f64,
}

impl From<&Evaluation> for Score {
    fn from(evaluation: &Evaluation) -> Self {
        Self { correct: evaluation.correct, total: evaluation.total, accuracy: evaluation.accuracy() }
    }
}

impl Card {
    /// The card of `model`, to be written as the file `path`.
    pub fn new(path: &Path, model: &Model, bytes: &[u8], command: String, seed: u64, measured: &Measured) -> Self {
        let network = &model.network;
        let straightens = Stages::from_bits(model.stages).is_ok_and(|stages| stages.straighten);
        let score = |evaluation: &Option<Evaluation>| evaluation.as_ref().map(Score::from);
        Self {
            model: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            sha256: sha256(bytes),
            bytes: bytes.len(),
            network: format!("{}-{}-{}", network.inputs(), network.hidden(), network.outputs()),
            stages: straightens.then_some("straighten").into_iter().collect(),
            command,
            seed,
            epoch: measured.epoch,
            data: measured.data.clone(),
            validation: score(&measured.validation),
            test: Score::from(&measured.test),
            test_before_rounding: score(&measured.test_before_rounding),
            strokes: measured.strokes.clone(),
            left_out: score(&measured.left_out),
        }
    }

    /// Writes the card beside the model file `path`.
    pub fn write(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self).map_err(|error| Failure::run(error.to_string()))?;
        files::write(&card_path(path), format!("{text}\n").as_bytes())
    }
}

/// In hexadecimal. A sum that the file itself ends with, as a model's CRC-32, would be the same for every file.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// `model.descent` and `model.descent.gz` have the card `model.card.json`.
fn card_path(model: &Path) -> PathBuf {
    let packed = model.extension().is_some_and(|extension| extension == "gz");
    let plain = if packed { model.with_extension("") } else { model.to_owned() };
    plain.with_extension("card.json")
}
