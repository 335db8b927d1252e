//! Debian's packages, installed when this is Debian and this user may.

use std::path::Path;
use std::time::Duration;

use super::output::remark;
use super::process;

const LIMIT: Duration = Duration::from_secs(15 * 60);

/// Installs `packages`, saying so first. The error says in a few words why that did not work.
pub fn install(packages: &[&str]) -> Result<(), String> {
    if !Path::new("/etc/debian_version").is_file() || process::find("apt-get").is_none() {
        return Err("this is not Debian".to_owned());
    }
    if !is_root() {
        return Err("not done, since this user is not root".to_owned());
    }
    let list = packages.join(" ");
    remark!("Installing Debian's packages with `apt-get install --yes --no-install-recommends {list}`");
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    if apt_get(&install).is_ok() {
        return Ok(());
    }
    // Most often the lists of packages are missing, as in a fresh container, or too old.
    remark!("Reading the lists of packages anew with `apt-get update`");
    apt_get(&["update"])?;
    apt_get(&install)
}

fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let mut command = process::command("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    match process::run_quietly(command, LIMIT) {
        Ok(outcome) if outcome.success => Ok(()),
        Ok(outcome) => Err(format!("apt-get said: {}", outcome.reason)),
        Err(error) => Err(format!("apt-get could not be started: {error}")),
    }
}

/// Whether this program may do everything here.
#[cfg(unix)]
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
pub fn is_root() -> bool {
    false
}
