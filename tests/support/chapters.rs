//! What holds in every chapter alike, for whatever drives the browser: expressions of the page.

use serde_json::json;

/// The chapters, each set to something else than what it begins with.
pub const CHAPTERS: [(&str, &str); 4] = [
    ("curve", "#curve?source=vapour-pressure&hidden=5&rate=1.5&noise=0.05&share=0.2&seed=7&pace=1"),
    ("descent", "#descent?f=wells&a=0.1&rate=0.05"),
    ("neuron", "#neuron?V=0.5&v=-1&U=2&u=0.25&rate=0.7&pairs=1:0.2;-1:0.9&pair=1&slice=V&map=Uu"),
    ("digits", "#digits?hidden=12&rate=2&batch=20&seed=5"),
];

/// t of the transport, and the step that the scrub stands at and the last that it goes to.
pub const TIME: &str = "(() => {
    const digits = (text) => (text.match(/\\d[\\d\\u00a0\\u202f,]*/g) ?? []).map((it) => Number(it.replace(/\\D/g, '')));
    const [t] = digits(document.querySelector('.transport-t').textContent);
    const [at, last] = digits(document.querySelector('.scrub-place').textContent);
    return [t, at, last];
})()";

/// Every number that the chapter shows, with where it stands: in words, in tables, in drawn formulas and in fields. Not what
/// is about this moment of this browser: how the run came here, and how fast it is.
pub const NUMBERS: &str = "(() => {
    const left = '.status, [role=status], [data-number=speed], .transport-speed, .notice-list, .chapter-head, .progress, option';
    const found = [];
    const main = document.querySelector('main article');
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: place, textContent } = walker.currentNode;
      if (/\\d/.test(textContent) && !place.closest(left) && place.getClientRects().length > 0) {
        found.push(`${place.localName}: ${textContent.trim()}`);
      }
    }
    for (const field of main.querySelectorAll('input')) {
      if (!field.closest(left)) found.push(`${field.type} ${field.className}: ${field.value} ${field.checked}`);
    }
    return found;
})()";

/// What chapter 4 shows as its files arrive is there: the length of an epoch, and the words about the ready network.
pub const ARRIVED: &str = "['[data-number=epoch]', '.about-text'].every((selector) => {
    const place = document.querySelector(selector);
    return !place || !['', '—'].includes(place.textContent);
})";

/// The chapter is open, has a core and can be stepped.
pub fn is_ready(chapter: &str) -> String {
    format!(
        "document.querySelector('.chapter-{chapter} [data-command=step]:not(:disabled)')
           && document.querySelector('.transport-t').textContent && {ARRIVED}"
    )
}

/// The run stands at `t` of `last` steps, and what the page shows of it has settled: what is still being measured says that
/// it is.
pub fn is_at(t: u64, last: u64) -> String {
    let settled = "!document.querySelector('main [aria-busy=true]')";
    format!("JSON.stringify({TIME}) === '{}' && {settled}", json!([t, t, last]))
}

/// Goes to a step by the scrub; its argument is the step.
pub const GO: &str = "const scrub = document.querySelector('.scrub input');
    scrub.value = arguments[0];
    scrub.dispatchEvent(new Event('input', { bubbles: true }));";
