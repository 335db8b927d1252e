//! The range test for α.

use descent::data::dataset::Dataset;
use descent::random::Random;
use descent::rule::LearningRate;
use descent::training::range_test::{RATES, rise};
use descent::training::trainer::{Settings, Step, Trainer};

use crate::mnist;

fn trainer(hidden: usize, seed: u64, alpha: f64) -> Trainer {
    Trainer::new(Settings::new(hidden, 10, seed).unwrap(), LearningRate::new(alpha).unwrap(), 60_000).unwrap()
}

/// Each point is a step that the run could make, with the data that it would take.
#[test]
fn its_points_are_steps_of_the_run() {
    let mut run = trainer(30, 1, 3.0);
    run.steps(5_990, mnist::train());
    let before = run.network().clone();
    let found = run.find_rate(100, mnist::train()).unwrap();
    assert_eq!((run.t(), run.network() == &before, found.points.len()), (5_990, true, 100));
    for [alpha, error] in &found.points {
        run.set_rate(LearningRate::new(*alpha).unwrap());
        let Step::Made { error: expected, .. } = run.step(mnist::train()) else { panic!("the data are there") };
        assert_eq!(*error, expected);
    }
    let alphas: Vec<f64> = found.points.iter().map(|[alpha, _]| *alpha).collect();
    assert!((alphas[0] / RATES[0] - 1.0).abs() < 1e-12 && (alphas[99] / RATES[1] - 1.0).abs() < 1e-12);
    let factor = alphas[1] / alphas[0];
    assert!(alphas.windows(2).all(|pair| (pair[1] / pair[0] / factor - 1.0).abs() < 1e-12));
}

#[test]
fn what_is_no_number_of_steps_is_refused() {
    for steps in [0, 9, 1_001] {
        assert_eq!(trainer(30, 1, 3.0).find_rate(steps, mnist::train()).unwrap_err().code(), "out-of-range");
    }
}

#[test]
fn without_data_there_are_no_points() {
    let found = trainer(30, 1, 3.0).find_rate(100, &Dataset::new()).unwrap();
    assert_eq!((found.points.len(), found.rises, found.suggested), (0, None, None));
}

/// What it suggests trains well, whatever the seed and however much is learned already.
#[test]
fn what_it_suggests_trains() {
    for (hidden, steps) in [(30, 0), (30, 6_000), (100, 0)] {
        for seed in 1..=4 {
            let mut run = trainer(hidden, seed, 3.0);
            run.steps(steps, mnist::train());
            let found = run.find_rate(100, mnist::train()).unwrap();
            let (rises, alpha) = (found.rises.expect("ε rises"), found.suggested.expect("ε rises"));
            run.set_rate(LearningRate::new(alpha).unwrap());
            run.steps(6_000, mnist::train());
            let accuracy = run.examine(mnist::test()).accuracy();
            println!("H = {hidden}, after {steps}: ε rises from {rises:.2}; an epoch at {alpha:.2}: {accuracy:.4}");
            assert!((0.1..=12.0).contains(&alpha) && accuracy > 0.9, "α = {alpha}: {accuracy}");
        }
    }
}

/// Chance alone looks like a rise in four of a thousand tests; a step is found within a window.
#[test]
fn noise_is_not_taken_for_a_rise() {
    let mut alarms = 0;
    for seed in 0..2_000 {
        let mut random = Random::new(seed);
        let level: Vec<[f64; 2]> = (0..100).map(|i| [f64::from(i), 0.1 + 0.05 * random.normal()]).collect();
        let step: Vec<_> = level.iter().map(|[i, error]| [*i, error + if *i < 70.0 { 0.0 } else { 0.3 }]).collect();
        alarms += u32::from(rise(&level, 40, 10).is_some());
        assert!(rise(&step, 40, 10).is_some_and(|i| i <= 70), "seed {seed}");
    }
    assert!(alarms < 20, "{alarms} of 2,000");
    assert_eq!(rise(&[], 40, 10), None);
}
