//! `descent evaluate`: MNIST, other images, drawings; and what is wrong with a file is said with its place.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use super::folder::{answer, argument, complaint, gzip, text};
use super::support::server::PROJECT;

/// A model that was trained for a moment, and files beside it.
struct Place {
    folder: TempDir,
    model: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let model = folder.path().join("model.descent");
        answer(&["train", "--epochs", "1", "--examples", "20000", "--out", argument(&model)]);
        Self { folder, model }
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }

    fn arguments<'a>(&'a self, more: &[&'a str]) -> Vec<&'a str> {
        [&["evaluate", "--model", argument(&self.model)], more].concat()
    }

    fn json(&self, more: &[&str]) -> Value {
        serde_json::from_str(&answer(&self.arguments(&[more, &["--json"]].concat()))).expect("one line of JSON")
    }

    fn complaint(&self, more: &[&str]) -> String {
        complaint(&self.arguments(more), 1)
    }
}

fn idx(kind: &[u8], sizes: &[u32], values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 8];
    bytes.extend_from_slice(kind);
    for size in sizes {
        bytes.extend_from_slice(&size.to_be_bytes());
    }
    bytes.extend_from_slice(values);
    bytes
}

fn images(rows: u32, columns: u32, values: &[u8]) -> Vec<u8> {
    idx(&[3], &[values.len() as u32 / (rows * columns), rows, columns], values)
}

fn labels(values: &[u8]) -> Vec<u8> {
    idx(&[1], &[values.len() as u32], values)
}

#[test]
fn the_test_images_of_mnist() {
    let place = Place::new();
    let found = place.json(&[]);
    let confusion: Vec<Vec<u64>> = serde_json::from_value(found["confusion"].clone()).unwrap();
    assert_eq!(found["total"], 10_000);
    assert_eq!(confusion.iter().flatten().sum::<u64>(), 10_000);
    let correct: u64 = (0..10).map(|digit| confusion[digit][digit]).sum();
    assert_eq!(found["correct"], correct);
    assert_eq!(found["accuracy"].to_string(), (correct as f64 / 10_000.0).to_string());
    // How often each digit is among MNIST's test images.
    let rows: Vec<u64> = confusion.iter().map(|row| row.iter().sum()).collect();
    assert_eq!(rows, [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]);
    assert!(correct > 8_500, "{correct}");

    // The same files named one by one, packed and unpacked, give the same.
    let data = Path::new(PROJECT).join("www/data");
    let (images, labels) = (data.join("t10k-images-idx3-ubyte.gz"), data.join("t10k-labels-idx1-ubyte.gz"));
    assert_eq!(place.json(&["--images", argument(&images), "--labels", argument(&labels)]), found);
    let mut unpacked = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&fs::read(&images).unwrap()[..]), &mut unpacked)
        .unwrap();
    let images = place.file("unpacked.gz", &unpacked);
    assert_eq!(place.json(&["--images", argument(&images), "--labels", argument(&labels)]), found);

    let table = answer(&place.arguments(&[]));
    assert!(table.starts_with(&format!("{correct} of 10000 right")), "{table}");
    assert_eq!(table.lines().count(), 15, "{table}");
}

/// A vertical bar in a large image.
fn bar(rows: u32, columns: u32) -> Vec<u8> {
    let at = |index: u32| (index / columns, index % columns);
    let ink = |(row, column): (u32, u32)| (rows / 5..rows - rows / 5).contains(&row) && column / 4 == columns / 8;
    (0..rows * columns).map(|index| if ink(at(index)) { 255 } else { 0 }).collect()
}

#[test]
fn images_of_another_size() {
    let place = Place::new();
    let images = place.file("images", &images(60, 50, &bar(60, 50)));
    let labels = place.file("labels", &gzip(&labels(&[1])));
    let found = place.json(&["--images", argument(&images), "--labels", argument(&labels)]);
    assert_eq!((&found["correct"], &found["total"]), (&1.into(), &1.into()), "a bar is not a one");
}

