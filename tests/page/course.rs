//! "Which α is best?": runs over each other, the finder, what becomes of the weights; and the curves before the first action.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// An epoch of 600 steps.
const SHORT: &str = "#digits?hidden=12&batch=100";

/// The names of the runs in the list.
const RUNS: &str = "[...document.querySelectorAll('.course-run-name')].map((it) => it.textContent).sort().join()";

/// α as it is set.
const RATE: &str = "Number(document.querySelector('.digits-controls .slider .number-field').value.replace(',', '.'))";

/// What the plot that has the focus says to those who do not see it.
const SAID: &str = "document.activeElement.getAttribute('aria-valuetext')";

async fn open(server: &Server, view: View, hash: &str) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), view).await;
    browser.wait_until("document.querySelector('[data-command=epoch]:not(:disabled)')").await;
    browser
}

async fn press(browser: &Browser, key: &str) {
    browser.driver().action_chain().send_keys(key).perform().await.expect("a key is pressed");
}

async fn focus(browser: &Browser, selector: &str) {
    browser.element(selector).await;
    browser.run("document.querySelector(arguments[0]).focus();", &[json!(selector)]).await;
}

/// Opens the section and waits until its first button can be pressed.
async fn open_section(server: &Server, view: View) -> Browser {
    let browser = open(server, view, SHORT).await;
    browser.click("[data-ask=course]").await;
    browser.wait_until("document.querySelector('[data-course=compare]:not(:disabled)')").await;
    browser
}

