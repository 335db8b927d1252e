//! `descent serve`, run by a test on a port of its own.

use std::fs;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use axum::Router;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use super::guard::Guard;

/// The program under test.
pub const DESCENT: &str = env!("CARGO_BIN_EXE_descent");
/// The files of `www/pkg`, without which nothing is served.
pub const PKG: [&str; 18] = [
    "descent.js",
    "descent.d.ts",
    "descent_pad.js",
    "descent_pad.d.ts",
    "descent_look.js",
    "descent_look.d.ts",
    "descent_worker.js",
    "descent_worker.d.ts",
    "descent.wasm",
    "descent_simd.wasm",
    "descent_pad.wasm",
    "descent_pad_simd.wasm",
    "descent_page.wasm",
    "descent_page_simd.wasm",
    "descent_look.wasm",
    "descent_look_simd.wasm",
    "descent_training.wasm",
    "descent_training_simd.wasm",
];
/// The project's folder.
pub const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// A running server; it ends with this value.
#[derive(Debug)]
pub struct Server {
    url: String,
    _guard: Guard,
}

/// The one that serves the project's page.
static SHARED: LazyLock<Server> = LazyLock::new(|| Server::with(&[]));

/// The one that serves the page as `descent build --out` makes it.
static PUBLISHED: LazyLock<Server> = LazyLock::new(|| {
    let folder = publish("page");
    // Nothing is kept for when there is no network: each test is a first visit, and `tests/page/offline.rs` is about that.
    let index = fs::read_to_string(folder.join("index.html")).expect("index.html is there");
    let lines: Vec<_> = index.lines().filter(|line| !line.contains("descent-version")).collect();
    fs::write(folder.join("index.html"), lines.join("\n")).expect("index.html is written");
    for packed in ["index.html.gz", "index.html.br"] {
        fs::remove_file(folder.join(packed)).expect("the packed index.html is there");
    }
    Server::of(&folder)
});

/// The page as `descent build --out` makes it, in a folder of this name for what tests make.
pub fn publish(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What a test has changed there is no file of ours any more.
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the old folder goes");
    }
    let output = Command::new(DESCENT).args(["build", "--out"]).arg(&folder).output().expect("descent runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

impl Server {
    /// Serves the page as its readers get it, in few files. Tests that import modules of the page use [`start`](Self::start).
    pub fn published() -> &'static Self {
        &PUBLISHED
    }

    /// Serves the project's page; builds it first if its sources changed, which may take minutes. All tests of a target have
    /// the same one, so that their browsers know the page's files by the second test: opening it takes a third of the time.
    pub fn start() -> &'static Self {
        &SHARED
    }

    /// Serves the page in `folder`, as it is.
    pub fn of(folder: &Path) -> Self {
        Self::with(&["--no-build", "--project", folder.to_str().expect("a path in UTF-8")])
    }

    fn with(arguments: &[&str]) -> Self {
        let mut command = Guard::command(None);
        let (guard, mut output) = Guard::spawn(command.arg(DESCENT).args(["serve", "--port", "0"]).args(arguments));
        let mut url = String::new();
        output.read_line(&mut url).expect("it prints its address");
        let url = url.trim().to_owned();
        assert!(url.starts_with("http://127.0.0.1:"), "`descent serve` printed no address; see its words above");
        Self { url, _guard: guard }
    }

    /// The address of the page, ending in a slash.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// `127.0.0.1:port`.
    pub fn host(&self) -> &str {
        self.url.trim_start_matches("http://").trim_end_matches('/')
    }
}

/// A folder, served as any web server does and without a word about what its pages may do, for as long as the test's runtime
/// lasts.
#[derive(Debug)]
pub struct Files {
    url: String,
}

impl Files {
    pub async fn of_the_project() -> Self {
        Self::of(Path::new(PROJECT)).await
    }

    pub async fn of(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let files = Router::new().fallback_service(ServeDir::new(folder));
        tokio::spawn(async move { axum::serve(listener, files).await });
        Self { url }
    }

    /// The address of the folder, ending in a slash.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A copy of the built page, which a test may damage: `Server::of(copy.path())` serves it.
pub fn copy_of_the_page() -> TempDir {
    // The first server of all builds what is copied here.
    Server::start();
    let copy = tempfile::tempdir().expect("a temporary folder");
    let project = Path::new(PROJECT);
    fs::copy(project.join("index.html"), copy.path().join("index.html")).expect("index.html is copied");
    copy_folder(&project.join("www"), &copy.path().join("www"));
    copy
}

/// Copies a folder with all that is in it; `to` is made.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder is made");
    for entry in fs::read_dir(from).expect("a folder is read") {
        let path = entry.expect("a folder is read").path();
        let copy = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, &copy).expect("a file is copied");
        }
    }
}
