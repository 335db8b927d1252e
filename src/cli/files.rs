//! Files that are there whole or not at all.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::NamedTempFile;

use super::failure::{Context, Failure, Result};

/// A file being written beside its destination; nobody sees it until [`commit`](Draft::commit).
#[derive(Debug)]
pub struct Draft {
    file: NamedTempFile,
    destination: PathBuf,
}

impl Draft {
    /// Begins to write `destination`. Fails at once when its folder cannot be written to, or when `destination` is
    /// a folder itself: long work should not end with that discovery.
    pub fn begin(destination: &Path) -> Result<Self> {
        let doing = || format!("cannot write {}", destination.display());
        if destination.is_dir() {
            return Err(Failure::run(format!("{}: that is a folder", doing())));
        }
        let folder = match destination.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".descent-").suffix(".part");
        #[cfg(unix)]
        {
            // What a newly created file gets: everything that the umask leaves.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder).context(doing)?;
        Ok(Self { file, destination: destination.to_owned() })
    }

    /// Fills the draft and puts it in the place of the destination, in one step. On any error the old file stays.
    pub fn commit(mut self, bytes: &[u8]) -> Result<()> {
        let destination = self.destination;
        let doing = || format!("cannot write {}", destination.display());
        self.file.write_all(bytes).context(doing)?;
        self.file.as_file().sync_all().context(doing)?;
        self.file.persist(&destination).map_err(|error| error.error).context(doing)?;
        Ok(())
    }
}

/// Writes `bytes` to `path` in one step, with its folder; leaves a file that already has them untouched.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    Draft::begin(path)?.commit(bytes)
}

/// The bytes of `path`.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).context(|| format!("cannot read {}", path.display()))
}

/// Gzipped, as small as it goes; the same bytes for the same bytes.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).context(|| "cannot gzip")
}

/// The same by Brotli, a sixth smaller.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(bytes).and_then(|()| writer.flush()).context(|| "cannot pack")?;
    drop(writer);
    Ok(packed)
}

/// Every file under `folder`, sorted, as paths that begin with `folder`. Hidden files and folders are left out.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let doing = || format!("cannot read the folder {}", folder.display());
    for entry in fs::read_dir(folder).context(doing)? {
        let entry = entry.context(doing)?;
        let path = entry.path();
        if is_hidden(&entry.file_name()) {
            continue;
        }
        if path.is_dir() {
            files.extend(walk(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Waits for the lock of `path` and holds it until the returned file is dropped.
pub fn lock(path: &Path) -> Result<File> {
    let doing = || format!("cannot lock {}", path.display());
    let file = File::create(path).context(doing)?;
    file.lock().context(doing)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_replaces_the_file_only_when_committed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("model");
        write(&path, b"old").unwrap();
        drop(Draft::begin(&path).unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        Draft::begin(&path).unwrap().commit(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "a draft was left behind");
    }

    #[test]
    fn a_draft_needs_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("no/such/model");
        let Err(Failure::Run(message)) = Draft::begin(&missing) else {
            panic!("a draft in a folder that is not there")
        };
        assert!(message.ends_with("model: no such file or directory"), "{message}");
        assert!(matches!(Draft::begin(folder.path()), Err(Failure::Run(_))));
    }

    #[test]
    fn hidden_files_are_not_walked() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b/c.js", "a.js", ".hidden", ".git/config"] {
            write(&folder.path().join(name), b"").unwrap();
        }
        let names: Vec<_> = walk(folder.path())
            .unwrap()
            .iter()
            .map(|path| path.strip_prefix(folder.path()).unwrap().to_owned())
            .collect();
        assert_eq!(names, [Path::new("a.js"), Path::new("b/c.js")]);
    }
}
