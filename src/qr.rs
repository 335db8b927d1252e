//! The QR code of a link, so that a class can open from the wall what the teacher has on the screen.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::error::{Error, Result};

/// A text as dark and light squares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Squares {
    /// In a row, and rows; 21 to 177.
    pub side: usize,
    /// side · side bytes, row by row; 1 is dark.
    pub dark: Vec<u8>,
}

/// Bytes that fit into the largest code at the lowest correction (ISO/IEC 18004, table 7).
pub const MOST_BYTES: usize = 2953;

/// The smallest code of a text, without the light border of four squares that readers need around it. Its correction is
/// low, for few and large squares can be read from the last row; where a higher one fits into the same squares, it is taken.
///
/// ```
/// let code = descent::qr::squares("https://example.org/#descent")?;
/// assert_eq!((code.side, code.dark.len()), (25, 625));
/// # Ok::<(), descent::error::Error>(())
/// ```
///
/// # Errors
/// When the text is longer than a code can hold.
pub fn squares(text: &str) -> Result<Squares> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low)
        .map_err(|_| Error::CodeTooLong { found: text.len(), most: MOST_BYTES })?;
    let places = 0..code.size();
    let dark = places.clone().flat_map(|y| places.clone().map(move |x| (x, y)));
    Ok(Squares { side: code.size() as usize, dark: dark.map(|(x, y)| u8::from(code.get_module(x, y))).collect() })
}
