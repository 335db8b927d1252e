#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use approx::assert_relative_eq;
use descent::network::scalar::ScalarNetwork;
use descent::network::vector::{Gradient, VectorNetwork};
use descent::random::Random;
use descent::rule::LearningRate;
use nalgebra::{DMatrix, DVector, dmatrix, dvector};
use proptest::prelude::*;

/// p⃗ and q⃗ are zero, so that all is exact.
fn by_hand() -> VectorNetwork {
    VectorNetwork {
        V: dmatrix![1.0, -1.0; 2.0, 0.0],
        v: dvector![0.0, -2.0],
        U: dmatrix![2.0, -2.0; 4.0, 0.0],
        u: dvector![0.0, -2.0],
    }
}

#[test]
fn forward_and_backward_by_hand() {
    let network = by_hand();
    let (x, l) = (dvector![1.0, 1.0], dvector![1.0, 0.0]);
    let f = network.forward(&x);
    assert_eq!((f.p.clone(), f.y.clone()), (dvector![0.0, 0.0], dvector![0.5, 0.5]));
    assert_eq!((f.q.clone(), f.z.clone()), (dvector![0.0, 0.0], dvector![0.5, 0.5]));
    assert_eq!(VectorNetwork::error(&f.z, &l), 0.25);
    let b = network.backward(&f, &l);
    assert_eq!((b.d_z.clone(), b.dz_dq.clone()), (dvector![-0.5, 0.5], dvector![0.25, 0.25]));
    assert_eq!((b.d_y.clone(), b.dy_dp.clone()), (dvector![0.25, 0.25], dvector![0.25, 0.25]));
    let g = b.gradient(&f);
    assert_eq!((&g.v, &g.u), (&b.d_p, &b.d_q));
    assert_eq!(g.u, dvector![-0.125, 0.125]);
    assert_eq!(g.U, dmatrix![-0.0625, -0.0625; 0.0625, 0.0625]);
    assert_eq!(g.v, dvector![0.0625, 0.0625]);
    assert_eq!(g.V, dmatrix![0.0625, 0.0625; 0.0625, 0.0625]);
}

#[test]
fn step_by_hand() {
    let mut network = by_hand();
    let forward = network.forward(&dvector![1.0, 1.0]);
    let gradient = network.backward(&forward, &dvector![1.0, 0.0]).gradient(&forward);
    network.step(LearningRate::new(2.0).unwrap(), &gradient);
    assert_eq!(network.V, dmatrix![0.875, -1.125; 1.875, -0.125]);
    assert_eq!(network.u, dvector![0.25, -2.25]);
}

#[test]
fn mean_of_equal_examples_is_one_of_them() {
    let network = by_hand();
    let example = (dvector![1.0, 1.0], dvector![1.0, 0.0]);
    let (mean, error) = network.mean_gradient(&[example.clone(), example.clone()]).unwrap();
    let forward = network.forward(&example.0);
    assert_eq!(mean, network.backward(&forward, &example.1).gradient(&forward));
    assert_eq!(error, 0.25);
    assert!(network.mean_gradient(&[]).is_none());
}

#[test]
fn empty_layers_are_refused() {
    for (n, h, m) in [(0, 1, 1), (1, 0, 1), (1, 1, 0)] {
        let error = VectorNetwork::random(n, h, m, &mut Random::new(1)).unwrap_err();
        assert_eq!(error.code(), "network-shape");
    }
}

#[test]
fn weights_start_with_the_stated_spread() {
    let network = VectorNetwork::random(400, 100, 10, &mut Random::new(3)).unwrap();
    let spread = |values: &[f64]| (values.iter().map(|w| w * w).sum::<f64>() / values.len() as f64).sqrt();
    assert_relative_eq!(spread(network.V.as_slice()), 1.0 / 20.0, max_relative = 0.03);
    assert_relative_eq!(spread(network.U.as_slice()), 1.0 / 10.0, max_relative = 0.1);
    assert!(network.v.iter().chain(&network.u).all(|bias| *bias == 0.0));
}

fn numbers(count: usize, random: &mut Random, low: f64, high: f64) -> DVector<f64> {
    DVector::from_fn(count, |_, _| random.between(low, high))
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// Every single parameter of networks of any small size.
    #[test]
    fn every_derivative_is_the_slope(n in 1..5_usize, h in 1..5_usize, m in 1..4_usize, seed: u64) {
        let mut random = Random::new(seed);
        let network = VectorNetwork::random(n, h, m, &mut random).unwrap();
        let (x, l) = (numbers(n, &mut random, -1.0, 1.0), numbers(m, &mut random, 0.0, 1.0));
        let forward = network.forward(&x);
        let Gradient { V, v, U, u } = network.backward(&forward, &l).gradient(&forward);
        let slope = |pick: &dyn Fn(&mut VectorNetwork) -> &mut f64| {
            let step = 1e-5;
            let error = |h: f64| {
                let mut moved = network.clone();
                *pick(&mut moved) += h;
                VectorNetwork::error(&moved.forward(&x).z, &l)
            };
            (error(step) - error(-step)) / (2.0 * step)
        };
        for i in 0..h {
            assert_relative_eq!(v[i], slope(&|net| &mut net.v[i]), max_relative = 1e-6, epsilon = 1e-9);
            for k in 0..n {
                assert_relative_eq!(V[(i, k)], slope(&|net| &mut net.V[(i, k)]), max_relative = 1e-6, epsilon = 1e-9);
            }
        }
        for i in 0..m {
            assert_relative_eq!(u[i], slope(&|net| &mut net.u[i]), max_relative = 1e-6, epsilon = 1e-9);
            for k in 0..h {
                assert_relative_eq!(U[(i, k)], slope(&|net| &mut net.U[(i, k)]), max_relative = 1e-6, epsilon = 1e-9);
            }
        }
    }

    /// Chapter 3 is chapter 4 with 1-1-1: not nearly, but bit for bit, through ten steps.
    #[test]
    fn scalar_is_vector_of_one(
        V in -4.0..4.0_f64, v in -4.0..4.0_f64, U in -4.0..4.0_f64, u in -4.0..4.0_f64,
        x in -2.0..2.0_f64, l in 0.0..1.0_f64,
    ) {
        let mut scalar = ScalarNetwork { V, v, U, u };
        let one = |value| DMatrix::from_element(1, 1, value);
        let mut vector = VectorNetwork { V: one(V), v: dvector![v], U: one(U), u: dvector![u] };
        let alpha = LearningRate::new(0.7).unwrap();
        for _ in 0..10 {
            let (f, g) = (scalar.forward(x, l), vector.forward(&dvector![x]));
            prop_assert_eq!((f.p, f.y, f.q, f.z), (g.p[0], g.y[0], g.q[0], g.z[0]));
            prop_assert_eq!(f.error, VectorNetwork::error(&g.z, &dvector![l]));
            let (b, c) = (scalar.backward(&f), vector.backward(&g, &dvector![l]));
            prop_assert_eq!((b.d_z, b.dz_dq, b.d_q, b.d_y, b.dy_dp, b.d_p), (c.d_z[0], c.dz_dq[0], c.d_q[0], c.d_y[0], c.dy_dp[0], c.d_p[0]));
            let d = c.gradient(&g);
            prop_assert_eq!((b.d_V, b.d_v, b.d_U, b.d_u), (d.V[0], d.v[0], d.U[0], d.u[0]));
            scalar.step(alpha, &b.into());
            vector.step(alpha, &d);
        }
        prop_assert_eq!((scalar.V, scalar.v, scalar.U, scalar.u), (vector.V[0], vector.v[0], vector.U[0], vector.u[0]));
    }
}
