//! A run that is too long to keep every value: some states are kept, and those between are made again.

use super::log::Log;

/// The state of a run, the way back from it, and the way ahead where it was gone before.
///
/// A copy of the state is kept after every `every`-th step, at most `most` of them. When there is one too many, that one is
/// let go whose gap would be the smallest for its place: a gap may grow with the distance from where the run stands, up
/// to an eighth of the run, and no further. So the copies are dense near the present, and evenly spread in the past. With
/// 256 of them no step is farther from a copy before it than a hundredth of the run, with 15 than a seventh (measured, for
/// runs of up to 20,000 times `every`).
///
/// Going back leaves copies on its way, 1, 2, 4, … steps before where it ends, so that the next steps back are short.
///
/// ```
/// use descent::rule::rewind::Rewind;
///
/// // a ← a − α · a, the rule for ε = ½a²
/// let rule = |a: &mut f64, alpha: &f64| *a -= alpha * *a;
/// let mut run = Rewind::new(0, 8.0, 100, 16);
/// for _ in 0..1000 {
///     run.advance(&0.01, |a| {
///         rule(a, &0.01);
///         1
///     });
/// }
/// let end = *run.state();
/// assert_eq!(run.go(1, |a, alpha, _| rule(a, alpha)), 1);
/// assert_eq!((run.t(), run.last(), *run.state()), (1, 1000, 8.0 - 0.01 * 8.0));
/// run.go(1000, |a, alpha, _| rule(a, alpha));
/// assert_eq!(*run.state(), end);
/// ```
#[derive(Debug, Clone)]
pub struct Rewind<S, C> {
    state: S,
    t: u64,
    last: u64,
    /// (t, state), ascending. The first, where the way back ends, is never let go.
    kept: Vec<(u64, S)>,
    every: u64,
    most: usize,
    log: Log<C>,
}

impl<S: Clone, C: Clone + PartialEq> Rewind<S, C> {
    /// A run that begins at step `t`; the way back ends here.
    #[must_use]
    pub fn new(t: u64, start: S, every: u64, most: usize) -> Self {
        let kept = vec![(t, start.clone())];
        Self { state: start, t, last: t, kept, every: every.max(1), most: most.max(2), log: Log::default() }
    }

    /// The same where it is known what the steps before were made with.
    #[must_use]
    pub fn with_log(self, log: Log<C>) -> Self {
        Self { log, ..self }
    }

    /// The number of steps made where the run stands.
    #[must_use]
    pub fn t(&self) -> u64 {
        self.t
    }

    /// The furthest step that was made.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.last
    }

    /// The step before which there is no way back.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.kept[0].0
    }

    /// The state where the run stands.
    #[must_use]
    pub fn state(&self) -> &S {
        &self.state
    }

    /// What the steps were made with.
    #[must_use]
    pub fn log(&self) -> &Log<C> {
        &self.log
    }

    /// The steps whose states are kept, ascending.
    pub fn kept(&self) -> impl ExactSizeIterator<Item = u64> {
        self.kept.iter().map(|(t, _)| *t)
    }

    /// Whether the next step with these settings is one that was made before.
    #[must_use]
    pub fn is_known(&self, settings: &C) -> bool {
        self.t < self.last && self.log.at(self.t) == Some(settings)
    }

    /// Goes on by as many steps as `make` makes of the state with `settings`, and says how many: one at most where
    /// they are known, and none beyond the next multiple of `every`. When it makes none, nothing has changed; else, if
    /// they are not known, what lay ahead is cut off.
    pub fn advance(&mut self, settings: &C, make: impl FnOnce(&mut S) -> u64) -> u64 {
        let known = self.is_known(settings);
        let made = make(&mut self.state);
        if made == 0 {
            return 0;
        }
        if !known {
            self.cut();
            self.log.note(self.t, settings.clone());
            self.last = self.t + made;
        }
        self.t += made;
        if self.t.is_multiple_of(self.every) {
            self.keep();
        }
        made
    }

    /// To step `t`, or as near as there is a way; where the run stands then. `make` makes the step after a number of
    /// steps with the settings that it was made with.
    pub fn go(&mut self, t: u64, make: impl FnMut(&mut S, &C, u64)) -> u64 {
        let t = t.min(self.last).max(self.first());
        let later = self.kept.partition_point(|(at, _)| *at <= t);
        let (from, state) = &self.kept[later.max(1) - 1];
        // The present state may be on the way.
        if self.t > t || self.t < *from {
            (self.t, self.state) = (*from, state.clone());
        }
        self.again(t, make)
    }

    /// From where the run stands to step `t`, or the last, each step made again, though a state on the way may be kept.
    pub fn again(&mut self, t: u64, mut make: impl FnMut(&mut S, &C, u64)) -> u64 {
        let t = t.min(self.last);
        while self.t < t {
            let Some(settings) = self.log.at(self.t) else { break };
            make(&mut self.state, settings, self.t);
            self.t += 1;
            let rest = t - self.t;
            if self.t.is_multiple_of(self.every) || (rest.is_power_of_two() && rest < self.every) {
                self.keep();
            }
        }
        self.t
    }

    /// Forgets what lies ahead of where the run stands.
    pub fn cut(&mut self) {
        self.kept.retain(|(at, _)| *at <= self.t);
        self.log.cut(self.t);
        self.last = self.t;
    }

    /// Forgets what was before step `t`, or before where the run stands if that is earlier.
    pub fn forget_before(&mut self, t: u64) {
        let t = t.min(self.t);
        self.kept.retain(|(at, _)| *at >= t);
        if self.kept.first().is_none_or(|(at, _)| *at > self.t) {
            self.kept.insert(0, (self.t, self.state.clone()));
        }
        self.log.forget_before(self.first());
    }

    /// Keeps a copy of the present state, and lets one go if they are too many.
    fn keep(&mut self) {
        let Err(place) = self.kept.binary_search_by_key(&self.t, |(at, _)| *at) else { return };
        self.kept.insert(place, (self.t, self.state.clone()));
        if self.kept.len() <= self.most {
            return;
        }
        let allowed = (self.last / 8).max(1);
        let at = |i: usize| self.kept.get(i).map_or(self.last, |(at, _)| *at);
        let harm = |i: &usize| (at(i + 1) - at(i - 1)) as f64 / at(*i).abs_diff(self.t).clamp(1, allowed) as f64;
        // Never the start, nor the present one.
        let others = (1..self.kept.len()).filter(|i| *i != place);
        if let Some(least) = others.min_by(|a, b| harm(a).total_cmp(&harm(b))) {
            self.kept.remove(least);
        }
    }
}
