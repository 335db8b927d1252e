//! From text to tree, with the place of what is wrong.
//!
//! ```text
//! sum     = product { ("+" | "-") product }
//! product = signed { ("*" | "/") signed | power }     2a, 3(a − 1) and (a − 1)(a + 2) need no sign
//! signed  = { "-" | "+" } power                       −a² is −(a²)
//! power   = operand { "²" | "³" } [ "^" signed ]
//! operand = number | parameter | constant | function "(" sum ")" | "(" sum ")" | "|" sum "|"
//! ```
//! A decimal comma is read like a point, and the Cyrillic letter а like the Latin a: neither can mean anything else.

use super::Formula;
use super::tree::{Constant, Function, Tree};
use crate::decimal;
use crate::error::{Error, Result};

/// Brackets within brackets, signs before signs, powers of powers: each may go as deep as this, and no stack ends.
const DEEPEST: usize = 40;

const MINUS: [char; 2] = ['-', '−'];
const TIMES: [char; 4] = ['*', '·', '×', '⋅'];
const OVER: [char; 3] = ['/', ':', '÷'];
const POWERS: [char; 2] = ['²', '³'];

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

type Parsed<T> = core::result::Result<T, Failure>;

/// The text, and the place in it that is read next.
struct Input<'t> {
    text: &'t [char],
    at: usize,
}

impl Input<'_> {
    /// The next character, left where it is.
    fn next(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    /// The next character that is not a space, left where it is.
    fn ahead(&mut self) -> Option<char> {
        self.take_while(|c| matches!(c, ' ' | '\t' | '\r' | '\n'));
        self.next()
    }

    /// Takes one of these characters, if it comes next, or next but for spaces.
    fn taken(&mut self, of: &[char]) -> Option<char> {
        let next = self.ahead().filter(|c| of.contains(c));
        self.at += usize::from(next.is_some());
        next
    }

    /// Takes the characters that are such, and tells how many there were.
    fn take_while(&mut self, is_such: impl Fn(char) -> bool) -> usize {
        let start = self.at;
        while self.next().is_some_and(&is_such) {
            self.at += 1;
        }
        self.at - start
    }

    fn digits(&mut self) -> usize {
        self.take_while(|c| c.is_ascii_digit())
    }

    /// What was read from `start` on.
    fn since(&self, start: usize) -> impl Iterator<Item = char> {
        self.text.iter().copied().take(self.at).skip(start)
    }

    fn failure(&self, what: Wrong) -> Failure {
        Failure { at: self.at, what }
    }
}

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
            return Err(input.failure(Wrong::Deep));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

/// Reads a formula in which these letters are parameters, the first one `Parameter(0)`.
pub(super) fn parse(text: &str, letters: &[char]) -> Result<Tree> {
    let text: Vec<char> = text.chars().collect();
    if text.len() > Formula::LONGEST {
        return Err(Error::FormulaTooLong { found: text.len(), most: Formula::LONGEST });
    }
    if text.iter().all(|c| c.is_whitespace()) {
        return Err(Error::FormulaEmpty);
    }
    let mut input = Input { text: &text, at: 0 };
    let place = Place { letters, depth: 0, in_bars: false };
    let tree = sum(&mut input, place).map_err(|failure| describe(&text, failure))?;
    let position = input.at + 1;
    match input.next() {
        None => Ok(tree),
        Some(')') => Err(Error::FormulaUnopened { position }),
        Some(found) if is_known(found) => Err(Error::FormulaOperator { position, found }),
        Some(found) => Err(Error::FormulaCharacter { position, found }),
    }
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
    const SIGNS: [char; 20] =
        ['+', '-', '−', '*', '·', '×', '⋅', '/', ':', '÷', '^', '²', '³', '(', ')', '|', '√', '½', '.', ','];
    c.is_ascii_digit() || is_letter(c) || SIGNS.contains(&c)
}

/// Latin, Greek and Cyrillic; the tables of all the world's letters would be a tenth of the page's module.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{370}'..='\u{52f}').contains(&c)
}

