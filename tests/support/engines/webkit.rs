//! WebKitGTK, driven over `WebDriver`: a screen of its own, one window, and in it, where the page is to be narrower than
//! a window can be, a frame.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Capabilities;
use thirtyfour::common::command::Command as Ask;
use thirtyfour::prelude::*;
use tokio::time::timeout;

use super::group::{Group, Voice};
use crate::support::browser::PATIENCE;
use crate::support::install;

/// A window is not narrower than its tools; what is, stands in a frame.
const NARROWEST: u32 = 500;
/// What the tools above the page take, so that a window is as high as a page is to be.
const TOOLS: u32 = 38;

/// How long an answer may take that waits for nothing, before it is asked for again.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Whatever goes wrong in the page is kept in it: there is no console to read.
const COLLECT: &str = "if (!window.collected) {
      const collected = [];
      window.collected = collected;
      addEventListener('error', (event) => {
        const { src, href } = event.target ?? {};
        collected.push(event.message ?? `not loaded: ${src ?? href}`);
      }, true);
      addEventListener('unhandledrejection', (event) => collected.push(String(event.reason)));
      const { error } = console;
      console.error = (...all) => { collected.push(all.map(String).join(' ')); error(...all); };
    }";

/// A running WebKitGTK; it ends with this value.
#[derive(Debug)]
pub struct WebKit {
    driver: WebDriver,
    frame: Mutex<Option<(u32, u32)>>,
    errors: Mutex<Vec<String>>,
    requests: Mutex<Vec<String>>,
    _process: Group,
    _screen: Group,
    home: TempDir,
    /// The page around the frame, or nothing.
    around: Mutex<String>,
    /// How many pages were opened.
    opened: AtomicUsize,
}

impl Drop for WebKit {
    fn drop(&mut self) {
        // Not closed politely: the driver ends with its browser.
        let _ = self.driver.clone().leak();
    }
}

