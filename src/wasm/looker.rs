//! A look into the network of a model file: for the page, beside the classifier, which the pad does not wait for.

use wasm_bindgen::prelude::*;

use super::classifier::{checked, of_digits};
use super::error::Thrown;
use super::look::{look, output, trace, unit};
use crate::data::stages::Stages;
use crate::network::vector::VectorNetwork;
use crate::rule::LearningRate;

/// The network of a model file for 28 × 28 images and ten digits, to be looked into.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Looker {
    network: VectorNetwork,
    stages: Stages,
}

#[wasm_bindgen]
impl Looker {
    /// Reads a model file.
    ///
    /// # Errors
    /// When the file is no model file, is damaged, or is for other sizes than 784 inputs and 10 outputs.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Looker, Thrown> {
        let model = of_digits(model)?;
        Ok(Looker { network: model.network.to_reference(), stages: Stages::from_bits(model.stages)? })
    }

    /// H, the number of hidden units.
    #[wasm_bindgen(getter)]
    pub fn hidden(&self) -> usize {
        self.network.v.len()
    }

    /// An image of 784 bytes after the stages that this network's images went through, such as straightening.
    ///
    /// # Errors
    /// When the image has another length.
    #[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer>")]
    pub fn prepared(&self, image: &[u8]) -> Result<Vec<u8>, Thrown> {
        Ok(self.stages.image(checked(image)?).to_vec())
    }

    /// An image of 784 bytes on its way through the network, and back where its label is given; with V, U and their
    /// derivatives or without.
    ///
    /// # Errors
    /// When the image has another length, or the label is no digit.
    #[wasm_bindgen(unchecked_return_type = "Trace")]
    pub fn trace(&self, image: &[u8], label: Option<u32>, matrices: bool) -> Result<JsValue, Thrown> {
        look(&self.network, image, label, |look| Ok(trace(look, None, matrices)))
    }

    /// Hidden unit i and this image, and what a step with α would make of it, where both α and the label are given.
    ///
    /// # Errors
    /// When the image has another length, the label is no digit, there is no such unit, or α is not above 0.
    #[wasm_bindgen(unchecked_return_type = "HiddenUnit")]
    pub fn unit(&self, image: &[u8], label: Option<u32>, i: usize, rate: Option<f64>) -> Result<JsValue, Thrown> {
        let rate = rate.map(LearningRate::new).transpose()?;
        look(&self.network, image, label, |look| unit(look, i, rate))
    }

    /// Output k and this image, and what a step with α would make of it, where both α and the label are given.
    ///
    /// # Errors
    /// When the image has another length, the label is no digit, there is no such output, or α is not above 0.
    #[wasm_bindgen(unchecked_return_type = "OutputUnit")]
    pub fn output(&self, image: &[u8], label: Option<u32>, k: usize, rate: Option<f64>) -> Result<JsValue, Thrown> {
        let rate = rate.map(LearningRate::new).transpose()?;
        look(&self.network, image, label, |look| output(look, k, rate))
    }
}
