#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use descent::network::landscape::{Axis, Least, check_gradient, least, map, slice};
use descent::network::scalar::{Pairs, Parameter, ScalarNetwork};
use descent::rule::check::Check;
use proptest::prelude::*;

const NETWORK: ScalarNetwork = ScalarNetwork { V: 0.6, v: 0.9, U: -1.2, u: 0.3 };

fn pairs() -> Pairs {
    Pairs::from_flat(&[1.0, 0.2, -0.5, 0.9]).unwrap()
}

#[test]
fn a_slice_changes_one_parameter_and_holds_the_others() {
    let errors = slice(NETWORK, &pairs(), Parameter::v, (-2.0, 2.0), 5);
    let expected = [-2.0, -1.0, 0.0, 1.0, 2.0].map(|v| ScalarNetwork { v, ..NETWORK }.mean_error(&pairs()));
    assert_eq!(errors, expected);
    assert_eq!(slice(NETWORK, &pairs(), Parameter::U, (-1.2, 7.0), 1), [NETWORK.mean_error(&pairs())]);
    assert!(slice(NETWORK, &pairs(), Parameter::U, (0.0, 1.0), 0).is_empty());
}

/// z = σ(U·y + u), so the least ε of one pair is where that is l, if it can be.
#[test]
fn the_least_of_a_slice_is_found_or_where_it_falls_to() {
    let of =
        |network: ScalarNetwork, pairs: &[f64], parameter| least(network, &Pairs::from_flat(pairs).unwrap(), parameter);
    let network = ScalarNetwork { V: 0.0, v: 0.0, U: 2.0, u: 1.0 };
    // y = ½: z = ¼ where U/2 + 1 = −ln 3, and where 1 + u = −ln 3.
    for (parameter, place) in [(Parameter::U, -2.0 * (3_f64.ln() + 1.0)), (Parameter::u, -3_f64.ln() - 1.0)] {
        let found = of(network, &[0.7, 0.25], parameter);
        let Least::At { value, error } = found else { panic!("{found:?}") };
        assert!((value - place).abs() < 1e-6 && error < 1e-14, "{found:?} beside {place}");
    }
    // l = 0 and l = 1 are come to by no u, but ever nearer.
    assert_eq!(of(network, &[0.7, 0.0], Parameter::u), Least::Falls { limit: 0.0, upwards: false });
    assert_eq!(of(network, &[0.7, 1.0], Parameter::u), Least::Falls { limit: 0.0, upwards: true });
    // Two pairs, one l each: between them, ½(½)² is as low as it gets; at either end ½(½² + 0).
    let found = of(ScalarNetwork { U: 0.0, ..network }, &[1.0, 0.0, 2.0, 1.0], Parameter::u);
    assert!(
        matches!(found, Least::At { value, error } if value.abs() < 1e-6 && (error - 0.125).abs() < 1e-12),
        "{found:?}"
    );
    // With x = 0 nothing depends on V, and with U = 0 nothing on v.
    assert_eq!(of(network, &[0.0, 0.3], Parameter::V), Least::Flat);
    assert_eq!(of(ScalarNetwork { U: 0.0, ..network }, &[1.0, 0.3], Parameter::v), Least::Flat);
}

#[test]
fn a_map_has_a_row_for_each_value_of_its_second_parameter() {
    let a = Axis { parameter: Parameter::V, low: -1.0, high: 1.0, count: 3 };
    let b = Axis { parameter: Parameter::u, low: 0.0, high: 0.5, count: 2 };
    let errors = map(NETWORK, &pairs(), a, b);
    let at = |V: f64, u: f64| ScalarNetwork { V, u, ..NETWORK }.mean_error(&pairs());
    assert_eq!(errors, [at(-1.0, 0.0), at(0.0, 0.0), at(1.0, 0.0), at(-1.0, 0.5), at(0.0, 0.5), at(1.0, 0.5)]);
}

#[test]
fn a_derivative_of_zero_agrees_wholly() {
    let network = ScalarNetwork { U: 0.0, ..NETWORK };
    let [V, v, U, u] = check_gradient(network, &pairs());
    for check in [V, v] {
        assert_eq!((check.derivative.abs(), check.difference.abs()), (0.0, 0.0));
        assert_eq!((check.relative(), check.measurable), (0.0, true));
    }
    assert!(U.relative() < 1e-6 && u.relative() < 1e-6);
}

#[test]
fn a_slope_lost_in_rounding_is_called_so() {
    let saturated = ScalarNetwork { V: 30.0, v: 0.0, U: 1.0, u: 1.0 };
    let [V, v, U, u] = check_gradient(saturated, &Pairs::from_flat(&[1.0, 0.0]).unwrap());
    assert!(!V.measurable && !v.measurable);
    assert!(V.derivative > 0.0);
    assert!(U.measurable && U.relative() < 1e-6);
    assert!(u.measurable && u.relative() < 1e-6);
}

/// A wrong derivative must not pass: the check compares with ε itself.
#[test]
fn a_relative_difference_tells_right_from_wrong() {
    let checks = check_gradient(NETWORK, &pairs());
    for check in checks {
        assert!(check.measurable);
        assert!((1e-13..1e-7).contains(&check.relative()), "{check:?}");
        // One per cent off: seen as that, though the slope is the same.
        let wrong = Check { derivative: 1.01 * check.derivative, ..check };
        assert!((wrong.relative() - 0.01 / 1.01).abs() < 1e-6, "{wrong:?}");
    }
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn what_can_be_measured_agrees(
        start in prop::array::uniform4(-4.0..4.0_f64), x in -2.0..2.0_f64, l in 0.0..1.0_f64,
    ) {
        let [V, v, U, u] = start;
        let pairs = Pairs::from_flat(&[x, l, -x, 1.0 - l]).unwrap();
        for check in check_gradient(ScalarNetwork { V, v, U, u }, &pairs) {
            prop_assert!(!check.measurable || check.relative() <= 1e-2, "{:?}", check);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..crate::seeded() })]

    /// Rounding is never called a difference: of any network, also one with large numbers.
    #[test]
    fn what_differs_is_more_than_rounding(
        V in -60.0..60.0_f64, v in -60.0..60.0_f64, U in -60.0..60.0_f64, u in -60.0..60.0_f64,
        x in -3.0..3.0_f64, l in 0.0..1.0_f64,
    ) {
        for check in check_gradient(ScalarNetwork { V, v, U, u }, &Pairs::from_flat(&[x, l]).unwrap()) {
            prop_assert!(!check.measurable || check.relative() <= 1e-3, "{check:?}");
        }
    }
}
