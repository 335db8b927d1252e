//! Lessons: steps with one example alone, which from then on is learned from in every epoch.

use descent::data::dataset::Dataset;
use descent::data::{DIGITS, Image};
use descent::network::sparse::{SparseNetwork, Workspace};
use descent::network::weights::{Encoding, Model};
use descent::rule::LearningRate;
use descent::training::trainer::{Settings, Step, Trainer};
use nalgebra::DVector;
use proptest::prelude::*;

use crate::mnist;

fn rate(alpha: f64) -> LearningRate {
    LearningRate::new(alpha).unwrap()
}

fn bytes(trainer: &Trainer) -> Vec<u8> {
    Model::new(trainer.network().clone()).to_bytes(Encoding::F32)
}

/// The first `count` examples of MNIST.
fn examples(count: usize) -> Vec<(Image, u8)> {
    (0..count).map(|i| (mnist::train().image(i), mnist::train().example(i).label)).collect()
}

fn dataset(examples: &[(Image, u8)]) -> Dataset {
    Dataset::from_images(examples.iter().map(|(image, label)| (image, *label))).unwrap()
}

/// One of the test images, with the label that a teacher gives it.
fn drawing(number: usize) -> (Image, u8) {
    (mnist::test().image(number), (number % DIGITS) as u8)
}

fn trainer(hidden: usize, batch: usize, data: &Dataset) -> Trainer {
    Trainer::new(Settings::new(hidden, batch, 5).unwrap(), rate(2.0), data.total().unwrap()).unwrap()
}

/// Against the reference: one step of the rule with this drawing alone.
#[test]
fn a_lesson_is_a_step_of_the_rule_with_the_drawing_alone() {
    let data = dataset(&examples(200));
    let mut trainer = trainer(12, 10, &data);
    trainer.steps(37, &data);
    let (image, label) = drawing(3);
    let mut expected = trainer.network().to_reference();
    let x = DVector::from_iterator(784, image.iter().map(|byte| f64::from(*byte) / 255.0));
    let l = DVector::from_fn(DIGITS, |k, _| f64::from(u8::from(k == usize::from(label))));
    let before = expected.forward(&x);
    let gradient = expected.backward(&before, &l).gradient(&before);
    expected.step(rate(2.0), &gradient);
    let lesson = trainer.teach(&image, label, &data).unwrap();
    assert_eq!((trainer.t(), trainer.last(), trainer.lessons().collect::<Vec<_>>()), (38, 38, vec![(37, label)]));
    let found = trainer.network().to_reference();
    assert!((&found.V - &expected.V).amax() < 1e-6 && (&found.v - &expected.v).amax() < 1e-6);
    assert!((&found.U - &expected.U).amax() < 1e-6 && (&found.u - &expected.u).amax() < 1e-6);
    let after = expected.forward(&x);
    for (z, expected) in [(&lesson.z_before, &before.z), (&lesson.z_after, &after.z)] {
        assert!(z.iter().zip(expected).all(|(z, expected)| (f64::from(*z) - expected).abs() < 1e-5));
    }
    let error = |z| descent::network::vector::VectorNetwork::error(z, &l);
    assert!((lesson.error_before - error(&before.z)).abs() < 1e-5);
    assert!((lesson.error_after - error(&after.z)).abs() < 1e-5);
    assert!(lesson.error_after < lesson.error_before);
    // ΔV = −α · ∂ε/∂p⃗ ⊗ x⃗, so ‖ΔV_i‖ = α |∂ε/∂p_i| ‖x⃗‖.
    assert_eq!(lesson.changes.len(), 12);
    for (unit, norm) in &lesson.changes {
        let expected = 2.0 * gradient.v[*unit as usize].abs() * x.norm();
        assert!((f64::from(*norm) - expected).abs() < 1e-5 + 1e-3 * expected, "unit {unit}: {norm}, {expected}");
    }
    assert!(lesson.changes.windows(2).all(|pair| pair[0].1 >= pair[1].1));
}

