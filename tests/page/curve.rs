//! Chapter 1 as a reader uses it: puts, moves and removes points, pastes a table, opens the presets, sends a link.

use serde_json::json;
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::server::Server;

const PICTURE: &str = ".fit canvas";

/// t of the transport bar as a number.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";

/// How many measurements the picture says that it shows.
const COUNT: &str = "parseInt(document.querySelector('.fit canvas').getAttribute('aria-label'))";

/// A key number, with its power of ten.
fn number(id: &str) -> String {
    format!(
        "(() => {{
           const text = document.querySelector('[data-number={id}]').textContent;
           const [digits, power] = text.split('·10');
           const exponent = power ? -[...power.slice(1)].reduce((n, c) => 10 * n + '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c), 0) : 0;
           return Number(digits) * 10 ** exponent;
         }})()"
    )
}

async fn open(server: &Server, view: View, hash: &str) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), view).await;
    browser.wait_until("document.querySelector('[data-command=step]:not(:disabled)')").await;
    browser
}

async fn read(browser: &Browser, expression: &str) -> f64 {
    browser.value(expression).await.as_f64().unwrap_or(f64::NAN)
}

async fn press(browser: &Browser, keys: &[Key]) {
    let mut chain = browser.driver().action_chain();
    for key in keys {
        chain = chain.send_keys(key.value().to_string());
    }
    chain.perform().await.expect("keys are pressed");
}

