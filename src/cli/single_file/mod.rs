//! `descent build --single-file`: the whole page, the core, the network and the data as one HTML file that is opened from a
//! disk. `boot.js` is what it does first.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::bundle::{self, Modules};
use super::failure::{Context, Failure, Result};
use super::files;
use super::output::say;
use super::project::Project;
use super::publish;
use super::script::{Script, Wrong};
use html::{Contents, MARK, Named};

mod armour;
mod data;
mod html;
mod style;

/// In the place of `www/frame/host.js`: where files are when the page carries them.
const HOST: &str = include_str!("host.js");
const HOST_PATH: &str = "frame/host.js";

/// How the page is asked for what is in no bundle: `boot.js` has it.
const LOAD: &str = "globalThis.descentFiles.load";

/// Where the file goes if nobody says otherwise, in the project's folder.
pub const PLACE: &str = "dist/descent.html";

/// Images that the smaller file has: enough that a network learned from them reads well, few enough for a stick or a letter.
const MOST_IMAGES: (usize, usize) = (10_000, 2_000);
/// Bytes of the file, without all data and with.
const MOST: (usize, usize) = (4_000_000, 16_000_000);

/// The whole core, in both builds, in the place of the parts: they have much in common.
const CORES: [&str; 2] = ["pkg/descent_simd.wasm", "pkg/descent.wasm"];
const MODEL: &str = "data/model.descent.gz";

/// The place of the file, refused before anything is built if there is something else.
///
/// # Errors
/// When it is a folder, or a file that was not made here, or in `www`.
pub fn place(project: &Project, out: Option<&Path>) -> Result<PathBuf> {
    let out = out.map_or_else(|| project.root().join(PLACE), Path::to_owned);
    let refuse = |why: &str| Err(Failure::run(format!("{} is left as it is: {why}", out.display())));
    let absolute = std::path::absolute(&out).unwrap_or_else(|_| out.clone());
    if absolute.starts_with(project.www()) {
        return refuse("the one file cannot be inside www");
    }
    if out.is_dir() {
        return refuse("it is a folder; name a file in it");
    }
    let mut head = Vec::new();
    match File::open(&out).and_then(|file| file.take(200).read_to_end(&mut head)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(out),
        Ok(_) if String::from_utf8_lossy(&head).contains(MARK) => Ok(out),
        Ok(_) => refuse("it was not made by `descent build --single-file`; name another file"),
        Err(error) => Err(error).context(|| format!("cannot read {}", out.display())),
    }
}

/// Writes the file, with all data if `full`, and says how large it is.
///
/// # Errors
/// When a file of the page is missing or cannot be carried.
pub fn write(project: &Project, out: &Path, full: bool) -> Result<()> {
    let text = page(project, (!full).then_some(MOST_IMAGES))?;
    files::write(out, text.as_bytes())?;
    let most = if full { MOST.1 } else { MOST.0 };
    let verdict = text.len().checked_sub(most).filter(|it| *it > 0);
    let verdict = verdict.map_or_else(|| "within the limit".to_owned(), |it| format!("OVER THE LIMIT by {it}"));
    let name = if full { "the one file, with all data" } else { "the one file" };
    say!("{:>10} of {most:>7}  {name}: {verdict}", text.len())
}

