// @ts-check
// The lecture's derivation at work on one example: the walk, the line that is lit, and all lines.

import { element, words } from "../../../../controls/dom.js";
import { addTexts } from "../../../../i18n/index.js";
import {
  fraction,
  letter,
  math,
  node,
  row,
  sigmoid,
  sigmoidPrime,
  sup,
  vector,
} from "../../../../lecture/math.js";
import { createLinesList } from "./lines-list.js";
import { createSheets } from "./sheets.js";
import { createStage } from "./stage.js";
import { derivation as texts } from "./texts.js";
import { createWalk } from "./walk.js";

addTexts(texts);

/**
 * @param {{ inside: import("../session.js").Inside, frame: import("../../../../frame/lab.js").Frame }} options
 */
export function createDerivation({ inside, frame: { announce, onLanguage } }) {
  const sheets = createSheets();
  const walk = createWalk({ inside });
  const stage = createStage({ inside, sheets, announce });
  const list = createLinesList({
    inside,
    sheets,
    onChoose(line) {
      walk.pause();
      inside.setLine(line);
    },
  });
  const missing = words("p", "caption derivation-missing", "digits.derivation.no-label");
  const definitions = createDefinitions(inside);
  const parts = [walk, stage, list, definitions];

  function show() {
    for (const part of parts) part.show();
    missing.hidden = !inside.look || inside.look.trace.l !== null;
  }
  const stop = inside.on("change", show);
  onLanguage(show);
  show();

  return {
    element: element(
      "div",
      "derivation",
      words("h3", "part-title", "digits.derivation.title"),
      walk.element,
      missing,
      stage.element,
      list.element,
      definitions.element,
    ),
    listen: walk.listen,
    pause: walk.pause,
    destroy() {
      stop();
      for (const part of [walk, stage, list]) part.destroy();
    },
  };
}

/** σ, σ′ and l⃗, once. @param {import("../session.js").Inside} inside */
function createDefinitions(inside) {
  const x = () => letter("x");
  const e = () => sup(node("mi", "", "e"), row("−", x()));
  const below = () => row(1, "+", e());
  const label = element("span", "derivation-label");
  const root = element(
    "div",
    "derivation-definitions",
    math([sigmoid(x()), "=", fraction(1, below())]),
    math([sigmoidPrime(x()), "=", fraction(e(), sup(row("(", below(), ")"), 2))]),
    label,
  );
  /** @type {ArrayLike<number> | null | undefined} */
  let shown;
  return {
    element: root,
    show() {
      const l = inside.trace?.l ?? null;
      if (shown !== undefined && String(l) === String(shown)) return;
      shown = l;
      label.replaceChildren(math([vector("l", "label"), "=", "(", ...figuresOf(l), ")"]));
    },
  };
}

/** 0, 0, 0, 1, 0 …; without a label the lecture's 0 … 1 … 0. @param {ArrayLike<number> | null} l */
function figuresOf(l) {
  if (!l) return [row(0), "…", row(1), "…", row(0)];
  return Array.from(l, (value, k) => [
    ...(k > 0 ? [","] : []),
    node("mn", value > 0 ? "label one" : "", String(value)),
  ]).flat();
}
