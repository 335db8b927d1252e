//! Seeded random distortions of training images: the same digit as another hand might have written it.
//!
//! Each distortion draws, from one generator, a linear map (rotation, shear, scale), a translation, an elastic field
//! (Simard, Steinkraus, Platt 2003, "Best Practices for Convolutional Neural Networks Applied to Visual Document
//! Analysis": random displacements smoothed by a Gaussian) and a change of the stroke's thickness. All but the thickness
//! are one displacement of each pixel, and the image is read once, bilinearly, at the displaced places.
//!
//! The image lies on a larger sheet of empty paper while it is worked on, so that no place needs to be asked whether it
//! is inside. f32 throughout: a distortion takes about as long as one step of learning from its result.

use super::stages::Slant;
use super::{Image, PIXELS, SIDE};
use crate::random::Random;

/// Empty pixels around the image.
const MARGIN: usize = 2;
/// Side of the image with its margin.
const SHEET: usize = SIDE + 2 * MARGIN;

/// The image with its margin.
type Sheet = [[f32; SHEET]; SHEET];

/// How strong the distortions may be. Zero in a field leaves its distortion out.
///
/// ```
/// use descent::data::distortion::Distortion;
/// use descent::random::Random;
///
/// let mut image = [0; 784];
/// image[14 * 28 + 9..14 * 28 + 19].fill(255); // a line across the middle
/// let turned = Distortion { rotation: 15.0, ..Distortion::NONE };
/// assert_ne!(turned.apply(&image, &mut Random::new(1)), image);
/// assert_eq!(turned.apply(&image, &mut Random::new(1)), turned.apply(&image, &mut Random::new(1)));
/// assert_eq!(Distortion::NONE.apply(&image, &mut Random::new(1)), image);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distortion {
    /// Largest rotation to either side, in degrees.
    pub rotation: f64,
    /// Largest shear to either side: columns that a row moves for each row of distance from the middle.
    pub shear: f64,
    /// Largest relative change of width and of height, each on its own.
    pub scale: f64,
    /// Largest translation in each direction, in pixels.
    pub translation: f64,
    /// Standard deviation of the elastic displacement of a pixel, in pixels.
    pub elastic: f64,
    /// Standard deviation of the Gaussian that smooths the elastic field, in pixels (Simard: 4).
    pub smoothness: f64,
    /// Largest thickening (towards the darkest neighbour) and thinning (towards the lightest), as a share.
    pub thickness: f64,
}

impl Distortion {
    /// Leaves every image as it is.
    pub const NONE: Self =
        Self { rotation: 0.0, shear: 0.0, scale: 0.0, translation: 0.0, elastic: 0.0, smoothness: 4.0, thickness: 0.0 };

    /// Distorts one image. The same image and the same state of `random` give the same result on every platform.
    #[must_use]
    pub fn apply(&self, image: &Image, random: &mut Random) -> Image {
        self.apply_upright(image, Slant::NONE, random)
    }

    /// As [`Self::apply`] after a slant has been taken out of the image, but both in one reading: an image that is read
    /// between its pixels twice is more blurred than those that the network will be asked about.
    #[must_use]
    pub fn apply_upright(&self, image: &Image, slant: Slant, random: &mut Random) -> Image {
        let (lean, slant_middle) = (slant.lean as f32, slant.middle as f32 - 0.5);
        let mut symmetric = |most: f64| random.between(-most, most);
        let angle = symmetric(self.rotation).to_radians();
        let shear = symmetric(self.shear);
        let (width, height) = (1.0 + symmetric(self.scale), 1.0 + symmetric(self.scale));
        let (dx, dy) = (symmetric(self.translation), symmetric(self.translation));
        let thickness = symmetric(self.thickness) as f32;
        let field = (self.elastic > 0.0).then(|| ElasticField::new(self.elastic, self.smoothness, random));
        // Where in the source a pixel comes from: the inverse of scale, shear and rotation, about the middle.
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let x_from = [(cos + shear * sin) / width, (sin - shear * cos) / width].map(|factor| factor as f32);
        let y_from = [-sin / height, cos / height].map(|factor| factor as f32);
        let middle = (SIDE as f32 - 1.0) / 2.0;
        let (middle_x, middle_y) = (middle + dx as f32, middle + dy as f32);

        let sheet = change_thickness(image, thickness);
        let mut distorted = [0; PIXELS];
        for (row, pixels) in distorted.chunks_exact_mut(SIDE).enumerate() {
            let y = row as f32 - middle_y;
            for (column, pixel) in pixels.iter_mut().enumerate() {
                let x = column as f32 - middle_x;
                let (mut from_x, mut from_y) =
                    (x_from[0] * x + x_from[1] * y + middle, y_from[0] * x + y_from[1] * y + middle);
                if let Some(field) = &field {
                    from_x += field.dx[row * SIDE + column];
                    from_y += field.dy[row * SIDE + column];
                }
                from_x += lean * (from_y - slant_middle);
                *pixel = (sample(&sheet, from_x, from_y) + 0.5) as u8;
            }
        }
        distorted
    }
}

/// A smooth random displacement of every pixel.
struct ElasticField {
    dx: [f32; PIXELS],
    dy: [f32; PIXELS],
}

/// Every second row and column: a field that is smooth over pixels needs no more, and the rest lies between.
const COARSE: usize = SIDE / 2;

