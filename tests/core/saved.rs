//! Runs that are saved and taken up again.

use descent::data::dataset::Dataset;
use descent::data::{Image, PIXELS};
use descent::error::Error;
use descent::network::weights::{Encoding, Model};
use descent::rule::LearningRate;
use descent::training::history::Curve;
use descent::training::trainer::{Settings, Step, Trainer};
use proptest::prelude::*;

use crate::mnist;

fn rate(alpha: f64) -> LearningRate {
    LearningRate::new(alpha).unwrap()
}

fn data(from: usize, count: usize) -> Dataset {
    let images: Vec<(Image, u8)> =
        (from..from + count).map(|i| (mnist::train().image(i), mnist::train().example(i).label)).collect();
    Dataset::from_images(images.iter().map(|(image, label)| (image, *label))).unwrap()
}

fn trainer(hidden: usize, batch: usize, total: usize) -> Trainer {
    Trainer::new(Settings::new(hidden, batch, 3).unwrap(), rate(2.0), total).unwrap()
}

fn bytes(trainer: &Trainer) -> Vec<u8> {
    Model::new(trainer.network().clone()).to_bytes(Encoding::F32)
}

fn bits(curve: &Curve) -> Vec<u64> {
    let bins = curve.bins().iter();
    bins.flat_map(|bin| [bin.last_step, bin.count.into(), bin.min.to_bits(), bin.max.to_bits(), bin.sum.to_bits()])
        .collect()
}

/// All that can be seen of a run where it stands, but the way back.
fn seen(trainer: &Trainer) -> impl PartialEq + std::fmt::Debug + use<> {
    let place = (trainer.t(), trainer.epoch(), trainer.position(), trainer.steps_per_epoch(), trainer.epoch_end());
    let made = (trainer.changes(), trainer.marks().collect::<Vec<_>>(), trainer.lessons().collect::<Vec<_>>());
    let accuracies = (trainer.accuracies().clone(), trainer.early().clone());
    let measured = (accuracies, trainer.pulses().clone(), bits(trainer.curve()));
    let error = trainer.error().map(f64::to_bits);
    (place, made, measured, error, trainer.settings(), trainer.rate(), trainer.is_repeatable(), bytes(trainer))
}

/// With the checksum made to fit again after a change.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.len() - 4;
    let checksum = crc32fast::hash(&bytes[..end]);
    bytes[end..].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

/// A small run with everything in it: two α, two lessons, accuracies, an early one, pulses.
fn eventful(data: &Dataset) -> Trainer {
    let mut trainer = trainer(1, 10, data.total().unwrap());
    trainer.evaluate(data);
    trainer.sample_early(data);
    trainer.steps(4, data);
    trainer.teach(&mnist::test().image(0), 7, data).unwrap();
    trainer.teach(&mnist::test().image(1), 3, data).unwrap();
    trainer.pulse(data);
    trainer.set_rate(rate(0.5));
    trainer.steps(9, data);
    trainer.evaluate(data);
    trainer
}

#[test]
fn a_run_is_as_it_was() {
    let data = data(0, 60);
    let mut run = eventful(&data);
    let restored = Trainer::restore(&run.save(&data), &data).unwrap();
    assert_eq!(seen(&restored), seen(&run));
    assert_eq!((restored.t(), restored.last(), restored.first()), (15, 15, 15));
    let mut fresh = trainer(5, 7, 60);
    let restored = Trainer::restore(&fresh.save(&Dataset::new()), &Dataset::new()).unwrap();
    assert_eq!(seen(&restored), seen(&fresh));
}

