//! What a reader takes along: every picture as PNG and SVG, its numbers and the run as CSV, and the hand-out for paper.

use serde_json::{Value, json};

use super::support::browser::{Browser, View};
use super::support::server::Server;

/// Every plot in sight as SVG and as PNG: its name, and by how much their parts differ at most, of 255. Parts are so large that
/// the edge of a letter does not count.
const COMPARE: &str = "
    const [{ plotsIn, svgOf, pictureOf }, { seeAll }] =
        await Promise.all([import('/www/chart/redraw.js'), import('/www/chart/visible.js')]);
    seeAll();
    const PARTS = 8;
    const meansOf = (picture) => {
        const sheet = document.createElement('canvas');
        [sheet.width, sheet.height] = [picture.width, picture.height];
        const ctx = sheet.getContext('2d', { willReadFrequently: true });
        ctx.drawImage(picture, 0, 0, sheet.width, sheet.height);
        const { data } = ctx.getImageData(0, 0, sheet.width, sheet.height);
        const sums = new Float64Array(3 * PARTS * PARTS);
        const counts = new Float64Array(PARTS * PARTS);
        for (let y = 0; y < sheet.height; y++) for (let x = 0; x < sheet.width; x++) {
            const part = Math.floor(y * PARTS / sheet.height) * PARTS + Math.floor(x * PARTS / sheet.width);
            counts[part] += 1;
            for (let c = 0; c < 3; c++) sums[3 * part + c] += data[4 * (y * sheet.width + x) + c];
        }
        return sums.map((sum, i) => sum / counts[Math.floor(i / 3)]);
    };
    const told = [];
    for (const { canvas, name } of plotsIn(document.querySelector('main'))) {
        const png = pictureOf(canvas, 2);
        const svg = new Image(png.width, png.height);
        svg.src = URL.createObjectURL(new Blob([svgOf(canvas, name)], { type: 'image/svg+xml' }));
        await svg.decode();
        const [a, b] = [meansOf(png), meansOf(svg)];
        const corner = png.getContext('2d').getImageData(0, 0, 1, 1).data;
        told.push({ name, off: Math.max(...a.map((mean, i) => Math.abs(mean - b[i]))), corner: [...corner] });
    }
    return told;";

/// Remembers what the page saves: the name of each file and what is in it.
const CATCH: &str = "
    window.saved = [];
    HTMLAnchorElement.prototype.click = function () {
        const { href, download } = this;
        fetch(href).then((answer) => answer.blob()).then(async (blob) => {
            const bytes = new Uint8Array(await blob.arrayBuffer());
            const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
            window.saved.push({ name: download, type: blob.type, head: [...bytes.slice(0, 4)], text });
        });
    };";

async fn compare(browser: &Browser, least: usize) {
    let told = browser.run(COMPARE, &[]).await;
    let plots = told.as_array().expect("a list");
    assert!(plots.len() >= least, "{} plots, fewer than {least}: {told}", plots.len());
    for plot in plots {
        let off = plot["off"].as_f64().expect("a number");
        assert!(off < 24.0, "{} is another picture as SVG: {off}", plot["name"]);
        // A picture of squares may begin in the corner itself; any other is on white.
        assert_eq!(plot["corner"][3], 255, "{} has a background", plot["name"]);
    }
}

async fn open_dialog(browser: &Browser) {
    browser.run(CATCH, &[]).await;
    browser.wait_until("document.querySelector('[data-tool=share]')?.checkVisibility()").await;
    browser.click("[data-tool=share]").await;
    browser.wait_until("document.querySelector('.export-list')?.checkVisibility()").await;
}

/// Presses a button of the dialog, and returns what was saved.
async fn save(browser: &Browser, selector: &str) -> Value {
    browser.wait_until(&format!("document.querySelector(`{selector}`)?.checkVisibility()")).await;
    let before = browser.value("window.saved.length").await;
    browser.run("document.querySelector(arguments[0]).click();", &[json!(selector)]).await;
    browser.wait_until(&format!("window.saved.length > {before}")).await;
    browser.value("window.saved.at(-1)").await
}

