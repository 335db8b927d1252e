use descent::random::Random;
use proptest::prelude::*;

#[test]
fn a_seed_gives_the_same_numbers() {
    let draw = |seed| {
        let mut random = Random::new(seed);
        (0..100).map(|_| (random.uniform(), random.normal(), random.below(1000))).collect::<Vec<_>>()
    };
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1), draw(2));
}

#[test]
fn streams_of_a_seed_differ() {
    let first = |seed, number| Random::stream(seed, number).uniform().to_bits();
    assert_eq!(first(5, 0), Random::new(5).uniform().to_bits());
    let mut all: Vec<u64> = (0..20).flat_map(|seed| (0..50).map(move |number| first(seed, number))).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 1000);
}

#[test]
fn normal_numbers_have_mean_0_and_deviation_1() {
    let mut random = Random::new(7);
    let numbers: Vec<f64> = (0..100_000).map(|_| random.normal()).collect();
    let mean = numbers.iter().sum::<f64>() / 1e5;
    let variance = numbers.iter().map(|x| x * x).sum::<f64>() / 1e5;
    // About 68.27 % lie within one deviation.
    let within = numbers.iter().filter(|x| x.abs() < 1.0).count() as f64 / 1e5;
    assert!(mean.abs() < 0.015, "{mean}");
    assert!((variance - 1.0).abs() < 0.02, "{variance}");
    assert!((within - 0.6827).abs() < 0.006, "{within}");
}

#[test]
fn every_order_of_three_is_as_likely() {
    let mut random = Random::new(5);
    let mut counts = std::collections::HashMap::new();
    for _ in 0..6_000 {
        let mut items = [1, 2, 3];
        random.shuffle(&mut items);
        *counts.entry(items).or_insert(0) += 1;
    }
    assert_eq!(counts.len(), 6);
    assert!(counts.values().all(|count| (850..1150).contains(count)), "{counts:?}");
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn below_stays_below(seed: u64, n in 1..=u32::MAX) {
        let mut random = Random::new(seed);
        for _ in 0..20 {
            prop_assert!(random.below(n) < n);
        }
    }

    #[test]
    fn shuffling_loses_nothing(seed: u64, count in 0..200_usize) {
        let mut items: Vec<usize> = (0..count).collect();
        Random::new(seed).shuffle(&mut items);
        items.sort_unstable();
        prop_assert_eq!(items, (0..count).collect::<Vec<_>>());
    }
}