/// What a file holds decides how it is read, and not its name; what is wrong with it is said with what to do.
#[test]
fn packed_files_are_read_or_told_by_their_content() {
    let place = Place::new();
    let whole = images(60, 50, &bar(60, 50));
    let right = place.file("labels", &idx_of_ints(&[1]));
    let packed = gzip(&whole);
    let padded = [&packed[..], &[0; 512]].concat();
    let parts = [gzip(&whole[..1000]), gzip(&whole[1000..])].concat();
    for (name, content) in [
        ("raw.gz", &whole),
        ("packed", &packed),
        ("padded.gz", &padded),
        ("twice.gz", &gzip(&packed)),
        ("parts.gz", &parts),
    ] {
        let path = place.file(name, content);
        let found = place.json(&["--images", argument(&path), "--labels", argument(&right)]);
        assert_eq!(found["correct"], 1, "{name}");
    }
    let mut broken = packed.clone();
    let last = broken.len() - 6;
    broken[last] ^= 1;
    for (name, content, why) in [
        ("early.gz", packed[..packed.len() - 9].to_vec(), "ends too early; download"),
        ("broken.gz", broken, "is damaged"),
        ("junk.gz", [&packed[..], b"junk"].concat(), "4 bytes that are no gzip"),
        ("bomb.gz", gzip(&[&whole[..], &vec![0; 64 << 20]].concat()), "longer than 1048576 bytes"),
        ("thrice.gz", gzip(&gzip(&packed)), "gzip within gzip within gzip"),
        ("page.gz", b"\n<!DOCTYPE html><html>".to_vec(), "a web page and no data"),
    ] {
        let path = place.file(name, &content);
        let line = place.complaint(&["--images", argument(&path), "--labels", argument(&right)]);
        assert!(line.contains(name) && line.contains(why), "{why} is not in {line}");
    }
}

/// Labels as whole numbers of four bytes.
fn idx_of_ints(values: &[u32]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 0x0c, 1];
    bytes.extend((values.len() as u32).to_be_bytes());
    bytes.extend(values.iter().flat_map(|value| value.to_be_bytes()));
    bytes
}

/// Images with a scale of their own are brightened; of those that lie otherwise it is said how they would be right.
#[test]
fn other_scales_and_other_ways_to_lie_are_noticed() {
    const COUNT: usize = 1_000;
    let place = Place::new();
    let data = Path::new(PROJECT).join("www/data");
    let unpacked = |name: &str| {
        let mut bytes = Vec::new();
        let file = fs::read(data.join(name)).unwrap();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&file[..]), &mut bytes).unwrap();
        bytes
    };
    let pixels = &unpacked("t10k-images-idx3-ubyte.gz")[16..][..COUNT * 784];
    let right = place.file("labels", &labels(&unpacked("t10k-labels-idx1-ubyte.gz")[8..][..COUNT]));
    let tell = |change: &dyn Fn(usize) -> u8| {
        let changed: Vec<u8> = (0..pixels.len()).map(change).collect();
        let path = place.file("images", &images(28, 28, &changed));
        let more = ["--images", argument(&path), "--labels", argument(&right), "--json"];
        let output = super::folder::descent(&place.arguments(&more));
        assert!(output.status.success());
        let found: Value = serde_json::from_slice(&output.stdout).expect("one line of JSON");
        (found["accuracy"].as_f64().unwrap(), text(&output.stderr))
    };
    let turned = |at: usize| at / 784 * 784 + at % 28 * 28 + at % 784 / 28;
    let (as_it_is, nothing) = tell(&|at| pixels[at]);
    assert!(as_it_is > 0.7 && nothing.is_empty(), "{as_it_is} {nothing}");
    let (faint, said) = tell(&|at| u8::try_from(u16::from(pixels[at]) * 16 / 255).unwrap());
    assert!((faint - as_it_is).abs() < 0.05 && said.contains("no pixel is above 16"), "{faint} {said}");
    let (one, said) = tell(&|at| u8::from(pixels[at] > 127));
    assert!(one > as_it_is - 0.15 && said.contains("no pixel is above 1;"), "{one} {said}");
    assert!(tell(&|at| 255 - pixels[at]).1.contains("with paper and ink exchanged"));
    assert!(tell(&|at| pixels[turned(at)]).1.contains("with rows and columns exchanged"));
}

