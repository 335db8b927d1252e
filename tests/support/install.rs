//! The browsers and what drives them, found or installed. Without them a test fails: it must not look green.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// A browser and the program that drives it.
#[derive(Clone, Debug)]
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Firefox, which needs no driver: it speaks `WebDriver` BiDi itself.
#[derive(Clone, Debug)]
pub struct Firefox {
    pub browser: PathBuf,
}

/// WebKitGTK's small browser, its driver, and the screen that it draws on.
#[derive(Clone, Debug)]
pub struct WebKit {
    pub browser: PathBuf,
    pub driver: PathBuf,
    pub screen: PathBuf,
}

/// What one engine needs: programs, each under one of several names, and Debian's packages that bring them.
struct Needs {
    words: &'static str,
    programs: &'static [&'static [&'static str]],
    packages: &'static [&'static str],
}

const CHROMIUM: Needs = Needs {
    words: "Chromium or Chrome and chromedriver of the same version",
    programs: &[
        &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
        &["chromedriver", "chromium.chromedriver"],
    ],
    packages: &["chromium", "chromium-driver"],
};
const FIREFOX: Needs = Needs { words: "Firefox", programs: &[&["firefox-esr", "firefox"]], packages: &["firefox-esr"] };
const WEBKIT: Needs = Needs {
    words: "WebKitGTK's MiniBrowser and WebKitWebDriver, and Xvfb",
    programs: &[&["MiniBrowser"], &["WebKitWebDriver"], &["Xvfb"]],
    packages: &["webkit2gtk-driver", "xvfb"],
};

/// Chromium or Chrome with its driver; on Debian, and for root, installed when missing.
///
/// # Panics
/// When either is missing and cannot be installed; the message names the command.
pub fn chromium() -> Chromium {
    // One installation, whichever test needs it first.
    static FOUND: OnceLock<Chromium> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        install_missing(&[&CHROMIUM]);
        let [browser, driver] = CHROMIUM.found();
        Chromium { browser, driver }
    });
    found.clone()
}

/// The three engines, of which those that are missing are installed together.
///
/// # Panics
/// When one is missing and cannot be installed; the message names the command.
pub fn engines() -> (Chromium, Firefox, WebKit) {
    static FOUND: OnceLock<(Chromium, Firefox, WebKit)> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        install_missing(&[&CHROMIUM, &FIREFOX, &WEBKIT]);
        let [browser] = FIREFOX.found();
        let firefox = Firefox { browser };
        let [browser, driver, screen] = WEBKIT.found();
        (chromium(), firefox, WebKit { browser, driver, screen })
    });
    found.clone()
}

impl Needs {
    /// Where its programs are.
    fn find(&self) -> Option<Vec<PathBuf>> {
        self.programs.iter().map(|names| first_program(names)).collect()
    }

    fn found<const N: usize>(&self) -> [PathBuf; N] {
        let programs = self.find().expect("they were looked for");
        programs.try_into().expect("as many as there are")
    }
}

/// # Panics
/// When something of `all` is missing and cannot be installed.
fn install_missing(all: &[&Needs]) {
    let missing = || all.iter().filter(|needs| needs.find().is_none());
    if missing().next().is_none() {
        return;
    }
    let packages: Vec<&str> = missing().flat_map(|needs| needs.packages).copied().collect();
    let arguments = [&["install", "--yes", "--no-install-recommends"], &packages[..]].concat();
    let debian = Path::new("/etc/debian_version").is_file();
    if debian && rustix::process::geteuid().is_root() {
        eprintln!("The tests of the page need browsers. Installing them with `apt-get {}`", arguments.join(" "));
        if !apt_get(&arguments) {
            eprintln!("Reading the lists of packages anew with `apt-get update`");
            apt_get(&["update"]);
            apt_get(&arguments);
        }
    }
    let words: Vec<&str> = missing().map(|needs| needs.words).collect();
    assert!(
        words.is_empty(),
        "the tests of the page need {}; on Debian, `apt-get install {}` as root installs what is missing",
        words.join("; and "),
        packages.join(" ")
    );
}

/// On the PATH, or where WebKitGTK puts programs that only programs start.
fn first_program(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).chain(webkit_folders()).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1` and its like: of Debian, of others.
fn webkit_folders() -> Vec<PathBuf> {
    let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let roots = ["/usr/lib", "/usr/libexec", "/usr/lib64"].map(PathBuf::from);
    let below = entries(Path::new("/usr/lib")).filter(|folder| folder.to_string_lossy().contains("-linux-"));
    let mut found: Vec<PathBuf> = roots
        .into_iter()
        .chain(below)
        .flat_map(|root| entries(&root).collect::<Vec<_>>())
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .collect();
    found.sort();
    found
}

fn apt_get(arguments: &[&str]) -> bool {
    let status = Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive").status();
    status.is_ok_and(|status| status.success())
}
