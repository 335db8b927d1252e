//! The name of the machine's processor, for whoever compares figures.

use std::env::consts::ARCH;
use std::fs;

use crate::cli::process;

/// Such as "AMD Ryzen 7 7840U"; where the system does not tell, the kind alone: "aarch64, model unknown".
pub fn name() -> String {
    linux().or_else(mac).unwrap_or_else(|| format!("{ARCH}, model unknown"))
}

fn linux() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn mac() -> Option<String> {
    let output = process::command("sysctl").args(["-n", "machdep.cpu.brand_string"]).output().ok()?;
    let name = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    (output.status.success() && !name.is_empty()).then_some(name)
}
