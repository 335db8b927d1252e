//! The commonest mistakes, as a list and as a picture.

use std::io::Cursor;
use std::path::Path;

use descent::data::dataset::Dataset;
use descent::data::{Image, SIDE};
use descent::network::sparse::{SparseNetwork, Workspace};
use descent::training::evaluation::Evaluation;

use super::super::failure::{Failure, Result};
use super::super::files;
use super::super::output::say;

/// How many kinds of mistakes are shown.
const KINDS: usize = 10;
/// Images in a row of the picture.
const COLUMNS: usize = 24;
/// Screen pixels of a pixel, and between images.
const ZOOM: usize = 2;
const GAP: usize = 6;
const CELL: usize = ZOOM * SIDE + GAP;

/// Images of `label` that were called `answer`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    label: u8,
    answer: u8,
    count: u32,
}

/// The commonest first; where two are as common, the one with the smaller label.
fn commonest(evaluation: &Evaluation) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for (label, row) in (0..).zip(&evaluation.confusion) {
        for (answer, &count) in (0..).zip(row) {
            if label != answer && count > 0 {
                kinds.push(Kind { label, answer, count });
            }
        }
    }
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.count));
    kinds.truncate(KINDS);
    kinds
}

/// Writes the picture, a row for each kind, and lists the rows.
pub fn show(path: &Path, network: &SparseNetwork, images: &Dataset, evaluation: &Evaluation) -> Result<()> {
    let kinds = commonest(evaluation);
    let (width, height) = (COLUMNS * CELL + GAP, kinds.len().max(1) * CELL + GAP);
    let mut picture = vec![255; width * height];
    let mut filled = vec![0; kinds.len()];
    let mut workspace = Workspace::default();
    for index in 0..images.arrived() {
        let example = images.example(index);
        let answer = network.classify(example.input, &mut workspace);
        let Some(row) = kinds.iter().position(|kind| (kind.label, kind.answer) == (example.label, answer)) else {
            continue;
        };
        if filled[row] < COLUMNS {
            let corner = (row * CELL + GAP) * width + filled[row] * CELL + GAP;
            paint(&mut picture[corner..], width, &images.image(index));
            filled[row] += 1;
        }
    }
    files::write(path, &png(&picture, width, height).map_err(|error| Failure::run(error.to_string()))?)?;
    say!("\nrow  label  read as  how often")?;
    for (row, Kind { label, answer, count }) in (1..).zip(kinds) {
        say!("{row:>3}  {label:>5}  {answer:>7}  {count:>9}")?;
    }
    Ok(())
}

/// Ink is dark on white here.
fn paint(picture: &mut [u8], width: usize, image: &Image) {
    for (row, line) in picture.chunks_mut(width).take(ZOOM * SIDE).enumerate() {
        for (column, pixel) in line.iter_mut().take(ZOOM * SIDE).enumerate() {
            *pixel = 255 - image[row / ZOOM * SIDE + column / ZOOM];
        }
    }
}

fn png(grey: &[u8], width: usize, height: usize) -> std::result::Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Cursor::new(Vec::new());
    let mut encoder = png::Encoder::new(&mut bytes, width as u32, height as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    encoder.write_header()?.write_image_data(grey)?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commonest_come_first() {
        let mut evaluation = Evaluation::default();
        for (label, answer, count) in [(1, 1, 9), (1, 7, 2), (4, 9, 3), (9, 3, 2)] {
            (0..count).for_each(|_| evaluation.count(label, answer));
        }
        let found: Vec<_> = commonest(&evaluation).iter().map(|kind| (kind.label, kind.answer, kind.count)).collect();
        assert_eq!(found, [(4, 9, 3), (1, 7, 2), (9, 3, 2)]);
    }
}
