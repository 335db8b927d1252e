//! A decimal number from text, rounded once, to the nearest f64: the bits of the standard library's `parse`, in every
//! case. That one is fast with 10 KB of tables, a twelfth of the page's module; here a few numbers are read at a time.
//! The compact form of `lexical-parse-float` 1.0.6 was tried in its place: 68 digits that lie just above the middle of two
//! f64 it rounds down.

use core::cmp::Ordering;

/// More digits decide nothing but on which side of a middle the number lies.
const MOST_DIGITS: i64 = 800;
/// Beyond these powers of ten every number is infinite, or 0.
const LARGEST: i64 = 310;
const SMALLEST: i64 = -330;

/// Reads digits with a sign, a point and a power of ten, as far as they are there: `-12.5e-3`. `None` for anything else,
/// words such as "inf" included. Too large a number is infinite.
///
/// ```
/// use descent::decimal::parse;
///
/// assert_eq!(parse("-12.5e-3"), Some(-0.0125));
/// assert_eq!(parse("1e999"), Some(f64::INFINITY));
/// assert_eq!((parse("1,5"), parse("inf"), parse("")), (None, None, None));
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    few_digits(text).or_else(|| any(text))
}

/// Digits that an f64 holds whatever they are.
const FEW: usize = 15;

/// Up to 15 digits and a point, as most numbers are written: digits and power of ten are both f64, and their quotient is
/// rounded once (Clinger 1990, "How to Read Floating Point Numbers Accurately"). `None` where that is not enough.
fn few_digits(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if !(1..=FEW).contains(&(whole.len() + decimals.len())) {
        return None;
    }
    let (mut digits, mut unit) = (0_u64, 1_u64);
    for byte in whole.bytes().chain(decimals.bytes()) {
        digits = 10 * digits + u64::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    (0..decimals.len()).for_each(|_| unit *= 10);
    let size = digits as f64 / unit as f64;
    Some(if unsigned.len() < text.len() { -size } else { size })
}

fn any(text: &str) -> Option<f64> {
    let mut rest = text.as_bytes();
    let is_negative = minus(&mut rest);
    let (mut digits, mut count, mut exponent) = (Big::default(), 0_i64, 0_i64);
    let (mut some, mut is_more, mut is_broken) = (false, false, false);
    while let [byte, behind @ ..] = rest {
        match byte {
            b'0'..=b'9' => {
                some = true;
                let digit = u32::from(byte - b'0');
                if count < MOST_DIGITS {
                    digits.multiply(10, digit);
                    count += i64::from(!digits.is_zero());
                    exponent -= i64::from(is_broken);
                } else {
                    is_more |= digit > 0;
                    exponent += i64::from(!is_broken);
                }
            }
            b'.' if !is_broken => is_broken = true,
            _ => break,
        }
        rest = behind;
    }
    if taken(&mut rest, b"eE") {
        let is_small = minus(&mut rest);
        if rest.is_empty() {
            return None;
        }
        let mut power = 0_i64;
        while let [byte @ b'0'..=b'9', behind @ ..] = rest {
            power = (power * 10 + i64::from(byte - b'0')).min(1 << 40);
            rest = behind;
        }
        exponent += if is_small { -power } else { power };
    }
    if !some || !rest.is_empty() {
        return None;
    }
    if is_more {
        // Of what was left out it matters only that there is something.
        digits.multiply(10, 1);
        count += 1;
        exponent -= 1;
    }
    let size = scaled(digits, count, exponent);
    Some(if is_negative { -size } else { size })
}

/// Takes one of these characters, if it comes next.
fn taken(rest: &mut &[u8], of: &[u8]) -> bool {
    let Some((_, behind)) = rest.split_first().filter(|(next, _)| of.contains(next)) else { return false };
    *rest = behind;
    true
}

/// Takes a sign, if there is one; whether it is a minus.
fn minus(rest: &mut &[u8]) -> bool {
    let is_minus = taken(rest, b"-");
    if !is_minus {
        taken(rest, b"+");
    }
    is_minus
}

/// The f64 nearest to so many digits times a power of ten; of two as near, the even one.
fn scaled(digits: Big, count: i64, exponent: i64) -> f64 {
    if digits.is_zero() || count + exponent < SMALLEST {
        return 0.0;
    }
    if count + exponent > LARGEST {
        return f64::INFINITY;
    }
    let (mut above, mut below) = (digits, Big(vec![1]));
    let larger = if exponent < 0 { &mut below } else { &mut above };
    (0..exponent.unsigned_abs()).for_each(|_| larger.multiply(10, 0));
    // above / below = x · 2^power with 1 ≤ x < 2
    let mut power = above.bits() - below.bits();
    if power < 0 { &mut above } else { &mut below }.shift(power.unsigned_abs());
    if above.cmp(&below) == Ordering::Less {
        above.shift(1);
        power -= 1;
    }
    // Of the 53 bits of a number, the smallest numbers have fewer.
    let bits = if power < -1022 { 53 + power + 1022 } else { 53 };
    let mut mantissa = 0_u64;
    for _ in 0..bits {
        let is_one = above.cmp(&below) != Ordering::Less;
        if is_one {
            above.subtract(&below);
        }
        mantissa = 2 * mantissa + u64::from(is_one);
        above.shift(1);
    }
    let rounds_up = match above.cmp(&below) {
        Ordering::Less => false,
        Ordering::Equal => mantissa % 2 == 1,
        Ordering::Greater => true,
    };
    mantissa += u64::from(rounds_up && bits >= 0);
    if power > 1023 {
        return f64::INFINITY;
    }
    // The leading bit of a mantissa of 53 adds one to the exponent before it.
    let before = if bits == 53 { (power + 1022) as u64 } else { 0 };
    f64::from_bits((before << 52) + mantissa)
}

/// A whole number of any size, its lowest 32 bits first and no zeros last.
#[derive(Default)]
struct Big(Vec<u32>);

impl Big {
    fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    fn bits(&self) -> i64 {
        let words = i64::try_from(self.0.len()).unwrap_or(i64::MAX / 32);
        self.0.last().map_or(0, |last| 32 * words - i64::from(last.leading_zeros()))
    }

    fn multiply(&mut self, by: u32, add: u32) {
        let mut carry = u64::from(add);
        for word in &mut self.0 {
            carry += u64::from(*word) * u64::from(by);
            *word = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    /// Times 2^by.
    fn shift(&mut self, by: u64) {
        self.multiply(1 << (by % 32), 0);
        if !self.is_zero() {
            self.0.splice(0..0, core::iter::repeat_n(0, (by / 32) as usize));
        }
    }

    /// Takes off one that is not larger.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = 0_i64;
        for (i, word) in self.0.iter_mut().enumerate() {
            borrow += i64::from(*word) - other.0.get(i).map_or(0, |word| i64::from(*word));
            *word = borrow as u32;
            borrow >>= 32;
        }
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}
