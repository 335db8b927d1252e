//! Chapter 2: formulas and runs of gradient descent.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::MOST_POINTS;
use super::error::Thrown;
use super::object::{object, objects};
use crate::descent::ahead::{Ahead, Basin, Starts};
use crate::descent::beginning::Beginning;
use crate::descent::functions::{EXAMPLES, PLANE_EXAMPLES};
use crate::descent::minima::{self, Shape, suggested_window};
use crate::descent::plane::PlaneDescent;
use crate::descent::{Descent, End, Status, Window};
use crate::error::Error;
use crate::formula::{Constant, Formula, Tree};
use crate::rule::LearningRate;
use crate::rule::check;

/// The most cells along a side of a field.
const MOST_SIDE: usize = 1024;

/// The error functions of one number that the page offers: id, formula, window, start, α, one after another.
#[wasm_bindgen(unchecked_return_type = "[string, string, number, number, number, number][]")]
pub fn error_functions() -> Array {
    let row = |example: &crate::descent::functions::Example| -> JsValue {
        let (low, high) = example.window;
        let numbers = [low, high, example.start, example.alpha].map(JsValue::from);
        [JsValue::from(example.id), JsValue::from(example.formula)].into_iter().chain(numbers).collect::<Array>().into()
    };
    EXAMPLES.iter().map(row).collect()
}

/// The error functions of two numbers: id, formula, middle a, b, half extent along a, b, start a, b, α.
#[wasm_bindgen(unchecked_return_type = "[string, string, number, number, number, number, number, number, number][]")]
pub fn plane_functions() -> Array {
    let row = |example: &crate::descent::functions::PlaneExample| -> JsValue {
        let pairs = [example.middle, example.half, example.start];
        let numbers = pairs.into_iter().flat_map(|(a, b)| [a, b]).chain([example.alpha]).map(JsValue::from);
        [JsValue::from(example.id), JsValue::from(example.formula)].into_iter().chain(numbers).collect::<Array>().into()
    };
    PLANE_EXAMPLES.iter().map(row).collect()
}

/// ε(a) or ε(a, b), read from text.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ErrorFunction(Formula);

#[wasm_bindgen]
impl ErrorFunction {
    /// Reads ε(a), or ε(a, b) when `plane`.
    ///
    /// # Errors
    /// When the text is no formula; the details name the character.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, plane: bool) -> Result<ErrorFunction, Thrown> {
        Ok(Self(if plane { Formula::parse_plane(text)? } else { Formula::parse(text)? }))
    }

    /// ε at so many places of [low, high], ends included; NaN where it has no value.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn sample(&self, low: f64, high: f64, count: usize) -> Vec<f64> {
        let last = count.saturating_sub(1).max(1) as f64;
        let at = |i: usize| self.0.at(low + (high - low) * i as f64 / last).error;
        (0..count.min(MOST_POINTS)).map(at).map(finite).collect()
    }

    /// ε(a) and ε′(a); NaN where they have no value.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn at(&self, a: f64) -> Vec<f64> {
        let value = self.0.at(a);
        vec![finite(value.error), finite(value.slope)]
    }

    /// ε on a grid, row by row from `low_b` up, each from `low_a` up; ends included.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn field(&self, low_a: f64, high_a: f64, low_b: f64, high_b: f64, columns: usize, rows: usize) -> Vec<f64> {
        let place = |low: f64, high: f64, i: usize, count: usize| {
            low + (high - low) * i as f64 / count.saturating_sub(1).max(1) as f64
        };
        let (columns, rows) = (columns.min(MOST_SIDE), rows.min(MOST_SIDE));
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        cells
            .map(|(column, row)| [place(low_a, high_a, column, columns), place(low_b, high_b, row, rows)])
            .map(|at| finite(self.0.at_plane(at).error))
            .collect()
    }

    /// The ends of a window that shows what ε does.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn window(&self) -> Vec<f64> {
        let window = suggested_window(&self.0);
        vec![window.low(), window.high()]
    }

    /// Where a run begins that nobody has set up: the ends of a window, a start and an α.
    #[wasm_bindgen(unchecked_return_type = "[number, number, number, number]")]
    pub fn beginning(&self) -> Vec<f64> {
        let Beginning { window, start, alpha } = Beginning::of(&self.0);
        vec![window.low(), window.high(), start, alpha]
    }

    /// What was read, as nested arrays: `["number", 2]`, `["letter", "a"]`, `["constant", "π"]`, `["negative", x]`,
    /// `["+", x, y]` and so for `-`, `*`, `/`, `^`, and `["call", "sin", x]`.
    #[wasm_bindgen(unchecked_return_type = "FormulaTree")]
    pub fn tree(&self) -> Array {
        nested(self.0.tree())
    }
}

