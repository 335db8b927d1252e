//! Images of any size on their way to 28 × 28: read between their pixels, as large and from where one likes.

use super::drawing::{Bounds, CENTRE, INK_SIDE, Point, centre_of_mass};
use super::{Image, PIXELS, SIDE};
use crate::error::{Error, Result};

/// An image of `rows` × `columns` pixels (0 is paper) brought to 28 × 28 by MNIST's recipe: its ink scaled into
/// 20 × 20, its centre of mass to the centre. An image of 28 × 28 is taken as it is; one without ink stays empty.
///
/// # Errors
/// [`Error::ImageLength`] when `pixels` has not rows · columns values.
pub fn normalise(rows: usize, columns: usize, pixels: &[u8]) -> Result<Image> {
    let sheet = Sheet::new(rows, columns, pixels)?;
    if let (SIDE, SIDE, Ok(image)) = (rows, columns, pixels.try_into()) {
        return Ok(image);
    }
    let Some(bounds) = sheet.bounds() else { return Ok([0; PIXELS]) };
    let (scale, middle) = sheet.fit(bounds);
    let first = sheet.scaled(scale, middle);
    let Some(mass) = centre_of_mass(&first) else { return Ok(first) };
    Ok(sheet.scaled(scale, moved(middle, mass, scale)))
}

/// The place of the sheet that is to be in the centre, so that the centre of mass comes there which is now at `mass`.
pub(super) fn moved(middle: Point, mass: Point, scale: f64) -> Point {
    Point { x: middle.x + (mass.x - CENTRE) / scale, y: middle.y + (mass.y - CENTRE) / scale }
}

/// An image of any size, row by row, 0 is paper.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    pixels: &'a [u8],
    rows: usize,
    columns: usize,
}

impl<'a> Sheet<'a> {
    /// An image of `rows` × `columns` pixels.
    ///
    /// # Errors
    /// [`Error::ImageLength`] when `pixels` has not rows · columns values.
    pub fn new(rows: usize, columns: usize, pixels: &'a [u8]) -> Result<Self> {
        let expected = rows.saturating_mul(columns);
        if pixels.len() == expected {
            Ok(Self { pixels, rows, columns })
        } else {
            Err(Error::ImageLength { found: pixels.len(), expected })
        }
    }

    /// The box around all ink; `None` without ink. What is fainter than a sixteenth of the darkest pixel is dust or the
    /// trace of a scan: a speck of it in a corner must not move the digit.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let Self { pixels, columns, .. } = *self;
        let faintest = pixels.iter().copied().max().unwrap_or_default() / 16;
        let ink = || {
            pixels
                .iter()
                .enumerate()
                .filter(|(_, value)| **value > faintest)
                .map(|(at, _)| (at / columns, at % columns))
        };
        let (top, _) = ink().next()?;
        let (mut bottom, mut left, mut right) = (top, columns, 0);
        for (row, column) in ink() {
            bottom = bottom.max(row);
            left = left.min(column);
            right = right.max(column);
        }
        let place = |row: usize, column: usize| Point { x: column as f64, y: row as f64 };
        Some(Bounds { least: place(top, left), most: place(bottom + 1, right + 1) })
    }

    /// How much to enlarge, and about which place, so that the box just fits into [`INK_SIDE`] × [`INK_SIDE`].
    #[must_use]
    pub fn fit(&self, Bounds { least, most }: Bounds) -> (f64, Point) {
        let (width, height) = (most.x - least.x, most.y - least.y);
        (INK_SIDE / height.max(width), Point { x: least.x + 0.5 * width, y: least.y + 0.5 * height })
    }

    /// How much to enlarge, and about which place, so that all of the sheet fits into the image.
    #[must_use]
    pub fn whole(&self) -> (f64, Point) {
        let (width, height) = (self.columns as f64, self.rows as f64);
        (SIDE as f64 / height.max(width), Point { x: 0.5 * width, y: 0.5 * height })
    }

    /// Enlarged by `scale`, with the place `middle` of the sheet in the centre. Each pixel is the mean of the sheet over
    /// the pixel's square, and over at least one pixel of the sheet.
    #[must_use]
    pub fn scaled(&self, scale: f64, middle: Point) -> Image {
        let half = 0.5 * (1.0 / scale).max(1.0);
        core::array::from_fn(|at| {
            let x = ((at % SIDE) as f64 + 0.5 - CENTRE) / scale + middle.x;
            let y = ((at / SIDE) as f64 + 0.5 - CENTRE) / scale + middle.y;
            let mut sum = 0.0;
            for (row, share_y) in shares(y - half, y + half, self.rows) {
                for (column, share_x) in shares(x - half, x + half, self.columns) {
                    sum += share_y * share_x * f64::from(self.pixels[row * self.columns + column]);
                }
            }
            (sum / (4.0 * half * half) + 0.5) as u8
        })
    }
}

/// The pixels 0..count that lie in from..to, and how much of each does.
pub(super) fn shares(from: f64, to: f64, count: usize) -> impl Iterator<Item = (usize, f64)> {
    let first = from.clamp(0.0, count as f64) as usize;
    let last = to.ceil().clamp(0.0, count as f64) as usize;
    (first..last).map(move |i| (i, (to.min(i as f64 + 1.0) - from.max(i as f64)).max(0.0)))
}
