//! Chapter 4's images: a cell of the confusion matrix opens its mistakes, the sets are browsed by digit, the rows of V are
//! sorted and opened; by mouse, touch and keyboard.

use serde_json::json;
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// An epoch of 600 steps.
const SHORT: &str = "#digits?hidden=12&batch=100";

/// t of the transport bar as a number.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";

/// What stands in the confusion matrix, row = label.
const COUNTS: &str = "[...document.querySelectorAll('.confusion ~ div tr')].slice(1)
    .map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent.replace(/\\D/g, ''))))";

/// The captions of the images that are shown.
const NAMES: &str = "[...document.querySelectorAll('.gallery-card:not([hidden])')]
    .map((card) => card.querySelector('.gallery-names').innerText.replace(/\\s/g, ''))";

const IS_INSIDE_OPEN: &str = "document.querySelector('[data-section=inside]')?.checkVisibility()";

async fn open_after_an_epoch(server: &Server, view: View) -> Browser {
    let browser = Browser::open(&format!("{}{SHORT}", server.url()), view).await;
    browser.wait_until("document.querySelector('[data-command=epoch]:not(:disabled)')").await;
    browser.click("[data-command=epoch]").await;
    browser.wait_until(&format!("{T} === 600 && {COUNTS}.flat().some((count) => count > 0)")).await;
    browser
}

/// The mistake that is made most often: label, answer, how often.
async fn commonest(browser: &Browser) -> (usize, usize, usize) {
    let counts: Vec<Vec<usize>> = serde_json::from_value(browser.value(COUNTS).await).expect("ten rows of ten");
    let cells = (0..10).flat_map(|label| (0..10).map(move |answer| (label, answer)));
    let mistakes = cells.filter(|(label, answer)| label != answer);
    mistakes.map(|(label, answer)| (label, answer, counts[label][answer])).max_by_key(|cell| cell.2).unwrap()
}

/// Presses the middle of a cell of the confusion matrix, with the mouse or a finger.
async fn press_cell(browser: &Browser, label: usize, answer: usize) {
    let size = browser.value(
        "(({ clientWidth, clientHeight }) => [clientWidth, clientHeight])(document.querySelector('.confusion canvas'))",
    );
    let [width, height]: [f64; 2] = serde_json::from_value(size.await).expect("a size");
    let side = ((width.min(height) - 37.0) / 10.0).floor();
    let at = |index: usize| 36.0 + (index as f64 + 0.5) * side;
    browser.draw(".confusion canvas", &[vec![(at(answer) / width, at(label) / height)]]).await;
}

async fn press(browser: &Browser, keys: &[Key]) {
    for key in keys {
        browser.driver().action_chain().send_keys(key.clone()).perform().await.expect("a key is pressed");
    }
}

async fn focus(browser: &Browser, selector: &str) {
    browser.element(selector).await;
    browser.run("document.querySelector(arguments[0]).focus();", &[json!(selector)]).await;
}

