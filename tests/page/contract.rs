//! A link of a run whose settings were changed on the way. What holds in every chapter alike is in `tests/engines`.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::chapters::{ARRIVED, CHAPTERS, NUMBERS, is_at, is_ready};
use super::support::server::Server;

async fn stands_at(browser: &Browser, t: u64, last: u64) {
    browser.wait_until(&is_at(t, last)).await;
    browser.wait_for_frames(3).await;
}

async fn press(browser: &Browser, command: &str) {
    browser.click(&format!("[data-command={command}]")).await;
}

async fn numbers(browser: &Browser) -> Value {
    browser.value(NUMBERS).await
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
    let server = Server::published();
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

/// The number beside the scrub takes another: of a step that was made, of one that was not, and no nonsense.
#[tokio::test]
async fn a_step_is_gone_to_by_its_number() {
    let server = Server::published();
    let browser = Browser::start(View::default()).await;
    let type_in = async |text: &str| {
        browser.click(".scrub-place").await;
        browser.wait_until("document.activeElement?.closest('.scrub-go')").await;
        browser
            .driver()
            .action_chain()
            .send_keys(text)
            .send_keys(Key::Enter)
            .perform()
            .await
            .expect("keys are pressed");
    };
    for (chapter, hash) in CHAPTERS {
        browser.go(&format!("{}{hash}", server.url())).await;
        browser.wait_until(&is_ready(chapter)).await;
        stands_at(&browser, 0, 0).await;
        type_in("7").await;
        stands_at(&browser, 7, 7).await;
        type_in("3").await;
        stands_at(&browser, 3, 7).await;
        assert_eq!(browser.value("document.activeElement.className").await, json!("scrub-place"), "{chapter}");
        type_in("-1").await;
        browser.wait_until("document.querySelector('.scrub-go .field-problem').checkVisibility()").await;
        browser.driver().action_chain().send_keys(Key::Escape).perform().await.expect("a key is pressed");
        stands_at(&browser, 3, 7).await;
        browser.go("about:blank").await;
    }
    browser.close_clean(server.url()).await;
}
