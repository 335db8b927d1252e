//! Digits as strokes of a pen, in the forms that are taught at schools in much of the world: what MNIST, scanned from
//! paper in the 1990s in the USA, has few of. Drawn with the pad's pen, they show a network what a drawing looks like.
//!
//! A skeleton is written with a random jitter of every corner, width and slant. The corners were set by hand, from how
//! these digits are taught; no person's drawing went into them.

use super::drawing::{Drawing, Point};
use crate::random::Random;

/// Strokes through corners in a box of 10 × 10 with y down; three corners and more are joined by a smooth curve.
type Skeleton = &'static [&'static [(f32, f32)]];

/// The forms of each digit, each as likely as the other.
const SKELETONS: [&[Skeleton]; 10] = [
    &[&[&[
        (5.0, 0.0),
        (1.5, 1.5),
        (0.0, 5.0),
        (1.5, 8.5),
        (5.0, 10.0),
        (8.5, 8.5),
        (10.0, 5.0),
        (8.0, 1.5),
        (5.0, 0.0),
    ]]],
    &[
        &[&[(1.5, 3.5), (5.5, 0.0)], &[(5.5, 0.0), (5.0, 10.0)]],
        &[&[(0.0, 6.0), (6.0, 0.0)], &[(6.0, 0.0), (6.0, 10.0)]],
        &[&[(1.5, 3.0), (5.0, 0.0)], &[(5.0, 0.0), (5.0, 10.0)], &[(1.5, 10.0), (8.5, 10.0)]],
    ],
    &[
        &[&[(0.5, 2.5), (3.0, 0.0), (7.0, 0.5), (8.0, 3.0), (5.0, 6.5), (0.0, 10.0)], &[(0.0, 10.0), (9.0, 10.0)]],
        &[&[(0.5, 2.0), (4.0, 0.0), (7.5, 2.5), (4.5, 7.0), (0.5, 9.5), (1.0, 8.5), (5.0, 9.5), (9.0, 9.0)]],
    ],
    &[
        &[&[(1.0, 1.0), (5.0, 0.0), (8.0, 2.2), (4.0, 4.7)], &[(4.0, 4.7), (8.5, 7.0), (5.0, 10.0), (0.0, 9.0)]],
        &[&[(1.0, 0.0), (8.0, 0.0)], &[(8.0, 0.0), (4.0, 4.0)], &[(4.0, 4.0), (8.5, 6.5), (5.0, 10.0), (0.0, 8.5)]],
    ],
    &[
        &[&[(3.0, 0.0), (0.0, 6.0)], &[(0.0, 6.0), (9.0, 6.0)], &[(7.0, 2.5), (6.0, 10.0)]],
        &[&[(4.0, 0.0), (1.0, 5.0)], &[(1.0, 5.0), (7.5, 5.5)], &[(6.5, 3.0), (4.5, 10.0)]],
        &[&[(7.0, 10.0), (7.0, 0.0)], &[(7.0, 0.0), (0.0, 7.0)], &[(0.0, 7.0), (10.0, 7.0)]],
    ],
    &[&[
        &[(8.5, 0.0), (2.0, 0.0)],
        &[(2.0, 0.0), (1.5, 4.0)],
        &[(1.5, 4.0), (6.0, 3.5), (8.5, 6.5), (6.5, 9.5), (3.0, 10.0), (0.0, 9.0)],
    ]],
    &[&[&[
        (6.5, 0.0),
        (2.0, 3.5),
        (0.0, 7.0),
        (2.0, 10.0),
        (6.0, 9.8),
        (7.5, 7.5),
        (5.5, 5.5),
        (2.0, 6.2),
        (0.5, 8.0),
    ]]],
    &[
        &[&[(0.0, 0.0), (9.0, 0.0)], &[(9.0, 0.0), (5.5, 5.0), (4.0, 10.0)]],
        &[&[(0.0, 0.5), (9.0, 0.0)], &[(9.0, 0.0), (5.5, 5.0), (4.0, 10.0)], &[(2.5, 5.0), (8.5, 5.0)]],
        &[
            &[(0.5, 2.0), (0.5, 0.5)],
            &[(0.5, 0.5), (5.0, 1.0), (9.0, 0.0)],
            &[(9.0, 0.0), (6.0, 5.0), (5.0, 10.0)],
            &[(2.5, 6.0), (9.5, 5.0)],
        ],
    ],
    &[
        &[&[
            (7.5, 1.5),
            (4.0, 0.0),
            (1.0, 2.2),
            (4.0, 4.7),
            (8.0, 7.5),
            (5.0, 10.0),
            (1.0, 8.5),
            (3.0, 5.5),
            (7.5, 1.5),
        ]],
        &[&[
            (4.5, 4.7),
            (1.5, 2.5),
            (4.5, 0.0),
            (7.5, 2.3),
            (4.5, 4.7),
            (0.5, 7.5),
            (4.5, 10.0),
            (8.5, 7.5),
            (4.5, 4.7),
        ]],
    ],
    &[
        &[&[(8.0, 1.5), (5.0, 0.0), (1.5, 2.0), (3.0, 4.8), (6.5, 4.0), (8.0, 1.5)], &[(8.0, 1.5), (7.5, 10.0)]],
        &[
            &[(7.0, 1.0), (4.0, 0.0), (1.5, 2.0), (3.0, 4.5), (6.0, 3.5), (7.5, 1.0)],
            &[(7.5, 1.0), (8.0, 5.0), (6.5, 9.0), (3.5, 10.0), (0.0, 9.0)],
        ],
        &[
            &[(7.0, 0.5), (3.0, 0.5), (2.5, 3.5), (6.0, 4.0), (8.0, 1.0)],
            &[(8.0, 1.0), (8.0, 8.0)],
            &[(8.0, 8.0), (5.0, 10.0), (1.0, 9.5)],
        ],
    ],
];

