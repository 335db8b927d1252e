//! The rule of the lecture, a ← a − α · ∂ε/∂a, repeated: its [learning rate](LearningRate).

mod rate;
pub mod rewind;

pub use rate::LearningRate;
