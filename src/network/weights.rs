//! The model file: what a network has learned, with a version and a checksum.
//!
//! | bytes | content |
//! |---|---|
//! | 8 | `descent` and a zero byte |
//! | 2, 2 | version (1), encoding |
//! | 2, 2 | what an input goes through before the network (0: nothing), zero |
//! | 4, 4, 4 | n, H, m |
//! | … | V, v⃗, U, u⃗ as the encoding has them |
//! | 4 | CRC-32 of all before |
//!
//! Encoding 0 has every number as f32, the matrices row by row. Encoding 1 has each matrix as an f32 for each row, its
//! scale, and then a signed byte for each weight, which is that byte times the scale of its row; the vectors are f32.
//! All numbers are little-endian.

use super::crc32::crc32;
use super::sparse::SparseNetwork;
use crate::error::{Error, Result};

const MAGIC: &[u8; 8] = b"descent\0";
const VERSION: u16 = 1;
const HEADER: usize = 28;
const CHECKSUM: usize = 4;

/// How the weights are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Every bit of them.
    #[default]
    F32,
    /// A byte a weight with a scale a row: a quarter of the size, each weight off by at most half of its row's scale. Gzipped it is a
    /// seventh.
    Bytes {
        /// The largest byte that is written, 1 to 127. Gzip packs fewer levels smaller.
        levels: u8,
    },
}

impl Encoding {
    /// Bytes with all their levels; −128 is not used, so that the range is the same on both sides.
    pub const BYTES: Self = Self::Bytes { levels: 127 };

    fn number(self) -> u16 {
        match self {
            Self::F32 => 0,
            Self::Bytes { .. } => 1,
        }
    }

    fn from_number(number: u16) -> Option<Self> {
        [Self::F32, Self::BYTES].into_iter().find(|encoding| encoding.number() == number)
    }

    /// Bytes of `rows` × `columns` weights.
    fn length(self, rows: u64, columns: u64) -> u128 {
        // u128: two u32 and a small factor cannot overflow it.
        let (rows, columns) = (u128::from(rows), u128::from(columns));
        match self {
            Self::F32 => 4 * rows * columns,
            Self::Bytes { .. } => rows * (4 + columns),
        }
    }
}

/// What a model file holds.
///
/// ```
/// use descent::network::sparse::SparseNetwork;
/// use descent::network::weights::{Encoding, Model};
///
/// let bytes = Model::new(SparseNetwork::zeros(4, 3, 2)?).to_bytes(Encoding::F32);
/// assert_eq!(Model::from_bytes(&bytes)?.network, SparseNetwork::zeros(4, 3, 2)?);
/// assert_eq!(Model::from_bytes(&bytes[1..]).unwrap_err().code(), "model-magic");
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub network: SparseNetwork,
    /// What an input goes through before this network, as bits whose meaning is agreed elsewhere.
    pub stages: u16,
}

impl Model {
    /// A model for inputs as they are.
    #[must_use]
    pub fn new(network: SparseNetwork) -> Self {
        Self { network, stages: 0 }
    }

    /// The model file's bytes.
    #[must_use]
    pub fn to_bytes(&self, encoding: Encoding) -> Vec<u8> {
        let (inputs, hidden, outputs) = (self.network.inputs(), self.network.hidden(), self.network.outputs());
        let parameters: Vec<f32> = self.network.parameters().collect();
        let mut bytes = Vec::new();
        bytes.extend_from_slice(MAGIC);
        for half in [VERSION, encoding.number(), self.stages, 0] {
            bytes.extend_from_slice(&half.to_le_bytes());
        }
        for size in [inputs, hidden, outputs] {
            bytes.extend_from_slice(&(size as u32).to_le_bytes());
        }
        let (first, rest) = parameters.split_at(hidden * inputs);
        let (v, rest) = rest.split_at(hidden);
        let (second, u) = rest.split_at(outputs * hidden);
        for (matrix, columns, vector) in [(first, inputs, v), (second, hidden, u)] {
            match encoding {
                Encoding::F32 => write_floats(&mut bytes, matrix),
                Encoding::Bytes { levels } => write_rows(&mut bytes, matrix, columns, levels),
            }
            write_floats(&mut bytes, vector);
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
        let (Some(encoding), 0) = (Encoding::from_number(half(10)), half(14)) else {
            // Written on purpose by a program that knows more than this one, if it is not damaged.
            return Err(Error::ModelVersion { found: VERSION + 1, expected: VERSION });
        };
        let [inputs, hidden, outputs] = [word(16), word(20), word(24)].map(u64::from);
        let weights = encoding.length(hidden, inputs) + encoding.length(outputs, hidden);
        let expected = (HEADER + CHECKSUM) as u128 + weights + 4 * u128::from(hidden + outputs);
        if expected != u128::from(length) {
            return Err(Error::ModelLength { expected: u64::try_from(expected).unwrap_or(u64::MAX), found: length });
        }
        let (content, _) = bytes.split_at(bytes.len() - CHECKSUM);
        let (expected, found) = (crc32(content), word(content.len()));
        if expected != found {
            return Err(Error::ModelChecksum { expected, found });
        }
        let (inputs, hidden, outputs) = (inputs as usize, hidden as usize, outputs as usize);
        let mut network = SparseNetwork::zeros(inputs, hidden, outputs)?;
        let mut rest = &content[HEADER..];
        let mut parameters = Vec::with_capacity(network.parameter_count());
        for (rows, columns) in [(hidden, inputs), (outputs, hidden)] {
            match encoding {
                Encoding::F32 => parameters.extend(floats(cut(&mut rest, 4 * rows * columns))),
                Encoding::Bytes { .. } => {
                    let scales: Vec<f32> = floats(cut(&mut rest, 4 * rows)).collect();
                    let rows = cut(&mut rest, rows * columns).chunks_exact(columns).zip(scales);
                    parameters.extend(
                        rows.flat_map(|(row, scale)| row.iter().map(move |w| scale * f32::from(w.cast_signed()))),
                    );
                }
            }
            parameters.extend(floats(cut(&mut rest, 4 * rows)));
        }
        if parameters.iter().any(|parameter| !parameter.is_finite()) {
            return Err(Error::ModelNotFinite);
        }
        network.set_parameters(parameters.into_iter());
        Ok(Self { network, stages: half(12) })
    }
}

/// The first `count` bytes of what is left, whose length has been checked.
fn cut<'a>(rest: &mut &'a [u8], count: usize) -> &'a [u8] {
    let (first, behind) = rest.split_at(count);
    *rest = behind;
    first
}

fn floats(bytes: &[u8]) -> impl Iterator<Item = f32> {
    bytes.chunks_exact(4).map(|c| f32::from_le_bytes([c[0], c[1], c[2], c[3]]))
}

fn write_floats(bytes: &mut Vec<u8>, numbers: &[f32]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}

/// Encoding 1 of a matrix: the scales of all rows, then the rows.
fn write_rows(bytes: &mut Vec<u8>, matrix: &[f32], columns: usize, levels: u8) {
    let rows = || matrix.chunks_exact(columns);
    let scales: Vec<f32> = rows()
        .map(|row| row.iter().fold(0.0, |most: f32, weight| most.max(weight.abs())) / f32::from(levels))
        .collect();
    write_floats(bytes, &scales);
    for (row, scale) in rows().zip(&scales) {
        // A row of zeros has the scale 0, and 0 / 0 becomes the byte 0.
        bytes.extend(row.iter().map(|weight| (weight / scale).round() as i8 as u8));
    }
}
