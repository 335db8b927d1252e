//! Whether all that is written can be read: no text touches another or is cut, neither in the document nor in a picture, from
//! the narrowest phone to a large screen, in both languages, in the states in which numbers are longest.

use serde_json::json;

use super::support::browser::{Browser, View};
use super::support::server::Server;
use super::table::Row;

/// A state of the page that is looked at.
struct Scene {
    chapter: &'static str,
    hash: &'static str,
    /// What a reader presses there.
    press: &'static str,
    /// What is true once all of it stands.
    stands: &'static str,
}

/// A run that has diverged makes no further step.
const PLAIN: &str = "document.querySelector('[data-command=step]:not(:disabled), [data-command=back]:not(:disabled)')";
const TRAINED: &str = "document.querySelector('[data-number=accuracy]')?.textContent.includes('%')";

const fn scene(chapter: &'static str, hash: &'static str) -> Scene {
    Scene { chapter, hash, press: "", stands: PLAIN }
}

const fn trained(hash: &'static str) -> Scene {
    Scene { chapter: "4, digits", hash, press: "", stands: TRAINED }
}

/// A section of chapter 4, with the address of a run of its own, so that it is opened in a page that is new.
const fn section(hash: &'static str, press: &'static str, stands: &'static str) -> Scene {
    Scene { chapter: "4, a section", hash, press, stands }
}

/// What is shown to a hall, where the screen is wide enough for it.
const fn hall(hash: &'static str) -> Scene {
    Scene {
        chapter: "for a projector",
        hash,
        press: "[data-tool=projector]",
        stands: "document.documentElement.hasAttribute('data-projector')",
    }
}

const SCENES: &[Scene] = &[
    scene("1, curve", "#curve"),
    scene("1, curve", "#curve?t=300"),
    scene("1, curve", "#curve?source=day-length&t=200"),
    scene("1, curve", "#curve?rate=100&t=40"),
    Scene {
        chapter: "1, curve",
        hash: "#curve?t=301",
        press: "[data-curve=units]",
        stands: "document.querySelector('[data-curve=units][aria-pressed=true]')",
    },
    Scene {
        chapter: "1, curve",
        hash: "#curve?t=302",
        press: "[data-curve=edit]",
        stands: "document.querySelector('[data-curve=edit][aria-pressed=true]')",
    },
    scene("2, descent", "#descent"),
    scene("2, descent", "#descent?others=0.1,3&t=12"),
    scene("2, descent", "#descent?f=wells&rate=50&t=5"),
    scene("2, descent", "#descent?view=two"),
    scene("2, descent", "#descent?view=two&t=30"),
    scene("2, descent", "#descent?view=two&g=saddle&rate2=3&t=60"),
    scene("3, neuron", "#neuron"),
    scene("3, neuron", "#neuron?t=60"),
    scene("3, neuron", "#neuron?rate=150&t=2"),
    scene("3, neuron", "#neuron?V=-300&U=800"),
    scene("3, neuron", "#neuron?pairs=-2:0;-1:0.2;1:0.9;3:1&t=20"),
    Scene {
        chapter: "3, neuron",
        hash: "#neuron?t=62",
        press: "[data-hand=open]",
        stands: "document.querySelector('.hand canvas')",
    },
    scene("2, descent", "#descent?view=two&g=saddle&t=9"),
    scene("4, digits", "#digits"),
    trained("#digits?t=600"),
    trained("#digits?t=900&rates=0-3_300-0.5_600-30&rate=30"),
    trained("#digits?rate=100&t=300"),
    section("#digits?t=601", "[data-ask=inside]", "document.querySelector('.inside-derivation-column .card')"),
    section("#digits?t=602", "[data-ask=way]", "document.querySelector('.way-answers')"),
    section("#digits?t=603", "[data-ask=teach]", "document.querySelector('.teach')"),
    section("#digits?t=604", "[data-ask=course]", "document.querySelector('.course')"),
    section("#digits?t=605", "[data-ask=mistakes]", "document.querySelector('.mistakes')"),
    section("#digits?t=606", "[data-ask=keep]", "document.querySelector('.own-row')"),
    Scene {
        chapter: "the dialogs",
        hash: "#curve?t=7",
        press: "[data-tool=share]",
        stands: "document.querySelector('dialog[open] .share-code svg')",
    },
    hall("#curve?t=303"),
    hall("#descent?others=0.1,3&t=13"),
    hall("#descent?view=two&t=31"),
    hall("#neuron?t=61"),
    hall("#neuron?rate=150&t=3"),
    hall("#neuron?V=-300&U=801"),
    hall("#digits?t=607"),
];
const SCREENS: [(u32, u32); 6] = [(320, 640), (390, 844), (768, 1024), (1280, 720), (1440, 900), (1920, 1080)];

