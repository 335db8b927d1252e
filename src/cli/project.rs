//! Where the project is on this disk, and what in it the page is made of.

use std::collections::hash_map::DefaultHasher;
use std::env;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use super::failure::{Failure, Result};
use super::files;
use super::publish::LIST;

/// The folder with `index.html`, `www` and, unless it is only a copy of the page, the Rust sources.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The folder that the user named; else the one that this program was compiled from; else the first among the
    /// current folder and its ancestors.
    pub fn find(named: Option<&Path>) -> Result<Self> {
        if let Some(root) = named {
            let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
            if !root.join("www").is_dir() {
                return Err(Failure::run(format!("{} is not a folder of Descent: it has no www", root.display())));
            }
            return Ok(Self { root });
        }
        let compiled = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let current = env::current_dir().unwrap_or_default();
        let candidates = std::iter::once(compiled.as_path()).chain(current.ancestors());
        for root in candidates {
            if is_project(root) {
                return Ok(Self { root: root.to_owned() });
            }
        }
        Err(Failure::run(format!(
            "the sources of Descent are neither in {} nor around the current folder; go to them or name them with --project",
            compiled.display(),
        )))
    }

    /// The project's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether this is no project but a folder that `descent build --out` made.
    pub fn is_published(&self) -> bool {
        self.root.join(LIST).is_file()
    }

    /// The page itself.
    pub fn index(&self) -> PathBuf {
        self.root.join("index.html")
    }

    /// Everything that the page loads.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The compiled core, made by `descent build`.
    pub fn pkg(&self) -> PathBuf {
        self.root.join("www/pkg")
    }

    /// The four MNIST files.
    pub fn data(&self) -> PathBuf {
        self.root.join("www/data")
    }

    /// Where the core is compiled to wasm. A folder of its own: in the one of the native program,
    /// a surrounding cargo may hold the lock.
    pub fn wasm_target(&self) -> PathBuf {
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) if !folder.is_empty() => env::current_dir().unwrap_or_default().join(folder),
            _ => self.root.join("target"),
        };
        target.join("wasm")
    }

    /// A digest of everything that the compiled core depends on. It tells versions of one project apart on one
    /// machine; it is not a protection.
    pub fn digest(&self) -> Result<String> {
        let manifest = self.root.join("Cargo.toml");
        if !manifest.is_file() {
            return Err(Failure::run(format!(
                "the page cannot be built in {}: its Cargo.toml is not there",
                self.root.display(),
            )));
        }
        let mut sources = files::walk(&self.root.join("src"))?;
        // Of the program only what makes the module of what is compiled.
        let makes = ["module.rs", "toolchain.rs"].map(|name| self.root.join("src/cli").join(name));
        sources.retain(|path| !path.starts_with(self.root.join("src/cli")) || makes.contains(path));
        sources.push(manifest);
        sources.push(self.root.join("Cargo.lock"));
        let mut hasher = DefaultHasher::new();
        for path in sources {
            path.strip_prefix(&self.root).unwrap_or(&path).hash(&mut hasher);
            // Cargo.lock may not be there yet; everything else was just listed.
            fs::read(&path).unwrap_or_default().hash(&mut hasher);
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

fn is_project(root: &Path) -> bool {
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
    manifest.lines().any(|line| line.trim() == r#"name = "descent""#) && root.join("www").is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_follows_the_sources_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| files::write(&folder.path().join(name), text.as_bytes()).unwrap();
        write("www/main.js", "");
        write("Cargo.toml", "");
        write("src/lib.rs", "one");
        let project = Project::find(Some(folder.path())).unwrap();
        let first = project.digest().unwrap();
        write("www/main.js", "changed");
        write("README.md", "changed");
        assert_eq!(project.digest().unwrap(), first);
        write("src/cli/serve.rs", "changed");
        assert_eq!(project.digest().unwrap(), first);
        write("src/lib.rs", "two");
        let second = project.digest().unwrap();
        assert_ne!(second, first);
        write("src/network/vector.rs", "");
        let third = project.digest().unwrap();
        assert_ne!(third, second);
        write("src/cli/module.rs", "");
        assert_ne!(project.digest().unwrap(), third);
    }
}
