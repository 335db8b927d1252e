//! Chapter 4's look inside the network as a reader uses it: why it answers so, by mouse, finger and keys.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::pointer::THREE;
use super::support::server::Server;

/// The number in an element, as the page writes it in English: = −1.2·10⁻⁸.
const NUMBER: &str = "((element) => Number(element.textContent.replace(/[=\\s,]/g, '').replaceAll('−', '-')
    .replaceAll('⁻', '-').replace('·10', 'e').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (raised) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(raised))))";

/// The digits of the two outputs that stand side by side.
const PAIR: &str = "[...document.querySelectorAll('.inside-digit')].map((digit) => digit.textContent).join(' ')";

/// The number of the hidden unit, from 1.
const UNIT: &str = "document.querySelector('.inside-unit .number-field').value";

async fn open(server: &Server, view: View) -> Browser {
    let browser = Browser::open(&format!("{}#digits", server.url()), view).await;
    browser.wait_until("document.querySelector('.pad-canvas')").await;
    browser
}

/// A drawn 3, and the question why it is read as one.
async fn why(server: &Server, view: View) -> Browser {
    let browser = open(server, view).await;
    browser.draw(".pad-canvas", &[THREE.to_vec()]).await;
    browser.wait_until("document.querySelector('[data-answer=ready] .answer-digit').textContent === '3'").await;
    browser.wait_until("!document.querySelector('[data-ask=inside]').disabled").await;
    press(&browser, "[data-ask=inside]").await;
    browser.wait_until("document.querySelector('.inside-answer strong')").await;
    browser
}

/// With the mouse or with a finger, in the middle.
async fn press(browser: &Browser, selector: &str) {
    browser.wait_until(&format!("document.querySelector({})", Value::from(selector))).await;
    let middle = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', behavior: 'instant' });";
    browser.run(middle, &[json!(selector)]).await;
    if browser.touch() {
        browser.tap(selector).await;
    } else {
        browser.click(selector).await;
    }
}

/// Chooses one of a few.
async fn choose(browser: &Browser, input: &str) {
    browser.run("document.querySelector(arguments[0]).click();", &[json!(format!(".inside input{input}"))]).await;
}

async fn number(browser: &Browser, selector: &str) -> f64 {
    let value = format!("{NUMBER}(document.querySelector('{selector}'))");
    browser.value(&value).await.as_f64().unwrap_or(f64::NAN)
}

async fn numbers(browser: &Browser, selector: &str) -> Vec<f64> {
    let values = format!("[...document.querySelectorAll('{selector}')].map({NUMBER})");
    serde_json::from_value(browser.value(&values).await).expect("numbers")
}

#[tokio::test]
async fn an_answer_is_made_of_what_its_units_say() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = why(server, view).await;
        // The network whose answer was asked about.
        browser.wait_until("document.querySelector('.inside input[value=ready]').checked").await;
        let answer = browser.value("document.querySelector('.inside-answer').textContent").await;
        assert!(answer.as_str().unwrap().contains("says 3"), "{answer}");
        browser.element(".inside-outputs").await;
        browser.wait_until(&format!("{PAIR}.startsWith('3 ')")).await;

        let terms = numbers(&browser, ".inside-output:first-child .inside-term-value").await;
        let [u, q] = numbers(&browser, ".inside-output:first-child .inside-total .inside-number-value").await[..]
        else {
            panic!("u and q stand there")
        };
        assert_eq!(terms.len(), 9, "eight units and the others");
        let sum = terms.iter().sum::<f64>() + u;
        assert!((sum - q).abs() < 0.01, "{terms:?} and {u} make {sum}, not {q}");

        // A unit of the list is looked at by itself.
        let second = ".inside-output:first-child .inside-term-button:nth-child(2)";
        let name = browser.value(&format!("document.querySelector('{second} .inside-term-name').textContent")).await;
        press(&browser, second).await;
        browser.wait_until(&format!("{UNIT} === {name}")).await;
        let [v, p, _] = numbers(&browser, ".inside-unit .inside-equation:not([hidden]) .inside-number-value").await[..]
        else {
            panic!("v, p and y stand there")
        };
        let sum = number(&browser, ".inside-sum").await;
        assert!((sum + v - p).abs() < 0.01, "{sum} + {v} is not {p}");
        browser.close_clean(server.url()).await;
    }
}

