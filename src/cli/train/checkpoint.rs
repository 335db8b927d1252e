//! A training that was interrupted goes on from here: a line of JSON, then the model files of the network as it is and
//! of the best one so far. Order, images and α of an epoch follow from its number, so nothing else needs to be kept.

use std::path::Path;

use descent::network::sparse::SparseNetwork;
use descent::network::weights::{Encoding, Model};
use serde::{Deserialize, Serialize};

use super::super::failure::{Context, Failure, Result};
use super::super::files::{self, Draft};

/// The best network so far, by what it makes of the examples kept for that.
#[derive(Debug, Clone)]
pub struct Best {
    pub network: SparseNetwork,
    pub epoch: u32,
    pub accuracy: f64,
    /// The first epoch that was as good.
    pub since: u32,
}

/// How far a training has come.
#[derive(Debug, Clone)]
pub struct Checkpoint {
    pub network: SparseNetwork,
    /// Whole epochs made.
    pub epoch: u32,
    pub best: Option<Best>,
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    /// Which training this is.
    command: String,
    epoch: u32,
    /// Bytes of the first model file.
    length: usize,
    best: Option<BestLine>,
}

#[derive(Debug, Serialize, Deserialize)]
struct BestLine {
    epoch: u32,
    accuracy: f64,
    since: u32,
}

impl Checkpoint {
    /// Writes the file in one step: it is the old one or the new one, whatever happens.
    pub fn write(&self, path: &Path, command: &str) -> Result<()> {
        let model = |network: &SparseNetwork| Model::new(network.clone()).to_bytes(Encoding::F32);
        let current = model(&self.network);
        let line = Line {
            command: command.to_owned(),
            epoch: self.epoch,
            length: current.len(),
            best: self.best.as_ref().map(|best| BestLine {
                epoch: best.epoch,
                accuracy: best.accuracy,
                since: best.since,
            }),
        };
        let mut bytes = serde_json::to_vec(&line).map_err(|error| Failure::run(error.to_string()))?;
        bytes.push(b'\n');
        bytes.extend(current);
        if let Some(best) = &self.best {
            bytes.extend(model(&best.network));
        }
        Draft::begin(path)?.commit(&bytes)
    }

    /// Reads the file; `None` where there is none yet.
    pub fn read(path: &Path, command: &str) -> Result<Option<Self>> {
        if !path.try_exists().context(|| format!("cannot read {}", path.display()))? {
            return Ok(None);
        }
        let name = path.display();
        let bytes = files::read(path)?;
        let damaged = |why: &str| Failure::run(format!("{name} is no checkpoint of a training ({why}); remove it"));
        let end = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(|| damaged("it has no first line"))?;
        let line: Line = serde_json::from_slice(&bytes[..end]).map_err(|_| damaged("its first line cannot be read"))?;
        if line.command != command {
            let message = format!("{name} belongs to another training, `{}`; give another file", line.command);
            return Err(Failure::run(message));
        }
        let networks = &bytes[end + 1..];
        let (current, best) = networks.split_at_checked(line.length).ok_or_else(|| damaged("it is cut short"))?;
        let network = |bytes: &[u8]| {
            Model::from_bytes(bytes).map(|model| model.network).map_err(|error| damaged(&error.to_string()))
        };
        let best = match line.best {
            None => None,
            Some(BestLine { epoch, accuracy, since }) => Some(Best { network: network(best)?, epoch, accuracy, since }),
        };
        Ok(Some(Self { network: network(current)?, epoch: line.epoch, best }))
    }
}
