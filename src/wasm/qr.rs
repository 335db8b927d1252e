//! The QR code of a link.

use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::object::{Typed, object, objects};
use crate::qr;

objects! {
    /// A text as dark and light squares, without the border around them.
    QrCode {
        /// squares in a row, and rows
        side: f64 as "number",
        /// side · side bytes, row by row; 1 is dark
        dark: Typed as "Uint8Array<ArrayBuffer>",
    }
}

/// The smallest QR code of a text.
///
/// # Errors
/// When the text is longer than a code can hold.
#[wasm_bindgen(unchecked_return_type = "QrCode")]
pub fn qr_code(text: &str) -> Result<JsValue, Thrown> {
    let code = qr::squares(text)?;
    Ok(object(&QrCode { side: code.side as f64, dark: Typed::from(&code.dark[..]) }))
}
