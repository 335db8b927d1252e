use descent::data::drawing::{Drawing, Point};
use descent::data::strokes::{BadReason, Labelled, Strokes, read, read_line, write};
use proptest::prelude::*;

fn drawing(strokes: &[&[(f64, f64)]]) -> Drawing {
    Drawing::new(strokes.iter().map(|stroke| stroke.iter().map(|&(x, y)| Point { x, y }).collect()))
}

#[test]
fn good_lines() {
    let seven = Labelled { drawing: drawing(&[&[(1.0, 2.0), (3.5, -4.0)], &[(0.05, 600.0)]]), digit: 7, writer: None };
    for line in [
        r#"{"digit":7,"strokes":[[[1,2],[3.5,-4]],[[0.05,600]]]}"#,
        "\u{feff} { \"strokes\" : [ [ [ 1 , 2 ] , [ 3.5 , -4e0 ] ] , [ [ 5e-2 , 6E+2 ] ] ] , \"digit\" : 7.0 } \r",
        r#"{"writer":{"name":"Ж \"\\\u00e9","of":[1,[],{},null,true,false]},"digit":7,"strokes":[[[1,2],[3.5,-4]],[],[[0.05,600]]]}"#,
    ] {
        assert_eq!(read_line(line), Ok(Some(seven.clone())), "{line}");
    }
    for line in ["", "  \t", "\r", "\u{feff}"] {
        assert_eq!(read_line(line), Ok(None));
    }
}

