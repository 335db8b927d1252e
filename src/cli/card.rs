//! The card beside a trained network: where it comes from and what it can do.

use std::path::{Path, PathBuf};

use descent::network::crc32::crc32;
use descent::network::weights::Model;
use descent::training::evaluation::Evaluation;
use serde::Serialize;

use super::failure::{Failure, Result};
use super::files;

/// What the card of a model file says.
#[derive(Debug, Serialize)]
pub struct Card {
    /// The file's name and the CRC-32 of all its bytes: which network this is the card of.
    pub model: String,
    pub crc32: String,
    pub bytes: usize,
    /// Sizes of the layers.
    pub network: String,
    /// The command that makes this file again, bit for bit.
    pub command: String,
    pub seed: u64,
    pub data: &'static str,
    pub test_correct: u32,
    pub test_total: u32,
    pub test_accuracy: f64,
}

impl Card {
    /// The card of `model`, to be written as the file `path`.
    pub fn new(path: &Path, model: &Model, bytes: &[u8], command: String, seed: u64, test: &Evaluation) -> Self {
        let network = &model.network;
        Self {
            model: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            crc32: format!("{:08x}", crc32(bytes)),
            bytes: bytes.len(),
            network: format!("{}-{}-{}", network.inputs(), network.hidden(), network.outputs()),
            command,
            seed,
            data: "MNIST (Y. LeCun, C. Cortes; CC BY-SA 3.0): 60,000 images to train, 10,000 to test",
            test_correct: test.correct,
            test_total: test.total,
            test_accuracy: test.accuracy(),
        }
    }

    /// Writes the card beside the model file `path`.
    pub fn write(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self).map_err(|error| Failure::run(error.to_string()))?;
        files::write(&card_path(path), format!("{text}\n").as_bytes())
    }
}

/// `model.descent` has the card `model.card.json`.
fn card_path(model: &Path) -> PathBuf {
    model.with_extension("card.json")
}
