//! Threads that wait for each other some ten thousand times a second: they look again and again instead of sleeping,
//! since to be woken takes as long as a good part of a step.

use core::hint::spin_loop;
use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

/// How often a thread looks before it lets others have its core: some 10 µs. With fewer cores than threads the one that
/// is waited for needs that core.
const LOOKS: u32 = 1_000;

/// A place that all threads reach before any goes on.
#[derive(Debug)]
pub struct Barrier {
    threads: usize,
    arrived: AtomicUsize,
    /// How often all have met.
    round: AtomicUsize,
    /// A thread has failed, and will never come.
    broken: AtomicBool,
}

impl Barrier {
    pub fn new(threads: usize) -> Self {
        Self { threads, arrived: AtomicUsize::new(0), round: AtomicUsize::new(0), broken: AtomicBool::new(false) }
    }

    /// Returns when all threads are here. What each did before is then seen by all.
    ///
    /// # Panics
    /// When another thread has failed.
    pub fn wait(&self) {
        let round = self.round.load(Ordering::Relaxed);
        if self.arrived.fetch_add(1, Ordering::AcqRel) + 1 == self.threads {
            // Nobody counts again before the round is another one.
            self.arrived.store(0, Ordering::Relaxed);
            self.round.store(round.wrapping_add(1), Ordering::Release);
            return;
        }
        let mut looks = 0;
        while self.round.load(Ordering::Acquire) == round {
            assert!(!self.broken.load(Ordering::Relaxed), "another thread has failed");
            if looks < LOOKS {
                looks += 1;
                spin_loop();
            } else {
                thread::yield_now();
            }
        }
    }

    /// What each thread holds while it works: should it panic, the others do not wait for it for ever.
    pub fn participant(&self) -> Participant<'_> {
        Participant(self)
    }
}

/// See [`Barrier::participant`].
#[derive(Debug)]
pub struct Participant<'a>(&'a Barrier);

impl Drop for Participant<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.broken.store(true, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[test]
    fn nobody_goes_on_before_all_have_come() {
        // More threads than most machines have cores.
        let (threads, rounds) = (9, 200);
        let (barrier, count) = (Barrier::new(threads), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    for round in 1..=rounds {
                        count.fetch_add(1, Ordering::Relaxed);
                        barrier.wait();
                        assert_eq!(count.load(Ordering::Relaxed), round * threads);
                        barrier.wait();
                    }
                });
            }
        });
    }

    #[test]
    fn who_waits_for_a_thread_that_failed_fails_too() {
        let barrier = Barrier::new(2);
        let waiting = || {
            let _participant = barrier.participant();
            barrier.wait();
        };
        let failing = || {
            let _participant = barrier.participant();
            panic!("on purpose");
        };
        thread::scope(|scope| {
            let waits = scope.spawn(|| catch_unwind(AssertUnwindSafe(waiting)).is_err());
            let fails = scope.spawn(|| catch_unwind(AssertUnwindSafe(failing)).is_err());
            assert!(waits.join().unwrap() && fails.join().unwrap());
        });
    }
}
