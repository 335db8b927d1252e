//! What holds in every chapter alike, in an engine: one time, links, both languages, no error.

use serde_json::{Value, json};

use super::digits::go;
use super::engines::Engine;
use super::support::chapters::{CHAPTERS, NUMBERS, is_at, is_ready};

/// The chapter is open, has a core and can be stepped.
pub async fn opens(engine: &Engine, chapter: &str) {
    engine.wait_until(&is_ready(chapter)).await;
}

/// The run stands at `t` of `last` steps, and what the page shows of it has settled.
pub async fn stands_at(engine: &Engine, t: u64, last: u64) {
    engine.wait_until(&is_at(t, last)).await;
    engine.wait_for_frames(3).await;
}

pub async fn press(engine: &Engine, command: &str) {
    engine.click(&format!("[data-command={command}]")).await;
}

async fn numbers(engine: &Engine) -> Value {
    engine.value(NUMBERS).await
}

/// Takes away what the page has kept, as in the browser of someone else; a database that is in use goes with its page.
const FORGET: &str = "localStorage.clear();
    for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);";

/// Steps, back, the scrub, a link that opens in a fresh page what its sender saw, and a new run.
pub async fn every_chapter_has_one_time(engine: &Engine, url: &str) {
    engine.look(1440, 900).await;
    for (chapter, hash) in CHAPTERS {
        let what = format!("{}, {chapter}", engine.kind());
        engine.go(&format!("{url}{hash}")).await;
        opens(engine, chapter).await;
        stands_at(engine, 0, 0).await;
        let start = numbers(engine).await;
        assert!(start.as_array().is_some_and(|all| all.len() > 10), "{what} shows numbers: {start:#}");
        for t in 1..=3 {
            press(engine, "step").await;
            stands_at(engine, t, t).await;
        }
        let seen = numbers(engine).await;
        assert_ne!(seen, start, "{what}: a step changes numbers");
        // Back keeps what lies ahead; every step is found again as it was, whichever way one comes to it.
        press(engine, "back").await;
        stands_at(engine, 2, 3).await;
        go(engine, 0).await;
        stands_at(engine, 0, 3).await;
        assert_eq!(engine.value("document.querySelector('[data-command=back]').disabled").await, true, "{what}");
        go(engine, 2).await;
        stands_at(engine, 2, 3).await;
        press(engine, "step").await;
        stands_at(engine, 3, 3).await;
        assert_eq!(numbers(engine).await, seen, "{what}: come to by another way");
        let link = engine.wait_until("/[?&]t=3(&|$)/.test(location.hash) && location.href").await;
        engine.run(FORGET, &[]).await;
        engine.go(link.as_str().expect("an address")).await;
        opens(engine, chapter).await;
        stands_at(engine, 3, 3).await;
        assert_eq!(numbers(engine).await, seen, "{what}: {link}");
        // A new run in chapters 1, 3 and 4; chapter 2's run is all that follows from its start, which stays.
        press(engine, "reset").await;
        let last = if chapter == "descent" { 3 } else { 0 };
        stands_at(engine, 0, last).await;
        go(engine, last).await;
        stands_at(engine, last, last).await;
        let wanted = if chapter == "descent" { &seen } else { &start };
        assert_eq!(&numbers(engine).await, wanted, "{what}: the start, once more, and where it led");
    }
}

/// On a phone's width each chapter opens from the navigation, is stepped and taken back, and speaks the other language.
pub async fn every_chapter_opens_narrow(engine: &Engine, url: &str) {
    // Whether the run of before has been kept by now is chance: it is not taken up.
    engine.run("localStorage.setItem('descent.keep', 'no');", &[]).await;
    engine.look(390, 844).await;
    engine.go(url).await;
    for (chapter, _) in CHAPTERS {
        engine.run("document.querySelector(arguments[0]).click();", &[json!(link_to(chapter))]).await;
        opens(engine, chapter).await;
        stands_at(engine, 0, 0).await;
        press(engine, "step").await;
        stands_at(engine, 1, 1).await;
        press(engine, "back").await;
        stands_at(engine, 0, 1).await;
        both_languages(engine).await;
        let fits = "innerWidth === 390 && document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(engine.value(fits).await, true, "{}, {chapter} has its width", engine.kind());
    }
    engine.run("localStorage.removeItem('descent.keep');", &[]).await;
    engine.look(1440, 900).await;
}

fn link_to(chapter: &str) -> String {
    format!("#chapters a[data-chapter={chapter}]")
}

/// The chapter's name changes with the language, and back.
pub async fn both_languages(engine: &Engine) {
    for language in ["ru", "en"] {
        let script = "document.querySelector(`#choices input[value=${arguments[0]}]`).click();";
        engine.run(script, &[json!(language)]).await;
        let letters = if language == "ru" { "[а-яё]" } else { "^[^а-яё]+$" };
        engine
            .wait_until(&format!(
                "document.documentElement.lang === '{language}'
                   && /{letters}/i.test(document.querySelector('main h1, main h2').textContent)"
            ))
            .await;
    }
}

/// α of chapter 4 is what it was after a visit to chapter 3, and a reload finds it in the address.
pub async fn settings_come_back(engine: &Engine, url: &str) {
    const RATE: &str = "document.querySelector('.digits-controls .number-field')?.value";
    engine.go(&format!("{url}#digits")).await;
    opens(engine, "digits").await;
    let script = "const field = document.querySelector('.digits-controls .number-field');
        field.value = '0.5';
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    engine.run(script, &[]).await;
    engine.wait_until("/[?&]rate=0\\.5(&|$)/.test(location.hash)").await;
    for chapter in ["neuron", "digits"] {
        engine.click(&link_to(chapter)).await;
        opens(engine, chapter).await;
    }
    engine.wait_until(&format!("{RATE} === '0.5' && /[?&]rate=0\\.5(&|$)/.test(location.hash)")).await;
    let address = engine.value("location.href").await;
    engine.go(address.as_str().expect("an address")).await;
    opens(engine, "digits").await;
    engine.wait_until(&format!("{RATE} === '0.5'")).await;
}
