//! Chapter 3's run: the rule repeated on the network of four numbers, with every step kept, so that any of them can be
//! gone back to, bit for bit.

use std::rc::Rc;

use super::history::Bin;
use crate::error::{Error, Result};
use crate::network::scalar::{Gradient, Pair, Pairs, Parameter, ScalarNetwork};
use crate::rule::LearningRate;
use crate::rule::log::Log;
use crate::rule::trail::Trail;
use crate::sigmoid::sigmoid_prime;

/// A network of the run and its mean ε over the pairs of then.
#[derive(Debug, Clone, Copy, PartialEq)]
struct State {
    network: ScalarNetwork,
    error: f64,
}

impl State {
    fn new(network: ScalarNetwork, pairs: &Pairs) -> Self {
        Self { network, error: network.mean_error(pairs) }
    }
}

/// What the next step will meet, as far as it is worth words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// ε of each pair is at most [`ScalarRun::LEARNED`].
    Learned,
    /// All four derivatives are exactly 0 although ε is not.
    Still,
    /// ∂ε/∂V and ∂ε/∂v are 0 because U is.
    Cut,
    /// The step is too long: ε will grow.
    Jumping,
    /// The answers are wrong, yet σ′(q) is nearly 0.
    Saturated,
    /// ε goes down.
    Descending,
}

/// What a step is made with.
#[derive(Debug, Clone, PartialEq)]
struct Settings {
    rate: LearningRate,
    pairs: Rc<Pairs>,
}

/// The rule repeated over pairs (x, l), with its whole history.
///
/// ```
/// use descent::network::scalar::{Pairs, ScalarNetwork};
/// use descent::rule::LearningRate;
/// use descent::training::scalar_run::ScalarRun;
///
/// let start = ScalarNetwork::new(0.6, 0.9, -1.2, 0.3)?;
/// let mut run = ScalarRun::new(start, Pairs::from_flat(&[1.0, 0.2])?, LearningRate::new(1.0)?)?;
/// let before = run.error();
/// while run.t() < 10 && run.step() {}
/// assert!(run.error() < before);
/// assert_eq!(run.go(0), 0);
/// assert_eq!((run.network(), run.last()), (start, 10));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ScalarRun {
    settings: Settings,
    trail: Trail<State>,
    log: Log<Settings>,
}

impl ScalarRun {
    /// So many steps are kept; there the run ends.
    pub const MOST_STEPS: usize = 100_000;
    /// With α up to here, and pairs and parameters in their ranges, no number of a run can overflow.
    pub const MOST_RATE: f64 = 1000.0;
    /// An answer within 0.05 of its label.
    pub const LEARNED: f64 = 0.5 * 0.05 * 0.05;
    /// Below this part of its greatest value, ¼, σ′(q) is said to be saturated.
    const SATURATED: f64 = 0.25 / 6.0;

    /// # Errors
    /// [`Error::NumberOutOfRange`] for an α above [`Self::MOST_RATE`].
    pub fn new(start: ScalarNetwork, pairs: Pairs, rate: LearningRate) -> Result<Self> {
        let settings = Settings { rate: Self::checked(rate)?, pairs: Rc::new(pairs) };
        let trail = Trail::new(State::new(start, &settings.pairs));
        Ok(Self { settings, trail, log: Log::default() })
    }

    fn checked(rate: LearningRate) -> Result<LearningRate> {
        if rate.get() <= Self::MOST_RATE {
            Ok(rate)
        } else {
            Err(Error::NumberOutOfRange { what: "α", least: 0, most: Self::MOST_RATE as i64 })
        }
    }

    /// A new run from `start`, with the same pairs and α.
    pub fn restart(&mut self, start: ScalarNetwork) {
        self.trail = Trail::new(State::new(start, self.pairs()));
        self.log = Log::default();
    }

    /// Other pairs, from the next step on. ε of the steps that were made stays as it was measured; only a start from
    /// which nothing follows is measured anew.
    pub fn set_pairs(&mut self, pairs: Pairs) {
        self.settings.pairs = Rc::new(pairs);
        if self.last() == 0 {
            self.restart(self.start());
        }
    }

    /// Another α, from the next step on.
    ///
    /// # Errors
    /// [`Error::NumberOutOfRange`] for an α above [`Self::MOST_RATE`].
    pub fn set_rate(&mut self, rate: LearningRate) -> Result<()> {
        self.settings.rate = Self::checked(rate)?;
        Ok(())
    }

    /// The network after the next step of the rule.
    #[must_use]
    pub fn next(&self) -> ScalarNetwork {
        let mut network = self.network();
        network.step(self.rate(), &self.gradient());
        network
    }

    /// One step; false at the end of what is kept. With the α and the pairs of then it is the step that was made before,
    /// and what lies ahead stays; with others that is cut off.
    pub fn step(&mut self) -> bool {
        let t = self.t();
        if t == Self::MOST_STEPS {
            return false;
        }
        if self.log.at(t as u64) == Some(&self.settings) && self.trail.again() {
            return true;
        }
        if t == 0 {
            // All follows from the pairs of now: ε of the start, too, is that over them.
            self.restart(self.start());
        }
        let next = State::new(self.next(), self.pairs());
        self.log.cut(t as u64);
        self.log.note(t as u64, self.settings.clone());
        self.trail.push(next);
        true
    }

