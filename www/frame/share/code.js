// @ts-check
// The link's QR code: small in the dialog, and over the whole screen for the class.

import { button, element } from "../../controls/dom.js";
import { describeError } from "../../controls/notice.js";
import { say, sayAttribute, t } from "../../i18n/index.js";
import { lookCore } from "../core.js";

/** Light squares around a code, without which readers do not find it. */
const BORDER = 4;

const SVG = "http://www.w3.org/2000/svg";

export function createCode() {
  const place = element("button", "share-code");
  place.type = "button";
  sayAttribute(place, "aria-label", "share.code.open");
  const trouble = element("p", "share-note");
  const open = button({ text: "share.code.open", onPress: show });
  const root = element("div", "share-code-row", place, element("div", "share-panel", open, trouble));
  place.addEventListener("click", show);
  let text = "";

  function show() {
    const picture = place.querySelector("svg");
    if (picture) showLarge(/** @type {SVGElement} */ (picture.cloneNode(true)));
  }

  return {
    element: root,
    /** @param {string} next the text that it is a code of */
    async set(next) {
      if (next === text) return;
      text = next;
      try {
        const { api } = await lookCore();
        if (text !== next) return;
        place.replaceChildren(drawn(api.qr_code(next)));
        place.dataset.text = next;
        trouble.replaceChildren();
      } catch (error) {
        if (text !== next) return;
        place.replaceChildren();
        const { key, params } = describeError(error);
        say(trouble, key, params);
      }
      place.hidden = place.childElementCount === 0;
      open.hidden = place.hidden;
    },
  };
}

/** Over all else, black on white in every theme. @param {SVGElement} picture */
function showLarge(picture) {
  const screen = element("dialog", "code-screen", picture);
  sayAttribute(screen, "aria-label", "share.code.large");
  screen.addEventListener("click", () => screen.close());
  screen.addEventListener("close", () => {
    screen.remove();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
  });
  document.body.append(screen);
  screen.showModal();
  // Larger still where the browser allows it.
  screen.requestFullscreen?.().catch(() => {});
  screen.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement) screen.close();
  });
}

/**
 * The code as a picture: a row's dark squares that touch are one rectangle.
 * @param {import("../../pkg/descent.js").QrCode} code
 */
function drawn({ side, dark }) {
  let path = "";
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = x;
      while (x < side && dark[y * side + x]) x += 1;
      if (x > from) path += `M${from + BORDER} ${y + BORDER}h${x - from}v1h${from - x}z`;
    }
  }
  const all = side + 2 * BORDER;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${all} ${all}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", t("share.code.large"));
  for (const [fill, d] of [
    ["#ffffff", `M0 0h${all}v${all}h${-all}z`],
    ["#000000", path],
  ]) {
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("fill", fill);
    shape.setAttribute("d", d);
    svg.append(shape);
  }
  return svg;
}
