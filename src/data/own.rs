//! A reader's own data: any pair of IDX files, or two pairs, of images up to 64 × 64 and of ten classes. Fashion-MNIST,
//! EMNIST and others come in this form.

use std::borrow::Cow;

use super::dataset::Dataset;
use super::faint;
use super::idx::{Shape, read_classes, read_images};
use super::sheet::shares;
use super::{DIGITS, Image, PIXELS, SIDE};
use crate::error::{Error, Result};

/// The longest side of an image.
pub const MOST_SIDE: u32 = 64;
/// The most examples of one pair of files.
pub const MOST_EXAMPLES: u32 = 250_000;
/// Every so manieth example is held out for testing, where there is nothing else to test on.
pub const HELD_OUT: usize = 6;

/// The contents of the files, unpacked. Without both files for testing some of the training examples are held out.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    pub train_images: &'a [u8],
    pub train_labels: &'a [u8],
    pub test_images: &'a [u8],
    pub test_labels: &'a [u8],
}

/// A data set of one's own, its classes in the place of digits.
#[derive(Debug, Clone)]
pub struct Own {
    pub train: Dataset,
    pub test: Dataset,
    /// The label in the files of class 0, 1, …: the ten smallest.
    pub classes: Vec<u8>,
    /// Examples with other labels.
    pub left_out: usize,
    /// Rows and columns of an image in the files, after turning.
    pub rows: u32,
    pub columns: u32,
    /// The mean of all pixels for training, 0 to 1.
    pub ink: f64,
    /// Whether the edge of the images is ink rather than paper: where paper should be 0, it is 255.
    pub near_inverted: bool,
    /// The greatest pixel in the files, where it is not near 255: all are brightened so that it is.
    pub greatest: Option<u8>,
}

/// One pair of files, checked.
struct Pair<'a> {
    shape: Shape,
    pixels: Cow<'a, [u8]>,
    labels: Cow<'a, [u8]>,
}

/// Reads the files; `turned`, the rows of every image are its columns.
///
/// ```
/// use descent::data::own::{Files, read};
///
/// // Eight images of 2 × 2 and their labels, by turns 4 and 7.
/// let mut images = vec![0, 0, 8, 3, 0, 0, 0, 8, 0, 0, 0, 2, 0, 0, 0, 2];
/// images.extend([0, 0, 0, 255].repeat(8));
/// let mut labels = vec![0, 0, 8, 1, 0, 0, 0, 8];
/// labels.extend([4, 7].repeat(4));
/// let own = read(Files { train_images: &images, train_labels: &labels, test_images: &[], test_labels: &[] }, false)?;
/// assert_eq!(own.classes, [4, 7]);
/// assert_eq!((own.train.arrived(), own.test.arrived()), (7, 1)); // every sixth is held out
/// # Ok::<(), descent::error::Error>(())
/// ```
///
/// # Errors
/// What is wrong with a file, within [`Error::InPart`]; [`Error::ImageTooLarge`], [`Error::SizesDiffer`],
/// [`Error::TooManyExamples`], [`Error::TooFewClasses`], and [`Error::NoExamples`] where none is left for testing.
pub fn read(files: Files<'_>, turned: bool) -> Result<Own> {
    let mut train = Pair::read(["train-images", "train-labels"], [files.train_images, files.train_labels])?;
    let is_alone = files.test_images.is_empty() && files.test_labels.is_empty();
    let mut test = if is_alone {
        None
    } else {
        Some(Pair::read(["test-images", "test-labels"], [files.test_images, files.test_labels])?)
    };
    let Shape { rows, columns, .. } = train.shape;
    if let Some(Shape { rows: test_rows, columns: test_columns, .. }) = test.as_ref().map(|test| test.shape)
        && (test_rows, test_columns) != (rows, columns)
    {
        return Err(Error::SizesDiffer { rows, columns, test_rows, test_columns });
    }
    let greatest = [Some(&train), test.as_ref()].into_iter().flatten().map(|pair| faint::greatest(&pair.pixels));
    // Where the images to learn from have the scale of 255, so have the others.
    let greatest = greatest.reduce(|a, b| a.zip(b).map(|(a, b)| a.max(b))).flatten();
    for pair in [Some(&mut train), test.as_mut()].into_iter().flatten() {
        pair.brighten(greatest);
    }
    let classes = classes(&train.labels);
    if classes.len() < 2 {
        return Err(Error::TooFewClasses { found: classes.len() as u64 });
    }
    let frame = Frame::new(rows as usize, columns as usize, turned);
    let held_out = |index: usize| is_alone && index % HELD_OUT == HELD_OUT - 1;
    let learned = train.examples(&classes, &frame, |index| !held_out(index));
    let tested = match &test {
        None => train.examples(&classes, &frame, held_out),
        Some(test) => test.examples(&classes, &frame, |_| true),
    };
    if tested.arrived() == 0 {
        return Err(Error::NoExamples);
    }
    let all = train.labels.len() + test.as_ref().map_or(0, |test| test.labels.len());
    Ok(Own {
        left_out: all - learned.arrived() - tested.arrived(),
        train: learned,
        test: tested,
        classes,
        rows: if turned { columns } else { rows },
        columns: if turned { rows } else { columns },
        ink: mean(train.pixels.iter()) / 255.0,
        near_inverted: mean(train.edges()) > 127.5,
        greatest,
    })
}

