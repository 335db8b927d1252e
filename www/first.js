// @ts-check
// Runs before the page's other modules have arrived, and asks for what takes longest: the core, and the reader's texts.

import { core } from "./frame/core.js";
import { initLanguage } from "./i18n/index.js";

initLanguage();
// Whoever needs the core asks again, and says what is wrong.
core().catch(() => {});
