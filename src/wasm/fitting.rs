//! Chapter 1 for the page: tables, text in two columns, and a network that is fitted to them.
#![allow(non_snake_case, clippy::many_single_char_names, reason = "V and v, U and u are the lecture's letters")]

use wasm_bindgen::prelude::*;

use super::clock::now;
use super::error::Thrown;
use super::object::{object, objects};
use super::{numbers, quadruples, rates};
use crate::data::measurements::scaling::Scaling;
use crate::data::measurements::tables::Table;
use crate::data::measurements::{HoldOut, Measurement, Preparation, csv, from_flat};
use crate::network::curve::{CurveNetwork, MeanGradient};
use crate::rule::LearningRate;
use crate::training::fitting::Fitting as Run;

/// Steps between two looks at the clock.
const STRIDE: u32 = 8;

/// A table as x₀, l₀, x₁, l₁, …
///
/// # Errors
/// When no table is called so.
#[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
pub fn measurement_table(id: &str) -> Result<Vec<f64>, Thrown> {
    Ok(flat(&Table::named(id)?.measurements()))
}

objects! {
    /// What was read from a text of two columns.
    MeasurementFile {
        /// x₀, l₀, x₁, l₁, …
        measurements: Vec<f64> as "number[]",
        /// what the columns are called
        header: Option<[String; 2]> as "[string, string] | null",
        /// the first of the rows that were left out
        bad: Vec<BadRow> as "BadRow[]",
        /// all of them
        bad_count: f64 as "number",
        /// good rows for which there was no room
        beyond: f64 as "number",
        /// what separates the columns, a space for spaces and tabs; null where there is only one
        separator: Option<char> as "string | null",
        /// what begins the decimals: ".", ",", both, or nothing
        decimal: String as "string",
        /// what groups digits: ".", ",", " ", several, or nothing
        groups: String as "string",
        /// names of all columns, empty where they have none
        names: Vec<String> as "string[]",
        /// the columns that hold numbers
        numbers: Vec<usize> as "number[]",
        /// the columns of x and of l
        columns: [usize; 2] as "[number, number]",
        /// why nothing was read
        trouble: Option<FileTrouble> as "FileTrouble | null",
    }

    /// Why nothing of a text was read.
    FileTrouble {
        code: &'static str as "\"too-many-rows\" | \"unclear\"",
        line: f64 as "number",
        /// the number that can be read in two ways
        found: String as "string",
        /// how many rows there are, and may be
        rows: f64 as "number",
        most: f64 as "number",
    }

    /// A row that is no measurement.
    BadRow {
        line: f64 as "number",
        reason: &'static str as "\"columns\" | \"not-a-number\" | \"ambiguous\" | \"too-large\"",
        found: String as "string",
    }

    /// The next step of one parameter a.
    FittingStep {
        /// aᵗ
        now: f64 as "number",
        /// α
        rate: f64 as "number",
        /// the mean of ∂ε/∂a over the measurements
        derivative: f64 as "number",
        /// aᵗ⁺¹
        next: f64 as "number",
    }

    /// Where a fitting stands.
    FittingStatus {
        /// steps made
        t: f64 as "number",
        /// the furthest that was made
        last: f64 as "number",
        /// mean ε of the network as it is now; null without measurements to learn from
        error: Option<f64> as "number | null",
        /// the same of those held back
        test_error: Option<f64> as "number | null",
        /// root of the mean square of the miss, in the units of l
        deviation: Option<f64> as "number | null",
        test_deviation: Option<f64> as "number | null",
    }
}

/// Reads measurements from a text of columns: from those two that hold numbers, or from those that are named; `decimal` is
/// what begins the decimals where the text does not tell.
#[wasm_bindgen(unchecked_return_type = "MeasurementFile")]
pub fn parse_measurements(text: &str, x: Option<usize>, l: Option<usize>, decimal: Option<String>) -> JsValue {
    let wish = csv::Wish { columns: x.zip(l).map(Into::into), decimal: decimal.and_then(|mark| mark.chars().next()) };
    let csv::Csv { measurements, header, has_units: _, bad, bad_count, beyond, form, trouble } =
        csv::parse_as(text, wish);
    let bad = bad.into_iter().map(|row| BadRow {
        line: row.line as f64,
        reason: row.reason.code(),
        found: row.reason.found(),
    });
    let most = csv::MOST_ROWS as f64;
    let trouble = trouble.map(|trouble| match trouble {
        csv::Trouble::TooManyRows(rows) => {
            FileTrouble { code: "too-many-rows", line: 0.0, found: String::new(), rows: rows as f64, most }
        }
        csv::Trouble::Unclear { line, field } => {
            FileTrouble { code: "unclear", line: line as f64, found: field, rows: 0.0, most }
        }
    });
    object(&MeasurementFile {
        measurements: flat(&measurements),
        header,
        bad: bad.collect(),
        bad_count: bad_count as f64,
        beyond: beyond as f64,
        separator: form.separator,
        decimal: form.decimal,
        groups: form.groups,
        names: form.names,
        numbers: form.numbers,
        columns: form.columns,
        trouble,
    })
}

