//! The connected parts of what may be ink, and which of them are.

/// A part smaller than this share of the largest is a speck.
const SPECK: usize = 25;
/// A part whose longer side is a smaller share of the picture's is no digit.
const LEAST_SIDE: usize = 16;
/// A digit is at least this share as long as what is cut off beside it, such as a ruled line, or as a frame around it.
const LEAST_BESIDE: usize = 8;

/// Pixels that touch each other, corners included.
pub struct Part {
    pub pixels: Vec<u32>,
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
    /// How many of them lie at the edge of the picture.
    at_edge: usize,
}

impl Part {
    pub fn width(&self) -> usize {
        self.right + 1 - self.left
    }

    pub fn height(&self) -> usize {
        self.bottom + 1 - self.top
    }

    fn longer_side(&self) -> usize {
        self.width().max(self.height())
    }

    /// It lies along the edge: a shadow, a frame, or the table beside the paper. A line that is cut off only meets it.
    fn is_shadow(&self) -> bool {
        2 * self.at_edge >= self.longer_side()
    }

    /// It goes around in the picture and is thin.
    fn is_frame(&self, width: usize, height: usize) -> bool {
        let is_wide = 4 * self.width() >= 3 * width && 4 * self.height() >= 3 * height;
        is_wide && 4 * self.pixels.len() < self.width() * self.height()
    }

    fn is_inside(&self, other: &Self) -> bool {
        other.left < self.left && self.right < other.right && other.top < self.top && self.bottom < other.bottom
    }
}

/// All parts of the pixels that are `dark`.
pub fn all(width: usize, height: usize, dark: impl Fn(usize) -> bool) -> Vec<Part> {
    let mut waiting: Vec<bool> = (0..width * height).map(dark).collect();
    let mut parts = Vec::new();
    for start in 0..waiting.len() {
        if !core::mem::take(&mut waiting[start]) {
            continue;
        }
        let mut part = Part { pixels: vec![start as u32], left: width, top: height, right: 0, bottom: 0, at_edge: 0 };
        let mut next = 0;
        while let Some(at) = part.pixels.get(next) {
            next += 1;
            let (row, column) = (*at as usize / width, *at as usize % width);
            (part.left, part.right) = (part.left.min(column), part.right.max(column));
            (part.top, part.bottom) = (part.top.min(row), part.bottom.max(row));
            part.at_edge += usize::from(row == 0 || column == 0 || row + 1 == height || column + 1 == width);
            for row in row.saturating_sub(1)..(row + 2).min(height) {
                for at in row * width + column.saturating_sub(1)..row * width + (column + 2).min(width) {
                    if core::mem::take(&mut waiting[at]) {
                        part.pixels.push(at as u32);
                    }
                }
            }
        }
        parts.push(part);
    }
    parts
}

/// Without those that lie along the picture's edge; and where there is a part that the edge does not touch, as long as a
/// digit might be, without those that it touches.
pub fn without_shadows(mut parts: Vec<Part>, side: usize) -> Vec<Part> {
    parts.retain(|part| !part.is_shadow());
    let longest = |is_cut: bool| {
        let parts = parts.iter().filter(|part| (part.at_edge > 0) == is_cut);
        parts.map(Part::longer_side).max().unwrap_or(0)
    };
    let whole = longest(false);
    if whole * LEAST_SIDE >= side && whole * LEAST_BESIDE >= longest(true) {
        parts.retain(|part| part.at_edge == 0);
    }
    parts
}

/// Those that are ink: no shadows, no frame around another part, no specks.
pub fn ink(parts: Vec<Part>, width: usize, height: usize) -> Vec<Part> {
    let mut parts = without_shadows(parts, width.max(height));
    let frame = parts.iter().find(|frame| {
        let is_digit = |part: &Part| part.is_inside(frame) && part.longer_side() * LEAST_BESIDE >= frame.longer_side();
        frame.is_frame(width, height) && parts.iter().any(is_digit)
    });
    if let Some(frame) = frame.map(|frame| frame.pixels[0]) {
        parts.retain(|part| part.pixels[0] != frame);
    }
    let largest = parts.iter().map(|part| part.pixels.len()).max().unwrap_or(0);
    parts.retain(|part| part.pixels.len() * SPECK >= largest);
    parts
}
