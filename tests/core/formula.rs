//! The formula's values against direct computation, its derivatives against finite differences, its errors against the
//! character that is wrong.

use approx::assert_relative_eq;
use descent::error::Error;
use descent::formula::Formula;
use descent::sigmoid::sigmoid;
use proptest::prelude::*;

fn at(text: &str, a: f64) -> f64 {
    Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}")).at(a).error
}

#[test]
fn precedence_and_notation() {
    for (text, a, expected) in [
        ("(a-1)^2*(a+2)", 3.0, 20.0),
        ("-a^2", 3.0, -9.0),
        ("2^-1", 0.0, 0.5),
        ("2^3^2", 0.0, 512.0),
        ("a-1-1", 5.0, 3.0),
        ("8/2/2", 0.0, 2.0),
        ("1/2a", 4.0, 2.0),
        ("2a(a+1)", 2.0, 12.0),
        ("(a-1)(a+1)", 3.0, 8.0),
        ("2a^2", 3.0, 18.0),
        ("a²+a³", 2.0, 12.0),
        ("½a", 3.0, 1.5),
        ("0,5a", 3.0, 1.5),
        ("а+1", 3.0, 4.0), // a Cyrillic а
        ("2·a×3−1", 1.0, 5.0),
        ("6÷2:3", 0.0, 1.0),
        ("|a-2|", -1.0, 3.0),
        ("||a|-2|", 1.0, 1.0),
        ("2|a|", -1.5, 3.0),
        ("√(a+1)", 3.0, 2.0),
        ("√a", 9.0, 3.0),
        ("1e-3*a", 2.0, 0.002),
        ("2e", 0.0, 2.0 * core::f64::consts::E),
        ("cos(π)", 0.0, -1.0),
        ("sin(pi/2)", 0.0, 1.0),
        (" ( a ) ", 7.0, 7.0),
        ("--a", 2.0, 2.0),
        ("+a", 2.0, 2.0),
        ("ln(e)", 0.0, 1.0),
        ("lg(1000)", 0.0, 3.0),
        ("tg(a)-tan(a)", 0.7, 0.0),
        ("log10(1000)", 0.0, 3.0),
        ("log₁₀(a)+log_10(a)", 100.0, 4.0),
        ("log2(a)", 8.0, 3.0),
        ("log₂(a)²", 8.0, 9.0),
        ("log(e)", 0.0, 1.0),
        ("sin²(a)+cos^2(a)", 0.7, 1.0),
        ("2sin^2(a)-2(sin(a))^2", 0.7, 0.0),
        ("sin²(a)^2-sin(a)^4", 0.7, 0.0),
        ("ln³(a)", core::f64::consts::E, 1.0),
        ("|a|²+|-a|", 3.0, 12.0),
        ("[a+{a-1}]·2", 3.0, 10.0),
        ("arctg(1)", 0.0, core::f64::consts::FRAC_PI_4),
        ("a^a", 2.0, 4.0),
        (".5+2.", 0.0, 2.5),
        ("2e-3", 0.0, 0.002),
        ("2e−1", 0.0, 0.2),
        ("2e+a", 1.0, 2.0 * core::f64::consts::E + 1.0),
    ] {
        assert_relative_eq!(at(text, a), expected, epsilon = 1e-14, max_relative = 1e-14);
    }
    assert_relative_eq!(at("σ(a)", 0.3), sigmoid(0.3));
}

/// What programs that set text make of signs, and what other programs write: read as meant.
#[test]
fn every_spelling_of_a_sign_is_read_as_meant() {
    for minus in ['-', '−', '‐', '‑', '‒', '–', '—'] {
        for (text, expected) in [("a-1", 2.0), ("-a", -3.0), ("2^-a", 0.125), ("1e-1*a", 0.3), ("(-a)^2-1", 8.0)] {
            let text = text.replace('-', &minus.to_string());
            assert_relative_eq!(at(&text, 3.0), expected, max_relative = 1e-14);
        }
    }
    for times in ["*", "·", "×", "⋅", "∙", "∗"] {
        assert_relative_eq!(at(&format!("2{times}a {times} a"), 3.0), 18.0);
    }
    for (text, expected) in [
        ("a⁴", 16.0),
        ("a⁰+a¹", 3.0),
        ("a⁵-a⁶+a⁷-a⁸+a⁹", 352.0),
        ("a¹⁰", 1024.0),
        ("a²³", 8_388_608.0),
        ("a⁻¹", 0.5),
        ("-a⁻²", -0.25),
        ("3a²", 12.0),
        ("(a+1)³", 27.0),
        ("2^a³", 256.0),
        ("a²^3", 64.0),
        ("a**2", 4.0),
        ("-a ** 2", -4.0),
        ("2**-1", 0.5),
        ("2**3**2", 512.0),
        ("a**2*3", 12.0),
        ("a²*(a−1)**2", 4.0),
    ] {
        assert_relative_eq!(at(text, 2.0), expected, max_relative = 1e-14);
    }
    for space in ['\u{a0}', '\u{2009}', '\u{202f}', '\u{2003}', '\u{200b}', '\u{2060}', '\u{feff}'] {
        let text = " a ^ 2 + sin (a) ".replace(' ', &space.to_string());
        assert_relative_eq!(at(&text, 2.0), 4.0 + f64::sin(2.0), max_relative = 1e-14);
        assert_eq!(Formula::parse(&space.to_string()).unwrap_err(), Error::FormulaEmpty);
    }
}

