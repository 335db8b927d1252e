//! `descent serve`, run by a test on a port of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use axum::Router;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

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
    child: Child,
    url: String,
}

impl Server {
    /// Serves the project's page; builds it first if its sources changed, which may take minutes.
    pub fn start() -> Self {
        Self::with(&[])
    }

    /// Serves the page in `folder`, as it is.
    pub fn of(folder: &Path) -> Self {
        Self::with(&["--no-build", "--project", folder.to_str().expect("a path in UTF-8")])
    }

    fn with(arguments: &[&str]) -> Self {
        let mut child = Command::new(DESCENT)
            .args(["serve", "--port", "0"])
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("descent starts");
        let mut url = String::new();
        let output = child.stdout.take().expect("its output is piped");
        BufReader::new(output).read_line(&mut url).expect("it prints its address");
        let url = url.trim().to_owned();
        let server = Self { child, url };
        assert!(server.url.starts_with("http://127.0.0.1:"), "`descent serve` printed no address; see its words above");
        server
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

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The project's folder, served as any web server does, for as long as the test's runtime lasts.
#[derive(Debug)]
pub struct Files {
    url: String,
}

impl Files {
    pub async fn of_the_project() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        let files = Router::new().fallback_service(ServeDir::new(PROJECT));
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
    drop(Server::start());
    let copy = tempfile::tempdir().expect("a temporary folder");
    let project = Path::new(PROJECT);
    fs::copy(project.join("index.html"), copy.path().join("index.html")).expect("index.html is copied");
    copy_folder(&project.join("www"), &copy.path().join("www"));
    copy
}

fn copy_folder(from: &Path, to: &Path) {
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
