//! The next epoch's images, varied on all cores while this epoch is learned from. An image follows from seed, epoch and
//! index, and the pieces are put together in their order, so the number of threads changes the time and nothing else.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use descent::data::dataset::Dataset;
use descent::data::strokes::Labelled;
use descent::training::variation::Variation;

/// Examples that a thread takes at a time: some milliseconds of work.
const PIECE: u32 = 500;

/// What there is to prepare.
#[derive(Debug, Clone, Copy)]
pub struct Ahead<'a> {
    pub examples: &'a Dataset,
    pub drawings: &'a [Labelled],
    pub variation: &'a Variation,
    pub seed: u64,
    pub epoch: u64,
}

impl Ahead<'_> {
    /// Does `work` on this thread while `threads` − 1 others prepare the images; when `work` is done this thread helps
    /// them.
    pub fn alongside<T>(self, threads: usize, work: impl FnOnce() -> T) -> (T, Dataset) {
        let count = self.examples.arrived() as u32;
        let pieces = Mutex::new(vec![Dataset::default(); count.div_ceil(PIECE) as usize]);
        let next = AtomicU32::new(0);
        let prepare = || {
            loop {
                let piece = next.fetch_add(1, Ordering::Relaxed);
                let start = piece.saturating_mul(PIECE);
                if start >= count {
                    break;
                }
                let range = start..count.min(start + PIECE);
                let varied = self.variation.examples(self.examples, self.drawings, range, self.seed, self.epoch);
                // Poisoned by another thread's panic, which ends the program when the scope does.
                if let Ok(mut pieces) = pieces.lock() {
                    pieces[piece as usize] = varied;
                }
            }
        };
        let done = thread::scope(|scope| {
            for _ in 1..threads {
                // Where the machine has no more threads, those that there are do the work.
                if thread::Builder::new().spawn_scoped(scope, prepare).is_err() {
                    break;
                }
            }
            let done = work();
            prepare();
            done
        });
        let mut all = Dataset::default();
        for piece in pieces.into_inner().unwrap_or_default() {
            all.append(&piece);
        }
        (done, all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use descent::data::PIXELS;

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let images: Vec<_> = (0..1_234_u32).map(|i| core::array::from_fn(|at| ((at as u32 * i) % 251) as u8)).collect();
        let examples = Dataset::from_images(images.iter().zip((0..10).cycle())).unwrap();
        let variation = Variation::OTHER_HANDS;
        let prepared = |threads, epoch| {
            let ahead = Ahead { examples: &examples, drawings: &[], variation: &variation, seed: 3, epoch };
            let ((), dataset) = ahead.alongside(threads, || ());
            assert_eq!(dataset.arrived(), 1_234);
            (0..1_234).map(|i| (dataset.image(i), dataset.example(i).label)).collect::<Vec<_>>()
        };
        let alone = prepared(1, 5);
        assert!(alone == prepared(2, 5) && alone == prepared(7, 5));
        assert!(alone != prepared(2, 6), "another epoch has other images");
        assert!(alone.iter().zip(&images).any(|((varied, _), image)| varied[..] != image[..PIXELS]));
    }
}
