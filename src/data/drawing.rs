//! From strokes to a 28 × 28 image, by the recipe that MNIST was made with (LeCun, Cortes, Burges, "The MNIST database"):
//! the ink is fitted into 20 × 20 pixels keeping its aspect, drawn with grey edges, and moved so that its centre of mass
//! is the image's centre.
//!
//! Each stage is a function of its own: [`Drawing::new`] drops what is no point, [`Drawing::fitted`] scales,
//! [`Drawing::rasterise`] draws, [`centre_of_mass`] weighs, [`Drawing::moved`] moves; [`Drawing::image`] is all of them.
//! [`normalise`](super::sheet::normalise) does the same for an image of any size.

use super::{Image, PIXELS, SIDE};
use crate::error::{Error, Result};

/// The side of the square that the ink must fit into, in pixels of the image.
pub const INK_SIDE: f64 = 20.0;
/// Half the width of the pen, in pixels of the image.
pub const PEN_RADIUS: f64 = 1.1;
/// The centre of the image: where the centre of mass goes.
pub const CENTRE: f64 = SIDE as f64 / 2.0;
/// Coordinates beyond this are cut to it: far outside every pad, and far from overflow.
const FARTHEST: f64 = 1e6;

/// A place on the pad or in the image: x to the right, y down. Pixel (row, column) has its middle at
/// (column + ½, row + ½).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// Strokes of a pen: each at least one point, every coordinate finite.
///
/// ```
/// use descent::data::drawing::{CENTRE, Drawing, centre_of_mass};
///
/// // A 1, far from the middle of the pad: in the image its ink is in the middle.
/// let image = Drawing::from_flat(&[0.1, 0.1, 0.1, 0.4], &[2])?.image().expect("there is ink");
/// let centre = centre_of_mass(&image).expect("there is ink");
/// assert!((centre.x - CENTRE).abs() < 0.5 && (centre.y - CENTRE).abs() < 0.5);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    strokes: Vec<Vec<Point>>,
}

/// The smallest box around all points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    pub least: Point,
    pub most: Point,
}

impl Drawing {
    /// A drawing of `strokes` in any unit. Points with a NaN or infinite coordinate are left out, strokes without points
    /// too; coordinates are cut to ±10⁶.
    #[must_use]
    pub fn new(strokes: impl IntoIterator<Item = Vec<Point>>) -> Self {
        let clean = |stroke: Vec<Point>| -> Vec<Point> {
            let finite = stroke.into_iter().filter(|p| p.x.is_finite() && p.y.is_finite());
            let cut = |value: f64| value.clamp(-FARTHEST, FARTHEST);
            finite.map(|p| Point { x: cut(p.x), y: cut(p.y) }).collect()
        };
        Self { strokes: strokes.into_iter().map(clean).filter(|stroke| !stroke.is_empty()).collect() }
    }

    /// The same from x₀, y₀, x₁, y₁, … of all strokes one after another, and the number of points of each.
    ///
    /// # Errors
    /// [`Error::StrokeLengths`] when the numbers do not fit each other.
    pub fn from_flat(coordinates: &[f64], lengths: &[u32]) -> Result<Self> {
        let promised = lengths.iter().map(|length| 2 * u64::from(*length)).sum();
        let found = coordinates.len() as u64;
        if promised != found {
            return Err(Error::StrokeLengths { promised, found });
        }
        let mut rest = coordinates;
        Ok(Self::new(lengths.iter().map(|length| {
            let (stroke, behind) = rest.split_at(2 * *length as usize);
            rest = behind;
            stroke.chunks_exact(2).map(|xy| Point { x: xy[0], y: xy[1] }).collect()
        })))
    }

    /// The strokes.
    #[must_use]
    pub fn strokes(&self) -> &[Vec<Point>] {
        &self.strokes
    }

