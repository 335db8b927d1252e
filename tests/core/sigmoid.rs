use descent::sigmoid::{sigmoid, sigmoid_prime};
use proptest::prelude::*;

/// Distance in units in the last place of the f32 nearest to `exact`.
fn ulps(found: f32, exact: f64) -> f64 {
    let nearest = exact as f32;
    let unit = f64::from(f32::from_bits(nearest.to_bits() + 1)) - f64::from(nearest);
    (f64::from(found) - exact).abs() / unit
}

#[test]
fn known_values() {
    assert_eq!(sigmoid(0.0_f64), 0.5);
    assert_eq!(sigmoid_prime(0.0_f64), 0.25);
    assert_eq!(sigmoid(0.0_f32), 0.5);
    assert_eq!(sigmoid_prime(0.0_f32), 0.25);
    // σ(ln 3) = 3/4, σ′(ln 3) = 3/16.
    assert!((sigmoid(3.0_f64.ln()) - 0.75).abs() < 1e-15);
    assert!((sigmoid_prime(3.0_f64.ln()) - 0.1875).abs() < 1e-15);
}

#[test]
fn ends_are_exact() {
    assert_eq!(sigmoid(f64::INFINITY), 1.0);
    assert_eq!(sigmoid(f64::NEG_INFINITY), 0.0);
    assert_eq!(sigmoid(f32::INFINITY), 1.0);
    assert_eq!(sigmoid(f32::NEG_INFINITY), 0.0);
    for x in [f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN] {
        assert_eq!(sigmoid_prime(x), 0.0);
    }
    for x in [f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN] {
        assert_eq!(sigmoid_prime(x), 0.0);
    }
    assert!(sigmoid(f64::NAN).is_nan() && sigmoid_prime(f64::NAN).is_nan());
    assert!(sigmoid(f32::NAN).is_nan() && sigmoid_prime(f32::NAN).is_nan());
}

#[test]
fn single_precision_is_near_double() {
    // Every 1/1024 from −110 to 110: beyond the smallest f32 on the left, 1 on the right. Below the smallest normal
    // number an f32 has fewer digits, so the bound holds from there on.
    let (mut worst, mut worst_prime) = (0.0_f64, 0.0_f64);
    for i in -112_640..=112_640 {
        let x = i as f32 / 1024.0;
        let (exact, exact_prime) = (sigmoid(f64::from(x)), sigmoid_prime(f64::from(x)));
        assert!((f64::from(sigmoid(x)) - exact).abs() < 1.2e-7, "σ({x})");
        if exact_prime > f64::from(f32::MIN_POSITIVE) {
            worst = worst.max(ulps(sigmoid(x), exact));
            worst_prime = worst_prime.max(ulps(sigmoid_prime(x), exact_prime));
        }
    }
    assert!(worst < 2.5, "σ is {worst} units in the last place off");
    assert!(worst_prime < 4.0, "σ′ is {worst_prime} units in the last place off");
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn finite_and_in_range_for_every_f32(bits: u32) {
        let x = f32::from_bits(bits);
        prop_assume!(!x.is_nan());
        prop_assert!((0.0..=1.0).contains(&sigmoid(x)));
        prop_assert!((0.0..=0.25 + f32::EPSILON).contains(&sigmoid_prime(x)));
    }

    #[test]
    fn finite_and_in_range_for_every_f64(bits: u64) {
        let x = f64::from_bits(bits);
        prop_assume!(!x.is_nan());
        prop_assert!((0.0..=1.0).contains(&sigmoid(x)));
        prop_assert!((0.0..=0.25 + f64::EPSILON).contains(&sigmoid_prime(x)));
    }

    #[test]
    fn derivative_is_the_slope(x in -20.0..20.0_f64) {
        let h = 1e-5;
        let slope = (sigmoid(x + h) - sigmoid(x - h)) / (2.0 * h);
        prop_assert!((slope - sigmoid_prime(x)).abs() < 1e-10);
    }

    #[test]
    fn symmetric(x in -700.0..700.0_f64) {
        prop_assert!((sigmoid(x) + sigmoid(-x) - 1.0).abs() <= f64::EPSILON);
        prop_assert_eq!(sigmoid_prime(x), sigmoid_prime(-x));
    }
}
