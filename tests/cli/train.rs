//! `descent train`: what it tells, what it writes, and that a failure costs nothing.

use std::fs;
use std::process::Command;

use serde_json::Value;

use super::folder::{answer, argument, complaint, descent, text};
use super::support::server::DESCENT;

/// A quick run: 1,000 examples.
const QUICK: [&str; 7] = ["train", "--examples", "1000", "--epochs", "2", "--hidden", "16"];

fn quick(more: &[&str]) -> String {
    answer(&[&QUICK, more].concat())
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn one_line_of_json_an_epoch() {
    let lines = lines(&quick(&["--json"]));
    assert_eq!(lines.len(), 2);
    for (number, line) in (1..).zip(&lines) {
        let mut keys: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["epoch", "error", "examples_per_second", "seconds", "test_accuracy"]);
        assert_eq!(line["epoch"], number);
        let (seconds, speed) = (line["seconds"].as_f64().unwrap(), line["examples_per_second"].as_f64().unwrap());
        assert!((seconds * speed - 1000.0).abs() < 1e-6);
    }
    let error = |line: &Value| line["error"].as_f64().unwrap();
    assert!(error(&lines[1]) < error(&lines[0]), "the error does not fall: {lines:?}");
    assert!(lines[1]["test_accuracy"].as_f64().unwrap() > 0.6, "{lines:?}");
}

#[test]
fn the_same_seed_gives_the_same_model() {
    let folder = tempfile::tempdir().unwrap();
    let model = |name: &str, seed: &str| {
        let path = folder.path().join(name);
        quick(&["--seed", seed, "--out", argument(&path)]);
        fs::read(path).unwrap()
    };
    let first = model("first", "7");
    assert!(first.starts_with(b"descent\0"));
    assert!(model("second", "7") == first, "the same seed gave another model");
    assert!(model("third", "8") != first, "another seed gave the same model");
}

#[test]
fn several_runs_are_summed_up() {
    let lines = lines(&quick(&["--json", "--seed", "3", "--runs", "2"]));
    let seeds: Vec<_> = lines.iter().filter_map(|line| line["seed"].as_u64()).collect();
    assert_eq!(seeds, [3, 3, 4, 4]);
    let last = |line: &Value| line["test_accuracy"].as_f64().unwrap();
    let summary = &lines[4];
    assert_eq!(summary["runs"], 2);
    let mean = summary["mean_accuracy"].as_f64().unwrap();
    assert!((mean - f64::midpoint(last(&lines[1]), last(&lines[3]))).abs() < 1e-12);
}

#[test]
fn a_place_that_cannot_be_written_is_said_before_the_training() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("missing/model.descent");
    // It would take hours.
    let long = ["train", "--epochs", "100000", "--out"];
    assert!(complaint(&[&long[..], &[argument(&nowhere)]].concat(), 1).contains("no such file or directory"));
    assert!(complaint(&[&long[..], &[argument(folder.path())]].concat(), 1).contains("that is a folder"));
}

#[cfg(unix)]
#[test]
fn with_no_space_left_the_old_model_stays() {
    use std::process::Command;

    use super::folder::text;
    use super::support::server::DESCENT;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.descent");
    fs::write(&path, "the old model").unwrap();
    // The shell allows files of 16 blocks, far less than a model needs, and lets the program see the error.
    let script = format!(
        "trap '' XFSZ; ulimit -f 16; exec '{DESCENT}' train --examples 100 --epochs 1 --out '{}'",
        path.display(),
    );
    let output = Command::new("sh").args(["-c", &script]).output().unwrap();
    let words = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(words.starts_with("descent: cannot write ") && words.lines().count() == 1, "{words}");
    assert_eq!(fs::read(&path).unwrap(), b"the old model");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "half a file was left behind");
}

#[test]
fn damaged_data_are_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("train-images-idx3-ubyte"), [0, 0, 8, 3, 0, 0]).unwrap();
    fs::write(folder.path().join("train-labels-idx1-ubyte"), []).unwrap();
    let line = complaint(&["train", "--data", argument(folder.path())], 1);
    assert!(line.contains("train-images-idx3-ubyte") && line.contains("cut short"), "{line}");
}

#[test]
fn the_tables_of_people_have_no_json() {
    let output = descent(&QUICK);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("epoch   2") && text.contains('%') && !text.contains('{'), "{text}");
    assert!(output.stderr.is_empty(), "a progress bar where there is no terminal");
}

