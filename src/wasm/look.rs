//! One example inside a network, as objects: what the run in training and the network of a model file both tell.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use nalgebra::DMatrix;
use wasm_bindgen::prelude::*;

use super::classifier::checked;
use super::error::Thrown;
use super::object::{Typed, object, objects};
use crate::data::dataset::SparseImage;
use crate::network::look::Look;
use crate::network::vector::VectorNetwork;
use crate::rule::LearningRate;

objects! {
    /// One example's way through the network: forward, and back where its label is known. d_z is ∂ε/∂z⃗, dz_dq is σ′(q⃗).
    Trace {
        /// steps made by the run; null: no run
        t: Option<f64> as "number | null",
        /// 784 pixels, 0 to 1
        x: Typed as "Float64Array<ArrayBuffer>",
        /// H numbers, as y
        p: Typed as "Float64Array<ArrayBuffer>",
        y: Typed as "Float64Array<ArrayBuffer>",
        /// 10 numbers, as z
        q: Typed as "Float64Array<ArrayBuffer>",
        z: Typed as "Float64Array<ArrayBuffer>",
        /// 10 numbers; this and all that follow from it are null without a label
        l: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        error: Option<f64> as "number | null",
        /// (z_k − l_k)²; half their sum is the error
        squares: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// 10 numbers, as dz_dq and d_q
        d_z: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        dz_dq: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        d_q: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// H numbers, as dy_dp and d_p
        d_y: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        dy_dp: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        d_p: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// H numbers
        v: Typed as "Float64Array<ArrayBuffer>",
        /// 10 numbers
        u: Typed as "Float64Array<ArrayBuffer>",
        /// H × 784 numbers row by row, as d_V; null: not asked for
        V: Option<Typed> as "Float32Array<ArrayBuffer> | null",
        /// 10 × H numbers row by row, as d_U
        U: Option<Typed> as "Float32Array<ArrayBuffer> | null",
        d_V: Option<Typed> as "Float32Array<ArrayBuffer> | null",
        d_U: Option<Typed> as "Float32Array<ArrayBuffer> | null",
    }

    /// Hidden unit i and one example.
    HiddenUnit {
        /// V_ij, 784 numbers, as product, derivative and after
        weights: Typed as "Float64Array<ArrayBuffer>",
        /// v_i
        bias: f64 as "number",
        /// V_ij·x_j; they and v_i add up to p_i
        product: Typed as "Float64Array<ArrayBuffer>",
        /// Σ_j V_ij·x_j
        sum: f64 as "number",
        /// ∂ε/∂V_ij; null without a label
        derivative: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// V_ij − α·∂ε/∂V_ij; null without a label or an α
        after: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// U_ki, 10 numbers
        outgoing: Typed as "Float64Array<ArrayBuffer>",
        /// ∂ε/∂q_k·U_ki, 10 numbers that add up to ∂ε/∂y_i; null without a label
        returning: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// p_i
        p: f64 as "number",
        /// y_i
        y: f64 as "number",
        /// ∂ε/∂p_i; null without a label
        d_p: Option<f64> as "number | null",
    }

    /// Output k and one example.
    OutputUnit {
        /// U_ki, H numbers, as product and derivative
        weights: Typed as "Float64Array<ArrayBuffer>",
        /// u_k
        bias: f64 as "number",
        /// U_ki·y_i; they and u_k add up to q_k
        product: Typed as "Float64Array<ArrayBuffer>",
        /// Σ_i U_ki·y_i
        sum: f64 as "number",
        /// products in their order: the n-th and all that follow, added up
        tail: Typed as "Float64Array<ArrayBuffer>",
        /// ∂ε/∂U_ki; null without a label
        derivative: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// U_ki − α·∂ε/∂U_ki; null without a label or an α
        after: Option<Typed> as "Float64Array<ArrayBuffer> | null",
        /// ∂z_k/∂x_j, 784 numbers
        sensitivity: Typed as "Float64Array<ArrayBuffer>",
        /// the hidden units, the largest |U_ki·y_i| first
        order: Typed as "Uint32Array<ArrayBuffer>",
        /// q_k
        q: f64 as "number",
        /// z_k
        z: f64 as "number",
        /// ∂ε/∂q_k; null without a label
        d_q: Option<f64> as "number | null",
    }
}

