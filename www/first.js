// @ts-check
// Runs before the page's other modules have arrived, and asks for what takes longest: the core, and the reader's texts.

import { core, padCore } from "./frame/core.js";
import { initLanguage } from "./i18n/index.js";

// In a page of a course there is one chapter's picture, and no header to flash by.
const embed = new URLSearchParams(location.search).get("embed");
if (embed) document.documentElement.dataset.embed = embed;
initLanguage();
// Only the chapter with the pad does with less. Whoever needs the core asks again, and says what is wrong.
const opensPad = !/[#=](curve|descent|neuron)\b/.test(location.search + location.hash);
(opensPad ? padCore() : core()).catch(() => {});
