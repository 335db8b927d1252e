//! Examples from files: MNIST, other IDX files, drawings as lines of JSON. What is packed is seen from the content.

use std::io::{BufRead, ErrorKind, Read};
use std::path::{Path, PathBuf};

use descent::data::Image;
use descent::data::dataset::Dataset;
use descent::data::faint;
use descent::data::idx::{Shape, read_images, read_labels};
use descent::data::sheet::normalise;
use descent::data::stages::Stages;
use descent::data::strokes::{Labelled, read_line};
use descent::error::Error;
use flate2::bufread::GzDecoder;

use super::failure::{Failure, Result, reason};
use super::files;
use super::output::remark;
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

/// The first of the names under which such a file is passed on: with a dot before the kind of the file or with a hyphen,
/// packed or not.
fn packed_or_not(folder: &Path, name: &str) -> PathBuf {
    let dotted = name.replace("-idx", ".idx");
    let names = [format!("{name}.gz"), name.to_owned(), format!("{dotted}.gz"), dotted];
    let paths = || names.iter().map(|name| folder.join(name));
    paths().find(|path| path.is_file()).unwrap_or_else(|| folder.join(&names[0]))
}

/// Two IDX files. Images of another size than 28 × 28 are brought to it as a drawing is.
pub fn idx(images: &Path, labels: &Path) -> Result<Dataset> {
    Pair::read(images, labels)?.dataset(Lie::default())
}

/// How the images of a file lie, against how they should.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lie {
    /// Paper is 255 and ink is 0.
    pub inverted: bool,
    /// Rows are columns.
    pub turned: bool,
}

/// What two IDX files hold.
#[derive(Debug)]
pub struct Pair {
    images: PathBuf,
    shape: Shape,
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

impl Pair {
    /// Reads both. Pixels that do not run to 255 are brightened, and that is said.
    pub fn read(images: &Path, labels: &Path) -> Result<Self> {
        let about = |path: &Path| {
            let name = path.display().to_string();
            move |error: Error| Failure::run(format!("{name}: {error}"))
        };
        let (pixels, values) = (unpacked(images)?, unpacked(labels)?);
        let (shape, pixels) = read_images(&pixels).map_err(about(images))?;
        let values = read_labels(&values).map_err(about(labels))?;
        if shape.count as usize != values.len() {
            let differ = Error::CountsDiffer { images: u64::from(shape.count), labels: values.len() as u64 };
            return Err(Failure::run(format!("{} and {}: {differ}", images.display(), labels.display())));
        }
        let greatest = faint::greatest(pixels);
        if let Some(greatest) = greatest {
            remark!(
                "note: {}: no pixel is above {greatest}; all were brightened so that {greatest} is 255",
                images.display()
            );
        }
        let pixels = faint::brightened(pixels, greatest).into_owned();
        Ok(Self { images: images.to_owned(), shape, pixels, labels: values.into_owned() })
    }

