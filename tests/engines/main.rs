//! The page in the three engines that browsers stand on: one contract, written once and held by each.

#[path = "../support/engines/mod.rs"]
mod engines;
#[path = "../support/golden.rs"]
mod golden;
#[path = "../support/mod.rs"]
mod support;

mod contract;