/// What is pointed at is shown, what is pressed stays, and a second press asks where its number comes from.
#[tokio::test]
async fn the_flow_is_read_by_hand_and_by_keys() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = why(server, view).await;
        choose(&browser, "[value=training]").await;
        browser.wait_until("document.querySelector('.inside-unit .inside-of').textContent.includes('30')").await;
        let middle =
            "document.querySelector('.inside-flow canvas').scrollIntoView({ block: 'center', behavior: 'instant' });";
        browser.run(middle, &[]).await;
        browser.draw(".inside-flow canvas", &[vec![(0.36, 0.168)]]).await;
        browser.wait_until(&format!("{UNIT} === '1'")).await;
        browser.draw(".inside-flow canvas", &[vec![(0.36, 0.168)]]).await;
        browser.wait_until("!document.querySelector('.card').hidden").await;
        browser.close_clean(server.url()).await;
    }

    let browser = why(server, View { reduced_motion: true, ..View::default() }).await;
    choose(&browser, "[value=training]").await;
    browser.wait_until("document.querySelector('.inside-unit .inside-of').textContent.includes('30')").await;
    browser.run("document.querySelector('.inside-flow canvas').focus();", &[]).await;
    let key = async |key: Key| {
        let keys = key.value().to_string();
        browser.driver().action_chain().send_keys(keys).perform().await.expect("a key is pressed");
    };
    let first = browser.value(PAIR).await.as_str().unwrap()[..1].parse::<u32>().unwrap();
    let (towards, next) = if first < 9 { (Key::Down, first + 1) } else { (Key::Up, first - 1) };
    key(towards).await;
    browser.wait_until(&format!("{PAIR}.startsWith('{next} ')")).await;
    key(Key::Left).await;
    let unit: u32 = browser.value(UNIT).await.as_str().unwrap().parse().unwrap();
    let (towards, next) = if unit < 30 { (Key::Down, unit + 1) } else { (Key::Up, unit - 1) };
    key(towards).await;
    browser.wait_until(&format!("{UNIT} === '{next}'")).await;
    key(Key::Enter).await;
    browser.wait_until("!document.querySelector('.card').hidden").await;
    browser.close_clean(server.url()).await;
}

/// With a wrong label the error is large, its digit stands beside the answer, and every row of ∂ε/∂V is the image.
#[tokio::test]
async fn the_error_comes_back_to_the_weights() {
    let server = Server::published();
    let browser = why(server, View::default()).await;
    choose(&browser, "[value=training]").await;
    browser.wait_until("document.querySelector('.inside-unit .inside-of').textContent.includes('30')").await;
    choose(&browser, "[value=back]").await;
    choose(&browser, "[value='8']").await;
    browser.element(".inside-outputs").await;
    browser.wait_until(&format!("/8/.test({PAIR})")).await;
    let slopes = ".inside-output:nth-child(2) .inside-total .inside-number-value";
    let [d_z, d_q] = numbers(&browser, slopes).await[..] else { panic!("∂ε/∂z and ∂ε/∂q stand there") };
    assert!(d_z < 0.0 && d_q < 0.0 && d_q > d_z, "of the label's output: {d_z}, {d_q}");
    browser.wait_until("document.querySelector('.inside-tensor canvas').clientHeight > 0").await;
    let factor = number(&browser, ".inside-unit .inside-equation:not([hidden]) .inside-number-value").await;
    assert!(factor != 0.0 && factor.is_finite(), "∂ε/∂p of the unit that has most to change: {factor}");
    browser.close_clean(server.url()).await;
}

/// Whether the pictures of the row before and after the step are the same.
const SAME: &str =
    "new Set([...document.querySelectorAll('.inside-subtraction canvas')].map((it) => it.toDataURL())).size === 1";

#[tokio::test]
async fn a_step_is_seen_to_be_subtracted_from_a_row() {
    let server = Server::published();
    // Who wants no motion sees the one and the other.
    for view in [View::default(), View { reduced_motion: true, ..View::phone() }] {
        let browser = why(server, view).await;
        // A network that has just begun changes most.
        choose(&browser, "[value=training]").await;
        choose(&browser, "[value=back]").await;
        browser.wait_until("document.querySelector('.inside-subtract:not(:disabled)')?.checkVisibility()").await;
        let track = "document.querySelector('.inside-subtraction input')";
        browser.wait_until(&format!("!({SAME})")).await;
        let drag = "arguments[0].value = '0'; arguments[0].dispatchEvent(new Event('input', { bubbles: true }));";
        browser.run(&drag.replace("arguments[0]", track), &[]).await;
        browser.wait_until(SAME).await;
        assert_eq!(browser.value(&format!("{track}.getAttribute('aria-valuetext')")).await, json!("0%"));
        press(&browser, ".inside-subtract").await;
        browser.wait_until(&format!("{track}.value === '50' && !({SAME})")).await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn images_of_the_data_are_looked_at_one_by_one() {
    let server = Server::published();
    let browser = open(server, View { language: "ru", ..View::default() }).await;
    browser.wait_until("!document.querySelector('[data-ask=inside]').disabled").await;
    press(&browser, "[data-ask=inside]").await;
    browser.wait_until("document.querySelector('.inside-answer')").await;
    choose(&browser, "[value=test]").await;
    let label = "document.querySelector('.inside-label').textContent";
    browser.wait_until(&format!("{label}.endsWith('7')")).await;
    press(&browser, ".inside-choices .inside-stepper .button:nth-of-type(2)").await;
    browser.wait_until(&format!("{label}.endsWith('2')")).await;
    for which in ["ready", "training"] {
        choose(&browser, &format!("[value={which}]")).await;
        browser.wait_until("document.querySelector('.inside-answer strong')").await;
    }
    choose(&browser, "[value=batch]").await;
    let count = "document.querySelector('.inside-choices .inside-of').textContent";
    browser.wait_until(&format!("{count} === 'из\u{a0}10'")).await;
    browser.close_clean(server.url()).await;
}