    /// Whether there is no ink.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.strokes.is_empty()
    }

    /// The box around all points; `None` without ink.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        self.strokes.iter().flatten().fold(None, |bounds, p| {
            let b = bounds.unwrap_or(Bounds { least: *p, most: *p });
            Some(Bounds {
                least: Point { x: b.least.x.min(p.x), y: b.least.y.min(p.y) },
                most: Point { x: b.most.x.max(p.x), y: b.most.y.max(p.y) },
            })
        })
    }

    /// Scaled and moved, keeping the aspect, so that the ink of a pen of `radius` pixels just fits into
    /// [`INK_SIDE`] × [`INK_SIDE`] pixels in the middle of the image. A drawing of one place only is moved, not scaled; so is
    /// one whose size is within the rounding of where it stands.
    #[must_use]
    pub fn fitted(&self, radius: f64) -> Self {
        let Some(Bounds { least, most }) = self.bounds() else { return Self::default() };
        let extent = (most.x - least.x).max(most.y - least.y);
        let far = [least.x, least.y, most.x, most.y].iter().fold(0.0_f64, |far, edge| far.max(edge.abs()));
        let scale = (INK_SIDE - 2.0 * radius) / extent;
        let scale = if extent > far * 1e-12 && scale.is_finite() { scale } else { 1.0 };
        let (middle_x, middle_y) = (0.5 * (least.x + most.x), 0.5 * (least.y + most.y));
        self.map(|p| Point { x: (p.x - middle_x) * scale + CENTRE, y: (p.y - middle_y) * scale + CENTRE })
    }

    /// Enlarged by `factor` about the corner (0, 0).
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        self.map(|p| Point { x: p.x * factor, y: p.y * factor })
    }

    /// Moved by (dx, dy).
    #[must_use]
    pub fn moved(&self, dx: f64, dy: f64) -> Self {
        self.map(|p| Point { x: p.x + dx, y: p.y + dy })
    }

    /// Sheared about the middle of the image: `slant` columns to the right for each row downwards.
    #[must_use]
    pub fn sheared(&self, slant: f64) -> Self {
        self.map(|p| Point { x: p.x + slant * (p.y - CENTRE), y: p.y })
    }

    /// Drawn in pixels of the image with a round pen of `radius` pixels. A pixel is as dark as the pen covers it: its
    /// distance from the pen's middle line, with an edge one pixel wide. Ink outside the image is lost.
    #[must_use]
    pub fn rasterise(&self, radius: f64) -> Image {
        let mut cover = [0.0_f64; PIXELS];
        for stroke in &self.strokes {
            for pair in stroke.windows(2) {
                draw_segment(&mut cover, pair[0], pair[1], radius);
            }
            if let [dot] = stroke[..] {
                draw_segment(&mut cover, dot, dot, radius);
            }
        }
        cover.map(|c| (c * 255.0 + 0.5) as u8)
    }

    /// All stages: the image that the network sees; `None` without ink.
    #[must_use]
    pub fn image(&self) -> Option<Image> {
        self.image_with_pen(PEN_RADIUS)
    }

    /// As [`Self::image`], with another pen.
    #[must_use]
    pub fn image_with_pen(&self, radius: f64) -> Option<Image> {
        let fitted = self.fitted(radius);
        let Point { x, y } = centre_of_mass(&fitted.rasterise(radius))?;
        Some(fitted.moved(CENTRE - x, CENTRE - y).rasterise(radius))
    }

    fn map(&self, change: impl Fn(Point) -> Point) -> Self {
        Self { strokes: self.strokes.iter().map(|stroke| stroke.iter().map(|p| change(*p)).collect()).collect() }
    }
}

/// The pixels whose middle may lie within `reach` of a range of coordinates.
fn pixels_near(from: f64, to: f64, reach: f64) -> core::ops::Range<usize> {
    let pixel = |edge: f64| edge.clamp(0.0, SIDE as f64) as usize;
    pixel((from.min(to) - reach).floor())..pixel((from.max(to) + reach).ceil())
}

/// Lays the segment from `a` to `b` over the image; where strokes cross, the darker one counts.
fn draw_segment(cover: &mut [f64; PIXELS], a: Point, b: Point, radius: f64) {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length_squared = dx * dx + dy * dy;
    let reach = radius + 0.5;
    for row in pixels_near(a.y, b.y, reach) {
        for column in pixels_near(a.x, b.x, reach) {
            let (x, y) = (column as f64 + 0.5 - a.x, row as f64 + 0.5 - a.y);
            let along = if length_squared > 0.0 { ((x * dx + y * dy) / length_squared).clamp(0.0, 1.0) } else { 0.0 };
            let (off_x, off_y) = (x - along * dx, y - along * dy);
            let distance = (off_x * off_x + off_y * off_y).sqrt();
            let here = &mut cover[row * SIDE + column];
            *here = here.max((reach - distance).clamp(0.0, 1.0));
        }
    }
}

/// The mean place of the ink; `None` for an image without ink.
#[must_use]
pub fn centre_of_mass(image: &Image) -> Option<Point> {
    let (mut mass, mut x, mut y) = (0.0, 0.0, 0.0);
    for (at, ink) in image.iter().enumerate() {
        let ink = f64::from(*ink);
        mass += ink;
        x += ink * ((at % SIDE) as f64 + 0.5);
        y += ink * ((at / SIDE) as f64 + 0.5);
    }
    (mass > 0.0).then(|| Point { x: x / mass, y: y / mass })
}
