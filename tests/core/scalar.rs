#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use approx::assert_relative_eq;
use descent::network::scalar::ScalarNetwork;
use descent::rule::LearningRate;
use proptest::prelude::*;

/// p and q are 0, so that σ = 1/2 and σ′ = 1/4 and all is exact.
const BY_HAND: ScalarNetwork = ScalarNetwork { V: 1.0, v: -3.0, U: 2.0, u: -1.0 };

#[test]
fn forward_by_hand() {
    let f = BY_HAND.forward(3.0, 0.0);
    assert_eq!((f.x, f.p, f.y, f.q, f.z, f.l, f.error), (3.0, 0.0, 0.5, 0.0, 0.5, 0.0, 0.125));
}

#[test]
fn backward_by_hand() {
    let b = BY_HAND.backward(&BY_HAND.forward(3.0, 0.0));
    assert_eq!((b.d_z, b.dz_dq, b.d_q), (0.5, 0.25, 0.125));
    assert_eq!((b.d_u, b.d_U), (0.125, 0.0625));
    assert_eq!((b.d_y, b.dy_dp, b.d_p), (0.25, 0.25, 0.0625));
    assert_eq!((b.d_v, b.d_V), (0.0625, 0.1875));
}

#[test]
fn step_by_hand() {
    let mut network = BY_HAND;
    let gradient = network.backward(&network.forward(3.0, 0.0));
    network.step(LearningRate::new(2.0).unwrap(), &gradient.into());
    assert_eq!(network, ScalarNetwork { V: 0.625, v: -3.125, U: 1.875, u: -1.25 });
}

/// Nielsen's single neuron (Neural Networks and Deep Learning, ch. 3) shows the same stall: where σ′ is nearly 0, a
/// step changes nearly nothing although the answer is wrong.
#[test]
fn saturated_neuron_hardly_moves() {
    let step = |u: f64| {
        let mut network = ScalarNetwork { V: 1.0, v: 0.0, U: 1.0, u };
        let before = network.forward(1.0, 0.0);
        let gradient = network.backward(&before);
        network.step(LearningRate::new(0.5).unwrap(), &gradient.into());
        before.error - network.forward(1.0, 0.0).error
    };
    assert!(step(0.5) > 50.0 * step(6.0));
    assert!(step(6.0) > 0.0);
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn every_derivative_is_the_slope(
        V in -3.0..3.0_f64, v in -3.0..3.0_f64, U in -3.0..3.0_f64, u in -3.0..3.0_f64,
        x in -2.0..2.0_f64, l in 0.0..1.0_f64,
    ) {
        let network = ScalarNetwork { V, v, U, u };
        let b = network.backward(&network.forward(x, l));
        let h = 1e-5;
        let slope = |change: fn(&mut ScalarNetwork, f64)| {
            let error = |h: f64| {
                let mut moved = network;
                change(&mut moved, h);
                moved.forward(x, l).error
            };
            (error(h) - error(-h)) / (2.0 * h)
        };
        assert_relative_eq!(b.d_V, slope(|n, h| n.V += h), max_relative = 1e-6, epsilon = 1e-10);
        assert_relative_eq!(b.d_v, slope(|n, h| n.v += h), max_relative = 1e-6, epsilon = 1e-10);
        assert_relative_eq!(b.d_U, slope(|n, h| n.U += h), max_relative = 1e-6, epsilon = 1e-10);
        assert_relative_eq!(b.d_u, slope(|n, h| n.u += h), max_relative = 1e-6, epsilon = 1e-10);
    }

    #[test]
    fn small_steps_go_down(V in -3.0..3.0_f64, v in -3.0..3.0_f64, U in -3.0..3.0_f64, u in -3.0..3.0_f64) {
        let mut network = ScalarNetwork { V, v, U, u };
        let before = network.forward(1.0, 0.2);
        let gradient = network.backward(&before);
        network.step(LearningRate::new(0.01).unwrap(), &gradient.into());
        prop_assert!(network.forward(1.0, 0.2).error <= before.error);
    }
}

#[test]
fn learning_rate_is_checked_at_the_door() {
    for wrong in [0.0, -0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(LearningRate::new(wrong).unwrap_err().code(), "learning-rate");
    }
    assert_eq!(LearningRate::new(3.0).unwrap().get(), 3.0);
}
