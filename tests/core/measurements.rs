use approx::assert_relative_eq;
use descent::data::measurements::scaling::Scaling;
use descent::data::measurements::tables::Table;
use descent::data::measurements::{HoldOut, MOST, Measurement, Preparation, from_flat};
use proptest::prelude::*;

/// (table, x, published value, how exactly it was published)
const PUBLISHED: &[(Table, f64, f64, f64)] = &[
    // Kell 1975; the maximum of 999.972 at 3.98 °C is also in the CRC Handbook. At 100 °C another formula, IAPWS-95.
    (Table::WaterDensity, 0.0, 999.8395, 1e-4),
    (Table::WaterDensity, 3.98, 999.972, 1e-4),
    (Table::WaterDensity, 20.0, 998.2041, 1e-4),
    (Table::WaterDensity, 100.0, 958.35, 2e-2),
    // IAPWS-95 steam tables.
    (Table::VapourPressure, 25.0, 3.1699, 3e-4),
    (Table::VapourPressure, 50.0, 12.352, 2e-3),
    (Table::VapourPressure, 100.0, 101.42, 5e-3),
    // The data sheet's own table.
    (Table::Thermistor, 0.0, 32.554, 5e-3),
    (Table::Thermistor, 25.0, 10.0, 1e-3),
    (Table::Thermistor, 50.0, 3.605, 2e-3),
    // ISO 2533, by geopotential altitude.
    (Table::AirPressure, 0.0, 1013.25, 1e-9),
    (Table::AirPressure, 5.0, 540.20, 1e-2),
    (Table::AirPressure, 11.0, 226.32, 1e-2),
    (Table::AirPressure, 20.0, 54.749, 1e-3),
    // The release's check value at 298.15 K; 1.0016 at 20 °C is ISO/TR 3666's.
    (Table::WaterViscosity, 25.0, 0.8900, 1e-4),
    (Table::WaterViscosity, 20.0, 1.0016, 1e-4),
    // Almanacs for Moscow: 17 h 34 min at the summer solstice, 7 h 0 min at the winter one.
    // 17:33, 6:59 and, at the equinoxes of 20 March and 22 September 2025, about 12:12.
    (Table::DayLength, 172.0, 17.56, 0.02),
    (Table::DayLength, 355.0, 6.99, 0.02),
    (Table::DayLength, 79.0, 12.19, 0.04),
    (Table::DayLength, 265.0, 12.21, 0.04),
    // 2hc²/λ⁵/(e^4.96511 − 1) at Wien's wavelength: 4.0957e-6 W/(m³ sr K⁵) · T⁵.
    (Table::BlackBody, 502.04, 4.095_67e-6 * 5772.0 * 5772.0 * 5772.0 * 5772.0 * 5772.0 * 1e-12, 1e-3),
];

#[test]
fn tables_hold_the_published_values() {
    for (table, x, published, exactness) in PUBLISHED {
        let value = table.value(*x);
        assert!((value - published).abs() <= *exactness, "{} at {x}: {value}, published {published}", table.id());
    }
}

#[test]
fn tables_peak_where_they_should() {
    let peak = |table: Table, from: f64, to: f64| {
        let at = |i: u32| from + (to - from) * f64::from(i) / 1e4;
        let best = (0..=10_000).max_by(|a, b| table.value(at(*a)).total_cmp(&table.value(at(*b)))).unwrap();
        at(best)
    };
    assert_relative_eq!(peak(Table::WaterDensity, 0.0, 10.0), 3.98, epsilon = 0.02);
    assert_relative_eq!(peak(Table::BlackBody, 300.0, 900.0), 2.897_771_955e6 / 5772.0, epsilon = 0.1);
    assert!((170.0..=174.0).contains(&peak(Table::DayLength, 1.0, 365.0)));
}

#[test]
fn tables_are_whole() {
    for table in Table::ALL {
        let measurements = table.measurements();
        assert!(measurements.len() >= 40, "{}", table.id());
        assert!(measurements.windows(2).all(|pair| pair[0].x < pair[1].x));
        assert!(measurements.iter().all(|m| m.l.is_finite()));
        assert_eq!(Table::named(table.id()).unwrap(), table);
        assert!(!table.source().is_empty() && !table.units().1.is_empty());
    }
    assert_eq!(Table::WaterDensity.measurements()[2], Measurement { x: 4.0, l: Table::WaterDensity.value(4.0) });
    assert_eq!(Table::named("gravity").unwrap_err().code(), "unknown-table");
}

#[test]
fn measurements_are_checked_at_the_door() {
    assert_eq!(from_flat(&[1.0, 2.0, 3.0, 4.0]).unwrap()[1], Measurement { x: 3.0, l: 4.0 });
    assert!(from_flat(&[]).unwrap().is_empty());
    for bad in [&[1.0][..], &[1.0, f64::NAN], &[f64::INFINITY, 0.0], &[1.0, 2.0, 1e200, 0.0]] {
        assert_eq!(from_flat(bad).unwrap_err().code(), "bad-measurement");
    }
    assert_eq!(from_flat(&vec![0.0; 2 * MOST + 2]).unwrap_err().code(), "too-many-measurements");
    for bad in [-0.1, 1.1, f64::NAN] {
        assert_eq!(Preparation::new(bad, 0.0, HoldOut::Random, 1).unwrap_err().code(), "not-a-share");
        assert_eq!(Preparation::new(0.0, bad, HoldOut::Random, 1).unwrap_err().code(), "not-a-share");
    }
}

