//! Chromium, driven over `WebDriver`: one window, nothing left of whoever looked before, and a record of what went wrong in it.
//!
//! A start costs two processors a second and more, most tests less than that. So a browser that was closed and did nothing
//! wrong is kept for the next test that reads the same language, with its cache of files. What the page stored is cleared when
//! it is left; whoever speaks to the browser in its own protocol gets it back never.

use std::cell::Cell;
use std::fs;
use std::io::{BufRead, Read, Seek, SeekFrom, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

use super::guard::Guard;
use super::install;
use super::requests;

/// How long anything is waited for. It ends a test that is broken; none passes or fails by how fast the machine is.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// Resolves with the value of EXPRESSION as `found` once it is true, or without it after so many milliseconds.
const WATCH: &str = "
    const value = () => {
      // It may fail while the page is still being put together.
      try { return { found: (EXPRESSION) }; } catch (error) { return { failed: String(error) }; }
    };
    return new Promise((resolve) => {
      const end = performance.now() + arguments[0];
      let frame = 0;
      const observer = new MutationObserver(look);
      function look() {
        const now = value();
        const isTrue = Boolean(now.found);
        if (!isTrue && performance.now() < end) return;
        observer.disconnect();
        cancelAnimationFrame(frame);
        resolve(isTrue ? now : { last: now.found ?? null, failed: now.failed ?? null });
      }
      function tick() {
        frame = requestAnimationFrame(tick);
        look();
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      tick();
    });";

/// The value of a JavaScript expression once it is true of the page, with `run` to run a script in it and return what that
/// returns. The error is what came last, after [`PATIENCE`].
pub async fn watched<E: std::fmt::Debug>(
    expression: &str,
    run: impl AsyncFn(&str, &[Value]) -> Result<Value, E>,
) -> Result<Value, String> {
    let end = Instant::now() + PATIENCE;
    let body = WATCH.replace("EXPRESSION", expression);
    loop {
        let rest = end.saturating_duration_since(Instant::now());
        match run(&body, &[json!(rest.as_millis() as u64)]).await {
            Ok(Value::Object(answer)) if answer.contains_key("found") => return Ok(answer["found"].clone()),
            // Another page has taken the place of the one that was watched.
            Err(_) if !rest.is_zero() => tokio::time::sleep(Duration::from_millis(20)).await,
            last => return Err(format!("{last:?}")),
        }
    }
}

/// What the reader looks at the page with.
#[derive(Clone, Copy, Debug)]
pub struct View {
    pub width: u32,
    pub height: u32,
    /// A finger instead of a mouse, and a phone's layout.
    pub touch: bool,
    pub dark: bool,
    pub reduced_motion: bool,
    /// The browser's language, as in `navigator.language`.
    pub language: &'static str,
}

impl Default for View {
    fn default() -> Self {
        Self { width: 1440, height: 900, touch: false, dark: false, reduced_motion: false, language: "en" }
    }
}

impl View {
    /// A phone held upright.
    pub fn phone() -> Self {
        Self { width: 390, height: 844, touch: true, ..Self::default() }
    }
}

/// What a closed browser leaves to judge.
#[derive(Debug)]
pub struct Visit {
    /// Errors on the console, uncaught exceptions, failed requests.
    pub errors: Vec<String>,
    /// Addresses outside `origin` that the page or its workers asked for.
    pub foreign: Vec<String>,
}

/// A browser with one window. It ends with this value, unless it is closed without fault.
#[derive(Debug)]
pub struct Browser {
    running: Running,
    view: View,
    /// Bytes of the network service's log that are about others.
    before: u64,
    /// Its settings are not only those of a [`View`].
    changed: Cell<bool>,
}

/// A browser that runs, looked at by nobody.
#[derive(Debug)]
struct Running {
    session: Session,
    process: Driver,
    profile: TempDir,
    language: &'static str,
}

/// Those that wait for the next test.
static WAITING: Mutex<Vec<Running>> = Mutex::new(Vec::new());

impl Running {
    /// One that waits, or a new one.
    async fn get(language: &'static str) -> Self {
        let waiting = {
            let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.iter().position(|it| it.language == language).map(|at| waiting.swap_remove(at))
        };
        match waiting {
            Some(running) => running,
            None => Self::start(language).await,
        }
    }

    async fn start(language: &'static str) -> Self {
        let profile = tempfile::tempdir().expect("a temporary folder");
        let process = Driver::start(profile.path());
        let capabilities = capabilities(&profile, language).expect("capabilities");
        // A connection ends with the runtime of the test that made it, and must not be taken for one by the next.
        let client = reqwest::Client::builder().pool_max_idle_per_host(0).timeout(3 * PATIENCE);
        let client = client.build().expect("a client for chromedriver");
        let driver = WebDriver::builder(process.url(), capabilities).client(client).request_timeout(3 * PATIENCE);
        let driver = driver.await.expect("Chromium starts");
        driver.set_script_timeout(2 * PATIENCE).await.expect("a timeout is set");
        Self { session: Session(driver), process, profile, language }
    }

    fn log(&self) -> PathBuf {
        self.profile.path().join(LOG)
    }
}

impl Browser {
    /// Starts Chromium, or takes one that another test has left.
    pub async fn start(view: View) -> Self {
        let running = Running::get(view.language).await;
        let before = fs::metadata(running.log()).map_or(0, |log| log.len());
        let browser = Self { running, view, before, changed: Cell::new(false) };
        browser.look(view).await;
        browser
    }

    /// Starts Chromium and opens `url`.
    pub async fn open(url: &str, view: View) -> Self {
        let browser = Self::start(view).await;
        browser.go(url).await;
        browser
    }

    /// The `WebDriver` session, for what is not wrapped here.
    pub fn driver(&self) -> &WebDriver {
        &self.running.session.0
    }

    /// Opens `url` and waits until it is loaded.
    pub async fn go(&self, url: &str) {
        self.driver().goto(url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
    }

    /// Looks at the page as `view` says, from now on.
    pub async fn look(&self, view: View) {
        let scale = if view.touch { 3.0 } else { 1.0 };
        self.command(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": view.width, "height": view.height, "deviceScaleFactor": scale, "mobile": view.touch }),
        )
        .await;
        self.command(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": view.touch, "maxTouchPoints": if view.touch { 5 } else { 1 } }),
        )
        .await;
        // Several browsers run at once, and none has its window in front.
        self.command("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
        let scheme = if view.dark { "dark" } else { "light" };
        let motion = if view.reduced_motion { "reduce" } else { "no-preference" };
        self.command(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": motion },
            ] }),
        )
        .await;
    }

    /// Sends a command of Chromium's own protocol. What it has changed is nobody else's: the browser is not kept.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.changed.set(true);
        self.command(command, parameters).await
    }

    /// The same, of what is set again for each test, or changes nothing.
    pub async fn command(&self, command: &str, parameters: Value) -> Value {
        self.driver().cdp().send_raw(command, parameters).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Runs `body` as the body of an async function with `arguments` in the page, and returns what it returns.
    pub async fn run(&self, body: &str, arguments: &[Value]) -> Value {
        self.try_run(body, arguments).await.unwrap_or_else(|error| panic!("{error}\nin the script\n{body}"))
    }

    async fn try_run(&self, body: &str, arguments: &[Value]) -> WebDriverResult<Value> {
        let script = format!("return (async (...arguments) => {{ {body}\n }})(...arguments)");
        Ok(self.driver().execute(script, arguments).await?.json().clone())
    }

    /// The value of a JavaScript expression in the page.
    pub async fn value(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"), &[]).await
    }

    /// Waits until a JavaScript expression is true of the page, and returns its value. The page itself watches: whatever
    /// changes its document, and each of its frames, asks again, so that no state which lasts that long is missed.
    ///
    /// # Panics
    /// When it has not become true after [`PATIENCE`]: a test is broken then, and no machine that slow.
    pub async fn wait_until(&self, expression: &str) -> Value {
        let found = watched(expression, async |body, arguments| self.try_run(body, arguments).await).await;
        found.unwrap_or_else(|last| panic!("after {PATIENCE:?} this is still not true: {expression}\nlast: {last}"))
    }

    /// Waits until the page has drawn what it was told so far: the frame that shows it has gone by.
    pub async fn wait_for_frames(&self, count: usize) {
        self.run("for (let i = arguments[0]; i >= 0; i--) await new Promise(requestAnimationFrame);", &[json!(count)])
            .await;
    }

    /// The only element that `selector` finds, brought into view.
    pub async fn element(&self, selector: &str) -> WebElement {
        // What a chapter shows may come a moment after the chapter.
        self.wait_until(&format!("document.querySelector({})", Value::from(selector))).await;
        let element = self.driver().find(By::Css(selector)).await;
        let element = element.unwrap_or_else(|error| panic!("no element {selector}: {error}"));
        element.scroll_into_view().await.expect("it scrolls into view");
        element
    }

    /// Clicks, as a reader would: an element that is covered or out of sight is an error.
    pub async fn click(&self, selector: &str) {
        self.element(selector).await.click().await.unwrap_or_else(|error| panic!("a click on {selector}: {error}"));
    }

    /// The visible text of an element.
    pub async fn text(&self, selector: &str) -> String {
        self.element(selector).await.text().await.expect("its text")
    }

    /// Errors on the console since the last time that this was asked.
    pub async fn errors(&self) -> Vec<String> {
        let log = self.driver().browser_log().await.expect("the browser's log");
        log.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    /// Everything on the console since the last time that this or [`errors`](Self::errors) was asked.
    pub async fn console(&self) -> Vec<String> {
        let log = self.driver().browser_log().await.expect("the browser's log");
        log.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect()
    }

    /// A picture of the window, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.driver().screenshot_as_png().await.expect("a picture of the window")
    }

    /// Whether the page is looked at with a finger.
    pub fn touch(&self) -> bool {
        self.view.touch
    }

    /// Closes the browser and says what the page at `origin` did wrong.
    pub async fn close(self, origin: &str) -> Visit {
        let errors = self.errors().await;
        let log = self.log_of_requests(origin).await;
        let visit = Visit { errors, foreign: requests::foreign(&log, origin) };
        if !self.changed.get() {
            self.leave(origin).await;
        }
        visit
    }

    /// What the network service has written since this browser was opened. It writes in batches: the page asks for
    /// addresses of its own until the first of them is in the log, and so all that was asked for before.
    async fn log_of_requests(&self, origin: &str) -> String {
        let last = format!("{origin}?last-of-{}", self.before);
        let end = Instant::now() + PATIENCE;
        loop {
            // Not GET: that a page's service worker may answer by itself.
            let ask =
                "await fetch(arguments[0], { method: 'HEAD', mode: 'no-cors', cache: 'no-store' }).catch(() => {});";
            self.run(ask, &[json!(last)]).await;
            let mut log = fs::File::open(self.running.log()).expect("the log of the network service");
            log.seek(SeekFrom::Start(self.before)).expect("the log is longer than before");
            let mut written = Vec::new();
            log.read_to_end(&mut written).expect("the log of the network service");
            let written = String::from_utf8_lossy(&written);
            // The line in which it stands may not be whole yet, but those before it are.
            if let Some((until, _)) = written.split_once(&last) {
                return until.to_owned();
            }
            assert!(Instant::now() < end, "the network service does not write its log");
        }
    }

    /// Leaves nothing of the page at `origin`, and lets the next test have the browser.
    async fn leave(self, origin: &str) {
        let driver = self.driver();
        let first = driver.windows().await.expect("its windows");
        for window in first.iter().skip(1).cloned() {
            driver.switch_to_window(window).await.expect("a further window");
            driver.close_window().await.expect("it closes");
        }
        driver.switch_to_window(first[0].clone()).await.expect("the first window");
        self.go("about:blank").await;
        self.command("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": 0, "y": 0 })).await;
        self.command("Page.resetNavigationHistory", json!({})).await;
        self.command("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" })).await;
        self.errors().await;
        WAITING.lock().unwrap_or_else(PoisonError::into_inner).push(self.running);
    }

    /// Closes the browser; fails if anything went wrong in the page at `origin`, or it asked for anything elsewhere.
    pub async fn close_clean(self, origin: &str) {
        let visit = self.close(origin).await;
        assert!(visit.errors.is_empty(), "errors on the console: {:#?}", visit.errors);
        assert!(visit.foreign.is_empty(), "requests to other hosts: {:#?}", visit.foreign);
    }
}