/// The ten smallest labels that occur.
fn classes(labels: &[u8]) -> Vec<u8> {
    let mut occurs = [false; 256];
    for label in labels {
        occurs[usize::from(*label)] = true;
    }
    (0..=255).filter(|label| occurs[usize::from(*label)]).take(DIGITS).collect()
}

fn mean<'a>(values: impl Iterator<Item = &'a u8>) -> f64 {
    let (sum, count) = values.fold((0_u64, 0_u64), |(sum, count), value| (sum + u64::from(*value), count + 1));
    sum as f64 / count.max(1) as f64
}

impl<'a> Pair<'a> {
    /// Nothing is kept of the files before all that their headers promise has been found in them.
    fn read([images_part, labels_part]: [&'static str; 2], [images, labels]: [&'a [u8]; 2]) -> Result<Self> {
        let within = |part: &'static str| move |error: Error| Error::InPart { part, error: Box::new(error) };
        let (shape, pixels) = read_images(images).map_err(within(images_part))?;
        let labels = read_classes(labels).map_err(within(labels_part))?;
        let Shape { count, rows, columns } = shape;
        if rows.max(columns) > MOST_SIDE {
            return Err(within(images_part)(Error::ImageTooLarge { rows, columns, most: MOST_SIDE }));
        }
        if count as usize != labels.len() {
            let differ = Error::CountsDiffer { images: count.into(), labels: labels.len() as u64 };
            return Err(within(labels_part)(differ));
        }
        if count > MOST_EXAMPLES {
            let many = Error::TooManyExamples { found: count.into(), most: MOST_EXAMPLES.into() };
            return Err(within(images_part)(many));
        }
        Ok(Self { shape, pixels: Cow::Borrowed(pixels), labels })
    }

    fn brighten(&mut self, greatest: Option<u8>) {
        if greatest.is_some() {
            self.pixels = Cow::Owned(faint::brightened(&self.pixels, greatest).into_owned());
        }
    }

    /// The examples of the classes, of those the ones whose number is `wanted`.
    fn examples(&self, classes: &[u8], frame: &Frame, wanted: impl Fn(usize) -> bool) -> Dataset {
        let images = self.pixels.chunks_exact(self.shape.item());
        let known = images.zip(self.labels.iter()).filter_map(|(image, label)| {
            let class = classes.iter().position(|class| class == label)?;
            Some((image, class as u8))
        });
        let wanted = known.enumerate().filter(|(index, _)| wanted(*index));
        wanted.map(|(_, (image, class))| (frame.image(image), class)).collect()
    }

    /// The pixels along the edges of all images.
    fn edges(&self) -> impl Iterator<Item = &u8> {
        let (rows, columns) = (self.shape.rows as usize, self.shape.columns as usize);
        let is_edge = move |at: usize| {
            let (row, column) = (at / columns % rows, at % columns);
            row == 0 || row + 1 == rows || column == 0 || column + 1 == columns
        };
        self.pixels.iter().enumerate().filter(move |(at, _)| is_edge(*at)).map(|(_, pixel)| pixel)
    }
}

/// How images of one size come into 28 × 28: larger ones are made smaller, each pixel the mean over its square; smaller ones
/// are enlarged a whole number of times; both stand in the middle.
struct Frame {
    rows: usize,
    columns: usize,
    turned: bool,
    /// The rows of an image that each row of 28 is made of, and with which share; the same for columns.
    of_rows: Vec<Vec<(usize, f64)>>,
    of_columns: Vec<Vec<(usize, f64)>>,
}

impl Frame {
    /// For images of `rows` × `columns` pixels in the file.
    fn new(rows: usize, columns: usize, turned: bool) -> Self {
        let longer = rows.max(columns);
        let scale = if longer > SIDE { SIDE as f64 / longer as f64 } else { (SIDE / longer) as f64 };
        let parts = |count: usize| {
            let empty = (SIDE as f64 - scale * count as f64) / 2.0;
            // No pixel of an image that is not made smaller is divided.
            let start = if longer > SIDE { empty } else { empty.floor() };
            let part = |i: usize| {
                let from = (i as f64 - start) / scale;
                let shares = shares(from, from + 1.0 / scale, count);
                shares.filter(|(_, share)| *share > 0.0).map(|(i, share)| (i, share * scale)).collect()
            };
            (0..SIDE).map(part).collect()
        };
        let (down, across) = if turned { (columns, rows) } else { (rows, columns) };
        Self { rows: down, columns: across, turned, of_rows: parts(down), of_columns: parts(across) }
    }

    fn image(&self, pixels: &[u8]) -> Image {
        let Self { rows, columns, turned, .. } = *self;
        let pixel = |row: usize, column: usize| {
            f64::from(pixels[if turned { column * rows + row } else { row * columns + column }])
        };
        let line = |row: usize| -> [f64; SIDE] {
            let sum = |parts: &Vec<(usize, f64)>| parts.iter().map(|(column, share)| share * pixel(row, *column)).sum();
            core::array::from_fn(|column| sum(&self.of_columns[column]))
        };
        let lines: Vec<[f64; SIDE]> = (0..rows).map(line).collect();
        let mut image = [0; PIXELS];
        for (to, parts) in image.chunks_exact_mut(SIDE).zip(&self.of_rows) {
            for (column, ink) in to.iter_mut().enumerate() {
                let sum: f64 = parts.iter().map(|(row, share)| share * lines[*row][column]).sum();
                *ink = (sum + 0.5) as u8;
            }
        }
        image
    }
}
