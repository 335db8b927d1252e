//! Firefox, driven over `WebDriver` BiDi, which it speaks itself: a fresh profile, one window.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

use super::group::{Group, Voice};
use crate::support::browser::PATIENCE;
use crate::support::install;

/// What it says once it listens.
const LISTENS: &str = "WebDriver BiDi listening on ws://127.0.0.1:";

/// How long an answer may take that waits for nothing, before it is asked for again.
const AT_ONCE: Duration = Duration::from_secs(5);

/// Nothing but this machine exists, nothing is fetched of its own accord, and a file is a stranger to the file beside it, as
/// for every reader.
const PREFERENCES: &str = r#"
user_pref("app.normandy.enabled", false);
user_pref("app.update.auto", false);
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.startup.homepage", "about:blank");
user_pref("browser.startup.page", 0);
user_pref("browser.topsites.contile.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("intl.accept_languages", "en");
user_pref("javascript.use_us_english_locale", true);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.no_proxies_on", "127.0.0.1");
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.type", 1);
user_pref("security.fileuri.strict_origin_policy", true);
user_pref("toolkit.startup.max_resumed_crashes", -1);
user_pref("toolkit.telemetry.server", "");
"#;

/// A running Firefox; it ends with this value.
#[derive(Debug)]
pub struct Firefox {
    bidi: Mutex<Bidi>,
    context: String,
    _process: Group,
    _profile: TempDir,
}

/// The connection, on which one command is on its way at a time.
#[derive(Debug)]
struct Bidi {
    socket: WebSocketStream<TcpStream>,
    last: u64,
    /// Events that came since they were last taken: their names, and what they say.
    events: Vec<(String, Value)>,
}

impl Bidi {
    /// # Errors
    /// What Firefox answers to a command that it does not obey.
    async fn command(&mut self, method: &str, parameters: Value) -> Result<Value, String> {
        let answer = timeout(3 * PATIENCE, self.ask(method, parameters)).await;
        answer.unwrap_or_else(|_| Err(format!("{method}: no answer")))
    }

    async fn ask(&mut self, method: &str, parameters: Value) -> Result<Value, String> {
        self.last += 1;
        let command = json!({ "id": self.last, "method": method, "params": parameters });
        self.socket.send(Message::text(command.to_string())).await.map_err(|error| error.to_string())?;
        loop {
            let message = self.socket.next().await;
            let message = message.ok_or("the connection is closed")?.map_err(|error| error.to_string())?;
            let Message::Text(text) = message else { continue };
            let mut message: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            if message["type"] == "event" {
                let name = message["method"].as_str().unwrap_or_default().to_owned();
                self.events.push((name, message["params"].take()));
            } else if message["id"] == self.last {
                if message["type"] == "success" {
                    return Ok(message["result"].take());
                }
                return Err(format!("{method}: {}", message["message"]));
            }
        }
    }
}

impl Firefox {
    /// Starts it, with a mouse and in English.
    pub async fn start() -> Self {
        let (_, firefox, _) = install::engines();
        let profile = tempfile::tempdir().expect("a temporary folder");
        fs::write(profile.path().join("user.js"), PREFERENCES).expect("its preferences are written");
        let mut command = Command::new(firefox.browser);
        command
            .args(["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile"])
            .arg(profile.path())
            .env("HOME", profile.path())
            .env_remove("LANGUAGE")
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC");
        let port = |line: &str| line.strip_prefix(LISTENS)?.parse::<u16>().ok();
        let (process, port) = Group::start_and_hear(&mut command, Voice::Errors, port);
        let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("Firefox listens");
        let (socket, _) = client_async(format!("ws://127.0.0.1:{port}/session"), stream).await.expect("a connection");
        let mut bidi = Bidi { socket, last: 0, events: Vec::new() };
        bidi.command("session.new", json!({ "capabilities": {} })).await.expect("a session");
        let tree = bidi.command("browsingContext.getTree", json!({})).await.expect("its windows");
        let context = tree["contexts"][0]["context"].as_str().expect("one window").to_owned();
        let events = json!({ "events": ["log.entryAdded", "network.beforeRequestSent"] });
        bidi.command("session.subscribe", events).await.expect("events");
        Self { bidi: Mutex::new(bidi), context, _process: process, _profile: profile }
    }

    /// Every page that opens from now on runs `body` before its own scripts.
    pub async fn before_pages(&self, body: &str) {
        let function = format!("() => {{ {body} }}");
        self.send("script.addPreloadScript", json!({ "functionDeclaration": function })).await;
    }

    pub async fn look(&self, width: u32, height: u32) {
        let viewport = json!({ "width": width, "height": height });
        self.send("browsingContext.setViewport", json!({ "context": self.context, "viewport": viewport })).await;
    }

    /// Opens `url` and waits until it is loaded. Not with Firefox's own waiting, nor with a script that waits in the page:
    /// an address that is written while a page is left keeps the first from ever ending, and the second goes with its page.
    pub async fn go(&self, url: &str) {
        for (url, there) in [("about:blank", "=== 'about:blank'"), (url, "!== 'about:blank'")] {
            let place = json!({ "context": self.context, "url": url, "wait": "none" });
            self.send("browsingContext.navigate", place).await;
            let is_there = json!({
                "expression": format!("location.href {there} && document.readyState === 'complete'"),
                "awaitPromise": false, "target": { "context": self.context },
            });
            let end = Instant::now() + PATIENCE;
            loop {
                let ask = async { self.bidi.lock().await.ask("script.evaluate", is_there.clone()).await };
                if let Ok(Ok(answer)) = timeout(AT_ONCE, ask).await
                    && answer["result"]["value"] == true
                {
                    break;
                }
                assert!(Instant::now() < end, "Firefox does not come to {url}");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }

    /// # Errors
    /// What the script throws, and that its page has gone.
    pub async fn try_run(&self, script: &str) -> Result<Value, String> {
        let expression = format!("({script}).then((value) => JSON.stringify(value ?? null))");
        let parameters = json!({
            "expression": expression, "awaitPromise": true, "userActivation": true, "target": { "context": self.context },
        });
        let answer = self.bidi.lock().await.command("script.evaluate", parameters).await?;
        match answer["result"]["value"].as_str() {
            Some(text) if answer["type"] == "success" => serde_json::from_str(text).map_err(|error| error.to_string()),
            _ => Err(answer["exceptionDetails"]["text"].to_string()),
        }
    }

    /// Performs actions of the W3C's `WebDriver`.
    pub async fn act(&self, actions: Value) {
        self.send("input.performActions", json!({ "context": self.context, "actions": actions })).await;
    }

    /// A picture of the window in Base64, as PNG.
    pub async fn picture(&self) -> String {
        let picture = self.send("browsingContext.captureScreenshot", json!({ "context": self.context })).await;
        picture["data"].as_str().expect("a picture").to_owned()
    }

    /// Errors on the console, and the addresses that were asked for, since this was last asked.
    pub async fn take_events(&self) -> (Vec<String>, Vec<String>) {
        // Whatever was said before it answers has arrived then.
        self.send("session.status", json!({})).await;
        let events = std::mem::take(&mut self.bidi.lock().await.events);
        let (mut errors, mut requests) = (Vec::new(), Vec::new());
        for (name, event) in events {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            if name == "log.entryAdded" && event["level"] == "error" {
                errors.push(text(&event["text"]));
            } else if name == "network.beforeRequestSent" && event["context"] == self.context.as_str() {
                requests.push(text(&event["request"]["url"]));
            }
        }
        (errors, requests)
    }

    async fn send(&self, method: &str, parameters: Value) -> Value {
        self.bidi.lock().await.command(method, parameters).await.unwrap_or_else(|error| panic!("{error}"))
    }
}
