//! What a training learns from, and in which order.
//!
//! In the first epoch the examples come in blocks of [`BLOCK`], shuffled inside each block, the blocks in the order of the
//! file; from the second epoch on all are shuffled together. So the first epoch can begin when the first block has
//! arrived, and yet the run does not depend on how fast the data came: same seed, same bits.
//!
//! A lesson is a step with one example alone, which from the next epoch on is one of the examples. It is a step, but none
//! of its epoch: an epoch has the examples of the data and those of all lessons before its first mini-batch.

use crate::data::Image;
use crate::data::dataset::{Dataset, SparseImage};
use crate::network::sparse::{Example, SparseNetwork, Workspace};
use crate::random::Random;
use crate::rule::LearningRate;
use crate::training::history::Recent;
use crate::training::settings::Settings;

/// Examples that must be there before the first epoch goes on into them.
pub const BLOCK: usize = 2_000;

/// All that a step changes. A copy of it is a way back.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub network: SparseNetwork,
    pub recent: Recent,
}

impl State {
    pub fn bytes(&self) -> usize {
        let (inputs, outputs) = (self.network.inputs(), self.network.outputs());
        // Vectors of four, the last of each row filled up.
        let hidden = self.network.hidden().next_multiple_of(4);
        size_of::<Self>() + size_of::<f32>() * (hidden * (inputs + 1 + outputs) + outputs.next_multiple_of(4))
    }
}

/// What a step is made with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Made {
    pub rate: LearningRate,
    /// The number of a lesson; the epoch's next mini-batch without.
    pub lesson: Option<u32>,
}

impl Made {
    pub fn batch(rate: LearningRate) -> Self {
        Self { rate, lesson: None }
    }
}

/// An example that was added by the lesson after `t` steps.
#[derive(Debug, Clone)]
pub(super) struct Taught {
    pub t: u64,
    pub image: SparseImage,
    pub label: u8,
    /// Where the run is after it.
    place: Place,
}

/// Where a run is among its epochs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Whole epochs made.
    pub epoch: u64,
    /// Examples of this epoch that were learned from.
    pub position: usize,
    /// Examples that this epoch has.
    pub examples: usize,
}

#[derive(Debug, Clone)]
pub(super) struct Course {
    pub settings: Settings,
    /// Examples of the data.
    pub total: usize,
    /// By the lessons' steps, ascending. Example `total` + i is that of lesson i.
    pub taught: Vec<Taught>,
    pub order: Order,
    pub workspace: Workspace,
}

impl Course {
    pub fn new(settings: Settings, total: usize) -> Self {
        Self { settings, total, taught: Vec::new(), order: Order::default(), workspace: Workspace::default() }
    }

    /// Mini-batches that so many examples make.
    pub fn batches(&self, examples: usize) -> u64 {
        examples.div_ceil(self.settings.batch()) as u64
    }

    /// Mini-batches from here to the epoch's end.
    pub fn rest(&self, place: Place) -> u64 {
        self.batches(place.examples) - (place.position / self.settings.batch()) as u64
    }

    /// Where the run is after `t` steps.
    #[inline]
    pub fn place(&self, t: u64) -> Place {
        if !self.taught.is_empty() {
            return self.place_after(self.lessons(t), t);
        }
        let steps = self.batches(self.total);
        let position = (t % steps) as usize * self.settings.batch();
        Place { epoch: t / steps, position, examples: self.total }
    }

    /// The same, when so many lessons are among the `t` steps: from the last of them on there are mini-batches alone.
    #[cold]
    #[inline(never)] // the step of a run without lessons stays small, and so fast
    fn place_after(&self, lessons: usize, t: u64) -> Place {
        let start = (0, Place { epoch: 0, position: 0, examples: self.total });
        let last = lessons.checked_sub(1).map(|last| &self.taught[last]);
        let (since, place) = last.map_or(start, |lesson| (lesson.t + 1, lesson.place));
        let (steps, rest) = (t - since, self.rest(place));
        let batch = self.settings.batch();
        if steps < rest {
            return Place { position: place.position + steps as usize * batch, ..place };
        }
        let examples = self.total + lessons;
        let (steps, epoch) = (steps - rest, self.batches(examples));
        Place { epoch: place.epoch + 1 + steps / epoch, position: (steps % epoch) as usize * batch, examples }
    }

    /// The lessons among the first `t` steps.
    pub fn lessons(&self, t: u64) -> usize {
        self.taught.partition_point(|lesson| lesson.t < t)
    }

