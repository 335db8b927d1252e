//! The three engines that browsers stand on, under one set of names: what is written once is run in each.
#![allow(dead_code)]

pub mod firefox;
pub mod gate;
pub mod group;
pub mod webkit;

use std::fmt::{self, Display, Formatter};

use serde_json::{Value, json};
use thirtyfour::common::command::Command as Ask;

use crate::support::browser::{Browser, View, watched};
use crate::support::install;
use crate::support::pointer::{Place, RESTING};
use firefox::Firefox;
use webkit::WebKit;

/// Which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

impl Display for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// Which of the core's modules the page picks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    Simd,
    Plain,
}

/// A browser with one window, a mouse and a keyboard; it ends with this value.
#[derive(Debug)]
pub struct Engine {
    kind: Kind,
    driven: Driven,
}

#[derive(Debug)]
enum Driven {
    Chromium(Box<Browser>),
    Firefox(Box<Firefox>),
    WebKit(Box<WebKit>),
}

/// For an engine that cannot be told otherwise: the page asks whether there are vector instructions.
const NO_SIMD: &str = "WebAssembly.validate = () => false;";

impl Engine {
    /// Starts a browser of 1440 × 900.
    pub async fn start(kind: Kind, module: Module) -> Self {
        // Whichever comes first brings all that is missing.
        install::engines();
        let plain = module == Module::Plain;
        let driven = match kind {
            Kind::Chromium => {
                let browser = Browser::start(View::default()).await;
                if plain {
                    let source = json!({ "source": NO_SIMD });
                    browser.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
                }
                Driven::Chromium(Box::new(browser))
            }
            Kind::Firefox => {
                let firefox = Firefox::start().await;
                if plain {
                    firefox.before_pages(NO_SIMD).await;
                }
                Driven::Firefox(Box::new(firefox))
            }
            Kind::WebKit => Driven::WebKit(Box::new(WebKit::start(plain).await)),
        };
        let engine = Self { kind, driven };
        engine.look(1440, 900).await;
        engine
    }

    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Looks at the pages that are opened from now on in such a size, in CSS pixels.
    pub async fn look(&self, width: u32, height: u32) {
        match &self.driven {
            Driven::Chromium(browser) => browser.look(View { width, height, ..View::default() }).await,
            Driven::Firefox(firefox) => firefox.look(width, height).await,
            Driven::WebKit(webkit) => webkit.look(width, height).await,
        }
    }

    /// Opens `url` as a fresh page, whatever is open, and waits until it is loaded.
    pub async fn go(&self, url: &str) {
        match &self.driven {
            Driven::Chromium(browser) => {
                browser.go("about:blank").await;
                browser.go(url).await;
            }
            Driven::Firefox(firefox) => firefox.go(url).await,
            Driven::WebKit(webkit) => webkit.go(url).await,
        }
    }

    /// Runs `body` as the body of an async function with `arguments` in the page, and returns what it returns.
    pub async fn run(&self, body: &str, arguments: &[Value]) -> Value {
        let found = self.try_run(body, arguments).await;
        found.unwrap_or_else(|error| panic!("{}: {error}\nin the script\n{body}", self.kind))
    }

    async fn try_run(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        let arguments = Value::from(arguments);
        let script = format!("(async (...arguments) => {{ {body}\n }})(...{arguments})");
        match &self.driven {
            Driven::Chromium(browser) => {
                let found = browser.driver().execute(format!("return {script}"), []).await;
                found.map(|found| found.json().clone()).map_err(|error| error.to_string())
            }
            Driven::Firefox(firefox) => firefox.try_run(&script).await,
            Driven::WebKit(webkit) => webkit.try_run(&script).await,
        }
    }

    /// The value of a JavaScript expression in the page.
    pub async fn value(&self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"), &[]).await
    }

    /// Waits until a JavaScript expression is true of the page, and returns its value.
    ///
    /// # Panics
    /// When it has not become true after a long time: a test is broken then, and no machine that slow.
    pub async fn wait_until(&self, expression: &str) -> Value {
        match watched(expression, async |body, arguments| self.try_run(body, arguments).await).await {
            Ok(found) => found,
            Err(last) => {
                let errors = self.take_events().await.0;
                panic!("{}: still not true: {expression}\nlast: {last}\nerrors: {errors:#?}", self.kind)
            }
        }
    }

    /// Waits until the page has drawn what it was told so far.
    pub async fn wait_for_frames(&self, count: usize) {
        self.run("for (let i = arguments[0]; i >= 0; i--) await new Promise(requestAnimationFrame);", &[json!(count)])
            .await;
    }

    /// Presses and releases the mouse on an element, which must be there to be pressed: not covered, not out of sight.
    pub async fn click(&self, selector: &str) {
        let [left, top, width, height] = self.resting(selector).await;
        let middle = (left + width / 2.0, top + height / 2.0);
        let hit = "const [selector, x, y] = arguments;
            const hit = document.elementFromPoint(x, y);
            const wanted = document.querySelector(selector);
            return wanted.contains(hit) ? '' : `covered by ${hit?.outerHTML?.slice(0, 200)}`;";
        let covered = self.run(hit, &[json!(selector), json!(middle.0), json!(middle.1)]).await;
        assert_eq!(covered, "", "{}: a click on {selector}", self.kind);
        self.stroke(&[middle]).await;
    }

