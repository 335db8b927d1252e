//! The packed forms that stand beside the published texts. Packing as well as it goes takes seconds, so it is done on all
//! processors, and what was packed once is kept for the next time.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::failure::{Context, Result};
use super::files;
use super::project::Project;
use super::published::{Files, kind_of};

/// What browsers unpack by themselves, by the ending that a host looks for.
const FORMS: [&str; 2] = ["gz", "br"];

/// Packs, and remembers in a folder.
#[derive(Debug)]
pub struct Packer {
    memory: PathBuf,
}

impl Packer {
    /// One that remembers beside the compiled core of `project`.
    pub fn of(project: &Project) -> Self {
        Self { memory: project.wasm_target().join("packed") }
    }

    /// The packed forms of those files that are text or code and become smaller.
    pub fn pack(&self, all: &Files) -> Result<Files> {
        let texts: Vec<_> = all.iter().filter(|(path, _)| is_text(path)).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            while let Some((path, bytes)) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                for ending in FORMS {
                    let packed = if ending == "gz" { files::gzip(bytes)? } else { self.brotli(bytes)? };
                    if packed.len() < bytes.len() {
                        done.push((with_ending(path, ending), packed));
                    }
                }
            }
            Ok(done)
        };
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let parts = thread::scope(|scope| {
            let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
            let finished = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
            finished.collect::<Result<Vec<_>>>()
        })?;
        self.forget_all_but(&texts.iter().map(|(_, bytes)| name_of(bytes)).collect());
        Ok(parts.into_iter().flatten().collect())
    }

    /// By Brotli, a sixth smaller than gzipped. What is remembered is used if it unpacks to these bytes, whatever its name.
    fn brotli(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let place = self.memory.join(name_of(bytes));
        if let Ok(remembered) = fs::read(&place)
            && unpacks_to(&remembered, bytes)
        {
            return Ok(remembered);
        }
        let packed = brotli_anew(bytes)?;
        // Without its memory it is slower, and nothing else.
        let _ = fs::create_dir_all(&self.memory).and_then(|()| fs::write(&place, &packed));
        Ok(packed)
    }

    /// Files that the page no longer has, or not as they were.
    fn forget_all_but(&self, kept: &BTreeSet<String>) {
        for entry in fs::read_dir(&self.memory).into_iter().flatten().flatten() {
            if !kept.contains(entry.file_name().to_string_lossy().as_ref()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn is_text(path: &Path) -> bool {
    matches!(kind_of(path), "html" | "js" | "css" | "svg" | "json" | "webmanifest" | "wasm")
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Under which bytes are remembered.
fn name_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn brotli_anew(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(bytes).and_then(|()| writer.flush()).context(|| "cannot pack")?;
    drop(writer);
    Ok(packed)
}

fn unpacks_to(packed: &[u8], bytes: &[u8]) -> bool {
    let mut unpacked = Vec::with_capacity(bytes.len());
    let longest = bytes.len() as u64 + 1;
    let read = brotli::Decompressor::new(packed, 1 << 16).take(longest).read_to_end(&mut unpacked);
    read.is_ok() && unpacked == bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_used_only_if_it_is_right() {
        let folder = tempfile::tempdir().unwrap();
        let packer = Packer { memory: folder.path().join("packed") };
        let text = "a ← a − α·∂ε/∂a\n".repeat(40);
        let all = Files::from([("www/a.js".into(), text.clone().into_bytes()), ("www/b.png".into(), vec![0; 400])]);
        let first = packer.pack(&all).unwrap();
        let names: Vec<_> = first.keys().map(|path| path.to_str().unwrap()).collect();
        assert_eq!(names, ["www/a.js.br", "www/a.js.gz"]);
        let packed = &first[Path::new("www/a.js.br")];
        assert!(unpacks_to(packed, text.as_bytes()));
        assert!(!unpacks_to(packed, &text.as_bytes()[1..]), "another text");
        assert!(!unpacks_to(packed, &text.as_bytes()[..text.len() / 2]), "the beginning alone");

        let remembered = packer.memory.join(name_of(text.as_bytes()));
        for damage in [&packed[..packed.len() / 2], b"", &brotli_anew(b"other").unwrap()[..]] {
            fs::write(&remembered, damage).unwrap();
            assert_eq!(packer.pack(&all).unwrap(), first);
            assert_eq!(fs::read(&remembered).unwrap(), *packed, "it is mended");
        }
        packer.pack(&Files::from([("www/a.js".into(), b"short".repeat(50))])).unwrap();
        assert!(!remembered.exists(), "what the page no longer has is forgotten");
    }
}
