//! Files of drawings: the format of `descent evaluate --strokes`.

use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use super::error::Thrown;
use super::object::{Typed, object, objects};
use crate::data::drawing::Drawing;
use crate::data::strokes::{self, BadLine};
use crate::error::Error;

/// More bad lines are counted, not told of.
const MOST_TOLD: usize = 100;

objects! {
    /// A line of a file of drawings that was left out.
    BadStrokesLine {
        /// from 1
        line: f64 as "number",
        /// why, as for errors
        code: &'static str as "string",
        /// for the translation
        details: BTreeMap<&'static str, String> as "Record<string, string>",
    }

    /// The drawings of a file, all in one list each.
    StrokesFile {
        /// x₀, y₀, x₁, y₁, … of all strokes of all drawings
        points: Typed as "Float64Array<ArrayBuffer>",
        /// points of each stroke
        lengths: Typed as "Uint32Array<ArrayBuffer>",
        /// strokes of each drawing
        counts: Typed as "Uint32Array<ArrayBuffer>",
        /// the digit of each drawing
        labels: Typed as "Uint8Array<ArrayBuffer>",
        /// lines that were left out, the first hundred
        bad: Vec<BadStrokesLine> as "BadStrokesLine[]",
        /// how many lines were left out
        left_out: f64 as "number",
    }
}

/// Reads a file of drawings: one JSON object a line with "digit" and "strokes". Bad lines are named, the others kept.
#[wasm_bindgen(unchecked_return_type = "StrokesFile")]
pub fn read_strokes(text: &str) -> JsValue {
    let read = strokes::read(text);
    let strokes = || read.drawings.iter().flat_map(|labelled| labelled.drawing.strokes());
    let points: Vec<f64> = strokes().flatten().flat_map(|p| [p.x, p.y]).collect();
    let lengths: Vec<u32> = strokes().map(|stroke| stroke.len() as u32).collect();
    let counts: Vec<u32> = read.drawings.iter().map(|labelled| labelled.drawing.strokes().len() as u32).collect();
    let labels: Vec<u8> = read.drawings.iter().map(|labelled| labelled.digit).collect();
    let bad = |BadLine { line, reason }: &BadLine| BadStrokesLine {
        line: *line as f64,
        code: reason.code(),
        details: reason.details().into_iter().collect(),
    };
    object(&StrokesFile {
        points: Typed::from(&points[..]),
        lengths: Typed::from(&lengths[..]),
        counts: Typed::from(&counts[..]),
        labels: Typed::from(&labels[..]),
        bad: read.bad.iter().take(MOST_TOLD).map(bad).collect(),
        left_out: read.bad.len() as f64,
    })
}

/// Writes drawings as such a file: lists as `read_strokes` gives them. Drawings without ink are left out.
///
/// # Errors
/// When the lists do not fit each other, or a label is no digit.
#[wasm_bindgen]
pub fn write_strokes(points: &[f64], lengths: &[u32], counts: &[u32], labels: &[u8]) -> Result<String, Thrown> {
    let promised = counts.iter().map(|count| u64::from(*count)).sum();
    let found = lengths.len() as u64;
    if promised != found || counts.len() != labels.len() {
        return Err(Error::StrokeLengths { promised, found }.into());
    }
    let (mut points, mut lengths) = (points, lengths);
    let mut drawings = Vec::new();
    for (count, label) in counts.iter().zip(labels) {
        let (own, behind) = lengths.split_at(*count as usize);
        let coordinates: u64 = own.iter().map(|length| 2 * u64::from(*length)).sum();
        let whole = usize::try_from(coordinates).unwrap_or(usize::MAX).min(points.len());
        let (coordinates, rest) = points.split_at(whole);
        drawings.push((Drawing::from_flat(coordinates, own)?, *label));
        (points, lengths) = (rest, behind);
    }
    let drawn = drawings.iter().filter(|(drawing, _)| !drawing.is_empty());
    Ok(strokes::write(drawn.map(|(drawing, label)| (drawing, *label)))?)
}
