//! How much the reader's browser has to fetch, and whether that is as little as was promised.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::failure::Result;
use super::files;
use super::output::say;
use super::project::Project;
use super::published::{self, Files};

/// What must be there before the pad answers, besides what `index.html` names, with which the chapter of the pad comes: the
/// pad's part of the core with its glue, which are asked for as soon as the page runs. The plain module is loaded in place of the one with simd128, never beside it.
const EARLY: [&str; 2] = ["www/pkg/descent_pad.js", "www/pkg/descent_pad_simd.wasm"];
/// The parts that are loaded later, each in one of two builds. None may exceed the limit.
const PARTS: [&str; 6] = [
    "www/pkg/descent_page.wasm",
    "www/pkg/descent_page_simd.wasm",
    "www/pkg/descent_look.wasm",
    "www/pkg/descent_look_simd.wasm",
    "www/pkg/descent_training.wasm",
    "www/pkg/descent_training_simd.wasm",
];
const MODEL: &str = "www/data/model.descent.gz";

/// Limits in bytes, gzipped but for the model, which hardly packs.
const MOST_CODE: usize = 120_000;
const MOST_WASM: usize = 120_000;
const MOST_MODEL: usize = 350_000;

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
}

impl Size {
    /// Of a file of the page; its data are packed already, or too small to matter.
    fn of_file(path: &Path, bytes: &[u8]) -> Result<Self> {
        let packed = path.starts_with("www/data");
        let gzip = if packed { bytes.len() } else { files::gzip(bytes)?.len() };
        Ok(Self { raw: bytes.len(), gzip })
    }

    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
    }
}

/// Prints the size of each file of the published page, of what is loaded together, and how that stands to the limits.
pub fn report(project: &Project) -> Result<()> {
    let all = published::files(project)?;
    let first = early(&all);
    let (mut code, mut data) = (Size::default(), Size::default());
    let mut sizes = BTreeMap::new();
    say!("{:>10}  {:>10}", "bytes", "gzipped")?;
    for (path, bytes) in &all {
        let size = Size::of_file(path, bytes)?;
        let is_early = first.contains(path);
        line(size, &format!("{}{}", path.display(), if is_early { "  *" } else { "" }))?;
        if is_early {
            code.add(size);
        }
        if path.starts_with("www/data") {
            data.add(size);
        }
        sizes.insert(path.as_path(), size);
    }
    line(code, "together: what the pad needs before it answers (*), without the model")?;
    line(data, "together: data and model")?;
    limit("before the pad answers", code.gzip, MOST_CODE)?;
    let size = |path: &str| sizes.get(Path::new(path)).copied().unwrap_or_default();
    for module in PARTS {
        limit(module, size(module).gzip, MOST_WASM)?;
    }
    limit(MODEL, size(MODEL).raw, MOST_MODEL)
}

/// The files that the browser fetches before the pad answers.
fn early(all: &Files) -> BTreeSet<PathBuf> {
    let index = Path::new("index.html");
    let text = all.get(index).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
    let named = named_in_html(&text).into_iter().map(PathBuf::from);
    named.chain(EARLY.map(PathBuf::from)).chain([index.to_owned()]).collect()
}

/// The addresses in `href` and `src` of tags that fetch: links to styles and the icon, scripts, pictures.
fn named_in_html(text: &str) -> Vec<&str> {
    let tags = text.split('<').filter(|tag| ["link ", "script ", "img "].iter().any(|name| tag.starts_with(name)));
    // Asked for only when the page is installed.
    let tags = tags.filter(|tag| !tag.contains("\"manifest\"") && !tag.contains("\"apple-touch-icon\""));
    let value = |tag, name| quoted(after(tag, name)?);
    tags.filter_map(|tag| value(tag, " href=").or_else(|| value(tag, " src="))).collect()
}

fn after<'a>(text: &'a str, what: &str) -> Option<&'a str> {
    text.split_once(what).map(|(_, rest)| rest)
}

/// What stands between the quotation marks that `text` begins with.
fn quoted(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    text[1..].split_once(mark).map(|(inside, _)| inside)
}

fn line(size: Size, name: &str) -> Result<()> {
    say!("{:>10}  {:>10}  {name}", size.raw, size.gzip)
}

/// One line: within the limit, or by how much not.
fn limit(what: &str, bytes: usize, most: usize) -> Result<()> {
    let verdict = match bytes.checked_sub(most) {
        None | Some(0) => "within the limit".to_owned(),
        Some(excess) => format!("OVER THE LIMIT by {excess}"),
    };
    say!("{bytes:>10} of {most:>7}  {what}: {verdict}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_that_html_fetches_are_found() {
        let text =
            "<link rel=\"icon\" href=\"a.svg\" />\n<script type=\"module\" src='b.js'></script><a href=\"c\">c</a>";
        assert_eq!(named_in_html(text), ["a.svg", "b.js"]);
    }
}
