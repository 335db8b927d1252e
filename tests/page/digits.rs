//! Chapter 4 as a reader uses it: draws and reads the answer, trains, pauses, changes the language, loses the data.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::pointer::{Place, THREE};
use super::support::server::{DESCENT, Server, copy_of_the_page};

fn three() -> Vec<Vec<Place>> {
    vec![THREE.to_vec()]
}

/// A 7 with its bar, in two strokes.
fn seven() -> Vec<Vec<Place>> {
    vec![vec![(0.25, 0.2), (0.5, 0.2), (0.75, 0.2), (0.6, 0.5), (0.45, 0.85)], vec![(0.38, 0.52), (0.68, 0.5)]]
}

const READY: &str = "document.querySelector('[data-answer=ready] .answer-digit').textContent";
const TRAINING: &str = "document.querySelector('[data-answer=training] .answer-digit').textContent";

fn number(id: &str) -> String {
    format!(
        "parseFloat(document.querySelector('[data-number={id}]').textContent.replace(/[\\s\\u00a0\\u202f]/g, '')
           .replace(/,(?=\\d{{3}}(\\D|$))/g, '').replace(',', '.'))"
    )
}

/// t of the transport bar as a number.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";

async fn open(server: &Server, view: View, hash: &str) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), view).await;
    browser.wait_until("document.querySelector('.pad-canvas')").await;
    browser
}

async fn read(browser: &Browser, expression: &str) -> f64 {
    browser.value(expression).await.as_f64().unwrap_or(f64::NAN)
}

#[tokio::test]
async fn a_drawn_digit_is_read_by_the_ready_network() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, "#digits").await;
        browser.draw(".pad-canvas", &three()).await;
        browser.wait_until(&format!("{READY} === '3'")).await;
        browser.click("[data-pad=undo]").await;
        browser.wait_until(&format!("{READY} === ''")).await;
        browser.draw(".pad-canvas", &seven()).await;
        browser.wait_until(&format!("{READY} === '7'")).await;
        browser.click("[data-pad=clear]").await;
        browser.wait_until(&format!("{READY} === ''")).await;
        browser.close_clean(server.url()).await;
    }
}

/// Whether the words on the pad say that what stands there is a sample.
const SAMPLE: &str = "document.querySelector('.pad-sample:not([hidden])')";

/// Before anybody has drawn, the page's own digit is read; it is marked, and the first touch takes it away, as undoing and
/// clearing do. It comes back with a new visit only.
#[tokio::test]
async fn a_sample_is_read_until_the_first_touch() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, "#digits").await;
        browser.wait_until(&format!("{SAMPLE} && {READY} === '5'")).await;
        browser.draw(".pad-canvas", &three()).await;
        browser.wait_until(&format!("{READY} === '3' && !{SAMPLE}")).await;
        // It was no stroke of the reader's: there is nothing under his own.
        browser.click("[data-pad=undo]").await;
        browser.wait_until(&format!("{READY} === '' && !{SAMPLE}")).await;
        browser.close_clean(server.url()).await;
    }
    let browser = open(server, View::default(), "#digits").await;
    browser.wait_until(&format!("{READY} === '5'")).await;
    browser.element(".pad-canvas").await.send_keys(Key::Delete).await.expect("a key is pressed");
    browser.wait_until(&format!("{READY} === '' && !{SAMPLE}")).await;
    browser.run("location.hash = '#curve';", &[]).await;
    browser.wait_until("document.querySelector('.chapter-curve')").await;
    browser.run("location.hash = '#digits';", &[]).await;
    browser.wait_until("document.querySelector('.pad-hint:not([hidden])')").await;
    assert_eq!(browser.value(SAMPLE).await, json!(null), "an emptied pad stays empty");
    browser.close_clean(server.url()).await;
}

/// To and fro seven times: no digit.
fn zigzag() -> Vec<Vec<Place>> {
    vec![(0..8).map(|i| (if i % 2 == 0 { 0.2 } else { 0.8 }, 0.15 + 0.1 * f64::from(i))).collect()]
}