/// A session that, left open by a failed test, is not closed politely: that would wait two minutes for an answer of a
/// driver that ends with the browser anyway.
#[derive(Debug)]
struct Session(WebDriver);

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.0.clone().leak();
    }
}

/// Where in the profile the network service writes its log.
const LOG: &str = "network-log.json";

fn capabilities(profile: &TempDir, language: &str) -> WebDriverResult<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let folder = profile.path();
    capabilities.set_binary(install::chromium().browser.to_str().expect("a path in UTF-8"))?;
    for argument in [
        "--headless=new",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-search-engine-choice-screen",
        // Nothing but this machine exists, so no test depends on the network; an attempt is in the log all the same.
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ] {
        capabilities.add_arg(argument)?;
    }
    if rustix::process::geteuid().is_root() {
        // Chromium's sandbox refuses root.
        capabilities.add_arg("--no-sandbox")?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", folder.display()))?;
    capabilities.add_arg(&format!("--log-net-log={}", folder.join(LOG).display()))?;
    capabilities.add_arg("--window-size=1440,900")?;
    capabilities.add_arg(&format!("--accept-lang={language}"))?;
    capabilities.add_arg(&format!("--lang={language}"))?;
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(capabilities.into())
}

/// chromedriver on a port of its own. It and every browser that it started end with this value, or with the tests.
#[derive(Debug)]
struct Driver {
    port: u16,
    _guard: Guard,
}

