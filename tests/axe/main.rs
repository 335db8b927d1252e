//! The page before axe-core, which knows what of WCAG 2.2 AA a program can see: four chapters, two languages, two themes,
//! three widths, and what opens in them. A target of its own, run by `.ci/run`: axe-core comes with `npm install`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

#[path = "../support/mod.rs"]
mod support;

use support::browser::{Browser, View};
use support::server::{PROJECT, Server};

/// Where npm puts it.
const AXE: &str = "node_modules/axe-core/axe.min.js";

/// WCAG 2.2 AA, and of what is only good practice what holds here. `skip-link` takes the names of the chapters for such
/// links where they are moved out of sight sideways.
const ALL: &str = "{
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'label-content-name-mismatch': { enabled: true }, 'skip-link': { enabled: false } },
    resultTypes: ['violations'],
}";

/// All that another theme changes.
const COLOURS: &str = "{ runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] }";

const CHAPTERS: [&str; 4] = ["curve", "descent", "neuron", "digits"];
const SECTIONS: [&str; 6] = ["inside", "way", "teach", "course", "keep", "mistakes"];
const WIDTHS: [(u32, u32, bool); 3] = [(1440, 900, false), (768, 1024, true), (320, 640, true)];

/// What axe finds, a line each.
async fn found(browser: &Browser, options: &str) -> Vec<String> {
    let script = format!(
        "const {{ violations }} = await axe.run(document, {options});
         return violations.flatMap(({{ id, nodes }}) => nodes.map(({{ target, html, any, all, none }}) =>
           `${{id}}: ${{target.join(' ')}}\\n  ${{html.slice(0, 200)}}\\n  ${{[...any, ...all, ...none].map((check) => check.message)}}`));"
    );
    let lines = browser.run(&script, &[]).await;
    lines.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

async fn open(browser: &Browser, chapter: &str) {
    browser.run("location.hash = arguments[0];", &[json!(chapter)]).await;
    let ready = format!(
        "document.querySelector('.chapter-{chapter} [data-command=step]:not(:disabled)')
           && document.querySelector('.formulas math') && !document.querySelector('main [aria-busy=true]')"
    );
    browser.wait_until(&ready).await;
    browser.wait_for_frames(2).await;
}

async fn set_language(browser: &Browser, language: &str) {
    let script = "const { setLanguage } = await import('/www/i18n/index.js'); await setLanguage(arguments[0]);";
    browser.run(script, &[json!(language)]).await;
}

/// Opens whatever a chapter has to open.
async fn open_all(browser: &Browser, chapter: &str) {
    for _ in 0..3 {
        browser.run("document.querySelector('[data-command=step]').click();", &[]).await;
    }
    browser.run("for (const one of document.querySelectorAll('main details')) one.open = true;", &[]).await;
    if chapter == "neuron" && browser.value("Boolean(document.querySelector('[data-hand=open]'))").await == json!(true)
    {
        browser.run("document.querySelector('[data-hand=open]').click();", &[]).await;
        browser.wait_until("document.querySelector('.hand canvas')").await;
    }
    if chapter == "digits" {
        for section in SECTIONS {
            browser.wait_until(&format!("document.querySelector('[data-ask={section}]:not(:disabled)')")).await;
            browser.run("document.querySelector(`[data-ask=${arguments[0]}]`).click();", &[json!(section)]).await;
            browser.wait_until(&format!("document.querySelector('[data-section={section}]:not([hidden]) h2')")).await;
        }
        browser.wait_until("document.querySelector('.gallery-card:not([hidden])')").await;
    }
    browser.wait_for_frames(3).await;
}

#[tokio::test]
async fn axe_finds_nothing() {
    let path = Path::new(PROJECT).join(AXE);
    let axe = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; `npm install --no-save` brings it", path.display()));
    let server = Server::start();
    let browser = Browser::open(server.url(), View::default()).await;
    browser.run(&axe, &[]).await;
    browser.wait_until("typeof axe === 'object'").await;
    let mut wrong = Vec::new();
    for (width, height, touch) in WIDTHS {
        for dark in [false, true] {
            let view = View { width, height, touch, dark, ..View::default() };
            browser.look(view).await;
            for language in ["en", "ru"] {
                set_language(&browser, language).await;
                for chapter in CHAPTERS {
                    open(&browser, chapter).await;
                    let options = if dark { COLOURS } else { ALL };
                    let mut lines = found(&browser, options).await;
                    // What can be opened, once each way: wide, light and English; narrow, dark and Russian.
                    let widest = width == 1440 && !dark && language == "en";
                    let narrowest = width == 320 && dark && language == "ru";
                    if widest || narrowest {
                        open_all(&browser, chapter).await;
                        lines.extend(found(&browser, ALL).await);
                    }
                    let place = format!("{chapter}, {language}, {width} px, dark {dark}");
                    wrong.extend(lines.into_iter().map(|line| format!("{place}: {line}")));
                }
            }
        }
    }
    // Dialogs hide the page under them.
    browser.look(View::default()).await;
    browser.run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));", &[]).await;
    browser.wait_until("document.querySelector('dialog[open]')").await;
    wrong.extend(found(&browser, ALL).await.into_iter().map(|line| format!("the list of keys: {line}")));
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
    // What measures writes styles of its own into the page, which the page's policy refuses.
    let mut visit = browser.close(server.url()).await;
    visit.errors.retain(|error| !error.contains("Applying inline style"));
    assert!(visit.errors.is_empty(), "errors on the console: {:#?}", visit.errors);
    assert!(visit.foreign.is_empty(), "requests to other hosts: {:#?}", visit.foreign);
}

