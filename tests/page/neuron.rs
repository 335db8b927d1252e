//! Chapter 3 as a reader uses it: steps and goes back, plays, types numbers, edits pairs, follows the light, sends a link.

use descent::network::scalar::{Pairs, Parameter, ScalarNetwork};
use descent::rule::LearningRate;
use descent::training::scalar_presets::PRESETS;
use descent::training::scalar_run::ScalarRun;
use serde_json::json;
use thirtyfour::Key;

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// t of the transport bar as a number.
const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";

/// The four parameters as the fields show them.
const FIELDS: &str = "['V', 'v', 'U', 'u'].map((name) => document.querySelector(`[data-field=${name}]`).value)";

/// All that the passes and the rule show.
const ALL: &str = "[...document.querySelectorAll('.pass-result, .rule-table td')].map((it) => it.textContent)";

const START: &str = "document.querySelector('.neuron-start').value";

async fn open(server: &Server, view: View, hash: &str) -> Browser {
    let browser = Browser::open(&format!("{}{hash}", server.url()), view).await;
    browser.wait_until("document.querySelector('.pass-result mn')?.textContent").await;
    browser
}

/// A number as the English page writes it, when it is neither tiny nor large.
fn written(value: f64) -> String {
    if value == 0.0 { "0".into() } else { format!("{value:.4}").replace('-', "−") }
}

fn fields(network: ScalarNetwork) -> serde_json::Value {
    json!(Parameter::ALL.map(|parameter| written(network.get(parameter))))
}

fn preset(id: &str) -> ScalarRun {
    let preset = PRESETS.iter().find(|preset| preset.id == id).unwrap();
    let pairs = Pairs::new(preset.pairs.to_vec()).unwrap();
    ScalarRun::new(preset.network, pairs, LearningRate::new(preset.rate).unwrap()).unwrap()
}

async fn choose(browser: &Browser, id: &str) {
    browser
        .run(
            "const select = document.querySelector('.neuron-start');
             select.value = arguments[0];
             select.dispatchEvent(new Event('change'));",
            &[json!(id)],
        )
        .await;
}

async fn press(browser: &Browser, key: &str) {
    browser.driver().action_chain().send_keys(key).perform().await.expect("a key is pressed");
}

/// Types into a field in place of what is there.
async fn fill(browser: &Browser, selector: &str, text: &str) {
    let field = browser.element(selector).await;
    field.click().await.expect("a field takes a click");
    field.send_keys(Key::Control + "a").await.expect("all is selected");
    field.send_keys(text).await.expect("a number is typed");
    field.send_keys(Key::Enter + "").await.expect("Enter is pressed");
}

async fn result(browser: &Browser, stage: &str) -> String {
    let text =
        browser.value(&format!("document.querySelector('[data-stage={stage}] .pass-result mn').textContent")).await;
    text.as_str().unwrap_or_default().into()
}

#[tokio::test]
async fn it_opens_at_the_start_that_learns_and_steps_as_the_core_does() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    let mut run = preset("learns");
    assert_eq!(browser.value(START).await, json!("learns"));
    assert_eq!(browser.value(FIELDS).await, fields(run.network()));
    assert_eq!(result(&browser, "z").await, "0.8210");
    let pass = run.network().backward(&run.network().forward(1.0, 0.0));
    for (stage, value) in [
        ("d_z", pass.d_z),
        ("d_q", pass.d_q),
        ("d_U", pass.d_U),
        ("d_y", pass.d_y),
        ("d_p", pass.d_p),
        ("d_V", pass.d_V),
    ] {
        assert_eq!(result(&browser, stage).await, written(value), "{stage}");
    }
    let before = browser.value(ALL).await;
    for t in 1..=3 {
        browser.click("[data-command=step]").await;
        browser.wait_until(&format!("{T} === {t}")).await;
        run.step();
        assert_eq!(browser.value(FIELDS).await, fields(run.network()));
    }
    for t in (0..3).rev() {
        browser.click("[data-command=back]").await;
        browser.wait_until(&format!("{T} === {t}")).await;
    }
    assert_eq!(browser.value(ALL).await, before, "back at the start every number is as it was");
    assert_eq!(browser.value("document.querySelector('[data-command=back]').disabled").await, json!(true));
    browser.close_clean(server.url()).await;
}

