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
    /// Begins to write `destination`, or the file that it leads to. Fails at once when its folder cannot be written to, or
    /// when `destination` is there and no file: long work should not end with that discovery, nor a device or a pipe be
    /// replaced by a file.
    pub fn begin(destination: &Path) -> Result<Self> {
        let doing = || format!("cannot write {}", destination.display());
        let there = fs::metadata(destination).ok();
        if let Some(there) = there.as_ref().filter(|there| !there.is_file()) {
            let what = if there.is_dir() { "a folder" } else { "no file but a device or a pipe" };
            return Err(Failure::run(format!("{}: that is {what}", doing())));
        }
        let destination = &match fs::read_link(destination) {
            // One that leads nowhere yet is not written through: nobody knows where it was to lead.
            Ok(_) => destination.canonicalize().context(doing)?,
            Err(_) => destination.to_owned(),
        };
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
        // Who may read the old file may read the new one, and nobody else.
        if let Some(there) = there {
            file.as_file().set_permissions(there.permissions()).context(doing)?;
        }
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

/// Whether two paths lead to one file, which need not be there yet.
pub fn is_same(a: &Path, b: &Path) -> bool {
    let place = |path: &Path| {
        let whole = std::path::absolute(path).ok()?;
        whole.canonicalize().ok().or_else(|| Some(whole.parent()?.canonicalize().ok()?.join(whole.file_name()?)))
    };
    place(a).is_some_and(|a| place(b) == Some(a))
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

/// Every file under `folder`, sorted, as paths that begin with `folder`. Hidden files and folders are left out; a link that
/// leads out of the folder is an error: what lies there is not meant to be shown.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let whole = folder.canonicalize().context(|| format!("cannot read the folder {}", folder.display()))?;
    walk_within(folder, &whole)
}

fn walk_within(folder: &Path, whole: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let doing = || format!("cannot read the folder {}", folder.display());
    for entry in fs::read_dir(folder).context(doing)? {
        let entry = entry.context(doing)?;
        let path = entry.path();
        if is_hidden(&entry.file_name()) {
            continue;
        }
        if path.is_symlink() && path.canonicalize().is_ok_and(|target| !target.starts_with(whole)) {
            let name = path.display();
            return Err(Failure::run(format!(
                "{name} is a link that leads out of the folder; put the file itself there"
            )));
        }
        if path.is_dir() {
            files.extend(walk_within(&path, whole)?);
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

    #[cfg(unix)]
    #[test]
    fn links_are_walked_within_the_folder_only() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let www = folder.path().join("www");
        write(&www.join("a.js"), b"").unwrap();
        symlink("a.js", www.join("b.js")).unwrap();
        assert_eq!(walk(&www).unwrap(), [www.join("a.js"), www.join("b.js")]);
        symlink("..", www.join("out")).unwrap();
        let Err(Failure::Run(message)) = walk(&www) else { panic!("it was walked out of the folder") };
        assert!(message.contains("out is a link that leads out of the folder"), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn a_draft_takes_the_place_of_files_only() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        assert!(matches!(Draft::begin(&link), Err(Failure::Run(_))), "a link that leads nowhere");
        assert!(matches!(Draft::begin(Path::new("/dev/null")), Err(Failure::Run(_))), "a device");
        assert!(is_same(&link, &folder.path().join("./link")) && !is_same(&link, folder.path()));
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