/// What is put over the page, and the page as others show it.
#[tokio::test]
async fn axe_finds_nothing_in_what_is_opened_over_the_page_nor_in_its_other_forms() {
    let axe = fs::read_to_string(Path::new(PROJECT).join(AXE)).expect("npm brings axe-core");
    let server = Server::start();
    let browser = Browser::start(View::default()).await;
    let mut wrong = Vec::new();
    for (dark, narrow, language) in [(false, false, "en"), (true, true, "ru"), (true, false, "ru")] {
        let (width, height) = if narrow { (320, 640) } else { (1280, 720) };
        browser.look(View { width, height, touch: narrow, dark, ..View::default() }).await;
        for (what, query, chapter, script, there) in [
            (
                "share",
                "",
                "descent",
                "document.querySelector('[data-tool=share]').click();",
                "document.querySelector('.share-code svg, .share-code canvas, .share-code img')",
            ),
            (
                "the tour",
                "",
                "descent",
                "document.querySelector('[data-tool=tour]').click();",
                "document.querySelector('[data-tour=show]')",
            ),
            ("for a projector", "", "curve", PROJECTOR, IS_PROJECTOR),
            ("for a projector", "", "descent", PROJECTOR, IS_PROJECTOR),
            ("for a projector", "", "neuron", PROJECTOR, IS_PROJECTOR),
            ("for a projector", "", "digits", PROJECTOR, IS_PROJECTOR),
            ("embedded", "?embed=curve", "curve", "", "true"),
            ("embedded", "?embed=descent", "descent", "", "true"),
            ("embedded", "?embed=neuron", "neuron", "", "true"),
            ("embedded", "?embed=digits", "digits", "", "true"),
        ] {
            // No narrow screen is a projector's; and what chapters have in common is seen in one.
            if narrow && (script == PROJECTOR || (what == "embedded" && chapter != "neuron")) {
                continue;
            }
            // A dark hall: what is not a projector's was seen narrow.
            if dark && !narrow && script != PROJECTOR {
                continue;
            }
            browser.go("about:blank").await;
            browser.go(&format!("{}{query}#{chapter}?lang={language}", server.url())).await;
            browser.wait_until("document.querySelector('.transport [data-command=step]:not(:disabled)')").await;
            browser.run(script, &[]).await;
            browser.wait_until(there).await;
            browser.wait_for_frames(3).await;
            browser.run(&axe, &[]).await;
            browser.wait_until("typeof axe === 'object'").await;
            // Parts are left out there, with their headings.
            let options = ALL.replace("rules: {", "rules: { 'heading-order': { enabled: false },");
            let lines = found(&browser, if query.is_empty() && script != PROJECTOR { ALL } else { &options }).await;
            wrong.extend(lines.into_iter().map(|line| format!("{what}, {chapter}, {language}, {width} px: {line}")));
            browser.run("localStorage.clear();", &[]).await;
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
}

const PROJECTOR: &str =
    "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', code: 'KeyP', bubbles: true }));";
const IS_PROJECTOR: &str = "document.documentElement.hasAttribute('data-projector')";
