//! Drawings that are no digits: what a hand does with a pen when it does not write one, and letters. A network that has
//! only ever seen digits takes every scribble for one of them, and is sure of it; so it is shown scribbles too, with the
//! label that no digit has, 0⃗. Some kinds it is never shown: with those one sees whether it has learned more than the
//! kinds themselves.

use std::f64::consts::TAU;

use super::drawing::{Drawing, Point};
use crate::random::Random;

/// A letter as strokes in a box of 10 × 10 with y down.
type Letter = &'static [&'static [(i8, i8)]];

/// Letters of both alphabets that no digit looks like. (О and З, or Z and S, would be read as digits rightly.)
const LETTERS: &[Letter] = &[
    &[&[(0, 10), (5, 0), (10, 10)], &[(2, 6), (8, 6)]],              // A
    &[&[(8, 0), (0, 0), (0, 10), (8, 10)], &[(0, 5), (7, 5)]],       // E
    &[&[(0, 0), (0, 10)], &[(10, 0), (10, 10)], &[(0, 5), (10, 5)]], // H, Н
    &[&[(0, 10), (0, 0), (5, 6), (10, 0), (10, 10)]],                // M
    &[&[(0, 10), (0, 0), (10, 10), (10, 0)]],                        // N
    &[&[(8, 0), (0, 0), (0, 10)], &[(0, 5), (6, 5)]],                // F
    &[&[(0, 0), (10, 10)], &[(10, 0), (0, 10)]],                     // X
    &[&[(0, 0), (10, 0)], &[(5, 0), (5, 10)]],                       // T
    &[&[(0, 0), (0, 10), (10, 10), (10, 0)], &[(5, 0), (5, 10)]],    // Ш
    &[&[(0, 0), (10, 10)], &[(10, 0), (0, 10)], &[(5, 0), (5, 10)]], // Ж
    &[&[(0, 0), (0, 10), (9, 10), (9, 0)], &[(9, 10), (11, 12)]],    // Ц
];

/// Letters that the network is never shown.
const OTHER_LETTERS: &[Letter] = &[
    &[&[(0, 0), (0, 10)], &[(8, 0), (0, 5), (8, 10)]],      // K
    &[&[(0, 10), (0, 0), (7, 1), (7, 5), (0, 5), (8, 10)]], // R
    &[&[(0, 0), (2, 10), (5, 3), (8, 10), (10, 0)]],        // W
    &[&[(0, 0), (0, 10), (10, 0), (10, 10)]],               // И
    &[&[(0, 0), (0, 10)], &[(0, 5), (4, 5)], &[(7, 0), (4, 5), (7, 10), (10, 5), (7, 0)]], // Ю
    &[&[(0, 10), (0, 8), (2, 8), (5, 0), (8, 8), (10, 8), (10, 10)], &[(2, 8), (8, 8)]], // Д
    &[&[(0, 10), (0, 0), (10, 0), (10, 10)]],               // П
    &[&[(0, 10), (5, 0), (10, 10)]],                        // Л
];

/// Which scribbles are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinds {
    /// Those that a network may learn from: wandering lines, zigzags, crossing lines, dots and bars, some letters.
    Shown,
    /// Others, to measure by: loops, spirals, stars, other letters.
    Unseen,
}

/// A drawing that is meant as no digit, in a box of about 1 × 1. The same state of `random` gives the same one.
#[must_use]
pub fn scribble(kinds: Kinds, random: &mut Random) -> Drawing {
    match (kinds, random.below(5)) {
        (Kinds::Shown, 0) => strokes(1 + random.below(2), || wander(random)),
        (Kinds::Shown, 1) => Drawing::new([zigzag(random)]),
        (Kinds::Shown, 2) => strokes(4 + random.below(4), || vec![place(random), place(random)]),
        (Kinds::Shown, 3) => dabs(random),
        (Kinds::Shown, _) => letter(LETTERS, random),
        (Kinds::Unseen, 0) => Drawing::new([loops(random)]),
        (Kinds::Unseen, 1) => Drawing::new([spiral(random)]),
        (Kinds::Unseen, 2) => star(random),
        (Kinds::Unseen, _) => letter(OTHER_LETTERS, random),
    }
}

fn strokes(count: u32, mut stroke: impl FnMut() -> Vec<Point>) -> Drawing {
    Drawing::new((0..count).map(|_| stroke()))
}