/// Infinities stop here: to a plot they are no better than NaN.
fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { f64::NAN }
}

fn nested(tree: &Tree) -> Array {
    let leaf = |kind: &str, value: JsValue| Array::of2(&kind.into(), &value);
    let two = |kind: &str, left: &Tree, right: &Tree| Array::of3(&kind.into(), &nested(left), &nested(right));
    match tree {
        Tree::Number(number) => leaf("number", (*number).into()),
        Tree::Constant(Constant::E) => leaf("constant", "e".into()),
        Tree::Constant(Constant::Pi) => leaf("constant", "π".into()),
        Tree::Parameter(index) => leaf("letter", if *index == 0 { "a" } else { "b" }.into()),
        Tree::Negative(inner) => leaf("negative", nested(inner).into()),
        Tree::Sum(left, right) => two("+", left, right),
        Tree::Difference(left, right) => two("-", left, right),
        Tree::Product(left, right) => two("*", left, right),
        Tree::Quotient(left, right) => two("/", left, right),
        Tree::Power(base, exponent) => two("^", base, exponent),
        Tree::Call(function, argument) => Array::of3(&"call".into(), &function.name().into(), &nested(argument)),
    }
}

#[wasm_bindgen(typescript_custom_section)]
const FORMULA_TREE: &str = r#"/** What was read of a formula. */
export type FormulaTree =
  | ["number", number] | ["constant", "e" | "π"] | ["letter", "a" | "b"] | ["negative", FormulaTree]
  | ["+" | "-" | "*" | "/" | "^", FormulaTree, FormulaTree] | ["call", string, FormulaTree];
"#;

objects! {
    /// How a run of chapter 2 stands.
    DescentStatus {
        /// steps made
        t: f64 as "number",
        /// the furthest that was made
        last: f64 as "number",
        /// one word
        status: &'static str as "string",
        /// whether going on changes nothing that could be seen
        done: bool as "boolean",
        can_step: bool as "boolean",
        /// steps until it converged
        steps: Option<f64> as "number | null",
        /// the a that it converged to
        reached: Option<f64> as "number | null",
        /// the minimum that the run is judged by
        goal: Option<Minimum> as "Minimum | null",
        /// where the step leads that cannot be shown: -1 left, 1 right, else 0
        side: i8 as "-1 | 0 | 1",
        /// two numbers: 2/λ here
        bound: Option<f64> as "number | null",
        /// whether α is the bound at the goal, or here, or more; null where there is none
        above: Option<bool> as "boolean | null",
        /// where the run goes from its start
        ahead: &'static str as "\"reaches\" | \"diverges\" | \"leaves\" | \"breaks\" | \"jumps\" | \"on\"",
    }

    /// A minimum of ε(a).
    Minimum {
        a: f64 as "number",
        error: f64 as "number",
        shape: &'static str as "\"round\" | \"flat\" | \"sharp\" | \"kink\"",
        /// ε″
        curvature: Option<f64> as "number | null",
        /// 2/ε″
        bound: Option<f64> as "number | null",
    }

    /// A derivative beside a finite difference; NaN where there is no number.
    Check {
        /// the parameter
        name: &'static str as "\"a\" | \"V\" | \"v\" | \"U\" | \"u\"",
        h: f64 as "number",
        /// ε(a + h)
        right: f64 as "number",
        /// ε(a − h)
        left: f64 as "number",
        /// (ε(a + h) − ε(a − h)) / 2h
        difference: f64 as "number",
        derivative: f64 as "number",
        /// how far they are apart, as a share of the larger; null: one of them is no number
        relative: Option<f64> as "number | null",
        /// whether the difference is more than rounding
        measurable: bool as "boolean",
    }
}

impl Check {
    pub(super) fn new(name: &'static str, check: &check::Check) -> Self {
        let check::Check { h, right, left, difference, derivative, measurable } = *check;
        let relative = Some(check.relative()).filter(|share| share.is_finite());
        let [right, left, difference] = [right, left, difference].map(finite);
        Self { name, h, right, left, difference, derivative, relative, measurable }
    }
}

