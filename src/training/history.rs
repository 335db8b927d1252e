//! What is remembered of a training: the error curve, the accuracies, and the way back, in memory that does not grow
//! without bound.

use crate::network::LearningRate;

/// Some mini-batches in a row, as one point of the error curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// The step that the last of them made.
    pub last_step: u64,
    /// How many there are.
    pub count: u32,
    pub min: f64,
    pub max: f64,
    pub sum: f64,
}

impl Bin {
    /// The mean of ε over the bin.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.sum / f64::from(self.count)
    }

    fn merge(&self, next: &Self) -> Self {
        Self {
            last_step: next.last_step,
            count: self.count + next.count,
            min: self.min.min(next.min),
            max: self.max.max(next.max),
            sum: self.sum + next.sum,
        }
    }
}

/// ε over the steps. Holds at most [`Curve::MOST`] bins: when they are full, each two neighbours become one.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    bins: Vec<Bin>,
    /// Mini-batches that a full bin holds.
    stride: u32,
}

impl Default for Curve {
    fn default() -> Self {
        Self { bins: Vec::new(), stride: 1 }
    }
}

impl Curve {
    /// More points than a screen has columns.
    pub const MOST: usize = 2048;

    /// Adds the error of the mini-batch that made `step`.
    pub fn push(&mut self, step: u64, error: f64) {
        let point = Bin { last_step: step, count: 1, min: error, max: error, sum: error };
        match self.bins.last_mut() {
            Some(last) if last.count < self.stride => *last = last.merge(&point),
            _ => {
                if self.bins.len() == Self::MOST {
                    self.bins =
                        self.bins.chunks(2).map(|pair| pair[1..].iter().fold(pair[0], |a, b| a.merge(b))).collect();
                    self.stride *= 2;
                }
                self.bins.push(point);
            }
        }
    }

    /// The bins in the order of the steps.
    #[must_use]
    pub fn bins(&self) -> &[Bin] {
        &self.bins
    }

    /// The mean ε of the last mini-batches: of as few bins as hold `wanted` of them, or of all.
    #[must_use]
    pub fn recent(&self, wanted: u32) -> Option<f64> {
        let (mut count, mut sum) = (0, 0.0);
        for bin in self.bins.iter().rev() {
            count += bin.count;
            sum += bin.sum;
            if count >= wanted {
                break;
            }
        }
        (count > 0).then(|| sum / f64::from(count))
    }
}

/// Accuracies by step; beyond [`Accuracies::MOST`] every second one is let go.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Accuracies {
    points: Vec<(u64, f64)>,
}

impl Accuracies {
    pub const MOST: usize = 1024;

    /// Adds the accuracy measured after `step`; a second one for the same step replaces the first.
    pub fn push(&mut self, step: u64, accuracy: f64) {
        if let Some(last) = self.points.last_mut()
            && last.0 == step
        {
            last.1 = accuracy;
            return;
        }
        if self.points.len() == Self::MOST {
            let mut keep = false;
            self.points.retain(|_| {
                keep = !keep;
                keep
            });
        }
        self.points.push((step, accuracy));
    }

    /// (step, accuracy) in the order of the steps.
    #[must_use]
    pub fn points(&self) -> &[(u64, f64)] {
        &self.points
    }
}

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
