use descent::data::measurements::csv::{BadReason, BadRow, Csv, MOST_NAMED, MOST_ROWS, Trouble, Wish, parse, parse_as};
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
    // A row of separators is a blank one.
    assert_eq!(csv.bad_count, 0);
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

/// Instruments write the units under the names.
#[test]
fn a_second_row_may_hold_the_units() {
    let named = |text: &str| (parse(text).header, parse(text).bad_count, parse(text).measurements.len());
    let header = |a: &str, b: &str| Some([a.into(), b.into()]);
    assert_eq!(named("T;rho\n°C;kg/m³\n0;999,8\n10;999,7"), (header("T, °C", "rho, kg/m³"), 0, 2));
    assert_eq!(named("t,s\n[h],[m]\n0,1.5\n1,2.5"), (header("t, h", "s, m"), 0, 2));
    // One of them may have none, and there may be columns besides.
    assert_eq!(named("n;t;U\n;min;(mV)\n1;0;20.5\n2;5;21.5"), (header("n", "t, min"), 0, 2));
    assert_eq!(named("x;share\n;%\n0;10\n1;20"), (header("x", "share, %"), 0, 2));
    // What says that a number is missing is no unit, nor is a remark, nor one number: that row is told.
    for second in ["n/a;n/a", "NaN;", "measured in the morning;by hand, twice", "°C;5", ";"] {
        let (header_, bad, good) = named(&format!("T;rho\n{second}\n0;999,8\n10;999,7"));
        assert_eq!((header_, good), (header("T", "rho"), 2), "{second}");
        assert_eq!(bad, usize::from(second != ";"), "{second}: a row of separators is blank");
    }
    // Without names there are no units, and a row alone is no row under another.
    assert_eq!(named("0;1\n°C;m\n2;3"), (None, 1, 2));
    assert_eq!(named("T;rho\n°C;kg"), (header("T", "rho"), 1, 0));
}

#[test]
fn bad_rows_are_named_and_good_ones_kept() {
    let csv = parse("x;l\n1;2\noops;3\n4\n5;6;7\n8;1.234,5.6\n9;1e200\n10;inf\n11;\n12;13\n14;1,2,3\n15;--2\n16;1 2\n");
    assert_eq!(csv.measurements, [m(1.0, 2.0), m(12.0, 13.0)]);
    let bad = |line, reason| BadRow { line, reason };
    assert_eq!(
        csv.bad,
        [
            bad(3, BadReason::NotANumber("oops".into())),
            bad(4, BadReason::Columns(1)),
            bad(5, BadReason::Columns(3)),
            bad(6, BadReason::Ambiguous("1.234,5.6".into())),
            bad(7, BadReason::TooLarge("1e200".into())),
            bad(8, BadReason::NotANumber("inf".into())),
            bad(9, BadReason::NotANumber(String::new())),
            bad(11, BadReason::Ambiguous("1,2,3".into())),
            bad(12, BadReason::NotANumber("--2".into())),
            bad(13, BadReason::NotANumber("1 2".into())),
        ]
    );
    assert_eq!(csv.bad_count, csv.bad.len());
    for row in &csv.bad {
        assert!(!row.reason.code().is_empty());
    }
    let many = parse(&format!("1;2\n3;4\n{}", "?;5\n".repeat(MOST_NAMED + 7)));
    assert_eq!((many.measurements.len(), many.bad.len(), many.bad_count), (2, MOST_NAMED, MOST_NAMED + 7));
}

/// Groups of digits and decimals are told apart over the whole column.
#[test]
fn a_mark_means_the_same_in_its_whole_column() {
    let values = |text: &str| parse(text).measurements.iter().map(|m| m.l).collect::<Vec<_>>();
    for (text, wanted) in [
        ("s;p\n1;812,4\n2;905,1\n3;1.017,6\n4;1.130\n5;1.242", vec![812.4, 905.1, 1017.6, 1130.0, 1242.0]),
        ("1;1.130\n2;812.4", vec![1.13, 812.4]),
        ("1;1.130\n2;1130.5", vec![1.13, 1130.5]),
        ("1;1.130\n2;0.998", vec![1.13, 0.998]),
        ("1;1.130\n2;1.017.600", vec![1130.0, 1_017_600.0]),
        ("1;1,130\n2;1,017.6", vec![1130.0, 1017.6]),
        ("1;1,130\n2;1,017,600", vec![1130.0, 1_017_600.0]),
        // The other column is written by the same hand.
        ("0,5;1.130\n1,5;1.242", vec![1130.0, 1242.0]),
        ("0.5;1.130\n1.5;1.242", vec![1.13, 1.242]),
        // A comma that separates cannot be the decimal sign.
        ("1,1.130\n2,1.242", vec![1.13, 1.242]),
        ("\"1\",\"1,130.5\"\n2,\"1,242\"", vec![1130.5, 1242.0]),
        // Spaces of any kind and apostrophes group digits, three by three.
        (
            "1;10 000\n2;1\u{a0}234\u{a0}567,5\n3;1\u{202f}234\n4;1'234\n5;1\u{2009}234",
            vec![1e4, 1_234_567.5, 1234., 1234., 1234.],
        ),
        ("1;10 000\n2;1.130", vec![1e4, 1.13]),
    ] {
        let csv = parse(text);
        assert_eq!((values(text), csv.bad, csv.trouble), (wanted, vec![], None), "{text:?}");
    }
    // What the column says both ways is said of the row; what is clear by itself is taken.
    let csv = parse("1;1,5\n2;1.5\n3;1.130");
    assert_eq!(csv.measurements, [m(1.0, 1.5), m(2.0, 1.5)]);
    assert_eq!(csv.bad, [BadRow { line: 3, reason: BadReason::Ambiguous("1.130".into()) }]);
}

