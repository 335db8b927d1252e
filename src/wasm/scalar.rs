//! Chapter 3's run, for the page.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use wasm_bindgen::prelude::*;

use super::descent::Check;
use super::error::Thrown;
use super::object::{object, objects};
use super::{MOST_POINTS, quadruples};
use crate::error::Error;
use crate::network::landscape::{self, Axis, Least};
use crate::network::scalar::{Backward, Forward, Pair, Pairs, Parameter, ScalarNetwork};
use crate::rule::LearningRate;
use crate::training::scalar_presets::PRESETS;
use crate::training::scalar_run::{Outlook, ScalarRun as Run};

/// The network of four numbers in training, with its history.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ScalarRun(Run);

fn numbers(network: ScalarNetwork) -> [f64; 4] {
    Parameter::ALL.map(|parameter| network.get(parameter))
}

/// What the parameters are called, in the order of [`Parameter::ALL`].
const LETTERS: [&str; 4] = ["V", "v", "U", "u"];

pub(super) fn parameter(name: &str) -> Result<Parameter, Error> {
    let index = LETTERS.iter().position(|letter| *letter == name);
    index.map(|index| Parameter::ALL[index]).ok_or_else(|| Error::UnknownParameter { name: name.into() })
}

pub(super) fn letter(parameter: Parameter) -> &'static str {
    LETTERS[parameter as usize]
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

#[wasm_bindgen(typescript_custom_section)]
const FOUR: &str = r#"/** For V, v, U, u. */
export type Four = [number, number, number, number];
export type Letter = "V" | "v" | "U" | "u";
/** `none`: ε falls towards `limit` at the side of `side`, without end. */
export type Least =
  | { kind: "least", at: number, error: number }
  | { kind: "flat" }
  | { kind: "none", limit: number, side: -1 | 1 };
"#;

