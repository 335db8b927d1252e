//! One number as people and programs write it: with a decimal point or comma, its digits in groups or not, minus as any of
//! the characters that stand for it. What a single mark before three digits is, "1.130", its column decides.

use core::ops::BitOrAssign;

use super::super::MOST_SIZE;
use super::BadReason;
use crate::decimal;

/// Letters of a field that a message quotes.
const QUOTED: usize = 40;

/// What is known of point and comma: bits, so that what many fields say is joined by `|`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u8);

impl Marks {
    pub const POINT_DECIMAL: Self = Self(1);
    pub const COMMA_DECIMAL: Self = Self(2);
    pub const POINT_GROUPS: Self = Self(4);
    pub const COMMA_GROUPS: Self = Self(8);
    pub const SPACE_GROUPS: Self = Self(16);

    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What this mark is known to be; both may be known, or neither.
    fn of(mark: u8) -> [Self; 2] {
        if mark == b'.' { [Self::POINT_DECIMAL, Self::POINT_GROUPS] } else { [Self::COMMA_DECIMAL, Self::COMMA_GROUPS] }
    }

    /// What this mark is, once it is decided.
    pub fn known(mark: u8, is_decimal: bool) -> Self {
        Self::of(mark)[usize::from(!is_decimal)]
    }

    /// Whether this mark stands before decimals, as far as these say so and do not contradict each other: what groups digits
    /// is not what begins the decimals, and each is one mark.
    pub fn decides(self, mark: u8) -> Option<bool> {
        let [decimal, groups] = Self::of(mark);
        let [other_decimal, other_groups] = Self::of(if mark == b'.' { b',' } else { b'.' });
        let yes = self.has(decimal) || self.has(other_groups) || self.has(Self::SPACE_GROUPS);
        let no = self.has(groups) || self.has(other_decimal);
        (yes != no).then_some(yes)
    }

    /// The marks among these that begin decimals, and those that group digits.
    pub fn written(self) -> [String; 2] {
        let all = |of: [(Self, char); 3]| of.iter().filter(|(one, _)| self.has(*one)).map(|(_, mark)| *mark).collect();
        [
            all([(Self::POINT_DECIMAL, '.'), (Self::COMMA_DECIMAL, ','), (Self(0), ' ')]),
            all([(Self::POINT_GROUPS, '.'), (Self::COMMA_GROUPS, ','), (Self::SPACE_GROUPS, ' ')]),
        ]
    }
}

impl BitOrAssign for Marks {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A field that is a number, in one reading or in two.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Sign, digits, a point before the decimals, a power of ten.
    plain: String,
    /// A mark that could be either: there are one to three digits before it and three behind.
    pub open: Option<u8>,
    /// What the marks are, where that is clear.
    pub marks: Marks,
}

impl Written {
    /// The number, an open mark being decimal or not.
    pub fn value(&self, is_decimal: bool) -> f64 {
        let joined;
        let plain = if self.open.is_some() && !is_decimal {
            joined = self.plain.replace('.', "");
            &joined
        } else {
            &self.plain
        };
        decimal::parse(plain).unwrap_or(f64::NAN)
    }

    /// The number with its open mark, for a message.
    pub fn shown(&self, mark: u8) -> String {
        self.plain.replace('.', if mark == b',' { "," } else { "." })
    }
}

pub fn quoted(field: &str) -> String {
    field.chars().take(QUOTED).collect()
}

/// Reads a field.
///
/// # Errors
/// What is wrong with it.
#[inline(never)]
pub fn read(field: &str) -> Result<Written, BadReason> {
    let mut plain = String::with_capacity(field.len());
    for c in field.chars() {
        plain.push(match c {
            '0'..='9' | '+' | '-' | '.' | ',' | 'e' => c,
            'E' => 'e',
            // The minus of mathematics, hyphens that hold together, dashes that editors put for it.
            '−' | '–' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\'' | '’' => ' ',
            _ if c.is_whitespace() => ' ',
            _ => return Err(BadReason::NotANumber(quoted(field))),
        });
    }
    let (mantissa, power) = plain.split_once('e').map_or((&*plain, None), |(mantissa, power)| (mantissa, Some(power)));
    let digits = mantissa.trim_start_matches(['+', '-']);
    let sign = &mantissa[..mantissa.len() - digits.len()];
    // A dash may stand off from its number: "– 4,1".
    let digits = digits.trim_start();
    let Some((whole, decimals, marks, open)) = (sign.len() < 2).then(|| parts(digits, power.is_some())).flatten()
    else {
        let marks = digits.bytes().filter(|c| matches!(c, b'.' | b',')).count();
        let is_ambiguous = marks > 1 && digits.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'.' | b',' | b' '));
        let has_digits = digits.bytes().any(|c| c.is_ascii_digit());
        let reason = if is_ambiguous && has_digits { BadReason::Ambiguous } else { BadReason::NotANumber };
        return Err(reason(quoted(field)));
    };
    let mut number = String::with_capacity(plain.len() + 1);
    number.push_str(sign);
    number.extend(whole.chars().filter(char::is_ascii_digit));
    if !decimals.is_empty() {
        number.push('.');
        number.push_str(decimals);
    }
    if let Some(power) = power {
        number.push('e');
        number.push_str(power);
    }
    match decimal::parse(&number) {
        Some(value) if value.abs() <= MOST_SIZE => Ok(Written { plain: number, open, marks }),
        Some(_) => Err(BadReason::TooLarge(quoted(field))),
        None => Err(BadReason::NotANumber(quoted(field))),
    }
}

/// What stands before the decimal mark and behind it, what the marks are, and the one that could be either.
fn parts(digits: &str, has_power: bool) -> Option<(&str, &str, Marks, Option<u8>)> {
    let count = |mark: u8| digits.bytes().filter(|c| *c == mark).count();
    let last = digits.bytes().rfind(|c| matches!(c, b'.' | b','));
    // The decimal mark stands once, behind all others.
    let decimal = last.filter(|mark| count(*mark) == 1);
    let (whole, decimals) = decimal.and_then(|mark| digits.split_once(char::from(mark))).unwrap_or((digits, ""));
    let mut marks = Marks::default();
    let grouping = whole.bytes().find(|c| !c.is_ascii_digit());
    if let Some(mark) = grouping {
        if !is_grouped(whole, mark) {
            return None;
        }
        marks = if mark == b' ' { Marks::SPACE_GROUPS } else { Marks::of(mark)[1] };
    }
    let Some(decimal) = decimal else { return (!whole.is_empty()).then_some((whole, "", marks, None)) };
    if !decimals.bytes().all(|c| c.is_ascii_digit()) || whole.len() + decimals.len() == 0 {
        return None;
    }
    // Programs write "1." for 1; a comma at the end is punctuation.
    if decimals.is_empty() && decimal == b',' {
        return None;
    }
    let is_group = grouping.is_none()
        && !has_power
        && matches!(whole.len(), 1..=3)
        && !whole.starts_with('0')
        && decimals.len() == 3;
    if is_group {
        return Some((whole, decimals, marks, Some(decimal)));
    }
    marks |= Marks::of(decimal)[0];
    Some((whole, decimals, marks, None))
}

/// One to three digits, and then three by three, with the same mark between all of them.
fn is_grouped(whole: &str, mark: u8) -> bool {
    let mut groups = whole.split(char::from(mark));
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|c| c.is_ascii_digit());
    matches!(first.len(), 1..=3)
        && !first.starts_with('0')
        && is_digits(first)
        && groups.all(|group| group.len() == 3 && is_digits(group))
}
