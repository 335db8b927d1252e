//! Two columns of numbers from text, as people and programs write them. What separates the columns, where the decimals
//! begin and which columns hold numbers is decided over all lines, and said. A bad row is named and left out; the others are
//! kept.

mod number;
mod rows;
mod survey;

use self::number::{Marks, Written};
use self::rows::{Row, Separator, is_blank, lines};
use super::{MOST, Measurement};

/// Most rows that are read.
pub const MOST_ROWS: usize = 100_000;
/// Most bad rows that are named.
pub const MOST_NAMED: usize = 100;

/// What the reader wants, where the text alone does not decide it or decides otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// The columns of x and of l, from 0.
    pub columns: Option<[usize; 2]>,
    /// What stands before the decimals in numbers such as "1.130": a point or a comma.
    pub decimal: Option<char>,
}

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Csv {
    pub measurements: Vec<Measurement>,
    /// The names of the two columns, when the first row holds no numbers; with their units, when the row under it holds those.
    pub header: Option<[String; 2]>,
    /// Whether the row under the names held the units.
    pub has_units: bool,
    /// The first [`MOST_NAMED`] rows that were left out.
    pub bad: Vec<BadRow>,
    /// All rows that were left out.
    pub bad_count: usize,
    /// Good rows beyond [`MOST`], left out.
    pub beyond: usize,
    /// How it was read.
    pub form: Form,
    /// Why nothing was read.
    pub trouble: Option<Trouble>,
}

/// How a text was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// What separates the columns: `\t`, `;`, `,`, or a space for any number of spaces and tabs.
    pub separator: Option<char>,
    /// What stands before decimals: a point, a comma, both, or nothing.
    pub decimal: String,
    /// What stands between groups of three digits: a point, a comma, a space.
    pub groups: String,
    /// The names of all columns, empty where they have none.
    pub names: Vec<String>,
    /// The columns that hold numbers.
    pub numbers: Vec<usize>,
    /// The columns of x and of l.
    pub columns: [usize; 2],
}

/// Why nothing of a text was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// More rows than [`MOST_ROWS`].
    TooManyRows(usize),
    /// Nothing tells whether this field of this line is a number with decimals or in groups of digits.
    Unclear { line: usize, field: String },
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
    /// Another number of columns than the other rows have.
    Columns(usize),
    /// This field is not a number.
    NotANumber(String),
    /// It cannot be told where the decimals of this field begin.
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

/// Reads a text as it is.
///
/// ```
/// use descent::data::measurements::csv::parse;
///
/// let read = parse("t; p\n0; 611,2\n10; 1.228");
/// assert_eq!(read.header, Some(["t".into(), "p".into()]));
/// assert_eq!((read.measurements[0].l, read.measurements[1].l), (611.2, 1228.0));
/// ```
#[must_use]
pub fn parse(text: &str) -> Csv {
    parse_as(text, Wish::default())
}

/// Reads a text as the reader wants it.
#[must_use]
pub fn parse_as(text: &str, wish: Wish) -> Csv {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut kept: Vec<(usize, &str)> =
        lines(text).enumerate().map(|(i, line)| (i + 1, line)).filter(|(_, line)| !is_blank(line)).collect();
    let named = kept.first().and_then(|(_, line)| named_separator(line));
    if named.is_some() {
        kept.remove(0);
    }
    let is_comment = |line: &str| line.trim_start().starts_with('#');
    // The comment right above the numbers may be what names them.
    let above = kept.iter().position(|(_, line)| !is_comment(line)).unwrap_or(kept.len());
    let comment = above.checked_sub(1).map(|last| kept[last].1.trim_start().trim_start_matches('#'));
    kept.retain(|(_, line)| !is_comment(line));
    if kept.is_empty() {
        return Csv::default();
    }
    let reading = Reading::new(kept, comment, named, wish);
    let rows = reading.lines.len();
    if rows > MOST_ROWS {
        return Csv { trouble: Some(Trouble::TooManyRows(rows)), ..Csv::default() };
    }
    reading.csv()
}

