//! "What does it see?": the stages with their switches, the samples, the nearest images, and a picture as the drawing.

use serde_json::json;
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::pointer::Place;
use super::support::server::Server;

const READY: &str = "document.querySelector('.drawing [data-answer=ready] .answer-digit').textContent";
/// What the ready network says to the image at the end of the way.
const SEEN: &str = "document.querySelector('.way [data-answer=ready] .answer-digit').textContent";
/// The words of a message that is shown.
const MESSAGE: &str =
    "[...document.querySelectorAll('.notice')].filter((n) => n.checkVisibility()).map((n) => n.innerText).join()";

/// A press by mouse, or by a finger on a phone.
async fn press(browser: &Browser, selector: &str) {
    browser.draw(selector, &[vec![(0.5, 0.5)]]).await;
}

async fn open(server: &Server, view: View) -> Browser {
    let browser = Browser::open(&format!("{}#digits", server.url()), view).await;
    browser.wait_until("document.querySelector('[data-ask=way]:not(:disabled)')").await;
    browser
}

async fn open_way(server: &Server, view: View) -> Browser {
    let browser = open(server, view).await;
    browser.click("[data-ask=way]").await;
    browser.wait_until("document.querySelector('.way-stages')").await;
    browser
}

/// Whether a stage is on.
fn is_on(stage: &str) -> String {
    format!("document.querySelector('[data-stage={stage}]').checked")
}

/// A 7 that fills the pad.
fn seven() -> Vec<Vec<Place>> {
    vec![vec![(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)]]
}

/// Drawn in a corner, a digit is read all the same: the stages see to that. Without them it is not.
#[tokio::test]
async fn without_its_stages_a_digit_in_a_corner_is_not_read() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open_way(server, view).await;
        browser.wait_until(&format!("{SEEN} === '5'")).await;
        press(&browser, "[data-stage=corner]").await;
        browser.wait_until(&format!("{} && {SEEN} === '5'", is_on("corner"))).await;
        press(&browser, "[data-stage=fit]").await;
        press(&browser, "[data-stage=centre]").await;
        browser.wait_until(&format!("!{} && !{} && {SEEN} !== '5'", is_on("fit"), is_on("centre"))).await;
        assert_eq!(browser.value(READY).await, json!("5"), "beside the pad nothing is left out");
        press(&browser, "[data-stage=fit]").await;
        press(&browser, "[data-stage=centre]").await;
        browser.wait_until(&format!("{SEEN} === '5'")).await;
        browser.close_clean(server.url()).await;
    }
}

/// By key; and the slant is one choice, wherever it is made.
#[tokio::test]
async fn the_switches_are_worked_by_key() {
    let server = Server::published();
    let browser = open_way(server, View::default()).await;
    browser.wait_until(&is_on("straighten")).await;
    browser.element("[data-stage=straighten]").await.send_keys(Key::Space).await.expect("a key is pressed");
    browser.wait_until("document.querySelector('.seen-stage input[value=kept]').checked").await;
    browser.wait_until("location.hash.includes('slant=1')").await;
    browser.run("document.querySelector('.seen-stage input[value=out]').click();", &[]).await;
    browser.wait_until(&is_on("straighten")).await;
    // Space was the switch's, and not the training's.
    assert_eq!(browser.value("document.querySelector('.transport-t').textContent").await, json!("t = 0"));
    // What was opened is closed again, and the reader is where he came from.
    browser.element(".digits-way .section-close").await.send_keys(Key::Enter).await.expect("a key is pressed");
    browser.wait_until("document.activeElement === document.querySelector('[data-ask=way]')").await;
    browser.close_clean(server.url()).await;
}

/// Every sample of every digit is read as that digit, and has training images of its kind near it.
#[tokio::test]
async fn samples_of_every_digit_are_read() {
    let server = Server::published();
    let browser = open_way(server, View::default()).await;
    for digit in 0..10 {
        let pad = "document.querySelector('.pad-canvas').toDataURL()";
        let mut before = browser.value(pad).await;
        for hand in ["one", "another"] {
            press(&browser, &format!("[data-sample='{digit}']")).await;
            browser.wait_until(&format!("{pad} !== '{}'", before.as_str().unwrap())).await;
            browser.wait_until(&format!("{READY} === '{digit}' && {SEEN} === '{digit}'")).await;
            assert_ne!(browser.value("document.querySelector('.pad-sample')").await, json!(null), "{hand} is marked");
            before = browser.value(pad).await;
        }
    }
    let labels = "[...document.querySelectorAll('.way-neighbour-digit')].map((it) => it.textContent).join('')";
    browser.wait_until(&format!("/^9\\d{{4}}$/.test({labels})")).await;
    let distances = browser
        .value("[...document.querySelectorAll('.way-neighbour .caption')].map((it) => Number(it.textContent))")
        .await;
    let distances: Vec<f64> = serde_json::from_value(distances).expect("numbers");
    assert!(distances.is_sorted() && distances[0] > 0.0, "{distances:?}");
    browser.close_clean(server.url()).await;
}

/// The reader's own drawing goes the way of the sample while it is being made.
#[tokio::test]
async fn the_way_follows_the_pen() {
    let server = Server::published();
    let browser = open_way(server, View::phone()).await;
    browser.draw(".drawing .pad-canvas", &seven()).await;
    browser.wait_until(&format!("{READY} === '7' && {SEEN} === '7'")).await;
    browser.click("[data-pad=clear]").await;
    browser.wait_until(&format!("{SEEN} === '' && document.querySelector('.way-nearest').hidden")).await;
    browser.close_clean(server.url()).await;
}

