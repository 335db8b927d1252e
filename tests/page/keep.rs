//! What a reader keeps: the network survives a reload and can be forgotten, goes to a file and comes back, and learns from data
//! of one's own; where storage is forbidden the page works on.

use std::fs;
use std::path::Path;

use serde_json::json;
use thirtyfour::By;

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// An epoch of 600 steps.
const SHORT: &str = "#digits?hidden=12&batch=100";

/// t of the transport bar as a number.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";
/// What the training has found at its epochs' ends, as far as it is shown.
const ACCURACY: &str = "document.querySelector('[data-number=accuracy]').textContent";
const KEPT: &str = "document.querySelector('.keep [role=status].keep-text').textContent";

async fn wait_for_training(browser: &Browser) {
    browser.wait_until("document.querySelector('[data-command=epoch]:not(:disabled)')").await;
}

async fn train_an_epoch(browser: &Browser) {
    wait_for_training(browser).await;
    browser.click("[data-command=epoch]").await;
    browser.wait_until(&format!("{T} === 600 && /\\d/.test({ACCURACY})")).await;
}

/// Opens the section of what is kept: it stands behind "more".
async fn open_section(browser: &Browser) {
    browser.wait_until("document.querySelector('[data-ask=keep]:not(:disabled)')").await;
    browser.run("document.querySelector('[data-ask=keep]').click();", &[]).await;
    browser.wait_until("document.querySelector('.keep')?.checkVisibility()").await;
}

#[tokio::test]
async fn the_network_survives_a_reload_until_it_is_forgotten() {
    let server = Server::published();
    let browser = Browser::open(&format!("{}{SHORT}", server.url()), View::default()).await;
    train_an_epoch(&browser).await;
    open_section(&browser).await;
    browser.wait_until(&format!("/784-12-10, step\\s600,/.test({KEPT})")).await;
    let accuracy = browser.value(ACCURACY).await;
    // The address follows within a second, and says which run goes on.
    browser.wait_until("location.hash.includes('t=600')").await;
    browser.driver().refresh().await.expect("the page loads again");
    let notice = "document.querySelector('.kept-notice')";
    browser.wait_until(&format!("{notice}?.checkVisibility() && /600/.test({notice}.textContent)")).await;
    browser.wait_until(&format!("{T} === 600")).await;
    assert_eq!(browser.value(ACCURACY).await, accuracy, "what was measured is there, too");
    // It goes on from there.
    browser.wait_until("document.querySelector('[data-command=step]:not(:disabled)')").await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 601")).await;

    open_section(&browser).await;
    browser.click("[data-keep=forget]").await;
    browser.wait_until("document.querySelector('[data-keep=again]').checkVisibility()").await;
    browser.go(&format!("{}{SHORT}&seed=2", server.url())).await;
    browser.driver().refresh().await.expect("the page loads again");
    wait_for_training(&browser).await;
    open_section(&browser).await;
    browser.wait_until(&format!("/^Nothing is kept/.test({KEPT})")).await;
    assert_eq!(browser.value(&format!("{notice}?.checkVisibility() ?? false")).await, json!(false));
    browser.close_clean(server.url()).await;
}

/// Every worker of the page, for a test that brings one down.
const WORKERS: &str = "globalThis.workers = [];
    globalThis.Worker = class extends Worker { constructor(...given) { super(...given); workers.push(this); } };";

#[tokio::test]
async fn after_a_crash_the_training_goes_on_from_its_last_copy() {
    let server = Server::published();
    let browser = Browser::start(View::default()).await;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WORKERS })).await;
    browser.go(&format!("{}{SHORT}", server.url())).await;
    train_an_epoch(&browser).await;
    open_section(&browser).await;
    browser.wait_until(&format!("/784-12-10, step\\s600,/.test({KEPT})")).await;
    let accuracy = browser.value(ACCURACY).await;
    let crash =
        "workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'broken on purpose', cancelable: true }));";
    browser.run(crash, &[]).await;
    let said = "[...document.querySelectorAll('.notice')].find((it) => it.checkVisibility())?.textContent";
    browser.wait_until(&format!("/step\\s600\\. What came after/.test({said})")).await;
    browser.wait_until(&format!("{T} === 600 && {ACCURACY} === '{}'", accuracy.as_str().expect("a text"))).await;
    browser.wait_until("document.querySelector('[data-command=step]:not(:disabled)')").await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 601")).await;
    assert_eq!(browser.value("workers.length >= 2").await, json!(true), "another worker");
    let visit = browser.close(server.url()).await;
    let [error] = &visit.errors[..] else { panic!("one error: {:#?}", visit.errors) };
    assert!(error.contains("broken on purpose"), "{error}");
}

#[tokio::test]
async fn where_storage_is_forbidden_the_page_says_so_and_works_on() {
    let server = Server::published();
    let browser = Browser::start(View::phone()).await;
    let source = "Object.defineProperty(globalThis, 'indexedDB',
        { get() { throw new DOMException('forbidden', 'SecurityError'); } });";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    browser.go(&format!("{}{SHORT}", server.url())).await;
    train_an_epoch(&browser).await;
    open_section(&browser).await;
    browser.wait_until(&format!("/keep nothing/.test({KEPT})")).await;
    browser.close_clean(server.url()).await;
}