impl From<&minima::Minimum> for Minimum {
    fn from(minimum: &minima::Minimum) -> Self {
        let (shape, curvature) = match minimum.shape {
            Shape::Round { curvature } => ("round", Some(curvature)),
            Shape::Flat => ("flat", None),
            Shape::Sharp => ("sharp", None),
            Shape::Kink => ("kink", None),
        };
        Self { a: minimum.a, error: minimum.error, shape, curvature, bound: minimum.bound() }
    }
}

fn reached(status: Status) -> (Option<f64>, Option<f64>) {
    match status {
        Status::Converged { a, steps } => (Some(steps as f64), Some(a)),
        _ => (None, None),
    }
}

/// A run over one number.
#[wasm_bindgen(js_name = Descent)]
#[derive(Debug)]
pub struct DescentRun(Descent, Ahead);

#[wasm_bindgen(js_class = Descent)]
impl DescentRun {
    /// A run before its first step.
    ///
    /// # Errors
    /// When the window, α or the start cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(error: &ErrorFunction, low: f64, high: f64, start: f64, alpha: f64) -> Result<DescentRun, Thrown> {
        let (window, alpha) = (Window::new(low, high)?, LearningRate::new(alpha)?);
        let run = Descent::new(error.0.clone(), window, start, alpha)?;
        let ahead = run.ahead();
        Ok(Self(run, ahead))
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

    /// One step of the rule; `false` when there is none.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// One step back; `false` at the start.
    pub fn back(&mut self) -> bool {
        self.0.back()
    }

    /// To step t, or as near as the run goes; gives where it stands then. Steps that were not made yet are made.
    pub fn go(&mut self, t: f64) -> f64 {
        self.0.go(t as usize) as f64
    }

    /// The steps at which a setting was changed: none, since another α is another run.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    #[allow(clippy::unused_self, reason = "every run is asked alike")]
    pub fn marks(&self) -> Vec<f64> {
        Vec::new()
    }

    /// The same start with another α, as far on as the present run went.
    ///
    /// # Errors
    /// When α is not a finite number above 0; the present one then stays.
    pub fn set_alpha(&mut self, alpha: f64) -> Result<(), Thrown> {
        self.0.set_alpha(LearningRate::new(alpha)?);
        self.1 = self.0.ahead();
        Ok(())
    }

    /// a, ε, ε′, −α·ε′ of each step from 0 to t.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn trail(&self) -> Vec<f64> {
        self.0.trail().iter().flat_map(|point| [point.a, point.error, point.slope, point.step]).collect()
    }

    /// How the run stands.
    #[wasm_bindgen(unchecked_return_type = "DescentStatus")]
    pub fn status(&self) -> JsValue {
        let status = self.0.status();
        let (steps, reached) = reached(status);
        // Where it goes, and only then what is near.
        let goal = self.0.destination(self.1).or_else(|| self.0.goal());
        let side = match self.0.end() {
            Some(End::Far { side }) => side,
            Some(End::Undefined { .. }) => {
                if self.0.here().step < 0.0 {
                    -1
                } else {
                    1
                }
            }
            Some(End::Full) | None => 0,
        };
        object(&DescentStatus {
            t: self.t(),
            last: self.last(),
            status: status.name(),
            done: status.is_final(),
            can_step: self.0.end().is_none(),
            steps,
            reached,
            goal: goal.map(Minimum::from),
            side,
            bound: None,
            above: goal.and_then(minima::Minimum::bound).map(|bound| self.0.alpha().get() >= bound),
            ahead: self.1.name(),
        })
    }

    /// a, ε of each minimum in and near the window.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn minima(&self) -> Vec<f64> {
        self.0.minima().iter().flat_map(|minimum| [minimum.a, minimum.error]).collect()
    }

    /// For so many starts over the window, ends included: which minimum the run comes to, by its place among `minima`; −1: none.
    #[must_use]
    pub fn basins(&self, count: usize) -> Vec<i32> {
        let place = |basin: Option<usize>| basin.and_then(|i| i32::try_from(i).ok()).unwrap_or(-1);
        self.0.basins(count.min(MOST_SIDE)).into_iter().map(place).collect()
    }

    /// ε′(a) beside a finite difference.
    #[wasm_bindgen(unchecked_return_type = "Check")]
    pub fn check(&self) -> JsValue {
        object(&Check::new("a", &self.0.check()))
    }
}

