//! A look into the network in training: one example, its mini-batch, and whether the derivatives are right.

use wasm_bindgen::prelude::*;

use super::Training;
use crate::data::PIXELS;
use crate::data::dataset::pixels;
use crate::network::gradient_check::{GradientCheck as Outcome, H};
use crate::network::look::Look;
use crate::network::place::Place;
use crate::network::shares::{RowStep as StepOfRow, Shares as Step};
use crate::network::sparse::Example;
use crate::training::trainer::Trainer;
use crate::wasm::error::Thrown;
use crate::wasm::look::{look, output, trace, unit};
use crate::wasm::object::{Typed, object, objects};
use crate::wasm::scalar::{letter, parameter};

objects! {
    /// The mini-batch of the next step; empty where it has not arrived.
    MiniBatch {
        /// steps made
        t: f64 as "number",
        /// of the training examples
        indices: Typed as "Uint32Array<ArrayBuffer>",
        labels: Typed as "Uint8Array<ArrayBuffer>",
        /// 784 bytes each
        images: Typed as "Uint8Array<ArrayBuffer>",
        /// 10 numbers each
        z: Typed as "Float32Array<ArrayBuffer>",
    }

    /// What each example of the next mini-batch contributes to the step of one parameter a.
    Shares {
        /// a
        value: f64 as "number",
        /// ∂ε/∂a of each example
        derivatives: Typed as "Float64Array<ArrayBuffer>",
        /// their mean
        mean: f64 as "number",
        /// α
        rate: f64 as "number",
        /// a − α·mean
        after: f64 as "number",
    }

    /// The next step of the rule for a row of V, 784 numbers each.
    RowStep {
        /// V_ij
        now: Typed as "Float64Array<ArrayBuffer>",
        /// α
        rate: f64 as "number",
        /// the mean of ∂ε/∂V_ij over the mini-batch
        derivative: Typed as "Float64Array<ArrayBuffer>",
        /// V_ij − α·mean
        next: Typed as "Float64Array<ArrayBuffer>",
    }

    /// Derivatives of many parameters, each beside the slope that is measured, and where the two differ most.
    GradientCheck {
        /// parameters that were checked
        count: u32 as "number",
        /// of them those whose derivative and slope are both exactly 0
        zero: u32 as "number",
        /// of them those so large that five digits of the slope stand above what rounding makes of it
        measurable: u32 as "number",
        /// the greatest relative error
        worst: f64 as "number",
        /// the same of those that are measurable
        worst_measurable: f64 as "number",
        /// the greatest absolute error
        absolute: f64 as "number",
        /// where the relative error is the greatest
        name: &'static str as "Letter",
        row: u32 as "number",
        /// 0 for v and u
        column: u32 as "number",
        /// the derivative there
        analytic: f64 as "number",
        /// (ε(a + h) − ε(a − h)) / 2h there
        numeric: f64 as "number",
        /// h
        step: f64 as "number",
    }
}

#[wasm_bindgen]
impl Training {
    /// An image of 784 bytes on its way through the network, and back where its label is given; with V, U and their
    /// derivatives or without. Null before the data begin to arrive.
    ///
    /// # Errors
    /// When the image has another length, or the label is no digit.
    #[wasm_bindgen(unchecked_return_type = "Trace | null")]
    pub fn trace(&self, image: &[u8], label: Option<u32>, matrices: bool) -> Result<JsValue, Thrown> {
        self.look(image, label, |look| Ok(trace(look, Some(self.t()), matrices)))
    }

    /// Hidden unit i and this image, and what a step with α on this image alone would make of it. Null before the data
    /// begin to arrive.
    ///
    /// # Errors
    /// When the image has another length, the label is no digit, or there is no such unit.
    #[wasm_bindgen(unchecked_return_type = "HiddenUnit | null")]
    pub fn unit(&self, image: &[u8], label: Option<u32>, i: usize) -> Result<JsValue, Thrown> {
        self.look(image, label, |look| unit(look, i, Some(self.rate)))
    }

    /// Output k and this image, and what a step with α on this image alone would make of it. Null before the data begin to arrive.
    ///
    /// # Errors
    /// When the image has another length, the label is no digit, or there is no such output.
    #[wasm_bindgen(unchecked_return_type = "OutputUnit | null")]
    pub fn output(&self, image: &[u8], label: Option<u32>, k: usize) -> Result<JsValue, Thrown> {
        self.look(image, label, |look| output(look, k, Some(self.rate)))
    }

