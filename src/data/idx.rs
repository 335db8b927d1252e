//! IDX, the format of the MNIST files (Y. LeCun, <http://yann.lecun.com/exdb/mnist/>): two zero bytes, a type code, the
//! number of dimensions, each dimension as a big-endian u32, then the values.
//!
//! A file may come in pieces of any size: [`IdxReader`] checks the header as soon as it is there and passes the values
//! on.

use std::borrow::Cow;

use crate::error::{Error, Result};

/// The type code for unsigned bytes.
const UNSIGNED_BYTE: u8 = 0x08;
/// Those of wider whole numbers and of signed bytes, with their bytes: some programs write labels so.
const WHOLE: [(u8, usize); 3] = [(0x09, 1), (0x0b, 2), (0x0c, 4)];
/// The longest image side that is read.
const MOST_SIDE: u32 = 4096;
/// The most images or labels that are read. A header can promise 2³² − 1 of them, and memory is asked for by what it
/// promises before the first pixel has come; the largest set in this form that is known to us has 814,255.
pub const MOST_ITEMS: u32 = 1_000_000;

/// What an IDX file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Three dimensions: images, rows, columns.
    Images,
    /// One dimension: labels from 0 to 9.
    Labels,
    /// One dimension: labels that may be any bytes.
    Classes,
}

/// The dimensions in a header. A label counts as 1 × 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    pub count: u32,
    pub rows: u32,
    pub columns: u32,
}

impl Shape {
    /// Bytes of one image or label.
    #[must_use]
    pub fn item(&self) -> usize {
        self.rows as usize * self.columns as usize
    }

    fn values(&self) -> u64 {
        u64::from(self.count) * self.item() as u64
    }
}

/// Reads one IDX file that arrives in pieces.
///
/// ```
/// use descent::data::idx::{Content, IdxReader};
///
/// let mut reader = IdxReader::new(Content::Labels);
/// assert!(reader.push(&[0, 0, 8, 1, 0, 0])?.is_empty());
/// assert_eq!(reader.push(&[0, 2, 7, 3])?, [7, 3]);
/// reader.finish()?;
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct IdxReader {
    content: Content,
    header: Vec<u8>,
    shape: Option<Shape>,
    received: u64,
}

impl IdxReader {
    /// A reader that waits for the first byte.
    #[must_use]
    pub fn new(content: Content) -> Self {
        Self { content, header: Vec::new(), shape: None, received: 0 }
    }

    /// The dimensions, once the whole header has arrived.
    #[must_use]
    pub fn shape(&self) -> Option<Shape> {
        self.shape
    }

    fn header_length(&self) -> usize {
        4 + 4 * usize::from(self.dimensions())
    }

    fn dimensions(&self) -> u8 {
        match self.content {
            Content::Images => 3,
            Content::Labels | Content::Classes => 1,
        }
    }

