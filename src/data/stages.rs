//! What an image goes through before a network sees it: nothing, or straightening. A model file says which stages its
//! network was trained with, and whoever asks that network applies just those.
//!
//! Straightening takes the slant out by a shear from the second moments (LeCun, Bottou, Bengio, Haffner 1998,
//! "Gradient-Based Learning Applied to Document Recognition", "deslanted" images): the rows move sideways until ink that
//! stands higher stands, on average, neither further left nor further right.

use core::ops::Range;

use super::dataset::Dataset;
use super::drawing::{CENTRE, Drawing, PEN_RADIUS, Point, centre_of_mass};
use super::{Image, PIXELS, SIDE};
use crate::error::{Error, Result};

/// A slant beyond this, in columns a row, is not straightened any further: such ink lies rather than leans.
const MOST_SLANT: f64 = 1.0;
/// The bit of [`Stages::to_bits`] that stands for straightening.
const STRAIGHTEN: u16 = 1;

/// Which stages an image goes through.
///
/// ```
/// use descent::data::stages::Stages;
///
/// let stages = Stages { straighten: true };
/// assert_eq!(Stages::from_bits(stages.to_bits())?, stages);
/// assert_eq!(Stages::from_bits(512).unwrap_err().code(), "model-stages");
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stages {
    /// Take the slant out.
    pub straighten: bool,
}

impl Stages {
    /// As a model file keeps them: one bit a stage.
    #[must_use]
    pub fn to_bits(self) -> u16 {
        if self.straighten { STRAIGHTEN } else { 0 }
    }

    /// From what a model file says.
    ///
    /// # Errors
    /// [`Error::ModelStages`] for a stage that this program does not know.
    pub fn from_bits(bits: u16) -> Result<Self> {
        match bits {
            0 => Ok(Self { straighten: false }),
            STRAIGHTEN => Ok(Self { straighten: true }),
            found => Err(Error::ModelStages { found }),
        }
    }

    /// An image after its stages.
    #[must_use]
    pub fn image(self, image: &Image) -> Image {
        if self.straighten { straightened(image) } else { *image }
    }

    /// The slant that these stages take out of an image.
    #[must_use]
    pub fn slant(self, image: &Image) -> Slant {
        if self.straighten { slant(image) } else { Slant::NONE }
    }

    /// Examples `range` of `dataset` after their stages.
    ///
    /// # Panics
    /// When one has not arrived.
    #[must_use]
    pub fn examples(self, dataset: &Dataset, range: Range<u32>) -> Dataset {
        dataset.mapped(range, |_, image, label| (self.image(image), label))
    }

    /// The image of a drawing: its strokes themselves go through the stages, so that no pixel is drawn twice. `None`
    /// without ink.
    #[must_use]
    pub fn drawing(self, drawing: &Drawing) -> Option<Image> {
        self.drawing_with_pen(drawing, PEN_RADIUS)
    }

    /// As [`Self::drawing`], with a pen of another radius.
    #[must_use]
    pub fn drawing_with_pen(self, drawing: &Drawing, radius: f64) -> Option<Image> {
        if !self.straighten {
            return drawing.image_with_pen(radius);
        }
        let fitted = drawing.fitted(radius);
        let Slant { lean, .. } = slant(&fitted.rasterise(radius));
        // The width has changed, so the ink is fitted and centred again.
        fitted.sheared(-lean).image_with_pen(radius)
    }
}

/// How far the ink of an image leans, and about which row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slant {
    /// Columns to the right for each row downwards, at most 1 to either side.
    pub lean: f64,
    /// The height of the centre of mass, in rows from the upper edge.
    pub middle: f64,
}

impl Slant {
    /// Ink that stands upright.
    pub const NONE: Self = Self { lean: 0.0, middle: CENTRE };
}

/// The slant of an image; none without ink.
#[must_use]
pub fn slant(image: &Image) -> Slant {
    let Some(Point { x: middle_x, y: middle_y }) = centre_of_mass(image) else { return Slant::NONE };
    let (mut along, mut across) = (0.0, 0.0);
    for (at, ink) in image.iter().enumerate().filter(|(_, ink)| **ink > 0) {
        let x = (at % SIDE) as f64 + 0.5 - middle_x;
        let y = (at / SIDE) as f64 + 0.5 - middle_y;
        along += f64::from(*ink) * x * y;
        across += f64::from(*ink) * y * y;
    }
    let lean = if across > 0.0 { (along / across).clamp(-MOST_SLANT, MOST_SLANT) } else { 0.0 };
    Slant { lean, middle: middle_y }
}

/// The image with its slant taken out: each row is moved about the centre of mass and read between its pixels.
#[must_use]
pub fn straightened(image: &Image) -> Image {
    let Slant { lean, middle } = slant(image);
    let mut upright = [0; PIXELS];
    for (row, (to, from)) in upright.chunks_exact_mut(SIDE).zip(image.chunks_exact(SIDE)).enumerate() {
        let shift = lean * (row as f64 + 0.5 - middle);
        let whole = shift.floor();
        let share = shift - whole;
        let pixel = |column: isize| -> f64 {
            usize::try_from(column).ok().and_then(|column| from.get(column)).map_or(0.0, |ink| f64::from(*ink))
        };
        for (column, ink) in (whole as isize..).zip(to) {
            *ink = (pixel(column) * (1.0 - share) + pixel(column + 1) * share + 0.5) as u8;
        }
    }
    upright
}
