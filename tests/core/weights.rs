use descent::error::Error;
use descent::network::sparse::SparseNetwork;
use descent::network::weights::{Encoding, Model};
use descent::random::Random;
use proptest::prelude::*;

fn model(inputs: usize, hidden: usize, outputs: usize, seed: u64) -> Model {
    Model::new(SparseNetwork::random(inputs, hidden, outputs, &mut Random::new(seed)).unwrap())
}

/// With the checksum made to fit again after a change.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.len() - 4;
    let checksum = crc32fast::hash(&bytes[..end]);
    bytes[end..].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

#[test]
fn foreign_and_newer_files_are_named() {
    let bytes = model(3, 2, 2, 1).to_bytes(Encoding::F32);
    assert_eq!(Model::from_bytes(b"").unwrap_err(), Error::ModelMagic);
    assert_eq!(Model::from_bytes(b"PK\x03\x04 something else").unwrap_err(), Error::ModelMagic);
    assert_eq!(Model::from_bytes(&bytes[..20]).unwrap_err().code(), "model-length");
    let mut newer = bytes.clone();
    newer[8] = 9;
    assert_eq!(Model::from_bytes(&resealed(newer)).unwrap_err(), Error::ModelVersion { found: 9, expected: 1 });
    let mut other_encoding = bytes.clone();
    other_encoding[10] = 77;
    assert_eq!(Model::from_bytes(&resealed(other_encoding)).unwrap_err().code(), "model-version");
    let mut not_finite = bytes.clone();
    not_finite[28..32].copy_from_slice(&f32::NAN.to_le_bytes());
    assert_eq!(Model::from_bytes(&resealed(not_finite)).unwrap_err(), Error::ModelNotFinite);
    let mut no_hidden = bytes;
    no_hidden[20] = 0;
    assert_eq!(Model::from_bytes(&resealed(no_hidden)).unwrap_err().code(), "model-length");
}

/// A matrix by hand: the largest weight of a row becomes ±31, the others what is nearest.
#[test]
fn the_bytes_of_a_small_network() {
    let mut network = SparseNetwork::zeros(3, 1, 1).unwrap();
    network.set_parameters([0.12, -0.31, 0.004, 7.0, 0.0, -3.0].into_iter());
    let bytes = Model::new(network).to_bytes(Encoding::Bytes { levels: 31 });
    assert_eq!(bytes[10..12], [1, 0]);
    let scale = 0.31_f32 / 31.0;
    assert_eq!(bytes[28..32], scale.to_le_bytes());
    assert_eq!(bytes[32..35].iter().map(|byte| byte.cast_signed()).collect::<Vec<_>>(), [12, -31, 0]);
    assert_eq!(bytes[35..39], 7.0_f32.to_le_bytes());
    // A row of zeros has the scale 0.
    assert_eq!(bytes[39..44], [0; 5]);
    assert_eq!(bytes[44..48], (-3.0_f32).to_le_bytes());
    let read: Vec<f32> = Model::from_bytes(&bytes).unwrap().network.parameters().collect();
    assert_eq!(read, [scale * 12.0, scale * -31.0, 0.0, 7.0, 0.0, -3.0]);
}

#[test]
fn a_layer_of_nothing_is_refused() {
    // A header alone, with sizes that promise no weights but m biases.
    let mut bytes = model(1, 1, 1, 1).to_bytes(Encoding::F32);
    bytes.truncate(28);
    bytes[20] = 0;
    bytes.extend_from_slice(&[0; 8]);
    assert_eq!(Model::from_bytes(&resealed(bytes)).unwrap_err().code(), "network-shape");
}

proptest! {
    #![proptest_config(crate::seeded())]

    #[test]
    fn what_is_written_is_read(
        n in 1..30_usize, h in 1..30_usize, m in 1..12_usize, stages: u16, seed: u64,
    ) {
        let model = Model { stages, ..model(n, h, m, seed) };
        prop_assert_eq!(Model::from_bytes(&model.to_bytes(Encoding::F32)).unwrap(), model);
    }

    #[test]
    fn a_byte_is_off_by_half_a_scale_at_most(
        n in 1..30_usize, h in 1..30_usize, m in 1..12_usize, levels in 1..=127_u8, seed: u64,
    ) {
        let model = Model { stages: 1, ..model(n, h, m, seed) };
        let bytes = model.to_bytes(Encoding::Bytes { levels });
        prop_assert_eq!(bytes.len(), 28 + h * (4 + n) + 4 * h + m * (4 + h) + 4 * m + 4);
        let read = Model::from_bytes(&bytes).unwrap();
        prop_assert_eq!(read.stages, 1);
        let [before, after] = [&model, &read].map(|model| model.network.parameters().collect::<Vec<_>>());
        let matrices = [(0, h, n), (h * n + h, m, h)];
        for (start, rows, columns) in matrices {
            for row in 0..rows {
                let range = start + row * columns..start + (row + 1) * columns;
                let most = before[range.clone()].iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
                for (before, after) in before[range.clone()].iter().zip(&after[range]) {
                    prop_assert!((before - after).abs() <= most / f32::from(levels) * 0.5001, "{before} became {after}");
                }
            }
        }
        let vectors = [h * n..h * n + h, h * n + h + m * h..before.len()];
        for range in vectors {
            prop_assert_eq!(&before[range.clone()], &after[range]);
        }
    }

    #[test]
    fn any_changed_bit_is_noticed(at in 0..128_usize, bit in 0..8_u32, seed: u64, small: bool) {
        let encoding = if small { Encoding::BYTES } else { Encoding::F32 };
        let mut bytes = model(3, 3, 2, seed).to_bytes(encoding);
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assert!(Model::from_bytes(&bytes).is_err());
    }

    #[test]
    fn any_cut_or_added_end_is_noticed(cut in 1..100_usize, added in prop::collection::vec(any::<u8>(), 1..20)) {
        let bytes = model(3, 3, 2, 1).to_bytes(Encoding::F32);
        prop_assert!(Model::from_bytes(&bytes[..bytes.len().saturating_sub(cut)]).is_err());
        prop_assert!(Model::from_bytes(&[bytes, added].concat()).is_err());
    }

    #[test]
    fn any_bytes_give_a_result_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let _ = Model::from_bytes(&[b"descent\0".as_slice(), &bytes].concat());
        let _ = Model::from_bytes(&bytes);
    }
}
