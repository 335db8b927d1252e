//! What is seen without scrolling: the picture, the transport and the key numbers, in each chapter and both languages, with
//! ordinary and larger text, in the page's own font and in others that readers have.

use serde_json::json;

use super::support::browser::{Browser, View};
use super::support::server::Server;
use super::table::Row;

/// A chapter as it is opened, and what of it belongs on one screen.
struct Scene {
    chapter: &'static str,
    hash: &'static str,
    parts: &'static str,
}

const SCENES: [Scene; 6] = [
    Scene { chapter: "1, curve", hash: "#curve", parts: ".fit, .transport, .numbers" },
    Scene { chapter: "1, curve", hash: "#curve?source=day-length&share=0.25", parts: ".fit, .transport, .numbers" },
    Scene { chapter: "2, descent", hash: "#descent", parts: ".descent-picture .figure, .transport, [data-number]" },
    Scene {
        chapter: "2, descent",
        hash: "#descent?view=two",
        parts: ".descent-picture .figure, .transport, [data-number]",
    },
    Scene {
        chapter: "3, neuron",
        hash: "#neuron",
        parts: ".network, .transport, .neuron-sliders, .lab .plot, .passes, .rule-table, .living-rule",
    },
    Scene { chapter: "4, digits", hash: "#digits", parts: ".pad, .answers, .bars, .transport, .numbers" },
];
const SCREENS: [(u32, u32); 2] = [(1440, 900), (1280, 720)];
const LANGUAGES: [&str; 2] = ["en", "ru"];
/// Of the size that the page gives its text.
const TEXT_SIZES: [f64; 2] = [1.0, 1.1];
/// For text, formulas and letters. "" is the page's own, and so is what is not installed.
const FONTS: [[&str; 3]; 4] = [
    ["", "", ""],
    ["DejaVu Sans", "DejaVu Math TeX Gyre", "DejaVu Serif"],
    ["Liberation Sans", "Liberation Serif", "Liberation Serif"],
    ["Noto Sans", "Noto Serif", "Noto Serif"],
];

pub async fn rows(server: &Server) -> Vec<Row> {
    let browser = Browser::open(&format!("{}#neuron", server.url()), View::default()).await;
    let mut rows = Vec::new();
    for (width, height) in SCREENS {
        browser.look(View { width, height, ..View::default() }).await;
        rows.extend(
            measured(&browser, LOWEST, |chapter, text, (pixels, worst)| {
                let what =
                    format!("chapter {chapter}, {width} × {height}, text {:.0} %: the lowest edge", 100.0 * text);
                let limit = f64::from(height);
                // Larger text is what the rest of the screen is left for.
                let row = if text > 1.0 {
                    Row::exact(what, pixels, limit, "pixels")
                } else {
                    Row::new(what, pixels, limit, "pixels")
                };
                row.worst(worst)
            })
            .await,
        );
    }
    rows.extend(for_a_projector(&browser).await);
    let phone = View::phone();
    browser.look(phone).await;
    // Not beyond innerWidth: a phone makes that as wide as the page.
    let beyond = format!("return document.documentElement.scrollWidth - {};", phone.width);
    rows.extend(
        measured(&browser, &beyond, |chapter, text, (pixels, worst)| {
            let what = format!("chapter {chapter}, a phone, text {:.0} %: beyond the right edge", 100.0 * text);
            Row::exact(what, pixels, 0.0, "pixels").worst(worst)
        })
        .await,
    );
    browser.close_clean(server.url()).await;
    rows
}

/// The same in the mode for a projector, whose text is large already.
async fn for_a_projector(browser: &Browser) -> Vec<Row> {
    let press = "document.querySelector('[data-tool=projector]').click();";
    let is_on = "document.documentElement.hasAttribute('data-projector')";
    let mut rows = Vec::new();
    browser.run(press, &[]).await;
    browser.wait_until(is_on).await;
    for (width, height) in [(1280, 720), (1920, 1080)] {
        browser.look(View { width, height, ..View::default() }).await;
        let measured = measured(browser, LOWEST, |chapter, text, (pixels, worst)| {
            let what = format!("chapter {chapter}, {width} × {height}, for a projector: the lowest edge");
            (text <= 1.0).then(|| Row::exact(what, pixels, f64::from(height), "pixels").worst(worst))
        });
        rows.extend(measured.await.into_iter().flatten());
    }
    browser.run(press, &[]).await;
    browser.wait_until(&format!("!{is_on}")).await;
    rows
}

