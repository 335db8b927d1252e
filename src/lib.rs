//! Descent (Спуск): the lecture "Approximation of unknown functions" as a library.
//!
//! One rule runs through everything: **a ← a − α · ∂ε/∂a**, repeated, takes a to a_min.
//!
//! | symbol | meaning | where |
//! |---|---|---|
//! | x, l | image (argument), label (value) | [`data`] |
//! | p = Vx + v, y = σ(p), q = Uy + u, z = σ(q) | the network | [`network`] |
//! | σ, σ′ | the sigmoid and its derivative | [`sigmoid`] |
//! | ε = ½(z − l)² | the error | [`network`] |
//! | α, t | learning rate, step | [`rule`] |
//! | ε(a) | any error of one number or of two | [`formula`] |
//!
//! The core takes bytes and numbers: no files, no clocks, no chance but a seed. Only `wasm` knows JavaScript.

pub mod data;
pub mod decimal;
pub mod descent;
pub mod error;
pub mod formula;
pub mod network;
pub mod qr;
pub mod random;
pub mod ranking;
pub mod rule;
pub mod sigmoid;
pub mod training;
#[cfg(target_arch = "wasm32")]
mod wasm;
