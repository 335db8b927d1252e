//! Chapter 2: formulas and runs of gradient descent.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::error::Thrown;
use crate::descent::functions::{EXAMPLES, PLANE_EXAMPLES};
use crate::descent::minima::{Minimum, Shape, suggested_window};
use crate::descent::plane::PlaneDescent;
use crate::descent::{Check, Descent, End, Status, Window};
use crate::error::Error;
use crate::formula::{Constant, Formula, Tree};
use crate::rule::LearningRate;

/// The error functions of one number that the page offers: id, formula, window, start, α, one after another.
#[wasm_bindgen(js_name = errorFunctions)]
pub fn error_functions() -> Array {
    let row = |example: &crate::descent::functions::Example| -> JsValue {
        let (low, high) = example.window;
        let numbers = [low, high, example.start, example.alpha].map(JsValue::from);
        [JsValue::from(example.id), JsValue::from(example.formula)].into_iter().chain(numbers).collect::<Array>().into()
    };
    EXAMPLES.iter().map(row).collect()
}

/// The error functions of two numbers: id, formula, middle a, b, half extent along a, b, start a, b, α.
#[wasm_bindgen(js_name = planeFunctions)]
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
    pub fn sample(&self, low: f64, high: f64, count: usize) -> Vec<f64> {
        let last = count.saturating_sub(1).max(1) as f64;
        let at = |i: usize| self.0.at(low + (high - low) * i as f64 / last).error;
        (0..count).map(at).map(finite).collect()
    }

    /// ε(a) and ε′(a); NaN where they have no value.
    pub fn at(&self, a: f64) -> Vec<f64> {
        let value = self.0.at(a);
        vec![finite(value.error), finite(value.slope)]
    }

    /// ε on a grid, row by row from `low_b` up, each from `low_a` up; ends included.
    pub fn field(&self, low_a: f64, high_a: f64, low_b: f64, high_b: f64, columns: usize, rows: usize) -> Vec<f64> {
        let place = |low: f64, high: f64, i: usize, count: usize| {
            low + (high - low) * i as f64 / count.saturating_sub(1).max(1) as f64
        };
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        cells
            .map(|(column, row)| [place(low_a, high_a, column, columns), place(low_b, high_b, row, rows)])
            .map(|at| finite(self.0.at_plane(at).error))
            .collect()
    }

    /// The ends of a window that shows what ε does.
    pub fn window(&self) -> Vec<f64> {
        let window = suggested_window(&self.0);
        vec![window.low(), window.high()]
    }

    /// What was read, as nested arrays: `["number", 2]`, `["letter", "a"]`, `["constant", "π"]`, `["negative", x]`,
    /// `["+", x, y]` and so for `-`, `*`, `/`, `^`, and `["call", "sin", x]`.
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

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StatusView {
    t: usize,
    status: &'static str,
    /// Whether going on changes nothing that could be seen.
    done: bool,
    can_step: bool,
    /// Steps until it converged, else null.
    steps: Option<usize>,
    /// The a that the run converged to, else null.
    reached: Option<f64>,
    /// The minimum that the run is judged by.
    goal: Option<MinimumView>,
    /// Where the step leads that cannot be shown: −1 left, 1 right, else 0.
    side: i8,
    /// Two numbers: 2/λ here; else null.
    bound: Option<f64>,
}

#[derive(Serialize)]
struct MinimumView {
    a: f64,
    error: f64,
    shape: &'static str,
    curvature: Option<f64>,
    bound: Option<f64>,
}

impl From<&Minimum> for MinimumView {
    fn from(minimum: &Minimum) -> Self {
        let (shape, curvature) = match minimum.shape {
            Shape::Round { curvature } => ("round", Some(curvature)),
            Shape::Flat => ("flat", None),
            Shape::Kink => ("kink", None),
        };
        Self { a: minimum.a, error: minimum.error, shape, curvature, bound: minimum.bound() }
    }
}

fn reached(status: Status) -> (Option<usize>, Option<f64>) {
    match status {
        Status::Converged { a, steps } => (Some(steps), Some(a)),
        _ => (None, None),
    }
}

