//! How quickly the page answers. Times are measured on whatever machine this runs on, beside whatever else runs there;
//! so each test repeats its measurement and takes the best: what the page itself does wrong is wrong every time.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::support::browser::{Browser, View};
use super::support::server::Server;

const SOON: Duration = Duration::from_secs(20);

/// Attempts at a time that the machine allows.
const ATTEMPTS: usize = 6;

/// The ready network answers, and the training can begin.
async fn open(server: &Server) -> Browser {
    let browser = Browser::open(&format!("{}#digits", server.url()), View::default()).await;
    browser.wait_until("document.querySelector('[data-command=play]:not([disabled])')", SOON).await;
    browser
}

/// A task over 50 ms is the browser's own definition of a long one. In each of the attempts the training runs for
/// three seconds, through some epochs and their evaluations. One attempt without a long task suffices, since a busy
/// machine makes tasks long that are not; what came with every epoch or every frame would be in all of them.
#[tokio::test]
async fn training_leaves_the_page_free() {
    let server = Server::start();
    let browser = open(&server).await;
    browser.draw(".pad-canvas", &[vec![(0.3, 0.2), (0.7, 0.2), (0.45, 0.8)]]).await;
    browser.click("[data-command=play]").await;
    browser.wait_until("document.querySelector('[data-number=accuracy]').textContent !== '—'", SOON).await;
    browser.run("document.querySelector('.below').scrollIntoView({ block: 'end' });", &[]).await;
    browser
        .run(
            "window.watched = { long: [], frames: [] };
         new PerformanceObserver((list) => {
           for (const { duration } of list.getEntries()) watched.long.push(Math.round(duration));
         }).observe({ type: 'longtask' });
         let last = performance.now();
         requestAnimationFrame(function tick(now) {
           watched.frames.push(now - last);
           last = now;
           requestAnimationFrame(tick);
         });",
            &[],
        )
        .await;
    let mut seen = Vec::new();
    for _ in 0..ATTEMPTS {
        browser.run("watched.long = []; watched.frames = [];", &[]).await;
        tokio::time::sleep(Duration::from_secs(3)).await;
        let watched = browser
            .value("[watched.long, watched.frames.sort((a, b) => a - b)[watched.frames.length >> 1], watched.frames.length]")
            .await;
        let free = watched[0] == json!([]) && watched[1].as_f64().is_some_and(|frame| frame < 25.0);
        seen.push(watched);
        if free {
            break;
        }
    }
    println!("long tasks in ms, middle frame in ms, frames: {seen:?}");
    let last = seen.last().expect("there is an attempt");
    assert_eq!(last[0], json!([]), "long tasks in each of {seen:?}");
    assert!(last[1].as_f64().is_some_and(|frame| frame < 25.0), "slow frames in each of {seen:?}");
    browser.close_clean(server.url()).await;
}

/// The frame that follows an event of the pen shows the new bars: it is in the callback after the pad's own that their
/// pixels are compared.
#[tokio::test]
async fn the_bars_follow_the_pen_within_a_frame() {
    let server = Server::start();
    let browser = open(&server).await;
    let moved = browser
        .run(
            "const pad = document.querySelector('.pad-canvas');
             const bars = document.querySelector('.bars canvas');
             const box = pad.getBoundingClientRect();
             const point = (type, x, y) => pad.dispatchEvent(new PointerEvent(type, {
               pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, bubbles: true,
               clientX: box.left + x * box.width, clientY: box.top + y * box.height,
             }));
             const frame = () => new Promise(requestAnimationFrame);
             const image = () => bars.toDataURL();
             const changed = [];
             return (async () => {
               await frame();
               point('pointerdown', 0.5, 0.2);
               let before = image();
               for (const [x, y] of [[0.4, 0.5], [0.7, 0.5], [0.6, 0.8]]) {
                 point('pointermove', x, y);
                 await frame();
                 changed.push(image() !== before);
                 before = image();
               }
               point('pointerup', 0.6, 0.8);
               return changed;
             })();",
            &[],
        )
        .await;
    assert_eq!(moved, json!([true, true, true]));
    browser.close_clean(server.url()).await;
}

/// What a frame of drawing costs in the core: strokes to 28 × 28, and the ready network's answer.
#[tokio::test]
async fn a_drawing_is_read_in_less_than_a_millisecond() {
    let server = Server::start();
    let browser = open(&server).await;
    let script = "return (async () => {
        const { core } = await import('/www/frame/core.js');
        const { openClassifier } = await import('/www/chapters/digits/ready.js');
        const { api } = await core();
        const classifier = await openClassifier();
        // A digit of 400 points, as a fast screen gives them.
        const points = Float64Array.from({ length: 800 }, (_, i) =>
          0.5 + 0.35 * (i % 2 ? Math.cos(i / 120) : Math.sin(i / 75)));
        const lengths = new Uint32Array([400]);
        const times = [];
        for (let i = 0; i < 300; i++) {
          const began = performance.now();
          classifier.classify(api.rasterise(points, lengths));
          times.push(performance.now() - began);
        }
        return times.sort((a, b) => a - b)[150];
      })();";
    let mut best = f64::INFINITY;
    for _ in 0..ATTEMPTS {
        best = best.min(browser.run(script, &[]).await.as_f64().unwrap_or(f64::INFINITY));
        if best < 1.0 {
            break;
        }
    }
    println!("a drawing of 400 points is rasterised and classified in {best:.2} ms");
    assert!(best < 1.0, "{best} ms");
    browser.close_clean(server.url()).await;
}