objects! {
    /// All that is known of chapter 3's run where it stands.
    ScalarState {
        /// steps made
        t: f64 as "number",
        /// the furthest that was made
        last: f64 as "number",
        /// α
        rate: f64 as "number",
        outlook: &'static str as "\"learned\" | \"still\" | \"cut\" | \"jumping\" | \"saturated\" | \"descending\"",
        /// mean ε over the pairs
        error: f64 as "number",
        /// the same after the next step
        next_error: f64 as "number",
        /// what the next step adds to it
        error_change: f64 as "number",
        network: [f64; 4] as "Four",
        /// mean over the pairs
        gradient: [f64; 4] as "Four",
        /// −α·∂ε/∂a of each parameter
        change: [f64; 4] as "Four",
        /// the network after the next step
        next: [f64; 4] as "Four",
        start: [f64; 4] as "Four",
        /// one a pair
        answers: Vec<ScalarAnswer> as "ScalarAnswer[]",
        pass: ScalarPass as "ScalarPass",
    }

    /// The answer z to x beside its label.
    ScalarAnswer {
        x: f64 as "number",
        l: f64 as "number",
        z: f64 as "number",
        error: f64 as "number",
    }

    /// One pair's forward and backward pass; d_z is ∂ε/∂z, dz_dq is σ′(q).
    ScalarPass {
        x: f64 as "number",
        l: f64 as "number",
        p: f64 as "number",
        y: f64 as "number",
        q: f64 as "number",
        z: f64 as "number",
        error: f64 as "number",
        d_z: f64 as "number",
        dz_dq: f64 as "number",
        d_q: f64 as "number",
        d_u: f64 as "number",
        d_U: f64 as "number",
        d_y: f64 as "number",
        dy_dp: f64 as "number",
        d_p: f64 as "number",
        d_v: f64 as "number",
        d_V: f64 as "number",
    }

    /// Where a slice has its least ε; [`Least`] tells which of these there are.
    SliceLeast {
        kind: &'static str as "\"least\" | \"flat\" | \"none\"",
        at: Option<f64> as "number | null",
        error: Option<f64> as "number | null",
        limit: Option<f64> as "number | null",
        side: f64 as "number",
    }

    /// A start that the page offers.
    ScalarPreset {
        id: &'static str as "string",
        network: [f64; 4] as "Four",
        /// x₀, l₀, x₁, l₁, …
        pairs: Vec<f64> as "number[]",
        /// α
        rate: f64 as "number",
    }
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

    /// One step of the rule; `false` at the end of what is kept. With the α and the pairs of then it is the step that was
    /// made before, with others what lay ahead is cut off.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// One step back; `false` at the start.
    pub fn back(&mut self) -> bool {
        self.0.back()
    }

    /// To step t, or the nearest that was made; gives where it stands then.
    pub fn go(&mut self, t: f64) -> f64 {
        self.0.go(t as usize) as f64
    }

    /// The steps at which α or the pairs were changed.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn marks(&self) -> Vec<f64> {
        super::numbers(self.0.marks())
    }

    /// From which step on there was which α, one pair after another; empty before the first step.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn rates(&self) -> Vec<f64> {
        super::rates(self.0.rates())
    }

    /// All that is known now, with the passes of the pair number `shown`.
    #[wasm_bindgen(unchecked_return_type = "ScalarState")]
    pub fn state(&self, shown: usize) -> JsValue {
        let run = &self.0;
        let (network, next, gradient) = (run.network(), run.next(), run.gradient());
        let (rate, error, next_error) = (run.rate().get(), run.error(), next.mean_error(run.pairs()));
        let pairs = run.pairs().as_slice();
        let answer = |pair: &Pair| {
            let Forward { x, l, z, error, .. } = network.forward(pair.x, pair.l);
            ScalarAnswer { x, l, z, error }
        };
        let gradient = Parameter::ALL.map(|parameter| gradient.get(parameter));
        object(&ScalarState {
            t: self.t(),
            last: self.last(),
            rate,
            outlook: outlook(run.outlook()),
            error,
            next_error,
            error_change: next_error - error,
            network: numbers(network),
            gradient,
            change: gradient.map(|slope| -rate * slope),
            next: numbers(next),
            start: numbers(run.start()),
            answers: pairs.iter().map(answer).collect(),
            pass: pass(network, pairs[shown.min(pairs.len() - 1)]),
        })
    }

    /// The mean ε after t steps; `undefined` when there were not so many.
    pub fn error_at(&self, t: usize) -> Option<f64> {
        self.0.error_at(t)
    }

    /// ε over t: quadruples last step, least, mean, greatest, in at most `most` bins.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn curve(&self, most: usize) -> Vec<f64> {
        quadruples(&self.0.curve(most.min(MOST_POINTS)))
    }

    /// The way of two parameters so far: a₀, b₀, a₁, b₁, … in at most `most` + 1 points.
    ///
    /// # Errors
    /// When a name is none of V, v, U, u.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn path(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Letter")] a: &str,
        #[wasm_bindgen(unchecked_param_type = "Letter")] b: &str,
        most: usize,
    ) -> Result<Vec<f64>, Thrown> {
        Ok(flat(self.0.path(parameter(a)?, parameter(b)?, most.min(MOST_POINTS))))
    }

    /// The least and the greatest value of each parameter in the whole run: V, V, v, v, U, U, u, u.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn extents(&self) -> Vec<f64> {
        flat(Parameter::ALL.map(|parameter| self.0.extent(parameter)).to_vec())
    }

    /// ε at `count` values of a parameter from `low` to `high`, the others held where they are.
    ///
    /// # Errors
    /// When the name is none of V, v, U, u.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn slice(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Letter")] name: &str,
        low: f64,
        high: f64,
        count: usize,
    ) -> Result<Vec<f64>, Thrown> {
        let count = count.min(MOST_POINTS);
        Ok(landscape::slice(self.0.network(), self.0.pairs(), parameter(name)?, (low, high), count))
    }

    /// Where ε is least along a parameter, the others held where they are.
    ///
    /// # Errors
    /// When the name is none of V, v, U, u.
    #[wasm_bindgen(unchecked_return_type = "Least")]
    pub fn least(&self, #[wasm_bindgen(unchecked_param_type = "Letter")] name: &str) -> Result<JsValue, Thrown> {
        let found = landscape::least(self.0.network(), self.0.pairs(), parameter(name)?);
        let none = SliceLeast { kind: "flat", at: None, error: None, limit: None, side: 0.0 };
        Ok(object(&match found {
            Least::At { value, error } => SliceLeast { kind: "least", at: Some(value), error: Some(error), ..none },
            Least::Flat => none,
            Least::Falls { limit, upwards } => {
                SliceLeast { kind: "none", limit: Some(limit), side: if upwards { 1.0 } else { -1.0 }, ..none }
            }
        }))
    }

    /// ε over two parameters, the others held: `rows` times `columns` values, b rising from row to row.
    ///
    /// # Errors
    /// When a name is none of V, v, U, u, or `range` is not low and high of a, low and high of b.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn map(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Letter")] a: &str,
        #[wasm_bindgen(unchecked_param_type = "Letter")] b: &str,
        range: &[f64],
        columns: usize,
        rows: usize,
    ) -> Result<Vec<f64>, Thrown> {
        let &[a_low, a_high, b_low, b_high] = range else {
            return Err(Error::Window.into());
        };
        let a = Axis { parameter: parameter(a)?, low: a_low, high: a_high, count: columns.min(MOST_POINTS) };
        let b = Axis { parameter: parameter(b)?, low: b_low, high: b_high, count: rows.min(MOST_POINTS) };
        Ok(landscape::map(self.0.network(), self.0.pairs(), a, b))
    }

    /// The derivatives of V, v, U, u, each beside its slope.
    #[wasm_bindgen(unchecked_return_type = "Check[]")]
    pub fn check(&self) -> JsValue {
        let checks = landscape::check_gradient(self.0.network(), self.0.pairs());
        let checks = LETTERS.iter().zip(&checks).map(|(letter, check)| Check::new(letter, check));
        object(&checks.collect::<Vec<_>>())
    }

    /// Whether start, α, pairs and t tell all of where the run stands.
    pub fn is_repeatable(&self) -> bool {
        self.0.is_repeatable()
    }
}

fn pass(network: ScalarNetwork, pair: Pair) -> ScalarPass {
    let forward = network.forward(pair.x, pair.l);
    let Backward { d_z, dz_dq, d_q, d_U, d_u, d_y, dy_dp, d_p, d_V, d_v } = network.backward(&forward);
    let Forward { x, l, p, y, q, z, error } = forward;
    ScalarPass { x, l, p, y, q, z, error, d_z, dz_dq, d_q, d_u, d_U, d_y, dy_dp, d_p, d_v, d_V }
}

/// The starts that the page offers.
#[wasm_bindgen(unchecked_return_type = "ScalarPreset[]")]
pub fn scalar_presets() -> JsValue {
    let presets = PRESETS.iter().map(|preset| ScalarPreset {
        id: preset.id,
        network: numbers(preset.network),
        pairs: preset.pairs.iter().flat_map(|pair| [pair.x, pair.l]).collect(),
        rate: preset.rate,
    });
    object(&presets.collect::<Vec<_>>())
}

/// σ and σ′ at `count` arguments from `low` to `high`: σ, σ′, σ, σ′, …
#[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
pub fn sigmoid_curve(low: f64, high: f64, count: usize) -> Vec<f64> {
    flat(crate::sigmoid::curve(low, high, count.min(MOST_POINTS)))
}
