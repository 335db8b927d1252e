// @ts-check
// The rule for one of the network's 3H + 1 numbers, which the reader chooses: the same line for each of them.

import { element } from "../../controls/dom.js";
import { sayAttribute } from "../../i18n/index.js";
import { indexed } from "../../i18n/numbers.js";
import { createLivingRule } from "../../lecture/living-rule.js";

/** The letters of a hidden unit, in the core's order. */
const LETTERS = ["V", "v", "U"];

/** The output's own number, after all units. */
const LAST = "u";

/** @param {{ kept: { parameter?: string } }} options what outlives the chapter's leaving */
export function createCurveRule({ kept }) {
  const select = element("select", "select");
  sayAttribute(select, "aria-label", "rule.choice");
  sayAttribute(select, "title", "rule.choice");
  const line = createLivingRule({ choice: select });
  let units = 0;
  /** @type {import("./fitting.js").Run | null} */
  let latest = null;

  /** @param {number} count of hidden units */
  function offer(count) {
    units = count;
    select.replaceChildren(
      option(LAST),
      ...Array.from({ length: count }, (_, i) => LETTERS.map((name) => option(name, i + 1))).flat(),
    );
    select.value = kept.parameter ?? "U1";
    // A smaller network may not have it.
    if (select.selectedIndex < 0) select.value = LAST;
  }

  function write() {
    if (!latest) return;
    const { name, index } = readName(select.value);
    const place = index ? 3 * (Number(index) - 1) + LETTERS.indexOf(name) : 3 * units;
    const step = latest.outlook(place);
    line.set(step ? [{ name, index, ...step }] : []);
  }

  select.addEventListener("change", () => {
    kept.parameter = select.value;
    write();
  });

  return {
    element: line.element,
    /** @param {import("./fitting.js").Run} run */
    show(run) {
      latest = run;
      const count = (run.parameters().length - 1) / 3;
      if (count !== units) offer(count);
      write();
    },
  };
}

/** @param {string} value as an option has it: its letter and its index @returns {{ name: string, index: string }} */
function readName(value) {
  return { name: value.slice(0, 1), index: value.slice(1) };
}

/** @param {string} name @param {number} [index] */
function option(name, index) {
  const made = element("option", "", indexed(name, index));
  made.value = `${name}${index ?? ""}`;
  return made;
}
