//! The browser's own tests: what the other tests rely on is seen to work, above all that a fault is noticed.

use serde_json::json;
use std::fs;

use super::support::browser::{Browser, View};
use super::support::server::{Files, Server};

/// A page of our own making.
fn page(body: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let head = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>\
                <title>Fault</title><link rel=icon href='data:,'>";
    fs::write(folder.path().join("index.html"), format!("{head}{body}")).unwrap();
    folder
}

#[tokio::test]
async fn faults_are_noticed() {
    let folder = page(
        "<script>
           console.error('said');
           Promise.reject(new Error('rejected'));
           const thrown = new Promise((resolve) => {
             addEventListener('error', resolve);
             setTimeout(() => { throw new Error('thrown'); });
           });
           const asked = fetch('http://page.example/').catch(() => {});
           const code = `Promise.allSettled([fetch('http://worker.example/'), fetch('${location.origin}/www/missing')])
             .then(() => postMessage('asked'));`;
           const worker = new Worker(URL.createObjectURL(new Blob([code])));
           const heard = new Promise((resolve) => { worker.onmessage = resolve; });
           Promise.all([thrown, asked, heard]).then(() => { document.title = 'Done'; });
         </script>",
    );
    let server = Files::of(folder.path()).await;
    let browser = Browser::open(server.url(), View::default()).await;
    browser.wait_until("document.title === 'Done'").await;
    let visit = browser.close(server.url()).await;
    for fault in ["said", "rejected", "thrown", "page.example"] {
        assert!(visit.errors.iter().any(|error| error.contains(fault)), "{fault} is not among {:?}", visit.errors);
    }
    assert_eq!(visit.foreign, ["http://page.example/", "http://worker.example/"]);
}

#[tokio::test]
async fn the_view_is_what_was_asked_for() {
    let folder = page("<p>Nothing");
    let server = Files::of(folder.path()).await;
    let seen = "[
        innerWidth, matchMedia('(prefers-color-scheme: dark)').matches,
        matchMedia('(prefers-reduced-motion: reduce)').matches, matchMedia('(pointer: coarse)').matches,
        navigator.language, devicePixelRatio,
    ]";
    let desk = Browser::open(server.url(), View { width: 1280, language: "ru", ..View::default() }).await;
    assert_eq!(desk.value(seen).await, json!([1280, false, false, false, "ru", 1]));
    desk.close_clean(server.url()).await;
    let phone = View { dark: true, reduced_motion: true, ..View::phone() };
    let phone = Browser::open(server.url(), phone).await;
    assert_eq!(phone.value(seen).await, json!([390, true, true, true, "en", 3]));
    phone.close_clean(server.url()).await;
}

#[tokio::test]
async fn strokes_arrive_as_drawn() {
    let folder = page(
        "<div id=pad style='width:200px;height:200px;touch-action:none'></div>
         <script>
           const seen = [];
           const pad = document.getElementById('pad');
           for (const kind of ['pointerdown', 'pointermove', 'pointerup']) {
             pad.addEventListener(kind, (event) => {
               const frame = pad.getBoundingClientRect();
               if (event.buttons || kind === 'pointerup') {
                 seen.push([kind, event.pointerType, event.clientX - frame.left, event.clientY - frame.top]);
               }
             });
           }
         </script>",
    );
    let server = Files::of(folder.path()).await;
    for (view, hand) in [(View::default(), "mouse"), (View::phone(), "touch")] {
        let browser = Browser::open(server.url(), view).await;
        browser.draw("#pad", &[vec![(0.25, 0.25), (0.5, 0.75)]]).await;
        let seen = browser.value("seen").await;
        let expected =
            json!([["pointerdown", hand, 50, 50], ["pointermove", hand, 100, 150], ["pointerup", hand, 100, 150],]);
        assert_eq!(seen, expected);
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn the_page_opens() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::default()).await;
    let title = browser.wait_until("document.title").await;
    assert!(title.as_str().is_some_and(|title| title.contains("Descent")), "the title is {title}");
    browser.close_clean(server.url()).await;
}
