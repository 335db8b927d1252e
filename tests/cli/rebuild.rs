//! A server that is asked for a new build: an error is shown, and what was built before is still served.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::SystemTime;

use super::support::server::{DESCENT, PROJECT, Server};

#[test]
fn enter_asks_for_a_build() {
    drop(Server::start());
    let built = |name: &str| -> SystemTime {
        fs::metadata(Path::new(PROJECT).join("www/pkg").join(name)).unwrap().modified().unwrap()
    };
    let before = built("descent.wasm");
    let mut child = Command::new(DESCENT)
        .args(["serve", "--port", "0"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut address).unwrap();
    let mut words = BufReader::new(child.stderr.take().unwrap()).lines();
    child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
    let said = words.find(|line| line.as_ref().is_ok_and(|line| line.contains("has not changed")));
    assert!(said.is_some(), "Enter is not answered");
    child.stdin.as_mut().unwrap().write_all(b"what\n").unwrap();
    let said = words.find(|line| line.as_ref().is_ok_and(|line| line.contains("Enter builds")));
    assert!(said.is_some(), "another line is not answered");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(built("descent.wasm"), before, "nothing changed, so nothing is written");
}
