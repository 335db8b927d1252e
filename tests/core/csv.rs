use descent::data::measurements::csv::{BadReason, BadRow, Csv, parse};
use descent::data::measurements::{MOST, Measurement};
use proptest::prelude::*;

fn m(x: f64, l: f64) -> Measurement {
    Measurement { x, l }
}

#[test]
fn separators_and_decimal_signs() {
    for text in [
        "1.5,2\n-3,4e2",
        "1.5;2\n-3;4e2",
        "1,5;2\n-3;4e2",
        "1.5\t2\n-3\t4e2",
        "1,5\t2\r\n−3\t4e2\r\n",
        "\u{feff}1.5,2\r-3,4E+2\r",
    ] {
        let csv = parse(text);
        assert_eq!(csv.measurements, [m(1.5, 2.0), m(-3.0, 400.0)], "{text:?}");
        assert_eq!((csv.header, csv.bad.len(), csv.beyond), (None, 0, 0));
    }
}

#[test]
fn quotes_spaces_and_empty_columns() {
    let csv = parse("\"1,5\",\"2,5\"\n 10 000 , 3 \n\n4,5,\n;\n");
    assert_eq!(csv.measurements, [m(1.5, 2.5), m(10_000.0, 3.0), m(4.0, 5.0)]);
    assert_eq!(csv.bad, [BadRow { line: 5, reason: BadReason::Columns(1) }]);
}

#[test]
fn a_header_is_a_first_row_without_numbers() {
    let csv = parse("\n\"T, °C\";ρ\n0;999,84\n4;999,97\n");
    assert_eq!(csv.header, Some(["T, °C".into(), "ρ".into()]));
    assert_eq!(csv.measurements, [m(0.0, 999.84), m(4.0, 999.97)]);
    // Half a header is a bad row: something is wrong there.
    let csv = parse("0,x\n1,2");
    assert_eq!((csv.header, csv.bad.len(), csv.measurements.len()), (None, 1, 1));
    // And words in the middle are no header.
    let csv = parse("0,1\na,b\n1,2");
    assert_eq!(csv.bad, [BadRow { line: 2, reason: BadReason::NotANumber("a".into()) }]);
}

#[test]
fn bad_rows_are_named_and_good_ones_kept() {
    let csv = parse("x;l\n1;2\noops;3\n4\n5;6;7\n8;1.234,5\n9;1e200\n10;inf\n11;\n12;13\n14;1,2,3\n15;--2\n");
    assert_eq!(csv.measurements, [m(1.0, 2.0), m(12.0, 13.0)]);
    let bad = |line, reason| BadRow { line, reason };
    assert_eq!(
        csv.bad,
        [
            bad(3, BadReason::NotANumber("oops".into())),
            bad(4, BadReason::Columns(1)),
            bad(5, BadReason::Columns(3)),
            bad(6, BadReason::Ambiguous("1.234,5".into())),
            bad(7, BadReason::TooLarge("1e200".into())),
            bad(8, BadReason::NotANumber("inf".into())),
            bad(9, BadReason::NotANumber(String::new())),
            bad(11, BadReason::Ambiguous("1,2,3".into())),
            bad(12, BadReason::NotANumber("--2".into())),
        ]
    );
    for row in &csv.bad {
        assert!(!row.reason.code().is_empty());
    }
}

#[test]
fn without_a_good_row_the_columns_are_told_apart_all_the_same() {
    let csv = parse("a,b\nc,d");
    assert_eq!(csv.header, Some(["a".into(), "b".into()]));
    assert_eq!(csv.bad, [BadRow { line: 2, reason: BadReason::NotANumber("c".into()) }]);
}

#[test]
fn nothing_and_too_much() {
    assert_eq!(parse(""), Csv::default());
    assert_eq!(parse(" \n\n"), Csv::default());
    let long = "1,2\n".repeat(MOST + 3);
    let csv = parse(&long);
    assert_eq!((csv.measurements.len(), csv.beyond, csv.bad.len()), (MOST, 3, 0));
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// What is written in any of the forms is read as it was.
    #[test]
    fn written_and_read_again(
        points in prop::collection::vec((-1e9..1e9_f64, -1e-3..1e-3_f64), 1..40),
        form in prop::sample::select(vec![(',', '.'), (';', '.'), (';', ','), ('\t', '.'), ('\t', ',')]),
        header: bool, crlf: bool, quoted: bool,
    ) {
        let (separator, decimal) = form;
        let end = if crlf { "\r\n" } else { "\n" };
        let field = |value: f64| {
            let text = value.to_string().replace('.', &decimal.to_string());
            if quoted { format!("\"{text}\"") } else { text }
        };
        let mut text = String::new();
        if header {
            text.extend(["x", &separator.to_string(), "l", end]);
        }
        for (x, l) in &points {
            text.extend([&field(*x), &separator.to_string(), &field(*l), end]);
        }
        let csv = parse(&text);
        prop_assert_eq!(csv.header.is_some(), header);
        prop_assert_eq!(&csv.bad, &[]);
        prop_assert_eq!(csv.measurements, points.iter().map(|&(x, l)| m(x, l)).collect::<Vec<_>>());
    }

    /// Whatever comes: no panic; every line that is not blank is a measurement, the header, or named; numbers finite.
    #[test]
    fn every_line_is_accounted_for(text in "[-0-9a,;\t\n\r\". eé−]{0,120}") {
        let csv = parse(&text);
        let lines = text.split('\n').flat_map(|l| l.strip_suffix('\r').unwrap_or(l).split('\r'));
        let wanted = lines.filter(|line| !line.trim().is_empty()).count();
        let found = csv.measurements.len() + csv.bad.len() + csv.beyond + usize::from(csv.header.is_some());
        prop_assert_eq!(found, wanted);
        prop_assert!(csv.measurements.iter().all(|m| m.x.is_finite() && m.l.is_finite()));
        prop_assert!(csv.bad.windows(2).all(|pair| pair[0].line < pair[1].line));
    }

    #[test]
    fn any_bytes(text in any::<String>()) {
        let lines = text.chars().filter(|c| matches!(c, '\n' | '\r')).count() + 1;
        prop_assert!(parse(&text).bad.iter().all(|row| (1..=lines).contains(&row.line)));
    }
}
