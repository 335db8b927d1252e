//! The page in a real browser.
#![allow(clippy::float_cmp, reason = "numbers that must not have changed are compared as they are")]

#[allow(dead_code, reason = "one of two runs is made here")]
#[path = "../support/golden.rs"]
mod golden;
#[path = "../support/mod.rs"]
mod support;

mod access;
mod by_hand;
mod contract;
mod course;
mod curve;
mod descent;
mod digits;
mod embed;
mod example;
mod export;
mod harness;
mod inside;
mod inside_flow;
mod keep;
mod links;
mod mistakes;
mod neuron;
mod offline;
mod one_file;
mod projector;
mod teach;
mod tour;
mod way;
