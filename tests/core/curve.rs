#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use approx::assert_relative_eq;
use descent::network::curve::{Batch, CurveNetwork, MeanGradient, Pass};
use descent::network::vector::VectorNetwork;
use descent::random::Random;
use descent::rule::LearningRate;
use nalgebra::{DMatrix, DVector, dvector};
use proptest::prelude::*;

/// The same parameters in the reference.
fn reference(network: &CurveNetwork) -> VectorNetwork {
    let hidden = network.V.len();
    VectorNetwork {
        V: DMatrix::from_column_slice(hidden, 1, &network.V),
        v: DVector::from_column_slice(&network.v),
        U: DMatrix::from_row_slice(1, hidden, &network.U),
        u: dvector![network.u],
    }
}

fn points(count: usize, random: &mut Random) -> Vec<(f64, f64)> {
    (0..count).map(|_| (random.between(-1.3, 1.3), random.between(0.0, 1.0))).collect()
}

fn gradient(network: &CurveNetwork, points: &[(f64, f64)]) -> MeanGradient {
    let mut gradient = MeanGradient::default();
    network.mean_gradient(&Batch::new(points), &mut Pass::default(), &mut gradient);
    gradient
}

#[test]
fn the_start_covers_the_range() {
    for hidden in [1, 2, 3, 16, 64] {
        let network = CurveNetwork::random(hidden, &mut Random::new(7)).unwrap();
        let count = hidden as f64;
        for (i, (V, v)) in network.V.iter().zip(&network.v).enumerate() {
            let place = -v / V;
            let cell = 2.0 / count;
            let from = -1.0 + cell * i as f64;
            assert!((from..=from + cell).contains(&place), "unit {i} of {hidden} stands at {place}");
            assert!((0.5..=1.5).contains(&(V.abs() / count.max(4.0))));
        }
        assert_relative_eq!(network.u, -network.U.iter().sum::<f64>() / 2.0, epsilon = 1e-12);
    }
    let rising = CurveNetwork::random(200, &mut Random::new(1)).unwrap().V.iter().filter(|V| **V > 0.0).count();
    assert!((70..=130).contains(&rising));
    for hidden in [0, CurveNetwork::MOST_HIDDEN + 1] {
        assert_eq!(CurveNetwork::random(hidden, &mut Random::new(1)).unwrap_err().code(), "out-of-range");
    }
}

#[test]
fn an_empty_batch_has_no_error() {
    let network = CurveNetwork::random(3, &mut Random::new(1)).unwrap();
    let g = gradient(&network, &[]);
    assert_eq!((g.error, g.u, g.V), (0.0, 0.0, vec![0.0; 3]));
    assert_eq!(network.error(&Batch::new(&[]), &mut Pass::default()), 0.0);
}

#[test]
fn what_a_curve_is_made_of_adds_up() {
    let network = CurveNetwork::random(5, &mut Random::new(3)).unwrap();
    for x in [-1.5, -0.2, 0.0, 1.0] {
        let f = reference(&network).forward(&dvector![x]);
        assert_relative_eq!(network.answer(x), f.z[0], max_relative = 1e-14);
        assert_relative_eq!(network.contributions(x).sum::<f64>() + network.u, f.q[0], max_relative = 1e-13);
    }
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// The fast form against the reference: gradient, error, and twenty steps.
    #[test]
    fn fast_is_reference(hidden in 1..20_usize, count in 1..30_usize, seed: u64) {
        let mut random = Random::new(seed);
        let mut network = CurveNetwork::random(hidden, &mut random).unwrap();
        let mut vector = reference(&network);
        let points = points(count, &mut random);
        let batch: Vec<_> = points.iter().map(|(x, l)| (dvector![*x], dvector![*l])).collect();
        let alpha = LearningRate::new(1.0).unwrap();
        for _ in 0..20 {
            let (g, (r, error)) = (gradient(&network, &points), vector.mean_gradient(&batch).unwrap());
            assert_relative_eq!(g.error, error, max_relative = 1e-4, epsilon = 1e-9);
            assert_relative_eq!(g.u, r.u[0], max_relative = 1e-3, epsilon = 1e-6);
            for i in 0..hidden {
                assert_relative_eq!(g.V[i], r.V[i], max_relative = 1e-3, epsilon = 1e-6);
                assert_relative_eq!(g.v[i], r.v[i], max_relative = 1e-3, epsilon = 1e-6);
                assert_relative_eq!(g.U[i], r.U[i], max_relative = 1e-3, epsilon = 1e-6);
            }
            network.step(alpha, &g);
            vector.step(alpha, &r);
        }
        prop_assert!((network.error(&Batch::new(&points), &mut Pass::default())
            - vector.mean_gradient(&batch).unwrap().1).abs() < 1e-5);
    }

    /// Beside finite differences of the exact error, for every parameter.
    #[test]
    fn every_derivative_is_the_slope(hidden in 1..5_usize, count in 1..9_usize, seed: u64) {
        let mut random = Random::new(seed);
        let network = CurveNetwork::random(hidden, &mut random).unwrap();
        let points = points(count, &mut random);
        let error = |network: &CurveNetwork| {
            points.iter().map(|(x, l)| 0.5 * (network.answer(*x) - l).powi(2)).sum::<f64>() / count as f64
        };
        let slope = |pick: &dyn Fn(&mut CurveNetwork) -> &mut f64| {
            let h = 1e-5;
            let moved = |by: f64| {
                let mut moved = network.clone();
                *pick(&mut moved) += by;
                error(&moved)
            };
            (moved(h) - moved(-h)) / (2.0 * h)
        };
        let g = gradient(&network, &points);
        assert_relative_eq!(g.error, error(&network), max_relative = 1e-4, epsilon = 1e-9);
        assert_relative_eq!(g.u, slope(&|n| &mut n.u), max_relative = 1e-3, epsilon = 1e-6);
        for i in 0..hidden {
            assert_relative_eq!(g.V[i], slope(&|n| &mut n.V[i]), max_relative = 1e-3, epsilon = 1e-6);
            assert_relative_eq!(g.v[i], slope(&|n| &mut n.v[i]), max_relative = 1e-3, epsilon = 1e-6);
            assert_relative_eq!(g.U[i], slope(&|n| &mut n.U[i]), max_relative = 1e-3, epsilon = 1e-6);
        }
    }
}