/// A quick run with everything that the shipped model was made with.
const VARIED: [&str; 13] = [
    "train",
    "--examples",
    "700",
    "--validation",
    "100",
    "--epochs",
    "3",
    "--hidden",
    "12",
    "--distort",
    "--last-rate",
    "0.5",
    "--json",
];

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let model = |threads: &str| {
        let path = folder.path().join(threads);
        answer(&[&VARIED[..], &["--threads", threads, "--out", argument(&path)]].concat());
        fs::read(path).unwrap()
    };
    let alone = model("1");
    assert!(alone == model("2") && alone == model("5"), "threads changed the model");
}

/// Large networks are trained by several threads together, and images are then varied before they are learned from.
#[test]
fn the_number_of_threads_changes_nothing_in_a_large_network() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, more) in [("plain", &[][..]), ("varied", &["--distort"])] {
        let model = |threads: &str| {
            let path = folder.path().join(format!("{kind}-{threads}"));
            let large = ["train", "--examples", "303", "--epochs", "2", "--hidden", "300", "--rate", "0.5"];
            answer(&[&large[..], more, &["--threads", threads, "--out", argument(&path)]].concat());
            fs::read(path).unwrap()
        };
        let alone = model("1");
        assert!(alone == model("2") && alone == model("4"), "threads changed the model");
    }
}

#[test]
fn the_best_epoch_on_the_examples_kept_for_it_is_the_result() {
    let lines = lines(&answer(&VARIED));
    assert_eq!(lines.len(), 4);
    let accuracies: Vec<f64> = lines[..3].iter().map(|line| line["validation_accuracy"].as_f64().unwrap()).collect();
    assert!(lines[..3].iter().all(|line| line.get("test_accuracy").is_none()), "chosen by the test images");
    let best = accuracies.iter().copied().fold(0.0, f64::max);
    assert_eq!(lines[3]["validation_accuracy"], best);
    let chosen = lines[3]["chosen_epoch"].as_u64().unwrap() as usize;
    assert_eq!(accuracies[chosen - 1].to_bits(), best.to_bits());
    assert!(lines[3]["test_accuracy"].as_f64().unwrap() > 0.3);
}

#[test]
fn an_interrupted_training_goes_on_to_the_same_model() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let (whole, resumed, checkpoint) = (place("whole"), place("resumed"), place("checkpoint"));
    answer(&[&VARIED[..], &["--out", argument(&whole)]].concat());

    // Killed after its first epoch.
    let arguments = [&VARIED[..], &["--checkpoint", argument(&checkpoint), "--out", argument(&resumed)]].concat();
    let mut child = std::process::Command::new(super::support::server::DESCENT)
        .args(&arguments)
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stdout.take().unwrap()), &mut first).unwrap();
    let _ = child.kill();
    child.wait().unwrap();

    let told = lines(&answer(&arguments));
    assert!(told.len() <= 4, "it began anew: {told:?}");
    assert!(fs::read(&whole).unwrap() == fs::read(&resumed).unwrap(), "the interruption changed the model");

    // Another training does not take it for its own, and a damaged one is named.
    let other = [&VARIED[..], &["--seed", "2", "--checkpoint", argument(&checkpoint)]].concat();
    assert!(complaint(&other, 1).contains("belongs to another training"));
    fs::write(&checkpoint, "no checkpoint").unwrap();
    assert!(complaint(&arguments, 1).contains("is no checkpoint of a training"));
}

#[test]
fn patience_ends_a_training_that_gets_no_better() {
    // With such a rate every unit saturates at once, and nothing is learned any more.
    let hopeless = ["train", "--examples", "300", "--validation", "100", "--epochs", "500", "--rate", "100000"];
    let lines = lines(&answer(&[&hopeless[..], &["--patience", "4", "--json"]].concat()));
    assert!(lines.len() < 100, "it went on for {} epochs", lines.len());
    let (epochs, chosen) = (&lines[..lines.len() - 1], lines.last().unwrap());
    let accuracy = |line: &Value| line["validation_accuracy"].clone();
    let first = epochs.iter().position(|line| accuracy(line) == accuracy(chosen)).unwrap() + 1;
    assert_eq!(epochs.len(), first + 4, "{lines:?}");
}

#[test]
fn a_quantised_model_is_small_and_its_card_says_what_rounding_cost() {
    let folder = tempfile::tempdir().unwrap();
    let (path, exact) = (folder.path().join("model.descent.gz"), folder.path().join("exact.descent.gz"));
    answer(&[&VARIED[..], &["--quantise", "31", "--out", argument(&path)]].concat());
    answer(&[&VARIED[..], &["--out", argument(&exact)]].concat());
    let size = |path| fs::metadata(path).unwrap().len();
    assert!(2 * size(&path) < size(&exact), "{} bytes of {}", size(&path), size(&exact));
    let card: Value = serde_json::from_slice(&fs::read(folder.path().join("model.card.json")).unwrap()).unwrap();
    assert_eq!(card["stages"], serde_json::json!(["straighten"]));
    let accuracy = |name: &str| card[name]["accuracy"].as_f64().unwrap();
    assert!((accuracy("test") - accuracy("test_before_rounding")).abs() < 0.01);
    // The command in the card makes the same file again.
    let again = folder.path().join("again.descent.gz");
    let command = card["command"].as_str().unwrap().to_owned();
    let words: Vec<&str> = command.split(' ').skip(1).chain(["--out", argument(&again)]).collect();
    answer(&words);
    assert!(fs::read(&path).unwrap() == fs::read(&again).unwrap(), "`{command}` made another model");
}

