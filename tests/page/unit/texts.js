// @ts-check
// Every text of the page, loaded: a test that says something imports this first.

import { curve } from "../../../www/chapters/curve/texts.js";
import { descent } from "../../../www/chapters/descent/texts.js";
import { neuron } from "../../../www/chapters/neuron/texts.js";
import { addTexts, loadTexts, TEXTS } from "../../../www/i18n/index.js";

await Promise.all([loadTexts("ru"), loadTexts("en")]);
for (const texts of [curve, descent, neuron]) addTexts(texts);

export { TEXTS };
