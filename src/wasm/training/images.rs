//! The images of the training and test sets that are asked for: wrongly named, of a digit, or near to one.

use wasm_bindgen::prelude::*;

use super::super::classifier::checked;
use super::super::error::Thrown;
use super::super::object::{Typed, object, objects};
use super::Training;
use crate::data::dataset::Dataset;
use crate::data::nearest::nearest;
use crate::error::Error;
use crate::training::mistakes::named;
use crate::training::trainer::Trainer;

/// More images at a time are not shown.
const MOST_IMAGES: usize = 1_000;

objects! {
    /// Images that were named so, as many as were asked for.
    NamedImages {
        /// steps of the network that named them
        t: f64 as "number",
        /// how many there are in all
        total: f64 as "number",
        /// in the test set
        indices: Typed as "Uint32Array<ArrayBuffer>",
        labels: Typed as "Uint8Array<ArrayBuffer>",
        /// the index of the largest output
        answers: Typed as "Uint8Array<ArrayBuffer>",
        /// 10 outputs of each image
        z: Typed as "Float32Array<ArrayBuffer>",
        /// 784 bytes of each image
        images: Typed as "Uint8Array<ArrayBuffer>",
    }

    /// Images of a set, as many as were asked for.
    ImagesOfSet {
        /// how many there are in all, of what has arrived
        total: f64 as "number",
        /// in their set
        indices: Typed as "Uint32Array<ArrayBuffer>",
        labels: Typed as "Uint8Array<ArrayBuffer>",
        /// 784 bytes of each image
        images: Typed as "Uint8Array<ArrayBuffer>",
    }

    /// The training images nearest to one, the nearest first.
    NearestImages {
        /// in the training set
        indices: Typed as "Uint32Array<ArrayBuffer>",
        labels: Typed as "Uint8Array<ArrayBuffer>",
        /// Euclidean, of pixels from 0 to 1
        distances: Typed as "Float64Array<ArrayBuffer>",
        /// 784 bytes of each image
        images: Typed as "Uint8Array<ArrayBuffer>",
    }
}

#[wasm_bindgen]
impl Training {
    /// Test images of `label` that the present network calls `answer`, each a digit or any: the mistakes among them, the
    /// most certain first; where both are the same digit, those rightly named, the least certain first. At most 1,000,
    /// beginning with number `from`.
    #[wasm_bindgen(unchecked_return_type = "NamedImages")]
    pub fn mistakes(&mut self, label: Option<u8>, answer: Option<u8>, from: f64, count: f64) -> JsValue {
        let Self { trainer, test, workspace, .. } = self;
        let network = trainer.as_ref().map(Trainer::network);
        let found = network.map_or_else(Vec::new, |network| named(network, test, label, answer, workspace));
        let shown: Vec<_> = found.iter().skip(from as usize).take(most(count)).collect();
        let indices: Vec<u32> = shown.iter().map(|named| named.index).collect();
        let z: Vec<f32> = shown.iter().flat_map(|named| &named.z).copied().collect();
        object(&NamedImages {
            t: trainer.as_ref().map_or(0, Trainer::t) as f64,
            total: found.len() as f64,
            indices: Typed::from(&indices[..]),
            labels: Typed::from(&shown.iter().map(|named| named.label).collect::<Vec<u8>>()[..]),
            answers: Typed::from(&shown.iter().map(|named| named.answer).collect::<Vec<u8>>()[..]),
            z: Typed::from(&z[..]),
            images: pixels(test, &indices),
        })
    }

    /// Images of the training or the test set, of a digit or of all, in their order, of those that have arrived. At most
    /// 1,000, beginning with number `from`.
    ///
    /// # Errors
    /// When there is no such set.
    #[wasm_bindgen(unchecked_return_type = "ImagesOfSet")]
    pub fn browse(
        &self,
        #[wasm_bindgen(unchecked_param_type = "\"train\" | \"test\"")] set: &str,
        digit: Option<u8>,
        from: f64,
        count: f64,
    ) -> Result<JsValue, Thrown> {
        let dataset = match set {
            "train" => &self.train,
            "test" => &self.test,
            _ => return Err(Error::UnknownPart { name: set.into() }.into()),
        };
        let indices: Vec<u32> = dataset.indices_of(digit).skip(from as usize).take(most(count)).collect();
        Ok(object(&ImagesOfSet {
            total: dataset.indices_of(digit).count() as f64,
            indices: Typed::from(&indices[..]),
            labels: labels(dataset, &indices),
            images: pixels(dataset, &indices),
        }))
    }

    /// The training images nearest to an image of 784 bytes, of those that have arrived; at most 1,000.
    ///
    /// # Errors
    /// When the image has another length.
    #[wasm_bindgen(unchecked_return_type = "NearestImages")]
    pub fn nearest(&self, image: &[u8], count: f64) -> Result<JsValue, Thrown> {
        let found = nearest(&self.train, checked(image)?, most(count));
        let indices: Vec<u32> = found.iter().map(|neighbour| neighbour.index).collect();
        Ok(object(&NearestImages {
            indices: Typed::from(&indices[..]),
            labels: labels(&self.train, &indices),
            distances: Typed::from(&found.iter().map(|neighbour| neighbour.distance).collect::<Vec<f64>>()[..]),
            images: pixels(&self.train, &indices),
        }))
    }
}

fn most(count: f64) -> usize {
    (count as usize).min(MOST_IMAGES)
}

fn labels(dataset: &Dataset, indices: &[u32]) -> Typed {
    let labels: Vec<u8> = indices.iter().map(|index| dataset.labels()[*index as usize]).collect();
    Typed::from(&labels[..])
}

fn pixels(dataset: &Dataset, indices: &[u32]) -> Typed {
    let pixels: Vec<u8> = indices.iter().flat_map(|index| dataset.image(*index as usize)).collect();
    Typed::from(&pixels[..])
}
