//! Chapter 1: a curve bends into place. Each step takes the mean over all measurements (full batch): of a few hundred
//! points it is as fast as the screen, and the curve moves smoothly.

use std::rc::Rc;

use crate::data::measurements::scaling::Scaling;
use crate::data::measurements::{Measurement, Preparation};
use crate::error::Result;
use crate::network::curve::{Batch, CurveNetwork, MeanGradient, Pass};
use crate::random::Random;
use crate::rule::LearningRate;
use crate::rule::rewind::Rewind;
use crate::training::history::Curve;

/// A copy of the network for the way back is kept each time this many steps are made, at most so many of them: with 16
/// hidden units 0.5 MB, with the most 6.5 MB.
const KEEP_EVERY: u64 = 256;
const MOST_KEPT: usize = 1024;
/// Edited measurements are remembered, so that steps can be made again with them, up to so many in all (30 MB); then the
/// run forgets its beginning.
const MOST_MEASUREMENTS: usize = 1_000_000;

/// The measurements as the network sees them.
#[derive(Debug, Clone)]
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

/// What a step is made with.
#[derive(Debug, Clone)]
struct Settings {
    rate: LearningRate,
    data: Rc<Prepared>,
}

impl PartialEq for Settings {
    /// How measurements are prepared does not change in a run, so the measurements tell all.
    fn eq(&self, other: &Self) -> bool {
        self.rate == other.rate
            && (Rc::ptr_eq(&self.data, &other.data) || self.data.measurements == other.data.measurements)
    }
}

/// ε before a step, of what the network learns from and of what is held back.
#[derive(Debug, Clone, Copy)]
struct Errors {
    train: f64,
    test: Option<f64>,
}

/// Memory for a step.
#[derive(Debug, Clone, Default)]
struct Workspace {
    pass: Pass,
    gradient: MeanGradient,
}

impl Workspace {
    /// One step of the rule. `None`, and nothing changed, when there is nothing to learn from or the numbers would grow
    /// beyond all bounds.
    fn step(&mut self, network: &mut CurveNetwork, settings: &Settings) -> Option<Errors> {
        let Settings { rate, data } = settings;
        if data.train.is_empty() {
            return None;
        }
        network.mean_gradient(&data.train, &mut self.pass, &mut self.gradient);
        let test = self.error(network, &data.test);
        network.step(*rate, &self.gradient).then_some(Errors { train: self.gradient.error, test })
    }

    /// The mean ε over a batch; `None` for an empty one.
    fn error(&mut self, network: &CurveNetwork, batch: &Batch) -> Option<f64> {
        (!batch.is_empty()).then(|| network.error(batch, &mut self.pass))
    }
}

/// A network that is fitted to measurements, step by step and back again.
///
/// ```
/// use descent::data::measurements::tables::Table;
/// use descent::data::measurements::{HoldOut, Preparation};
/// use descent::rule::LearningRate;
/// use descent::training::fitting::Fitting;
///
/// let table = Table::named("water-density")?.measurements();
/// let preparation = Preparation::new(0.0, 0.0, HoldOut::Random, 1)?;
/// let mut fitting = Fitting::new(&table, preparation, None, 16, LearningRate::new(2.0)?, 1)?;
/// let before = fitting.error();
/// while fitting.t() < 500 && fitting.step() {}
/// assert!(fitting.error() < before);
/// fitting.go(0);
/// assert_eq!((fitting.error(), fitting.last()), (before, 500));
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Fitting {
    settings: Settings,
    preparation: Preparation,
    scaling: Scaling,
    rewind: Rewind<CurveNetwork, Settings>,
    errors: Curve,
    test_errors: Curve,
    workspace: Workspace,
}

