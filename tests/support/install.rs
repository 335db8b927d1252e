//! The browser and its driver, found or installed. Without them a test fails: it must not look green.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A browser and the program that drives it.
#[derive(Clone, Debug)]
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
const INSTALL: [&str; 5] = ["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"];

/// Chromium or Chrome with its driver; on Debian, and for root, installed when missing.
///
/// # Panics
/// When either is missing and cannot be installed; the message names the command.
pub fn chromium() -> Chromium {
    // One installation, whichever test needs it first.
    static FOUND: OnceLock<Chromium> = OnceLock::new();
    FOUND.get_or_init(find_or_install).clone()
}

fn find_or_install() -> Chromium {
    if let Some(found) = find() {
        return found;
    }
    let debian = Path::new("/etc/debian_version").is_file();
    if debian && rustix::process::geteuid().is_root() {
        eprintln!("The tests of the page need a browser. Installing it with `apt-get {}`", INSTALL.join(" "));
        if !apt_get(&INSTALL) {
            eprintln!("Reading the lists of packages anew with `apt-get update`");
            apt_get(&["update"]);
            apt_get(&INSTALL);
        }
        if let Some(found) = find() {
            return found;
        }
    }
    panic!(
        "the tests of the page need Chromium or Chrome and chromedriver of the same version on the PATH; \
         on Debian, `apt-get install chromium chromium-driver` as root installs both"
    );
}

fn find() -> Option<Chromium> {
    Some(Chromium { browser: first_on_path(&BROWSERS)?, driver: first_on_path(&DRIVERS)? })
}

fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    names.iter().find_map(|name| env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file()))
}

fn apt_get(arguments: &[&str]) -> bool {
    let status = Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").status();
    status.is_ok_and(|status| status.success())
}
