//! A server that is asked for a new build: an error is shown, and what was built before is still served.

use std::fs;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};

use super::folder::{argument, page};
use super::http::get_from;
use super::support::server::{DESCENT, PROJECT, Server};

/// A server with a keyboard, and its words.
struct Asked {
    child: Child,
    host: String,
    words: Lines<BufReader<ChildStderr>>,
}

impl Asked {
    fn start(arguments: &[&str], target: Option<&Path>) -> Self {
        let mut command = Command::new(DESCENT);
        command.args(["serve", "--port", "0"]).args(arguments);
        if let Some(target) = target {
            command.env("CARGO_TARGET_DIR", target);
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("descent starts");
        let mut url = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut url).unwrap();
        let words = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, host: url.trim().trim_start_matches("http://").trim_end_matches('/').to_owned(), words }
    }

    /// Types a line and reads until the words come.
    fn ask(&mut self, line: &str, words: &str) {
        self.child.stdin.as_mut().unwrap().write_all(line.as_bytes()).unwrap();
        let mut all = String::new();
        for said in self.words.by_ref().map_while(Result::ok) {
            all += &said;
            if said.contains(words) {
                return;
            }
        }
        panic!("{line:?} is answered with {all}");
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn enter_asks_for_a_build() {
    Server::start();
    let module = Path::new(PROJECT).join("www/pkg/descent.wasm");
    let before = fs::metadata(&module).unwrap().modified().unwrap();
    let mut server = Asked::start(&[], None);
    server.ask("\n", "has not changed");
    server.ask("what\n", "Enter builds");
    server.ask("r\n", "has not changed");
    assert_eq!(fs::metadata(&module).unwrap().modified().unwrap(), before, "nothing changed, so nothing is written");
}

#[test]
fn a_build_that_fails_takes_nothing_away() {
    let folder = page();
    // Cargo reads the manifest first of all, so this fails before anything is compiled.
    fs::write(folder.path().join("Cargo.toml"), "this is no manifest").unwrap();
    let target = folder.path().join("target");
    let mut server = Asked::start(&["--no-build", "--project", argument(folder.path())], Some(&target));
    server.ask("\n", "served as it was before");
    for (path, content) in [("/www/main.js", "import './pkg/descent.js';"), ("/www/pkg/descent.wasm", "\0asm")] {
        let answer = get_from(&server.host, path);
        assert_eq!((answer.status, answer.body.as_slice()), (200, content.as_bytes()), "{path}");
    }
}
