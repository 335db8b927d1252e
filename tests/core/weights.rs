use descent::error::Error;
use descent::network::sparse::SparseNetwork;
use descent::network::weights::Model;
use descent::random::Random;
use proptest::prelude::*;

fn model(inputs: usize, hidden: usize, outputs: usize, seed: u64) -> Model {
    Model { network: SparseNetwork::random(inputs, hidden, outputs, &mut Random::new(seed)).unwrap() }
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
    let bytes = model(3, 2, 2, 1).to_bytes();
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

#[test]
fn a_layer_of_nothing_is_refused() {
    // A header alone, with sizes that promise no weights but m biases.
    let mut bytes = model(1, 1, 1, 1).to_bytes();
    bytes.truncate(28);
    bytes[20] = 0;
    bytes.extend_from_slice(&[0; 8]);
    assert_eq!(Model::from_bytes(&resealed(bytes)).unwrap_err().code(), "network-shape");
}

proptest! {
    #[test]
    fn what_is_written_is_read(n in 1..30_usize, h in 1..30_usize, m in 1..12_usize, seed: u64) {
        let model = model(n, h, m, seed);
        prop_assert_eq!(Model::from_bytes(&model.to_bytes()).unwrap(), model);
    }

    #[test]
    fn any_changed_bit_is_noticed(at in 0..128_usize, bit in 0..8_u32, seed: u64) {
        let mut bytes = model(3, 3, 2, seed).to_bytes();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assert!(Model::from_bytes(&bytes).is_err());
    }

    #[test]
    fn any_cut_or_added_end_is_noticed(cut in 1..100_usize, added in prop::collection::vec(any::<u8>(), 1..20)) {
        let bytes = model(3, 3, 2, 1).to_bytes();
        prop_assert!(Model::from_bytes(&bytes[..bytes.len().saturating_sub(cut)]).is_err());
        prop_assert!(Model::from_bytes(&[bytes, added].concat()).is_err());
    }

    #[test]
    fn any_bytes_give_a_result_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let _ = Model::from_bytes(&[b"descent\0".as_slice(), &bytes].concat());
        let _ = Model::from_bytes(&bytes);
    }
}
