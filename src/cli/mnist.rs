//! The data sets on this disk: MNIST's four files beside the page, or any other pair of IDX files.

use std::io::Read;
use std::path::Path;

use descent::data::dataset::Dataset;
use flate2::read::MultiGzDecoder;

use super::failure::{Context, Failure, Result};
use super::files;

/// The bytes of a file, unzipped if it is a gzip file: by its content, not by its name.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let bytes = files::read(path)?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut unzipped = Vec::new();
    MultiGzDecoder::new(bytes.as_slice())
        .read_to_end(&mut unzipped)
        .context(|| format!("cannot unzip {}", path.display()))?;
    Ok(unzipped)
}

/// The 60,000 examples for training.
pub fn train(folder: &Path) -> Result<Dataset> {
    pair(folder, "train")
}

/// The 10,000 examples for testing.
pub fn test(folder: &Path) -> Result<Dataset> {
    pair(folder, "t10k")
}

/// Puts the file's name before what the core says of it.
pub fn named<T>(path: &Path, result: descent::error::Result<T>) -> Result<T> {
    result.map_err(|error| Failure::run(format!("{}: {error}", path.display())))
}

fn pair(folder: &Path, name: &str) -> Result<Dataset> {
    let file = |kind: &str| {
        let plain = folder.join(format!("{name}-{kind}-ubyte"));
        let zipped = plain.with_added_extension("gz");
        if plain.is_file() { plain } else { zipped }
    };
    let (images, labels) = (file("images-idx3"), file("labels-idx1"));
    let mut dataset = Dataset::new();
    let bytes = read(&images)?;
    named(&images, dataset.push_images(&bytes).and_then(|()| dataset.finish_images()))?;
    let bytes = read(&labels)?;
    named(&labels, dataset.push_labels(&bytes).and_then(|()| dataset.finish_labels()))?;
    Ok(dataset)
}
