//! "Teach the network": a lesson with the reader's own drawing, and a test set of his own with its file.

use serde_json::json;
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::pointer::Place;
use super::support::server::Server;

/// t of the transport bar as a number.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";

/// A press by mouse, or by a finger on a phone.
async fn press(browser: &Browser, selector: &str) {
    browser.wait_until(&format!("document.querySelector(\"{selector}:not(:disabled)\")")).await;
    browser.draw(selector, &[vec![(0.5, 0.5)]]).await;
}

fn seven() -> Vec<Vec<Place>> {
    vec![vec![(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)]]
}

fn one() -> Vec<Vec<Place>> {
    vec![vec![(0.5, 0.15), (0.5, 0.5), (0.5, 0.85)]]
}

async fn open(server: &Server, view: View) -> Browser {
    let browser = Browser::open(&format!("{}#digits?hidden=12&batch=100", server.url()), view).await;
    browser.wait_until("document.querySelector('[data-command=epoch]:not(:disabled)')").await;
    browser
}

async fn open_teach(browser: &Browser) {
    browser.click("[data-ask=teach]").await;
    browser.wait_until("document.querySelector('.gather-canvas')").await;
}

/// The ε of the drawing before and after the lesson that is shown.
const ERRORS: &str = "document.querySelector('.teach-value').textContent.split(' → ').map(Number)";

/// A 7 taught as a 4 until the network says so: each lesson is a step, and is taken back like one.
#[tokio::test]
async fn a_lesson_turns_the_answer_over_and_is_taken_back() {
    let server = Server::published();
    let browser = open(server, View::default()).await;
    browser.click("[data-command=epoch]").await;
    browser.wait_until(&format!("{T} === 600")).await;
    browser.draw(".drawing .pad-canvas", &seven()).await;
    let answer = "document.querySelector('.drawing [data-answer=training] .answer-digit').textContent";
    browser.wait_until(&format!("{answer} === '7'")).await;
    open_teach(&browser).await;
    let told = "document.querySelector('.teach-pairs').textContent";
    let mut first = json!(null);
    let mut lessons = 0;
    while browser.value(answer).await != json!("4") {
        lessons += 1;
        assert!(lessons <= 20, "it does not learn");
        press(&browser, "[data-teach='4']").await;
        browser.wait_until(&format!("{T} === {}", 600 + lessons)).await;
        browser.wait_until("document.querySelectorAll('.teach-row').length === 6").await;
        let errors: [f64; 2] = serde_json::from_value(browser.value(ERRORS).await).expect("two numbers");
        assert!(errors[1] < errors[0], "{errors:?}");
        browser.wait_until("!document.querySelector('[data-teach=back]').disabled").await;
        if lessons == 1 {
            first = browser.value(told).await;
        }
    }
    let flip = browser.text(".teach-flip").await;
    assert!(flip.ends_with('4') && flip.contains('→'), "{flip}");
    assert!(browser.text(".teach-pairs").await.contains('%'), "what it did to the test");
    press(&browser, "[data-teach=back]").await;
    browser.wait_until(&format!("{T} === {}", 599 + lessons)).await;
    assert_eq!(browser.value("document.querySelector('.teach-lesson').hidden").await, json!(true));
    for t in (600..599 + lessons).rev() {
        browser.click("[data-command=back]").await;
        browser.wait_until(&format!("{T} === {t}")).await;
    }
    // The network is the one that it was: the first lesson does to it what it did.
    press(&browser, "[data-teach='4']").await;
    browser.wait_until(&format!("{T} === 601 && {told} === '{}'", first.as_str().unwrap())).await;
    browser.close_clean(server.url()).await;
}

/// The page's own sample is taught to nobody.
#[tokio::test]
async fn a_sample_is_not_taught() {
    let server = Server::published();
    let browser = open(server, View::phone()).await;
    open_teach(&browser).await;
    let enabled = "!document.querySelector(\"[data-teach='7']\").disabled";
    assert_eq!(browser.value(enabled).await, json!(false));
    assert_eq!(browser.value("document.querySelector('[data-gather=copy]').disabled").await, json!(true));
    browser.draw(".drawing .pad-canvas", &seven()).await;
    browser.wait_until(enabled).await;
    press(&browser, "[data-teach='7']").await;
    browser.wait_until(&format!("{T} === 1")).await;
    browser.close_clean(server.url()).await;
}