/// Makes a picture and hands it over as `hand` says: a dark digit on paper that gets darker to one side, or the reverse.
const PICTURE: &str = "
    const [kind, hand] = arguments;
    const canvas = new OffscreenCanvas(640, 480);
    const ctx = canvas.getContext('2d');
    const light = ctx.createLinearGradient(0, 0, 640, 120);
    const [near, far, ink] = kind === 'board' ? ['#203028', '#3c5048', '#f4f4ee'] : ['#f6f2e6', '#a09a8c', '#25305a'];
    light.addColorStop(0, near);
    light.addColorStop(1, far);
    ctx.fillStyle = light;
    ctx.fillRect(0, 0, 640, 480);
    if (kind !== 'blank') {
      ctx.strokeStyle = ink;
      ctx.lineWidth = 22;
      ctx.lineCap = 'round';
      ctx.lineJoin = 'round';
      ctx.stroke(new Path2D('M240 120 L400 116 L350 240 L310 370'));
    }
    const type = 'image/png';
    const blob = kind === 'text' ? new Blob(['no picture']) : await canvas.convertToBlob({ type });
    const data = new DataTransfer();
    data.items.add(new File([blob], 'photo.png', { type }));
    const options = { bubbles: true, cancelable: true };
    const pad = document.querySelector('.drawing .pad-canvas');
    if (hand === 'drop') {
      pad.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, ...options }));
      pad.dispatchEvent(new DragEvent('drop', { dataTransfer: data, ...options }));
    } else if (hand === 'paste') {
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, ...options }));
    } else {
      const picker = document.querySelector('.way-offers input[type=file]');
      picker.files = data.files;
      picker.dispatchEvent(new Event('change', options));
    }";

async fn hand_over(browser: &Browser, kind: &str, hand: &str) {
    browser.run(PICTURE, &[json!(kind), json!(hand)]).await;
}

#[tokio::test]
async fn a_picture_becomes_the_drawing() {
    let server = Server::published();
    let browser = open(server, View::default()).await;
    for (kind, hand) in [("paper", "drop"), ("board", "paste")] {
        hand_over(&browser, kind, hand).await;
        browser.wait_until(&format!("{READY} === '7'")).await;
        browser.draw(".drawing .pad-canvas", &[vec![(0.5, 0.2), (0.5, 0.8)]]).await;
        browser.wait_until(&format!("{READY} === '1'")).await;
    }
    browser.click("[data-ask=way]").await;
    browser.wait_until("document.querySelector('.way-stages')").await;
    hand_over(&browser, "paper", "choose").await;
    browser.wait_until(&format!("{READY} === '7' && {SEEN} === '7'")).await;
    // It has the same way, and is still there when the reader comes back.
    press(&browser, "[data-stage=corner]").await;
    browser.wait_until(&format!("{} && {SEEN} === '7'", is_on("corner"))).await;
    browser.run("location.hash = '#curve';", &[]).await;
    browser.wait_until("document.querySelector('.chapter-curve')").await;
    browser.run("location.hash = '#digits';", &[]).await;
    browser.wait_until(&format!("{READY} === '7'")).await;
    browser.close_clean(server.url()).await;
}

/// Resolves once the browser keeps the ink of a picture, or none, as the argument says.
const KEPT: &str = "
    const settled = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    // The page makes it: who opens one that is not there makes an empty one.
    while (!(await indexedDB.databases()).some(({ name }) => name === 'descent')) await new Promise(requestAnimationFrame);
    for (;;) {
      const database = await settled(indexedDB.open('descent', 1));
      const kept = database.objectStoreNames.contains('kept')
        ? await settled(database.transaction('kept').objectStore('kept').get('drawings')) : null;
      database.close();
      if (kept && (kept.picture !== null) === arguments[0]) return;
      await new Promise(requestAnimationFrame);
    }";

#[tokio::test]
async fn a_picture_survives_a_reload_until_the_pad_is_cleared() {
    let server = Server::published();
    let browser = open(server, View::default()).await;
    browser.wait_until("document.querySelector('[data-command=step]:not(:disabled)')").await;
    hand_over(&browser, "paper", "drop").await;
    browser.wait_until(&format!("{READY} === '7'")).await;
    browser.run(KEPT, &[json!(true)]).await;
    browser.driver().refresh().await.expect("the page loads again");
    browser.wait_until(&format!("{READY} === '7'")).await;
    browser.click("[data-pad=clear]").await;
    browser.run(KEPT, &[json!(false)]).await;
    browser.driver().refresh().await.expect("the page loads again");
    // The sample is what a pad shows that holds nothing of the reader's.
    browser.wait_until(&format!("{READY} === '5'")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn what_is_no_picture_of_a_digit_is_refused_in_words() {
    let server = Server::published();
    let browser = open(server, View::default()).await;
    browser.wait_until(&format!("{READY} === '5'")).await;
    for (kind, hand, words) in [("text", "drop", "PNG"), ("blank", "paste", "No ink")] {
        hand_over(&browser, kind, hand).await;
        browser.wait_until(&format!("{MESSAGE}.includes('{words}')")).await;
        assert_eq!(browser.value(READY).await, json!("5"), "what stood there stays");
    }
    browser.close_clean(server.url()).await;
}