#[test]
fn every_error_names_the_character() {
    for (text, code, position) in [
        ("", "formula-empty", None),
        ("   ", "formula-empty", None),
        ("(a-1", "formula-unclosed", Some(1)),
        ("2*(a-(1+a)", "formula-unclosed", Some(3)),
        ("|a", "formula-unclosed", Some(1)),
        ("a-1)", "formula-unopened", Some(4)),
        ("a+", "formula-end", Some(3)),
        ("sin(", "formula-end", Some(5)),
        ("a+*2", "formula-operand", Some(3)),
        ("()", "formula-operand", Some(2)),
        ("*a", "formula-operand", Some(1)),
        ("a 2", "formula-operator", Some(3)),
        ("(a 2)", "formula-operator", Some(4)),
        ("1.2.3", "formula-operator", Some(4)),
        ("a # 2", "formula-character", Some(3)),
        ("(a # 2)", "formula-character", Some(4)),
        ("a+#", "formula-character", Some(3)),
        ("a^2+x", "formula-name", Some(5)),
        ("b", "formula-name", Some(1)),
        ("2sina", "formula-name", Some(2)),
        ("1+sin a", "formula-brackets", Some(3)),
        ("½ж", "formula-name", Some(2)),
        ("sin²a", "formula-brackets", Some(1)),
        ("sin⁻¹(a)", "formula-brackets", Some(1)),
        ("sin^-1(a)", "formula-brackets", Some(1)),
        ("sin^a(a)", "formula-brackets", Some(1)),
        ("log3(a)", "formula-brackets", Some(1)),
        ("log_(a)", "formula-brackets", Some(1)),
        (".", "formula-operand", Some(1)),
        ("²", "formula-operand", Some(1)),
        ("a² ³", "formula-operator", Some(4)),
        ("a⁻", "formula-end", Some(3)),
        ("a⁻a", "formula-operand", Some(3)),
        ("a**", "formula-end", Some(4)),
        ("a***2", "formula-operand", Some(4)),
        ("a – # 2", "formula-character", Some(5)),
    ] {
        let error = Formula::parse(text).expect_err(text);
        assert_eq!(error.code(), code, "{text}");
        let found = error.details().into_iter().find(|(name, _)| *name == "position");
        assert_eq!(found.map(|(_, place)| place), position.map(|place: usize| place.to_string()), "{text}");
    }
    let name = Formula::parse("a^2+x").unwrap_err();
    assert_eq!(name, Error::FormulaName { position: 5, name: "x".into() });
}

#[test]
fn length_and_depth_have_an_end() {
    let deep = |n: usize| format!("{}a{}", "(".repeat(n), ")".repeat(n));
    assert!(Formula::parse(&deep(40)).is_ok());
    assert_eq!(Formula::parse(&deep(41)).unwrap_err(), Error::FormulaTooDeep { position: 41 });
    assert_eq!(Formula::parse(&"-".repeat(150)).unwrap_err().code(), "formula-too-deep");
    assert_eq!(Formula::parse(&"√".repeat(150)).unwrap_err().code(), "formula-too-deep");
    assert_eq!(Formula::parse(&"2^".repeat(99)).unwrap_err().code(), "formula-too-deep");
    let long = "a+".repeat(100) + "a";
    assert_eq!(Formula::parse(&long).unwrap_err(), Error::FormulaTooLong { found: 201, most: 200 });
}

#[test]
fn two_letters_only_where_they_are_asked_for() {
    let formula = Formula::parse_plane("(1-a)^2+10(b-a^2)^2").unwrap();
    let value = formula.at_plane([1.0, 1.0]);
    assert_eq!((value.error, value.gradient), (0.0, [0.0, 0.0]));
    assert!(value.curvature == [82.0, -40.0, 20.0]);
}