/// "Until z < 0.8" is typed where a step may be named; it stops at the first such step, whatever the speed.
#[tokio::test]
async fn it_is_played_until_z_is_small() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    let mut run = preset("learns");
    let z = |run: &ScalarRun| run.network().forward(1.0, 0.0).z;
    assert!(z(&run) > 0.8);
    let mut until = |limit: f64| {
        while z(&run) >= limit {
            assert!(run.step());
        }
        run.t()
    };
    let paused = "document.querySelector('[data-command=play] span').textContent.trim() === 'Play'";
    for (typed, limit, speed) in [("z < 0.8", 0.8, "medium"), ("z<0,5", 0.5, "full")] {
        browser
            .run(
                "const speed = document.querySelector('.transport-speed');
            speed.value = arguments[0]; speed.dispatchEvent(new Event('change'));",
                &[json!(speed)],
            )
            .await;
        browser.click(".scrub-place").await;
        browser.wait_until("document.activeElement?.closest('.scrub-go')").await;
        assert!(browser.text(".scrub-hint").await.contains("z < 0.1"));
        browser
            .element(".scrub-go input")
            .await
            .send_keys(typed.to_owned() + Key::Enter)
            .await
            .expect("keys are pressed");
        let t = until(limit);
        browser.wait_until(&format!("{T} === {t} && {paused}")).await;
        browser.wait_for_frames(3).await;
        assert_eq!(browser.value(T).await, json!(t), "{typed} stops there");
    }
    // What is none is told, and nothing is lost.
    browser.click(".scrub-place").await;
    browser
        .element(".scrub-go input")
        .await
        .send_keys("z < x".to_owned() + Key::Enter)
        .await
        .expect("keys are pressed");
    browser.wait_until("document.querySelector('.scrub-go .field-problem').checkVisibility()").await;
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_core_names_the_numbers_of_a_pass_as_the_graph_does() {
    let server = Server::start();
    let browser = open(server, View::default(), "#neuron").await;
    let names = browser
        .value(
            "Promise.all([import('/www/frame/core.js'), import('/www/lecture/graph.js')]).then(async ([load, graph]) => {
               const { api } = await load.core();
               const run = new api.ScalarRun(1, 1, 4, -2, 0.15, Float64Array.of(1, 0));
               const parameter = (name) => graph.GRAPH[name].quantity === 'a';
               return {
                 core: Object.keys(run.state(0).pass).sort(),
                 graph: graph.NAMES.filter((name) => !parameter(name)).sort(),
               };
             })",
        )
        .await;
    assert_eq!(names["core"].as_array().map(Vec::len), Some(17));
    assert_eq!(names["core"], names["graph"]);
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn it_plays_pauses_scrubs_and_starts_again() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    let before = browser.value(ALL).await;
    browser.click("[data-command=play]").await;
    browser.wait_until(&format!("{T} > 10")).await;
    browser.click("[data-command=play]").await;
    let stopped = browser.value(T).await.as_u64().unwrap();
    browser.wait_for_frames(30).await;
    assert_eq!(browser.value(T).await, json!(stopped));
    browser
        .run(
            "const scrub = document.querySelector('.scrub input');
             scrub.value = 5;
             scrub.dispatchEvent(new Event('input'));",
            &[],
        )
        .await;
    let mut run = preset("learns");
    (0..5).for_each(|_| assert!(run.step()));
    assert_eq!(browser.value(FIELDS).await, fields(run.network()));
    let place = browser.text(".scrub-place").await;
    assert_eq!(place, format!("5 / {stopped}"), "what lies ahead is kept");
    browser.click("[data-command=reset]").await;
    assert_eq!(browser.value(ALL).await, before);
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn keys_play_step_go_back_and_reset() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    let [right, left] = [Key::Right, Key::Left].map(|key| key.value().to_string());
    for (key, t) in [(&right, 1), (&right, 2), (&left, 1)] {
        press(&browser, key).await;
        browser.wait_until(&format!("{T} === {t}")).await;
    }
    press(&browser, " ").await;
    browser.wait_until(&format!("{T} > 4")).await;
    press(&browser, " ").await;
    press(&browser, "r").await;
    browser.wait_until(&format!("{T} === 0")).await;
    // In a field the arrows and the space bar are the field's.
    browser.element("[data-field=V]").await.click().await.unwrap();
    press(&browser, &right).await;
    press(&browser, &left).await;
    assert_eq!(browser.value(T).await, json!(0));
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn every_start_is_the_cores() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    for preset in PRESETS.iter().rev() {
        choose(&browser, preset.id).await;
        assert_eq!(browser.value(FIELDS).await, fields(preset.network), "{}", preset.id);
        assert_eq!(browser.value(START).await, json!(preset.id));
        let pairs = browser.value("document.querySelectorAll('.pairs-table tbody tr').length").await;
        assert_eq!(pairs, json!(preset.pairs.len()));
        assert!(browser.text(".neuron-start-row .status").await.len() > 30, "{} has its sentence", preset.id);
    }
    choose(&browser, "cut").await;
    assert_eq!(result(&browser, "d_V").await, "0");
    choose(&browser, "symmetric").await;
    browser.click("[data-command=play]").await;
    // Nothing moves: the player stops by itself.
    browser.wait_until(&format!("{T} > 0 && !document.querySelector('[data-command=play] .icon .fill[d^=M5]')")).await;
    assert_eq!(browser.value(FIELDS).await, json!(["0", "0", "0", "0"]));
    fill(&browser, "[data-field=U]", "0,1").await;
    assert_eq!(browser.value(T).await, json!(0), "a number by hand is a new start");
    assert_eq!(browser.value(START).await, json!(""));
    assert_ne!(result(&browser, "d_V").await, "0");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_wrong_number_is_explained_and_changes_nothing() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    let before = browser.value(ALL).await;
    let problem =
        "[...document.querySelectorAll('.network-problems .field-problem')].find((it) => !it.hidden)?.textContent";
    for wrong in ["abc", "1e9", "--2", ""] {
        fill(&browser, "[data-field=V]", wrong).await;
        let said = browser.wait_until(problem).await;
        assert!(said.as_str().is_some_and(|text| text.contains("1,000")), "{said}");
        assert_eq!(browser.value(ALL).await, before, "{wrong}");
    }
    fill(&browser, "[data-field=V]", "-0,5").await;
    assert_eq!(browser.value(problem).await, json!(null));
    let network = preset("learns").network().with(Parameter::V, -0.5);
    assert_eq!(browser.value(FIELDS).await, fields(network));
    assert_eq!(result(&browser, "z").await, written(network.forward(1.0, 0.0).z));
    fill(&browser, "[data-field=l]", "0.25").await;
    assert_eq!(result(&browser, "d_z").await, written(network.forward(1.0, 0.25).z - 0.25));
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn pairs_can_be_added_edited_shown_and_removed() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    browser.click("[data-pairs=add]").await;
    fill(&browser, ".pairs-table tbody tr:nth-child(2) td:nth-child(2) input", "-0.5").await;
    fill(&browser, ".pairs-table tbody tr:nth-child(2) td:nth-child(3) input", "0.75").await;
    let network = preset("learns").network();
    let pairs = Pairs::from_flat(&[1.0, 0.0, -0.5, 0.75]).unwrap();
    let error = "document.querySelector('.rule-table tbody tr:first-child td:last-child').textContent";
    assert_eq!(browser.value(error).await, json!(written(network.mean_error(&pairs))), "the mean of both");
    assert_eq!(result(&browser, "z").await, written(network.forward(1.0, 0.0).z));
    browser.click(".pairs-table tbody tr:nth-child(2) .pairs-choose").await;
    assert_eq!(result(&browser, "z").await, written(network.forward(-0.5, 0.75).z));
    let mut run = ScalarRun::new(network, pairs, LearningRate::new(0.15).unwrap()).unwrap();
    run.step();
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    assert_eq!(browser.value(FIELDS).await, fields(run.network()));
    browser.click(".pairs-table tbody tr:first-child button").await;
    assert_eq!(browser.value("document.querySelectorAll('.pairs-table tbody tr').length").await, json!(1));
    assert_eq!(browser.value(T).await, json!(1), "other pairs leave the run where it is");
    assert_eq!(browser.value(error).await, json!(written(run.network().forward(-0.5, 0.75).error)));
    assert_eq!(browser.value("document.querySelector('.pairs-table tbody button').disabled").await, json!(true));
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_link_opens_what_its_sender_saw() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    choose(&browser, "saturated").await;
    for _ in 0..7 {
        press(&browser, &Key::Right.value().to_string()).await;
    }
    browser.wait_until("location.hash.includes('t=7')").await;
    let (seen, address) = (browser.value(ALL).await, browser.value("location.href").await);
    let other = Browser::open(address.as_str().unwrap(), View::default()).await;
    other.wait_until(&format!("{T} === 7")).await;
    assert_eq!(other.value(ALL).await, seen);
    assert_eq!(other.value(START).await, json!("saturated"));
    other.click("[data-command=back]").await;
    other.wait_until(&format!("{T} === 6")).await;

    // α was another one on the way: the link starts from the numbers themselves.
    fill(&browser, ".neuron-sliders .slider:nth-child(1) .number-field", "3").await;
    // The address is written when the chapter is at rest: before the step, and after it.
    browser.wait_until("location.hash.includes('rate=3')").await;
    let before = browser.value("location.hash").await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("location.hash !== {before}")).await;
    let (seen, address) = (browser.value(ALL).await, browser.value("location.href").await);
    browser.close_clean(server.url()).await;
    other.go("about:blank").await;
    other.go(address.as_str().unwrap()).await;
    other.wait_until("document.querySelector('.pass-result mn')?.textContent").await;
    assert_eq!(other.value(ALL).await, seen);
    other.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_broken_link_opens_a_sound_chapter() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron?V=abc&rate=-1&pairs=1:7;x&pair=99&t=-4&slice=Q&map=zz").await;
    // V is what it is at first, α the nearest that can be: so it is none of the named starts.
    assert_eq!(browser.value(START).await, json!(""));
    browser.wait_until("/V=1&.*rate=0\\.001&/.test(location.hash)").await;
    assert_eq!(browser.value(T).await, json!(0));
    browser.close_clean(server.url()).await;
}

