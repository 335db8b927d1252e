//! Chapter 4 in an engine: the pad, the training, and data that come late.

use std::path::Path;

use serde_json::{Value, json};

use super::engines::Engine;
use super::engines::gate::Gate;
use super::golden;
use super::support::chapters::GO;
use super::support::pointer::THREE;
use super::support::server::{PROJECT, Server};

/// What the shipped network says to the drawing.
pub const READY: &str = "document.querySelector('[data-answer=ready] .answer-digit').textContent";
/// t of the transport bar as a number.
pub const T: &str = "Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''))";
/// What the training has found at the end of its epoch.
pub const ACCURACY: &str = "document.querySelector('[data-number=accuracy]').textContent";

/// The network that is saved next is kept in the page instead of a file.
const CATCH: &str = "const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => { window.caught = blob; return createObjectURL(blob); };
    HTMLAnchorElement.prototype.click = () => {};";

/// A 3 is drawn and read by the shipped network.
pub async fn the_pad_is_read(engine: &Engine, url: &str) {
    engine.go(url).await;
    engine.wait_until("document.querySelector('.pad-canvas')").await;
    engine.draw(".pad-canvas", &[THREE.to_vec()]).await;
    engine.wait_until(&format!("{READY} === '3'")).await;
    // What the pad does not wait for has come as well: Firefox calls it an error to leave a page before.
    engine.wait_until("document.querySelector('.transport [data-command=step]:not(:disabled)')").await;
}

/// Training by the page, in its worker: it runs, is paused, and step 500 has the bits that it has natively.
pub async fn training_gives_the_golden_bits(engine: &Engine, url: &str) {
    engine.go(&format!("{url}#digits?hidden=30&rate=3&batch=10&seed=1")).await;
    engine.wait_until("document.querySelector('[data-command=play]:not(:disabled)')").await;
    engine.click("[data-command=play]").await;
    engine.wait_until(&format!("{T} > 500")).await;
    engine.click("[data-command=play]").await;
    go(engine, 500).await;
    engine.wait_until(&format!("{T} === 500")).await;
    assert_eq!(digest(engine).await, golden::TRAINING, "{}", engine.kind());
}

/// The digest of the weights, from the file that the reader may save.
pub async fn digest(engine: &Engine) -> Value {
    engine.wait_until("document.querySelector('[data-ask=keep]:not(:disabled)')").await;
    engine.run("document.querySelector('[data-ask=keep]').click();", &[]).await;
    engine.wait_until("document.querySelector('[data-keep=save]')").await;
    engine.run(CATCH, &[]).await;
    engine.run("document.querySelector('[data-keep=save]').click();", &[]).await;
    engine.wait_until("window.caught").await;
    let script = "const bytes = new Uint8Array(await window.caught.slice(-4).arrayBuffer());
        return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');";
    engine.run(script, &[]).await
}

/// The scrub, moved to t.
pub async fn go(engine: &Engine, t: u64) {
    engine.run(GO, &[json!(t)]).await;
}

/// The page, whose test images do not come until they are let through.
pub async fn without_test_images() -> Gate {
    // Builds what is served.
    Server::start();
    Gate::before("t10k-images", Path::new(PROJECT)).await
}

/// An epoch that ends before the test images have come: its accuracy appears when they have, by itself.
pub async fn accuracy_comes_when_the_data_come(engine: &Engine, gate: &Gate) {
    engine.go(&format!("{}#digits?hidden=12&batch=100", gate.url())).await;
    engine.wait_until("document.querySelector('[data-command=epoch]:not(:disabled)')").await;
    engine.click("[data-command=epoch]").await;
    engine.wait_until(&format!("{T} === 600")).await;
    assert_eq!(engine.value(ACCURACY).await, "—", "{}", engine.kind());
    gate.set_open(true);
    engine.wait_until(&format!("/\\d/.test({ACCURACY})")).await;
    assert_eq!(engine.value(T).await, 600);
}