/// A run over two numbers.
#[wasm_bindgen(js_name = PlaneDescent)]
#[derive(Debug)]
pub struct PlaneRun(PlaneDescent, (Ahead, Option<[f64; 2]>));

#[wasm_bindgen(js_class = PlaneDescent)]
impl PlaneRun {
    /// A run before its first step; `windows` are low a, high a, low b, high b.
    ///
    /// # Errors
    /// When the windows, α or the start cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(error: &ErrorFunction, windows: &[f64], a: f64, b: f64, alpha: f64) -> Result<PlaneRun, Thrown> {
        let &[low_a, high_a, low_b, high_b] = windows else { return Err(Error::Window.into()) };
        let windows = [Window::new(low_a, high_a)?, Window::new(low_b, high_b)?];
        let run = PlaneDescent::new(error.0.clone(), windows, [a, b], LearningRate::new(alpha)?)?;
        let ahead = run.ahead_and_where();
        Ok(Self(run, ahead))
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

    /// One step of the rule; `false` when there is none.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// One step back; `false` at the start.
    pub fn back(&mut self) -> bool {
        self.0.back()
    }

    /// To step t, or as near as the run goes; gives where it stands then. Steps that were not made yet are made.
    pub fn go(&mut self, t: f64) -> f64 {
        self.0.go(t as usize) as f64
    }

    /// The steps at which a setting was changed: none, since another α is another run.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    #[allow(clippy::unused_self, reason = "every run is asked alike")]
    pub fn marks(&self) -> Vec<f64> {
        Vec::new()
    }

    /// The same start with another α, as far on as the present run went.
    ///
    /// # Errors
    /// When α is not a finite number above 0; the present one then stays.
    pub fn set_alpha(&mut self, alpha: f64) -> Result<(), Thrown> {
        self.0.set_alpha(LearningRate::new(alpha)?);
        self.1 = self.0.ahead_and_where();
        Ok(())
    }

    /// a, b, ε, ∂ε/∂a, ∂ε/∂b, −α·∂ε/∂a, −α·∂ε/∂b of each step from 0 to t.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn trail(&self) -> Vec<f64> {
        let numbers = |point: &crate::descent::plane::PlanePoint| {
            let ([a, b], [d_a, d_b], [to_a, to_b]) = (point.at, point.gradient, point.step);
            [a, b, point.error, d_a, d_b, finite(to_a), finite(to_b)]
        };
        self.0.trail().iter().flat_map(numbers).collect()
    }

    /// a and b of the minimum to which the run goes; nothing where it goes to none.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn destination(&self) -> Vec<f64> {
        self.1.1.map_or_else(Vec::new, Vec::from)
    }

    /// Of the rows `from` to `to` (not included) of `columns` × `rows` starts over the windows low a, high a, low b, high b, row by row
    /// from below: 1 where the run from there comes to the minimum at `a`, `b`, 2 where it comes to another, 0 where to none.
    ///
    /// # Errors
    /// When the windows cannot be.
    #[allow(clippy::too_many_arguments, reason = "numbers cross the border one by one")]
    #[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer>")]
    pub fn basins(
        &self,
        a: f64,
        b: f64,
        windows: &[f64],
        columns: usize,
        rows: usize,
        from: usize,
        to: usize,
    ) -> Result<Vec<u8>, Thrown> {
        let &[low_a, high_a, low_b, high_b] = windows else { return Err(Error::Window.into()) };
        let windows = [Window::new(low_a, high_a)?, Window::new(low_b, high_b)?];
        let starts = Starts { windows, columns: columns.min(MOST_SIDE), rows: rows.min(MOST_SIDE) };
        let basins = self.0.basins([a, b], starts, from..to.min(starts.rows));
        let number = |basin| match basin {
            Basin::None => 0,
            Basin::Same => 1,
            Basin::Other => 2,
        };
        Ok(basins.into_iter().map(number).collect())
    }

    /// How the run stands.
    #[wasm_bindgen(unchecked_return_type = "DescentStatus")]
    pub fn status(&self) -> JsValue {
        let status = self.0.status();
        let (steps, reached) = reached(status);
        object(&DescentStatus {
            t: self.t(),
            last: self.last(),
            status: status.name(),
            done: status.is_final(),
            can_step: self.0.can_step(),
            steps,
            reached,
            goal: None,
            side: 0,
            bound: self.0.bound(),
            above: self.0.bound().map(|bound| self.0.alpha().get() >= bound),
            ahead: self.1.0.name(),
        })
    }
}
