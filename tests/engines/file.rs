//! The page as one file, opened from a disk: nothing can be fetched beside it, and it does what the served page does.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::json;

use super::chapters::{both_languages, opens, press, stands_at};
use super::digits::{ACCURACY, T, the_pad_is_read};
use super::engines::Engine;
use super::support::chapters::CHAPTERS;
use super::support::server::DESCENT;

/// The address of the one file, which is written once for all engines.
fn written() -> &'static str {
    static WRITTEN: LazyLock<String> = LazyLock::new(|| {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("descent.html");
        let status = Command::new(DESCENT).args(["build", "--single-file", "--out"]).arg(&file).status();
        assert!(status.expect("descent starts").success(), "the one file is written");
        format!("file://{}", file.display())
    });
    &WRITTEN
}

/// The pad answers, the four chapters open at what the address says and step, one speaks both languages and opens its own link,
/// and the worker learns.
pub async fn one_file_does_it_all(engine: &Engine) {
    let file = written();
    the_pad_is_read(engine, file).await;
    for (chapter, hash) in CHAPTERS {
        engine.go(&format!("{file}{hash}")).await;
        opens(engine, chapter).await;
        press(engine, "step").await;
        stands_at(engine, 1, 1).await;
    }
    both_languages(engine).await;
    let (chapter, _) = CHAPTERS[CHAPTERS.len() - 1];
    let link = engine.wait_until("/[?&]t=1(&|$)/.test(location.hash) && location.href").await;
    engine.go(link.as_str().expect("an address")).await;
    opens(engine, chapter).await;
    stands_at(engine, 1, 1).await;
    engine.go(&format!("{file}#digits?hidden=12&batch=100")).await;
    engine.wait_until("document.querySelector('[data-command=epoch]:not(:disabled)')").await;
    engine.click("[data-command=epoch]").await;
    engine.wait_until(&format!("parseFloat({ACCURACY}) > 40")).await;
    // An epoch of the 10,000 images that it carries.
    assert_eq!(engine.value(T).await, json!(100), "{}", engine.kind());
}
