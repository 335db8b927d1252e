use std::num::NonZero;

use descent::network::sparse::{Example, SparseInput, SparseNetwork, Workspace};
use descent::network::vector::VectorNetwork;
use descent::random::Random;
use descent::rule::LearningRate;
use nalgebra::DVector;
use proptest::prelude::*;

/// An example with about a fifth of its inputs not zero.
#[derive(Debug, Clone)]
struct Owned {
    columns: Vec<u16>,
    bytes: Vec<u8>,
    label: u8,
}

impl Owned {
    fn random(inputs: usize, outputs: usize, random: &mut Random) -> Self {
        let columns: Vec<u16> = (0..inputs as u16).filter(|_| random.below(5) == 0).collect();
        let bytes = columns.iter().map(|_| random.below(255) as u8 + 1).collect();
        Self { columns, bytes, label: random.below(outputs as u32 + 1) as u8 }
    }

    fn example(&self) -> Example<'_> {
        Example { input: SparseInput { columns: &self.columns, bytes: &self.bytes }, label: self.label }
    }

    /// The same for the reference: x⃗ with its zeros, l⃗ with one 1.
    fn dense(&self, inputs: usize, outputs: usize) -> (DVector<f64>, DVector<f64>) {
        let mut x = DVector::zeros(inputs);
        for (column, byte) in self.columns.iter().zip(&self.bytes) {
            x[usize::from(*column)] = f64::from(*byte) / 255.0;
        }
        let mut l = DVector::zeros(outputs);
        // One beyond the last output: none of them.
        if let Some(named) = l.get_mut(usize::from(self.label)) {
            *named = 1.0;
        }
        (x, l)
    }
}

fn assert_near(sparse: &SparseNetwork, reference: &VectorNetwork, tolerance: f64) {
    let found = sparse.to_reference();
    for (name, difference) in [
        ("V", (&found.V - &reference.V).amax()),
        ("v", (&found.v - &reference.v).amax()),
        ("U", (&found.U - &reference.U).amax()),
        ("u", (&found.u - &reference.u).amax()),
    ] {
        assert!(difference < tolerance, "{name} differs by {difference}");
    }
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// Any sizes, so that every rest of a block of lanes occurs; any mini-batch; several steps.
    #[test]
    fn steps_as_the_reference_does(
        inputs in 1..60_usize, hidden in 1..80_usize, outputs in 1..13_usize, count in 1..12_usize, seed: u64,
    ) {
        let mut random = Random::new(seed);
        let mut sparse = SparseNetwork::random(inputs, hidden, outputs, &mut random).unwrap();
        let mut reference = sparse.to_reference();
        let alpha = LearningRate::new(3.0).unwrap();
        let mut workspace = Workspace::default();
        for _ in 0..5 {
            let batch: Vec<Owned> = (0..count).map(|_| Owned::random(inputs, outputs, &mut random)).collect();
            let dense: Vec<_> = batch.iter().map(|example| example.dense(inputs, outputs)).collect();
            let (gradient, error) = reference.mean_gradient(&dense).unwrap();
            reference.step(alpha, &gradient);
            let found = sparse.step(alpha, batch.iter().map(Owned::example), &mut workspace);
            prop_assert!((found - error).abs() < 1e-5, "ε is {found}, the reference has {error}");
        }
        assert_near(&sparse, &reference, 2e-5);
    }

    /// Any division of the hidden units and of the examples, also into more threads than there are; mini-batches of
    /// different sizes, an empty one among them.
    #[test]
    fn the_number_of_threads_changes_no_bit(
        inputs in 1..60_usize, hidden in 1..150_usize, outputs in 1..13_usize, counts in prop::collection::vec(0..12_usize, 1..6),
        threads in 1..6_usize, seed: u64,
    ) {
        let mut random = Random::new(seed);
        let mut alone = SparseNetwork::random(inputs, hidden, outputs, &mut random).unwrap();
        let mut together = alone.clone();
        let alpha = LearningRate::new(3.0).unwrap();
        let mut workspace = Workspace::default();
        let mut batch = |count| (0..count).map(|_| Owned::random(inputs, outputs, &mut random)).collect();
        let batches: Vec<Vec<Owned>> = counts.into_iter().map(&mut batch).collect();
        let batches = batches.iter().map(|batch| batch.iter().map(Owned::example));
        let expected: Vec<f64> = batches.clone().map(|batch| alone.step(alpha, batch, &mut workspace)).collect();
        let found = together.steps_on(NonZero::new(threads).unwrap(), alpha, batches, &mut workspace);
        let bits = |errors: &[f64]| errors.iter().map(|error| error.to_bits()).collect::<Vec<_>>();
        prop_assert_eq!(bits(&found), bits(&expected));
        let bits = |network: &SparseNetwork| network.parameters().map(f32::to_bits).collect::<Vec<_>>();
        prop_assert!(bits(&together) == bits(&alone));
        // The empty lanes, too: what they hold would come into later sums.
        prop_assert_eq!(together, alone);
    }

    #[test]
    fn answers_as_the_reference_does(inputs in 1..60_usize, hidden in 1..80_usize, outputs in 1..13_usize, seed: u64) {
        let mut random = Random::new(seed);
        let sparse = SparseNetwork::random(inputs, hidden, outputs, &mut random).unwrap();
        let example = Owned::random(inputs, outputs, &mut random);
        let mut workspace = Workspace::default();
        let z = sparse.answer(example.example().input, &mut workspace);
        let expected = sparse.to_reference().forward(&example.dense(inputs, outputs).0).z;
        prop_assert_eq!(z.len(), outputs);
        for (found, expected) in z.iter().zip(&expected) {
            prop_assert!((f64::from(*found) - expected).abs() < 1e-5);
        }
        let best = usize::from(sparse.classify(example.example().input, &mut workspace));
        prop_assert!(z.iter().all(|other| *other <= z[best]));
    }

    #[test]
    fn parameters_go_out_and_in_again(inputs in 1..20_usize, hidden in 1..20_usize, outputs in 1..13_usize, seed: u64) {
        let network = SparseNetwork::random(inputs, hidden, outputs, &mut Random::new(seed)).unwrap();
        let parameters: Vec<f32> = network.parameters().collect();
        prop_assert_eq!(parameters.len(), network.parameter_count());
        let mut again = SparseNetwork::zeros(inputs, hidden, outputs).unwrap();
        again.set_parameters(parameters.into_iter());
        prop_assert_eq!(&again, &network);
        prop_assert_eq!(SparseNetwork::from_reference(&network.to_reference()).unwrap(), network);
    }
}

