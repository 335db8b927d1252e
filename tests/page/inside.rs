//! Chapter 4's derivation as a reader uses it: line by line, from any number back to the answer, by mouse, finger and keys.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::pointer::THREE;
use super::support::server::Server;

/// t of the chapter's own transport.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";

/// The number that an English text ends with, as the page writes it: (−1.2·10⁻⁸).
const NUMBER: &str = "((text) => Number(text.replace(/[()=\\s]/g, '').replaceAll('−', '-').replaceAll('⁻', '-')
    .replace('·10', 'e').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (raised) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised))))";

/// The symbols of the trail, as they are said.
const TRAIL: &str = "[...document.querySelectorAll('.crumb')].map((crumb) => crumb.ariaLabel)";

/// A drawing of which the network in training is asked.
async fn open(server: &Server, view: View) -> Browser {
    let browser = Browser::open(&format!("{}#digits?hidden=12", server.url()), view).await;
    browser.draw(".pad-canvas", &[THREE.to_vec()]).await;
    browser.wait_until("document.querySelector('[data-answer=ready] .answer-digit').textContent === '3'").await;
    browser.wait_until("!document.querySelector('[data-ask=inside]').disabled").await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    press(&browser, "[data-ask=inside]").await;
    browser.wait_until("document.querySelector('.stage [data-shape=V]')").await;
    let choose = "document.querySelector('.inside input[value=training]').click();";
    browser.run(choose, &[]).await;
    // Its 12 hidden units, and not the 700 of the ready one.
    browser
        .wait_until(
            "document.querySelector('[data-shape=V]').closest('.shape').textContent.includes('12\u{a0}×\u{a0}784')",
        )
        .await;
    browser
}

/// With the mouse or with a finger.
async fn press(browser: &Browser, selector: &str) {
    if browser.touch() {
        let middle = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' });";
        browser.wait_until(&format!("document.querySelector({})", Value::from(selector))).await;
        browser.run(middle, &[json!(selector)]).await;
        browser.tap(selector).await;
    } else {
        browser.click(selector).await;
    }
}

async fn number(browser: &Browser, selector: &str) -> f64 {
    let text = format!("{NUMBER}(document.querySelector('{selector}').textContent)");
    browser.value(&text).await.as_f64().unwrap_or(f64::NAN)
}

fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 0.01 * a.abs().max(b.abs()) + 1e-4
}

