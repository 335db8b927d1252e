//! Starts of chapter 3 that show one thing each. What they show is asserted in `tests/core/scalar_presets.rs`.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use crate::network::scalar::{Pair, ScalarNetwork};

/// A start: where the parameters stand, the pairs, and α.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// Its name for the page, which translates it.
    pub id: &'static str,
    pub network: ScalarNetwork,
    pub pairs: &'static [Pair],
    pub rate: f64,
}

/// Says 1, should say 0.
const WRONG: &[Pair] = &[Pair { x: 1.0, l: 0.0 }];
/// The label lies between the plateaus of σ.
const HALF: &[Pair] = &[Pair { x: 1.0, l: 0.5 }];
/// What holds for x holds, turned round, for −x.
const MIRRORED: &[Pair] = &[Pair { x: -1.0, l: 0.0 }, Pair { x: 1.0, l: 1.0 }];

const fn network(V: f64, v: f64, U: f64, u: f64) -> ScalarNetwork {
    ScalarNetwork { V, v, U, u }
}

/// The first two are the pair of M. Nielsen (Neural Networks and Deep Learning, ch. 3) for a chain of two σ: x = 1, l = 0,
/// α = 0.15; the answer 0.82 falls to 0.09 in 300 steps, 0.98 stands for about 150. Here only u tells them apart.
pub const PRESETS: [Preset; 5] = [
    Preset { id: "learns", network: network(1.0, 1.0, 4.0, -2.0), pairs: WRONG, rate: 0.15 },
    Preset { id: "saturated", network: network(1.0, 1.0, 4.0, 0.5), pairs: WRONG, rate: 0.15 },
    Preset { id: "cut", network: network(1.0, 0.5, 0.0, 1.5), pairs: WRONG, rate: 0.5 },
    Preset { id: "symmetric", network: network(0.0, 0.0, 0.0, 0.0), pairs: MIRRORED, rate: 2.0 },
    Preset { id: "large", network: network(1.0, 1.0, 4.0, -2.0), pairs: HALF, rate: 150.0 },
];