#[test]
fn drawings() {
    let place = Place::new();
    let lines = "{\"digit\": 1, \"strokes\": [[[50, 10], [50, 90]]]}\n\
                 \n\
                 {\"strokes\": [[[200, 1e2], [201, 4e2]], []], \"digit\": 1, \"writer\": \"somebody\"}\n\
                 {\"digit\": 0, \"strokes\": [[[50, 10], [20, 30], [15, 50], [20, 75], [50, 90], [80, 70], [85, 50], [80, 30], [50, 10]]]}";
    let plain = place.file("drawings.ndjson", lines.as_bytes());
    let packed = place.file("drawings.ndjson.gz", &gzip(lines.as_bytes()));
    let found = place.json(&["--strokes", argument(&plain)]);
    assert_eq!(found["total"], 3);
    assert_eq!(found["correct"], 3, "{found}");
    assert_eq!(place.json(&["--strokes", argument(&packed)]), found);
}

#[test]
fn what_the_network_is_not_sure_about() {
    let place = Place::new();
    let test = place.json(&[]);
    let (sure, sure_correct) = (test["sure"].as_u64().unwrap(), test["sure_correct"].as_u64().unwrap());
    assert!(sure_correct <= sure && sure < 10_000 && sure_correct <= test["correct"].as_u64().unwrap());
    let scribbles = place.json(&["--scribbles", "200"]);
    for kinds in ["shown", "unseen"] {
        assert_eq!(scribbles[kinds]["total"], 200);
        // A network that was never told of scribbles is sure about many.
        assert!((10..190).contains(&scribbles[kinds]["not_sure"].as_u64().unwrap()), "{scribbles}");
    }
    assert_eq!(place.json(&["--scribbles", "200"]), scribbles, "the same seed gave other scribbles");
}

#[test]
fn the_commonest_mistakes_are_listed_and_painted() {
    let place = Place::new();
    let picture = place.file("mistakes.png", b"");
    let table = answer(&place.arguments(&["--mistakes", argument(&picture)]));
    let rows: Vec<Vec<u32>> = table
        .lines()
        .skip_while(|line| !line.starts_with("row"))
        .skip(1)
        .map(|line| line.split_whitespace().map(|word| word.parse().unwrap()).collect())
        .collect();
    assert_eq!(rows.len(), 10, "{table}");
    assert!(rows.windows(2).all(|pair| pair[0][3] >= pair[1][3]), "not the commonest first: {table}");
    assert!(rows.iter().all(|row| row[1] != row[2]), "a right answer among the mistakes: {table}");
    let decoder = png::Decoder::new(std::io::Cursor::new(fs::read(&picture).unwrap()));
    let reader = decoder.read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (24 * 62 + 6, 10 * 62 + 6));
}

#[test]
fn a_pen_of_another_radius_draws_other_images() {
    let place = Place::new();
    let drawing = place.file("one.ndjson", b"{\"digit\": 1, \"strokes\": [[[50, 10], [50, 90]]]}");
    assert_eq!(place.json(&["--strokes", argument(&drawing), "--pen", "1.5"])["total"], 1);
    let thick = place.arguments(&["--strokes", argument(&drawing), "--pen", "9"]);
    assert!(complaint(&thick, 2).contains("between 0.1 and 5"));
}

