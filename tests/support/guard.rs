//! Programs that tests start and share: they end with the tests, however those end.

use std::io::BufReader;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Starts a program, and ends it with all that it has started when whoever wrote this here ends, however that was: their
/// end of the standard input closes then. The first argument is a folder that goes with them, or nothing.
const GUARD: &str = "
    trap : TERM
    folder=$1
    shift
    \"$@\" </dev/null &
    exec >/dev/null
    cat
    kill -TERM 0
    wait
    # Whoever has not gone by then may still write into it.
    [ -z \"$folder\" ] || for i in 1 2 3 4 5 6 7 8 9; do rm -rf -- \"$folder\" && break; sleep 0.1; done
    kill -KILL 0";

/// A running program, which ends with this value, or with the tests.
#[derive(Debug)]
pub struct Guard {
    shell: Child,
    /// Closed, it ends the program.
    alive: Option<ChildStdin>,
}

impl Guard {
    /// A command that is still to be told the program and its arguments. `folder` goes with the program.
    pub fn command(folder: Option<&Path>) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "sh"]).arg(folder.unwrap_or(Path::new("")));
        command
    }

    /// Starts what [`command`](Self::command) made, in a group of its own, which all that it starts joins: none is forgotten.
    /// What it says is to be read.
    pub fn spawn(command: &mut Command) -> (Self, BufReader<ChildStdout>) {
        let command = command.process_group(0).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut shell = command.spawn().expect("sh starts");
        let output = BufReader::new(shell.stdout.take().expect("its output is piped"));
        let alive = shell.stdin.take();
        (Self { shell, alive }, output)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.alive.take());
        let _ = self.shell.wait();
    }
}
