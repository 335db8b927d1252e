//! From text to tree, with the place of what is wrong.
//!
//! ```text
//! sum     = product { ("+" | "-") product }
//! product = signed { ("*" | "/") signed | power }     2a, 3(a − 1) and (a − 1)(a + 2) need no sign
//! signed  = { "-" | "+" } power                       −a² is −(a²)
//! power   = operand [ [ "⁻" ] superscript digits ] [ "^" signed ]
//! operand = number | parameter | constant | function "(" sum ")" | "(" sum ")" | "|" sum "|"
//! function = name [ superscript digits | "^" number ]  sin²(a) is (sin(a))²
//! ```
//! A decimal comma is read like a point, and the Cyrillic letter а like the Latin a: neither can mean anything else.
//! So is every dash a minus, every pair of brackets a pair of round ones, every dot in the middle a sign of multiplication, and `**` a power.

use winnow::ascii::multispace0;
use winnow::combinator::{opt, peek};
use winnow::error::ParserError;
use winnow::prelude::*;
use winnow::stream::{LocatingSlice, Location};
use winnow::token::{any, one_of, take_while};

use super::Formula;
use super::tree::{Constant, Function, Tree};
use crate::decimal;
use crate::error::{Error, Result};

/// Brackets within brackets, signs before signs, powers of powers: each may go as deep as this, and no stack ends.
const DEEPEST: usize = 40;

const TIMES: [char; 4] = ['*', '·', '×', '⋅'];
const OVER: [char; 3] = ['/', ':', '÷'];
const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const RAISED_MINUS: char = '⁻';
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// What is wrong, and at which character of the text.
#[derive(Debug)]
struct Failure {
    at: usize,
    what: Wrong,
}

#[derive(Debug)]
enum Wrong {
    Deep,
    /// Something else than a number, letter or bracket.
    Operand,
    Name(String),
    Brackets(String),
    Unclosed,
}

impl<'i> ParserError<Input<'i>> for Failure {
    type Inner = Self;

    fn from_input(input: &Input<'i>) -> Self {
        Self { at: input.current_token_start(), what: Wrong::Operand }
    }

    fn into_inner(self) -> core::result::Result<Self, Self> {
        Ok(self)
    }
}

/// Characters, not a string: a place in them is an index, and no panic of a slice could want to print them.
type Input<'i> = LocatingSlice<&'i [char]>;
type Parsed<T> = core::result::Result<T, Failure>;

/// Which letters are parameters, how deep the parser is, and whether a "|" would close.
#[derive(Clone, Copy)]
struct Place<'l> {
    letters: &'l [char],
    depth: usize,
    in_bars: bool,
}

