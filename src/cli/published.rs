//! The page as its readers get it: bundled, lean, told ahead of time what it will ask for, and with a worker that keeps it.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde_json::json;

use super::bundle::{self, Bundles, Modules};
use super::failure::{Failure, Result};
use super::files;
use super::lean::lean;
use super::project::Project;
use super::publish::page_files;

/// The service worker's source; published, it stands beside `index.html`, since it may keep only what lies beside it.
pub const WORKER: &str = "www/frame/offline/sw.js";
/// Its published name.
pub const PUBLISHED_WORKER: &str = "sw.js";

/// What the page begins with, under `www`.
const ENTRIES: [&str; 2] = ["first.js", "main.js"];
/// The page's own texts in both languages: a few thousand bytes, for which nobody should wait one more time.
const TEXTS: [&str; 2] = ["i18n/en.js", "i18n/ru.js"];
/// The chapters that do not open by themselves.
const CHAPTERS: [&str; 3] = ["curve", "descent", "neuron"];
/// What comes later in the chapter that does.
const LEARNING: &str = "chapters/digits/learning.js";
const EARLY: &str = "<script src=\"www/early.js\"";
/// What a style sheet's link begins with, and where all that `index.html` names are put together.
const SHEET: &str = "<link rel=\"stylesheet\" href=\"";
const SHEETS: &str = "www/style/page.css";

/// Paths below the published folder, with what they have.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// All of the page.
pub fn files(project: &Project) -> Result<Files> {
    let mut all = Files::new();
    for relative in page_files(project)? {
        let bytes = files::read(&project.root().join(&relative))?;
        all.insert(relative, bytes);
    }
    let bundles = bundled(&mut all)?;
    for (path, bytes) in &mut all {
        let is_ours = !path.strip_prefix("www").is_ok_and(|path| bundles.files.contains_key(&url(path)));
        if let ("js" | "css", true, Ok(text)) = (kind_of(path), is_ours, std::str::from_utf8(bytes)) {
            *bytes = lean(text).into_bytes();
        }
    }
    let worker = all.remove(Path::new(WORKER)).unwrap_or_default();
    let Some(index) = all.remove(Path::new("index.html")) else { return Ok(all) };
    let index = ahead(&bundles, &String::from_utf8_lossy(&index))?;
    let index = one_sheet(&mut all, &index)?;
    all.insert("index.html".into(), index.into_bytes());
    let (version, worker) = versioned(&all, &worker);
    if let Some(index) = all.get_mut(Path::new("index.html")) {
        let text = String::from_utf8_lossy(index);
        let meta = format!("<meta name=\"descent-version\" content=\"{version}\" />\n    <title>");
        *index = text.replacen("<title>", &meta, 1).into_bytes();
    }
    all.insert(PUBLISHED_WORKER.into(), worker);
    Ok(all)
}

/// Puts bundles into the places of the modules.
fn bundled(all: &mut Files) -> Result<Bundles> {
    let modules: Modules = all
        .iter()
        .filter_map(|(path, bytes)| {
            let path =
                path.strip_prefix("www").ok().filter(|path| kind_of(path) == "js" && !path.starts_with("pkg"))?;
            Some((url(path), String::from_utf8_lossy(bytes).into_owned()))
        })
        .collect();
    let chapters = CHAPTERS.map(|chapter| format!("chapters/{chapter}/chapter.js"));
    let together: Vec<&str> = chapters.iter().map(String::as_str).chain([LEARNING]).collect();
    let bundles = bundle::bundle(&modules, &ENTRIES, &TEXTS, &together)?;
    for path in &bundles.modules {
        all.remove(&Path::new("www").join(path));
    }
    for (path, text) in &bundles.files {
        all.insert(Path::new("www").join(path), text.clone().into_bytes());
    }
    Ok(bundles)
}

/// `index.html` with the one script that it begins with, and for the other chapters with what `early.js` asks for when one of
/// them is opened.
fn ahead(bundles: &Bundles, index: &str) -> Result<String> {
    let [first, _] = ENTRIES.map(|entry| format!("<script type=\"module\" src=\"www/{entry}\"></script>\n"));
    let missing = |what: &str| Failure::run(format!("index.html has no {what}"));
    let (head, rest) = index.split_once(&first).ok_or_else(|| missing(first.trim()))?;
    let text = head.trim_end_matches(' ').to_owned() + rest;
    let mut graphs = serde_json::Map::new();
    for chapter in CHAPTERS {
        let needed = bundles.needed.get(&format!("chapters/{chapter}/chapter.js"));
        let styles = [format!("chapters/{chapter}/style.css"), "lecture/style.css".to_owned()];
        let names: Vec<_> = needed.into_iter().flatten().chain(&styles).collect();
        graphs.insert(chapter.into(), json!(names));
    }
    let (head, rest) = text.split_once(EARLY).ok_or_else(|| missing(EARLY))?;
    Ok(format!("{head}{EARLY} data-graphs='{}'{rest}", json!(graphs)))
}

/// `index.html` with one style sheet, which has all that it named; their names stay, since a chapter asks for its own.
fn one_sheet(all: &mut Files, index: &str) -> Result<String> {
    let (mut text, mut names, mut sheets) = (String::new(), Vec::new(), Vec::new());
    for line in index.lines() {
        let Some(name) = line.trim().strip_prefix(SHEET).and_then(|rest| rest.split_once('"')) else {
            text += line;
            text.push('\n');
            continue;
        };
        let path = Path::new(name.0);
        let sheet = all.remove(path).ok_or_else(|| Failure::run(format!("{} is not there", path.display())))?;
        let is_beside = path.parent() == Path::new(SHEETS).parent();
        if !is_beside && String::from_utf8_lossy(&sheet).contains("url(") {
            return Err(Failure::run(format!("{} names a file, and would name another from {SHEETS}", path.display())));
        }
        if names.is_empty() {
            text += "    SHEETS\n";
        }
        names.push(name.0.trim_start_matches("www/"));
        sheets.push(sheet);
    }
    all.insert(SHEETS.into(), sheets.concat());
    let link = format!("{SHEET}{SHEETS}\" data-sheets=\"{}\" />", names.join(" "));
    Ok(text.replacen("SHEETS", &link, 1))
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
