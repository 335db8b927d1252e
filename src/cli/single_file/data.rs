//! MNIST for a page that carries it: the first images of each file with their labels.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::cli::failure::{Failure, Result};
use crate::cli::files;

/// How many training and test images there are at most; everything without.
pub type Most = Option<(usize, usize)>;

/// The four files of MNIST, by name, gzipped: the name, and whether it belongs to the test.
pub const FILES: [(&str, bool); 4] = [
    ("train-labels-idx1-ubyte.gz", false),
    ("train-images-idx3-ubyte.gz", false),
    ("t10k-labels-idx1-ubyte.gz", true),
    ("t10k-images-idx3-ubyte.gz", true),
];

/// A file as the page carries it.
#[derive(Debug)]
pub struct Carried {
    /// Gzipped.
    pub bytes: Vec<u8>,
    /// Its length, unpacked.
    pub size: usize,
}

/// A gzipped IDX file of which at most `most` items stay; the file itself if it has no more.
///
/// # Errors
/// When it is not such a file.
pub fn cut(name: &str, packed: Vec<u8>, most: Option<usize>) -> Result<Carried> {
    let mut bytes = Vec::new();
    let read = GzDecoder::new(&packed[..]).read_to_end(&mut bytes);
    read.map_err(|error| Failure::run(format!("{name} cannot be unpacked: {error}")))?;
    let wrong = || Failure::run(format!("{name} is not a whole IDX file of bytes"));
    let dimensions = match bytes[..] {
        [0, 0, 8, dimensions @ 1..=3, ..] => usize::from(dimensions),
        _ => return Err(wrong()),
    };
    let size = |at: usize| {
        let size = bytes.get(4 + 4 * at..)?.first_chunk().copied()?;
        Some(u32::from_be_bytes(size) as usize)
    };
    let header = 4 + 4 * dimensions;
    let sizes = (0..dimensions).map(size).collect::<Option<Vec<_>>>().ok_or_else(wrong)?;
    let item = sizes[1..].iter().try_fold(1_usize, |all, size| all.checked_mul(*size)).ok_or_else(wrong)?;
    if sizes[0].checked_mul(item).and_then(|values| values.checked_add(header)) != Some(bytes.len()) {
        return Err(wrong());
    }
    match most.filter(|most| *most < sizes[0]) {
        None => Ok(Carried { size: bytes.len(), bytes: packed }),
        Some(most) => {
            bytes.truncate(header + most * item);
            bytes[4..8].copy_from_slice(&(most as u32).to_be_bytes());
            Ok(Carried { size: bytes.len(), bytes: files::gzip(&bytes)? })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Images of 1 × 2 bytes.
    const THREE: [u8; 22] = [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 10, 11, 20, 21, 30, 31];

    fn unpacked(carried: &Carried) -> Vec<u8> {
        let mut bytes = Vec::new();
        GzDecoder::new(&carried.bytes[..]).read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes.len(), carried.size);
        bytes
    }

    #[test]
    fn the_first_items_stay_and_the_header_says_so() {
        let packed = files::gzip(&THREE).unwrap();
        let two = cut("a", packed.clone(), Some(2)).unwrap();
        assert_eq!(unpacked(&two), [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 11, 20, 21]);
        for most in [None, Some(3), Some(4)] {
            let whole = cut("a", packed.clone(), most).unwrap();
            assert_eq!(whole.bytes, packed);
            assert_eq!(unpacked(&whole), THREE);
        }
        let labels = files::gzip(&[0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4]).unwrap();
        assert_eq!(unpacked(&cut("a", labels, Some(1)).unwrap()), [0, 0, 8, 1, 0, 0, 0, 1, 5]);
    }

    #[test]
    fn another_file_is_refused() {
        let refused = |bytes: &[u8]| cut("a", files::gzip(bytes).unwrap(), Some(1)).is_err();
        assert!(refused(&[]) && refused(&THREE[..21]) && refused(&THREE[..10]) && refused(b"descent"));
        assert!(refused(&[0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]));
        assert!(cut("a", b"not gzip".to_vec(), None).is_err());
        assert!(cut("a", files::gzip(&THREE).unwrap()[..20].to_vec(), None).is_err());
    }
}
