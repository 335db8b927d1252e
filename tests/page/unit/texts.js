// @ts-check
// Every text of the page, loaded: a test that says something imports this first.

import { curve } from "../../../www/i18n/curve.js";
import { descent } from "../../../www/i18n/descent.js";
import { addTexts, loadTexts, TEXTS } from "../../../www/i18n/index.js";
import { neuron } from "../../../www/i18n/neuron.js";

await Promise.all([loadTexts("ru"), loadTexts("en")]);
for (const texts of [curve, descent, neuron]) addTexts(texts);

export { TEXTS };
