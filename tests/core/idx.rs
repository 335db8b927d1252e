use descent::data::dataset::Dataset;
use descent::data::idx::{Content, IdxReader, MOST_ITEMS, Shape, read_classes, read_images, read_labels};
use descent::error::Error;
use descent::rule::LearningRate;
use descent::training::trainer::{Settings, Trainer};
use proptest::prelude::*;

/// An IDX file with this type code, these dimensions and these values.
fn file(kind: u8, sizes: &[u32], values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, kind, sizes.len() as u8];
    bytes.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    bytes.extend_from_slice(values);
    bytes
}

#[test]
fn reads_images_and_labels() {
    let images = file(8, &[2, 1, 3], &[1, 2, 3, 4, 5, 6]);
    assert_eq!(read_images(&images).unwrap(), (Shape { count: 2, rows: 1, columns: 3 }, [1, 2, 3, 4, 5, 6].as_slice()));
    assert_eq!(read_labels(&file(8, &[3], &[0, 9, 5])).unwrap()[..], [0, 9, 5]);
    assert_eq!(read_labels(&file(8, &[0], &[])).unwrap()[..], [0_u8; 0]);
}

#[test]
fn says_what_is_wrong() {
    let images = |bytes: &[u8]| read_images(bytes).unwrap_err();
    let labels = |bytes: &[u8]| read_labels(bytes).unwrap_err();
    assert_eq!(images(b"\x1f\x8b\x08\x00"), Error::IdxMagic { found: 0x1f8b });
    assert_eq!(images(&file(0x0d, &[1, 1, 1], &[0])), Error::IdxType { found: 0x0d });
    assert_eq!(images(&file(8, &[1], &[0])), Error::IdxDimensions { found: 1, expected: 3 });
    assert_eq!(labels(&file(8, &[1, 1, 1], &[0])), Error::IdxDimensions { found: 3, expected: 1 });
    assert_eq!(images(&file(8, &[1, 0, 28], &[])), Error::IdxShape { rows: 0, columns: 28 });
    assert_eq!(images(&file(8, &[1, 28, 5000], &[])), Error::IdxShape { rows: 28, columns: 5000 });
    assert_eq!(images(&file(8, &[2, 1, 1], &[7])), Error::IdxTruncated { expected: 18, found: 17 });
    assert_eq!(images(&file(8, &[1, 1, 1], &[7, 7])), Error::IdxTrailing { expected: 17 });
    assert_eq!(labels(&file(8, &[3], &[0, 1, 10])), Error::LabelOutOfRange { index: 2, value: 10 });
    assert_eq!(labels(&[0, 0, 8]), Error::IdxTruncated { expected: 8, found: 3 });
    assert_eq!(labels(&[]), Error::IdxTruncated { expected: 8, found: 0 });
    // Sizes whose product is far beyond memory are only a promise that is not kept.
    assert!(matches!(images(&file(8, &[MOST_ITEMS, 4096, 4096], &[1])), Error::IdxTruncated { .. }));
}

/// Whatever a header names, it is refused before memory is asked for, or it is a promise that memory can keep.
#[test]
fn no_header_promises_too_much() {
    let codes = |sizes: &[u32]| {
        let bytes = file(8, sizes, &[]);
        let content = if sizes.len() == 3 { Content::Images } else { Content::Labels };
        IdxReader::new(content).push(&bytes).err().map(|error| error.code())
    };
    for count in [MOST_ITEMS + 1, 200_000_000, i32::MAX as u32, i32::MAX as u32 + 1, u32::MAX] {
        let expected = Error::TooManyExamples { found: count.into(), most: MOST_ITEMS.into() };
        assert_eq!(read_images(&file(8, &[count, 28, 28], &[1])).unwrap_err(), expected);
        assert_eq!(read_labels(&file(8, &[count], &[1])).unwrap_err(), expected);
        assert_eq!(Dataset::new().push_images(&file(8, &[count, 28, 28], &[])).unwrap_err(), expected);
        assert_eq!(Dataset::new().push_labels(&file(8, &[count], &[])).unwrap_err(), expected);
    }
    assert_eq!((codes(&[MOST_ITEMS, 28, 28]), codes(&[MOST_ITEMS])), (None, None));
    assert_eq!((codes(&[0, 28, 28]), codes(&[0])), (None, None));
    // Products that are 0, 1 or small modulo 2³².
    for (rows, columns) in [(65_536, 65_536), (u32::MAX, u32::MAX), (641, 6_700_417), (4097, 4096), (1, u32::MAX)] {
        assert_eq!(codes(&[1, rows, columns]), Some("idx-shape"), "{rows} × {columns}");
    }
}