/// A run of a million steps: the core has joined them in bins as they came, and the plot joins those by columns.
#[tokio::test]
async fn a_curve_of_a_million_steps_is_drawn_in_less_than_four_milliseconds() {
    let server = Server::start();
    let browser = open(&server).await;
    let script = "return (async () => {
        const { BIN, drawBinnedCurve } = await import('/www/chart/curve.js');
        const { linearScale } = await import('/www/chart/scale.js');
        const canvas = document.createElement('canvas');
        canvas.width = 1200;
        canvas.height = 600;
        const ctx = canvas.getContext('2d');
        const bins = new Float64Array(1954 * BIN);
        for (let i = 0; i < bins.length; i += BIN) {
          const middle = 0.05 + Math.exp(-i / 2000) + 0.02 * Math.random();
          bins.set([(i / BIN + 1) * 512, middle * 0.4, middle, middle * 2], i);
        }
        const frame = { left: 44, top: 24, right: 1176, bottom: 572 };
        const look = { frame, x: linearScale([0, 1954 * 512], [44, 1176]), y: linearScale([0, 2], [572, 24]), colour: '#b84600' };
        const times = [];
        for (let i = 0; i < 60; i++) {
          const began = performance.now();
          ctx.clearRect(0, 0, 1200, 600);
          drawBinnedCurve(ctx, bins, look);
          // Asking for a pixel waits until all is really drawn.
          ctx.getImageData(600, 300, 1, 1);
          times.push(performance.now() - began);
        }
        return times.sort((a, b) => a - b)[30];
      })();";
    let mut best = f64::INFINITY;
    for _ in 0..ATTEMPTS {
        best = best.min(browser.run(script, &[]).await.as_f64().unwrap_or(f64::INFINITY));
        if best < 4.0 {
            break;
        }
    }
    println!("a curve of a million steps is drawn in {best:.2} ms");
    assert!(best < 4.0, "{best} ms");
    browser.close_clean(server.url()).await;
}

/// Gzipped bytes that a browser may fetch before the pad works: HTML, styles, JavaScript and the module; the module.
const MOST_BYTES: [usize; 2] = [200_000, 120_000];

/// Other chapters' texts, styles and modules, the training's scripts and the other language come when they are needed.
/// What the browser fetched until the training's part was asked for, which the working pad does, is what the pad needed.
#[tokio::test]
async fn the_pad_waits_for_nothing_that_it_does_not_need() {
    let server = Server::start();
    let browser = open(&server).await;
    let names = browser
        .value(
            "(() => {
               const all = performance.getEntriesByType('resource');
               const end = all.find(({ name }) => name.endsWith('/digits/learning.js')).startTime;
               return all.filter(({ startTime }) => startTime < end).map(({ name }) => new URL(name).pathname);
             })()",
        )
        .await;
    let names: Vec<&str> = names.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for needed in
        ["/www/first.js", "/www/main.js", "/www/style/base.css", "/www/i18n/en.js", "/www/pkg/descent_simd.wasm"]
    {
        assert!(names.contains(&needed), "{needed} is not in {names:?}");
    }
    let others = ["/training/", "worker", "/types/", "i18n/ru"];
    let foreign = |name: &&&str| {
        let chapter =
            ["chapters/curve", "chapters/descent", "chapters/neuron"].iter().any(|chapter| name.contains(chapter));
        others.iter().any(|other| name.contains(other)) || chapter && !name.ends_with("/schema.js")
    };
    assert_eq!(names.iter().find(foreign), None, "in {names:?}");

    let size = |name: &str| {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name.trim_start_matches('/'));
        packed.write_all(&fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))).unwrap();
        packed.finish().unwrap().len()
    };
    let code = names.iter().filter(|name| !name.starts_with("/www/data/") && **name != "/www/icon.svg");
    let all = size("index.html") + code.map(|name| size(name)).sum::<usize>();
    let module = size("www/pkg/descent_simd.wasm");
    println!("{all} bytes gzipped before the pad works, {module} of them the module");
    assert!(all <= MOST_BYTES[0] && module <= MOST_BYTES[1], "{all} and {module} bytes");
    browser.close_clean(server.url()).await;
}
