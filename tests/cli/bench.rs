//! `descent bench`: what it tells, and that a browser which does not answer is said. How fast it is, no test can know.

use serde_json::Value;

use super::folder::answer;
use super::support::install;

const SIZES: [&str; 2] = ["784-30-10", "784-100-10"];

fn bench(more: &[&str]) -> Value {
    serde_json::from_str(&answer(&[&["bench", "--json", "--seconds", "0.1"], more].concat())).expect("one line of JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Both sizes, with numbers that fit each other.
fn assert_speeds(speeds: &Value) {
    assert_eq!(keys(speeds), [SIZES[1], SIZES[0]]);
    for size in SIZES {
        let speed = &speeds[size];
        assert_eq!(keys(speed), ["epoch_seconds", "examples_per_second"]);
        let (examples, seconds) = (number(&speed["examples_per_second"]), number(&speed["epoch_seconds"]));
        assert!((examples * seconds - 60_000.0).abs() < 1e-6, "{speed}");
        assert!(examples > 0.0, "{speed}");
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

#[test]
fn one_line_of_json_tells_all() {
    install::chromium();
    let report = bench(&[]);
    let all = ["browser", "classify_us", "cpu", "evaluate_ms", "native", "wasm_plain", "wasm_simd"];
    assert_eq!(keys(&report), all);
    for place in ["native", "wasm_simd", "wasm_plain"] {
        assert_speeds(&report[place]);
    }
    assert!(number(&report["evaluate_ms"]) > 0.0 && number(&report["classify_us"]) > 0.0, "{report}");
    for name in ["browser", "cpu"] {
        assert!(report[name].as_str().is_some_and(|name| !name.is_empty()), "{report}");
    }
}

#[test]
fn without_the_browser_only_the_program_is_measured() {
    let report = bench(&["--native"]);
    assert_eq!(keys(&report), ["cpu", "native"]);
    assert_speeds(&report["native"]);
    let table = answer(&["bench", "--native", "--seconds", "0.1"]);
    assert!(table.contains("784-100-10") && table.contains("examples/s") && !table.contains("wasm"), "{table}");
}

#[cfg(unix)]
#[test]
fn a_browser_that_ends_at_once_is_said() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::folder::{argument, complaint};

    let folder = tempfile::tempdir().unwrap();
    let browser = folder.path().join("browser");
    let script = "#!/bin/sh\nif [ \"$1\" = --version ]; then echo Chromium 1; else echo no display >&2; exit 1; fi\n";
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    // Built before, so that nothing else is said.
    answer(&["build"]);
    let line = complaint(&["bench", "--seconds", "0.05", "--browser", argument(&browser)], 1);
    assert!(line.contains("ended before it answered") && line.contains("no display"), "{line}");
}
