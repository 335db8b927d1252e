//! The built core in a real browser gives what it gives natively, bit for bit: with simd128, without it, in the page's
//! glue and in the worker's.

#![allow(non_snake_case, reason = "V and v, U and u are the lecture's letters")]

use std::fs;
use std::io::Read;
use std::path::Path;

use descent::data::Image;
use descent::data::dataset::{Dataset, SparseImage};
use descent::data::drawing::Drawing;
use descent::data::measurements::tables::Table;
use descent::data::measurements::{HoldOut, Preparation};
use descent::data::stages::Stages;
use descent::network::landscape;
use descent::network::look::Look;
use descent::network::scalar::{Pairs, Parameter, ScalarNetwork};
use descent::network::sparse::Workspace;
use descent::network::weights::{Encoding, Model};
use descent::rule::LearningRate;
use descent::training::answer;
use descent::training::fitting::Fitting;
use descent::training::scalar_run::ScalarRun;
use descent::training::trainer::{Settings, Trainer};
use serde_json::{Value, json};

#[path = "../support/golden.rs"]
mod golden;
mod hostile;
#[path = "../support/mod.rs"]
mod support;

use support::browser::{Browser, View};
use support::server::{PROJECT, Server};

/// Loads a module with a glue, hands `api` to the script that follows, and defines what all scripts here use.
const PRELUDE: &str = "
    const [glue, wasm] = arguments;
    const module = await WebAssembly.compile(await (await fetch(`/www/pkg/${wasm}`)).arrayBuffer());
    let api;
    if (glue === 'page') {
      api = await import('/www/pkg/descent.js');
      await api.default({ module_or_path: module });
    } else {
      const script = document.createElement('script');
      script.src = '/www/pkg/descent_worker.js';
      await new Promise((loaded) => { script.onload = loaded; document.head.append(script); });
      api = wasm_bindgen;
      await api({ module_or_path: module });
    }
    const unzipped = async (name) => {
      const answer = await fetch(`/www/data/${name}.gz`);
      const stream = answer.body.pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    };
    const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const bits = (floats) => hex(new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength));
";

/// 500 steps on MNIST: the last four bytes of the model file are the CRC-32 of all weights.
const TRAIN: &str = "
    const training = new api.Training(30, 3, 10, 1);
    for (const [part, name] of [
      ['train-labels', 'train-labels-idx1-ubyte'], ['train-images', 'train-images-idx3-ubyte'],
      ['test-labels', 't10k-labels-idx1-ubyte'], ['test-images', 't10k-images-idx3-ubyte'],
    ]) {
      training.push(part, await unzipped(name));
      training.finish(part);
    }
    let made = 0;
    while (made < 500) made += training.train_for(1000, 500);
    const accuracy = training.evaluate();
    const digest = hex(training.model().slice(-4));
    training.step();
    training.back();
    training.go(77);
    training.go(501);
    training.go(500);
    const again = hex(training.model().slice(-4));
    const moment = () => {
      const { t, last, accuracy } = training.status();
      const kept = training.accuracies().length / 2;
      return [t, last, accuracy !== null, training.evaluated ?? null, kept, training.is_repeatable(), ...training.marks()];
    };
    const moments = [moment()];
    training.go(400);
    moments.push(moment());
    training.examine();
    moments.push(moment());
    training.set_rate(1);
    training.go(300);
    moments.push(moment());
    training.step();
    moments.push(moment());
    return { made, accuracy, digest, again, moments };
";

/// t, last, whether there is an accuracy, of which t the evaluation is, accuracies on the curve, whether the settings tell the
/// run, and the steps where α was changed: after 500 steps and an evaluation; at 400; examined there; at 300 with another
/// α; one step on from there, which cuts off what was examined.
fn moments() -> Value {
    json!([
        [500, 501, true, 500, 1, true],
        [400, 501, false, 500, 1, true],
        [400, 501, true, 400, 1, true],
        [300, 501, false, 400, 1, false],
        [301, 301, false, null, 0, false, 300],
    ])
}

const GLUES: [(&str, &str); 3] =
    [("page", "descent_simd.wasm"), ("page", "descent.wasm"), ("worker", "descent_simd.wasm")];

fn unzipped(name: &str) -> Vec<u8> {
    let path = Path::new(PROJECT).join("www/data").join(format!("{name}.gz"));
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(fs::File::open(path).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(b"0123456789abcdef"[usize::from(half)]))
        .collect()
}

