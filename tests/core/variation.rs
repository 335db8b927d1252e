use descent::data::dataset::Dataset;
use descent::data::distortion::Distortion;
use descent::data::forms::Forms;
use descent::data::scribble::{Kinds, scribble};
use descent::data::stages::Stages;
use descent::random::Random;
use descent::training::variation::{NO_DIGIT, Variation};
use proptest::prelude::*;

use crate::mnist;

const NOTHING: Variation = Variation {
    scribbles: 0.0,
    drawn: 0.0,
    forms: Forms { upstroke: 0.0, foot: 0.0, short_stem: 0.0, bar: 0.0, hook: 0.0 },
    stages: Stages { straighten: true },
    distortion: Distortion {
        rotation: 0.0,
        shear: 0.0,
        scale: 0.0,
        translation: 0.0,
        elastic: 0.0,
        smoothness: 4.0,
        thickness: 0.0,
    },
};

fn pixels(dataset: &Dataset) -> Vec<(Vec<u8>, u8)> {
    (0..dataset.arrived()).map(|i| (dataset.image(i).to_vec(), dataset.example(i).label)).collect()
}

#[test]
fn without_variation_only_the_stages_and_the_haze_are_left() {
    let varied = NOTHING.examples(mnist::train(), 10..20, 1, 1);
    for index in 0..10 {
        let upright = Stages { straighten: true }.image(&mnist::train().image(10 + index));
        assert_eq!(varied.image(index), upright.map(|ink| if ink < 8 { 0 } else { ink }));
        assert_eq!(varied.example(index).label, mnist::train().example(10 + index).label);
    }
}

/// An image follows from seed, epoch and index: not from the others that are made with it.
#[test]
fn an_example_does_not_depend_on_its_neighbours() {
    let together = pixels(&Variation::OTHER_HANDS.examples(mnist::train(), 0..40, 3, 7));
    let apart: Vec<_> =
        (0..40).flat_map(|i| pixels(&Variation::OTHER_HANDS.examples(mnist::train(), i..i + 1, 3, 7))).collect();
    assert_eq!(together, apart);
    for (seed, epoch) in [(4, 7), (3, 8)] {
        let other = pixels(&Variation::OTHER_HANDS.examples(mnist::train(), 0..40, seed, epoch));
        assert!(together.iter().zip(&other).all(|(one, other)| one.0 != other.0));
    }
}

#[test]
fn scribbles_are_as_many_as_asked_and_no_digits() {
    let varied = Variation { scribbles: 0.25, ..NOTHING }.examples(mnist::train(), 0..2_000, 1, 1);
    let scribbles = (0..2_000).filter(|i| varied.example(*i).label == NO_DIGIT).count();
    assert!((440..560).contains(&scribbles), "{scribbles} of 2000");
}

proptest! {
    #[test]
    fn a_scribble_follows_from_its_seed_and_has_ink(seed: u64, unseen: bool) {
        let kinds = if unseen { Kinds::Unseen } else { Kinds::Shown };
        let drawing = scribble(kinds, &mut Random::new(seed));
        prop_assert_eq!(&drawing, &scribble(kinds, &mut Random::new(seed)));
        prop_assert!(Stages::default().drawing(&drawing).is_some());
        let bounds = drawing.bounds().unwrap();
        for value in [bounds.least.x, bounds.least.y, bounds.most.x, bounds.most.y] {
            prop_assert!((-2.0..3.0).contains(&value), "{bounds:?}");
        }
    }
}