    /// Takes the next piece and gives back the values in it: everything behind the header.
    ///
    /// # Errors
    /// As soon as it can be seen: a wrong magic number, type code, number of dimensions or size of image; more items than
    /// [`MOST_ITEMS`]; more bytes than promised; a label above 9. The reader is then no longer of use.
    pub fn push<'a>(&mut self, piece: &'a [u8]) -> Result<&'a [u8]> {
        let wanted = self.header_length() - self.header.len();
        let (head, values) = piece.split_at(wanted.min(piece.len()));
        if !head.is_empty() {
            self.header.extend_from_slice(head);
            self.check_header()?;
        }
        let Some(shape) = self.shape else { return Ok(&[]) };
        if self.received + values.len() as u64 > shape.values() {
            return Err(Error::IdxTrailing { expected: self.header_length() as u64 + shape.values() });
        }
        if self.content == Content::Labels
            && let Some(at) = values.iter().position(|label| *label > 9)
        {
            return Err(Error::LabelOutOfRange { index: self.received + at as u64, value: values[at].into() });
        }
        self.received += values.len() as u64;
        Ok(values)
    }

    /// To be called when the file has ended.
    ///
    /// # Errors
    /// [`Error::IdxTruncated`] when something is missing.
    pub fn finish(&self) -> Result<()> {
        let found = self.header.len() as u64 + self.received;
        let expected = self.header_length() as u64 + self.shape.map_or(0, |shape| shape.values());
        if self.shape.is_some() && found == expected { Ok(()) } else { Err(Error::IdxTruncated { expected, found }) }
    }

    /// Checks each byte of the header as early as it arrives, so that a wrong file is named by what is wrong with it
    /// and not called too short.
    fn check_header(&mut self) -> Result<()> {
        let header = &self.header;
        if let Some(&[high, low]) = header.first_chunk()
            && (high, low) != (0, 0)
        {
            return Err(Error::IdxMagic { found: u16::from_be_bytes([high, low]) });
        }
        if let Some(&found) = header.get(2)
            && found != UNSIGNED_BYTE
        {
            return Err(Error::IdxType { found });
        }
        let expected = self.dimensions();
        if let Some(&found) = header.get(3)
            && found != expected
        {
            return Err(Error::IdxDimensions { found, expected });
        }
        if header.len() == self.header_length() {
            let sizes: Vec<u32> =
                header[4..].chunks_exact(4).map(|c| u32::from_be_bytes([c[0], c[1], c[2], c[3]])).collect();
            let (rows, columns) = match sizes[..] {
                [_, rows, columns] => (rows, columns),
                _ => (1, 1),
            };
            if !(1..=MOST_SIDE).contains(&rows) || !(1..=MOST_SIDE).contains(&columns) {
                return Err(Error::IdxShape { rows, columns });
            }
            let count = sizes[0];
            if count > MOST_ITEMS {
                return Err(Error::TooManyExamples { found: count.into(), most: MOST_ITEMS.into() });
            }
            self.shape = Some(Shape { count, rows, columns });
        }
        Ok(())
    }
}

/// Reads a whole file of images: their shape and all pixels, image by image, row by row.
///
/// # Errors
/// Those of [`IdxReader::push`] and [`IdxReader::finish`].
pub fn read_images(file: &[u8]) -> Result<(Shape, &[u8])> {
    read(Content::Images, file)
}

/// Reads a whole file of labels, each from 0 to 9.
///
/// # Errors
/// Those of [`IdxReader::push`] and [`IdxReader::finish`].
pub fn read_labels(file: &[u8]) -> Result<Cow<'_, [u8]>> {
    labels(Content::Labels, file)
}

/// Reads a whole file of labels that may be any bytes.
///
/// # Errors
/// Those of [`IdxReader::push`] and [`IdxReader::finish`].
pub fn read_classes(file: &[u8]) -> Result<Cow<'_, [u8]>> {
    labels(Content::Classes, file)
}

/// Labels of bytes as they are, of wider whole numbers as bytes.
fn labels(content: Content, file: &[u8]) -> Result<Cow<'_, [u8]>> {
    let wide = file.get(..8).filter(|header| (header[0], header[1], header[3]) == (0, 0, 1));
    let width = wide.and_then(|header| WHOLE.iter().find(|(code, _)| *code == header[2])).map(|(_, width)| *width);
    let Some(width) = width else { return Ok(Cow::Borrowed(read(content, file)?.1)) };
    let (header, values) = file.split_at(8);
    let count = header[4..].iter().fold(0_u64, |count, byte| count << 8 | u64::from(*byte));
    let (expected, found) = (8 + count * width as u64, file.len() as u64);
    if found < expected {
        return Err(Error::IdxTruncated { expected, found });
    }
    if found > expected {
        return Err(Error::IdxTrailing { expected });
    }
    let mut narrow = [&[0, 0, UNSIGNED_BYTE, 1], &header[4..]].concat();
    for (index, value) in (0..).zip(values.chunks_exact(width)) {
        // Big-endian, the first bit is the sign.
        let sign = i64::from(i8::from_be_bytes([value[0]]));
        let value = value[1..].iter().fold(sign, |value, byte| value << 8 | i64::from(*byte));
        narrow.push(u8::try_from(value).map_err(|_| Error::LabelOutOfRange { index, value })?);
    }
    Ok(Cow::Owned(read(content, &narrow)?.1.to_vec()))
}

fn read(content: Content, file: &[u8]) -> Result<(Shape, &[u8])> {
    let mut reader = IdxReader::new(content);
    let values = reader.push(file)?;
    reader.finish()?;
    let shape = reader.shape().ok_or(Error::IdxTruncated { expected: 0, found: file.len() as u64 })?;
    Ok((shape, values))
}
