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
//! Where to begin, chapter by chapter:
//!
//! ```
//! use descent::data::dataset::Dataset;
//! use descent::descent::{Descent, Window};
//! use descent::formula::Formula;
//! use descent::network::scalar::{Pairs, ScalarNetwork};
//! use descent::rule::LearningRate;
//! use descent::training::scalar_run::ScalarRun;
//! use descent::training::trainer::{Settings, Trainer};
//!
//! // One number: a goes down ε(a) = (a − 2)², by half of the way left at each step.
//! let mut number = Descent::new(Formula::parse("(a - 2)^2")?, Window::new(-1.0, 5.0)?, 0.0, LearningRate::new(0.25)?)?;
//! number.go(20);
//! assert!((number.here().a - 2.0).abs() < 1e-5); // a_min
//!
//! // Four numbers V, v, U, u: asked x = 1, the network learns to answer l = 0.2.
//! let start = ScalarNetwork::new(0.6, 0.9, -1.2, 0.3)?;
//! let mut four = ScalarRun::new(start, Pairs::from_flat(&[1.0, 0.2])?, LearningRate::new(2.0)?)?;
//! let at_first = four.error();
//! while four.t() < 100 && four.step() {}
//! assert!(four.error() < at_first / 100.0);
//!
//! // Two matrices and two vectors: a 784-4-10 network learns to tell black from white, two images a mini-batch.
//! let images = [[0; 784], [255; 784]];
//! let data = Dataset::from_images(images.iter().zip([0, 1]))?;
//! let mut network = Trainer::new(Settings::new(4, 2, 1)?, LearningRate::new(3.0)?, 2)?;
//! while network.t() < 200 {
//!     network.step(&data);
//! }
//! assert!(network.error().is_some_and(|error| error < 0.1)); // ε = ½(z⃗ − l⃗)², the mean of late
//!
//! // What was done can be taken back, exactly.
//! assert_eq!(network.go(0, &data), 0);
//! # Ok::<(), descent::error::Error>(())
//! ```
//!
//! Each of [`network::vector`], [`network::sparse`], [`training::fitting`] (chapter 1) and [`data`] has its own example.
//!
//! The core takes bytes and numbers: no files, no clocks, no chance but a seed. Only `wasm` knows JavaScript.

pub mod data;
pub mod decimal;
pub mod descent;
pub mod error;
pub mod formula;
pub mod network;
pub mod random;
pub mod ranking;
pub mod rule;
pub mod sigmoid;
pub mod training;
#[cfg(target_arch = "wasm32")]
mod wasm;
