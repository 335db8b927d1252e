//! Chapter 2 as a reader uses it: steps and goes back, chooses a start, types a formula and errs, compares runs, sees a
//! run diverge, goes on to two numbers.

use serde_json::json;
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// t of the transport bar as a number.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";
const STATUS: &str = "document.querySelector('.descent-picture .status').textContent";
/// The picture that is seen.
const PICTURE: &str = ".descent-picture > .figure:not([hidden]) canvas";
/// Words that no reader should meet. The lecture's t → +∞ is none of them.
const NO_NUMBER: &str =
    "/NaN|Infinity|∞|undefined|⟦/.test(document.querySelector('main').innerText.replace(/→\\s*\\+?\\s*∞/g, ''))";

/// A number of the page, whatever the language, powers of ten too.
fn number(id: &str) -> String {
    format!(
        "parseFloat([...document.querySelectorAll('[data-number={id}]')].find((n) => n.checkVisibility()).textContent
           .replace('−', '-').replace(/[\\s\\u00a0\\u202f]/g, '').replace(/,(?=\\d{{3}}(\\D|$))/g, '').replace(',', '.')
           .replace(/^(-?)10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/, '$11·10')
           .replace(/·10(.+)$/, (_, e) => 'e' + [...e].map((c) => c === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)).join('')))"
    )
}

async fn open(server: &Server, view: View, hash: &str) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), view).await;
    browser.wait_until("document.querySelector('.steps-now')").await;
    browser
}

async fn read(browser: &Browser, expression: &str) -> f64 {
    browser.value(expression).await.as_f64().unwrap_or(f64::NAN)
}

async fn is_near(browser: &Browser, id: &str, expected: f64) {
    let found = read(browser, &number(id)).await;
    assert!((found - expected).abs() < 1e-4, "{id} is {found}, not {expected}");
}

async fn press(browser: &Browser, key: &str) {
    browser.driver().action_chain().send_keys(key).perform().await.expect("a key is pressed");
}

/// Puts a text in place of what a field has, as typing it and pressing Enter does.
async fn enter(browser: &Browser, selector: &str, text: &str) {
    browser
        .run(
            "const field = [...document.querySelectorAll(arguments[0])].find((f) => f.checkVisibility());
             field.focus(); field.select();",
            &[json!(selector)],
        )
        .await;
    press(browser, text).await;
    press(browser, &Key::Enter.value().to_string()).await;
}

const PARABOLA: &str = "#descent?f=parabola&a=-2&rate=0.5";

