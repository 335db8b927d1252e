//! Training step by step: seeded start, seeded order, mini-batches, and back again.
//!
//! The start: weights normal with standard deviation 1/√inputs, from the seed; hidden biases 0; output biases −ln 9, so
//! that each z_k starts near 1/10, the share of its digit. After 30 epochs of 784-30-10 (α = 3, mini-batch 10) 20 seeds
//! gave 95.97 % ± 0.03 (mean and its standard error) with these biases, 95.87 ± 0.04 with all 0, and 95.85 ± 0.05 with
//! all normal.
//!
//! The way back: a copy of the network every 1,024 steps, at most 256 of them and at most 48 MB in all, whatever H. With
//! the present network and the curve a run takes less than 64 MB. After 30 epochs of 784-30-10 in mini-batches of 10 the
//! longest jump makes less than 1 % of the steps again, 10 ms natively.

use crate::data::dataset::Dataset;
use crate::data::{DIGITS, PIXELS};
use crate::error::{Error, Result};
use crate::network::sparse::{Example, SparseNetwork};
use crate::network::vector::VectorNetwork;
use crate::random::Random;
use crate::rule::LearningRate;
use crate::rule::log::Log;
use crate::rule::rewind::Rewind;
use crate::training::course::{Course, Made, State, example};
use crate::training::history::{Accuracies, Curve, Pulses, Recent};

pub use crate::training::course::BLOCK;
pub use crate::training::settings::Settings;

/// A copy for the way back is kept each time this many steps are made.
pub(super) const KEEP_EVERY: u64 = 1_024;
/// At most so many copies are kept, and at most so many bytes of them.
const MOST_KEPT: usize = 256;
const MOST_BYTES: usize = 48_000_000;

/// What a call of [`Trainer::step`] did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// A mini-batch was learned from; `error` is its mean ε before the step.
    Made { error: f64, epoch_ended: bool },
    /// The next mini-batch has not arrived yet.
    Waiting,
}

/// A training run.
///
/// ```
/// use descent::data::dataset::Dataset;
/// use descent::rule::LearningRate;
/// use descent::training::trainer::{Settings, Step, Trainer};
///
/// let images = [[0; 784], [255; 784]];
/// let data = Dataset::from_images(images.iter().zip([0, 1]))?;
/// let mut trainer = Trainer::new(Settings::new(4, 1, 1)?, LearningRate::new(3.0)?, 2)?;
/// assert!(matches!(trainer.step(&data), Step::Made { epoch_ended: false, .. }));
/// let after = trainer.network().clone();
/// assert_eq!(trainer.go(0, &data), 0);
/// trainer.step(&data);
/// assert_eq!(trainer.network(), &after);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Trainer {
    pub(super) course: Course,
    pub(super) rate: LearningRate,
    pub(super) rewind: Rewind<State, Made>,
    pub(super) curve: Curve,
    pub(super) accuracies: Accuracies,
    /// On some of the test images, within the first epoch.
    pub(super) early: Accuracies,
    pub(super) pulses: Pulses,
    /// Whether the seed made the network that it began with.
    pub(super) is_seeded: bool,
    /// What was told of the data of a run that was saved; 0: nothing.
    pub(super) told: u32,
}

impl Trainer {
    /// A new network for `total` examples of digits, before its first step.
    ///
    /// # Errors
    /// [`Error::NoExamples`] when `total` is 0.
    pub fn new(settings: Settings, rate: LearningRate, total: usize) -> Result<Self> {
        let mut start = VectorNetwork::random(PIXELS, settings.hidden(), DIGITS, &mut Random::new(settings.seed()))?;
        start.u.fill(-libm::log(DIGITS as f64 - 1.0)); // σ(−ln(m − 1)) = 1/m
        let network = SparseNetwork::from_reference(&start)?;
        Ok(Self { is_seeded: true, ..Self::resume(settings, rate, total, network, 0)? })
    }

    /// Goes on with a network that has learned for `epoch` whole epochs: the same bits as if it had never stopped.
    /// Steps are counted from the beginning; the error curve begins anew, and the way back ends here.
    ///
    /// # Errors
    /// [`Error::NoExamples`] when `total` is 0.
    pub fn resume(
        settings: Settings,
        rate: LearningRate,
        total: usize,
        network: SparseNetwork,
        epoch: u64,
    ) -> Result<Self> {
        if total == 0 {
            return Err(Error::NoExamples);
        }
        let course = Course::new(settings, total);
        let t = epoch * course.batches(total);
        let state = State { network, recent: Recent::default() };
        Ok(Self::begin(course, rate, t, state, Log::default()))
    }

    /// A run that stands at step `t`, the first to which there is a way back.
    pub(super) fn begin(course: Course, rate: LearningRate, t: u64, state: State, log: Log<Made>) -> Self {
        let most = (MOST_BYTES / state.bytes()).min(MOST_KEPT);
        let rewind = Rewind::new(t, state, KEEP_EVERY, most).with_log(log);
        let (curve, accuracies, early, pulses) = Default::default();
        Self { course, rate, rewind, curve, accuracies, early, pulses, is_seeded: false, told: 0 }
    }

