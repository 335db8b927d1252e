//! Links: damaged ones are mended with a word about it, a whole one is copied or read off the wall, the language goes along.

use serde_json::{Value, json};

use super::support::browser::{Browser, View};
use super::support::server::Server;

const READY: &str = "document.querySelector('[data-command=step]:not(:disabled)')";
const REPAIRS: &str = "document.querySelector('.repairs .notice-text')?.textContent";

async fn open(server: &Server, hash: &str, view: View) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), view).await;
    browser.wait_until(READY).await;
    browser
}

async fn press(browser: &Browser, key: &str) {
    browser.driver().action_chain().send_keys(key).perform().await.expect("a key is pressed");
}

#[tokio::test]
async fn a_damaged_link_is_mended_and_says_how() {
    let server = Server::published();
    let browser = open(server, "#descent?rate=1e9&f=hill&t=1", View::default()).await;
    let told = browser.wait_until(REPAIRS).await;
    let told = told.as_str().expect("words");
    for part in ["α = 1e9 → 100", "function = hill → valley"] {
        assert!(told.contains(part), "{told}");
    }
    browser.wait_until("/[?&]rate=100(&|$)/.test(location.hash) && location.hash.includes('f=valley')").await;
    assert_eq!(browser.text(".transport-t").await, "t = 1", "its neighbours stay");
    browser.click(".repairs button").await;
    browser.wait_until("!document.querySelector('.repairs')").await;
    // Another one in the same window, this time of the chapter that is open.
    browser.run("location.hash = '#descent?rate=abc'", &[]).await;
    browser.wait_until(&format!("{REPAIRS}?.includes('α = abc → 1')")).await;
    browser.driver().refresh().await.expect("the page loads again");
    browser.wait_until(READY).await;
    browser.wait_for_frames(3).await;
    assert_eq!(browser.value("document.querySelectorAll('.repairs').length").await, json!(0), "told once");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn an_unknown_chapter_is_the_first_that_one_sees_and_that_is_said() {
    let server = Server::published();
    let browser = open(server, "#nowhere?rate=2", View { language: "ru", ..View::default() }).await;
    browser.wait_until(&format!("document.querySelector('.chapter-digits') && {REPAIRS}?.includes('«nowhere»')")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn no_link_breaks_a_chapter() {
    let server = Server::start();
    let browser = open(server, "#descent", View::default()).await;
    // Every setting of every chapter, as the address itself names them.
    for chapter in ["curve", "neuron", "digits", "descent"] {
        browser.run("location.hash = `#${arguments[0]}?lang=en`", &[json!(chapter)]).await;
        browser.wait_until(&format!("document.querySelector('.chapter-{chapter}') && {READY}")).await;
        let names = browser
            .run(
                "const { initialValues } = await import('./www/frame/fields.js');
                  const { SCHEMA } = await import(`./www/chapters/${arguments[0]}/schema.js`);
                  return Object.keys(initialValues(SCHEMA));",
                &[json!(chapter)],
            )
            .await;
        let names: Vec<String> = serde_json::from_value(names).expect("names");
        assert!(names.len() > 8, "{chapter}: {names:?}");
        for text in ["%E0%A4%A", "NaN", "-1e308", "1e308", "__proto__", "%00%0A%3Cimg%3E", "0,0,0", ":;:;"] {
            let query: Vec<String> = names.iter().map(|name| format!("{name}={text}")).collect();
            let hash = format!("#{chapter}?{}", query.join("&"));
            browser.run("location.hash = arguments[0]", &[json!(hash)]).await;
            browser.wait_until(&format!("{REPAIRS} && document.querySelector('.chapter-{chapter} .transport')")).await;
        }
    }
    browser.run("location.hash = `#descent?a=${'9'.repeat(1_000_000)}`", &[]).await;
    browser.wait_until(&format!("location.hash.length < 1000 && {READY}")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_link_has_its_language_until_the_reader_chooses_another() {
    let server = Server::published();
    let browser = open(server, "#descent?lang=ru&t=1", View::default()).await;
    let speaks = |language: &str| format!("document.documentElement.lang === '{language}'");
    browser.wait_until(&speaks("ru")).await;
    browser.click(".chapter-link[data-chapter=neuron]").await;
    browser.wait_until("/^#neuron\\?.*lang=ru/.test(location.hash)").await;
    browser.click(".page-choices .choice-option:last-child").await;
    browser.wait_until(&format!("{} && /lang=en/.test(location.hash)", speaks("en"))).await;
    browser.driver().refresh().await.expect("the page loads again");
    browser.wait_until(&format!("{READY} && {}", speaks("en"))).await;
    // A link in the same window speaks for itself.
    browser.run("location.hash = '#descent?lang=ru'", &[]).await;
    browser.wait_until(&format!("document.querySelector('.chapter-descent') && {}", speaks("ru"))).await;
    browser.close_clean(server.url()).await;
}

/// In place of the clipboard, which is the machine's: takes what is copied, or refuses.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
    async writeText(text) {
      if (arguments.length && window.refused) throw new DOMException('no', 'NotAllowedError');
      document.body.dataset.copied = text;
    },
} });";

#[tokio::test]
async fn a_link_is_copied_or_selected() {
    let server = Server::published();
    for touch in [false, true] {
        let browser = open(server, "#descent?t=3&rate=0.5", View { touch, ..View::default() }).await;
        browser.run(CLIPBOARD, &[]).await;
        if touch {
            browser.tap("[data-tool=share]").await;
        } else {
            browser.run("document.querySelector('[data-tool=share]').focus()", &[]).await;
            press(&browser, "\u{e007}").await;
        }
        browser.wait_until("document.querySelector('.share[open]')").await;
        browser.click("[data-panel=link] .button-main").await;
        let link = browser.wait_until("document.body.dataset.copied").await;
        let link = link.as_str().expect("a link").to_owned();
        for part in [server.url(), "t=3", "rate=0.5", "f=valley", "lang=en"] {
            assert!(link.contains(part), "{part} in {link}");
        }
        browser.run("window.refused = true", &[]).await;
        browser.click("[data-panel=link] .button-main").await;
        browser.wait_until("getSelection().toString() === document.activeElement.value").await;
        assert_eq!(browser.value("document.activeElement.value").await, json!(link));
        if !touch {
            press(&browser, "\u{e00c}").await;
            browser.wait_until("!document.querySelector('.share')").await;
        }
        browser.go(&link).await;
        browser.wait_until("document.querySelector('.transport-t')?.textContent === 't = 3'").await;
        browser.close_clean(server.url()).await;
    }
}

/// What a reader finds in a picture of the screen.
fn codes_in(picture: &[u8]) -> Vec<String> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("its size")];
    let info = reader.next_frame(&mut bytes).expect("its pixels");
    let channels = info.color_type.samples();
    let (width, height) = (info.width as usize, info.height as usize);
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| bytes[(y * width + x) * channels]);
    picture.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

#[tokio::test]
async fn the_code_on_the_wall_is_the_link() {
    let server = Server::published();
    for dark in [false, true] {
        let browser = open(server, "#descent?t=2&rate=0.5", View { dark, ..View::default() }).await;
        browser.click("[data-tool=share]").await;
        browser.wait_until("document.querySelector('.share-code[data-text] svg')").await;
        browser.click(".share-code").await;
        browser.wait_until("document.querySelector('.code-screen[open] svg')").await;
        browser.wait_for_frames(3).await;
        let link = browser.value("document.querySelector('.share-code').dataset.text").await;
        assert_eq!(link, json!(format!("{}#descent?rate=0.5&t=2&lang=en", server.url())));
        let read = codes_in(&browser.picture().await);
        assert_eq!(read.into_iter().map(Value::from).collect::<Vec<_>>(), std::slice::from_ref(&link));
        browser.click(".code-screen").await;
        browser.wait_until("!document.querySelector('.code-screen')").await;
        browser.close_clean(server.url()).await;
    }
}
