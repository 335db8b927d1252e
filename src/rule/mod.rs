//! The rule of the lecture, a ← a − α · ∂ε/∂a: its [learning rate](LearningRate), and the time of a run that repeats it.
//!
//! Every run has one vocabulary. `t` is the number of steps made where it stands, `last` the furthest step that was made.
//! `step` makes one and says whether it did; `back` goes one back; `go(t)` goes to any step that was made, or the nearest,
//! and says where it stands then. What was there comes again bit for bit. What was measured stays as it was measured: a
//! past belongs to the moment it was measured in.
//!
//! A run that stands before `last` and goes on with the same settings makes the steps that it made before. With other
//! settings it goes another way, and what lay ahead is cut off. The steps at which a setting was changed are its `marks`.
//!
//! Two ways to keep a run: a [`trail::Trail`] keeps every value (chapters 2 and 3), [`rewind::Rewind`] some of them and
//! makes the others again (chapters 1 and 4). Both tell their settings from a [`log::Log`], where they can change.
//! Chapter 2's run is all that follows from one start and one α, so its `go` makes the steps that are missing.
//!
//! What the rule follows is checked by a [`check::Check`].

pub mod check;
pub mod log;
mod rate;
pub mod rewind;
pub mod trail;

pub use rate::LearningRate;
