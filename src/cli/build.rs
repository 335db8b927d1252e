//! `descent build`: the compiled core in `www/pkg` and, with `--out`, a folder for any web host; or all of it as one file.

use std::fmt::Write;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::failure::{Context, Result};
use super::files;
use super::module;
use super::output::remark;
use super::project::Project;
use super::publish;
use super::single_file;
use super::sizes;

/// Builds the page
#[derive(Args, Debug)]
pub struct Build {
    /// Copy the page into this folder, ready for any web host; with --single-file, write that file
    #[arg(long, value_name = "PLACE")]
    out: Option<PathBuf>,
    /// Write the page, the network and the data as one file that needs no network [default: dist/descent.html]
    #[arg(long)]
    single_file: bool,
    /// With --single-file: all of MNIST in place of 10,000 training and 2,000 test images
    #[arg(long, requires = "single_file")]
    full: bool,
    /// Instead of building, run clippy over the code for wasm32
    #[arg(long, conflicts_with_all = ["out", "single_file"])]
    clippy: bool,
    /// The folder of Descent's sources [default: found by itself]
    #[arg(long, value_name = "FOLDER")]
    project: Option<PathBuf>,
}

/// Runs the command.
pub fn run(arguments: &Build) -> Result<()> {
    let project = Project::find(arguments.project.as_deref())?;
    if arguments.clippy {
        return module::lint(&project);
    }
    if arguments.single_file {
        return one_file(&project, arguments);
    }
    if let Some(out) = &arguments.out {
        publish::check(&project, out)?;
    }
    if !bring_up_to_date(&project)? {
        remark!("The core has not changed since it was compiled");
    }
    if let Some(out) = &arguments.out {
        publish::publish(&project, out)?;
        remark!("The page is in {}", out.display());
    }
    sizes::report(&project)
}

fn one_file(project: &Project, arguments: &Build) -> Result<()> {
    let out = single_file::place(project, arguments.out.as_deref())?;
    bring_up_to_date(project)?;
    single_file::write(project, &out, arguments.full)?;
    remark!("The page is in {}: open it with a double click", out.display());
    Ok(())
}

/// Compiles the core if its sources changed since the last time, or if a compiled file is missing or was changed;
/// says whether it did. Two of these at once take turns.
pub fn bring_up_to_date(project: &Project) -> Result<bool> {
    let sources = project.digest()?;
    let folder = project.wasm_target();
    fs::create_dir_all(&folder).context(|| format!("cannot make the folder {}", folder.display()))?;
    let _lock = files::lock(&folder.join("lock"))?;
    let stamp = folder.join("stamp");
    if fs::read_to_string(&stamp).is_ok_and(|old| old == stamp_of(project, &sources)) {
        return Ok(false);
    }
    let start = Instant::now();
    let contents = module::build(project)?;
    for (name, bytes) in module::FILES.iter().zip(&contents) {
        files::write(&project.pkg().join(name), bytes)?;
    }
    files::write(&stamp, stamp_of(project, &sources).as_bytes())?;
    remark!("Compiled in {:.1} s", start.elapsed().as_secs_f64());
    Ok(true)
}

/// The digest of the sources and, one a line, of each compiled file as it now is on the disk.
fn stamp_of(project: &Project, sources: &str) -> String {
    let mut stamp = format!("{sources} sources\n");
    for name in module::FILES {
        let mut hasher = DefaultHasher::new();
        fs::read(project.pkg().join(name)).ok().hash(&mut hasher);
        // Writing to a String cannot fail.
        let _ = writeln!(stamp, "{:016x} {name}", hasher.finish());
    }
    stamp
}
