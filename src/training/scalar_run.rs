//! Chapter 3's run: the rule repeated on the network of four numbers, with every step kept, so that any of them can be
//! gone back to, bit for bit.

use super::history::Bin;
use crate::error::{Error, Result};
use crate::network::scalar::{Gradient, Pairs, Parameter, ScalarNetwork};
use crate::rule::LearningRate;
use crate::sigmoid::sigmoid_prime;

/// A network of the run and its mean ε over the present pairs.
#[derive(Debug, Clone, Copy, PartialEq)]
struct State {
    network: ScalarNetwork,
    error: f64,
}

/// What the next step will meet, as far as it is worth words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// ε is below [`ScalarRun::LEARNED`].
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

/// The rule repeated over pairs (x, l), with its whole history.
#[derive(Debug, Clone)]
pub struct ScalarRun {
    pairs: Pairs,
    rate: LearningRate,
    /// The networks after 0, 1, 2, … steps. Those after `t` were made before the reader went back.
    states: Vec<State>,
    t: usize,
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
        let rate = Self::checked(rate)?;
        let states = vec![State { network: start, error: start.mean_error(&pairs) }];
        Ok(Self { pairs, rate, states, t: 0 })
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
        self.states = vec![State { network: start, error: start.mean_error(&self.pairs) }];
        self.t = 0;
    }

    /// Other pairs. The networks stay; ε of each of them is that over the new pairs.
    pub fn set_pairs(&mut self, pairs: Pairs) {
        self.pairs = pairs;
        for state in &mut self.states {
            state.error = state.network.mean_error(&self.pairs);
        }
    }

    /// Another α, from the next step on.
    ///
    /// # Errors
    /// [`Error::NumberOutOfRange`] for an α above [`Self::MOST_RATE`].
    pub fn set_rate(&mut self, rate: LearningRate) -> Result<()> {
        self.rate = Self::checked(rate)?;
        Ok(())
    }

    /// The network after the next step of the rule.
    #[must_use]
    pub fn next(&self) -> ScalarNetwork {
        let mut network = self.network();
        network.step(self.rate, &self.gradient());
        network
    }

    /// One step; false at the end of what is kept. A step that was made before comes out as before, so going on after
    /// going back keeps what lies ahead, unless α or the pairs are others now.
    pub fn step(&mut self) -> bool {
        if self.t == Self::MOST_STEPS {
            return false;
        }
        let network = self.next();
        self.t += 1;
        if self.states.get(self.t).is_some_and(|known| known.network == network) {
            return true;
        }
        self.states.truncate(self.t);
        self.states.push(State { network, error: network.mean_error(&self.pairs) });
        true
    }

    /// One step back; false at the start.
    pub fn back(&mut self) -> bool {
        let able = self.t > 0;
        self.t -= usize::from(able);
        able
    }

    /// To any step that was made, or the nearest that was.
    pub fn go(&mut self, t: usize) {
        self.t = t.min(self.last());
    }

    /// Where the run stands.
    #[must_use]
    pub fn t(&self) -> usize {
        self.t
    }

    /// The last step that is kept.
    #[must_use]
    pub fn last(&self) -> usize {
        self.states.len() - 1
    }

    #[must_use]
    pub fn network(&self) -> ScalarNetwork {
        self.states[self.t].network
    }

    #[must_use]
    pub fn start(&self) -> ScalarNetwork {
        self.states[0].network
    }

    /// The mean ε after `t` steps; `None` when there were not so many.
    #[must_use]
    pub fn error_at(&self, t: usize) -> Option<f64> {
        self.states.get(t).map(|state| state.error)
    }

    /// The mean ε now.
    #[must_use]
    pub fn error(&self) -> f64 {
        self.states[self.t].error
    }

    /// The mean ∂ε/∂a that the next step will follow.
    #[must_use]
    pub fn gradient(&self) -> Gradient {
        self.network().mean_gradient(&self.pairs)
    }

    #[must_use]
    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    #[must_use]
    pub fn rate(&self) -> LearningRate {
        self.rate
    }

    /// Whether the start, the present α and the present pairs alone lead to where the run stands: whether a link that
    /// holds them and t tells all.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        let mut network = self.start();
        self.states[1..=self.t].iter().all(|state| {
            let gradient = network.mean_gradient(&self.pairs);
            network.step(self.rate, &gradient);
            network == state.network
        })
    }

    /// ε over t in at most `most` bins; a bin holds the steps up to its `last_step`, the first one the start alone.
    #[must_use]
    pub fn curve(&self, most: usize) -> Vec<Bin> {
        let stride = self.states.len().div_ceil(most.max(1));
        let bins = self.states.chunks(stride).scan(0, |made, part| {
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
        let way = &self.states[..=self.t];
        let stride = way.len().div_ceil(most.max(1));
        let last = way.last().filter(|_| !(way.len() - 1).is_multiple_of(stride));
        way.iter().step_by(stride).chain(last).map(|state| (state.network.get(a), state.network.get(b))).collect()
    }

    /// The least and the greatest value of a parameter in the whole run.
    #[must_use]
    pub fn extent(&self, parameter: Parameter) -> (f64, f64) {
        self.states
            .iter()
            .map(|state| state.network.get(parameter))
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), value| {
                (least.min(value), greatest.max(value))
            })
    }

    /// What the next step will meet.
    #[must_use]
    pub fn outlook(&self) -> Outlook {
        let (network, gradient) = (self.network(), self.gradient());
        let weakest = self.pairs.as_slice().iter().map(|pair| {
            let forward = network.forward(pair.x, pair.l);
            if forward.error > Self::LEARNED { sigmoid_prime(forward.q) } else { 0.0 }
        });
        if self.error() <= Self::LEARNED {
            Outlook::Learned
        } else if gradient == Gradient::default() {
            Outlook::Still
        } else if network.U == 0.0 {
            Outlook::Cut
        } else if self.next().mean_error(&self.pairs) > self.error() {
            Outlook::Jumping
        } else if weakest.fold(0.0, f64::max) < Self::SATURATED {
            Outlook::Saturated
        } else {
            Outlook::Descending
        }
    }
}
