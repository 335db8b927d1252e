//! How quickly the page answers. Times are measured beside whatever else the machine does; so each is measured several
//! times, and the best counts: what the page itself does wrong is wrong every time.

use serde_json::{Value, json};

use super::open_digits;
use super::support::browser::Browser;
use super::support::server::Server;
use super::table::Row;

/// Attempts at a time that the machine allows.
const ATTEMPTS: usize = 20;
/// The share of its limit below which an attempt needs no other.
const ENOUGH: f64 = 0.75;

pub async fn rows(server: &Server) -> Vec<Row> {
    let mut rows = Vec::new();
    for hidden in [30, 100] {
        rows.extend(training(server, hidden).await);
    }
    rows.extend(slowly(server).await);
    // Modules alone are asked for here, which the published page has not.
    let server = Server::start();
    let browser = open_digits(server, "#digits").await;
    rows.extend(drawing(&browser).await);
    let [answer] = best_of(&browser, ANSWER, [1.0]).await;
    rows.push(Row::new("a drawing of 400 points: the answer", answer, 1.0, "ms"));
    let [curve] = best_of(&browser, CURVE, [4.0]).await;
    rows.push(Row::new("an error curve of a million steps: drawn", curve, 4.0, "ms"));
    browser.close_clean(server.url()).await;
    rows
}

/// The least of each number that `script` returns, until all are well within their limits.
async fn best_of<const N: usize>(browser: &Browser, script: &str, limits: [f64; N]) -> [f64; N] {
    let mut best = [f64::INFINITY; N];
    for _ in 0..ATTEMPTS {
        let found: Vec<Value> = browser.run(script, &[]).await.as_array().cloned().unwrap_or_default();
        for (best, found) in best.iter_mut().zip(&found) {
            *best = best.min(found.as_f64().unwrap_or(f64::INFINITY));
        }
        if best.iter().zip(limits).all(|(best, limit)| *best < ENOUGH * limit) {
            break;
        }
    }
    best
}

/// A processor that is so many times slower, as of a phone; the browser holds the page's thread back.
const SLOWER: u32 = 4;
/// Attempts at what is new to the page only once.
const OPENINGS: usize = 3;

/// The longest task on a slow processor, which is an aim: without a graphics card the drawing of a frame alone takes most of it.
/// While the network is trained, while its inside is opened, and while that is seen.
async fn slowly(server: &Server) -> Vec<Row> {
    let limit = 50.0;
    let [mut closed, mut opening, mut open] = [f64::INFINITY; 3];
    for _ in 0..OPENINGS {
        let browser = open_digits(server, "#digits?hidden=30").await;
        browser.draw(".pad-canvas", &[vec![(0.3, 0.2), (0.7, 0.2), (0.45, 0.8)]]).await;
        browser.wait_until("document.querySelector('[data-ask=inside]:not(:disabled)')").await;
        browser.click("[data-command=play]").await;
        browser.wait_until("document.querySelector('[data-number=accuracy]').textContent !== '—'").await;
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await;
        closed = closed.min(longest(&browser, WATCH).await);
        opening = opening.min(longest(&browser, &format!("{OPEN}{WATCH}")).await);
        open = open.min(longest(&browser, WATCH).await);
        browser.close_clean(server.url()).await;
        if [closed, opening, open].iter().all(|best| *best < ENOUGH * limit) {
            break;
        }
    }
    let what = ["784-30-10 is trained", "its inside is opened meanwhile", "its inside is seen meanwhile"];
    let row = |(what, value)| Row::aim(format!("{SLOWER} times slower, {what}: the longest task"), value, limit, "ms");
    what.into_iter().zip([closed, opening, open]).map(row).collect()
}

/// The first number that a script returns.
async fn longest(browser: &Browser, script: &str) -> f64 {
    browser.run(script, &[]).await[0].as_f64().unwrap_or(f64::INFINITY)
}

/// A press opens the inside of the network; the tasks that follow are its opening.
const OPEN: &str = "
    document.querySelector('[data-ask=inside]').scrollIntoView({ block: 'center' });
    await new Promise(requestAnimationFrame);
    setTimeout(() => document.querySelector('[data-ask=inside]').click());";

