use std::collections::HashSet;

use descent::data::dataset::Dataset;
use descent::data::distortion::Distortion;
use descent::data::forms::Forms;
use descent::data::hand::Hand;
use descent::data::scribble::{Kinds, scribble};
use descent::data::skeleton::drawn;
use descent::data::stages::Stages;
use descent::data::strokes::read_line;
use descent::network::sparse::Workspace;
use descent::random::Random;
use descent::rule::LearningRate;
use descent::training::evaluation::evaluate;
use descent::training::trainer::{Settings, Trainer};
use descent::training::variation::{NO_DIGIT, Variation};
use proptest::prelude::*;

use crate::mnist;

const NOTHING: Variation = Variation {
    scribbles: 0.0,
    drawn: 0.0,
    redrawn: 0.0,
    hand: Hand::OTHERS,
    forms: Forms { upstroke: 0.0, foot: 0.0, short_stem: 0.0, bar: 0.0, hook: 0.0 },
    stages: Stages { straighten: true },
    distortion: Distortion::NONE,
};

fn pixels(dataset: &Dataset) -> Vec<(Vec<u8>, u8)> {
    (0..dataset.arrived()).map(|i| (dataset.image(i).to_vec(), dataset.example(i).label)).collect()
}

#[test]
fn without_variation_only_the_stages_and_the_haze_are_left() {
    let varied = NOTHING.examples(mnist::train(), &[], 10..20, 1, 1);
    for index in 0..10 {
        let upright = Stages { straighten: true }.image(&mnist::train().image(10 + index));
        assert_eq!(varied.image(index), upright.map(|ink| if ink < 8 { 0 } else { ink }));
        assert_eq!(varied.example(index).label, mnist::train().example(10 + index).label);
    }
}

/// An image follows from seed, epoch and index: not from the others that are made with it.
#[test]
fn an_example_does_not_depend_on_its_neighbours() {
    let together = pixels(&Variation::OTHER_HANDS.examples(mnist::train(), &[], 0..40, 3, 7));
    let apart: Vec<_> =
        (0..40).flat_map(|i| pixels(&Variation::OTHER_HANDS.examples(mnist::train(), &[], i..i + 1, 3, 7))).collect();
    assert_eq!(together, apart);
    for (seed, epoch) in [(4, 7), (3, 8)] {
        let other = pixels(&Variation::OTHER_HANDS.examples(mnist::train(), &[], 0..40, seed, epoch));
        assert!(together.iter().zip(&other).all(|(one, other)| one.0 != other.0));
    }
}

#[test]
fn scribbles_are_as_many_as_asked_and_no_digits() {
    let varied = Variation { scribbles: 0.25, ..NOTHING }.examples(mnist::train(), &[], 0..2_000, 1, 1);
    let scribbles = (0..2_000).filter(|i| varied.example(*i).label == NO_DIGIT).count();
    assert!((440..560).contains(&scribbles), "{scribbles} of 2000");
}

#[test]
fn drawn_digits_are_as_many_as_asked_and_keep_their_label() {
    let varied = Variation { drawn: 0.25, ..NOTHING }.examples(mnist::train(), &[], 0..2_000, 1, 1);
    let upright = NOTHING.examples(mnist::train(), &[], 0..2_000, 1, 1);
    let drawn = (0..2_000).filter(|i| varied.image(*i) != upright.image(*i)).count();
    assert!((440..560).contains(&drawn), "{drawn} of 2000");
    assert!((0..2_000).all(|i| varied.example(i).label == upright.example(i).label));
}

/// That the skeletons are the digits whose names they have: a network that has seen none of them, trained on MNIST
/// alone, reads most.
#[test]
fn skeletons_are_the_digits_that_they_say() {
    let settings = Settings::new(30, 10, 1).unwrap();
    let mut trainer = Trainer::new(settings, LearningRate::new(3.0).unwrap(), 60_000).unwrap();
    trainer.steps(2 * trainer.steps_per_epoch(), mnist::train());
    let mut random = Random::new(1);
    let drawings = (0..2_000).map(|i| {
        let digit = (i % 10) as u8;
        (Stages::default().drawing(&drawn(digit, &mut random)).unwrap(), digit)
    });
    let evaluation = evaluate(trainer.network(), &drawings.collect(), &mut Workspace::default());
    // It takes every second 9 for a 3: those with a hook. That is why they are drawn.
    for (digit, row) in evaluation.confusion.iter().enumerate() {
        assert!(row[digit] > 80, "{digit} is read as {row:?}");
    }
    assert!(evaluation.accuracy() > 0.8, "{}", evaluation.accuracy());
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn a_drawn_digit_follows_from_its_seed(digit in 0..10_u8, seed: u64) {
        let drawing = drawn(digit, &mut Random::new(seed));
        prop_assert_eq!(&drawing, &drawn(digit, &mut Random::new(seed)));
        let ink: u32 = drawing.image().unwrap().iter().map(|ink| u32::from(*ink)).sum();
        prop_assert!((20 * 255..300 * 255).contains(&ink), "{ink}");
    }

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

/// Drawings stand in the place of as many examples as asked, with their own digit; without any the images stay.
#[test]
fn redrawn_drawings_are_as_many_as_asked_and_bring_their_label() {
    let line = "{\"digit\": 7, \"writer\": 3, \"strokes\": [[[0, 0], [6, 0], [3, 10]]]}";
    let seven = read_line(line).unwrap().unwrap();
    let redrawn = Variation { redrawn: 0.3, ..NOTHING };
    let images = mnist::train();
    let varied = redrawn.examples(images, std::slice::from_ref(&seven), 0..2_000, 1, 1);
    let upright = pixels(&NOTHING.examples(images, &[], 0..2_000, 1, 1));
    let others: Vec<_> = (0..2_000).filter(|i| varied.image(*i)[..] != upright[*i].0[..]).collect();
    assert!((530..670).contains(&others.len()), "{} of 2000", others.len());
    assert!(others.iter().all(|i| varied.example(*i).label == 7));
    let seen: HashSet<_> = others.iter().map(|i| varied.image(*i).to_vec()).collect();
    assert!(seen.len() > others.len() * 9 / 10, "each time another hand");
    assert_eq!(pixels(&redrawn.examples(images, &[], 0..50, 1, 1))[..], upright[..50]);
}
