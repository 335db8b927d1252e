#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use approx::assert_relative_eq;
use descent::network::scalar::{Pair, Pairs, Parameter, ScalarNetwork};
use descent::rule::LearningRate;
use descent::training::scalar_run::{Outlook, ScalarRun};
use proptest::prelude::*;

const START: ScalarNetwork = ScalarNetwork { V: 0.6, v: 0.9, U: -1.2, u: 0.3 };

fn pairs(numbers: &[f64]) -> Pairs {
    Pairs::from_flat(numbers).unwrap()
}

fn rate(alpha: f64) -> LearningRate {
    LearningRate::new(alpha).unwrap()
}

fn run() -> ScalarRun {
    ScalarRun::new(START, pairs(&[1.0, 0.2, -0.5, 0.9]), rate(0.7)).unwrap()
}

/// The bits, since `==` would let −0 pass for 0.
fn bits(network: ScalarNetwork) -> [u64; 4] {
    Parameter::ALL.map(|parameter| network.get(parameter).to_bits())
}

#[test]
fn a_step_follows_the_mean_of_the_pairs() {
    let mut run = run();
    let [one, two] = [(1.0, 0.2), (-0.5, 0.9)].map(|(x, l)| START.backward(&START.forward(x, l)));
    assert!(run.step());
    let after = run.network();
    assert_relative_eq!(after.V, START.V - 0.7 * (one.d_V + two.d_V) / 2.0, max_relative = 1e-14);
    assert_relative_eq!(after.v, START.v - 0.7 * (one.d_v + two.d_v) / 2.0, max_relative = 1e-14);
    assert_relative_eq!(after.U, START.U - 0.7 * (one.d_U + two.d_U) / 2.0, max_relative = 1e-14);
    assert_relative_eq!(after.u, START.u - 0.7 * (one.d_u + two.d_u) / 2.0, max_relative = 1e-14);
    let mean = f64::midpoint(after.forward(1.0, 0.2).error, after.forward(-0.5, 0.9).error);
    assert_relative_eq!(run.error(), mean, max_relative = 1e-14);
}

#[test]
fn the_mean_of_one_pair_is_that_pair_bit_for_bit() {
    let (x, l) = (0.3, 0.7);
    let gradient = START.mean_gradient(&pairs(&[x, l]));
    let single = START.backward(&START.forward(x, l)).into();
    assert_eq!(gradient, single);
    assert_eq!(START.mean_error(&pairs(&[x, l])), START.forward(x, l).error);
}

#[test]
fn back_and_scrubbing_restore_the_exact_bits() {
    let mut run = run();
    let mut seen = vec![(bits(run.network()), run.error().to_bits())];
    for _ in 0..500 {
        assert!(run.step());
        seen.push((bits(run.network()), run.error().to_bits()));
    }
    for t in (0..500).rev() {
        assert!(run.back());
        assert_eq!((bits(run.network()), run.error().to_bits()), seen[t]);
    }
    assert!(!run.back());
    for t in [499, 0, 250, 7, 500] {
        run.go(t);
        assert_eq!(run.t(), t);
        assert_eq!(bits(run.network()), seen[t].0);
    }
    run.go(9999);
    assert_eq!(run.t(), 500);
}

#[test]
fn going_on_after_going_back_keeps_what_lies_ahead_only_while_nothing_changed() {
    let mut run = run();
    (0..100).for_each(|_| assert!(run.step()));
    let end = run.network();
    run.go(40);
    run.step();
    assert_eq!((run.t(), run.last()), (41, 100));
    run.go(100);
    assert_eq!(run.network(), end);
    assert!(run.is_repeatable());

    run.go(40);
    run.set_rate(rate(0.1)).unwrap();
    assert_eq!(run.last(), 100);
    run.step();
    assert_eq!((run.t(), run.last()), (41, 41));
    assert!(!run.is_repeatable());
    run.go(0);
    assert!(run.is_repeatable());
}