impl Driver {
    /// Starts one, if need be again: each picks a port that is free on both loopback addresses, and where tests start
    /// several at once it may lose the second of them to a neighbour, and then ends.
    fn start(profile: &Path) -> Self {
        let program: PathBuf = install::chromium().driver;
        let mut said = String::new();
        for _ in 0..5 {
            match Self::try_start(&program, profile) {
                Ok(driver) => return driver,
                Err(words) => said = words,
            }
            fs::create_dir_all(profile).expect("the folder of the profile");
        }
        panic!("{} does not say its port; it said: {said}", program.display());
    }

    /// The error is what it printed before it ended.
    fn try_start(program: &Path, profile: &Path) -> Result<Self, String> {
        let mut command = Guard::command(Some(profile));
        command.arg(program).arg("--port=0").stderr(Stdio::null());
        // Neither the language nor the clock of whoever runs the tests: `--accept-lang` below says the reader's.
        command.env_remove("LANGUAGE").env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
        let (guard, mut output) = Guard::spawn(&mut command);
        let mut said = String::new();
        let mut line = String::new();
        while output.read_line(&mut line).is_ok_and(|length| length > 0) {
            if let Some(port) = line.trim_end().trim_end_matches('.').strip_prefix(STARTED) {
                let port = port.parse().expect("a port");
                // It goes on writing; a full or closed pipe would stop it.
                std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
                return Ok(Self { port, _guard: guard });
            }
            said.push_str(&line);
            line.clear();
        }
        Err(said)
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks chromedriver to close its browsers and end.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new())?;
        Ok(())
    }
}

const STARTED: &str = "ChromeDriver was started successfully on port ";

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.shut_down();
    }
}
