//! The clock of the page or of the worker.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds since the page or the worker started; the core has no clock, so it is asked for here.
    #[wasm_bindgen(js_namespace = performance)]
    pub fn now() -> f64;
}
