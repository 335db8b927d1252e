//! What holds in every chapter alike: one transport with one time, and an address that opens what its sender saw.

use serde_json::{Value, json};

use super::support::browser::{Browser, View};
use super::support::chapters::{ARRIVED, CHAPTERS, GO, NUMBERS, is_at, is_ready};
use super::support::server::Server;

async fn open(url: &str, chapter: &str) -> Browser {
    let browser = Browser::open(url, View::default()).await;
    browser.wait_until(&is_ready(chapter)).await;
    browser
}

async fn stands_at(browser: &Browser, t: u64, last: u64) {
    browser.wait_until(&is_at(t, last)).await;
    browser.wait_for_frames(3).await;
}

async fn press(browser: &Browser, command: &str) {
    browser.click(&format!("[data-command={command}]")).await;
}

async fn go(browser: &Browser, t: u64) {
    browser.run(GO, &[json!(t)]).await;
}

async fn numbers(browser: &Browser) -> Value {
    browser.value(NUMBERS).await
}

#[tokio::test]
async fn every_chapter_has_one_time() {
    let server = Server::start();
    for (chapter, hash) in CHAPTERS {
        let browser = open(&format!("{}{hash}", server.url()), chapter).await;
        stands_at(&browser, 0, 0).await;
        let mut seen = vec![numbers(&browser).await];
        for t in 1..=4 {
            press(&browser, "step").await;
            stands_at(&browser, t, t).await;
            seen.push(numbers(&browser).await);
        }
        assert_ne!(seen[0], seen[4], "{chapter}: a step changes numbers");
        // Back keeps what lies ahead; every step is found again as it was, whichever way one comes to it.
        press(&browser, "back").await;
        stands_at(&browser, 3, 4).await;
        go(&browser, 0).await;
        stands_at(&browser, 0, 4).await;
        assert!(browser.value("document.querySelector('[data-command=back]').disabled").await == json!(true));
        go(&browser, 2).await;
        stands_at(&browser, 2, 4).await;
        press(&browser, "step").await;
        stands_at(&browser, 3, 4).await;
        press(&browser, "step").await;
        stands_at(&browser, 4, 4).await;
        assert_eq!(numbers(&browser).await, seen[4], "{chapter}: the last step, come to by another way");
        // A new run in chapters 1, 3 and 4; chapter 2's run is all that follows from its start, which stays.
        press(&browser, "reset").await;
        let last = if chapter == "descent" { 4 } else { 0 };
        stands_at(&browser, 0, last).await;
        go(&browser, last).await;
        stands_at(&browser, last, last).await;
        let wanted = if chapter == "descent" { &seen[4] } else { &seen[0] };
        assert_eq!(&numbers(&browser).await, wanted, "{chapter}: the start, once more, and where it led");
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn a_link_opens_what_its_sender_saw() {
    let server = Server::start();
    for (chapter, hash) in CHAPTERS {
        let sender = open(&format!("{}{hash}", server.url()), chapter).await;
        for t in 1..=5 {
            press(&sender, "step").await;
            stands_at(&sender, t, t).await;
        }
        let link = sender.wait_until("/[?&]t=5(&|$)/.test(location.hash) && location.href").await;
        let link = link.as_str().expect("an address");
        let receiver = open(link, chapter).await;
        stands_at(&receiver, 5, 5).await;
        let (sent, received) = (numbers(&sender).await, numbers(&receiver).await);
        assert!(sent.as_array().is_some_and(|all| all.len() > 10), "{chapter} shows numbers: {sent:#}");
        assert_eq!(sent, received, "{chapter}: {link}");
        receiver.close_clean(server.url()).await;
        sender.close_clean(server.url()).await;
    }
}

/// Sets α of chapter 4, as a hand on its slider would.
const ANOTHER_RATE: &str = "const track = document.querySelector('.digits-controls input[type=range]');
    track.value = String(Number(track.value) * arguments[0]);
    track.dispatchEvent(new Event('input', { bubbles: true }));";

/// What is on the pad, and what the ready network says to it.
const DRAWN: &str = "[document.querySelector('.pad-canvas').toDataURL(),
    document.querySelector('.seen canvas').toDataURL(),
    document.querySelector('[data-answer=ready] .answer-digit').textContent]";

/// A run whose α was changed on the way, and the drawing that both networks answer for.
#[tokio::test]
async fn a_link_opens_the_changes_of_alpha_and_the_drawing() {
    let server = Server::start();
    for view in [View::default(), View::phone()] {
        let sender = Browser::open(&format!("{}#digits?hidden=12&batch=20&seed=5", server.url()), view).await;
        sender.wait_until(&format!("document.querySelector('[data-command=step]:not(:disabled)') && {ARRIVED}")).await;
        let seven = vec![vec![(0.25, 0.2), (0.5, 0.21), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)], vec![(0.38, 0.5)]];
        sender.draw(".pad-canvas", &seven).await;
        for (t, share) in [(1, 1.0), (2, 0.9), (3, 1.0), (4, 0.95), (5, 1.0)] {
            sender.run(ANOTHER_RATE, &[json!(share)]).await;
            press(&sender, "step").await;
            stands_at(&sender, t, t).await;
        }
        // The α that is set now has made no step yet. The address follows it within a second.
        sender.run(ANOTHER_RATE, &[json!(1.05)]).await;
        let wanted = "/t=5&rates=0-3_1-[\\d.]+_3-[\\d.]+(&|$)/.test(location.hash)
            && /ink=[\\w.*-]{20,}/.test(location.hash) && location.hash.includes(`rate=${document.querySelector('.digits-controls .number-field').value}&`)
            && location.href";
        let link = sender.wait_until(wanted).await;
        let receiver = Browser::open(link.as_str().expect("an address"), view).await;
        receiver
            .wait_until(&format!("document.querySelector('[data-command=step]:not(:disabled)') && {ARRIVED}"))
            .await;
        stands_at(&receiver, 5, 5).await;
        stands_at(&sender, 5, 5).await;
        assert_eq!(receiver.value(DRAWN).await, sender.value(DRAWN).await);
        assert_eq!(numbers(&receiver).await, numbers(&sender).await, "{link}");
        // Both go on alike.
        for browser in [&receiver, &sender] {
            press(browser, "step").await;
            stands_at(browser, 6, 6).await;
        }
        assert_eq!(numbers(&receiver).await, numbers(&sender).await, "{link}");
        receiver.close_clean(server.url()).await;
        sender.close_clean(server.url()).await;
    }
}
