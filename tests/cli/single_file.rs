//! `descent build --single-file`: one file with everything, nothing of others overwritten, and plain words where something is
//! missing. That it works is for the tests of the page to say, how large it may be for the target `limits`.

use std::fs;
use std::path::Path;

use super::folder::{answer, argument, complaint, descent, text};
use super::support::server::{PROJECT, copy_of_the_page};

#[test]
fn the_file_has_everything_and_asks_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("stick/descent.html");
    let report = answer(&["build", "--single-file", "--out", argument(&out)]);
    let page = fs::read_to_string(&out).expect("one text");
    assert!(report.contains(&format!("{} of ", page.len())), "{report}");
    for name in [
        "page",
        "pkg/descent.wasm",
        "pkg/descent_simd.wasm",
        "data/model.descent.gz",
        "data/train-images-idx3-ubyte.gz",
        "data/train-labels-idx1-ubyte.gz",
        "data/t10k-images-idx3-ubyte.gz",
        "data/t10k-labels-idx1-ubyte.gz",
    ] {
        assert!(page.contains(&format!("data-file=\"{name}\"")), "{name} is not there");
    }
    // Nothing is asked for elsewhere; what it carries is printable text in which no tag can begin.
    let mut around = String::new();
    for piece in page.split("<script type=\"text/plain\"") {
        let carried = piece.split_once("</script>").filter(|(_, rest)| !around.is_empty() && !rest.is_empty());
        around.push_str(carried.map_or(piece, |(_, rest)| rest));
        let carried = carried.and_then(|(carried, _)| carried.split_once('>')).map_or("", |(_, carried)| carried);
        assert!(carried.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'<'));
    }
    assert!(around.len() < 100_000, "{} bytes are carried as they are", around.len());
    for outside in ["http:", "https:", "//example", " src=", "url(www", "url(\"..", "import.meta"] {
        assert!(!around.contains(outside), "it names {outside}");
    }
    assert!(around.contains("default-src 'none'"));

    // The same again, and over itself.
    answer(&["build", "--single-file", "--out", argument(&out)]);
    assert!(fs::read_to_string(&out).unwrap() == page, "the second build is not the same");
    let names: Vec<_> = fs::read_dir(out.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["descent.html"]);
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("essay.html");
    fs::write(&own, "<!doctype html><title>My essay</title>").unwrap();
    let words = complaint(&["build", "--single-file", "--out", argument(&own)], 1);
    assert!(words.contains("essay.html is left as it is"), "{words}");
    assert_eq!(fs::read_to_string(&own).unwrap(), "<!doctype html><title>My essay</title>");
    let words = complaint(&["build", "--single-file", "--out", argument(folder.path())], 1);
    assert!(words.contains("it is a folder"), "{words}");
    let inside = Path::new(PROJECT).join("www/descent.html");
    let words = complaint(&["build", "--single-file", "--out", argument(&inside)], 1);
    assert!(words.contains("inside www") && !inside.exists(), "{words}");
}

#[test]
fn the_arguments_go_together_or_not() {
    complaint(&["build", "--full"], 2);
    complaint(&["build", "--single-file", "--clippy"], 2);
}

/// A page of which something is missing, in a folder with sources of which the core seems to have been compiled.
#[test]
fn what_is_missing_is_named() {
    let copy = copy_of_the_page();
    let project = argument(copy.path());
    let out = copy.path().join("descent.html");
    let words = text(&descent(&["build", "--single-file", "--project", project, "--out", argument(&out)]).stderr);
    assert!(words.contains("Cargo.toml is not there"), "{words}");
    assert!(!out.exists());
}
