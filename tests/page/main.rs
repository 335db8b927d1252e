//! The page in a real browser.
#![allow(clippy::float_cmp, reason = "numbers that must not have changed are compared as they are")]

#[path = "../support/mod.rs"]
mod support;

mod contract;
mod course;
mod curve;
mod descent;
mod digits;
mod example;
mod harness;
mod inside;
mod inside_flow;
mod keep;
mod mistakes;
mod neuron;
mod teach;
mod tour;
mod way;