#[tokio::test]
async fn the_curve_bends_into_place_and_back() {
    let server = Server::published();
    let browser = open(server, View::default(), "#curve").await;
    let before = read(&browser, &number("deviation")).await;
    browser.click("[data-command=play]").await;
    browser.wait_until(&format!("{} < 0.5", number("deviation"))).await;
    browser.click("[data-command=play]").await;
    assert!(before > 5.0, "kg/m³ of miss before the first step: {before}");
    let (step, error) = (read(&browser, T).await, read(&browser, &number("error")).await);
    browser.click("[data-command=back]").await;
    browser.wait_until(&format!("{T} === {}", step - 1.0)).await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === {step}")).await;
    assert_eq!(read(&browser, &number("error")).await.to_bits(), error.to_bits());
    browser.click("[data-command=reset]").await;
    browser.wait_until(&format!("{T} === 0")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn points_are_put_moved_and_removed_by_hand() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, "#curve").await;
        assert_eq!(browser.value(COUNT).await, json!(51));
        browser.draw(PICTURE, &[vec![(0.4, 0.8)]]).await;
        assert_eq!(browser.value(COUNT).await, json!(51), "reading edits nothing");

        browser.click("[data-command=step]").await;
        browser.click("[data-curve=edit]").await;
        browser.draw(PICTURE, &[vec![(0.4, 0.7)]]).await;
        browser.wait_until(&format!("{COUNT} === 52")).await;
        assert_eq!(browser.value(T).await, json!(1), "the network goes on with the new point");
        // The way back leads past the edit.
        assert_eq!(browser.value("document.querySelector('[data-command=back]').disabled").await, json!(false));
        let x = "Number(document.querySelector('[data-point=x]').value)";
        let l = "Number(document.querySelector('[data-point=l]').value)";
        let (x_before, l_before) = (read(&browser, x).await, read(&browser, l).await);

        browser.draw(PICTURE, &[vec![(0.4, 0.7), (0.45, 0.65), (0.5, 0.6)]]).await;
        browser.wait_until(&format!("{x} > {x_before} + 5 && {l} > {l_before} + 2")).await;
        assert_eq!(browser.value(COUNT).await, json!(52), "a drag puts no point");

        browser.click("[data-points=remove]").await;
        browser.wait_until(&format!("{COUNT} === 51")).await;
        browser.click("[data-points=undo]").await;
        browser.wait_until(&format!("{COUNT} === 52")).await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn points_are_put_moved_and_removed_by_keyboard() {
    let server = Server::published();
    let browser = Browser::open(&format!("{}#curve?source=own", server.url()), View::default()).await;
    // Without a point there is nothing to do but to put one: the plot waits for it.
    browser.wait_until("document.activeElement?.closest('.fit')").await;
    press(&browser, &[Key::Enter]).await;
    browser.wait_until(&format!("{COUNT} === 1")).await;
    press(&browser, &[Key::Enter, Key::Enter]).await;
    browser.wait_until(&format!("{COUNT} === 3")).await;
    let l = "Number(document.querySelector('[data-point=l]').value)";
    let before = read(&browser, l).await;
    let up = browser.driver().action_chain();
    let up = up.key_down(Key::Shift).send_keys(Key::Up.value().to_string()).send_keys(Key::Up.value().to_string());
    up.key_up(Key::Shift).perform().await.expect("keys are pressed");
    browser.wait_until(&format!("{l} > {before} + 0.1")).await;
    press(&browser, &[Key::Delete]).await;
    browser.wait_until(&format!("{COUNT} === 2")).await;
    assert_eq!(browser.value(T).await, json!(0), "the arrows belong to the plot, not to the player");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_bad_table_is_named_row_by_row_and_the_rest_is_taken() {
    let server = Server::published();
    let browser = open(server, View::default(), "#curve").await;
    browser.click(".curve-below summary").await;
    let paste = async |text: &str| {
        browser.run("document.querySelector('.file-text').value = arguments[0];", &[json!(text)]).await;
        browser.click("[data-file=use]").await;
    };
    paste("day;warmth, °C\n1;-3,5\n2;-2\nyesterday;4\n3\n4;1,5\n5;1.234,5.6\n").await;
    browser.wait_until(&format!("{COUNT} === 3")).await;
    let rows = browser.value("[...document.querySelectorAll('.file-rows li')].map((row) => row.textContent)").await;
    let rows: Vec<String> = serde_json::from_value(rows).unwrap();
    assert_eq!(rows.len(), 3, "{rows:?}");
    for (row, (line, what)) in
        rows.iter().zip([("Line 4", "yesterday"), ("Line 5", "1 column where"), ("Line 7", "1.234,5.6")])
    {
        assert!(row.starts_with(line) && row.contains(what), "{row}");
    }
    // The reader is led to the picture, told there what was taken, and the numbers have the file's unit.
    let led = "(() => {
        const { top, bottom } = document.querySelector('.fit canvas').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
    })()";
    browser.wait_until(led).await;
    let said = browser.value("document.querySelector('.fitting .notice-text').textContent").await;
    assert_eq!(said, json!("3 measurements taken, 3 not: the reasons stand below, at the table."));
    assert!(
        browser.value("document.querySelector('.curve-numbers').textContent").await.to_string().contains("RMS, °C")
    );
    // A table of which nothing can be read leaves what was there.
    paste("nothing here").await;
    browser.wait_until("document.querySelector('.file-result p').textContent.includes('0 found')").await;
    assert_eq!(browser.value(COUNT).await, json!(3));

    // Of more columns the reader may take others.
    paste("t;U;dU\n0;4,1;10\n1;3,6;20\n").await;
    browser.wait_until(&format!("{COUNT} === 2")).await;
    let how = "document.querySelector('.file-how').textContent.trim()";
    assert_eq!(
        browser.value(how).await,
        json!("Semicolons separate the columns. Decimals follow a comma. The argument is “t”, the value “U”.")
    );
    browser
        .run(
            "const list = document.querySelector('[data-column=l]');
             list.value = '2';
             list.dispatchEvent(new Event('change'));",
            &[],
        )
        .await;
    browser.wait_until(&format!("{how}.includes('the value “dU”')")).await;
    // Where the numbers do not tell what their marks are, the reader says it.
    paste("1;1.130\n2;1.242\n3;1.355").await;
    browser.wait_until("document.querySelector('[data-decimal=thousands]')").await;
    assert_eq!(browser.value(COUNT).await, json!(2), "nothing is taken before");
    browser.click("[data-decimal=thousands]").await;
    browser.wait_until(&format!("{COUNT} === 3 && {how}.includes('Points separate thousands')")).await;
    assert_eq!(browser.value("document.querySelector('.file-choices').hidden").await, json!(true));
    // Far too long a table is refused by its limit.
    paste(&"1;2\n".repeat(100_001)).await;
    browser.wait_until("document.querySelector('.file-result p').textContent.includes('at most 100,000')").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_presets_show_under_and_overfitting() {
    let server = Server::published();
    let browser = open(server, View::default(), "#curve").await;
    browser.click("[data-notice=under]").await;
    browser.wait_until(&format!("{T} > 8000")).await;
    let miss = read(&browser, &number("deviation")).await;
    assert!(miss > 2.5, "one unit misses the day by {miss} h, however long it learns");

    browser.click("[data-notice=over]").await;
    browser.wait_until(&format!("{T} > 0")).await;
    browser.click("[data-command=reset]").await;
    browser.run("for (let t = 0; t < 200; t++) document.querySelector('[data-command=step]').click();", &[]).await;
    browser.wait_until(&format!("{T} === 200")).await;
    let early = read(&browser, &number("test")).await;
    browser.click("[data-command=play]").await;
    browser.wait_until(&format!("{T} > 12000")).await;
    browser.click("[data-command=play]").await;
    let (train, test) = (read(&browser, &number("error")).await, read(&browser, &number("test")).await);
    assert!(train < 2e-4 && test > 20.0 * train && test > early, "{train} in training, {early} to {test} on the test");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_link_opens_what_its_sender_saw() {
    let server = Server::published();
    let browser = open(server, View::default(), "#curve?source=day-length&hidden=5&noise=0.1&share=0.25&seed=9").await;
    browser.click("[data-curve=edit]").await;
    browser.draw(PICTURE, &[vec![(0.5, 0.85)]]).await;
    browser.wait_until(&format!("{COUNT} === 54")).await;
    browser.click("[data-command=reset]").await;
    for _ in 0..3 {
        browser.click("[data-command=step]").await;
    }
    browser.wait_until(&format!("{T} === 3")).await;
    let seen = format!("[{}, {}]", number("error"), number("test"));
    browser.wait_until("location.hash.includes('t=3')").await;
    let (link, numbers) = (browser.value("location.hash").await, browser.value(&seen).await);

    let other = open(server, View::default(), link.as_str().unwrap()).await;
    other.wait_until(&format!("{T} === 3")).await;
    assert_eq!(other.value(COUNT).await, json!(54));
    assert_eq!(other.value(&seen).await, numbers);
    other.close_clean(server.url()).await;
    browser.close_clean(server.url()).await;
}

/// Asks the network at an x.
const ASK: &str = "const field = document.querySelector('.curve-ask input');
    field.value = arguments[0];
    field.dispatchEvent(new Event('change'));";
const ANSWER: &str = "document.querySelector('.curve-ask-answer').textContent";
const OUTSIDE: &str = "document.querySelector('.curve-ask > .caption').checkVisibility()";

/// What the network says at an x that is typed, with a word where nobody has measured.
#[tokio::test]
async fn the_network_is_asked_at_any_x() {
    let server = Server::published();
    let browser = open(server, View::default(), "#curve?t=5").await;
    browser.wait_until(&format!("{T} === 5")).await;
    browser.run(ASK, &[json!("20")]).await;
    let inside = browser.wait_until(&format!("/^[\\d.,]+\\skg\\/m³$/.test({ANSWER}) && {ANSWER}")).await;
    assert_eq!(browser.value(OUTSIDE).await, json!(false));
    // It is the curve's own value there, as the core has it, and follows the run.
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{ANSWER} !== {inside}")).await;
    browser.run(ASK, &[json!("120,5")]).await;
    browser.wait_until(OUTSIDE).await;
    let outside = browser.value(ANSWER).await;
    browser.run(ASK, &[json!("warm")]).await;
    browser.wait_until("document.querySelector('.curve-ask .field-problem').checkVisibility()").await;
    assert_eq!(browser.value(ANSWER).await, outside, "a wrong number changes nothing");
    browser.close_clean(server.url()).await;
}
