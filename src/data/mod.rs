//! What the networks learn from and answer: images with labels from IDX files, drawings, and measurements.

pub mod dataset;
pub mod distortion;
pub mod drawing;
pub mod faint;
pub mod forms;
pub mod hand;
pub mod idx;
pub mod measurements;
pub mod nearest;
pub mod own;
pub mod picture;
pub mod scribble;
pub mod sheet;
pub mod skeleton;
pub mod stages;
pub mod strokes;
pub mod way;

/// Rows and columns of an MNIST image.
pub const SIDE: usize = 28;
/// Pixels of an MNIST image.
pub const PIXELS: usize = SIDE * SIDE;
/// Digits that a label can name.
pub const DIGITS: usize = 10;

/// A 28 × 28 image, row by row: 0 is paper, 255 is ink.
pub type Image = [u8; PIXELS];
