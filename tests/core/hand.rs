use descent::data::drawing::{Bounds, Drawing, Point};
use descent::data::hand::Hand;
use descent::random::Random;
use proptest::prelude::*;

/// A hand that changes nothing.
const STEADY: Hand = Hand {
    rotation: 0.0,
    shear: 0.0,
    width: 0.0,
    perspective: 0.0,
    wave: 0.0,
    tremble: 0.0,
    slip: 0.0,
    gaps: 0.0,
    joins: 0.0,
};

fn drawing(strokes: &[&[(f64, f64)]]) -> Drawing {
    Drawing::new(strokes.iter().map(|stroke| stroke.iter().map(|&(x, y)| Point { x, y }).collect()))
}

/// A 7 with a bar, in a box of 500.
fn seven() -> Drawing {
    drawing(&[&[(100.0, 90.0), (380.0, 100.0), (240.0, 460.0)], &[(180.0, 270.0), (350.0, 260.0)]])
}

fn length(drawing: &Drawing) -> f64 {
    let of = |stroke: &Vec<Point>| stroke.windows(2).map(|p| (p[1].x - p[0].x).hypot(p[1].y - p[0].y)).sum::<f64>();
    drawing.strokes().iter().map(of).sum()
}

#[test]
fn a_steady_hand_draws_the_same() {
    let redrawn = STEADY.redraw(&seven(), &mut Random::new(1));
    assert_eq!(redrawn.strokes().len(), 2);
    assert!((length(&redrawn) - length(&seven())).abs() < 1e-9);
    let (seen, before) = (redrawn.image().unwrap(), seven().image().unwrap());
    assert!(seen.iter().zip(before).all(|(a, b)| a.abs_diff(b) <= 1), "more points on the same lines");
}

#[test]
fn each_way_to_differ_does_what_it_is_called() {
    let mut random = Random::new(3);
    let whole = length(&seven());
    // A slip moves the four ends, and nothing else.
    let slipped = Hand { slip: 0.08, ..STEADY }.redraw(&seven(), &mut random);
    assert!((length(&slipped) - whole).abs() > 1.0 && (length(&slipped) - whole).abs() < 4.0 * 0.08 * 370.0);
    // A stroke that is long enough falls into two, with a gap between.
    let gapped = Hand { gaps: 1.0, ..STEADY }.redraw(&seven(), &mut random);
    assert_eq!(gapped.strokes().len(), 3, "the bar is too short for one");
    assert!(length(&gapped) < whole - 0.02 * 370.0 + 1e-9);
    // Strokes that end where the next begins become one; these are too far apart.
    let joins = Hand { joins: 1.0, ..STEADY };
    assert_eq!(joins.redraw(&seven(), &mut random).strokes().len(), 2);
    let near = drawing(&[&[(0.0, 0.0), (0.0, 9.0)], &[(2.0, 9.0), (2.0, 0.0)]]);
    assert_eq!(joins.redraw(&near, &mut random).strokes().len(), 1);
    // A turn keeps all lengths; a width changes those across only.
    let turned = Hand { rotation: 10.0, ..STEADY }.redraw(&seven(), &mut random);
    assert!((length(&turned) - whole).abs() < 1e-6);
    let upright = drawing(&[&[(5.0, 0.0), (5.0, 9.0)], &[(0.0, 5.0), (9.0, 5.0)]]);
    let wide = Hand { width: 0.3, ..STEADY }.redraw(&upright, &mut random);
    let Bounds { least, most } = wide.bounds().unwrap();
    assert!((most.y - least.y - 9.0).abs() < 1e-9 && (most.x - least.x - 9.0).abs() > 1e-3);
}

#[test]
fn a_dot_stays_and_nothing_stays_nothing() {
    let dot = drawing(&[&[(3.0, 4.0)]]);
    assert_eq!(Hand::OTHERS.redraw(&dot, &mut Random::new(1)), dot);
    assert!(Hand::OTHERS.redraw(&Drawing::default(), &mut Random::new(1)).is_empty());
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// Whatever was drawn: the same state of chance gives the same drawing, of about the same size, at about the same place.
    #[test]
    fn it_is_still_about_that_drawing(
        strokes in prop::collection::vec(prop::collection::vec((-1e3..1e3_f64, -1e3..1e3_f64), 1..12), 1..6),
        seed: u64,
    ) {
        let before = Drawing::new(strokes.iter().map(|s| s.iter().map(|&(x, y)| Point { x, y }).collect()));
        let redrawn = Hand::OTHERS.redraw(&before, &mut Random::new(seed));
        prop_assert_eq!(&redrawn, &Hand::OTHERS.redraw(&before, &mut Random::new(seed)));
        let (Bounds { least: a, most: b }, Bounds { least: c, most: d }) = (before.bounds().unwrap(), redrawn.bounds().unwrap());
        let size = (b.x - a.x).max(b.y - a.y);
        prop_assert!(redrawn.strokes().len() <= 2 * strokes.len());
        for (low, high, new_low, new_high) in [(a.x, b.x, c.x, d.x), (a.y, b.y, c.y, d.y)] {
            prop_assert!(new_low >= low - size && new_high <= high + size, "{:?} became {:?}", before, redrawn);
        }
        prop_assert!(redrawn.strokes().iter().flatten().all(|p| p.x.is_finite() && p.y.is_finite()));
    }
}