#[test]
fn a_bad_line_says_why_and_where() {
    let deep = format!(r#"{{"a":{}"#, "[".repeat(1000));
    for (line, code, column) in [
        (r#"{"digit":1"#, "strokes-end", None),
        (r#"{"digit":1,"strokes":[[[1,2"#, "strokes-end", None),
        (r#"{"digit":1,"a":"b"#, "strokes-end", None),
        (r#"{"digit":1,"a":"b\"#, "strokes-end", None),
        (r#"{"digit":"#, "strokes-end", None),
        ("[1,2]", "strokes-syntax", Some("1")),
        ("ж", "strokes-syntax", Some("1")),
        (r#"{"ж":tru}"#, "strokes-syntax", Some("6")),
        (r#"{"digit":1,}"#, "strokes-syntax", Some("12")),
        (r#"{"digit":1 "strokes":[]}"#, "strokes-syntax", Some("12")),
        (r#"{"digit" 1}"#, "strokes-syntax", Some("10")),
        (r#"{"digit":1,"strokes":[[[1,2]]]}]"#, "strokes-syntax", Some("32")),
        (r#"{"a":"\x"}"#, "strokes-syntax", Some("7")),
        (r#"{"a":"\u12"}"#, "strokes-syntax", Some("7")),
        (&deep, "strokes-syntax", Some("38")),
        (r#"{"digit":"1","strokes":[]}"#, "strokes-number", Some("10")),
        (r#"{"digit":1,"strokes":[[[1,null]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[[1,01]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[[1,+1]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[[1,1.]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[[1,.5]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[[1,-]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[[1,1e]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[[1,NaN]]]}"#, "strokes-number", Some("27")),
        (r#"{"digit":1,"strokes":[[1,2]]}"#, "strokes-list", Some("24")),
        (r#"{"digit":1,"strokes":{}}"#, "strokes-list", Some("22")),
        (r#"{"digit":1,"strokes":[[[1,1e999]]]}"#, "strokes-too-large", Some("27")),
        (r#"{"digit":1,"strokes":[[[1]]]}"#, "strokes-point", Some("24")),
        (r#"{"digit":1,"strokes":[[[1,2],[1,2,3]]]}"#, "strokes-point", Some("30")),
        (r#"{"digit":1,"strokes":[[[]]]}"#, "strokes-point", Some("24")),
        (r#"{"digit":10,"strokes":[[[1,2]]]}"#, "strokes-digit", None),
        (r#"{"digit":-1,"strokes":[[[1,2]]]}"#, "strokes-digit", None),
        (r#"{"digit":1.5,"strokes":[[[1,2]]]}"#, "strokes-digit", None),
        (r#"{"strokes":[[[1,2]]]}"#, "strokes-missing", None),
        (r#"{"digit":1}"#, "strokes-missing", None),
        (r#"{"digit":1,"digit":1,"strokes":[[[1,2]]]}"#, "strokes-twice", None),
        (r#"{"digit":1,"strokes":[[],[]]}"#, "strokes-empty", None),
    ] {
        let bad = read_line(line).expect_err(line);
        assert_eq!(bad.code(), code, "{line}: {bad}");
        let details = bad.details();
        let found = details.iter().find(|(name, _)| *name == "column").map(|(_, column)| column.as_str());
        assert_eq!(found, column, "{line}: {bad}");
    }
    let details = |line| read_line(line).unwrap_err().details();
    assert_eq!(details(r#"{"digit":12}"#), [("found", "12".to_owned())]);
    assert_eq!(details(r#"{"digit":1}"#), [("name", "strokes".to_owned())]);
    assert_eq!(BadReason::Empty.to_string(), "no stroke has a point");
}

#[test]
fn good_lines_are_kept() {
    let good = r#"{"digit":3,"strokes":[[[1,2]]]}"#;
    let text = format!("{good}\r\n\n{{\"digit\":3\n{good}\nnonsense\n{good}");
    let found = read(&text);
    assert_eq!(found.drawings.len(), 3);
    assert_eq!(found.bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), [3, 5]);
    assert_eq!(read(""), Strokes::default());
}

#[test]
fn written_by_hand() {
    let text = write([(&drawing(&[&[(0.0, -0.25), (1.0, 0.5)]]), 1), (&drawing(&[&[(7.2, 3.0)]]), 0)]).unwrap();
    assert_eq!(text, "{\"digit\":1,\"strokes\":[[[0,-0.25],[1,0.5]]]}\n{\"digit\":0,\"strokes\":[[[7,3]]]}\n");
    // A pad of 1 × 1 and one of 500 × 500 are known to the same share of their size.
    let third = |size: f64| write([(&drawing(&[&[(0.0, 0.0), (size / 3.0, -size / 3.0), (size, size)]]), 1)]).unwrap();
    assert!(third(1.0).contains("[0.3333,-0.3333]"), "{}", third(1.0));
    assert!(third(500.0).contains("[166.67,-166.67]"), "{}", third(500.0));
    assert!(third(1e-5).contains("[0.000003333,-0.000003333]"), "{}", third(1e-5));
    assert!(third(1e6).contains("[333333,-333333]"), "{}", third(1e6));
    assert_eq!(write([(&drawing(&[]), 10)]).unwrap_err().code(), "label-out-of-range");
}

/// Strokes as a pad gives them, in a unit of any size.
/// However small a drawing is, and wherever it stands, it is the same when it is read again.
#[test]
fn tiny_drawings_are_written_and_read_again() {
    let whole = drawing(&[&[(0.0, 0.0), (0.4, 0.1), (0.3, 0.6), (0.1, 1.0)]]);
    let image = whole.image().unwrap();
    for scale in [1e-4, 1e-6, 1e-12, 1e-200] {
        for text in [
            write([(&whole.scaled(scale), 7)]).unwrap(),
            format!(
                "\u{feff}{{\"digit\":7,\"strokes\":[[[0,0],[{},{}],[{},{}],[{},{scale}]]]}}\r\n",
                0.4 * scale,
                0.1 * scale,
                0.3 * scale,
                0.6 * scale,
                0.1 * scale
            ),
        ] {
            let again = read(&text);
            assert_eq!((again.drawings.len(), again.bad.len()), (1, 0), "{text}");
            let found = again.drawings[0].drawing.image().unwrap();
            let far = image.iter().zip(&found).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
            assert!(far <= 1, "{scale}: {far}");
        }
    }
}

fn strokes() -> impl Strategy<Value = Vec<Vec<(f64, f64)>>> {
    let place = (0.0..1.0_f64, 0.0..1.0_f64);
    let strokes = prop::collection::vec(prop::collection::vec(place, 1..12), 1..4);
    (strokes, 0..8_i32).prop_map(|(strokes, power)| {
        let unit = 10_f64.powi(power - 2);
        strokes.into_iter().map(|stroke| stroke.into_iter().map(|(x, y)| (x * unit, y * unit)).collect()).collect()
    })
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// What is written is read again: the network sees the same drawing.
    #[test]
    fn written_and_read_again(drawings in prop::collection::vec((strokes(), 0..10_u8), 0..5)) {
        let drawings: Vec<(Drawing, u8)> = drawings.iter().map(|(strokes, digit)| {
            let slices: Vec<&[(f64, f64)]> = strokes.iter().map(Vec::as_slice).collect();
            (drawing(&slices), *digit)
        }).collect();
        let again = read(&write(drawings.iter().map(|(drawing, digit)| (drawing, *digit))).unwrap());
        prop_assert_eq!(&again.bad, &[]);
        prop_assert_eq!(again.drawings.len(), drawings.len());
        for (labelled, (drawing, digit)) in again.drawings.iter().zip(&drawings) {
            prop_assert_eq!(labelled.digit, *digit);
            let lengths = |drawing: &Drawing| drawing.strokes().iter().map(Vec::len).collect::<Vec<_>>();
            prop_assert_eq!(lengths(&labelled.drawing), lengths(drawing));
            let [before, after] = [drawing, &labelled.drawing].map(|drawing| drawing.image().unwrap());
            for (before, after) in before.iter().zip(after) {
                prop_assert!(before.abs_diff(after) <= 1);
            }
        }
    }

    /// The reader against another one of the whole language, on lines that are nearly right.
    #[test]
    fn a_damaged_line_is_judged_as_json_is(at in 0..60_usize, byte in 0x20..0x7f_u8, insert: bool) {
        let mut line = br#"{"digit": 4, "a": [true, {"b": "c\n"}], "strokes": [[[1.5, 2e1]]]}"#.to_vec();
        if insert { line.insert(at, byte) } else { line[at] = byte }
        let line = String::from_utf8(line).unwrap();
        let found = read_line(&line);
        match serde_json::from_str::<serde_json::Value>(&line) {
            Ok(value) => {
                let is_digit = value["digit"].as_f64().is_some_and(|digit| (0.0..10.0).contains(&digit));
                let is_drawing = is_digit && value["strokes"][0][0][0].is_number() && value["strokes"][0][0][1].is_number();
                prop_assert!(found.is_ok() || !is_drawing || value["strokes"] != serde_json::json!([[[1.5, 20.0]]]), "{line}: {found:?}");
            }
            Err(_) => prop_assert!(found.is_err(), "{line}"),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), pieces in prop::collection::vec(prop::sample::select(&[
        "{", "}", "[", "]", ",", ":", "\"digit\"", "\"strokes\"", "1", "-0.5", "1e9", " ", "null", "\"", "\\", "\n", "ж",
    ][..]), 0..40)) {
        let _ = read(&text);
        let _ = read(&pieces.concat());
    }
}

#[test]
fn a_writer_is_kept_as_it_is_written() {
    let writer = |text: &str| {
        let line = format!("{{\"digit\": 1, {text}\"strokes\": [[[0, 0], [0, 9]]]}}");
        read_line(&line).map(|read| read.expect("a drawing").writer)
    };
    assert_eq!(writer("").unwrap(), None);
    assert_eq!(writer("\"writer\": 12, ").unwrap().as_deref(), Some("12"));
    assert_eq!(writer("\"writer\":  \"Анна Б.\", ").unwrap().as_deref(), Some("\"Анна Б.\""));
    assert_eq!(writer("\"writer\": 1, \"writer\": 2, ").unwrap_err(), BadReason::Twice { name: "writer" });
    assert_eq!(writer("\"writer\": , ").unwrap_err().code(), "strokes-syntax");
}
