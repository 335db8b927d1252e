//! The page as its readers get it: lean, told ahead of time what it will ask for, and with a worker that keeps it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde_json::json;

use super::failure::{Failure, Result};
use super::files;
use super::imports;
use super::lean::lean;
use super::project::Project;
use super::publish::page_files;

/// The service worker's source; published, it stands beside `index.html`, since it may keep only what lies beside it.
pub const WORKER: &str = "www/frame/offline/sw.js";
/// Its published name.
pub const PUBLISHED_WORKER: &str = "sw.js";

/// The chapters that do not open by themselves.
const CHAPTERS: [&str; 3] = ["curve", "descent", "neuron"];
/// Before this tag of `index.html` the modules are named that it will ask for.
const BEFORE: &str = "<script type=\"module\"";
const EARLY: &str = "<script src=\"www/early.js\"";

/// Paths below the published folder, with what they have.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// One file of the page, as it is published.
pub fn file(project: &Project, relative: &Path) -> Result<Vec<u8>> {
    let bytes = files::read(&project.root().join(relative))?;
    Ok(match (kind_of(relative), std::str::from_utf8(&bytes)) {
        ("js" | "css", Ok(text)) => lean(text).into_bytes(),
        _ => bytes,
    })
}

/// All of the page.
pub fn files(project: &Project) -> Result<Files> {
    let mut all = Files::new();
    for relative in page_files(project)? {
        let bytes = file(project, &relative)?;
        all.insert(relative, bytes);
    }
    let worker = all.remove(Path::new(WORKER)).unwrap_or_default();
    let index = all.get_mut(Path::new("index.html"));
    let Some(index) = index else { return Ok(all) };
    *index = ahead(project, &String::from_utf8_lossy(index))?.into_bytes();
    let (version, worker) = versioned(&all, &worker);
    if let Some(index) = all.get_mut(Path::new("index.html")) {
        let text = String::from_utf8_lossy(index);
        let meta = format!("<meta name=\"descent-version\" content=\"{version}\" />\n    <title>");
        *index = text.replacen("<title>", &meta, 1).into_bytes();
    }
    all.insert(PUBLISHED_WORKER.into(), worker);
    Ok(all)
}

/// `index.html` with the whole graph of its modules, so that no module waits for another to ask for it, and for the
/// other chapters with theirs, which `early.js` asks for when one of them is opened.
fn ahead(project: &Project, index: &str) -> Result<String> {
    let root = project.root();
    let common = imports::fetched(root, &["index.html"])?;
    let missing = |what: &str| Failure::run(format!("index.html has no {what}"));
    let (head, rest) = index.split_once(BEFORE).ok_or_else(|| missing(BEFORE))?;
    let mut text = head.to_owned();
    for module in common.iter().filter(|path| kind_of(path) == "js" && !index.contains(&url(path))) {
        // Writing to a String cannot fail.
        let _ = write!(text, "<link rel=\"modulepreload\" href=\"{}\" />\n    ", url(module));
    }
    let text = text + BEFORE + rest;
    let mut graphs = serde_json::Map::new();
    for chapter in CHAPTERS {
        let (module, style) =
            (format!("www/chapters/{chapter}/chapter.js"), format!("www/chapters/{chapter}/style.css"));
        let graph = imports::fetched(root, &[&module, &style])?;
        let names: Vec<_> =
            graph.difference(&common).map(|path| url(path).trim_start_matches("www/").to_owned()).collect();
        graphs.insert(chapter.into(), json!(names));
    }
    let (head, rest) = text.split_once(EARLY).ok_or_else(|| missing(EARLY))?;
    Ok(format!("{head}{EARLY} data-graphs='{}'{rest}", json!(graphs)))
}

/// The version, which follows from all files, and the worker that keeps them.
fn versioned(all: &Files, worker: &[u8]) -> (String, Vec<u8>) {
    let is_data = |path: &Path| path.starts_with("www/data") && path.to_string_lossy().contains("ubyte");
    let (data, page): (BTreeSet<_>, BTreeSet<_>) = all.keys().partition(|path| is_data(path));
    // The whole module and the pictures are for others than the page.
    let kept = page.iter().filter(|path| {
        let name = url(path);
        !["www/pkg/descent.wasm", "www/pkg/descent_simd.wasm"].contains(&name.as_str())
            && !name.starts_with("www/install/")
    });
    let kept: Vec<_> =
        kept.map(|path| if path.as_os_str() == "index.html" { "./".into() } else { url(path) }).collect();
    let version = digest(page.iter().map(|path| (path, &all[*path])), worker);
    let published = json!({
        "version": version,
        "data": digest(data.iter().map(|path| (path, &all[*path])), b""),
        "files": kept,
        "dataFiles": data.iter().map(|path| url(path)).collect::<Vec<_>>(),
    });
    let mut script = format!("self.PUBLISHED = {published};\n").into_bytes();
    script.extend_from_slice(worker);
    (version, script)
}

/// Tells versions apart; it is not a protection.
fn digest<P: Hash, B: Hash>(files: impl Iterator<Item = (P, B)>, more: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    for (path, bytes) in files {
        (path, bytes).hash(&mut hasher);
    }
    more.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The ending of its name.
pub fn kind_of(path: &Path) -> &str {
    path.extension().and_then(|kind| kind.to_str()).unwrap_or_default()
}

/// A path as it stands in an address.
fn url(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
