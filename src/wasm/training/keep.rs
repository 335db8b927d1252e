//! A training that is kept, and taken up again.

use wasm_bindgen::prelude::*;

use super::super::classifier::of_digits;
use super::super::error::Thrown;
use super::Training;
use crate::error::Error;
use crate::network::weights::Model;
use crate::training::settings::Settings;
use crate::training::trainer::Trainer;

#[wasm_bindgen]
impl Training {
    /// The run as it stands: what `restore` reads. Empty before the data begin to arrive.
    #[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer>")]
    pub fn save(&mut self) -> Vec<u8> {
        self.trainer.as_mut().map_or_else(Vec::new, |trainer| trainer.save(&self.train))
    }

    /// Goes on with a run that was saved, with its settings; the way back ends where it stands. It may come before the data,
    /// and gives way to a new run if they turn out to be others.
    ///
    /// # Errors
    /// Foreign, newer or damaged bytes, or other data than it learned from; the present run then stays.
    pub fn restore(&mut self, bytes: &[u8]) -> Result<(), Thrown> {
        let trainer = Trainer::restore(bytes, &self.train)?;
        self.begin(trainer);
        Ok(())
    }

    /// Begins a run with the network of a model file, at t = 0; H is that of the file, α, mini-batch and seed stay.
    ///
    /// # Errors
    /// What is wrong with the file, a network of other sizes or for images prepared in another way, or when the data have not
    /// begun to arrive; the present run then stays.
    pub fn open_model(&mut self, bytes: &[u8]) -> Result<(), Thrown> {
        let Model { network, stages } = of_digits(bytes)?;
        if stages != 0 {
            return Err(Error::ModelStages { found: stages }.into());
        }
        let total = self.train.total().ok_or(Error::NoTraining)?;
        let settings = Settings::new(network.hidden(), self.settings.batch(), self.settings.seed())?;
        self.begin(Trainer::resume(settings, self.rate, total, network, 0)?);
        Ok(())
    }
}

impl Training {
    fn begin(&mut self, trainer: Trainer) {
        (self.settings, self.rate, self.evaluation) = (trainer.settings(), trainer.rate(), None);
        self.trainer = Some(trainer);
    }
}
