//! Pictures and photos as drawings.

use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::object::{Typed, object, objects};
use crate::data::picture::{Picture, read};

objects! {
    /// What was found in a picture.
    PictureRead {
        /// 784 bytes: what a network sees; empty without ink
        image: Typed as "Uint8Array<ArrayBuffer>",
        /// the ink on all of the picture, row by row, 0 is paper
        mask: Typed as "Uint8Array<ArrayBuffer>",
        /// columns of `mask`, at most 256
        width: f64 as "number",
        /// rows of `mask`, at most 256
        height: f64 as "number",
        /// the ink is brighter than the paper
        inverted: bool as "boolean",
    }
}

/// The ink of a picture or photo: red, green, blue and opacity of each of width · height pixels, row by row, as ImageData
/// has them. `picture_way` shows how `mask` becomes `image`.
///
/// # Errors
/// When there are more than 64 million pixels, or not four bytes of each.
#[wasm_bindgen(unchecked_return_type = "PictureRead")]
pub fn read_picture(rgba: &[u8], width: usize, height: usize) -> Result<JsValue, Thrown> {
    let Picture { image, ink, width, height, inverted } = read(rgba, width, height)?;
    Ok(object(&PictureRead {
        image: Typed::from(image.as_ref().map_or(&[][..], |image| &image[..])),
        mask: Typed::from(&ink[..]),
        width: width as f64,
        height: height as f64,
        inverted,
    }))
}