    /// One step back; false at the start. α and the pairs stay as they are set now.
    pub fn back(&mut self) -> bool {
        self.trail.back()
    }

    /// To any step that was made, or the nearest that was; where the run stands then.
    pub fn go(&mut self, t: usize) -> usize {
        self.trail.go(t)
    }

    /// Where the run stands.
    #[must_use]
    pub fn t(&self) -> usize {
        self.trail.t()
    }

    /// The furthest step that was made.
    #[must_use]
    pub fn last(&self) -> usize {
        self.trail.last()
    }

    /// The steps t at which α or the pairs were changed.
    pub fn marks(&self) -> impl Iterator<Item = u64> {
        self.log.marks()
    }

    /// From which step on there was which α, each other than the one before.
    pub fn rates(&self) -> impl Iterator<Item = (u64, LearningRate)> {
        self.log.rates(|settings| settings.rate)
    }

    #[must_use]
    pub fn network(&self) -> ScalarNetwork {
        self.trail.here().network
    }

    #[must_use]
    pub fn start(&self) -> ScalarNetwork {
        self.trail.whole()[0].network
    }

    /// The mean ε after `t` steps, as it was measured; `None` when there were not so many.
    #[must_use]
    pub fn error_at(&self, t: usize) -> Option<f64> {
        self.trail.whole().get(t).map(|state| state.error)
    }

    /// The mean ε of the network as it is now over the present pairs.
    #[must_use]
    pub fn error(&self) -> f64 {
        self.network().mean_error(self.pairs())
    }

    /// The mean ∂ε/∂a that the next step will follow.
    #[must_use]
    pub fn gradient(&self) -> Gradient {
        self.network().mean_gradient(self.pairs())
    }

    #[must_use]
    pub fn pairs(&self) -> &Pairs {
        &self.settings.pairs
    }

    #[must_use]
    pub fn rate(&self) -> LearningRate {
        self.settings.rate
    }

    /// Whether all steps to where the run stands were made with the present α and the present pairs: whether a link that
    /// holds them, the start and t tells all.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        let t = self.t() as u64;
        t == 0 || self.log.at(0) == Some(&self.settings) && self.log.marks().next().is_none_or(|mark| mark >= t)
    }

    /// ε over t, as it was measured, in at most `most` bins; a bin holds the steps up to its `last_step`, the first one the
    /// start alone.
    #[must_use]
    pub fn curve(&self, most: usize) -> Vec<Bin> {
        let states = self.trail.whole();
        let stride = states.len().div_ceil(most.max(1));
        let bins = states.chunks(stride).scan(0, |made, part| {
            *made += part.len() as u64;
            Some(Bin {
                last_step: *made - 1,
                count: part.len() as u32,
                min: part.iter().map(|state| state.error).fold(f64::INFINITY, f64::min),
                max: part.iter().map(|state| state.error).fold(0.0, f64::max),
                sum: part.iter().map(|state| state.error).sum(),
            })
        });
        bins.collect()
    }

    /// The way of two parameters from the start to where the run stands, in at most `most` + 1 points, ends included.
    #[must_use]
    pub fn path(&self, a: Parameter, b: Parameter, most: usize) -> Vec<(f64, f64)> {
        let way = self.trail.so_far();
        let stride = way.len().div_ceil(most.max(1));
        let last = way.last().filter(|_| !(way.len() - 1).is_multiple_of(stride));
        way.iter().step_by(stride).chain(last).map(|state| (state.network.get(a), state.network.get(b))).collect()
    }

    /// The least and the greatest value of a parameter in the whole run.
    #[must_use]
    pub fn extent(&self, parameter: Parameter) -> (f64, f64) {
        let values = self.trail.whole().iter().map(|state| state.network.get(parameter));
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), value| {
            (least.min(value), greatest.max(value))
        })
    }

    /// What the next step will meet.
    #[must_use]
    pub fn outlook(&self) -> Outlook {
        let (network, gradient) = (self.network(), self.gradient());
        let weakest = self.pairs().as_slice().iter().map(|pair| {
            let forward = network.forward(pair.x, pair.l);
            if forward.error > Self::LEARNED { sigmoid_prime(forward.q) } else { 0.0 }
        });
        // Each pair: a mean would forgive one of many.
        let is_learned = |pair: &Pair| network.forward(pair.x, pair.l).error <= Self::LEARNED;
        if self.pairs().as_slice().iter().all(is_learned) {
            Outlook::Learned
        } else if gradient == Gradient::default() {
            Outlook::Still
        } else if network.U == 0.0 {
            Outlook::Cut
        } else if self.next().mean_error(self.pairs()) > self.error() {
            Outlook::Jumping
        } else if weakest.fold(0.0, f64::max) < Self::SATURATED {
            Outlook::Saturated
        } else {
            Outlook::Descending
        }
    }
}
