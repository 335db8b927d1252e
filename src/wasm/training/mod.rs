//! A training run with its data, for the worker.

mod images;
mod look;
mod own;

use wasm_bindgen::prelude::*;

use super::classifier::checked;
use super::clock::now;
use super::error::Thrown;
use super::object::{object, objects};
use super::{numbers, quadruples};
use crate::data::dataset::{Dataset, SparseImage};
use crate::error::Error;
use crate::network::sparse::Workspace;
use crate::network::weights::{Encoding, Model};
use crate::rule::LearningRate;
use crate::training::evaluation::{EARLY_IMAGES, Evaluation};
use crate::training::history::Accuracies;
use crate::training::trainer::{Settings, Step, Trainer};

mod keep;
mod measure;
mod teach;

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
    /// The last, and after which step it was made.
    evaluation: Option<(u64, Evaluation)>,
    workspace: Workspace,
    /// The data are a reader's own: no address tells them.
    is_own: bool,
}

objects! {
    /// Where a training stands.
    TrainingStatus {
        /// mini-batches made
        t: f64 as "number",
        /// the furthest that was made
        last: f64 as "number",
        epoch: f64 as "number",
        /// examples of this epoch already used
        position: f64 as "number",
        /// training examples when all have arrived
        total: f64 as "number",
        /// training examples so far
        arrived: f64 as "number",
        test_arrived: f64 as "number",
        test_total: f64 as "number",
        /// so many of the test images are asked within the first epoch
        early_images: f64 as "number",
        hidden: f64 as "number",
        batch: f64 as "number",
        /// α
        rate: f64 as "number",
        seed: f64 as "number",
        /// mean ε of the last mini-batches, at most 100
        error: Option<f64> as "number | null",
        /// the last one measured up to t, 0 to 1
        accuracy: Option<f64> as "number | null",
        steps_per_epoch: f64 as "number",
        /// the t at which this epoch ends, if the run goes on as it would
        epoch_end: f64 as "number",
        /// lessons among the t steps
        taught: f64 as "number",
        /// the next mini-batch's data have not arrived
        waiting: bool as "boolean",
    }
}

#[wasm_bindgen(typescript_custom_section)]
const DATA_PART: &str = r#"/** One of the four files of MNIST. */
export type DataPart = "train-images" | "train-labels" | "test-images" | "test-labels";
"#;

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