#[tokio::test]
async fn a_scribble_is_not_called_a_digit() {
    let server = Server::published();
    let browser = open(server, View { language: "ru", ..View::default() }, "#digits").await;
    browser.draw(".pad-canvas", &zigzag()).await;
    browser.wait_until(&format!("{READY} === '?'")).await;
    let words = "document.querySelector('[data-answer=ready] .answer-detail').textContent";
    assert_eq!(browser.value(words).await, json!("Не\u{a0}похоже на\u{a0}цифру"));
    browser.click("[data-pad=clear]").await;
    browser.wait_until(&format!("{READY} === ''")).await;
    browser.close_clean(server.url()).await;
}

/// Nothing is told as a failure when the window gets another size, as it does all the time.
#[tokio::test]
async fn the_window_may_have_any_size() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits").await;
    browser.element(".rows canvas").await;
    browser.draw(".pad-canvas", &three()).await;
    for (width, height) in [(1200, 800), (900, 700), (390, 844), (1000, 2400), (1440, 900)] {
        browser.look(View { width, height, ..View::default() }).await;
        browser.wait_until(&format!("innerWidth === {width} && innerHeight === {height}")).await;
        browser.wait_for_frames(2).await;
    }
    assert_eq!(browser.value(READY).await, json!("3"), "the drawing is lost");
    browser.close_clean(server.url()).await;
}

/// The ready network was trained without slant; the reader may leave it in, sees both, and a link opens what he saw.
#[tokio::test]
async fn the_slant_is_taken_out_and_can_be_left_in() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits").await;
    let leaning = vec![vec![(0.7, 0.15), (0.6, 0.4), (0.5, 0.65), (0.4, 0.9)]];
    browser.draw(".pad-canvas", &leaning).await;
    browser.wait_until(&format!("{READY} === '1'")).await;
    let seen = "document.querySelector('.seen canvas').toDataURL()";
    let upright = browser.value(seen).await;
    browser.run("document.querySelector('.seen-stage input[value=kept]').click();", &[]).await;
    browser.wait_until(&format!("{seen} !== '{}'", upright.as_str().unwrap())).await;
    browser.wait_until("location.hash.includes('slant=1')").await;
    browser.run("document.querySelector('.seen-stage input[value=out]').click();", &[]).await;
    browser.wait_until(&format!("{seen} === '{}'", upright.as_str().unwrap())).await;
    browser.close_clean(server.url()).await;

    let browser = open(server, View::default(), "#digits?slant=1").await;
    browser.wait_until("document.querySelector('.seen-stage input[value=kept]').checked").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_page_does_not_scroll_while_a_finger_draws() {
    let server = Server::published();
    let browser = open(server, View::phone(), "#digits").await;
    browser.element(".pad-canvas").await;
    let before = read(&browser, "scrollY").await;
    browser.draw(".pad-canvas", &[vec![(0.5, 0.9), (0.5, 0.6), (0.5, 0.3), (0.5, 0.1)]]).await;
    browser.wait_until(&format!("{READY} === '1'")).await;
    assert!((read(&browser, "scrollY").await - before).abs() < 1.0);
    browser.close_clean(server.url()).await;
}

/// Notes when the training worker has answered that it pauses, and the page has heard it.
const HEAR_THE_PAUSE: &str = "
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (command, ...more) {
      if (command.type === 'pause') {
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'snapshot' && data.turn === command.turn) window.paused = true;
        });
      }
      return postMessage.call(this, command, ...more);
    };";

