//! Drawings that say which digit they are, as a file: one JSON object a line, y down, in any unit.
//!
//! ```json
//! {"digit": 7, "strokes": [[[0.2, 0.1], [0.7, 0.1], [0.4, 0.9]]]}
//! ```
//!
//! A `"writer"` may say who drew it. Other names in the object are passed over, empty lines too. A bad line is named with its reason, the others are kept.

mod reader;

use core::fmt::Write;

use thiserror::Error as ThisError;

use self::reader::Reader;
use super::DIGITS;
use super::drawing::{Bounds, Drawing, Point};
use crate::error::{Error, Result};

/// A drawing and the digit that it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Labelled {
    pub drawing: Drawing,
    pub digit: u8,
    /// What the file calls whoever drew it, by a number or a name as it stands there.
    pub writer: Option<Box<str>>,
}

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strokes {
    pub drawings: Vec<Labelled>,
    pub bad: Vec<BadLine>,
}

/// A line that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// From 1.
    pub line: usize,
    pub reason: BadReason,
}

/// Why a line was left out. A column counts characters from 1.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum BadReason {
    /// The line ends within its object.
    #[error("the line breaks off")]
    End,
    /// No JSON, or not of this form.
    #[error("at column {column}: {expected} is expected")]
    Expected { column: usize, expected: Expected },
    /// A number beyond all that can be counted with.
    #[error("at column {column}: this number is too large")]
    TooLarge { column: usize },
    /// A point that is no point of a plane.
    #[error("at column {column}: a point has {found} numbers instead of x and y")]
    Point { column: usize, found: usize },
    /// The digit is none.
    #[error("the digit is {found}; digits are 0 to 9")]
    Digit { found: String },
    /// The object lacks one of its two names.
    #[error("there is no \"{name}\"")]
    Missing { name: &'static str },
    /// A name that the object has already.
    #[error("\"{name}\" stands there twice")]
    Twice { name: &'static str },
    /// Nothing was drawn.
    #[error("no stroke has a point")]
    Empty,
}

/// What should stand where something else stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Object,
    List,
    Number,
    Name,
    /// One of JSON's values.
    Value,
    /// This character, or a comma.
    Or(char),
    /// This character.
    Only(char),
    /// Nothing more.
    LineEnd,
}

impl core::fmt::Display for Expected {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Object => f.write_str("an object, {"),
            Self::List => f.write_str("a list, ["),
            Self::Number => f.write_str("a number"),
            Self::Name => f.write_str("a name in quotes"),
            Self::Value => f.write_str("a value"),
            Self::Or(end) => write!(f, "a comma or {end}"),
            Self::Only(only) => write!(f, "{only}"),
            Self::LineEnd => f.write_str("the end of the line"),
        }
    }
}

impl BadReason {
    /// A stable name, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::End => "strokes-end",
            Self::Expected { expected: Expected::Number, .. } => "strokes-number",
            Self::Expected { expected: Expected::List, .. } => "strokes-list",
            Self::Expected { .. } => "strokes-syntax",
            Self::TooLarge { .. } => "strokes-too-large",
            Self::Point { .. } => "strokes-point",
            Self::Digit { .. } => "strokes-digit",
            Self::Missing { .. } => "strokes-missing",
            Self::Twice { .. } => "strokes-twice",
            Self::Empty => "strokes-empty",
        }
    }

    /// The numbers and names inside the message, for a translation that wants to say them.
    #[must_use]
    pub fn details(&self) -> Vec<(&'static str, String)> {
        let (column, found, name) = match self {
            Self::End | Self::Empty => (None, None, None),
            Self::Expected { column, .. } | Self::TooLarge { column } => (Some(column), None, None),
            Self::Point { column, found } => (Some(column), Some(found.to_string()), None),
            Self::Digit { found } => (None, Some(found.clone()), None),
            Self::Missing { name } | Self::Twice { name } => (None, None, Some((*name).to_owned())),
        };
        let details = [("column", column.map(usize::to_string)), ("found", found), ("name", name)];
        details.into_iter().filter_map(|(name, detail)| Some((name, detail?))).collect()
    }
}

/// Reads a text; its lines may end in any way.
///
/// ```
/// use descent::data::strokes::read;
///
/// let read = read("{\"digit\": 1, \"strokes\": [[[0, 0], [0, 9]]]}\n\n{\"digit\": 10, \"strokes\": [[[0, 0]]]}");
/// assert_eq!((read.drawings.len(), read.drawings[0].digit), (1, 1));
/// assert_eq!((read.bad[0].line, read.bad[0].reason.code()), (3, "strokes-digit"));
/// ```
#[must_use]
pub fn read(text: &str) -> Strokes {
    let mut strokes = Strokes::default();
    for (line, text) in (1..).zip(text.split('\n')) {
        match read_line(text) {
            Ok(None) => {}
            Ok(Some(drawing)) => strokes.drawings.push(drawing),
            Err(reason) => strokes.bad.push(BadLine { line, reason }),
        }
    }
    strokes
}

