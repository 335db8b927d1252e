// @ts-check
// What an output is made of: the largest of U_ki·y_i with their units, the others together, u_k, and their sum q_k. On the way
// back the same units with ∂ε/∂U_ki.

import { button, element, words } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";
import { figures, plain } from "../../../i18n/numbers.js";
import { createNumber, put } from "./number.js";

/** @typedef {import("./session.js").Inside} Inside */
/** @typedef {import("./looking.js").OutputLook} OutputLook */

/** So many units are shown one by one. */
export const MOST = 8;

/** @param {Inside} inside */
export function createTerms(inside) {
  const rows = Array.from({ length: MOST }, () => createRow(inside));
  const others = createLine(words("span", "inside-term-name", "digits.inside.others"));
  const bias = createNumber((pick) => inside.pick(pick));
  const sum = createNumber((pick) => inside.pick(pick));
  const total = element("div", "inside-total", bias.element, sum.element);
  return {
    element: element("div", "inside-terms", ...rows.map((made) => made.element), others.element, total),
    /** @param {OutputLook} look @param {number} k @param {number} most the number of a bar of full length */
    show(look, k, most) {
      const back = inside.way === "back";
      const values = back ? look.derivative : look.product;
      rows.forEach((made, n) => {
        const i = look.order[n];
        made.element.hidden = i === undefined;
        if (i !== undefined) made.show({ name: "U", i, k }, values ? Number(values[i]) : null, most, back);
      });
      const rest = look.tail[MOST];
      others.element.hidden = rest === undefined || back;
      others.show(rest ?? 0, most, false);
      bias.set(back ? { name: "d_z", k } : { name: "u", k }, back ? inside.trace?.d_z?.[k] : look.bias);
      sum.set(back ? { name: "d_q", k } : { name: "q", k }, back ? look.d_q : look.q);
    },
  };
}

/** @param {Inside} inside */
function createRow(inside) {
  let unit = 0;
  let output = 0;
  const name = element("span", "inside-term-name");
  const line = createLine(name, "span");
  line.element.setAttribute("aria-hidden", "true");
  const sentence = element("span", "visually-hidden");
  const made = button({ className: "inside-term-button", onPress: press });

  /** As in the flow: chosen already, its weight is asked about. */
  function press() {
    if (inside.chosen.unit !== unit) inside.setUnit(unit);
    else inside.pick({ name: inside.way === "back" ? "d_U" : "U", k: output, i: unit });
  }
  made.append(line.element, sentence);
  made.addEventListener("pointerenter", (event) => {
    if (event.pointerType !== "touch") inside.pass({ unit });
  });
  made.addEventListener("pointerleave", () => inside.pass({}));
  return {
    element: made,
    /** @param {import("./session.js").Pick} term @param {number | null} value @param {number} most @param {boolean} back */
    show({ i = 0, k = 0 }, value, most, back) {
      unit = i;
      output = k;
      put(name, plain(i + 1));
      made.setAttribute("aria-pressed", String(i === inside.unit));
      line.show(value ?? Number.NaN, most, back);
      say(sentence, back ? "digits.inside.term.back" : "digits.inside.term", {
        unit: i + 1,
        value: () => figures(value ?? Number.NaN),
      });
    },
  };
}

/** @param {HTMLElement} name @param {"div" | "span"} [tag] */
function createLine(name, tag = "div") {
  const bar = element("span", "inside-bar");
  const value = element("span", "inside-term-value");
  const made = element(tag, "inside-term", name, element("span", "inside-track", bar), value);
  return {
    element: made,
    /** @param {number} number @param {number} most @param {boolean} back */
    show(number, most, back) {
      const share = Number.isFinite(number) ? Math.min(1, Math.abs(number) / most) : 0;
      bar.style.setProperty("--share", String(share));
      bar.classList.toggle("inside-bar-negative", number < 0);
      bar.classList.toggle("inside-bar-beyond", Math.abs(number) > most);
      bar.classList.toggle("inside-bar-back", back);
      put(value, back ? figures(number) : figures(number, { decimals: 3 }));
    },
  };
}
