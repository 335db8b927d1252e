//! The only code that knows JavaScript: thin wrappers, one file a class. They convert and pass on; what they wrap is
//! tested without them.
//!
//! Names are the same in Rust, here and in JavaScript: functions, methods and fields in snake_case, classes in CamelCase,
//! the lecture's letters as the lecture writes them. So one search finds both sides. Numbers cross as f64, and what is no
//! number of steps (NaN, negative, too large) becomes the nearest that is one.
//!
//! Every run has the getters `t` and `last` and the methods `step`, `back`, `go` and `marks` that [`crate::rule`] tells of.

mod classifier;
mod clock;
mod descent;
mod error;
mod fitting;
mod look;
mod looker;
mod object;
mod picture;
mod qr;
mod scalar;
mod strokes;
mod training;
mod way;

use wasm_bindgen::prelude::*;

use crate::data::DIGITS;
use crate::data::drawing::Drawing;
use crate::data::stages::Stages;
use crate::rule::LearningRate;
use crate::training::answer::{self, Doubt};
use crate::training::evaluation::Evaluation;
use crate::training::history::Bin;
use error::Thrown;
use object::{object, objects};

/// The most points of a curve or of one side of a map: no screen shows more.
const MOST_POINTS: usize = 4096;

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
#[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer>")]
pub fn rasterise(points: &[f64], lengths: &[u32], straighten: bool) -> Result<Vec<u8>, Thrown> {
    let image = Stages { straighten }.drawing(&Drawing::from_flat(points, lengths)?);
    Ok(image.map_or_else(Vec::new, |image| image.to_vec()))
}

objects! {
    /// What the outputs of a network say.
    Judgement {
        /// the digit that they name; null: not sure
        digit: Option<u8> as "number | null",
        /// why they name none: it might be either of two, or it is like none
        doubt: Option<&'static str> as "\"either\" | \"nothing\" | null",
        /// the largest output's index
        first: u8 as "number",
        /// the second largest's
        second: u8 as "number",
    }

    /// How the digits of a confusion matrix are recognised.
    ConfusionSummary {
        /// the share of right answers of each digit, 0 to 1
        shares: [f64; DIGITS] as "number[]",
        /// the digit with the least of them
        worst: u8 as "number",
    }
}

/// What the outputs of a network say: a digit, or why they leave it open.
#[wasm_bindgen(unchecked_return_type = "Judgement")]
pub fn judge(z: &[f32]) -> JsValue {
    let judgement = answer::judge(z);
    let doubt = judgement.doubt.map(|doubt| match doubt {
        Doubt::Either => "either",
        Doubt::Nothing => "nothing",
    });
    object(&Judgement { digit: judgement.digit(), doubt, first: judgement.first, second: judgement.second })
}

/// How the digits of a confusion matrix are recognised: 100 counts row by row, row: label, column: answer.
#[wasm_bindgen(unchecked_return_type = "ConfusionSummary")]
pub fn confusion_summary(counts: &[u32]) -> JsValue {
    let mut evaluation = Evaluation::default();
    for (to, count) in evaluation.confusion.as_flattened_mut().iter_mut().zip(counts) {
        *to = *count;
    }
    object(&ConfusionSummary { shares: evaluation.shares(), worst: evaluation.worst() })
}

/// Bins one after another: last step, least, mean and greatest ε.
fn quadruples(bins: &[Bin]) -> Vec<f64> {
    bins.iter().flat_map(|bin| [bin.last_step as f64, bin.min, bin.mean(), bin.max]).collect()
}

/// The steps of marks as numbers.
fn numbers(marks: impl Iterator<Item = u64>) -> Vec<f64> {
    marks.map(|t| t as f64).collect()
}

/// The step from which on and α, one pair after another.
fn rates(rates: impl Iterator<Item = (u64, LearningRate)>) -> Vec<f64> {
    rates.flat_map(|(from, rate)| [from as f64, rate.get()]).collect()
}
