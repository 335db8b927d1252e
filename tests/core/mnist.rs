//! MNIST as the page ships it, unzipped once for all tests.

use std::io::Read;
use std::path::Path;
use std::sync::OnceLock;

use descent::data::dataset::Dataset;

/// The bytes of one of the four files in `www/data`.
pub fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data").join(format!("{name}.gz"));
    let file = std::fs::File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).expect("a gzip file");
    bytes
}

/// The 60,000 examples for training.
pub fn train() -> &'static Dataset {
    static TRAIN: OnceLock<Dataset> = OnceLock::new();
    TRAIN.get_or_init(|| {
        Dataset::from_files(&file("train-images-idx3-ubyte"), &file("train-labels-idx1-ubyte")).expect("MNIST")
    })
}

/// The 10,000 examples for testing.
pub fn test() -> &'static Dataset {
    static TEST: OnceLock<Dataset> = OnceLock::new();
    TEST.get_or_init(|| {
        Dataset::from_files(&file("t10k-images-idx3-ubyte"), &file("t10k-labels-idx1-ubyte")).expect("MNIST")
    })
}
