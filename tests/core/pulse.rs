//! What is measured of a network in training, against the reference.

use descent::data::dataset::Dataset;
use descent::data::{DIGITS, Image};
use descent::rule::LearningRate;
use descent::sigmoid::sigmoid_prime;
use descent::training::pulse::{BINS, SATURATED};
use descent::training::trainer::{Settings, Trainer};
use nalgebra::DVector;
use proptest::prelude::*;

use crate::mnist;

fn data(count: usize) -> Dataset {
    let images: Vec<(Image, u8)> =
        (0..count).map(|i| (mnist::train().image(i), mnist::train().example(i).label)).collect();
    Dataset::from_images(images.iter().map(|(image, label)| (image, *label))).unwrap()
}

fn trainer(hidden: usize, batch: usize, alpha: f64, seed: u64, total: usize) -> Trainer {
    let rate = LearningRate::new(alpha).unwrap();
    Trainer::new(Settings::new(hidden, batch, seed).unwrap(), rate, total).unwrap()
}

#[test]
fn there_is_no_pulse_before_the_data() {
    let mut trainer = trainer(3, 10, 1.0, 1, 60_000);
    assert_eq!(trainer.pulse(&Dataset::new()), None);
    assert!(trainer.pulses().points().is_empty());
}

#[test]
fn pulses_belong_to_the_moment_they_were_measured_in() {
    let data = data(100);
    let mut trainer = trainer(3, 10, 1.0, 1, 100);
    for steps in [0, 5, 5] {
        trainer.steps(steps, &data);
        trainer.pulse(&data);
    }
    let steps = |trainer: &Trainer| trainer.pulses().points().iter().map(|(t, _)| *t).collect::<Vec<_>>();
    assert_eq!((trainer.go(7, &data), steps(&trainer)), (7, vec![0, 5, 10]));
    trainer.set_rate(LearningRate::new(2.0).unwrap());
    trainer.steps(1, &data);
    assert_eq!(steps(&trainer), [0, 5]);
}

/// At α = 100 the hidden units saturate and the derivatives vanish: what the page shows it for.
#[test]
fn much_too_large_a_rate_saturates() {
    let data = data(1_000);
    let pulse = |alpha| {
        let mut trainer = trainer(30, 10, alpha, 1, 1_000);
        trainer.steps(100, &data);
        trainer.pulse(&data).unwrap()
    };
    let (calm, wild) = (pulse(3.0), pulse(100.0));
    println!(
        "α = 3: {:.3} saturated, norm {:.4}; α = 100: {:.3}, {:.2e}",
        calm.saturated, calm.norm, wild.saturated, wild.norm
    );
    assert!(wild.saturated > 0.9 && wild.saturated > 3.0 * calm.saturated);
}

/// Silent is what no longer learns and is wrong: neither a new network, nor one that learns, nor one that has learned all.
#[test]
fn outputs_that_no_longer_learn_are_silent() {
    let data = data(1_000);
    let after = |alpha, steps| {
        let mut trainer = trainer(30, 10, alpha, 1, 1_000);
        trainer.steps(steps, &data);
        let before = trainer.network().clone();
        let is_silent = trainer.is_silent(&data);
        assert_eq!(trainer.network(), &before, "asking changes nothing");
        is_silent
    };
    for steps in [50, 100, 200, 400] {
        assert!(after(100.0, steps), "α = 100, t = {steps}");
    }
    assert!(!after(100.0, 0), "nothing was learned yet");
    for (alpha, steps) in [(3.0, 1), (3.0, 200), (30.0, 50), (30.0, 100)] {
        assert!(!after(alpha, steps), "α = {alpha}, t = {steps}");
    }
    // The same ten examples until they are known by heart: many σ′ are small there, and so is ε.
    let few = self::data(10);
    let mut known = trainer(30, 10, 3.0, 1, 10);
    known.steps(20_000, &few);
    assert!(!known.is_silent(&few));
    assert!(!trainer(3, 10, 1.0, 1, 60_000).is_silent(&Dataset::new()), "there are no data");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..crate::seeded() })]

    /// The norm is that of the reference's mean gradient over the mini-batch of the next step, which is found by making it.
    #[test]
    fn a_pulse_is_what_the_reference_has(
        hidden in 1..20_usize, batch in 1..30_usize, alpha in 0.1..30.0_f64, seed: u64, steps in 0..60_u64,
    ) {
        let data = data(100);
        let mut trainer = trainer(hidden, batch, alpha, seed, 100);
        trainer.steps(steps, &data);
        let before = trainer.network().clone();
        let pulse = trainer.pulse(&data).unwrap();
        prop_assert_eq!(trainer.network(), &before);
        prop_assert_eq!(trainer.pulses().points(), &[(steps, [pulse.norm, pulse.saturated])]);
        // By the lecture's order of an epoch: seed and number of the epoch alone.
        let epoch = trainer.epoch();
        let mut order: Vec<usize> = (0..100).collect();
        descent::random::Random::stream(seed, epoch + 1).shuffle(&mut order);
        let examples = &order[trainer.position()..(trainer.position() + batch).min(100)];
        let reference = before.to_reference();
        let pairs: Vec<_> = examples.iter().map(|index| {
            let (image, label) = (data.image(*index), data.example(*index).label);
            let x = DVector::from_iterator(784, image.iter().map(|byte| f64::from(*byte) / 255.0));
            (x, DVector::from_fn(DIGITS, |k, _| f64::from(u8::from(k == usize::from(label)))))
        }).collect();
        let (gradient, _) = reference.mean_gradient(&pairs).unwrap();
        let squares = [gradient.V.norm_squared(), gradient.v.norm_squared(), gradient.U.norm_squared(), gradient.u.norm_squared()];
        let norm = squares.iter().sum::<f64>().sqrt();
        prop_assert!((pulse.norm - norm).abs() < 1e-4 * norm + 1e-9, "{} and {norm}", pulse.norm);
        let slopes: Vec<f64> =
            pairs.iter().flat_map(|(x, _)| reference.forward(x).p.map(sigmoid_prime).data.as_vec().clone()).collect();
        // A unit may stand at the border, within the rounding.
        let share = |least: f64| slopes.iter().filter(|slope| **slope < least).count() as f64 / slopes.len() as f64;
        prop_assert!(share(SATURATED * 0.999) <= pulse.saturated && pulse.saturated <= share(SATURATED * 1.001));
        for (counts, weights) in [(&pulse.V, reference.V.as_slice()), (&pulse.U, reference.U.as_slice())] {
            prop_assert_eq!(counts.iter().sum::<u32>() as usize, weights.len());
            let width = 2.0 * pulse.edge / BINS as f64;
            for (i, count) in counts.iter().enumerate() {
                let from = i as f64 * width - pulse.edge;
                let inside = |slack: f64| {
                    let range = from - slack..from + width + slack;
                    weights.iter().filter(|weight| range.contains(*weight)).count()
                };
                prop_assert!((inside(-1e-9)..=inside(1e-9)).contains(&(*count as usize)), "bin {i}");
            }
        }
        let most = reference.V.amax().max(reference.U.amax());
        prop_assert!(pulse.edge >= most && pulse.edge <= 2.5 * most, "{} for {most}", pulse.edge);
    }
}
