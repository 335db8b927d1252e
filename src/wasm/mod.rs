//! The only code that knows JavaScript: thin wrappers, one file a class. They convert and pass on; what they wrap is
//! tested without them.

mod classifier;
mod clock;
mod descent;
mod error;
mod fitting;
mod scalar;
mod training;

use wasm_bindgen::prelude::*;

use crate::data::drawing::Drawing;
use crate::data::stages::Stages;
use crate::training::answer;
use error::Thrown;

/// Runs once when the module is loaded: a panic, should there be one, is written to the console with its place.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The 28 × 28 image (784 bytes, row by row, 255 is ink) of strokes given as x₀, y₀, x₁, y₁, … and the number of points
/// of each stroke, with the slant taken out or not; empty when there is no ink.
///
/// # Errors
/// When the lengths do not fit the points.
#[wasm_bindgen]
pub fn rasterise(points: &[f64], lengths: &[u32], straighten: bool) -> Result<Vec<u8>, Thrown> {
    let image = Stages { straighten }.drawing(&Drawing::from_flat(points, lengths)?);
    Ok(image.map_or_else(Vec::new, |image| image.to_vec()))
}

/// The digit that the outputs name; none when they leave it open.
#[wasm_bindgen]
pub fn decide(z: &[f32]) -> Option<u8> {
    answer::decide(z)
}
