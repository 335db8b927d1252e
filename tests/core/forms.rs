use descent::data::drawing::centre_of_mass;
use descent::data::forms::Forms;
use descent::data::{Image, SIDE};
use descent::random::Random;
use proptest::prelude::*;

use crate::mnist;

const ALWAYS: Forms = Forms { upstroke: 1.0, foot: 1.0, short_stem: 1.0, bar: 1.0, hook: 1.0 };

/// The first `count` images of a digit.
fn images_of(digit: u8, count: usize) -> Vec<Image> {
    let train = mnist::train();
    (0..train.arrived()).filter(|i| train.example(*i).label == digit).take(count).map(|i| train.image(i)).collect()
}

fn changed(forms: Forms, digit: u8) -> usize {
    let mut random = Random::new(5);
    images_of(digit, 200).iter().filter(|image| forms.apply(image, digit, &mut random) != **image).count()
}

#[test]
fn only_the_digits_that_have_other_forms_change() {
    for digit in 0..10 {
        let changed = changed(ALWAYS, digit);
        match digit {
            1 | 7 | 9 => assert_eq!(changed, 200, "digit {digit}"),
            // Those with an open top.
            4 => assert!((120..200).contains(&changed), "{changed} of 200 fours"),
            _ => assert_eq!(changed, 0, "digit {digit}"),
        }
        assert_eq!(self::changed(Forms::default(), digit), 0);
    }
}

#[test]
fn a_form_is_as_frequent_as_asked() {
    let changed = changed(Forms { hook: 0.3, ..Forms::default() }, 9);
    assert!((40..80).contains(&changed), "{changed} of 200");
}

/// An upstroke makes a 1 wider to the left of its stem's top, a foot at its bottom.
#[test]
fn an_upstroke_and_a_foot_are_where_they_belong() {
    let mut stem: Image = [0; 784];
    for row in 4..24 {
        stem[row * SIDE + 13..row * SIDE + 15].fill(255);
    }
    let width = |image: &Image, rows: core::ops::Range<usize>| {
        rows.map(|row| image[row * SIDE..][..SIDE].iter().filter(|ink| **ink > 60).count()).max().unwrap()
    };
    let mut random = Random::new(1);
    for _ in 0..50 {
        let up = Forms { upstroke: 1.0, ..Forms::default() }.apply(&stem, 1, &mut random);
        assert!(width(&up, 5..18) > 3 && width(&up, 21..23) < 6, "upstroke");
        let foot = Forms { foot: 1.0, ..Forms::default() }.apply(&stem, 1, &mut random);
        assert!(width(&foot, 16..28) > 5 && width(&foot, 6..14) < 4, "foot");
    }
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn a_seed_gives_the_same_image_in_the_middle(index in 0..2_000_usize, seed: u64) {
        let image = mnist::train().image(index);
        let label = mnist::train().example(index).label;
        let once = ALWAYS.apply(&image, label, &mut Random::new(seed));
        prop_assert_eq!(once, ALWAYS.apply(&image, label, &mut Random::new(seed)));
        let mass = centre_of_mass(&once).unwrap();
        prop_assert!((mass.x - 14.0).abs() < 1.0 && (mass.y - 14.0).abs() < 1.0, "{mass:?}");
    }

    #[test]
    fn any_image_is_taken(seed: u64, ink in prop::collection::vec(0..784_usize, 0..30), label in 0..10_u8) {
        let mut image: Image = [0; 784];
        for at in ink {
            image[at] = 255;
        }
        let _ = ALWAYS.apply(&image, label, &mut Random::new(seed));
    }
}
