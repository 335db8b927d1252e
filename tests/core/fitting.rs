#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use descent::data::measurements::scaling::Scaling;
use descent::data::measurements::tables::Table;
use descent::data::measurements::{HoldOut, Measurement, Preparation};
use descent::network::curve::CurveNetwork;
use descent::rule::LearningRate;
use descent::training::fitting::Fitting;

use crate::golden;

fn alpha(rate: f64) -> LearningRate {
    LearningRate::new(rate).unwrap()
}

fn fitting(table: Table, noise: f64, share: f64, hidden: usize, rate: f64, seed: u32) -> Fitting {
    let preparation = Preparation::new(noise, share, HoldOut::Random, seed).unwrap();
    Fitting::new(&table.measurements(), preparation, None, hidden, alpha(rate), seed).unwrap()
}

fn run(fitting: &mut Fitting, steps: u32) {
    for _ in 0..steps {
        assert!(fitting.step());
    }
}

/// The root of the mean square deviation from the table, counted here from the curve and not from ε.
fn deviation(fitting: &Fitting, table: Table) -> f64 {
    let table = table.measurements();
    (table.iter().map(|m| (fitting.answer(m.x) - m.l).powi(2)).sum::<f64>() / table.len() as f64).sqrt()
}

/// With the settings that the page begins with, H = 16 and α = 2, seed 1: (table, steps, deviation in its units).
const REACHED: [(Table, u32, f64); 8] = [
    (Table::WaterDensity, 3_000, 0.3),
    (Table::WaterMaximum, 5_000, 0.009),
    (Table::VapourPressure, 10_000, 0.8),
    (Table::Thermistor, 10_000, 1.4),
    (Table::AirPressure, 3_000, 12.0),
    (Table::WaterViscosity, 5_000, 0.022),
    (Table::DayLength, 5_000, 0.1),
    (Table::BlackBody, 10_000, 0.36),
];

#[test]
fn every_table_is_learned() {
    for (table, steps, wanted) in REACHED {
        let [low, high] = Scaling::of(&table.measurements()).ranges()[1];
        assert!(wanted <= 0.02 * (high - low), "{}: {wanted} is more than 2 % of the range", table.id());
        let mut fitting = fitting(table, 0.0, 0.0, 16, 2.0, 1);
        let before = deviation(&fitting, table);
        run(&mut fitting, steps);
        let after = deviation(&fitting, table);
        println!("{}: {before:.4} → {after:.4} in {steps} steps, {:.2} %", table.id(), after / (high - low) * 100.0);
        assert!(after <= wanted, "{}: {after} after {steps} steps, {wanted} wanted", table.id());
        assert!(before > 4.0 * wanted, "{}: {before} already at the start", table.id());
        let error = fitting.error().unwrap();
        assert!((fitting.deviation(error) - after).abs() <= 1e-3 * (high - low), "ε says the same");
    }
}

/// The page says that the network finds the maximum of the density at 4 °C.
#[test]
fn the_densest_water_is_found() {
    let mut fitting = fitting(Table::WaterMaximum, 0.0, 0.0, 16, 2.0, 1);
    run(&mut fitting, 5_000);
    let at = |i: u32| f64::from(i) * 0.01;
    let densest = (0..=1_200).max_by(|a, b| fitting.answer(at(*a)).total_cmp(&fitting.answer(at(*b)))).unwrap();
    assert!((3.5..=4.5).contains(&at(densest)), "{} °C", at(densest));
}

/// One unit is a single bend, up or down: a hump is out of its reach, however long it learns.
#[test]
fn one_unit_underfits_the_day() {
    let mut one = fitting(Table::DayLength, 0.0, 0.0, 1, 2.0, 1);
    run(&mut one, 20_000);
    assert!(deviation(&one, Table::DayLength) > 2.5, "hours");
    let mut more = fitting(Table::DayLength, 0.0, 0.0, 8, 2.0, 1);
    run(&mut more, 20_000);
    assert!(deviation(&more, Table::DayLength) < 0.2);
}

/// Sixty-four units learn the noise of twenty-one measurements by heart; four cannot. The page's preset.
#[test]
fn many_units_overfit_few_noisy_points() {
    let errors = |hidden, steps| {
        let mut fitting = fitting(Table::DayLength, 0.1, 0.6, hidden, 1.0, 4);
        run(&mut fitting, steps);
        (fitting.error().unwrap(), fitting.test_error().unwrap())
    };
    let (early, late, modest) = (errors(64, 160), errors(64, 20_000), errors(4, 20_000));
    assert!(late.0 < early.0 / 15.0, "by heart: {early:?} → {late:?}");
    assert!(late.1 > 3.0 * early.1, "and worse for what it has not seen: {early:?} → {late:?}");
    assert!(modest.0 > 20.0 * late.0 && modest.1 < late.1 / 2.0, "four units: {modest:?}");
}