#[test]
fn nothing_left_to_learn_from_is_said() {
    assert!(complaint(&["train", "--examples", "100", "--validation", "100"], 2).contains("left to learn from"));
    assert!(complaint(&["train", "--last-rate", "0"], 2).contains("learning rate"));
}

/// Four small IDX files: `train` images to learn from and `test` to test on, of digits 0 to 9 by turns.
fn tiny_data(folder: &std::path::Path, train: u8, test: u8) {
    fs::create_dir(folder).unwrap();
    for (name, count) in [("train", train), ("t10k", test)] {
        let header = |magic: u8, sizes: &[u8]| -> Vec<u8> {
            [0, 0, 8, magic].into_iter().chain(sizes.iter().flat_map(|size| [0, 0, 0, *size])).collect()
        };
        let pixels = (0..usize::from(count) * 784).map(|at| ((at * 7 + at / 784 * 31) % 251) as u8);
        fs::write(
            folder.join(format!("{name}-images-idx3-ubyte")),
            header(3, &[count, 28, 28]).into_iter().chain(pixels).collect::<Vec<u8>>(),
        )
        .unwrap();
        let labels = header(1, &[count]).into_iter().chain((0..count).map(|i| i % 10)).collect::<Vec<u8>>();
        fs::write(folder.join(format!("{name}-labels-idx1-ubyte")), labels).unwrap();
    }
}

/// A card says what was done: which data, how many of them, and a sum that no other file has.
#[test]
fn a_card_says_what_was_learned_from() {
    let folder = tempfile::tempdir().unwrap();
    tiny_data(&folder.path().join("mine"), 30, 12);
    let train = |seed: &str| {
        let path = folder.path().join(format!("model{seed}.descent"));
        let data = folder.path().join("mine");
        let arguments = ["train", "--epochs", "1", "--hidden", "3", "--validation", "10", "--seed", seed];
        answer(&[&arguments[..], &["--data", argument(&data), "--out", argument(&path)]].concat());
        let card = fs::read(folder.path().join(format!("model{seed}.card.json"))).unwrap();
        serde_json::from_slice::<Value>(&card).unwrap()
    };
    let card = train("1");
    assert_eq!(card["data"], "mine: 20 images to learn from, 10 to choose by, 12 to test");
    let command = card["command"].as_str().unwrap();
    assert!(command.contains("--data mine "), "{command}");
    assert!(!command.contains(argument(folder.path())), "where it lies is nobody's business: {command}");
    let sum = card["sha256"].as_str().unwrap();
    assert_eq!(sum.len(), 64);
    assert_ne!(train("2")["sha256"], sum, "another file has another sum");
}

/// Drawings by eight hands, each a 1 and a 7.
fn tiny_strokes() -> String {
    let line = |writer: u32, digit: u8, strokes: &str| {
        format!("{{\"digit\": {digit}, \"writer\": {writer}, \"strokes\": {strokes}}}\n")
    };
    let both = |writer: u32| {
        let lean = f64::from(writer);
        let one = format!("[[[{lean}, 0], [0, 50]]]");
        let seven = format!("[[[0, 0], [30, {lean}], [10, 50]]]");
        [line(writer, 1, &one), line(writer, 7, &seven)].concat()
    };
    (1..=8).map(both).collect()
}

