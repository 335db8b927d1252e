// @ts-check
// The lecture's derivation at work on one example: the walk, the line that is lit, and all lines.

import { element, words } from "../../../../controls/dom.js";
import { addTexts } from "../../../../i18n/index.js";
import { fraction, letter, math, node, row, sigmoid, sigmoidPrime, sup } from "../../../../lecture/math.js";
import { createLinesList } from "./lines-list.js";
import { createSheets } from "./sheets.js";
import { createStage } from "./stage.js";
import { derivation as texts } from "./texts.js";
import { createWalk } from "./walk.js";

addTexts(texts);

/**
 * @param {{ inside: import("../session.js").Inside, frame: import("../../../../frame/lab.js").Frame }} options
 */
export function createDerivation({ inside, frame: { announce } }) {
  const sheets = createSheets();
  const walk = createWalk({ inside });
  const stage = createStage({ inside, sheets, announce });
  const list = createLinesList({
    inside,
    sheets,
    onChoose(line) {
      walk.pause();
      inside.setLine(inside.line === line ? null : line);
    },
  });
  const missing = words("p", "caption derivation-missing", "digits.derivation.no-label");
  const parts = [walk, stage, list];

  function show() {
    for (const part of parts) part.show();
    missing.hidden = !inside.look || inside.look.trace.l !== null;
  }
  const stop = inside.on("change", show);
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
      definitions(),
    ),
    listen: walk.listen,
    pause: walk.pause,
    destroy() {
      stop();
      for (const part of parts) part.destroy();
    },
  };
}

/** σ and σ′, once. */
function definitions() {
  const x = () => letter("x");
  const e = () => sup(node("mi", "", "e"), row("−", x()));
  const below = () => row(1, "+", e());
  return element(
    "div",
    "derivation-sigma",
    math([sigmoid(x()), "=", fraction(1, below())]),
    math([sigmoidPrime(x()), "=", fraction(e(), sup(row("(", below(), ")"), 2))]),
  );
}