/// The separator that a first line names, as a spreadsheet writes it: `sep=;`.
fn named_separator(line: &str) -> Option<Separator> {
    let line = line.trim_matches(['"']);
    let (name, mark) = line.split_once('=')?;
    match *mark.as_bytes() {
        _ if !name.trim().eq_ignore_ascii_case("sep") => None,
        [b' '] => Some(Separator::Spaces),
        [mark] if mark.is_ascii_punctuation() || mark == b'\t' => Some(Separator::Mark(mark)),
        _ => None,
    }
}

/// What stands in the place of a number that nobody has.
const MISSING: [&str; 10] = ["na", "n/a", "nan", "null", "none", "nil", "inf", "нет", "Нет", "НЕТ"];
/// Letters of a unit at most: more are words.
const MOST_OF_A_UNIT: usize = 16;

/// Whether this may be a unit: some letters or signs, but no number, and nothing that says that a number is missing. Letters
/// beyond ASCII are not asked for by name: Unicode's tables of them are 8 KB of the page's module.
fn is_unit(field: &str) -> bool {
    let is_missing = MISSING.iter().any(|word| field.eq_ignore_ascii_case(word));
    let is_dash = |sign: char| matches!(sign, '\u{2010}'..='\u{2015}' | '\u{2212}' | '…');
    let has_sign =
        field.chars().any(|sign| sign.is_ascii_alphabetic() || sign == '%' || !sign.is_ascii() && !is_dash(sign));
    has_sign
        && !is_missing
        && field.chars().count() <= MOST_OF_A_UNIT
        && matches!(number::read(field), Err(BadReason::NotANumber(_)))
}

/// `[°C]` and `(°C)` are °C.
fn without_brackets(field: &str) -> &str {
    let inner = |open, close| field.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    inner('[', ']').or_else(|| inner('(', ')')).map_or(field, str::trim)
}

/// A text whose layout is known.
struct Reading<'a> {
    lines: Vec<(usize, &'a str)>,
    separator: Separator,
    /// Fields of most lines.
    count: usize,
    columns: [usize; 2],
    row: Row,
    csv: Csv,
    wish: Option<char>,
}