#[test]
fn what_is_no_digit_is_not_taught() {
    let data = dataset(&examples(20));
    let mut trainer = trainer(3, 10, &data);
    assert_eq!(trainer.teach(&[0; 784], 10, &data).unwrap_err().code(), "out-of-range");
    assert_eq!((trainer.t(), trainer.lessons().len()), (0, 0));
}

/// A drawing with nothing on it teaches the biases alone.
#[test]
fn an_empty_drawing_changes_no_row() {
    let data = dataset(&examples(20));
    let mut trainer = trainer(3, 10, &data);
    let lesson = trainer.teach(&[0; 784], 7, &data).unwrap();
    assert_eq!(lesson.changes, [(0, 0.0), (1, 0.0), (2, 0.0)]);
    assert!(lesson.z_after[7] > lesson.z_before[7]);
}

#[test]
fn a_lesson_needs_no_data() {
    let data = Dataset::new();
    let mut trainer = Trainer::new(Settings::new(4, 10, 1).unwrap(), rate(1.0), 60_000).unwrap();
    assert_eq!(trainer.step(&data), Step::Waiting);
    let (image, label) = drawing(0);
    trainer.teach(&image, label, &data).unwrap();
    assert_eq!((trainer.t(), trainer.epoch(), trainer.position()), (1, 0, 0));
    let there = bytes(&trainer);
    assert!(trainer.back(&data));
    assert!(matches!(trainer.step(&data), Step::Made { epoch_ended: false, .. }));
    assert_eq!(bytes(&trainer), there);
    assert_eq!(trainer.step(&data), Step::Waiting);
}

#[test]
fn a_lesson_can_be_taken_back_and_is_made_again() {
    let data = dataset(&examples(100));
    let mut trainer = trainer(4, 10, &data);
    trainer.steps(5, &data);
    let before = bytes(&trainer);
    let (image, label) = drawing(1);
    let lesson = trainer.teach(&image, label, &data).unwrap();
    let after = bytes(&trainer);
    trainer.steps(30, &data);
    let end = bytes(&trainer);
    assert_eq!((trainer.go(5, &data), bytes(&trainer) == before, trainer.lessons().len()), (5, true, 0));
    // Played on with the same α, the lesson is a step of the run; taught again, it is the same lesson.
    trainer.step(&data);
    assert_eq!((bytes(&trainer) == after, trainer.lessons().len()), (true, 1));
    trainer.back(&data);
    assert_eq!(trainer.teach(&image, label, &data).unwrap(), lesson);
    assert_eq!(trainer.last(), 36);
    trainer.steps(30, &data);
    assert!(bytes(&trainer) == end);
    // Another label is another way.
    trainer.go(5, &data);
    trainer.teach(&image, label + 1, &data).unwrap();
    assert_eq!((trainer.last(), trainer.lessons().collect::<Vec<_>>()), (6, vec![(5, label + 1)]));
}

/// With another α the step at a lesson is a mini-batch: the lesson is cut off.
#[test]
fn a_lesson_is_cut_off_with_its_step() {
    let data = dataset(&examples(100));
    let (mut trainer, mut straight) = (trainer(4, 10, &data), trainer(4, 10, &data));
    trainer.steps(5, &data);
    let (image, label) = drawing(1);
    trainer.teach(&image, label, &data).unwrap();
    trainer.steps(20, &data);
    trainer.go(4, &data);
    trainer.set_rate(rate(0.5));
    trainer.steps(40, &data);
    straight.steps(4, &data);
    straight.set_rate(rate(0.5));
    straight.steps(40, &data);
    assert!(bytes(&trainer) == bytes(&straight));
    assert_eq!((trainer.lessons().len(), trainer.curve()), (0, straight.curve()));
    assert_eq!(trainer.marks().collect::<Vec<_>>(), [4]);
}