fn trained() -> Value {
    let set = |name| {
        Dataset::from_files(
            &unzipped(&format!("{name}-images-idx3-ubyte")),
            &unzipped(&format!("{name}-labels-idx1-ubyte")),
        )
        .unwrap()
    };
    let (train, test) = (set("train"), set("t10k"));
    let settings = Settings::new(30, 10, 1).unwrap();
    let mut trainer = Trainer::new(settings, LearningRate::new(3.0).unwrap(), train.arrived()).unwrap();
    let made = trainer.steps(500, &train);
    let accuracy = trainer.evaluate(&test).accuracy();
    let bytes = Model::new(trainer.network().clone()).to_bytes(Encoding::F32);
    let digest = hex(&bytes[bytes.len() - 4..]);
    assert_eq!(digest, golden::TRAINING);
    json!({ "made": made, "accuracy": accuracy, "digest": digest, "again": digest, "moments": moments() })
}

/// MNIST's training set, and a training with it after 200 steps, in JavaScript.
const BEGUN: &str = "
    const training = new api.Training(12, 2, 10, 3);
    for (const [part, name] of [
      ['train-labels', 'train-labels-idx1-ubyte'], ['train-images', 'train-images-idx3-ubyte'],
    ]) {
      training.push(part, await unzipped(name));
      training.finish(part);
    }
    const trainTo = (t) => { while (training.t < t) training.train_for(1000, t); };
    const digest = () => hex(training.model().slice(-4));
    trainTo(200);
";

/// The finder for α, a lesson, and a run that is saved, given up, taken up again and gone on with.
#[tokio::test]
async fn looking_for_a_rate_a_lesson_and_a_saved_run_give_the_native_bits() {
    let train =
        Dataset::from_files(&unzipped("train-images-idx3-ubyte"), &unzipped("train-labels-idx1-ubyte")).unwrap();
    let settings = Settings::new(12, 10, 3).unwrap();
    let mut trainer = Trainer::new(settings, LearningRate::new(2.0).unwrap(), train.arrived()).unwrap();
    let digest = |trainer: &Trainer| {
        let bytes = Model::new(trainer.network().clone()).to_bytes(Encoding::F32);
        hex(&bytes[bytes.len() - 4..])
    };
    let floats = |numbers: &[f32]| hex(&numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>());
    let doubles = |numbers: &[f64]| hex(&numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>());
    trainer.steps(200, &train);
    let before = digest(&trainer);
    let range = trainer.find_rate(60, &train).unwrap();
    assert_eq!(digest(&trainer), before, "looking changes nothing");
    let image: Image = core::array::from_fn(|j| if (300..330).contains(&j) { 200 } else { 0 });
    let lesson = trainer.teach(&image, 7, &train).unwrap();
    let taught = digest(&trainer);
    let saved = trainer.save(&train);
    let mut again = Trainer::restore(&saved, &train).unwrap();
    again.steps(100, &train);
    trainer.steps(100, &train);
    let after = digest(&trainer);
    assert_eq!(digest(&again), after, "a saved run goes on as the other does");
    let expected = json!({
        "pairs": doubles(range.points.as_flattened()), "suggested": range.suggested,
        "z": [floats(&lesson.z_before), floats(&lesson.z_after)],
        "errors": [lesson.error_before, lesson.error_after],
        "digests": [before, before, taught, taught, after], "places": [201, 0, 201, 301], "lessons": [200, 7],
        "refused": ["saved-damaged", "saved-magic", "out-of-range", "out-of-range", 301],
    });
    let script = format!(
        "{PRELUDE}{BEGUN}
        const digests = [digest()];
        const {{ pairs, suggested }} = training.find_rate(60);
        digests.push(digest());
        const image = new Uint8Array(784).fill(200, 300, 330);
        const lesson = training.teach(image, 7);
        digests.push(digest());
        const places = [training.t];
        const saved = training.save();
        training.reset(30, 1, 10, 9);
        places.push(training.t);
        training.restore(saved);
        places.push(training.t);
        digests.push(digest());
        trainTo(301);
        digests.push(digest());
        places.push(training.t);
        const lessons = [...training.lessons()];
        const code = (what) => {{
          try {{ what(); }} catch (error) {{ return error.code; }}
        }};
        const damaged = saved.slice();
        damaged[damaged.length >> 1] ^= 1;
        const refused = [
          code(() => training.restore(damaged)), code(() => training.restore(new Uint8Array(9))),
          code(() => training.teach(image, 10)), code(() => training.find_rate(5)), training.t,
        ];
        return {{
          pairs: bits(pairs), suggested, z: [bits(lesson.z_before), bits(lesson.z_after)],
          errors: [lesson.error_before, lesson.error_after], digests, places, lessons, refused,
        }};"
    );
    assert_in_every_glue(&script, &expected).await;
}

