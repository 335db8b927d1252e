//! A trained network that answers: the one of a model file.

use wasm_bindgen::prelude::*;

use super::error::Thrown;
use crate::data::dataset::SparseImage;
use crate::data::stages::Stages;
use crate::data::{DIGITS, Image, PIXELS};
use crate::error::Error;
use crate::network::sparse::{SparseNetwork, Workspace};
use crate::network::weights::Model;

/// The network of a model file for 28 × 28 images and ten digits.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Classifier {
    network: SparseNetwork,
    stages: Stages,
    workspace: Workspace,
}

#[wasm_bindgen]
impl Classifier {
    /// Reads a model file.
    ///
    /// # Errors
    /// When the file is no model file, is damaged, or is for other sizes than 784 inputs and 10 outputs.
    #[wasm_bindgen(constructor)]
    pub fn new(model: &[u8]) -> Result<Classifier, Thrown> {
        let model = of_digits(model)?;
        let stages = Stages::from_bits(model.stages)?;
        Ok(Classifier { network: model.network, stages, workspace: Workspace::default() })
    }

    /// z₀ … z₉ for an image of 784 bytes.
    ///
    /// # Errors
    /// When the image has another length.
    #[wasm_bindgen(unchecked_return_type = "Float32Array<ArrayBuffer>")]
    pub fn classify(&mut self, image: &[u8]) -> Result<Vec<f32>, Thrown> {
        let image = SparseImage::new(checked(image)?);
        Ok(self.network.answer(image.input(), &mut self.workspace))
    }

    /// H, the number of hidden units.
    #[wasm_bindgen(getter)]
    pub fn hidden(&self) -> usize {
        self.network.hidden()
    }

    /// Whether the network was trained on images with the slant taken out.
    #[wasm_bindgen(getter)]
    pub fn straightens(&self) -> bool {
        self.stages.straighten
    }
}

/// What a model file holds, if it is for images and digits.
pub fn of_digits(model: &[u8]) -> Result<Model, Error> {
    let model = Model::from_bytes(model)?;
    let (inputs, outputs) = (model.network.inputs(), model.network.outputs());
    if (inputs, outputs) == (PIXELS, DIGITS) {
        return Ok(model);
    }
    Err(Error::ModelShape {
        inputs: inputs as u64,
        outputs: outputs as u64,
        expected_inputs: PIXELS as u64,
        expected_outputs: DIGITS as u64,
    })
}

/// The image, if it has 784 bytes.
pub fn checked(image: &[u8]) -> Result<&Image, Error> {
    image.try_into().map_err(|_| Error::ImageLength { found: image.len(), expected: PIXELS })
}