/// Remembers each stage that is lit, once it is.
const WATCH: &str = "
    window.seen = [];
    new MutationObserver(() => {
      const stage = document.querySelector('.pass-line.lit')?.dataset.stage;
      if (stage && window.seen.at(-1) !== stage) window.seen.push(stage);
    }).observe(document.querySelector('.passes'), { subtree: true, attributes: true, attributeFilter: ['class'] });";

#[tokio::test]
async fn the_light_goes_forward_and_comes_back_from_the_error_to_v() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    let stages = json!(["p", "y", "q", "z", "error", "d_z", "d_q", "d_U", "d_y", "d_p", "d_V"]);
    browser.run(WATCH, &[]).await;
    press(&browser, &Key::Right.value().to_string()).await;
    browser.wait_until("window.seen.length >= 11 && !document.querySelector('.pass-line.lit')").await;
    assert_eq!(browser.value("window.seen").await, stages);
    browser.click("[data-command=walk]").await;
    browser.wait_until("document.querySelector('.network-node.lit')?.dataset.stage === 'y'").await;
    browser.click("[data-command=walk]").await;
    browser.wait_until("!document.querySelector('.network .lit')").await;
    assert_eq!(browser.value(T).await, json!(1), "looking is no step");
    browser.close_clean(server.url()).await;

    let calm = open(server, View { reduced_motion: true, ..View::default() }, "#neuron").await;
    calm.run(WATCH, &[]).await;
    press(&calm, &Key::Right.value().to_string()).await;
    calm.wait_until(&format!("{T} === 1")).await;
    // The light would be at its first stage as soon as the step is seen.
    calm.wait_for_frames(2).await;
    assert_eq!(calm.value("window.seen").await, json!([]));
    calm.close_clean(server.url()).await;
}