/// A 1-H-1 network with its measurements.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Fitting(Run);

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

    /// Steps made.
    #[wasm_bindgen(getter)]
    pub fn t(&self) -> f64 {
        self.0.t() as f64
    }

    /// The furthest step that was made.
    #[wasm_bindgen(getter)]
    pub fn last(&self) -> f64 {
        self.0.last() as f64
    }

    /// The step before which there is no way back: 0, unless very many edits made the run forget its beginning.
    #[wasm_bindgen(getter)]
    pub fn first(&self) -> f64 {
        self.0.first() as f64
    }

    /// One step; `false` when there is nothing to learn from or no going on. With the α and the measurements of then it is
    /// the step that was made before, with others what lay ahead is cut off.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// One step back; `false` where the way back ends.
    pub fn back(&mut self) -> bool {
        self.0.back()
    }

    /// To step t, or the nearest that was made; gives where it stands then.
    pub fn go(&mut self, t: f64) -> f64 {
        self.0.go(t as u64) as f64
    }

    /// The steps at which α or the measurements were changed.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn marks(&self) -> Vec<f64> {
        numbers(self.0.marks())
    }

    /// From which step on there was which α, one pair after another; empty before the first step.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn rates(&self) -> Vec<f64> {
        rates(self.0.rates())
    }

    /// Where the run stands, with ε of the network as it is now.
    #[wasm_bindgen(unchecked_return_type = "FittingStatus")]
    pub fn status(&mut self) -> JsValue {
        let (error, test_error) = (self.0.error(), self.0.test_error());
        object(&FittingStatus {
            t: self.t(),
            last: self.last(),
            error,
            test_error,
            deviation: error.map(|error| self.0.deviation(error)),
            test_deviation: test_error.map(|error| self.0.deviation(error)),
        })
    }

    /// The measurements, noise included: x₀, l₀, …
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn measurements(&self) -> Vec<f64> {
        flat(self.0.measurements())
    }

    /// 1 for each measurement that is held back, else 0.
    #[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer>")]
    pub fn held_out(&self) -> Vec<u8> {
        self.0.held_out().iter().map(|held| u8::from(*held)).collect()
    }

    /// The ranges that are scaled: of x from, to; of l from, to.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn frame(&self) -> Vec<f64> {
        self.0.scaling().ranges().as_flattened().to_vec()
    }

    /// How x and l are scaled, in five numbers m, h, a, b, c: the network is given (x − m)/h, and its answer z stands for
    /// a + b · (z − c).
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn scaling(&self) -> Vec<f64> {
        self.0.scaling().coefficients().to_vec()
    }

    /// Whether a new network and t steps with what is set now come to where the run stands.
    pub fn is_repeatable(&self) -> bool {
        self.0.is_repeatable()
    }

    /// The curve at each x, in the units of l.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn answers(&self, xs: &[f64]) -> Vec<f64> {
        xs.iter().map(|x| self.0.answer(*x)).collect()
    }

    /// Where the curve turns among the measurements, in the reader's units: x₀, l₀, …, ascending.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn turns(&self) -> Vec<f64> {
        flat(&self.0.turns())
    }

    /// U_i σ(V_i x + v_i) at each x, first all of unit 1, then of unit 2, …
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn contributions(&self, xs: &[f64]) -> Vec<f64> {
        let network = self.0.network();
        let rows: Vec<Vec<f64>> = xs.iter().map(|x| network.contributions(self.0.scaling().x(*x)).collect()).collect();
        (0..network.V.len()).flat_map(|unit| rows.iter().map(move |row| row[unit])).collect()
    }

    /// q at each x: all contributions, and u.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn sums(&self, xs: &[f64]) -> Vec<f64> {
        xs.iter().map(|x| self.0.sum(*x)).collect()
    }

    /// V, v, U of unit 1, of unit 2, …, and last u.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn parameters(&self) -> Vec<f64> {
        let CurveNetwork { V, v, U, u } = self.0.network();
        in_a_row(V, v, U, *u)
    }

    /// The next step of one parameter, by its place among the parameters; null where there is no such parameter, nothing to
    /// learn from or no going on.
    #[wasm_bindgen(unchecked_return_type = "FittingStep | null")]
    pub fn outlook(&mut self, parameter: usize) -> JsValue {
        let (now, rate) = (self.parameters(), self.0.rate().get());
        let Some((MeanGradient { V, v, U, u, .. }, next)) = self.0.outlook() else { return JsValue::NULL };
        let derivatives = in_a_row(V, v, U, *u);
        let next = in_a_row(&next.V, &next.v, &next.U, next.u);
        match (now.get(parameter), derivatives.get(parameter), next.get(parameter)) {
            (Some(&now), Some(&derivative), Some(&next)) => object(&FittingStep { now, rate, derivative, next }),
            _ => JsValue::NULL,
        }
    }

    /// Mean ε over the steps, to the last that was made: last step, least, mean and greatest of each bin, one bin after another.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn errors(&self) -> Vec<f64> {
        quadruples(self.0.errors().0.bins())
    }

    /// The same of the measurements that are held back.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn test_errors(&self) -> Vec<f64> {
        quadruples(self.0.errors().1.bins())
    }
}

/// V, v, U of unit 1, of unit 2, …, and last u.
fn in_a_row(V: &[f64], v: &[f64], U: &[f64], u: f64) -> Vec<f64> {
    V.iter().zip(v).zip(U).flat_map(|((V, v), U)| [*V, *v, *U]).chain([u]).collect()
}

fn flat(measurements: &[Measurement]) -> Vec<f64> {
    measurements.iter().flat_map(|m| [m.x, m.l]).collect()
}