#[test]
fn a_run_with_a_lesson_is_not_told_by_its_settings() {
    let data = dataset(&examples(100));
    let mut trainer = trainer(4, 10, &data);
    trainer.steps(5, &data);
    let (image, label) = drawing(1);
    trainer.teach(&image, label, &data).unwrap();
    assert!(!trainer.is_repeatable());
    assert_eq!(trainer.marks().count(), 0, "α was not changed");
    trainer.steps(5, &data);
    assert!(!trainer.is_repeatable());
    trainer.go(5, &data);
    assert!(trainer.is_repeatable());
}

#[test]
fn changes_tell_the_way_of_a_run() {
    let data = dataset(&examples(100));
    let mut trainer = trainer(4, 10, &data);
    let changes =
        |trainer: &Trainer| -> Vec<_> { trainer.changes().iter().map(|(t, rate)| (*t, rate.get())).collect() };
    trainer.set_rate(rate(3.0));
    assert_eq!(changes(&trainer), [(0, 3.0)]);
    trainer.steps(4, &data);
    trainer.set_rate(rate(1.0));
    assert_eq!(changes(&trainer), [(0, 3.0)], "no step was made with it");
    trainer.steps(5, &data);
    trainer.set_rate(rate(2.0));
    trainer.steps(4, &data);
    assert_eq!(changes(&trainer), [(0, 3.0), (4, 1.0), (9, 2.0)]);
    let (t, there) = (trainer.t(), bytes(&trainer));
    // Told so, another run comes to the same.
    let mut other = Trainer::new(trainer.settings(), trainer.changes()[0].1, 100).unwrap();
    for (from, rate) in trainer.changes() {
        other.steps(from - other.t(), &data);
        other.set_rate(rate);
    }
    other.steps(t - other.t(), &data);
    assert!(bytes(&other) == there);
    trainer.go(9, &data);
    assert_eq!(changes(&trainer), [(0, 3.0), (4, 1.0), (9, 2.0)]);
    trainer.set_rate(rate(1.0));
    let (image, label) = drawing(1);
    trainer.teach(&image, label, &data).unwrap();
    assert_eq!((changes(&trainer), trainer.marks().collect::<Vec<_>>()), (vec![], vec![4]));
    trainer.back(&data);
    assert_eq!(changes(&trainer), [(0, 3.0), (4, 1.0)]);
    let opened = Trainer::resume(trainer.settings(), rate(1.0), 100, trainer.network().clone(), 0).unwrap();
    assert_eq!((changes(&opened), opened.is_repeatable()), (vec![], false));
}

/// What a reader does, and after it a walk through all that was.
#[derive(Debug, Clone)]
enum Act {
    Steps(u64),
    Teach(usize),
    Go(f64),
    /// To where a lesson was made, the first, the second, …
    Again(usize),
    Rate(f64),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => (1..40_u64).prop_map(Act::Steps),
        1 => (600..1_500_u64).prop_map(Act::Steps),
        4 => (0..5_usize).prop_map(Act::Teach),
        2 => (0.0..1.0).prop_map(Act::Go),
        2 => (0..3_usize).prop_map(Act::Again),
        1 => prop::sample::select(vec![2.0, 0.5]).prop_map(Act::Rate),
    ];
    prop::collection::vec(act, 1..14)
}

/// A run by brute force: step by step with a list of the examples, nothing remembered, nothing in closed form.
struct Straight {
    network: SparseNetwork,
    examples: Vec<(Image, u8)>,
    /// Of the epoch that is under way, what is still to come; and its number.
    order: Vec<u32>,
    epoch: u64,
    batch: usize,
}

impl Straight {
    fn new(start: &Trainer, examples: &[(Image, u8)]) -> Self {
        let (network, batch) = (start.network().clone(), start.settings().batch());
        Self { network, examples: examples.to_vec(), order: Vec::new(), epoch: 0, batch }
    }

