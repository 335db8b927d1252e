//! A lesson: one step of the rule with one example, chosen by who looks on. From the next epoch on it is one of the
//! examples. It is taken back and gone to as every step is, and when its step is cut off it is forgotten.

use super::course::Made;
use super::trainer::Trainer;
use crate::data::dataset::{Dataset, SparseImage};
use crate::data::{DIGITS, Image};
use crate::error::{Error, Result};
use crate::ranking::descending;

/// What a lesson did.
///
/// ```
/// use descent::data::dataset::Dataset;
/// use descent::rule::LearningRate;
/// use descent::training::trainer::{Settings, Trainer};
///
/// let images = [[0; 784], [255; 784]];
/// let data = Dataset::from_images(images.iter().zip([0, 1]))?;
/// let mut trainer = Trainer::new(Settings::new(4, 1, 1)?, LearningRate::new(1.0)?, 2)?;
/// let lesson = trainer.teach(&[128; 784], 7, &data)?;
/// assert!(lesson.error_after < lesson.error_before);
/// assert!(lesson.z_after[7] > lesson.z_before[7]);
/// # Ok::<(), descent::error::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The answers before and after it, z₀ … z₉.
    pub z_before: Vec<f32>,
    pub z_after: Vec<f32>,
    /// ε = ½(z⃗ − l⃗)² before and after it.
    pub error_before: f64,
    pub error_after: f64,
    /// ‖ΔV_i‖, by how much the row of each hidden unit changed, the largest first.
    pub changes: Vec<(u32, f32)>,
}

impl Trainer {
    /// One step of the rule with `image` alone, which is `label`. The same lesson where the run had it before is the step
    /// that was made before; any other is another way.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] when the label is no digit.
    pub fn teach(&mut self, image: &Image, label: u8, data: &Dataset) -> Result<Lesson> {
        if usize::from(label) >= DIGITS {
            let most = DIGITS as u64 - 1;
            return Err(Error::OutOfRange { what: "label", least: 0, most, found: label.into() });
        }
        let input = SparseImage::new(image);
        let (rows_before, z_before) = (self.network().rows(), self.answer(&input));
        match self.upcoming() {
            (made, true) if self.is_lesson(made, &input, label) => _ = self.make(made, true, data),
            _ => {
                self.cut(data);
                let number = self.course.teach(self.t(), image, label);
                self.make(Made { rate: self.rate, lesson: Some(number) }, false, data);
            }
        }
        let (rows, z_after) = (self.network().rows(), self.answer(&input));
        let inputs = self.network().inputs();
        let pairs = rows.chunks_exact(inputs).zip(rows_before.chunks_exact(inputs));
        let sizes: Vec<f32> = pairs.map(|(after, before)| distance(after, before)).collect();
        let order = descending(sizes.iter().map(|size| f64::from(*size)));
        let changes = order.map(|unit| (unit, sizes[unit as usize])).collect();
        let (error_before, error_after) = (error(&z_before, label), error(&z_after, label));
        Ok(Lesson { z_before, z_after, error_before, error_after, changes })
    }

    /// The lessons of the run to where it stands: after how many steps each was made, and its label.
    #[must_use]
    pub fn lessons(&self) -> impl ExactSizeIterator<Item = (u64, u8)> {
        let until = self.course.lessons(self.t());
        self.course.taught[..until].iter().map(|lesson| (lesson.t, lesson.label))
    }

    fn is_lesson(&self, made: Made, input: &SparseImage, label: u8) -> bool {
        let lesson = made.lesson.map(|number| &self.course.taught[number as usize]);
        lesson.is_some_and(|lesson| lesson.label == label && lesson.image == *input)
    }

    fn answer(&mut self, input: &SparseImage) -> Vec<f32> {
        self.rewind.state().network.answer(input.input(), &mut self.course.workspace)
    }
}

/// ‖a⃗ − b⃗‖
fn distance(a: &[f32], b: &[f32]) -> f32 {
    let squares = a.iter().zip(b).map(|(a, b)| f64::from(a - b) * f64::from(a - b));
    squares.sum::<f64>().sqrt() as f32
}

/// ε = ½(z⃗ − l⃗)², where l_k is 1 for the label and 0 for all others.
pub(super) fn error(z: &[f32], label: u8) -> f64 {
    let difference = |(k, z): (usize, &f32)| f64::from(*z) - f64::from(u8::from(k == usize::from(label)));
    0.5 * z.iter().enumerate().map(difference).map(|d| d * d).sum::<f64>()
}
