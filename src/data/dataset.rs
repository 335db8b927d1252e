//! Images with labels, kept as the pixels that are not zero. A data set may arrive in pieces; what has arrived can be
//! used.

use core::ops::Range;

use super::idx::{Content, IdxReader};
use super::{Image, PIXELS, SIDE};
use crate::error::{Error, Result};
use crate::network::sparse::{Example, SparseInput};

/// MNIST's images and labels, or others of 28 × 28 pixels and ten digits.
///
/// ```
/// use descent::data::dataset::Dataset;
///
/// let data = Dataset::from_images([(&[255; 784], 7)])?;
/// assert_eq!((data.arrived(), data.example(0).label), (1, 7));
/// assert_eq!(data.example(0).input.bytes.len(), 784);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Dataset {
    images: IdxReader,
    labels: IdxReader,
    /// The beginning of an image whose end has not arrived.
    partial: Vec<u8>,
    /// Where image i ends in `columns` and `bytes`; it begins where the one before ends.
    ends: Vec<u32>,
    columns: Vec<u16>,
    bytes: Vec<u8>,
    label: Vec<u8>,
    /// Use no more than this many examples.
    limit: usize,
}

impl Default for Dataset {
    fn default() -> Self {
        Self {
            images: IdxReader::new(Content::Images),
            labels: IdxReader::new(Content::Labels),
            partial: Vec::new(),
            ends: Vec::new(),
            columns: Vec::new(),
            bytes: Vec::new(),
            label: Vec::new(),
            limit: usize::MAX,
        }
    }
}

/// A data set of whole images; a label beyond the digits stands for none of them.
impl FromIterator<(Image, u8)> for Dataset {
    fn from_iter<T: IntoIterator<Item = (Image, u8)>>(examples: T) -> Self {
        let mut dataset = Self::new();
        for (image, label) in examples {
            dataset.add_image(&image);
            dataset.label.push(label);
        }
        dataset.limit = dataset.label.len();
        dataset
    }
}

impl Dataset {
    /// An empty data set that waits for its files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A whole data set from the two files.
    ///
    /// # Errors
    /// Whatever is wrong with the files, or [`Error::CountsDiffer`].
    pub fn from_files(images: &[u8], labels: &[u8]) -> Result<Self> {
        let mut dataset = Self::new();
        dataset.push_images(images)?;
        dataset.finish_images()?;
        dataset.push_labels(labels)?;
        dataset.finish_labels()?;
        Ok(dataset)
    }

