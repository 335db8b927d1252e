//! A training run with its data, for the worker.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::classifier::checked;
use super::clock::now;
use super::error::Thrown;
use crate::data::dataset::{Dataset, SparseImage};
use crate::error::Error;
use crate::network::sparse::Workspace;
use crate::network::weights::{Encoding, Model};
use crate::rule::LearningRate;
use crate::training::evaluation::Evaluation;
use crate::training::trainer::{Settings, Step, Trainer};

/// Mini-batches whose mean is shown as the present ε.
const RECENT: u32 = 100;

/// Trains a 784-H-10 network on data that may still be arriving.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Training {
    train: Dataset,
    test: Dataset,
    rate: LearningRate,
    settings: Settings,
    /// Made when the number of examples is known.
    trainer: Option<Trainer>,
    evaluation: Option<Evaluation>,
    workspace: Workspace,
}

/// Where a run stands; see the fields of the same names in `www/chapters/digits/training/types.js`.
#[derive(Serialize)]
struct Status {
    step: u64,
    epoch: u64,
    position: usize,
    total: usize,
    arrived: usize,
    test_arrived: usize,
    test_total: usize,
    hidden: usize,
    batch: usize,
    rate: f64,
    seed: u64,
    error: Option<f64>,
    accuracy: Option<f64>,
    steps_per_epoch: u64,
    waiting: bool,
}

#[derive(Clone, Copy)]
enum Part {
    TrainImages,
    TrainLabels,
    TestImages,
    TestLabels,
}

impl Part {
    fn named(name: &str) -> Result<Self, Error> {
        match name {
            "train-images" => Ok(Self::TrainImages),
            "train-labels" => Ok(Self::TrainLabels),
            "test-images" => Ok(Self::TestImages),
            "test-labels" => Ok(Self::TestLabels),
            _ => Err(Error::UnknownPart { name: name.into() }),
        }
    }
}

#[wasm_bindgen]
impl Training {
    /// A run that waits for its data.
    ///
    /// # Errors
    /// When a setting is outside its range.
    #[wasm_bindgen(constructor)]
    pub fn new(hidden: usize, rate: f64, batch: usize, seed: u32) -> Result<Training, Thrown> {
        Ok(Training {
            train: Dataset::new(),
            test: Dataset::new(),
            rate: LearningRate::new(rate)?,
            settings: Settings::new(hidden, batch, seed.into())?,
            trainer: None,
            evaluation: None,
            workspace: Workspace::default(),
        })
    }