/// Data of one's own are chosen while MNIST is on its way: what still comes of that, or fails, belongs to nobody.
#[tokio::test]
async fn what_still_comes_of_mnist_leaves_data_of_ones_own_alone() {
    let script = format!(
        "{PRELUDE}
        const [labels, images] = [await unzipped('train-labels-idx1-ubyte'), await unzipped('train-images-idx3-ubyte')];
        const training = new api.Training(12, 2, 10, 3);
        training.push('train-labels', labels);
        training.push('train-images', images.slice(0, 100000));
        const header = (...numbers) => [0, 0, 8, numbers.length, ...numbers.flatMap((n) => [0, 0, n >> 8, n & 255])];
        const own = [
          Uint8Array.from([...header(60, 4, 4), ...Array.from({{ length: 960 }}, (_, i) => (i * 37) % 256)]),
          Uint8Array.from([...header(60), ...Array.from({{ length: 60 }}, (_, i) => i % 3)]),
        ];
        const taken = training.set_data(...own, new Uint8Array(), new Uint8Array(), false);
        const digest = () => hex(training.model().slice(-4));
        const seen = () => {{
          const {{ total, arrived, test_arrived, test_total }} = training.status();
          return [training.t, total, arrived, test_arrived, test_total];
        }};
        const train = () => {{
          while (training.t < 20) training.train_for(1000, 20);
          return digest();
        }};
        const [before, alone] = [seen(), train()];
        training.reset(12, 2, 10, 3);
        training.push('train-images', images.slice(100000, 200000));
        training.push('test-labels', Uint8Array.of(1, 2, 3));
        training.finish('train-labels');
        training.finish('test-images');
        training.restart('train-images');
        training.restart('train-labels');
        training.restart('test-images');
        return {{ before, after: seen(), same: train() === alone, accuracy: training.evaluate() !== undefined, taken: taken.train }};"
    );
    let counts = json!([0, 50, 50, 10, 10]);
    let expected = json!({ "before": counts, "after": counts, "same": true, "accuracy": true, "taken": 50 });
    assert_in_every_glue(&script, &expected).await;
}

/// The page itself: what it allows is what the scripts may do.
async fn opened(server: &Server) -> Browser {
    Browser::open(server.url(), View::default()).await
}

