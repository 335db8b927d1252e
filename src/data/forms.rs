//! Ways of writing a digit that MNIST has hardly any of. Its writers were Americans of the 1990s; elsewhere schools teach
//! a 1 with an upstroke and sometimes a foot, a 7 with a bar, a 9 whose stem ends in a hook, and an open 4 whose stem
//! begins lower than its left stroke. Without them a network trained on MNIST takes a 1 with an upstroke for a 7.
//!
//! Each form is drawn into an image of MNIST with a random chance, size and tilt, and the image is then brought to size
//! again as a drawing is. `docs/recognition.md` has what each form is worth.

use super::drawing::{Drawing, Point};
use super::sheet::normalise;
use super::{Image, PIXELS, SIDE};
use crate::random::Random;

/// A pixel as dark as this belongs to a stroke.
const DARK: u8 = 100;
/// Points of a curved stroke.
const CURVE_POINTS: usize = 9;

/// How often each form is drawn, 0..=1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Forms {
    /// A 1 begins with a stroke upwards to its top.
    pub upstroke: f64,
    /// A 1 stands on a foot.
    pub foot: f64,
    /// The stem of a 4 with an open top begins lower.
    pub short_stem: f64,
    /// A 7 has a bar across its stem.
    pub bar: f64,
    /// The stem of a 9 ends in a hook to the left.
    pub hook: f64,
}

impl Forms {
    /// The image of the digit `label`, perhaps in another form. The same image and the same state of `random` give the
    /// same result on every platform.
    #[must_use]
    pub fn apply(&self, image: &Image, label: u8, random: &mut Random) -> Image {
        let Some(ends) = Ends::of(image) else { return *image };
        match label {
            1 => {
                let mut strokes = Vec::new();
                if happens(self.upstroke, random) {
                    strokes.push(ends.upstroke(random));
                }
                if happens(self.foot, random) {
                    strokes.push(ends.foot(random));
                }
                with_strokes(image, strokes, random)
            }
            4 if happens(self.short_stem, random) => shorten_stem(image, random),
            7 if happens(self.bar, random) => {
                let bar = ends.bar(image, random);
                with_strokes(image, bar.into_iter().collect(), random)
            }
            9 if happens(self.hook, random) => with_strokes(image, vec![ends.hook(random)], random),
            _ => *image,
        }
    }
}

fn happens(chance: f64, random: &mut Random) -> bool {
    random.uniform() < chance
}

/// Where the ink begins and ends: the middle of its highest and of its lowest row.
#[derive(Debug, Clone, Copy)]
struct Ends {
    top: Point,
    bottom: Point,
}

impl Ends {
    fn of(image: &Image) -> Option<Self> {
        let is_dark = |row: &usize| image[row * SIDE..][..SIDE].iter().any(|ink| *ink > DARK);
        let (top, bottom) = ((0..SIDE).find(is_dark)?, (0..SIDE).rfind(is_dark)?);
        Some(Self {
            top: Point { x: middle_of(image, top)?, y: top as f64 + 0.8 },
            bottom: Point { x: middle_of(image, bottom)?, y: bottom as f64 + 0.2 },
        })
    }

    fn height(&self) -> f64 {
        self.bottom.y - self.top.y
    }

    /// From the top down to the left, more or less bent.
    fn upstroke(&self, random: &mut Random) -> Vec<Point> {
        let (left, down) = (random.between(2.5, 10.0), random.between(1.5, 0.65 * self.height().max(4.0)));
        let bend = random.between(-0.15, 0.25) * left.max(down);
        curve(|s| Point { x: self.top.x - left * s - 0.5 * bend * arch(s), y: self.top.y + down * s - bend * arch(s) })
    }

    fn foot(&self, random: &mut Random) -> Vec<Point> {
        let (left, right) = (random.between(2.0, 7.0), random.between(2.0, 7.0));
        let tilt = random.between(-1.0, 1.0);
        let Point { x, y } = self.bottom;
        vec![Point { x: x - left, y: y + tilt }, Point { x: x + right, y: y - tilt }]
    }

