//! One time: whatever is stepped, gone back, gone to and set, what is there is what a straight run gives, bit for bit.

use descent::data::dataset::Dataset;
use descent::data::measurements::tables::Table;
use descent::data::measurements::{HoldOut, Preparation};
use descent::descent::plane::PlaneDescent;
use descent::descent::{Descent, Window};
use descent::formula::Formula;
use descent::network::scalar::{Pairs, Parameter, ScalarNetwork};
use descent::network::weights::{Encoding, Model};
use descent::rule::LearningRate;
use descent::rule::rewind::Rewind;
use descent::training::fitting::Fitting;
use descent::training::history::Curve;
use descent::training::scalar_run::ScalarRun;
use descent::training::trainer::{Settings, Step, Trainer};
use proptest::prelude::*;
use std::sync::OnceLock;

use crate::mnist;

/// What all runs have in common. A setting is a number that the run makes something of.
trait Timed: Sized {
    /// Whether another setting is another run from the same start, and no mark.
    const WHOLE: bool = false;
    fn fresh() -> Self;
    fn set(&mut self, setting: u8);
    fn step(&mut self) -> bool;
    fn back(&mut self) -> bool;
    fn go(&mut self, t: u64) -> u64;
    fn t(&self) -> u64;
    fn last(&self) -> u64;
    fn marks(&self) -> Vec<u64>;
    /// The bits of what is there at t.
    fn here(&mut self) -> Vec<u64>;
    /// The bits of what was measured up to `last`.
    fn measured(&self) -> Vec<u64>;
}

#[derive(Debug, Clone)]
enum Act {
    Step,
    Steps(u16),
    Back,
    /// To this share of the way, and a little beyond.
    Go(f64),
    Set(u8),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        2 => Just(Act::Step),
        3 => (1..700_u16).prop_map(Act::Steps),
        3 => Just(Act::Back),
        3 => (0.0..1.1).prop_map(Act::Go),
        2 => (0..3_u8).prop_map(Act::Set),
    ];
    prop::collection::vec(act, 1..16)
}

/// A run that makes these steps, one after another.
fn straight<R: Timed>(path: &[u8]) -> R {
    let mut run = R::fresh();
    let mut before = None;
    for setting in path {
        if before != Some(setting) {
            run.set(*setting);
            before = Some(setting);
        }
        assert!(run.step());
    }
    run
}

fn check<R: Timed>(acts: &[Act]) -> Result<(), TestCaseError> {
    let mut run = R::fresh();
    run.set(0);
    // The setting of each step up to `last`, the present one, and where the run stands.
    let (mut path, mut setting, mut t) = (Vec::new(), 0, 0);
    let make = |run: &mut R, path: &mut Vec<u8>, setting: u8, t: &mut usize| -> Result<bool, TestCaseError> {
        let made = run.step();
        if made {
            if path.get(*t) != Some(&setting) {
                path.truncate(*t);
                path.push(setting);
            }
            *t += 1;
        }
        prop_assert_eq!((run.t(), run.last()), (*t as u64, path.len() as u64));
        Ok(made)
    };
    for act in acts {
        match act {
            Act::Step => _ = make(&mut run, &mut path, setting, &mut t)?,
            Act::Steps(count) => {
                for _ in 0..*count {
                    if !make(&mut run, &mut path, setting, &mut t)? {
                        break;
                    }
                }
            }
            Act::Back => {
                prop_assert_eq!(run.back(), t > 0);
                t = t.saturating_sub(1);
            }
            // Beyond the last, chapter 2 goes on by itself.
            Act::Go(share) if !R::WHOLE || *share <= 1.0 => {
                let to = (share * path.len() as f64) as usize;
                t = to.min(path.len());
                prop_assert_eq!(run.go(to as u64), t as u64);
            }
            Act::Go(_) => {}
            Act::Set(next) => {
                setting = *next;
                run.set(setting);
                if R::WHOLE {
                    path = vec![setting; run.last() as usize];
                    t = t.min(path.len());
                }
            }
        }
        prop_assert_eq!((run.t(), run.last()), (t as u64, path.len() as u64));
        let mut expected = straight::<R>(&path[..t]);
        expected.set(setting);
        prop_assert_eq!(run.here(), expected.here(), "at {} of {}", t, path.len());
    }
    let whole = straight::<R>(&path);
    prop_assert_eq!(run.measured(), whole.measured());
    let changes = (1..path.len()).filter(|t| path[*t] != path[*t - 1]).map(|t| t as u64);
    prop_assert_eq!(run.marks(), if R::WHOLE { Vec::new() } else { changes.collect() });
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..crate::seeded() })]

    #[test]
    fn of_chapter_1(acts in acts()) {
        check::<Fitting>(&acts)?;
    }

    #[test]
    fn of_chapter_2_with_one_number(acts in acts()) {
        check::<Descent>(&acts)?;
    }

    #[test]
    fn of_chapter_2_with_two_numbers(acts in acts()) {
        check::<PlaneDescent>(&acts)?;
    }

    #[test]
    fn of_chapter_3(acts in acts()) {
        check::<ScalarRun>(&acts)?;
    }

    #[test]
    fn of_chapter_4(acts in acts()) {
        check::<Trainer4>(&acts)?;
    }

    #[test]
    fn of_chapter_4_with_lessons(acts in acts()) {
        check::<Taught4>(&acts)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..crate::seeded() })]

    /// However rarely states are kept, and however few.
    #[test]
    fn of_any_way_back(acts in acts(), every in 1..40_u64, most in 2..8_usize) {
        EVERY_MOST.set((every, most));
        check::<Chain>(&acts)?;
    }
}

