use approx::assert_abs_diff_eq;
use descent::data::drawing::{CENTRE, Drawing, PEN_RADIUS, Point, centre_of_mass};
use descent::data::stages::{Slant, Stages, slant, straightened};
use descent::data::{Image, SIDE};
use proptest::prelude::*;

use crate::mnist;

const STRAIGHTEN: Stages = Stages { straighten: true };

/// A stroke from the bottom to the top that leans to the right by `lean` columns a row.
fn leaning(lean: f64) -> Drawing {
    Drawing::new([vec![Point { x: 14.0 + 8.0 * lean, y: 6.0 }, Point { x: 14.0 - 8.0 * lean, y: 22.0 }]])
}

#[test]
fn bits_and_back() {
    for straighten in [false, true] {
        let stages = Stages { straighten };
        assert_eq!(Stages::from_bits(stages.to_bits()), Ok(stages));
    }
    assert_eq!(Stages::from_bits(2).unwrap_err().code(), "model-stages");
}

/// A thin stroke's slant is known: it leans as its line does.
#[test]
fn the_slant_of_a_line() {
    for lean in [-0.8, -0.3, 0.0, 0.5] {
        assert_abs_diff_eq!(slant(&leaning(lean).rasterise(PEN_RADIUS)).lean, -lean, epsilon = 0.06);
    }
    assert_eq!(slant(&[0; 784]), Slant::NONE);
    let lying = leaning(3.0).rasterise(PEN_RADIUS);
    assert_eq!(slant(&lying).lean, -1.0, "no further than a row a column");
}

/// Two pixels by hand: (row 10, column 12) and (row 18, column 16) lean by 4 / 8 of a column a row; upright they stand
/// above each other in column 14.
#[test]
fn two_pixels_are_put_above_each_other() {
    let mut image: Image = [0; 784];
    image[10 * SIDE + 12] = 200;
    image[18 * SIDE + 16] = 200;
    assert_abs_diff_eq!(slant(&image).lean, 0.5, epsilon = 1e-12);
    let mut upright: Image = [0; 784];
    upright[10 * SIDE + 14] = 200;
    upright[18 * SIDE + 14] = 200;
    assert_eq!(straightened(&image), upright);
}

#[test]
fn images_of_mnist_lose_their_slant_and_keep_their_place() {
    for index in 0..500 {
        let image = mnist::test().image(index);
        let upright = straightened(&image);
        // What is read between pixels is rounded, and a slant beyond 1 stays.
        let (before, after) = (slant(&image).lean, slant(&upright).lean);
        if before.abs() < 0.9 {
            assert!(after.abs() < 0.05, "image {index}: {before} became {after}");
        }
        let (before, after) = (centre_of_mass(&image).unwrap(), centre_of_mass(&upright).unwrap());
        assert!((before.x - after.x).abs() < 0.5 && (before.y - after.y).abs() < 0.2, "image {index}");
    }
}

#[test]
fn without_a_stage_nothing_changes() {
    let image = mnist::test().image(0);
    let drawing = leaning(0.4);
    assert_eq!(Stages::default().image(&image), image);
    assert_eq!(Stages::default().drawing(&drawing), drawing.image());
    let two = STRAIGHTEN.examples(mnist::test(), 3..5);
    assert_eq!((two.arrived(), two.image(1)), (2, straightened(&mnist::test().image(4))));
    assert_eq!(two.example(0).label, mnist::test().example(3).label);
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn a_drawing_is_straightened_before_it_is_drawn(
        points in prop::collection::vec((0.0..500.0_f64, 0.0..500.0_f64), 0..40),
    ) {
        let drawing = Drawing::new([points.iter().map(|(x, y)| Point { x: *x, y: *y }).collect()]);
        let image = STRAIGHTEN.drawing(&drawing);
        prop_assert_eq!(image.is_some(), !points.is_empty());
        if let Some(image) = image {
            let mass = centre_of_mass(&image).unwrap();
            // Only ink that does not reach the edge can be centred exactly.
            let cut = image.iter().enumerate().any(|(at, ink)| {
                *ink > 0 && (at % SIDE == 0 || at % SIDE == SIDE - 1 || at / SIDE == 0 || at / SIDE == SIDE - 1)
            });
            prop_assert!(cut || ((mass.x - CENTRE).abs() < 0.3 && (mass.y - CENTRE).abs() < 0.3), "{mass:?}");
        }
    }

    /// The same hand, leaning: the image is nearly the same.
    #[test]
    fn slant_makes_no_difference(lean in -0.5..0.5_f64) {
        let seven = |lean: f64| {
            let points = [(100.0, 100.0), (300.0, 100.0), (200.0, 400.0)];
            Drawing::new([points.iter().map(|(x, y)| Point { x: x - lean * y, y: *y }).collect()])
        };
        let [upright, leaning] = [0.0, lean].map(|lean| STRAIGHTEN.drawing(&seven(lean)).unwrap());
        let apart: f64 = upright.iter().zip(&leaning).map(|(a, b)| f64::from(a.abs_diff(*b)) / 255.0).sum();
        let ink: f64 = upright.iter().map(|ink| f64::from(*ink) / 255.0).sum();
        prop_assert!(apart < 0.35 * ink, "{apart} of {ink}");
    }
}
