//! What axe-core cannot see of WCAG 2.2 AA, by kind and in every chapter: the focus, keys, what is said, small screens and
//! large text, forced colours, drawing without a pointer. `tests/axe` has the rest.

use serde_json::{Value, json};

use super::support::browser::{Browser, View};
use super::support::server::Server;

const CHAPTERS: [&str; 4] = ["curve", "descent", "neuron", "digits"];

/// Opens a chapter in the page that is open already.
async fn chapter(browser: &Browser, name: &str) {
    browser.run("location.hash = arguments[0];", &[json!(name)]).await;
    let ready = format!(
        "document.querySelector('.chapter-{name} [data-command=step]:not(:disabled)')
           && document.querySelector('.transport-t').textContent && document.querySelector('.formulas math') && !document.querySelector('main [aria-busy=true]')"
    );
    browser.wait_until(&ready).await;
    browser.wait_for_frames(2).await;
}

/// Presses a key where the focus is, as far as the page hears of it.
async fn key(browser: &Browser, key: &str) {
    let script = "(document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }));";
    browser.run(script, &[json!(key)]).await;
}

/// Gives an element the focus and presses it.
async fn press(browser: &Browser, selector: &str) {
    let script = "const all = document.querySelectorAll(arguments[0]); const last = all[all.length - 1];
        last.focus(); last.click();";
    browser.wait_until(&format!("document.querySelector({})", Value::from(selector))).await;
    browser.run(script, &[json!(selector)]).await;
}

async fn stands_at(browser: &Browser, t: u64) {
    let scrub = "document.querySelector('.scrub input')";
    browser.wait_until(&format!("Number({scrub}.value) === {t} && Number({scrub}.max) >= {t}")).await;
}

/// Whether something that can be used has the focus.
const HELD: &str = "document.activeElement !== document.body && !document.activeElement.disabled";

#[tokio::test]
async fn the_focus_is_not_lost_with_its_button() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::default()).await;
    for name in CHAPTERS {
        chapter(&browser, name).await;
        press(&browser, "[data-command=step]").await;
        stands_at(&browser, 1).await;
        press(&browser, "[data-command=back]").await;
        browser.wait_until("document.querySelector('[data-command=back]').disabled").await;
        browser.wait_until(&format!("{HELD} && document.activeElement.closest('.transport-buttons')")).await;
    }
    // The pad is empty, and there is nothing more to undo.
    browser.wait_until("document.querySelector('[data-pad=undo]:not(:disabled)')").await;
    press(&browser, "[data-pad=undo]").await;
    browser.wait_until("document.querySelector('[data-pad=undo]').disabled").await;
    browser.wait_until(HELD).await;

    chapter(&browser, "descent").await;
    for _ in 0..2 {
        press(&browser, ".runs-add").await;
        browser.wait_until(HELD).await;
    }
    browser
        .wait_until("document.querySelectorAll('.run').length === 3 && document.activeElement.type === 'radio'")
        .await;
    for left in [2, 0] {
        press(&browser, ".run-remove").await;
        browser.wait_until(&format!("document.querySelectorAll('.run').length === {left} && {HELD}")).await;
    }

    chapter(&browser, "neuron").await;
    press(&browser, "[data-pairs=add]").await;
    browser.wait_until("document.querySelectorAll('.pairs-table tbody tr').length === 2").await;
    press(&browser, ".pairs-table .button-quiet").await;
    browser.wait_until(&format!("document.querySelectorAll('.pairs-table tbody tr').length === 1 && {HELD}")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn single_letters_can_be_switched_off() {
    let server = Server::published();
    let browser = Browser::open(&format!("{}#neuron", server.url()), View::default()).await;
    chapter(&browser, "neuron").await;
    press(&browser, "[data-command=step]").await;
    stands_at(&browser, 1).await;
    key(&browser, "?").await;
    browser.wait_until("document.querySelector('dialog[open] [data-letters]')").await;
    browser
        .run("const box = document.querySelector('[data-letters]'); box.click(); box.closest('dialog').close();", &[])
        .await;
    // Neither does anything now; the arrow after them does.
    for letter in ["r", "к", "?"] {
        key(&browser, letter).await;
    }
    key(&browser, "ArrowRight").await;
    stands_at(&browser, 2).await;
    assert_eq!(browser.value("document.querySelector('dialog[open]')").await, Value::Null);
    // It is remembered, and can be switched on again.
    browser.run("location.reload();", &[]).await;
    chapter(&browser, "neuron").await;
    key(&browser, "ArrowRight").await;
    key(&browser, "r").await;
    key(&browser, "ArrowRight").await;
    browser.wait_until("Number(document.querySelector('.scrub input').value) >= 2").await;
    browser.close_clean(server.url()).await;
}

/// What can have the focus and does not stay in sight: it gets the focus from the keyboard's order, first to last.
const COVERED: &str = "
    const bar = document.querySelector('.transport-block');
    const covered = [];
    for (const one of document.querySelectorAll('main :is(button, input, select, summary, a[href], [tabindex=\"0\"])')) {
      if (bar.contains(one) || one.disabled || one.getClientRects().length === 0) continue;
      one.focus();
      if (document.activeElement !== one || one.matches('.visually-hidden')) continue;
      const [edge, box] = [bar.getBoundingClientRect(), one.getBoundingClientRect()];
      // What is higher than the screen cannot be seen whole.
      const fits = box.height < edge.top - 8;
      if (fits && box.bottom > edge.top + 1 && box.top < edge.bottom) covered.push(one.outerHTML.slice(0, 120));
    }
    return covered;";

#[tokio::test]
async fn the_transport_covers_nothing_that_has_the_focus() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::phone()).await;
    for name in CHAPTERS {
        chapter(&browser, name).await;
        assert_eq!(
            browser.value("getComputedStyle(document.querySelector('.transport-block')).position").await,
            "fixed"
        );
        assert_eq!(browser.run(COVERED, &[]).await, json!([]), "{name}");
    }
    // Twice as large a text on a low screen: it stands in its place.
    browser.look(View { width: 360, height: 360, ..View::phone() }).await;
    browser.wait_until("getComputedStyle(document.querySelector('.transport-block')).position !== 'fixed'").await;
    browser.close_clean(server.url()).await;
}