    /// A data set of given images and labels, each label from 0 to 9.
    ///
    /// # Errors
    /// [`Error::LabelOutOfRange`].
    pub fn from_images<'a>(examples: impl IntoIterator<Item = (&'a Image, u8)>) -> Result<Self> {
        let mut dataset = Self::new();
        for (index, (image, label)) in examples.into_iter().enumerate() {
            if label > 9 {
                return Err(Error::LabelOutOfRange { index: index as u64, value: label.into() });
            }
            dataset.add_image(image);
            dataset.label.push(label);
        }
        dataset.limit = dataset.label.len();
        Ok(dataset)
    }

    /// Examples `range` changed by `change`, which is told the index, the image and the label.
    ///
    /// # Panics
    /// When one has not arrived.
    #[must_use]
    pub fn mapped(&self, range: Range<u32>, mut change: impl FnMut(u32, &Image, u8) -> (Image, u8)) -> Self {
        range.map(|index| change(index, &self.image(index as usize), self.label[index as usize])).collect()
    }

    /// Appends all examples of a data set that, like this one, has arrived as a whole.
    pub fn append(&mut self, other: &Self) {
        let before = self.columns.len() as u32;
        self.ends.extend(other.ends.iter().map(|end| before + end));
        self.columns.extend_from_slice(&other.columns);
        self.bytes.extend_from_slice(&other.bytes);
        self.label.extend_from_slice(&other.label);
        self.limit = self.label.len();
    }

    /// Uses only the first `limit` examples.
    pub fn limit_to(&mut self, limit: usize) {
        self.limit = limit;
    }

    /// The next piece of the file of images.
    ///
    /// # Errors
    /// What is wrong with the file, as soon as it can be seen.
    pub fn push_images(&mut self, piece: &[u8]) -> Result<()> {
        let mut values = self.images.push(piece)?;
        if let Some(shape) = self.images.shape() {
            if (shape.rows, shape.columns) != (SIDE as u32, SIDE as u32) {
                return Err(Error::ImageSize { rows: shape.rows, columns: shape.columns });
            }
            self.check_counts()?;
        }
        if !self.partial.is_empty() {
            let (rest, behind) = values.split_at(values.len().min(PIXELS - self.partial.len()));
            self.partial.extend_from_slice(rest);
            values = behind;
            if self.partial.len() == PIXELS {
                let image = core::mem::take(&mut self.partial);
                self.add_image(&image);
            }
        }
        let whole = values.chunks_exact(PIXELS);
        self.partial.extend_from_slice(whole.remainder());
        for image in whole {
            self.add_image(image);
        }
        Ok(())
    }

    /// The next piece of the file of labels.
    ///
    /// # Errors
    /// What is wrong with the file, as soon as it can be seen.
    pub fn push_labels(&mut self, piece: &[u8]) -> Result<()> {
        let values = self.labels.push(piece)?;
        self.label.extend_from_slice(values);
        self.check_counts()
    }

    /// The file of images has ended.
    ///
    /// # Errors
    /// [`Error::IdxTruncated`].
    pub fn finish_images(&self) -> Result<()> {
        self.images.finish()
    }

    /// The file of labels has ended.
    ///
    /// # Errors
    /// [`Error::IdxTruncated`].
    pub fn finish_labels(&self) -> Result<()> {
        self.labels.finish()
    }

    /// Forgets the images that arrived, to load them again.
    pub fn restart_images(&mut self) {
        self.images = IdxReader::new(Content::Images);
        self.partial.clear();
        self.ends.clear();
        self.columns.clear();
        self.bytes.clear();
    }

    /// Forgets the labels that arrived, to load them again.
    pub fn restart_labels(&mut self) {
        self.labels = IdxReader::new(Content::Labels);
        self.label.clear();
    }

    /// How many examples there will be, once a header has said so.
    #[must_use]
    pub fn total(&self) -> Option<usize> {
        let promised = self.images.shape().or(self.labels.shape()).map(|shape| shape.count as usize);
        let held = (!self.label.is_empty()).then_some(self.label.len());
        promised.or(held).map(|total| total.min(self.limit))
    }

    /// How many examples can be used: image and label are both there.
    #[must_use]
    pub fn arrived(&self) -> usize {
        self.ends.len().min(self.label.len()).min(self.limit)
    }

    /// Whether all examples have arrived, and there are some.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.arrived() > 0 && self.total() == Some(self.arrived())
    }

    /// Example `index` of those that have arrived.
    ///
    /// # Panics
    /// When it has not arrived.
    #[must_use]
    pub fn example(&self, index: usize) -> Example<'_> {
        Example { input: self.input(index), label: self.label[index] }
    }

    /// The labels of the examples that have arrived.
    #[must_use]
    pub fn labels(&self) -> &[u8] {
        &self.label[..self.arrived()]
    }

    /// The examples of a digit, or all, of those that have arrived, in their order.
    pub fn indices_of(&self, digit: Option<u8>) -> impl Iterator<Item = u32> {
        let labels = (0..).zip(self.labels());
        labels.filter(move |(_, label)| digit.is_none_or(|digit| digit == **label)).map(|(index, _)| index)
    }

    /// The 28 × 28 pixels of image `index`.
    ///
    /// # Panics
    /// When it has not arrived.
    #[must_use]
    pub fn image(&self, index: usize) -> Image {
        pixels(self.input(index))
    }

    fn input(&self, index: usize) -> SparseInput<'_> {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        let end = self.ends[index] as usize;
        SparseInput { columns: &self.columns[start..end], bytes: &self.bytes[start..end] }
    }

    fn add_image(&mut self, image: &[u8]) {
        for (column, byte) in (0..).zip(image) {
            if *byte > 0 {
                self.columns.push(column);
                self.bytes.push(*byte);
            }
        }
        self.ends.push(self.columns.len() as u32);
    }

    fn check_counts(&self) -> Result<()> {
        match (self.images.shape(), self.labels.shape()) {
            (Some(images), Some(labels)) if images.count != labels.count => {
                Err(Error::CountsDiffer { images: images.count.into(), labels: labels.count.into() })
            }
            _ => Ok(()),
        }
    }
}

/// The 28 × 28 pixels of an input.
///
/// # Panics
/// When it has other columns than an image.
#[must_use]
pub fn pixels(input: SparseInput<'_>) -> Image {
    let mut image = [0; PIXELS];
    for (column, byte) in input.columns.iter().zip(input.bytes) {
        image[usize::from(*column)] = *byte;
    }
    image
}

/// One image as an input of the network.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SparseImage {
    columns: Vec<u16>,
    bytes: Vec<u8>,
}

impl SparseImage {
    /// The pixels of `image` that are not zero.
    #[must_use]
    pub fn new(image: &Image) -> Self {
        let ink = || (0..).zip(image).filter(|(_, byte)| **byte > 0);
        Self { columns: ink().map(|(column, _)| column).collect(), bytes: ink().map(|(_, byte)| *byte).collect() }
    }

    /// All its pixels.
    #[must_use]
    pub fn pixels(&self) -> Image {
        pixels(self.input())
    }

    /// As the network takes it.
    #[must_use]
    pub fn input(&self) -> SparseInput<'_> {
        SparseInput { columns: &self.columns, bytes: &self.bytes }
    }
}
