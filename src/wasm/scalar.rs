//! Chapter 3's run, for the page.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::error::Thrown;
use crate::error::Error;
use crate::network::landscape::{self, Axis};
use crate::network::scalar::{Gradient, Pair, Pairs, Parameter, ScalarNetwork};
use crate::rule::LearningRate;
use crate::training::scalar_presets::PRESETS;
use crate::training::scalar_run::{Outlook, ScalarRun as Run};

/// The most points of a curve, a slice, or one side of a map: no screen shows more.
const MOST_POINTS: usize = 4096;

/// The network of four numbers in training, with its history.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ScalarRun(Run);

fn numbers(network: ScalarNetwork) -> [f64; 4] {
    Parameter::ALL.map(|parameter| network.get(parameter))
}

fn parameter(name: &str) -> Result<Parameter, Error> {
    let index = ["V", "v", "U", "u"].iter().position(|letter| *letter == name);
    index.map(|index| Parameter::ALL[index]).ok_or_else(|| Error::UnknownPart { name: name.into() })
}

fn named(parameter: Parameter) -> &'static str {
    match parameter {
        Parameter::V => "V",
        Parameter::v => "v",
        Parameter::U => "U",
        Parameter::u => "u",
    }
}

fn outlook(of: Outlook) -> &'static str {
    match of {
        Outlook::Learned => "learned",
        Outlook::Still => "still",
        Outlook::Cut => "cut",
        Outlook::Jumping => "jumping",
        Outlook::Saturated => "saturated",
        Outlook::Descending => "descending",
    }
}

fn flat(points: Vec<(f64, f64)>) -> Vec<f64> {
    points.into_iter().flat_map(<[f64; 2]>::from).collect()
}

/// A plain object, made by hand: for these few shapes serde would weigh more than the whole chapter.
fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let made = Object::new();
    for (name, value) in fields {
        // Setting a property of a plain object of ours cannot fail.
        let _ = Reflect::set(&made, &(*name).into(), value);
    }
    made.into()
}

fn list(values: impl IntoIterator<Item = impl Into<JsValue>>) -> JsValue {
    values.into_iter().map(Into::into).collect::<Array>().into()
}

#[wasm_bindgen]
impl ScalarRun {
    /// A run from V, v, U, u, with pairs x₀, l₀, x₁, l₁, …
    ///
    /// # Errors
    /// When a number is outside its range.
    #[wasm_bindgen(constructor)]
    pub fn new(V: f64, v: f64, U: f64, u: f64, rate: f64, pairs: &[f64]) -> Result<ScalarRun, Thrown> {
        let network = ScalarNetwork::new(V, v, U, u)?;
        Ok(ScalarRun(Run::new(network, Pairs::from_flat(pairs)?, LearningRate::new(rate)?)?))
    }

    /// A new run from other parameters.
    ///
    /// # Errors
    /// When a parameter is outside its range; the present run then stays.
    pub fn restart(&mut self, V: f64, v: f64, U: f64, u: f64) -> Result<(), Thrown> {
        self.0.restart(ScalarNetwork::new(V, v, U, u)?);
        Ok(())
    }

    /// Other pairs x₀, l₀, x₁, l₁, …
    ///
    /// # Errors
    /// When they are not pairs or a number is outside its range; the present ones then stay.
    pub fn set_pairs(&mut self, pairs: &[f64]) -> Result<(), Thrown> {
        self.0.set_pairs(Pairs::from_flat(pairs)?);
        Ok(())
    }

    /// Changes α; nothing is reset.
    ///
    /// # Errors
    /// When α is outside its range; the present one then stays.
    pub fn set_rate(&mut self, rate: f64) -> Result<(), Thrown> {
        Ok(self.0.set_rate(LearningRate::new(rate)?)?)
    }

    /// One step of the rule; `false` at the end of what is kept.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// One step back; `false` at the start.
    pub fn back(&mut self) -> bool {
        self.0.back()
    }

    /// To a step that was made.
    pub fn go(&mut self, t: usize) {
        self.0.go(t);
    }

    /// All that is known now, with the passes of the pair number `shown`; its fields are described in `www/types/core.js`.
    pub fn state(&self, shown: usize) -> JsValue {
        let run = &self.0;
        let (network, next, g) = (run.network(), run.next(), run.gradient());
        let pairs = run.pairs().as_slice();
        let Pair { x, l } = pairs[shown.min(pairs.len() - 1)];
        let f = network.forward(x, l);
        let b = network.backward(&f);
        let answers = pairs.iter().map(|pair| {
            let f = network.forward(pair.x, pair.l);
            object(&[("x", f.x.into()), ("l", f.l.into()), ("z", f.z.into()), ("error", f.error.into())])
        });
        let pass: [(&str, f64); 17] = [
            ("x", f.x),
            ("l", f.l),
            ("p", f.p),
            ("y", f.y),
            ("q", f.q),
            ("z", f.z),
            ("error", f.error),
            ("d_z", b.d_z),
            ("dz_dq", b.dz_dq),
            ("d_q", b.d_q),
            ("d_u", b.d_u),
            ("d_U", b.d_U),
            ("d_y", b.d_y),
            ("dy_dp", b.dy_dp),
            ("d_p", b.d_p),
            ("d_v", b.d_v),
            ("d_V", b.d_V),
        ];
        object(&[
            ("t", run.t().into()),
            ("last", run.last().into()),
            ("rate", run.rate().get().into()),
            ("outlook", outlook(run.outlook()).into()),
            ("error", run.error().into()),
            ("next_error", next.mean_error(run.pairs()).into()),
            ("network", list(numbers(network))),
            ("gradient", list(gradient(g))),
            ("next", list(numbers(next))),
            ("start", list(numbers(run.start()))),
            ("answers", list(answers)),
            ("pass", object(&pass.map(|(name, value)| (name, value.into())))),
        ])
    }

