//! The same drawing as another hand would have drawn it: its strokes are changed before they become pixels, so that what the
//! pen leaves stays what a pen leaves.

use super::drawing::{Bounds, Drawing, Point};
use crate::random::Random;

/// How far another hand may go. Lengths are shares of the drawing's longer side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hand {
    /// Standard deviation of the turn, degrees; at most three of them.
    pub rotation: f64,
    /// The shear, columns a row, to either side.
    pub shear: f64,
    /// ln of the width at the same height, up to so much more or less.
    pub width: f64,
    /// How much wider the lower edge may be than the middle, or narrower; the same from left to right.
    pub perspective: f64,
    /// Standard deviation of how far a slow wave moves a point along each axis.
    pub wave: f64,
    /// Standard deviation of how far each point trembles.
    pub tremble: f64,
    /// The most that a stroke begins or ends earlier or later.
    pub slip: f64,
    /// The chance that a stroke has a gap, and
    pub gaps: f64,
    /// the chance that the pen is not lifted between two strokes.
    pub joins: f64,
}

/// Two points of a changed stroke are so far apart: finer than the image's pixels.
const SPACING: f64 = 0.03;
/// The waves along each axis, and the range of their lengths.
const WAVES: usize = 2;
const WAVE_LENGTHS: (f64, f64) = (0.6, 2.0);
/// The range of the length of a gap, and how much longer a stroke must be that has one.
const GAPS: (f64, f64) = (0.02, 0.06);
const GAP_OF: f64 = 0.5;
/// A slip leaves this share of the stroke.
const LEFT: f64 = 0.7;
/// Strokes whose end and beginning are further apart are not joined.
const JOINABLE: f64 = 0.35;

impl Hand {
    /// What the network that the page brings along was trained with.
    pub const OTHERS: Self = Self {
        rotation: 5.0,
        shear: 0.25,
        width: 0.3,
        perspective: 0.15,
        wave: 0.02,
        tremble: 0.005,
        slip: 0.08,
        gaps: 0.06,
        joins: 0.06,
    };

    /// A drawing by another hand, in the same unit and at about the same place. The same state of `random` gives the same
    /// one. A drawing of one place only stays as it is.
    #[must_use]
    pub fn redraw(&self, drawing: &Drawing, random: &mut Random) -> Drawing {
        let Some(Bounds { least, most }) = drawing.bounds() else { return Drawing::default() };
        let size = (most.x - least.x).max(most.y - least.y);
        if size <= 0.0 {
            return drawing.clone();
        }
        let middle = Point { x: 0.5 * (least.x + most.x), y: 0.5 * (least.y + most.y) };
        let own = |p: &Point| Point { x: (p.x - middle.x) / size, y: (p.y - middle.y) / size };
        let strokes: Vec<Vec<Point>> =
            drawing.strokes().iter().map(|stroke| stroke.iter().map(own).collect()).collect();
        let strokes = self.joined(strokes, random);
        let mut changed = Vec::with_capacity(strokes.len() + 1);
        for stroke in strokes {
            changed.extend(self.gapped(self.slipped(stroke, random), random));
        }
        let places = self.places(random);
        Drawing::new(changed.iter().map(|stroke| {
            let tremble = |p: &Point, random: &mut Random| {
                let Point { x, y } = places.of(*p);
                Point { x: x + self.tremble * random.normal(), y: y + self.tremble * random.normal() }
            };
            let placed = resampled(stroke).iter().map(|p| tremble(p, random)).collect::<Vec<_>>();
            placed.iter().map(|p| Point { x: p.x * size + middle.x, y: p.y * size + middle.y }).collect()
        }))
    }

    /// Where the pen was not lifted.
    fn joined(&self, strokes: Vec<Vec<Point>>, random: &mut Random) -> Vec<Vec<Point>> {
        let mut joined: Vec<Vec<Point>> = Vec::with_capacity(strokes.len());
        for stroke in strokes {
            match joined.last_mut() {
                Some(before)
                    if random.uniform() < self.joins && distance(before[before.len() - 1], stroke[0]) < JOINABLE =>
                {
                    before.extend(stroke);
                }
                _ => joined.push(stroke),
            }
        }
        joined
    }

    /// Begun and ended earlier or later.
    fn slipped(&self, mut stroke: Vec<Point>, random: &mut Random) -> Vec<Point> {
        for _ in 0..2 {
            stroke.reverse();
            let slip = random.between(-self.slip, self.slip);
            if slip > 0.0 {
                prolong(&mut stroke, slip);
            } else {
                let length = length(&stroke);
                stroke = piece(&stroke, 0.0, (length + slip).max(LEFT * length));
            }
        }
        stroke
    }

