//! A decimal number from text, rounded once, to the nearest f64: the bits of the standard library's `parse` for numbers
//! below 10²⁸⁰ of up to 700 digits; beyond, one that lies exactly between two f64 may become the farther one. The standard
//! library is fast with 10 KB of tables, a twelfth of the page's module; here a few numbers are read at a time.

use lexical_parse_float::FromLexical;

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
    let is_word = text.bytes().any(|byte| byte.is_ascii_alphabetic() && !byte.eq_ignore_ascii_case(&b'e'));
    if is_word { None } else { f64::from_lexical(text.as_bytes()).ok() }
}
