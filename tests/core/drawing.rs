use approx::assert_abs_diff_eq;
use descent::data::drawing::{CENTRE, Drawing, PEN_RADIUS, Point, centre_of_mass};
use descent::data::sheet::normalise;
use descent::data::{Image, PIXELS, SIDE};
use proptest::prelude::*;

fn drawing(strokes: &[&[(f64, f64)]]) -> Drawing {
    Drawing::new(strokes.iter().map(|stroke| stroke.iter().map(|&(x, y)| Point { x, y }).collect()))
}

/// Rows and columns (first, last) that hold ink of at least half.
fn extent(image: &Image) -> Option<((usize, usize), (usize, usize))> {
    let inked: Vec<(usize, usize)> =
        (0..PIXELS).filter(|at| image[*at] >= 128).map(|at| (at / SIDE, at % SIDE)).collect();
    let range = |values: Vec<usize>| Some((*values.iter().min()?, *values.iter().max()?));
    Some((range(inked.iter().map(|p| p.0).collect())?, range(inked.iter().map(|p| p.1).collect())?))
}

#[test]
fn no_strokes_give_no_image() {
    assert_eq!(drawing(&[]).image(), None);
    assert_eq!(drawing(&[&[], &[]]).image(), None);
    assert_eq!(drawing(&[&[(f64::NAN, 1.0), (f64::INFINITY, 2.0)]]).image(), None);
}

#[test]
fn one_dot_is_a_pen_mark_in_the_middle() {
    let image = drawing(&[&[(500.0, -3.0)]]).image().unwrap();
    assert_eq!(extent(&image), Some(((13, 14), (13, 14))));
    let ink: f64 = image.iter().map(|p| f64::from(*p) / 255.0).sum();
    let disc = std::f64::consts::PI * PEN_RADIUS * PEN_RADIUS;
    assert!((ink - disc).abs() < 0.5, "a disc of {disc} pixels, not {ink}");
}

#[test]
fn a_line_of_zero_height_is_a_line_across() {
    let image = drawing(&[&[(10.0, 50.0), (90.0, 50.0)]]).image().unwrap();
    let ((top, bottom), (left, right)) = extent(&image).unwrap();
    assert_eq!((top, bottom, left, right), (13, 14, 4, 23));
}

#[test]
fn nan_points_are_left_out() {
    let whole = drawing(&[&[(0.0, 0.0), (10.0, 20.0)]]);
    assert_eq!(drawing(&[&[(0.0, 0.0), (f64::NAN, 5.0), (10.0, 20.0)]]), whole);
}

#[test]
fn ink_fits_into_twenty_pixels_keeping_its_aspect() {
    // A box half as wide as high.
    let fitted = drawing(&[&[(0.0, 0.0), (50.0, 0.0), (50.0, 100.0), (0.0, 100.0), (0.0, 0.0)]]).fitted(PEN_RADIUS);
    let bounds = fitted.bounds().unwrap();
    assert_abs_diff_eq!(bounds.most.y - bounds.least.y, 20.0 - 2.0 * PEN_RADIUS, epsilon = 1e-9);
    assert_abs_diff_eq!(bounds.most.x - bounds.least.x, 10.0 - PEN_RADIUS, epsilon = 1e-9);
    assert_eq!(extent(&fitted.rasterise(PEN_RADIUS)).unwrap().0, (4, 23));
}

#[test]
fn lengths_must_fit_the_points() {
    assert_eq!(Drawing::from_flat(&[1.0, 2.0, 3.0], &[1]).unwrap_err().code(), "stroke-lengths");
    assert_eq!(Drawing::from_flat(&[1.0, 2.0], &[u32::MAX; 9]).unwrap_err().code(), "stroke-lengths");
    let two = Drawing::from_flat(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[2, 0, 1]).unwrap();
    assert_eq!(two, drawing(&[&[(1.0, 2.0), (3.0, 4.0)], &[(5.0, 6.0)]]));
}

#[test]
fn images_of_another_size_go_through_the_same_recipe() {
    // A filled box of 40 × 80 in an image of 100 × 200, far from the middle.
    let mut pixels = vec![0; 20_000];
    for row in 5..85 {
        pixels[row * 200 + 150..row * 200 + 190].fill(255);
    }
    let image = normalise(100, 200, &pixels).unwrap();
    assert_eq!(extent(&image), Some(((4, 23), (9, 18))));
    // A small one is enlarged.
    let mut small = vec![0; 64];
    small[9..12].fill(255);
    let ((top, bottom), (left, right)) = extent(&normalise(8, 8, &small).unwrap()).unwrap();
    assert!(right - left >= 18 && bottom - top <= 7, "{top} {bottom} {left} {right}");
    // 28 × 28 is taken as it is, an empty image stays empty, a wrong length is an error.
    let own: Vec<u8> = (0..PIXELS).map(|i| i as u8).collect();
    assert_eq!(normalise(28, 28, &own).unwrap().as_slice(), own);
    assert_eq!(normalise(5, 4, &[0; 20]).unwrap(), [0; PIXELS]);
    assert_eq!(normalise(5, 4, &[0; 21]).unwrap_err().code(), "image-length");
    assert_eq!(normalise(0, 0, &[]).unwrap(), [0; PIXELS]);
}

