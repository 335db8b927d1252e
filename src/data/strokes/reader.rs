//! JSON (RFC 8259), as much of it as a line of drawings has, read strictly from the front.

use super::{BadReason, Expected};
use crate::decimal;

/// Lists and objects within each other that are passed over; more are no drawing.
const DEEPEST: u32 = 32;

type Result<T> = core::result::Result<T, BadReason>;

/// What stands at a place of the line, and the place.
pub struct Reader<'a> {
    line: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    pub fn new(line: &'a str) -> Self {
        Self { line, at: 0 }
    }

    /// An object; `field` reads the value of each name, with escapes in the name left as they are.
    pub fn object(&mut self, mut field: impl FnMut(&mut Self, &'a str) -> Result<()>) -> Result<()> {
        self.take(b'{', Expected::Object)?;
        self.items('}', |reader| {
            let name = reader.string(Expected::Name)?;
            reader.take(b':', Expected::Only(':'))?;
            field(reader, name)
        })
    }

    /// A list of what `item` reads.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        self.take(b'[', Expected::List)?;
        let mut list = Vec::new();
        self.items(']', |reader| {
            list.push(item(reader)?);
            Ok(())
        })?;
        Ok(list)
    }

    /// A number that is finite, and how it is written.
    pub fn number(&mut self) -> Result<(f64, &'a str)> {
        let column = self.next_column();
        let start = self.at;
        let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-.eE".contains(byte);
        self.at += self.rest().iter().take_while(|byte| is_part(byte)).count();
        let text = &self.line[start..self.at];
        if text.is_empty() && self.rest().is_empty() {
            return Err(BadReason::End);
        }
        let value = if is_number(text) { decimal::parse(text) } else { None };
        let value = value.ok_or(BadReason::Expected { column, expected: Expected::Number })?;
        if value.is_finite() { Ok((value, text)) } else { Err(BadReason::TooLarge { column }) }
    }

    /// A value of any kind, passed over.
    pub fn skip(&mut self) -> Result<()> {
        self.skip_within(DEEPEST)
    }

    /// The same, as it is written.
    pub fn skipped(&mut self) -> Result<&'a str> {
        self.peek();
        let start = self.at;
        self.skip()?;
        Ok(&self.line[start..self.at])
    }

    /// Nothing more.
    pub fn end(&mut self) -> Result<()> {
        if self.peek().is_none() { Ok(()) } else { Err(self.expected(Expected::LineEnd)) }
    }

    /// The column of what stands next.
    pub fn next_column(&mut self) -> usize {
        self.peek();
        self.column()
    }

    fn skip_within(&mut self, depth: u32) -> Result<()> {
        let deeper = depth.checked_sub(1);
        match (self.peek(), deeper) {
            (Some(b'{'), Some(depth)) => self.object(|reader, _| reader.skip_within(depth)),
            (Some(b'['), Some(depth)) => self.list(|reader| reader.skip_within(depth)).map(|_| ()),
            (Some(b'"'), _) => self.string(Expected::Value).map(|_| ()),
            (Some(b'-' | b'0'..=b'9'), _) => self.number().map(|_| ()),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<()> {
        let word = ["true", "false", "null"].into_iter().find(|word| self.rest().starts_with(word.as_bytes()));
        self.at += word.ok_or_else(|| self.expected(Expected::Value))?.len();
        Ok(())
    }

    /// What stands between the quotes, as it is written.
    fn string(&mut self, expected: Expected) -> Result<&'a str> {
        self.take(b'"', expected)?;
        let start = self.at;
        loop {
            match *self.rest() {
                [] | [b'\\'] => return Err(BadReason::End),
                [b'"', ..] => break,
                [b'\\', b'u', ..] => {
                    let digits = self.rest()[2..].iter().take(4);
                    if digits.filter(|byte| byte.is_ascii_hexdigit()).count() < 4 {
                        return Err(self.expected(Expected::Value));
                    }
                    self.at += 6;
                }
                [b'\\', escaped, ..] if b"\"\\/bfnrt".contains(&escaped) => self.at += 2,
                [b'\\' | 0..0x20, ..] => return Err(self.expected(Expected::Value)),
                _ => self.at += 1,
            }
        }
        self.at += 1;
        // Both ends are beside a quote, which is a character of its own.
        Ok(&self.line[start..self.at - 1])
    }

    /// What stands before `end`, with commas between.
    fn items(&mut self, end: char, mut item: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        if self.peek() == Some(end as u8) {
            self.at += 1;
            return Ok(());
        }
        loop {
            item(self)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(byte) if byte == end as u8 => break,
                _ => return Err(self.expected(Expected::Or(end))),
            }
        }
        self.at += 1;
        Ok(())
    }

    fn take(&mut self, byte: u8, expected: Expected) -> Result<()> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.expected(expected))
        }
    }

    /// What comes next behind JSON's spaces.
    fn peek(&mut self) -> Option<u8> {
        self.at += self.rest().iter().take_while(|byte| b" \t\r\n".contains(byte)).count();
        self.rest().first().copied()
    }

    fn expected(&self, expected: Expected) -> BadReason {
        if self.rest().is_empty() { BadReason::End } else { BadReason::Expected { column: self.column(), expected } }
    }

    fn column(&self) -> usize {
        let before = &self.line.as_bytes()[..self.at];
        // Bytes within a character of UTF-8 begin with 10.
        before.iter().filter(|byte| *byte & 0xc0 != 0x80).count() + 1
    }

    fn rest(&self) -> &'a [u8] {
        &self.line.as_bytes()[self.at..]
    }
}

/// Whether JSON allows a number to be written so: no plus, no zero before other digits, digits on both sides of a point.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    digits(whole) && digits(decimals) && digits(power) && (whole == "0" || !whole.starts_with('0'))
}
