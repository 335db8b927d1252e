//! Chapter 1: a curve bends into place. Each step takes the mean over all measurements (full batch): of a few hundred
//! points it is as fast as the screen, and the curve moves smoothly.

use crate::data::measurements::scaling::Scaling;
use crate::data::measurements::{Measurement, Preparation};
use crate::error::Result;
use crate::network::curve::{Batch, CurveNetwork, MeanGradient, Pass};
use crate::random::Random;
use crate::rule::LearningRate;
use crate::rule::rewind::{Checkpoints, Rates};
use crate::training::history::Curve;

/// A checkpoint is kept each time this many steps are made.
const CHECKPOINT_EVERY: u64 = 256;

/// All that a step changes. A copy of it is a way back.
#[derive(Debug, Clone)]
struct State {
    network: CurveNetwork,
    step: u64,
    errors: Curve,
    test_errors: Curve,
}

impl State {
    fn new(hidden: usize, seed: u32) -> Result<Self> {
        let network = CurveNetwork::random(hidden, &mut Random::new(seed.into()))?;
        Ok(Self { network, step: 0, errors: Curve::default(), test_errors: Curve::default() })
    }
}

/// The measurements as the network sees them.
#[derive(Debug, Clone, Default)]
struct Prepared {
    measurements: Vec<Measurement>,
    held_out: Vec<bool>,
    train: Batch,
    test: Batch,
}

impl Prepared {
    fn new(measurements: Vec<Measurement>, preparation: Preparation, scaling: &Scaling) -> Self {
        let held_out = preparation.held_out(&measurements);
        let part = |held: bool| {
            let chosen = measurements.iter().zip(&held_out).filter(|(_, is_held)| **is_held == held);
            Batch::new(&chosen.map(|(m, _)| (scaling.x(m.x), scaling.l(m.l))).collect::<Vec<_>>())
        };
        let (train, test) = (part(false), part(true));
        Self { measurements, held_out, train, test }
    }
}

/// A network that is fitted to measurements, step by step and back again.
#[derive(Debug, Clone)]
pub struct Fitting {
    data: Prepared,
    preparation: Preparation,
    scaling: Scaling,
    hidden: usize,
    seed: u32,
    rate: LearningRate,
    state: State,
    checkpoints: Checkpoints<State>,
    rates: Rates,
    pass: Pass,
    gradient: MeanGradient,
}

impl Fitting {
    /// A new network of `hidden` units before its first step. Without a scaling that is given, the ranges of the
    /// measurements, noise included, are scaled.
    ///
    /// # Errors
    /// [`crate::error::Error::OutOfRange`] outside 1..=[`CurveNetwork::MOST_HIDDEN`] units.
    pub fn new(
        measurements: &[Measurement],
        preparation: Preparation,
        scaling: Option<Scaling>,
        hidden: usize,
        rate: LearningRate,
        seed: u32,
    ) -> Result<Self> {
        let state = State::new(hidden, seed)?;
        let noisy = preparation.with_noise(measurements);
        let scaling = scaling.unwrap_or_else(|| Scaling::of(&noisy));
        Ok(Self {
            data: Prepared::new(noisy, preparation, &scaling),
            preparation,
            scaling,
            hidden,
            seed,
            rate,
            checkpoints: Checkpoints::new(0, state.clone()),
            state,
            rates: Rates::default(),
            pass: Pass::default(),
            gradient: MeanGradient::default(),
        })
    }

    /// The same measurements, a new network.
    ///
    /// # Errors
    /// [`crate::error::Error::OutOfRange`] outside 1..=[`CurveNetwork::MOST_HIDDEN`] units; the present network then
    /// stays.
    pub fn restart(&mut self, hidden: usize, seed: u32) -> Result<()> {
        self.state = State::new(hidden, seed)?;
        (self.hidden, self.seed) = (hidden, seed);
        self.forget_the_way_back();
        Ok(())
    }

    /// Other measurements, as they are, for the network as it is: it goes on learning. There is no way back past this.
    pub fn edit(&mut self, measurements: Vec<Measurement>) {
        self.data = Prepared::new(measurements, self.preparation, &self.scaling);
        self.forget_the_way_back();
    }

