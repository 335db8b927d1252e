//! A copy of the page as a static folder. Whatever else lies in that folder is left alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::failure::{Context, Failure, Result};
use super::files;
use super::module;
use super::packing::Packer;
use super::project::Project;
use super::published::{self, Files};

/// In the published folder: the names of the files that `descent build` put there, one a line. By it the folder is
/// known as ours, and a file that the page no longer has can be taken away.
pub const LIST: &str = ".descent-build";

/// Refuses a folder into which the page must not be copied, before anything is built or written.
pub fn check(project: &Project, out: &Path) -> Result<()> {
    let refuse = |why: &str| Err(Failure::run(format!("{} is left as it is: {why}", out.display())));
    if !out.exists() {
        let absolute = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
        if absolute.starts_with(project.www()) {
            return refuse("a copy of www cannot be inside www");
        }
        return Ok(());
    }
    if !out.is_dir() {
        return refuse("it is not a folder");
    }
    if out.canonicalize().is_ok_and(|real| real.starts_with(project.www())) {
        return refuse("a copy of www cannot be inside www");
    }
    let ours = list(out);
    let empty = fs::read_dir(out).context(|| format!("cannot read {}", out.display()))?.next().is_none();
    match ours {
        None if !empty => refuse("it has files that `descent build` did not put there; name an empty or a new folder"),
        _ => Ok(()),
    }
}

/// Puts the page into `out` as its readers get it, each text also packed: hosts that know how send that instead.
pub fn publish(project: &Project, out: &Path) -> Result<()> {
    let old = list(out).unwrap_or_default();
    let mut files = published::files(project)?;
    // Before the packing, which takes seconds, and again with what it has made.
    refuse_foreign(out, &old, &files)?;
    files.extend(Packer::of(project).pack(&files)?);
    refuse_foreign(out, &old, &files)?;
    let new: BTreeSet<_> = files.keys().cloned().collect();
    fs::create_dir_all(out).context(|| format!("cannot make the folder {}", out.display()))?;
    // Listed before they are written: if the disk fills up half way, the next build still knows its own files.
    let all: BTreeSet<_> = old.union(&new).cloned().collect();
    write_list(out, &all)?;
    for (relative, bytes) in &files {
        files::write(&out.join(relative), bytes)?;
    }
    for relative in old.difference(&new) {
        let stale = out.join(relative);
        if stale.is_file() {
            fs::remove_file(&stale).context(|| format!("cannot remove {}", stale.display()))?;
        }
    }
    write_list(out, &new)
}

/// Refuses a folder where something else lies in the place of one of `files`.
fn refuse_foreign(out: &Path, ours: &BTreeSet<PathBuf>, files: &Files) -> Result<()> {
    for (relative, bytes) in files {
        let destination = out.join(relative);
        if destination.exists() && !ours.contains(relative) && !fs::read(&destination).is_ok_and(|it| it == *bytes) {
            return Err(Failure::run(format!(
                "{} was not put there by `descent build`; move it away, or name another folder",
                destination.display(),
            )));
        }
    }
    Ok(())
}

/// The files of the page, as paths under the project's folder.
pub fn page_files(project: &Project) -> Result<Vec<PathBuf>> {
    let mut files = vec![project.index()];
    for path in files::walk(&project.www())? {
        let compiled = path.starts_with(project.pkg());
        let ours = module::FILES.iter().any(|name| path.file_name().is_some_and(|it| it == *name));
        let for_people = path.extension().is_some_and(|kind| kind == "md" || kind == "ts");
        if !for_people && (!compiled || ours) {
            files.push(path);
        }
    }
    Ok(files.iter().filter_map(|path| Some(path.strip_prefix(project.root()).ok()?.to_owned())).collect())
}

/// What the last build put into `out`; `None` when the folder is not ours.
fn list(out: &Path) -> Option<BTreeSet<PathBuf>> {
    let text = fs::read_to_string(out.join(LIST)).ok()?;
    // Only names below the folder: the list could have been edited.
    let below = |path: &PathBuf| path.components().all(|part| matches!(part, Component::Normal(_)));
    Some(text.lines().map(PathBuf::from).filter(below).collect())
}

fn write_list(out: &Path, names: &BTreeSet<PathBuf>) -> Result<()> {
    let names: Vec<_> = names.iter().map(|name| name.display().to_string()).collect();
    files::write(&out.join(LIST), (names.join("\n") + "\n").as_bytes())
}