fn to_js(view: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    view.serialize(&serializer).map_err(JsValue::from)
}

/// A run over one number.
#[wasm_bindgen(js_name = Descent)]
#[derive(Debug)]
pub struct DescentRun(Descent);

#[wasm_bindgen(js_class = Descent)]
impl DescentRun {
    /// A run before its first step.
    ///
    /// # Errors
    /// When the window, α or the start cannot be.
    #[wasm_bindgen(constructor)]
    pub fn new(error: &ErrorFunction, low: f64, high: f64, start: f64, alpha: f64) -> Result<DescentRun, Thrown> {
        let (window, alpha) = (Window::new(low, high)?, LearningRate::new(alpha)?);
        Ok(Self(Descent::new(error.0.clone(), window, start, alpha)?))
    }

    /// To step t, or as near as the run goes; gives where it stands then.
    pub fn go_to(&mut self, t: usize) -> usize {
        self.0.go_to(t)
    }

    /// The same start with another α.
    ///
    /// # Errors
    /// When α is not a finite number above 0; the present one then stays.
    pub fn set_alpha(&mut self, alpha: f64) -> Result<(), Thrown> {
        self.0.set_alpha(LearningRate::new(alpha)?);
        Ok(())
    }

    /// a, ε, ε′, −α·ε′ of each step from 0 to t.
    pub fn trail(&self) -> Vec<f64> {
        self.0.trail().iter().flat_map(|point| [point.a, point.error, point.slope, point.step]).collect()
    }

    /// How the run stands.
    ///
    /// # Errors
    /// When the object cannot be built.
    pub fn status(&self) -> Result<JsValue, JsValue> {
        let status = self.0.status();
        let (steps, reached) = reached(status);
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
        to_js(&StatusView {
            t: self.0.t(),
            status: status.name(),
            done: status.is_final(),
            can_step: self.0.end().is_none(),
            steps,
            reached,
            goal: self.0.goal().map(MinimumView::from),
            side,
            bound: None,
        })
    }

    /// a, ε of each minimum in and near the window.
    pub fn minima(&self) -> Vec<f64> {
        self.0.minima().iter().flat_map(|minimum| [minimum.a, minimum.error]).collect()
    }

    /// h, ε(a + h), ε(a − h), the central difference, ε′(a).
    pub fn check(&self) -> Vec<f64> {
        let Check { h, right, left, difference, slope } = self.0.check();
        [h, right, left, difference, slope].map(finite).to_vec()
    }
}

/// A run over two numbers.
#[wasm_bindgen(js_name = PlaneDescent)]
#[derive(Debug)]
pub struct PlaneRun(PlaneDescent);

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
        Ok(Self(PlaneDescent::new(error.0.clone(), windows, [a, b], LearningRate::new(alpha)?)?))
    }

    /// To step t, or as near as the run goes; gives where it stands then.
    pub fn go_to(&mut self, t: usize) -> usize {
        self.0.go_to(t)
    }

    /// The same start with another α.
    ///
    /// # Errors
    /// When α is not a finite number above 0; the present one then stays.
    pub fn set_alpha(&mut self, alpha: f64) -> Result<(), Thrown> {
        self.0.set_alpha(LearningRate::new(alpha)?);
        Ok(())
    }

    /// a, b, ε, ∂ε/∂a, ∂ε/∂b of each step from 0 to t.
    pub fn trail(&self) -> Vec<f64> {
        let numbers = |point: &crate::descent::plane::PlanePoint| {
            [point.at[0], point.at[1], point.error, point.gradient[0], point.gradient[1]]
        };
        self.0.trail().iter().flat_map(numbers).collect()
    }

    /// How the run stands.
    ///
    /// # Errors
    /// When the object cannot be built.
    pub fn status(&self) -> Result<JsValue, JsValue> {
        let status = self.0.status();
        let (steps, reached) = reached(status);
        to_js(&StatusView {
            t: self.0.t(),
            status: status.name(),
            done: status.is_final(),
            can_step: self.0.can_step(),
            steps,
            reached,
            goal: None,
            side: 0,
            bound: self.0.bound(),
        })
    }
}
