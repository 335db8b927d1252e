//! A picture or photo of a digit, as the drawing that it is: ink dark on bright paper or bright on dark, in uneven light,
//! with specks, a frame, and what lies beside the paper.
//!
//! 1. Grey: the luminance of ITU-R BT.601; what is transparent is white. Brought to at most 512 pixels a side.
//! 2. Paper is what there is most of where the picture changes: where the brightest and the darkest of the neighbourhood
//!    differ much, their middle divides the two (J. Bernsen 1986, "Dynamic thresholding of grey-level images").
//! 3. The paper under the ink: a greyscale closing with a square, after a median over 3 × 3 (J. Serra 1982, "Image
//!    Analysis and Mathematical Morphology"). It follows every change of the light that is wider than a stroke. What is
//!    darker, as a share of it, is ink: the black top-hat (F. Meyer 1979).
//! 4. The threshold lies halfway between the paper's own level and the darkest ink's. Of the connected parts above it
//!    `parts` leaves out specks, frames, and what the edge of the picture cuts off.
//! 5. A line thinner than MNIST's pen, when the digit has its size, becomes as wide.
//!
//! Then the way of all pictures, [`way_of_picture`].

mod light;
mod parts;
mod pen;

use self::light::Grey;
use self::parts::Part;
use super::Image;
use super::way::{Switches, way_of_picture};
use crate::error::{Error, Result};

/// The most pixels of a picture.
pub const MOST_PIXELS: usize = 64_000_000;
/// The longest side of the ink that is found.
pub const MOST_SIDE: usize = 256;
/// The longest side that is worked on.
const WORK_SIDE: usize = 512;
/// Ink is darker than its paper by at least this, of 255: less is no pencil, but the grain of the paper.
const LEAST_DARKNESS: u8 = 31;
/// And by so many deviations of the grain.
const LEAST_DEVIATIONS: f64 = 4.0;
/// The share of the ink that is not as dark as the darkest, which is not to be decided by a few dots.
const NOT_DARKEST: f64 = 0.98;

/// What was found in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What a network sees; `None` without ink.
    pub image: Option<Image>,
    /// The ink on all of the picture, row by row, 0 is paper.
    pub ink: Vec<u8>,
    /// Its columns and rows, at most [`MOST_SIDE`].
    pub width: usize,
    pub height: usize,
    /// Whether the ink is brighter than the paper.
    pub inverted: bool,
}

/// Finds the ink of a picture of `width` × `height` pixels: red, green, blue and opacity of each, row by row.
///
/// ```
/// use descent::data::picture::read;
///
/// // White with a black bar.
/// let pixel = |at: usize| if (40..60).contains(&(at % 100)) && (2_000..8_000).contains(&at) { 0 } else { 255 };
/// let rgba: Vec<u8> = (0..10_000).flat_map(|at| [pixel(at), pixel(at), pixel(at), 255]).collect();
/// let found = read(&rgba, 100, 100)?;
/// assert!(found.image.is_some() && !found.inverted);
/// # Ok::<(), descent::error::Error>(())
/// ```
///
/// # Errors
/// [`Error::PictureSize`] for more than [`MOST_PIXELS`], [`Error::ImageLength`] when there are not 4 · width · height bytes.
pub fn read(rgba: &[u8], width: usize, height: usize) -> Result<Picture> {
    let pixels = width.saturating_mul(height);
    if pixels > MOST_PIXELS {
        return Err(Error::PictureSize { width: width as u64, height: height as u64, most: MOST_PIXELS as u64 });
    }
    if rgba.len() != 4 * pixels {
        return Err(Error::ImageLength { found: rgba.len(), expected: 4 * pixels });
    }
    let grey = Grey::of_picture(rgba, width, height, WORK_SIDE);
    let inverted = grey.is_negative();
    let ink = if inverted { Ink::of(&grey.negative()) } else { Ink::of(&grey) };
    let drawn = ink.drawn().reduced(MOST_SIDE);
    let switches = Switches { fit: true, centre: true, straighten: false };
    let way = way_of_picture(drawn.height, drawn.width, &drawn.values, switches)?;
    Ok(Picture {
        image: way.map(|way| way.image),
        ink: drawn.values,
        width: drawn.width,
        height: drawn.height,
        inverted,
    })
}

/// What is darker than its paper.
struct Ink {
    /// By how much, as a share of the paper's brightness, of 255.
    darkness: Grey,
    threshold: u8,
    parts: Vec<Part>,
}

impl Ink {
    fn of(grey: &Grey) -> Self {
        let darkness = grey.darkness();
        let (level, deviation) = darkness.level();
        let least = level + (LEAST_DEVIATIONS * deviation).max(f64::from(LEAST_DARKNESS));
        let least = least.min(255.0) as u8;
        let (width, height) = (darkness.width, darkness.height);
        let above = |threshold: u8| parts::all(width, height, |at| darkness.values[at] >= threshold);
        let found = |parts: &[Part]| {
            let darkest = f64::from(darkest(&darkness, parts));
            let threshold = (0.5 * (level + darkest)).max(f64::from(least)) as u8;
            (threshold, parts::ink(above(threshold), width, height))
        };
        let (mut threshold, mut parts) = found(&above(least));
        if parts.is_empty() {
            // A shadow may be the darkest of all, and the ink faint beside it.
            (threshold, parts) = found(&parts::without_shadows(above(least), width.max(height)));
        }
        Self { darkness, threshold, parts }
    }

    /// The ink on empty paper, with grey edges, and with a pen as wide as MNIST's.
    fn drawn(&self) -> Grey {
        let Grey { width, height, ref values } = self.darkness;
        let mut mask = vec![false; values.len()];
        self.parts.iter().flat_map(|part| &part.pixels).for_each(|at| mask[*at as usize] = true);
        let near = pen::within(&mask, width, 1.0);
        let threshold = f64::from(self.threshold.max(1));
        // From paper to ink over as much again as the threshold has below it.
        let edge = |darkness: u8| (f64::from(darkness) / threshold - 0.5).clamp(0.0, 1.0);
        let ink = values.iter().zip(near).map(|(darkness, near)| if near > 0.0 { edge(*darkness) } else { 0.0 });
        let wider = pen::widened(&mask, width);
        let values = ink.zip(wider).map(|(ink, wider)| (255.0 * ink.max(wider) + 0.5) as u8).collect();
        Grey { width, height, values }
    }
}

/// How dark the darkest ink of parts is; 0 without any.
fn darkest(darkness: &Grey, parts: &[Part]) -> u8 {
    let mut values: Vec<u8> =
        parts.iter().flat_map(|part| &part.pixels).map(|at| darkness.values[*at as usize]).collect();
    if values.is_empty() {
        return 0;
    }
    let at = (NOT_DARKEST * (values.len() - 1) as f64) as usize;
    *values.select_nth_unstable(at).1
}
