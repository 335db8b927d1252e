//! The way from what is on the pad to what a network sees, with every stage to be seen and to be left out: fitted into
//! 20 × 20, the slant taken out, the centre of mass moved to the centre. All stages together give what
//! [`Stages::drawing`](super::stages::Stages::drawing) gives.

use super::drawing::{Bounds, CENTRE, Drawing, PEN_RADIUS, Point, centre_of_mass};
use super::sheet::{Sheet, moved};
use super::stages::{slant, straightened};
use super::{Image, SIDE};
use crate::error::Result;

/// Which stages are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switches {
    /// Fit the ink into 20 × 20; else all of the pad is scaled to 28 × 28.
    pub fit: bool,
    /// Move the centre of mass to the centre; else the ink stays where it is.
    pub centre: bool,
    /// Take the slant out.
    pub straighten: bool,
}

/// What came of each stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The box around the ink, in the units of the pad or in pixels of the picture.
    pub bounds: Bounds,
    /// Before the centre of mass is moved.
    pub fitted: Image,
    /// The centre of mass of `fitted`; the middle of the image where all ink lies outside.
    pub centre: Point,
    /// How far the ink leant before it was straightened: columns to the right for each row downwards.
    pub lean: f64,
    /// What the network sees.
    pub image: Image,
}

/// The way of a drawing on a pad that is the unit square; `None` without ink.
///
/// ```
/// use descent::data::drawing::Drawing;
/// use descent::data::way::{Switches, way};
///
/// let corner = Drawing::from_flat(&[0.8, 0.1, 0.8, 0.4], &[2])?;
/// let left_out = way(&corner, Switches { fit: false, centre: false, straighten: false }).expect("there is ink");
/// assert_eq!(left_out.image, left_out.fitted);
/// assert!((left_out.centre.x - 28.0 * 0.8).abs() < 0.2);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[must_use]
pub fn way(drawing: &Drawing, switches: Switches) -> Option<Way> {
    let bounds = drawing.bounds()?;
    let fit = |drawing: &Drawing| drawing.fitted(PEN_RADIUS);
    let first = if switches.fit { fit(drawing) } else { drawing.scaled(SIDE as f64) };
    let lean = slant(&first.rasterise(PEN_RADIUS)).lean;
    let upright = match switches {
        Switches { straighten: false, .. } => first,
        // The width has changed, so the ink is fitted again.
        Switches { fit: true, .. } => fit(&first.sheared(-lean)),
        Switches { fit: false, .. } => first.sheared(-lean),
    };
    let fitted = upright.rasterise(PEN_RADIUS);
    let centre = centre_of_mass(&fitted).unwrap_or(MIDDLE);
    let Point { x, y } = centre;
    let image = if switches.centre { upright.moved(CENTRE - x, CENTRE - y).rasterise(PEN_RADIUS) } else { fitted };
    Some(Way { bounds, fitted, centre, lean, image })
}

/// The way of a picture of `rows` × `columns` pixels (0 is paper); `None` without ink. Its slant is taken out of the
/// image, row by row.
///
/// # Errors
/// [`Error::ImageLength`](crate::error::Error::ImageLength) when `pixels` has not rows · columns values.
pub fn way_of_picture(rows: usize, columns: usize, pixels: &[u8], switches: Switches) -> Result<Option<Way>> {
    let sheet = Sheet::new(rows, columns, pixels)?;
    let Some(bounds) = sheet.bounds() else { return Ok(None) };
    let (scale, middle) = if switches.fit { sheet.fit(bounds) } else { sheet.whole() };
    let fitted = sheet.scaled(scale, middle);
    let centre = centre_of_mass(&fitted).unwrap_or(MIDDLE);
    let centred = if switches.centre { sheet.scaled(scale, moved(middle, centre, scale)) } else { fitted };
    let image = if switches.straighten { straightened(&centred) } else { centred };
    Ok(Some(Way { bounds, fitted, centre, lean: slant(&fitted).lean, image }))
}

const MIDDLE: Point = Point { x: CENTRE, y: CENTRE };
