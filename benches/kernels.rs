//! The core's inner work, natively, with criterion: `cargo bench --bench kernels`.
//!
//! A step is one mini-batch of 10 examples of MNIST; its throughput is in examples. Each step has another mini-batch, so
//! that neither the caches nor the branch predictor know it by heart.

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use descent::data::dataset::{Dataset, SparseImage};
use descent::data::drawing::Drawing;
use descent::data::stages::Stages;
use descent::data::{DIGITS, PIXELS};
use descent::network::sparse::{SparseNetwork, Workspace};
use descent::network::vector::VectorNetwork;
use descent::random::Random;
use descent::rule::LearningRate;
use descent::training::evaluation::evaluate;
use nalgebra::DVector;

mod support;

const BATCH: usize = 10;

fn rate() -> LearningRate {
    LearningRate::new(3.0).expect("3 is a learning rate")
}

fn reference(hidden: usize) -> VectorNetwork {
    VectorNetwork::random(PIXELS, hidden, DIGITS, &mut Random::new(1)).expect("a network")
}

fn network(hidden: usize) -> SparseNetwork {
    SparseNetwork::from_reference(&reference(hidden)).expect("a network")
}

/// The step that trains.
fn step(criterion: &mut Criterion) {
    let train = support::train();
    let mut group = criterion.benchmark_group("step");
    group.throughput(Throughput::Elements(BATCH as u64));
    for hidden in [30, 100] {
        let (mut network, mut workspace, mut at) = (network(hidden), Workspace::default(), 0);
        group.bench_function(BenchmarkId::from_parameter(format!("784-{hidden}-10")), |bencher| {
            bencher.iter(|| {
                let batch = (at..at + BATCH).map(|index| train.example(index));
                at = (at + BATCH) % train.arrived();
                network.step(rate(), batch, &mut workspace)
            });
        });
    }
    group.finish();
}

/// The same step as the slides have it: what the sparse form is held against, and what it saves.
fn reference_step(criterion: &mut Criterion) {
    let train = support::train();
    let examples: Vec<_> = (0..100 * BATCH).map(|index| dense(&train, index)).collect();
    let mut group = criterion.benchmark_group("reference step");
    group.throughput(Throughput::Elements(BATCH as u64)).sample_size(20);
    for hidden in [30, 100] {
        let (mut network, mut batches) = (reference(hidden), examples.chunks_exact(BATCH).cycle());
        group.bench_function(BenchmarkId::from_parameter(format!("784-{hidden}-10")), |bencher| {
            bencher.iter(|| {
                let batch = batches.next().expect("a cycle has no end");
                let (gradient, error) = network.mean_gradient(batch).expect("a batch of ten");
                network.step(rate(), &gradient);
                error
            });
        });
    }
    group.finish();
}

/// x⃗ and l⃗ of an example, zeros and all.
fn dense(data: &Dataset, index: usize) -> (DVector<f64>, DVector<f64>) {
    let x = data.image(index).map(|byte| f64::from(byte) / 255.0);
    let mut l = DVector::zeros(DIGITS);
    l[usize::from(data.example(index).label)] = 1.0;
    (DVector::from_row_slice(&x), l)
}

/// All 10,000 test images, as after each epoch.
fn evaluation(criterion: &mut Criterion) {
    let test = support::test();
    let mut group = criterion.benchmark_group("evaluate");
    group.throughput(Throughput::Elements(test.arrived() as u64)).sample_size(20);
    for hidden in [30, 100] {
        let (network, mut workspace) = (network(hidden), Workspace::default());
        group.bench_function(BenchmarkId::from_parameter(format!("784-{hidden}-10")), |bencher| {
            bencher.iter(|| evaluate(&network, &test, &mut workspace));
        });
    }
    group.finish();
}

/// From a drawing's points to its image, and on to the answer of the shipped network.
fn drawing(criterion: &mut Criterion) {
    let points = support::eight();
    let lengths = [points.len() as u32 / 2];
    let (model, mut workspace) = (support::shipped(), Workspace::default());
    let stages = Stages::from_bits(model.stages).expect("known stages");
    let image = || {
        let drawing = Drawing::from_flat(black_box(&points), &lengths).expect("one stroke");
        stages.drawing(&drawing).expect("ink")
    };
    let mut group = criterion.benchmark_group("drawing");
    group.bench_function("rasterise", |bencher| bencher.iter(image));
    group.bench_function("rasterise and classify", |bencher| {
        bencher.iter(|| model.network.answer(SparseImage::new(&image()).input(), &mut workspace));
    });
    group.finish();
}

criterion_group! {
    name = kernels;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    targets = step, reference_step, evaluation, drawing
}
criterion_main!(kernels);