    /// Draws `strokes` into the element that `selector` finds.
    pub async fn draw(&self, selector: &str, strokes: &[Vec<Place>]) {
        let frame = self.resting(selector).await;
        for stroke in strokes {
            let at = |&(x, y): &Place| (frame[0] + x * frame[2], frame[1] + y * frame[3]);
            self.stroke(&stroke.iter().map(at).collect::<Vec<_>>()).await;
        }
    }

    /// Where an element is once it is in sight and stays there: left, top, width, height.
    async fn resting(&self, selector: &str) -> [f64; 4] {
        self.wait_until(&format!("document.querySelector({})", json!(selector))).await;
        let script = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.run(script, &[json!(selector)]).await;
        serde_json::from_value(self.run(RESTING, &[json!(selector), json!(2)]).await).expect("four numbers")
    }

    /// A stroke with the mouse, a frame for each part of it.
    async fn stroke(&self, points: &[Place]) {
        let Some((&first, rest)) = points.split_first() else { return };
        let to = |(x, y): Place, duration: u32| json!({ "type": "pointerMove", "x": x.round(), "y": y.round(), "duration": duration });
        let mut moves = vec![to(first, 0), json!({ "type": "pointerDown", "button": 0 })];
        moves.extend(rest.iter().map(|&point| to(point, 16)));
        moves.push(json!({ "type": "pointerUp", "button": 0 }));
        let mouse =
            json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": moves });
        self.act(json!([mouse])).await;
    }

    /// Presses and releases a key: a character, or one of `WebDriver`'s codes.
    pub async fn key(&self, key: &str) {
        let actions = json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        self.act(json!([{ "type": "key", "id": "keyboard", "actions": actions }])).await;
    }

    async fn act(&self, actions: Value) {
        match &self.driven {
            Driven::Chromium(browser) => {
                let done = browser.driver().cmd(Ask::PerformActions(actions.into())).await;
                done.expect("the actions are performed");
            }
            Driven::Firefox(firefox) => firefox.act(actions).await,
            Driven::WebKit(webkit) => webkit.act(actions).await,
        }
    }

    /// A picture of the window in Base64, as PNG.
    pub async fn picture(&self) -> String {
        match &self.driven {
            Driven::Chromium(browser) => browser.driver().screenshot_as_png_base64().await.expect("a picture"),
            Driven::Firefox(firefox) => firefox.picture().await,
            Driven::WebKit(webkit) => webkit.picture().await,
        }
    }

    /// What went wrong in the pages, and the addresses that they asked for, since this was last asked.
    pub async fn take_events(&self) -> (Vec<String>, Vec<String>) {
        match &self.driven {
            Driven::Chromium(browser) => (browser.errors().await, Vec::new()),
            Driven::Firefox(firefox) => firefox.take_events().await,
            Driven::WebKit(webkit) => webkit.take_events().await,
        }
    }

    /// Errors in the pages since this was last asked: on the console, uncaught, not loaded.
    pub async fn errors(&self) -> Vec<String> {
        faults(self.kind, self.take_events().await.0)
    }

    /// Closes the browser; fails if anything went wrong in a page, or one asked for anything that is not below one of `origins`:
    /// the servers that pages came from, the last one's last, since a page that is left may still ask its own for something.
    pub async fn close_clean(self, origins: &[&str]) {
        let Self { kind, driven } = self;
        let origin = origins.last().expect("pages come from somewhere");
        let (errors, requests) = match driven {
            Driven::Chromium(browser) => {
                // It asks for the last of its requests from a page of the server's, not from a file.
                browser.go(origin).await;
                let visit = browser.close(origin).await;
                (visit.errors, visit.foreign)
            }
            Driven::Firefox(firefox) => firefox.take_events().await,
            Driven::WebKit(webkit) => webkit.take_events().await,
        };
        let errors = faults(kind, errors);
        assert!(errors.is_empty(), "{kind}: errors in the page: {errors:#?}");
        let own =
            |url: &String| ["about:", "blob:", "data:", "file:"].iter().chain(origins).any(|it| url.starts_with(it));
        let foreign: Vec<String> = requests.into_iter().filter(|url| !own(url)).collect();
        assert!(foreign.is_empty(), "{kind}: requests to other hosts: {foreign:#?}");
    }
}

/// Without what belongs to the moment and not to the page. The standard has browsers say where sizes changed while sizes were
/// told: they are told with the next frame, and nothing is lost; of a page from a disk WebKit says only that there was something.
/// Firefox says of a worker that was still loading when its page was left that the reader has ended it.
fn faults(kind: Kind, mut errors: Vec<String>) -> Vec<String> {
    let of_the_moment: &[&str] = match kind {
        Kind::Chromium => &["ResizeObserver loop"],
        Kind::Firefox => &["ResizeObserver loop", "NS_BINDING_ABORTED"],
        Kind::WebKit => &["ResizeObserver loop", "Script error."],
    };
    errors.retain(|error| !of_the_moment.iter().any(|of| error.contains(of)));
    errors
}
