//! How many images of a data set the network names rightly. All of them, since a sample flatters or slanders; only within the
//! first epoch, where the share changes faster than all can be asked, a thousand.

use crate::data::DIGITS;
use crate::data::dataset::Dataset;
use crate::network::sparse::{SparseNetwork, Workspace};
use crate::training::answer::decide;

/// So many test images, or as many as there are, are asked within the first epoch: spread over all, since those of one hand
/// lie together.
pub const EARLY_IMAGES: usize = 1000;

/// Right and wrong answers over a whole data set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evaluation {
    pub correct: u32,
    pub total: u32,
    /// `confusion[label][answer]` counts the images of `label` that were called `answer`.
    pub confusion: [[u32; DIGITS]; DIGITS],
}

impl Evaluation {
    /// Counts one answer.
    ///
    /// # Panics
    /// When label or answer is above 9.
    pub fn count(&mut self, label: u8, answer: u8) {
        self.correct += u32::from(label == answer);
        self.total += 1;
        self.confusion[usize::from(label)][usize::from(answer)] += 1;
    }

    /// The share of right answers among the images of each digit, 0..=1; 0 where there were none.
    ///
    /// ```
    /// use descent::training::evaluation::Evaluation;
    ///
    /// let mut evaluation = Evaluation::default();
    /// for (label, answer) in [(3, 3), (3, 8), (8, 8)] {
    ///     evaluation.count(label, answer);
    /// }
    /// assert_eq!(evaluation.shares()[3], 0.5);
    /// assert_eq!(evaluation.shares()[8], 1.0);
    /// ```
    #[must_use]
    pub fn shares(&self) -> [f64; DIGITS] {
        core::array::from_fn(|digit| {
            let answers = self.confusion[digit];
            let total: f64 = answers.iter().map(|count| f64::from(*count)).sum();
            f64::from(answers[digit]) / total.max(1.0)
        })
    }

    /// The digit with the least share of right answers, the smaller one where two are equal.
    #[must_use]
    pub fn worst(&self) -> u8 {
        let shares = (0..).zip(self.shares());
        shares.min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(digit, _)| digit)
    }

    /// The share of right answers, 0..=1; 0 where there were none.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        if self.total == 0 { 0.0 } else { f64::from(self.correct) / f64::from(self.total) }
    }
}

/// How many images the network is sure about, by [`decide`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sureness {
    pub total: u32,
    pub sure: u32,
    /// Of those, the ones that were named rightly; none of them where there is nothing to name.
    pub correct: u32,
}

/// Asks the network about every example that has arrived, and lets it say that it is not sure.
#[must_use]
pub fn sureness(network: &SparseNetwork, dataset: &Dataset, workspace: &mut Workspace) -> Sureness {
    let mut sureness = Sureness::default();
    for index in 0..dataset.arrived() {
        let example = dataset.example(index);
        let digit = decide(&network.answer(example.input, workspace));
        sureness.total += 1;
        sureness.sure += u32::from(digit.is_some());
        sureness.correct += u32::from(digit == Some(example.label));
    }
    sureness
}

/// Asks the network about every example that has arrived.
#[must_use]
pub fn evaluate(network: &SparseNetwork, dataset: &Dataset, workspace: &mut Workspace) -> Evaluation {
    ask(0..dataset.arrived(), network, dataset, workspace)
}

/// Asks the network about [`EARLY_IMAGES`] of a data set that has arrived whole, at equal distances.
#[must_use]
pub fn evaluate_some(network: &SparseNetwork, dataset: &Dataset, workspace: &mut Workspace) -> Evaluation {
    let (all, some) = (dataset.arrived(), dataset.arrived().min(EARLY_IMAGES));
    ask((0..some).map(|number| number * all / some), network, dataset, workspace)
}

fn ask(
    indices: impl Iterator<Item = usize>,
    network: &SparseNetwork,
    dataset: &Dataset,
    workspace: &mut Workspace,
) -> Evaluation {
    let mut evaluation = Evaluation::default();
    for index in indices {
        let example = dataset.example(index);
        evaluation.count(example.label, network.classify(example.input, workspace));
    }
    evaluation
}
