//! The one file of `descent build --single-file`, opened from the disk without a network, as a teacher does.

use std::process::Command;

use serde_json::json;
use tempfile::TempDir;

use super::support::browser::{Browser, View};
use super::support::pointer::THREE;
use super::support::server::{DESCENT, PROJECT};

/// The file in a folder of its own, and its address.
fn file() -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // A name as people give them.
    let out = folder.path().join("Лекция 4 #1.html");
    let built = Command::new(DESCENT).args(["build", "--single-file", "--out"]).arg(&out).output();
    let built = built.expect("descent runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let url = format!("file://{}", out.display()).replace(' ', "%20").replace('#', "%23");
    (folder, url)
}

async fn open(url: &str, language: &'static str) -> Browser {
    let browser = Browser::start(View { language, ..View::default() }).await;
    browser.devtools("Network.enable", json!({})).await;
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.devtools("Network.emulateNetworkConditions", offline).await;
    browser.go(url).await;
    browser
}

async fn close(browser: Browser) {
    let errors = browser.errors().await;
    assert!(errors.is_empty(), "errors on the console: {errors:#?}");
}

const READY: &str = "document.querySelector('[data-answer=ready] .answer-digit').textContent";

#[tokio::test]
async fn it_reads_a_digit_and_trains() {
    let (_folder, url) = file();
    let browser = open(&url, "en").await;
    browser.wait_until(&format!("{READY} === '5'")).await;
    browser.draw(".pad-canvas", &[THREE.to_vec()]).await;
    browser.wait_until(&format!("{READY} === '3'")).await;
    browser.click("[data-command=epoch]:not(:disabled)").await;
    // 10,000 images in mini-batches of ten, and 2,000 to be tested on.
    browser.wait_until("document.querySelector('.transport-t').textContent.replace(/\\D/g, '') === '1000'").await;
    let right = "parseFloat(document.querySelector('[data-number=accuracy]').textContent)";
    let right = browser.wait_until(&format!("{right} > 80 && {right}")).await.as_f64().unwrap_or(0.0);
    assert!((right * 20.0 - (right * 20.0).round()).abs() < 1e-6, "{right} % is no share of 2,000");
    // What the page says of its data is so.
    browser
        .wait_until("document.querySelector('[data-i18n=\"digits.about.part\"]').textContent.includes('10,000')")
        .await;
    close(browser).await;
}

#[tokio::test]
async fn every_chapter_section_and_link_opens() {
    let (_folder, url) = file();
    let browser = open(&format!("{url}#neuron"), "ru").await;
    for chapter in ["neuron", "curve", "descent", "digits"] {
        browser.run("location.hash = arguments[0];", &[json!(chapter)]).await;
        browser.wait_until(&format!("document.querySelector('.chapter-{chapter} canvas')")).await;
        let sheet = "getComputedStyle(document.querySelector('.chapter')).display !== ''";
        browser.wait_until(sheet).await;
    }
    browser.run("document.querySelector('input[value=en]').click();", &[]).await;
    browser.wait_until("document.documentElement.lang === 'en'").await;
    browser.run("document.querySelector('input[value=ru]').click();", &[]).await;
    browser.wait_until("document.documentElement.lang === 'ru'").await;
    browser.click("[data-ask=way]").await;
    browser.wait_until("document.querySelector('[data-section=way] canvas')").await;
    close(browser).await;

    // A link opens what its sender saw, and the address stays the file's.
    let browser = open(&format!("{url}#descent?rate=0.3"), "en").await;
    browser.wait_until("document.querySelector('.chapter-descent canvas')").await;
    browser.wait_until("location.hash.includes('0.3') && location.protocol === 'file:'").await;
    close(browser).await;
}

#[tokio::test]
async fn a_file_that_was_cut_off_says_so() {
    let (folder, _) = file();
    let cut = folder.path().join("cut.html");
    let whole = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(whole).unwrap();
    // As a copy would that lost a piece in the middle of the page's modules.
    let at = text.find("data-file=\"page\"").expect("the page's part") + 10_000;
    std::fs::write(&cut, format!("{}{}", &text[..at], &text[at + 4_000..])).unwrap();
    let browser = open(&format!("file://{}", cut.display()), "en").await;
    browser.wait_until("document.querySelector('#damaged:not([hidden])')").await;
}

/// `index.html` itself needs a server, and says so where there is none.
#[tokio::test]
async fn the_page_of_many_files_says_that_it_needs_a_server() {
    let browser = open(&format!("file://{PROJECT}/index.html"), "en").await;
    browser.wait_until("document.querySelector('#from-file:not([hidden])').offsetHeight > 0").await;
}