fn sum(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    let mut left = product(input, place)?;
    while let Some(sign) = input.taken(&['+', MINUS[0], MINUS[1]]) {
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
        if input.taken(&TIMES).is_some() {
            left = Tree::Product(left.into(), signed(input, place)?.into());
        } else if input.taken(&OVER).is_some() {
            left = Tree::Quotient(left.into(), signed(input, place)?.into());
        } else if input.ahead().is_some_and(|c| multiplies(c, place)) {
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
    match input.taken(&['+', MINUS[0], MINUS[1]]) {
        Some('+') => signed(input, place.deeper(input)?),
        Some(_) => Ok(Tree::Negative(signed(input, place.deeper(input)?)?.into())),
        None => power(input, place),
    }
}

fn power(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    let mut base = operand(input, place)?;
    while let Some(sign) = input.taken(&POWERS) {
        let exponent = if sign == '²' { 2.0 } else { 3.0 };
        base = Tree::Power(base.into(), Tree::Number(exponent).into());
    }
    if input.taken(&['^']).is_some() {
        let exponent = signed(input, place.deeper(input)?)?;
        base = Tree::Power(base.into(), exponent.into());
    }
    Ok(base)
}

fn operand(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    match input.ahead() {
        Some('(') => bracketed(input, place, ')'),
        Some('|') => Ok(Tree::Call(Function::Abs, bracketed(input, place, '|')?.into())),
        Some('½') => {
            input.at += 1;
            Ok(Tree::Number(0.5))
        }
        Some('√') => {
            input.at += 1;
            Ok(Tree::Call(Function::Sqrt, operand(input, place.deeper(input)?)?.into()))
        }
        Some(c) if c.is_ascii_digit() || c == '.' || c == ',' => number(input),
        Some(c) if is_letter(c) => word(input, place),
        _ => Err(input.failure(Wrong::Operand)),
    }
}

/// What stands between a bracket, which comes next, and `close`.
fn bracketed(input: &mut Input<'_>, place: Place<'_>, close: char) -> Parsed<Tree> {
    let open = input.at;
    let inside = Place { in_bars: close == '|', ..place.deeper(input)? };
    input.at += 1;
    let tree = sum(input, inside)?;
    if input.taken(&[close]).is_none() {
        // At the end of the text, or at the bracket of another pair, the open one is to blame; else what stands here.
        let at = match input.ahead() {
            None | Some(')' | '|') => open,
            Some(_) => input.at,
        };
        return Err(Failure { at, what: Wrong::Unclosed });
    }
    Ok(tree)
}

/// Digits with a decimal point or comma, and a power of ten if one follows whole.
fn number(input: &mut Input<'_>) -> Parsed<Tree> {
    let start = input.at;
    let mut count = input.digits();
    if matches!(input.next(), Some('.' | ',')) {
        input.at += 1;
        count += input.digits();
    }
    if count == 0 {
        return Err(Failure { at: start, what: Wrong::Operand });
    }
    let before = input.at;
    if matches!(input.next(), Some('e' | 'E')) {
        input.at += 1;
        if input.next().is_some_and(|c| c == '+' || MINUS.contains(&c)) {
            input.at += 1;
        }
        if input.digits() == 0 {
            input.at = before; // the e is Euler's number
        }
    }
    let text = input.since(start).map(|c| match c {
        ',' => '.',
        '−' => '-',
        _ => c,
    });
    let text: String = text.collect();
    // Too great a number is read as infinite, and the formula then has no value anywhere.
    decimal::parse(&text).map(Tree::Number).ok_or(Failure { at: start, what: Wrong::Operand })
}

/// A parameter, a constant or a function with its argument.
fn word(input: &mut Input<'_>, place: Place<'_>) -> Parsed<Tree> {
    let at = input.at;
    input.take_while(is_letter);
    let name: String = input.since(at).collect();
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
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
    if name == "pi" {
        return Ok(Tree::Constant(Constant::Pi));
    }
    let Some(function) = Function::named(&name) else {
        return Err(Failure { at, what: Wrong::Name(name) });
    };
    if input.ahead() != Some('(') {
        return Err(Failure { at, what: Wrong::Brackets(name) });
    }
    Ok(Tree::Call(function, bracketed(input, place, ')')?.into()))
}