#[test]
fn nothing_to_learn_from_is_no_step() {
    let preparation = Preparation::new(0.0, 0.5, HoldOut::Random, 1).unwrap();
    let mut empty = Fitting::new(&[], preparation, None, 4, alpha(1.0), 1).unwrap();
    assert!(!empty.step() && !empty.back());
    assert_eq!((empty.error(), empty.test_error(), empty.t()), (None, None, 0));
    empty.edit(vec![Measurement { x: 0.5, l: 0.5 }]);
    assert!(empty.step() && empty.back());
}

#[test]
fn an_edit_keeps_the_network_and_is_a_mark() {
    let mut fitting = fitting(Table::DayLength, 0.0, 0.2, 8, 2.0, 1);
    run(&mut fitting, 300);
    let (network, scaling) = (fitting.network().clone(), *fitting.scaling());
    let measured = fitting.errors().0.clone();
    let original = fitting.measurements().to_vec();
    let mut moved = original.clone();
    moved[10].l = 30.0;
    moved.pop();
    fitting.edit(moved.clone());
    assert_eq!((fitting.network(), fitting.scaling(), fitting.measurements()), (&network, &scaling, &moved[..]));
    assert_eq!((fitting.errors().0, fitting.marks().count()), (&measured, 0));
    run(&mut fitting, 3);
    let after = fitting.network().clone();
    assert_eq!(fitting.marks().collect::<Vec<_>>(), [300]);
    // Back beyond the edit, and forth again with the measurements of then.
    assert_eq!(fitting.go(290), 290);
    assert_eq!((fitting.measurements(), fitting.last()), (&moved[..], 303));
    assert_eq!(fitting.go(303), 303);
    assert_eq!(fitting.network(), &after);
    // The same measurements again are the same way again; others are another.
    fitting.go(290);
    fitting.edit(original);
    run(&mut fitting, 10);
    assert_eq!((fitting.last(), fitting.network()), (303, &network));
    run(&mut fitting, 1);
    assert_eq!((fitting.last(), fitting.marks().count()), (301, 0));
    // α is told by the step from which on it was in force, whatever else changed.
    let rates = |fitting: &Fitting| fitting.rates().map(|(from, rate)| (from, rate.get())).collect::<Vec<_>>();
    assert_eq!(rates(&fitting), [(0, 2.0)]);
    fitting.set_rate(LearningRate::new(0.5).unwrap());
    assert_eq!(rates(&fitting), [(0, 2.0)], "no step was made with it");
    run(&mut fitting, 4);
    assert_eq!(rates(&fitting), [(0, 2.0), (301, 0.5)]);
}

/// Each edit with steps in between is remembered, until they are too many.
#[test]
fn the_beginning_is_forgotten_only_after_very_many_edits() {
    let preparation = Preparation::new(0.0, 0.0, HoldOut::Random, 1).unwrap();
    let many: Vec<Measurement> = (0..5_000).map(|i| Measurement { x: f64::from(i), l: 0.5 }).collect();
    let mut fitting = Fitting::new(&many, preparation, None, 1, alpha(1.0), 1).unwrap();
    let edited = |l: f64| [&many[1..], &[Measurement { x: 2.0, l }]].concat();
    let mut there = None;
    for edit in 0..400_u32 {
        run(&mut fitting, 3);
        fitting.edit(edited(f64::from(edit)));
        fitting.set_rate(alpha(1.0 + f64::from(edit % 2)));
        if edit == 190 {
            assert_eq!(fitting.first(), 0);
        } else if edit == 300 {
            there = Some((fitting.t(), fitting.network().clone()));
        }
    }
    // A million measurements are those of 200 edits, 600 steps.
    let first = fitting.first();
    assert!((600..=600 + 256).contains(&first), "{first}");
    assert_eq!((fitting.go(0), fitting.back()), (first, false));
    let (t, network) = there.unwrap();
    assert_eq!((fitting.go(t), fitting.network()), (t, &network));
    assert_eq!(fitting.errors().0.bins()[0].last_step, 1, "what was measured stays");
}

#[test]
fn a_new_network_keeps_the_measurements() {
    let mut fitting = fitting(Table::DayLength, 0.1, 0.2, 8, 2.0, 1);
    let (data, held) = (fitting.measurements().to_vec(), fitting.held_out().to_vec());
    run(&mut fitting, 10);
    let before = fitting.network().clone();
    assert_eq!(fitting.restart(0, 1).unwrap_err().code(), "out-of-range");
    assert_eq!(fitting.network(), &before);
    fitting.restart(3, 9).unwrap();
    assert_eq!((fitting.t(), fitting.network().V.len()), (0, 3));
    assert_eq!((fitting.measurements(), fitting.held_out()), (&data[..], &held[..]));
    assert!(fitting.errors().0.bins().is_empty() && fitting.errors().1.bins().is_empty());
}

