//! Wrong arguments and missing files: one clear line and the right status.

use std::process::{Command, Stdio};

use super::folder::{answer, argument, complaint, descent, failure_of};
use super::support::server::DESCENT;

#[test]
fn wrong_arguments_end_with_status_2() {
    for (arguments, words) in [
        (&["fly"][..], "fly"),
        (&["--colour"], "--colour"),
        (&["serve", "--port", "eighty"], "eighty"),
        (&["serve", "--port", "70000"], "70000"),
        (&["build", "--out"], "--out"),
        (&["train", "--hidden", "0"], "1..=1000"),
        (&["train", "--hidden", "1001"], "1..=1000"),
        (&["train", "--hidden", "many"], "many"),
        (&["train", "--batch", "0"], "--batch"),
        (&["train", "--epochs", "0"], "--epochs"),
        (&["train", "--rate", "-1"], "above 0"),
        (&["train", "--rate", "nan"], "above 0"),
        (&["train", "--rate", "inf"], "above 0"),
        (&["train", "--examples", "60001"], "60000"),
        (&["train", "--seed", "-1"], "-1"),
        (&["train", "--runs", "2", "--out", "model"], "--out"),
        (&["bench", "--seconds", "0"], "0.05"),
        (&["bench", "--native", "--browser", "chromium"], "--browser"),
        (&["evaluate"], "--model"),
        (&["evaluate", "--model", "m", "--images", "i"], "--labels"),
        (&["evaluate", "--model", "m", "--strokes", "s", "--images", "i", "--labels", "l"], "--strokes"),
    ] {
        let line = complaint(arguments, 2);
        assert!(line.contains(words), "{arguments:?} is answered with {line}");
        assert!(line.contains("--help"), "{arguments:?} is answered with {line}");
    }
}

#[test]
fn missing_files_end_with_status_1() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let missing = argument(&missing);
    for arguments in [
        &["serve", "--project", missing][..],
        &["build", "--project", missing],
        &["train", "--data", missing],
        &["evaluate", "--model", missing],
        &["bench", "--browser", missing],
        &["bench", "--project", missing],
    ] {
        let line = complaint(arguments, 1);
        assert!(line.contains("missing"), "{arguments:?} is answered with {line}");
    }
}

#[test]
fn help_and_version_are_answers() {
    let help = answer(&["--help"]);
    for command in ["serve", "build", "train", "evaluate", "bench"] {
        assert!(help.contains(command), "{help}");
        assert!(answer(&[command, "--help"]).contains("Usage"), "{command}");
    }
    assert_eq!(answer(&["--version"]).trim(), format!("descent {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_goes_away_is_no_crash() {
    let mut child = Command::new(DESCENT)
        .args(["train", "--epochs", "1000", "--examples", "100", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.stderr, b"", "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_answer_is_said() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(DESCENT)
        .args(["train", "--epochs", "1", "--examples", "100", "--json"])
        .stdout(full)
        .output()
        .unwrap();
    assert!(failure_of(&output, 1).contains("no space left on device"));
}

#[test]
fn a_foreign_folder_is_not_a_project() {
    let folder = tempfile::tempdir().unwrap();
    let line = complaint(&["serve", "--project", argument(folder.path())], 1);
    assert!(line.contains("no www"), "{line}");
    // A page without its sources can be served, but not built.
    std::fs::create_dir(folder.path().join("www")).unwrap();
    let output = descent(&["build", "--project", argument(folder.path())]);
    assert!(failure_of(&output, 1).contains("Cargo.toml"));
}
