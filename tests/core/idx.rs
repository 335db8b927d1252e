use descent::data::idx::{Content, IdxReader, Shape, read_images, read_labels};
use descent::error::Error;
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
    assert_eq!(read_labels(&file(8, &[3], &[0, 9, 5])).unwrap(), [0, 9, 5]);
    assert_eq!(read_labels(&file(8, &[0], &[])).unwrap(), [0_u8; 0]);
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
    assert!(matches!(images(&file(8, &[u32::MAX, 4096, 4096], &[1])), Error::IdxTruncated { .. }));
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
