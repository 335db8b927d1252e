//! The page in a real browser.

#[path = "../support/mod.rs"]
mod support;

mod curve;
mod descent;
mod digits;
mod harness;
mod neuron;