/// The lowest edge of what should be seen, from the top of the page.
const LOWEST: &str = "
    const edges = [...document.querySelectorAll(parts)].filter((it) => it.checkVisibility())
      .map((it) => it.getBoundingClientRect().bottom + scrollY);
    return Math.max(...edges);";

/// The largest of what `measure` returns, and where, for each chapter and size of text.
async fn measured<R>(browser: &Browser, measure: &str, row: impl Fn(&str, f64, (f64, String)) -> R) -> Vec<R> {
    let mut worst: Vec<(&str, [(f64, String); 2])> = Vec::new();
    for language in LANGUAGES {
        browser.run(&format!("document.querySelector('input[value={language}]').click();"), &[]).await;
        browser.wait_until(&format!("document.documentElement.lang === '{language}'")).await;
        for Scene { chapter, hash, parts } in &SCENES {
            browser.run("location.hash = arguments[0];", &[json!(hash)]).await;
            let class = chapter.split(' ').next_back().unwrap_or_default();
            let open = format!("document.querySelector('.chapter-{class} [data-command=step]:not(:disabled)')");
            browser.wait_until(&open).await;
            if !worst.iter().any(|(known, _)| known == chapter) {
                worst.push((chapter, Default::default()));
            }
            let script = format!("const measure = (parts) => {{ {measure} }};{EACH}");
            let found = browser.run(&script, &[json!(parts), json!(TEXT_SIZES), json!(FONTS)]).await;
            let sizes = &mut worst.iter_mut().find(|(known, _)| known == chapter).expect("it was put there").1;
            for (largest, found) in sizes.iter_mut().zip(found.as_array().into_iter().flatten()) {
                let pixels = found[0].as_f64().unwrap_or(f64::INFINITY);
                if largest.1.is_empty() || pixels > largest.0 {
                    let place = found[1].as_str().unwrap_or_default();
                    *largest = (pixels, [language, place].map(str::trim).join(" ").trim().to_owned());
                }
            }
        }
    }
    let rows = worst.into_iter().flat_map(|(chapter, sizes)| {
        TEXT_SIZES.into_iter().zip(sizes).map(move |(text, worst)| (chapter, text, worst))
    });
    rows.map(|(chapter, text, worst)| row(chapter, text, worst)).collect()
}

/// The largest measure for each size of text, with its font and, in chapter 3, its start.
const EACH: &str = "
    const [parts, sizes, fonts] = arguments;
    const root = document.documentElement;
    const size = parseFloat(getComputedStyle(root).fontSize);
    const start = document.querySelector('.neuron-start');
    const starts = start ? [...start.options].map(({ value }) => value).filter(Boolean) : [''];
    const frame = () => new Promise(requestAnimationFrame);
    const found = [];
    for (const share of sizes) {
      let largest = [-Infinity, ''];
      for (const font of fonts) {
        root.removeAttribute('style');
        root.style.fontSize = `${share * size}px`;
        for (const [i, name] of ['--text', '--formula', '--letters'].entries()) {
          if (font[i]) root.style.setProperty(name, `'${font[i]}'`);
        }
        for (const value of starts) {
          if (start) {
            start.value = value;
            start.dispatchEvent(new Event('change'));
          }
          // A frame for the sizes of what is drawn, and one for what follows from them.
          await frame();
          await frame();
          const pixels = measure(parts);
          if (pixels > largest[0]) largest = [pixels, `${font[0]} ${value}`.trim()];
        }
      }
      found.push(largest);
    }
    root.removeAttribute('style');
    await frame();
    return found;";
