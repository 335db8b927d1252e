//! Bytes that travel to the reader.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::open_digits;
use super::support::server::{DESCENT, Server};
use super::table::Row;

/// Gzipped bytes that a browser may fetch before the pad works: HTML, styles, JavaScript and the module.
const MOST_BEFORE_THE_PAD: f64 = 120_000.0;

/// What `descent build` says of its own limits, in lines such as "113000 of 120000 www/pkg/descent.wasm: within the limit";
/// of the page and of the one file, with few data and with all.
pub fn built() -> Vec<Row> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("descent.html");
    let file = file.to_str().expect("a path in UTF-8");
    let mut rows = reported(&["build"]);
    rows.extend(reported(&["build", "--single-file", "--out", file]));
    rows.extend(reported(&["build", "--single-file", "--full", "--out", file]));
    rows
}

fn reported(arguments: &[&str]) -> Vec<Row> {
    let output = Command::new(DESCENT).args(arguments).output().expect("descent runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    let report = String::from_utf8(output.stdout).expect("UTF-8");
    let rows: Vec<Row> = report.lines().filter_map(limited).collect();
    assert!(!rows.is_empty(), "{arguments:?} names no limit: {report}");
    rows
}

fn limited(line: &str) -> Option<Row> {
    let (what, _) = line.rsplit_once(": ").filter(|(_, verdict)| verdict.to_lowercase().contains("the limit"))?;
    let (bytes, rest) = what.trim().split_once(" of ")?;
    let (most, name) = rest.trim().split_once(' ')?;
    let (what, bytes, most) = (name.trim().to_owned(), bytes.parse().ok()?, most.parse().ok()?);
    // A file of the project is as large everywhere; what a compiler makes is not.
    Some(if what.contains("/data/") {
        Row::exact(what, bytes, most, "bytes")
    } else {
        Row::new(what, bytes, most, "bytes")
    })
}

/// What the browser fetched from a published page until the training's part was asked for, which the working pad does.
pub async fn fetched() -> Vec<Row> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let page = folder.path().join("page");
    let output = Command::new(DESCENT).args(["build", "--out"]).arg(&page).output().expect("descent runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let server = Server::of(&page);
    let browser = open_digits(&server, "#digits").await;
    let names = browser
        .value(
            "(() => {
               const all = performance.getEntriesByType('resource');
               const end = all.find(({ name }) => name.endsWith('/digits/learning.js')).startTime;
               return all.filter(({ startTime }) => startTime < end).map(({ name }) => new URL(name).pathname);
             })()",
        )
        .await;
    browser.close_clean(server.url()).await;
    let names = names.as_array().into_iter().flatten().filter_map(Value::as_str);
    let code = names.filter(|name| !name.starts_with("/www/data/") && *name != "/www/icon.svg");
    let all = packed(&page, "index.html") + code.map(|name| packed(&page, name)).sum::<u64>();
    let name = "fetched by the browser before the pad answers, as published, gzipped";
    vec![Row::new(name, all as f64, MOST_BEFORE_THE_PAD, "bytes")]
}

/// The size of a published file as a host sends it: the packed one beside it, if there is one.
fn packed(page: &Path, name: &str) -> u64 {
    let file = page.join(name.trim_start_matches('/'));
    let size = |path: &Path| fs::metadata(path).map(|found| found.len());
    let packed = size(&PathBuf::from(format!("{}.gz", file.display()))).or_else(|_| size(&file));
    packed.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
