//! Lines, and their fields.

/// More columns are not looked at.
pub const MOST_COLUMNS: usize = 64;

/// The lines, however they end: \n, \r\n or \r.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Whether nothing stands in a line: spreadsheets write rows of separators below their tables.
pub fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, ';' | ',' | '"'))
}

/// What stands between the fields of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Mark(u8),
    /// Any number of spaces and tabs.
    Spaces,
}

/// Splits one line after another, in memory that is used again.
#[derive(Default)]
pub struct Row {
    content: String,
    ends: Vec<usize>,
}

impl Row {
    /// How many fields the line has. A separator at its end makes an empty field, which is none.
    #[inline(never)]
    pub fn split(&mut self, line: &str, separator: Separator) -> usize {
        self.content.clear();
        self.ends.clear();
        let line = line.trim();
        let mut rest = line.chars();
        let mut is_quoted = false;
        let mut start = 0;
        while let Some(c) = rest.next() {
            let is_separator = match separator {
                Separator::Mark(mark) => c == char::from(mark),
                Separator::Spaces => matches!(c, ' ' | '\t'),
            };
            if c == '"' && is_quoted {
                // Two of them are one that belongs to the text.
                if rest.as_str().starts_with('"') {
                    rest.next();
                    self.content.push(c);
                } else {
                    is_quoted = false;
                }
            } else if c == '"' && self.content[start..].trim().is_empty() {
                self.content.truncate(start);
                is_quoted = true;
            } else if !is_separator || is_quoted {
                self.content.push(c);
            } else if separator != Separator::Spaces || self.content.len() > start {
                self.ends.push(self.content.len());
                start = self.content.len();
                if self.ends.len() == MOST_COLUMNS {
                    return MOST_COLUMNS;
                }
            }
        }
        self.ends.push(self.content.len());
        while self.ends.len() > 2 && self.field(self.ends.len() - 1).is_empty() {
            self.ends.pop();
        }
        self.ends.len()
    }

    /// A field, unquoted and trimmed; nothing where there is none.
    pub fn field(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or_default() };
        self.ends.get(index).map_or("", |end| self.content[start..*end].trim())
    }
}