impl WebKit {
    /// Starts it; `plain` without the vector instructions of WebAssembly.
    pub async fn start(plain: bool) -> Self {
        let (_, _, webkit) = install::engines();
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut command = Command::new(&webkit.screen);
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let number = |line: &str| line.parse::<u16>().ok();
        let (screen, display) = Group::start_and_hear(&mut command, Voice::Output, number);
        let mut command = Command::new(&webkit.driver);
        command
            .env("DISPLAY", format!(":{display}"))
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("GTK_A11Y", "none")
            .env("NO_AT_BRIDGE", "1")
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("LANGUAGE")
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC");
        if plain {
            command.env("JSC_useWasmSIMD", "0");
        }
        let (process, port) = listening(&mut command);
        let capabilities = capabilities(webkit.browser.to_str().expect("a path in UTF-8")).expect("capabilities");
        let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities).request_timeout(3 * PATIENCE);
        let driver = driver.await.expect("WebKitGTK starts");
        driver.set_script_timeout(2 * PATIENCE).await.expect("a timeout is set");
        Self {
            driver,
            frame: Mutex::default(),
            errors: Mutex::default(),
            requests: Mutex::default(),
            _process: process,
            _screen: screen,
            home,
            around: Mutex::default(),
            opened: AtomicUsize::default(),
        }
    }

    /// From the next page on.
    pub async fn look(&self, width: u32, height: u32) {
        self.driver.enter_default_frame().await.expect("the window");
        let narrow = width < NARROWEST;
        *self.frame.lock().expect("no test has failed") = narrow.then_some((width, height));
        let width = if narrow { 1440 } else { width };
        self.driver.set_window_rect(0, 0, width, height + TOOLS).await.expect("the window gets a size");
    }

    pub async fn go(&self, url: &str) {
        self.collect().await;
        self.driver.enter_default_frame().await.expect("the window");
        let frame = *self.frame.lock().expect("no test has failed");
        // A file may not stand in a frame of a page that is none, nor a served page in a stranger's.
        let around = match (frame, url.starts_with("file:")) {
            (None, _) => String::new(),
            (Some(_), true) => self.empty_file(),
            (Some(_), false) => not_found_beside(url),
        };
        let stays = frame.is_some() && around == *self.around.lock().expect("no test has failed");
        if !stays {
            // Another one each time, or the one that is open now might be taken for it.
            let count = self.opened.fetch_add(1, Ordering::Relaxed);
            let empty = if around.is_empty() { "about:blank" } else { &around };
            self.open(&format!("{empty}?{count}")).await;
            around.clone_into(&mut self.around.lock().expect("no test has failed"));
        }
        if let Some((width, height)) = frame {
            let script = "const [url, width, height] = arguments;
                document.body.style.margin = 0;
                const frame = document.createElement('iframe');
                frame.style.cssText = `border: 0; width: ${width}px; height: ${height}px`;
                frame.src = url;
                document.body.replaceChildren(frame);";
            self.execute(script, &[json!(url), json!(width), json!(height)]).await.expect("a frame");
            self.has_opened(url, true).await;
        } else {
            self.open(url).await;
        }
    }

    async fn open(&self, url: &str) {
        self.driver.goto(url).await.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
        self.has_opened(url, false).await;
    }

    /// Waits for the page's document, has its errors collected from then on, and waits until it is loaded.
    async fn has_opened(&self, url: &str, in_frame: bool) {
        let script = format!(
            "if (location.href.split('#')[0] !== arguments[0].split('#')[0]) return location.href;
             {COLLECT}
             return document.readyState;"
        );
        let end = Instant::now() + PATIENCE;
        loop {
            if in_frame {
                // Anew each time: the driver may know the frame by the document that it had at first.
                let _ = self.driver.enter_default_frame().await;
                let _ = self.driver.enter_frame(0).await;
            }
            // While one document takes the place of another there is none to ask.
            // It may never answer, as well, when its document goes while it is being asked.
            let last = timeout(AT_ONCE, self.execute(&script, &[json!(url)])).await;
            match &last {
                Ok(Ok(state)) if state == "complete" => return,
                _ if Instant::now() > end => panic!("{url} does not open: {last:?}"),
                _ => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        }
    }

    fn empty_file(&self) -> String {
        let path = self.home.path().join("empty.html");
        fs::write(&path, "<!doctype html><title>Empty</title><body>").expect("a file is written");
        format!("file://{}", path.display())
    }

    /// # Errors
    /// What the script throws, and that its page has gone.
    pub async fn try_run(&self, script: &str) -> Result<Value, String> {
        self.execute(&format!("return {script}"), &[]).await.map_err(|error| error.to_string())
    }

    async fn execute(&self, script: &str, arguments: &[Value]) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Performs actions of the W3C's `WebDriver`.
    pub async fn act(&self, actions: Value) {
        self.driver.cmd(Ask::PerformActions(actions.into())).await.expect("the actions are performed");
    }

    /// A picture of the window in Base64, as PNG.
    pub async fn picture(&self) -> String {
        self.driver.screenshot_as_png_base64().await.expect("a picture")
    }

    /// Errors in the pages, and the addresses that they asked for, since this was last asked. Not those of workers.
    pub async fn take_events(&self) -> (Vec<String>, Vec<String>) {
        self.collect().await;
        let take = |all: &Mutex<Vec<String>>| std::mem::take(&mut *all.lock().expect("no test has failed"));
        (take(&self.errors), take(&self.requests))
    }

    /// Takes over what the page has kept.
    async fn collect(&self) {
        let script = "const errors = window.collected?.splice(0) ?? [];
            const requests = performance.getEntriesByType('resource').map(({ name }) => name);
            performance.clearResourceTimings();
            return [errors, requests];";
        let found = self.execute(script, &[]).await.expect("the page tells what went wrong");
        let [errors, requests]: [Vec<String>; 2] = serde_json::from_value(found).expect("two lists");
        self.errors.lock().expect("no test has failed").extend(errors);
        self.requests.lock().expect("no test has failed").extend(requests);
    }
}

fn capabilities(browser: &str) -> WebDriverResult<Capabilities> {
    let mut capabilities = Capabilities::new();
    let options = json!({ "binary": browser, "args": ["--automation"] });
    capabilities.set("webkitgtk:browserOptions", options)?;
    // The page's document is asked for at once, to have its errors collected.
    capabilities.set("pageLoadStrategy", "none")?;
    // Nothing but this machine exists.
    let nowhere = "127.0.0.1:9";
    let proxy = json!({ "proxyType": "manual", "httpProxy": nowhere, "sslProxy": nowhere, "noProxy": ["127.0.0.1"] });
    capabilities.set("proxy", proxy)?;
    Ok(capabilities)
}

/// The driver on a port of its own. It does not choose one itself, and the one that is free now another may have taken when
/// it starts: then it ends, and another is tried.
fn listening(command: &mut Command) -> (Group, u16) {
    for _ in 0..5 {
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr()).expect("a free port").port();
        let mut child = Command::new(command.get_program());
        child.args([format!("--port={port}"), "--host=127.0.0.1".into()]);
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => child.env(name, value),
                None => child.env_remove(name),
            };
        }
        let mut process = Group::start(&mut child);
        let end = Instant::now() + PATIENCE;
        while process.runs() && Instant::now() < end {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return (process, port);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    panic!("{} does not listen", command.get_program().display());
}

/// An address of the same server at which there is nothing: a page without a content, of the same origin as `url`.
fn not_found_beside(url: &str) -> String {
    let origin: Vec<&str> = url.splitn(4, '/').take(3).collect();
    format!("{}/around", origin.join("/"))
}