impl Place<'_> {
    fn deeper(self, input: &Input<'_>) -> Parsed<Self> {
        if self.depth == DEEPEST {
            return Err(Failure { at: input.current_token_start(), what: Wrong::Deep });
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

/// Reads a formula in which these letters are parameters, the first one `Parameter(0)`.
pub(super) fn parse(text: &str, letters: &[char]) -> Result<Tree> {
    let text = plain(text);
    if text.len() > Formula::LONGEST {
        return Err(Error::FormulaTooLong { found: text.len(), most: Formula::LONGEST });
    }
    if text.iter().all(|c| c.is_whitespace()) {
        return Err(Error::FormulaEmpty);
    }
    let mut input = LocatingSlice::new(text.as_slice());
    let place = Place { letters, depth: 0, in_bars: false };
    let tree = sum(&mut input, place).map_err(|failure| describe(&text, failure))?;
    let at = input.current_token_start();
    let position = at + 1;
    match text.get(at).copied() {
        None => Ok(tree),
        Some(')') => Err(Error::FormulaUnopened { position }),
        Some(found) if is_known(found) => Err(Error::FormulaOperator { position, found }),
        Some(found) => Err(Error::FormulaCharacter { position, found }),
    }
}

/// The characters, each at its place, with one spelling for what is typed in several: programs that set text put dashes for
/// hyphens and no-break spaces for spaces, and what is pasted from them looks right.
fn plain(text: &str) -> Vec<char> {
    let spelt = |c: char| match c {
        '−' | '\u{2010}'..='\u{2014}' => '-',
        '∗' | '∙' => '*',
        '[' | '{' => '(',
        ']' | '}' => ')',
        '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{2060}' | '\u{feff}' => ' ',
        c => c,
    };
    let mut text: Vec<char> = text.chars().map(spelt).collect();
    for at in 1..text.len() {
        if text[at - 1..=at] == ['*', '*'] {
            (text[at - 1], text[at]) = ('^', ' ');
        }
    }
    text
}

fn describe(text: &[char], Failure { at, what }: Failure) -> Error {
    let (position, found) = (at + 1, text.get(at).copied());
    match what {
        Wrong::Deep => Error::FormulaTooDeep { position },
        Wrong::Name(name) => Error::FormulaName { position, name },
        Wrong::Brackets(name) => Error::FormulaBrackets { position, name },
        Wrong::Unclosed => match found {
            // The bracket is open because something stands before its end that cannot stand there.
            Some(found) if !matches!(found, '(' | '|') && is_known(found) => Error::FormulaOperator { position, found },
            Some(found) if !matches!(found, '(' | '|') => Error::FormulaCharacter { position, found },
            _ => Error::FormulaUnclosed { position },
        },
        Wrong::Operand => match found {
            None => Error::FormulaEnd { position },
            Some(found) if is_known(found) => Error::FormulaOperand { position, found },
            Some(found) => Error::FormulaCharacter { position, found },
        },
    }
}

/// Whether a character has a meaning somewhere in a formula.
fn is_known(c: char) -> bool {
    const SIGNS: [char; 18] =
        ['+', '-', '*', '·', '×', '⋅', '/', ':', '÷', '^', RAISED_MINUS, '(', ')', '|', '√', '½', '.', ','];
    c.is_ascii_digit() || is_letter(c) || SIGNS.contains(&c) || RAISED.contains(&c)
}

/// Latin, Greek and Cyrillic; the tables of all the world's letters would be a tenth of the page's module.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{370}'..='\u{52f}').contains(&c)
}

#[inline(never)]
fn spaces(input: &mut Input<'_>) -> Parsed<()> {
    multispace0.void().parse_next(input)
}

/// The next character that is not a space, left where it is.
#[inline(never)]
fn ahead(input: &mut Input<'_>) -> Parsed<Option<char>> {
    spaces(input)?;
    opt(peek(any)).parse_next(input)
}

/// Takes one of these characters, if it comes next.
#[inline(never)] // called from everywhere, and in no hurry: the page's module must stay small
fn taken(input: &mut Input<'_>, of: &[char]) -> Parsed<Option<char>> {
    spaces(input)?;
    opt(one_of(of)).parse_next(input)
}

fn sum(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    let mut left = product(input, place)?;
    while let Some(sign) = taken(input, &['+', '-'])? {
        let right = product(input, place)?;
        left = if sign == '+' {
            Tree::Sum(left.into(), right.into())
        } else {
            Tree::Difference(left.into(), right.into())
        };
    }
    Ok(left)
}

fn product(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    let mut left = signed(input, place)?;
    loop {
        if taken(input, &TIMES)?.is_some() {
            left = Tree::Product(left.into(), signed(input, place)?.into());
        } else if taken(input, &OVER)?.is_some() {
            left = Tree::Quotient(left.into(), signed(input, place)?.into());
        } else if ahead(input)?.is_some_and(|c| multiplies(c, place)) {
            left = Tree::Product(left.into(), power(input, place)?.into());
        } else {
            return Ok(left);
        }
    }
}

/// Whether what begins so multiplies what stands before it without a sign.
fn multiplies(c: char, place: Place<'_>) -> bool {
    is_letter(c) || c == '(' || c == '√' || (c == '|' && !place.in_bars)
}

fn signed(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    match taken(input, &['+', '-'])? {
        Some('+') => signed(input, place.deeper(input)?),
        Some(_) => Ok(Tree::Negative(signed(input, place.deeper(input)?)?.into())),
        None => power(input, place),
    }
}

fn power(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    let mut base = operand(input, place)?;
    if let Some(exponent) = raised(input)? {
        base = Tree::Power(base.into(), exponent.into());
    }
    if taken(input, &['^'])?.is_some() {
        let exponent = signed(input, place.deeper(input)?)?;
        base = Tree::Power(base.into(), exponent.into());
    }
    Ok(base)
}

/// An exponent in superscript digits, if one comes next: ²³ is 23.
fn raised(input: &mut Input<'_>) -> Parsed<Option<Tree>> {
    let is_negative = taken(input, &[RAISED_MINUS])?.is_some();
    let digits: &[char] = take_while(0.., RAISED).parse_next(input)?;
    if digits.is_empty() {
        return if is_negative { Err(Failure::from_input(input)) } else { Ok(None) };
    }
    let value = |digit: &char| RAISED.iter().position(|known| known == digit).unwrap_or_default() as f64;
    let number = Tree::Number(digits.iter().fold(0.0, |number, digit| 10.0 * number + value(digit)));
    Ok(Some(if is_negative { Tree::Negative(number.into()) } else { number }))
}

fn operand(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    match ahead(input)? {
        Some('(') => bracketed(input, place, ')'),
        Some('|') => Ok(Tree::Call(Function::Abs, bracketed(input, place, '|')?.into())),
        Some('½') => {
            any.void().parse_next(input)?;
            Ok(Tree::Number(0.5))
        }
        Some('√') => {
            any.void().parse_next(input)?;
            Ok(Tree::Call(Function::Sqrt, operand(input, place.deeper(input)?)?.into()))
        }
        Some(c) if c.is_ascii_digit() || c == '.' || c == ',' => number(input),
        Some(c) if is_letter(c) => word(input, place),
        _ => Err(Failure::from_input(input)),
    }
}

/// What stands between a bracket, which comes next, and `close`.
fn bracketed(input: &mut Input<'_>, place: Place<'_>, close: char) -> Parsed<Tree> {
    let open = input.current_token_start();
    let inside = Place { in_bars: close == '|', ..place.deeper(input)? };
    any.void().parse_next(input)?;
    let tree = sum(input, inside)?;
    if taken(input, &[close])?.is_none() {
        // At the end of the text, or at the bracket of another pair, the open one is to blame; else what stands here.
        let at = match ahead(input)? {
            None | Some(')' | '|') => open,
            Some(_) => input.current_token_start(),
        };
        return Err(Failure { at, what: Wrong::Unclosed });
    }
    Ok(tree)
}

/// Digits with a decimal point or comma, and a power of ten if one follows whole.
fn number(input: &mut Input<'_>) -> Parsed<Tree> {
    let start = *input;
    let count = digits(input)?;
    let broken = if opt(one_of(['.', ','])).parse_next(input)?.is_some() { digits(input)? } else { 0 };
    if count + broken == 0 {
        return Err(Failure::from_input(&start));
    }
    let before = *input;
    if opt(one_of(['e', 'E'])).parse_next(input)?.is_some() {
        opt(one_of(['+', '-'])).void().parse_next(input)?;
        if digits(input)? == 0 {
            *input = before; // the e is Euler's number
        }
    }
    let length = input.current_token_start() - start.current_token_start();
    let written = start.get(..length).unwrap_or_default().iter().map(|c| match c {
        ',' => '.',
        c => *c,
    });
    let text: String = written.collect();
    // Too great a number is read as infinite, and the formula then has no value anywhere.
    Ok(Tree::Number(decimal::parse(&text).ok_or_else(|| Failure::from_input(&start))?))
}

/// Takes digits, and tells how many there were.
#[inline(never)]
fn digits(input: &mut Input<'_>) -> Parsed<usize> {
    take_while(0.., |c: char| c.is_ascii_digit()).map(<[char]>::len).parse_next(input)
}

/// A parameter, a constant or a function with its argument.
fn word(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    let at = input.current_token_start();
    let name: &[char] = take_while(1.., is_letter).parse_next(input)?;
    if let [letter] = *name {
        let letter = if letter == 'а' { 'a' } else { letter };
        if let Some(index) = place.letters.iter().position(|known| *known == letter) {
            return Ok(Tree::Parameter(index));
        }
        match letter {
            'e' => return Ok(Tree::Constant(Constant::E)),
            'π' => return Ok(Tree::Constant(Constant::Pi)),
            _ => {}
        }
    }
    let mut name: String = name.iter().collect();
    if name == "pi" {
        return Ok(Tree::Constant(Constant::Pi));
    }
    if name == "log" {
        name.push_str(base(input)?);
    }
    let Some(function) = Function::named(&name) else {
        return Err(Failure { at, what: Wrong::Name(name) });
    };
    let brackets = |name| Failure { at, what: Wrong::Brackets(name) };
    // sin⁻¹ is arcsin to some and 1/sin to others: it has no exponent that could be read.
    let exponent = match ahead(input)? {
        Some('^') => {
            any.void().parse_next(input)?;
            let is_number = ahead(input)?.is_some_and(|c| c.is_ascii_digit());
            if !is_number {
                return Err(brackets(name));
            }
            Some(number(input)?)
        }
        Some(RAISED_MINUS) => None,
        _ => raised(input)?,
    };
    if ahead(input)? != Some('(') {
        return Err(brackets(name));
    }
    let call = Tree::Call(function, bracketed(input, place, ')')?.into());
    Ok(match exponent {
        Some(exponent) => Tree::Power(call.into(), exponent.into()),
        None => call,
    })
}

/// The base of a logarithm, if it is written: log2, log₁₀, log_10.
fn base(input: &mut Input<'_>) -> Parsed<&'static str> {
    const LOWERED: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let before = *input;
    opt(one_of(['_'])).void().parse_next(input)?;
    let written: &[char] = take_while(0.., |c: char| c.is_ascii_digit() || LOWERED.contains(&c)).parse_next(input)?;
    let plain = written.iter().map(|c| LOWERED.iter().position(|known| known == c).map_or(*c, |i| DIGITS[i]));
    Ok(if plain.clone().eq(['2']) {
        "2"
    } else if plain.eq(['1', '0']) {
        "10"
    } else {
        *input = before;
        ""
    })
}