/// What was seen ahead of where it stands is not kept: another day it has not been there.
#[test]
fn what_lay_ahead_is_not_kept() {
    let data = data(0, 60);
    let mut run = eventful(&data);
    let last = bytes(&run);
    run.go(5, &data);
    let curve = run.curve().clone();
    let saved = run.save(&data);
    assert_eq!((run.t(), run.last(), run.curve()), (5, 15, &curve), "saving changes nothing");
    let mut restored = Trainer::restore(&saved, &data).unwrap();
    assert_eq!((restored.last(), restored.lessons().collect::<Vec<_>>()), (5, vec![(4, 7)]));
    assert_eq!((restored.curve().bins().len(), restored.accuracies().points().len()), (5, 1));
    run.go(15, &data);
    assert!(bytes(&run) == last);
    restored.set_rate(rate(2.0));
    restored.step(&data);
    assert_eq!(restored.t(), 6);
}

#[test]
fn a_run_comes_back_before_its_data() {
    let mut run = trainer(4, 10, 60_000);
    run.steps(300, mnist::train());
    let saved = run.save(mnist::train());
    let mut restored = Trainer::restore(&saved, &Dataset::new()).unwrap();
    assert_eq!((restored.t(), bytes(&restored) == bytes(&run)), (300, true));
    assert_eq!((restored.step(&Dataset::new()), restored.back(&Dataset::new())), (Step::Waiting, false));
    // Saved once more before they come, it is still known which they are.
    let saved = restored.save(&Dataset::new());
    assert!(Trainer::restore(&saved, mnist::train()).is_ok());
    assert_eq!(Trainer::restore(&saved, &data(0, 60)).unwrap_err().code(), "saved-data");
    restored.steps(100, mnist::train());
    run.steps(100, mnist::train());
    assert!(bytes(&restored) == bytes(&run));
}

#[test]
fn other_data_are_noticed() {
    let (ours, others) = (data(0, 150), data(1, 150));
    let mut run = trainer(2, 10, 150);
    run.steps(20, &ours);
    let saved = run.save(&ours);
    assert!(Trainer::restore(&saved, &ours).is_ok());
    assert_eq!(Trainer::restore(&saved, &others).unwrap_err(), Error::SavedData { total: 150, found: 150 });
    assert_eq!(Trainer::restore(&saved, &data(0, 149)).unwrap_err(), Error::SavedData { total: 150, found: 149 });
    // Restored before its data came, it is noticed when they come.
    for (data, fits) in [(&ours, true), (&others, false)] {
        let mut restored = Trainer::restore(&saved, &Dataset::new()).unwrap();
        assert_eq!((restored.fits(&Dataset::new()), restored.fits(data)), (true, fits));
    }
}

#[test]
fn a_file_of_the_first_version_is_read() {
    let data = data(0, 60);
    let mut run = trainer(2, 10, 60);
    run.steps(9, &data);
    // What it did not have is an empty list before the checksum.
    let mut first = run.save(&data);
    first.drain(first.len() - 8..first.len() - 4);
    first[8..12].copy_from_slice(&1_u32.to_le_bytes());
    assert_eq!(seen(&Trainer::restore(&resealed(first), &data).unwrap()), seen(&run));
}

#[test]
fn foreign_and_other_versions_are_named() {
    let data = data(0, 20);
    let bytes = trainer(1, 10, 20).save(&data);
    assert_eq!(Trainer::restore(b"", &data).unwrap_err(), Error::SavedMagic);
    assert_eq!(Trainer::restore(b"descent\0 a model", &data).unwrap_err(), Error::SavedMagic);
    assert_eq!(Trainer::restore(b"descrun\0", &data).unwrap_err(), Error::SavedDamaged);
    let mut newer = bytes.clone();
    newer[8] = 3;
    assert_eq!(Trainer::restore(&resealed(newer), &data).unwrap_err(), Error::SavedVersion { found: 3, expected: 2 });
    let model = Model::new(trainer(1, 10, 20).network().clone()).to_bytes(Encoding::F32);
    assert_eq!(Trainer::restore(&model, &data).unwrap_err(), Error::SavedMagic);
}

