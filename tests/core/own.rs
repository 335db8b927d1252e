use descent::data::own::{Files, HELD_OUT, MOST_EXAMPLES, Own, read};
use descent::data::{PIXELS, SIDE};
use descent::error::{Error, Result};
use descent::rule::LearningRate;
use descent::training::trainer::{Settings, Trainer};
use proptest::prelude::*;

use crate::mnist;

/// An IDX file of bytes with these dimensions.
fn file(sizes: &[u32], values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 8, sizes.len() as u8];
    bytes.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    bytes.extend_from_slice(values);
    bytes
}

fn images(rows: u32, columns: u32, pixels: &[u8]) -> Vec<u8> {
    file(&[pixels.len() as u32 / (rows * columns), rows, columns], pixels)
}

fn labels(values: &[u8]) -> Vec<u8> {
    file(&[values.len() as u32], values)
}

fn pair(images: &[u8], labels: &[u8], turned: bool) -> Result<Own> {
    read(Files { train_images: images, train_labels: labels, test_images: &[], test_labels: &[] }, turned)
}

/// So many images of one size, every pixel different from its neighbours.
fn pixels(count: usize, item: usize) -> Vec<u8> {
    (0..count * item).map(|i| (i % 251) as u8).collect()
}

/// 0 and 1, or 0 to 16, are brightened to what they mean; a scale of its own is said.
#[test]
fn faint_pixels_are_brightened() {
    let values = |most: u8| -> Vec<u8> { (0..24 * 16).map(|i| (i % 3 * usize::from(most) / 2) as u8).collect() };
    let labels = labels(&[1, 2].repeat(12));
    let bright = pair(&images(4, 4, &values(254)), &labels, false).unwrap();
    assert_eq!(bright.greatest, None);
    for most in [2, 16, 62] {
        let faint = pair(&images(4, 4, &values(most)), &labels, false).unwrap();
        assert_eq!(faint.greatest, Some(most));
        for index in 0..faint.train.arrived() {
            let (a, b) = (faint.train.image(index), bright.train.image(index));
            assert!(a.iter().zip(&b).all(|(a, b)| a.abs_diff(*b) <= 1), "{most}");
        }
    }
    // The two parts have one scale.
    let both = |train: u8, test: u8| {
        let (train, test) = (images(4, 4, &values(train)), images(4, 4, &values(test)));
        let files = Files { train_images: &train, train_labels: &labels, test_images: &test, test_labels: &labels };
        read(files, false).unwrap().greatest
    };
    assert_eq!((both(16, 14), both(14, 16), both(16, 254), both(254, 16)), (Some(16), Some(16), None, None));
    assert_eq!(pair(&images(4, 4, &[0; 24 * 16]), &labels, false).unwrap().greatest, None);
}

#[test]
fn mnist_is_read_as_it_is() {
    let names = ["t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"].map(mnist::file);
    let [images, labels] = &names;
    let own =
        read(Files { train_images: images, train_labels: labels, test_images: images, test_labels: labels }, false);
    let own = own.unwrap();
    assert_eq!((own.classes.as_slice(), own.left_out), ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].as_slice(), 0));
    assert_eq!((own.train.arrived(), own.test.arrived(), own.rows, own.columns), (10_000, 10_000, 28, 28));
    for index in 0..10_000 {
        assert_eq!(own.train.example(index), mnist::test().example(index));
    }
    // The published mean of the training set's pixels is 0.1307; the test set's is 0.1325.
    assert!((own.ink - 0.1325).abs() < 1e-4 && !own.near_inverted, "{}", own.ink);
}

#[test]
fn every_sixth_is_held_out_of_what_is_kept() {
    // Labels 5, 7, 9, … 27: the ten smallest are kept.
    let values: Vec<u8> = (0..120).map(|i| 5 + 2 * (i % 12)).collect();
    let own = pair(&images(28, 28, &pixels(120, PIXELS)), &labels(&values), false).unwrap();
    assert_eq!(own.classes, [5, 7, 9, 11, 13, 15, 17, 19, 21, 23]);
    assert_eq!((own.train.arrived(), own.test.arrived(), own.left_out), (84, 16, 20));
    // Of the kept ones, numbers 5, 11, 17, … are for testing: labels 5, 1, 7, 3, … of each ten.
    assert_eq!(own.test.labels()[..5], [5, 1, 7, 3, 9]);
    assert_eq!(own.train.labels()[..12], [0, 1, 2, 3, 4, 6, 7, 8, 9, 0, 2, 3]);
    assert!(own.train.is_complete() && own.test.is_complete());
}

