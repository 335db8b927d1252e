//! A run in a file, to go on with it another day: bit for bit as if it had never stopped. The way back ends where it was
//! saved; what lay ahead is not kept.
//!
//! | bytes | content |
//! |---|---|
//! | 8 | `descrun` and a zero byte |
//! | 4 | version (2; 1 had no early accuracies) |
//! | 4, 4, 8 | H, mini-batch, seed |
//! | 8, 4 | examples of the data, what is told of the first of them |
//! | 8, 8, 1 | t, α, whether the seed made the network |
//! | 4, … | changes of α: from which step on (8), and α (8) |
//! | 4, … | lessons: after which step (8), label (1), image (784) |
//! | … | V, v⃗, U, u⃗ as f32, the matrices row by row |
//! | 4, 4, … | recent errors: how many there were, how many follow, each 8 |
//! | 4, 4, … | the curve: level, bins: last step (8), mini-batches (4), least, greatest and sum of ε (8 each) |
//! | 4, … | accuracies: step (8), share (8) |
//! | 4, … | pulses: step (8), norm (8), saturated (8) |
//! | 4, … | early accuracies: step (8), share (8) |
//! | 4 | CRC-32 of all before |
//!
//! All numbers are little-endian; a list has the number of its entries first.

use std::collections::BTreeSet;

use super::course::{Course, Made, State};
use super::history::{Accuracies, Bin, Curve, Pulses, Recent};
use super::settings::Settings;
use super::trainer::Trainer;
use crate::data::dataset::Dataset;
use crate::data::idx::MOST_ITEMS;
use crate::data::{DIGITS, Image, PIXELS};
use crate::error::{Error, Result};
use crate::network::crc32::crc32;
use crate::network::sparse::SparseNetwork;
use crate::rule::LearningRate;
use crate::rule::log::Log;

const MAGIC: &[u8; 8] = b"descrun\0";
const VERSION: u32 = 2;
/// The greatest number of steps and of examples: JavaScript counts to the first, and no data are read beyond the second.
const MOST_STEPS: u64 = 1 << 53;
const MOST_EXAMPLES: u64 = MOST_ITEMS as u64;
/// As many examples tell one data set from another.
const TOLD: usize = 100;

impl Trainer {
    /// The run as it stands.
    pub fn save(&mut self, data: &Dataset) -> Vec<u8> {
        let t = self.t();
        let curve = self.curve_until_now(data);
        let (settings, state) = (self.settings(), self.rewind.state());
        let mut bytes = Writer(MAGIC.to_vec());
        bytes.put(VERSION.to_le_bytes());
        bytes.count(settings.hidden());
        bytes.count(settings.batch());
        bytes.put(settings.seed().to_le_bytes());
        bytes.put((self.course.total as u64).to_le_bytes());
        bytes.put(told(data).unwrap_or(self.told).to_le_bytes());
        bytes.put(t.to_le_bytes());
        bytes.put(self.rate.get().to_le_bytes());
        bytes.put([self.is_seeded.into()]);
        bytes.list(self.rates().filter(|(from, _)| *from < t), |bytes, (from, rate)| {
            bytes.put(from.to_le_bytes());
            bytes.put(rate.get().to_le_bytes());
        });
        let lessons = &self.course.taught[..self.course.lessons(t)];
        bytes.list(lessons.iter(), |bytes, lesson| {
            bytes.put(lesson.t.to_le_bytes());
            bytes.put([lesson.label]);
            bytes.put(lesson.image.pixels());
        });
        state.network.parameters().for_each(|parameter| bytes.put(parameter.to_le_bytes()));
        let (count, errors) = state.recent.parts();
        bytes.count(count);
        bytes.list(errors.iter(), |bytes, error| bytes.put(error.to_le_bytes()));
        bytes.count(curve.level() as usize);
        bytes.list(curve.bins().iter(), |bytes, bin| {
            bytes.put(bin.last_step.to_le_bytes());
            bytes.put(bin.count.to_le_bytes());
            for error in [bin.min, bin.max, bin.sum] {
                bytes.put(error.to_le_bytes());
            }
        });
        bytes.accuracies(&self.accuracies, t);
        bytes.list(self.pulses.points().iter().filter(|(at, _)| *at <= t), |bytes, (at, pulse)| {
            bytes.put(at.to_le_bytes());
            for number in pulse {
                bytes.put(number.to_le_bytes());
            }
        });
        bytes.accuracies(&self.early, t);
        let Writer(mut bytes) = bytes;
        bytes.extend_from_slice(&crc32(&bytes).to_le_bytes());
        bytes
    }