/// The network that is saved next is kept in the page instead of a file.
const CATCH: &str = "const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => { window.caught = blob; return createObjectURL(blob); };
    HTMLAnchorElement.prototype.click = () => {};";
/// Chooses bytes as a file, as the reader would.
const CHOOSE: &str = "const [name, bytes] = arguments;
    const files = new DataTransfer();
    files.items.add(new File([bytes === null ? window.caught : new Uint8Array(bytes)], name));
    const picker = document.querySelector('[data-picker=network]');
    picker.files = files.files;
    picker.dispatchEvent(new Event('change'));";

#[tokio::test]
async fn a_saved_network_is_opened_again_and_another_file_is_refused() {
    let server = Server::published();
    let browser = Browser::open(&format!("{}{SHORT}", server.url()), View::default()).await;
    train_an_epoch(&browser).await;
    open_section(&browser).await;
    browser.run(CATCH, &[]).await;
    browser.click("[data-keep=save]").await;
    browser.wait_until("window.caught?.size > 784 * 12 * 4").await;
    // Into a run with another H.
    browser.run("location.hash = '#digits?hidden=20&batch=100';", &[]).await;
    browser
        .wait_until(&format!("{T} === 0 && /H\\s=\\s20/.test(document.querySelector('.digits-controls').textContent)"))
        .await;
    browser.run(CHOOSE, &[json!("saved.descent"), json!(null)]).await;
    browser.wait_until("/H\\s=\\s12/.test(document.querySelector('.digits-controls').textContent)").await;
    // It goes on from what it knows.
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1 && parseFloat({ACCURACY}) > 50")).await;

    browser.run(CHOOSE, &[json!("other.descent"), json!([1, 2, 3, 4, 5, 6, 7, 8, 9])]).await;
    let refusal = browser.wait_until("document.querySelector('.keep .notice-error')?.textContent").await;
    assert!(refusal.as_str().unwrap().contains("stays"), "{refusal}");
    browser.close_clean(server.url()).await;
}

/// Stripes that stand, lie and lean, as a pair of IDX files.
fn write_stripes(folder: &Path) -> [String; 2] {
    const COUNT: usize = 600;
    let mut images = [&[0, 0, 8, 3][..], &(COUNT as u32).to_be_bytes(), &[0, 0, 0, 20, 0, 0, 0, 20]].concat();
    let mut labels = [&[0, 0, 8, 1][..], &(COUNT as u32).to_be_bytes()].concat();
    for index in 0..COUNT {
        for (y, x) in (0..20_usize).flat_map(|y| (0..20_usize).map(move |x| (y, x))) {
            let ink = match index % 3 {
                0 => x.abs_diff(10) < 2,
                1 => y.abs_diff(10) < 2,
                _ => x.abs_diff(y) < 2,
            };
            images.push(if ink { 255 } else { 0 });
        }
        labels.push(b'a' + (index % 3) as u8);
    }
    [("train-images.idx", images), ("train-labels.idx", labels)].map(|(name, bytes)| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().expect("a path in UTF-8").to_owned()
    })
}

#[tokio::test]
async fn it_learns_from_data_of_ones_own_and_goes_back_to_mnist() {
    let server = Server::published();
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&format!("{}#digits?hidden=12", server.url()), View::default()).await;
    wait_for_training(&browser).await;
    open_section(&browser).await;
    assert_eq!(browser.value("document.querySelector('[data-own=use]').disabled").await, json!(true));
    let picker = browser.driver().find(By::Css("[data-picker=own]")).await.expect("the picker");
    picker.send_keys(write_stripes(folder.path()).join("\n")).await.expect("files are chosen");
    browser.wait_until("!document.querySelector('[data-own=use]').disabled").await;
    browser.run("document.querySelector('.own-names').value = 'post, bar';", &[]).await;
    browser.click("[data-own=use]").await;
    let outcome = "document.querySelector('.own-outcome').innerText";
    browser.wait_until(&format!("/3 classes, 500 images .* 100 to test on, each 20\\s×\\s20/.test({outcome})")).await;
    // Fifty steps are an epoch of them.
    browser.click("[data-command=epoch]").await;
    browser.wait_until(&format!("{T} === 50 && parseFloat({ACCURACY}) > 90")).await;
    let reading = "document.querySelector('.confusion-reading').textContent";
    browser.wait_until(&format!("/\\((post|bar|99)\\)/.test({reading})")).await;
    // What is drawn is called so, too.
    browser.draw(".pad-canvas", &[vec![(0.5, 0.1), (0.5, 0.9)]]).await;
    browser
        .wait_until("/^post · z₀\\s=\\s/.test(document.querySelector('.answer-training .answer-detail').textContent)")
        .await;
    browser.click("[data-own=leave]").await;
    browser.wait_until(&format!("{T} === 0")).await;
    wait_for_training(&browser).await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    browser.close_clean(server.url()).await;
}
