//! Running the program, and small folders for it to work on.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;

use super::support::server::{DESCENT, PKG};

/// Runs `descent` to its end.
pub fn descent(arguments: &[&str]) -> Output {
    Command::new(DESCENT).args(arguments).output().expect("descent runs")
}

/// Standard output of a run that succeeded.
pub fn answer(arguments: &[&str]) -> String {
    let output = descent(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// What a failing run says: one line on standard error, without a backtrace, and nothing on standard output.
pub fn complaint(arguments: &[&str], status: i32) -> String {
    failure_of(&descent(arguments), status)
}

/// The same of a run made otherwise.
pub fn failure_of(output: &Output, status: i32) -> String {
    let words = text(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{words}");
    assert_eq!(words.lines().count(), 1, "not one line: {words}");
    assert!(words.starts_with("descent: "), "{words}");
    assert!(!words.contains("panicked") && !words.contains("os error"), "{words}");
    words
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// A path as an argument.
pub fn argument(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

fn write(folder: &Path, name: &str, content: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// A folder with a page that is built already, and with what must not be served beside it.
pub fn page() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in [
        ("index.html", "<!doctype html><title>Descent</title>"),
        ("Cargo.toml", "secret"),
        (".git/config", "secret"),
        ("src/lib.rs", "secret"),
        ("www/main.js", "import './pkg/descent.js';"),
        ("www/style/base.css", "p { margin: 0 }"),
        ("www/icon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("www/.hidden", "secret"),
        ("www/README.md", "For people"),
        ("www/data/model.descent", "descent"),
        ("www/data/model.card.json", "{}"),
    ] {
        write(folder.path(), name, content);
    }
    for name in PKG {
        let is_module = Path::new(name).extension().is_some_and(|kind| kind == "wasm");
        write(folder.path(), &format!("www/pkg/{name}"), if is_module { "\0asm" } else { "" });
    }
    fs::write(folder.path().join("www/data/images.gz"), gzip(b"images")).unwrap();
    folder
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