    /// The next piece of one of the four IDX files.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn push(&mut self, part: &str, bytes: &[u8]) -> Result<(), Thrown> {
        match Part::named(part)? {
            Part::TrainImages => self.train.push_images(bytes)?,
            Part::TrainLabels => self.train.push_labels(bytes)?,
            Part::TestImages => self.test.push_images(bytes)?,
            Part::TestLabels => self.test.push_labels(bytes)?,
        }
        if self.trainer.is_none()
            && let Some(total) = self.train.total()
        {
            self.trainer = Some(Trainer::new(self.settings, self.rate, total)?);
        }
        Ok(())
    }

    /// A file has ended.
    ///
    /// # Errors
    /// When it is too short.
    pub fn finish(&mut self, part: &str) -> Result<(), Thrown> {
        match Part::named(part)? {
            Part::TrainImages => self.train.finish_images()?,
            Part::TrainLabels => self.train.finish_labels()?,
            Part::TestImages => self.test.finish_images()?,
            Part::TestLabels => self.test.finish_labels()?,
        }
        Ok(())
    }

    /// Forgets what arrived of a file, to load it again. The network keeps what it has learned.
    ///
    /// # Errors
    /// When there is no such part.
    pub fn restart(&mut self, part: &str) -> Result<(), Thrown> {
        match Part::named(part)? {
            Part::TrainImages => self.train.restart_images(),
            Part::TrainLabels => self.train.restart_labels(),
            Part::TestImages => self.test.restart_images(),
            Part::TestLabels => self.test.restart_labels(),
        }
        Ok(())
    }

    /// A new network; the data stay.
    ///
    /// # Errors
    /// When a setting is outside its range; the present network then stays.
    pub fn reset(&mut self, hidden: usize, rate: f64, batch: usize, seed: u32) -> Result<(), Thrown> {
        let (settings, rate) = (Settings::new(hidden, batch, seed.into())?, LearningRate::new(rate)?);
        self.trainer = self.train.total().map(|total| Trainer::new(settings, rate, total)).transpose()?;
        (self.settings, self.rate, self.evaluation) = (settings, rate, None);
        Ok(())
    }

    /// Changes α; nothing is reset.
    ///
    /// # Errors
    /// When α is not a finite number above 0; the present one then stays.
    pub fn set_rate(&mut self, rate: f64) -> Result<(), Thrown> {
        self.rate = LearningRate::new(rate)?;
        if let Some(trainer) = &mut self.trainer {
            trainer.set_rate(self.rate);
        }
        Ok(())
    }

    /// One mini-batch; `false` when its data have not arrived.
    pub fn step(&mut self) -> bool {
        self.advance().is_some()
    }

    /// Exactly one mini-batch back; `false` at the start.
    pub fn back(&mut self) -> bool {
        self.trainer.as_mut().is_some_and(|trainer| trainer.back(&self.train))
    }

    /// Trains until the time is over, the run has made `stop_step` steps, or data are missing; gives the number of
    /// steps made. At the end of each epoch the test accuracy is measured, if the test data are there.
    pub fn train_for(&mut self, milliseconds: f64, stop_step: f64) -> u32 {
        let start = now();
        let mut made = 0;
        while self.trainer.as_ref().is_some_and(|trainer| (trainer.step_count() as f64) < stop_step) {
            if self.advance().is_none() {
                break;
            }
            made += 1;
            if now() - start >= milliseconds {
                break;
            }
        }
        made
    }

    /// The accuracy on all test images, 0..=1, also remembered; `undefined` when they are not all there.
    pub fn evaluate(&mut self) -> Option<f64> {
        if !self.test.is_complete() {
            return None;
        }
        let evaluation = self.trainer.as_mut()?.evaluate(&self.test);
        let accuracy = evaluation.accuracy();
        self.evaluation = Some(evaluation);
        Some(accuracy)
    }

    /// Where the run stands.
    ///
    /// # Errors
    /// When the object cannot be built.
    pub fn status(&self) -> Result<JsValue, JsValue> {
        let trainer = self.trainer.as_ref();
        let status = Status {
            step: trainer.map_or(0, Trainer::step_count),
            epoch: trainer.map_or(0, Trainer::epoch),
            position: trainer.map_or(0, Trainer::position),
            total: self.train.total().unwrap_or(0),
            arrived: self.train.arrived(),
            test_arrived: self.test.arrived(),
            test_total: self.test.total().unwrap_or(0),
            hidden: self.settings.hidden(),
            batch: self.settings.batch(),
            rate: self.rate.get(),
            seed: self.settings.seed(),
            error: trainer.and_then(|trainer| trainer.curve().recent(RECENT)),
            accuracy: trainer.and_then(|trainer| trainer.accuracies().points().last()).map(|(_, accuracy)| *accuracy),
            steps_per_epoch: trainer.map_or(0, Trainer::steps_per_epoch),
            waiting: trainer.is_none_or(|trainer| !trainer.is_ready(&self.train)),
        };
        let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
        status.serialize(&serializer).map_err(JsValue::from)
    }

    /// The error curve: last step, least, mean and largest ε of each bin, one bin after another.
    pub fn curve(&self) -> Vec<f64> {
        let bins = self.trainer.iter().flat_map(|trainer| trainer.curve().bins());
        bins.flat_map(|bin| [bin.last_step as f64, bin.min, bin.mean(), bin.max]).collect()
    }

    /// Step and test accuracy, one pair after another.
    pub fn accuracies(&self) -> Vec<f64> {
        let points = self.trainer.iter().flat_map(|trainer| trainer.accuracies().points());
        points.flat_map(|(step, accuracy)| [*step as f64, *accuracy]).collect()
    }

    /// The confusion matrix of the last evaluation, row by row (row: label, column: answer); empty before.
    pub fn confusion(&self) -> Vec<u32> {
        self.evaluation.iter().flat_map(|evaluation| evaluation.confusion.as_flattened()).copied().collect()
    }

    /// z₀ … z₉ of the network in training for an image of 784 bytes; empty before the data begin to arrive.
    ///
    /// # Errors
    /// When the image has another length.
    pub fn classify(&mut self, image: &[u8]) -> Result<Vec<f32>, Thrown> {
        let image = SparseImage::new(checked(image)?);
        let Some(trainer) = &self.trainer else { return Ok(Vec::new()) };
        Ok(trainer.network().answer(image.input(), &mut self.workspace))
    }

    /// V row by row, H × 784 numbers; empty before the data begin to arrive.
    pub fn rows(&self) -> Vec<f32> {
        self.trainer.as_ref().map_or_else(Vec::new, |trainer| trainer.network().rows())
    }

    /// The model file of the network as it is now; empty before the data begin to arrive.
    pub fn model(&self) -> Vec<u8> {
        let model = |trainer: &Trainer| Model::new(trainer.network().clone()).to_bytes(Encoding::F32);
        self.trainer.as_ref().map_or_else(Vec::new, model)
    }
}

impl Training {
    /// One step, and the evaluation that an epoch's end brings; `None` while data are missing.
    fn advance(&mut self) -> Option<()> {
        match self.trainer.as_mut()?.step(&self.train) {
            Step::Waiting => None,
            Step::Made { epoch_ended, .. } => {
                if epoch_ended {
                    self.evaluate();
                }
                Some(())
            }
        }
    }
}