impl Training {
    /// The part of this name; none where there are data of one's own. MNIST that still arrives then is of no use any more,
    /// and changes nothing: neither a piece nor its end, nor that it must be loaded again.
    fn awaited(&self, name: &str) -> Result<Option<Part>, Error> {
        let part = Part::named(name)?;
        Ok((!self.is_own).then_some(part))
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
            is_own: false,
        })
    }

    /// The next piece of one of the four IDX files.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn push(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "DataPart")] part: &str,
        bytes: &[u8],
    ) -> Result<(), Thrown> {
        let Some(part) = self.awaited(part)? else { return Ok(()) };
        match part {
            Part::TrainImages => self.train.push_images(bytes)?,
            Part::TrainLabels => self.train.push_labels(bytes)?,
            Part::TestImages => self.test.push_images(bytes)?,
            Part::TestLabels => self.test.push_labels(bytes)?,
        }
        // A run that was restored before its data came may have learned from others.
        if let Some(total) = self.train.total()
            && !self.trainer.as_mut().is_some_and(|trainer| trainer.fits(&self.train))
        {
            (self.trainer, self.evaluation) = (Some(Trainer::new(self.settings, self.rate, total)?), None);
        }
        Ok(())
    }

    /// A file has ended.
    ///
    /// # Errors
    /// When it is too short.
    pub fn finish(&mut self, #[wasm_bindgen(unchecked_param_type = "DataPart")] part: &str) -> Result<(), Thrown> {
        let Some(part) = self.awaited(part)? else { return Ok(()) };
        match part {
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
    pub fn restart(&mut self, #[wasm_bindgen(unchecked_param_type = "DataPart")] part: &str) -> Result<(), Thrown> {
        let Some(part) = self.awaited(part)? else { return Ok(()) };
        match part {
            Part::TrainImages => self.train.restart_images(),
            Part::TrainLabels => self.train.restart_labels(),
            Part::TestImages => self.test.restart_images(),
            Part::TestLabels => self.test.restart_labels(),
        }
        Ok(())
    }

    /// Whether the data are a reader's own: then no piece of MNIST is of use any more.
    #[wasm_bindgen(getter)]
    pub fn is_own(&self) -> bool {
        self.is_own
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

    /// Steps made.
    #[wasm_bindgen(getter)]
    pub fn t(&self) -> f64 {
        self.trainer.as_ref().map_or(0, Trainer::t) as f64
    }

    /// The furthest step that was made.
    #[wasm_bindgen(getter)]
    pub fn last(&self) -> f64 {
        self.trainer.as_ref().map_or(0, Trainer::last) as f64
    }

    /// One mini-batch; `false` when its data have not arrived. With the α of then it is the step that was made before, with
    /// another what lay ahead is cut off.
    pub fn step(&mut self) -> bool {
        self.advance().is_some()
    }

    /// One mini-batch back; `false` at the start.
    pub fn back(&mut self) -> bool {
        self.trainer.as_mut().is_some_and(|trainer| trainer.back(&self.train))
    }

    /// To step t, or the nearest that was made; gives where it stands then.
    pub fn go(&mut self, t: f64) -> f64 {
        self.trainer.as_mut().map_or(0, |trainer| trainer.go(t as u64, &self.train)) as f64
    }

    /// The steps at which α was changed.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn marks(&self) -> Vec<f64> {
        numbers(self.trainer.iter().flat_map(Trainer::marks))
    }

    /// Trains until the time is over, the run stands at step `stop` or beyond, or data are missing; gives the number of
    /// steps made. At the end of each epoch the test accuracy is measured, if the test data are there.
    pub fn train_for(&mut self, milliseconds: f64, stop: f64) -> u32 {
        let start = now();
        let mut made = 0;
        while self.t() < stop && self.step() {
            made += 1;
            if now() - start >= milliseconds {
                break;
            }
        }
        made
    }

    /// The accuracy on all test images, 0..=1, also remembered; `undefined` when they are not all there.
    pub fn evaluate(&mut self) -> Option<f64> {
        self.ask(Trainer::evaluate)
    }

    /// The same, but not remembered on the curve: for each place that a reader looks at.
    pub fn examine(&mut self) -> Option<f64> {
        self.ask(Trainer::examine)
    }

    /// The t of the evaluation that `confusion` shows; `undefined` before the first, and when its step was cut off.
    #[wasm_bindgen(getter)]
    pub fn evaluated(&self) -> Option<f64> {
        self.evaluation.as_ref().map(|(t, _)| *t as f64)
    }

    /// Whether MNIST, a new network and t steps with what is set now come to where the run stands.
    pub fn is_repeatable(&self) -> bool {
        !self.is_own && self.trainer.as_ref().is_none_or(Trainer::is_repeatable)
    }

    /// Where the run stands.
    #[wasm_bindgen(unchecked_return_type = "TrainingStatus")]
    pub fn status(&self) -> JsValue {
        let trainer = self.trainer.as_ref();
        object(&TrainingStatus {
            t: self.t(),
            last: self.last(),
            epoch: trainer.map_or(0, Trainer::epoch) as f64,
            position: trainer.map_or(0, Trainer::position) as f64,
            total: self.train.total().unwrap_or(0) as f64,
            arrived: self.train.arrived() as f64,
            test_arrived: self.test.arrived() as f64,
            test_total: self.test.total().unwrap_or(0) as f64,
            early_images: self.test.total().unwrap_or(0).min(EARLY_IMAGES) as f64,
            hidden: self.settings.hidden() as f64,
            batch: self.settings.batch() as f64,
            rate: self.rate.get(),
            seed: self.settings.seed() as f64,
            error: trainer.and_then(Trainer::error),
            accuracy: self.accuracy(),
            steps_per_epoch: trainer.map_or(0, Trainer::steps_per_epoch) as f64,
            epoch_end: trainer.map_or(0, Trainer::epoch_end) as f64,
            taught: trainer.map_or(0, |trainer| trainer.lessons().len()) as f64,
            waiting: trainer.is_none_or(|trainer| !trainer.is_ready(&self.train)),
        })
    }

    /// Whether steps change nothing any more: outputs where σ′(q) ≈ 0 err by much. Asks the network about ten examples.
    pub fn is_silent(&mut self) -> bool {
        self.trainer.as_mut().is_some_and(|trainer| trainer.is_silent(&self.train))
    }

    /// The error curve to the last step: last step, least, mean and largest ε of each bin, one bin after another.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn curve(&self) -> Vec<f64> {
        quadruples(self.trainer.as_ref().map_or(&[], |trainer| trainer.curve().bins()))
    }

    /// Step and test accuracy to the last step, one pair after another.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn accuracies(&self) -> Vec<f64> {
        self.trainer.as_ref().map(|trainer| pairs(trainer.accuracies())).unwrap_or_default()
    }

    /// Step and accuracy on a thousand of the test images within the first epoch, one pair after another.
    #[wasm_bindgen(unchecked_return_type = "Float64Array<ArrayBuffer>")]
    pub fn early(&self) -> Vec<f64> {
        self.trainer.as_ref().map(|trainer| pairs(trainer.early())).unwrap_or_default()
    }

    /// The confusion matrix of the last evaluation, row by row (row: label, column: answer); empty before.
    #[wasm_bindgen(unchecked_return_type = "Uint32Array<ArrayBuffer>")]
    pub fn confusion(&self) -> Vec<u32> {
        self.evaluation.iter().flat_map(|(_, evaluation)| evaluation.confusion.as_flattened()).copied().collect()
    }

    /// z₀ … z₉ of the network in training for an image of 784 bytes; empty before the data begin to arrive.
    ///
    /// # Errors
    /// When the image has another length.
    #[wasm_bindgen(unchecked_return_type = "Float32Array<ArrayBuffer>")]
    pub fn classify(&mut self, image: &[u8]) -> Result<Vec<f32>, Thrown> {
        let image = SparseImage::new(checked(image)?);
        let Some(trainer) = &self.trainer else { return Ok(Vec::new()) };
        Ok(trainer.network().answer(image.input(), &mut self.workspace))
    }

    /// V row by row, H × 784 numbers; empty before the data begin to arrive.
    #[wasm_bindgen(unchecked_return_type = "Float32Array<ArrayBuffer>")]
    pub fn rows(&self) -> Vec<f32> {
        self.trainer.as_ref().map_or_else(Vec::new, |trainer| trainer.network().rows())
    }

    /// Row `digit` of U, H numbers: which hidden units speak for that digit, and which against it; empty before the data begin
    /// to arrive, and where there is no such digit.
    #[wasm_bindgen(unchecked_return_type = "Float32Array<ArrayBuffer>")]
    pub fn weights_of_output(&self, digit: usize) -> Vec<f32> {
        self.trainer.as_ref().map_or_else(Vec::new, |trainer| trainer.network().weights_of_output(digit).to_vec())
    }

    /// The model file of the network as it is now; empty before the data begin to arrive.
    #[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer>")]
    pub fn model(&self) -> Vec<u8> {
        let model = |trainer: &Trainer| Model::new(trainer.network().clone()).to_bytes(Encoding::F32);
        self.trainer.as_ref().map_or_else(Vec::new, model)
    }
}

