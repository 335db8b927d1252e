// @ts-check
// The hand-out: the chapter's head with its formula, what it is set to as a line of text, the pictures, the numbers, what to
// notice, and the address. It is made of what stands in the page, so it knows no chapter.

import { pictureOf, plotsIn } from "../../chart/redraw.js";
import { element, words } from "../../controls/dom.js";
import { copyOf, isThere } from "./copy.js";
import { settingsIn } from "./settings.js";

/** Pixels of a printed picture in one of the page's. */
const FINE = 2;
/** A picture is printed at so much of its size on the screen: its letters are then of 7 points. Where another fits beside it, it
 * may be a little smaller. */
const SHARE = 0.85;
const LEAST = 0.75;
/** What is hardly wider than high would take a page: it is drawn so wide at most, in CSS pixels. */
const FLAT = 1.35;
const SQUARE = 368;
/** The pad has little to tell. */
const PAD = 208;
/** What is less wide or high is a mark beside something. */
const SMALLEST = 72;

/** What is printed besides pictures, in the order of the page. */
const NUMBERS = [
  ".numbers",
  ".bound",
  ".passes",
  ".rule",
  ".law",
  ".steps",
  ".pairs-table",
  ".check-table",
].join();

/** @param {HTMLElement} chapter @param {import("./print.js").Way | null} way */
export function createHandout(chapter, way) {
  const head = chapter.querySelector(".chapter-head");
  const parts = [...chapter.querySelectorAll(NUMBERS)].filter(isThere).map(copyOf);
  const notices = [...chapter.querySelectorAll(".notice-item-text")].filter(isThere).map(copyOf);
  return element(
    "section",
    "handout light",
    way && element("div", "handout-code", way.code),
    head && copyOf(head),
    element(
      "p",
      "handout-settings",
      words("strong", "", "print.settings"),
      ": ",
      settingsIn(chapter).join("; "),
    ),
    linkOf(way),
    element("div", "handout-pictures", ...drawings(chapter), ...pictures(chapter)),
    element("div", "handout-numbers", ...parts),
    notices.length > 0
      ? element("ul", "handout-notices", ...notices.map((text) => element("li", "", text)))
      : null,
  );
}

/** How to come back here: in a PDF it can be pressed. @param {import("./print.js").Way | null} way */
function linkOf(way) {
  const address = element("a", "handout-address", way?.link ?? location.href);
  address.href = address.textContent;
  return element("p", "handout-link", words("span", "", "print.link"), ": ", address);
}

/** Chapter 3's network is no canvas. @param {HTMLElement} chapter */
function drawings(chapter) {
  return [...chapter.querySelectorAll(".neuron-picture")]
    .filter(isThere)
    .map((drawing) => element("figure", "handout-figure handout-wide", copyOf(drawing)));
}

/** @param {HTMLElement} chapter */
function pictures(chapter) {
  return plotsIn(chapter).flatMap(({ canvas, name }) => {
    // What stands in the page as SVG is printed as such.
    if (!name || !(canvas instanceof HTMLCanvasElement)) return [];
    if (Math.min(canvas.clientWidth, canvas.clientHeight) < SMALLEST) return [];
    const width = printedWidth(canvas);
    const picture = pictureOf(canvas, FINE, width / canvas.clientWidth);
    if (isBlank(picture)) return [];
    const figure = element("figure", "handout-figure", picture, element("figcaption", "", firstWords(name)));
    const legend = canvas.parentElement?.nextElementSibling;
    if (legend?.matches(".legend") && isThere(legend)) picture.after(copyOf(legend));
    figure.style.flex = `${width} 1 ${Math.round(width * LEAST)}px`;
    figure.style.maxWidth = `min(100%, ${Math.round(width * SHARE)}px)`;
    return figure;
  });
}

/** @param {HTMLCanvasElement} canvas */
function printedWidth(canvas) {
  const { clientWidth, clientHeight } = canvas;
  if (canvas.closest(".pad")) return Math.min(clientWidth, PAD);
  return clientWidth > FLAT * clientHeight ? clientWidth : Math.min(clientWidth, SQUARE);
}

/** What a description begins with: the rest tells values and keys. @param {string} label */
function firstWords(label) {
  return label.split(/[.;](?=\s|$)/)[0]?.trim() ?? label;
}

/** Nothing was drawn. @param {HTMLCanvasElement} picture */
function isBlank(picture) {
  const ctx = picture.getContext("2d");
  const pixels = ctx && new Uint32Array(ctx.getImageData(0, 0, picture.width, picture.height).data.buffer);
  return !pixels || pixels.every((pixel) => pixel === pixels[0]);
}
