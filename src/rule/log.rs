//! What the steps of a run were made with.

use super::LearningRate;

/// Which settings were in force from which step on. One entry a change: it grows with what a reader does, not with the
/// steps.
///
/// ```
/// use descent::rule::log::Log;
///
/// let mut log = Log::default();
/// log.note(0, "α = 3"); // the step from 0 to 1
/// log.note(1, "α = 3");
/// log.note(2, "α = 1");
/// assert_eq!((log.at(1), log.at(7)), (Some(&"α = 3"), Some(&"α = 1")));
/// assert_eq!(log.marks().collect::<Vec<_>>(), [2]);
/// ```
#[derive(Debug, Clone)]
pub struct Log<C> {
    /// The step from which on, ascending, and the settings, each other than the one before.
    changes: Vec<(u64, C)>,
}

impl<C> Default for Log<C> {
    fn default() -> Self {
        Self { changes: Vec::new() }
    }
}

impl<C: PartialEq> Log<C> {
    /// The step from `t` to `t` + 1, the latest that is noted, is made with `settings`.
    pub fn note(&mut self, t: u64, settings: C) {
        if self.changes.last().is_none_or(|(_, last)| *last != settings) {
            self.changes.push((t, settings));
        }
    }

    /// What the step from `t` to `t` + 1 was made with, or would be if nothing changed; `None` before the first.
    #[must_use]
    pub fn at(&self, t: u64) -> Option<&C> {
        let later = self.changes.partition_point(|(from, _)| *from <= t);
        self.changes.get(later.checked_sub(1)?).map(|(_, settings)| settings)
    }

    /// Whether `settings` alone were in force for all of the first `t` steps.
    #[must_use]
    pub fn is_all(&self, t: u64, settings: &C) -> bool {
        self.changes.iter().take_while(|(from, _)| *from < t).all(|(_, other)| other == settings)
    }

    /// Forgets the steps from `t` on.
    pub fn cut(&mut self, t: u64) {
        self.changes.truncate(self.changes.partition_point(|(from, _)| *from < t));
    }

    /// Forgets the steps before `t`.
    pub fn forget_before(&mut self, t: u64) {
        let later = self.changes.partition_point(|(from, _)| *from <= t);
        self.changes.drain(..later.saturating_sub(1));
    }

    /// The steps t at which the settings changed.
    pub fn marks(&self) -> impl Iterator<Item = u64> {
        self.changes.iter().skip(1).map(|(from, _)| *from)
    }

    /// From which step on which α was in force, each other than the one before; `rate` is that of the settings.
    pub fn rates(&self, rate: impl Fn(&C) -> LearningRate) -> impl Iterator<Item = (u64, LearningRate)> {
        let mut before = None;
        let rates = self.changes.iter().map(move |(from, settings)| (*from, rate(settings)));
        rates.filter(move |(_, rate)| before.replace(*rate) != Some(*rate))
    }

    /// The settings that were in force, one after another.
    pub fn settings(&self) -> impl Iterator<Item = &C> {
        self.changes.iter().map(|(_, settings)| settings)
    }
}