    /// Goes on with a run that was saved. Of the data as much is compared as has arrived.
    ///
    /// # Errors
    /// Foreign, newer and damaged files; [`Error::SavedData`] when it learned from other data.
    pub fn restore(bytes: &[u8], data: &Dataset) -> Result<Self> {
        let content = bytes.strip_prefix(MAGIC).ok_or(Error::SavedMagic)?;
        let mut reader = Reader(content.split_last_chunk::<4>().ok_or(Error::SavedDamaged)?.0);
        let found = reader.take().map(u32::from_le_bytes).ok_or(Error::SavedDamaged)?;
        if !(1..=VERSION).contains(&found) {
            return Err(Error::SavedVersion { found, expected: VERSION });
        }
        if bytes.split_last_chunk().is_none_or(|(all, checksum)| crc32(all).to_le_bytes() != *checksum) {
            return Err(Error::SavedDamaged);
        }
        let mut trainer = reader.trainer(found).filter(|_| reader.0.is_empty()).ok_or(Error::SavedDamaged)?;
        if !trainer.fits(data) {
            let total = trainer.total() as u64;
            return Err(Error::SavedData { total, found: data.total().map_or(total, |found| found as u64) });
        }
        Ok(trainer)
    }

    /// Whether these are the data of the run, as far as can be seen of those that have arrived.
    pub fn fits(&mut self, data: &Dataset) -> bool {
        let is_as_many = data.total().is_none_or(|total| total == self.total());
        let found = if self.told == 0 { None } else { told(data) };
        is_as_many && found.is_none_or(|found| core::mem::take(&mut self.told) == found)
    }
}

/// A checksum of the first examples; `None` when they have not arrived.
fn told(data: &Dataset) -> Option<u32> {
    let count = data.total()?.min(TOLD);
    let mut bytes = Vec::new();
    (count <= data.arrived()).then(|| {
        for index in 0..count {
            bytes.extend_from_slice(&data.image(index));
            bytes.push(data.example(index).label);
        }
        crc32(&bytes)
    })
}

struct Writer(Vec<u8>);

impl Writer {
    fn put<const N: usize>(&mut self, bytes: [u8; N]) {
        self.0.extend_from_slice(&bytes);
    }

    /// Up to step `t`.
    fn accuracies(&mut self, accuracies: &Accuracies, t: u64) {
        self.list(accuracies.points().iter().filter(|(at, _)| *at <= t), |bytes, (at, accuracy)| {
            bytes.put(at.to_le_bytes());
            bytes.put(accuracy.to_le_bytes());
        });
    }

    fn count(&mut self, count: usize) {
        self.put((count as u32).to_le_bytes());
    }

    fn list<T>(&mut self, entries: impl Iterator<Item = T>, write: impl Fn(&mut Self, T)) {
        let place = self.0.len();
        self.put([0; 4]);
        let mut count = 0_u32;
        for entry in entries {
            write(self, entry);
            count += 1;
        }
        self.0[place..place + 4].copy_from_slice(&count.to_le_bytes());
    }
}