/// What stands out to the right, with text so many times as large.
async fn beyond(browser: &Browser, times: f64) -> Value {
    browser
        .run("document.documentElement.style.fontSize = arguments[0];", &[json!(format!("{}px", 17.0 * times))])
        .await;
    browser.wait_for_frames(3).await;
    browser.value("document.documentElement.scrollWidth").await
}

#[tokio::test]
async fn no_chapter_is_moved_sideways() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View { width: 320, height: 640, ..View::phone() }).await;
    for name in CHAPTERS {
        browser.look(View { width: 320, height: 640, ..View::phone() }).await;
        chapter(&browser, name).await;
        press(&browser, "[data-command=step]").await;
        browser.run("for (const one of document.querySelectorAll('main details')) one.open = true;", &[]).await;
        assert_eq!(beyond(&browser, 1.0).await, json!(320), "{name}");
        browser.look(View::phone()).await;
        assert_eq!(beyond(&browser, 2.0).await, json!(390), "{name}, text twice as large");
        browser.run("document.documentElement.style.fontSize = '';", &[]).await;
    }
    browser.close_clean(server.url()).await;
}

/// A window of 1440 × 900 at 200 %: nothing that it shows at 100 % is missing.
#[tokio::test]
async fn what_is_seen_is_seen_at_twice_the_size() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View { width: 720, height: 450, ..View::default() }).await;
    for name in CHAPTERS {
        chapter(&browser, name).await;
        let seen = "[...document.querySelectorAll('.formula-note, .page-choices button')]
            .filter((one) => one.getClientRects().length === 0).map((one) => one.outerHTML)";
        assert_eq!(browser.value(seen).await, json!([]), "{name}");
    }
    browser.close_clean(server.url()).await;
}

/// To those who cannot see it a plot is a slider: it has a name and says its value, which the arrows change.
#[tokio::test]
async fn every_plot_says_its_reading() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::default()).await;
    for name in CHAPTERS {
        chapter(&browser, name).await;
        for t in 1..=4 {
            press(&browser, "[data-command=step]").await;
            stands_at(&browser, t).await;
        }
        browser.wait_for_frames(4).await;
        let script = "
            const wrong = [];
            let count = 0;
            for (const canvas of document.querySelectorAll('main canvas[tabindex=\"0\"]:not(.pad-canvas)')) {
              if (canvas.getClientRects().length === 0) continue;
              count += 1;
              canvas.focus();
              const send = (key) => canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
              const said = () => canvas.getAttribute('aria-valuetext');
              // What was out of sight is drawn, and read, in the frames after it has come into it.
              for (let i = 0; i < 60 && said() === '—'; i += 1) await new Promise(requestAnimationFrame);
              const rest = said();
              send('Home');
              const first = said();
              if (canvas.getAttribute('role') !== 'slider' || !canvas.ariaLabel || !rest || rest === '—' || !first) wrong.push(canvas.outerHTML);
            }
            return { count, wrong };";
        let found = browser.run(script, &[]).await;
        assert_eq!(found["wrong"], json!([]), "{name}");
        assert!(found["count"].as_u64().is_some_and(|count| count > 0), "{name}");
    }
    browser.close_clean(server.url()).await;
}

