// @ts-check
// Any number, its formula: the card of one number with the lecture's line for it, from which each factor leads on to its own
// line; breadcrumbs lead back.

import { button, element } from "../../../../controls/dom.js";
import { icon } from "../../../../controls/icons.js";
import { say, sayAttribute } from "../../../../i18n/index.js";
import { GRAPH } from "../../../../lecture/graph.js";
import { createBatch } from "./batch.js";
import { createCheck } from "./check.js";
import { createGiven } from "./given.js";
import { nameOf, symbolOfPick } from "./naming.js";
import { paramsOf } from "./numbers.js";
import { createPickLine } from "./pick-line.js";
import { createTerms } from "./terms.js";
import { createWhereabouts } from "./whereabouts.js";

/**
 * @typedef {import("../session.js").Inside} Inside
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 */

/** @param {{ inside: Inside, frame: import("../../../../frame/lab.js").Frame }} options */
export function createCard({ inside, frame }) {
  const onFactor = (/** @type {Pick} */ factor) => inside.follow(factor);
  const trail = createTrail(inside);
  const title = element("h3", "card-title");
  title.tabIndex = -1;
  const line = createPickLine({ onFactor });
  const given = createGiven(onFactor);
  const terms = createTerms({ onFactor });
  const whereabouts = createWhereabouts();
  const batch = createBatch({ inside });
  const check = createCheck({ inside });
  const card = element(
    "section",
    "card",
    element("div", "card-head", trail.element, createClose(inside)),
    title,
    line.element,
    given.element,
    terms.element,
    whereabouts.element,
    batch.element,
  );
  sayAttribute(card, "aria-label", "digits.card.title");
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  /** Where the reader was before. @type {Element | null} */
  let opener = null;
  let shownCount = 0;
  let wasOpen = false;

  function close() {
    inside.returnTo(-1);
  }

  /** The reader has asked for a number. */
  function opened() {
    if (!wasOpen) opener = document.activeElement;
    wasOpen = true;
    title.focus({ preventScroll: true });
    frame.scrollTo(card);
  }

  function closed() {
    if (wasOpen && card.contains(document.activeElement) && opener instanceof HTMLElement) opener.focus();
    wasOpen = false;
  }

  function show() {
    const { picked, look } = inside;
    if (!picked) closed();
    card.hidden = !picked;
    check.show();
    if (!picked) {
      batch.show(null);
      shownCount = inside.pickCount;
      return;
    }
    trail.show();
    say(title, `digits.card.${picked.name}`, paramsOf(picked));
    const computed = GRAPH[picked.name].equals !== undefined;
    line.element.hidden = !computed || !look;
    given.element.hidden = computed || !look;
    if (look && computed) line.show(look, picked);
    if (look && !computed) given.show(look, picked);
    if (look) terms.show(look, picked);
    whereabouts.show(look, picked, inside.image);
    batch.show(parameterOf(picked));
    if (inside.pickCount === shownCount) return;
    shownCount = inside.pickCount;
    opened();
  }
  const stop = inside.on("change", show);
  frame.onLanguage(show);
  show();

  return {
    element: element("div", "cards", card, check.element),
    destroy() {
      stop();
      whereabouts.destroy();
      batch.destroy();
      check.destroy();
    },
  };
}

/** The parameter that a number belongs to: it itself, or what ε is differentiated by. @param {Pick} pick @returns {Pick | null} */
export function parameterOf(pick) {
  const name = GRAPH[pick.name].by ?? pick.name;
  return GRAPH[name].quantity === "a" ? { ...pick, name } : null;
}

/** @param {Inside} inside */
function createClose(inside) {
  return button({
    label: "digits.card.close",
    icon: icon("clear"),
    className: "button-quiet card-close",
    onPress: () => inside.returnTo(-1),
  });
}

/** From the number that was asked for first to the one that is shown. @param {Inside} inside */
function createTrail(inside) {
  const list = element("ol", "card-trail");
  const root = element("nav", "", list);
  sayAttribute(root, "aria-label", "digits.card.trail");
  /** @type {readonly Pick[]} */
  let shown = [];
  return {
    element: root,
    show() {
      if (inside.trail === shown) return;
      shown = inside.trail;
      list.replaceChildren(
        ...shown.map((pick, at) => {
          const crumb = element("button", "crumb", symbolOfPick(pick));
          crumb.type = "button";
          crumb.setAttribute("aria-label", nameOf(pick));
          if (at === shown.length - 1) crumb.setAttribute("aria-current", "true");
          else crumb.addEventListener("click", () => inside.returnTo(at));
          return element("li", "", crumb);
        }),
      );
    },
  };
}
