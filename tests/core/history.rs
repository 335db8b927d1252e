//! What an hour of training leaves in memory: as much as a minute.

use std::cell::Cell;
use std::rc::Rc;

use descent::rule::rewind::Rewind;
use descent::training::history::{Accuracies, Curve};

/// Mini-batches in an hour of the fastest training that was measured, 100,000 a second.
const HOUR: u64 = 360_000_000;

#[test]
fn the_error_curve_of_an_hour_has_its_bins_and_its_peak() {
    let mut curve = Curve::default();
    for step in 1..=HOUR {
        curve.push(step, if step == 123_456_789 { 9.0 } else { 0.5 });
    }
    let bins = curve.bins();
    assert!((Curve::MOST / 2..=Curve::MOST).contains(&bins.len()), "{} bins", bins.len());
    assert_eq!(bins.iter().map(|bin| u64::from(bin.count)).sum::<u64>(), HOUR);
    assert_eq!(bins.last().map(|bin| bin.last_step), Some(HOUR));
    assert_eq!(bins.iter().filter(|bin| bin.max > 8.0 && bin.min < 1.0).count(), 1);
}

#[test]
fn the_accuracies_of_an_hour_are_thinned() {
    let mut accuracies = Accuracies::default();
    (0..HOUR / 600).for_each(|epoch| accuracies.push(epoch * 600, 0.9));
    assert!((Accuracies::MOST / 2..=Accuracies::MOST).contains(&accuracies.points().len()));
}

/// Counts those of its kind that are alive.
#[derive(Debug)]
struct Counted(Rc<Cell<usize>>);

impl Counted {
    fn new(alive: &Rc<Cell<usize>>) -> Self {
        alive.set(alive.get() + 1);
        Self(Rc::clone(alive))
    }
}

impl Clone for Counted {
    fn clone(&self) -> Self {
        Self::new(&self.0)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

#[test]
fn the_way_back_of_an_hour_is_kept_in_few_copies() {
    let alive = Rc::new(Cell::new(0));
    let mut rewind = Rewind::new(0, Counted::new(&alive), 1_024, 48);
    while rewind.t() < HOUR {
        rewind.advance(&(), |_| 1_024);
        assert!(alive.get() <= 50, "{} copies after {} steps", alive.get(), rewind.t());
    }
    assert_eq!(rewind.first(), 0, "the start is kept");
}

/// Cut and added to again, the curve is what it was, however coarse it had become.
#[test]
fn a_curve_that_is_cut_is_as_fine_as_it_was() {
    let error = |step: u64| (step.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as f64;
    let until = |last: u64| {
        let mut curve = Curve::default();
        (1..=last).for_each(|step| curve.push(step, error(step)));
        curve
    };
    let whole = until(100_000);
    for step in [0, 1, 500, 2_047, 2_048, 2_049, 30_001, 65_536, 99_999, 100_000] {
        let mut cut = whole.clone();
        let from = cut.cut(step).unwrap_or(step);
        assert!(from <= step && step - from < 64, "{from} for {step}");
        (from + 1..=step).for_each(|step| cut.push(step, error(step)));
        assert_eq!(cut, until(step), "after {step} steps");
    }
}

/// The longest way from one kept state to the next, as a part of the run, and the longest of the last steps.
fn ways(rewind: &Rewind<(), ()>) -> (f64, u64) {
    let steps: Vec<u64> = rewind.kept().chain([rewind.last()]).collect();
    let longest = steps.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    (longest as f64 / rewind.last() as f64, steps[steps.len() - 1] - steps[steps.len() - 2])
}

/// 784-30-10 keeps 256 copies, 784-1000-10 has room for 15; chapter 1 keeps 1,024.
#[test]
fn no_step_is_far_from_a_kept_one() {
    for (every, most, steps, part) in [
        (1_024, 256, 180_000_u64, 0.0103),
        (1_024, 256, 2_000_000, 0.0125),
        (1_024, 256, 20_000_000, 0.0145),
        (1_024, 15, 180_000, 0.15),
        (256, 1_024, 1_000_000, 0.0031),
        (256, 1_024, 10_000_000, 0.0041),
    ] {
        let mut rewind = Rewind::new(0, (), every, most);
        while rewind.t() < steps {
            rewind.advance(&(), |()| every);
        }
        let (longest, last) = ways(&rewind);
        println!("{most} states of {steps} steps, one in {every}: the longest way {longest:.4} of the run");
        assert!(longest <= part, "{longest} with {most} of {steps}");
        assert!(last <= 2 * every);
        // Back, the next steps back are short.
        let middle = steps / 2 + 7;
        let mut made = 0_u64;
        rewind.go(middle, |(), (), _| made += 1);
        assert!(made as f64 <= part * steps as f64);
        made = 0;
        for t in (middle - 200..middle).rev() {
            rewind.go(t, |(), (), _| made += 1);
        }
        assert!(made <= 2_000, "{made} steps for 200 back");
    }
}
