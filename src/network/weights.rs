//! The model file: what a network has learned, with a version and a checksum.
//!
//! | bytes | content |
//! |---|---|
//! | 8 | `descent` and a zero byte |
//! | 2, 2 | version (1), encoding (0: f32) |
//! | 2, 2 | zero: kept for what an image goes through before the network |
//! | 4, 4, 4 | n, H, m |
//! | 4 each | V row by row, v⃗, U row by row, u⃗ |
//! | 4 | CRC-32 of all before |
//!
//! All numbers are little-endian.

use super::crc32::crc32;
use super::sparse::SparseNetwork;
use crate::error::{Error, Result};

const MAGIC: &[u8; 8] = b"descent\0";
const VERSION: u16 = 1;
const ENCODING_F32: u16 = 0;
const HEADER: usize = 28;
const CHECKSUM: usize = 4;

/// What a model file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub network: SparseNetwork,
}

impl Model {
    /// The model file's bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let network = &self.network;
        let mut bytes = Vec::with_capacity(HEADER + 4 * network.parameter_count() + CHECKSUM);
        bytes.extend_from_slice(MAGIC);
        for half in [VERSION, ENCODING_F32, 0, 0] {
            bytes.extend_from_slice(&half.to_le_bytes());
        }
        for size in [network.inputs(), network.hidden(), network.outputs()] {
            bytes.extend_from_slice(&(size as u32).to_le_bytes());
        }
        for parameter in network.parameters() {
            bytes.extend_from_slice(&parameter.to_le_bytes());
        }
        bytes.extend_from_slice(&crc32(&bytes).to_le_bytes());
        bytes
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// Foreign, newer, damaged, cut or lengthened files, sizes of zero, weights that are not finite.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let length = bytes.len() as u64;
        if bytes.get(..MAGIC.len()) != Some(MAGIC) {
            return Err(Error::ModelMagic);
        }
        if bytes.len() < HEADER + CHECKSUM {
            return Err(Error::ModelLength { expected: (HEADER + CHECKSUM) as u64, found: length });
        }
        let half = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
        let word = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        if half(8) != VERSION {
            return Err(Error::ModelVersion { found: half(8), expected: VERSION });
        }
        let [inputs, hidden, outputs] = [word(16), word(20), word(24)].map(u64::from);
        // u128: three u32 cannot overflow it.
        let parameters = u128::from(hidden) * u128::from(inputs + 1) + u128::from(outputs) * u128::from(hidden + 1);
        let expected = (HEADER + CHECKSUM) as u128 + 4 * parameters;
        if expected != u128::from(length) {
            return Err(Error::ModelLength { expected: u64::try_from(expected).unwrap_or(u64::MAX), found: length });
        }
        let (content, _) = bytes.split_at(bytes.len() - CHECKSUM);
        let (expected, found) = (crc32(content), word(content.len()));
        if expected != found {
            return Err(Error::ModelChecksum { expected, found });
        }
        if half(10) != ENCODING_F32 || half(12) != 0 || half(14) != 0 {
            // The checksum fits, so these were written on purpose, by a program that knows more than this one.
            return Err(Error::ModelVersion { found: VERSION + 1, expected: VERSION });
        }
        let mut network = SparseNetwork::zeros(inputs as usize, hidden as usize, outputs as usize)?;
        let numbers = content[HEADER..].chunks_exact(4).map(|c| f32::from_le_bytes([c[0], c[1], c[2], c[3]]));
        if numbers.clone().any(|number| !number.is_finite()) {
            return Err(Error::ModelNotFinite);
        }
        network.set_parameters(numbers);
        Ok(Self { network })
    }
}
