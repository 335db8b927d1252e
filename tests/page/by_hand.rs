//! Chapter 3's four sliders: a reader looks for four numbers by hand, then the rule goes from the same place.

use serde_json::json;

use super::support::browser::{Browser, View};
use super::support::server::Server;

async fn open(url: &str, view: View) -> Browser {
    let browser = Browser::open(&format!("{url}#neuron"), view).await;
    browser.wait_until("document.querySelector('[data-hand=open]:not(:disabled)')").await;
    browser.run("document.querySelector('[data-hand=open]').scrollIntoView({ block: 'center' });", &[]).await;
    if view.touch {
        browser.tap("[data-hand=open]").await;
    } else {
        browser.click("[data-hand=open]").await;
    }
    browser.wait_until("document.querySelector('.hand canvas')?.checkVisibility()").await;
    browser
}

/// Moves a slider as its thumb does: some moves, one of which is the last.
async fn slide(browser: &Browser, slider: usize, place: u32) {
    let script = "const track = document.querySelectorAll('.hand input[type=range]')[arguments[0]];
        for (const value of [track.value, arguments[1] / 2, arguments[1]]) {
          track.value = value;
          track.dispatchEvent(new Event('input', { bubbles: true }));
        }
        track.dispatchEvent(new Event('change', { bubbles: true }));";
    browser.run(script, &[json!(slider), json!(place)]).await;
}

#[tokio::test]
async fn a_reader_moves_four_sliders_and_then_the_rule_goes() {
    let server = Server::published();
    for view in [View { reduced_motion: true, ..View::default() }, View::phone()] {
        let browser = open(server.url(), view).await;
        let count = "document.querySelector('.hand-count').textContent";
        assert!(browser.value(count).await.as_str().is_some_and(|text| text.starts_with("Attempts: 0 of 24")));
        // Letting go is the attempt, not the way there.
        slide(&browser, 3, 60).await;
        browser.wait_until(&format!("{count}.startsWith('Attempts: 1 of 24')")).await;
        let told = "document.querySelector('.hand .status').textContent";
        browser.wait_until(&format!("/ε.=.0\\.\\d+: (lower|higher)/.test({told})")).await;
        slide(&browser, 0, 200).await;
        browser.wait_until(&format!("{count}.startsWith('Attempts: 2 of 24')")).await;
        // The keys of a slider do the same.
        let first = browser.element(".hand input[type=range]").await;
        first.send_keys(thirtyfour::Key::Left + "").await.expect("a key is pressed");
        browser.wait_until(&format!("{count}.startsWith('Attempts: 3 of 24')")).await;
        let chapter = browser.value("location.hash").await;
        browser.run("document.querySelector('.hand .button-main').click();", &[]).await;
        browser.wait_until("document.querySelector('.hand-table')").await;
        let verdict = browser.value(told).await;
        let verdict = verdict.as_str().expect("words");
        assert!(verdict.contains("attempts 3") && verdict.contains("in 24: "), "{verdict}");
        assert!(browser.value("document.querySelector('.hand-sliders').inert").await == json!(true));
        assert_eq!(browser.value("location.hash").await, chapter, "the chapter's own run is where it was");
        // Both languages, and back to the button.
        browser.run("document.querySelector('input[value=ru]').click();", &[]).await;
        browser.wait_until(&format!("{told}.includes('попыток 3')")).await;
        browser.run("document.querySelector('.hand-buttons .button:last-child').click();", &[]).await;
        browser.wait_until("document.activeElement?.dataset.hand === 'open'").await;
        browser.run("localStorage.clear();", &[]).await;
        browser.close_clean(server.url()).await;
    }
}

/// Each task can be done, and the rule does it: else there would be nothing to compare with.
#[tokio::test]
async fn the_rule_comes_down_in_every_task() {
    let server = Server::start();
    let browser = open(server.url(), View::default()).await;
    let script = "
        const [{ core }, { taskOf }, { Game }] = await Promise.all([
            import('/www/frame/core.js'), import('/www/chapters/neuron/hand/tasks.js'), import('/www/chapters/neuron/hand/game.js'),
        ]);
        const { api } = await core();
        return [0, 1, 2, 3, 4].map((number) => {
            const game = new Game(api, taskOf(api, number));
            game.try([0, 0, 0, 0.5]);
            game.reveal();
            const errors = game.rule.map(({ error }) => error);
            game.free();
            return { first: errors[0], last: errors.at(-1), falls: errors.every((error, t) => t === 0 || error < errors[t - 1]) };
        });";
    let runs = browser.run(script, &[]).await;
    let runs = runs.as_array().expect("a list").clone();
    assert_eq!(runs.len(), 5);
    for run in runs {
        let [first, last] = ["first", "last"].map(|name| run[name].as_f64().expect("a number"));
        assert!(last < first / 8.0 && run["falls"] == json!(true), "{run}");
    }
    browser.close_clean(server.url()).await;
}