#[test]
fn turned_images_are_turned_back() {
    // Three rows of two: 10 20 / 30 40 / 50 64, and turned: 10 30 50 / 20 40 64, each pixel nine times as wide.
    let file = images(3, 2, &[10, 20, 30, 40, 50, 64].repeat(6));
    let values = labels(&[0, 1, 0, 1, 0, 1]);
    for (turned, shape, corners) in [(false, (3, 2), [10, 20, 50, 64]), (true, (2, 3), [10, 50, 20, 64])] {
        let own = pair(&file, &values, turned).unwrap();
        assert_eq!((own.rows, own.columns), shape);
        let image = own.train.image(0);
        let ink: Vec<usize> = (0..PIXELS).filter(|at| image[*at] > 0).collect();
        assert_eq!(ink.len(), 6 * 81, "nine times as wide");
        let (top, bottom) = (ink[0] / SIDE, ink[ink.len() - 1] / SIDE);
        let (left, right) = (ink[0] % SIDE, ink[ink.len() - 1] % SIDE);
        let found = [(top, left), (top, right), (bottom, left), (bottom, right)];
        assert_eq!(found.map(|(row, column)| image[row * SIDE + column]), corners);
        assert!(top.abs_diff(SIDE - 1 - bottom) <= 1 && left.abs_diff(SIDE - 1 - right) <= 1, "not in the middle");
    }
}

/// 56 × 56 to 28 × 28 is the mean of each four pixels; 64 × 32 stands in the middle, 14 columns wide.
#[test]
fn larger_images_are_made_smaller() {
    let mut large = vec![0; 56 * 56];
    for (at, ink) in [(0, 100), (1, 60), (56, 20), (57, 20)] {
        large[at] = ink;
    }
    let own = pair(&images(56, 56, &large.repeat(6)), &labels(&[3, 4, 3, 4, 3, 4]), false).unwrap();
    let image = own.train.image(0);
    assert_eq!((image[0], image.iter().filter(|ink| **ink > 0).count()), (50, 1));
    let tall = pair(&images(64, 32, &[200; 6 * 64 * 32]), &labels(&[3, 4, 3, 4, 3, 4]), false).unwrap();
    let image = tall.train.image(0);
    for (at, ink) in image.iter().enumerate() {
        assert_eq!(*ink, if (7..21).contains(&(at % SIDE)) { 200 } else { 0 });
    }
    assert!(tall.near_inverted);
}

