//! Each preset shows what its name says.

use descent::network::scalar::{Gradient, Pairs, Parameter, ScalarNetwork};
use descent::rule::LearningRate;
use descent::training::scalar_presets::PRESETS;
use descent::training::scalar_run::{Outlook, ScalarRun};

fn start(id: &str) -> ScalarRun {
    let preset = PRESETS.iter().find(|preset| preset.id == id).unwrap();
    let pairs = Pairs::new(preset.pairs.to_vec()).unwrap();
    ScalarRun::new(preset.network, pairs, LearningRate::new(preset.rate).unwrap()).unwrap()
}

fn steps(run: &mut ScalarRun, count: usize) {
    (0..count).for_each(|_| assert!(run.step()));
}

/// The answer to the first pair.
fn z(run: &ScalarRun) -> f64 {
    let pair = run.pairs().as_slice()[0];
    run.network().forward(pair.x, pair.l).z
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round()
}

#[test]
fn every_preset_passes_the_door_and_has_a_name_of_its_own() {
    for (index, preset) in PRESETS.iter().enumerate() {
        start(preset.id);
        let ScalarNetwork { V, v, U, u } = preset.network;
        assert_eq!(ScalarNetwork::new(V, v, U, u).unwrap(), preset.network);
        assert!(PRESETS[..index].iter().all(|other| other.id != preset.id));
    }
}

/// Nielsen's figures: from 0.82 to 0.09 in 300 epochs at α = 0.15.
#[test]
fn learns_at_once() {
    let mut run = start("learns");
    assert_eq!((run.pairs().as_slice()[0].x, run.pairs().as_slice()[0].l, run.rate().get()), (1.0, 0.0, 0.15));
    assert_eq!(hundredths(z(&run)), 82.0);
    assert_eq!(run.outlook(), Outlook::Descending);
    steps(&mut run, 50);
    assert!(z(&run) < 0.4, "most is learned in 50 steps");
    steps(&mut run, 250);
    assert_eq!(hundredths(z(&run)), 9.0);
}

/// Nielsen's figures: 0.98 hardly moves for 150 epochs, then falls to 0.20 by the 300th.
#[test]
fn starts_wrong_and_saturated() {
    let mut run = start("saturated");
    let (learns, here) = (start("learns").network(), run.network());
    assert_eq!((learns.V, learns.v, learns.U), (here.V, here.v, here.U), "only u differs");
    assert_eq!((run.pairs(), run.rate()), (start("learns").pairs(), start("learns").rate()));
    assert_eq!(hundredths(z(&run)), 98.0);
    assert_eq!(run.outlook(), Outlook::Saturated);
    steps(&mut run, 150);
    assert!(z(&run) > 0.9, "stalls for 150 steps");
    steps(&mut run, 100);
    assert!(z(&run) < 0.3, "then falls");
    steps(&mut run, 50);
    assert!(z(&run) < 0.2);
}

#[test]
fn nothing_reaches_the_first_layer_while_u_is_zero() {
    let mut run = start("cut");
    assert_eq!(run.outlook(), Outlook::Cut);
    let before = run.network();
    let gradient = run.gradient();
    assert_eq!((gradient.V, gradient.v), (0.0, 0.0));
    assert!(gradient.U != 0.0 && gradient.u != 0.0);
    steps(&mut run, 1);
    let after = run.network();
    assert_eq!((after.V.to_bits(), after.v.to_bits()), (before.V.to_bits(), before.v.to_bits()));
    assert!(after.U != 0.0);
    steps(&mut run, 1);
    assert!(run.network().V != before.V, "as soon as U is not 0, V and v move");
    steps(&mut run, 200);
    assert!(z(&run) < 0.1);
}

#[test]
fn a_symmetric_start_stands_still_until_it_is_nudged() {
    let mut run = start("symmetric");
    assert_eq!(run.gradient(), Gradient::default());
    assert_eq!(run.outlook(), Outlook::Still);
    assert_eq!(run.error(), 0.125);
    let before = run.network();
    steps(&mut run, 1000);
    assert_eq!(run.network(), before);

    run.restart(before.with(Parameter::U, 0.1));
    steps(&mut run, 400);
    assert!(run.error() < 0.01, "{}", run.error());
}

#[test]
fn too_large_a_rate_jumps_onto_a_plateau() {
    let mut run = start("large");
    assert_eq!(run.outlook(), Outlook::Jumping);
    let before = run.error();
    steps(&mut run, 1);
    let after = run.error();
    assert!(after > 2.0 * before, "the first step makes it worse: {before} → {after}");
    assert_eq!(run.outlook(), Outlook::Saturated);
    steps(&mut run, 50);
    assert!((run.error() - after).abs() < 0.01 * after, "and there it stays: {after} → {}", run.error());

    let mut gentle = start("large");
    gentle.set_rate(LearningRate::new(10.0).unwrap()).unwrap();
    steps(&mut gentle, 20);
    assert_eq!(gentle.outlook(), Outlook::Learned);
}