#[tokio::test]
async fn a_step_follows_the_rule_and_back_returns() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, PARABOLA).await;
        is_near(&browser, "a", -2.0).await;
        is_near(&browser, "slope", -3.0).await;
        is_near(&browser, "step", 1.5).await;
        browser.click("[data-command=step]").await;
        browser.wait_until(&format!("{T} === 1")).await;
        is_near(&browser, "a", -0.5).await;
        browser.click("[data-command=step]").await;
        browser.wait_until(&format!("{T} === 2")).await;
        is_near(&browser, "a", 0.25).await;
        let rows = "[...document.querySelectorAll('.steps')].find((t) => t.checkVisibility()).tBodies[0].rows.length";
        assert_eq!(browser.value(rows).await, json!(3));
        browser.click("[data-command=back]").await;
        browser.wait_until(&format!("{T} === 1")).await;
        is_near(&browser, "a", -0.5).await;
        browser.click("[data-command=reset]").await;
        browser.wait_until(&format!("{T} === 0")).await;
        is_near(&browser, "a", -2.0).await;
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn keys_step_go_back_play_and_reset() {
    let server = Server::published();
    let browser = open(server, View::default(), PARABOLA).await;
    let [right, left] = [Key::Right, Key::Left].map(|key| key.value().to_string());
    for t in 1..=3 {
        press(&browser, &right).await;
        browser.wait_until(&format!("{T} === {t}")).await;
    }
    press(&browser, &left).await;
    browser.wait_until(&format!("{T} === 2")).await;
    // Played, the run stops by itself once it has converged.
    press(&browser, " ").await;
    browser.wait_until("/aₘᵢₙ\\s=\\s1\\.0000/.test(document.querySelector('.status').textContent)").await;
    browser.wait_until("document.querySelector('[data-command=play] .fill')").await;
    let stopped = read(&browser, T).await;
    assert!((8.0..20.0).contains(&stopped), "{stopped} steps");
    press(&browser, "r").await;
    browser.wait_until(&format!("{T} === 0")).await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_press_or_a_tap_on_the_curve_chooses_the_start() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, "#descent?f=parabola&a=-2&rate=0.5&t=4").await;
        browser.wait_until(&format!("{T} === 4")).await;
        browser.draw(PICTURE, &[vec![(0.8, 0.3)]]).await;
        browser.wait_until(&format!("{T} === 0")).await;
        let tapped = read(&browser, &number("a")).await;
        assert!((2.5..4.5).contains(&tapped), "{tapped}");
        // Dragged sideways along the curve the start follows, and the page stays where it is.
        let before = read(&browser, "scrollY").await;
        browser.draw(PICTURE, &[vec![(0.8, 0.3), (0.7, 0.3), (0.6, 0.3), (0.5, 0.3), (0.35, 0.3)]]).await;
        browser.wait_until(&format!("{} < 0.5", number("a"))).await;
        assert!((read(&browser, "scrollY").await - before).abs() < 1.0);
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn a_typed_formula_is_differentiated_and_a_wrong_one_is_pointed_at() {
    let server = Server::published();
    let browser = open(server, View::default(), PARABOLA).await;
    enter(&browser, ".formula-field", "(a-1)^2*(a+").await;
    browser.wait_until("document.querySelector('.formula-field[aria-invalid]')").await;
    let said = browser.text(".formula-entry:not([hidden]) .field-problem").await;
    assert!(said.contains("12"), "{said} does not name the character");
    // What was typed stays, and the present run too.
    assert_eq!(browser.value("document.querySelector('.formula-field').value").await, json!("(a-1)^2*(a+"));
    is_near(&browser, "slope", -3.0).await;
    enter(&browser, ".formula-field", "a^2 # 2").await;
    browser.wait_until("document.querySelector('.formula-wrong').textContent === '#'").await;
    // A formula that is too long is refused and not cut: its beginning is another one.
    let long = format!("a^2{}+50a^4", "+0.01a".repeat(40));
    browser
        .run(
            "const field = document.querySelector('.formula-field');
             field.focus();
             field.select();
             document.execCommand('insertText', false, arguments[0]);
             field.dispatchEvent(new Event('change'));",
            &[json!(long)],
        )
        .await;
    browser.wait_until("document.querySelector('.field-problem').textContent.includes('249')").await;
    assert_eq!(browser.value("document.querySelector('.formula-field').value").await, json!(long));
    is_near(&browser, "slope", -3.0).await;

    enter(&browser, ".formula-field", "(a-1)^2*(a+2)").await;
    browser.wait_until("!document.querySelector('[aria-invalid]')").await;
    assert_eq!(browser.value("document.querySelector('.function-select').value").await, json!("own"));
    // ε′ = 3a² − 3, by hand.
    let a = read(&browser, &number("a")).await;
    let slope = read(&browser, &number("slope")).await;
    assert!((slope - (3.0 * a * a - 3.0)).abs() < 1e-3 * slope.abs().max(1.0), "ε′({a}) = {slope}");
    browser.wait_until("location.hash.includes('f=own')").await;
    let link = browser.value("location.href").await;
    browser.go("about:blank").await;
    browser.go(link.as_str().unwrap()).await;
    browser.wait_until("document.querySelector('.steps-now')").await;
    is_near(&browser, "a", a).await;
    is_near(&browser, "slope", slope).await;
    browser.close_clean(server.url()).await;
}

