//! The published page with the network gone, with a new version, and with what it kept damaged.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::json;

use super::support::browser::{Browser, View};
use super::support::server::{Server, copy_folder, publish};

/// The page as `descent build --out` makes it, made once.
fn published() -> &'static Path {
    static PUBLISHED: LazyLock<PathBuf> = LazyLock::new(|| publish("published"));
    &PUBLISHED
}

/// Changes a published text; its packed forms go, so that it is what the server sends.
fn edit(folder: &Path, name: &str, change: impl Fn(&str) -> String) {
    let path = folder.join(name);
    let (old, new) = (fs::read_to_string(&path).unwrap(), change(&fs::read_to_string(&path).unwrap()));
    assert_ne!(old, new, "{name} has not what is to be changed");
    fs::write(&path, new).unwrap();
    for ending in ["gz", "br"] {
        fs::remove_file(folder.join(format!("{name}.{ending}"))).unwrap();
    }
}

/// Opens the page, and waits until it is kept.
async fn visit(server: &Server) -> Browser {
    let browser = Browser::open(server.url(), View::default()).await;
    browser.wait_until("document.querySelector('.offline-kept')").await;
    browser
}

const READ: &str = "/^[0-9]$/.test(document.querySelector('.answer-digit')?.textContent)";
const CAN_STEP: &str = "document.querySelector('.transport [data-command=step]')?.disabled === false";

#[tokio::test]
async fn without_a_network_all_chapters_open_and_the_data_that_came_once_train() {
    let server = Server::of(published());
    let browser = visit(&server).await;
    browser.wait_until(CAN_STEP).await;
    // The data are kept when the page is opened again.
    browser.go(server.url()).await;
    let kept = "(async () => {
        const name = (await caches.keys()).find((name) => name.startsWith('descent-data-'));
        for (;;) if ((await (await caches.open(name)).keys()).length === 4) return true;
    })()";
    assert_eq!(browser.run(&format!("return await {kept};"), &[]).await, json!(true));
    let url = server.url().to_owned();
    drop(server);
    for chapter in ["curve", "descent", "neuron"] {
        // Another address each time: the page is loaded anew.
        browser.go(&format!("{url}?{chapter}#{chapter}")).await;
        browser.wait_until(&format!("document.querySelector('.chapter-{chapter}') && {CAN_STEP}")).await;
    }
    browser.go(&url).await;
    browser.wait_until(READ).await;
    for language in ["ru", "en"] {
        browser
            .run("document.querySelector(`.page-header input[value=${arguments[0]}]`).click()", &[json!(language)])
            .await;
        browser.wait_until(&format!("document.documentElement.lang === '{language}'")).await;
    }
    // It can be asked once the part around the pad has come.
    browser.wait_until("document.querySelector('[data-ask=way]:not(:disabled)')").await;
    browser.click("[data-ask=way]").await;
    browser.wait_until("document.querySelector('.digits-section canvas')").await;
    browser.wait_until(CAN_STEP).await;
    browser.click(".transport [data-command=step]").await;
    browser.wait_until("/t=[1-9]/.test(location.hash)").await;
    browser.close(&url).await;
}

#[tokio::test]
async fn a_new_version_is_announced_and_comes_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("page");
    copy_folder(published(), &folder);
    let server = Server::of(&folder);
    let browser = visit(&server).await;
    let version = "document.querySelector('meta[name=descent-version]').content";
    let old = browser.value(version).await;
    let old = old.as_str().unwrap();
    for name in ["index.html", "sw.js"] {
        edit(&folder, name, |text| text.replace(old, "next"));
    }
    browser.go(server.url()).await;
    browser.wait_until("document.querySelector('.offline-news')?.checkVisibility()").await;
    assert_eq!(browser.value(version).await, json!(old), "nobody has asked for it yet");
    browser.click(".offline-news button").await;
    browser.wait_until(&format!("{version} === 'next'")).await;
    browser.wait_until(READ).await;
    browser.close(server.url()).await;
}

#[tokio::test]
async fn a_damaged_copy_does_not_keep_the_page_from_opening() {
    let server = Server::of(published());
    let browser = visit(&server).await;
    let change = |what: &str| {
        format!(
            "const [name] = (await caches.keys()).filter((name) => !name.startsWith('descent-data'));
             const cache = await caches.open(name);
             {what}"
        )
    };
    // A file that is missing, or is none, comes from the network.
    browser
        .run(
            &change(
                "await cache.delete(new URL('www/chapters/curve/chapter.js', location.href));
                 await cache.put(new URL('www/main.js', location.href), new Response('', { status: 500 }));",
            ),
            &[],
        )
        .await;
    browser.go(&format!("{}?1#curve", server.url())).await;
    browser.wait_until(&format!("navigator.serviceWorker.controller && {CAN_STEP}")).await;
    // One that is nonsense makes the page drop the copy.
    browser
        .run(
            &change(
                "const headers = { 'content-type': 'text/javascript' };
                 await cache.put(new URL('www/main.js', location.href), new Response('}', { headers }));",
            ),
            &[],
        )
        .await;
    browser.go(&format!("{}?2#curve", server.url())).await;
    browser.wait_until(&format!("!/reset|2/.test(location.search) && {CAN_STEP}")).await;
    assert_eq!(browser.run("return (await caches.keys()).length", &[]).await, json!(0));
    // The next visit keeps it again, and the reader may drop it.
    browser.go(&format!("{}?3#curve", server.url())).await;
    browser.wait_until("document.querySelector('.offline-kept')").await;
    browser.click(".offline-kept button").await;
    browser.wait_until(&format!("!/reset|3/.test(location.search) && {CAN_STEP}")).await;
    assert_eq!(browser.run("return (await caches.keys()).length", &[]).await, json!(0));
    browser.close(server.url()).await;
}
