//! Every error that the library gives. Each has a stable [`Error::code`] for the page, which translates it, and an
//! English sentence for the command line.

use thiserror::Error as ThisError;

/// What the library returns when it can fail.
pub type Result<T> = core::result::Result<T, Error>;

/// What went wrong. The fields are what a reader needs to mend it.
///
/// ```
/// use descent::formula::Formula;
///
/// let error = Formula::parse("a^2 +").unwrap_err();
/// assert_eq!(error.code(), "formula-end");
/// assert_eq!(error.details(), [("position", "6".to_owned())]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum Error {
    /// The first two bytes of an IDX file must be zero.
    #[error("this is not an IDX file: it starts with the bytes {found:#06x}, not 0x0000")]
    IdxMagic { found: u16 },
    /// The third byte of an IDX file says how the values are stored; only unsigned bytes (0x08) are read.
    #[error("the IDX file holds values of type {found:#04x}; only unsigned bytes (0x08) can be read")]
    IdxType { found: u8 },
    /// Images have three dimensions, labels one.
    #[error("the IDX file has {found} dimension(s), expected {expected} (images have 3, labels 1)")]
    IdxDimensions { found: u8, expected: u8 },
    /// An image with no rows, no columns, or more pixels than memory can address.
    #[error("the IDX file says that its images are {rows} × {columns} pixels, which cannot be read")]
    IdxShape { rows: u32, columns: u32 },
    /// The file ends before what its header promises.
    #[error("the IDX file is cut short: {found} of {expected} bytes are there")]
    IdxTruncated { expected: u64, found: u64 },
    /// The file goes on after what its header promises.
    #[error("the IDX file should end after {expected} bytes but goes on")]
    IdxTrailing { expected: u64 },
    /// As many labels as images are needed.
    #[error("there are {images} images but {labels} labels")]
    CountsDiffer { images: u64, labels: u64 },
    /// Labels are digits.
    #[error("label number {index} is {value}; labels are digits from 0 to 9")]
    LabelOutOfRange { index: u64, value: i64 },
    /// Images of the training data must have the size that the network expects.
    #[error("the images are {rows} × {columns} pixels; 28 × 28 are needed")]
    ImageSize { rows: u32, columns: u32 },
    /// Images of a reader's own data have a greatest size.
    #[error("the images are {rows} × {columns} pixels; {most} × {most} are the most")]
    ImageTooLarge { rows: u32, columns: u32, most: u32 },
    /// Images for training and for testing have one size.
    #[error("the images for training are {rows} × {columns} pixels, those for testing {test_rows} × {test_columns}")]
    SizesDiffer { rows: u32, columns: u32, test_rows: u32, test_columns: u32 },
    /// A network that is to tell classes apart needs two at least.
    #[error("there are images of {found} class(es); 2 are needed")]
    TooFewClasses { found: u64 },
    /// A data set has a greatest size.
    #[error("there are {found} examples; {most} are the most")]
    TooManyExamples { found: u64, most: u64 },
    /// Something is wrong with one of the four files of a data set.
    #[error("{part}: {error}")]
    InPart { part: &'static str, error: Box<Error> },
    /// An image given as a slice of bytes has the wrong number of them.
    #[error("an image of {found} bytes was given, {expected} are needed")]
    ImageLength { found: usize, expected: usize },
    /// A picture has a greatest size.
    #[error("the picture has {width} × {height} pixels; {most} are the most")]
    PictureSize { width: u64, height: u64, most: u64 },
    /// There is nothing to train or test on.
    #[error("there are no examples")]
    NoExamples,
    /// The learning rate α must be a finite number above zero.
    #[error("the learning rate α must be a finite number above 0")]
    LearningRate,
    /// Hidden units and mini-batch have a range.
    #[error("{what} must be between {least} and {most}, not {found}")]
    OutOfRange { what: &'static str, least: u64, most: u64, found: u64 },
    /// A number that is none, or is outside what can be computed with.
    #[error("{what} must be a number between {least} and {most}")]
    NumberOutOfRange { what: &'static str, least: i64, most: i64 },
    /// Pairs (x, l) are given as two numbers each.
    #[error("pairs are two numbers each; {found} numbers were given")]
    PairNumbers { found: u64 },
    /// Layers with no or too many units cannot be built.
    #[error("a network of {inputs}-{hidden}-{outputs} units cannot be built")]
    NetworkShape { inputs: u64, hidden: u64, outputs: u64 },
    /// The model is for other sizes than those asked for.
    #[error("the model has {inputs} inputs and {outputs} outputs; {expected_inputs} and {expected_outputs} are needed")]
    ModelShape { inputs: u64, outputs: u64, expected_inputs: u64, expected_outputs: u64 },
    /// A model file starts with its name.
    #[error("this is not a model file of Descent")]
    ModelMagic,
    /// The model file was written by a later version.
    #[error("the model file has version {found}; this program reads version {expected}")]
    ModelVersion { found: u16, expected: u16 },
    /// The model was trained on images that went through a stage which this program does not know.
    #[error(
        "the model file asks for images prepared in a way ({found:#06x}) that this program does not know; use a newer one"
    )]
    ModelStages { found: u16 },
    /// The model file ends too early or goes on too long.
    #[error("the model file has {found} bytes where {expected} are needed: it is damaged")]
    ModelLength { expected: u64, found: u64 },
    /// The checksum at the end does not fit the content.
    #[error("the model file is damaged: its checksum is {found:#010x}, not {expected:#010x}")]
    ModelChecksum { expected: u32, found: u32 },
    /// A weight is NaN or infinite.
    #[error("the model file holds a weight that is not a finite number")]
    ModelNotFinite,
    /// What was asked for needs a run, and how many examples there are is not known yet.
    #[error("the training has not begun: its data have not begun to arrive")]
    NoTraining,
    /// A saved run starts with its name.
    #[error("this is not a saved run of Descent")]
    SavedMagic,
    /// The saved run was written by another version.
    #[error("the saved run has version {found}; this program reads version {expected}")]
    SavedVersion { found: u32, expected: u32 },
    /// The saved run is cut short, or does not hold what was written.
    #[error("the saved run is damaged")]
    SavedDamaged,
    /// The saved run learned from other data than those that are there.
    #[error("the saved run learned from {total} other examples; {found} are there")]
    SavedData { total: u64, found: u64 },
    /// Points and stroke lengths that do not fit each other.
    #[error("the strokes promise {promised} coordinates, {found} were given")]
    StrokeLengths { promised: u64, found: u64 },
    /// The page asked for a part of the data that does not exist.
    #[error("there is no part of the data called \"{name}\"")]
    UnknownPart { name: String },
    /// The page asked for a parameter that the network does not have.
    #[error("there is no parameter called \"{name}\"; there are V, v, U and u")]
    UnknownParameter { name: String },
    /// There is no formula. Positions in the errors of a formula count its characters from 1.
    #[error("the formula is empty")]
    FormulaEmpty,
    /// A formula has a greatest length.
    #[error("the formula has {found} characters; {most} are the most")]
    FormulaTooLong { found: usize, most: usize },
    /// Brackets within brackets have a greatest depth.
    #[error("character {position}: too many brackets within brackets")]
    FormulaTooDeep { position: usize },
    /// A character that no formula has.
    #[error("character {position}: “{found}” has no meaning in a formula")]
    FormulaCharacter { position: usize, found: char },
    /// A word that is no function and no letter of this formula.
    #[error("character {position}: \"{name}\" is not known")]
    FormulaName { position: usize, name: String },
    /// A function needs its argument in brackets.
    #[error("character {position}: {name} needs brackets, {name}(a)")]
    FormulaBrackets { position: usize, name: String },
    /// A number, a letter or a bracket should stand here.
    #[error("character {position}: a number, a or a bracket is needed before “{found}”")]
    FormulaOperand { position: usize, found: char },
    /// The formula ends where a number, a letter or a bracket should stand.
    #[error("character {position}: the formula breaks off; a number, a or a bracket is needed")]
    FormulaEnd { position: usize },
    /// Two things stand side by side that cannot be multiplied without a sign.
    #[error("character {position}: an operation sign is missing before “{found}”")]
    FormulaOperator { position: usize, found: char },
    /// A bracket that is opened must be closed.
    #[error("character {position}: this bracket is not closed")]
    FormulaUnclosed { position: usize },
    /// A bracket that is closed must have been opened.
    #[error("character {position}: this bracket was not opened")]
    FormulaUnopened { position: usize },
    /// A descent starts from a number, and from one at which ε has a value.
    #[error("the error has no value at the start")]
    Start,
    /// The window in which minima are looked for has a lower and an upper end.
    #[error("the window must have a lower end below its upper end")]
    Window,
    /// The page asked for a table that does not exist.
    #[error("there is no table of measurements called \"{name}\"")]
    UnknownTable { name: String },
    /// More measurements than can be trained on while somebody watches.
    #[error("there are {found} measurements; at most {most} can be taken")]
    TooManyMeasurements { found: u64, most: u64 },
    /// A measurement is two finite numbers.
    #[error("measurement number {index} is not two finite numbers of a sensible size")]
    BadMeasurement { index: u64 },
    /// The ranges that are scaled must hold more than a point.
    #[error("the ranges of x and l must be finite and not empty")]
    Scaling,
    /// Noise and the share of test points are shares.
    #[error("{what} must be between 0 and 1")]
    NotAShare { what: &'static str },
    /// A QR code holds so many bytes at most.
    #[error("a text of {found} bytes does not fit into a QR code; {most} are the most")]
    CodeTooLong { found: usize, most: usize },
}

impl Error {
    /// A stable name of the error, in kebab-case; the page looks up its translation under it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::IdxMagic { .. } => "idx-magic",
            Self::IdxType { .. } => "idx-type",
            Self::IdxDimensions { .. } => "idx-dimensions",
            Self::IdxShape { .. } => "idx-shape",
            Self::IdxTruncated { .. } => "idx-truncated",
            Self::IdxTrailing { .. } => "idx-trailing",
            Self::CountsDiffer { .. } => "counts-differ",
            Self::LabelOutOfRange { .. } => "label-out-of-range",
            Self::ImageSize { .. } => "image-size",
            Self::ImageTooLarge { .. } => "image-too-large",
            Self::SizesDiffer { .. } => "sizes-differ",
            Self::TooFewClasses { .. } => "too-few-classes",
            Self::TooManyExamples { .. } => "too-many-examples",
            Self::InPart { error, .. } => error.code(),
            Self::ImageLength { .. } => "image-length",
            Self::PictureSize { .. } => "picture-size",
            Self::NoExamples => "no-examples",
            Self::LearningRate => "learning-rate",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NumberOutOfRange { .. } => "number-out-of-range",
            Self::PairNumbers { .. } => "pair-numbers",
            Self::NetworkShape { .. } => "network-shape",
            Self::ModelShape { .. } => "model-shape",
            Self::ModelMagic => "model-magic",
            Self::ModelVersion { .. } => "model-version",
            Self::ModelStages { .. } => "model-stages",
            Self::ModelLength { .. } => "model-length",
            Self::ModelChecksum { .. } => "model-checksum",
            Self::ModelNotFinite => "model-not-finite",
            Self::NoTraining => "no-training",
            Self::SavedMagic => "saved-magic",
            Self::SavedVersion { .. } => "saved-version",
            Self::SavedDamaged => "saved-damaged",
            Self::SavedData { .. } => "saved-data",
            Self::StrokeLengths { .. } => "stroke-lengths",
            Self::UnknownPart { .. } => "unknown-part",
            Self::UnknownParameter { .. } => "unknown-parameter",
            Self::FormulaEmpty => "formula-empty",
            Self::FormulaTooLong { .. } => "formula-too-long",
            Self::FormulaTooDeep { .. } => "formula-too-deep",
            Self::FormulaCharacter { .. } => "formula-character",
            Self::FormulaName { .. } => "formula-name",
            Self::FormulaBrackets { .. } => "formula-brackets",
            Self::FormulaOperand { .. } => "formula-operand",
            Self::FormulaEnd { .. } => "formula-end",
            Self::FormulaOperator { .. } => "formula-operator",
            Self::FormulaUnclosed { .. } => "formula-unclosed",
            Self::FormulaUnopened { .. } => "formula-unopened",
            Self::Start => "start",
            Self::Window => "window",
            Self::UnknownTable { .. } => "unknown-table",
            Self::TooManyMeasurements { .. } => "too-many-measurements",
            Self::BadMeasurement { .. } => "bad-measurement",
            Self::Scaling => "scaling",
            Self::NotAShare { .. } => "not-a-share",
            Self::CodeTooLong { .. } => "code-too-long",
        }
    }

    /// The numbers and names inside the message, for a translation that wants to say them.
    #[must_use]
    pub fn details(&self) -> Vec<(&'static str, String)> {
        macro_rules! pairs {
            ($($field:ident),*) => { written(&[$((stringify!($field), Detail::from(*$field))),*]) };
        }
        match self {
            Self::IdxMagic { found } | Self::ModelStages { found } => pairs!(found),
            Self::IdxType { found } => pairs!(found),
            Self::IdxDimensions { found, expected } => pairs!(found, expected),
            Self::IdxShape { rows, columns } | Self::ImageSize { rows, columns } => {
                pairs!(rows, columns)
            }
            Self::IdxTruncated { expected, found } | Self::ModelLength { expected, found } => {
                pairs!(expected, found)
            }
            Self::IdxTrailing { expected } => pairs!(expected),
            Self::CountsDiffer { images, labels } => pairs!(images, labels),
            Self::LabelOutOfRange { index, value } => pairs!(index, value),
            Self::ImageTooLarge { rows, columns, most } => pairs!(rows, columns, most),
            Self::SizesDiffer { rows, columns, test_rows, test_columns } => {
                pairs!(rows, columns, test_rows, test_columns)
            }
            Self::InPart { part, error } => {
                let part = written(&[("part", Detail::Text(part))]);
                error.details().into_iter().chain(part).collect()
            }
            Self::ImageLength { found, expected } => pairs!(found, expected),
            Self::PictureSize { width, height, most } => pairs!(width, height, most),
            Self::OutOfRange { what, least, most, found } => {
                pairs!(what, least, most, found)
            }
            Self::NumberOutOfRange { what, least, most } => pairs!(what, least, most),
            Self::PairNumbers { found } | Self::TooFewClasses { found } => pairs!(found),
            Self::NetworkShape { inputs, hidden, outputs } => {
                pairs!(inputs, hidden, outputs)
            }
            Self::ModelShape { inputs, outputs, expected_inputs, expected_outputs } => {
                pairs!(inputs, outputs, expected_inputs, expected_outputs)
            }
            Self::ModelVersion { found, expected } => pairs!(found, expected),
            Self::SavedData { total, found } => pairs!(total, found),
            Self::SavedVersion { found, expected } | Self::ModelChecksum { found, expected } => {
                pairs!(found, expected)
            }
            Self::StrokeLengths { promised, found } => pairs!(promised, found),
            Self::UnknownPart { name } | Self::UnknownParameter { name } | Self::UnknownTable { name } => {
                written(&[("name", Detail::Text(name))])
            }
            Self::FormulaTooLong { found, most } | Self::CodeTooLong { found, most } => pairs!(found, most),
            Self::FormulaTooDeep { position }
            | Self::FormulaEnd { position }
            | Self::FormulaUnclosed { position }
            | Self::FormulaUnopened { position } => pairs!(position),
            Self::FormulaCharacter { position, found }
            | Self::FormulaOperand { position, found }
            | Self::FormulaOperator { position, found } => pairs!(position, found),
            Self::FormulaName { position, name } | Self::FormulaBrackets { position, name } => {
                written(&[("position", Detail::from(*position)), ("name", Detail::Text(name))])
            }
            Self::NoExamples
            | Self::Scaling
            | Self::LearningRate
            | Self::ModelMagic
            | Self::ModelNotFinite
            | Self::NoTraining
            | Self::SavedMagic
            | Self::SavedDamaged
            | Self::FormulaEmpty
            | Self::Start
            | Self::Window => Vec::new(),
            Self::TooManyMeasurements { found, most } | Self::TooManyExamples { found, most } => pairs!(found, most),
            Self::BadMeasurement { index } => pairs!(index),
            Self::NotAShare { what } => pairs!(what),
        }
    }
}

/// A number or a name in an error.
enum Detail<'a> {
    Number(i64),
    Letter(char),
    Text(&'a str),
}

macro_rules! from_numbers {
    ($($type:ty),*) => { $(
        impl From<$type> for Detail<'_> {
            #[allow(clippy::cast_lossless, clippy::cast_possible_wrap, reason = "one way for all; no count comes near 2^63")]
            fn from(number: $type) -> Self {
                Self::Number(number as i64)
            }
        }
    )* };
}
from_numbers!(u8, u16, u32, u64, usize, i64);

impl From<char> for Detail<'_> {
    fn from(letter: char) -> Self {
        Self::Letter(letter)
    }
}

impl From<&'static str> for Detail<'_> {
    fn from(text: &'static str) -> Self {
        Self::Text(text)
    }
}

#[cold]
#[inline(never)] // once in the page's module
fn written(details: &[(&'static str, Detail<'_>)]) -> Vec<(&'static str, String)> {
    let written = |detail: &Detail<'_>| match *detail {
        Detail::Number(number) => number.to_string(),
        Detail::Letter(letter) => letter.into(),
        Detail::Text(text) => text.into(),
    };
    details.iter().map(|(name, detail)| (*name, written(detail))).collect()
}
