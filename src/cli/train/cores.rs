//! Who computes what: threads are shared between steps and, where images are varied, the next epoch's images. None of this
//! changes the result.

use std::num::NonZero;
use std::thread;

/// Hidden units that make a thread worth while. On two cores, with mini-batches of 10, two threads take for a step of
/// H = 30 1.05 of one thread's time, of H = 48 0.95, of 64 0.79, of 100 0.73, of 300 0.56 and of 500 0.51.
const WORTH: usize = 32;
/// To vary an image takes about as long as one thread learns from it with so many hidden units. With fewer units
/// for each of the other threads, one thread's steps are done before the images are, and no core is ever idle; with
/// more, the others would wait for it. On two cores eight epochs of 10,000 images took 1.96 s alongside and 2.11 s in turns with H = 400, 2.60 and 2.59 s with 600, 4.69
/// and 3.79 s with 1,000.
const MOST_ALONGSIDE: usize = 600;

/// So many threads for a network with so many hidden units.
#[derive(Debug, Clone, Copy)]
pub struct Cores {
    threads: usize,
    /// Cores there are.
    machine: usize,
    hidden: usize,
}

impl Cores {
    /// As many threads as are wanted, else one a core.
    pub fn new(wanted: Option<NonZero<usize>>, hidden: usize) -> Self {
        let machine = thread::available_parallelism().map_or(1, NonZero::get);
        Self { threads: wanted.map_or(machine, NonZero::get), machine, hidden }
    }

    /// All of them, for work in which none waits for another.
    pub fn threads(self) -> usize {
        self.threads
    }

    /// How many make a step together. They wait for each other without sleeping, so each needs a core of its own.
    pub fn for_steps(self) -> NonZero<usize> {
        let worth = self.hidden / WORTH;
        NonZero::new(self.threads.min(self.machine).min(worth)).unwrap_or(NonZero::<usize>::MIN)
    }

    /// Whether all threads first vary the images and then make the steps; else one makes the steps while the others vary
    /// the next epoch's images, and helps them when it is done.
    pub fn take_turns(self) -> bool {
        let others = self.threads.min(self.machine) - 1;
        self.for_steps().get() > 1 && self.hidden * others > MOST_ALONGSIDE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cores(threads: usize, hidden: usize) -> Cores {
        Cores { threads, machine: 4, hidden }
    }

    #[test]
    fn a_small_network_has_one_thread_and_none_is_without_a_core() {
        let for_steps = |threads, hidden| cores(threads, hidden).for_steps().get();
        assert_eq!([1, 30, 63, 64, 100, 500].map(|hidden| for_steps(4, hidden)), [1, 1, 1, 2, 3, 4]);
        assert_eq!([1, 2, 4, 9].map(|threads| for_steps(threads, 500)), [1, 2, 4, 4]);
    }

    #[test]
    fn the_more_threads_the_sooner_they_take_turns() {
        assert!(!cores(1, 1_000).take_turns() && !cores(2, 500).take_turns());
        assert!(!cores(9, 63).take_turns(), "nothing to share");
        assert!(cores(2, 700).take_turns() && cores(4, 500).take_turns() && !cores(4, 100).take_turns());
    }
}
