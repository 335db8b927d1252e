#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use approx::assert_relative_eq;
use descent::network::gradient_check::{GradientCheck, MOST, check_at, sample};
use descent::network::look::Look;
use descent::network::place::Place;
use descent::network::scalar::Parameter;
use descent::network::shares::{RowStep, Shares};
use descent::network::sparse::{Example, SparseInput, SparseNetwork, Workspace};
use descent::network::vector::VectorNetwork;
use descent::random::Random;
use descent::rule::LearningRate;
use nalgebra::{dmatrix, dvector};
use proptest::prelude::*;

/// Inputs of which about a third are not zero.
fn input(inputs: usize, random: &mut Random) -> (Vec<u16>, Vec<u8>) {
    let columns: Vec<u16> = (0..inputs as u16).filter(|_| random.below(3) == 0).collect();
    let bytes = columns.iter().map(|_| random.below(255) as u8 + 1).collect();
    (columns, bytes)
}

/// Every parameter of a network.
fn places(network: &VectorNetwork) -> Vec<Place> {
    let mut places = Vec::new();
    for parameter in Parameter::ALL {
        let (rows, columns) = network.shape(parameter);
        for row in 0..rows {
            places.extend((0..columns).map(|column| Place::new(parameter, row, column, network).unwrap()));
        }
    }
    places
}

/// p⃗ and q⃗ are zero, so that all is exact.
#[test]
fn a_look_by_hand() {
    let network = VectorNetwork {
        V: dmatrix![1.0, -1.0; 2.0, 0.0],
        v: dvector![0.0, -2.0],
        U: dmatrix![2.0, -2.0; 4.0, 0.0],
        u: dvector![0.0, -2.0],
    };
    let look = Look::new(&network, SparseInput { columns: &[0, 1], bytes: &[255, 255] }, Some(0)).unwrap();
    let back = look.back.as_ref().unwrap();
    assert_eq!((look.forward.z.as_slice(), back.l.as_slice(), back.error), (&[0.5, 0.5][..], &[1.0, 0.0][..], 0.25));

    let unit = look.unit(0, Some(LearningRate::new(2.0).unwrap())).unwrap();
    assert_eq!((unit.weights, unit.bias, unit.product), (vec![1.0, -1.0], 0.0, vec![1.0, -1.0]));
    assert_eq!((unit.p, unit.y, unit.d_p), (0.0, 0.5, Some(0.0625)));
    assert_eq!((unit.derivative, unit.after), (Some(vec![0.0625; 2]), Some(vec![0.875, -1.125])));
    assert_eq!(unit.outgoing, [2.0, 4.0]);
    assert_eq!((unit.sum, unit.returning), (0.0, Some(vec![-0.25, 0.5])));
    assert_eq!(back.squares.as_slice(), [0.25, 0.25]);

    let output = look.output(0, None).unwrap();
    assert_eq!((output.weights, output.bias, output.product), (vec![2.0, -2.0], 0.0, vec![1.0, -1.0]));
    assert_eq!((output.q, output.z, output.d_q), (0.0, 0.5, Some(-0.125)));
    assert_eq!(output.derivative, Some(vec![-0.0625; 2]));
    // ¼ · (2 · ¼ · 1 − 2 · ¼ · 2) and ¼ · (2 · ¼ · (−1) − 2 · ¼ · 0)
    assert_eq!(output.sensitivity, [-0.125, -0.125]);
    assert_eq!((output.tail, output.after), (vec![0.0, -1.0], None));
    assert_eq!((output.order, look.output(1, None).unwrap().order), (vec![0, 1], vec![0, 1]));
}

#[test]
fn without_a_label_nothing_comes_back() {
    let network = VectorNetwork::random(4, 3, 2, &mut Random::new(1)).unwrap();
    let look = Look::new(&network, SparseInput { columns: &[1], bytes: &[9] }, None).unwrap();
    let rate = Some(LearningRate::new(1.0).unwrap());
    let (unit, output) = (look.unit(2, rate).unwrap(), look.output(1, None).unwrap());
    assert_eq!((unit.derivative, unit.after, unit.d_p), (None, None, None));
    assert_eq!((output.derivative, output.after, output.d_q), (None, None, None));
    assert_eq!(unit.returning, None);
    assert!(look.back.is_none() && look.gradient().is_none());
    assert!(check_at(&look, &places(&network)).is_none() && GradientCheck::new(&look, 10, 1).is_none());
}

