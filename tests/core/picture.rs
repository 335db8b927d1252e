//! Photos that are made here: digits of MNIST and strokes of a pen on paper, in light that is not even.

use descent::data::drawing::{CENTRE, Drawing, Point, centre_of_mass};
use descent::data::picture::{MOST_PIXELS, MOST_SIDE, Picture, read};
use descent::data::way::{Switches, way_of_picture};
use descent::data::{Image, SIDE};
use descent::random::Random;
use proptest::prelude::*;

use crate::mnist;

/// A grey picture: how much light comes back from each pixel, of 255.
#[derive(Clone)]
struct Photo {
    width: usize,
    height: usize,
    light: Vec<f64>,
}

impl Photo {
    /// Paper with ink, which both are shares of the light: `ink` says how much of it covers each place.
    fn new(width: usize, height: usize, [paper, pen]: [f64; 2], ink: impl Fn(f64, f64) -> f64) -> Self {
        let light = (0..width * height).map(|at| {
            let ink = ink((at % width) as f64 + 0.5, (at / width) as f64 + 0.5);
            255.0 * (paper + (pen - paper) * ink)
        });
        Self { width, height, light: light.collect() }
    }

    /// An image of MNIST enlarged by `scale`, with its corner at (left, top).
    fn of_digit(image: &Image, [width, height]: [usize; 2], [left, top]: [f64; 2], scale: f64) -> Self {
        let pixel = |row: f64, column: f64| {
            let inside = (0.0..28.0).contains(&row) && (0.0..28.0).contains(&column);
            if inside { f64::from(image[row as usize * 28 + column as usize]) / 255.0 } else { 0.0 }
        };
        Self::new(width, height, [0.9, 0.15], |x, y| {
            let (x, y) = ((x - left) / scale - 0.5, (y - top) / scale - 0.5);
            let (column, row) = (x.floor(), y.floor());
            let mix = |row: f64| pixel(row, column) + (pixel(row, column + 1.0) - pixel(row, column)) * (x - column);
            mix(row) + (mix(row + 1.0) - mix(row)) * (y - row)
        })
    }

    /// Each pixel lit as its place (from 0 to 1) is.
    fn lit(mut self, light: impl Fn(f64, f64) -> f64) -> Self {
        let (width, height) = (self.width as f64, self.height as f64);
        for (at, pixel) in self.light.iter_mut().enumerate() {
            let (column, row) = (at % self.width, at / self.width);
            *pixel *= light((column as f64 + 0.5) / width, (row as f64 + 0.5) / height);
        }
        self
    }

    /// Places (from 0 to 1) that something else covers, so bright.
    fn covered(self, [left, top, right, bottom]: [f64; 4], light: f64) -> Self {
        let mut covered = self;
        let (width, height) = (covered.width as f64, covered.height as f64);
        for (at, pixel) in covered.light.iter_mut().enumerate() {
            let (x, y) = ((at % covered.width) as f64 / width, (at / covered.width) as f64 / height);
            if (left..right).contains(&x) && (top..bottom).contains(&y) {
                *pixel = 255.0 * light;
            }
        }
        covered
    }

    fn noisy(mut self, deviation: f64, seed: u64) -> Self {
        let mut random = Random::new(seed);
        self.light.iter_mut().for_each(|pixel| *pixel += deviation * random.normal());
        self
    }

    fn negative(mut self) -> Self {
        self.light.iter_mut().for_each(|pixel| *pixel = 255.0 - *pixel);
        self
    }

    fn read(&self) -> Picture {
        let rgba: Vec<u8> =
            self.light.iter().flat_map(|light| [*light as u8, *light as u8, *light as u8, 255]).collect();
        read(&rgba, self.width, self.height).unwrap()
    }
}

/// How alike two images are: the cosine of the angle between them, 1 for the same.
fn alike(a: &Image, b: &Image) -> f64 {
    let product = |a: &Image, b: &Image| -> f64 { a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum() };
    product(a, b) / (product(a, a) * product(b, b)).sqrt()
}

/// Digits of the test set as photos of 300 × 220 pixels, the first ten and so all of them.
fn digits() -> impl Iterator<Item = (Image, Photo)> {
    let image = |index| mnist::test().image(index);
    (0..16).map(image).map(|image| (image, Photo::of_digit(&image, [300, 220], [100.0, 20.0], 6.0)))
}

/// The read photo, whatever was done to it, is that of the photo to which nothing was done.
#[track_caller]
fn reads_the_same(least: f64, inverted: bool, change: impl Fn(Photo, u64) -> Photo) {
    for (number, (_, photo)) in (0..).zip(digits()) {
        let plain = photo.read().image.expect("there is ink");
        let found = change(photo, number).read();
        assert_eq!(found.inverted, inverted, "digit number {number}");
        let alike = alike(&plain, &found.image.expect("there is ink"));
        assert!(alike >= least, "digit number {number}: {alike}");
    }
}