    /// Adds the lesson after `t` steps, the last so far, and gives its number.
    pub fn teach(&mut self, t: u64, image: &Image, label: u8) -> u32 {
        let number = self.taught.len();
        let mut place = self.place(t);
        if place.position == 0 {
            place.examples = self.total + number + 1; // the epoch has not begun
        }
        self.taught.push(Taught { t, image: SparseImage::new(image), label, place });
        number as u32
    }

    /// Forgets the lessons from step `t` on.
    pub fn cut(&mut self, t: u64) {
        self.taught.truncate(self.lessons(t));
    }

    /// The step at which the epoch of step `t` ends. Lessons ahead are steps too.
    pub fn epoch_end(&self, mut t: u64) -> u64 {
        for lesson in &self.taught[self.lessons(t)..] {
            if lesson.t >= t + self.rest(self.place(t)) {
                break;
            }
            t = lesson.t + 1;
        }
        t + self.rest(self.place(t))
    }

    /// The end of the mini-batch that begins at a place.
    pub fn end(&self, place: Place) -> usize {
        (place.position + self.settings.batch()).min(place.examples)
    }

    /// Examples, in the order of the epoch, that have arrived.
    pub fn usable(&self, place: Place, data: &Dataset) -> usize {
        let arrived = data.arrived();
        if arrived >= self.total {
            place.examples
        } else if place.epoch == 0 {
            arrived / BLOCK * BLOCK
        } else {
            0
        }
    }

    /// Whether the mini-batch that begins at a place has arrived.
    pub fn has_arrived(&self, place: Place, data: &Dataset) -> bool {
        self.end(place) <= self.usable(place, data)
    }

    /// Examples that must have arrived for the first `t` steps, in whole blocks; all of them after the first epoch.
    pub fn needed_until(&self, t: u64) -> usize {
        let Place { epoch, position, .. } = self.place(t);
        let blocks = position.checked_next_multiple_of(BLOCK).filter(|_| epoch == 0);
        blocks.map_or(self.total, |needed| needed.min(self.total))
    }

    /// The examples of the mini-batch that begins at a place.
    pub fn batch(&mut self, place: Place) -> &[u32] {
        let end = self.end(place);
        &self.order.of(place.epoch, self.settings.seed(), place.examples)[place.position..end]
    }

    /// The step after `t` steps; its mean ε before it. The mini-batch must have arrived.
    pub fn learn(&mut self, state: &mut State, made: Made, t: u64, data: &Dataset) -> f64 {
        let lesson;
        let indices = if let Some(number) = made.lesson {
            lesson = [self.total as u32 + number];
            &lesson[..]
        } else {
            let place = self.place(t);
            let end = self.end(place);
            &self.order.of(place.epoch, self.settings.seed(), place.examples)[place.position..end]
        };
        let batch = indices.iter().map(|index| example(*index, data, self.total, &self.taught));
        let error = state.network.step(made.rate, batch, &mut self.workspace);
        state.recent.push(error);
        error
    }
}

/// Example `index` of the data, or of a lesson.
#[inline]
pub(super) fn example<'a>(index: u32, data: &'a Dataset, total: usize, taught: &'a [Taught]) -> Example<'a> {
    let index = index as usize;
    if index < total {
        return data.example(index);
    }
    let Taught { image, label, .. } = &taught[index - total];
    Example { input: image.input(), label: *label }
}

/// The order of the examples in an epoch: it follows from the seed, the number of the epoch and how many they are.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    /// Of which epoch it is.
    epoch: Option<u64>,
    indices: Vec<u32>,
}

impl Order {
    pub fn of(&mut self, epoch: u64, seed: u64, examples: usize) -> &[u32] {
        if self.epoch != Some(epoch) || self.indices.len() != examples {
            self.draw(epoch, seed, examples);
        }
        &self.indices
    }

    #[cold]
    #[inline(never)] // once an epoch: the step that asks for it stays small, and so fast
    fn draw(&mut self, epoch: u64, seed: u64, examples: usize) {
        self.epoch = Some(epoch);
        self.indices.clear();
        self.indices.extend(0..examples as u32);
        let mut random = Random::stream(seed, epoch + 1);
        let block = if epoch == 0 { BLOCK } else { examples };
        for block in self.indices.chunks_mut(block) {
            random.shuffle(block);
        }
    }
}