#[test]
fn what_is_wrong_is_said_of_its_file() {
    let good = images(28, 28, &pixels(6, PIXELS));
    let good_labels = labels(&[1, 2, 1, 2, 1, 2]);
    let refused = |files: [&[u8]; 4]| {
        let [train_images, train_labels, test_images, test_labels] = files;
        let error = read(Files { train_images, train_labels, test_images, test_labels }, false).unwrap_err();
        let details = error.details();
        let part = details.into_iter().find(|(name, _)| *name == "part").map(|(_, part)| part);
        (error.code(), part.unwrap_or_default())
    };
    let huge = file(&[u32::MAX, 64, 64], &[1, 2, 3]);
    for (files, code, part) in [
        ([&good_labels[..], &good_labels, &[], &[]], "idx-dimensions", "train-images"),
        ([&good, &good, &[], &[]], "idx-dimensions", "train-labels"),
        ([&good[..900], &good_labels, &[], &[]], "idx-truncated", "train-images"),
        ([&huge, &good_labels, &[], &[]], "too-many-examples", "train-images"),
        ([b"PK\x03\x04", &good_labels, &[], &[]], "idx-magic", "train-images"),
        ([&good, &labels(&[1, 2]), &[], &[]], "counts-differ", "train-labels"),
        ([&images(65, 2, &[0; 130]), &labels(&[1]), &[], &[]], "image-too-large", "train-images"),
        ([&good, &labels(&[7; 6]), &[], &[]], "too-few-classes", ""),
        ([&images(28, 28, &[]), &labels(&[]), &[], &[]], "too-few-classes", ""),
        ([&good, &good_labels, &good, &[]], "idx-truncated", "test-labels"),
        ([&good, &good_labels, &[], &good_labels], "idx-truncated", "test-images"),
        ([&good, &good_labels, &images(28, 14, &pixels(6, 28 * 14)), &good_labels], "sizes-differ", ""),
        ([&good, &good_labels, &good, &labels(&[8; 6])], "no-examples", ""),
        ([&images(28, 28, &pixels(5, PIXELS)), &labels(&[1, 2, 1, 2, 1]), &[], &[]], "no-examples", ""),
        (
            [
                &images(1, 1, &vec![0; MOST_EXAMPLES as usize + 1]),
                &labels(&vec![0; MOST_EXAMPLES as usize + 1]),
                &[],
                &[],
            ],
            "too-many-examples",
            "train-images",
        ),
    ] {
        assert_eq!(refused(files), (code, part.to_owned()));
    }
    let error = Error::InPart { part: "test-labels", error: Box::new(Error::IdxTruncated { expected: 9, found: 8 }) };
    assert_eq!(error.to_string(), "test-labels: the IDX file is cut short: 8 of 9 bytes are there");
}

/// A run with own data learns: two classes, a bright and a dark half.
#[test]
fn own_data_can_be_learned_from() {
    let half = |left: bool| -> Vec<u8> { (0..100).map(|at| if (at % 10 < 5) == left { 250 } else { 0 }).collect() };
    let pixels: Vec<u8> = (0..120).flat_map(|i| half(i % 2 == 0)).collect();
    let values: Vec<u8> = (0..120).map(|i| if i % 2 == 0 { 40 } else { 200 }).collect();
    let own = pair(&images(10, 10, &pixels), &labels(&values), false).unwrap();
    assert_eq!(own.classes, [40, 200]);
    let settings = Settings::new(4, 10, 1).unwrap();
    let mut trainer = Trainer::new(settings, LearningRate::new(3.0).unwrap(), own.train.arrived()).unwrap();
    trainer.steps(400, &own.train);
    assert_eq!(trainer.examine(&own.test).accuracy(), 1.0);
}

proptest! {
    #![proptest_config(crate::seeded())]

    /// All of an image is kept: ink is neither lost nor made, whatever its size.
    #[test]
    fn the_ink_stays(rows in 1..=64_u32, columns in 1..=64_u32, turned: bool, seed: u64) {
        let mut random = descent::random::Random::new(seed);
        let item = (rows * columns) as usize;
        let image: Vec<u8> = (0..item).map(|_| random.below(256) as u8).collect();
        let own = pair(&images(rows, columns, &image.repeat(HELD_OUT)), &labels(&[0, 1, 0, 1, 0, 1]), turned).unwrap();
        let longer = f64::from(rows.max(columns));
        let scale = if longer > 28.0 { 28.0 / longer } else { (28.0 / longer).floor() };
        let before: f64 = image.iter().map(|ink| f64::from(*ink)).sum::<f64>() * scale * scale;
        let after: f64 = own.train.image(0).iter().map(|ink| f64::from(*ink)).sum();
        // Each of 784 pixels is rounded by half a grey value at most.
        prop_assert!((before - after).abs() <= 0.5 * 784.0 + 1e-6, "{before} became {after}");
        prop_assert_eq!(own.train.image(0), own.test.image(0));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        files in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..64), 4), head: bool, turned: bool,
    ) {
        let mut files = files;
        if head {
            files[0].splice(0..0, file(&[1, 4, 4], &[]));
            files[1].splice(0..0, file(&[1], &[]));
        }
        let [train_images, train_labels, test_images, test_labels] = [0, 1, 2, 3].map(|i| files[i].as_slice());
        let _ = read(Files { train_images, train_labels, test_images, test_labels }, turned);
    }
}