/// How far a corner may be off, in the box's units.
const JITTER: f64 = 0.7;
/// Points of a curve between two corners.
const BETWEEN: u32 = 5;

/// A drawing of `digit`, 0 to 9, in one of its forms. The same state of `random` gives the same one.
///
/// # Panics
/// When `digit` is above 9.
#[must_use]
pub fn drawn(digit: u8, random: &mut Random) -> Drawing {
    let forms = SKELETONS[usize::from(digit)];
    let strokes = forms[random.below(forms.len() as u32) as usize];
    let (width, slant) = (random.between(0.4, 1.1), random.between(-0.2, 0.5));
    let mut corner = |(x, y): &(f32, f32)| {
        let x = width * (f64::from(*x) + random.between(-JITTER, JITTER));
        let y = f64::from(*y) + random.between(-JITTER, JITTER);
        Point { x: x - slant * y, y }
    };
    Drawing::new(strokes.iter().map(|corners| smooth(&corners.iter().map(&mut corner).collect::<Vec<_>>())))
}

/// A curve through all corners: between two of them a cubic whose slopes come from their neighbours (Catmull and Rom
/// 1974).
fn smooth(corners: &[Point]) -> Vec<Point> {
    let last = corners.len() - 1;
    let mut points = vec![corners[0]];
    for i in 0..last {
        let [before, from, to, after] =
            [corners[i.saturating_sub(1)], corners[i], corners[i + 1], corners[(i + 2).min(last)]];
        for step in 1..=BETWEEN {
            let s = f64::from(step) / f64::from(BETWEEN);
            let mix = |before: f64, from: f64, to: f64, after: f64| {
                let (slope, next_slope) = (0.5 * (to - before), 0.5 * (after - from));
                let (square, cube) = (s * s, s * s * s);
                (2.0 * cube - 3.0 * square + 1.0) * from
                    + (cube - 2.0 * square + s) * slope
                    + (3.0 * square - 2.0 * cube) * to
                    + (cube - square) * next_slope
            };
            points.push(Point { x: mix(before.x, from.x, to.x, after.x), y: mix(before.y, from.y, to.y, after.y) });
        }
    }
    points
}
