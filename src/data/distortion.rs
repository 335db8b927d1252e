//! Seeded random distortions of training images: the same digit as another hand might have written it.
//!
//! Each distortion draws, from one generator, a linear map (rotation, shear, scale), a translation, an elastic field
//! (Simard, Steinkraus, Platt 2003, "Best Practices for Convolutional Neural Networks Applied to Visual Document
//! Analysis": random displacements smoothed by a Gaussian) and a change of the stroke's thickness. All but the thickness
//! are one displacement of each pixel, and the image is read once, bilinearly, at the displaced places.

use super::{Image, PIXELS, SIDE};
use crate::random::Random;

/// How strong the distortions may be. Zero in a field leaves its distortion out.
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
    /// Distorts one image. The same image and the same state of `random` give the same result on every platform.
    #[must_use]
    pub fn apply(&self, image: &Image, random: &mut Random) -> Image {
        let mut symmetric = |most: f64| random.between(-most, most);
        let angle = symmetric(self.rotation).to_radians();
        let shear = symmetric(self.shear);
        let (width, height) = (1.0 + symmetric(self.scale), 1.0 + symmetric(self.scale));
        let (dx, dy) = (symmetric(self.translation), symmetric(self.translation));
        let thickness = symmetric(self.thickness);
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        let field = ElasticField::new(self.elastic, self.smoothness, random);
        let thick = change_thickness(image, thickness);
        let middle = SIDE as f64 / 2.0 - 0.5;
        core::array::from_fn(|at| {
            // Where in the source the pixel comes from: the inverse of scale, shear and rotation, about the middle.
            let (x, y) = ((at % SIDE) as f64 - middle - dx, (at / SIDE) as f64 - middle - dy);
            let (x, y) = (cos * x + sin * y, cos * y - sin * x);
            let (x, y) = ((x - shear * y) / width, y / height);
            sample(&thick, x + middle + field.dx[at], y + middle + field.dy[at])
        })
    }
}

/// A smooth random displacement of every pixel.
struct ElasticField {
    dx: [f64; PIXELS],
    dy: [f64; PIXELS],
}

impl ElasticField {
    fn new(deviation: f64, smoothness: f64, random: &mut Random) -> Self {
        if deviation <= 0.0 {
            return Self { dx: [0.0; PIXELS], dy: [0.0; PIXELS] };
        }
        let kernel = Gaussian::new(smoothness);
        let mut field = || {
            // Uniform numbers have variance 1/3 and the kernel's squares sum to `kernel.power` in each direction.
            let noise: [f64; PIXELS] = core::array::from_fn(|_| random.between(-1.0, 1.0));
            let strength = deviation * libm::sqrt(3.0) / kernel.power;
            kernel.smooth(&noise).map(|d| d * strength)
        };
        Self { dx: field(), dy: field() }
    }
}

/// A Gaussian kernel, cut at three deviations; the image goes on at its other side, so that no edge is calmer.
struct Gaussian {
    half: Vec<f64>,
    power: f64,
}

impl Gaussian {
    fn new(deviation: f64) -> Self {
        let deviation = deviation.max(0.1);
        let reach = ((3.0 * deviation) as usize).min(SIDE / 2 - 1);
        let weight = |i: usize| libm::exp(-0.5 * (i as f64 / deviation) * (i as f64 / deviation));
        let half: Vec<f64> = (0..=reach).map(weight).collect();
        let power = half[0] * half[0] + 2.0 * half[1..].iter().map(|w| w * w).sum::<f64>();
        Self { half, power }
    }

    fn smooth(&self, noise: &[f64; PIXELS]) -> [f64; PIXELS] {
        let along_rows = self.pass(noise, 1, SIDE);
        self.pass(&along_rows, SIDE, 1)
    }

    /// Smooths along one direction: `step` between neighbours, `line` between lines.
    fn pass(&self, from: &[f64; PIXELS], step: usize, line: usize) -> [f64; PIXELS] {
        let mut to = [0.0; PIXELS];
        for l in 0..SIDE {
            for i in 0..SIDE {
                let at = |j: usize| from[l * line + (j % SIDE) * step];
                let mut sum = self.half[0] * at(i);
                for (d, weight) in self.half.iter().enumerate().skip(1) {
                    sum += weight * (at(i + d) + at(i + SIDE - d));
                }
                to[l * line + i * step] = sum;
            }
        }
        to
    }
}

/// The image between its pixels, bilinearly; paper outside.
fn sample(image: &[f64; PIXELS], x: f64, y: f64) -> u8 {
    let (left, top) = (libm::floor(x), libm::floor(y));
    let (fx, fy) = (x - left, y - top);
    let at = |column: f64, row: f64| {
        let inside = (0.0..SIDE as f64).contains(&column) && (0.0..SIDE as f64).contains(&row);
        if inside { image[row as usize * SIDE + column as usize] } else { 0.0 }
    };
    let upper = at(left, top) * (1.0 - fx) + at(left + 1.0, top) * fx;
    let lower = at(left, top + 1.0) * (1.0 - fx) + at(left + 1.0, top + 1.0) * fx;
    (upper * (1.0 - fy) + lower * fy + 0.5) as u8
}

/// Moves each pixel by `share` towards the darkest (share above 0) or lightest (below 0) of itself and its four
/// neighbours.
fn change_thickness(image: &Image, share: f64) -> [f64; PIXELS] {
    core::array::from_fn(|at| {
        let (row, column) = (at / SIDE, at % SIDE);
        let neighbours = [
            (row > 0).then(|| image[at - SIDE]),
            (row + 1 < SIDE).then(|| image[at + SIDE]),
            (column > 0).then(|| image[at - 1]),
            (column + 1 < SIDE).then(|| image[at + 1]),
        ];
        let around = neighbours.into_iter().map(|pixel| pixel.unwrap_or(0));
        let own = image[at];
        let target = if share >= 0.0 { around.fold(own, u8::max) } else { around.fold(own, u8::min) };
        f64::from(own) + share.abs() * (f64::from(target) - f64::from(own))
    })
}
