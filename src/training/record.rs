//! What is remembered of a training, and told: where α was changed, ε over the steps, how good the network was.

use super::course::Made;
use super::evaluation::{Evaluation, evaluate, evaluate_some};
use super::history::{Accuracies, Curve, Pulses};
use super::trainer::Trainer;
use crate::data::dataset::Dataset;
use crate::rule::LearningRate;

/// After every so many steps of the first epoch some of the test images are asked, as long as the share changes fast …
const EARLY_EVERY: u64 = 50;
/// … which is up to this step; after it they are asked at its multiples.
const EARLY_OFTEN: u64 = 500;

impl Trainer {
    /// The mean ε of the last mini-batches, at most [`Recent::MOST`](super::history::Recent::MOST) of them.
    #[must_use]
    pub fn error(&self) -> Option<f64> {
        self.rewind.state().recent.mean()
    }

    /// ε over the steps, as it was measured, to the last that was made.
    #[must_use]
    pub fn curve(&self) -> &Curve {
        &self.curve
    }

    /// Accuracies over the steps, as they were measured, to the last that was made.
    #[must_use]
    pub fn accuracies(&self) -> &Accuracies {
        &self.accuracies
    }

    /// From which step on the run was made with which α, to the last step; the first from step 0 on. Empty where that and the
    /// settings do not tell how to come to where the run stands: it had lessons, or did not begin with its seed's network.
    #[must_use]
    pub fn changes(&self) -> Vec<(u64, LearningRate)> {
        if !self.is_seeded || self.lessons().len() > 0 {
            return Vec::new();
        }
        let changes: Vec<_> = self.rates().collect();
        if changes.is_empty() { vec![(0, self.rate)] } else { changes }
    }

    /// The steps t at which α was changed.
    pub fn marks(&self) -> impl Iterator<Item = u64> {
        self.rates().skip(1).map(|(from, _)| from)
    }

    /// From which step on there was which α, each other than the one before.
    pub(super) fn rates(&self) -> impl Iterator<Item = (u64, LearningRate)> {
        self.rewind.log().rates(|made| made.rate)
    }

    /// Whether a new network, and `t` steps with the α that is set now, come to where the run stands: whether a link that
    /// holds the settings and t tells all.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.is_seeded && self.rewind.log().is_all(self.t(), &Made::batch(self.rate))
    }

    /// The pulses over the steps, as they were measured, to the last that was made.
    #[must_use]
    pub fn pulses(&self) -> &Pulses {
        &self.pulses
    }

    /// Asks the network about all of `test`.
    pub fn examine(&mut self, test: &Dataset) -> Evaluation {
        evaluate(&self.rewind.state().network, test, &mut self.course.workspace)
    }

    /// Asks the network about all of `test` and remembers the accuracy at this step.
    pub fn evaluate(&mut self, test: &Dataset) -> Evaluation {
        let evaluation = self.examine(test);
        self.accuracies.push(self.t(), evaluation.accuracy());
        evaluation
    }

    /// Accuracies on [`EARLY_IMAGES`](super::evaluation::EARLY_IMAGES) of the test images within the first epoch, to the last
    /// step that was made.
    #[must_use]
    pub fn early(&self) -> &Accuracies {
        &self.early
    }

    /// Asks the network about some of `test`, where it stands at a step of the first epoch at which that is done and has not
    /// been: most is learned before the first epoch has ended and all of `test` is asked. Nothing happens before `test` has
    /// arrived.
    pub fn sample_early(&mut self, test: &Dataset) {
        let t = self.t();
        let is_due = t.is_multiple_of(if t <= EARLY_OFTEN { EARLY_EVERY } else { EARLY_OFTEN });
        let is_known = || self.early.points().binary_search_by_key(&t, |(at, _)| *at).is_ok();
        // Each step asks this.
        if !is_due || self.epoch() > 0 || !test.is_complete() || is_known() {
            return;
        }
        let evaluation = evaluate_some(&self.rewind.state().network, test, &mut self.course.workspace);
        self.early.push(t, evaluation.accuracy());
    }

    /// The curve as it was when the run was first here. What is kept of it too coarsely is measured again, if the data for
    /// that are there.
    pub(super) fn curve_until_now(&mut self, data: &Dataset) -> Curve {
        let t = self.t();
        let Self { course, rewind, curve, .. } = self;
        let mut curve = curve.clone();
        if let Some(from) = curve.cut(t)
            && data.arrived() >= course.needed_until(t)
        {
            rewind.go(from, |state, made, t| {
                course.learn(state, *made, t, data);
            });
            rewind.again(t, |state, made, t| curve.push(t + 1, course.learn(state, *made, t, data)));
        }
        curve
    }
}