/// `script` returns `expected` with each glue and each module.
async fn assert_in_every_glue(script: &str, expected: &Value) {
    let server = Server::start();
    let browser = opened(server).await;
    for (glue, wasm) in GLUES {
        let found = browser.run(script, &[json!(glue), json!(wasm)]).await;
        assert_eq!(&found, expected, "{wasm} with the {glue}'s glue");
    }
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn training_gives_the_native_bits() {
    let expected = trained();
    assert_in_every_glue(&format!("{PRELUDE}{TRAIN}"), &expected).await;
}

/// Chapter 1: a table with noise and a test, 500 steps, two of them taken back and made again.
#[tokio::test]
async fn fitting_gives_the_native_bits() {
    let preparation = Preparation::new(0.05, 0.3, HoldOut::Random, 7).unwrap();
    let rate = LearningRate::new(2.0).unwrap();
    let table = Table::WaterViscosity.measurements();
    let mut fitting = Fitting::new(&table, preparation, None, 16, rate, 7).unwrap();
    for _ in 0..500 {
        assert!(fitting.step());
    }
    let network = fitting.network();
    let units = network.V.iter().zip(&network.v).zip(&network.U);
    let parameters = units.flat_map(|((V, v), U)| [*V, *v, *U]).chain([network.u]);
    let measurements = fitting.measurements().iter().flat_map(|m| [m.x, m.l]);
    let bytes = |numbers: &mut dyn Iterator<Item = f64>| numbers.flat_map(f64::to_le_bytes).collect::<Vec<_>>();
    let parameters = bytes(&mut { parameters });
    assert_eq!(hex(&crc32fast::hash(&parameters).to_be_bytes()), golden::FITTING);
    let held: Vec<u8> = fitting.held_out().iter().map(|held| u8::from(*held)).collect();
    let expected = json!({
        "parameters": hex(&parameters), "measurements": hex(&bytes(&mut { measurements })), "held": hex(&held),
    });
    let script = format!(
        "{PRELUDE}
        const table = api.measurement_table('water-viscosity');
        const fitting = new api.Fitting(table, new Float64Array(), 0.05, 0.3, false, 16, 2, 7);
        fitting.train(500, Infinity);
        fitting.back();
        fitting.back();
        fitting.train(2, Infinity);
        const [parameters, measurements] = [bits(fitting.parameters()), bits(fitting.measurements())];
        return {{ parameters, measurements, held: hex(fitting.held_out()) }};"
    );
    assert_in_every_glue(&script, &expected).await;
}

#[tokio::test]
async fn drawings_and_answers_give_the_native_bits() {
    let strokes = [0.25, 0.2, 0.6, 0.15, 0.7, 0.3, 0.45, 0.45, 0.72, 0.6, 0.6, 0.85, 0.25, 0.8];
    let model_file = fs::read(Path::new(PROJECT).join("www/data/model.descent.gz")).unwrap();
    let mut model = Vec::new();
    flate2::read::GzDecoder::new(&model_file[..]).read_to_end(&mut model).unwrap();
    let model = Model::from_bytes(&model).unwrap();
    let stages = Stages::from_bits(model.stages).unwrap();
    let image = stages.drawing(&Drawing::from_flat(&strokes, &[7]).unwrap()).unwrap();
    let z = model.network.answer(SparseImage::new(&image).input(), &mut Workspace::default());
    let z_bytes: Vec<u8> = z.iter().flat_map(|z| z.to_le_bytes()).collect();
    let expected = json!({
        "image": hex(&image), "z": hex(&z_bytes), "none": 0, "straightens": stages.straighten, "digit": answer::decide(&z),
    });
    let script = format!(
        "{PRELUDE}
        const packed = (await fetch('/www/data/model.descent.gz')).body;
        const model = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
        const classifier = new api.Classifier(new Uint8Array(model));
        const {{ straightens }} = classifier;
        const image = api.rasterise(new Float64Array({strokes:?}), new Uint32Array([7]), straightens);
        const z = classifier.classify(image);
        const {{ digit }} = api.judge(z);
        const none = api.rasterise(new Float64Array(), new Uint32Array(), false).length;
        return {{ image: hex(image), z: bits(z), none, straightens, digit }};"
    );
    assert_in_every_glue(&script, &expected).await;
}

/// A look into the shipped network and into one in training: typed arrays in objects, rows of matrices, null where there is
/// nothing.
#[tokio::test]
async fn a_look_gives_the_native_bits() {
    let model_file = fs::read(Path::new(PROJECT).join("www/data/model.descent.gz")).unwrap();
    let mut model = Vec::new();
    flate2::read::GzDecoder::new(&model_file[..]).read_to_end(&mut model).unwrap();
    let network = Model::from_bytes(&model).unwrap().network.to_reference();
    let image: Image = core::array::from_fn(|j| if (300..330).contains(&j) { 200 } else { 0 });
    let image = SparseImage::new(&image);
    let look = Look::new(&network, image.input(), Some(3)).unwrap();
    let (back, gradient) = (look.back.as_ref().unwrap(), look.gradient().unwrap());
    let (unit, output) = (look.unit(5, Some(LearningRate::new(3.0).unwrap())).unwrap(), look.output(8, None).unwrap());
    let bits = |numbers: &[f64]| hex(&numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>());
    let row: Vec<u8> = gradient.V.row(5).iter().flat_map(|number| (*number as f32).to_le_bytes()).collect();
    let expected = json!({
        "z": bits(look.forward.z.as_slice()), "d_p": bits(back.columns.d_p.as_slice()), "error": bits(&[back.error]),
        "row": hex(&row), "after": bits(&unit.after.unwrap()), "outgoing": bits(&unit.outgoing),
        "sensitivity": bits(&output.sensitivity), "order": output.order,
        "without": [null, null, null, null, null],
        "early": [null, null, null, null, null, 0],
        "codes": ["out-of-range", "out-of-range", "out-of-range", "unknown-parameter"],
    });
    let script = format!(
        "{PRELUDE}
        const packed = (await fetch('/www/data/model.descent.gz')).body;
        const model = await new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
        const looker = new api.Looker(new Uint8Array(model));
        const image = new Uint8Array(784).fill(200, 300, 330);
        const trace = looker.trace(image, 3, true);
        const unit = looker.unit(image, 3, 5, 3);
        const output = looker.output(image, 3, 8);
        const without = looker.trace(image, undefined, false);
        const training = new api.Training(30, 3, 10, 1);
        const early = [
          training.trace(image, 3, true), training.unit(image, 3, 0), training.output(image, 3, 0),
          training.check(image, 3, 200, 1), training.shares('V', 0, 0), training.batch().indices.length,
        ];
        const code = (what) => {{
          try {{ what(); }} catch (error) {{ return error.code; }}
        }};
        return {{
          z: bits(trace.z), d_p: bits(trace.d_p), error: bits(Float64Array.of(trace.error)),
          row: bits(trace.d_V.slice(784 * 5, 784 * 6)), after: bits(unit.after), outgoing: bits(unit.outgoing),
          sensitivity: bits(output.sensitivity), order: [...output.order],
          without: [without.l, without.error, without.d_p, without.V, without.t], early,
          codes: [
            code(() => looker.trace(image, 10, false)), code(() => looker.unit(image, undefined, 700)),
            code(() => looker.output(image, undefined, 10)), code(() => training.shares('w', 0, 0)),
          ],
        }};"
    );
    assert_in_every_glue(&script, &expected).await;
}

#[tokio::test]
async fn the_scalar_run_gives_the_native_bits() {
    let pairs = [1.0, 0.25, -0.5, 0.9];
    let start = ScalarNetwork::new(0.6, 0.9, -1.2, 0.3).unwrap();
    let mut run = ScalarRun::new(start, Pairs::from_flat(&pairs).unwrap(), LearningRate::new(0.7).unwrap()).unwrap();
    (0..1000).for_each(|_| assert!(run.step()));
    let bits = |numbers: &[f64]| hex(&numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>());
    let network = Parameter::ALL.map(|parameter| run.network().get(parameter));
    let slice = landscape::slice(run.network(), run.pairs(), Parameter::U, (-6.0, 6.0), 33);
    let expected = json!({
        "t": 1000, "network": bits(&network), "error": bits(&[run.error()]), "slice": bits(&slice), "repeatable": true,
    });
    let script = format!(
        "{PRELUDE}
        const run = new api.ScalarRun(0.6, 0.9, -1.2, 0.3, 0.7, new Float64Array({pairs:?}));
        for (let t = 0; t < 1000; t++) run.step();
        run.back();
        run.go(3);
        run.go(999);
        run.step();
        const {{ t, network, error }} = run.state(0);
        return {{
          t, network: bits(Float64Array.from(network)), error: bits(Float64Array.of(error)),
          slice: bits(run.slice('U', -6, 6, 33)), repeatable: run.is_repeatable(),
        }};"
    );
    assert_in_every_glue(&script, &expected).await;
}

#[tokio::test]
async fn errors_cross_with_their_code_and_details() {
    let script = format!(
        "{PRELUDE}
        const thrown = (what) => {{
          try {{ what(); }} catch (error) {{ return [error instanceof Error, error.code, error.details]; }}
          return 'nothing was thrown';
        }};
        const training = new api.Training(30, 3, 10, 1);
        const before = training.status();
        return [
          thrown(() => new api.Classifier(new Uint8Array([1, 2, 3]))),
          thrown(() => api.rasterise(new Float64Array(3), new Uint32Array([1]), false)),
          thrown(() => new api.Training(0, 3, 10, 1)),
          thrown(() => training.set_rate(-1)),
          thrown(() => training.push('train-labels', new Uint8Array([0, 0, 8, 1, 0, 0, 0, 2, 5, 77]))),
          thrown(() => training.push('nonsense', new Uint8Array())),
          thrown(() => training.classify(new Uint8Array(5))),
          [training.step(), training.back(), training.evaluate() === undefined, before.error, before.rate],
        ];"
    );
    let server = Server::start();
    let browser = opened(server).await;
    let found = browser.run(&script, &[json!("page"), json!("descent_simd.wasm")]).await;
    let expected = json!([
        [true, "model-magic", {}],
        [true, "stroke-lengths", { "promised": "2", "found": "3" }],
        [true, "out-of-range", { "what": "hidden", "least": "1", "most": "1000", "found": "0" }],
        [true, "learning-rate", {}],
        [true, "label-out-of-range", { "index": "1", "value": "77" }],
        [true, "unknown-part", { "name": "nonsense" }],
        [true, "image-length", { "found": "5", "expected": "784" }],
        [false, false, true, null, 3],
    ]);
    assert_eq!(found, expected);
    browser.close_clean(server.url()).await;
}
