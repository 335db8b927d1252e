//! A program with all that it starts: they end with its value.

use std::io::{BufRead, BufReader, Read, copy, sink};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;

use crate::support::browser::PATIENCE;

/// A running program, in a group of its own, which the processes that it starts join.
#[derive(Debug)]
pub struct Group(Child);

/// Where a program says what a test waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Output,
    Errors,
}

impl Group {
    /// Starts a program that says nothing.
    pub fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_os_string();
        let child = command.process_group(0).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("{} does not start: {error}", name.display())))
    }

    /// Starts a program and waits for the first line in which `find` finds something.
    ///
    /// # Panics
    /// When the program ends or a long time passes without one; the message has what it said.
    pub fn start_and_hear<T>(command: &mut Command, voice: Voice, find: impl Fn(&str) -> Option<T>) -> (Self, T) {
        let name = command.get_program().to_os_string();
        let piped = |it| if it == voice { Stdio::piped() } else { Stdio::null() };
        command.process_group(0).stdin(Stdio::null());
        command.stdout(piped(Voice::Output)).stderr(piped(Voice::Errors));
        let child = command.spawn().unwrap_or_else(|error| panic!("{} does not start: {error}", name.display()));
        let mut group = Self(child);
        let stream: Box<dyn Read + Send> = match voice {
            Voice::Output => Box::new(group.0.stdout.take().expect("its output is piped")),
            Voice::Errors => Box::new(group.0.stderr.take().expect("its errors are piped")),
        };
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            let mut stream = BufReader::new(stream);
            let mut line = String::new();
            while stream.read_line(&mut line).is_ok_and(|length| length > 0) {
                if sender.send(std::mem::take(&mut line)).is_err() {
                    break;
                }
            }
            drop(sender);
            // It goes on writing; a full or closed pipe would stop it.
            let _ = copy(&mut stream, &mut sink());
        });
        let mut said = String::new();
        while let Ok(line) = lines.recv_timeout(PATIENCE) {
            if let Some(found) = find(line.trim_end()) {
                return (group, found);
            }
            said.push_str(&line);
        }
        panic!("{} does not say what is waited for; it said: {said}", name.display());
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        if let Some(group) = i32::try_from(self.0.id()).ok().and_then(rustix::process::Pid::from_raw) {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.0.wait();
    }
}