/// While a run plays, what is said aloud changes at milestones only.
#[tokio::test]
async fn a_playing_run_does_not_chatter() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::default()).await;
    for name in CHAPTERS {
        chapter(&browser, name).await;
        let script = "
            globalThis.chatter = 0;
            new MutationObserver((records) => {
              const spoken = ({ target }) => {
                const place = (target.parentElement ?? target).closest('[aria-live], [role=status], [role=alert], output');
                return place && place.getAttribute('aria-live') !== 'off';
              };
              if (records.some(spoken)) globalThis.chatter += 1;
            }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });
            document.querySelector('[data-command=play]').click();";
        browser.run(script, &[]).await;
        browser.wait_until("Number(document.querySelector('.scrub input').max) >= 8").await;
        let changes = browser.value("globalThis.chatter").await;
        assert!(changes.as_u64().is_some_and(|count| count <= 4), "{name}: {changes} times");
        browser.run("document.querySelector('[data-command=play]').click();", &[]).await;
    }
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_pad_is_drawn_on_without_a_pointer() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::default()).await;
    chapter(&browser, "digits").await;
    let answer = "document.querySelector('[data-answer=ready] .answer-digit').textContent";
    browser.wait_until(&format!("{answer} === '5'")).await;
    browser.run("document.querySelector('.pad-canvas').focus();", &[]).await;
    // A figure puts a sample there, in one hand after another.
    for digit in ["7", "3", "3", "0"] {
        key(&browser, digit).await;
        browser.wait_until(&format!("{answer} === '{digit}'")).await;
    }
    // A one, from above to below: the pen goes up while it is lifted, and draws while it is down.
    for _ in 0..8 {
        key(&browser, "ArrowUp").await;
    }
    key(&browser, " ").await;
    for _ in 0..16 {
        key(&browser, "ArrowDown").await;
    }
    key(&browser, " ").await;
    browser.wait_until(&format!("{answer} === '1'")).await;
    browser.wait_until("document.querySelector('.announcer').textContent.includes('1')").await;
    assert_eq!(browser.value("document.querySelector('.scrub input').max").await, "0", "space is the pad's");
    // Escape destroys nothing; what Delete cleared comes back.
    key(&browser, "Escape").await;
    key(&browser, "Delete").await;
    browser.wait_until(&format!("{answer} === ''")).await;
    key(&browser, "Backspace").await;
    browser.wait_until(&format!("{answer} === '1'")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn forced_colours_leave_nothing_unseen() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::default()).await;
    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": "dark" }] });
    browser.devtools("Emulation.setEmulatedMedia", forced).await;
    chapter(&browser, "digits").await;
    // What is chosen, and the two networks' marks.
    let ground = |selector: &str| format!("getComputedStyle(document.querySelector('{selector}')).backgroundColor");
    for (one, other) in [
        ("input:checked + .choice-face", "input:not(:checked) + .choice-face"),
        (".chapter-link[aria-current]", ".chapter-link:not([aria-current])"),
        (".answer-mark-ready", ".answer-mark-training"),
    ] {
        browser.wait_until(&format!("{} !== {}", ground(one), ground(other))).await;
    }
    // Drawings have the system's colours, as they can read them.
    browser
        .wait_until("getComputedStyle(document.documentElement).getPropertyValue('--paper') === 'rgb(0, 0, 0)'")
        .await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn what_is_read_aloud_is_in_order() {
    let server = Server::published();
    let browser = Browser::open(server.url(), View::default()).await;
    for name in CHAPTERS {
        chapter(&browser, name).await;
        let heading = browser.value("document.querySelector('h1').textContent").await;
        assert!(heading.as_str().is_some_and(|text| text.as_bytes()[1] == b' '), "a number, then a word: {heading}");
        let languages = "[...document.querySelectorAll('.page-choices label[lang]')].map((one) => one.lang)";
        assert_eq!(browser.value(languages).await, json!(["ru", "en"]));
        // A toolbar would promise that the arrows move in it.
        assert_eq!(browser.value("document.querySelector('.transport').getAttribute('role')").await, "group");
        let letters = "[...document.querySelectorAll('.formulas math')].map((one) => one.textContent).join(' ')";
        let formulas = browser.value(letters).await;
        if name != "descent" {
            let formulas = formulas.as_str().expect("text");
            assert!(formulas.contains("σ\u{2061}("), "{name}: what is a function of what: {formulas}");
            assert!(formulas.contains('\u{2062}'), "{name}: what is multiplied: {formulas}");
        }
        assert_eq!(
            browser
                .value(
                    "[...document.querySelectorAll('msup')].filter((one) => one.firstChild.textContent === ')').length"
                )
                .await,
            0,
            "{name}"
        );
    }
    browser.close_clean(server.url()).await;
}