#[test]
fn an_empty_batch_changes_nothing() {
    let mut network = SparseNetwork::random(4, 3, 2, &mut Random::new(1)).unwrap();
    let before = network.clone();
    let alpha = LearningRate::new(1.0).unwrap();
    assert_eq!(network.step(alpha, [].into_iter(), &mut Workspace::default()), 0.0);
    assert_eq!(network, before);
}

/// A thread that fails does not leave the others waiting for ever.
#[test]
fn what_one_thread_refuses_all_refuse() {
    let mut network = SparseNetwork::random(4, 30, 2, &mut Random::new(1)).unwrap();
    let wrong = Owned { columns: vec![1], bytes: vec![1], label: 3 };
    let batches = [[wrong.example()].into_iter()].into_iter();
    let alpha = LearningRate::new(1.0).unwrap();
    let steps = || network.steps_on(NonZero::new(3).unwrap(), alpha, batches, &mut Workspace::default());
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(steps)).is_err());
}

#[test]
fn an_input_of_zeros_still_moves_the_biases() {
    let mut network = SparseNetwork::random(4, 3, 2, &mut Random::new(1)).unwrap();
    let before = network.clone();
    let nothing = Owned { columns: vec![], bytes: vec![], label: 0 };
    network.step(LearningRate::new(1.0).unwrap(), [nothing.example()].into_iter(), &mut Workspace::default());
    assert_eq!(network.rows(), before.rows());
    assert_ne!(network.to_reference().v, before.to_reference().v);
}

#[test]
fn the_weights_of_an_output_are_its_row_in_the_reference() {
    for hidden in [1, 3, 4, 5, 30, 33] {
        let network = SparseNetwork::random(4, hidden, 3, &mut Random::new(5)).unwrap();
        let reference = network.to_reference();
        for k in 0..3 {
            let row: Vec<f64> = network.weights_of_output(k).iter().map(|weight| f64::from(*weight)).collect();
            assert_eq!(row, reference.U.row(k).iter().copied().collect::<Vec<f64>>());
        }
        assert!(network.weights_of_output(3).is_empty());
    }
}

#[test]
fn impossible_sizes_are_refused() {
    for (n, h, m) in [(0, 1, 1), (1, 0, 1), (1, 1, 0), (70_000, 1, 1), (1, 1, 300), (60_000, 60_000, 1)] {
        assert_eq!(SparseNetwork::zeros(n, h, m).unwrap_err().code(), "network-shape");
    }
}