    fn learn(&mut self, indices: &[u32], alpha: LearningRate) {
        let data = dataset(&indices.iter().map(|index| self.examples[*index as usize]).collect::<Vec<_>>());
        let batch = (0..indices.len()).map(|i| data.example(i));
        self.network.step(alpha, batch, &mut Workspace::default());
    }

    fn make(&mut self, lesson: Option<usize>, alpha: LearningRate) {
        if let Some(number) = lesson {
            self.examples.push(drawing(number));
            return self.learn(&[self.examples.len() as u32 - 1], alpha);
        }
        if self.order.is_empty() {
            self.epoch += 1;
            self.order.extend(0..self.examples.len() as u32);
            descent::random::Random::stream(5, self.epoch).shuffle(&mut self.order);
        }
        let batch: Vec<u32> = self.order.drain(..self.batch.min(self.order.len())).collect();
        self.learn(&batch, alpha);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..crate::seeded() })]

    /// Whatever is taught, gone back and gone on with: the run is the one that brute force makes of its steps, and each
    /// of its moments comes again, bit for bit.
    #[test]
    fn a_run_with_lessons_is_what_its_steps_make_of_it(acts in acts(), count in 20..45_usize, batch in 1..12_usize) {
        let examples = examples(count);
        let data = dataset(&examples);
        let mut trainer = trainer(3, batch, &data);
        let mut straight = Straight::new(&trainer, &examples);
        let mut made: Vec<(Option<usize>, f64)> = Vec::new();
        for act in &acts {
            let t = trainer.t() as usize;
            match act {
                Act::Steps(steps) => {
                    // What lies ahead is made again where α is that of then.
                    for t in t..t + *steps as usize {
                        let alpha = trainer.rate().get();
                        if made.get(t).is_none_or(|(_, then)| *then != alpha) {
                            made.truncate(t);
                            made.push((None, alpha));
                        }
                        trainer.step(&data);
                    }
                }
                Act::Teach(number) => {
                    let step = (Some(*number), trainer.rate().get());
                    if made.get(t) != Some(&step) {
                        made.truncate(t);
                        made.push(step);
                    }
                    let (image, label) = drawing(*number);
                    trainer.teach(&image, label, &data).unwrap();
                }
                Act::Go(share) => _ = trainer.go((share * made.len() as f64) as u64, &data),
                Act::Again(number) => {
                    let mut lessons = made.iter().enumerate().filter(|(_, (lesson, _))| lesson.is_some());
                    if let Some((t, _)) = lessons.nth(*number) {
                        trainer.go(t as u64, &data);
                    }
                }
                Act::Rate(alpha) => trainer.set_rate(rate(*alpha)),
            }
            prop_assert_eq!(trainer.last(), made.len() as u64);
        }
        let mut ends = Vec::new();
        for (t, (lesson, alpha)) in made.iter().enumerate() {
            trainer.go(t as u64, &data);
            trainer.set_rate(rate(*alpha));
            ends.push((trainer.epoch(), trainer.epoch_end()));
            prop_assert!(trainer.network() == &straight.network, "after {} steps", t);
            let taken = made[..t].iter().filter(|(lesson, _)| lesson.is_some()).count();
            prop_assert_eq!(trainer.lessons().len(), taken);
            prop_assert_eq!(straight.order.is_empty(), trainer.position() == 0);
            prop_assert!(trainer.position() == 0 || straight.epoch == trainer.epoch() + 1);
            straight.make(*lesson, rate(*alpha));
        }
        trainer.go(made.len() as u64, &data);
        prop_assert!(trainer.network() == &straight.network);
        // Where it is known what lies ahead, an epoch ends where the next one begins.
        let one_rate = made.iter().all(|(_, alpha)| *alpha == made[0].1);
        for (epoch, end) in ends.iter().filter(|(_, end)| one_rate && *end < made.len() as u64) {
            trainer.go(*end, &data);
            prop_assert_eq!((trainer.epoch(), trainer.position()), (epoch + 1, 0));
        }
    }
}