#[test]
fn no_rate_breaks_the_numbers() {
    let mut fitting = fitting(Table::BlackBody, 0.0, 0.0, 16, 1e300, 1);
    for _ in 0..50 {
        fitting.step();
    }
    assert_eq!(fitting.t(), 0, "the step that would overflow is not made");
    fitting.set_rate(alpha(1.0));
    run(&mut fitting, 5);
    assert!(fitting.error().is_some_and(f64::is_finite));
}

/// The browser's core is held against the same constant.
#[test]
fn same_seed_same_bits() {
    let digest = |seed| {
        let mut fitting = fitting(Table::WaterViscosity, 0.05, 0.3, 16, 2.0, seed);
        run(&mut fitting, 500);
        let network = fitting.network();
        let units = network.V.iter().zip(&network.v).zip(&network.U);
        let numbers = units.flat_map(|((V, v), U)| [*V, *v, *U]).chain([network.u]);
        format!("{:08x}", crc32fast::hash(&numbers.flat_map(f64::to_le_bytes).collect::<Vec<u8>>()))
    };
    assert_eq!(digest(7), golden::FITTING);
    assert_ne!(digest(1), digest(2));
}

/// What is told of the next step is that step: of every parameter its derivative, and where it is afterwards.
#[test]
fn the_next_step_is_told_before_it_is_made() {
    let mut fitting = fitting(Table::DayLength, 0.05, 0.3, 5, 2.0, 7);
    run(&mut fitting, 20);
    for rate in [0.5, 3.0] {
        fitting.set_rate(alpha(rate));
        assert_eq!(fitting.rate(), alpha(rate));
        let (t, before) = (fitting.t(), fitting.network().clone());
        let (gradient, next) = fitting.outlook().unwrap();
        let gradient = gradient.clone();
        assert_eq!((fitting.t(), fitting.network()), (t, &before), "nothing has been done");
        assert_eq!(next.u, before.u - rate * gradient.u);
        for i in 0..5 {
            assert_eq!(next.V[i], before.V[i] - rate * gradient.V[i]);
            assert_eq!(next.v[i], before.v[i] - rate * gradient.v[i]);
            assert_eq!(next.U[i], before.U[i] - rate * gradient.U[i]);
        }
        assert!(fitting.step());
        assert_eq!(fitting.network(), &next);
    }
    // Against the slope of ε itself, in the parameter that moves it most.
    let error = |network: &CurveNetwork, fitting: &Fitting| {
        let scaling = fitting.scaling();
        let learned = fitting.measurements().iter().zip(fitting.held_out()).filter(|(_, held)| !**held);
        let squares: Vec<f64> =
            learned.map(|(m, _)| (network.answer(scaling.x(m.x)) - scaling.l(m.l)).powi(2)).collect();
        0.5 * squares.iter().sum::<f64>() / squares.len() as f64
    };
    let derivative = fitting.outlook().unwrap().0.u;
    let h = 1e-5;
    let moved = |by: f64| CurveNetwork { u: fitting.network().u + by, ..fitting.network().clone() };
    let slope = (error(&moved(h), &fitting) - error(&moved(-h), &fitting)) / (2.0 * h);
    assert!((slope - derivative).abs() <= 1e-3 * slope.abs() + 1e-7, "{slope} and {derivative}");
}

#[test]
fn there_is_no_next_step_without_measurements() {
    let mut empty = fitting(Table::DayLength, 0.0, 0.0, 3, 1.0, 1);
    empty.edit(Vec::new());
    assert!(empty.outlook().is_none());
}

/// The densest water: the table's curve turns once, near 4 °C, where its slope is 0 and a neighbour on either side is lower.
#[test]
fn the_curve_turns_where_its_slope_is_zero() {
    let mut fitting = fitting(Table::WaterMaximum, 0.0, 0.0, 16, 2.0, 1);
    run(&mut fitting, 5_000);
    let turns = fitting.turns();
    let [densest] = turns[..] else { panic!("{turns:?}") };
    assert!((densest.x - 4.0).abs() < 0.3, "{densest:?}");
    assert_eq!(densest.l, fitting.answer(densest.x));
    for by in [-0.05, 0.05] {
        assert!(fitting.answer(densest.x + by) < densest.l);
    }
    let x = fitting.scaling().x(densest.x);
    assert!((fitting.scaling().unscaled_x(x) - densest.x).abs() < 1e-12);
    // The slope is that of q, by a difference.
    let (network, h) = (fitting.network(), 1e-6);
    for at in [-0.9, -0.2, 0.0, 0.4, 0.8] {
        let difference = (network.sum(at + h) - network.sum(at - h)) / (2.0 * h);
        assert!((network.slope(at) - difference).abs() < 1e-6 * (1.0 + difference.abs()));
    }
    assert!(network.slope(x).abs() < 1e-9);
}

#[test]
fn a_curve_without_a_range_has_no_turns() {
    let mut one = fitting(Table::DayLength, 0.0, 0.0, 3, 1.0, 1);
    one.edit(vec![Measurement { x: 3.0, l: 10.0 }]);
    assert!(one.turns().is_empty());
    one.edit(Vec::new());
    assert!(one.turns().is_empty());
}
