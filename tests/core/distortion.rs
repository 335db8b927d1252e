use descent::data::distortion::Distortion;
use descent::data::drawing::centre_of_mass;
use descent::data::stages::{slant, straightened};
use descent::data::{Image, SIDE};
use descent::random::Random;
use proptest::prelude::*;

use crate::mnist;

const NONE: Distortion = Distortion::NONE;

fn ink(image: &Image) -> f64 {
    image.iter().map(|pixel| f64::from(*pixel) / 255.0).sum()
}

/// A horizontal bar through the middle.
fn bar() -> Image {
    core::array::from_fn(|at| if (12..16).contains(&(at / SIDE)) && (4..24).contains(&(at % SIDE)) { 255 } else { 0 })
}

#[test]
fn nothing_asked_nothing_changed() {
    let image = mnist::train().image(0);
    assert_eq!(NONE.apply(&image, &mut Random::new(1)), image);
}

/// In one reading what straightening and distorting give in two, but for the blur between.
#[test]
fn a_slant_is_taken_out_on_the_way() {
    for index in 0..100 {
        let image = mnist::train().image(index);
        let [together, apart] = [
            NONE.apply_upright(&image, slant(&image), &mut Random::new(1)),
            NONE.apply(&straightened(&image), &mut Random::new(1)),
        ];
        // f32 in one, f64 in the other: a value may be rounded to its neighbour.
        assert!(together.iter().zip(&apart).all(|(one, other)| one.abs_diff(*other) <= 1), "image {index}");
    }
}

#[test]
fn a_rotation_turns_by_no_more_than_asked() {
    // The angle of a bar's main axis, from its second moments.
    let angle = |image: &Image| {
        let c = centre_of_mass(image).unwrap();
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for (at, pixel) in image.iter().enumerate() {
            let (x, y) = ((at % SIDE) as f64 + 0.5 - c.x, (at / SIDE) as f64 + 0.5 - c.y);
            let weight = f64::from(*pixel);
            (xx, xy, yy) = (xx + weight * x * x, xy + weight * x * y, yy + weight * y * y);
        }
        (0.5 * f64::atan2(2.0 * xy, xx - yy)).to_degrees()
    };
    let mut random = Random::new(2);
    let turns: Vec<f64> =
        (0..200).map(|_| angle(&Distortion { rotation: 20.0, ..NONE }.apply(&bar(), &mut random))).collect();
    let most = turns.iter().fold(0.0_f64, |most, turn| most.max(turn.abs()));
    assert!((18.0..21.0).contains(&most), "{most}");
    assert!(turns.iter().any(|turn| *turn > 10.0) && turns.iter().any(|turn| *turn < -10.0));
}

#[test]
fn a_translation_moves_the_ink() {
    let mut random = Random::new(3);
    for _ in 0..100 {
        let moved = Distortion { translation: 2.0, ..NONE }.apply(&bar(), &mut random);
        let c = centre_of_mass(&moved).unwrap();
        assert!((c.x - 14.0).abs() < 2.1 && (c.y - 14.0).abs() < 2.1);
        assert!((ink(&moved) - ink(&bar())).abs() < 1.0);
    }
}

#[test]
fn thickness_adds_and_takes_ink() {
    let mut random = Random::new(4);
    let amounts: Vec<f64> =
        (0..100).map(|_| ink(&Distortion { thickness: 1.0, ..NONE }.apply(&bar(), &mut random))).collect();
    assert!(amounts.iter().any(|amount| *amount > 1.3 * ink(&bar())));
    assert!(amounts.iter().any(|amount| *amount < 0.7 * ink(&bar())));
}

/// The elastic displacement has the standard deviation that was asked for: seen on a ramp, where a pixel's value tells
/// where it came from.
#[test]
fn an_elastic_field_is_as_strong_as_asked() {
    let ramp: Image = core::array::from_fn(|at| (8 * (at % SIDE)) as u8);
    let mut random = Random::new(5);
    let (mut sum, mut count) = (0.0, 0.0);
    for _ in 0..60 {
        let image = Distortion { elastic: 1.5, ..NONE }.apply(&ramp, &mut random);
        for row in 8..20 {
            for column in 8..20 {
                let displacement = (f64::from(image[row * SIDE + column]) - 8.0 * column as f64) / 8.0;
                sum += displacement * displacement;
                count += 1.0;
            }
        }
    }
    let deviation = f64::sqrt(sum / count);
    assert!((1.3..1.7).contains(&deviation), "{deviation}");
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn any_strength_gives_an_image(
        rotation in 0.0..180.0_f64, shear in 0.0..2.0_f64, scale in 0.0..0.9_f64, translation in 0.0..30.0_f64,
        elastic in 0.0..5.0_f64, smoothness in 0.0..30.0_f64, thickness in 0.0..1.0_f64, seed: u64,
    ) {
        let strong = Distortion { rotation, shear, scale, translation, elastic, smoothness, thickness };
        let image = mnist::train().image(seed as usize % 100);
        let one = strong.apply(&image, &mut Random::new(seed));
        prop_assert_eq!(one, strong.apply(&image, &mut Random::new(seed)), "a seed gives the same image");
    }
}