    fn gapped(&self, stroke: Vec<Point>, random: &mut Random) -> Vec<Vec<Point>> {
        let length = length(&stroke);
        if random.uniform() >= self.gaps || length < GAP_OF {
            return vec![stroke];
        }
        let from = random.between(0.2, 0.8) * length;
        let gap = random.between(GAPS.0, GAPS.1);
        vec![piece(&stroke, 0.0, from), piece(&stroke, from + gap, length)]
    }

    /// Draws where everything goes.
    fn places(&self, random: &mut Random) -> Places {
        let turn = (self.rotation * random.normal().clamp(-3.0, 3.0)).to_radians();
        let (sine, cosine) = (libm::sin(turn), libm::cos(turn));
        let width = libm::exp(random.between(-self.width, self.width));
        let shear = random.between(-self.shear, self.shear);
        let mut wave = || Wave {
            size: self.wave * random.normal() / (WAVES as f64).sqrt(),
            along: {
                let angle = random.between(0.0, core::f64::consts::TAU);
                let number = core::f64::consts::TAU / random.between(WAVE_LENGTHS.0, WAVE_LENGTHS.1);
                Point { x: number * libm::cos(angle), y: number * libm::sin(angle) }
            },
            phase: random.between(0.0, core::f64::consts::TAU),
        };
        let waves = [(); 2].map(|()| [(); WAVES].map(|()| wave()));
        let perspective = [(); 2].map(|()| random.between(-self.perspective, self.perspective));
        Places {
            perspective,
            waves,
            matrix: [[cosine * width, cosine * shear - sine], [sine * width, sine * shear + cosine]],
        }
    }
}

/// A plane wave of displacements.
#[derive(Debug, Clone, Copy)]
struct Wave {
    size: f64,
    along: Point,
    phase: f64,
}

impl Wave {
    fn at(&self, p: Point) -> f64 {
        self.size * libm::sin(self.along.x * p.x + self.along.y * p.y + self.phase)
    }
}

/// Where each place of a drawing goes. The drawing's middle is (0, 0), and its longer side 1.
#[derive(Debug, Clone, Copy)]
struct Places {
    /// How much wider it becomes downwards, and higher to the right.
    perspective: [f64; 2],
    /// For x and for y.
    waves: [[Wave; WAVES]; 2],
    matrix: [[f64; 2]; 2],
}

impl Places {
    fn of(&self, p: Point) -> Point {
        let [along_x, along_y] = self.waves.map(|waves| waves.iter().map(|wave| wave.at(p)).sum::<f64>());
        let x = p.x * (1.0 + 2.0 * self.perspective[0] * p.y) + along_x;
        let y = p.y * (1.0 + 2.0 * self.perspective[1] * p.x) + along_y;
        let [[xx, xy], [yx, yy]] = self.matrix;
        Point { x: xx * x + xy * y, y: yx * x + yy * y }
    }
}

fn distance(a: Point, b: Point) -> f64 {
    libm::hypot(b.x - a.x, b.y - a.y)
}

fn length(stroke: &[Point]) -> f64 {
    stroke.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

fn between(a: Point, b: Point, share: f64) -> Point {
    Point { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }
}

/// Goes on where the stroke ends, in the direction of its last tenth.
fn prolong(stroke: &mut Vec<Point>, by: f64) {
    let whole = length(stroke);
    let end = stroke[stroke.len() - 1];
    let before = piece(stroke, 0.0, 0.9 * whole);
    let before = before[before.len() - 1];
    let step = distance(before, end);
    if step > 0.0 {
        stroke.push(between(before, end, 1.0 + by / step));
    }
}

/// The part of a stroke between two lengths along it; one point at least.
fn piece(stroke: &[Point], from: f64, to: f64) -> Vec<Point> {
    let mut part = Vec::new();
    let mut along = 0.0;
    for pair in stroke.windows(2) {
        let step = distance(pair[0], pair[1]);
        let (begin, end) = (along, along + step);
        along = end;
        if step <= 0.0 || end < from || begin > to {
            continue;
        }
        if part.is_empty() {
            part.push(between(pair[0], pair[1], ((from - begin) / step).max(0.0)));
        }
        part.push(between(pair[0], pair[1], ((to - begin) / step).min(1.0)));
    }
    if part.is_empty() { stroke[..1].to_vec() } else { part }
}

/// The same stroke with points that are nowhere further apart than [`SPACING`].
fn resampled(stroke: &[Point]) -> Vec<Point> {
    let mut points = vec![stroke[0]];
    for pair in stroke.windows(2) {
        let count = (distance(pair[0], pair[1]) / SPACING).ceil().clamp(1.0, 1e3) as u32;
        points.extend((1..=count).map(|i| between(pair[0], pair[1], f64::from(i) / f64::from(count))));
    }
    points
}
