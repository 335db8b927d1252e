//! How near the step of 784-30-10 comes to what this machine can do: `cargo bench --bench roofline`.
//!
//! First it is counted what one example of MNIST must load, store, multiply and add. Then four loops are timed, turn by
//! turn, so that a machine that is slow for a moment is slow for all of them: multiplications and additions in
//! registers only; V's loads, products, sums and stores alone, on columns that fit the first cache; the same on the
//! columns of MNIST's pixels; and the whole step. The best of each counts, the one that was least disturbed.

use std::env;
use std::hint::black_box;
use std::time::{Duration, Instant};

use descent::data::dataset::Dataset;
use descent::data::{DIGITS, PIXELS};
use descent::network::sparse::{SparseNetwork, Workspace};
use descent::random::Random;
use descent::rule::LearningRate;
use wide::f32x4;

mod support;

const HIDDEN: usize = 30;
const BATCH: usize = 10;
const LANE: usize = 4;
/// Vectors of four hidden units, the last with two empty lanes.
const LANES: usize = HIDDEN.div_ceil(LANE);
/// Accumulators of the loop in registers: with two constants they fit the 16 registers of x86-64, and are enough to hide
/// the latency of a multiplication and an addition.
const REGISTERS: usize = 12;

/// V of 784-30-10: a column is what one pixel is multiplied with.
type Columns = Vec<[f32x4; LANES]>;
/// Column and x of each pixel that is not zero, in the 8 bytes that they have in a step's workspace.
type Pixels = Vec<(u32, f32)>;

/// Vector instructions that an example needs.
#[derive(Clone, Copy, Default)]
struct Count {
    loads: f64,
    stores: f64,
    products: f64,
    sums: f64,
}

impl Count {
    fn plus(self, other: Self) -> Self {
        Self {
            loads: self.loads + other.loads,
            stores: self.stores + other.stores,
            products: self.products + other.products,
            sums: self.sums + other.sums,
        }
    }

    fn flop(self) -> f64 {
        (self.products + self.sums) * LANE as f64
    }

    fn bytes(self) -> f64 {
        (self.loads + self.stores) * 16.0
    }

    fn print(self, what: &str) {
        let Self { loads, stores, products, sums } = self;
        println!("  {what:<34} {loads:>8.0} {stores:>8.0} {products:>9.0} {sums:>8.0}");
    }
}

fn main() {
    let train = support::train();
    let pixels = (0..train.arrived()).map(|index| train.example(index).input.columns.len()).sum::<usize>() as f64
        / train.arrived() as f64;
    let all = print_counts(pixels, train.arrived());

    // As criterion does: `cargo bench` says --bench; `cargo test` only wants to know whether it runs.
    let measured = env::args().any(|argument| argument == "--bench");
    let (rounds, milliseconds) = if measured { (15, 150) } else { (1, 1) };
    let time = Duration::from_millis(milliseconds);
    let [registers, cached, spread, step] = fastest(&train, rounds, time);
    let gflops = |examples: f64| examples * all.flop() / 1e9;
    println!("\nMeasured, best of {rounds} rounds:");
    println!("  in registers only        {registers:>10.1} GFLOP/s");
    println!("  V alone, first cache     {cached:>10.0} examples/s");
    println!("  V alone, MNIST's columns {spread:>10.0} examples/s");
    println!(
        "  the whole step           {step:>10.0} examples/s, {:.1} GFLOP/s, {:.1} GB/s",
        gflops(step),
        step * all.bytes() / 1e9
    );
    println!("\nThe step reaches");
    println!("  {:>5.1} % of V alone in the first cache", 100.0 * step / cached);
    println!("  {:>5.1} % of V alone on MNIST's columns", 100.0 * step / spread);
    println!("  {:>5.1} % of the products and sums that registers allow", 100.0 * gflops(step) / registers);
}

/// Counts by the loops of `network::sparse`; each number is of instructions on four f32.
fn print_counts(pixels: f64, images: usize) -> Count {
    let of_v = pixels * LANES as f64;
    let of_u = (DIGITS * LANES) as f64;
    // Forward: a column loaded, multiplied, summed in registers. Afterwards: loaded, changed, stored.
    let v = Count { loads: 2.0 * of_v, stores: of_v, products: 2.0 * of_v, sums: 2.0 * of_v };
    // U y⃗, with the sums of four outputs, four and two in registers; Uᵀ ∂ε/∂q⃗, and U − ∂ε/∂q⃗ ⊗ y⃗ with U in registers
    // for the whole mini-batch. Each loads a vector for a product.
    let (once_a_batch, y) = (of_u / BATCH as f64, (DIGITS.div_ceil(4) * LANES) as f64);
    let loads = 3.0 * of_u + y + once_a_batch;
    let u = Count { loads, stores: once_a_batch, products: 3.0 * of_u, sums: 3.0 * of_u };
    let all = v.plus(u);
    println!("784-{HIDDEN}-{DIGITS}: of {PIXELS} pixels {pixels:.1} are not zero, the mean of {images} images\n");
    println!(
        "  {:<34} {:>8} {:>8} {:>9} {:>8}",
        "vectors of four f32, an example", "loads", "stores", "products", "sums"
    );
    v.print("V x⃗ and V − ∂ε/∂p⃗ ⊗ x⃗");
    u.print("U y⃗, Uᵀ ∂ε/∂q⃗, U − ∂ε/∂q⃗ ⊗ y⃗");
    all.print("together");
    println!(
        "\n  {:.1} kFLOP and {:.1} kB an example: {:.2} FLOP a byte",
        all.flop() / 1e3,
        all.bytes() / 1e3,
        all.flop() / all.bytes()
    );
    println!(
        "  not counted: {} sigmoids of four, biases, the gathering of {pixels:.0} pixels",
        LANES + DIGITS.div_ceil(LANE)
    );
    all
}