const SLICE: &str = ".plots .neuron-slice canvas";

/// What stands in a parameter's field, as a number.
async fn field(browser: &Browser, name: &str) -> f64 {
    let text = browser.value(&format!("document.querySelector('[data-field={name}]').value")).await;
    let text = text.as_str().unwrap_or_default().replace('−', "-").replace(',', ".");
    text.parse().unwrap_or_else(|_| panic!("{name} is {text}"))
}

/// Where a value of the slice's parameter, from −6 to 6, stands as a share of the canvas: the axis leaves 48 pixels on its
/// left and 22 on its right.
async fn along(browser: &Browser, value: f64) -> f64 {
    let width = format!("document.querySelector('{SLICE}').getBoundingClientRect().width");
    let width = browser.value(&width).await.as_f64().unwrap();
    (48.0 + (width - 70.0) * (value + 6.0) / 12.0) / width
}

#[tokio::test]
async fn the_point_of_a_slice_is_moved_by_hand() {
    let server = Server::published();
    for view in [View::default(), View::phone()] {
        let browser = open(server, view, "#neuron").await;
        for t in 1..=2 {
            browser.click("[data-command=step]").await;
            browser.wait_until(&format!("{T} === {t}")).await;
        }
        let others = [field(&browser, "V").await, field(&browser, "v").await, field(&browser, "U").await];
        let (from, to) = (along(&browser, 3.0).await, along(&browser, -4.0).await);
        browser.draw(SLICE, &[vec![(from, 0.4), (f64::midpoint(from, to), 0.4), (to, 0.4)]]).await;
        browser.wait_until(&format!("{T} === 0")).await;
        let u = field(&browser, "u").await;
        assert!((u + 4.0).abs() < 0.15, "u was dragged to −4 and is {u}");
        assert_eq!([field(&browser, "V").await, field(&browser, "v").await, field(&browser, "U").await], others);
        assert_eq!(browser.value(START).await, json!(""), "a start of the reader's own");

        // The run goes on from there.
        browser.click("[data-command=step]").await;
        browser.wait_until(&format!("{T} === 1")).await;
        let tapped = along(&browser, 1.0).await;
        browser.draw(SLICE, &[vec![(tapped, 0.8)]]).await;
        browser.wait_until(&format!("{T} === 0")).await;
        let u = field(&browser, "u").await;
        assert!((u - 1.0).abs() < 0.15, "u was put at 1 and is {u}");
        browser.close_clean(server.url()).await;
    }
}

