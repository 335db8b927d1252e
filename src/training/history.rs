//! What is remembered of a training: the error curve and the accuracies, in memory that does not grow without bound.

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