/// What was measured stays as it was measured; where the network stands, ε is that over the present pairs.
#[test]
fn other_pairs_are_a_mark_and_no_new_past() {
    let mut run = run();
    (0..5).for_each(|_| assert!(run.step()));
    let measured: Vec<_> = (0..=5).map(|t| run.error_at(t)).collect();
    run.set_pairs(pairs(&[2.0, 1.0]));
    assert_eq!((run.t(), run.last(), run.marks().count()), (5, 5, 0));
    assert_eq!((0..=5).map(|t| run.error_at(t)).collect::<Vec<_>>(), measured);
    assert_eq!(run.error(), run.network().forward(2.0, 1.0).error);
    assert!(!run.is_repeatable());
    assert!(run.step());
    assert_eq!(run.error_at(6), Some(run.network().forward(2.0, 1.0).error));
    assert_eq!(run.marks().collect::<Vec<_>>(), [5]);

    // Where the mark lies ahead, the new pairs are another way.
    run.go(3);
    assert_eq!((run.last(), run.error_at(7)), (6, None));
    assert!(run.step());
    assert_eq!((run.t(), run.last()), (4, 4));
    assert_eq!(run.marks().collect::<Vec<_>>(), [3]);
    assert_eq!((0..=3).map(|t| run.error_at(t)).collect::<Vec<_>>(), measured[..4]);
    // Both are marks; α is told beside its own.
    run.set_rate(LearningRate::new(0.25).unwrap()).unwrap();
    assert!(run.step());
    let rates: Vec<_> = run.rates().skip(1).map(|(from, rate)| (from, rate.get())).collect();
    assert_eq!((run.marks().collect::<Vec<_>>(), rates), (vec![3, 4], vec![(4, 0.25)]));
}

/// A run that has not begun has no past: its start is measured over the pairs that it begins with.
#[test]
fn the_start_is_measured_over_the_pairs_of_the_first_step() {
    let mut run = run();
    run.set_pairs(pairs(&[2.0, 1.0]));
    assert_eq!(run.error_at(0), Some(START.forward(2.0, 1.0).error));
    assert!(run.step());
    run.go(0);
    run.set_pairs(pairs(&[3.0, 0.5]));
    assert_eq!(run.error_at(0), Some(START.forward(2.0, 1.0).error), "the other way is not gone yet");
    assert!(run.step());
    assert_eq!((run.error_at(0), run.marks().count()), (Some(START.forward(3.0, 0.5).error), 0));
}

#[test]
fn a_new_start_forgets_the_old_run() {
    let mut run = run();
    (0..5).for_each(|_| assert!(run.step()));
    let other = ScalarNetwork::new(1.0, 2.0, 3.0, 4.0).unwrap();
    run.restart(other);
    assert_eq!((run.t(), run.last(), run.network()), (0, 0, other));
}

#[test]
fn the_curve_covers_all_steps_and_keeps_its_peaks() {
    let mut run = run();
    (0..999).for_each(|_| assert!(run.step()));
    let whole = run.curve(10_000);
    assert_eq!(whole.len(), 1000);
    assert_eq!((whole[0].last_step, whole[999].last_step), (0, 999));
    assert!(whole.iter().enumerate().all(|(t, bin)| run.error_at(t) == Some(bin.mean())));
    let thin = run.curve(64);
    assert!(thin.len() <= 64);
    assert_eq!(thin.iter().map(|bin| bin.count).sum::<u32>(), 1000);
    assert_eq!(thin.last().unwrap().last_step, 999);
    let most = |bins: &[descent::training::history::Bin]| bins.iter().map(|bin| bin.max).fold(0.0, f64::max);
    assert_eq!(most(&thin), most(&whole));
}

#[test]
fn a_thinned_path_keeps_both_ends() {
    let mut run = run();
    (0..100).for_each(|_| assert!(run.step()));
    let here = (run.network().V, run.network().U);
    for most in [1, 2, 7, 50, 100, 101, 500] {
        let path = run.path(Parameter::V, Parameter::U, most);
        assert!(path.len() <= most + 1);
        assert_eq!(path[0], (START.V, START.U));
        assert_eq!(*path.last().unwrap(), here);
    }
    run.go(0);
    assert_eq!(run.path(Parameter::V, Parameter::U, 10), [(START.V, START.U)]);
    let (least, greatest) = run.extent(Parameter::V);
    assert!(least <= here.0.min(START.V) && greatest >= here.0.max(START.V));
}

