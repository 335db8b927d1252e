//! Chapter 1: the 1-H-1 network over all measurements at once, four of them in each vector of the processor.
//!
//! p_i = V_i x + v_i,  y_i = σ(p_i),  q = Σ U_i y_i + u,  z = σ(q),  ε = ½(z − l)²
//!
//! The same formulas as in [`super::vector`], against which it is tested. The parameters are f64, so that many small
//! steps are not lost in rounding; the pass over the measurements is f32, which is finer than any measurement.
#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use wide::f32x4;

use crate::error::{Error, Result};
use crate::random::Random;
use crate::rule::LearningRate;
use crate::sigmoid::{sigmoid, sigmoid_prime};

/// Measurements in a vector.
const LANES: usize = 4;
/// Places at which the curve's slope is looked at for a turn, and how often the interval of one is halved: to the last bit.
const TURN_PLACES: u32 = 512;
const HALVINGS: u32 = 52;

/// The parameters `a`: four numbers a hidden unit, and u.
///
/// ```
/// use descent::network::curve::CurveNetwork;
/// use descent::random::Random;
/// use descent::sigmoid::sigmoid;
///
/// let network = CurveNetwork::random(16, &mut Random::new(1))?;
/// assert_eq!(network.answer(0.5), sigmoid(network.sum(0.5))); // z = σ(q)
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CurveNetwork {
    pub V: Vec<f64>,
    pub v: Vec<f64>,
    pub U: Vec<f64>,
    pub u: f64,
}

/// The mean of ∂ε/∂a over the measurements, and of ε.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MeanGradient {
    pub V: Vec<f64>,
    pub v: Vec<f64>,
    pub U: Vec<f64>,
    pub u: f64,
    pub error: f64,
}

/// Measurements (x, l), scaled, in vectors of four. The last is filled up with measurements of weight 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Batch {
    vectors: Vec<[f32x4; 3]>,
    count: usize,
}

impl Batch {
    /// Measurements whose x and l are scaled to what the network reaches.
    #[must_use]
    pub fn new(measurements: &[(f64, f64)]) -> Self {
        let vectors = measurements.chunks(LANES).map(|four| {
            let lanes = |value: &dyn Fn(usize) -> f64| f32x4::new(core::array::from_fn(|i| value(i) as f32));
            let last = four.len() - 1;
            [
                lanes(&|i| four[i.min(last)].0),
                lanes(&|i| four[i.min(last)].1),
                lanes(&|i| f64::from(u8::from(i < four.len()))),
            ]
        });
        Self { vectors: vectors.collect(), count: measurements.len() }
    }

    /// How many measurements there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The sum of the lanes, over the number of measurements.
    fn mean(&self, lanes: f32x4) -> f64 {
        lanes.to_array().iter().map(|lane| f64::from(*lane)).sum::<f64>() / self.count.max(1) as f64
    }
}

/// Memory for a pass, so that a step allocates nothing.
#[derive(Debug, Clone, Default)]
pub struct Pass {
    units: Vec<Unit>,
    y: Vec<f32x4>,
}

/// A hidden unit during a pass: its parameters in every lane, and the sums of its derivatives.
#[derive(Debug, Clone, Copy)]
struct Unit {
    V: f32x4,
    v: f32x4,
    U: f32x4,
    d_V: f32x4,
    d_v: f32x4,
    d_U: f32x4,
}

impl Pass {
    /// y of every unit for four x, and q.
    fn forward(&mut self, x: f32x4, u: f32x4) -> f32x4 {
        let mut q = u;
        for (unit, y) in self.units.iter().zip(&mut self.y) {
            *y = sigmoid(unit.V * x + unit.v);
            q += unit.U * *y;
        }
        q
    }
}

impl CurveNetwork {
    /// More than enough for a curve that a person can look at.
    pub const MOST_HIDDEN: usize = 256;
    /// No parameter grows larger: with it all sums of the pass are still finite.
    pub const MOST_SIZE: f64 = 1e15;

    /// A start that covers the range −1..=1 of x: the steps of the H units stand side by side, one at a random place in
    /// each H-th of the range, rising or falling, as steep as it takes to overlap with their neighbours (|V| between ½H
    /// and 1½H, for H below 4 as for 4). U is normal with standard deviation 1/√H, and u such that q is 0 on average.
    ///
    /// Drawn in the order place, steepness, direction, U of each unit.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] outside 1..=[`Self::MOST_HIDDEN`] units.
    pub fn random(hidden: usize, random: &mut Random) -> Result<Self> {
        if !(1..=Self::MOST_HIDDEN).contains(&hidden) {
            let (found, most) = (hidden as u64, Self::MOST_HIDDEN as u64);
            return Err(Error::OutOfRange { what: "hidden", least: 1, most, found });
        }
        let count = hidden as f64;
        let mut network = Self { V: Vec::new(), v: Vec::new(), U: Vec::new(), u: 0.0 };
        for i in 0..hidden {
            let place = 2.0 * (i as f64 + random.uniform()) / count - 1.0;
            let steepness = count.max(4.0) * random.between(0.5, 1.5);
            let V = if random.uniform() < 0.5 { -steepness } else { steepness };
            let U = random.normal() / libm::sqrt(count);
            network.V.push(V);
            network.v.push(-V * place);
            network.U.push(U);
            // Each unit is ½ on average over the range.
            network.u -= U / 2.0;
        }
        Ok(network)
    }

    /// z for one x, in full precision.
    #[must_use]
    pub fn answer(&self, x: f64) -> f64 {
        sigmoid(self.sum(x))
    }

    /// q for one x: all contributions, and u.
    #[must_use]
    pub fn sum(&self, x: f64) -> f64 {
        self.u + self.contributions(x).sum::<f64>()
    }