    /// The mean ε after t steps; `undefined` when there were not so many.
    pub fn error_at(&self, t: usize) -> Option<f64> {
        self.0.error_at(t)
    }

    /// ε over t: quadruples last step, least, mean, greatest, in at most `most` bins.
    pub fn curve(&self, most: usize) -> Vec<f64> {
        let bins = self.0.curve(most.min(MOST_POINTS));
        bins.iter().flat_map(|bin| [bin.last_step as f64, bin.min, bin.mean(), bin.max]).collect()
    }

    /// The way of two parameters so far: a₀, b₀, a₁, b₁, … in at most `most` + 1 points.
    ///
    /// # Errors
    /// When a name is none of V, v, U, u.
    pub fn path(&self, a: &str, b: &str, most: usize) -> Result<Vec<f64>, Thrown> {
        Ok(flat(self.0.path(parameter(a)?, parameter(b)?, most.min(MOST_POINTS))))
    }

    /// The least and the greatest value of each parameter in the whole run: V, V, v, v, U, U, u, u.
    pub fn extents(&self) -> Vec<f64> {
        flat(Parameter::ALL.map(|parameter| self.0.extent(parameter)).to_vec())
    }

    /// ε at `count` values of a parameter from `low` to `high`, the others held where they are.
    ///
    /// # Errors
    /// When the name is none of V, v, U, u.
    pub fn slice(&self, name: &str, low: f64, high: f64, count: usize) -> Result<Vec<f64>, Thrown> {
        let count = count.min(MOST_POINTS);
        Ok(landscape::slice(self.0.network(), self.0.pairs(), parameter(name)?, (low, high), count))
    }

    /// ε over two parameters, the others held: `rows` times `columns` values, b rising from row to row.
    ///
    /// # Errors
    /// When a name is none of V, v, U, u, or `range` is not low and high of a, low and high of b.
    pub fn map(&self, a: &str, b: &str, range: &[f64], columns: usize, rows: usize) -> Result<Vec<f64>, Thrown> {
        let &[a_low, a_high, b_low, b_high] = range else {
            return Err(Error::PairNumbers { found: range.len() as u64 }.into());
        };
        let a = Axis { parameter: parameter(a)?, low: a_low, high: a_high, count: columns.min(MOST_POINTS) };
        let b = Axis { parameter: parameter(b)?, low: b_low, high: b_high, count: rows.min(MOST_POINTS) };
        Ok(landscape::map(self.0.network(), self.0.pairs(), a, b))
    }

    /// Each derivative beside its slope: a list of name, derivative, slope, digits, measurable.
    pub fn check(&self) -> JsValue {
        let checks = landscape::check_gradient(self.0.network(), self.0.pairs());
        list(Parameter::ALL.iter().zip(checks).map(|(&of, check)| {
            object(&[
                ("name", named(of).into()),
                ("derivative", check.derivative.into()),
                ("slope", check.slope.into()),
                ("digits", check.digits.into()),
                ("measurable", check.measurable.into()),
            ])
        }))
    }

    /// Whether start, α, pairs and t tell all of where the run stands.
    pub fn is_repeatable(&self) -> bool {
        self.0.is_repeatable()
    }
}

fn gradient(of: Gradient) -> [f64; 4] {
    Parameter::ALL.map(|parameter| of.get(parameter))
}

/// The starts that the page offers: a list of id, network, pairs, rate.
#[wasm_bindgen]
pub fn scalar_presets() -> JsValue {
    list(PRESETS.iter().map(|preset| {
        object(&[
            ("id", preset.id.into()),
            ("network", list(numbers(preset.network))),
            ("pairs", list(preset.pairs.iter().flat_map(|pair| [pair.x, pair.l]))),
            ("rate", preset.rate.into()),
        ])
    }))
}

/// σ and σ′ at `count` arguments from `low` to `high`: σ, σ′, σ, σ′, …
#[wasm_bindgen]
pub fn sigmoid_curve(low: f64, high: f64, count: usize) -> Vec<f64> {
    flat(crate::sigmoid::curve(low, high, count.min(MOST_POINTS)))
}
