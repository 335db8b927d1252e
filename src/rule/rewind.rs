//! The way back of a run that is too long to keep whole: some of its states, and what the steps between were made with.

use super::LearningRate;

/// States of a run, kept so that any step can be gone back to: dense near the present, sparse in the past.
#[derive(Debug, Clone)]
pub struct Checkpoints<S> {
    /// (step, state), ascending. The first, the start, is never let go.
    kept: Vec<(u64, S)>,
}

impl<S> Checkpoints<S> {
    /// More are thinned.
    const MOST: usize = 48;

    /// The start of a run.
    pub fn new(step: u64, start: S) -> Self {
        Self { kept: vec![(step, start)] }
    }

    /// The step before which there is no way back.
    #[must_use]
    pub fn start(&self) -> u64 {
        self.kept.first().map_or(0, |(step, _)| *step)
    }

    /// Keeps the state after `step`, which lies after all that are kept.
    pub fn keep(&mut self, step: u64, state: S) {
        self.kept.push((step, state));
        if self.kept.len() <= Self::MOST {
            return;
        }
        // Let go of the one whose gap, against its distance from now, would grow least; never the start or the newest.
        let harm = |i: &usize| {
            let at = |i: usize| self.kept[i].0 as f64;
            (at(i + 1) - at(i - 1)) / (step as f64 - at(*i - 1))
        };
        if let Some(least) = (1..self.kept.len() - 1).min_by(|a, b| harm(a).total_cmp(&harm(b))) {
            self.kept.remove(least);
        }
    }

    /// The last state that is not later than `step`; later ones are let go. `None` before the start.
    pub fn go_back(&mut self, step: u64) -> Option<&S> {
        if step < self.start() {
            return None;
        }
        self.kept.retain(|(at, _)| *at <= step);
        self.kept.last().map(|(_, state)| state)
    }
}

/// Which α was in force from which step on.
#[derive(Debug, Clone, Default)]
pub struct Rates {
    changes: Vec<(u64, LearningRate)>,
}

impl Rates {
    /// The step after `step` is made with `rate`.
    pub fn note(&mut self, step: u64, rate: LearningRate) {
        if self.changes.last().map(|(_, rate)| *rate) != Some(rate) {
            self.changes.push((step, rate));
        }
    }

    /// α of the step after `step`, if it was noted.
    #[must_use]
    pub fn after(&self, step: u64) -> Option<LearningRate> {
        self.changes.iter().rev().find(|(from, _)| *from <= step).map(|(_, rate)| *rate)
    }

    /// Forgets what happened from `step` on.
    pub fn go_back(&mut self, step: u64) {
        self.changes.retain(|(from, _)| *from < step);
    }
}