#[test]
fn where_nothing_tells_the_reader_is_asked() {
    let text = "t;U\n1;1.130\n2;1.242";
    let csv = parse(text);
    assert_eq!(csv.trouble, Some(Trouble::Unclear { line: 2, field: "1.130".into() }));
    assert!(csv.measurements.is_empty());
    let with = |decimal| parse_as(text, Wish { decimal: Some(decimal), ..Wish::default() });
    assert_eq!(with('.').measurements, [m(1.0, 1.13), m(2.0, 1.242)]);
    assert_eq!(with(',').measurements, [m(1.0, 1130.0), m(2.0, 1242.0)]);
    let form = with(',').form;
    assert_eq!((form.separator, &*form.decimal, &*form.groups), (Some(';'), "", "."));
    // What the numbers tell stays as they tell it.
    let clear = "1;1.5\n2;1.130";
    assert_eq!(parse_as(clear, Wish { decimal: Some(','), ..Wish::default() }).measurements[1].l, 1.13);
}

#[test]
fn a_first_row_of_numbers_is_a_measurement() {
    let csv = parse("1.020,5;3.411,2\n1100;3500\n1200;3600");
    assert_eq!((csv.header, csv.measurements[0]), (None, m(1020.5, 3411.2)));
    assert_eq!((csv.form.separator, &*csv.form.decimal, &*csv.form.groups), (Some(';'), ",", "."));
    // Numbers that cannot be read are no names either.
    let csv = parse("1,2,3;4,5,6\n1;2\n2;3");
    assert_eq!((csv.header, csv.bad.len(), csv.measurements.len()), (None, 1, 2));
}

#[test]
fn the_separator_is_what_most_lines_agree_on() {
    // The first line may name it, as Excel does.
    let csv = parse("sep=;\r\nt;U\r\n0;4,1\r\n1;3,6\r\n");
    assert_eq!(csv.header, Some(["t".into(), "U".into()]));
    assert_eq!(csv.measurements, [m(0.0, 4.1), m(1.0, 3.6)]);
    assert_eq!(parse("\"SEP=|\"\n0|4,1\n1|3,6").measurements, [m(0.0, 4.1), m(1.0, 3.6)]);
    // By spaces, with the names in a comment; other comments are passed over.
    for text in ["# by NN\n# t U\n0.0   4.1\n 1.0\t3.6\n# the end\n", "t U\n0.0 4.1\n1.0 3.6", "#t;U\n0,0;4,1\n1,0;3,6"]
    {
        let csv = parse(text);
        assert_eq!(csv.header, Some(["t".into(), "U".into()]), "{text:?}");
        assert_eq!((csv.measurements, csv.bad), (vec![m(0.0, 4.1), m(1.0, 3.6)], vec![]), "{text:?}");
    }
    let csv = parse("1,5 200,5\n2,5 300,5");
    assert_eq!((csv.measurements, csv.form.separator), (vec![m(1.5, 200.5), m(2.5, 300.5)], Some(' ')));
    assert_eq!(parse("10 123,5 456\n20 123,6 456").form.separator, Some(' '));
    assert_eq!(parse("a,b\n10 123,5 456\n20 123,6 456").measurements[0], m(10_123.0, 5_456.0));
    // Each of the characters that stand for minus.
    for minus in ["-", "−", "–", "\u{2010}", "\u{2011}", "\u{2012}", "－", "– "] {
        let csv = parse(&format!("t;U\n0;{minus}4,1\n1;{minus}3,6"));
        assert_eq!((csv.measurements, csv.bad), (vec![m(0.0, -4.1), m(1.0, -3.6)], vec![]), "{minus:?}");
    }
}