    /// Derivatives beside slopes for `count` parameters, drawn with a seed, from all of V, v, U and u. Null before the data
    /// begin to arrive.
    ///
    /// # Errors
    /// When the image has another length, or the label is no digit.
    #[wasm_bindgen(unchecked_return_type = "GradientCheck | null")]
    pub fn check(&self, image: &[u8], label: u32, count: usize, seed: u32) -> Result<JsValue, Thrown> {
        self.look(image, Some(label), |look| {
            let outcome = Outcome::new(look, count, seed.into()).map(|outcome| GradientCheck {
                count: outcome.count as u32,
                zero: outcome.zero as u32,
                measurable: outcome.measurable as u32,
                worst: outcome.check.relative(),
                worst_measurable: outcome.worst_measurable,
                absolute: outcome.absolute,
                name: letter(outcome.place.parameter()),
                row: outcome.place.row() as u32,
                column: outcome.place.column() as u32,
                analytic: outcome.check.derivative,
                numeric: outcome.check.difference,
                step: H,
            });
            Ok(object(&outcome))
        })
    }

    /// What the next step is made with, a mini-batch or a lesson alone, and what the network says to it.
    #[wasm_bindgen(unchecked_return_type = "MiniBatch")]
    pub fn batch(&mut self) -> JsValue {
        let Self { train, trainer, workspace, .. } = self;
        let indices = trainer.as_mut().map_or(Vec::new(), |trainer| trainer.next_batch(train));
        let (mut labels, mut images, mut z) = (Vec::new(), Vec::with_capacity(indices.len() * PIXELS), Vec::new());
        for index in &indices {
            let Some(trainer) = trainer.as_ref() else { break };
            let Example { input, label } = trainer.example(*index, train);
            labels.push(label);
            images.extend_from_slice(&pixels(input));
            z.extend(trainer.network().answer(input, workspace));
        }
        object(&MiniBatch {
            t: trainer.as_ref().map_or(0, Trainer::t) as f64,
            indices: Typed::from(&indices[..]),
            labels: Typed::from(&labels[..]),
            images: Typed::from(&images[..]),
            z: Typed::from(&z[..]),
        })
    }

    /// What each example of the next mini-batch contributes to the step of one parameter; the column of v and u is 0. Null
    /// where the mini-batch has not arrived.
    ///
    /// # Errors
    /// When there is no such parameter.
    #[wasm_bindgen(unchecked_return_type = "Shares | null")]
    pub fn shares(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Letter")] name: &str,
        row: usize,
        column: usize,
    ) -> Result<JsValue, Thrown> {
        let parameter = parameter(name)?;
        let Some(trainer) = &mut self.trainer else { return Ok(JsValue::NULL) };
        let network = trainer.network().to_reference();
        let place = Place::new(parameter, row, column, &network)?;
        let indices = trainer.next_batch(&self.train);
        let batch = indices.iter().map(|index| trainer.example(*index, &self.train));
        let shares = Step::new(&network, place, self.rate, batch).map(|step| Shares {
            value: step.value,
            derivatives: Typed::from(&step.derivatives[..]),
            mean: step.mean,
            rate: self.rate.get(),
            after: step.after,
        });
        Ok(object(&shares))
    }

    /// What the next mini-batch makes of row i of V. Null where the mini-batch has not arrived, or there is no such row.
    #[wasm_bindgen(unchecked_return_type = "RowStep | null")]
    pub fn row_step(&mut self, i: usize) -> JsValue {
        let Some(trainer) = &mut self.trainer else { return JsValue::NULL };
        let network = trainer.network().to_reference();
        if i >= network.V.nrows() {
            return JsValue::NULL;
        }
        let indices = trainer.next_batch(&self.train);
        let batch = indices.iter().map(|index| trainer.example(*index, &self.train));
        let rate = self.rate;
        StepOfRow::new(&network, i, rate, batch).map_or(JsValue::NULL, |step| {
            object(&RowStep {
                now: Typed::from(&step.values[..]),
                rate: rate.get(),
                derivative: Typed::from(&step.means[..]),
                next: Typed::from(&step.after[..]),
            })
        })
    }
}

impl Training {
    /// What is asked of an example in the network as it is now; null before there is one.
    fn look(
        &self,
        image: &[u8],
        label: Option<u32>,
        ask: impl FnOnce(&Look<'_>) -> Result<JsValue, Thrown>,
    ) -> Result<JsValue, Thrown> {
        let Some(trainer) = &self.trainer else { return Ok(JsValue::NULL) };
        look(&trainer.network().to_reference(), image, label, ask)
    }
}
