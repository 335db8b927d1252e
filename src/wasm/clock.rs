//! The clock of the page or of the worker.

use js_sys::global;
use wasm_bindgen::JsCast;

/// Milliseconds since the page or the worker started; the core has no clock, so it is asked for here.
pub fn now() -> f64 {
    let global = global();
    let performance = match global.dyn_ref::<web_sys::WorkerGlobalScope>() {
        Some(worker) => worker.performance(),
        None => global.dyn_ref::<web_sys::Window>().and_then(web_sys::Window::performance),
    };
    performance.map_or(f64::INFINITY, |performance| performance.now())
}