#[test]
fn a_digit_is_read_as_mnist_has_it() {
    for (image, photo) in digits() {
        let found = photo.read();
        let read = found.image.unwrap();
        assert!(alike(&image, &read) > 0.8, "{}", alike(&image, &read));
        let mass = centre_of_mass(&read).unwrap();
        assert!((mass.x - CENTRE).abs() < 0.5 && (mass.y - CENTRE).abs() < 0.5);
        assert!(!found.inverted);
    }
}

#[test]
fn size_and_place_make_no_difference() {
    for (image, photo) in digits() {
        let plain = photo.read().image.unwrap();
        for (size, corner, scale) in
            [([28, 28], [0.0, 0.0], 1.0), ([1100, 700], [600.0, 60.0], 20.0), ([400, 600], [20.0, 430.0], 5.0)]
        {
            let found = Photo::of_digit(&image, size, corner, scale).read().image.unwrap();
            assert!(alike(&plain, &found) > 0.95, "{size:?}: {}", alike(&plain, &found));
        }
    }
}

#[test]
fn light_that_falls_off() {
    reads_the_same(0.98, false, |photo, _| photo.lit(|x, y| 1.0 - 0.7 * x - 0.1 * y));
    reads_the_same(0.98, false, |photo, _| photo.lit(|x, y| 1.0 - 1.3 * ((x - 0.5).powi(2) + (y - 0.5).powi(2))));
}

#[test]
fn a_shadow_over_half_the_picture() {
    reads_the_same(0.9, false, |photo, _| photo.lit(|x, y| if x + 0.3 * y > 0.75 { 0.5 } else { 1.0 }));
}

#[test]
fn noise_of_the_camera() {
    reads_the_same(0.95, false, |photo, seed| photo.noisy(10.0, seed));
    reads_the_same(0.95, false, |photo, seed| photo.lit(|x, _| 1.0 - 0.6 * x).noisy(6.0, seed));
}

#[test]
fn bright_ink_on_dark_paper() {
    reads_the_same(0.98, true, |photo, _| photo.negative());
    reads_the_same(0.9, true, |photo, seed| photo.negative().lit(|x, _| 1.0 - 0.5 * x).noisy(4.0, seed));
}

#[test]
fn pencil() {
    reads_the_same(0.95, false, |mut photo, seed| {
        photo.light.iter_mut().for_each(|light| *light = 230.0 - 0.3 * (230.0 - *light));
        photo.noisy(3.0, seed)
    });
}

#[test]
fn the_table_beside_the_paper() {
    reads_the_same(0.98, false, |photo, _| {
        photo.covered([0.0, 0.0, 0.15, 1.0], 0.2).covered([0.0, 0.96, 1.0, 1.0], 0.05)
    });
}

#[test]
fn frames() {
    // At the edge of the picture, and a thin one inside.
    reads_the_same(0.98, false, |photo, _| {
        let sides = [[0.0, 0.0, 1.0, 0.04], [0.0, 0.96, 1.0, 1.0], [0.0, 0.0, 0.04, 1.0], [0.96, 0.0, 1.0, 1.0]];
        sides.into_iter().fold(photo, |photo, side| photo.covered(side, 0.1))
    });
    reads_the_same(0.98, false, |photo, _| {
        let sides =
            [[0.05, 0.05, 0.95, 0.07], [0.05, 0.93, 0.95, 0.95], [0.05, 0.05, 0.07, 0.95], [0.93, 0.05, 0.95, 0.95]];
        sides.into_iter().fold(photo, |photo, side| photo.covered(side, 0.1))
    });
}

#[test]
fn ruled_paper() {
    let line = |x: f64, y: f64| (y * 6.0).fract() < 0.05 || (x * 9.0).fract() < 0.05;
    reads_the_same(0.95, false, |photo, _| photo.lit(|x, y| if line(x, y) { 0.75 } else { 1.0 }));
}

#[test]
fn specks() {
    reads_the_same(0.98, false, |photo, seed| {
        let mut random = Random::new(seed);
        (0..20).fold(photo, |photo, _| {
            let (x, y) = (random.between(0.0, 0.3), random.uniform());
            photo.covered([x, y, x + 0.01, y + 0.01], 0.0)
        })
    });
}

