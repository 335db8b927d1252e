//! The mode for a projector: opened by key, by press and by link; large, with few controls; a clicker steps.

use serde_json::json;

use super::support::browser::{Browser, View};
use super::support::server::Server;

const ROOM: View = View { width: 1280, height: 720, touch: false, dark: false, reduced_motion: false, language: "en" };
const CHAPTERS: [&str; 4] = ["curve", "descent", "neuron", "digits"];
const ON: &str = "document.documentElement.hasAttribute('data-projector')";
const PAGE_UP: &str = "\u{e00e}";
const PAGE_DOWN: &str = "\u{e00f}";

async fn open(server: &Server, hash: &str, view: View) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), view).await;
    browser.wait_until("document.querySelector('[data-command=step]:not(:disabled)')").await;
    browser
}

async fn press(browser: &Browser, key: &str) {
    browser.driver().action_chain().send_keys(key).perform().await.expect("a key is pressed");
}

async fn stands_at(browser: &Browser, t: u32) {
    browser.wait_until(&format!("document.querySelector('.transport-t')?.textContent === 't = {t}'")).await;
}

#[tokio::test]
async fn p_opens_it_and_a_clicker_steps() {
    let server = Server::published();
    let browser = open(server, "#descent", ROOM).await;
    // A page without the mode leaves a clicker's keys to the browser.
    press(&browser, PAGE_DOWN).await;
    press(&browser, "p").await;
    browser.wait_until(ON).await;
    browser.wait_until("/[?&]projector=1/.test(location.hash)").await;
    stands_at(&browser, 0).await;
    press(&browser, PAGE_DOWN).await;
    stands_at(&browser, 1).await;
    press(&browser, PAGE_DOWN).await;
    stands_at(&browser, 2).await;
    press(&browser, PAGE_UP).await;
    stands_at(&browser, 1).await;
    // It goes along to the next chapter, and is there again after loading.
    browser.click(".chapter-link[data-chapter=neuron]").await;
    browser.wait_until(&format!("{ON} && /^#neuron\\?.*projector=1/.test(location.hash)")).await;
    browser.driver().refresh().await.expect("the page loads again");
    browser.wait_until(&format!("document.querySelector('.chapter-neuron') && {ON}")).await;
    press(&browser, "p").await;
    browser.wait_until(&format!("!{ON} && !location.hash.includes('projector')")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_letter_that_is_typed_is_a_letter() {
    let server = Server::published();
    let browser = open(server, "#descent?f=own&formula=a%5E2", ROOM).await;
    browser.click(".formula-field").await;
    press(&browser, "p").await;
    browser.wait_until("document.querySelector('.formula-field').value.includes('p')").await;
    assert_eq!(browser.value(ON).await, json!(false));
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_header_opens_it_by_mouse_and_by_finger() {
    let server = Server::published();
    for touch in [false, true] {
        let browser = open(server, "#curve", View { touch, ..ROOM }).await;
        let button = "[data-tool=projector]";
        for on in [true, false] {
            if touch {
                browser.tap(button).await;
            } else {
                browser.click(button).await;
            }
            browser.wait_until(&format!("{ON} === {on}")).await;
            browser
                .wait_until(&format!("document.querySelector('{button}').getAttribute('aria-pressed') === '{on}'"))
                .await;
        }
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn what_matters_is_large_and_side_notes_are_gone() {
    let server = Server::published();
    for chapter in CHAPTERS {
        let browser = open(server, &format!("#{chapter}?projector=1"), ROOM).await;
        browser.wait_until(ON).await;
        browser.wait_for_frames(3).await;
        // Sizes that the style sheet gives, whatever the font: key numbers, numbers of the network, ticks of the plots.
        let sizes = "(() => {
            const visible = (selector) => [...document.querySelectorAll(selector)].filter((it) => it.checkVisibility());
            const size = (it) => Number.parseFloat(getComputedStyle(it).fontSize);
            const svg = document.querySelector('.network-svg');
            const zoom = svg ? svg.clientWidth / svg.viewBox.baseVal.width : 1;
            return {
              keys: visible('.number-value, .transport-t').map(size),
              numbers: [
                ...visible('.network-number').map((it) => zoom * size(it)),
                ...visible('.slider > .number-field, .network-field .number-field, .pass-line').map(size),
              ],
              ticks: visible(':is(.plot, .fit) > canvas')
                .map((it) => 12 * Number(getComputedStyle(it).getPropertyValue('--chart-zoom'))),
              notes: visible('.page-footer, .caption, .formula-note, .disclosure, .notice-list, .chapter-sentence').length,
            };
        })()";
        let seen = browser.value(sizes).await;
        let least = |name: &str| {
            let all = seen[name].as_array().expect("a list");
            all.iter().filter_map(serde_json::Value::as_f64).fold(f64::INFINITY, f64::min)
        };
        assert!(least("keys") >= 36.0 && least("keys").is_finite(), "{chapter}: {seen:#}");
        assert!(least("numbers") >= 32.0 && least("numbers").is_finite(), "{chapter}: {seen:#}");
        assert!(least("ticks") >= 18.0, "{chapter}: {seen:#}");
        assert_eq!(seen["notes"], json!(0), "{chapter}: {seen:#}");
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn what_is_computed_is_pointed_at() {
    let server = Server::published();
    for (chapter, last) in [("curve", ".formulas > math:last-of-type"), ("descent", ".formulas > math")] {
        let browser = open(server, &format!("#{chapter}?projector=1"), ROOM).await;
        browser.wait_until(ON).await;
        press(&browser, PAGE_DOWN).await;
        browser.wait_until(&format!("document.querySelector('.chapter-head {last}').matches('.pointed')")).await;
        assert_eq!(browser.value("document.querySelectorAll('.pointed').length").await, json!(1), "{chapter}");
        press(&browser, PAGE_UP).await;
        browser.wait_until("!document.querySelector('.pointed')").await;
        browser.close_clean(server.url()).await;
    }
}
