//! A training that was interrupted goes on from here: a line of JSON, then the model files of the network as it is and
//! of the best one so far, and a CRC-32 of all before (little-endian). Order, images and α of an epoch follow from its number,
//! so nothing else needs to be kept.

use std::path::Path;

use descent::data::{DIGITS, PIXELS};
use descent::network::crc32::crc32;
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
        bytes.extend(crc32(&bytes).to_le_bytes());
        Draft::begin(path)?.commit(&bytes)
    }

    /// Reads the file of a training of `epochs` epochs with so many hidden units; `None` where there is none yet.
    pub fn read(path: &Path, command: &str, epochs: u32, hidden: usize) -> Result<Option<Self>> {
        if !path.try_exists().context(|| format!("cannot read {}", path.display()))? {
            return Ok(None);
        }
        let name = path.display();
        let bytes = files::read(path)?;
        let damaged = |why: &str| {
            Failure::run(format!("{name} is no checkpoint of a training ({why}); name another file, or remove it"))
        };
        let end = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(|| damaged("it has no first line"))?;
        let line: Line = serde_json::from_slice(&bytes[..end]).map_err(|_| damaged("its first line cannot be read"))?;
        let (content, checksum) = bytes.split_last_chunk().ok_or_else(|| damaged("it is cut short"))?;
        if content.len() <= end || crc32(content).to_le_bytes() != *checksum {
            return Err(damaged("its checksum does not fit: it is damaged, or an earlier version wrote it"));
        }
        if line.command != command {
            // A file may hold anything, and a terminal obeys control characters.
            let other: String = line.command.chars().flat_map(char::escape_debug).collect();
            let message = format!("{name} belongs to another training, `{other}`; give another file");
            return Err(Failure::run(message));
        }
        let is_possible = |best: &BestLine| {
            (1..=best.epoch).contains(&best.since) && best.epoch <= line.epoch && (0.0..=1.0).contains(&best.accuracy)
        };
        if line.epoch > epochs || !line.best.as_ref().is_none_or(is_possible) {
            return Err(damaged("it tells of epochs that the training does not have"));
        }
        let networks = &content[end + 1..];
        let (current, best) = networks.split_at_checked(line.length).ok_or_else(|| damaged("it is cut short"))?;
        let network = |bytes: &[u8]| {
            let network = Model::from_bytes(bytes).map_err(|error| damaged(&error.to_string()))?.network;
            if (network.inputs(), network.hidden(), network.outputs()) != (PIXELS, hidden, DIGITS) {
                return Err(damaged("its network has other layers"));
            }
            Ok(network)
        };
        let best = match line.best {
            None => None,
            Some(BestLine { epoch, accuracy, since }) => Some(Best { network: network(best)?, epoch, accuracy, since }),
        };
        Ok(Some(Self { network: network(current)?, epoch: line.epoch, best }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMAND: &str = "descent train --hidden 2 --epochs 9";

    fn network(inputs: usize, hidden: usize, outputs: usize) -> SparseNetwork {
        SparseNetwork::zeros(inputs, hidden, outputs).unwrap()
    }

    fn kept(epoch: u32, network: SparseNetwork, best: Option<Best>) -> Checkpoint {
        Checkpoint { network, epoch, best }
    }

    fn best(epoch: u32, since: u32, accuracy: f64) -> Best {
        Best { network: network(PIXELS, 2, DIGITS), epoch, accuracy, since }
    }

    /// What reading such a file says.
    fn refused(checkpoint: &Checkpoint, command: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        checkpoint.write(&path, command).unwrap();
        match Checkpoint::read(&path, COMMAND, 9, 2) {
            Err(Failure::Run(message)) => message,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        assert!(Checkpoint::read(&path, COMMAND, 9, 2).unwrap().is_none());
        kept(9, network(PIXELS, 2, DIGITS), Some(best(7, 3, 0.5))).write(&path, COMMAND).unwrap();
        let read = Checkpoint::read(&path, COMMAND, 9, 2).unwrap().unwrap();
        let best = read.best.unwrap();
        assert_eq!((read.epoch, best.epoch, best.since, best.accuracy), (9, 7, 3, 0.5));
    }

    /// All of these have a checksum that fits.
    #[test]
    fn shapes_and_numbers_that_cannot_be_are_refused() {
        for (inputs, hidden, outputs) in [(PIXELS, 3, DIGITS), (PIXELS, 2, 9), (783, 2, DIGITS), (4, 1, 1)] {
            let message = refused(&kept(1, network(inputs, hidden, outputs), None), COMMAND);
            assert!(message.contains("other layers"), "{message}");
            let mut of_best = kept(1, network(PIXELS, 2, DIGITS), Some(best(1, 1, 0.5)));
            of_best.best.as_mut().unwrap().network = network(inputs, hidden, outputs);
            assert!(refused(&of_best, COMMAND).contains("other layers"));
        }
        let right = || network(PIXELS, 2, DIGITS);
        for epoch in [10, u32::MAX - 1, u32::MAX] {
            assert!(refused(&kept(epoch, right(), None), COMMAND).contains("does not have"), "{epoch}");
        }
        for (epoch, since, accuracy) in
            [(5, 1, 0.5), (u32::MAX, 1, 0.5), (3, 4, 0.5), (3, 0, 0.5), (3, 1, 1.5), (3, 1, -0.1)]
        {
            let message = refused(&kept(4, right(), Some(best(epoch, since, accuracy))), COMMAND);
            assert!(message.contains("does not have"), "{epoch}, {since}, {accuracy}: {message}");
        }
    }

    #[test]
    fn a_foreign_command_cannot_steer_the_terminal() {
        let message = refused(&kept(1, network(PIXELS, 2, DIGITS), None), "\u{1b}]0;stolen\u{7}\u{9b}2J");
        assert!(message.contains("another training") && !message.chars().any(char::is_control), "{message:?}");
    }

    #[test]
    fn every_changed_bit_and_every_cut_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        kept(3, network(PIXELS, 2, DIGITS), Some(best(2, 1, 0.5))).write(&path, COMMAND).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        let line = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        for at in (0..line + 40).chain((line + 40..bytes.len()).step_by(97)).chain(bytes.len() - 8..bytes.len()) {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                std::fs::write(&path, &changed).unwrap();
                assert!(Checkpoint::read(&path, COMMAND, 9, 2).is_err(), "bit {bit} of byte {at}");
            }
        }
        for end in (0..line + 40).chain((line + 40..bytes.len()).step_by(97)) {
            std::fs::write(&path, &bytes[..end]).unwrap();
            assert!(Checkpoint::read(&path, COMMAND, 9, 2).is_err(), "cut to {end}");
        }
    }
}