/// The text of the file, with at most so many images for training and test.
fn page(project: &Project, most: data::Most) -> Result<String> {
    let read = |path: &str| files::read(&project.www().join(path));
    let index = style::text_of("../index.html", files::read(&project.index())?)?;
    let named = html::named(&index)?;
    let carried = carried_data(most, &read)?;
    let sizes: Map<String, Value> = carried
        .iter()
        .map(|(name, file)| ((*name).to_owned(), json!({ "compressed": file.bytes.len(), "size": file.size })))
        .collect();
    let files = texts(project, &named, &read)?;
    let texts = json!({ "entry": named.modules.last(), "data": sizes, "files": files });
    let mut parts = vec![("page".to_owned(), files::gzip(texts.to_string().as_bytes())?)];
    for core in CORES {
        parts.push((core.to_owned(), files::gzip(&read(core)?)?));
    }
    parts.push((MODEL.to_owned(), read(MODEL)?));
    parts.extend(carried.into_iter().map(|(name, file)| (format!("data/{name}"), file.bytes)));
    let styles: Vec<_> = named.styles.iter().map(|path| style::alone(path, &read)).collect::<Result<_>>()?;
    let icon = named.icon.map(|path| Ok(html::data_address("image/svg+xml", &read(&path)?))).transpose()?;
    html::page(
        &index,
        &Contents { style: &styles.concat(), sheets: &named.styles, icon: icon.as_deref(), parts: &parts },
    )
}

type Reading<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>>;

fn carried_data(most: data::Most, read: Reading) -> Result<Vec<(&'static str, data::Carried)>> {
    let cut = |(name, of_test): (&'static str, bool)| {
        let most = most.map(|(train, test)| if of_test { test } else { train });
        Ok((name, data::cut(name, read(&format!("data/{name}"))?, most)?))
    };
    data::FILES.into_iter().map(cut).collect()
}

/// The page's scripts, styles and other texts by their paths under `www`, but for what `named` has of styles: of the modules
/// that the page reaches, the bundle.
fn texts(project: &Project, named: &Named, read: Reading) -> Result<BTreeMap<String, String>> {
    let (mut modules, mut texts) = (Modules::new(), BTreeMap::new());
    let text = |path: &str| style::text_of(path, read(path)?);
    for relative in publish::page_files(project)? {
        let Ok(path) = relative.strip_prefix("www") else { continue };
        let path = path.components().map(|it| it.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        match relative.extension().and_then(|kind| kind.to_str()) {
            Some("js") if path == HOST_PATH => drop(modules.insert(path, HOST.to_owned())),
            Some("js") if path.starts_with("pkg/") => drop(texts.insert(path.clone(), code(&path, &text(&path)?)?)),
            Some("js") => drop(modules.insert(path.clone(), text(&path)?)),
            Some("css") if named.styles.contains(&path) => {}
            Some("css") => drop(texts.insert(path.clone(), style::alone(&path, read)?)),
            Some("svg" | "json") => drop(texts.insert(path.clone(), text(&path)?)),
            _ => {}
        }
    }
    let entries: Vec<&str> = named.modules.iter().map(String::as_str).collect();
    let bundles = bundle::whole(&modules, &entries, LOAD)?;
    // Classic scripts import nothing and are imported by nobody.
    for (path, text) in modules.iter().filter(|(path, _)| !bundles.modules.contains(*path)) {
        texts.insert(path.clone(), code(path, text)?);
    }
    texts.extend(bundles.files);
    Ok(texts)
}

/// A script without what only its readers need.
fn code(path: &str, text: &str) -> Result<String> {
    let wrong = |Wrong { what, line }| Failure::run(format!("www/{path} cannot be read: {what} in line {line}"));
    Ok(Script::read(text).map_err(wrong)?.rewritten(&[]))
}

#[cfg(test)]
fn seeded() -> proptest::test_runner::Config {
    use proptest::test_runner::{Config, RngSeed};
    Config { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Config::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_missing_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| files::write(&folder.path().join(name), b"<!doctype html>").unwrap();
        write("www/main.js");
        let missing = || match page(&Project::find(Some(folder.path())).unwrap(), Some(MOST_IMAGES)) {
            Err(Failure::Run(message)) => message,
            other => panic!("{other:?}"),
        };
        assert!(missing().ends_with("index.html: no such file or directory"), "{}", missing());
        write("index.html");
        assert!(missing().ends_with("data/train-labels-idx1-ubyte.gz: no such file or directory"), "{}", missing());
    }
}
