//! The same example as others would have written it: another one in each epoch.

use core::ops::Range;

use crate::data::dataset::Dataset;
use crate::data::distortion::Distortion;
use crate::data::drawing::Drawing;
use crate::data::forms::Forms;
use crate::data::hand::Hand;
use crate::data::scribble::{Kinds, scribble};
use crate::data::skeleton::drawn;
use crate::data::stages::Stages;
use crate::data::strokes::Labelled;
use crate::data::{DIGITS, Image, PIXELS};
use crate::random::Random;

/// Ink fainter than this, out of 255, is dropped: reading between pixels leaves a haze that costs time and says nothing.
const FAINTEST: u8 = 8;

/// The label of an image that is no digit: it names none of the outputs.
pub const NO_DIGIT: u8 = DIGITS as u8;
/// Thinnest and thickest pen of what is drawn, as radius in pixels.
const PENS: (f64, f64) = (0.8, 1.7);

/// What may happen to an example before it is learned from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variation {
    /// The share of examples in whose place stands a scribble that is no digit,
    pub scribbles: f64,
    /// of those in whose place stands the same digit drawn with the pad's pen,
    pub drawn: f64,
    /// and of those in whose place stands one of the given drawings, whatever its digit,
    pub redrawn: f64,
    /// as another hand would have drawn it. The others are
    pub hand: Hand,
    /// first written in another form,
    pub forms: Forms,
    /// then put through what every image goes through that this network sees,
    pub stages: Stages,
    /// and then written by another hand. After the stages, so that the network sees more than they would leave: it must
    /// bear a little slant.
    pub distortion: Distortion,
}

impl Variation {
    /// What the network that the page brings along was trained with. `docs/recognition.md` has the measurements.
    pub const OTHER_HANDS: Self = Self {
        scribbles: 0.05,
        drawn: 0.08,
        redrawn: 0.0,
        hand: Hand::OTHERS,
        forms: Forms { upstroke: 0.48, foot: 0.24, short_stem: 0.4, bar: 0.48, hook: 0.48 },
        stages: Stages { straighten: true },
        distortion: Distortion {
            rotation: 8.0,
            shear: 0.1,
            scale: 0.15,
            translation: 0.7,
            elastic: 0.6,
            smoothness: 4.0,
            thickness: 0.45,
        },
    };

    /// One example varied: it follows from the seed, the epoch and the index, and so does not depend on who computes it
    /// or when. `drawings` are those of which some stand in its place; without any none does.
    #[must_use]
    pub fn example(&self, of: (&Image, u8), drawings: &[Labelled], seed: u64, epoch: u64, index: u32) -> (Image, u8) {
        let (image, label) = of;
        let mut random = Random::stream(seed, 1 << 63 | epoch << 32 | u64::from(index));
        let chance = random.uniform();
        if chance < self.scribbles {
            let drawing = scribble(Kinds::Shown, &mut random);
            return (self.drawing(&drawing, &mut random), NO_DIGIT);
        }
        let chance = chance - self.scribbles;
        let (image, label) = if chance < self.drawn {
            (self.pixels(&drawn(label, &mut random), &mut random), label)
        } else if chance < self.drawn + self.redrawn && !drawings.is_empty() {
            let Labelled { drawing, digit, .. } = &drawings[random.below(drawings.len() as u32) as usize];
            (self.pixels(&self.hand.redraw(drawing, &mut random), &mut random), *digit)
        } else {
            let image = self.forms.apply(image, label, &mut random);
            (self.distortion.apply_upright(&image, self.stages.slant(&image), &mut random), label)
        };
        (image.map(|ink| if ink < FAINTEST { 0 } else { ink }), label)
    }

    /// What a pen leaves of a drawing, varied as an image is.
    fn pixels(&self, drawing: &Drawing, random: &mut Random) -> Image {
        let image = self.drawing(drawing, random);
        self.distortion.apply(&image, random)
    }

    fn drawing(&self, drawing: &Drawing, random: &mut Random) -> Image {
        self.stages.drawing_with_pen(drawing, random.between(PENS.0, PENS.1)).unwrap_or([0; PIXELS])
    }

    /// Examples `range` of `dataset`, varied for one epoch.
    ///
    /// # Panics
    /// When they have not arrived.
    #[must_use]
    pub fn examples(
        &self,
        dataset: &Dataset,
        drawings: &[Labelled],
        range: Range<u32>,
        seed: u64,
        epoch: u64,
    ) -> Dataset {
        dataset.mapped(range, |index, image, label| self.example((image, label), drawings, seed, epoch, index))
    }
}