#[tokio::test]
async fn training_brings_the_error_down_and_pause_pauses() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits").await;
    browser.draw(".pad-canvas", &three()).await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    let first = read(&browser, &number("error")).await;
    assert!(first > 0.3, "an untrained network errs by {first}");
    browser.run(HEAR_THE_PAUSE, &[]).await;
    browser.click("[data-command=play]").await;
    browser.wait_until(&format!("{} > 90", number("accuracy"))).await;
    browser.wait_until(&format!("{} < {}", number("error"), first / 3.0)).await;
    browser.wait_until(&format!("{} > 0", number("speed"))).await;
    browser.wait_until(&format!("{TRAINING} === '3'")).await;

    browser.click("[data-command=play]").await;
    browser.wait_until("window.paused").await;
    let stopped = read(&browser, T).await;
    assert!(stopped > 1000.0);
    // Had it trained on, it would not be here that it goes back from.
    browser.click("[data-command=back]").await;
    browser.wait_until(&format!("{T} === {}", stopped - 1.0)).await;
    browser.click("[data-command=reset]").await;
    browser.wait_until(&format!("{T} === 0")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn an_epoch_is_six_thousand_mini_batches_of_ten() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits").await;
    browser.wait_until("!document.querySelector('[data-command=epoch]').disabled").await;
    browser.click("[data-command=epoch]").await;
    browser.wait_until(&format!("{T} === 6000")).await;
    browser.wait_until(&format!("{} > 92", number("accuracy"))).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn keys_play_step_and_go_back() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits").await;
    browser.wait_until("!document.querySelector('[data-command=step]').disabled").await;
    let press = async |key: &str| {
        browser.driver().action_chain().send_keys(key).perform().await.expect("a key is pressed");
    };
    let [right, left, escape] = [Key::Right, Key::Left, Key::Escape].map(|key| key.value().to_string());
    press(&right).await;
    browser.wait_until(&format!("{T} === 1")).await;
    press(&right).await;
    browser.wait_until(&format!("{T} === 2")).await;
    press(&left).await;
    browser.wait_until(&format!("{T} === 1")).await;
    press("?").await;
    browser.wait_until("document.querySelector('dialog[open]')").await;
    press(&escape).await;
    browser.wait_until("!document.querySelector('dialog[open]')").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_language_switches_without_losing_the_drawing() {
    let server = Server::published();
    let browser = open(server, View { language: "ru", ..View::default() }, "#digits").await;
    browser.wait_until("document.documentElement.lang === 'ru'").await;
    browser.draw(".pad-canvas", &three()).await;
    browser.wait_until(&format!("{READY} === '3'")).await;
    let russian = browser.text("h1").await;
    assert!(russian.chars().any(|letter| ('а'..='я').contains(&letter)), "{russian}");
    browser.run("document.querySelector('input[value=en]').click();", &[]).await;
    browser.wait_until("document.documentElement.lang === 'en'").await;
    let cyrillic = "/[а-яё]/i.test(document.querySelector('main').innerText)";
    assert_eq!(browser.value(cyrillic).await, json!(false), "something was left untranslated");
    assert_eq!(browser.value(READY).await, json!("3"));
    // Remembered for the next visit.
    browser.go(server.url()).await;
    browser.wait_until("document.documentElement.lang === 'en'").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_address_sets_the_network_up() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits?hidden=12&rate=0.5&batch=20&seed=7").await;
    browser.wait_until("!document.querySelector('[data-command=epoch]').disabled").await;
    browser.click("[data-command=epoch]").await;
    browser.wait_until(&format!("{T} === 3000")).await;
    browser.close_clean(server.url()).await;
}

/// Takes the way through the steps to one of them, as a hand on the slider would.
async fn scrub(browser: &Browser, t: u32) {
    let body = "const track = document.querySelector('.scrub input');
                track.value = String(arguments[0]);
                track.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(body, &[json!(t)]).await;
}

const PLACE: &str = "document.querySelector('.scrub-place').textContent";

/// An epoch of 600 steps.
const SHORT: &str = "#digits?hidden=12&batch=100";

async fn open_after_an_epoch(server: &Server) -> Browser {
    let browser = open(server, View::default(), SHORT).await;
    browser.wait_until("!document.querySelector('[data-command=epoch]').disabled").await;
    browser.click("[data-command=epoch]").await;
    browser.wait_until(&format!("{T} === 600")).await;
    browser.wait_until(&format!("{} > 50", number("accuracy"))).await;
    browser
}

#[tokio::test]
async fn any_step_that_was_made_can_be_gone_to_and_what_was_measured_stays() {
    let server = Server::published();
    let browser = open_after_an_epoch(server).await;
    // A drag asks for many places; the last is where it ends.
    for t in [590, 400, 300, 260, 250] {
        scrub(&browser, t).await;
    }
    assert_eq!(browser.value(PLACE).await, json!("250 / 600"), "the place is shown at once");
    browser.wait_until(&format!("{} < 0.5", number("epoch"))).await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{PLACE} === '251 / 600'")).await;
    browser.click("[data-command=back]").await;
    browser.wait_until(&format!("{PLACE} === '250 / 600'")).await;
    // Another α from here on: what lay ahead is gone.
    browser
        .run(
            "const track = document.querySelector('.digits-controls input[type=range]');
             track.value = String(Number(track.value) * 0.9);
             track.dispatchEvent(new Event('input', { bubbles: true }));",
            &[],
        )
        .await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{PLACE} === '251 / 251'")).await;
    browser.wait_until("/[?&]t=251&rates=0-3_250-[\\d.]+(&|$)/.test(location.hash)").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_link_opens_the_step_that_its_sender_saw() {
    let server = Server::published();
    let seen = "[...document.querySelectorAll('.training [data-number]')]
        .filter(({ dataset }) => dataset.number !== 'speed').map(({ textContent }) => textContent).join(' | ')";
    let accuracy = "document.querySelector('[data-number=accuracy]').textContent";
    let browser = open_after_an_epoch(server).await;
    let at_the_end = browser.value(accuracy).await;
    scrub(&browser, 250).await;
    // It is measured when the reader rests.
    browser.wait_until(&format!("{accuracy} !== {at_the_end} && {accuracy} !== '—'")).await;
    browser.wait_until("location.hash.includes('t=250')").await;
    let (link, numbers) = (browser.value("location.hash").await, browser.value(seen).await);
    browser.close_clean(server.url()).await;

    let other = open(server, View::default(), link.as_str().unwrap()).await;
    other.wait_until(&format!("{T} === 250 && {accuracy} !== '—'")).await;
    assert_eq!(other.value(seen).await, numbers);
    assert_eq!(other.value("location.hash").await, link);
    other.close_clean(server.url()).await;
}

/// The weights of a run are told by a fingerprint, and what a reset has ended stays beside the next run: that the same
/// numbers give the same bits again is seen twice.
#[tokio::test]
async fn the_same_run_comes_to_the_same_bits_and_the_one_before_is_seen() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits?t=500").await;
    browser.wait_until(&format!("{T} === 500")).await;
    browser.run("document.querySelector('.digits-controls details').open = true;", &[]).await;
    let told = |t: &str, print: &str| {
        let place = "document.querySelector('.fingerprint')";
        format!("{place}.checkVisibility() && /t\\s=\\s{t}: {print}\\./.test({place}.textContent)")
    };
    let golden = told("500", crate::golden::TRAINING);
    browser.wait_until(&golden).await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{} && !({golden})", told("501", "[0-9a-f]{8}"))).await;
    browser.click("[data-command=back]").await;
    browser.wait_until(&golden).await;
    // A new run to the same step: by its number beside the slider.
    browser.click("[data-command=reset]").await;
    browser.wait_until(&format!("{T} === 0 && {}", told("0", "[0-9a-f]{8}"))).await;
    browser.run("location.hash = '#digits?t=500';", &[]).await;
    browser.wait_until(&format!("{T} === 500 && {golden}")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_way_to_a_step_is_told_and_ends_when_the_reader_says_so() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits?batch=100&t=900000000").await;
    browser.wait_until("/900,000,000/.test(document.querySelector('.training .status').textContent)").await;
    browser.wait_until(&format!("{T} > 0")).await;
    browser.click("[data-command=play]").await;
    browser.wait_until("!/900,000,000/.test(document.querySelector('.training .status').textContent)").await;
    browser.wait_until(&format!("location.hash.includes(`t=${{{T}}}&`)")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_broken_data_file_says_so_and_can_be_tried_again() {
    let copy = copy_of_the_page();
    let labels = copy.path().join("www/data/train-labels-idx1-ubyte.gz");
    let good = fs::read(&labels).unwrap();
    // A file of the right kind whose ninth label is none.
    let mut bad = vec![0, 0, 8, 1, 0, 0, 0xea, 0x60];
    bad.extend([1, 2, 3, 4, 5, 6, 7, 8, 200]);
    fs::write(&labels, bad).unwrap();
    let server = Server::of(copy.path());
    let browser = open(&server, View::default(), "#digits").await;
    let shown =
        "[...document.querySelectorAll('.notice')].filter((n) => n.checkVisibility()).map((n) => n.innerText).join()";
    let message = browser.wait_until(shown).await;
    assert!(message.as_str().is_some_and(|text| text.contains("200")), "{message} does not say what is wrong");
    // The drawing works meanwhile.
    browser.draw(".pad-canvas", &three()).await;
    browser.wait_until(&format!("{READY} === '3'")).await;
    fs::write(&labels, good).unwrap();
    browser
        .run("[...document.querySelectorAll('.notice button')].find((b) => b.checkVisibility()).click();", &[])
        .await;
    browser.wait_until("!document.querySelector('[data-command=epoch]').disabled").await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_missing_data_file_says_so() {
    let copy = copy_of_the_page();
    fs::remove_file(copy.path().join("www/data/t10k-images-idx3-ubyte.gz")).unwrap();
    let server = Server::of(copy.path());
    let browser = open(&server, View::default(), "#digits").await;
    let shown =
        "[...document.querySelectorAll('.notice')].filter((n) => n.checkVisibility()).map((n) => n.innerText).join()";
    let message = browser.wait_until(shown).await;
    assert!(message.as_str().is_some_and(|text| text.contains("404")), "{message}");
    // Training does not need it.
    browser.wait_until("!document.querySelector('[data-command=step]').disabled").await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    // The missing file is an error on the console, and the only one.
    let visit = browser.close(server.url()).await;
    assert!(visit.errors.iter().all(|error| error.contains("404")), "{:?}", visit.errors);
    assert!(visit.foreign.is_empty());
}

/// Other chapters' texts, styles and modules and the training's scripts come when they are needed.
/// What the browser fetched until the training's part was asked for, which the working pad does, is what the pad needed,
/// and what `descent build` counts.
#[tokio::test]
async fn the_pad_waits_for_nothing_that_it_does_not_need() {
    let server = Server::published();
    let browser = open(server, View::default(), "#digits").await;
    browser.wait_until("document.querySelector('[data-command=play]:not([disabled])')").await;
    let names = browser
        .value(
            "(() => {
               const all = performance.getEntriesByType('resource');
               const end = all.find(({ name }) => name.endsWith('/digits/learning.js')).startTime;
               return all.filter(({ startTime }) => startTime < end).map(({ name }) => new URL(name).pathname);
             })()",
        )
        .await;
    browser.close_clean(server.url()).await;
    let names: Vec<&str> = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for needed in ["/www/early.js", "/www/main.js", "/www/style/page.css", "/www/pkg/descent_pad_simd.wasm"] {
        assert!(names.contains(&needed), "{needed} is not in {names:?}");
    }
    let report = Command::new(DESCENT).arg("build").output().expect("descent runs");
    let report = String::from_utf8(report.stdout).expect("UTF-8");
    let counted = |name: &str| report.lines().any(|line| line.ends_with(&format!("  {name}  *")));
    for name in names {
        // The data are counted apart.
        let file = name.trim_start_matches('/');
        // The manifest is the browser's own wish, which it asks for when it has nothing else to do.
        let apart = ["www/data/", "www/install/"].iter().any(|folder| file.starts_with(folder));
        assert!(apart || counted(file), "{name} is fetched before the pad answers: {report}");
    }
}

/// Who leaves before the training is there finds the next chapter's own run in the transport.
#[tokio::test]
async fn a_training_that_comes_late_leaves_the_next_chapter_alone() {
    let server = Server::start();
    let browser = Browser::start(View::default()).await;
    let hold = "const own = window.fetch;
        const wait = new Promise((resolve) => { window.letGo = resolve; });
        window.fetch = async (what, ...rest) => {
          if (!String(what?.url ?? what).includes('descent_training')) return own(what, ...rest);
          window.held = true;
          await wait;
          return own(what, ...rest);
        };";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": hold })).await;
    browser.go(&format!("{}#digits?t=3", server.url())).await;
    browser.wait_until("window.held && document.querySelector('.training')").await;
    browser.click("#chapters a[data-chapter=curve]").await;
    browser.wait_until("document.querySelector('.chapter-curve [data-command=step]:not(:disabled)')").await;
    let come = "window.letGo(); const { trainingCore } = await import('/www/frame/core.js'); await trainingCore();";
    browser.run(come, &[]).await;
    browser.wait_for_frames(10).await;
    browser.click("[data-command=step]").await;
    browser.wait_until("document.querySelector('.scrub-place').textContent === '1 / 1'").await;
    let speeds = "[...document.querySelector('.transport-speed').options].map((option) => option.value)";
    assert!(browser.value(speeds).await.as_array().is_some_and(|all| !all.contains(&json!("full"))), "its speeds");
    browser.close_clean(server.url()).await;
}
