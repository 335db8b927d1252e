//! Data of one's own in place of MNIST.

use wasm_bindgen::prelude::*;

use super::super::error::Thrown;
use super::super::object::{Typed, object, objects};
use super::Training;
use crate::data::own::{Files, Own, read};
use crate::training::trainer::Trainer;

objects! {
    /// What a reader's own data are.
    OwnData {
        /// the label in the files of each class, which stands in the place of a digit: the ten smallest
        classes: Typed as "Uint8Array<ArrayBuffer>",
        /// examples with other labels
        left_out: f64 as "number",
        /// examples for training
        train: f64 as "number",
        /// examples for testing
        test: f64 as "number",
        /// of an image in the files, after turning
        rows: f64 as "number",
        columns: f64 as "number",
        /// the mean of all pixels for training, 0 to 1
        ink: f64 as "number",
        /// the edge of the images is ink rather than paper
        near_inverted: bool as "boolean",
        /// the greatest pixel in the files, where all were brightened so that it is 255
        greatest: Option<u8> as "number | null",
    }
}

#[wasm_bindgen]
impl Training {
    /// Learns from other data from now on, with a new network: IDX files, unpacked. Where both files for testing are empty,
    /// every sixth example is held out. `turned`, the rows of every image are its columns.
    ///
    /// # Errors
    /// What is wrong with the files, for one of them with its `part` in the details; all then stays as it is.
    #[wasm_bindgen(unchecked_return_type = "OwnData")]
    pub fn set_data(
        &mut self,
        train_images: &[u8],
        train_labels: &[u8],
        test_images: &[u8],
        test_labels: &[u8],
        turned: bool,
    ) -> Result<JsValue, Thrown> {
        let own = read(Files { train_images, train_labels, test_images, test_labels }, turned)?;
        let Own { train, test, classes, left_out, rows, columns, ink, near_inverted, greatest } = own;
        self.trainer = Some(Trainer::new(self.settings, self.rate, train.arrived())?);
        (self.train, self.test, self.evaluation, self.is_own) = (train, test, None, true);
        Ok(object(&OwnData {
            classes: Typed::from(&classes[..]),
            left_out: left_out as f64,
            train: self.train.arrived() as f64,
            test: self.test.arrived() as f64,
            rows: rows.into(),
            columns: columns.into(),
            ink,
            near_inverted,
            greatest,
        }))
    }
}
