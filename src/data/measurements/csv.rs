//! Two columns of numbers from text: comma, semicolon or tab between them, decimal point or comma in them, a header or
//! none. A bad row is named and left out; the others are kept.

use super::{MOST, MOST_SIZE, Measurement};

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
#[must_use]
pub fn parse(text: &str) -> Csv {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut best: Option<Csv> = None;
    for separator in SEPARATORS {
        let found = parse_separated(text, separator);
        let rows = |csv: &Csv| csv.measurements.len() + csv.beyond;
        if best.as_ref().is_none_or(|best| rows(&found) > rows(best)) {
            best = Some(found);
        }
    }
    best.unwrap_or_default()
}

fn parse_separated(text: &str, separator: u8) -> Csv {
    let mut csv = Csv::default();
    let mut reader = csv_core::ReaderBuilder::new().delimiter(separator).build();
    let mut first = true;
    for (index, line) in lines(text).enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let mut fields = split(&mut reader, line);
        // A separator at the end of every row makes an empty column, which is none.
        while fields.len() > 2 && fields.last().is_some_and(String::is_empty) {
            fields.pop();
        }
        let was_first = core::mem::take(&mut first);
        let row = match <[String; 2]>::try_from(fields) {
            Ok(pair) => {
                let [x, l] = pair.each_ref().map(|field| number(field));
                if was_first && x.is_err() && l.is_err() && pair.iter().any(|name| !name.is_empty()) {
                    csv.header = Some(pair);
                    continue;
                }
                x.and_then(|x| l.map(|l| Measurement { x, l }))
            }
            Err(fields) => Err(BadReason::Columns(fields.len())),
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

/// The fields of one line, unquoted and trimmed.
fn split(reader: &mut csv_core::Reader, line: &str) -> Vec<String> {
    reader.reset();
    // Each separator ends a field, and so does the end of the line.
    let mut output = vec![0; line.len() + 1];
    let mut ends = vec![0; line.len() + 2];
    let (_, read, mut written, mut count) = reader.read_record(line.as_bytes(), &mut output, &mut ends);
    // An empty input says that the line is over.
    let (_, _, more_written, more) =
        reader.read_record(&line.as_bytes()[read..], &mut output[written..], &mut ends[count..]);
    written += more_written;
    count += more;
    let mut start = 0;
    ends[..count]
        .iter()
        .map(|end| {
            let end = (*end).min(written);
            let field = String::from_utf8_lossy(&output[start.min(end)..end]).trim().to_string();
            start = end;
            field
        })
        .collect()
}

/// A number with a decimal point or comma. Spaces may group its digits; minus may be the typographer's.
fn number(field: &str) -> Result<f64, BadReason> {
    let quoted = || field.chars().take(QUOTED).collect::<String>();
    let plain: String = field.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '−' { '-' } else { c }).collect();
    let marks = plain.matches(['.', ',']).count();
    // Rust reads "inf", "nan" and "infinity" too; here they are words.
    let figures = plain.chars().all(|c| c.is_ascii_digit() || "+-.,eE".contains(c));
    if !figures || !plain.contains(|c: char| c.is_ascii_digit()) {
        return Err(BadReason::NotANumber(quoted()));
    }
    if marks > 1 {
        return Err(BadReason::Ambiguous(quoted()));
    }
    let value: f64 = plain.replace(',', ".").parse().map_err(|_| BadReason::NotANumber(quoted()))?;
    if value.abs() <= MOST_SIZE { Ok(value) } else { Err(BadReason::TooLarge(quoted())) }
}