/// What is left to read. `None` from any of its methods: the file does not hold what it should.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*first)
    }

    fn word(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    fn count(&mut self) -> Option<usize> {
        self.take().map(|bytes| u32::from_le_bytes(bytes) as usize)
    }

    fn number(&mut self) -> Option<f64> {
        self.take().map(f64::from_le_bytes)
    }

    fn rate(&mut self) -> Option<LearningRate> {
        LearningRate::new(self.number()?).ok()
    }

    /// A list, whose memory is asked for as its entries are read.
    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        (0..count).map(|_| read(self)).collect()
    }

    /// A list in the order of its steps, which are below `end`.
    fn steps<T>(&mut self, end: u64, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<(u64, T)>> {
        let list = self.list(|reader| Some((reader.word()?, read(reader)?)))?;
        let is_ordered = list.windows(2).all(|pair| pair[0].0 < pair[1].0);
        (is_ordered && list.last().is_none_or(|(at, _)| *at < end)).then_some(list)
    }

    fn bin(&mut self) -> Option<Bin> {
        let (last_step, count) = (self.word()?, self.count()? as u32);
        Some(Bin { last_step, count, min: self.number()?, max: self.number()?, sum: self.number()? })
    }

    /// Up to step `t`.
    fn accuracies(&mut self, t: u64) -> Option<Accuracies> {
        let mut accuracies = Accuracies::default();
        self.steps(t + 1, Self::number)?.into_iter().for_each(|(at, accuracy)| accuracies.push(at, accuracy));
        Some(accuracies)
    }

    fn trainer(&mut self, version: u32) -> Option<Trainer> {
        let settings = Settings::new(self.count()?, self.count()?, self.word()?).ok()?;
        let total = self.word().filter(|total| (1..=MOST_EXAMPLES).contains(total))? as usize;
        let told = self.count()? as u32;
        let t = self.word().filter(|t| *t <= MOST_STEPS)?;
        let rate = self.rate()?;
        let is_seeded = self.take().filter(|[flag]| *flag <= 1)? == [1];
        let rates = self.steps(t, Self::rate)?;
        let lessons = self.steps(t, |reader| {
            let label = reader.take().filter(|[label]| usize::from(*label) < DIGITS)?;
            Some((label[0], reader.take::<PIXELS>()?))
        })?;
        let mut course = Course::new(settings, total);
        for (t, (label, image)) in &lessons {
            course.teach(*t, image as &Image, *label);
        }
        let mut network = SparseNetwork::zeros(PIXELS, settings.hidden(), DIGITS).ok()?;
        let (parameters, rest) = self.0.split_at_checked(4 * network.parameter_count())?;
        self.0 = rest;
        network.set_parameters(parameters.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)));
        let count = self.count()?;
        let recent = Recent::from_parts(count, &self.list(Self::number)?)?;
        let level = self.count()? as u32;
        let bins = self.list(Self::bin)?;
        let curve =
            Curve::resumed(level, bins).filter(|curve| curve.bins().last().is_none_or(|bin| bin.last_step <= t))?;
        let accuracies = self.accuracies(t)?;
        let mut pulses = Pulses::default();
        let pulse = |reader: &mut Self| Some([reader.number()?, reader.number()?]);
        self.steps(t + 1, pulse)?.into_iter().for_each(|(at, pulse)| pulses.push(at, pulse));
        let early = if version == 1 { Accuracies::default() } else { self.accuracies(t)? };
        let log = log(t, &rates, &lessons.iter().map(|(at, _)| *at).collect::<Vec<_>>())?;
        let trainer = Trainer::begin(course, rate, t, State { network, recent }, log);
        Some(Trainer { curve, accuracies, early, pulses, is_seeded, told, ..trainer })
    }
}

/// What the first `t` steps were made with; `None` where there is no α for a lesson.
fn log(t: u64, rates: &[(u64, LearningRate)], lessons: &[u64]) -> Option<Log<Made>> {
    let mut log = Log::default();
    let changes = rates.iter().map(|(from, _)| *from).chain(lessons.iter().flat_map(|at| [*at, at + 1]));
    for step in changes.filter(|step| *step < t).collect::<BTreeSet<_>>() {
        let (_, rate) = rates[..rates.partition_point(|(from, _)| *from <= step)].last()?;
        let lesson = lessons.binary_search(&step).ok().map(|number| number as u32);
        log.note(step, Made { rate: *rate, lesson });
    }
    Some(log)
}
