//! What is asked of the network in training: its next mini-batch, and whether its derivatives are right.

use descent::data::dataset::{Dataset, SparseImage};
use descent::data::{DIGITS, PIXELS};
use descent::network::gradient_check::GradientCheck;
use descent::network::look::Look;
use descent::network::place::Place;
use descent::network::scalar::Parameter;
use descent::network::shares::Shares;
use descent::network::sparse::Example;
use descent::rule::LearningRate;
use descent::training::trainer::{BLOCK, Settings, Step, Trainer};

use crate::mnist;

/// The first examples of MNIST as a data set of their own.
fn first(count: u32) -> Dataset {
    mnist::train().mapped(0..count, |_, image, label| (*image, label))
}

fn trainer(batch: usize, total: usize) -> Trainer {
    Trainer::new(Settings::new(30, batch, 1).unwrap(), LearningRate::new(3.0).unwrap(), total).unwrap()
}

#[test]
fn the_next_mini_batch_is_the_one_that_is_learned_from() {
    let data = first(103);
    let mut trainer = trainer(10, 103);
    let mut seen = Vec::new();
    for step in 0..25 {
        let batch = trainer.next_batch(&data);
        assert_eq!(batch.len(), if step % 11 == 10 { 3 } else { 10 });
        let mut reference = trainer.network().to_reference();
        let dense: Vec<_> = batch.iter().map(|i| data.example(*i as usize).dense(PIXELS, DIGITS)).collect();
        let (gradient, expected) = reference.mean_gradient(&dense).unwrap();
        reference.step(trainer.rate(), &gradient);
        let Step::Made { error, .. } = trainer.step(&data) else { panic!("the data are there") };
        assert!((error - expected).abs() < 1e-5);
        assert!((trainer.network().to_reference().V - &reference.V).amax() < 1e-5);
        seen.push(batch);
    }
    let mut epoch: Vec<u32> = seen[..11].concat();
    epoch.sort_unstable();
    assert_eq!(epoch, (0..103).collect::<Vec<_>>());
    for step in [3, 20, 0, 12] {
        trainer.go(step, &data);
        assert_eq!(trainer.next_batch(&data), seen[step as usize]);
    }
}

/// A lesson is what the next step is made with where the run had one, and from the next epoch on one of the examples.
#[test]
fn the_next_mini_batch_knows_the_lessons() {
    let data = first(23);
    let mut trainer = trainer(10, 23);
    let drawing = mnist::test().image(0);
    assert_ne!(trainer.step(&data), Step::Waiting);
    trainer.teach(&drawing, 7, &data).unwrap();
    trainer.back(&data);
    assert_eq!(trainer.next_batch(&data), [23]);
    assert_eq!(trainer.example(23, &data), Example { input: SparseImage::new(&drawing).input(), label: 7 });
    let network = trainer.network().to_reference();
    let place = Place::new(Parameter::u, 7, 0, &network).unwrap();
    let batch = trainer.next_batch(&data);
    let examples = batch.iter().map(|index| trainer.example(*index, &data));
    let shares = Shares::new(&network, place, trainer.rate(), examples).unwrap();
    assert_ne!(trainer.step(&data), Step::Waiting);
    assert!((trainer.network().to_reference().get(place) - shares.after).abs() < 1e-6);
    while trainer.epoch() == 0 {
        assert_ne!(trainer.step(&data), Step::Waiting);
    }
    let mut epoch = Vec::new();
    while trainer.epoch() == 1 {
        epoch.extend(trainer.next_batch(&data));
        assert_ne!(trainer.step(&data), Step::Waiting);
    }
    epoch.sort_unstable();
    assert_eq!(epoch, (0..24).collect::<Vec<_>>());
}

#[test]
fn a_mini_batch_that_has_not_arrived_is_empty() {
    let mut data = Dataset::new();
    let mut trainer = trainer(30, 60_000);
    data.push_labels(&mnist::file("train-labels-idx1-ubyte")).unwrap();
    assert!(trainer.next_batch(&data).is_empty());
    data.push_images(&mnist::file("train-images-idx3-ubyte")[..16 + PIXELS * (BLOCK + 10)]).unwrap();
    // Of the 67th only the first 20 examples are there.
    while !trainer.next_batch(&data).is_empty() {
        assert_ne!(trainer.step(&data), Step::Waiting);
    }
    assert_eq!(trainer.t(), BLOCK as u64 / 30);
}

/// The network of the page after half an epoch, where many derivatives are small: what can be measured agrees.
#[test]
fn the_derivatives_of_a_trained_network_are_slopes() {
    let data = mnist::train();
    let mut trainer = trainer(10, 60_000);
    assert_eq!(trainer.steps(3_000, data), 3_000);
    let network = trainer.network().to_reference();
    for index in 0..20 {
        let example = mnist::test().example(index);
        let mut look = Look::new(&network, example.input, Some(example.label.into())).unwrap();
        let check = GradientCheck::new(&look, 200, 1).unwrap();
        assert_eq!(check.count, 200);
        assert!(check.measurable > 100 && check.zero > 0, "{check:?}");
        assert!(check.worst_measurable < 1e-5 && check.absolute < 1e-9, "{check:?}");
        // A derivative that is wrong is found.
        look.back.as_mut().unwrap().columns.d_q[usize::from(example.label)] *= 1.01;
        assert!(GradientCheck::new(&look, 200, 1).unwrap().worst_measurable > 0.009);
    }
}