/// Where a rule of the derivative divides by zero, the value and what there is of derivatives must stay right.
#[test]
fn powers_and_kinks_at_zero() {
    let values = |text: &str| Formula::parse(text).unwrap().at(0.0);
    assert_eq!((values("a^2.5").error, values("a^2.5").slope, values("a^2.5").curvature), (0.0, 0.0, 0.0));
    assert_eq!((values("a^1.5").error, values("a^1.5").slope), (0.0, 0.0));
    assert_eq!((values("a^0").error, values("a^0").slope, values("a^0").curvature), (1.0, 0.0, 0.0));
    assert_eq!((values("a").slope, values("a^1").slope, values("a^1").curvature), (1.0, 1.0, 0.0));
    assert_eq!((values("|a|").error, values("|a|").slope), (0.0, 0.0));
    assert!(values("sqrt(4)+a").slope == 1.0);
    assert!(values("(a-a)^0.5+0*a").error == 0.0);
    assert!(!values("1/a").error.is_finite());
    for text in ["ln(a-1)", "lg(a-1)", "log2(a-1)", "√(a-1)", "(a-1)^0.5", "ln²(a-1)"] {
        let value = values(text);
        assert!(value.error.is_nan() && value.slope.is_nan() && value.curvature.is_nan(), "{text}: {value:?}");
        let plane = Formula::parse_plane(text).unwrap().at_plane([0.0, 0.0]);
        assert!(plane.gradient.iter().chain(&plane.curvature).all(|value| value.is_nan()), "{text}: {plane:?}");
    }
    // Near 1 tanh has a slope, which 1 − tanh² would lose.
    let far = Formula::parse("tanh(a)").unwrap().at(20.0);
    assert_relative_eq!(far.slope, 4.0 * f64::exp(-40.0), max_relative = 1e-12);
}

#[test]
fn far_out_functions_neither_overflow_nor_lose_their_slope() {
    for a in [-800.0, 800.0] {
        let value = Formula::parse("σ(a)+tanh(a)").unwrap().at(a);
        assert_eq!((value.slope, value.curvature), (0.0, 0.0));
        assert!(value.error.is_finite());
    }
}

/// A formula and the same computed directly.
#[derive(Debug, Clone)]
struct Sample {
    text: String,
    value: f64,
}

