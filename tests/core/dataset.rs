use descent::data::dataset::{Dataset, SparseImage};
use descent::data::{Image, PIXELS};
use descent::error::Error;
use proptest::prelude::*;

use crate::mnist;

/// An IDX file of images of `side` × `side` pixels.
fn images(side: u32, pixels: &[u8]) -> Vec<u8> {
    let count = pixels.len() as u32 / (side * side);
    let sizes = [count, side, side];
    let head = [0, 0, 8, 3].into_iter().chain(sizes.into_iter().flat_map(u32::to_be_bytes));
    head.chain(pixels.iter().copied()).collect()
}

fn labels(values: &[u8]) -> Vec<u8> {
    let count = (values.len() as u32).to_be_bytes();
    [0, 0, 8, 1].into_iter().chain(count).chain(values.iter().copied()).collect()
}

/// Digits of nothing in particular, with many zeros.
fn pixels(count: usize) -> Vec<u8> {
    (0..count * PIXELS).map(|i| if i % 5 == 0 { (i % 251) as u8 } else { 0 }).collect()
}

#[test]
fn mnist_is_whole() {
    let (train, test) = (mnist::train(), mnist::test());
    assert_eq!((train.arrived(), test.arrived()), (60_000, 10_000));
    assert!(train.is_complete() && test.is_complete());
    // The first labels of the published files.
    assert_eq!((0..5).map(|i| train.example(i).label).collect::<Vec<_>>(), [5, 0, 4, 1, 9]);
    assert_eq!((0..5).map(|i| test.example(i).label).collect::<Vec<_>>(), [7, 2, 1, 0, 4]);
    // On average about 150 of the 784 pixels are not zero.
    let ink: usize = (0..60_000).map(|i| train.example(i).input.columns.len()).sum();
    assert!((149..151).contains(&(ink / 60_000)), "{}", ink / 60_000);
}

#[test]
fn counts_and_sizes_are_checked() {
    let two = images(28, &pixels(2));
    assert_eq!(
        Dataset::from_files(&two, &labels(&[1, 2, 3])).unwrap_err(),
        Error::CountsDiffer { images: 2, labels: 3 }
    );
    let small = images(20, &pixels(2)[..800]);
    assert_eq!(Dataset::from_files(&small, &labels(&[1, 2])).unwrap_err(), Error::ImageSize { rows: 20, columns: 20 });
    let image: Image = [1; PIXELS];
    assert_eq!(Dataset::from_images([(&image, 10)]).unwrap_err(), Error::LabelOutOfRange { index: 0, value: 10 });
}

#[test]
fn what_has_arrived_can_be_used() {
    let (image_file, label_file) = (images(28, &pixels(3)), labels(&[7, 8, 9]));
    let mut dataset = Dataset::new();
    assert_eq!((dataset.total(), dataset.arrived(), dataset.is_complete()), (None, 0, false));
    dataset.push_labels(&label_file).unwrap();
    assert_eq!((dataset.total(), dataset.arrived()), (Some(3), 0));
    dataset.push_images(&image_file[..16 + PIXELS + 100]).unwrap();
    assert_eq!((dataset.arrived(), dataset.example(0).label), (1, 7));
    assert!(!dataset.is_complete());
    assert_eq!(dataset.finish_images().unwrap_err().code(), "idx-truncated");
    dataset.push_images(&image_file[16 + PIXELS + 100..]).unwrap();
    dataset.finish_images().unwrap();
    assert!(dataset.is_complete());
    dataset.restart_images();
    assert_eq!((dataset.total(), dataset.arrived()), (Some(3), 0));
    dataset.push_images(&image_file).unwrap();
    assert_eq!(dataset.image(2).as_slice(), &pixels(3)[2 * PIXELS..]);
}

#[test]
fn a_limit_hides_the_rest() {
    let mut dataset = Dataset::from_files(&images(28, &pixels(3)), &labels(&[7, 8, 9])).unwrap();
    dataset.limit_to(2);
    assert_eq!((dataset.total(), dataset.arrived(), dataset.is_complete()), (Some(2), 2, true));
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn pieces_give_what_the_whole_gives(count in 1..5_usize, cuts in prop::collection::vec(1..900_usize, 0..8)) {
        let file = images(28, &pixels(count));
        let label_file = labels(&vec![3; count]);
        let whole = Dataset::from_files(&file, &label_file).unwrap();
        let mut dataset = Dataset::new();
        let mut rest = file.as_slice();
        for cut in cuts {
            let (piece, behind) = rest.split_at(cut.min(rest.len()));
            dataset.push_images(piece).unwrap();
            rest = behind;
        }
        dataset.push_images(rest).unwrap();
        dataset.push_labels(&label_file).unwrap();
        for index in 0..count {
            prop_assert_eq!(dataset.example(index), whole.example(index));
            let image = dataset.image(index);
            prop_assert_eq!(image.as_slice(), &pixels(count)[index * PIXELS..(index + 1) * PIXELS]);
        }
    }

    #[test]
    fn a_sparse_image_keeps_every_pixel(pixels in prop::collection::vec(any::<u8>(), PIXELS)) {
        let image: Image = pixels.try_into().unwrap();
        let sparse = SparseImage::new(&image);
        let mut again = [0; PIXELS];
        for (column, byte) in sparse.input().columns.iter().zip(sparse.input().bytes) {
            again[usize::from(*column)] = *byte;
        }
        prop_assert_eq!(again, image);
    }
}
