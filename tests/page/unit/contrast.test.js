// @ts-check
// What the colours promise: in each theme every quantity can be read as text on all that it is written on, more so in a hall; and
// the two ways to a dark page, the system's and the reader's, lead to one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { luminance, parseColour } from "../../../www/chart/colours.js";

const TEXTS = ["ink", "muted", "a", "error", "derivative", "activation", "label", "negative"];
const GROUNDS = ["paper", "surface", "sunken"];
/** WCAG 2.2: 1.4.3 at level AA, 1.4.6 at level AAA, 1.4.11. */
const LEAST = { text: 4.5, hall: 7, line: 3 };

/** @param {string} name */
const styles = (name) => readFileSync(new URL(`../../../www/${name}`, import.meta.url), "utf8");
const tokens = styles("style/tokens.css");
const projector = styles("frame/projector/style.css");

/** The colours in the first block after a selector. @param {string} css @param {string} selector @returns {Record<string, string>} */
function coloursAt(css, selector) {
  const from = css.indexOf(`${selector} {`);
  assert.notEqual(from, -1, `no block for ${selector}`);
  const block = css.slice(from, css.indexOf("}", from));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z]+): (#[0-9a-f]+);/g)].map(([, name, hex]) => [name, hex]),
  );
}

const light = coloursAt(tokens, ".light");
const dark = coloursAt(tokens, ':root[data-theme="dark"]');
const hall = coloursAt(projector, "[data-projector]");
const darkHall = coloursAt(projector, '[data-projector][data-theme="dark"]');

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [low = 0, high = 0] = [one, other].map((hex) => luminance(parseColour(hex))).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

for (const [name, colours, least] of /** @type {const} */ ([
  ["by day", light, LEAST.text],
  ["at night", dark, LEAST.text],
  ["in a hall", { ...light, ...hall }, LEAST.hall],
  ["in a dark hall", { ...dark, ...darkHall }, LEAST.hall],
])) {
  test(`every colour of a text can be read ${name}`, () => {
    for (const ground of GROUNDS) {
      for (const text of TEXTS) {
        const found = contrast(String(colours[text]), String(colours[ground]));
        assert.ok(found >= least, `--${text} on --${ground}: ${found.toFixed(2)} of ${least}`);
      }
      const line = contrast(String(colours.edge), String(colours[ground]));
      assert.ok(line >= LEAST.line, `--edge on --${ground}: ${line.toFixed(2)} of ${LEAST.line}`);
    }
  });
}

test("a page is dark in one way, whoever asked for it", () => {
  assert.deepEqual(coloursAt(tokens, ':root:not([data-theme="light"])'), dark);
  assert.deepEqual(coloursAt(projector, '[data-projector]:not([data-theme="light"])'), darkHall);
});