/// Every byte changed: refused. With a checksum that fits: refused, or a run like any other.
#[test]
fn any_changed_byte_is_refused_or_harmless() {
    let data = data(0, 60);
    let saved = eventful(&data).save(&data);
    let mut taken = 0;
    for at in 0..saved.len() {
        for change in [0x01, 0x80] {
            let mut bytes = saved.clone();
            bytes[at] ^= change;
            let code = Trainer::restore(&bytes, &data).unwrap_err().code();
            assert!(["saved-magic", "saved-version", "saved-damaged"].contains(&code), "byte {at}: {code}");
            // One in so many pixels and weights is enough.
            if at > 110 && at % 41 != 0 && at < saved.len() - 1_000 {
                continue;
            }
            let Ok(mut run) = Trainer::restore(&resealed(bytes), &data) else { continue };
            taken += 1;
            let t = run.t();
            run.steps(3, &data);
            run.teach(&[9; PIXELS], 1, &data).unwrap();
            run.pulse(&data);
            run.find_rate(10, &data).unwrap();
            run.evaluate(&data);
            run.go(t + 1, &data);
            run.set_rate(rate(0.1));
            run.steps(30, &data);
            run.go(0, &data);
            let _ = (run.changes(), run.is_repeatable(), run.epoch_end(), run.error(), run.lessons().count());
            assert!(Trainer::restore(&run.save(&data), &data).is_ok(), "byte {at}");
        }
    }
    println!("{} bytes; {taken} changes were harmless", saved.len());
    for end in (0..saved.len()).step_by(7) {
        assert!(Trainer::restore(&saved[..end], &data).is_err());
        if end > 16 {
            assert!(Trainer::restore(&resealed(saved[..end].to_vec()), &data).is_err(), "cut to {end}");
        }
    }
    assert!(Trainer::restore(&resealed([&saved[..], &[0; 5]].concat()), &data).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..crate::seeded() })]

    /// Saved anywhere and gone on with, back and forth: the bits of the run that was never saved, and all that is told.
    #[test]
    fn forward_it_goes_on_as_if_it_had_never_stopped(
        before in prop::collection::vec((0..900_u64, 0..3_u8), 1..5),
        back in 0..50_u64,
        after in prop::collection::vec((0..900_u64, 0..3_u8), 1..6),
    ) {
        let data = data(0, 70);
        let go_on = |run: &mut Trainer, (steps, act): (u64, u8)| {
            run.steps(steps, &data);
            match act {
                0 => run.set_rate(rate(if run.rate() == rate(2.0) { 0.7 } else { 2.0 })),
                1 => _ = run.teach(&mnist::test().image(steps as usize % 9), (steps % 10) as u8, &data).unwrap(),
                _ => _ = run.evaluate(&data),
            }
        };
        let mut run = trainer(2, 4, 70);
        for act in &before {
            go_on(&mut run, *act);
        }
        run.go(run.t().saturating_sub(back), &data);
        let mut restored = Trainer::restore(&run.save(&data), &data).unwrap();
        let first = restored.t();
        // The run that was not saved has a way ahead: with another α it goes another way, as the restored one does.
        let other = rate(1.3);
        for act in &after {
            run.set_rate(other);
            restored.set_rate(other);
            go_on(&mut run, *act);
            go_on(&mut restored, *act);
            // As far back as both can go, and on another way from there.
            let middle = first + (run.t() - first) / 2;
            if act.0 % 2 == 1 && middle > first {
                prop_assert_eq!((run.go(middle, &data), restored.go(middle, &data)), (middle, middle));
                prop_assert!(bytes(&restored) == bytes(&run));
                run.set_rate(rate(0.9));
                restored.set_rate(rate(0.9));
                prop_assert_eq!(run.step(&data), restored.step(&data));
            }
        }
        if restored.t() > first {
            prop_assert_eq!(seen(&restored), seen(&run));
        }
        prop_assert_eq!(restored.go(0, &data), first);
        prop_assert!(!restored.back(&data));
    }
}
