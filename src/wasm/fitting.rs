//! Chapter 1 for the page: tables, text in two columns, and a network that is fitted to them.
#![allow(non_snake_case, clippy::many_single_char_names, reason = "V and v, U and u are the lecture's letters")]

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::clock::now;
use super::error::Thrown;
use crate::data::measurements::scaling::Scaling;
use crate::data::measurements::tables::Table;
use crate::data::measurements::{HoldOut, Measurement, Preparation, csv, from_flat};
use crate::rule::LearningRate;
use crate::training::fitting::Fitting as Run;
use crate::training::history::Curve;

/// Steps between two looks at the clock.
const STRIDE: u32 = 8;

/// A table as x₀, l₀, x₁, l₁, …
///
/// # Errors
/// When no table is called so.
#[wasm_bindgen]
pub fn measurement_table(id: &str) -> Result<Vec<f64>, Thrown> {
    Ok(flat(&Table::named(id)?.measurements()))
}

/// See `MeasurementFile` in `www/types/core.js`.
#[derive(Serialize)]
struct File {
    measurements: Vec<f64>,
    header: Option<[String; 2]>,
    bad: Vec<BadRow>,
    beyond: usize,
}

#[derive(Serialize)]
struct BadRow {
    line: usize,
    reason: &'static str,
    found: String,
}

/// Reads measurements from a text of two columns.
///
/// # Errors
/// When the object cannot be built.
#[wasm_bindgen]
pub fn parse_measurements(text: &str) -> Result<JsValue, JsValue> {
    let csv::Csv { measurements, header, bad, beyond } = csv::parse(text);
    let bad = bad
        .into_iter()
        .map(|row| BadRow { line: row.line, reason: row.reason.code(), found: row.reason.found() })
        .collect();
    as_object(&File { measurements: flat(&measurements), header, bad, beyond })
}

/// A 1-H-1 network with its measurements.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Fitting(Run);

/// See `FittingStatus` in `www/types/core.js`.
#[derive(Serialize)]
struct Status {
    step: u64,
    can_back: bool,
    error: Option<f64>,
    test_error: Option<f64>,
    deviation: Option<f64>,
    test_deviation: Option<f64>,
}

#[wasm_bindgen]
impl Fitting {
    /// A new network for measurements x₀, l₀, …; `frame` holds the ranges of x and l that are scaled, or nothing: then
    /// those of the measurements.
    ///
    /// # Errors
    /// When a number is outside its range.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "JavaScript has no named arguments to offer")]
    pub fn new(
        measurements: &[f64],
        frame: &[f64],
        noise: f64,
        share: f64,
        at_right_end: bool,
        hidden: usize,
        rate: f64,
        seed: u32,
    ) -> Result<Fitting, Thrown> {
        let hold_out = if at_right_end { HoldOut::RightEnd } else { HoldOut::Random };
        let preparation = Preparation::new(noise, share, hold_out, seed)?;
        let scaling = match *frame {
            [x0, x1, l0, l1] => Some(Scaling::new([x0, x1], [l0, l1])?),
            _ => None,
        };
        let rate = LearningRate::new(rate)?;
        Ok(Fitting(Run::new(&from_flat(measurements)?, preparation, scaling, hidden, rate, seed)?))
    }

    /// Other measurements, as they are, for the network as it is.
    ///
    /// # Errors
    /// When a number is outside its range; all then stays.
    pub fn edit(&mut self, measurements: &[f64]) -> Result<(), Thrown> {
        self.0.edit(from_flat(measurements)?);
        Ok(())
    }

    /// The same measurements, a new network.
    ///
    /// # Errors
    /// When H is outside its range; all then stays.
    pub fn restart(&mut self, hidden: usize, seed: u32) -> Result<(), Thrown> {
        Ok(self.0.restart(hidden, seed)?)
    }

    /// Changes α; nothing is reset.
    ///
    /// # Errors
    /// When α is not a finite number above 0; the present one then stays.
    pub fn set_rate(&mut self, rate: f64) -> Result<(), Thrown> {
        self.0.set_rate(LearningRate::new(rate)?);
        Ok(())
    }

    /// Makes `steps` steps, or as many as the time allows; fewer also when there is no going on. Gives their number.
    pub fn train(&mut self, steps: u32, milliseconds: f64) -> u32 {
        let start = now();
        let mut made = 0;
        while made < steps && self.0.step() {
            made += 1;
            if made % STRIDE == 0 && now() - start >= milliseconds {
                break;
            }
        }
        made
    }

    /// Exactly one step back; `false` where the way back ends.
    pub fn back(&mut self) -> bool {
        self.0.back()
    }

    /// Where the run stands, with ε of the network as it is now.
    ///
    /// # Errors
    /// When the object cannot be built.
    pub fn status(&mut self) -> Result<JsValue, JsValue> {
        let (error, test_error) = (self.0.error(), self.0.test_error());
        as_object(&Status {
            step: self.0.step_count(),
            can_back: self.0.can_go_back(),
            error,
            test_error,
            deviation: error.map(|error| self.0.deviation(error)),
            test_deviation: test_error.map(|error| self.0.deviation(error)),
        })
    }

    /// The measurements, noise included: x₀, l₀, …
    pub fn measurements(&self) -> Vec<f64> {
        flat(self.0.measurements())
    }

    /// 1 for each measurement that is held back, else 0.
    pub fn held_out(&self) -> Vec<u8> {
        self.0.held_out().iter().map(|held| u8::from(*held)).collect()
    }

    /// The ranges that are scaled: of x from, to; of l from, to.
    pub fn frame(&self) -> Vec<f64> {
        self.0.scaling().ranges().as_flattened().to_vec()
    }

    /// The curve at each x, in the units of l.
    pub fn answers(&self, xs: &[f64]) -> Vec<f64> {
        xs.iter().map(|x| self.0.answer(*x)).collect()
    }

    /// U_i σ(V_i x + v_i) at each x, first all of unit 1, then of unit 2, …
    pub fn contributions(&self, xs: &[f64]) -> Vec<f64> {
        let network = self.0.network();
        let rows: Vec<Vec<f64>> = xs.iter().map(|x| network.contributions(self.0.scaling().x(*x)).collect()).collect();
        (0..network.V.len()).flat_map(|unit| rows.iter().map(move |row| row[unit])).collect()
    }

    /// V, v, U of unit 1, of unit 2, …, and last u.
    pub fn parameters(&self) -> Vec<f64> {
        let network = self.0.network();
        let units = network.V.iter().zip(&network.v).zip(&network.U);
        units.flat_map(|((V, v), U)| [*V, *v, *U]).chain([network.u]).collect()
    }

    /// Mean ε over the steps: last step, least, mean and greatest of each bin, one bin after another.
    pub fn errors(&self) -> Vec<f64> {
        quadruples(self.0.errors().0)
    }

    /// The same of the measurements that are held back.
    pub fn test_errors(&self) -> Vec<f64> {
        quadruples(self.0.errors().1)
    }
}

fn flat(measurements: &[Measurement]) -> Vec<f64> {
    measurements.iter().flat_map(|m| [m.x, m.l]).collect()
}

pub fn quadruples(curve: &Curve) -> Vec<f64> {
    curve.bins().iter().flat_map(|bin| [bin.last_step as f64, bin.min, bin.mean(), bin.max]).collect()
}

fn as_object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(JsValue::from)
}