/// Remembers whatever a canvas is asked to write.
const WRITTEN: &str = "
    window.written = new Set();
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      window.written.add(text);
      return fillText.call(this, text, ...rest);
    };";

#[tokio::test]
async fn the_plots_are_read_by_keys() {
    let server = Server::published();
    let browser = open(server, View { reduced_motion: true, ..View::default() }, "#neuron").await;
    browser.run(WRITTEN, &[]).await;
    let right = Key::Right.value().to_string();
    for (canvas, written) in [
        (".neuron-sigma canvas", "σ(−7.95) = "),
        (".neuron-map canvas", "U = "),
        (".plot-error canvas", "t = 0"),
        (SLICE, "u = −5.95"),
    ] {
        browser.run(&format!("document.querySelector('{canvas}').focus()"), &[]).await;
        press(&browser, &right).await;
        press(&browser, &right).await;
        browser.wait_until(&format!("[...window.written].some((text) => text.startsWith('{written}'))")).await;
    }
    assert_eq!(browser.value(T).await, json!(0), "the arrows are the plot's while it has the focus");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_gradient_is_checked_by_relative_differences() {
    let server = Server::published();
    let browser = open(server, View::default(), "#neuron").await;
    browser.click("[data-check=do]").await;
    let found = browser
        .value("[...document.querySelectorAll('.check-table tbody .check-verdict')].map((it) => it.textContent)");
    let found: Vec<String> = serde_json::from_value(found.await).unwrap();
    assert_eq!(found.len(), 4);
    let tiny = |text: &String| {
        ["⁻⁷", "⁻⁸", "⁻⁹", "⁻¹⁰", "⁻¹¹", "⁻¹²"].iter().any(|power| text.ends_with(&format!("10{power}")))
    };
    assert!(found.iter().all(tiny), "{found:?}");
    let worst = browser.text(".check-worst").await;
    assert!(
        found.iter().any(|one| worst.starts_with(&format!("Greatest difference: {one}, at ∂ε/∂"))),
        "{worst}: {found:?}"
    );
    choose(&browser, "cut").await;
    let first = browser.text(".check-table tr[data-check=V] .check-verdict").await;
    assert_eq!(first, "0");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn a_phone_has_one_column_and_the_transport_under_the_thumb() {
    let server = Server::published();
    let browser = open(server, View { language: "ru", ..View::phone() }, "#neuron").await;
    let transport = "(() => { const box = document.querySelector('.transport').getBoundingClientRect();
                     return box.bottom <= innerHeight + 1 && box.bottom > innerHeight - 60; })()";
    assert_eq!(browser.value(transport).await, json!(true));
    browser.click("[data-command=step]").await;
    browser.wait_until(&format!("{T} === 1")).await;
    browser.click("[data-command=back]").await;
    browser.wait_until(&format!("{T} === 0")).await;
    let small = "[...document.querySelectorAll('.network-field input, .chapter-neuron button')]
        .filter((it) => it.checkVisibility() && it.getBoundingClientRect().height < 44).length";
    assert_eq!(browser.value(small).await, json!(0), "something is too small for a finger");
    browser.run("document.querySelector('.neuron-map').scrollIntoView()", &[]).await;
    assert_eq!(browser.value(transport).await, json!(true), "it stays while the page is moved");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn what_to_notice_sets_the_chapter_up() {
    let server = Server::published();
    let browser = open(server, View { reduced_motion: true, ..View::default() }, "#neuron").await;
    for (notice, start, sign) in [
        ("walk", "learns", "document.querySelector('.pass-line.lit')".to_string()),
        ("saturated", "saturated", format!("{T} > 2")),
        ("slices", "learns", format!("{T} > 2")),
        ("cut", "cut", "document.querySelector('[name]:checked[value=V]')".into()),
        ("symmetric", "symmetric", "location.hash.includes('map=VU')".into()),
        ("large", "large", format!("{T} === 1")),
    ] {
        browser.click(&format!("[data-notice={notice}]")).await;
        browser.wait_until(&format!("{START} === '{start}' && {sign}")).await;
        let seen = "(() => { const box = document.querySelector('.network').getBoundingClientRect();
                    return box.top >= 0 && box.bottom <= innerHeight; })()";
        browser.wait_until(seen).await;
    }
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn the_language_switches_everywhere_and_loses_nothing() {
    let server = Server::published();
    let browser = open(server, View { language: "ru", ..View::default() }, "#neuron").await;
    browser.click("[data-command=step]").await;
    browser.click("[data-check=do]").await;
    browser.run("document.querySelector('input[value=en]').click();", &[]).await;
    browser.wait_until("document.documentElement.lang === 'en'").await;
    let cyrillic = "/[а-яё]/i.test(document.querySelector('main').innerText)";
    assert_eq!(browser.value(cyrillic).await, json!(false), "something was left untranslated");
    let comma = "[...document.querySelectorAll('.pass-result, .rule-table td, .network-number')]
        .filter((it) => it.textContent.includes(',')).length";
    assert_eq!(browser.value(comma).await, json!(0), "a number was left in the other language's manner");
    assert_eq!(browser.value(T).await, json!(1));
    browser.close_clean(server.url()).await;
}
