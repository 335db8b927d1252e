//! The derivatives of back propagation beside slopes that are measured on ε: for a sample of a network's many parameters.

use super::look::Look;
use super::place::Place;
use super::scalar::Parameter;
use super::vector::VectorNetwork;
use crate::random::Random;
use crate::rule::check::Check;

/// Half the distance at which slopes are measured. With 784-30-10 in training, among derivatives above 10⁻⁶ · |z⃗ − l⃗| the
/// worst relative error is 6·10⁻⁷ with it; 3·10⁻⁶ with 10⁻³ (of the formula, of order h²), 8·10⁻⁶ with 10⁻⁵ (of rounding).
pub const H: f64 = 1e-4;
/// The most parameters that are checked at a time: for each the forward pass is made twice.
pub const MOST: usize = 1000;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GradientCheck {
    /// Parameters that were checked, at least one.
    pub count: usize,
    /// Those of them whose derivative and slope are both exactly 0, such as that of a weight whose input is 0.
    pub zero: usize,
    /// Those of them whose derivative is so large that five digits of the slope stand above what rounding makes of it, or that
    /// agree exactly.
    pub measurable: usize,
    /// Where the relative error is the greatest.
    pub place: Place,
    /// Both numbers there.
    pub check: Check,
    /// The greatest relative error of those that are measurable.
    pub worst_measurable: f64,
    /// The greatest absolute error of all.
    pub absolute: f64,
}

impl GradientCheck {
    /// Checks `count` parameters of the network, a [`sample`] of 4 to [`MOST`]; `None` without a label.
    ///
    /// ```
    /// use descent::network::gradient_check::GradientCheck;
    /// use descent::network::look::Look;
    /// use descent::network::sparse::SparseInput;
    /// use descent::network::vector::VectorNetwork;
    /// use descent::random::Random;
    ///
    /// let network = VectorNetwork::random(20, 5, 3, &mut Random::new(1))?;
    /// let look = Look::new(&network, SparseInput { columns: &[0, 7], bytes: &[100, 200] }, Some(2))?;
    /// let check = GradientCheck::new(&look, 60, 1).unwrap();
    /// assert_eq!(check.count, 60);
    /// assert!(check.worst_measurable < 1e-6);
    /// # Ok::<(), descent::error::Error>(())
    /// ```
    #[must_use]
    pub fn new(look: &Look<'_>, count: usize, seed: u64) -> Option<Self> {
        let places = sample(look.network(), count, seed);
        let checks = check_at(look, &places)?;
        let all = || places.iter().copied().zip(checks.iter().copied());
        // A NaN is worse than any number.
        let (place, worst) = all().max_by(|a, b| a.1.relative().total_cmp(&b.1.relative()))?;
        let greatest = |of: &mut dyn Iterator<Item = f64>| of.max_by(f64::total_cmp).unwrap_or(0.0);
        let measurable = || checks.iter().filter(|check| check.measurable);
        Some(Self {
            count: checks.len(),
            zero: checks.iter().filter(|check| (check.derivative, check.difference) == (0.0, 0.0)).count(),
            measurable: measurable().count(),
            place,
            check: worst,
            worst_measurable: greatest(&mut measurable().map(Check::relative)),
            absolute: greatest(&mut checks.iter().map(Check::absolute)),
        })
    }
}

/// The derivative at each place beside its slope, for which the whole forward pass is made anew; `None` without a label.
///
/// # Panics
/// When a place is one of a larger network.
#[must_use]
pub fn check_at(look: &Look<'_>, places: &[Place]) -> Option<Vec<Check>> {
    let back = look.back.as_ref()?;
    // z is rounded by ε_machine at most, so ε = ½(z⃗ − l⃗)² by |z⃗ − l⃗| times that.
    let rounding = f64::EPSILON * back.columns.d_z.norm() / H;
    let mut moved = look.network().clone();
    let mut check = |place: Place| {
        let a = look.network().get(place);
        let error = |a: f64| {
            moved.set(place, a);
            VectorNetwork::error(&moved.forward(&look.forward.x).z, &back.l)
        };
        // A check wants three digits above the rounding.
        let check = Check::new(back.columns.at(&look.forward, place), (a, H), error, 100.0 * rounding);
        moved.set(place, a);
        check
    };
    Some(places.iter().map(|place| check(*place)).collect())
}

/// Different parameters drawn with a seed, `count` of them where there are so many: a quarter each of u⃗, U and v⃗, as far as
/// these go, the rest of V.
#[must_use]
pub fn sample(network: &VectorNetwork, count: usize, seed: u64) -> Vec<Place> {
    let (count, mut random) = (count.clamp(4, MOST), Random::new(seed));
    let mut places = Vec::with_capacity(count);
    for parameter in [Parameter::u, Parameter::U, Parameter::v, Parameter::V] {
        let (rows, columns) = network.shape(parameter);
        let most = if parameter == Parameter::V { count - places.len() } else { count / 4 };
        let drawn = draw(rows * columns, most, &mut random);
        places.extend(drawn.map(|number| Place::numbered(parameter, number, columns)));
    }
    places
}

/// At most `most` different numbers below `size`.
fn draw(size: usize, most: usize, random: &mut Random) -> impl Iterator<Item = usize> {
    let mut numbers: Vec<u32> = (0..size as u32).collect();
    let count = most.min(size);
    for i in 0..count {
        // The beginning of a shuffle.
        numbers.swap(i, i + random.below((size - i) as u32) as usize);
    }
    numbers.truncate(count);
    numbers.into_iter().map(|number| number as usize)
}