/// A way back leaves copies right before where it ends; what is measured again must not jump to them. The longer the run,
/// the more steps its bins hold.
#[test]
fn a_long_run_that_goes_another_way() {
    fn of<R: Timed>() {
        let mut run = straight::<R>(&[0; 9_000]);
        for t in [8_191, 8_190, 5_003, 4_097, 2_049, 930, 465, 257, 256, 3] {
            run.set(0);
            run.go(t);
            run.back();
            run.set(1);
            assert!(run.step());
            assert_eq!((run.t(), run.last(), run.marks()), (t, t, vec![t - 1]));
            let mut whole = straight::<R>(&[vec![0; t as usize - 1], vec![1]].concat());
            assert_eq!(run.here(), whole.here());
            assert!(run.measured() == whole.measured(), "after {t} steps");
            // On again, as far as before.
            run.back();
            run.set(0);
            (t - 1..9_000).for_each(|_| assert!(run.step()));
        }
    }
    of::<Fitting>();
    of::<ScalarRun>();
    of::<Trainer4>();
    of::<Taught4>();
}

/// As it was found: nothing is held back, so the second curve is empty.
#[test]
fn chapter_1_goes_another_way_from_the_middle() {
    let table = Table::WaterDensity.measurements();
    let preparation = Preparation::new(0.0, 0.0, HoldOut::Random, 1).unwrap();
    let mut fitting = Fitting::new(&table, preparation, None, 16, alpha(2.0), 1).unwrap();
    (0..930).for_each(|_| assert!(fitting.step()));
    fitting.go(465);
    fitting.set_rate(alpha(8.0));
    assert!(fitting.step());
    assert_eq!((fitting.t(), fitting.last(), fitting.marks().collect::<Vec<_>>()), (466, 466, vec![465]));
    assert_eq!(fitting.errors().0.bins().len(), 466);
}

fn alpha(rate: f64) -> LearningRate {
    LearningRate::new(rate).unwrap()
}

fn bits(curve: &Curve) -> impl Iterator<Item = u64> {
    let bins = curve.bins().iter();
    bins.flat_map(|bin| [bin.last_step, bin.count.into(), bin.min.to_bits(), bin.max.to_bits(), bin.sum.to_bits()])
}

thread_local! {
    static EVERY_MOST: std::cell::Cell<(u64, usize)> = const { std::cell::Cell::new((1, 2)) };
}

/// A number that tells every step that led to it.
struct Chain {
    setting: u8,
    rewind: Rewind<u64, u8>,
}

