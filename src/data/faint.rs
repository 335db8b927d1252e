//! Images whose pixels do not run to 255: 0 and 1 for paper and ink, or 0 to 16 as some sets of digits have them. To the
//! network they would be nearly empty.

use std::borrow::Cow;

/// No pixel of such a file is brighter.
const FAINTEST: u8 = 63;

/// The greatest of all pixels of a file, where it is so small that the file has a scale of its own.
#[must_use]
pub fn greatest(pixels: &[u8]) -> Option<u8> {
    let greatest = pixels.iter().copied().max().unwrap_or_default();
    (1..=FAINTEST).contains(&greatest).then_some(greatest)
}

/// The pixels with `greatest` as 255.
///
/// ```
/// use descent::data::faint::{brightened, greatest};
///
/// let pixels = [0, 8, 16];
/// assert_eq!(brightened(&pixels, greatest(&pixels))[..], [0, 128, 255]);
/// assert_eq!(greatest(&[0, 200]), None);
/// ```
#[must_use]
pub fn brightened(pixels: &[u8], greatest: Option<u8>) -> Cow<'_, [u8]> {
    let Some(greatest) = greatest.filter(|greatest| *greatest > 0).map(u32::from) else { return Cow::Borrowed(pixels) };
    let bright = |pixel: &u8| ((u32::from(*pixel) * 255 + greatest / 2) / greatest).min(255) as u8;
    Cow::Owned(pixels.iter().map(bright).collect())
}
