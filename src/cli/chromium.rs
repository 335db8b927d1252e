//! Chromium or Chrome: found or installed, run without a window, and ended with all that it started.

use std::fs::{self, File};
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::debian;
use super::failure::{Context, Failure, Result};
use super::process;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PACKAGE: &str = "chromium";
/// How long the browser may take to end when it is asked to.
const FAREWELL: Duration = Duration::from_secs(5);

/// The browser that the user named, or the first on the PATH; on Debian, and for root, installed when missing.
pub fn find_or_install(named: Option<&Path>) -> Result<PathBuf> {
    if let Some(named) = named {
        if named.is_file() {
            return Ok(named.to_owned());
        }
        return Err(Failure::run(format!("there is no browser {}; --browser names a program's file", named.display())));
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    let why = match debian::install(&[PACKAGE]) {
        Ok(()) => match find() {
            Some(found) => return Ok(found),
            None => "apt-get succeeded, but it is still missing".to_owned(),
        },
        Err(why) => why,
    };
    Err(Failure::run(format!(
        "neither Chromium nor Chrome is on the PATH; on Debian, `apt-get install {PACKAGE}` as root installs it ({why}); \
         name one with --browser, or leave it out with --native"
    )))
}

fn find() -> Option<PathBuf> {
    NAMES.into_iter().find_map(process::find)
}

/// Such as "Chromium 140.0.7339.80".
pub fn version(program: &Path) -> Result<String> {
    let output = process::command(program).arg("--version").output();
    let output = output.context(|| format!("cannot start {}", program.display()))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().next().unwrap_or_default();
    let name = line.split(" built on ").next().unwrap_or_default().trim();
    if output.status.success() && !name.is_empty() {
        return Ok(name.to_owned());
    }
    Err(Failure::run(format!("{} does not say its version: is it Chromium or Chrome?", program.display())))
}

/// A running browser without a window, with a profile of its own; it ends with this value, and the profile goes.
#[derive(Debug)]
pub struct Chromium {
    child: Child,
    profile: TempDir,
    words: File,
}

impl Chromium {
    /// Starts `program` and opens `url` in it.
    pub fn start(program: &Path, url: &str) -> Result<Self> {
        let doing = || format!("cannot start {}", program.display());
        let profile = tempfile::Builder::new().prefix("descent-").tempdir().context(doing)?;
        let words = tempfile::tempfile().context(doing)?;
        let mut command = process::command(program);
        command
            .args(["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
            .arg(format!("--user-data-dir={}", profile.path().display()));
        if debian::is_root() {
            // Chromium's sandbox refuses root.
            command.arg("--no-sandbox");
        }
        #[cfg(unix)]
        {
            // A group of its own, which the browser's other processes join: none of them is forgotten.
            use std::os::unix::process::CommandExt;
            command.process_group(0);
        }
        command.arg(url).stdout(Stdio::null()).stderr(words.try_clone().context(doing)?);
        let child = command.spawn().context(doing)?;
        Ok(Self { child, profile, words })
    }

    /// Whether it is no longer there.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// The line on its standard error that tells most: the first that calls itself an error, or else the last.
    pub fn words(&mut self) -> String {
        let mut bytes = Vec::new();
        match self.words.rewind().and_then(|()| self.words.read_to_end(&mut bytes)) {
            Ok(_) => process::reason(&String::from_utf8_lossy(&bytes)),
            Err(error) => format!("something that cannot be read: {error}"),
        }
    }

    #[cfg(unix)]
    fn signal(&self, signal: rustix::process::Signal) {
        if let Some(group) = i32::try_from(self.child.id()).ok().and_then(rustix::process::Pid::from_raw) {
            // Whoever has gone already cannot be told.
            let _ = rustix::process::kill_process_group(group, signal);
        }
    }

    #[cfg(unix)]
    fn end(&mut self) {
        self.signal(rustix::process::Signal::TERM);
        let end = Instant::now() + FAREWELL;
        while !self.has_ended() && Instant::now() < end {
            thread::sleep(Duration::from_millis(20));
        }
        self.signal(rustix::process::Signal::KILL);
    }

    #[cfg(not(unix))]
    fn end(&mut self) {
        let _ = self.child.kill();
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        self.end();
        let _ = self.child.wait();
        // A last process may still be writing.
        let end = Instant::now() + FAREWELL;
        while fs::remove_dir_all(self.profile.path()).is_err() && self.profile.path().exists() && Instant::now() < end {
            thread::sleep(Duration::from_millis(50));
        }
    }
}
