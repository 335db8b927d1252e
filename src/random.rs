//! The one source of chance: a seeded generator, so that a seed gives the same run, bit for bit, everywhere.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// Seeded random numbers: xoshiro256++ (Blackman and Vigna 2019), seeded through SplitMix64.
///
/// ```
/// use descent::random::Random;
///
/// let (mut one, mut other) = (Random::new(1), Random::new(1));
/// assert_eq!(one.normal(), other.normal());
/// assert!((0.0..1.0).contains(&one.uniform()));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Random {
    generator: Xoshiro256PlusPlus,
    /// The polar method makes normal numbers in pairs; the second waits here.
    spare: Option<f64>,
}

impl Random {
    /// A generator that always gives the same numbers for the same `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { generator: Xoshiro256PlusPlus::seed_from_u64(seed), spare: None }
    }

    /// One of many generators for the same `seed`; number 0 is [`Self::new`].
    ///
    /// Streams k and k + 1 are one word of SplitMix64 apart, so three of the four words of their states are the same. What
    /// they give is different from the first number on, but they are not proven independent, as streams that are hashed or
    /// jumped to would be. What is kept is that the runs that were recorded can be made again.
    #[must_use]
    pub fn stream(seed: u64, number: u64) -> Self {
        // The odd constant of SplitMix64, 2⁶⁴ over the golden ratio: other seeds and numbers give other states.
        Self::new(seed.wrapping_add(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    /// Uniform in [0, 1), a multiple of 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        (self.generator.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// Uniform in [low, high).
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// Normal with mean 0 and standard deviation 1 (Marsaglia's polar method).
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (a, b) = (self.between(-1.0, 1.0), self.between(-1.0, 1.0));
            let s = a * a + b * b;
            if s > 0.0 && s < 1.0 {
                let factor = libm::sqrt(-2.0 * libm::log(s) / s);
                self.spare = Some(b * factor);
                return a * factor;
            }
        }
    }

    /// Uniform in 0..n, every value exactly as likely as the others (Lemire 2019). `n` must not be 0.
    pub fn below(&mut self, n: u32) -> u32 {
        debug_assert!(n > 0);
        let reject_below = n.wrapping_neg() % n;
        loop {
            let product = u64::from(self.generator.next_u64() as u32) * u64::from(n);
            if product as u32 >= reject_below {
                return (product >> 32) as u32;
            }
        }
    }

    /// Puts `items` into an order of which each is as likely as any other (Fisher–Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}