    /// Across the stem, somewhere in the middle half of its height.
    fn bar(&self, image: &Image, random: &mut Random) -> Option<Vec<Point>> {
        let y = self.top.y + self.height() * random.between(0.35, 0.75);
        let x = middle_of(image, y as usize)?;
        let (left, right) = (random.between(2.5, 7.0), random.between(2.5, 7.0));
        let (tilt, bend) = (random.between(-1.5, 1.5), random.between(-0.8, 0.8));
        Some(curve(|s| Point { x: x - left + (left + right) * s, y: y + tilt * (1.0 - 2.0 * s) + bend * arch(s) }))
    }

    /// From the bottom to the left, sagging, and up again at its end.
    fn hook(&self, random: &mut Random) -> Vec<Point> {
        let (left, up, sag) = (random.between(3.0, 11.0), random.between(-1.0, 4.5), random.between(0.0, 2.5));
        let Point { x, y } = self.bottom;
        curve(|s| Point { x: x - left * s, y: y - up * s * s + sag * arch(s) })
    }
}

/// 0 at both ends of 0..=1 and 1 in the middle.
fn arch(s: f64) -> f64 {
    4.0 * s * (1.0 - s)
}

fn curve(place: impl Fn(f64) -> Point) -> Vec<Point> {
    (0..CURVE_POINTS).map(|i| place(i as f64 / (CURVE_POINTS - 1) as f64)).collect()
}

/// The mean column of a row's ink; `None` without ink.
fn middle_of(image: &Image, row: usize) -> Option<f64> {
    let (mut mass, mut x) = (0.0, 0.0);
    for (column, ink) in image[row * SIDE..][..SIDE].iter().enumerate() {
        mass += f64::from(*ink);
        x += f64::from(*ink) * (column as f64 + 0.5);
    }
    (mass > 0.0).then(|| x / mass)
}

/// The image with more strokes, of a pen as wide as MNIST's, brought to size again.
fn with_strokes(image: &Image, strokes: Vec<Vec<Point>>, random: &mut Random) -> Image {
    if strokes.is_empty() {
        return *image;
    }
    let added = Drawing::new(strokes).rasterise(random.between(0.8, 1.5));
    brought_to_size(&core::array::from_fn(|at| image[at].max(added[at])))
}

/// Wipes out the top of the right one of two strokes that stand side by side, so that it begins lower than the left one.
/// A 4 whose top is closed stays as it is.
fn shorten_stem(image: &Image, random: &mut Random) -> Image {
    let wanted = random.between(1.0, 8.0) as usize;
    let second = |row: usize| second_stroke(&image[row * SIDE..][..SIDE]);
    let Some(first) = (0..SIDE).find(|row| second(*row).is_some()) else { return *image };
    let both = (first..SIDE).map_while(second).count();
    let mut shorter = *image;
    // Above the first row with two strokes there may be more of the right one alone.
    for row in 0..first + wanted.min(both.saturating_sub(3)) {
        let start = second(row).or_else(|| second(first)).unwrap_or(SIDE);
        shorter[row * SIDE + start..(row + 1) * SIDE].fill(0);
    }
    brought_to_size(&shorter)
}

/// The column where the second of exactly two strokes of a row begins.
fn second_stroke(row: &[u8]) -> Option<usize> {
    let starts = |at: &usize| row[*at] > DARK && (*at == 0 || row[at - 1] <= DARK);
    let mut runs = (0..SIDE).filter(starts);
    let (_, second) = (runs.next()?, runs.next()?);
    // The grey edge before the dark part goes with it.
    runs.next().is_none().then(|| if row[second - 1] > 0 { second - 1 } else { second })
}

/// By the same recipe as a drawing of any size.
fn brought_to_size(image: &Image) -> Image {
    // One pixel more on each side, so that it is not taken for an image that has its size already.
    const SHEET: usize = SIDE + 2;
    let mut sheet = [0; SHEET * SHEET];
    for (to, from) in sheet.chunks_exact_mut(SHEET).skip(1).zip(image.chunks_exact(SIDE)) {
        to[1..=SIDE].copy_from_slice(from);
    }
    let image: Option<Image> = normalise(SHEET, SHEET, &sheet).ok();
    image.unwrap_or([0; PIXELS])
}
