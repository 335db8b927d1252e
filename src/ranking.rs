//! The order of numbers. One sort for all: a sort of its own for each kind of thing would be compiled into the module once
//! more each time, and weighs more than what asks for it.

use core::cmp::Reverse;
use std::collections::BinaryHeap;

/// The places of `keys` from the largest key to the least, of equal ones the earlier first. A few of many cost no more than
/// looking at all of them.
///
/// ```
/// use descent::ranking::descending;
///
/// assert_eq!(descending([2.0, 5.0, 2.0, -1.0]).collect::<Vec<_>>(), [1, 0, 2, 3]);
/// assert_eq!(descending([0.5; 1000]).next(), Some(0));
/// ```
pub fn descending(keys: impl IntoIterator<Item = f64>) -> Descending {
    Descending::new(keys.into_iter().zip(0..).map(|(key, place)| (ordered(key), Reverse(place))).collect())
}

/// Places by their keys, the largest first.
#[derive(Debug)]
pub struct Descending(BinaryHeap<(i64, Reverse<u32>)>);

impl Descending {
    #[inline(never)] // once in the module
    fn new(keyed: Vec<(i64, Reverse<u32>)>) -> Self {
        Self(keyed.into())
    }
}

impl Iterator for Descending {
    type Item = u32;

    #[inline(never)]
    fn next(&mut self) -> Option<u32> {
        let (_, Reverse(place)) = self.0.pop()?;
        Some(place)
    }
}

/// A key that is ordered as the numbers are.
fn ordered(number: f64) -> i64 {
    let bits = number.to_bits().cast_signed();
    bits ^ (((bits >> 63) as u64) >> 1).cast_signed()
}