#[test]
fn drawings_are_learned_from_and_writers_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let (strokes, out) = (folder.path().join("hands.ndjson"), folder.path().join("model.descent"));
    fs::write(&strokes, tiny_strokes()).unwrap();
    let learn = ["--distort", "--strokes", argument(&strokes), "--strokes-share", "0.5", "--credit", "Eight people"];
    let text = quick(&[&learn[..], &["--fold", "2", "--json", "--out", argument(&out)]].concat());
    // Every sixth writer from the second on: the second and the eighth, with two drawings each.
    let told = lines(&text);
    let accuracy = told[1]["left_out_accuracy"].as_f64().unwrap();
    assert!((accuracy * 4.0).fract().abs() < 1e-12, "{accuracy} of four");
    let card: Value = serde_json::from_slice(&fs::read(folder.path().join("model.card.json")).unwrap()).unwrap();
    assert_eq!(card["left_out"]["total"], 4);
    let learned = &card["strokes"];
    assert_eq!(
        (&learned["file"], &learned["drawings"], &learned["writers"]),
        (&"hands.ndjson".into(), &12.into(), &6.into())
    );
    assert_eq!((&learned["share"], &learned["credit"]), (&0.5.into(), &"Eight people".into()));
    assert!(card["command"].as_str().unwrap().contains("--strokes hands.ndjson --strokes-share 0.5 --fold 2"));
    // Other drawings make another network; without a fold nobody is left out.
    let all = quick(&[&learn[..], &["--json"]].concat());
    assert!(lines(&all)[1]["left_out_accuracy"].is_null());
    assert_ne!(lines(&all)[1]["error"], told[1]["error"]);

    assert!(complaint(&["train", "--strokes", argument(&strokes)], 2).contains("--distort"));
    let few: Vec<_> = tiny_strokes().lines().take(4).map(str::to_owned).collect();
    fs::write(&strokes, few.join("\n")).unwrap();
    let refused = complaint(&["train", "--distort", "--strokes", argument(&strokes), "--fold", "1"], 2);
    assert!(refused.contains("2 writers"), "{refused}");
}

/// An α that takes ε beyond all numbers: said at once, and what was learned before is kept where something was.
#[test]
fn a_training_that_diverges_ends() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("model");
    let line = complaint(&[&QUICK[..], &["--rate", "1e308", "--out", argument(&out)]].concat(), 1);
    assert!(line.contains("no number any more in epoch 1") && line.contains("smaller --rate"), "{line}");
    assert!(!out.exists());
    let run = ["train", "--examples", "1000", "--hidden", "16", "--epochs", "3", "--json", "--validation", "200"];
    let output = descent(&[&run[..], &["--rate", "1", "--last-rate", "1e308", "--out", argument(&out)]].concat());
    let (said, words) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success() && words.contains("the best network before"), "{words}");
    let lines = lines(&said);
    assert_eq!((lines.len(), &lines[1]["chosen_epoch"]), (2, &Value::from(1)), "{said}");
    assert!(fs::read(&out).unwrap().starts_with(b"descent\0"));
}

#[test]
fn two_files_are_two() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model");
    let other = folder.path().join(".").join("model");
    let line = complaint(&[&QUICK[..], &["--out", argument(&path), "--checkpoint", argument(&other)]].concat(), 2);
    assert!(line.contains("name two files"), "{line}");
    assert!(!path.exists());
}

/// A machine that gives no further thread: the work is done by those that there are, with the same bits.
#[test]
fn fewer_threads_than_wanted_give_the_same_model() {
    let folder = tempfile::tempdir().unwrap();
    let run = ["train", "--examples", "600", "--epochs", "2", "--hidden", "64", "--distort", "--out"];
    let model = |name: &str, more: &[&str], stack: Option<&str>| {
        let path = folder.path().join(name);
        let mut command = Command::new(DESCENT);
        command.args(run).arg(&path).args(more);
        if let Some(stack) = stack {
            // No thread can be started: none has so large a stack.
            command.env("RUST_MIN_STACK", stack);
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
        fs::read(path).unwrap()
    };
    let alone = model("alone", &["--threads", "1"], None);
    assert!(model("together", &["--threads", "4"], None) == alone);
    assert!(model("refused", &["--threads", "4"], Some("70368744177664")) == alone);
    let line = complaint(&["train", "--threads", "1000000"], 2);
    assert!(line.contains("from 1 to 1024"), "{line}");
}

/// What stands where the model is to go and is no file is left alone; a link is followed; who may read stays who may read.
#[cfg(unix)]
#[test]
fn a_model_takes_the_place_of_files_only() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let short = ["train", "--examples", "100", "--epochs", "1", "--hidden", "8", "--out"];
    let line = complaint(&[&short[..], &["/dev/null"]].concat(), 1);
    assert!(line.contains("a device or a pipe"), "{line}");
    fs::write(place("secret"), "").unwrap();
    fs::set_permissions(place("secret"), fs::Permissions::from_mode(0o600)).unwrap();
    symlink("secret", place("link")).unwrap();
    answer(&[&short[..], &[argument(&place("link"))]].concat());
    assert!(place("link").is_symlink(), "the link is one still");
    assert!(fs::read(place("secret")).unwrap().starts_with(b"descent\0"));
    assert_eq!(fs::metadata(place("secret")).unwrap().permissions().mode() & 0o777, 0o600);
}