fn beginning(hidden: usize, seed: u32) -> Result<Rewind<CurveNetwork, Settings>> {
    let network = CurveNetwork::random(hidden, &mut Random::new(seed.into()))?;
    Ok(Rewind::new(0, network, KEEP_EVERY, MOST_KEPT))
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
        let rewind = beginning(hidden, seed)?;
        let noisy = preparation.with_noise(measurements);
        let scaling = scaling.unwrap_or_else(|| Scaling::of(&noisy));
        let data = Rc::new(Prepared::new(noisy, preparation, &scaling));
        Ok(Self {
            settings: Settings { rate, data },
            preparation,
            scaling,
            rewind,
            errors: Curve::default(),
            test_errors: Curve::default(),
            workspace: Workspace::default(),
        })
    }

    /// The same measurements, a new network.
    ///
    /// # Errors
    /// [`crate::error::Error::OutOfRange`] outside 1..=[`CurveNetwork::MOST_HIDDEN`] units; the present network then
    /// stays.
    pub fn restart(&mut self, hidden: usize, seed: u32) -> Result<()> {
        self.rewind = beginning(hidden, seed)?;
        (self.errors, self.test_errors) = (Curve::default(), Curve::default());
        Ok(())
    }

    /// Other measurements, as they are, for the network as it is, from the next step on: it goes on learning.
    pub fn edit(&mut self, measurements: Vec<Measurement>) {
        self.settings.data = Rc::new(Prepared::new(measurements, self.preparation, &self.scaling));
        while self.remembered() > MOST_MEASUREMENTS {
            // Those of what lies ahead are needed still.
            let Some(second) = self.marks().next().filter(|second| *second <= self.t()) else { break };
            self.rewind.forget_before(second);
        }
    }

    /// How many measurements are remembered for the steps that were made.
    fn remembered(&self) -> usize {
        let mut before: Option<&Rc<Prepared>> = None;
        let data = self.rewind.log().settings().map(|settings| &settings.data);
        // A change of α alone copies none.
        let others = data.filter(|data| !before.replace(data).is_some_and(|before| Rc::ptr_eq(before, data)));
        others.map(|data| data.measurements.len()).sum()
    }

    /// Changes α from the next step on; nothing is reset.
    pub fn set_rate(&mut self, rate: LearningRate) {
        self.settings.rate = rate;
    }

    /// One step of the rule over all measurements that are not held back. `false`, and nothing changed, when there are
    /// none or the numbers have grown beyond all bounds.
    pub fn step(&mut self) -> bool {
        let known = self.rewind.is_known(&self.settings);
        if !known && !self.cut() {
            return false;
        }
        let Self { settings, rewind, workspace, .. } = self;
        let mut errors = None;
        rewind.advance(settings, |network| {
            errors = workspace.step(network, settings);
            u64::from(errors.is_some())
        });
        let Some(errors) = errors else { return false };
        if !known {
            self.note(errors);
        }
        true
    }

    /// One step back, bit for bit; `false` where the way back ends. α and the measurements stay as they are set now.
    pub fn back(&mut self) -> bool {
        let t = self.t();
        t > 0 && self.go(t - 1) < t
    }

    /// To step `t`, or the nearest that was made; where the run stands then. From a copy of the network it learns again,
    /// each step with the α and the measurements of then.
    pub fn go(&mut self, t: u64) -> u64 {
        let Self { rewind, workspace, .. } = self;
        rewind.go(t, |network, settings, _| {
            workspace.step(network, settings);
        })
    }

    /// The run goes another way from here: what was measured beyond is forgotten. `false`, and nothing changed, when
    /// there is no other way.
    fn cut(&mut self) -> bool {
        let t = self.t();
        if t == self.last() {
            return true;
        }
        let Self { settings, rewind, errors, test_errors, workspace, .. } = self;
        if workspace.step(&mut rewind.state().clone(), settings).is_none() {
            return false;
        }
        let first = rewind.first();
        let from = |curve: &mut Curve| curve.cut(t).map_or(t, |from| from.max(first));
        let (train_from, test_from) = (from(errors), from(test_errors));
        rewind.go(train_from.min(test_from), |network, settings, _| {
            workspace.step(network, settings);
        });
        rewind.again(t, |network, settings, before| {
            let Some(Errors { train, test }) = workspace.step(network, settings) else { return };
            if before >= train_from {
                errors.push(before + 1, train);
            }
            if let Some(test) = test.filter(|_| before >= test_from) {
                test_errors.push(before + 1, test);
            }
        });
        true
    }

    fn note(&mut self, Errors { train, test }: Errors) {
        let t = self.t();
        self.errors.push(t, train);
        if let Some(test) = test {
            self.test_errors.push(t, test);
        }
    }

    /// The number of steps made where the run stands.
    #[must_use]
    pub fn t(&self) -> u64 {
        self.rewind.t()
    }

    /// The furthest step that was made.
    #[must_use]
    pub fn last(&self) -> u64 {
        self.rewind.last()
    }

    /// The step before which there is no way back: 0, unless the run had to forget its beginning.
    #[must_use]
    pub fn first(&self) -> u64 {
        self.rewind.first()
    }

    /// The steps t at which α or the measurements were changed.
    pub fn marks(&self) -> impl Iterator<Item = u64> {
        self.rewind.log().marks()
    }

    /// From which step on there was which α, each other than the one before.
    pub fn rates(&self) -> impl Iterator<Item = (u64, LearningRate)> {
        self.rewind.log().rates(|settings| settings.rate)
    }

    /// Whether a new network, and `t` steps with the α and the measurements that are set now, come to where the run stands:
    /// whether a link that holds them and t tells all.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.first() == 0 && self.rewind.log().is_all(self.t(), &self.settings)
    }

    /// The network as it is now.
    #[must_use]
    pub fn network(&self) -> &CurveNetwork {
        self.rewind.state()
    }

    #[must_use]
    pub fn scaling(&self) -> &Scaling {
        &self.scaling
    }

    /// The measurements, noise included.
    #[must_use]
    pub fn measurements(&self) -> &[Measurement] {
        &self.settings.data.measurements
    }

    /// Which of the measurements are held back.
    #[must_use]
    pub fn held_out(&self) -> &[bool] {
        &self.settings.data.held_out
    }

    /// The curve at x, both in the reader's units.
    #[must_use]
    pub fn answer(&self, x: f64) -> f64 {
        self.scaling.answer(self.rewind.state().answer(self.scaling.x(x)))
    }

    /// Where the curve turns among the measurements that it learns from, in the reader's units: x and the curve there, ascending.
    #[must_use]
    pub fn turns(&self) -> Vec<Measurement> {
        let learned = self.measurements().iter().zip(self.held_out()).filter(|(_, held)| !**held).map(|(m, _)| m.x);
        let (low, high) = learned.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
        if low >= high {
            return Vec::new();
        }
        let turns = self.network().turns(self.scaling.x(low), self.scaling.x(high));
        turns.into_iter().map(|x| self.scaling.unscaled_x(x)).map(|x| Measurement { x, l: self.answer(x) }).collect()
    }

    /// q at x, in the reader's units of x: what the hidden units contribute, and u.
    #[must_use]
    pub fn sum(&self, x: f64) -> f64 {
        self.network().sum(self.scaling.x(x))
    }

    /// The mean ε of the network as it is now, over the measurements that it learns from; `None` when there are none.
    pub fn error(&mut self) -> Option<f64> {
        self.workspace.error(self.rewind.state(), &self.settings.data.train)
    }

    /// The mean ε of the network as it is now, over those held back; `None` when there are none.
    pub fn test_error(&mut self) -> Option<f64> {
        self.workspace.error(self.rewind.state(), &self.settings.data.test)
    }

    /// What the next step of the rule would be: the mean of ∂ε/∂a for every parameter a, and the network after it. `None`
    /// when there is nothing to learn from, or the numbers would grow beyond all bounds.
    pub fn outlook(&mut self) -> Option<(&MeanGradient, CurveNetwork)> {
        let mut next = self.rewind.state().clone();
        self.workspace.step(&mut next, &self.settings)?;
        Some((&self.workspace.gradient, next))
    }

    /// α of the next step.
    #[must_use]
    pub fn rate(&self) -> LearningRate {
        self.settings.rate
    }

    /// The root of the mean square deviation in the units of l that a mean ε stands for: ε = ½(z − l)².
    #[must_use]
    pub fn deviation(&self, error: f64) -> f64 {
        (2.0 * error).sqrt() * self.scaling.l_unit()
    }

    /// Mean ε over the steps, as it was measured, to the last that was made: of the measurements that the network learns
    /// from and of those held back.
    #[must_use]
    pub fn errors(&self) -> (&Curve, &Curve) {
        (&self.errors, &self.test_errors)
    }
}
