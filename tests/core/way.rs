use descent::data::drawing::{CENTRE, Drawing, Point, centre_of_mass};
use descent::data::stages::{Stages, slant};
use descent::data::way::{Switches, way, way_of_picture};
use descent::data::{PIXELS, SIDE};
use proptest::prelude::*;

const ALL: Switches = Switches { fit: true, centre: true, straighten: true };
const NONE: Switches = Switches { fit: false, centre: false, straighten: false };

fn drawing(points: &[(f64, f64)]) -> Drawing {
    Drawing::new([points.iter().map(|&(x, y)| Point { x, y }).collect()])
}

#[test]
fn without_ink_there_is_no_way() {
    assert_eq!(way(&Drawing::default(), ALL), None);
    assert_eq!(way_of_picture(3, 4, &[0; 12], ALL), Ok(None));
    assert_eq!(way_of_picture(0, 0, &[], NONE), Ok(None));
    assert_eq!(way_of_picture(3, 4, &[0; 11], ALL).unwrap_err().code(), "image-length");
}

/// A line in the upper left quarter of the pad, every stage left out: it stays where it was drawn, as small as it was.
#[test]
fn with_nothing_done_the_pad_is_scaled() {
    let corner = drawing(&[(0.125, 0.125), (0.125, 0.375)]);
    let found = way(&corner, NONE).unwrap();
    assert_eq!((found.bounds.least, found.bounds.most), (Point { x: 0.125, y: 0.125 }, Point { x: 0.125, y: 0.375 }));
    assert_eq!(found.image, found.fitted);
    // 28 · 0.125 = 3.5 and 28 · 0.25 = 7.
    assert!((found.centre.x - 3.5).abs() < 0.05 && (found.centre.y - 7.0).abs() < 0.05, "{:?}", found.centre);
    assert_eq!(found.image[7 * SIDE + 3], 255);
    assert_eq!(found.image[14 * SIDE + 14], 0);
    let centred = way(&corner, Switches { centre: true, ..NONE }).unwrap();
    assert_eq!((centred.fitted, centred.centre), (found.fitted, found.centre));
    let mass = centre_of_mass(&centred.image).unwrap();
    assert!((mass.x - CENTRE).abs() < 0.1 && (mass.y - CENTRE).abs() < 0.1);
}

#[test]
fn ink_outside_the_pad_is_lost_without_the_box() {
    let outside = drawing(&[(4.0, 4.0), (5.0, 4.0)]);
    let lost = way(&outside, Switches { fit: false, ..ALL }).unwrap();
    assert_eq!((lost.image, lost.centre), ([0; PIXELS], Point { x: CENTRE, y: CENTRE }));
    assert_eq!(way(&outside, ALL).unwrap().image, Stages { straighten: true }.drawing(&outside).unwrap());
}

/// A picture of a pixel in a corner by hand: 56 × 56 to 28 × 28 takes the mean over 2 × 2.
#[test]
fn a_picture_with_nothing_done_is_made_smaller() {
    let mut pixels = vec![0; 56 * 56];
    (pixels[56 * 2 + 4], pixels[56 * 2 + 5]) = (200, 100);
    let found = way_of_picture(56, 56, &pixels, NONE).unwrap().unwrap();
    assert_eq!((found.bounds.least, found.bounds.most), (Point { x: 4.0, y: 2.0 }, Point { x: 6.0, y: 3.0 }));
    assert_eq!((found.image[SIDE + 2], found.image.iter().filter(|ink| **ink > 0).count()), (75, 1));
    let centred = way_of_picture(56, 56, &pixels, Switches { centre: true, ..NONE }).unwrap().unwrap();
    let mass = centre_of_mass(&centred.image).unwrap();
    // The ink of two pixels of the picture cannot be halved.
    assert!((mass.x - CENTRE).abs() <= 0.5 && (mass.y - CENTRE).abs() <= 0.5, "{mass:?}");
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// The stages together are what the networks see.
    #[test]
    fn all_stages_are_what_the_pad_does(
        points in prop::collection::vec((0.0..1.0_f64, 0.0..1.0_f64), 1..30), straighten: bool,
    ) {
        let drawing = drawing(&points);
        let found = way(&drawing, Switches { straighten, ..ALL }).unwrap();
        prop_assert_eq!(found.image, Stages { straighten }.drawing(&drawing).unwrap());
        prop_assert_eq!(Some(found.bounds), drawing.bounds());
    }

    /// Any picture, any switches: the picture's own recipe with all of them, no ink without ink.
    #[test]
    fn any_picture_has_a_way(
        rows in 1..60_usize, columns in 1..60_usize, seed: u64, fit: bool, centre: bool, straighten: bool,
    ) {
        let mut random = descent::random::Random::new(seed);
        let pixels: Vec<u8> =
            (0..rows * columns).map(|_| if random.below(9) == 0 { random.below(256) as u8 } else { 0 }).collect();
        let found = way_of_picture(rows, columns, &pixels, Switches { fit, centre, straighten }).unwrap();
        prop_assert_eq!(found.is_some(), pixels.iter().any(|ink| *ink > 0));
        if let Some(found) = found {
            prop_assert_eq!(found.lean, slant(&found.fitted).lean);
            let all = Switches { straighten: false, ..ALL };
            let image = way_of_picture(rows, columns, &pixels, all).unwrap().unwrap().image;
            if (rows, columns) != (SIDE, SIDE) {
                prop_assert_eq!(image, descent::data::sheet::normalise(rows, columns, &pixels).unwrap());
            }
        }
    }
}
