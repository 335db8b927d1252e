//! Two columns of numbers from text: comma, semicolon or tab between them, decimal point or comma in them, a header or
//! none. A bad row is named and left out; the others are kept.

use core::cmp::Reverse;

use super::{MOST, MOST_SIZE, Measurement};
use crate::decimal;

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Csv {
    pub measurements: Vec<Measurement>,
    /// The names of the columns, when the first row holds no numbers.
    pub header: Option<[String; 2]>,
    pub bad: Vec<BadRow>,
    /// Good rows beyond [`MOST`], left out.
    pub beyond: usize,
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Its line in the text, from 1.
    pub line: usize,
    pub reason: BadReason,
}

/// Why a row was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadReason {
    /// Another number of columns than two.
    Columns(usize),
    /// This field is not a number.
    NotANumber(String),
    /// This field has both a point and a comma, or several: it could be two numbers.
    Ambiguous(String),
    /// This number is too large to count with.
    TooLarge(String),
}

impl BadReason {
    /// A stable name, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Columns(_) => "columns",
            Self::NotANumber(_) => "not-a-number",
            Self::Ambiguous(_) => "ambiguous",
            Self::TooLarge(_) => "too-large",
        }
    }

    /// What stands in the row: the field, or how many columns.
    #[must_use]
    pub fn found(&self) -> String {
        match self {
            Self::Columns(count) => count.to_string(),
            Self::NotANumber(field) | Self::Ambiguous(field) | Self::TooLarge(field) => field.clone(),
        }
    }
}

/// The separators that are tried; at equal success the first wins.
const SEPARATORS: [u8; 3] = *b"\t;,";

/// Letters of a field that a message quotes.
const QUOTED: usize = 40;

/// Reads a text with the separator that makes the most good rows of it.
///
/// ```
/// use descent::data::measurements::csv::parse;
///
/// let read = parse("t; p\n0; 611,2\n10; 1228");
/// assert_eq!(read.header, Some(["t".into(), "p".into()]));
/// assert_eq!((read.measurements.len(), read.measurements[0].l), (2, 611.2));
/// ```
#[must_use]
pub fn parse(text: &str) -> Csv {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut best = Csv::default();
    let mut most = None;
    for separator in SEPARATORS {
        let found = parse_separated(text, separator);
        let columns = found.bad.iter().filter(|row| matches!(row.reason, BadReason::Columns(_))).count();
        // Where no separator makes good rows, the one that at least makes two columns names what is wrong in them.
        let success = Some((found.measurements.len() + found.beyond, Reverse(columns)));
        if success > most {
            (best, most) = (found, success);
        }
    }
    best
}

/// Once in the module, not once a separator.
#[inline(never)]
fn parse_separated(text: &str, separator: u8) -> Csv {
    let mut csv = Csv::default();
    let mut rows = Rows {
        reader: csv_core::ReaderBuilder::new().delimiter(separator).build(),
        content: Vec::new(),
        ends: Vec::new(),
    };
    let mut first = true;
    for (index, line) in lines(text).enumerate() {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let was_first = core::mem::take(&mut first);
        let row = match rows.split(line) {
            (2, [x, l]) => match (number(x), number(l)) {
                (Ok(x), Ok(l)) => Ok(Measurement { x, l }),
                (Err(_), Err(_)) if was_first && !(x.is_empty() && l.is_empty()) => {
                    csv.header = Some([x.into(), l.into()]);
                    continue;
                }
                (Err(reason), _) | (_, Err(reason)) => Err(reason),
            },
            (count, _) => Err(BadReason::Columns(count)),
        };
        match row {
            Ok(_) if csv.measurements.len() == MOST => csv.beyond += 1,
            Ok(measurement) => csv.measurements.push(measurement),
            Err(reason) => csv.bad.push(BadRow { line: index + 1, reason }),
        }
    }
    csv
}

/// The lines, however they end: \n, \r\n or \r.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Splits one line after another, in memory that is used again.
struct Rows {
    reader: csv_core::Reader,
    content: Vec<u8>,
    ends: Vec<usize>,
}

impl Rows {
    /// How many fields there are, and the first two, unquoted and trimmed.
    #[inline(never)]
    fn split(&mut self, line: &str) -> (usize, [&str; 2]) {
        let Self { reader, content, ends } = self;
        reader.reset();
        content.clear();
        content.resize(line.len() + 1, 0);
        ends.clear();
        ends.resize(line.len() + 2, 0);
        let (_, read, written, before) = reader.read_record(line.as_bytes(), content, ends);
        // An empty input says that the line is over; it ends the last field. All ends count from the line's beginning.
        let (_, _, _, more) =
            reader.read_record(&line.as_bytes()[read..], &mut content[written..], &mut ends[before..]);
        let mut count = before + more;
        let field = |i: usize| {
            let start = if i == 0 { 0 } else { ends[i - 1] };
            // Quotes and separators are ASCII, so what lies between them is as good UTF-8 as the line.
            core::str::from_utf8(&content[start..ends[i]]).unwrap_or_default().trim()
        };
        // A separator at the end of every row makes an empty column, which is none.
        while count > 2 && field(count - 1).is_empty() {
            count -= 1;
        }
        (count, if count == 2 { [field(0), field(1)] } else { [""; 2] })
    }
}

/// A number with a decimal point or comma. Spaces may group its digits; minus may be the typographer's.
#[inline(never)]
fn number(field: &str) -> Result<f64, BadReason> {
    let quoted = || field.chars().take(QUOTED).collect();
    let mut plain = String::with_capacity(field.len());
    let mut marks = 0;
    for c in field.chars() {
        match c {
            '.' | ',' => {
                marks += 1;
                plain.push('.');
            }
            '−' => plain.push('-'),
            '0'..='9' | '+' | '-' | 'e' | 'E' => plain.push(c),
            _ if c.is_whitespace() => {}
            _ => return Err(BadReason::NotANumber(quoted())),
        }
    }
    match decimal::parse(&plain) {
        Some(value) if value.abs() <= MOST_SIZE => Ok(value),
        Some(_) => Err(BadReason::TooLarge(quoted())),
        None if marks > 1 && plain.bytes().any(|c| c.is_ascii_digit()) => Err(BadReason::Ambiguous(quoted())),
        None => Err(BadReason::NotANumber(quoted())),
    }
}
