//! What is taught to a training by hand.

use wasm_bindgen::prelude::*;

use super::super::classifier::checked;
use super::super::error::Thrown;
use super::super::object::{Typed, object, objects};
use super::Training;
use crate::error::Error;
use crate::training::trainer::Trainer;

objects! {
    /// What a step with one drawing alone did.
    Lesson {
        /// z₀ … z₉ for the drawing
        z_before: Typed as "Float32Array<ArrayBuffer>",
        z_after: Typed as "Float32Array<ArrayBuffer>",
        /// ε for the drawing
        error_before: f64 as "number",
        error_after: f64 as "number",
        /// the share of test images named rightly, 0 to 1; null: they are not all there
        accuracy_before: Option<f64> as "number | null",
        accuracy_after: Option<f64> as "number | null",
        /// all hidden units, the one whose row of V changed most first
        changed: Typed as "Uint32Array<ArrayBuffer>",
        /// ‖ΔV_i‖ of those units, in their order: descending
        norms: Typed as "Float32Array<ArrayBuffer>",
    }
}

#[wasm_bindgen]
impl Training {
    /// One step of the rule with a drawing of 784 bytes alone, which becomes one of the examples of the epochs that follow.
    /// The test accuracies before and after it are remembered.
    ///
    /// # Errors
    /// When the image has another length, the label is no digit, or the data have not begun to arrive.
    #[wasm_bindgen(unchecked_return_type = "Lesson")]
    pub fn teach(&mut self, image: &[u8], label: u32) -> Result<JsValue, Thrown> {
        let image = checked(image)?;
        let t = self.trainer.as_ref().map(Trainer::t);
        let is_measured = self.evaluation.as_ref().map(|(t, _)| *t) == t;
        let accuracy_before = if is_measured { self.accuracy() } else { self.evaluate() };
        let trainer = self.trainer.as_mut().ok_or(Error::NoTraining)?;
        let t = trainer.t();
        let lesson = trainer.teach(image, u8::try_from(label).unwrap_or(u8::MAX), &self.train)?;
        self.forget_beyond(t);
        let accuracy_after = self.evaluate();
        let (changed, norms): (Vec<u32>, Vec<f32>) = lesson.changes.into_iter().unzip();
        Ok(object(&Lesson {
            z_before: Typed::from(&lesson.z_before[..]),
            z_after: Typed::from(&lesson.z_after[..]),
            error_before: lesson.error_before,
            error_after: lesson.error_after,
            accuracy_before,
            accuracy_after,
            changed: Typed::from(&changed[..]),
            norms: Typed::from(&norms[..]),
        }))
    }

    /// The lessons among the t steps: the step after which each was made, and its label, one pair after another.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn lessons(&self) -> Vec<f64> {
        let lessons = self.trainer.iter().flat_map(Trainer::lessons);
        lessons.flat_map(|(t, label)| [t as f64, label.into()]).collect()
    }

    /// The changes of α to the last step: the step from which on, and α, one pair after another; the first from step 0 on.
    /// Empty where they and the settings do not lead to t: with lessons, with data of one's own, and when the network was not
    /// made from the seed.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn changes(&self) -> Vec<f64> {
        let changes = self.trainer.iter().filter(|_| !self.is_own).flat_map(Trainer::changes);
        changes.flat_map(|(from, rate)| [from as f64, rate.get()]).collect()
    }
}