    fn forget_the_way_back(&mut self) {
        self.checkpoints = Checkpoints::new(self.state.step, self.state.clone());
        self.rates = Rates::default();
    }

    /// Changes α from the next step on; nothing is reset.
    pub fn set_rate(&mut self, rate: LearningRate) {
        self.rate = rate;
    }

    /// One step of the rule over all measurements that are not held back. `false`, and nothing changed, when there are
    /// none or the numbers have grown beyond all bounds.
    pub fn step(&mut self) -> bool {
        if !self.step_with(self.rate) {
            return false;
        }
        self.rates.note(self.state.step - 1, self.rate);
        if self.state.step.is_multiple_of(CHECKPOINT_EVERY) {
            self.checkpoints.keep(self.state.step, self.state.clone());
        }
        true
    }

    /// Goes exactly one step back, bit for bit; `false` where the way back ends.
    pub fn back(&mut self) -> bool {
        if !self.can_go_back() {
            return false;
        }
        let step = self.state.step - 1;
        let Some(checkpoint) = self.checkpoints.go_back(step) else { return false };
        self.state = checkpoint.clone();
        while self.state.step < step {
            let rate = self.rates.after(self.state.step).unwrap_or(self.rate);
            self.step_with(rate);
        }
        self.rates.go_back(step);
        true
    }

    /// Whether [`Self::back`] has somewhere to go.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.state.step > self.checkpoints.start()
    }

    fn step_with(&mut self, rate: LearningRate) -> bool {
        if self.data.train.is_empty() {
            return false;
        }
        let State { network, step, errors, test_errors } = &mut self.state;
        network.mean_gradient(&self.data.train, &mut self.pass, &mut self.gradient);
        let test_error = (!self.data.test.is_empty()).then(|| network.error(&self.data.test, &mut self.pass));
        if !network.step(rate, &self.gradient) {
            return false;
        }
        *step += 1;
        errors.push(*step, self.gradient.error);
        if let Some(error) = test_error {
            test_errors.push(*step, error);
        }
        true
    }

    /// t, the number of steps made.
    #[must_use]
    pub fn step_count(&self) -> u64 {
        self.state.step
    }

    /// The network as it is now.
    #[must_use]
    pub fn network(&self) -> &CurveNetwork {
        &self.state.network
    }

    #[must_use]
    pub fn scaling(&self) -> &Scaling {
        &self.scaling
    }

    /// The measurements, noise included.
    #[must_use]
    pub fn measurements(&self) -> &[Measurement] {
        &self.data.measurements
    }

    /// Which of the measurements are held back.
    #[must_use]
    pub fn held_out(&self) -> &[bool] {
        &self.data.held_out
    }

    /// The curve at x, both in the reader's units.
    #[must_use]
    pub fn answer(&self, x: f64) -> f64 {
        self.scaling.answer(self.state.network.answer(self.scaling.x(x)))
    }

    /// The mean ε of the network as it is now, over the measurements that it learns from; `None` when there are none.
    pub fn error(&mut self) -> Option<f64> {
        Self::error_over(&self.data.train, &self.state.network, &mut self.pass)
    }

    /// The mean ε of the network as it is now, over those held back; `None` when there are none.
    pub fn test_error(&mut self) -> Option<f64> {
        Self::error_over(&self.data.test, &self.state.network, &mut self.pass)
    }

    fn error_over(batch: &Batch, network: &CurveNetwork, pass: &mut Pass) -> Option<f64> {
        (!batch.is_empty()).then(|| network.error(batch, pass))
    }

    /// The root of the mean square deviation in the units of l that a mean ε stands for: ε = ½(z − l)².
    #[must_use]
    pub fn deviation(&self, error: f64) -> f64 {
        (2.0 * error).sqrt() * self.scaling.l_unit()
    }

    /// Mean ε over the steps, of the measurements that the network learns from and of those held back.
    #[must_use]
    pub fn errors(&self) -> (&Curve, &Curve) {
        (&self.state.errors, &self.state.test_errors)
    }
}