/// What `ask` says of an image of 784 bytes and its label, if there is one.
///
/// # Errors
/// When the image has another length, or the label is no digit.
pub fn look<T>(
    network: &VectorNetwork,
    image: &[u8],
    label: Option<u32>,
    ask: impl FnOnce(&Look<'_>) -> Result<T, Thrown>,
) -> Result<T, Thrown> {
    let image = SparseImage::new(checked(image)?);
    ask(&Look::new(network, image.input(), label.map(|label| label as usize))?)
}

pub fn trace(look: &Look<'_>, t: Option<f64>, matrices: bool) -> JsValue {
    let (f, network) = (&look.forward, look.network());
    let back = look.back.as_ref();
    let columns = back.map(|back| &back.columns);
    let gradient = if matrices { look.gradient() } else { None };
    object(&Trace {
        t,
        x: typed(f.x.as_slice()),
        p: typed(f.p.as_slice()),
        y: typed(f.y.as_slice()),
        q: typed(f.q.as_slice()),
        z: typed(f.z.as_slice()),
        l: back.map(|back| typed(back.l.as_slice())),
        error: back.map(|back| back.error),
        squares: back.map(|back| typed(back.squares.as_slice())),
        d_z: columns.map(|columns| typed(columns.d_z.as_slice())),
        dz_dq: columns.map(|columns| typed(columns.dz_dq.as_slice())),
        d_q: columns.map(|columns| typed(columns.d_q.as_slice())),
        d_y: columns.map(|columns| typed(columns.d_y.as_slice())),
        dy_dp: columns.map(|columns| typed(columns.dy_dp.as_slice())),
        d_p: columns.map(|columns| typed(columns.d_p.as_slice())),
        v: typed(network.v.as_slice()),
        u: typed(network.u.as_slice()),
        V: matrices.then(|| rows(&network.V)),
        U: matrices.then(|| rows(&network.U)),
        d_V: gradient.as_ref().map(|gradient| rows(&gradient.V)),
        d_U: gradient.as_ref().map(|gradient| rows(&gradient.U)),
    })
}

/// # Errors
/// When there is no hidden unit `i`.
pub fn unit(look: &Look<'_>, i: usize, rate: Option<LearningRate>) -> Result<JsValue, Thrown> {
    let unit = look.unit(i, rate)?;
    Ok(object(&HiddenUnit {
        weights: typed(&unit.weights),
        bias: unit.bias,
        product: typed(&unit.product),
        sum: unit.sum,
        derivative: unit.derivative.as_deref().map(typed),
        after: unit.after.as_deref().map(typed),
        outgoing: typed(&unit.outgoing),
        returning: unit.returning.as_deref().map(typed),
        p: unit.p,
        y: unit.y,
        d_p: unit.d_p,
    }))
}

/// # Errors
/// When there is no output `k`.
pub fn output(look: &Look<'_>, k: usize, rate: Option<LearningRate>) -> Result<JsValue, Thrown> {
    let output = look.output(k, rate)?;
    Ok(object(&OutputUnit {
        weights: typed(&output.weights),
        bias: output.bias,
        product: typed(&output.product),
        sum: output.sum,
        tail: typed(&output.tail),
        derivative: output.derivative.as_deref().map(typed),
        after: output.after.as_deref().map(typed),
        sensitivity: typed(&output.sensitivity),
        order: Typed::from(&output.order[..]),
        q: output.q,
        z: output.z,
        d_q: output.d_q,
    }))
}

fn typed(numbers: &[f64]) -> Typed {
    Typed::from(numbers)
}

/// A matrix row by row, as it is drawn.
fn rows(matrix: &DMatrix<f64>) -> Typed {
    // Kept column by column, so this is slow beside a copy: 1.4 ms for H = 1000.
    let mut numbers = Vec::<f32>::with_capacity(matrix.len());
    for row in matrix.row_iter() {
        numbers.extend(row.iter().map(|number| *number as f32));
    }
    Typed::from(&numbers[..])
}
