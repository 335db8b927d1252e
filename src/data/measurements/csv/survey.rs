//! How a text is laid out: what separates its columns, how many there are, and which of them are numbers.

use core::cmp::Reverse;

use super::number;
use super::rows::{MOST_COLUMNS, Row, Separator};

/// So many lines tell how a text is laid out.
const LOOKED_AT: usize = 1_000;
/// Those that are tried; at equal success the first wins.
const SEPARATORS: [Separator; 4] =
    [Separator::Mark(b'\t'), Separator::Mark(b';'), Separator::Spaces, Separator::Mark(b',')];

/// A layout and how well it fits.
pub struct Survey {
    pub separator: Separator,
    /// Fields of most lines.
    pub columns: usize,
    /// Which columns hold numbers in at least half of the lines.
    pub numbers: Vec<usize>,
    /// Lines with numbers where they are wanted; lines with as many fields as most; fields that are no numbers.
    success: (usize, usize, Reverse<usize>),
}

/// The layout that fits most lines, or the one that the text itself names.
pub fn survey(lines: &[(usize, &str)], named: Option<Separator>) -> Survey {
    let lines = &lines[..lines.len().min(LOOKED_AT)];
    if let Some(separator) = named {
        return under(lines, separator);
    }
    let [first, rest @ ..] = SEPARATORS;
    let mut best = under(lines, first);
    for separator in rest {
        let found = under(lines, separator);
        if found.success > best.success {
            best = found;
        }
    }
    best
}

fn under(lines: &[(usize, &str)], separator: Separator) -> Survey {
    let mut row = Row::default();
    let mut counts = [0_usize; MOST_COLUMNS + 1];
    // Of each line how many fields it has and, as bits, which are numbers.
    let looked: Vec<(usize, u64)> = lines
        .iter()
        .map(|(_, line)| {
            let count = row.split(line, separator);
            counts[count] += 1;
            let numbers = (0..count).filter(|i| is_number(row.field(*i))).fold(0, |bits, i| bits | 1 << i);
            (count, numbers)
        })
        .collect();
    let columns = (2..=MOST_COLUMNS).max_by_key(|count| (counts[*count], Reverse(*count))).unwrap_or(2);
    if counts[columns] == 0 {
        return Survey { separator, columns: 1, numbers: Vec::new(), success: (0, 0, Reverse(0)) };
    }
    let of_most = || looked.iter().filter(|(count, _)| *count == columns).map(|(_, numbers)| *numbers);
    // The first may be a header.
    let is_numbers = |i: &usize| {
        let found = of_most().filter(|numbers| numbers >> i & 1 == 1).count();
        found > 0 && 2 * found + 1 >= counts[columns]
    };
    let numbers: Vec<usize> = (0..columns).filter(is_numbers).collect();
    let wanted = match *numbers {
        [x, l, ..] => 1_u64 << x | 1 << l,
        _ => 3,
    };
    let good = of_most().filter(|numbers| numbers & wanted == wanted).count();
    let words = of_most().map(|numbers| columns - numbers.count_ones() as usize).sum();
    Survey { separator, columns, numbers, success: (good, counts[columns], Reverse(words)) }
}

/// A number, and no group of a number's digits.
fn is_number(field: &str) -> bool {
    !field.starts_with("00") && number::read(field).is_ok()
}