fn link(state: &mut u64, setting: u8, t: u64) {
    *state = (*state ^ (t << 8) ^ u64::from(setting)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
}

impl Timed for Chain {
    fn fresh() -> Self {
        let (every, most) = EVERY_MOST.get();
        Self { setting: 0, rewind: Rewind::new(0, 1, every, most) }
    }
    fn set(&mut self, setting: u8) {
        self.setting = setting;
    }
    fn step(&mut self) -> bool {
        let t = self.t();
        let setting = self.setting;
        self.rewind.advance(&setting, |state| {
            link(state, setting, t);
            1
        }) == 1
    }
    fn back(&mut self) -> bool {
        let t = self.t();
        t > 0 && self.go(t - 1) < t
    }
    fn go(&mut self, t: u64) -> u64 {
        let to = self.rewind.go(t, |state, setting, t| link(state, *setting, t));
        assert!(self.rewind.kept().len() <= EVERY_MOST.get().1);
        to
    }
    fn t(&self) -> u64 {
        self.rewind.t()
    }
    fn last(&self) -> u64 {
        self.rewind.last()
    }
    fn marks(&self) -> Vec<u64> {
        self.rewind.log().marks().collect()
    }
    fn here(&mut self) -> Vec<u64> {
        vec![*self.rewind.state()]
    }
    fn measured(&self) -> Vec<u64> {
        Vec::new()
    }
}

impl Timed for Fitting {
    fn fresh() -> Self {
        let preparation = Preparation::new(0.02, 0.25, HoldOut::Random, 3).unwrap();
        Self::new(&Table::AirPressure.measurements(), preparation, None, 5, alpha(3.0), 3).unwrap()
    }
    /// α, and with the last setting other measurements, too.
    fn set(&mut self, setting: u8) {
        self.set_rate(alpha([3.0, 0.5, 3.0][usize::from(setting)]));
        let mut measurements = Self::fresh().measurements().to_vec();
        measurements.truncate(if setting == 2 { 9 } else { usize::MAX });
        self.edit(measurements);
    }
    fn step(&mut self) -> bool {
        self.step()
    }
    fn back(&mut self) -> bool {
        self.back()
    }
    fn go(&mut self, t: u64) -> u64 {
        self.go(t)
    }
    fn t(&self) -> u64 {
        self.t()
    }
    fn last(&self) -> u64 {
        self.last()
    }
    fn marks(&self) -> Vec<u64> {
        self.marks().collect()
    }
    fn here(&mut self) -> Vec<u64> {
        let errors = [self.error(), self.test_error()].map(|error| error.unwrap().to_bits());
        let network = self.network();
        let parameters = network.V.iter().chain(&network.v).chain(&network.U).chain([&network.u]);
        parameters.map(|a| a.to_bits()).chain(errors).collect()
    }
    fn measured(&self) -> Vec<u64> {
        let (errors, test_errors) = self.errors();
        bits(errors).chain(bits(test_errors)).collect()
    }
}

const ALPHAS: [f64; 3] = [0.1, 0.45, 1.2];

impl Timed for Descent {
    const WHOLE: bool = true;
    fn fresh() -> Self {
        let formula = Formula::parse("a^2 + sin(3a)").unwrap();
        Self::new(formula, Window::new(-3.0, 3.0).unwrap(), 2.5, alpha(ALPHAS[0])).unwrap()
    }
    fn set(&mut self, setting: u8) {
        self.set_alpha(alpha(ALPHAS[usize::from(setting)]));
    }
    fn step(&mut self) -> bool {
        self.step()
    }
    fn back(&mut self) -> bool {
        self.back()
    }
    fn go(&mut self, t: u64) -> u64 {
        self.go(t as usize) as u64
    }
    fn t(&self) -> u64 {
        self.t() as u64
    }
    fn last(&self) -> u64 {
        self.last() as u64
    }
    fn marks(&self) -> Vec<u64> {
        Vec::new()
    }
    fn here(&mut self) -> Vec<u64> {
        let numbers = self.trail().iter().flat_map(|point| [point.a, point.error, point.slope, point.step]);
        numbers.map(f64::to_bits).collect()
    }
    fn measured(&self) -> Vec<u64> {
        Vec::new()
    }
}

impl Timed for PlaneDescent {
    const WHOLE: bool = true;
    fn fresh() -> Self {
        let window = Window::new(-3.0, 3.0).unwrap();
        let formula = Formula::parse_plane("a^2 + a*b + b^2").unwrap();
        Self::new(formula, [window, window], [2.5, -1.0], alpha(ALPHAS[0])).unwrap()
    }
    fn set(&mut self, setting: u8) {
        self.set_alpha(alpha(ALPHAS[usize::from(setting)]));
    }
    fn step(&mut self) -> bool {
        self.step()
    }
    fn back(&mut self) -> bool {
        self.back()
    }
    fn go(&mut self, t: u64) -> u64 {
        self.go(t as usize) as u64
    }
    fn t(&self) -> u64 {
        self.t() as u64
    }
    fn last(&self) -> u64 {
        self.last() as u64
    }
    fn marks(&self) -> Vec<u64> {
        Vec::new()
    }
    fn here(&mut self) -> Vec<u64> {
        let numbers =
            self.trail().iter().flat_map(|point| [point.at, point.gradient, point.step, [point.error, 0.0]].concat());
        numbers.map(f64::to_bits).collect()
    }
    fn measured(&self) -> Vec<u64> {
        Vec::new()
    }
}

impl Timed for ScalarRun {
    fn fresh() -> Self {
        let start = ScalarNetwork::new(0.6, 0.9, -1.2, 0.3).unwrap();
        Self::new(start, Pairs::from_flat(&[1.0, 0.2, -0.5, 0.9]).unwrap(), alpha(0.7)).unwrap()
    }
    /// α, and with the last setting another pair, too.
    fn set(&mut self, setting: u8) {
        self.set_rate(alpha([0.7, 2.0, 0.7][usize::from(setting)])).unwrap();
        let x = if setting == 2 { 1.5 } else { 1.0 };
        self.set_pairs(Pairs::from_flat(&[x, 0.2, -0.5, 0.9]).unwrap());
    }
    fn step(&mut self) -> bool {
        self.step()
    }
    fn back(&mut self) -> bool {
        self.back()
    }
    fn go(&mut self, t: u64) -> u64 {
        self.go(t as usize) as u64
    }
    fn t(&self) -> u64 {
        self.t() as u64
    }
    fn last(&self) -> u64 {
        self.last() as u64
    }
    fn marks(&self) -> Vec<u64> {
        self.marks().collect()
    }
    fn here(&mut self) -> Vec<u64> {
        let numbers = Parameter::ALL.map(|parameter| self.network().get(parameter).to_bits());
        [&numbers[..], &[self.error().to_bits(), self.is_repeatable().into()]].concat()
    }
    fn measured(&self) -> Vec<u64> {
        if self.last() == 0 {
            return Vec::new(); // a start without a step is measured over the present pairs
        }
        (0..=self.last()).map(|t| self.error_at(t).unwrap().to_bits()).collect()
    }
}

/// A training with the data that it goes through several times.
struct Trainer4(Trainer);

/// The first 70 examples of MNIST as a data set of their own.
fn data() -> &'static Dataset {
    static DATA: OnceLock<Dataset> = OnceLock::new();
    let mut images = Vec::new();
    DATA.get_or_init(|| {
        images.extend((0..70).map(|i| (mnist::train().image(i), mnist::train().example(i).label)));
        Dataset::from_images(images.iter().map(|(image, label)| (image, *label))).unwrap()
    })
}

