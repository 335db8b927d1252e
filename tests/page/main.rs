//! The page in a real browser.

#[path = "../support/mod.rs"]
mod support;

mod digits;
mod harness;
mod neuron;