    /// dq/dx at one x. z rises and falls where q does.
    #[must_use]
    pub fn slope(&self, x: f64) -> f64 {
        self.V.iter().zip(&self.v).zip(&self.U).map(|((V, v), U)| U * V * sigmoid_prime(V * x + v)).sum()
    }

    /// The x in `low`..`high` where the curve turns, ascending: its slope is positive on one side and negative on the other.
    /// Turns closer together than a 512th of the range may be missed.
    #[must_use]
    pub fn turns(&self, low: f64, high: f64) -> Vec<f64> {
        let place = |i: u32| low + (high - low) * f64::from(i) / f64::from(TURN_PLACES);
        let mut turns = Vec::new();
        let mut before = (low, self.slope(low));
        for i in 1..=TURN_PLACES {
            let now = (place(i), self.slope(place(i)));
            // What is exactly 0, or no number, is no side.
            if now.1 == 0.0 || !now.1.is_finite() {
                continue;
            }
            if before.1 * now.1 < 0.0 {
                turns.push(self.turn_between(before, now.0));
            }
            before = now;
        }
        turns
    }

    /// Where the slope changes its sign between two places, halved until they are neighbours.
    fn turn_between(&self, (mut low, at_low): (f64, f64), mut high: f64) -> f64 {
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if self.slope(middle) * at_low > 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }

    /// U_i σ(V_i x + v_i) of each hidden unit: with u they add up to q.
    pub fn contributions(&self, x: f64) -> impl Iterator<Item = f64> + '_ {
        self.V.iter().zip(&self.v).zip(&self.U).map(move |((V, v), U)| U * sigmoid(V * x + v))
    }

    /// The mean of ∂ε/∂a and of ε over a batch that is not empty; zeros for an empty one.
    pub fn mean_gradient(&self, batch: &Batch, pass: &mut Pass, gradient: &mut MeanGradient) {
        let u = self.begin(pass);
        let (mut d_u, mut error) = (f32x4::ZERO, f32x4::ZERO);
        for [x, l, weight] in &batch.vectors {
            let q = pass.forward(*x, u);
            let d_z = (sigmoid(q) - *l) * *weight; // ∂ε/∂z = z − l
            error += d_z * d_z;
            let d_q = d_z * sigmoid_prime(q); // ∂ε/∂q = ∂ε/∂z · σ′(q)
            d_u += d_q; // ∂ε/∂u = ∂ε/∂q
            for (unit, y) in pass.units.iter_mut().zip(&pass.y) {
                unit.d_U += d_q * *y; // ∂ε/∂U = ∂ε/∂q · y
                let d_p = d_q * unit.U * (*y * (f32x4::ONE - *y)); // ∂ε/∂p = ∂ε/∂q · U · σ′(p)
                unit.d_v += d_p; // ∂ε/∂v = ∂ε/∂p
                unit.d_V += d_p * *x; // ∂ε/∂V = ∂ε/∂p · x
            }
        }
        let mean = |lanes| batch.mean(lanes);
        let fill = |numbers: &mut Vec<f64>, of: fn(&Unit) -> f32x4| {
            numbers.clear();
            numbers.extend(pass.units.iter().map(|unit| mean(of(unit))));
        };
        fill(&mut gradient.V, |unit| unit.d_V);
        fill(&mut gradient.v, |unit| unit.d_v);
        fill(&mut gradient.U, |unit| unit.d_U);
        gradient.u = mean(d_u);
        gradient.error = 0.5 * mean(error);
    }

    /// The mean of ε over a batch; 0 for an empty one.
    pub fn error(&self, batch: &Batch, pass: &mut Pass) -> f64 {
        let u = self.begin(pass);
        let mut error = f32x4::ZERO;
        for [x, l, weight] in &batch.vectors {
            let d_z = (sigmoid(pass.forward(*x, u)) - *l) * *weight;
            error += d_z * d_z;
        }
        0.5 * batch.mean(error)
    }

    /// Puts the parameters into every lane; gives u.
    fn begin(&self, pass: &mut Pass) -> f32x4 {
        let splat = |value: &f64| f32x4::splat(*value as f32);
        pass.units.clear();
        pass.units.extend(self.V.iter().zip(&self.v).zip(&self.U).map(|((V, v), U)| Unit {
            V: splat(V),
            v: splat(v),
            U: splat(U),
            d_V: f32x4::ZERO,
            d_v: f32x4::ZERO,
            d_U: f32x4::ZERO,
        }));
        pass.y.resize(self.V.len(), f32x4::ZERO);
        splat(&self.u)
    }

    /// One step of the rule, a ← a − α · mean ∂ε/∂a. `false`, and nothing changed, when a parameter would grow beyond
    /// [`Self::MOST_SIZE`].
    pub fn step(&mut self, alpha: LearningRate, gradient: &MeanGradient) -> bool {
        let alpha = alpha.get();
        let moved = |a: f64, d_a: f64| a - alpha * d_a;
        let layers = [(&mut self.V, &gradient.V), (&mut self.v, &gradient.v), (&mut self.U, &gradient.U)];
        let u = moved(self.u, gradient.u);
        let pairs = layers.iter().flat_map(|(numbers, derivatives)| numbers.iter().zip(derivatives.iter()));
        // A NaN compares false, so it stops here as well.
        if !pairs.map(|(a, d_a)| moved(*a, *d_a)).chain([u]).all(|a| a.abs() <= Self::MOST_SIZE) {
            return false;
        }
        for (numbers, derivatives) in layers {
            for (a, d_a) in numbers.iter_mut().zip(derivatives) {
                *a = moved(*a, *d_a);
            }
        }
        self.u = u;
        true
    }
}
