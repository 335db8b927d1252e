//! The same example as others would have written it: another one in each epoch.

use core::ops::Range;

use crate::data::Image;
use crate::data::dataset::Dataset;
use crate::data::distortion::Distortion;
use crate::data::forms::Forms;
use crate::data::stages::Stages;
use crate::random::Random;

/// Ink fainter than this, out of 255, is dropped: reading between pixels leaves a haze that costs time and says nothing.
const FAINTEST: u8 = 8;

/// What may happen to an example before it is learned from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variation {
    /// First other ways of writing the digit,
    pub forms: Forms,
    /// then another hand,
    pub distortion: Distortion,
    /// then what every image goes through that this network sees.
    pub stages: Stages,
}

impl Variation {
    /// What the network that the page brings along was trained with. `docs/recognition.md` has the measurements.
    pub const OTHER_HANDS: Self = Self {
        forms: Forms { upstroke: 0.48, foot: 0.24, short_stem: 0.4, bar: 0.48, hook: 0.48 },
        distortion: Distortion {
            rotation: 8.0,
            shear: 0.1,
            scale: 0.15,
            translation: 0.7,
            elastic: 0.5,
            smoothness: 4.0,
            thickness: 0.6,
        },
        stages: Stages { straighten: true },
    };

    /// One example varied: it follows from the seed, the epoch and the index, and so does not depend on who computes it
    /// or when.
    #[must_use]
    pub fn image(&self, image: &Image, label: u8, seed: u64, epoch: u64, index: u32) -> Image {
        let mut random = Random::stream(seed, 1 << 63 | epoch << 32 | u64::from(index));
        let image = self.forms.apply(image, label, &mut random);
        let image = self.distortion.apply(&image, &mut random);
        self.stages.image(&image).map(|ink| if ink < FAINTEST { 0 } else { ink })
    }

    /// Examples `range` of `dataset`, varied for one epoch.
    ///
    /// # Panics
    /// When they have not arrived.
    #[must_use]
    pub fn examples(&self, dataset: &Dataset, range: Range<u32>, seed: u64, epoch: u64) -> Dataset {
        dataset.mapped(range, |index, image, label| self.image(image, label, seed, epoch, index))
    }
}
