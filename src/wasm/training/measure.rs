//! What is measured of a training besides its error and its accuracy.
#![allow(non_snake_case, reason = "V and U are the lecture's letters")]

use wasm_bindgen::prelude::*;

use super::super::error::Thrown;
use super::super::object::{Typed, object, objects};
use super::Training;
use crate::error::Error;
use crate::training::pulse::{BINS, Pulse as Measured};

objects! {
    /// ε over α: a range test.
    RangeTest {
        /// α and ε of a mini-batch before the step with it, one pair after another
        pairs: Typed as "Float64Array<ArrayBuffer>",
        /// the α from which on ε rises; null: it clearly rises nowhere
        rises: Option<f64> as "number | null",
        /// an α that is likely to be good: a third of it
        suggested: Option<f64> as "number | null",
    }

    /// How a network feels the rule.
    Pulse {
        t: f64 as "number",
        /// ‖mean ∂ε/∂a‖ over the next mini-batch
        norm: f64 as "number",
        /// the share of hidden unit × example of it with σ′(p) < 0.01, 0 to 1
        saturated: f64 as "number",
        /// how many weights of V lie in each bin
        V: Typed as "Uint32Array<ArrayBuffer>",
        /// how many of U, in the same bins
        U: Typed as "Uint32Array<ArrayBuffer>",
        /// the bins' edges: one number more than there are bins
        edges: Typed as "Float64Array<ArrayBuffer>",
    }
}

#[wasm_bindgen]
impl Training {
    /// What so many steps of the run from here would be at α that rises from 0.001 to 100. The run stays where it is.
    ///
    /// # Errors
    /// Outside 10 to 1,000 steps, or when the data have not begun to arrive.
    #[wasm_bindgen(unchecked_return_type = "RangeTest")]
    pub fn find_rate(&self, steps: usize) -> Result<JsValue, Thrown> {
        let trainer = self.trainer.as_ref().ok_or(Error::NoTraining)?;
        let found = trainer.find_rate(steps, &self.train)?;
        let pairs = Typed::from(found.points.as_flattened());
        Ok(object(&RangeTest { pairs, rises: found.rises, suggested: found.suggested }))
    }

    /// Measures the network where it stands, and remembers it; null when the next mini-batch has not arrived.
    #[wasm_bindgen(unchecked_return_type = "Pulse | null")]
    pub fn pulse(&mut self) -> JsValue {
        let Some(pulse) = self.trainer.as_mut().and_then(|trainer| trainer.pulse(&self.train)) else {
            return JsValue::NULL;
        };
        let Measured { t, norm, saturated, edge, V, U } = pulse;
        let edges: [f64; BINS + 1] = core::array::from_fn(|i| edge * (2.0 * i as f64 / BINS as f64 - 1.0));
        object(&Pulse {
            t: t as f64,
            norm,
            saturated,
            V: Typed::from(&V[..]),
            U: Typed::from(&U[..]),
            edges: Typed::from(&edges[..]),
        })
    }

    /// Step, norm and saturated share of every pulse that was measured to the last step, one triple after another.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn pulses(&self) -> Vec<f64> {
        let points = self.trainer.iter().flat_map(|trainer| trainer.pulses().points());
        points.flat_map(|(t, [norm, saturated])| [*t as f64, *norm, *saturated]).collect()
    }
}