/// A pen that is far thinner than MNIST's lines, in the same place as on the pad.
#[test]
fn a_thin_pen_is_seen_as_the_pads() {
    let corners = [(140.0, 90.0), (420.0, 90.0), (250.0, 470.0)].map(|(x, y)| Point { x, y });
    let pad = Drawing::new([corners.to_vec()]).image().unwrap();
    let distance = |x: f64, y: f64| {
        let to = |from: Point, to: Point| {
            let (dx, dy) = (to.x - from.x, to.y - from.y);
            let along = (((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
            (x - from.x - along * dx).hypot(y - from.y - along * dy)
        };
        to(corners[0], corners[1]).min(to(corners[1], corners[2]))
    };
    for pen in [3.0, 8.0, 25.0] {
        let photo = Photo::new(600, 520, [0.85, 0.2], |x, y| (pen / 2.0 + 0.5 - distance(x, y)).clamp(0.0, 1.0));
        let found = photo.read().image.unwrap();
        assert!(alike(&pad, &found) > 0.95, "{pen}: {}", alike(&pad, &found));
    }
}

#[test]
fn without_ink_there_is_no_image() {
    let blank = |light: f64| Photo::new(200, 150, [light, light], |_, _| 0.0);
    for photo in [
        blank(0.0),
        blank(0.5),
        blank(1.0),
        blank(0.9).lit(|x, y| 1.0 - 0.5 * x - 0.3 * y),
        blank(0.6).noisy(12.0, 1),
        blank(0.9).covered([0.8, 0.0, 1.0, 1.0], 0.1),
    ] {
        let found = photo.read();
        assert_eq!(found.image, None);
        assert!(found.ink.iter().all(|ink| *ink == 0));
    }
    for (width, height) in [(0, 0), (0, 7), (7, 0), (1, 1), (1, 500), (500, 1)] {
        let found = read(&vec![90; 4 * width * height], width, height).unwrap();
        assert_eq!(found.image, None, "{width} × {height}");
    }
}

#[test]
fn what_is_transparent_is_paper() {
    let (_, photo) = digits().next().unwrap();
    let opacity = |light: &f64| [0, 0, 0, 255 - *light as u8];
    let rgba: Vec<u8> = photo.light.iter().flat_map(opacity).collect();
    let found = read(&rgba, photo.width, photo.height).unwrap();
    assert!(alike(&found.image.unwrap(), &photo.read().image.unwrap()) > 0.99);
}

#[test]
fn the_ink_lies_where_the_picture_has_it() {
    let (_, photo) = digits().next().unwrap();
    let found = photo.read();
    assert_eq!((found.width, found.height), (150, 110), "a half of 300 × 220");
    for row in 0..found.height {
        for column in 0..found.width {
            let light = photo.light[2 * row * photo.width + 2 * column];
            let ink = found.ink[row * found.width + column];
            assert!(light > 60.0 || ink > 128, "row {row}, column {column}: {ink} for a light of {light}");
        }
    }
    let switches = Switches { fit: true, centre: true, straighten: false };
    let way = way_of_picture(found.height, found.width, &found.ink, switches).unwrap().unwrap();
    assert_eq!(Some(way.image), found.image);
}

#[test]
fn too_much_or_too_little_is_refused() {
    assert_eq!(read(&[], MOST_PIXELS + 1, 1).unwrap_err().code(), "picture-size");
    assert_eq!(read(&[], usize::MAX, usize::MAX).unwrap_err().code(), "picture-size");
    assert_eq!(read(&[0; 15], 2, 2).unwrap_err().code(), "image-length");
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// Whatever the bytes are, in few or many levels.
    #[test]
    fn any_picture_is_read(width in 0..70_usize, height in 0..70_usize, levels in 1..200_u32, seed: u64) {
        let mut random = Random::new(seed);
        let rgba: Vec<u8> = (0..4 * width * height).map(|_| (random.below(levels) * 255 / levels) as u8).collect();
        let found = read(&rgba, width, height).unwrap();
        prop_assert_eq!((found.width, found.height), (width, height));
        prop_assert_eq!(found.ink.len(), width * height);
        prop_assert_eq!(found.image.is_some(), found.ink.iter().any(|ink| *ink > 0));
    }

    /// Long and narrow ones too; no side of what is found is too long.
    #[test]
    fn pictures_of_any_shape(width in 1..3000_usize, height in 1..40_usize, turned: bool, seed: u64) {
        let (width, height) = if turned { (height, width) } else { (width, height) };
        let mut random = Random::new(seed);
        let dark = |_| if random.below(30) == 0 { [20, 20, 20, 255] } else { [230, 230, 230, 255] };
        let rgba: Vec<u8> = (0..width * height).flat_map(dark).collect();
        let found = read(&rgba, width, height).unwrap();
        prop_assert!((1..=MOST_SIDE).contains(&found.width) && (1..=MOST_SIDE).contains(&found.height));
        prop_assert_eq!(found.ink.len(), found.width * found.height);
        prop_assert_eq!(found.image.map_or(0, |image| image.len()) % (SIDE * SIDE), 0);
    }
}
