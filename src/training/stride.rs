//! Steps on several cores: what [`Trainer::step`] would do, bit for bit.

use core::num::NonZero;

use super::course::{Course, Made, State, example};
use super::trainer::{KEEP_EVERY, Step, Trainer};
use crate::data::dataset::Dataset;
use crate::rule::LearningRate;

impl Trainer {
    /// The steps to the epoch's end or to the next copy that is kept, whichever is nearer, on so many threads: what
    /// [`Self::step`] would do, bit for bit, whatever their number. One step where the run stands before its last. Gives
    /// each step's mean ε; none when the next mini-batch has not arrived.
    pub fn stride(&mut self, threads: NonZero<usize>, data: &Dataset) -> Vec<f64> {
        if self.t() < self.last() {
            return match self.step(data) {
                Step::Made { error, .. } => vec![error],
                Step::Waiting => Vec::new(),
            };
        }
        let Self { course, rate, rewind, .. } = self;
        let t = rewind.t();
        let mut errors = Vec::new();
        rewind.advance(&Made::batch(*rate), |state| {
            errors = course.stride(state, *rate, t, threads, data);
            errors.len() as u64
        });
        for (t, error) in (t + 1..).zip(&errors) {
            self.curve.push(t, *error);
        }
        errors
    }
}

impl Course {
    /// The steps after `t` steps on so many threads, to the end of the epoch, of what has arrived, or to the next multiple
    /// of [`KEEP_EVERY`]; the mean ε before each.
    fn stride(
        &mut self,
        state: &mut State,
        rate: LearningRate,
        t: u64,
        threads: NonZero<usize>,
        data: &Dataset,
    ) -> Vec<f64> {
        let (batch, place) = (self.settings.batch(), self.place(t));
        let usable = self.usable(place, data);
        let Self { total, taught, order, workspace, settings } = self;
        let order = order.of(place.epoch, settings.seed(), place.examples);
        let ready = order[place.position..usable.max(place.position)].chunks(batch);
        // A mini-batch of which a part has arrived is not ready; at the epoch's end it is only smaller.
        let ready = ready.filter(|examples| usable == place.examples || examples.len() == batch);
        let ready = ready.take((KEEP_EVERY - t % KEEP_EVERY) as usize);
        let (total, taught) = (*total, &taught[..]);
        let batches = ready.map(|examples| examples.iter().map(move |index| example(*index, data, total, taught)));
        let errors = state.network.steps_on(threads, rate, batches, workspace);
        for error in &errors {
            state.recent.push(*error);
        }
        errors
    }
}