/// The longest task and the middle frame of a second or more, in which an epoch ends and is evaluated. Tasks over 50 ms, the
/// browser's own definition of a long one, it names itself. Below that, the longest time between two looks that could
/// follow each other at once is a bound.
const WATCH: &str = "
    const t = () => Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, ''));
    const long = [];
    const frames = [];
    let gap = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const [began, first] = [performance.now(), t()];
    let looked = began;
    let looking = setTimeout(function look() {
      const now = performance.now();
      gap = Math.max(gap, now - looked);
      looked = now;
      looking = setTimeout(look, 0);
    }, 0);
    let last = await new Promise(requestAnimationFrame);
    while (performance.now() < began + 1000 || t() < first + 6000) {
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
    clearTimeout(looking);
    for (const { duration } of observer.takeRecords()) long.push(duration);
    observer.disconnect();
    const longest = long.length > 0 ? Math.max(...long) : Math.min(gap, 50);
    return [longest, frames.sort((a, b) => a - b)[frames.length >> 1]];";

/// The training runs in sight of its numbers.
async fn training(server: &Server, hidden: u32) -> Vec<Row> {
    let browser = open_digits(server, &format!("#digits?hidden={hidden}")).await;
    browser.draw(".pad-canvas", &[vec![(0.3, 0.2), (0.7, 0.2), (0.45, 0.8)]]).await;
    browser.click("[data-command=play]").await;
    browser.wait_until("document.querySelector('[data-number=accuracy]').textContent !== '—'").await;
    browser.run("document.querySelector('.below').scrollIntoView({ block: 'end' });", &[]).await;
    let limits = [50.0, 25.0];
    let best = best_of(&browser, WATCH, limits).await;
    browser.close_clean(server.url()).await;
    vec![
        Row::new(format!("784-{hidden}-10 is trained: the page's longest task"), best[0], limits[0], "ms"),
        Row::new(format!("784-{hidden}-10 is trained: the middle frame"), best[1], limits[1], "ms"),
    ]
}

/// How many frames after an event of the pen the bars have other pixels, at most, and how long the middle frame is.
async fn drawing(browser: &Browser) -> Vec<Row> {
    let limits = [1.0, 25.0];
    let best = best_of(browser, PEN, limits).await;
    vec![
        Row::exact("a digit is drawn: the bars follow the pen", best[0], limits[0], "frames"),
        Row::new("a digit is drawn: the middle frame", best[1], limits[1], "ms"),
    ]
}

/// In the callback after the pad's own the bars' pixels are compared. Frames are timed without that.
const PEN: &str = "
    const pad = document.querySelector('.pad-canvas');
    const bars = document.querySelector('.bars canvas');
    pad.scrollIntoView({ block: 'nearest' });
    const point = (type, x, y) => {
      const box = pad.getBoundingClientRect();
      pad.dispatchEvent(new PointerEvent(type, {
        pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, bubbles: true,
        clientX: box.left + x * box.width, clientY: box.top + y * box.height,
      }));
    };
    const frame = () => new Promise(requestAnimationFrame);
    const image = () => bars.toDataURL();
    let most = 0;
    await frame();
    point('pointerdown', 0.5, 0.2);
    await frame();
    let before = image();
    for (const [x, y] of [[0.4, 0.5], [0.7, 0.5], [0.6, 0.8], [0.3, 0.8]]) {
      point('pointermove', x, y);
      let frames = 0;
      while (image() === before && frames < 10) {
        await frame();
        frames += 1;
      }
      most = Math.max(most, frames);
      before = image();
    }
    const times = [];
    let last = await frame();
    for (let i = 0; i < 90; i++) {
      point('pointermove', 0.5 + 0.3 * Math.cos(i / 9), 0.5 + 0.3 * Math.sin(i / 7));
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    point('pointerup', 0.6, 0.8);
    document.querySelector('[data-pad=clear]').click();
    return [most, times.sort((a, b) => a - b)[45]];";

/// What a frame of drawing costs in the core: a digit of 400 points, as a fast screen gives them, to 28 × 28, and the ready
/// network's answer. The median of 300.
const ANSWER: &str = "
    const { core } = await import('/www/frame/core.js');
    const { openClassifier } = await import('/www/chapters/digits/ready.js');
    const { api } = await core();
    const classifier = await openClassifier();
    const points = Float64Array.from({ length: 800 }, (_, i) =>
      0.5 + 0.35 * (i % 2 ? Math.cos(i / 120) : Math.sin(i / 75)));
    const lengths = new Uint32Array([400]);
    const times = [];
    for (let i = 0; i < 300; i++) {
      const began = performance.now();
      classifier.classify(api.rasterise(points, lengths));
      times.push(performance.now() - began);
    }
    return [times.sort((a, b) => a - b)[150]];";

/// A run of a million steps: the core has joined them in bins as they came, and the plot joins those by columns. The
/// median of 60.
const CURVE: &str = "
    const { BIN, drawBinnedCurve } = await import('/www/chart/bins.js');
    const { linearScale } = await import('/www/chart/scale.js');
    const canvas = document.createElement('canvas');
    canvas.width = 1200;
    canvas.height = 600;
    const ctx = canvas.getContext('2d');
    const bins = new Float64Array(1954 * BIN);
    for (let i = 0; i < bins.length; i += BIN) {
      const middle = 0.05 + Math.exp(-i / 2000) + 0.02 * Math.abs(Math.sin(i * i));
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
    return [times.sort((a, b) => a - b)[30]];";
