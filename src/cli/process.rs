//! Other programs that this one starts: with a clean environment, and not for ever.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What of cargo's own settings a person may have chosen and must keep: where its files are, how it reaches the
/// network, how it prints.
const KEPT: [&str; 8] = [
    "CARGO_HOME",
    "CARGO_HTTP_",
    "CARGO_NET_",
    "CARGO_REGISTRY_",
    "CARGO_REGISTRIES_",
    "CARGO_SOURCE_",
    "CARGO_TERM_",
    "CARGO_BUILD_JOBS",
];

/// A command that does not see what `cargo run` or `cargo test` set for this program, nor flags meant for the native
/// build: either would change how the wasm is compiled.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, value) in env::vars_os() {
        let text = name.to_string_lossy();
        if is_foreign(&text) {
            command.env_remove(&name);
        } else if is_library_path(&text) {
            let kept = env::split_paths(&value).filter(|path| !is_cargos(path));
            if let Ok(paths) = env::join_paths(kept) {
                command.env(&name, paths);
            }
        }
    }
    command.stdin(Stdio::null());
    command
}

fn is_foreign(name: &str) -> bool {
    let cargos = name.starts_with("CARGO") && !KEPT.iter().any(|kept| name.starts_with(kept));
    cargos
        || name.starts_with("RUSTC")
        || name.starts_with("RUSTDOC")
        || matches!(name, "RUSTFLAGS" | "RUST_RECURSION_COUNT" | "OUT_DIR")
}

fn is_library_path(name: &str) -> bool {
    matches!(name, "LD_LIBRARY_PATH" | "DYLD_FALLBACK_LIBRARY_PATH")
}

/// Cargo puts the folders of its build and of the active toolchain's libraries before the person's own.
fn is_cargos(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "rustlib" || part.as_os_str() == "toolchains")
        || path.ancestors().any(|folder| folder.join(".rustc_info.json").is_file())
}

/// What a finished program printed, both streams together, and whether it succeeded.
#[derive(Debug)]
pub struct Outcome {
    /// Exit status 0.
    pub success: bool,
    /// The first line that calls itself an error, or else the last line: why it did not.
    pub reason: String,
}

/// Runs `command` to its end, but not longer than `limit`, and keeps what it says.
pub fn run_quietly(mut command: Command, limit: Duration) -> io::Result<Outcome> {
    let output = tempfile::tempfile()?;
    let mut child = command.stdout(output.try_clone()?).stderr(output.try_clone()?).spawn()?;
    let end = Instant::now() + limit;
    let status = loop {
        match child.try_wait()? {
            Some(status) => break Some(status),
            None if Instant::now() >= end => {
                child.kill()?;
                child.wait()?;
                break None;
            }
            None => thread::sleep(Duration::from_millis(50)),
        }
    };
    let reason = match status {
        Some(_) => reason(&text_of(output)?),
        None => format!("no answer within {} seconds", limit.as_secs()),
    };
    Ok(Outcome { success: status.is_some_and(|status| status.success()), reason })
}

fn text_of(mut file: std::fs::File) -> io::Result<String> {
    use std::io::{Read, Seek};
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The first line of `text` that calls itself an error, or else the last line; "nothing" if there is none.
pub fn reason(text: &str) -> String {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let error = lines.clone().find_map(|line| line.strip_prefix("error: ").or_else(|| line.strip_prefix("E: ")));
    error.or_else(|| lines.next_back()).unwrap_or("nothing").to_owned()
}

/// The first `program` on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_environment_is_foreign_and_the_persons_is_not() {
        for name in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "RUSTC_WRAPPER"] {
            assert!(is_foreign(name), "{name}");
        }
        for name in ["PATH", "HOME", "CARGO_HOME", "CARGO_NET_OFFLINE", "CARGO_REGISTRIES_OWN_INDEX", "RUSTUP_HOME"] {
            assert!(!is_foreign(name), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_hangs_is_stopped() {
        let mut sleep = command("sleep");
        sleep.arg("600");
        let outcome = run_quietly(sleep, Duration::from_millis(200)).unwrap();
        assert!(!outcome.success);
        assert!(outcome.reason.contains("no answer"), "{}", outcome.reason);
    }

    #[cfg(unix)]
    #[test]
    fn the_reason_is_kept() {
        let mut shell = command("sh");
        shell.args(["-c", "echo one; echo two >&2; echo; exit 3"]);
        let outcome = run_quietly(shell, Duration::from_secs(120)).unwrap();
        assert!(!outcome.success);
        assert_eq!(outcome.reason, "two");
        assert_eq!(reason("info: one\nerror: two\n  0: frame\n"), "two");
        assert_eq!(reason("\n"), "nothing");
    }
}