impl<'a> Reading<'a> {
    fn new(lines: Vec<(usize, &'a str)>, comment: Option<&str>, named: Option<Separator>, wish: Wish) -> Self {
        let survey = survey::survey(&lines, named);
        let first_two = match *survey.numbers {
            [x, l, ..] => [x, l],
            _ => [0, 1],
        };
        let columns = wish.columns.filter(|wanted| wanted.iter().all(|i| *i < survey.columns)).unwrap_or(first_two);
        let separator = match survey.separator {
            Separator::Mark(mark) => char::from(mark),
            Separator::Spaces => ' ',
        };
        let form = Form {
            separator: (survey.columns > 1).then_some(separator),
            names: vec![String::new(); survey.columns],
            numbers: survey.numbers,
            columns,
            ..Form::default()
        };
        let mut reading = Self {
            lines,
            separator: survey.separator,
            count: survey.columns,
            columns,
            row: Row::default(),
            csv: Csv { form, ..Csv::default() },
            wish: wish.decimal,
        };
        let first = reading.lines[0].1;
        if reading.takes_names(first) {
            reading.lines.remove(0);
            if let &[(_, second), _, ..] = &reading.lines[..]
                && reading.takes_units(second)
            {
                reading.lines.remove(0);
            }
        } else if let Some(comment) = comment {
            reading.takes_names(comment);
        }
        reading
    }

    /// Takes the names of the columns from this line, if it holds no numbers where they are wanted.
    fn takes_names(&mut self, line: &str) -> bool {
        let count = self.row.split(line, self.separator);
        let names = self.columns.map(|i| self.row.field(i));
        let is_words = |name: &str| matches!(number::read(name), Err(BadReason::NotANumber(_)));
        let is_header = count == self.count
            && count > 1
            && names.iter().all(|name| is_words(name))
            && names.iter().any(|name| !name.is_empty());
        if is_header {
            self.csv.header = Some(names.map(Into::into));
            self.csv.form.names = (0..count).map(|i| self.row.field(i).into()).collect();
        }
        is_header
    }

    /// Takes the units of the columns from the line under their names, as instruments write it; each goes behind its name.
    fn takes_units(&mut self, line: &str) -> bool {
        let count = self.row.split(line, self.separator);
        let units: Vec<&str> = (0..count).map(|i| without_brackets(self.row.field(i))).collect();
        let wanted = self.columns.map(|i| units.get(i).copied().unwrap_or_default());
        let is_row = count == self.count
            && wanted.iter().all(|unit| unit.is_empty() || is_unit(unit))
            && wanted.iter().any(|unit| !unit.is_empty());
        if is_row {
            let with = |(name, unit): (&String, &&str)| match (name.as_str(), *unit) {
                (name, "") => name.to_owned(),
                ("", unit) => unit.to_owned(),
                (name, unit) => format!("{name}, {unit}"),
            };
            self.csv.form.names = self.csv.form.names.iter().zip(&units).map(with).collect();
            self.csv.header = Some(self.columns.map(|i| self.csv.form.names[i].clone()));
            self.csv.has_units = true;
        }
        is_row
    }

    /// The two fields of a line, as they are written.
    fn fields(&mut self, line: &str) -> Result<[Written; 2], BadReason> {
        let count = self.row.split(line, self.separator);
        let most = self.columns[0].max(self.columns[1]);
        // A remark may be missing at the end. Where a comma separates, another number of columns may be a decimal comma.
        let is_short = count < self.count && count > most && self.separator != Separator::Mark(b',');
        if count != self.count && !is_short || count < 2 {
            return Err(BadReason::Columns(count));
        }
        let [x, l] = self.columns.map(|i| number::read(self.row.field(i)));
        Ok([x?, l?])
    }

    fn csv(mut self) -> Csv {
        let lines = core::mem::take(&mut self.lines);
        let read: Vec<_> = lines.iter().map(|(line, text)| (*line, self.fields(text))).collect();
        // What the marks are in each column, and in both.
        let (mut each, mut used) = ([Marks::default(); 2], Marks::default());
        for written in read.iter().filter_map(|(_, fields)| fields.as_ref().ok()) {
            for (marks, written) in each.iter_mut().zip(written) {
                *marks |= written.marks;
                used |= written.marks;
            }
        }
        let mut known = used;
        if self.separator == Separator::Mark(b',') {
            // The comma has its work already.
            known |= Marks::POINT_DECIMAL;
        }
        for (line, fields) in read {
            let measurement = fields.and_then(|fields| {
                let mut values = [0.0; 2];
                for ((written, marks), value) in fields.iter().zip(&each).zip(&mut values) {
                    let mut is_decimal = true;
                    if let Some(mark) = written.open {
                        is_decimal = self.decide(mark, [*marks, known], written, line)?;
                        used |= Marks::known(mark, is_decimal);
                    }
                    *value = written.value(is_decimal);
                }
                Ok(Measurement { x: values[0], l: values[1] })
            });
            self.take(line, measurement);
        }
        if self.csv.trouble.is_some() {
            self.csv.measurements.clear();
            self.csv.beyond = 0;
        }
        [self.csv.form.decimal, self.csv.form.groups] = used.written();
        self.csv
    }

    /// Whether this mark is decimal: its column decides, else both columns, else the reader.
    fn decide(&mut self, mark: u8, known: [Marks; 2], written: &Written, line: usize) -> Result<bool, BadReason> {
        if let Some(decided) = known.iter().find_map(|marks| marks.decides(mark)) {
            return Ok(decided);
        }
        if let Some(wish) = self.wish {
            return Ok(wish == char::from(mark));
        }
        let field = written.shown(mark);
        if known[1] != Marks::default() {
            // The other numbers say both.
            return Err(BadReason::Ambiguous(field));
        }
        self.csv.trouble.get_or_insert(Trouble::Unclear { line, field });
        Ok(true)
    }

    fn take(&mut self, line: usize, row: Result<Measurement, BadReason>) {
        match row {
            Ok(_) if self.csv.measurements.len() == MOST => self.csv.beyond += 1,
            Ok(measurement) => self.csv.measurements.push(measurement),
            Err(reason) => {
                self.csv.bad_count += 1;
                if self.csv.bad.len() < MOST_NAMED {
                    self.csv.bad.push(BadRow { line, reason });
                }
            }
        }
    }
}