#[tokio::test]
async fn what_was_published_can_be_read_before_the_first_action() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits").await;
    focus(&browser, ".plot-accuracy canvas").await;
    press(&browser, &Key::Right.value().to_string()).await;
    browser.wait_until(&format!("/Nielsen, epoch 1.*91\\.29/.test({SAID})")).await;
    press(&browser, &Key::End.value().to_string()).await;
    browser.wait_until(&format!("/Nielsen, epoch 30.*95\\.34/.test({SAID})")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn three_alphas_from_one_start_are_one_press() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open_section(server, view).await;
        browser.click("[data-course=compare]").await;
        browser.wait_until(&format!("{RUNS} === 'α = 0.3,α = 3,α = 30'")).await;
        browser.wait_until("!document.querySelector('.course-status:not([hidden]):not(:empty)')").await;
        // The last of them is the present one; the others can be made again, or taken away.
        let steps = "document.querySelector('.scrub-place').textContent";
        browser.wait_until(&format!("{steps} === '600 / 600'")).await;
        assert_eq!(browser.value(RATE).await, json!(30));
        browser.click(".course-run[data-run] button").await;
        browser.wait_until(&format!("{RATE} === 0.3 && {steps} === '600 / 600'")).await;
        browser.wait_until(&format!("{RUNS} === 'α = 0.3,α = 3,α = 30'")).await;
        browser.click(".course-run[data-run] button:last-child").await;
        browser.wait_until(&format!("{RUNS} === 'α = 0.3,α = 30'")).await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn a_run_is_kept_beside_the_next_by_keyboard() {
    let server = Server::published();
    let browser = open(server, View::default(), SHORT).await;
    let (right, enter) = (Key::Right.value().to_string(), Key::Enter.value().to_string());
    for t in 1..=3 {
        press(&browser, &right).await;
        browser.wait_until(&format!("document.querySelector('.scrub-place').textContent === '{t} / {t}'")).await;
    }
    focus(&browser, "[data-ask=course]").await;
    press(&browser, &enter).await;
    browser.wait_until("document.activeElement.closest('.digits-course')").await;
    browser.wait_until("document.querySelector('[data-course=keep]:not(:disabled)')").await;
    focus(&browser, "[data-course=keep]").await;
    press(&browser, &enter).await;
    browser.wait_until("document.querySelector('[data-course=keep]').disabled").await;
    focus(&browser, ".section-close").await;
    press(&browser, &enter).await;
    browser.wait_until("document.activeElement.dataset.ask === 'course'").await;
    browser.click("[data-command=reset]").await;
    browser.click("[data-ask=course]").await;
    browser.wait_until(&format!("{RUNS} === 'α = 3'")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_reader_ends_a_comparison() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits?batch=1").await;
    browser.click("[data-ask=course]").await;
    browser.wait_until("document.querySelector('[data-course=compare]:not(:disabled)')").await;
    // Five epochs of 60,000 steps: it is under way when it is stopped.
    browser.run("document.querySelector('.digits-course input[value=\"5\"]').click();", &[]).await;
    browser.click("[data-course=compare]").await;
    browser.wait_until("/1 of\\s3/.test(document.querySelector('.course-status').textContent)").await;
    browser.click("[data-course=compare]").await;
    browser.wait_until("document.querySelector('.course-status').hidden").await;
    browser.wait_until("/Compare/.test(document.querySelector('[data-course=compare]').textContent)").await;
    browser.close_clean(server.url()).await;
}

const FOUND: &str = "document.querySelector('[data-course=take]:not([hidden])')";

#[tokio::test]
async fn alpha_is_found_in_a_hundred_steps_and_taken_by_a_press_on_the_plot() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open_section(server, view).await;
        browser.click("[data-course=find]").await;
        browser.wait_until(FOUND).await;
        // The network itself has not moved.
        assert_eq!(browser.value("document.querySelector('.scrub-place').textContent").await, json!("0 / 0"));
        browser.run("document.querySelector('.course-find').scrollIntoView({ block: 'center' });", &[]).await;
        browser.wait_for_frames(2).await;
        browser.draw(".course-find canvas", &[vec![(0.5, 0.5)]]).await;
        browser.wait_until(&format!("{RATE} > 0.1 && {RATE} < 1")).await;
        browser.wait_until(&format!("location.hash.includes(`rate=${{{RATE}}}&`)")).await;
        browser.click("[data-course=take]").await;
        let offered = "Number(document.querySelector('[data-course=take]').textContent.replace(/[^\\d.]/g, ''))";
        browser.wait_until(&format!("{RATE} === {offered}")).await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn alpha_is_taken_by_the_arrows_and_enter() {
    let server = Server::published();
    let browser = open_section(server, View::default()).await;
    browser.click("[data-course=find]").await;
    browser.wait_until(FOUND).await;
    focus(&browser, ".course-find canvas").await;
    for key in [Key::Home, Key::Right, Key::Enter] {
        press(&browser, &key.value().to_string()).await;
    }
    browser.wait_until(&format!("{RATE} === 0.0011")).await;
    browser.wait_until("document.querySelector('.scrub-place').textContent === '0 / 0'").await;
    browser.close_clean(server.url()).await;
}

/// Counts what the page asks the worker.
const COUNT_QUESTIONS: &str = "
    const { postMessage } = Worker.prototype;
    window.asked = 0;
    Worker.prototype.postMessage = function (command, ...more) {
      if (command.type === 'ask' && command.method.startsWith('pulse')) window.asked += 1;
      return postMessage.call(this, command, ...more);
    };";

#[tokio::test]
async fn the_weights_are_asked_about_only_while_they_are_seen() {
    let server = Server::published();
    let browser = open_section(server, View::default()).await;
    browser.run("document.querySelector('.course-pictures').scrollIntoView();", &[]).await;
    let filled = "document.querySelectorAll('.course-pictures .figure-empty:not([hidden])').length === 0";
    browser.wait_until(filled).await;
    // What is read off the histogram of V is its 784 · 12 weights.
    focus(&browser, ".course-pictures canvas").await;
    press(&browser, &Key::Right.value().to_string()).await;
    browser.wait_until(&format!("/from .* to .*weight/.test({SAID})")).await;
    browser.click(".section-close").await;
    browser.run("scrollTo(0, 0);", &[]).await;
    browser.wait_for_frames(3).await;
    browser.run(COUNT_QUESTIONS, &[]).await;
    browser.click("[data-command=epoch]").await;
    browser.wait_until("document.querySelector('.scrub-place').textContent === '600 / 600'").await;
    assert_eq!(browser.value("window.asked").await, Value::from(0));
    browser.close_clean(server.url()).await;
}