/// Grows formulas with their values, for the parameter `a`.
fn sample(a: f64) -> impl Strategy<Value = Sample> {
    let leaf = prop_oneof![
        Just(Sample { text: "a".into(), value: a }),
        (0.1..4.0_f64).prop_map(|value| {
            let text = format!("{value:.3}");
            Sample { value: text.parse().unwrap(), text }
        }),
    ];
    leaf.prop_recursive(4, 24, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone(), 0..4_usize).prop_map(|(left, right, sign)| {
                let value = match sign {
                    0 => left.value + right.value,
                    1 => left.value - right.value,
                    2 => left.value * right.value,
                    _ => left.value / right.value,
                };
                Sample { text: format!("({}){}({})", left.text, ["+", "-", "*", "/"][sign], right.text), value }
            }),
            (inner.clone(), 1..4_i32)
                .prop_map(|(x, n)| Sample { text: format!("({})^{n}", x.text), value: x.value.powi(n) }),
            inner.clone().prop_map(|x| Sample { text: format!("-({})", x.text), value: -x.value }),
            inner.clone().prop_map(|x| Sample { text: format!("sin({})", x.text), value: x.value.sin() }),
            inner.clone().prop_map(|x| Sample { text: format!("|{}|", x.text), value: x.value.abs() }),
            inner.prop_map(|x| Sample { text: format!("σ({})", x.text), value: sigmoid(x.value) }),
        ]
    })
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn numbers_are_read_to_the_last_bit(digits in 0..1_000_000_000_000_000_u64, point in 0..16_usize, power in -6..7_i32) {
        let mut text = format!("{digits:016}");
        text.insert(point, '.');
        text = format!("{text}e{power}");
        let exact: f64 = text.parse().unwrap();
        prop_assert_eq!(at(&text, 0.0).to_bits(), exact.to_bits(), "{}", text);
    }

    #[test]
    fn agrees_with_a_direct_evaluation(
        (a, sample) in (-3.0..3.0_f64).prop_flat_map(|a| (Just(a), sample(a))),
    ) {
        prop_assume!(sample.text.chars().count() <= Formula::LONGEST);
        let found = at(&sample.text, a);
        if sample.value.is_finite() {
            let size = sample.value.abs().max(1.0);
            prop_assert!((found - sample.value).abs() <= 1e-9 * size, "{}: {found} ≠ {}", sample.text, sample.value);
        } else {
            prop_assert!(!found.is_finite());
        }
    }

    #[test]
    fn never_panics_on_any_text(text in "\\PC{0,60}", a in any::<f64>()) {
        if let Ok(formula) = Formula::parse(&text) {
            let _ = formula.at(a);
        }
    }

    /// Texts of the parser's own characters reach its deeper parts.
    #[test]
    fn never_panics_on_likely_text(text in "[-–+*/^()|aeπσ√½²⁴⁻0-9., sinexpl]{0,60}", a in any::<f64>()) {
        match Formula::parse(&text) {
            Ok(formula) => { let _ = formula.at(a); }
            Err(error) => {
                let place = error.details().into_iter().find(|(name, _)| *name == "position");
                if let Some((_, place)) = place {
                    let place: usize = place.parse().unwrap();
                    prop_assert!((1..=text.chars().count() + 1).contains(&place), "{text}: {error}");
                }
            }
        }
    }

    #[test]
    fn both_derivatives_are_slopes(a in -2.5..2.5_f64, which in 0..12_usize) {
        let text = [
            "(a-1)^2*(a+2)", "exp(-a)+a/2", "1-exp(-a^2)", "sqrt(1+40a^2)", "1-cos(3a)+a^2/10", "½(σ(a)-0.2)^2",
            "tan(a/3)", "arctan(a)", "sinh(a)cosh(a)", "tanh(2a)", "ln(a+3)-lg(a+3)", "(a+3)^a",
        ][which];
        let formula = Formula::parse(text).unwrap();
        let h = 1e-4;
        let (left, here, right) = (formula.at(a - h), formula.at(a), formula.at(a + h));
        assert_relative_eq!(here.slope, (right.error - left.error) / (2.0 * h), max_relative = 1e-5, epsilon = 1e-6);
        assert_relative_eq!(here.curvature, (right.slope - left.slope) / (2.0 * h), max_relative = 1e-5, epsilon = 1e-6);
    }

    #[test]
    fn partial_derivatives_are_slopes(a in -2.0..2.0_f64, b in -2.0..2.0_f64) {
        let formula = Formula::parse_plane("(1-a)^2+10(b-a^2)^2+sin(a*b)").unwrap();
        let h = 1e-4;
        let at = |a: f64, b: f64| formula.at_plane([a, b]);
        let here = at(a, b);
        let (along_a, along_b) = ((at(a + h, b), at(a - h, b)), (at(a, b + h), at(a, b - h)));
        let slope = |(right, left): (f64, f64)| (right - left) / (2.0 * h);
        let pairs = [
            (here.gradient[0], (along_a.0.error, along_a.1.error)),
            (here.gradient[1], (along_b.0.error, along_b.1.error)),
            (here.curvature[0], (along_a.0.gradient[0], along_a.1.gradient[0])),
            (here.curvature[1], (along_a.0.gradient[1], along_a.1.gradient[1])),
            (here.curvature[2], (along_b.0.gradient[1], along_b.1.gradient[1])),
        ];
        for (exact, values) in pairs {
            assert_relative_eq!(exact, slope(values), max_relative = 1e-4, epsilon = 1e-4);
        }
    }
}

/// tanh′ = 4t/(1 + t)² with t = e⁻²ᵃ, to the last digits however near to 1 tanh is.
#[test]
fn the_slope_of_tanh_keeps_its_digits() {
    for a in [0.1, 1.0, 5.0, 9.5, 15.0, 18.0, 30.0, 300.0_f64] {
        let t = (-2.0 * a).exp();
        let exact = 4.0 * t / ((1.0 + t) * (1.0 + t));
        for sign in [-1.0, 1.0] {
            let value = Formula::parse("tanh(a)").unwrap().at(sign * a);
            assert_relative_eq!(value.slope, exact, max_relative = 1e-14);
            assert_relative_eq!(value.curvature, -2.0 * (sign * a).tanh() * exact, max_relative = 1e-14);
        }
    }
}

/// Where ε has no value it has no derivative, whatever the rules for derivatives give.
#[test]
fn no_value_has_no_slope() {
    for (text, places) in [
        ("ln(a)", &[-1.0, 0.0][..]),
        ("lg(a)", &[-2.0, 0.0]),
        ("sqrt(a)", &[-1.0]),
        ("a^0.5", &[-3.0]),
        ("1/a", &[0.0]),
        ("ln(-1)+a", &[0.5]),
        ("a+ln(0)", &[0.5]),
        ("ln(a)^2", &[-1.0]),
        ("a^a", &[-0.5]),
        ("exp(a)", &[1000.0]),
    ] {
        for a in places {
            let value = Formula::parse(text).unwrap().at(*a);
            assert!(
                !value.error.is_finite() && value.slope.is_nan() && value.curvature.is_nan(),
                "{text} {a} {value:?}"
            );
            let plane = Formula::parse_plane(text).unwrap().at_plane([*a, 1.0]);
            assert!(plane.gradient.iter().chain(&plane.curvature).all(|number| number.is_nan()), "{text} {a}");
        }
    }
}
