//! What compiles for `wasm32-unknown-unknown` on this machine, found or installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use super::debian;
use super::failure::{Context, Failure, Result};
use super::output::remark;
use super::process;
use super::project::Project;

/// The target of the page's module.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's packages: a compiler new enough, the sources of the standard library, a linker for wasm.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
/// The same for clippy.
const CLIPPY_PACKAGE: &str = "rust-web-clippy";
/// Debian's files that the build below needs, in the order of [`PACKAGES`].
const DEBIAN_FILES: [&str; 4] =
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/lib/rustlib/src/rust/library/std/Cargo.toml", "/usr/bin/wasm-ld-22"];

/// How long `rustup target add` may take: some 20 MB, or a network that answers nothing.
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// A way to compile for [`TARGET`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The active Rust has the target's standard library: plain cargo.
    Active,
    /// Debian's Rust, which has only the sources of the standard library and builds it along.
    Debian,
}

impl Toolchain {
    /// Finds a way; asks the network only when there is none on the disk. What is installed is said first.
    pub fn find(project: &Project) -> Result<Self> {
        if active_has_target(project) {
            return Ok(Self::Active);
        }
        if debian_is_complete() {
            return Ok(Self::Debian);
        }
        let rustup = match add_target(project) {
            Ok(()) => return Ok(Self::Active),
            Err(why) => why,
        };
        let debian = match debian::install(&PACKAGES) {
            Ok(()) if debian_is_complete() => return Ok(Self::Debian),
            Ok(()) => format!("apt-get succeeded, but {} is still missing", missing_debian_files().join(", ")),
            Err(why) => why,
        };
        Err(Failure::run(format!(
            "the page's module cannot be compiled, because no Rust here can compile for {TARGET}. Missing is either the \
             standard library of that target for the active Rust, which `rustup target add {TARGET}` installs ({rustup}); \
             or, on Debian 12, its packages {}, which `apt-get install {}` installs as root ({debian}).",
            PACKAGES.join(", "),
            PACKAGES.join(" "),
        )))
    }

    /// `cargo subcommand` for [`TARGET`] in the project's folder, with nothing of a surrounding cargo in its
    /// environment. `target` is its target folder.
    pub fn cargo(self, project: &Project, target: &Path, subcommand: &str, flags: &[String]) -> Command {
        let mut command = match (self, subcommand) {
            (Self::Active, _) => process::command("cargo"),
            // Not `/usr/bin/cargo clippy`: cargo would take the first cargo-clippy of another Rust.
            (Self::Debian, "clippy") => process::command("/usr/bin/cargo-clippy"),
            (Self::Debian, _) => process::command("/usr/bin/cargo"),
        };
        if self == Self::Debian {
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO", "/usr/bin/cargo")
                .env("RUSTC", "/usr/bin/rustc")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "/usr/bin/wasm-ld-22")
                .env_remove("RUSTUP_TOOLCHAIN");
        }
        command
            .env("CARGO_TARGET_DIR", target)
            // Unlike RUSTFLAGS, lets a path contain a space.
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
            .current_dir(project.root())
            .arg(subcommand)
            .args(["--lib", "--target", TARGET]);
        if self == Self::Debian {
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command
    }

    /// Makes sure that [`cargo`](Self::cargo) knows `clippy`.
    pub fn find_clippy(self) -> Result<()> {
        let (missing, remedy, installed) = match self {
            Self::Active => {
                let known = process::command("cargo").args(["clippy", "--version"]).output();
                if known.is_ok_and(|output| output.status.success()) {
                    return Ok(());
                }
                ("clippy of the active Rust", "rustup component add clippy".to_owned(), add_clippy())
            }
            Self::Debian => {
                if Path::new("/usr/bin/cargo-clippy").is_file() {
                    return Ok(());
                }
                let remedy = format!("apt-get install {CLIPPY_PACKAGE}");
                (CLIPPY_PACKAGE, remedy, debian::install(&[CLIPPY_PACKAGE]))
            }
        };
        installed.map_err(|why| Failure::run(format!("missing: {missing}; install it with `{remedy}` ({why})")))
    }
}

/// Runs a cargo made by [`Toolchain::cargo`]; what it prints goes to standard error.
pub fn run(mut command: Command) -> Result<()> {
    let status = command.stdout(Stdio::from(std::io::stderr())).status().context(|| cannot_start(&command))?;
    succeeded(status)
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start {}", command.get_program().display())
}

fn succeeded(status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    Err(Failure::run(format!("cargo is not content with the page's module ({status}); its own words are above")))
}

fn active_has_target(project: &Project) -> bool {
    let output = process::command("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(project.root())
        .output();
    let Ok(output) = output else { return false };
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

fn debian_is_complete() -> bool {
    missing_debian_files().is_empty()
}

fn missing_debian_files() -> Vec<&'static str> {
    DEBIAN_FILES.into_iter().filter(|path| !Path::new(path).exists()).collect()
}

/// `rustup target add`; the error says why it did not help.
fn add_target(project: &Project) -> std::result::Result<(), String> {
    rustup(&["target", "add", TARGET], Some(project))?;
    if active_has_target(project) { Ok(()) } else { Err("rustup did, but the active Rust is not rustup's".to_owned()) }
}

fn add_clippy() -> std::result::Result<(), String> {
    rustup(&["component", "add", "clippy"], None)
}

fn rustup(arguments: &[&str], project: Option<&Project>) -> std::result::Result<(), String> {
    if process::find("rustup").is_none() {
        return Err("rustup is not installed; it comes from https://rustup.rs".to_owned());
    }
    remark!("Installing with `rustup {}`", arguments.join(" "));
    let mut command = process::command("rustup");
    command.args(arguments);
    if let Some(project) = project {
        command.current_dir(project.root());
    }
    match process::run_quietly(command, RUSTUP_LIMIT) {
        Ok(outcome) if outcome.success => Ok(()),
        Ok(outcome) => Err(format!("rustup said: {}", outcome.reason)),
        Err(error) => Err(format!("rustup could not be started: {error}")),
    }
}