/// A field at every second row and column.
type Coarse = [[f32; COARSE]; COARSE];

impl ElasticField {
    fn new(deviation: f64, smoothness: f64, random: &mut Random) -> Self {
        let kernel = Gaussian::new(smoothness / 2.0);
        // Uniform numbers have variance 1/3 and the kernel's squares sum to `kernel.power` in each direction.
        let strength = (deviation * libm::sqrt(3.0) / kernel.power) as f32;
        let mut field = || {
            let mut noise = || strength * random.between(-1.0, 1.0) as f32;
            let noise: Coarse = core::array::from_fn(|_| core::array::from_fn(|_| noise()));
            between(&kernel.smooth(&noise))
        };
        Self { dx: field(), dy: field() }
    }
}

/// A Gaussian kernel, cut at three deviations; the field goes on at its other side, so that no edge is calmer.
struct Gaussian {
    half: Vec<f32>,
    power: f64,
}

impl Gaussian {
    fn new(deviation: f64) -> Self {
        let deviation = deviation.max(0.1);
        let reach = ((3.0 * deviation) as usize).min(COARSE / 2 - 1);
        let weight = |i: usize| libm::exp(-0.5 * (i as f64 / deviation) * (i as f64 / deviation));
        let half: Vec<f64> = (0..=reach).map(weight).collect();
        let power = half[0] * half[0] + 2.0 * half[1..].iter().map(|w| w * w).sum::<f64>();
        Self { half: half.iter().map(|w| *w as f32).collect(), power }
    }

    fn smooth(&self, noise: &Coarse) -> Coarse {
        transpose(&self.down_columns(&transpose(&self.down_columns(noise))))
    }

    /// Smooths each column: whole rows are added, so that the compiler can take four numbers at a time.
    fn down_columns(&self, from: &Coarse) -> Coarse {
        core::array::from_fn(|row| {
            let mut sums = from[row].map(|here| self.half[0] * here);
            for (distance, weight) in self.half.iter().enumerate().skip(1) {
                let (below, above) = (&from[(row + distance) % COARSE], &from[(row + COARSE - distance) % COARSE]);
                for ((sum, below), above) in sums.iter_mut().zip(below).zip(above) {
                    *sum += weight * (below + above);
                }
            }
            sums
        })
    }
}

fn transpose(from: &Coarse) -> Coarse {
    core::array::from_fn(|row| core::array::from_fn(|column| from[column][row]))
}

/// The field at every pixel: at every second one as it is, in between the mean of the neighbours.
fn between(field: &Coarse) -> [f32; PIXELS] {
    let mut fine = [0.0; PIXELS];
    for (row, pair) in fine.chunks_exact_mut(2 * SIDE).enumerate() {
        let (line, below) = (&field[row], &field[(row + 1) % COARSE]);
        let (upper, lower) = pair.split_at_mut(SIDE);
        for column in 0..COARSE {
            let right = (column + 1) % COARSE;
            let (here, next) = (line[column], line[right]);
            let (under, under_next) = (below[column], below[right]);
            upper[2 * column] = here;
            upper[2 * column + 1] = 0.5 * (here + next);
            lower[2 * column] = 0.5 * (here + under);
            lower[2 * column + 1] = 0.25 * ((here + next) + (under + under_next));
        }
    }
    fine
}

/// The ink between pixels, bilinearly; paper outside. Pixel (row, column) has its middle at (column, row).
fn sample(sheet: &Sheet, x: f32, y: f32) -> f32 {
    // All that lies further out than the margin reads the margin, which is empty.
    let inside = |place: f32| (place + MARGIN as f32).clamp(0.0, (SHEET - 2) as f32);
    let (x, y) = (inside(x), inside(y));
    let (column, row) = (x as usize, y as usize);
    let (fx, fy) = (x - column as f32, y - row as f32);
    let mix = |line: &[f32; SHEET]| line[column] + (line[column + 1] - line[column]) * fx;
    let (upper, lower) = (mix(&sheet[row]), mix(&sheet[row + 1]));
    upper + (lower - upper) * fy
}

/// Moves each pixel by `share` towards the darkest (share above 0) or lightest (below 0) of itself and its four
/// neighbours.
fn change_thickness(image: &Image, share: f32) -> Sheet {
    let mut sheet = [[0.0; SHEET]; SHEET];
    for (line, pixels) in sheet[MARGIN..].iter_mut().zip(image.chunks_exact(SIDE)) {
        for (ink, pixel) in line[MARGIN..].iter_mut().zip(pixels) {
            *ink = f32::from(*pixel);
        }
    }
    let mut changed = sheet;
    let darker = |a: f32, b: f32| if a > b { a } else { b };
    let lighter = |a: f32, b: f32| if a < b { a } else { b };
    for row in MARGIN..MARGIN + SIDE {
        for column in MARGIN..MARGIN + SIDE {
            let own = sheet[row][column];
            let (above, below) = (sheet[row - 1][column], sheet[row + 1][column]);
            let (left, right) = (sheet[row][column - 1], sheet[row][column + 1]);
            let target = if share >= 0.0 {
                darker(darker(darker(above, below), darker(left, right)), own)
            } else {
                lighter(lighter(lighter(above, below), lighter(left, right)), own)
            };
            changed[row][column] = own + share.abs() * (target - own);
        }
    }
    changed
}