/// Dust, or the trace of a scan, in a corner: ink is what is dark.
#[test]
fn a_faint_speck_moves_no_digit() {
    let mut pixels = vec![0; 1600];
    for row in 10..30 {
        pixels[row * 40 + 18..row * 40 + 22].fill(200);
    }
    let clean = normalise(40, 40, &pixels).unwrap();
    for (corner, value) in [(0, 1), (39, 12), (1599, 1), (1560, 5)] {
        let mut dusty = pixels.clone();
        dusty[corner] = value;
        assert_eq!(extent(&normalise(40, 40, &dusty).unwrap()), extent(&clean), "{value} at {corner}");
    }
    // What is faint as a whole is ink all the same.
    let faint: Vec<u8> = pixels.iter().map(|pixel| pixel / 40).collect();
    let strong = normalise(40, 40, &faint).unwrap().map(|pixel| pixel * 40);
    assert_eq!(extent(&strong), extent(&clean));
}

/// The size of a drawing makes no difference, however small it is.
#[test]
fn strokes_of_tiny_extent_are_the_same_digit() {
    let strokes = |scale: f64, at: f64| {
        let points = [(0.0, 0.0), (0.4, 0.1), (0.3, 0.6), (0.1, 1.0)];
        vec![points.map(|(x, y)| Point { x: at + scale * x, y: at + scale * y }).to_vec()]
    };
    let whole = Drawing::new(strokes(1.0, 0.0)).image().unwrap();
    for scale in [1e-3, 1e-9, 1e-30, 1e-200, 1e-300] {
        let tiny = Drawing::new(strokes(scale, 0.0)).image().unwrap();
        let far = whole.iter().zip(&tiny).map(|(a, b)| a.abs_diff(*b)).max().unwrap();
        assert!(far <= 1, "{scale}: {far}");
    }
    // What differs by rounding alone, or by less than can be scaled, is a dot.
    let dot = Drawing::new([vec![Point { x: 500.0, y: 500.0 }]]).image().unwrap();
    let rounding = Drawing::new([vec![Point { x: 500.0, y: 500.0 }, Point { x: 500.0 + 1e-13, y: 500.0 }]]);
    assert_eq!(rounding.image().unwrap(), dot);
    assert_eq!(extent(&Drawing::new(strokes(1e-320, 0.0)).image().unwrap()), extent(&dot));
}

/// Strokes that are no larger than a pad of 500 × 500, or wildly so.
fn strokes() -> impl Strategy<Value = Vec<Vec<(f64, f64)>>> {
    let coordinate = prop_oneof![8 => -50.0..550.0_f64, 1 => any::<f64>()];
    prop::collection::vec(prop::collection::vec((coordinate.clone(), coordinate), 0..12), 0..4)
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn any_strokes_give_an_image_or_none(strokes in strokes()) {
        let slices: Vec<&[(f64, f64)]> = strokes.iter().map(Vec::as_slice).collect();
        let drawing = drawing(&slices);
        let finite = strokes.iter().flatten().any(|(x, y)| x.is_finite() && y.is_finite());
        prop_assert_eq!(drawing.image().is_some(), finite);
        if let Some(image) = drawing.image() {
            prop_assert!(image.iter().any(|pixel| *pixel > 0));
        }
    }

    /// Where and how large one draws makes no difference to what the network sees.
    #[test]
    fn moved_and_scaled_drawings_look_the_same(
        points in prop::collection::vec((0.0..500.0_f64, 0.0..500.0_f64), 2..20),
        dx in -300.0..300.0_f64, dy in -300.0..300.0_f64, scale in 0.1..10.0_f64,
    ) {
        let moved: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x * scale + dx, y * scale + dy)).collect();
        let (one, other) = (drawing(&[&points]).image().unwrap(), drawing(&[&moved]).image().unwrap());
        for (a, b) in one.iter().zip(&other) {
            prop_assert!(a.abs_diff(*b) <= 1);
        }
    }

    #[test]
    fn centre_of_mass_is_in_the_centre(points in prop::collection::vec((100.0..300.0_f64, 0.0..500.0_f64), 2..20)) {
        let image = drawing(&[&points]).image().unwrap();
        let mass = centre_of_mass(&image).unwrap();
        // Ink pushed over the edge of a lopsided drawing, and rounding, leave a little.
        prop_assert!((mass.x - CENTRE).abs() < 0.25 && (mass.y - CENTRE).abs() < 0.25, "{:?}", mass);
    }

    #[test]
    fn any_image_can_be_normalised(rows in 1..50_usize, columns in 1..50_usize, seed: u64) {
        let mut random = descent::random::Random::new(seed);
        let pixels: Vec<u8> = (0..rows * columns).map(|_| if random.below(4) == 0 { random.below(256) as u8 } else { 0 }).collect();
        let image = normalise(rows, columns, &pixels).unwrap();
        let ink = pixels.iter().any(|pixel| *pixel > 0);
        prop_assert!(ink || image == [0; PIXELS]);
    }
}