#[tokio::test]
async fn every_plot_of_the_first_three_chapters_is_the_same_as_svg() {
    let server = Server::start();
    let view = View { dark: true, ..View::default() };
    let browser = Browser::open(&format!("{}#curve?units=1&share=0.2&t=60", server.url()), view).await;
    let at =
        |t: u32| format!("Number(document.querySelector('.transport-t')?.textContent.replace(/\\D/g, '')) === {t}");
    for (address, t, least) in [
        ("#curve?units=1&share=0.2&t=60", 60, 2),
        ("#descent?t=5", 5, 1),
        ("#descent?view=two&t=5", 5, 1),
        ("#neuron?t=9", 9, 9),
    ] {
        browser.run("location.hash = arguments[0];", &[json!(address)]).await;
        browser.wait_until(&format!("location.hash.startsWith('{}') && {}", &address[..5], at(t))).await;
        browser.wait_for_frames(3).await;
        compare(&browser, least).await;
    }
    // Chapter 3's network stands in the page as SVG, its numbers in fields: they are in the picture, by day as every other.
    let svg = browser
        .run(
            "const { svgOf } = await import('/www/chart/redraw.js');
            return svgOf(document.querySelector('.network'), 'network');",
            &[],
        )
        .await;
    let svg = svg.as_str().expect("a text");
    let fields = browser.value("[...document.querySelectorAll('.network input')].map((field) => field.value)").await;
    for field in fields.as_array().expect("a list") {
        let text = format!(">{}</text>", field.as_str().expect("a text"));
        assert!(svg.contains(&text), "{text} is not in {svg}");
    }
    assert_eq!(svg.matches(">σ</text>").count(), 2);
    assert!(!svg.contains("color("), "a colour that other programs do not know: {svg}");
    assert!(
        browser.value("document.querySelectorAll('.network').length === 1").await == json!(true),
        "the copy is gone"
    );
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn every_plot_of_the_fourth_chapter_and_of_its_sections_is_the_same_as_svg() {
    let server = Server::start();
    let browser = Browser::open(&format!("{}#digits?t=200", server.url()), View::default()).await;
    for section in ["inside", "way", "teach", "course", "mistakes"] {
        browser.wait_until(&format!("document.querySelector('[data-ask={section}]:not(:disabled)')")).await;
        browser.run("document.querySelector(`[data-ask=${arguments[0]}]`).click();", &[json!(section)]).await;
        browser.wait_until(&format!("document.querySelector('.digits-{section} canvas')?.checkVisibility()")).await;
    }
    browser.wait_for_frames(3).await;
    compare(&browser, 30).await;
    browser.close_clean(server.url()).await;
}

/// Chapter 1: what a reset has ended stays beside the next run, in the plot and in its numbers, until that has come as far.
#[tokio::test]
async fn the_run_before_a_reset_is_taken_along_until_it_is_covered() {
    let server = Server::start();
    let browser = Browser::open(&format!("{}#curve?t=30", server.url()), View::default()).await;
    let at = |t: &str| format!("document.querySelector('.transport-t')?.textContent.replace(/\\D/g, '') === '{t}'");
    browser.wait_until(&at("30")).await;
    // The panel brings the words of the columns.
    let names = "const [{ plotsIn }] = await Promise.all([import('/www/chart/redraw.js'), import('/www/frame/share/export/panel.js')]);
        const plot = plotsIn(document.querySelector('main')).find(({ canvas }) => canvas.closest('.plot-error'));
        return plot.numbers().filter(({ name }) => name.includes('before the reset')).map(({ values }) => values.length);";
    assert_eq!(browser.run(names, &[]).await, json!([]));
    browser.click("[data-command=reset]").await;
    browser.wait_until(&at("0")).await;
    browser.click("[data-command=step]").await;
    browser.wait_until(&at("1")).await;
    let lengths = browser.run(names, &[]).await;
    assert!(lengths.as_array().is_some_and(|all| !all.is_empty()), "{lengths}");
    browser.run("location.hash = '#curve?t=31';", &[]).await;
    browser.wait_until(&at("31")).await;
    browser.wait_for_frames(2).await;
    assert_eq!(browser.run(names, &[]).await, json!([]));
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn pictures_and_numbers_are_saved_under_names_that_say_what_they_are() {
    let server = Server::start();
    let view = View { language: "ru", ..View::default() };
    let browser = Browser::open(&format!("{}#descent?t=3", server.url()), view).await;
    browser.wait_until("document.querySelector('.steps-now')?.dataset.t === '3'").await;
    open_dialog(&browser).await;
    let png = save(&browser, "[data-export=png]").await;
    assert_eq!((&png["name"], &png["type"]), (&json!("descent-2-figure.png"), &json!("image/png")));
    assert_eq!(png["head"], json!([0x89, 0x50, 0x4e, 0x47]));
    let svg = save(&browser, "[data-export=svg]").await;
    assert_eq!(svg["name"], "descent-2-figure.svg");
    assert!(svg["text"].as_str().is_some_and(|text| text.starts_with("<svg ") && text.contains("<text ")));
    let csv = save(&browser, "[data-plot] [data-export=csv]").await;
    assert_eq!(csv["name"], "descent-2-figure.csv");
    assert!(csv["text"].as_str().is_some_and(|text| text.starts_with("\u{feff}a;ε(a);ε′(a);t;aᵗ;")));
    let run = save(&browser, "[data-export=run]").await;
    assert_eq!(run["name"], "descent-2-run.csv");
    let text = run["text"].as_str().expect("a text").to_owned();
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 5, "a line of names and four steps: {text}");
    assert!(lines[1].starts_with("0;4,4;"), "the start in a Russian table: {text}");

    // In English the same numbers with points.
    browser
        .run("document.querySelector('dialog.share').close(); document.querySelector('[value=en]').click();", &[])
        .await;
    open_dialog(&browser).await;
    let run = save(&browser, "[data-export=run]").await;
    assert!(run["text"].as_str().is_some_and(|text| text.contains("\r\n0,4.4,")), "{run}");
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn each_chapter_gives_its_run_as_numbers() {
    let server = Server::start();
    let browser = Browser::open(&format!("{}#curve?t=20", server.url()), View::default()).await;
    for (address, t, names) in [
        ("#curve?t=20", 20, "t,ε"),
        ("#neuron?t=7", 7, "t,V,v,U,u,ε"),
        ("#digits?hidden=8&batch=100&t=30", 30, "t,epoch,ε"),
    ] {
        browser.run("location.hash = arguments[0];", &[json!(address)]).await;
        let chapter = &address[1..address.find('?').expect("settings")];
        let stands = format!("Number(document.querySelector('.transport-t').textContent.replace(/\\D/g, '')) === {t}");
        browser.wait_until(&format!("document.querySelector('.chapter-{chapter} .transport') && {stands}")).await;
        open_dialog(&browser).await;
        let run = save(&browser, "[data-export=run]:not(:disabled)").await;
        let text = run["text"].as_str().expect("a text");
        assert!(text.strip_prefix('\u{feff}').is_some_and(|text| text.starts_with(names)), "{names}: {text}");
        assert!(text.contains(&format!("\r\n{t},")), "the last step is there: {text}");
        browser.run("document.querySelector('dialog.share').close();", &[]).await;
    }
    browser.close_clean(server.url()).await;
}

#[tokio::test]
async fn paper_gets_a_hand_out_of_the_chapter_and_the_page_comes_back() {
    let server = Server::start();
    let view = View { dark: true, ..View::default() };
    let browser = Browser::open(&format!("{}#neuron?t=4", server.url()), view).await;
    browser.wait_until("document.querySelector('.transport-t')?.textContent.endsWith('4')").await;
    browser.wait_until("[...document.styleSheets].some(({ href }) => href?.endsWith('/print/style.css'))").await;
    let told = "(() => {
        dispatchEvent(new Event('beforeprint'));
        const handout = document.querySelector('body.handing-out > .handout');
        const canvases = [...handout.querySelectorAll('figure canvas')];
        const blank = (canvas) => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return data.every((value, i) => value === data[i % 4]);
        };
        const told = {
            title: handout.querySelector('h1').textContent.startsWith('3'),
            settings: handout.querySelector('.handout-settings').textContent,
            pictures: canvases.length,
            blank: canvases.filter(blank).length,
            white: canvases.every((canvas) => canvas.getContext('2d').getImageData(0, 0, 1, 1).data[0] === 255),
            pressed: handout.querySelectorAll('button, input, select, [hidden]').length,
            network: handout.querySelector('.network svg') !== null,
            link: handout.textContent.includes(location.href),
            ids: handout.querySelectorAll('[id]').length,
        };
        dispatchEvent(new Event('afterprint'));
        return { ...told, after: document.querySelectorAll('.handout, .handing-out').length };
    })()";
    let told = browser.value(told).await;
    let settings = told["settings"].as_str().expect("a text");
    assert!(settings.contains("t = 4") && settings.contains("α"), "{settings}");
    assert_eq!(
        [&told["pictures"], &told["blank"], &told["pressed"], &told["ids"], &told["after"]],
        [&json!(8), &json!(0), &json!(0), &json!(0), &json!(0)],
        "{told}",
    );
    for what in ["title", "white", "network", "link"] {
        assert_eq!(told[what], true, "{what}: {told}");
    }
    browser.close_clean(server.url()).await;
}