/// GFLOP/s of the first loop, examples/s of the other three.
fn fastest(train: &Dataset, rounds: u32, time: Duration) -> [f64; 4] {
    // So few that reading them from memory does not count; so many that no loop's end can be foretold.
    let images: Vec<Pixels> = (0..train.arrived().min(1_000)).map(|index| pixels_of(train, index)).collect();
    // As many columns as an image has pixels, side by side: 19 kB.
    let beside = |image: &Pixels| (0..150).cycle().zip(image).map(|(column, (_, x))| (column, *x)).collect();
    let narrow: Vec<Pixels> = images.iter().map(beside).collect();
    let mut registers = [f32x4::ONE; REGISTERS];
    let (mut near, mut far) = (columns(150), columns(PIXELS));
    let mut network = SparseNetwork::random(PIXELS, HIDDEN, DIGITS, &mut Random::new(1)).expect("a network");
    let (rate, mut workspace) = (LearningRate::new(3.0).expect("a learning rate"), Workspace::default());
    let (mut narrow_batches, mut batches) = (narrow.chunks_exact(BATCH).cycle(), images.chunks_exact(BATCH).cycle());
    let mut at = 0;
    let mut best = [0.0_f64; 4];
    for _ in 0..rounds {
        let found = [
            rate_of(time, || multiply_and_add(&mut registers) / 1e9),
            rate_of(time, || v_alone(&mut near, narrow_batches.next().unwrap_or_default())),
            rate_of(time, || v_alone(&mut far, batches.next().unwrap_or_default())),
            rate_of(time, || {
                let batch = (at..at + BATCH).map(|index| train.example(index));
                at = (at + BATCH) % train.arrived();
                black_box(network.step(rate, batch, &mut workspace));
                BATCH as f64
            }),
        ];
        for (best, found) in best.iter_mut().zip(found) {
            *best = best.max(found);
        }
    }
    best
}

/// Repeats `work` for `time`; it gives how much it did, this how much it did a second.
fn rate_of(time: Duration, mut work: impl FnMut() -> f64) -> f64 {
    let (start, mut done) = (Instant::now(), 0.0);
    loop {
        for _ in 0..10 {
            done += work();
        }
        let elapsed = start.elapsed();
        if elapsed >= time {
            return done / elapsed.as_secs_f64();
        }
    }
}

/// Gives the number of single operations.
fn multiply_and_add(registers: &mut [f32x4; REGISTERS]) -> f64 {
    const TIMES: usize = 10_000;
    let (factor, summand) = (black_box(f32x4::splat(0.5)), black_box(f32x4::splat(0.25)));
    let mut own = *registers;
    for _ in 0..TIMES {
        for register in &mut own {
            *register = *register * factor + summand;
        }
    }
    *registers = black_box(own);
    (TIMES * REGISTERS * 2 * LANE) as f64
}

/// What a mini-batch does to V and nothing else: all products V x⃗, then all changes. Gives the number of examples.
fn v_alone(columns: &mut Columns, batch: &[Pixels]) -> f64 {
    let mut sums = [[f32x4::ZERO; LANES]; BATCH];
    for (sums, pixels) in sums.iter_mut().zip(batch) {
        let mut own = [f32x4::ZERO; LANES];
        for (column, x) in pixels {
            let x = f32x4::splat(*x);
            for (sum, weight) in own.iter_mut().zip(&columns[*column as usize]) {
                *sum += *weight * x;
            }
        }
        *sums = own;
    }
    for (sums, pixels) in sums.iter().zip(batch) {
        // Small, so that V stays where it is.
        let change = sums.map(|sum| sum * f32x4::splat(1e-6));
        for (column, x) in pixels {
            let x = f32x4::splat(*x);
            for (weight, change) in columns[*column as usize].iter_mut().zip(change) {
                *weight -= change * x;
            }
        }
    }
    batch.len() as f64
}

fn columns(count: usize) -> Columns {
    let mut random = Random::new(1);
    let mut vector = || f32x4::from([(); LANE].map(|()| random.normal() as f32 / 28.0));
    (0..count).map(|_| [(); LANES].map(|()| vector())).collect()
}

fn pixels_of(data: &Dataset, index: usize) -> Pixels {
    let input = data.example(index).input;
    let scaled = input.bytes.iter().map(|byte| f32::from(*byte) / 255.0);
    input.columns.iter().map(|column| u32::from(*column)).zip(scaled).collect()
}
