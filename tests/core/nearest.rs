use descent::data::dataset::Dataset;
use descent::data::nearest::nearest;
use descent::data::{Image, PIXELS};
use proptest::prelude::*;

use crate::mnist;

/// Brute force over all pixels, in integers.
fn squared(x: &Image, y: &Image) -> u64 {
    x.iter().zip(y).map(|(x, y)| u64::from(x.abs_diff(*y)).pow(2)).sum()
}

#[test]
fn of_mnist_as_brute_force_finds_them() {
    let train = mnist::train();
    for of in [0, 7, 1234] {
        let image = mnist::test().image(of);
        let mut all: Vec<(u64, u32)> = (0..60_000).map(|i| (squared(&image, &train.image(i as usize)), i)).collect();
        all.sort_unstable();
        let found = nearest(train, &image, 12);
        for (neighbour, (squared, index)) in found.iter().zip(&all) {
            assert_eq!(neighbour.index, *index);
            assert!((neighbour.distance - (*squared as f64).sqrt() / 255.0).abs() < 1e-12);
        }
        assert_eq!(found.len(), 12);
    }
}

#[test]
fn an_image_is_the_nearest_to_itself() {
    let train = mnist::train();
    let found = nearest(train, &train.image(31), 3);
    assert_eq!((found[0].index, found[0].distance), (31, 0.0));
    assert!(found[1].distance > 0.0);
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// Images of few kinds, so that many are as near; as many as there are, and fewer.
    #[test]
    fn of_two_as_near_the_earlier_comes_first(
        kinds in prop::collection::vec(0..3_u8, 0..30), of in 0..3_u8, count in 0..40_usize, seed: u64,
    ) {
        let mut random = descent::random::Random::new(seed);
        let images: [Image; 3] = core::array::from_fn(|_| {
            let mut image = [0; PIXELS];
            (0..200).for_each(|_| image[random.below(784) as usize] = random.below(256) as u8);
            image
        });
        let data: Dataset = kinds.iter().map(|kind| (images[usize::from(*kind)], *kind)).collect();
        let image = images[usize::from(of)];
        let mut all: Vec<(u64, u32)> =
            (0..).zip(&kinds).map(|(i, kind)| (squared(&image, &images[usize::from(*kind)]), i)).collect();
        all.sort_unstable();
        let wanted: Vec<u32> = all.iter().map(|(_, index)| *index).take(count).collect();
        let found: Vec<u32> = nearest(&data, &image, count).iter().map(|neighbour| neighbour.index).collect();
        prop_assert_eq!(found, wanted);
    }
}