pub async fn rows(server: &Server) -> Vec<Row> {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    for language in ["en", "ru"] {
        let browser = Browser::start(View { language, ..View::default() }).await;
        let source = json!({ "source": include_str!("texts.js") });
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
        notices_what_is_wrong(&browser, server.url()).await;
        for Scene { chapter, hash, press, stands } in SCENES {
            let look = || in_a_new_page(&browser, format!("{}{hash}", server.url()), press, stands);
            let mut faults = look().await;
            // A picture on its way is no fault: what is wrong is wrong again.
            if !faults.is_empty() {
                let again = look().await;
                faults.retain(|fault| again.contains(fault));
            }
            if !found.iter().any(|(known, _)| known == chapter) {
                found.push((chapter, Vec::new()));
            }
            let of_chapter = &mut found.iter_mut().find(|(known, _)| known == chapter).expect("it was put there").1;
            of_chapter.extend(faults.into_iter().map(|fault| format!("{language} {hash}, {fault}")));
        }
        browser.close_clean(server.url()).await;
    }
    for fault in found.iter().flat_map(|(_, faults)| faults) {
        println!("{fault}");
    }
    let row = |(chapter, faults): (&str, Vec<String>)| {
        Row::exact(format!("chapter {chapter}: texts that touch or are cut"), faults.len() as f64, 0.0, "texts")
    };
    found.into_iter().map(row).collect()
}

/// The faults of one state in all widths.
async fn in_a_new_page(browser: &Browser, url: String, press: &str, stands: &str) -> Vec<String> {
    // An address that differs after its # alone would be the same page.
    browser.go("about:blank").await;
    browser.look(View::default()).await;
    browser.go(&url).await;
    browser.wait_until(PLAIN).await;
    if !press.is_empty() {
        // What a section opens with depends on what the network in training says.
        if url.contains("#digits") {
            browser.wait_until(TRAINED).await;
        }
        browser.wait_until(&format!("document.querySelector('{press}:not(:disabled)')")).await;
        browser.run(&format!("document.querySelector('{press}').click();"), &[]).await;
    }
    browser.wait_until(stands).await;
    let mut faults = Vec::new();
    for (width, height) in SCREENS {
        browser.look(View { width, height, ..View::default() }).await;
        let found = browser.run(LOOK, &[]).await;
        let found = found.as_array().expect("a list of faults").iter().filter_map(|fault| fault.as_str());
        faults.extend(found.map(|fault| format!("{width} pixels wide, {fault}")));
    }
    faults
}

/// Faults of each kind that are put into a page are found: none would be zero of whatever was looked for.
async fn notices_what_is_wrong(browser: &Browser, url: &str) {
    browser.go(url).await;
    browser.wait_until(PLAIN).await;
    let found = browser.run(FAULTS, &[]).await;
    let found: Vec<&str> = found.as_array().expect("a list").iter().filter_map(|fault| fault.as_str()).collect();
    for fault in ["touching: \"one\"", "cut: \"drawn\"", "touching: \"upper\"", "cut: \"hidden\"", "cut: \"a field\""] {
        assert!(found.iter().any(|line| line.starts_with(fault)), "{fault} is not noticed among {found:#?}");
    }
}

const FAULTS: &str = "
    const made = document.createElement('div');
    made.innerHTML = `<p>one</p><p>two</p><p><b>hidden</b></p><input value='a field'><canvas width='200' height='60'></canvas>`;
    // The page's policy forbids styles that stand in a text.
    const [one, two, hidden] = made.querySelectorAll('p');
    Object.assign(one.style, { position: 'absolute', left: '40px', top: '90px' });
    Object.assign(two.style, { position: 'absolute', left: '45px', top: '92px' });
    Object.assign(hidden.style, { width: '2em', overflow: 'hidden', whiteSpace: 'nowrap' });
    made.querySelector('input').style.width = '2em';
    document.querySelector('main').prepend(made);
    const ctx = made.querySelector('canvas').getContext('2d');
    ctx.font = '20px sans-serif';
    ctx.fillText('drawn', 180, 20);
    ctx.fillText('upper', 10, 40);
    ctx.fillText('lower', 20, 44);
    return findBadTexts();";

/// What is wrong once it stands still: the same after some frames as before them.
const LOOK: &str = "
    const frames = async () => {
      for (let i = 0; i < 8; i++) await new Promise(requestAnimationFrame);
    };
    await frames();
    let last = findBadTexts();
    for (let i = 0; i < 20; i++) {
      await frames();
      const now = findBadTexts();
      if (now.join() === last.join()) break;
      last = now;
    }
    return last;";
