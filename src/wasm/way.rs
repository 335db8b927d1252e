//! The way from the pad or from a picture to what a network sees, stage by stage.

use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::object::{Typed, object, objects};
use crate::data::drawing::Drawing;
use crate::data::way::{Switches, Way, way, way_of_picture};

objects! {
    /// What comes of each stage between a drawing and what the network sees; all lists are empty without ink.
    PadWay {
        /// left, upper, right and lower edge of the ink, in units of the pad or pixels of the picture
        bounds: Vec<f64> as "number[]",
        /// 784 bytes: before the centre of mass is moved
        fitted: Typed as "Uint8Array<ArrayBuffer>",
        /// x and y of the centre of mass of `fitted`, in its pixels
        centre: Vec<f64> as "number[]",
        /// how far the ink leant: columns to the right for each row downwards
        lean: f64 as "number",
        /// 784 bytes: what the network sees
        image: Typed as "Uint8Array<ArrayBuffer>",
    }
}

/// The way of a drawing on the pad, the unit square; strokes as for `rasterise`. Without `fit` all of the pad is scaled to
/// 28 × 28, without `centre` the centre of mass stays where it is, without `straighten` the ink leans as it leant.
///
/// # Errors
/// When the lengths do not fit the points.
#[wasm_bindgen(unchecked_return_type = "PadWay")]
pub fn pad_way(points: &[f64], lengths: &[u32], fit: bool, centre: bool, straighten: bool) -> Result<JsValue, Thrown> {
    Ok(crossed(way(&Drawing::from_flat(points, lengths)?, Switches { fit, centre, straighten }).as_ref()))
}

/// The same for the ink of a picture, row by row, 0 is paper.
///
/// # Errors
/// When there are not width · height bytes.
#[wasm_bindgen(unchecked_return_type = "PadWay")]
pub fn picture_way(
    ink: &[u8],
    width: usize,
    height: usize,
    fit: bool,
    centre: bool,
    straighten: bool,
) -> Result<JsValue, Thrown> {
    Ok(crossed(way_of_picture(height, width, ink, Switches { fit, centre, straighten })?.as_ref()))
}

fn crossed(way: Option<&Way>) -> JsValue {
    let list = |bytes: Option<&[u8]>| Typed::from(bytes.unwrap_or_default());
    object(&PadWay {
        bounds: way.map_or_else(Vec::new, |Way { bounds: b, .. }| vec![b.least.x, b.least.y, b.most.x, b.most.y]),
        fitted: list(way.map(|way| &way.fitted[..])),
        centre: way.map_or_else(Vec::new, |way| vec![way.centre.x, way.centre.y]),
        lean: way.map_or(0.0, |way| way.lean),
        image: list(way.map(|way| &way.image[..])),
    })
}