const COLLECTED: &str = "[...document.querySelectorAll('.collected-label')].map((it) => it.value).join('')";
const SCORE: &str = "document.querySelector('[data-score=ready]').textContent";

/// Drawn on the second pad, by mouse and by finger; the digit is pressed, or reached by key.
#[tokio::test]
async fn drawings_are_collected_and_tried() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view).await;
        open_teach(&browser).await;
        browser.draw(".gather-canvas", &seven()).await;
        press(&browser, "[data-gather='7']").await;
        browser.wait_until(&format!("{COLLECTED} === '7'")).await;
        browser.draw(".gather-canvas", &one()).await;
        browser.wait_until("!document.querySelector(\"[data-gather='4']\").disabled").await;
        browser.element("[data-gather='4']").await.send_keys(Key::Enter).await.expect("a key is pressed");
        browser.wait_until(&format!("{COLLECTED} === '47' && {SCORE} === '1 of 2 correct'")).await;
        // It was a 1.
        browser
            .run(
                "const label = document.querySelector('.collected-label');
                 label.value = '1';
                 label.dispatchEvent(new Event('change', { bubbles: true }));",
                &[],
            )
            .await;
        browser.wait_until(&format!("{SCORE} === '2 of 2 correct'")).await;
        browser.wait_until("document.querySelector('[data-score=training]').textContent").await;
        press(&browser, ".collected-card:first-child .collected-remove").await;
        browser.wait_until(&format!("{COLLECTED} === '7' && {SCORE} === '1 of 1 correct'")).await;
        browser.close_clean(server.url()).await;
    }
}

/// Notes the text of a file that the page saves, in place of saving it.
const CATCH: &str = "
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => { window.saved = text; });
      return '#';
    };
    HTMLAnchorElement.prototype.click = function () {};";

/// Chooses a file with this text.
const CHOOSE: &str = "
    const data = new DataTransfer();
    data.items.add(new File([arguments[0]], 'drawings.ndjson'));
    const picker = document.querySelector('[data-collected=picker]');
    picker.files = data.files;
    picker.dispatchEvent(new Event('change', { bubbles: true }));";

/// What is saved is the file of `descent evaluate --strokes`; opened, its bad lines are named and the good ones kept.
#[tokio::test]
async fn a_file_of_drawings_is_saved_and_opened() {
    let server = Server::published();
    let browser = open(server, View::default()).await;
    browser.draw(".drawing .pad-canvas", &seven()).await;
    open_teach(&browser).await;
    press(&browser, "[data-gather=copy]").await;
    press(&browser, "[data-gather='7']").await;
    browser.wait_until(&format!("{COLLECTED} === '7'")).await;
    browser.run(CATCH, &[]).await;
    browser.click("[data-collected=save]").await;
    let saved = browser.wait_until("window.saved").await;
    let saved = saved.as_str().expect("a text").to_owned();
    let line: serde_json::Value = serde_json::from_str(saved.trim()).expect("a line of JSON");
    assert_eq!(line["digit"], json!(7));
    assert!(line["strokes"][0].as_array().is_some_and(|points| points.len() >= 5), "{saved}");

    let more = "{\"digit\": 1, \"strokes\": [[[10, 1], [10, 20]]]}";
    let text = format!("{saved}\nno drawing\n{more}\n{{\"digit\": 12, \"strokes\": [[[0, 0]]]}}\n");
    browser.run(CHOOSE, &[json!(text)]).await;
    browser.wait_until(&format!("{COLLECTED} === '177' && {SCORE} === '3 of 3 correct'")).await;
    let report = browser.text(".file-report").await;
    let number = saved.trim_end().lines().count() + text[saved.len()..].lines().take(2).count();
    assert!(report.contains("2 drawings") && report.contains("2 lines"), "{report}");
    assert!(report.contains("“12”") && report.contains(&format!("Line {number}")), "{report}");
    browser.close_clean(server.url()).await;
}
