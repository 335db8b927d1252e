//! Examples from files: MNIST, other IDX files, drawings as lines of JSON. What is packed is seen from the content.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use descent::data::Image;
use descent::data::dataset::Dataset;
use descent::data::idx::{read_images, read_labels};
use descent::data::sheet::normalise;
use descent::data::stages::Stages;
use descent::data::strokes::{Labelled, read_line};
use descent::error::Error;
use flate2::bufread::MultiGzDecoder;

use super::failure::{Context, Failure, Result, reason};
use super::project::Project;

/// One of MNIST's two parts.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// 60,000 examples.
    Train,
    /// 10,000 examples.
    Test,
}

/// A part of MNIST from `folder`, or from where the page has it.
pub fn mnist(part: Part, folder: Option<&Path>) -> Result<Dataset> {
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => Project::find(None)?.data(),
    };
    let name = match part {
        Part::Train => "train",
        Part::Test => "t10k",
    };
    let images = packed_or_not(&folder, &format!("{name}-images-idx3-ubyte"));
    let labels = packed_or_not(&folder, &format!("{name}-labels-idx1-ubyte"));
    idx(&images, &labels)
}

/// The file with `.gz` behind its name if it is there, else the one without.
fn packed_or_not(folder: &Path, name: &str) -> PathBuf {
    let (plain, packed) = (folder.join(name), folder.join(format!("{name}.gz")));
    if plain.is_file() && !packed.is_file() { plain } else { packed }
}

/// Two IDX files. Images of another size than 28 × 28 are brought to it as a drawing is.
pub fn idx(images: &Path, labels: &Path) -> Result<Dataset> {
    let about = |path: &Path| {
        let name = path.display().to_string();
        move |error: Error| Failure::run(format!("{name}: {error}"))
    };
    let (pixels, values) = (unpacked(images)?, unpacked(labels)?);
    let (shape, pixels) = read_images(&pixels).map_err(about(images))?;
    let values = read_labels(&values).map_err(about(labels))?;
    let (rows, columns) = (shape.rows as usize, shape.columns as usize);
    if shape.count as usize != values.len() {
        let differ = Error::CountsDiffer { images: u64::from(shape.count), labels: values.len() as u64 };
        return Err(Failure::run(format!("{} and {}: {differ}", images.display(), labels.display())));
    }
    let normal = pixels.chunks_exact(shape.item()).map(|image| normalise(rows, columns, image));
    let normal: Vec<Image> = normal.collect::<std::result::Result<_, _>>().map_err(about(images))?;
    dataset(images, &normal, values)
}

fn dataset(path: &Path, images: &[Image], labels: &[u8]) -> Result<Dataset> {
    let about = |error: Error| Failure::run(format!("{}: {error}", path.display()));
    if images.is_empty() {
        return Err(about(Error::NoExamples));
    }
    Dataset::from_images(images.iter().zip(labels.iter().copied())).map_err(about)
}

/// Drawings of a file, one a line.
pub fn drawings(path: &Path) -> Result<Vec<Labelled>> {
    let mut drawings = Vec::new();
    for (number, line) in (1..).zip(open(path)?.lines()) {
        let wrong = |why: String| Failure::run(format!("{}, line {number}: {why}", path.display()));
        let line = line.map_err(|error| wrong(reason(&error)))?;
        drawings.extend(read_line(&line).map_err(|bad| wrong(bad.to_string()))?);
    }
    Ok(drawings)
}

/// Drawings of a file, each after its stages and with a pen of a radius in pixels of the image.
pub fn strokes(path: &Path, stages: Stages, pen: f64) -> Result<Dataset> {
    images_of(path, &drawings(path)?, stages, pen)
}

/// The images of drawings that were read from `path`.
pub fn images_of(path: &Path, drawings: &[Labelled], stages: Stages, pen: f64) -> Result<Dataset> {
    // Every drawing that was read has ink.
    let seen = drawings.iter().filter_map(|it| Some((stages.drawing_with_pen(&it.drawing, pen)?, it.digit)));
    let (images, labels): (Vec<_>, Vec<_>) = seen.unzip();
    dataset(path, &images, &labels)
}

/// The content of a file, unpacked if it is gzip.
pub fn unpacked(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).context(|| format!("cannot read {}", path.display()))?;
    Ok(bytes)
}

/// A file to read from, through gzip if it begins as such a file does.
fn open(path: &Path) -> Result<Box<dyn BufRead>> {
    let doing = || format!("cannot read {}", path.display());
    let mut file = BufReader::new(File::open(path).context(doing)?);
    let packed = file.fill_buf().context(doing)?.starts_with(&[0x1f, 0x8b]);
    Ok(if packed { Box::new(BufReader::new(MultiGzDecoder::new(file))) } else { Box::new(file) })
}
