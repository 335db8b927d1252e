// @ts-check
// Runs before the page's other modules have arrived, and asks for what takes longest: the core, and the reader's texts.

import { core, padCore } from "./frame/core.js";
import { initLanguage } from "./i18n/index.js";

initLanguage();
// Only the chapter with the pad does with less. Whoever needs the core asks again, and says what is wrong.
const opensPad = !/^#(curve|descent|neuron)\b/.test(location.hash);
(opensPad ? padCore() : core()).catch(() => {});

// The offline copy, once the page is at work: only a published page has one.
if (document.querySelector('meta[name="descent-version"]')) {
  addEventListener("load", () => setTimeout(bringOffline, 2000));
}

async function bringOffline() {
  const { keepOffline } = await import("./frame/offline/offline.js");
  keepOffline();
}