/// A file of no images is a file: who needs some says that there are none.
#[test]
fn no_images_are_no_examples() {
    let data = Dataset::from_files(&file(8, &[0, 28, 28], &[]), &file(8, &[0], &[])).unwrap();
    assert_eq!((data.total(), data.arrived(), data.is_complete()), (Some(0), 0, false));
    let rate = LearningRate::new(3.0).unwrap();
    let refused = Trainer::new(Settings::new(1, 1, 1).unwrap(), rate, 0).unwrap_err();
    assert_eq!(refused, Error::NoExamples);
}

#[test]
fn a_header_cut_at_any_byte_is_cut_short() {
    let (images, labels) = (file(8, &[2, 1, 1], &[7, 8]), file(8, &[2], &[7, 8]));
    for end in 0..images.len() as u64 {
        let expected = if end < 16 { 16 } else { 18 };
        let error = read_images(&images[..end as usize]).unwrap_err();
        assert_eq!(error, Error::IdxTruncated { expected, found: end });
    }
    for end in 0..labels.len() as u64 {
        let expected = if end < 8 { 8 } else { 10 };
        let error = read_labels(&labels[..end as usize]).unwrap_err();
        assert_eq!(error, Error::IdxTruncated { expected, found: end });
    }
}

/// Labels of wider whole numbers are the same labels.
#[test]
fn labels_may_be_wider_whole_numbers() {
    let wide = |code: u8, width: usize, values: &[i64]| {
        let mut bytes = vec![0, 0, code, 1];
        bytes.extend((values.len() as u32).to_be_bytes());
        bytes.extend(values.iter().flat_map(|value| value.to_be_bytes()[8 - width..].to_vec()));
        bytes
    };
    for (code, width) in [(0x09, 1), (0x0b, 2), (0x0c, 4)] {
        assert_eq!(read_labels(&wide(code, width, &[0, 9, 5])).unwrap()[..], [0, 9, 5]);
        let high = read_labels(&wide(code, width, &[3, 10])).unwrap_err();
        assert_eq!(high, Error::LabelOutOfRange { index: 1, value: 10 });
        assert_eq!(read_classes(&wide(code, width, &[3, 100])).unwrap()[..], [3, 100]);
        let negative = read_classes(&wide(code, width, &[3, -2])).unwrap_err();
        assert_eq!(negative, Error::LabelOutOfRange { index: 1, value: -2 });
        let whole = wide(code, width, &[1, 2, 3]);
        let expected = whole.len() as u64;
        for end in 8..expected {
            let found = read_classes(&whole[..end as usize]).unwrap_err();
            assert_eq!(found, Error::IdxTruncated { expected, found: end });
        }
        let long = [&whole[..], &[0]].concat();
        assert_eq!(read_classes(&long).unwrap_err(), Error::IdxTrailing { expected });
    }
    assert_eq!(read_classes(&wide(0x0c, 4, &[-1])).unwrap_err().details()[1].1, "-1");
    // Broken numbers are no labels.
    assert_eq!(read_classes(&wide(0x0d, 4, &[1])).unwrap_err(), Error::IdxType { found: 0x0d });
}

#[test]
fn every_error_has_a_sentence_and_details() {
    let error = read_labels(&file(8, &[3], &[0, 1, 10])).unwrap_err();
    assert_eq!(error.code(), "label-out-of-range");
    assert_eq!(error.to_string(), "label number 2 is 10; labels are digits from 0 to 9");
    assert_eq!(error.details(), [("index", "2".to_owned()), ("value", "10".to_owned())]);
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn pieces_give_what_the_whole_gives(
        count in 0..6_u32, rows in 1..5_u32, columns in 1..5_u32, cuts in prop::collection::vec(1..40_usize, 0..20),
    ) {
        let values: Vec<u8> = (0..count * rows * columns).map(|i| i as u8).collect();
        let bytes = file(8, &[count, rows, columns], &values);
        let mut reader = IdxReader::new(Content::Images);
        let (mut rest, mut received) = (bytes.as_slice(), Vec::new());
        for cut in cuts {
            let (piece, behind) = rest.split_at(cut.min(rest.len()));
            received.extend_from_slice(reader.push(piece).unwrap());
            rest = behind;
        }
        prop_assert_eq!(reader.finish().is_ok(), rest.is_empty());
        received.extend_from_slice(reader.push(rest).unwrap());
        reader.finish().unwrap();
        prop_assert_eq!(reader.shape(), Some(Shape { count, rows, columns }));
        prop_assert_eq!(received, values);
    }

    #[test]
    fn any_bytes_give_a_result_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_images(&bytes);
        let _ = read_labels(&bytes);
    }

    #[test]
    fn any_damaged_header_is_an_error(at in 0..8_usize, change in 1..=255_u8) {
        let mut bytes = file(8, &[3], &[1, 2, 3]);
        bytes[at] ^= change;
        prop_assert!(read_labels(&bytes).is_err());
    }
}