/// Each text that can be read is seen at once; until the typing ends the run of before can come back, and does where it ends wrong.
#[tokio::test]
async fn a_formula_is_seen_while_it_is_typed_and_the_run_of_before_is_not_lost() {
    let server = Server::published();
    let browser = open(server, View::default(), "#descent?f=parabola&a=-2&rate=0.5&t=2").await;
    let chosen = "document.querySelector('.function-select').value";
    let is_old = format!("{chosen} === 'parabola' && document.querySelector('.steps-now')?.dataset.t === '2'");
    browser.wait_until(&is_old).await;
    let field = "document.querySelector('.formula-field')";
    browser.run(&format!("{field}.focus(); {field}.select();"), &[]).await;
    let shown = "document.querySelector('.formula-seen').textContent";
    press(&browser, "sin(a").await;
    // Half of it is no mistake, and what could be read last is still seen; sin(a alone never could.
    assert_eq!(browser.value("document.querySelector('.formula-field[aria-invalid]')").await, json!(null));
    assert!(browser.value(&is_old).await == json!(true));
    press(&browser, ")").await;
    browser.wait_until(&format!("{chosen} === 'own' && {shown}.includes('sin')")).await;
    assert_eq!(browser.value(&format!("{field}.value")).await, json!("sin(a)"));
    press(&browser, "+a").await;
    browser.wait_until(&format!("{shown}.includes('+')")).await;
    press(&browser, Key::Escape.value().to_string().as_str()).await;
    browser.wait_until(&is_old).await;
    assert_eq!(browser.value("document.querySelector('[aria-invalid]')").await, json!(null));
    // It ends in what is no formula: that stays to be mended, over the run of before.
    browser.run(&format!("{field}.focus(); {field}.select();"), &[]).await;
    press(&browser, "a^4").await;
    browser.wait_until(&format!("{chosen} === 'own'")).await;
    press(&browser, "+").await;
    press(&browser, Key::Enter.value().to_string().as_str()).await;
    browser.wait_until(&format!("{field}.getAttribute('aria-invalid') && {is_old}")).await;
    assert_eq!(browser.value(&format!("{field}.value")).await, json!("a^4+"));
    press(&browser, "2").await;
    browser.wait_until(&format!("{chosen} === 'own' && !{field}.getAttribute('aria-invalid')")).await;
    press(&browser, Key::Enter.value().to_string().as_str()).await;
    // Now it is the run, and Escape has nothing to bring back.
    press(&browser, Key::Escape.value().to_string().as_str()).await;
    browser.wait_for_frames(2).await;
    assert_eq!(browser.value(chosen).await, json!("own"));
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn divergence_is_told_in_words_and_never_in_no_numbers() {
    let server = Server::published();
    let browser = open(server, View::default(), "#descent?f=parabola&a=-2&rate=3").await;
    for _ in 0..3 {
        browser.click("[data-command=step]").await;
    }
    browser.wait_until(&format!("{T} === 3")).await;
    let said = browser.value(STATUS).await;
    let said = said.as_str().unwrap();
    assert!(said.contains('3') && said.contains("2.0000"), "{said} lacks α or the bound");
    browser
        .run(
            "document.querySelector('.transport-speed').value = 'full';
                 document.querySelector('.transport-speed').dispatchEvent(new Event('change'));",
            &[],
        )
        .await;
    browser.click("[data-command=play]").await;
    browser.wait_until("document.querySelector('[data-command=step]').disabled").await;
    assert_eq!(browser.value(NO_NUMBER).await, json!(false));
    // The way back is open.
    browser.click("[data-command=back]").await;
    browser.wait_until("!document.querySelector('[data-command=step]').disabled").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn another_alpha_shows_the_same_start_anew_and_runs_are_compared() {
    let server = Server::published();
    let browser = open(server, View::default(), "#descent?f=parabola&a=-2&rate=0.5&t=3").await;
    // a³ = 1 − 3·½³
    is_near(&browser, "a", 1.0 - 3.0 / 8.0).await;
    enter(&browser, ".descent-controls:not([hidden]) .slider .number-field", "0.2").await;
    // The same three steps with α = 0.2: 1 − 3·0.8³
    browser.wait_until(&format!("Math.abs({} - (1 - 3 * 0.512)) < 1e-3", number("a"))).await;
    browser.click(".descent-controls:not([hidden]) .runs-add").await;
    browser.wait_until("document.querySelectorAll('.run').length === 2").await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 4")).await;
    is_near(&browser, "a", 1.0 - 3.0 * 0.6_f64.powi(4)).await;
    browser.click(".run:first-child .run-label").await;
    browser.wait_until(&format!("Math.abs({} - (1 - 3 * 0.8 ** 4)) < 1e-3", number("a"))).await;
    browser.click(".run:last-child .run-remove").await;
    browser.wait_until("document.querySelectorAll('.run').length === 0").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_check_shows_that_derivative_and_difference_agree() {
    let server = Server::published();
    let browser = open(server, View::default(), "#descent?f=wells&a=1.6&rate=0.05").await;
    browser.click(".descent-more .disclosure-summary").await;
    // The places are there from the start; their numbers come when it has opened.
    browser
        .wait_until("[...document.querySelectorAll('.check-value')].filter((place) => place.textContent).length === 5")
        .await;
    let values = "[...document.querySelectorAll('.check-value.derivative')].map((v) => parseFloat(v.textContent))";
    let values: [f64; 2] = serde_json::from_value(browser.value(values).await).unwrap();
    // ε′ = 4a(a² − 1) + ¼
    assert!((values[1] - 10.234).abs() < 1e-9, "{values:?}");
    assert!((values[0] - values[1]).abs() < 1e-7 && values[0] != 0.0, "{values:?}");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn every_notice_sets_its_scene_and_plays_it() {
    let server = Server::published();
    let browser = open(server, View::default(), "#descent").await;
    let count = browser.value("document.querySelectorAll('[data-notice]').length").await;
    assert!((3..=6).contains(&count.as_u64().unwrap()), "{count}");
    for id in ["shrink", "three", "diverge", "start", "plateau", "plane"] {
        browser.click(&format!("[data-notice={id}]")).await;
        browser.wait_until(&format!("{T} >= 2")).await;
        assert_eq!(browser.value(NO_NUMBER).await, json!(false), "{id}");
    }
    browser.wait_until("document.querySelector('input[value=two]').checked").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn two_numbers_descend_by_the_same_rule() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, "#descent?view=two&g=bowl&a2=-2&b2=1&rate2=0.5").await;
        browser.click("[data-command=step]").await;
        browser.wait_until(&format!("{T} === 1")).await;
        is_near(&browser, "a", -1.0).await;
        is_near(&browser, "b", 0.5).await;
        browser.draw(PICTURE, &[vec![(0.8, 0.3)]]).await;
        browser.wait_until(&format!("{T} === 0 && {} > 0.5", number("a"))).await;
        assert!(read(&browser, &number("b")).await > 0.2);
        browser.close_clean(server.url()).await;
    }
}

#[tokio::test]
async fn a_broken_link_opens_the_chapter_and_says_what_is_wrong() {
    let server = Server::published();
    let browser = open(server, View::default(), "#descent?f=own&formula=a%2B%2B&a=1").await;
    let shown = "[...document.querySelectorAll('.notice')].some((n) => n.checkVisibility())";
    browser.wait_until(shown).await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    browser.close_clean(server.url()).await;
}

/// Being the descent: places are looked at by hand and without one, the rule goes after, and the run before is where it was.
#[tokio::test]
async fn a_reader_is_the_descent_and_then_the_rule() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, &format!("{PARABOLA}&t=2")).await;
        browser.wait_until(&format!("{T} === 2")).await;
        is_near(&browser, "a", 0.25).await;
        // The line of the rule says the step that comes next.
        let rule =
            "[...document.querySelectorAll('.descent-picture .living-number')].map((it) => it.textContent).join(' ')";
        assert_eq!(browser.value(rule).await, json!("0.6250 0.2500 0.5 (−0.7500)"));
        browser.click(".descent-picture .part-head > .button").await;
        browser.wait_until("document.querySelector('.play canvas')?.checkVisibility()").await;
        assert_eq!(browser.value("document.querySelector('.descent-side').checkVisibility()").await, json!(false));
        let best = "Number(document.querySelector('.play-count .error').parentElement.textContent.split('=')[1])";
        let start = read(&browser, best).await;
        browser.tap(".play canvas").await;
        browser.wait_until("/1 of 12/.test(document.querySelector('.play-count').textContent)").await;
        // Without a pointer: the slider says where, the button looks.
        browser
            .run(
                "const track = document.querySelector('.play input[type=range]');
                 track.value = '300';
                 track.dispatchEvent(new Event('input', { bubbles: true }));",
                &[],
            )
            .await;
        browser.click(".play-buttons .button:first-child").await;
        browser.wait_until("/2 of 12/.test(document.querySelector('.play-count').textContent)").await;
        assert!(read(&browser, best).await < start, "a bowl is lower in its middle");
        browser.click(".play-buttons .button-main").await;
        let verdict =
            browser.wait_until("document.querySelector('.play .status strong')?.parentElement.textContent").await;
        assert!(verdict.as_str().is_some_and(|it| it.contains("attempts 2") && it.contains("steps 2")), "{verdict}");
        assert_eq!(
            browser.value("document.querySelector('.play-buttons .button:first-child').disabled").await,
            json!(true)
        );
        assert_eq!(browser.value(NO_NUMBER).await, json!(false));
        browser.click(".play-buttons .button:nth-child(3)").await;
        browser.wait_until("/0 of 12/.test(document.querySelector('.play-count').textContent)").await;
        browser.click(".play-buttons .button:last-child").await;
        browser.wait_until("!document.querySelector('.play')").await;
        assert_eq!(browser.value(T).await, json!(2));
        is_near(&browser, "a", 0.25).await;
        browser.close_clean(server.url()).await;
    }
}
