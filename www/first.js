// @ts-check
// Runs before the page's other modules have arrived, and asks for what takes longest: the core, and the reader's texts.

import { initLanguage } from "./i18n/index.js";
import { core } from "./labs/core.js";

initLanguage();
// Whoever needs the core asks again, and says what is wrong.
core().catch(() => {});
