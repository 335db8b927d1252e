// @ts-check
// Printing: in place of the page a hand-out of the chapter as it stands, made when the browser is about to print.

import { seeAll } from "../../chart/visible.js";
import { addTexts } from "../../i18n/index.js";
import { loadStyle } from "../styles.js";
import { createHandout } from "./handout.js";
import { printing } from "./texts.js";

addTexts(printing);

/** Without it the browser prints the page as it is on the screen. */
const styled = loadStyle("frame/print/style.css");
styled.catch(() => {});

/** @type {HTMLElement | null} */
let handout = null;

/**
 * What the dialog knows: a short link, and its code as a picture.
 * @typedef {{ link: string, code: Element }} Way
 * @type {Way | null}
 */
let way = null;

/** Everything here happens at once: a browser waits for nothing when it prints. */
function show() {
  const chapter = document.querySelector("main > .chapter");
  if (handout || !(chapter instanceof HTMLElement)) return;
  const rest = seeAll();
  handout = createHandout(chapter, way);
  rest();
  document.body.append(handout);
  document.body.classList.add("handing-out");
}

function hide() {
  document.body.classList.remove("handing-out");
  handout?.remove();
  handout = null;
  way = null;
}

addEventListener("beforeprint", show);
addEventListener("afterprint", hide);

/** Asks the browser to print. @param {Way | null} known */
export async function printHandout(known) {
  await styled;
  way = known;
  print();
}