#[test]
fn a_run_ends_where_its_memory_does() {
    let mut run = run();
    (0..ScalarRun::MOST_STEPS).for_each(|_| assert!(run.step()));
    let end = run.network();
    assert!(!run.step());
    assert_eq!((run.t(), run.network()), (ScalarRun::MOST_STEPS, end));
}

#[test]
fn a_learned_pair_is_told_from_one_that_descends() {
    let mut run = ScalarRun::new(START, pairs(&[1.0, 0.2]), rate(1.0)).unwrap();
    assert_eq!(run.outlook(), Outlook::Descending);
    while run.outlook() == Outlook::Descending {
        assert!(run.step());
    }
    assert_eq!(run.outlook(), Outlook::Learned);
    assert!((run.network().forward(1.0, 0.2).z - 0.2).abs() <= 0.05);
}

#[test]
fn all_is_learned_only_when_each_answer_is_near_its_label() {
    // U = 0, so every answer is σ(0) = ½.
    let half = ScalarNetwork::new(1.0, 0.0, 0.0, 0.0).unwrap();
    let outlook = |last: f64| {
        let mut numbers = [0.0, 0.5].repeat(7);
        numbers.extend([1.0, last]);
        let run = ScalarRun::new(half, pairs(&numbers), rate(1.0)).unwrap();
        assert!(run.error() < ScalarRun::LEARNED);
        run.outlook()
    };
    assert_eq!(outlook(0.54), Outlook::Learned);
    assert_eq!(outlook(0.63), Outlook::Cut);
}

#[test]
fn what_cannot_be_computed_with_stops_at_the_door() {
    let code = |numbers: &[f64]| Pairs::from_flat(numbers).unwrap_err().code();
    assert_eq!(code(&[]), "no-examples");
    assert_eq!(code(&[1.0]), "pair-numbers");
    for wrong in [[f64::NAN, 0.0], [1001.0, 0.0], [0.0, 1.5], [0.0, -0.1], [0.0, f64::NAN], [f64::INFINITY, 1.0]] {
        assert_eq!(code(&wrong), "number-out-of-range");
    }
    for wrong in [f64::NAN, f64::INFINITY, -1000.5] {
        for at in 0..4 {
            let mut numbers = [0.0; 4];
            numbers[at] = wrong;
            let [V, v, U, u] = numbers;
            let error = ScalarNetwork::new(V, v, U, u).unwrap_err();
            assert_eq!(error.code(), "number-out-of-range");
            assert_eq!(error.details()[0], ("what", ["V", "v", "U", "u"][at].to_string()));
        }
    }
    let one = pairs(&[1.0, 0.0]);
    assert!(ScalarRun::new(START, one.clone(), rate(1000.0)).is_ok());
    assert!(ScalarRun::new(START, one.clone(), rate(1000.5)).is_err());
    let mut run = ScalarRun::new(START, one, rate(1.0)).unwrap();
    assert!(run.set_rate(rate(2000.0)).is_err());
    assert_eq!(run.rate().get(), 1.0);
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// Nothing that passes the door can become NaN or infinite, however it is trained.
    #[test]
    fn every_number_stays_finite(
        start in prop::array::uniform4(-1000.0..1000.0_f64),
        x in -1000.0..1000.0_f64, l in 0.0..1.0_f64, alpha in 0.001..1000.0_f64,
    ) {
        let [V, v, U, u] = start;
        let network = ScalarNetwork::new(V, v, U, u).unwrap();
        let pairs = Pairs::new(vec![Pair { x, l }, Pair { x: -x, l: 1.0 - l }]).unwrap();
        let mut run = ScalarRun::new(network, pairs, rate(alpha)).unwrap();
        for _ in 0..200 {
            run.step();
            prop_assert!(Parameter::ALL.iter().all(|&parameter| run.network().get(parameter).is_finite()));
            prop_assert!(run.error().is_finite());
        }
    }
}