/// Reads one line; `None` where it is empty.
///
/// # Errors
/// Why it is no drawing.
pub fn read_line(line: &str) -> core::result::Result<Option<Labelled>, BadReason> {
    // Some programs begin a text with the mark of its encoding.
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    if line.trim_ascii().is_empty() {
        return Ok(None);
    }
    let (mut digit, mut strokes, mut writer) = (None, None, None);
    let mut reader = Reader::new(line);
    reader.object(|reader, name| match name {
        "digit" => once(&mut digit, "digit", digit_of(reader)?),
        "strokes" => once(&mut strokes, "strokes", strokes_of(reader)?),
        "writer" => once(&mut writer, "writer", reader.skipped()?),
        _ => reader.skip(),
    })?;
    reader.end()?;
    let digit = digit.ok_or(BadReason::Missing { name: "digit" })?;
    let drawing = Drawing::new(strokes.ok_or(BadReason::Missing { name: "strokes" })?);
    if drawing.is_empty() {
        Err(BadReason::Empty)
    } else {
        Ok(Some(Labelled { drawing, digit, writer: writer.filter(is_name).map(Into::into) }))
    }
}

/// Whether a value names somebody: a text or a number.
fn is_name(value: &&str) -> bool {
    value.starts_with(|first: char| first == '"' || first == '-' || first.is_ascii_digit())
}

fn once<T>(place: &mut Option<T>, name: &'static str, value: T) -> core::result::Result<(), BadReason> {
    place.replace(value).map_or(Ok(()), |_| Err(BadReason::Twice { name }))
}

fn digit_of(reader: &mut Reader<'_>) -> core::result::Result<u8, BadReason> {
    let (value, text) = reader.number()?;
    let digit = (0..DIGITS as u8).find(|digit| f64::from(*digit).total_cmp(&value).is_eq());
    digit.ok_or_else(|| BadReason::Digit { found: text.chars().take(QUOTED).collect() })
}

fn strokes_of(reader: &mut Reader<'_>) -> core::result::Result<Vec<Vec<Point>>, BadReason> {
    reader.list(|reader| {
        reader.list(|reader| {
            let column = reader.next_column();
            let numbers = reader.list(|reader| Ok(reader.number()?.0))?;
            let [x, y] = numbers[..] else { return Err(BadReason::Point { column, found: numbers.len() }) };
            Ok(Point { x, y })
        })
    })
}

/// Characters of a number that a message quotes.
const QUOTED: usize = 40;

/// Writes drawings as such a text. Coordinates are rounded to less than a ten-thousandth of their drawing's size.
///
/// # Errors
/// [`Error::LabelOutOfRange`] for a digit above 9.
pub fn write<'a>(drawings: impl IntoIterator<Item = (&'a Drawing, u8)>) -> Result<String> {
    let mut text = String::new();
    for (index, (drawing, digit)) in (0..).zip(drawings) {
        if usize::from(digit) >= DIGITS {
            return Err(Error::LabelOutOfRange { index, value: digit.into() });
        }
        let enlarged = enlarged(drawing);
        let drawing = enlarged.as_ref().unwrap_or(drawing);
        let places = places(drawing);
        let point = |p: &Point| format!("[{},{}]", rounded(p.x, places), rounded(p.y, places));
        let stroke = |points: &Vec<Point>| format!("[{}]", listed(points, point));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{{\"digit\":{digit},\"strokes\":[{}]}}", listed(drawing.strokes(), stroke));
    }
    Ok(text)
}

/// A drawing so small that its coordinates would all be the same once they are rounded, with the size 1; where it stands
/// makes no difference.
fn enlarged(drawing: &Drawing) -> Option<Drawing> {
    let Bounds { least, most } = drawing.bounds()?;
    let size = (most.x - least.x).max(most.y - least.y);
    let scale = 1.0 / size;
    (size < SMALLEST && scale.is_finite()).then(|| drawing.moved(-least.x, -least.y).scaled(scale))
}

/// A ten-thousandth of it has [`MOST_PLACES`].
const SMALLEST: f64 = 1e-5;

fn listed<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    items.iter().map(write).collect::<Vec<_>>().join(",")
}

/// The most decimal places that are written: with them a coordinate of a million has 15 digits, as an f64 has.
const MOST_PLACES: u32 = 9;

/// Decimal places with which a coordinate is known to a ten-thousandth of the drawing's size.
fn places(drawing: &Drawing) -> u32 {
    let size = drawing.bounds().map_or(0.0, |Bounds { least, most }| (most.x - least.x).max(most.y - least.y));
    let is_enough = |places: &u32| size * 10_u64.pow(*places) as f64 >= 1e4;
    // A dot has no size; where it stands makes no difference.
    if size > 0.0 { (0..MOST_PLACES).find(is_enough).unwrap_or(MOST_PLACES) } else { 0 }
}

/// With so many decimal places, without the zeros that would be last.
fn rounded(value: f64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    let parts = (value.abs() * unit as f64 + 0.5) as i64;
    let sign = if value < 0.0 && parts > 0 { "-" } else { "" };
    let (whole, parts) = (parts / unit, parts % unit);
    let decimals = format!("{parts:0width$}", width = places as usize);
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{decimals}"),
    }
}
