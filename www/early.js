// @ts-check
// Before anything else runs: asks for what the reader's chapter and language need, so that nothing waits for another to
// ask, and gets away from a damaged offline copy. A classic script, so that it does not wait for the page, and runs where
// index.html was opened from a disk, whose modules no browser loads: there it says what to do.

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  if (location.protocol === "file:") {
    const show = () => document.getElementById("from-file")?.removeAttribute("hidden");
    document.addEventListener("DOMContentLoaded", show);
    return;
  }
  const www = new URL("./", script.src);

  /** What was chosen and remembered; storage may be forbidden. @param {string} name */
  function remembered(name) {
    try {
      return localStorage.getItem(`descent.${name}`);
    } catch {
      return null;
    }
  }

  /**
   * @param {string} path under www/
   * @param {string} [as] what it is, unless it is a module
   * @param {"auto" | "low"} [priority] low: nothing that is to be seen may wait for it
   */
  function ask(path, as, priority = "auto") {
    const link = document.createElement("link");
    link.rel = as ? "preload" : "modulepreload";
    link.fetchPriority = priority;
    if (as) link.as = as;
    if (as === "fetch") link.crossOrigin = "anonymous";
    link.href = new URL(path, www).href;
    document.head.append(link);
  }

  // The right colours from the first paint on; theme.js goes on from here.
  const theme = remembered("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  // Another guess than i18n's costs a download, no more.
  const language = remembered("language") ?? (/^ru\b/i.test(navigator.language) ? "ru" : "en");
  const [, chapter = "digits"] =
    /[#=](curve|descent|neuron|digits)\b/.exec(location.search + location.hash) ?? [];
  // What each chapter's modules import is written here by `descent build --out`, and then both languages are in main.js.
  const { graphs } = script.dataset;
  if (!graphs) ask(`i18n/${language === "ru" ? "ru" : "en"}.js`);
  if (chapter === "digits") {
    ask("pkg/descent_pad.js");
    ask("pkg/descent_pad_simd.wasm", "fetch");
    // Four times as much as all the rest.
    ask("data/model.descent.gz", "fetch", "low");
  } else {
    ask("pkg/descent.js");
    ask("pkg/descent_page_simd.wasm", "fetch");
  }
  for (const path of JSON.parse(graphs ?? "{}")[chapter] ?? [])
    ask(path, path.endsWith(".css") ? "style" : undefined);

  // A page that comes from the offline copy and cannot begin is fetched anew, and the copy is dropped (sw.js).
  if (!navigator.serviceWorker?.controller || new URLSearchParams(location.search).has("reset")) return;
  addEventListener(
    "error",
    ({ target }) => {
      const isScript = target === window || target instanceof HTMLScriptElement;
      if (isScript && !document.querySelector("article")) location.replace(`?reset${location.hash}`);
    },
    true,
  );
})();