#[test]
fn noise_has_the_stated_size_and_comes_from_the_seed() {
    let flat: Vec<Measurement> =
        (0..4_000).map(|i| Measurement { x: f64::from(i), l: f64::from(i % 2) * 50.0 }).collect();
    let noisy = |noise, share, seed| Preparation::new(noise, share, HoldOut::Random, seed).unwrap().with_noise(&flat);
    assert_eq!(noisy(0.0, 0.3, 5), flat);
    let noise: Vec<f64> = noisy(0.1, 0.0, 5).iter().zip(&flat).map(|(n, m)| n.l - m.l).collect();
    let mean = noise.iter().sum::<f64>() / 4_000.0;
    let deviation = (noise.iter().map(|n| n * n).sum::<f64>() / 4_000.0).sqrt();
    assert!(mean.abs() < 0.3, "{mean}");
    assert_relative_eq!(deviation, 5.0, max_relative = 0.05);
    assert_eq!(noisy(0.1, 0.0, 5), noisy(0.1, 0.7, 5), "holding back disturbs no noise");
    assert_ne!(noisy(0.1, 0.0, 5), noisy(0.1, 0.0, 6));
}

#[test]
fn the_right_end_is_held_back_by_x() {
    let shuffled = [3.0, 1.0, 9.0, 4.0, 7.0].map(|x| Measurement { x, l: 0.0 });
    let held = Preparation::new(0.0, 0.4, HoldOut::RightEnd, 1).unwrap().held_out(&shuffled);
    assert_eq!(held, [false, false, true, false, true]);
}

#[test]
fn scaling_of_known_ranges() {
    let table = Table::WaterDensity.measurements();
    let scaling = Scaling::of(&table);
    assert_eq!(scaling.ranges()[0], [0.0, 100.0]);
    assert_eq!((scaling.x(0.0), scaling.x(50.0), scaling.x(100.0)), (-1.0, 0.0, 1.0));
    assert_eq!(scaling.l(table[50].l), 0.1);
    assert_relative_eq!(scaling.l(table[2].l), 0.9, max_relative = 1e-15);
    assert_relative_eq!(scaling.answer(0.5), f64::midpoint(table[50].l, table[2].l), max_relative = 1e-12);
    let same = Scaling::of(&[Measurement { x: 7.0, l: -2.0 }; 3]);
    assert_eq!(same.ranges(), [[3.5, 10.5], [-3.0, -1.0]]);
    assert_eq!(Scaling::of(&[]).ranges(), [[0.0, 1.0]; 2]);
    for bad in [[1.0, 1.0], [2.0, 1.0], [f64::NAN, 1.0], [0.0, f64::INFINITY], [1e15, 1e15 + 1.0]] {
        assert_eq!(Scaling::new(bad, [0.0, 1.0]).unwrap_err().code(), "scaling");
        assert_eq!(Scaling::new([0.0, 1.0], bad).unwrap_err().code(), "scaling");
    }
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn scaling_reaches_and_comes_back(points in prop::collection::vec((-1e6..1e6_f64, -1e6..1e6_f64), 1..50)) {
        let measurements: Vec<Measurement> = points.iter().map(|&(x, l)| Measurement { x, l }).collect();
        let scaling = Scaling::of(&measurements);
        for m in &measurements {
            prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&scaling.x(m.x)));
            prop_assert!((0.1 - 1e-9..=0.9 + 1e-9).contains(&scaling.l(m.l)));
            assert_relative_eq!(scaling.answer(scaling.l(m.l)), m.l, max_relative = 1e-9, epsilon = 1e-6);
        }
    }

    /// The stated share is held back, rounded, never all; and the same ones for the same seed.
    #[test]
    fn the_stated_share_is_held_back(count in 0..400_usize, share in 0.0..=1.0_f64, seed: u32, right: bool) {
        let measurements: Vec<Measurement> =
            (0..count).map(|i| Measurement { x: (i * 7 % 11) as f64, l: i as f64 }).collect();
        let hold_out = if right { HoldOut::RightEnd } else { HoldOut::Random };
        let preparation = Preparation::new(0.2, share, hold_out, seed).unwrap();
        let held = preparation.held_out(&measurements);
        prop_assert_eq!(held.len(), count);
        let wanted = ((share * count as f64).round() as usize).min(count.saturating_sub(1));
        prop_assert_eq!(held.iter().filter(|held| **held).count(), wanted);
        prop_assert_eq!(held, preparation.held_out(&measurements));
    }

    /// A measurement that is put at the end takes no other's place, as long as nothing is rounded.
    #[test]
    fn a_new_point_moves_few_others(count in 2..200_usize, seed: u32) {
        let measurements = vec![Measurement { x: 0.0, l: 0.0 }; count + 1];
        let preparation = Preparation::new(0.0, 0.25, HoldOut::Random, seed).unwrap();
        let (before, after) = (preparation.held_out(&measurements[..count]), preparation.held_out(&measurements));
        prop_assert!(before.iter().zip(&after).filter(|(a, b)| a != b).count() <= 1);
    }
}
