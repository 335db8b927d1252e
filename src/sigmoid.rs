//! σ(x) = 1 / (1 + e⁻ˣ) and σ′(x) = e⁻ˣ / (1 + e⁻ˣ)², for f64, f32 and four f32 at once.
//!
//! Both are computed from t = e^−|x|, which never overflows: σ(x) = 1/(1 + t) on the right, t/(1 + t) on the left, and
//! σ′(x) = t/(1 + t)² on both sides. The formulas of the lecture give NaN where e⁻ˣ overflows; these do not.
//!
//! The bits are the same on every platform: the f64 exponential is `libm`'s, in plain Rust; the f32 one is the
//! polynomial below, made only of additions and multiplications, whose results IEEE 754 fixes.

use wide::{f32x4, u32x4};

/// A number that σ is defined for.
pub trait Sigmoid: Copy {
    /// σ(x) = 1/(1 + e⁻ˣ): in 0..=1, exactly 0 at −∞ and 1 at +∞; NaN only for NaN.
    #[must_use]
    fn sigmoid(self) -> Self;
    /// σ′(x) = σ(x)·(1 − σ(x)): from 0 to 1/4 (rounding may add a last place), exactly 0 at ±∞; NaN only for NaN.
    #[must_use]
    fn sigmoid_prime(self) -> Self;
}

/// σ(x) = 1/(1 + e⁻ˣ).
///
/// ```
/// use descent::sigmoid::sigmoid;
///
/// assert_eq!(sigmoid(0.0), 0.5);
/// assert_eq!((sigmoid(-1e308), sigmoid(1e308)), (0.0, 1.0));
/// ```
#[must_use]
pub fn sigmoid<T: Sigmoid>(x: T) -> T {
    x.sigmoid()
}

/// σ′(x) = e⁻ˣ/(1 + e⁻ˣ)².
///
/// ```
/// use descent::sigmoid::sigmoid_prime;
///
/// assert_eq!(sigmoid_prime(0.0), 0.25);
/// assert_eq!(sigmoid_prime(-1e308), 0.0); // the formula itself would give NaN
/// ```
#[must_use]
pub fn sigmoid_prime<T: Sigmoid>(x: T) -> T {
    x.sigmoid_prime()
}

/// (σ, σ′) at `count` arguments from `low` to `high`, both included: the two curves to be drawn.
#[must_use]
pub fn curve(low: f64, high: f64, count: usize) -> Vec<(f64, f64)> {
    let last = count.saturating_sub(1).max(1) as f64;
    let at = |i: usize| low + (high - low) * (i as f64 / last);
    (0..count).map(at).map(|x| (x.sigmoid(), x.sigmoid_prime())).collect()
}

impl Sigmoid for f64 {
    fn sigmoid(self) -> f64 {
        let t = libm::exp(-self.abs());
        if self >= 0.0 { 1.0 / (1.0 + t) } else { t / (1.0 + t) }
    }

    fn sigmoid_prime(self) -> f64 {
        let t = libm::exp(-self.abs());
        t / ((1.0 + t) * (1.0 + t))
    }
}

/// The value in the first of the four lanes.
fn first(lanes: f32x4) -> f32 {
    lanes.to_array()[0]
}

impl Sigmoid for f32 {
    fn sigmoid(self) -> f32 {
        first(f32x4::splat(self).sigmoid())
    }

    fn sigmoid_prime(self) -> f32 {
        first(f32x4::splat(self).sigmoid_prime())
    }
}

impl Sigmoid for f32x4 {
    #[inline]
    fn sigmoid(self) -> f32x4 {
        let one = f32x4::ONE;
        let t = exp_of_minus_abs(self);
        let right = self.simd_ge(f32x4::ZERO);
        right.select(one, t) / (one + t)
    }

    #[inline]
    fn sigmoid_prime(self) -> f32x4 {
        let t = exp_of_minus_abs(self);
        let s = f32x4::ONE + t;
        t / (s * s)
    }
}

/// e^−|x| in each lane, relative error below 2 units in the last place, 0 from |x| = 104 on.
///
/// e^−|x| = 2ⁿ·eʳ with n whole and |r| ≤ ln 2 / 2; eʳ is the degree-5 minimax polynomial and the two-part ln 2 of
/// Cephes' `expf` (S. Moshier).
#[inline]
fn exp_of_minus_abs(x: f32x4) -> f32x4 {
    // Adding 1.5·2²³ leaves the nearest whole number in the low bits of the sum.
    const ROUNDER: f32 = 12_582_912.0;
    // n runs down to −150, below what an exponent can hold, so 2ⁿ is applied as 2ⁿ⁺⁶⁴ · 2⁻⁶⁴.
    const SPLIT: u32 = 64;
    let splat = f32x4::splat;
    let minus_abs = f32x4::ZERO - x.abs();
    // e^−104 rounds to zero; without the limit n would leave its range. A NaN passes: it is not below the limit.
    let below = splat(-104.0).simd_ge(minus_abs);
    let a = below.select(splat(-104.0), minus_abs);
    let rounded = a * splat(core::f32::consts::LOG2_E) + splat(ROUNDER);
    let n = rounded - splat(ROUNDER);
    let r = (a - n * splat(0.693_359_4)) - n * splat(-2.121_944_4e-4);
    let mut poly = splat(1.987_569_1e-4);
    for c in [1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5] {
        poly = poly * r + splat(c);
    }
    let e_r = (poly * (r * r) + r) + f32x4::ONE;
    let bits: u32x4 = bytemuck::cast(rounded);
    let power: f32x4 = bytemuck::cast((bits + u32x4::splat(127 + SPLIT)) << 23_u32);
    (e_r * power) * splat(f32::from_bits((127 - SPLIT) << 23))
}