#[tokio::test]
async fn a_cell_of_the_confusion_matrix_opens_its_images() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open_after_an_epoch(server, view).await;
        let (label, answer, count) = commonest(&browser).await;
        press_cell(&browser, label, answer).await;
        browser.wait_until(&format!("{NAMES}.length === {}", count.min(40))).await;
        let names: Vec<String> = serde_json::from_value(browser.value(NAMES).await).unwrap();
        assert!(names.iter().all(|name| *name == format!("{label}→{answer}")), "{names:?}");
        let z = "[...document.querySelectorAll('.gallery-card:not([hidden]) .gallery-detail')].map((it) => Number(it.textContent))";
        let z: Vec<f64> = serde_json::from_value(browser.value(z).await).unwrap();
        assert!(z.is_sorted_by(|a, b| a >= b), "the most certain come first: {z:?}");
        browser.click(".gallery-card").await;
        browser.wait_until(IS_INSIDE_OPEN).await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn a_cell_and_an_image_are_opened_by_keys() {
    let server = Server::published();
    let browser = open_after_an_epoch(server, View::default()).await;
    let (label, answer, count) = commonest(&browser).await;
    focus(&browser, ".confusion canvas").await;
    press(&browser, &[Key::Home]).await;
    press(&browser, &vec![Key::Down; label]).await;
    press(&browser, &vec![Key::Right; answer]).await;
    press(&browser, &[Key::Enter]).await;
    browser.wait_until(&format!("{NAMES}.length === {}", count.min(40))).await;
    assert_eq!(browser.value(T).await, json!(600), "the arrows are the picture's, not the player's");
    // From the title over the close button and the three choices.
    let first = "document.activeElement === document.querySelector('.gallery-card')";
    for _ in 0..10 {
        if browser.value(first).await == json!(true) {
            break;
        }
        press(&browser, &[Key::Tab]).await;
    }
    assert_eq!(browser.value(first).await, json!(true), "Tab leads to the images");
    press(&browser, &[Key::End, Key::Home]).await;
    assert_eq!(browser.value(first).await, json!(true), "the keys lead along the images and back");
    press(&browser, &[Key::Enter]).await;
    browser.wait_until(IS_INSIDE_OPEN).await;
    assert_eq!(browser.value(T).await, json!(600));
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_set_is_browsed_by_digit_page_by_page() {
    let server = Server::published();
    let browser = Browser::open(&format!("{}{SHORT}", server.url()), View::default()).await;
    browser.wait_until("document.querySelector('[data-ask=images]:not(:disabled)')").await;
    browser.click("[data-ask=images]").await;
    let choose = async |selector: &str| {
        browser.run("document.querySelector(arguments[0]).click();", &[json!(selector)]).await;
    };
    browser.wait_until("document.querySelector('.mistakes-view input[value=train]')").await;
    choose(".mistakes-view input[value=train]").await;
    choose(".mistakes-filters .digit-choice input[value='7']").await;
    // MNIST has so many.
    let place = "document.querySelector('.pager-place').textContent";
    browser.wait_until(&format!("{place} === '1–40 of 6,265'")).await;
    browser.click("[data-pager=next]").await;
    browser.wait_until(&format!("{place} === '41–80 of 6,265'")).await;
    let names: Vec<String> = serde_json::from_value(browser.value(NAMES).await).unwrap();
    assert_eq!(names, vec!["7"; 40]);
    browser.click("[data-pager=back]").await;
    browser.wait_until(&format!("{place} === '1–40 of 6,265'")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn mistakes_are_of_a_step_and_follow_the_training_when_it_rests() {
    let server = Server::published();
    let browser = open_after_an_epoch(server, View::default()).await;
    browser.click("[data-ask=mistakes]").await;
    let step = "Number(document.querySelector('.mistakes-old').textContent.replace(/\\D/g, ''))";
    let is_old = "document.querySelector('[data-refresh]').checkVisibility()";
    browser.wait_until(&format!("{step} === 600 && !{is_old}")).await;
    browser.click("[data-command=play]").await;
    browser.wait_until(is_old).await;
    browser.click("[data-refresh]").await;
    browser.wait_until(&format!("{step} > 600")).await;
    browser.click("[data-command=play]").await;
    browser.wait_until(&format!("{step} === {T} && !{is_old}")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_rows_are_sorted_by_what_they_say_for_a_digit_and_open() {
    let server = Server::published();
    let browser = open_after_an_epoch(server, View::default()).await;
    let reading = "document.querySelector('.rows-reading').textContent";
    focus(&browser, ".rows canvas").await;
    press(&browser, &[Key::Home, Key::Right]).await;
    browser.wait_until(&format!("{reading} === 'Neuron 2'")).await;
    browser.run("document.querySelector('.section .digit-choice input[value=\"3\"]').click();", &[]).await;
    browser.wait_until(&format!("/output 3 is/.test({reading})")).await;
    press(&browser, &[Key::Home]).await;
    let weight = format!("Number({reading}.split(' is ')[1].replace('\u{2212}', '-'))");
    let mut weights: Vec<f64> = Vec::new();
    for _ in 0..12 {
        weights.push(browser.value(&weight).await.as_f64().expect("a weight"));
        press(&browser, &[Key::Right]).await;
    }
    assert!(weights.is_sorted_by(|a, b| a >= b) && weights[0] > 0.0 && weights[11] < 0.0, "{weights:?}");
    press(&browser, &[Key::Enter]).await;
    browser.wait_until(IS_INSIDE_OPEN).await;
    assert_eq!(browser.value(T).await, json!(600));
    browser.close_clean(server.url()).await;

    let browser = open_after_an_epoch(server, View::phone()).await;
    browser.draw(".rows canvas", &[vec![(0.05, 0.05)]]).await;
    browser.wait_until(IS_INSIDE_OPEN).await;
    browser.close_clean(server.url()).await;
}
