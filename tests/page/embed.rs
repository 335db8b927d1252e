//! A chapter's picture within a page of a course.

use serde_json::json;

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// A page around: its frame, as high as the page in it says.
const AROUND: &str = "document.body.replaceChildren();
    addEventListener('message', ({ data, source }) => {
      const frame = document.querySelector('iframe');
      if (source !== frame.contentWindow || !data.descent) return;
      frame.height = data.descent.height;
    });
    const frame = document.createElement('iframe');
    frame.width = arguments[1];
    frame.style.border = '0';
    frame.src = arguments[0];
    document.body.append(frame);";

/// Something of the page in the frame.
fn inside(expression: &str) -> String {
    format!("((document) => document && ({expression}))(document.querySelector('iframe').contentDocument)")
}

/// Waits for something in the frame, whose changes are none of this document.
async fn wait_inside(browser: &Browser, expression: &str) {
    let script = format!("while (!{}) await new Promise(requestAnimationFrame);", inside(expression));
    browser.run(&script, &[]).await;
}

#[tokio::test]
async fn every_chapter_is_a_picture_with_its_transport() {
    let server = Server::published();
    // Any page of the same host, once nothing more happens in it.
    let browser = Browser::open(&format!("{}#descent", server.url()), View::default()).await;
    browser.wait_until("document.querySelector('[data-command=step]:not(:disabled)')").await;
    for (chapter, picture) in [
        ("curve", ".fit canvas"),
        ("descent", ".descent-figure canvas"),
        ("neuron", ".network-svg"),
        ("digits", ".pad-canvas"),
    ] {
        for width in [760, 340] {
            let address = format!("{}?embed={chapter}#{chapter}?lang=ru", server.url());
            browser.run(AROUND, &[json!(address), json!(width)]).await;
            wait_inside(&browser, &format!("document.querySelector('{picture}')?.checkVisibility()")).await;
            wait_inside(&browser, "document.querySelector('[data-command=step]:not(:disabled)')").await;
            // No longer than the picture and its transport, and all of it to be seen.
            wait_inside(
                &browser,
                "document.defaultView.innerHeight === Math.ceil(document.body.getBoundingClientRect().height)",
            )
            .await;
            let shown = browser
                .value(&inside(
                    "[...document.querySelectorAll('.page-header, .page-footer, .chapter-head .formulas, .notice-list, .below')]
                       .filter((it) => it.checkVisibility()).map((it) => it.className)",
                ))
                .await;
            assert_eq!(shown, json!([]), "{chapter} at {width}");
            browser.run(&format!("{}.click()", inside("document.querySelector('[data-command=step]')")), &[]).await;
            wait_inside(&browser, "document.querySelector('.transport-t').textContent.endsWith('= 1')").await;
            // The link leads to the whole page, as it stands here.
            let link = inside(
                "(() => { const link = document.querySelector('.embed-link'); link.dispatchEvent(new Event('pointerdown')); return link.href; })()",
            );
            let link = browser.value(&link).await;
            let link = link.as_str().expect("an address");
            assert!(link.starts_with(&format!("{}#{chapter}?", server.url())), "{link}");
            assert!(link.contains("t=1") && !link.contains("embed"), "{link}");
        }
    }
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn one_chapter_is_all_there_is_and_an_unknown_one_is_the_whole_page() {
    let server = Server::published();
    let browser = Browser::open(&format!("{}?embed=neuron#curve", server.url()), View::default()).await;
    browser.wait_until("document.querySelector('.chapter-neuron') && document.querySelector('.repairs')").await;
    browser.go(&format!("{}?embed=nothing#curve", server.url())).await;
    browser
        .wait_until(
            "document.querySelector('.chapter-curve') && document.querySelector('.page-header').checkVisibility()",
        )
        .await;
    browser.close_clean(server.url()).await;
}
