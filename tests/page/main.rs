//! The page in a real browser.

#[path = "../support/mod.rs"]
mod support;

mod descent;
mod digits;
mod harness;
mod neuron;