    /// The images as examples, if they lie so.
    pub fn dataset(&self, Lie { inverted, turned }: Lie) -> Result<Dataset> {
        let (rows, columns) = (self.shape.rows as usize, self.shape.columns as usize);
        let lain = |image: &[u8]| -> Vec<u8> {
            let pixel = |at: usize| if inverted { 255 - image[at] } else { image[at] };
            let from = |at: usize| if turned { at % rows * columns + at / rows } else { at };
            (0..image.len()).map(|at| pixel(from(at))).collect()
        };
        let (down, across) = if turned { (columns, rows) } else { (rows, columns) };
        let normal = self.pixels.chunks_exact(self.shape.item()).map(|image| normalise(down, across, &lain(image)));
        let normal: std::result::Result<Vec<Image>, Error> = normal.collect();
        let normal = normal.map_err(|error| Failure::run(format!("{}: {error}", self.images.display())))?;
        dataset(&self.images, &normal, &self.labels)
    }
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
    for (number, line) in (1..).zip(unpacked(path)?.lines()) {
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

/// The content of a file, unpacked if it is gzip, as its first bytes say and not its name. Several gzip files one behind the
/// other are one, and zeros behind them are padding. A file that was packed twice is unpacked twice.
pub fn unpacked(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = files::read(path)?;
    let about = |why: &str| Failure::run(format!("{}: {why}", path.display()));
    for _ in 0..2 {
        if !bytes.starts_with(&GZIP) {
            break;
        }
        bytes = gunzipped(&bytes).map_err(|why| about(&why))?;
    }
    if bytes.starts_with(&GZIP) {
        return Err(about("gzip within gzip within gzip; unpack it first"));
    }
    let text = bytes.trim_ascii_start();
    if text.starts_with(b"<!") || text.get(..5).is_some_and(|tag| tag.eq_ignore_ascii_case(b"<html")) {
        return Err(about("this is a web page and no data; open the link in a browser and save the file itself"));
    }
    Ok(bytes)
}

const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A magic number and three sizes of an IDX file.
const LONGEST_HEADER: u64 = 16;
/// What has no header that tells its length: models, drawings as text, gzip within gzip. Unpacked bytes.
const MOST_UNTOLD: u64 = 256 << 20;

/// How long a file may be that begins so. An IDX file says it itself; somewhat more is read, so that its reader can tell how
/// much too long it is.
fn most_bytes(start: &[u8]) -> u64 {
    let Some((&[0, 0, kind, dimensions @ 1..=3], sizes)) = start.split_first_chunk() else { return MOST_UNTOLD };
    let item = match kind {
        0x08 | 0x09 => 1,
        0x0b => 2,
        0x0c | 0x0d => 4,
        _ => 8,
    };
    let sizes = sizes.as_chunks().0.iter().take(dimensions.into()).map(|size| u64::from(u32::from_be_bytes(*size)));
    let told = sizes.fold(item, u64::saturating_mul).saturating_add(LONGEST_HEADER);
    told.saturating_mul(2).clamp(1 << 20, 8 << 30)
}

/// What is packed in gzip; an error says what to do.
fn gunzipped(packed: &[u8]) -> std::result::Result<Vec<u8>, String> {
    let (mut bytes, mut rest) = (Vec::new(), packed);
    while rest.starts_with(&GZIP) {
        let mut decoder = GzDecoder::new(rest);
        let mut read = |most: u64, bytes: &mut Vec<u8>| {
            decoder.by_ref().take(most.saturating_sub(bytes.len() as u64)).read_to_end(bytes).map_err(|error| {
                match error.kind() {
                    ErrorKind::UnexpectedEof => "the gzip file ends too early; download or copy it again".to_owned(),
                    _ => format!("the gzip file is damaged ({error}); download or copy it again"),
                }
            })
        };
        read(LONGEST_HEADER, &mut bytes)?;
        let most = most_bytes(&bytes);
        read(most, &mut bytes)?;
        if bytes.len() as u64 >= most {
            return Err(format!("unpacked it is longer than {most} bytes, which no file of this kind is"));
        }
        rest = decoder.into_inner();
    }
    if rest.iter().any(|byte| *byte != 0) {
        return Err(format!("{} bytes that are no gzip stand behind the packed data; download it again", rest.len()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mnist_is_found_under_each_of_its_names() {
        const NAME: &str = "train-images-idx3-ubyte";
        let folder = tempfile::tempdir().unwrap();
        let found = || packed_or_not(folder.path(), NAME).file_name().unwrap().to_owned();
        assert_eq!(found(), "train-images-idx3-ubyte.gz", "the name to complain about");
        for name in ["train-images.idx3-ubyte", "train-images.idx3-ubyte.gz", NAME, "train-images-idx3-ubyte.gz"] {
            files::write(&folder.path().join(name), b"").unwrap();
            assert_eq!(found(), name);
        }
    }
}
