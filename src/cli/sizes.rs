//! How much the reader's browser has to fetch.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::failure::Result;
use super::files;
use super::output::say;
use super::project::Project;
use super::publish;

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Self {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        let gzip = match encoder.write_all(bytes).and_then(|()| encoder.finish()) {
            Ok(packed) => packed.len(),
            Err(_) => bytes.len(),
        };
        Self { raw: bytes.len(), gzip }
    }

    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
    }
}

/// Prints the size of each file of the page, and of what is loaded together.
pub fn report(project: &Project) -> Result<()> {
    let mut code = Size::default();
    let mut data = Size::default();
    say!("{:>10}  {:>10}", "bytes", "gzipped")?;
    for relative in publish::page_files(project)? {
        let bytes = files::read(&project.root().join(&relative))?;
        if relative.starts_with("www/data") {
            // Packed already, or too small to matter.
            let size = Size { raw: bytes.len(), gzip: bytes.len() };
            data.add(size);
            line(size, &relative.display().to_string())?;
            continue;
        }
        let size = Size::of(&bytes);
        line(size, &relative.display().to_string())?;
        if loaded_first(&relative) {
            code.add(size);
        }
    }
    line(code, "together: HTML, CSS, JavaScript and the simd128 module")?;
    line(data, "together: data and model")
}

/// The module without simd128 is loaded instead of the other, never beside it.
fn loaded_first(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let name = path.file_name().unwrap_or_default();
    ["html", "css", "js"].iter().any(|code| extension == *code) || name == "descent_simd.wasm"
}

fn line(size: Size, name: &str) -> Result<()> {
    say!("{:>10}  {:>10}  {name}", size.raw, size.gzip)
}