    /// What the run is made of.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.course.settings
    }

    /// Examples of the data.
    #[must_use]
    pub fn total(&self) -> usize {
        self.course.total
    }

    /// The network as it is now.
    #[must_use]
    pub fn network(&self) -> &SparseNetwork {
        &self.rewind.state().network
    }

    /// α as it is now.
    #[must_use]
    pub fn rate(&self) -> LearningRate {
        self.rate
    }

    /// Changes α from the next step on; nothing is reset.
    pub fn set_rate(&mut self, rate: LearningRate) {
        self.rate = rate;
    }

    /// The number of steps made where the run stands.
    #[must_use]
    pub fn t(&self) -> u64 {
        self.rewind.t()
    }

    /// The furthest step that was made.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.rewind.last()
    }

    /// The step before which there is no way back.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.rewind.first()
    }

    /// Whole epochs made.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.course.place(self.t()).epoch
    }

    /// Examples of the current epoch already learned from.
    #[must_use]
    pub fn position(&self) -> usize {
        self.course.place(self.t()).position
    }

    /// Mini-batches in the current epoch.
    #[must_use]
    pub fn steps_per_epoch(&self) -> u64 {
        self.course.batches(self.course.place(self.t()).examples)
    }

    /// The step at which the current epoch ends, if the run goes on as it would.
    #[must_use]
    pub fn epoch_end(&self) -> u64 {
        let t = self.t();
        if self.is_known() { self.course.epoch_end(t) } else { t + self.course.rest(self.course.place(t)) }
    }

    /// The bytes of the network's copies that are kept for the way back.
    #[must_use]
    pub fn kept_bytes(&self) -> usize {
        self.rewind.kept().len() * self.rewind.state().bytes()
    }

    /// Whether the next mini-batch has arrived.
    #[must_use]
    pub fn is_ready(&self, data: &Dataset) -> bool {
        self.course.has_arrived(self.course.place(self.t()), data) || self.upcoming().0.lesson.is_some()
    }

    /// The examples that the next step is made with, as indices for [`Self::example`]: the next mini-batch, or the lesson
    /// where the run had one; none when they have not arrived.
    pub fn next_batch(&mut self, data: &Dataset) -> Vec<u32> {
        if let (Made { lesson: Some(number), .. }, _) = self.upcoming() {
            return vec![self.course.total as u32 + number];
        }
        let place = self.course.place(self.t());
        if self.course.has_arrived(place, data) { self.course.batch(place).to_vec() } else { Vec::new() }
    }

    /// Example `index` of the data, or beyond them of a lesson.
    ///
    /// # Panics
    /// When it has not arrived.
    #[must_use]
    pub fn example<'a>(&'a self, index: u32, data: &'a Dataset) -> Example<'a> {
        example(index, data, self.course.total, &self.course.taught)
    }

    /// Whether the next step is one that was made before, and will give the same bits.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.upcoming().1
    }

    /// What the next step is made with, and whether it was made before: then with what was it made of then.
    pub(super) fn upcoming(&self) -> (Made, bool) {
        let t = self.t();
        let made = if t < self.last() { self.rewind.log().at(t) } else { None };
        made.filter(|made| made.rate == self.rate).map_or((Made::batch(self.rate), false), |made| (*made, true))
    }

    /// One step of the rule with the mean over the next mini-batch; with a lesson where the run had one before.
    pub fn step(&mut self, data: &Dataset) -> Step {
        if !self.is_ready(data) {
            return Step::Waiting;
        }
        let (made, known) = self.upcoming();
        if !known {
            self.cut(data);
        }
        let error = self.make(made, known, data);
        Step::Made { error, epoch_ended: self.position() == 0 && made.lesson.is_none() }
    }

    /// One step, known or after what lay ahead was cut off; its mean ε before it.
    #[inline]
    pub(super) fn make(&mut self, made: Made, known: bool, data: &Dataset) -> f64 {
        let Self { course, rewind, .. } = self;
        let (t, mut error) = (rewind.t(), 0.0);
        rewind.advance(&made, |state| {
            error = course.learn(state, made, t, data);
            1
        });
        if !known {
            self.curve.push(t + 1, error);
        }
        error
    }

    /// As many steps as there are, up to `count`; fewer when data have not arrived. Gives how many were made.
    pub fn steps(&mut self, count: u64, data: &Dataset) -> u64 {
        (0..count).take_while(|_| self.step(data) != Step::Waiting).count() as u64
    }

    /// One step back, bit for bit; `false` at the start, or when the data are no longer there. α stays as it is set now.
    pub fn back(&mut self, data: &Dataset) -> bool {
        let t = self.t();
        t > 0 && self.go(t - 1, data) < t
    }

    /// To step `t`, or the nearest that was made; where the run stands then. From a copy of the network it trains again,
    /// each step with the α of then; stays where it is when the data for that are no longer there.
    pub fn go(&mut self, t: u64, data: &Dataset) -> u64 {
        if data.arrived() < self.course.needed_until(t.min(self.last())) {
            return self.t();
        }
        let Self { course, rewind, .. } = self;
        rewind.go(t, |state, made, t| {
            course.learn(state, *made, t, data);
        })
    }

    /// The run goes another way from here: what was measured beyond is forgotten, and what was taught.
    pub(super) fn cut(&mut self, data: &Dataset) {
        let t = self.t();
        if t == self.last() {
            return;
        }
        self.curve = self.curve_until_now(data);
        self.accuracies.cut(t);
        self.early.cut(t);
        self.pulses.cut(t);
        self.course.cut(t);
        self.rewind.cut();
    }
}
