//! How much the reader's browser has to fetch, and whether that is as little as was promised.

use std::path::Path;

use super::failure::Result;
use super::files;
use super::imports;
use super::output::say;
use super::project::Project;
use super::publish;
use super::published;

/// What must be there before the pad answers, each with all that it imports: the page itself, the chapter that it opens
/// with, the pad's part of the core with its glue, which are asked for as soon as the page runs, and the page's own texts in
/// one language, the longer one. The plain module is loaded in place of the one with simd128, never beside it.
const ENTRIES: [&str; 5] = [
    "index.html",
    "www/chapters/digits/chapter.js",
    "www/i18n/ru.js",
    "www/pkg/descent_pad.js",
    "www/pkg/descent_pad_simd.wasm",
];
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
    fn of_file(project: &Project, relative: &Path) -> Result<Self> {
        let bytes = published::file(project, relative)?;
        let packed = relative.starts_with("www/data");
        let gzip = if packed { bytes.len() } else { files::gzip(&bytes)?.len() };
        Ok(Self { raw: bytes.len(), gzip })
    }

    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
    }
}

/// Prints the size of each file of the page, of what is loaded together, and how that stands to the limits.
pub fn report(project: &Project) -> Result<()> {
    let first = imports::fetched(project.root(), &ENTRIES)?;
    let (mut code, mut data) = (Size::default(), Size::default());
    say!("{:>10}  {:>10}", "bytes", "gzipped")?;
    for relative in publish::page_files(project)? {
        let size = Size::of_file(project, &relative)?;
        let early = first.contains(&relative);
        line(size, &format!("{}{}", relative.display(), if early { "  *" } else { "" }))?;
        if early {
            code.add(size);
        }
        if relative.starts_with("www/data") {
            data.add(size);
        }
    }
    line(code, "together: what the pad needs before it answers (*), without the model")?;
    line(data, "together: data and model")?;
    limit("before the pad answers", code.gzip, MOST_CODE)?;
    for module in PARTS {
        limit(module, Size::of_file(project, Path::new(module))?.gzip, MOST_WASM)?;
    }
    limit(MODEL, Size::of_file(project, Path::new(MODEL))?.raw, MOST_MODEL)
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
