//! The guided tour: every station is played, and what the page then shows agrees with the answer that is marked correct.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// The stations in their order: the place of the correct option, and what the page must show once it has answered.
const STATIONS: [(&str, Option<u64>, &str); 13] = [
    ("land", None, "number('a') === -0.5"),
    ("diverge", Some(2), "/minimum, yet ever nearer/.test(status)"),
    ("bound", Some(1), "/back and forth/.test(status) && Math.abs(number('a')) === 2"),
    ("wells", Some(1), "/Converged/.test(status) && number('a') > 0.9"),
    ("one-neuron", Some(2), "number('error') > 0.01 && number('deviation') > 1"),
    ("outside", Some(2), "true"),
    ("zero", Some(2), "field('V') === 1 && field('v') !== 1 && field('U') !== 4 && field('u') !== -2"),
    ("sign", Some(0), "field('V') > 1"),
    (
        "saturated",
        Some(1),
        "/σ′\\(q\\) = 7[.]\\d+·10⁻⁵/.test(status.replaceAll('\\u00a0', ' ').replaceAll('\\u2060', ''))",
    ),
    ("untrained", Some(1), "accuracy > 5 && accuracy < 15"),
    ("first", Some(1), "accuracy > 85 && accuracy < 95"),
    ("hundred", Some(2), "accuracy > 5 && accuracy < 15"),
    ("corner", Some(1), "true"),
];

/// What facts are made of: the number of a read-out, of a field of chapter 3, the words about the run, the accuracy.
const FACTS: &str = "
    const plain = (text) => Number(text.replace(/\\u2212/g, '-').replace(/[,%\\s]/g, ''));
    const seen = (selector) => [...document.querySelectorAll(`main ${selector}`)].find((it) => it.getClientRects().length > 0);
    const number = (id) => plain(seen(`[data-number=${id}]`)?.textContent ?? 'none');
    const field = (name) => plain(document.querySelector(`main input[data-field=${name}]`).value);
    const status = [...document.querySelectorAll('main .status')].map((it) => it.textContent).join(' ');
    const accuracy = number('accuracy');";

async fn fact(browser: &Browser, expression: &str) -> Value {
    browser.value(&format!("(() => {{ {FACTS} return {expression}; }})()")).await
}

async fn open(url: &str, view: View) -> Browser {
    let browser = Browser::open(url, view).await;
    browser.wait_until("document.querySelector('[data-tool=tour]')").await;
    browser.click("[data-tool=tour]").await;
    asked(&browser).await;
    browser
}

/// The station's state stands in the page, and its question is open.
async fn asked(browser: &Browser) {
    browser.wait_until("document.querySelector('.tour [data-tour=show]:not(:disabled):not([hidden])')").await;
}

/// The page does it.
async fn show(browser: &Browser) {
    browser.click("[data-tour=show]").await;
    browser.wait_until("document.querySelector('.tour [data-tour=next]:not([hidden])')").await;
}

#[tokio::test]
async fn every_station_is_true() {
    let server = Server::published();
    let browser = open(&format!("{}#descent?f=valley&a=3", server.url()), View::default()).await;
    for (i, (id, correct, shown)) in STATIONS.into_iter().enumerate() {
        asked(&browser).await;
        let question = browser.value("document.querySelector('.tour-question').dataset.i18n").await;
        assert_eq!(question, json!(format!("tour.station.{id}.question")));
        show(&browser).await;
        let marked = browser
            .value("[...document.querySelectorAll('.tour-option')].findIndex((it) => it.matches('.tour-option-right'))")
            .await;
        assert_eq!(marked, correct.map_or(json!(-1), |place| json!(place)), "{id}");
        assert_eq!(fact(&browser, shown).await, json!(true), "{id} at station {}", i + 1);
        assert_eq!(browser.value("document.activeElement.dataset.tour").await, json!("next"), "{id}");
        if id == "diverge" {
            for (rate, diverges) in [("0.2", false), ("1.7", false), ("2.05", true)] {
                let run = "location.hash = `#descent?f=parabola&a=-1.5&rate=${arguments[0]}&t=24`";
                browser.run(run, &[json!(rate)]).await;
                let stands = format!(
                    "document.querySelector('.descent-side input.number-field:not([hidden])') && location.hash.includes('rate={rate}')"
                );
                browser.wait_until(&stands).await;
                browser.wait_for_frames(2).await;
                assert_eq!(fact(&browser, "/Diverg/.test(status)").await, json!(diverges), "{rate}");
            }
        }
        if id == "outside" {
            below_the_points(&browser).await;
        }
        browser.click("[data-tour=next]").await;
    }
    browser.wait_until("document.querySelector('.tour-title').dataset.i18n === 'tour.end'").await;
    browser.click("[data-tour=all]").await;
    assert_eq!(browser.value("document.querySelectorAll('.tour-station').length").await, json!(13));
    // What stood there before the tour is found again.
    browser.run("[...document.querySelectorAll('.tour-tools .button')].at(-1).click()", &[]).await;
    browser.wait_until("!document.querySelector('.tour') && location.hash.includes('f=valley')").await;
    browser.close_clean(server.url()).await;
}

/// The last measurement, read off by key: the network's answer lies far below it.
async fn below_the_points(browser: &Browser) {
    browser.run("document.querySelector('.fit canvas').focus()", &[]).await;
    let reading = "(() => {
        const said = (document.activeElement.getAttribute('aria-valuetext') ?? '').replaceAll('\\u00a0', ' ');
        const after = (word) => Number(new RegExp(`${word} ([0-9.]+)`).exec(said)?.[1]);
        return [after('extrapolation'), after('test')];
    })()";
    for _ in 0..40 {
        press(browser, Key::Left).await;
        let [answer, measured] =
            [0, 1].map(|i| async move { browser.value(&format!("{reading}[{i}]")).await.as_f64() });
        if let (Some(answer), Some(measured)) = (answer.await, measured.await) {
            assert!(answer < 0.8 * measured, "{answer} is below {measured}");
            return;
        }
    }
    panic!("no measurement was read off");
}