#[test]
fn of_many_columns_the_first_two_that_are_numbers() {
    let text = "date;t;remark;U;dU\n2024-01-02 12:00;0;a;4,1;0,1\n03.01.2024;1;;3,6;0,2\n04.01.24;2;c;3,2\n";
    let csv = parse(text);
    assert_eq!((csv.measurements, csv.bad), (vec![m(0.0, 4.1), m(1.0, 3.6), m(2.0, 3.2)], vec![]));
    assert_eq!(csv.header, Some(["t".into(), "U".into()]));
    assert_eq!((csv.form.numbers, csv.form.columns), (vec![1, 3, 4], [1, 3]));
    assert_eq!(csv.form.names, ["date", "t", "remark", "U", "dU"]);
    let csv = parse_as(text, Wish { columns: Some([4, 1]), ..Wish::default() });
    assert_eq!((csv.measurements, csv.header), (vec![m(0.1, 0.0), m(0.2, 1.0)], Some(["dU".into(), "t".into()])));
    assert_eq!(csv.bad, [BadRow { line: 4, reason: BadReason::Columns(4) }]);
    // Columns that are not there are not wished for.
    assert_eq!(parse_as("1;2", Wish { columns: Some([0, 2]), ..Wish::default() }).measurements, [m(1.0, 2.0)]);
    // The separator is not blamed for what the lines hold.
    assert_eq!(parse("t;U;dU\n0;4,1;0,1\n1;3,6;0,1").bad_count, 0);
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
    assert_eq!(parse(&format!("x,l\n{}", "1,2\n".repeat(MOST_ROWS))).beyond, MOST_ROWS - MOST);
    let csv = parse(&"1,2\n".repeat(MOST_ROWS + 1));
    assert_eq!((csv.trouble, csv.measurements.len()), (Some(Trouble::TooManyRows(MOST_ROWS + 1)), 0));
    // More columns than are looked at.
    assert_eq!(parse(&format!("{}\n", "1;".repeat(1_000))).measurements, [m(1.0, 1.0)]);
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// What is written in any of the forms is read as it was.
    #[test]
    fn written_and_read_again(
        points in prop::collection::vec((-1e9..1e9_f64, -1e4..1e4_f64), 1..40),
        form in prop::sample::select(vec![(',', '.'), (';', '.'), (';', ','), ('\t', '.'), ('\t', ','), (' ', '.'), (' ', ',')]),
        grouped: bool,
        header: bool, crlf: bool, quoted: bool,
    ) {
        let (separator, decimal) = form;
        let end = if crlf { "\r\n" } else { "\n" };
        let field = |value: f64| {
            let text = written(value, decimal, grouped);
            if quoted || grouped && separator == ',' { format!("\"{text}\"") } else { text }
        };
        let mut text = String::new();
        if header {
            text.extend(["x", &separator.to_string(), "l", end]);
        }
        for (x, l) in &points {
            text.extend([&field(*x), &separator.to_string(), &field(*l), end]);
        }
        let csv = parse(&text);
        prop_assert_eq!(csv.header.is_some(), header, "{}", text);
        prop_assert_eq!(&csv.bad, &[]);
        let rounded = |value: f64| format!("{value:.4}").parse::<f64>().unwrap();
        prop_assert_eq!(csv.measurements, points.iter().map(|&(x, l)| m(rounded(x), rounded(l))).collect::<Vec<_>>());
    }

    /// Whatever comes: no panic; every line that is not blank is a measurement, the names, the units, or counted; numbers finite.
    #[test]
    fn every_line_is_accounted_for(text in "[-0-9a,;\t\n\r\". eé−]{0,120}") {
        let csv = parse(&text);
        let lines = text.split('\n').flat_map(|l| l.strip_suffix('\r').unwrap_or(l).split('\r'));
        let blank = |c: char| c.is_whitespace() || ";,\"".contains(c);
        let wanted = lines.filter(|line| !line.chars().all(blank)).count();
        let above = usize::from(csv.header.is_some()) + usize::from(csv.has_units);
        let found = csv.measurements.len() + csv.bad_count + csv.beyond + above;
        if csv.trouble.is_none() {
            prop_assert_eq!(found, wanted);
        }
        prop_assert!(csv.trouble.is_none() || csv.measurements.is_empty());
        prop_assert!(csv.measurements.iter().all(|m| m.x.is_finite() && m.l.is_finite()));
        prop_assert!(csv.bad.windows(2).all(|pair| pair[0].line < pair[1].line));
    }

    #[test]
    fn any_bytes(text in any::<String>(), x in 0..70_usize, l in 0..70_usize, decimal in any::<Option<char>>()) {
        let lines = text.chars().filter(|c| matches!(c, '\n' | '\r')).count() + 1;
        let csv = parse_as(&text, Wish { columns: Some([x, l]), decimal });
        prop_assert!(csv.bad.iter().all(|row| (1..=lines).contains(&row.line)));
    }
}

/// A number with this decimal sign, its digits in groups with the other sign or not.
fn written(value: f64, decimal: char, grouped: bool) -> String {
    // Four decimals tell that they are decimals.
    let text = format!("{value:.4}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mark = if decimal == '.' { ',' } else { '.' };
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if grouped && i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(mark);
        }
        out.push(digit);
    }
    format!("{out}{decimal}{decimals}")
}