fn place(random: &mut Random) -> Point {
    Point { x: random.uniform(), y: random.uniform() }
}

/// A pen that goes on and turns as it likes, back into the box when it leaves it.
fn wander(random: &mut Random) -> Vec<Point> {
    let Point { mut x, mut y } = place(random);
    let (mut direction, mut turn) = (random.between(0.0, TAU), 0.0);
    (0..40 + random.below(60))
        .map(|_| {
            turn = 0.8 * turn + random.between(-0.35, 0.35);
            direction += turn;
            if !(0.0..=1.0).contains(&x) || !(0.0..=1.0).contains(&y) {
                direction = libm::atan2(0.5 - y, 0.5 - x);
            }
            x += 0.05 * libm::cos(direction);
            y += 0.05 * libm::sin(direction);
            Point { x, y }
        })
        .collect()
}

/// To and fro across the box, going forward.
fn zigzag(random: &mut Random) -> Vec<Point> {
    let corners = 5 + random.below(6);
    let upright = random.uniform() < 0.5;
    (0..corners)
        .map(|i| {
            let along = (f64::from(i) + random.between(-0.3, 0.3)) / f64::from(corners - 1);
            let across = if i % 2 == 0 { random.between(0.0, 0.3) } else { random.between(0.7, 1.0) };
            if upright { Point { x: across, y: along } } else { Point { x: along, y: across } }
        })
        .collect()
}

/// A row of loops, as one tries a pen.
fn loops(random: &mut Random) -> Vec<Point> {
    let (count, radius) = (f64::from(3 + random.below(4)), random.between(0.15, 0.35));
    let slope = random.between(-0.5, 0.5);
    let points = 24.0 * count;
    (0..=points as u32)
        .map(|i| {
            let share = f64::from(i) / points;
            let angle = TAU * count * share;
            let x = share + radius * libm::cos(angle);
            Point { x, y: 0.5 + slope * x + radius * libm::sin(angle) }
        })
        .collect()
}

fn spiral(random: &mut Random) -> Vec<Point> {
    let (turns, start, squash) = (random.between(2.0, 4.5), random.between(0.0, TAU), random.between(0.6, 1.0));
    let points = (24.0 * turns) as u32;
    (0..=points)
        .map(|i| {
            let share = f64::from(i) / f64::from(points);
            let angle = start + TAU * turns * share;
            Point { x: 0.5 * share * libm::cos(angle), y: squash * 0.5 * share * libm::sin(angle) }
        })
        .collect()
}

/// Dots, or bars that lie: what is left of a slip of the pen.
fn dabs(random: &mut Random) -> Drawing {
    let count = 1 + random.below(4);
    let longest = if random.uniform() < 0.5 { 0.03 } else { 0.8 };
    Drawing::new((0..count).map(|_| {
        let Point { x, y } = place(random);
        let (length, angle) = (random.between(0.0, longest), random.between(-0.4, 0.4));
        vec![Point { x, y }, Point { x: x + length * libm::cos(angle), y: y + length * libm::sin(angle) }]
    }))
}

/// Rays from a middle.
fn star(random: &mut Random) -> Drawing {
    let (rays, start) = (5 + random.below(4), random.between(0.0, TAU));
    Drawing::new((0..rays).map(|i| {
        let angle = start + TAU * (f64::from(i) + random.between(-0.2, 0.2)) / f64::from(rays);
        let length = random.between(0.3, 0.5);
        vec![Point { x: 0.0, y: 0.0 }, Point { x: length * libm::cos(angle), y: length * libm::sin(angle) }]
    }))
}

/// One of `letters`, narrower or wider, turned a little, with every corner a little off.
fn letter(letters: &[Letter], random: &mut Random) -> Drawing {
    let letter = letters[random.below(letters.len() as u32) as usize];
    let (width, angle) = (random.between(0.6, 1.1), random.between(-0.15, 0.15));
    let mut corner = |(x, y): &(i8, i8)| {
        let x = width * (f64::from(*x) / 10.0 + random.between(-0.06, 0.06));
        let y = f64::from(*y) / 10.0 + random.between(-0.06, 0.06);
        Point { x: x - angle * y, y: y + angle * x }
    };
    Drawing::new(letter.iter().map(|stroke| stroke.iter().map(&mut corner).collect::<Vec<_>>()).collect::<Vec<_>>())
}