impl Timed for Trainer4 {
    fn fresh() -> Self {
        Self(Trainer::new(Settings::new(3, 4, 5).unwrap(), alpha(3.0), 70).unwrap())
    }
    fn set(&mut self, setting: u8) {
        self.0.set_rate(alpha([3.0, 0.5, 1.0][usize::from(setting)]));
    }
    fn step(&mut self) -> bool {
        self.0.step(data()) != Step::Waiting
    }
    fn back(&mut self) -> bool {
        self.0.back(data())
    }
    fn go(&mut self, t: u64) -> u64 {
        self.0.go(t, data())
    }
    fn t(&self) -> u64 {
        self.0.t()
    }
    fn last(&self) -> u64 {
        self.0.last()
    }
    fn marks(&self) -> Vec<u64> {
        self.0.marks().collect()
    }
    fn here(&mut self) -> Vec<u64> {
        let bytes = Model::new(self.0.network().clone()).to_bytes(Encoding::F32);
        let place = [self.0.epoch(), self.0.position() as u64, self.0.error().map_or(0, f64::to_bits)];
        bytes.iter().map(|byte| u64::from(*byte)).chain(place).collect()
    }
    fn measured(&self) -> Vec<u64> {
        bits(self.0.curve()).collect()
    }
}

/// The same, where the last setting is a teacher's: α, and every step a lesson.
struct Taught4(Trainer4, bool);

impl Timed for Taught4 {
    fn fresh() -> Self {
        Self(Trainer4::fresh(), false)
    }
    fn set(&mut self, setting: u8) {
        self.1 = setting == 2;
        self.0.set(setting);
    }
    fn step(&mut self) -> bool {
        if !self.1 {
            return self.0.step();
        }
        let example = (self.t() % 3) as usize;
        self.0.0.teach(&mnist::test().image(example), 4, data()).is_ok()
    }
    fn back(&mut self) -> bool {
        self.0.back()
    }
    fn go(&mut self, t: u64) -> u64 {
        self.0.go(t)
    }
    fn t(&self) -> u64 {
        self.0.t()
    }
    fn last(&self) -> u64 {
        self.0.last()
    }
    fn marks(&self) -> Vec<u64> {
        self.0.marks()
    }
    fn here(&mut self) -> Vec<u64> {
        self.0.here()
    }
    fn measured(&self) -> Vec<u64> {
        self.0.measured()
    }
}