#[tokio::test]
async fn any_number_leads_back_to_the_answer() {
    let server = Server::published();
    for view in [View { reduced_motion: true, ..View::default() }, View { reduced_motion: true, ..View::phone() }] {
        let browser = open(server, view).await;
        press(&browser, "[data-line=d_V]").await;
        browser.wait_until("document.querySelector('[data-line=d_V][aria-current=step]')").await;
        press(&browser, ".stage canvas[data-shape=d_V]").await;
        browser.wait_until("document.querySelector('.card .pass-line[data-stage=d_V]')").await;
        browser.wait_until(&format!("{TRAIL}.length === 1 && {TRAIL}[0].startsWith('∂ε/∂V')")).await;
        let product =
            number(&browser, ".card [data-factor=d_p]").await * number(&browser, ".card [data-factor=x]").await;
        let result = number(&browser, ".card .pass-result").await;
        assert!(is_close(product, result), "∂ε/∂p · x = {product} and not {result}");

        for (factor, length) in [("d_p", 2), ("d_y", 3), ("d_q", 4), ("d_z", 5)] {
            press(&browser, &format!(".card [data-factor={factor}]")).await;
            browser.wait_until(&format!("{TRAIL}.length === {length}")).await;
            browser.wait_until(&format!("document.querySelector('.card [data-stage={factor}]')")).await;
        }
        let z = number(&browser, ".card [data-factor=z]").await;
        let l = number(&browser, ".card [data-factor=l]").await;
        assert!(z > 0.0 && z < 1.0 && (l == 0.0 || l == 1.0), "z = {z}, l = {l}");
        let result = number(&browser, ".card .pass-result").await;
        assert!(is_close(z - l, result), "z − l = {} and not {result}", z - l);

        press(&browser, ".card-trail li:nth-child(2) .crumb").await;
        browser.wait_until(&format!("{TRAIL}.length === 2")).await;
        press(&browser, ".card-close").await;
        browser.wait_until("document.querySelector('.card').hidden").await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn the_derivation_is_walked_by_keys() {
    let server = Server::published();
    let browser = open(server, View { reduced_motion: true, ..View::default() }).await;
    let key = async |key: &str| {
        browser.driver().action_chain().send_keys(key).perform().await.expect("a key is pressed");
    };
    let [right, left, down, enter, escape] =
        [Key::Right, Key::Left, Key::Down, Key::Enter, Key::Escape].map(|key| key.value().to_string());
    let lit = |line: &str| format!("document.querySelector('[aria-current=step]')?.dataset.line === '{line}'");
    // Where the focus is after opening.
    browser.run("document.querySelector('.digits-inside h2').focus();", &[]).await;
    key(&right).await;
    browser.wait_until(&lit("p")).await;
    key(&right).await;
    browser.wait_until(&lit("y")).await;
    key(&left).await;
    browser.wait_until(&lit("p")).await;
    let playing = |word: &str| format!("document.querySelector('.walk [data-command=play]').textContent === '{word}'");
    key(" ").await;
    browser.wait_until(&playing("Pause")).await;
    key(" ").await;
    browser.wait_until(&playing("Play")).await;
    assert_eq!(browser.value(T).await, json!(1), "the keys were the derivation's and not the training's");

    // From number to number by arrows, its card by Enter, and back by Escape.
    press(&browser, "[data-line=y]").await;
    browser.wait_until(&lit("y")).await;
    browser.run("document.querySelector('.stage [data-shape=p]').focus();", &[]).await;
    let chosen = "document.querySelector('.stage [data-shape=p]').ariaLabel";
    let before = browser.value(chosen).await;
    let before = before.as_str().unwrap();
    let onward = if before.contains("p₁₂") { Key::Up.value().to_string() } else { down };
    key(&onward).await;
    browser.wait_until(&format!("{chosen} !== {}", json!(before))).await;
    let named = "document.querySelector('.announcer').textContent";
    browser.wait_until(&format!("{named}.startsWith('p')")).await;
    key(&enter).await;
    browser.wait_until("document.activeElement.matches('.card-title')").await;
    browser.wait_until("document.querySelector('.card .pass-line[data-stage=p] .pass-result')").await;
    key(&escape).await;
    browser
        .wait_until("document.querySelector('.card').hidden && document.activeElement.matches('[data-shape=p]')")
        .await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_step_is_the_mean_over_the_mini_batch_and_derivatives_are_checked() {
    let server = Server::published();
    let browser = open(server, View { reduced_motion: true, ..View::default() }).await;
    press(&browser, "[data-line=d_u]").await;
    press(&browser, ".stage canvas[data-shape=d_u]").await;
    browser.wait_until("document.querySelectorAll('.batch-image').length === 10").await;
    let values = format!("[...document.querySelectorAll('.batch-value')].map((it) => {NUMBER}(it.textContent))");
    let values: Vec<f64> = serde_json::from_value(browser.value(&values).await).unwrap();
    let mean = number(&browser, ".batch-rule math:nth-child(2) .derivative").await;
    let own = values.iter().sum::<f64>() / 10.0;
    assert!((own - mean).abs() < 0.002, "the mean of {values:?} is {own} and not {mean}");
    let before = number(&browser, ".batch-rule math:nth-child(2) .a").await;
    let after = number(&browser, ".batch-rule math:nth-child(3) .a").await;
    assert!(is_close(before - 3.0 * mean, after), "{before} − 3 · {mean} is not {after}");

    press(&browser, ".batch-image:nth-child(4)").await;
    browser.wait_until("document.querySelector('.inside input[value=batch]').checked").await;
    let chosen = "document.querySelector('.batch-image:nth-child(4)').ariaPressed === 'true'";
    browser.wait_until(&format!("!document.querySelector('.card').hidden && {chosen}")).await;

    browser.click("[data-check=gradient]").await;
    browser.wait_until("document.querySelector('[data-outcome=measurable]')").await;
    let worst = number(&browser, "[data-outcome=measurable]").await;
    assert!(worst < 1e-3, "derivative and slope differ by {worst}");
    let absolute = number(&browser, "[data-outcome=absolute]").await;
    assert!(absolute < 1e-6, "derivative and slope differ by {absolute}");
    press(&browser, "[data-outcome=where] button").await;
    browser.wait_until(&format!("{TRAIL}.length === 1 && {TRAIL}[0].startsWith('∂ε/∂')")).await;
    browser.wait_until("!document.querySelector('.card').hidden").await;
    browser.close_clean(server.url()).await;
}