#[tokio::test]
async fn a_place_is_predicted_in_the_picture_and_the_start_stays() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server.url(), view).await;
        browser.wait_until("document.querySelector('.tour input[type=range]')").await;
        // A picture that has come to rest is pressed a little left of its middle.
        browser.draw(".descent-figure canvas", &[vec![(0.4, 0.3)]]).await;
        let typed = "Number(document.querySelector('.tour .number-field').value.replace('\\u2212', '-'))";
        browser.wait_until(&format!("{typed} < 0.9 && {typed} > -2")).await;
        assert_eq!(fact(&browser, "number('a') === -2").await, json!(true), "a press has not chosen another start");
        show(&browser).await;
        assert_eq!(fact(&browser, "number('a') === -0.5").await, json!(true));
        let said = browser.value("document.querySelector('.announcer').textContent").await;
        assert!(said.as_str().is_some_and(|said| said.contains("On the page a = ")), "{said}");
        // Now a press chooses the start again.
        browser.draw(".descent-figure canvas", &[vec![(0.6, 0.3)]]).await;
        browser.wait_until(&format!("(() => {{ {FACTS} return number('a') > 0; }})()")).await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn the_tour_is_taken_by_keyboard_alone() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View { reduced_motion: true, ..View::default() }).await;
    browser.wait_until("document.querySelector('[data-tool=tour]')").await;
    browser.run("document.querySelector('[data-tool=tour]').focus()", &[]).await;
    press(&browser, Key::Enter).await;
    asked(&browser).await;
    assert_eq!(browser.value("document.activeElement.className").await, json!("tour-title"));
    // Past the list, the fold and the close: the mark.
    for _ in 0..4 {
        press(&browser, Key::Tab).await;
    }
    assert_eq!(browser.value("document.activeElement.type").await, json!("range"));
    press(&browser, Key::Right).await;
    assert_eq!(fact(&browser, "number('a') === -2").await, json!(true), "an arrow on the mark makes no step");
    while browser.value("document.activeElement.dataset.tour").await != json!("show") {
        press(&browser, Key::Tab).await;
    }
    press(&browser, Key::Enter).await;
    browser.wait_until("document.activeElement.dataset.tour === 'next'").await;
    press(&browser, Key::Enter).await;
    asked(&browser).await;
    assert_eq!(browser.value("document.activeElement.className").await, json!("tour-title"));
    press(&browser, Key::Escape).await;
    browser.wait_until("!document.querySelector('.tour')").await;
    assert_eq!(browser.value("document.activeElement.dataset.tool").await, json!("tour"));
    // It goes on where it was left.
    press(&browser, Key::Enter).await;
    browser.wait_until("/2 of 13/.test(document.querySelector('.tour-title')?.textContent)").await;
    browser.close_clean(server.url()).await;
}

async fn press(browser: &Browser, key: Key) {
    browser.driver().action_chain().send_keys(key.value()).perform().await.expect("a key is pressed");
}

/// Gives the card a file, as its button does or by dropping it there.
const GIVE: &str = "const given = new DataTransfer();
    given.items.add(new File([arguments[0]], 'tour.json'));
    if (arguments[1] === 'drop') {
        const options = { dataTransfer: given, bubbles: true, cancelable: true };
        const card = document.querySelector('.tour-question');
        const taken = !card.dispatchEvent(new DragEvent('dragover', options));
        card.dispatchEvent(new DragEvent('drop', options));
        return taken;
    }
    const input = document.querySelector('.tour input[type=file]');
    input.files = given.files;
    input.dispatchEvent(new Event('change'));";

#[tokio::test]
async fn a_teachers_own_tour_is_loaded_and_a_wrong_one_changes_nothing() {
    let server = Server::published();
    let browser = open(server.url(), View::default()).await;
    browser.click("[data-tour=all]").await;
    let wrong = include_str!("../../docs/tour.example.json").replace("\"right\": 1", "\"right\": 7");
    browser.run(GIVE, &[json!(wrong), json!("button")]).await;
    let told = browser.wait_until("document.querySelector('.tour-news li')?.textContent").await;
    let told = told.as_str().expect("words");
    assert!(told.contains("Station 3 (valley)") && told.contains("answer.right"), "{told}");
    assert_eq!(browser.value("document.querySelectorAll('.tour-station').length").await, json!(13));
    // What looks like HTML is text.
    let own = include_str!("../../docs/tour.example.json")
        .replace("halves each time.", "<b id='bold'>halves</b> {each} time.");
    assert_eq!(browser.run(GIVE, &[json!(own), json!("drop")]).await, json!(true), "a file may be dropped on the card");
    browser.wait_until("document.querySelectorAll('.tour-station').length === 3").await;
    asked(&browser).await;
    show(&browser).await;
    let reason = browser.text(".tour-reason").await;
    assert!(reason.contains("<b id='bold'>halves</b> {each}"), "{reason}");
    assert_eq!(browser.value("document.querySelector('#bold')").await, json!(null));
    browser.click("[data-tour=next]").await;
    asked(&browser).await;
    // It has one language, and says so.
    assert_eq!(browser.value("document.querySelector('.tour-question').lang").await, json!("ru"));
    browser.element(".tour .number-field").await.send_keys("0.5").await.expect("a number is typed");
    show(&browser).await;
    assert_eq!(browser.value("document.querySelector('.tour-verdict').dataset.right").await, json!("true"));
    browser.close_clean(server.url()).await;
}