#[test]
fn a_bad_line_is_named_by_its_number() {
    let place = Place::new();
    let good = r#"{"digit": 1, "strokes": [[[5, 1], [5, 9]]]}"#;
    for (bad, why) in [
        ("{\"digit\": 1,", "breaks off"),
        (r#"{"digit": 10, "strokes": [[[1, 1]]]}"#, "digits are 0 to 9"),
        (r#"{"digit": -1, "strokes": [[[1, 1]]]}"#, "digits are 0 to 9"),
        (r#"{"digit": 1}"#, "no \"strokes\""),
        (r#"{"digit": 1, "strokes": []}"#, "no stroke has a point"),
        (r#"{"digit": 1, "strokes": [[[1]]]}"#, "1 numbers"),
        (r#"{"digit": 1, "strokes": [[[1, 2, 3]]]}"#, "3 numbers"),
        (r#"{"digit": 1, "strokes": [[[1, 1e999]]]}"#, "too large"),
        (r#"{"digit": 1, "strokes": [[[1, null]]]}"#, "a number is expected"),
    ] {
        let path = place.file("drawings", format!("{good}\n\n{bad}\n{good}\n").as_bytes());
        let line = place.complaint(&["--strokes", argument(&path)]);
        assert!(line.contains("line 3: ") && !line.contains("line 1"), "{bad} is answered with {line}");
        assert!(line.contains(why), "{bad} is answered with {line}");
    }
    let latin = place.file("latin", &[good.as_bytes(), b"\n\xff\n"].concat());
    assert!(place.complaint(&["--strokes", argument(&latin)]).contains("line 2: "));
    let empty = place.file("empty", b"\n");
    assert!(place.complaint(&["--strokes", argument(&empty)]).contains("no examples"));
    let packed = gzip(good.repeat(100).as_bytes());
    let cut = place.file("cut", &packed[..packed.len() - 12]);
    place.complaint(&["--strokes", argument(&cut)]);
}

#[test]
fn bad_files_are_named() {
    let place = Place::new();
    let good = place.file("labels", &labels(&[1, 2]));
    let good = argument(&good);
    for (content, why) in [
        (b"hello, this is text".to_vec(), "not an IDX file"),
        (labels(&[1, 2]), "dimension"),
        (images(28, 28, &[0; 3 * 784]), "3 images but 2 labels"),
        (images(28, 28, &[0; 2 * 784])[..800].to_vec(), "cut short"),
        ([images(28, 28, &[0; 2 * 784]), vec![0]].concat(), "goes on"),
        (idx(&[3], &[u32::MAX, 28, 28], &[]), "1000000 are the most"),
        (idx(&[3], &[2, 0, 28], &[]), "cannot be read"),
    ] {
        let path = place.file("images", &content);
        let line = place.complaint(&["--images", argument(&path), "--labels", good]);
        assert!(line.contains("images") && line.contains(why), "{why} is not in {line}");
    }
    let images = place.file("images", &images(28, 28, &[0; 784]));
    let bad = place.file("bad-labels", &labels(&[11]));
    let line = place.complaint(&["--images", argument(&images), "--labels", argument(&bad)]);
    assert!(line.contains("bad-labels") && line.contains("is 11"), "{line}");
}

#[test]
fn a_bad_model_is_named() {
    let place = Place::new();
    let good = fs::read(&place.model).unwrap();
    let mut flipped = good.clone();
    flipped[1000] ^= 1;
    for (content, why) in [
        (b"".to_vec(), "not a model file"),
        (b"PK\x03\x04 something else".to_vec(), "not a model file"),
        (good[..good.len() - 1].to_vec(), "damaged"),
        (flipped, "damaged"),
    ] {
        let path = place.file("bad.descent", &content);
        let line = text(complaint(&["evaluate", "--model", argument(&path)], 1).as_bytes());
        assert!(line.contains("bad.descent") && line.contains(why), "{line}");
    }
}