#[test]
fn what_the_network_does_not_have_is_refused() {
    let network = VectorNetwork::random(4, 3, 2, &mut Random::new(1)).unwrap();
    let input = SparseInput { columns: &[], bytes: &[] };
    let look = Look::new(&network, input, Some(1)).unwrap();
    let details = |found: &str| {
        vec![("what", "k".to_owned()), ("least", "0".into()), ("most", "1".into()), ("found", found.into())]
    };
    let refused = look.output(2, None).unwrap_err();
    assert_eq!((refused.code(), refused.details()), ("out-of-range", details("2")));
    assert_eq!(look.unit(3, None).unwrap_err().code(), "out-of-range");
    assert_eq!(Look::new(&network, input, Some(2)).unwrap_err().code(), "out-of-range");
    for (parameter, row, column) in
        [(Parameter::V, 2, 4), (Parameter::V, 3, 3), (Parameter::u, 0, 1), (Parameter::U, 2, 0)]
    {
        assert_eq!(Place::new(parameter, row, column, &network).unwrap_err().code(), "out-of-range");
    }
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// What the page shows as the answer is what the network in training answers.
    #[test]
    fn a_look_sees_the_answer(n in 1..40_usize, h in 1..40_usize, m in 1..13_usize, seed: u64) {
        let mut random = Random::new(seed);
        let sparse = SparseNetwork::random(n, h, m, &mut random).unwrap();
        let (columns, bytes) = input(n, &mut random);
        let input = SparseInput { columns: &columns, bytes: &bytes };
        let reference = sparse.to_reference();
        let look = Look::new(&reference, input, None).unwrap();
        for (found, expected) in look.forward.z.iter().zip(sparse.answer(input, &mut Workspace::default())) {
            prop_assert!((found - f64::from(expected)).abs() < 1e-5);
        }
    }

    /// All that is said of units and outputs, beside the passes and finite differences.
    #[test]
    fn units_and_outputs_add_up(n in 1..7_usize, h in 1..7_usize, m in 1..5_usize, seed: u64) {
        let mut random = Random::new(seed);
        let network = VectorNetwork::random(n, h, m, &mut random).unwrap();
        let (columns, bytes) = input(n, &mut random);
        let label = random.below(m as u32) as usize;
        let look = Look::new(&network, SparseInput { columns: &columns, bytes: &bytes }, Some(label)).unwrap();
        let (f, gradient) = (&look.forward, look.gradient().unwrap());
        let rate = LearningRate::new(3.0).unwrap();
        let mut after = network.clone();
        after.step(rate, &gradient);
        for i in 0..h {
            let unit = look.unit(i, Some(rate)).unwrap();
            assert_relative_eq!(unit.product.iter().sum::<f64>() + unit.bias, f.p[i], epsilon = 1e-12);
            prop_assert_eq!((unit.p, unit.y, unit.d_p), (f.p[i], f.y[i], Some(gradient.v[i])));
            prop_assert_eq!(unit.derivative.unwrap(), gradient.V.row(i).iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(unit.after.unwrap(), after.V.row(i).iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(unit.sum, unit.product.iter().sum::<f64>());
            let d_y = look.back.as_ref().unwrap().columns.d_y[i];
            assert_relative_eq!(unit.returning.unwrap().iter().sum::<f64>(), d_y, epsilon = 1e-12);
            prop_assert_eq!(unit.outgoing, network.U.column(i).iter().copied().collect::<Vec<_>>());
        }
        for k in 0..m {
            let output = look.output(k, Some(rate)).unwrap();
            assert_relative_eq!(output.product.iter().sum::<f64>() + output.bias, f.q[k], epsilon = 1e-12);
            prop_assert_eq!((output.q, output.z, output.d_q), (f.q[k], f.z[k], Some(gradient.u[k])));
            prop_assert_eq!(output.derivative.unwrap(), gradient.U.row(k).iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(output.after.unwrap(), after.U.row(k).iter().copied().collect::<Vec<_>>());
            prop_assert_eq!(output.sum, output.product.iter().sum::<f64>());
            for (n, tail) in output.tail.iter().enumerate() {
                let rest: f64 = output.order[n..].iter().map(|i| output.product[*i as usize]).sum();
                assert_relative_eq!(*tail, rest, epsilon = 1e-12);
            }
            let size = |i: u32| output.product[i as usize].abs();
            prop_assert!(output.order.windows(2).all(|pair| size(pair[0]) >= size(pair[1])));
            let mut order = output.order.clone();
            order.sort_unstable();
            prop_assert_eq!(order, (0..h as u32).collect::<Vec<_>>());
            for j in 0..n {
                let z = |step: f64| {
                    let mut x = f.x.clone();
                    x[j] += step;
                    network.forward(&x).z[k]
                };
                let slope = (z(1e-5) - z(-1e-5)) / 2e-5;
                assert_relative_eq!(output.sensitivity[j], slope, max_relative = 1e-6, epsilon = 1e-9);
            }
        }
    }

    #[test]
    fn every_parameter_has_its_place(n in 1..6_usize, h in 1..6_usize, m in 1..5_usize, seed: u64) {
        let mut random = Random::new(seed);
        let network = VectorNetwork::random(n, h, m, &mut random).unwrap();
        let (columns, bytes) = input(n, &mut random);
        let look = Look::new(&network, SparseInput { columns: &columns, bytes: &bytes }, Some(0)).unwrap();
        let (gradient, back) = (look.gradient().unwrap(), look.back.as_ref().unwrap());
        let all = places(&network);
        let checks = check_at(&look, &all).unwrap();
        prop_assert_eq!(all.len(), n * h + h + h * m + m);
        for (place, check) in all.into_iter().zip(checks) {
            prop_assert_eq!(gradient.get(place), back.columns.at(&look.forward, place));
            assert_relative_eq!(check.derivative, check.difference, max_relative = 1e-6, epsilon = 1e-9);
            let mut moved = network.clone();
            moved.set(place, 7.0);
            prop_assert_eq!((moved.get(place), network.shape(place.parameter()).0 > place.row()), (7.0, true));
            moved.set(place, network.get(place));
            prop_assert_eq!(&moved, &network);
        }
    }

    /// The step that the mini-batch's examples make together, parameter by parameter.
    #[test]
    fn shares_make_the_step(n in 1..7_usize, h in 1..7_usize, m in 1..5_usize, count in 1..12_usize, seed: u64) {
        let mut random = Random::new(seed);
        let network = VectorNetwork::random(n, h, m, &mut random).unwrap();
        // Some are none of the outputs.
        let owned: Vec<_> = (0..count).map(|_| (input(n, &mut random), random.below(m as u32 + 1) as u8)).collect();
        let batch = || owned.iter().map(|((columns, bytes), label)| {
            Example { input: SparseInput { columns, bytes }, label: *label }
        });
        let dense: Vec<_> = batch().map(|example| example.dense(n, m)).collect();
        let (gradient, _) = network.mean_gradient(&dense).unwrap();
        let rate = LearningRate::new(0.3).unwrap();
        let mut after = network.clone();
        after.step(rate, &gradient);
        for place in places(&network) {
            let shares = Shares::new(&network, place, rate, batch()).unwrap();
            prop_assert_eq!((shares.value, shares.derivatives.len()), (network.get(place), count));
            assert_relative_eq!(shares.mean, gradient.get(place), epsilon = 1e-15);
            assert_relative_eq!(shares.after, after.get(place), epsilon = 1e-14);
        }
        prop_assert!(Shares::new(&network, places(&network)[0], rate, batch().take(0)).is_none());
        for i in 0..h {
            let row = RowStep::new(&network, i, rate, batch()).unwrap();
            prop_assert_eq!(row.values, network.V.row(i).iter().copied().collect::<Vec<_>>());
            for j in 0..n {
                assert_relative_eq!(row.means[j], gradient.V[(i, j)], epsilon = 1e-15);
                assert_relative_eq!(row.after[j], after.V[(i, j)], epsilon = 1e-14);
            }
        }
        prop_assert!(RowStep::new(&network, 0, rate, batch().take(0)).is_none());
    }

    #[test]
    fn a_sample_has_all_four_and_none_twice(n in 1..50_usize, h in 1..30_usize, m in 1..12_usize, count in 0..1500_usize, seed: u64) {
        let network = VectorNetwork::random(n, h, m, &mut Random::new(1)).unwrap();
        let places = sample(&network, count, seed);
        prop_assert!(places.len() <= count.clamp(4, MOST));
        for parameter in Parameter::ALL {
            prop_assert!(places.iter().any(|place| place.parameter() == parameter));
        }
        let distinct: std::collections::HashSet<_> = places.iter().collect();
        prop_assert_eq!(distinct.len(), places.len());
        for place in &places {
            prop_assert_eq!(Place::new(place.parameter(), place.row(), place.column(), &network), Ok(*place));
        }
        let all = n * h + h + h * m + m;
        // V has what the others leave.
        prop_assert!(places.len() == count.clamp(4, MOST) || places.len() <= all && places.len() >= n * h);
        prop_assert_eq!(sample(&network, count, seed), places);
    }
}