/// Step and accuracy, one pair after another.
fn pairs(accuracies: &Accuracies) -> Vec<f64> {
    accuracies.points().iter().flat_map(|(step, accuracy)| [*step as f64, *accuracy]).collect()
}

impl Training {
    /// The accuracy where the run stands; where it was not measured, the last one before.
    fn accuracy(&self) -> Option<f64> {
        let trainer = self.trainer.as_ref()?;
        let here = self.evaluation.as_ref().filter(|(t, _)| *t == trainer.t());
        here.map(|(_, evaluation)| evaluation.accuracy()).or_else(|| trainer.accuracies().at(trainer.t()))
    }

    /// An evaluation in one way or the other, kept to be shown.
    fn ask(&mut self, how: impl FnOnce(&mut Trainer, &Dataset) -> Evaluation) -> Option<f64> {
        if !self.test.is_complete() {
            return None;
        }
        let trainer = self.trainer.as_mut()?;
        let evaluation = how(trainer, &self.test);
        let accuracy = evaluation.accuracy();
        self.evaluation = Some((trainer.t(), evaluation));
        Some(accuracy)
    }

    /// What lay ahead is cut off, and what was measured there.
    fn forget_beyond(&mut self, t: u64) {
        self.evaluation.take_if(|(at, _)| *at > t);
    }

    /// One step, and the evaluation that an epoch's end brings; `None` while data are missing.
    fn advance(&mut self) -> Option<()> {
        let trainer = self.trainer.as_mut()?;
        trainer.sample_early(&self.test);
        let (known, t) = (trainer.is_known(), trainer.t());
        let Step::Made { epoch_ended, .. } = trainer.step(&self.train) else { return None };
        if !known {
            self.forget_beyond(t);
        }
        if epoch_ended {
            self.evaluate();
        }
        Some(())
    }
}
