//! The reader of numbers gives what the standard library gives, bit for bit.

use descent::decimal::parse;
use proptest::prelude::*;

#[track_caller]
fn same(text: &str) {
    let expected = text.parse::<f64>().ok().filter(|_| !text.contains(['n', 'N', 'f', 'F']));
    let found = parse(text);
    assert_eq!(found.map(f64::to_bits), expected.map(f64::to_bits), "{text}: {found:?} for {expected:?}");
}

#[test]
fn the_ends_of_the_range() {
    for text in [
        "0",
        "-0",
        "+0",
        "00.00",
        "1",
        ".5",
        "5.",
        "-.5e1",
        "1e0",
        "1E+2",
        "1e-2",
        "0e999999999999999999999",
        "0.1",
        "1e22",
        "1e23",
        "9007199254740993",
        "9007199254740992.5",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1.8e308",
        "1e309",
        "1e310",
        "1e99999999999999999999",
        "2.2250738585072014e-308",
        "2.2250738585072011e-308",
        "5e-324",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.5e-324",
        "1e-323",
        "1e-324",
        "1e-400",
        "1e-99999999999999999999",
        "123456789012345678901234567890e-20",
    ] {
        same(text);
        same(&format!("-{text}"));
    }
    // Half of the least number, exactly, and a digit more far behind.
    let half = format!("{:.1075}", f64::from_bits(1)).replace("4940656", "2470328");
    same(&half);
    for power in -330..312 {
        same(&format!("1e{power}"));
        same(&format!("0.{}1e{power}", "0".repeat(400)));
        same(&format!("{}e{}", "9".repeat(1_000), power - 1_000));
    }
}

#[test]
fn what_is_no_number() {
    for text in [
        "", "+", "-", ".", "e5", ".e5", "1e", "1e+", "1e-", "1e1.5", "1.2.3", "+-1", "--1", "1 ", " 1", "1,5", "0x10",
        "inf", "nan", "infinity", "1f", "١", "1_000", "e", "-e1",
    ] {
        same(text);
        assert_eq!(parse(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, ..crate::seeded() })]

    #[test]
    fn every_number_is_read_back(bits: u64) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        for text in [format!("{number}"), format!("{number:e}"), format!("{number:.5e}")] {
            same(&text);
        }
    }

    /// Exactly between two neighbours, and a little to either side.
    #[test]
    fn the_middle_of_two_numbers(bits in 0..0x7FE0_0000_0000_0000_u64) {
        let (low, high) = (f64::from_bits(bits), f64::from_bits(bits + 1));
        let exact = |number: f64| format!("{number:.1080}");
        // The mean of two long decimal numbers, digit by digit.
        let digits = |text: String| text.bytes().filter(u8::is_ascii_digit).map(|b| u32::from(b - b'0')).collect::<Vec<_>>();
        let (low, high) = (exact(low), exact(high));
        let point = high.find('.').unwrap();
        let low = format!("{low:0>width$}", width = high.len());
        let sum: Vec<u32> = digits(low).iter().zip(digits(high)).map(|(a, b)| a + b).collect();
        let mut carried = sum.clone();
        for i in (1..carried.len()).rev() {
            carried[i - 1] += carried[i] / 10;
            carried[i] %= 10;
        }
        let mut rest = 0;
        let mut middle = String::new();
        for (i, digit) in carried.iter().enumerate() {
            if i == point {
                middle.push('.');
            }
            let now = rest * 10 + digit;
            middle.push_str(&(now / 2).to_string());
            rest = now % 2;
        }
        same(&middle);
        same(&format!("{middle}1"));
        same(&format!("{middle}{}1", "0".repeat(100)));
    }

    #[test]
    fn any_text(text in "[-+]{0,2}[0-9]{0,30}[.,]{0,2}[0-9]{0,30}([eE][-+]?[0-9]{0,4})?") {
        same(&text);
    }
}
